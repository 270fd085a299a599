//! Finding the rows behind a mention, whose span may hold more than the gazetteer's name.

use super::candidate::{Candidate, candidates, hits_ending};
use super::class::{PlaceClass, Position};
use crate::document::Document;
use crate::lexicon::column::Country;
use crate::lexicon::{FormRole, Hit, Lexicon, RowRef, TableId, WordSet};
use crate::mention::NameMention;
use crate::record::EntityKind;
use crate::token::{TokenKind, fold};

const COMMA: u64 = fold::hash(",");
const THE: u64 = fold::hash("the");

/// Longest name that is looked for inside a facility's, in tokens.
const LONGEST: usize = 8;
/// Longest class word ("local government area"), in tokens.
const CLASS_WORDS: usize = 3;

/// Where the name itself ends in a mention such as "Washington, D.C.", whose rest says where it is.
pub fn end(document: &Document<'_>, mention: &NameMention) -> usize {
    let (first, last) = (mention.first as usize, mention.last as usize);
    (first + 1..last).find(|&at| document.is(at, COMMA)).unwrap_or(last)
}

/// A number for the name that tokens `first..last` read; the same for all ways of writing it that the lexicon treats alike.
pub fn key(document: &Document<'_>, first: usize, last: usize) -> u64 {
    let tokens = document.tokens.get(first..last).unwrap_or(&[]);
    let words = tokens.iter().filter(|token| token.hash != THE && token.kind != TokenKind::Punct && token.kind != TokenKind::Possessive);
    words.fold(0, |key: u64, token| (key ^ token.hash).rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

/// What of a mention the gazetteer knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Match {
    /// Its name.
    Name,
    /// Its name, behind which a word tells of its kind: "Helmand province" where the gazetteer has "Helmand".
    Class(PlaceClass),
    /// What a facility may be named after.
    Inside,
}

/// Looks the mention up as it stands, then without article, class word or part word; of a facility, what is named inside it. Adds the rows to
/// `places` and returns what of the mention they are, `None` if there are none.
pub fn find<'d>(document: &Document<'d>, mention: &NameMention, places: &mut Vec<Candidate<'d>>) -> Option<Match> {
    let (mut first, mut last) = (mention.first as usize, end(document, mention));
    let known = places.len();
    let mut take = |first: usize, last: usize| {
        places.extend(candidates(document, first, last));
        places.len() > known
    };
    if take(first, last) {
        return Some(Match::Name);
    }
    if document.is(first, THE) && last > first + 1 {
        first += 1;
    }
    while last > first + 1 && document.tokens.get(last - 1).is_some_and(|token| token.kind != TokenKind::Word) {
        last -= 1;
    }
    if take(first, last) {
        return Some(Match::Name);
    }
    if let Some((end, class)) = class_inside(document, first, last)
        && take(first, end)
    {
        return Some(Match::Class(class));
    }
    while first + 1 < last && document.has(WordSet::Direction, first) {
        first += 1;
        if document.tokens.get(first).is_some_and(|token| token.kind == TokenKind::Punct) {
            first += 1;
        }
        if take(first, last) {
            return Some(Match::Name);
        }
    }
    if mention.kind == EntityKind::Facility {
        let longest = last.saturating_sub(first).min(LONGEST);
        let mut own =
            |at: usize, length: usize| !(length == 1 && (is_kind(document, at) || is_people(document, at))) && take(at, at + length);
        let inside = (1..longest).rev().any(|length| (first..=last - length).any(|at| own(at, length)));
        return inside.then_some(Match::Inside);
    }
    None
}

/// Whether the word tells a kind, as "Airport" and "Street" do, which somewhere are towns too.
fn is_kind(document: &Document<'_>, at: usize) -> bool {
    document.begins_any(at, &[TableId::PlaceHead, TableId::PlaceWord, TableId::Target])
}

/// The "Saudi" of a hospital says who paid for it, not where it stands.
fn is_people(document: &Document<'_>, at: usize) -> bool {
    let mut roles = document.hits_of(at, TableId::Country).filter(|hit| hit.len() == 1).map(|hit| hit.role).peekable();
    roles.peek().is_some() && roles.all(|role| !matches!(role, FormRole::Name | FormRole::Alias))
}

/// The class word that ends a mention, with the token where it begins.
fn class_inside(document: &Document<'_>, first: usize, last: usize) -> Option<(usize, PlaceClass)> {
    let class = |hit: &Hit| PlaceClass::of(document, hit, Position::After).map(|class| (hit.first as usize, class));
    hits_ending(document, last, CLASS_WORDS).filter(|hit| hit.first as usize > first).find_map(class)
}

/// Whether news from everywhere speaks of the state with this ISO 3166 alpha-2 code.
pub fn is_everywhere(lexicon: &Lexicon, code: &str) -> bool {
    state(lexicon, code).is_some_and(|row| lexicon.row(row).has(Country::Flags, "everywhere"))
}

/// Whether soldiers of the state with this ISO 3166 alpha-2 code are told by its name because they serve in another one: "killed a U.S. soldier".
pub fn sends_soldiers(lexicon: &Lexicon, code: &str) -> bool {
    state(lexicon, code).is_some_and(|row| lexicon.row(row).has(Country::Flags, "sends-soldiers"))
}

/// The row of the state with this ISO 3166 alpha-2 code.
pub fn state(lexicon: &Lexicon, code: &str) -> Option<RowRef> {
    country(lexicon, code, |kind| kind == "state")
}

/// The first row with this ISO 3166 alpha-2 code whose kind fits.
pub fn country(lexicon: &Lexicon, code: &str, fits: impl Fn(&str) -> bool) -> Option<RowRef> {
    lexicon.find_all(TableId::Country, &["iso2/", code].concat()).find(|&row| {
        let cells = lexicon.row(row);
        cells.text(Country::Iso2) == code && fits(cells.text(Country::Kind))
    })
}
