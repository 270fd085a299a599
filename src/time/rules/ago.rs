//! Lengths of time before and after another day: "three days ago", "a year-earlier", "the week before last".

use super::deictic::{LAST, NEXT};
use super::{date, duration, period, week};
use crate::lexicon::Tag;
use crate::time::expression::{Base, Expression, Pull, Sense};
use crate::time::incident::beside_incident;
use crate::time::reader::{Reader, THE};
use crate::time::unit::Unit;
use crate::time::value::{Length, Value};
use crate::token::TokenKind;
use crate::token::literal::{word, words};

/// What counts from another day by a length: "three days ago", "a week from Friday".
pub(super) fn from_length(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let length = duration::length(reader, at).or_else(|| vague_units(reader, at))?;
    week::counted(reader, at, length).or_else(|| shifted(reader, at, length))
}

/// "three days ago", "a year earlier", "two days later", "a week before".
pub(super) fn ago(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    shifted(reader, at, duration::length(reader, at).or_else(|| vague_units(reader, at))?)
}

/// The same with the length that begins at `at` and the token after it.
fn shifted(reader: &Reader<'_>, at: usize, (length, mut last): (Length, usize)) -> Option<Expression> {
    const AGO: u64 = word!("ago");
    const EARLIER: &[u64] = words!["earlier", "before", "previously"];
    const LATER: &[u64] = words!["later", "afterward", "afterwards", "thereafter"];
    // "Called the vote six months earlier than he had to": a difference.
    if reader.is(last + 1, word!("than")) {
        return None;
    }
    if reader.is(last, word!("or")) && reader.is(last + 1, word!("so")) {
        last += 2;
    }
    let hash = reader.token(last)?.hash;
    let (sign, base, end) = match hash {
        AGO => (-1, Base::Ago, last + 1),
        _ if EARLIER.contains(&hash) && (hash == word!("earlier") || ends(reader, last + 1)) => (-1, Base::Earlier, last + 1),
        _ if LATER.contains(&hash) => (1, Base::Narrative, last + 1),
        _ if hash == word!("from") && reader.is_any(last + 1, words!["now", "today"]) => (1, Base::Published, last + 2),
        _ if hash == word!("hence") => (1, Base::Published, last + 1),
        _ => return None,
    };
    let sense = match (length.count, sign) {
        (Some(_), _) if length.unit.is_of_clock() && base != Base::Ago => Sense::Later(length, sign > 0),
        (Some(_), _) if length.unit.is_of_clock() => Sense::Is(Value::Past),
        (Some(count), _) if count.fract() == 0.0 && count < 10_000.0 => Sense::Shift(length.unit, sign * count as i64, base),
        // "Half a century ago", "a week and a half later".
        (Some(count), _) => {
            let (unit, parts) = length.unit.parts();
            Sense::Shift(unit, sign * (count * parts).round().min(1e5) as i64, base)
        }
        (None, -1) => Sense::Is(Value::Past),
        (None, _) if base == Base::Published => Sense::Is(Value::Future),
        (None, _) => Sense::Is(Value::Length(length)),
    };
    Some(Expression::new(at, end, sense, if sign < 0 { "length ago" } else { "length later" }))
}

/// Whether a sentence or a phrase ends before the token at `at`.
pub(super) fn ends(reader: &Reader<'_>, at: usize) -> bool {
    // "A day before 42 more were found".
    reader.token(at).is_none_or(|token| !token.is_word() && token.kind != TokenKind::Number)
        || reader.document.words.get(at).is_some_and(|info| info.can_be(Tag::Preposition) || info.can_be(Tag::Conjunction))
}

fn vague_units(reader: &Reader<'_>, at: usize) -> Option<(Length, usize)> {
    let (unit, last) = reader.units(at)?;
    Some((Length { count: None, unit }, last))
}

