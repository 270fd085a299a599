//! Expressions of time and their TIMEX3 values.
//!
//! Vocabulary from the lexicon becomes typed pieces, small named rules make expressions of them, and these are worked out to values
//! against the day of publication, the dateline, or what the article has told before.

pub(crate) mod calendar;
mod expression;
mod feasts;
mod foreign;
mod hijri;
mod holidays;
mod incident;
mod nearest;
mod opens;
mod plan;
mod reader;
mod resolve;
mod rules;
mod tense;
mod unit;
mod value;
mod vocabulary;

mod dateline;

pub(crate) use dateline::country_of_dateline;
pub use dateline::day_of_dateline;

use crate::document::Document;
use crate::lexicon::{TableId, Tag};
use crate::quantity::Quantity;
use crate::record::{Anchor, Modifier, TimeType};
use calendar::days_between;
use expression::{Expression, Sense};
use jiff::civil::Date;
use reader::Reader;
use resolve::Resolver;
pub(crate) use unit::Unit;
pub(crate) use value::{Length, Value};
use vocabulary::Vocabulary;

/// The days from which relative expressions count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// Day of publication.
    pub published: Option<Date>,
    /// Day in the dateline.
    pub dateline: Option<Date>,
}

/// An expression of time: tokens, type and value.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeMention {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// TIMEX3 type.
    pub kind: TimeType,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// First and last day it can mean; of a length the days it takes up, if they are known ("the past two weeks").
    pub range: Option<(Date, Date)>,
    /// How the value was got.
    pub anchor: Anchor,
    /// For sets: `EVERY`, `EACH`.
    pub quant: Option<&'static str>,
    /// For sets: how often.
    pub freq: Option<String>,
    /// Name of the rule.
    pub rule: &'static str,
}

/// Finds all expressions of time, in order; `times` is emptied first. `quantities` are those of the same document.
///
/// ```
/// use dateline::{document::Layout, lexicon::Lexicon, quantity, time};
/// let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
/// let document = layout.read("A bomb went off last Wednesday. The next day a group claimed it.", &lexicon);
/// let (mut quantities, mut times) = (Vec::new(), Vec::new());
/// quantity::find(document, &mut quantities);
/// let reference = time::Reference { published: Some("2024-01-10".parse().unwrap()), dateline: None };
/// time::find(document, &quantities, reference, &mut times);
/// let values: Vec<&str> = times.iter().map(|time| time.value.as_str()).collect();
/// assert_eq!(values, ["2024-01-03", "2024-01-04"]);
/// ```
pub fn find(document: Document<'_>, quantities: &[Quantity], reference: Reference, times: &mut Vec<TimeMention>) {
    times.clear();
    let vocabulary = Vocabulary::of(&document);
    let present = reference.dateline.or(reference.published).map(|day| day.year());
    let reader = Reader { document, vocabulary: &vocabulary, quantities, present };
    let expressions = expressions(&reader);
    let mut resolver = Resolver::new(reader, reference_day(reference, &expressions));
    for expression in &expressions {
        if resolver.lacks_incident(expression) {
            continue;
        }
        let resolved = resolver.resolve(expression, times.len());
        times.push(mention(expression, &resolved));
    }
}

/// All expressions as they are written.
fn expressions(reader: &Reader<'_>) -> Vec<Expression> {
    let mut found = Vec::new();
    let mut end = 0;
    for at in reader.vocabulary.openings() {
        if at < end {
            continue;
        }
        let Some(expression) = rules::read(reader, at).filter(|expression| !is_in_name(reader, expression)) else { continue };
        let expression = rules::on_the_eve(reader, expression);
        end = expression.last.max(at + 1);
        if let Some(before) = found.last_mut()
            && let Some(sense) = rules::joined_year(reader, before, &expression)
        {
            before.sense = sense;
        }
        found.push(expression);
        if let Some(further) = rules::further_day(reader, &expression).or_else(|| rules::further_year(reader, &expression)) {
            end = further.last;
            if let Some(before) = found.last_mut() {
                before.sense = rules::in_year_of(before.sense, &further);
            }
            found.push(further);
        }
    }
    found
}

