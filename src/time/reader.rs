//! The vocabulary of time in a document, as typed pieces.

use super::dateline::country_of_dateline;
use super::opens::Opens;
use super::unit::{Clock, Season, Unit};
use super::vocabulary::{Piece, Vocabulary, Word};
use crate::document::Document;
use crate::lexicon::{Hit, RowRef, TableId, column};
use crate::quantity::number::{self, Number};
use crate::quantity::{Quantity, QuantityKind};
use crate::record::Modifier;
use crate::token::{Gap, TextCase, Token, TokenKind, fold};

/// A document with the means to ask for vocabulary at a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'d> {
    pub document: Document<'d>,
    pub vocabulary: &'d Vocabulary,
    pub quantities: &'d [Quantity],
    /// The year of the news.
    pub present: Option<i16>,
}

pub(super) const THE: u64 = fold::hash("the");
pub(super) const AND: u64 = fold::hash("and");
pub(super) const A: u64 = fold::hash("a");
pub(super) const AN: u64 = fold::hash("an");
pub(super) const COMMA: u64 = fold::hash(",");

impl<'d> Reader<'d> {
    /// Whether the token at `at` has this hash.
    pub fn is(&self, at: usize, hash: u64) -> bool {
        self.document.is(at, hash)
    }

    /// Whether the token at `at` has one of these hashes.
    pub fn is_any(&self, at: usize, hashes: &[u64]) -> bool {
        self.document.tokens.get(at).is_some_and(|token| hashes.contains(&token.hash))
    }

    /// Whether the token before `at` has one of these hashes.
    pub fn follows(&self, at: usize, hashes: &[u64]) -> bool {
        at > 0 && self.is_any(at - 1, hashes)
    }