/// "year-ago", "the year-earlier quarter", "year ago period".
pub(super) fn hyphenated(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    let from = if reader.is_any(from, words!["a"]) { from + 1 } else { from };
    let (unit, last) = reader.unit(from).filter(|(unit, _)| !unit.is_of_clock())?;
    let mark = reader.after_hyphen(last);
    if !reader.is_any(mark, words!["ago", "earlier"])
        || (mark == last && from == at && !reader.is_any(mark + 1, words!["period", "quarter"]))
    {
        return None;
    }
    if from > at && unit == Unit::Year {
        let named = period::read(reader, mark + 1).filter(|inner| inner.rule == "nth quarter");
        if let Some(Expression { sense: Sense::Quarter(quarter, _), last, .. }) = named {
            return Some(Expression::new(at, last, Sense::Quarter(quarter, Pull::Ago), "quarter of the year ago"));
        }
        if let Some((length, last)) = duration::length(reader, mark + 1).filter(|(length, _)| length.unit == Unit::Month) {
            return Some(Expression::new(at, last, Sense::Is(Value::Length(length)), "months of the year ago"));
        }
    }
    let period = reader.is_any(mark + 1, words!["period", "quarter", "month", "level"]);
    let last = if period && from > at && !reader.is(mark + 1, word!("level")) { mark + 2 } else { mark + 1 };
    Some(Expression::new(at, last, Sense::Shift(unit, -1, Base::Earlier), "unit-ago"))
}

/// "the day before", "the year after" with nothing behind it that they could be before or after.
pub(super) fn day_before(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (unit, last) = reader.unit(at + 1).filter(|(unit, _)| reader.is(at, THE) && !unit.is_of_clock())?;
    let count = match reader.token(last)?.hash {
        hash if hash == word!("before") => -1,
        hash if hash == word!("after") => 1,
        _ => return None,
    };
    let next = reader.document.words.get(last + 1).and_then(|info| info.tag());
    let ends = reader.token(last + 1).is_none_or(|token| !token.is_word()) || matches!(next, Some(Tag::Preposition | Tag::Conjunction));
    let ends = ends && !matches!(reader.word(last + 1), "\"" | "“" | "'" | "‘") && !reader.is_number(last + 1);
    ends.then_some(Expression::new(at, last + 1, Sense::Shift(unit, count, Base::Narrative), "unit before"))
}

/// "the day before last Tuesday", "the day after Christmas".
pub(super) fn day_beside(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (_, last) = reader.unit(at + 1).filter(|(unit, _)| reader.is(at, THE) && *unit == Unit::Day)?;
    let days = match reader.token(last)?.hash {
        hash if hash == word!("before") => -1,
        hash if hash == word!("after") => 1,
        _ => return None,
    };
    let inner = super::longest(reader, last + 1, [date::read as super::Rule, super::holiday::read, super::deictic::weekday])?;
    let is_day = matches!(inner.sense, Sense::Weekday(..) | Sense::MonthDay(..) | Sense::Holiday(..) | Sense::Is(Value::Day(_)));
    // "the day after Saturday's blast" and "the day after the May Day rally" count from what happened.
    (is_day && inner.clock.is_none()).then_some(Expression { days, rule: "day beside day", ..inner.from(at) })
}

/// "the day" of "the day after his death", which counts from the incident that the article is about.
pub(super) fn day_beside_incident(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (_, last) = reader.unit(at + 1).filter(|(unit, _)| reader.is(at, THE) && *unit == Unit::Day)?;
    let days = beside_incident(reader, last)?;
    Some(Expression::new(at, last, Sense::Shift(Unit::Day, days, Base::Incident), "day beside incident"))
}

/// "the week after next", "the week before last".
pub(super) fn after_next(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (unit, last) = reader.unit(reader.after_the(at)).filter(|(unit, _)| !unit.is_of_clock())?;
    let count = if reader.is(last, word!("after")) && reader.is(last + 1, NEXT) {
        2
    } else if reader.is(last, word!("before")) && reader.is(last + 1, LAST) {
        -2
    } else {
        return None;
    };
    let named = reader.any_unit(last + 2).is_some() || reader.weekday(last + 2).is_some() || reader.month(last + 2).is_some();
    (!named).then_some(Expression::new(at, last + 2, Sense::Shift(unit, count, Base::Published), "unit after next"))
}
