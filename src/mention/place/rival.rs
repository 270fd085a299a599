//! What else than a place the words may be: a person, a body, an ordinary word.

use super::{is_located, is_region};
use crate::lexicon::column::StopPlace;
use crate::lexicon::{Hit, TableId, WordSet};
use crate::mention::scene::{Level, Scene};

/// "EU" is not the town of Eu.
pub(super) fn is_short_acronym(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_acronym(at) && !scene.is_titled(at) && scene.token(at).is_some_and(|token| token.end - token.start <= 3)
}

/// "SANA": the letters of a body in small text are not the town of Sana.
pub(super) fn is_body(scene: &Scene<'_>, at: usize) -> bool {
    let body = |hit: &Hit| hit.len() == 1 && matches!(hit.row.table, TableId::Organization | TableId::Group);
    scene.is_acronym(at) && !scene.is_titled(at) && !is_located(scene, at) && scene.document.hits_at(at).iter().any(body)
}

/// "Northern", "Central": a region by that name is meant only where the text says that it is one ("Northern province").
pub(super) fn is_bare_direction(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(WordSet::Direction, at)
        && scene.level(at + 1) > Level::No
        && scene.joins(at + 1)
        && scene.document.places_at(at).iter().all(|hit| hit.len() == 1)
}

/// What else the words may be.
pub(super) fn rivals(scene: &Scene<'_>, first: usize, last: usize) -> f32 {
    if last - first > 1 {
        return if scene.is_loud(first) && (first..last).all(|at| matches!(scene.word(at).band(), 1 | 2)) { 3.0 } else { 0.0 };
    }
    let word = scene.word(first);
    let mut score = match word.given().max(word.surname()) {
        0 => 0.0,
        1..=2 => 0.5,
        3 => 1.0,
        4 => 1.5,
        _ => 2.0,
    };
    score += match word.band() {
        0 => 0.0,
        1 => 4.0,
        2 => 2.5,
        3 => 1.5,
        _ => 0.5,
    };
    if scene.level(first) == Level::Maybe {
        score += 1.5;
    }
    if last > first && scene.level(last) == Level::Name && scene.joins(last) && !scene.is_loud(first) {
        score += 1.0;
    }
    score
}

/// Whether the name is a word that is no place without what its row asks for: "Reading" needs "in" before it or a country behind.
pub(super) fn is_stopped(scene: &Scene<'_>, first: usize, last: usize, population: i32) -> bool {
    scene.document.hits_of(first, TableId::StopPlace).any(|hit| {
        hit.last as usize == last && {
            let row = scene.document.lexicon.row(hit.row);
            let accepts = |evidence: &str| row.has(StopPlace::Evidence, evidence);
            let big = population > 500_000 && accepts("population-over-500k-ok");
            let located = || is_located(scene, first) && accepts("preposition-in");
            let of_kind = || scene.has(WordSet::KindOfPlace, last) && accepts("admin-word");
            let in_region = || scene.is_mark(last, ",") && is_region(scene, last + 1) && accepts("comma-country");
            !(big || !scene.is_loud(first) && (located() || of_kind() || in_region()))
        }
    })
}
