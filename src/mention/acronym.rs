//! Acronyms defined in the text decide how far their long forms reach: "Movement for the Deliverance of the Bolan Valley (MDBV)",
//! "MDBV (Movement for ...)", "..., known as MDBV".

use super::head::{self, Head};
use super::scene::{Level, Scene};
use super::{Found, Sure, hashes, known};
use crate::lexicon::TableId;
use crate::record::EntityKind;
use crate::token::{Case, Token, TokenKind, fold};

const THE: u64 = fold::hash("the");
const KNOWN: u64 = fold::hash("known");
const AS: u64 = fold::hash("as");
const OR: u64 = fold::hash("or");
const OPENING: u64 = fold::hash("(");
const COMMA: u64 = fold::hash(",");
/// Small words that an acronym may count or pass over.
const SMALL: [u64; 22] = hashes([
    "of", "the", "for", "and", "in", "on", "to", "against", "a", "an", "by", "with", "al", "el", "de", "la", "del", "y", "i", "e", "du",
    "des",
]);
const PREPOSITIONS: [u64; 7] = hashes(["of", "for", "on", "in", "against", "to", "de"]);
/// Most letters of an acronym.
const LETTERS: usize = 8;

/// A long form with its acronym.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// First token of the long form.
    pub first: usize,
    /// Token behind the long form.
    pub last: usize,
    /// Token of the acronym.
    pub acronym: usize,
}

/// All definitions in the text, by their first tokens.
pub fn definitions(scene: &Scene<'_>) -> Vec<Definition> {
    let marks = scene.document.tokens.iter().enumerate().filter(|(_, token)| token.hash == OPENING || token.hash == COMMA);
    let mut found: Vec<Definition> = marks.filter_map(|(at, token)| definition(scene, at, token.hash)).collect();
    found.sort_by_key(|definition| definition.first);
    found
}

/// The definition around the bracket or comma at this token.
fn definition(scene: &Scene<'_>, at: usize, mark: u64) -> Option<Definition> {
    if mark == OPENING {
        return behind(scene, at, at + 1).or_else(|| before(scene, at));
    }
    let named = scene.is(at + 1, KNOWN) && scene.is(at + 2, AS);
    let acronym = if named { Some(at + 3) } else { scene.is(at + 1, OR).then_some(at + 2) };
    acronym.and_then(|acronym| behind(scene, at, acronym))
}

/// The long form that ends before the token `end`, if its initials make the acronym.
fn behind(scene: &Scene<'_>, end: usize, acronym: usize) -> Option<Definition> {
    let (letters, count) = letters(scene, acronym)?;
    let owner = end.checked_sub(1).is_some_and(|at| scene.token(at).is_some_and(|token| token.kind == TokenKind::Possessive));
    let last = end - usize::from(owner);
    let first = start(scene, last, letters.get(..count)?)?;
    Some(Definition { first, last, acronym })
}

/// The long form in the brackets behind an acronym.
fn before(scene: &Scene<'_>, bracket: usize) -> Option<Definition> {
    let acronym = bracket.checked_sub(1)?;
    let (letters, count) = letters(scene, acronym)?;
    let last = (bracket + 1..bracket + 3 * LETTERS).find(|&at| scene.is_mark(at, ")"))?;
    let from = bracket + 1 + usize::from(scene.is(bracket + 1, THE));
    let first = start(scene, last, letters.get(..count)?)?;
    (first == from).then_some(Definition { first, last, acronym })
}

/// "UNITA", "BoG": capitals, or capitals around small letters that stand for small words.
pub fn is_acronym(token: &Token, text: &str) -> bool {
    let capital = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_uppercase());
    let (first, last) = (token.text(text).bytes().next(), token.text(text).bytes().next_back());
    token.case == Case::Upper || token.case == Case::Mixed && capital(first) && capital(last)
}

/// The letters of an acronym at this token, small.
fn letters(scene: &Scene<'_>, at: usize) -> Option<([u8; LETTERS], usize)> {
    let token = scene.token(at).filter(|token| token.is_word() && is_acronym(token, scene.document.text))?;
    let (mut letters, mut count) = ([0; LETTERS], 0);
    for byte in token.text(scene.document.text).bytes().filter(|byte| !matches!(byte, b'.' | b'-')) {
        *letters.get_mut(count)? = byte.is_ascii_alphabetic().then_some(byte.to_ascii_lowercase())?;
        count += 1;
    }
    (count > 1).then_some((letters, count))
}

