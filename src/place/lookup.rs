//! Finding the rows behind a mention, whose span may hold more than the gazetteer's name.

use super::candidate::{Candidate, candidates};
use super::class::{PlaceClass, Position};
use crate::document::Document;
use crate::mention::NameMention;
use crate::record::EntityKind;
use crate::token::{TokenKind, fold};

const THE: u64 = fold::hash("the");

/// Words that tell a part of a place.
const PARTS: [u64; 22] = [
    fold::hash("north"),
    fold::hash("south"),
    fold::hash("east"),
    fold::hash("west"),
    fold::hash("northern"),
    fold::hash("southern"),
    fold::hash("eastern"),
    fold::hash("western"),
    fold::hash("northeast"),
    fold::hash("northwest"),
    fold::hash("southeast"),
    fold::hash("southwest"),
    fold::hash("northeastern"),
    fold::hash("northwestern"),
    fold::hash("southeastern"),
    fold::hash("southwestern"),
    fold::hash("central"),
    fold::hash("upper"),
    fold::hash("lower"),
    fold::hash("greater"),
    fold::hash("downtown"),
    fold::hash("mid"),
];

/// Longest name that is looked for inside a facility's, in tokens.
const LONGEST: usize = 8;

/// The rows behind a mention.
#[derive(Debug, Default)]
pub struct Found<'d> {
    /// The rows.
    pub places: Vec<Candidate<'d>>,
    /// What a word inside the mention tells of its kind ("Helmand province" where the gazetteer has "Helmand").
    pub class: Option<PlaceClass>,
}

/// A number for the name that tokens `first..last` read; the same for all ways of writing it that the lexicon treats alike.
pub fn key(document: Document<'_>, first: usize, last: usize) -> u64 {
    let tokens = document.tokens.get(first..last).unwrap_or(&[]);
    let words = tokens.iter().filter(|token| token.hash != THE && token.kind != TokenKind::Punct && token.kind != TokenKind::Possessive);
    words.fold(0, |key: u64, token| (key ^ token.hash).rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// Looks the mention up as it stands, then without article, class word or part word; of a facility, what is named inside it.
pub fn find<'d>(document: Document<'d>, mention: &NameMention) -> Found<'d> {
    let (mut first, mut last) = (mention.first as usize, mention.last as usize);
    let mut found = Found::default();
    if found.take(document, first, last) {
        return found;
    }
    if document.is(first, THE) && last > first + 1 {
        first += 1;
    }
    while last > first + 1 && document.tokens.get(last - 1).is_some_and(|token| token.kind != TokenKind::Word) {
        last -= 1;
    }
    if found.take(document, first, last) {
        return found;
    }
    for middle in (first + 1..last).rev() {
        let after = document.hits_at(middle).iter().filter(|hit| hit.last as usize == last);
        let class = after.filter_map(|hit| PlaceClass::of(document, hit, Position::After)).next();
        if class.is_some() && found.take(document, first, middle) {
            found.class = class;
            return found;
        }
    }
    while first + 1 < last && document.tokens.get(first).is_some_and(|token| PARTS.contains(&token.hash)) {
        first += 1;
        if document.tokens.get(first).is_some_and(|token| token.kind == TokenKind::Punct) {
            first += 1;
        }
        if found.take(document, first, last) {
            return found;
        }
    }
    if mention.kind == EntityKind::Facility {
        found.inside(document, first, last);
    }
    found
}

impl<'d> Found<'d> {
    fn take(&mut self, document: Document<'d>, first: usize, last: usize) -> bool {
        self.places.extend(candidates(document, first, last));
        !self.places.is_empty()
    }

    /// The longest name inside, the first of several.
    fn inside(&mut self, document: Document<'d>, first: usize, last: usize) {
        for length in (1..last.saturating_sub(first).min(LONGEST)).rev() {
            for at in first..=last - length {
                if self.take(document, at, at + length) {
                    return;
                }
            }
        }
    }
}