    pub fn word(&self, at: usize) -> &'d str {
        self.document.word(at)
    }

    pub fn token(&self, at: usize) -> Option<&'d Token> {
        self.document.tokens.get(at)
    }

    /// Whether the token at `at` touches the one before.
    pub fn is_glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_glued)
    }

    /// `at`, or the token after the article that stands there.
    pub fn after_the(&self, at: usize) -> usize {
        if self.is(at, THE) { at + 1 } else { at }
    }

    /// `at`, or the token after the hyphen that stands there.
    pub fn after_hyphen(&self, at: usize) -> usize {
        if number::is_hyphen(&self.document, at) && self.is_glued(at) { at + 1 } else { at }
    }

    /// `at`, or the token after the comma that stands there.
    pub fn after_comma(&self, at: usize) -> usize {
        if self.is(at, COMMA) { at + 1 } else { at }
    }

    /// Whether the tokens are a paragraph of their own, or begin one and a colon ends it.
    pub fn is_line(&self, first: usize, last: usize) -> bool {
        let colon = usize::from(self.word(last) == ":");
        self.is_cut(first) && self.is_cut(last + colon)
    }

    /// Whether a paragraph ends before the token at `at`, or the text.
    pub fn is_cut(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| token.gap == Gap::Paragraph)
    }

    /// The pieces that begin with the token at `at`, longest first.
    pub fn pieces(&self, at: usize) -> impl Iterator<Item = Piece> + use<'d> {
        self.vocabulary.pieces(at)
    }

    /// Whether a piece of one of these classes, or a number, begins with the token at `at`.
    pub fn opens(&self, at: usize, classes: Opens) -> bool {
        self.vocabulary.opens(at).any(classes)
    }

    /// The longest piece of the class at `at`, as `take` reads it.
    fn find<T>(&self, at: usize, class: Opens, take: impl Fn(Word) -> Option<T>) -> Option<(T, Piece)> {
        if !self.opens(at, class) {
            return None;
        }
        self.pieces(at).find_map(|piece| Some((take(piece.word)?, piece)))
    }

    /// The longest piece at `at` for which `take` has an answer.
    pub fn take<T>(&self, at: usize, take: impl Fn(Word) -> Option<T>) -> Option<(T, usize)> {
        self.pieces(at).find_map(|piece| Some((take(piece.word)?, piece.last)))
    }

    /// One unit: "week".
    pub fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        let found = self.find(at, Opens::UNIT, |word| if let Word::Unit(unit) = word { Some(unit) } else { None });
        found.map(|(unit, piece)| (unit, piece.last))
    }

    /// Several units: "weeks".
    pub fn units(&self, at: usize) -> Option<(Unit, usize)> {
        let found = self.find(at, Opens::UNITS, |word| if let Word::Units(unit) = word { Some(unit) } else { None });
        found.map(|(unit, piece)| (unit, piece.last))
    }

    pub fn any_unit(&self, at: usize) -> Option<(Unit, usize)> {
        self.unit(at).or_else(|| self.units(at))
    }

    pub fn month(&self, at: usize) -> Option<(i8, Piece)> {
        self.find(at, Opens::MONTH, |word| if let Word::Month(month) = word { Some(month) } else { None })
    }

    pub fn weekday(&self, at: usize) -> Option<(i8, Piece)> {
        self.find(at, Opens::WEEKDAY, |word| if let Word::Weekday(weekday) = word { Some(weekday) } else { None })
    }

    pub fn part(&self, at: usize) -> Option<(Clock, usize)> {
        let found = self.find(at, Opens::PART, |word| if let Word::Part(clock) = word { Some(clock) } else { None });
        found.map(|(clock, piece)| (clock, piece.last))
    }

    pub fn season(&self, at: usize) -> Option<(Season, Piece)> {
        self.find(at, Opens::SEASON, |word| if let Word::Season(season) = word { Some(season) } else { None })
    }

    pub fn modifier(&self, at: usize) -> Option<(Modifier, usize)> {
        let found = self.find(at, Opens::MODIFIER, |word| if let Word::Modifier(modifier) = word { Some(modifier) } else { None });
        found.map(|(modifier, piece)| (modifier, piece.last))
    }

    pub fn approximator(&self, at: usize) -> Option<(Modifier, usize)> {
        let found = self.find(at, Opens::APPROXIMATOR, |word| if let Word::Approximator(modifier) = word { Some(modifier) } else { None });
        found.map(|(modifier, piece)| (modifier, piece.last))
    }

    pub fn zone(&self, at: usize) -> Option<usize> {
        self.find(at, Opens::ZONE, |word| (word == Word::Zone).then_some(())).map(|(_, piece)| piece.last)
    }

    /// The holiday that begins with the token at `at`.
    pub fn holiday(&self, at: usize) -> Option<(RowRef, usize)> {
        let hits = || self.document.hits_of(at, TableId::Holiday);
        let longest = hits().map(|hit| hit.last).max()?;
        // Of namesakes the one of the country that the report comes from, the one without a bracket in its name, then the American one: news in
        // English means it most.
        let home = if hits().count() > 1 { country_of_dateline(&self.document) } else { None };
        let rank = |hit: &&Hit| {
            let row = self.document.lexicon.row(hit.row);
            let countries = row.text(column::Holiday::Countries);
            let foreign = home.is_none_or(|home| !countries.contains(home));
            (foreign, row.text(column::Holiday::Name).ends_with(')'), !countries.contains("US"))
        };
        let hit = hits().filter(|hit| hit.last == longest).min_by_key(rank)?;
        Some((hit.row, hit.last as usize))
    }

    pub fn number(&self, at: usize) -> Option<Number> {
        self.vocabulary.number_at(at)
    }

    /// An ordinal, in digits or in words.
    pub fn ordinal(&self, at: usize) -> Option<(u64, usize)> {
        if self.opens(at, Opens::ORDINAL) { number::read_ordinal(&self.document, at) } else { None }
    }

    /// A token of `length` digits and nothing else.
    pub fn digits(&self, at: usize, length: usize) -> Option<i16> {
        let token = self.token(at).filter(|token| self.opens(at, Opens::DIGITS) && (token.end - token.start) as usize == length)?;
        let text = token.text(self.document.text);
        (text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
    }

    /// Whether the token at `at` is one or two digits and nothing else.
    pub fn digits_of_day(&self, at: usize) -> bool {
        self.digits(at, 1).or_else(|| self.digits(at, 2)).is_some()
    }

    /// A day of a month, in digits (`3`, `03`, `3rd`) or as an ordinal word.
    pub fn day_of_month(&self, at: usize) -> Option<(i8, usize)> {
        if let Some(day) = self.digits(at, 1).or_else(|| self.digits(at, 2)) {
            return (1..=31).contains(&day).then_some((day as i8, at + 1));
        }
        let (day, last) = self.ordinal(at)?;
        (1..=31).contains(&day).then_some((day as i8, last))
    }

    /// The quantity that begins with the token at `at`.
    pub fn quantity(&self, at: usize) -> Option<&'d Quantity> {
        let index = self.quantities.binary_search_by_key(&(at as u32), |quantity| quantity.first).ok()?;
        self.quantities.get(index)
    }

    /// Whether a quantity with one of these kinds ends, with its noun, before the token at `at`.
    pub fn ends_quantity(&self, at: usize, kinds: &[QuantityKind]) -> bool {
        let index = self.quantities.partition_point(|quantity| (quantity.first as usize) < at);
        let Some(quantity) = index.checked_sub(1).and_then(|index| self.quantities.get(index)) else { return false };
        let end = quantity.counted.map_or(quantity.last, |counted| counted + 1) as usize;
        kinds.contains(&quantity.kind) && end <= at && at - end <= 4
    }

    /// Whether the token at `at` is a word with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.is_word() && token.case.is_capitalised())
    }

    /// Whether the token at `at` is a word with a capital inside a sentence, as in names.
    pub fn is_name_part(&self, at: usize) -> bool {
        self.document.case == TextCase::Mixed && self.is_capital(at) && !self.starts_sentence(at)
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    pub fn starts_sentence(&self, at: usize) -> bool {
        let sentence = self.document.sentences.get(self.document.sentence_of(at));
        sentence.is_some_and(|sentence| sentence.first as usize == at)
    }
}
