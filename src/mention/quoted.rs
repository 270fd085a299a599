//! Names in quotation marks beside a word for a body: `the "Guardians of Dawn" movement`, `the militia "Desert Hawks"`.

use super::scene::Scene;
use super::{Found, Sure};
use crate::lexicon::column::OrganizationHead;
use crate::lexicon::{Hit, TableId, WordSet};
use crate::record::EntityKind;

/// Longest name in tokens.
const TOKENS: usize = 8;
/// Words that may stand between the closing mark and the noun: `"Desert Hawks" leftist group`.
const BETWEEN: usize = 1;
/// Longest noun for a body in tokens: "armed opposition group".
const NOUN: usize = 3;
const OPENING: [&str; 3] = ["\"", "“", "``"];
const CLOSING: [&str; 3] = ["\"", "”", "''"];

/// The name that a quotation mark right before this token opens.
pub fn at(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let mark = at.checked_sub(1).filter(|&mark| OPENING.iter().any(|text| scene.is_mark(mark, text)))?;
    let close = (at + 1..=at + TOKENS).find(|&close| CLOSING.iter().any(|text| scene.is_mark(close, text)))?;
    let inside =
        |token: usize| scene.token(token).is_some_and(|word| word.is_word() && (word.case.is_capitalised() || scene.is_function(token)));
    if !(at..close).all(inside) || !scene.token(at)?.case.is_capitalised() {
        return None;
    }
    let behind = (close + 1..=close + 1 + BETWEEN).find_map(|noun| body(scene, noun, None));
    let kind = behind.or_else(|| (mark.saturating_sub(NOUN)..mark).find_map(|noun| body(scene, noun, Some(mark))))?;
    let armed = kind == EntityKind::Group || (at..close).any(|word| scene.has(WordSet::ArmedName, word));
    let kind = if armed { EntityKind::Group } else { EntityKind::Organization };
    Some(Found::new(at, close, kind, Sure::Strong, "in quotation marks beside a word for a body"))
}

/// What the common noun for a body at this token, which ends at `end` if that is told, stands for; one of any kind is no armed group.
fn body(scene: &Scene<'_>, at: usize, end: Option<usize>) -> Option<EntityKind> {
    let noun = |hit: &Hit| {
        let row = (hit.row.table == TableId::OrganizationHead).then(|| scene.document.lexicon.row(hit.row))?;
        let group = row.value(OrganizationHead::Position) == "generic" && row.text(OrganizationHead::Kind) == "group";
        let fits = group && end.is_none_or(|end| hit.last as usize == end);
        let armed = row.text(OrganizationHead::Side) == "nonstate";
        fits.then_some(if armed { EntityKind::Group } else { EntityKind::Organization })
    };
    scene.document.hits_at(at).iter().rev().find_map(noun)
}
