//! The vocabulary of time in a document, as typed pieces.

use super::unit::{Clock, Season, Unit};
use super::value::Value;
use crate::document::Document;
use crate::lexicon::{FormRole, Hit, RowRef, TableId, column};
use crate::quantity::number::{self, Number};
use crate::quantity::{Quantity, QuantityKind};
use crate::record::Modifier;
use crate::token::{Gap, TextCase, Token, TokenKind, fold};

/// What a word or phrase of the table of time words is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Word {
    /// Of the usual calendar, 1 to 12.
    Month(i8),
    /// Of another calendar.
    Foreign(Calendar, i8),
    /// 1 is Monday.
    Weekday(i8),
    Unit(Unit),
    Units(Unit),
    Part(Clock),
    Season(Season),
    /// Days from the day of publication, and the part of that day.
    Deictic(i8, Option<Clock>),
    Reference(Value),
    /// Recurs after a length of time: count and unit.
    Every(f64, Unit),
    EveryPart(Clock),
    EveryWeekday(i8),
    Decade(i16),
    Modifier(Modifier),
    Approximator(Modifier),
    Fiscal,
    Zone,
}

/// Calendars with months of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    Hijri,
    Persian,
}

/// A piece of vocabulary in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub word: Word,
    /// Token after the last one.
    pub last: usize,
    /// Whether the word is also an ordinary word or a name.
    pub ambiguous: bool,
    /// Whether it is written short (`Jan`).
    pub short: bool,
}