/// Where the words before `end` begin whose initials are the letters.
fn start(scene: &Scene<'_>, end: usize, letters: &[u8]) -> Option<usize> {
    let Some((&letter, rest)) = letters.split_last() else {
        let opens = scene.token(end).is_some_and(|token| token.case.is_capitalised() && !SMALL.contains(&token.hash));
        return (opens && !goes_on(scene, end)).then_some(end);
    };
    let at = end.checked_sub(1)?;
    let token = scene.token(at)?;
    if token.kind == TokenKind::Possessive || scene.is_hyphen(at) || token.text(scene.document.text) == "&" {
        return start(scene, at, letters);
    }
    if !token.is_word() || !scene.joins(at) && !rest.is_empty() {
        return None;
    }
    let fits = token.text(scene.document.text).bytes().next().is_some_and(|byte| byte.to_ascii_lowercase() == letter);
    let counted = if fits { start(scene, at, rest) } else { None };
    counted.or_else(|| if SMALL.contains(&token.hash) { start(scene, at, letters) } else { None })
}

/// Whether the words from `first` on stand behind a preposition inside a name: "(League for the Defence of) Farmers and Fishers of the Coast".
fn goes_on(scene: &Scene<'_>, first: usize) -> bool {
    let the = first.checked_sub(1).is_some_and(|at| scene.is(at, THE));
    let Some(at) = first.checked_sub(1 + usize::from(the)) else { return false };
    scene.joins(at) && PREPOSITIONS.iter().any(|&word| scene.is(at, word)) && at > 0 && scene.level(at - 1) > Level::No
}

/// The long form that begins at this token, if it is a body's: it has a word for one, or its acronym is a body's in the lexicon.
pub fn at(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let definition = scene.definition_at(at)?;
    let found = |kind| Found::new(at, definition.last, kind, Sure::Strong, "long form of an acronym");
    let hits = scene.document.hits_at(definition.acronym).iter().filter(|_| definition.last - at > 2);
    let body = hits.into_iter().find(|hit| hit.len() == 1 && matches!(hit.row.table, TableId::Group | TableId::Organization));
    if let Some(hit) = body {
        let kind = known::at(scene, definition.acronym).and_then(|known| known.kind);
        let kind = kind.unwrap_or(if hit.row.table == TableId::Group { EntityKind::Group } else { EntityKind::Organization });
        return Some(found(kind));
    }
    let head = head_of(scene, definition).filter(|_| is_body(scene, definition))?;
    Some(found(head.kind))
}

/// Whether the long form has a word for a body: "Justice Movement", but not "gross domestic product".
pub fn is_body(scene: &Scene<'_>, definition: &Definition) -> bool {
    head_of(scene, definition).is_some_and(|head| matches!(head.kind, EntityKind::Group | EntityKind::Organization))
}

/// The word for a body before the first preposition or at the end: "Movement" in "Movement for the Deliverance of the Bolan Valley".
fn head_of(scene: &Scene<'_>, definition: &Definition) -> Option<Head> {
    let Definition { first, last, .. } = *definition;
    let titled = scene.document.hits_at(first).iter().any(|hit| hit.row.table == TableId::Title && hit.len() > 1);
    let end = (first + 1..last).find(|&at| PREPOSITIONS.iter().any(|&word| scene.is(at, word))).unwrap_or(last);
    let heads = |start: usize| (first..end).filter_map(move |at| head::head_at(scene, at, start)).find(|head| head.last == end);
    heads(first).or_else(|| heads(usize::MAX)).filter(|_| !titled)
}

/// Where a name that begins at `first` ends if a long form begins inside it.
pub fn end(scene: &Scene<'_>, first: usize, last: usize) -> usize {
    let next = scene.definitions.partition_point(|definition| definition.first <= first);
    let inside = scene.definitions.get(next).filter(|definition| definition.first < last);
    inside.map_or(last, |definition| definition.last.max(last))
}
