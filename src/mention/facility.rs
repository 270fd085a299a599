//! Buildings named in small letters: "Bellavista prison".

use super::head::head_at;
use super::scene::{Level, Scene};
use super::{Found, Sure, country, known};
use crate::lexicon::TableId;
use crate::lexicon::column::PlaceHead;
use crate::record::EntityKind;

/// "Bellavista prison", "al-Khani mosque", where case tells: a name of a few words and a noun for a building in small letters.
pub fn at(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let opening = scene.level(at) == Level::No && scene.is_particle_start(at);
    if !(scene.level(at) == Level::Name || opening) || scene.is_acronym(at) || country::is_nationality(scene, at) {
        return None;
    }
    let mut end = if opening && scene.is_hyphen(at + 1) { at + 2 } else { at };
    while end < at + 5 && (scene.level(end) == Level::Name || scene.is_hyphen(end)) && (end == at || scene.joins(end)) {
        end += 1;
    }
    let head = scene.document.hits_at(end).iter().filter(|hit| {
        hit.row.table == TableId::PlaceHead
            && scene.document.lexicon.row(hit.row).has(PlaceHead::Flags, "small")
            && scene.level(end) == Level::No
    });
    let last = head
        .map(|hit| hit.last as usize)
        .max()
        .filter(|_| end > at && scene.joins(end) && !scene.token(end).is_some_and(|token| token.is_glued()))?;
    let known = known::at(scene, at).is_some_and(|found| {
        let place = found.row.is_none_or(|row| row.table != TableId::Country) && found.kind == Some(EntityKind::Place);
        found.last == end && found.sure == Sure::Strong && !place
    });
    let headed = head_at(scene, end - 1, at).is_some();
    (!known && !headed).then(|| Found::new(at, last, EntityKind::Facility, Sure::Fair, "name and a noun for a building"))
}