/// A document with the means to ask for vocabulary at a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader<'d> {
    pub document: Document<'d>,
    pub quantities: &'d [Quantity],
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
        if number::is_hyphen(self.document, at) && self.is_glued(at) { at + 1 } else { at }
    }

    /// `at`, or the token after the comma that stands there.
    pub fn after_comma(&self, at: usize) -> usize {
        if self.is(at, COMMA) { at + 1 } else { at }
    }

    /// Whether a paragraph ends before the token at `at`, or the text.
    pub fn is_cut(&self, at: usize) -> bool {
        self.token(at).is_none_or(|token| token.gap == Gap::Paragraph)
    }

    /// The pieces that begin with the token at `at`, longest first.
    pub fn pieces(&self, at: usize) -> impl Iterator<Item = Piece> + use<'d> {
        let reader = *self;
        let hits = self.document.hits_at(at).iter().rev().filter(|hit| hit.row.table == TableId::Time);
        hits.filter_map(move |hit| reader.piece(hit))
    }

    fn piece(&self, hit: &Hit) -> Option<Piece> {
        let row = self.document.lexicon.row(hit.row);
        let plural = row.has(column::Time::Flags, "plural");
        let word = word(row.text(column::Time::Class), row.text(column::Time::Value), plural)?;
        let short = hit.role == FormRole::Abbreviation;
        let mut last = hit.last as usize;
        // The point of "Jan." is a token of its own, and belongs to it.
        if short && self.word(last) == "." && self.is_glued(last) {
            last += 1;
        }
        Some(Piece { word, last, ambiguous: row.has(column::Time::Flags, "ambiguous"), short })
    }

    /// The longest piece at `at` for which `take` has an answer.
    pub fn take<T>(&self, at: usize, take: impl Fn(Word) -> Option<T>) -> Option<(T, usize)> {
        self.pieces(at).find_map(|piece| Some((take(piece.word)?, piece.last)))
    }

    /// One unit: "week".
    pub fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        self.take(at, |word| if let Word::Unit(unit) = word { Some(unit) } else { None })
    }

    /// Several units: "weeks".
    pub fn units(&self, at: usize) -> Option<(Unit, usize)> {
        self.take(at, |word| if let Word::Units(unit) = word { Some(unit) } else { None })
    }

    pub fn any_unit(&self, at: usize) -> Option<(Unit, usize)> {
        self.unit(at).or_else(|| self.units(at))
    }

    pub fn month(&self, at: usize) -> Option<(i8, Piece)> {
        self.pieces(at).find_map(|piece| if let Word::Month(month) = piece.word { Some((month, piece)) } else { None })
    }

    pub fn weekday(&self, at: usize) -> Option<(i8, Piece)> {
        self.pieces(at).find_map(|piece| if let Word::Weekday(weekday) = piece.word { Some((weekday, piece)) } else { None })
    }

    pub fn part(&self, at: usize) -> Option<(Clock, usize)> {
        self.take(at, |word| if let Word::Part(clock) = word { Some(clock) } else { None })
    }

    pub fn season(&self, at: usize) -> Option<(Season, Piece)> {
        self.pieces(at).find_map(|piece| if let Word::Season(season) = piece.word { Some((season, piece)) } else { None })
    }

    pub fn modifier(&self, at: usize) -> Option<(Modifier, usize)> {
        self.take(at, |word| if let Word::Modifier(modifier) = word { Some(modifier) } else { None })
    }

    pub fn approximator(&self, at: usize) -> Option<(Modifier, usize)> {
        self.take(at, |word| if let Word::Approximator(modifier) = word { Some(modifier) } else { None })
    }

    pub fn zone(&self, at: usize) -> Option<usize> {
        self.take(at, |word| (word == Word::Zone).then_some(())).map(|(_, last)| last)
    }

    /// The holiday that begins with the token at `at`.
    pub fn holiday(&self, at: usize) -> Option<(RowRef, usize)> {
        let hits = || self.document.hits_at(at).iter().filter(|hit| hit.row.table == TableId::Holiday);
        let longest = hits().map(|hit| hit.last).max()?;
        // Of namesakes the one without a bracket in its name, then the American one: news in English means it most.
        let rank = |hit: &&Hit| {
            let row = self.document.lexicon.row(hit.row);
            (row.text(column::Holiday::Name).ends_with(')'), !row.text(column::Holiday::Countries).contains("US"))
        };
        let hit = hits().filter(|hit| hit.last == longest).min_by_key(rank)?;
        Some((hit.row, hit.last as usize))
    }

    pub fn number(&self, at: usize) -> Option<Number> {
        number::read(self.document, at)
    }

    /// An ordinal, in digits or in words.
    pub fn ordinal(&self, at: usize) -> Option<(u64, usize)> {
        number::read_ordinal(self.document, at)
    }

    /// A token of `length` digits and nothing else.
    pub fn digits(&self, at: usize, length: usize) -> Option<i16> {
        let text = self.word(at);
        (text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
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

/// The piece that a row of the table of time words stands for.
fn word(class: &str, value: &str, plural: bool) -> Option<Word> {
    let last_number = || value.rsplit('-').next().and_then(|number| number.parse::<i8>().ok());
    Some(match class {
        "month" if value.starts_with("hijri") => Word::Foreign(Calendar::Hijri, last_number()?),
        "month" if value.starts_with("persian") => Word::Foreign(Calendar::Persian, last_number()?),
        "month" => Word::Month(last_number()?),
        "weekday" => Word::Weekday(last_number()?),
        "unit" if plural => Word::Units(Unit::of_timex(value)?),
        "unit" => Word::Unit(Unit::of_timex(value)?),
        "part-of-day" => Word::Part(Clock::of_timex(value)?),
        "season" => Word::Season(Season::of_timex(value)?),
        "deictic-day" => deictic(value)?,
        "reference" => Word::Reference(match value {
            "PAST_REF" => Value::Past,
            "PRESENT_REF" => Value::Present,
            _ => Value::Future,
        }),
        "set" if value.starts_with("XXXX") => Word::EveryWeekday(last_number()?),
        "set" if value.starts_with('P') => every(value)?,
        "set" => Word::EveryPart(Clock::of_timex(value)?),
        "decade" => Word::Decade(value.get(..3)?.parse().ok()?),
        "modifier" => Word::Modifier(modifier(value)?),
        "approximator" => Word::Approximator(modifier(value)?),
        "fiscal" => Word::Fiscal,
        "zone" => Word::Zone,
        _ => return None,
    })
}

/// `DCT`, `DCT-1D`, `DCT-1D TNI`.
fn deictic(value: &str) -> Option<Word> {
    let (day, part) = value.split_once(' ').map_or((value, None), |(day, part)| (day, Some(part)));
    let offset = day.strip_prefix("DCT")?.trim_end_matches('D');
    let offset = if offset.is_empty() { 0 } else { offset.parse().ok()? };
    Some(Word::Deictic(offset, part.and_then(Clock::of_timex)))
}

/// `P2W`, `PT1H`: how many of which unit.
fn every(value: &str) -> Option<Word> {
    let (head, body) = value.strip_prefix("PT").map_or(("P", value.strip_prefix('P')?), |body| ("PT", body));
    let digits = body.trim_end_matches(|char: char| char.is_ascii_alphabetic());
    let unit = match (head, body.get(digits.len()..)?) {
        ("PT", "H") => Unit::Hour,
        ("PT", "M") => Unit::Minute,
        (_, "D") => Unit::Day,
        (_, "W") => Unit::Week,
        (_, "M") => Unit::Month,
        (_, "Y") => Unit::Year,
        _ => return None,
    };
    Some(Word::Every(digits.parse().ok()?, unit))
}

fn modifier(value: &str) -> Option<Modifier> {
    Some(match value {
        "START" => Modifier::Start,
        "MID" => Modifier::Mid,
        "END" => Modifier::End,
        "APPROX" => Modifier::Approx,
        "MORE_THAN" => Modifier::MoreThan,
        "LESS_THAN" => Modifier::LessThan,
        "EQUAL_OR_MORE" => Modifier::EqualOrMore,
        "EQUAL_OR_LESS" => Modifier::EqualOrLess,
        _ => return None,
    })
}