/// Whether the expression is part of a longer name ("Sunday Times", "24 Hours of Le Mans").
fn is_in_name(reader: &Reader<'_>, expression: &Expression) -> bool {
    const REACH: usize = 5;
    if opens_quoted_name(reader, expression) {
        return true;
    }
    let from = expression.first.saturating_sub(REACH);
    let acts = is_subject(reader, expression);
    const NAMES: [TableId; 4] = [TableId::Organization, TableId::Discard, TableId::Group, TableId::Notable];
    (from..expression.last).filter(|&at| reader.document.begins_any(at, &NAMES)).any(|at| {
        reader.document.hits_at(at).iter().any(|hit| {
            let is_name = NAMES.contains(&hit.row.table);
            let (first, last) = (hit.first as usize, hit.last as usize);
            is_name && first <= expression.first && last >= expression.last && (acts || last - first > expression.last - expression.first)
        })
    })
}

/// Whether what stands there does something, as a group that is called by a day does: "17 November killed a diplomat"; not "on 17 November died".
fn is_subject(reader: &Reader<'_>, expression: &Expression) -> bool {
    let info = |at: usize| reader.document.words.get(at);
    let prepared = expression.first.checked_sub(1).and_then(info).is_some_and(|info| info.can_be(Tag::Preposition));
    !prepared && info(expression.last).is_some_and(|info| info.can_be(Tag::VerbEd) && !reader.is_cut(expression.last))
}

/// Whether the expression opens a name in quotation marks, which other capitalised words end: `the "11 September Command"`, `the "9 May" Liberation
/// Forces`.
fn opens_quoted_name(reader: &Reader<'_>, expression: &Expression) -> bool {
    const WORDS: usize = 4;
    const MARKS: [&str; 4] = ["\"", "“", "”", "``"];
    let mark = |at: usize| MARKS.contains(&reader.document.word(at));
    let capital = |at: usize| reader.document.tokens.get(at).is_some_and(|token| token.is_word() && token.case.is_capitalised());
    if !expression.first.checked_sub(1).is_some_and(mark) {
        return false;
    }
    let end = (expression.last..expression.last + WORDS).find(|&at| !capital(at)).filter(|&at| mark(at));
    end.is_some_and(|end| end > expression.last || capital(end + 1) && capital(end + 2))
}

/// The day that deictic expressions count from: of a dateline a few days before publication, when the report was written; of publication, or a
/// full date at the very start of the text.
fn reference_day(reference: Reference, expressions: &[Expression]) -> Option<(Date, Anchor)> {
    const START: usize = 40;
    /// How many days after it was filed a report is still printed as news.
    const LATE: std::ops::RangeInclusive<i64> = 1..=4;
    let dateline = reference.dateline.map(|day| (day, Anchor::Dateline));
    let is_late = reference.published.zip(reference.dateline).is_some_and(|(day, filed)| LATE.contains(&days_between(filed, day)));
    let published = reference.published.filter(|_| !is_late).map(|day| (day, Anchor::Published));
    published.or(dateline).or_else(|| {
        expressions.iter().take_while(|expression| expression.first < START).find_map(|expression| match expression.sense {
            Sense::Is(Value::Day(day)) => Some((day, Anchor::Dateline)),
            _ => None,
        })
    })
}

fn mention(expression: &Expression, resolved: &resolve::Resolved) -> TimeMention {
    let value = resolved.value;
    let kind = match value {
        _ if expression.recurs.is_some() => TimeType::Set,
        Value::Length(_) | Value::Lengths(..) => TimeType::Duration,
        value if value.is_clock() => TimeType::Time,
        _ => TimeType::Date,
    };
    let range = resolved.days.or_else(|| value.range()).filter(|_| expression.recurs.is_none());
    TimeMention {
        first: expression.first as u32,
        last: expression.last as u32,
        kind,
        value: value.text(),
        modifier: expression.modifier,
        range: range.map(|range| nearest::narrowed(range, expression.modifier)),
        anchor: resolved.anchor.clone(),
        quant: match expression.recurs {
            Some(expression::Recurs::Every) => Some("EVERY"),
            Some(expression::Recurs::Each) => Some("EACH"),
            _ => None,
        },
        freq: expression.freq.map(|freq| freq.to_string()),
        rule: expression.rule,
    }
}
