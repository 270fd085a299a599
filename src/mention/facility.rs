//! Buildings named in small letters: "Bellavista prison".

use super::head::head_at;
use super::scene::{Level, Scene};
use super::{Found, Sure, country, known};
use crate::lexicon::column::{PlaceHead, Target};
use crate::lexicon::{FormRole, Hit, TableId, Tag, WordInfo, WordSet};
use crate::record::EntityKind;
use crate::token::Token;
use crate::token::literal::words;

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
    let person = known::at(scene, at).filter(|found| found.last == end && found.kind == Some(EntityKind::Person));
    let head = scene.document.hits_at(end).iter().filter(|_| scene.level(end) == Level::No).filter(|hit| match hit.row.table {
        TableId::PlaceHead => scene.document.lexicon.row(hit.row).has(PlaceHead::Flags, "small"),
        TableId::Target => (person.is_some() || scene.has(WordSet::Kunya, at) || is_ward(scene, hit, at)) && is_house(scene, hit),
        _ => false,
    });
    let last = head
        .map(|hit| hit.last as usize)
        .max()
        .filter(|_| end > at && scene.joins(end) && !scene.token(end).is_some_and(|token| token.is_glued()))?;
    let known = known::at(scene, at).is_some_and(|found| {
        let place = found.row.is_none_or(|row| row.table != TableId::Country) && found.kind == Some(EntityKind::Place);
        found.last == end && found.sure == Sure::Strong && !place && person.is_none()
    });
    let headed = head_at(scene, end - 1, at).is_some();
    (!known && !headed).then(|| Found::new(at, last, EntityKind::Facility, Sure::Fair, "name and a noun for a building"))
}

/// The "hospital", "school" or the like that bears somebody's name: "the Ibn Sina hospital"; not the "school" of "the Obama school plan".
fn is_house(scene: &Scene<'_>, hit: &Hit) -> bool {
    let class = scene.document.lexicon.row(hit.row).value(Target::Class);
    let noun = |word: WordInfo| word.tag() == Some(Tag::Noun) || word.tag() == Some(Tag::NounPlural);
    let goes_on = scene.level(hit.last as usize) > Level::No || noun(scene.word(hit.last as usize));
    matches!(class, "medical" | "education" | "religious") && hit.role != FormRole::Plural && !goes_on
}

/// "The Al Nasser hospital", "to Aga Khan hospital": what an unknown name behind an article or preposition has is one by that name; not "a Leeds
/// hospital".
fn is_ward(scene: &Scene<'_>, hit: &Hit, first: usize) -> bool {
    let medical = scene.document.lexicon.row(hit.row).value(Target::Class) == "medical";
    let told = first
        .checked_sub(1)
        .is_some_and(|at| words!["the", "to", "at", "in", "of", "from"].contains(&scene.token(at).map_or(0, |word| word.hash)));
    let unknown =
        |at: usize| !scene.token(at).is_some_and(Token::is_word) || scene.word(at).band() == 0 || scene.has(WordSet::NameParticle, at);
    let town = (first..hit.first as usize).any(|at| super::place::end_at(scene, at).is_some());
    medical && told && !town && (first..hit.first as usize).all(unknown)
}
