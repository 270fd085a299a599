//! What recurs: "every Friday", "daily", "a year".

use crate::quantity::QuantityKind;
use crate::time::expression::{Expression, Recurs, Sense};
use crate::time::reader::{A, AN, Reader, Word};
use crate::time::unit::{Clock, Unit};
use crate::time::value::{Length, Value};
use crate::token::fold;

/// Any set.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    every(reader, at).or_else(|| nights(reader, at)).or_else(|| in_one_word(reader, at)).or_else(|| a_unit(reader, at))
}

/// "every Friday", "each July", "every two weeks", "every other day".
fn every(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let recurs = match reader.token(at)?.hash {
        hash if hash == fold::hash("every") => Recurs::Every,
        hash if hash == fold::hash("each") => Recurs::Each,
        _ => return None,
    };
    let from = at + 1;
    let set = |last: usize, value: Value, rule: &'static str| Some(Expression::new(at, last, Sense::Is(value), rule).recurring(recurs));
    if let Some((weekday, piece)) = reader.weekday(from) {
        let value = Value::OpenWeekday(weekday);
        let (clock, last) = super::date::part_after(reader, piece.last);
        return set(last, value, "every weekday").map(|found| found.at(clock));
    }
    if let Some((month, piece)) = reader.month(from) {
        return set(piece.last, Value::OpenMonth(month), "every month by name");
    }
    if let Some((season, piece)) = reader.season(from) {
        return set(piece.last, Value::OpenSeason(season), "every season");
    }
    if let Some((clock @ Clock::Part(_), last)) = reader.part(from) {
        return set(last, Value::OpenClock(clock), "every part of day");
    }
    let other = reader.is(from, fold::hash("other"));
    let from = from + usize::from(other);
    let (count, unit, last) = match (reader.number(from), reader.unit(from)) {
        (Some(number), _) => {
            let (unit, last) = reader.units(number.last)?;
            (number.value, unit, last)
        }
        (None, Some((unit, last))) => (if other { 2.0 } else { 1.0 }, unit, last),
        _ => return None,
    };
    set(last, Value::Length(Length { count: Some(count), unit }), "every unit")
}

/// "Tuesday nights".
fn nights(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (weekday, piece) = reader.weekday(at)?;
    let (clock, last) = reader.part(piece.last)?;
    let plural = reader.word(last - 1).ends_with(['s', 'S']);
    plural.then_some(
        Expression::new(at, last, Sense::Is(Value::OpenWeekday(weekday)), "weekday nights").at(Some(clock)).recurring(Recurs::Plain),
    )
}

/// "daily", "nightly", "annually", "Sundays".
fn in_one_word(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let ((value, named), last) = reader.take(at, |word| match word {
        Word::Every(count, unit) => Some((Value::Length(Length { count: Some(count), unit }), false)),
        Word::EveryWeekday(weekday) => Some((Value::OpenWeekday(weekday), true)),
        Word::EveryPart(clock) => Some((Value::OpenClock(clock), false)),
        _ => None,
    })?;
    use crate::lexicon::Tag;
    // "quarterly results" are of one quarter.
    let before_noun =
        reader.document.words.get(last).is_some_and(|info| matches!(info.tag(), Some(Tag::Noun | Tag::NounPlural | Tag::Adjective)));
    let ambiguous = reader.pieces(at).next().is_some_and(|piece| piece.ambiguous) && before_noun;
    if ambiguous
        || (!named && reader.is_capital(at) && !reader.starts_sentence(at) && reader.document.case == crate::token::TextCase::Mixed)
    {
        return None;
    }
    Some(Expression::new(at, last, Sense::Is(value), "set in one word").recurring(Recurs::Plain))
}

/// "20,000 tonnes a year", "twice a week", "per day".
fn a_unit(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let per = reader.is(at, fold::hash("per"));
    if !per && !reader.is_any(at, &[A, AN]) {
        return None;
    }
    let (unit, last) = reader.unit(at + 1)?;
    let times = [fold::hash("once"), fold::hash("twice"), fold::hash("times"), fold::hash("thrice")];
    let counted = [QuantityKind::Money, QuantityKind::Measure, QuantityKind::Percent, QuantityKind::Count];
    let rate = per || reader.follows(at, &times) || (reader.ends_quantity(at, &counted) && is_rate(reader, at));
    let goes_on = reader.is_any(
        last,
        &[
            fold::hash("ago"),
            fold::hash("earlier"),
            fold::hash("later"),
            fold::hash("before"),
            fold::hash("after"),
            fold::hash("from"),
            fold::hash("and"),
        ],
    );
    let value = if unit == Unit::Night { Value::OpenClock(Clock::Part("NI")) } else { Value::Length(Length { count: Some(1.0), unit }) };
    (rate && !goes_on).then_some(Expression::new(at, last, Sense::Is(value), "a unit").recurring(Recurs::Plain))
}

/// A noun or a measure right before "a year": no verb or preposition.
fn is_rate(reader: &Reader<'_>, at: usize) -> bool {
    use crate::lexicon::Tag;
    let Some(info) = at.checked_sub(1).and_then(|before| reader.document.words.get(before)) else { return false };
    reader.is_number(at - 1)
        || matches!(reader.word(at - 1), "%" | "percent")
        || matches!(info.tag(), Some(Tag::Noun | Tag::NounPlural | Tag::Number))
}
