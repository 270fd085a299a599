//! Countries and their people: where the name of a country ends, adjectives of nationality, peoples.

use super::scene::{Level, Scene};
use super::{Found, Sure};
use crate::lexicon::column::{Country, People, Trigger};
use crate::lexicon::{FormRole, Hit, TableId, Tag};
use crate::record::{EntityKind, EventKind};
use crate::token::literal::word;

const THE: u64 = word!("the");

/// The end of "of Mali" behind the name of a body that each country has, and the row of the country.
pub fn of_country(scene: &Scene<'_>, last: usize) -> Option<(usize, u32)> {
    let from = scene.is(last, word!("of")).then_some(last + 1)?;
    let from = from + usize::from(scene.is(from, THE));
    let named =
        |hit: &&Hit| matches!(hit.role, FormRole::Name | FormRole::Alias) && hit.row.table == TableId::Country && hit.row.layer == 0;
    let hit = scene.document.hits_at(from).iter().filter(named).max_by_key(|hit| hit.last)?;
    (scene.level(from) > Level::No).then_some((hit.last as usize, hit.row.row))
}

/// Whether an adjective of a country begins here.
pub fn is_nationality(scene: &Scene<'_>, at: usize) -> bool {
    scene.document.begins_any(at, &[TableId::Country, TableId::People])
        && scene.document.hits_at(at).iter().any(|hit| {
            hit.row.table == TableId::Country && matches!(hit.role, FormRole::Adjective | FormRole::Person | FormRole::People)
                || hit.row.table == TableId::People
                    && hit.len() == 1
                    && scene.document.lexicon.row(hit.row).has(People::Flags, "nationality")
        })
}

/// Whether the name of a country begins here.
pub fn country_end(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let names = scene.document.hits_of(at, TableId::Country).filter(|hit| {
        matches!(hit.role, FormRole::Name | FormRole::Alias | FormRole::Abbreviation)
            && !scene.document.lexicon.row(hit.row).text(Country::Kind).is_empty()
    });
    names.map(|hit| hit.last as usize).max()
}

/// Whether small letters follow and no name stands before: "Christian villages", not "Christian Wulff".
fn is_adjective(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let alone = |at: usize| !scene.joins(at) || scene.level(at) == Level::No;
    !scene.is_loud(first) && alone(last) && (first == 0 || scene.level(first - 1) == Level::No || !scene.joins(first))
}

/// A word that is all capitals in a text that is not: "WA".
pub fn is_shouted(scene: &Scene<'_>, hit: &Hit) -> bool {
    let first = hit.first as usize;
    hit.len() == 1 && scene.is_acronym(first) && !scene.is_titled(first)
}

/// "LIGHT POLES", "CUT DOWN THREE POLES", "NINE POLES WERE BLOWN UP": where case says nothing, the word for a people is that for a thing that somebody
/// destroys, by the noun that it ends or the verb beside it; not "KILLED THREE POLES".
pub fn is_loud_thing(scene: &Scene<'_>, hit: &Hit) -> bool {
    const BEFORE: usize = 5;
    const BEHIND: usize = 4;
    let at = hit.first as usize;
    if !scene.is_loud(at) || hit.len() > 1 || !scene.document.begins(at, TableId::Target) || !scene.word(at).can_be(Tag::NounPlural) {
        return false;
    }
    let first = at.saturating_sub(BEFORE);
    let destroys = |hit: &Hit| {
        let kind = usize::from(hit.class).checked_sub(1).and_then(|kind| EventKind::ALL.get(kind));
        let done = matches!(kind, Some(EventKind::PropertyDestruction | EventKind::Bombing));
        done && scene.document.lexicon.row(hit.row).value(Trigger::Pos) != "n"
    };
    let near = (first..at).chain(at + 1..at + BEHIND).any(|word| scene.document.hits_of(word, TableId::Trigger).any(destroys));
    near || (first..at).any(|word| scene.document.hits_of(word, TableId::Target).any(|target| target.last as usize == at + 1))
}

pub fn people(scene: &Scene<'_>, hit: &Hit) -> Option<Found> {
    let row = scene.document.lexicon.row(hit.row);
    let first = hit.first as usize;
    if hit.len() == 1 && (scene.is_function(first) || scene.is_start(first) && matches!(scene.word(first).band(), 1 | 2)) {
        return None;
    }
    // "ultra-Orthodox" opens with a small letter.
    let capital = |at: u32| scene.token(at as usize).is_some_and(|token| token.case.is_capitalised());
    let small = !scene.is_loud(first) && !(hit.first..hit.last).any(capital);
    // "Apache helicopters"
    let model = scene.document.hits_of(first, TableId::Weapon).any(|weapon| weapon.last > hit.last);
    if small || model || is_shouted(scene, hit) || row.has(People::Flags, "common") {
        return None;
    }
    let sure =
        if row.has(People::Flags, "ambiguous") && !is_adjective(scene, first, hit.last as usize) { Sure::Waits } else { Sure::Strong };
    Some(Found::new(first, hit.last as usize, EntityKind::Nationality, sure, "people").with_row(hit.row))
}
