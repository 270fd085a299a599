//! The vocabulary of time in a document: looked up once, as typed pieces, with what may begin at each token.

use super::opens::{AHEAD, Opens};
use super::unit::{Clock, Season, Unit};
use super::value::{Length, Value};
use crate::document::Document;
use crate::lexicon::{FormRole, Hit, TIME_FLAGS, TableId, column, flags_of};
use crate::quantity::number::{self, Number};
use crate::record::Modifier;
use crate::token::{Case, Token, TokenKind};
use std::cell::OnceCell;

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
    /// First token.
    first: usize,
    pub word: Word,
    /// Token after the last one.
    pub last: usize,
    /// Whether the word is also an ordinary word or a name.
    pub ambiguous: bool,
    /// Whether it is written short (`Jan`).
    pub short: bool,
}

/// What stands at a token.
#[derive(Clone, Copy, Debug, Default)]
struct At {
    /// What may begin there.
    opens: Opens,
    /// Number of its first piece.
    piece: u32,
    /// Number of its number.
    number: u32,
}

/// All pieces and numbers of a document and what may begin at each token.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// By first token, the longest first.
    pieces: Vec<Piece>,
    numbers: Vec<Number>,
    tokens: Vec<At>,
    /// The tokens with which an expression, or an article before one, may begin.
    openings: Vec<u32>,
    /// Whether the document is about sport, once somebody has asked.
    sport: OnceCell<bool>,
}

/// One token in so many is a piece or a number, and one in so many may open an expression: what is made room for at first.
const SELDOM: usize = 8;
const OFTEN: usize = 4;

/// The tables with words of time.
const TABLES: &[TableId] = &[TableId::Time, TableId::Holiday];

impl Vocabulary {
    pub fn of(document: &Document<'_>) -> Self {
        let count = document.tokens.len();
        let (pieces, numbers) = (Vec::with_capacity(count / SELDOM), Vec::with_capacity(count / SELDOM));
        let (tokens, openings) = (vec![At::default(); count], Vec::with_capacity(count / OFTEN));
        let mut vocabulary = Self { pieces, numbers, tokens, openings, sport: OnceCell::new() };
        for (at, token) in document.tokens.iter().enumerate() {
            let grammar = Opens::of_grammar(document.grammar(at));
            let plain = grammar == Opens::default() && token.kind != TokenKind::Number && !is_fiscal_year(document, token);
            // Most tokens tell nothing.
            if plain && !document.begins_any(at, TABLES) {
                continue;
            }
            let (piece, number) = (vocabulary.pieces.len() as u32, vocabulary.numbers.len() as u32);
            let opens = grammar.with(vocabulary.table(document, at)).with(vocabulary.number(document, at, token, grammar));
            vocabulary.tokens[at] = At { opens, piece, number };
            if opens.any(Opens::ANY.with(Opens::ARTICLE)) {
                vocabulary.openings.push(at as u32);
            }
        }
        vocabulary
    }

    /// Whether the document is about sport.
    pub fn is_sport(&self, document: &Document<'_>) -> bool {
        *self.sport.get_or_init(|| document.is_sport())
    }

    /// Enters the words of the tables that begin with a token.
    fn table(&mut self, document: &Document<'_>, at: usize) -> Opens {
        if !document.begins_any(at, TABLES) {
            return Opens::default();
        }
        let mut opens = if document.begins(at, TableId::Holiday) { Opens::HOLIDAY } else { Opens::default() };
        for piece in document.hits_of(at, TableId::Time).rev().filter_map(|hit| piece(document, hit)) {
            opens = opens.with(Opens::of_word(piece.word));
            self.pieces.push(piece);
        }
        opens
    }

    /// Enters the number that begins with a token.
    fn number(&mut self, document: &Document<'_>, at: usize, token: &Token, grammar: Opens) -> Opens {
        let mut opens = match token.kind {
            TokenKind::Number => Opens::DIGITS,
            // Also "a" and "an", which are numbers before "hundred".
            TokenKind::Word if grammar.any(Opens::NUMBER_WORD.with(Opens::RECURS)) => Opens::default(),
            TokenKind::Word if is_fiscal_year(document, token) => return Opens::FISCAL,
            _ => return Opens::default(),
        };
        if let Some(number) = number::read(document, at) {
            self.numbers.push(number);
            opens = opens.with(Opens::NUMBER);
        }
        if number::read_ordinal(document, at).is_some() { opens.with(Opens::ORDINAL) } else { opens }
    }

    /// What may begin with the token at `at`.
    pub fn opens(&self, at: usize) -> Opens {
        self.tokens.get(at).map_or_else(Opens::default, |at| at.opens)
    }

    /// What may begin within a few tokens behind the one at `at`.
    pub fn ahead(&self, at: usize) -> Opens {
        let behind = self.tokens.get(at + 1..).unwrap_or(&[]).iter().take(AHEAD);
        behind.fold(Opens::default(), |ahead, at| ahead.with(at.opens))
    }

    /// The tokens with which an expression, or an article before one, may begin.
    pub fn openings(&self) -> impl Iterator<Item = usize> {
        self.openings.iter().map(|&at| at as usize)
    }

    /// The number that begins with the token at `at`.
    pub fn number_at(&self, at: usize) -> Option<Number> {
        let at = self.tokens.get(at).filter(|at| at.opens.any(Opens::NUMBER))?;
        self.numbers.get(at.number as usize).copied()
    }

    /// The pieces that begin with the token at `at`, longest first.
    pub fn pieces(&self, at: usize) -> impl Iterator<Item = Piece> + use<'_> {
        let first = self.tokens.get(at).map_or(usize::MAX, |at| at.piece as usize);
        self.pieces.get(first..).unwrap_or(&[]).iter().copied().take_while(move |piece| piece.first == at)
    }
}

/// "FY2023".
fn is_fiscal_year(document: &Document<'_>, token: &Token) -> bool {
    token.case == Case::Upper && document.text.as_bytes().get(token.start as usize..).is_some_and(|text| text.starts_with(b"FY"))
}

const PLURAL: u64 = flags_of(TIME_FLAGS, &["plural"]);
const AMBIGUOUS: u64 = flags_of(TIME_FLAGS, &["ambiguous"]);

fn piece(document: &Document<'_>, hit: &Hit) -> Option<Piece> {
    let row = document.lexicon.row(hit.row);
    let flags = row.flag_bits(column::Time::Flags);
    let word = word(row.value(column::Time::Class), row.text(column::Time::Value), flags & PLURAL != 0)?;
    let short = hit.role == FormRole::Abbreviation;
    let mut last = hit.last as usize;
    // The point of "Jan." is a token of its own, and belongs to it.
    if short && document.word(last) == "." && document.tokens.get(last).is_some_and(Token::is_glued) {
        last += 1;
    }
    Some(Piece { first: hit.first as usize, word, last, ambiguous: flags & AMBIGUOUS != 0, short })
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
        "set" if value.starts_with('P') => {
            let length = Length::of_timex(value)?;
            Word::Every(length.count?, length.unit)
        }
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
