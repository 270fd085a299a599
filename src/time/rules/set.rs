//! What recurs: "every Friday", "daily", "a year".

use crate::quantity::QuantityKind;
use crate::time::expression::{Expression, Frequency, Recurs, Sense};
use crate::time::opens::{Gate, Opens};
use crate::time::reader::{A, AN, AND, Reader};
use crate::time::unit::{Clock, Unit};
use crate::time::value::{Length, Value};
use crate::time::vocabulary::Word;
use crate::token::fold;
use crate::token::literal::{word, words};

/// What a set begins with.
pub(super) const GATE: Gate = Gate::new(Opens::WEEKDAY.with(Opens::SET))
    .or(Opens::NUMBER.with(Opens::RECURS), Opens::ANY_UNIT.with(Opens::WEEKDAY).with(Opens::MONTH).with(Opens::SEASON).with(Opens::PART));

/// Any set.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    every(reader, at)
        .or_else(|| nights(reader, at))
        .or_else(|| in_one_word(reader, at))
        .or_else(|| times(reader, at))
        .or_else(|| a_unit(reader, at))
}

/// "every Friday", "each July", "every two weeks", "every other day".
fn every(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let recurs = match reader.token(at)?.hash {
        hash if hash == word!("every") => Recurs::Every,
        hash if hash == word!("each") => Recurs::Each,
        _ => return None,
    };
    let other = reader.is(at + 1, word!("other"));
    let from = at + 1 + usize::from(other);
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
    let (count, unit, last) = match (reader.number(from), reader.unit(from)) {
        (Some(number), _) => {
            let (unit, last) = reader.units(number.last)?;
            (Some(number.value), unit, last)
        }
        (None, Some((unit, last))) => (Some(if other { 2.0 } else { 1.0 }), unit, last),
        _ if reader.is_any(from, words!["few", "several"]) => {
            let (unit, last) = reader.units(from + 1)?;
            (None, unit, last)
        }
        _ => return None,
    };
    set(last, Value::Length(Length { count, unit }), "every unit")
}

/// "Tuesday nights", "Monday" and "Tuesday nights" in "Monday and Tuesday nights".
fn nights(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (weekday, piece) = reader.weekday(at)?;
    let set = |last: usize, clock: Clock| {
        Expression::new(at, last, Sense::Is(Value::OpenWeekday(weekday)), "weekday nights").at(Some(clock)).recurring(Recurs::Plain)
    };
    if let Some((clock, last)) = plural_part(reader, piece.last) {
        return Some(set(last, clock));
    }
    let joined = reader.is_any(piece.last, &[AND, word!("or")]);
    let (_, second) = reader.weekday(piece.last + 1).filter(|_| joined)?;
    plural_part(reader, second.last).map(|(clock, _)| set(piece.last, clock))
}

/// "mornings", "nights": a part of the day in the plural.
fn plural_part(reader: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    const PARTS: [(u64, &str); 4] =
        [(fold::hash("mornings"), "MO"), (fold::hash("afternoons"), "AF"), (fold::hash("evenings"), "EV"), (fold::hash("nights"), "NI")];
    let hash = reader.token(at)?.hash;
    PARTS.iter().find(|(part, _)| *part == hash).map(|(_, letters)| (Clock::Part(letters), at + 1))
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

/// "20,000 tonnes a year", "per day".
fn a_unit(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let per = reader.is(at, PER);
    if !per && !reader.is_any(at, &[A, AN]) {
        return None;
    }
    let (unit, last) = reader.unit(at + 1)?;
    let counted = [QuantityKind::Money, QuantityKind::Measure, QuantityKind::Percent, QuantityKind::Count];
    let rate = per || (reader.ends_quantity(at, &counted) && is_rate(reader, at));
    let goes_on = reader.is_any(last, words!["ago", "earlier", "later", "before", "after", "from", "and"]);
    // "A week-long stand-off" is a length.
    let goes_on = goes_on || reader.after_hyphen(last) > last;
    (rate && !goes_on).then_some(Expression::new(at, last, one(unit), "a unit").recurring(Recurs::Plain))
}

/// One unit as the span of a set.
fn one(unit: Unit) -> Sense {
    Sense::Is(if unit == Unit::Night { Value::OpenClock(Clock::Part("NI")) } else { Value::Length(Length { count: Some(1.0), unit }) })
}

const PER: u64 = fold::hash("per");

/// "twice a week", "three times a year", "five days a week", "two hours each day".
fn times(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    const TIMES: u64 = fold::hash("times");
    const EACH: u64 = fold::hash("each");
    const EVERY: u64 = fold::hash("every");
    let (count, of, after) = match reader.token(at)?.hash {
        hash if hash == word!("once") => (1.0, None, at + 1),
        hash if hash == word!("twice") => (2.0, None, at + 1),
        hash if hash == word!("thrice") => (3.0, None, at + 1),
        _ => {
            let number = reader.number(at)?;
            match reader.any_unit(number.last) {
                Some((unit, last)) => (number.value, Some(unit), last),
                None => (number.value, None, reader.is(number.last, TIMES).then_some(number.last + 1)?),
            }
        }
    };
    let recurs = match reader.token(after)?.hash {
        A | AN | PER => Recurs::Plain,
        EACH => Recurs::Each,
        EVERY => Recurs::Every,
        _ => return None,
    };
    let (unit, last) = reader.unit(after + 1)?;
    let goes_on = reader.is_any(last, words!["ago", "earlier", "later"]);
    let smaller = of.is_none_or(|of| of < unit) && count.fract() == 0.0 && count < 1000.0;
    let set = Expression::new(at, last, one(unit), "times a unit").recurring(recurs);
    (smaller && !goes_on).then_some(Expression { freq: Some(Frequency { count: count as u16, unit: of }), ..set })
}

/// A noun or a measure right before "a year": no verb or preposition.
fn is_rate(reader: &Reader<'_>, at: usize) -> bool {
    use crate::lexicon::Tag;
    let Some(info) = at.checked_sub(1).and_then(|before| reader.document.words.get(before)) else { return false };
    reader.is_number(at - 1)
        || matches!(reader.word(at - 1), "%" | "percent")
        || matches!(info.tag(), Some(Tag::Noun | Tag::NounPlural | Tag::Number))
}
