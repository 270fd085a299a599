//! What the neighbours of a name say for its being a place: "in Reading, England", "Tawila, 60 km to the west".

use super::{LOCATIVE, end_at, is_dateline, is_located, is_owned, is_region};
use crate::lexicon::WordSet;
use crate::mention::scene::{Level, Scene};
use crate::mention::{NameMention, hashes};
use crate::record::EntityKind;
use crate::token::literal::word;
use crate::token::{Case, TokenKind};

/// Prepositions that often stand before a place, and before others.
const MAYBE_LOCATIVE: [u64; 7] = hashes(["from", "to", "of", "between", "towards", "toward", "via"]);

/// How words for the distance of a place end.
const DISTANCE: [&str; 5] = ["km", "kilometers", "kilometres", "miles", "-mile"];

/// What the neighbours say.
pub(super) fn around(scene: &Scene<'_>, first: usize, last: usize, before: Option<&NameMention>) -> f32 {
    let mut score = 0.0;
    if let Some(token) = first.checked_sub(1).and_then(|at| scene.token(at)) {
        if LOCATIVE.contains(&token.hash) {
            score += 3.0;
        } else if MAYBE_LOCATIVE.contains(&token.hash) {
            score += 1.0;
            // "the village of Zork", "north of Zork"
            if first.checked_sub(2).is_some_and(|at| scene.has(WordSet::KindOfPlace, at) || scene.has(WordSet::Direction, at)) {
                score += 3.0;
            }
        } else if scene.has(WordSet::KindOfPlace, first - 1) || token.case == Case::Lower && scene.has(WordSet::Entering, first - 1) {
            score += 1.5;
        }
    }
    if scene.has(WordSet::KindOfPlace, last) || is_listed(scene, last) {
        score += 2.0;
    }
    if is_measured(scene, last) || is_owned_in(scene, first) {
        score += 3.0;
    }
    if lives(scene, first) || is_seat(scene, first) || falls(scene, last) {
        score += 3.0;
    }
    if scene.is_mark(last, ",") && is_region(scene, last + 1) {
        // "in Reading, England" leaves no doubt.
        score += if is_located(scene, first) && !scene.is_loud(first) { 6.0 } else { 3.0 };
    }
    // "Kerman, Iran": the second of a pair is a place too; so is one behind "Baghdad and".
    let listed = before.is_some_and(|name| name.kind == EntityKind::Place && name.last as usize + 1 == first);
    if listed && (scene.is_mark(first - 1, ",") || scene.is(first - 1, word!("and"))) {
        score += 1.5;
    }
    if scene.document.dateline.is_some_and(|dateline| dateline.place == Some((first as u32, last as u32))) {
        score += 8.0;
    } else if is_dateline(scene, first, last) {
        score += 3.0;
    }
    if last - first > 1 {
        score += 1.5;
    }
    // "Vicksburg residents", "Grovetown police".
    if !scene.is_start(first) && scene.is_person_noun(last) {
        score += 1.0;
    }
    score
}

/// "fled to Tawila, 60 km to the west", "Churachandpur, about 63km from": how far it is from elsewhere.
fn is_measured(scene: &Scene<'_>, last: usize) -> bool {
    let at = if scene.word(last + 1).band() > 0 { last + 2 } else { last + 1 };
    let far = |at: usize| scene.token(at).is_some_and(|token| DISTANCE.iter().any(|unit| token.text(scene.document.text).ends_with(unit)));
    let number = scene.token(at).is_some_and(|token| token.kind == TokenKind::Number);
    scene.is_mark(last, ",") && number && (far(at) || far(at + 1))
}

/// "In Chhattisgarh's Dantewada": a place inside another where something is.
fn is_owned_in(scene: &Scene<'_>, first: usize) -> bool {
    const WORDS: usize = 5;
    let names = (first.saturating_sub(WORDS)..first).rev().find(|&at| is_located(scene, at));
    names.is_some_and(|at| end_at(scene, at) == first.checked_sub(1)) && is_owned(scene, first)
}

/// "Kerr, Blanco and Mason counties": a list of names whose kind is told behind the last.
fn is_listed(scene: &Scene<'_>, last: usize) -> bool {
    const LIST: usize = 12;
    let joins = |at: usize| scene.is_mark(at, ",") || scene.is(at, word!("and")) || scene.is(at, word!("or"));
    if !joins(last) || scene.is_loud(last) {
        return false;
    }
    let end = (last..last + LIST).find(|&at| !joins(at) && scene.level(at) == Level::No);
    end.is_some_and(|at| at > last + 1 && scene.has(WordSet::Divisions, at))
}

/// "Goma fell to the rebels": what falls to somebody is a place, unless it is the name of a team or player.
fn falls(scene: &Scene<'_>, last: usize) -> bool {
    const FALLS: [u64; 3] = hashes(["fall", "falls", "fell"]);
    scene.token(last).is_some_and(|verb| FALLS.contains(&verb.hash)) && scene.is(last + 1, word!("to"))
}

/// "Maria Lopez, 30, of Springfield".
fn lives(scene: &Scene<'_>, first: usize) -> bool {
    let number = |at: usize| scene.token(at).is_some_and(|token| token.kind == TokenKind::Number && token.end - token.start <= 3);
    first >= 4 && scene.is(first - 1, word!("of")) && scene.is_mark(first - 2, ",") && number(first - 3) && scene.is_mark(first - 4, ",")
}

/// "Rep. Ana Ruiz, D-Chicopee": the seat of a member behind the letter of the party.
fn is_seat(scene: &Scene<'_>, first: usize) -> bool {
    let letter = |at: usize| scene.token(at).is_some_and(|token| matches!(token.text(scene.document.text), "D" | "R" | "I" | "L"));
    first >= 3 && scene.is_hyphen(first - 1) && letter(first - 2) && (scene.is_mark(first - 3, ",") || scene.is_mark(first - 3, "("))
}
