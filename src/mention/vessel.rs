//! Ships by name: "the tanker Tutor", "MV Sea Heron".

use super::scene::{Level, Scene};
use super::{Found, Sure, country, role};
use crate::lexicon::WordSet;
use crate::record::EntityKind;
use crate::token::TokenKind;
use crate::token::literal::word;

/// Name of the rule.
pub const RULE: &str = "name of a ship";

/// Words in a name of a ship.
const WORDS: usize = 3;

/// The name of a ship that begins at this token: behind the letters for one, which belong to it, or behind the noun for one in small letters.
pub fn at(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let lettered = scene.has(WordSet::ShipPrefix, at) && scene.is_acronym(at);
    let first = if lettered { at + 1 } else { at };
    if scene.level(first) != Level::Name || !scene.joins(first) || scene.is_time(first) {
        return None;
    }
    let goes_on = |end: usize| scene.level(end) == Level::Name && scene.joins(end) && !scene.is_time(end);
    let mut end = first + 1;
    while end < first + WORDS && goes_on(end) {
        end += 1;
    }
    if !(lettered || is_behind_noun(scene, at) || is_told_of(scene, at, end)) {
        return None;
    }
    // "MT Success 9".
    let number = |token: usize| scene.token(token).is_some_and(|token| token.kind == TokenKind::Number && token.end - token.start <= 2);
    let end = end + usize::from(lettered && number(end) && scene.joins(end));
    Some(Found::new(at, end, EntityKind::Facility, Sure::Strong, RULE))
}

/// Whether the article tells that what is called so is a ship: "the Abdullah, a Bangladeshi bulk carrier", "the Rubymar sank", "the crew of the Galaxy
/// Leader"; not "the captain of the Rangers, a carrier of".
fn is_told_of(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    const SINKS: [u64; 4] = [word!("sank"), word!("sinks"), word!("sunk"), word!("capsized")];
    /// How many tokens behind the comma the noun for a ship stands.
    const REACH: usize = 12;
    let before = |steps: usize, word: u64| at.checked_sub(steps).is_some_and(|before| scene.is(before, word));
    if !before(1, word!("the")) || super::place::end_at(scene, at) == Some(end) {
        return false;
    }
    let article = |token: usize| scene.is(token, word!("a")) || scene.is(token, word!("an"));
    // "A ship owned by Greeks", but no "ship owner".
    let is_ship = |token: &usize| scene.has(WordSet::Ship, *token) && scene.level(*token) == Level::No && !scene.is_person_noun(token + 1);
    // "A Liberian-flagged, Greek-owned carrier" has a comma of its own; what another article opens is something else.
    let own = |token: &usize| !scene.is_mark(*token, ".") && !scene.is(*token, word!("the"));
    let ship = || (end + 2..end + REACH + 2).take_while(own).any(|token| is_ship(&token));
    let apposed = scene.is_mark(end, ",") && article(end + 1) && ship();
    let sinks = SINKS.iter().any(|&word| scene.is(end, word));
    apposed || sinks || before(2, word!("of")) && before(3, word!("crew"))
}

/// Whether a noun for one ship stands right before; not "to ship Russian oil", "the ferry captain Lee".
fn is_behind_noun(scene: &Scene<'_>, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|&noun| scene.has(WordSet::Ship, noun) && scene.level(noun) == Level::No) else {
        return false;
    };
    let plural = scene.token(noun).is_some_and(|token| token.text(scene.document.text).ends_with('s'));
    let bare = scene.is(noun, word!("ship"))
        && noun.checked_sub(1).is_none_or(|before| scene.is(before, word!("to")) || scene.is_function(before));
    let article = noun.checked_sub(1).is_some_and(|before| scene.is(before, word!("the")) || scene.is(before, word!("a")));
    let nation = country::is_nationality(scene, at) || country::country_end(scene, at).is_some();
    !plural && (!bare || article) && !nation && role::at(scene, at).is_none() && !scene.is_person_noun(at)
}
