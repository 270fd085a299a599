//! Days by their number in a month: "the first Monday of May", "the last day of the month".

use super::deictic::{LAST, NEXT};
use crate::time::calendar;
use crate::time::expression::{Expression, Pull, Recurs, Sense};
use crate::time::opens::{Gate, Opens};
use crate::time::reader::{Reader, THE};
use crate::time::unit::Unit;
use crate::time::value::{Length, Value};
use crate::token::literal::{word, words};

/// What such a day begins with.
pub(super) const GATE: Gate = Gate::new(Opens::DIGITS)
    .or(Opens::ORDINAL.with(Opens::DIRECTION).with(Opens::ADJECTIVE), Opens::WEEKDAY.with(Opens::MONTH).with(Opens::UNIT));

/// "the first Monday of May", "last Friday in March", "the third Wednesday of next month", "the last day of December".
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    of_this_month(reader, at).or_else(|| week_of_month(reader, at)).or_else(|| after_nth(reader, at)).or_else(|| nth(reader, at))
}

fn nth(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    let (nth, next) = number(reader, from)?;
    let (weekday, last) = match reader.weekday(next) {
        Some((weekday, piece)) => (weekday, piece.last),
        None => (0, reader.unit(next).filter(|(unit, _)| *unit == Unit::Day)?.1),
    };
    // "a second day of March weather".
    if !reader.is_any(last, words!["of", "in"]) || (weekday == 0 && (from == at || nth > 0)) {
        return None;
    }
    in_month(reader, at, last + 1, (nth, weekday)).or_else(|| in_shifted_month(reader, at, last + 1, (nth, weekday)))
}

/// "the first Tuesday after the first Monday in November".
fn after_nth(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (nth_after, next) = number(reader, reader.after_the(at)).filter(|(nth, _)| *nth > 0)?;
    let (weekday, piece) = reader.weekday(next).filter(|(_, piece)| reader.is(piece.last, word!("after")))?;
    let inner = nth(reader, piece.last + 1)?;
    let from = match inner.sense {
        Sense::NthOfMonth(_, weekday, _) | Sense::NthOfShift(_, weekday, _) if weekday > 0 => weekday,
        Sense::Is(Value::Day(day)) => day.weekday().to_monday_one_offset(),
        _ => return None,
    };
    let days = (weekday - from - 1).rem_euclid(7) + 1 + 7 * (nth_after - 1);
    Some(Expression { days, rule: "nth day after nth day", ..inner.from(at) })
}

/// "the third week of March": the week with the middle of those seven days.
fn week_of_month(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (nth, next) = number(reader, reader.after_the(at)).filter(|(nth, _)| reader.is(at, THE) && *nth < 5)?;
    let (unit, last) = reader.unit(next).filter(|(unit, _)| *unit == Unit::Week)?;
    let month = super::date::month(reader, last + 1).filter(|_| reader.is_any(last, words!["of", "in"]))?;
    let day = if nth < 0 { LAST_WEEK } else { nth * 7 - 3 };
    let sense = match month.sense {
        Sense::Is(Value::Month(year, month)) => Sense::Is(calendar::unit_of(calendar::day(year, month, day)?, unit)),
        Sense::Month(month, _) => Sense::UnitOf(unit, month, day),
        _ => return None,
    };
    Some(Expression::new(at, month.last, sense, "nth week of month"))
}

/// A day of the last week of any month.
const LAST_WEEK: i8 = 26;

/// "on the 25th", "the 20th" and "21st of this month": a day of the month spoken of.
fn of_this_month(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    let (day, last) = reader.ordinal(from).filter(|(day, _)| reader.is_number(from) && (1..=31).contains(day))?;
    let of_month = |at: usize| {
        let (_, end) = reader.unit(at + 2).filter(|(unit, _)| *unit == Unit::Month && reader.is(at, word!("of")))?;
        let months = [(THIS, 0), (THE, 0), (LAST, -1), (NEXT, 1)].into_iter().find(|(hash, _)| reader.is(at + 1, *hash))?.1;
        Some((months, end))
    };
    if let Some((months, end)) = of_month(last) {
        return Some(Expression::new(at, end, Sense::NthOfShift(day as i8, 0, months), "day of the month"));
    }
    let joined = reader.is_any(last, words!["and", "to", "or"]) && reader.is_number(last + 1) && reader.ordinal(last + 1).is_some();
    if let Some((months, _)) = of_month(last + 2).filter(|_| joined) {
        return Some(Expression::new(at, last, Sense::NthOfShift(day as i8, 0, months), "day of the month"));
    }
    // A noun behind it is what is counted: "on the 38th parallel".
    let ends = reader.token(last).is_none_or(|token| matches!(token.text(reader.document.text), "." | "," | ";"));
    let dated = ends && reader.follows(at, words!["on", "since", "until", "till"]);
    (from > at && dated).then_some(Expression::new(at, last, Sense::DayOfMonth(day as i8), "day of the month"))
}

/// "first", "3rd", "last".
fn number(reader: &Reader<'_>, at: usize) -> Option<(i8, usize)> {
    if reader.is_any(at, &[LAST, word!("final")]) {
        return Some((-1, at + 1));
    }
    let (nth, last) = reader.ordinal(at)?;
    (1..=5).contains(&nth).then_some((nth as i8, last))
}

/// The day in a month by name, with its year if that stands there.
fn in_month(reader: &Reader<'_>, at: usize, from: usize, (nth, weekday): (i8, i8)) -> Option<Expression> {
    let bare = || reader.month(from).map(|(month, piece)| Expression::new(from, piece.last, Sense::Month(month, Pull::Open), "month"));
    let month = super::date::month(reader, from).or_else(bare)?;
    let sense = match month.sense {
        Sense::Is(Value::Month(year, month)) => Sense::Is(Value::Day(calendar::nth_of_month(year, month, weekday, nth)?)),
        Sense::Month(month, _) => Sense::NthOfMonth(nth, weekday, month),
        _ => return None,
    };
    Some(Expression::new(at, month.last, sense, "nth day of month"))
}

/// The day in "this month", "next month", "every month".
fn in_shifted_month(reader: &Reader<'_>, at: usize, from: usize, (nth, weekday): (i8, i8)) -> Option<Expression> {
    let (_, last) = reader.unit(from + 1).filter(|(unit, _)| *unit == Unit::Month)?;
    let months = match reader.token(from)?.hash {
        THE | THIS => 0,
        NEXT => 1,
        LAST => -1,
        hash if [EVERY, EACH].contains(&hash) => {
            let recurs = if hash == EVERY { Recurs::Every } else { Recurs::Each };
            let month = Sense::Is(Value::Length(Length { count: Some(1.0), unit: Unit::Month }));
            return Some(Expression::new(at, last, month, "nth day of every month").recurring(recurs));
        }
        _ => return None,
    };
    Some(Expression::new(at, last, Sense::NthOfShift(nth, weekday, months), "nth day of month"))
}

const THIS: u64 = word!("this");
const EVERY: u64 = word!("every");
const EACH: u64 = word!("each");
