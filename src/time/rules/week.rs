//! Days by their week, and days whole weeks and years from today: "Tuesday of last week", "a week from Friday", "ten years ago today", "ten years
//! ago this week".

use super::ago::ends;
use super::deictic::{LAST, NEXT};
use crate::time::expression::{Expression, Sense};
use crate::time::reader::Reader;
use crate::time::unit::Unit;
use crate::time::value::Length;
use crate::token::literal::word;

/// Those that begin with a weekday.
pub(super) fn of_weekday(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    weekday_of_week(reader, at).or_else(|| weekday_week(reader, at))
}

/// Those that begin with a length of time, and the token after it.
pub(super) fn counted(reader: &Reader<'_>, at: usize, length: (Length, usize)) -> Option<Expression> {
    weeks_from(reader, at, length).or_else(|| ago_today(reader, at, length)).or_else(|| anniversary(reader, at, length))
}

/// "Monday last week", "Tuesday of next week", "Friday this week".
fn weekday_of_week(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (weekday, piece) = reader.weekday(at).filter(|(_, piece)| !piece.short)?;
    let from = if reader.is(piece.last, word!("of")) { piece.last + 1 } else { piece.last };
    let weeks = match reader.token(from)?.hash {
        LAST => -1,
        NEXT => 1,
        hash if hash == word!("this") => 0,
        _ => return None,
    };
    let (_, last) = reader.unit(from + 1).filter(|(unit, _)| *unit == Unit::Week)?;
    Some(Expression::new(at, last, Sense::DayOfWeek(weekday, weeks), "weekday of week"))
}

/// "Friday week".
fn weekday_week(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (weekday, piece) = reader.weekday(at).filter(|(_, piece)| !piece.short)?;
    let is_week = reader.is(piece.last, word!("week")) && !reader.is_name_part(piece.last) && ends(reader, piece.last + 1);
    is_week.then(|| Expression::new(at, piece.last + 1, Sense::WeeksFrom(weekday, 1), "weekday week"))
}

/// "a week from Friday", "two weeks from Tuesday", "a week ago Sunday".
fn weeks_from(reader: &Reader<'_>, at: usize, (length, last): (Length, usize)) -> Option<Expression> {
    let weeks = length.count.filter(|weeks| length.unit == Unit::Week && weeks.fract() == 0.0 && *weeks < 50.0)? as i8;
    let (ago, from) = (reader.is(last, word!("ago")), reader.is(last, word!("from")));
    let on = usize::from(ago && reader.is(last + 1, word!("on")));
    let (weekday, piece) = reader.weekday(last + 1 + on).filter(|_| ago || from)?;
    Some(Expression::new(at, piece.last, Sense::WeeksFrom(weekday, if ago { -weeks } else { weeks }), "weeks from weekday"))
}

/// "a week ago today", "ten years ago today", "three years ago yesterday".
fn ago_today(reader: &Reader<'_>, at: usize, (length, last): (Length, usize)) -> Option<Expression> {
    let count = length.count.filter(|count| !length.unit.is_of_clock() && count.fract() == 0.0 && *count < 1000.0)?;
    let days = match reader.token(last + 1)?.hash {
        hash if hash == word!("today") => 0,
        hash if hash == word!("yesterday") => -1,
        hash if hash == word!("tomorrow") => 1,
        _ => return None,
    };
    let found = Expression::new(at, last + 2, Sense::AgoToday(length.unit, count as i16), "length ago today");
    reader.is(last, word!("ago")).then_some(Expression { days, ..found })
}

/// "ten years ago this month", "a century ago this week"; of "fifty years ago on Saturday" the month, for the day may be the one past or to come.
fn anniversary(reader: &Reader<'_>, at: usize, (length, last): (Length, usize)) -> Option<Expression> {
    let years = match length.unit {
        Unit::Year => 1.0,
        Unit::Decade => 10.0,
        Unit::Century => 100.0,
        _ => return None,
    };
    let count = length.count.map(|count| count * years).filter(|count| count.fract() == 0.0 && (1.0..1000.0).contains(count))?;
    let from = last + 1;
    if !reader.is(last, word!("ago")) {
        return None;
    }
    let this = || {
        let (unit, last) = reader.unit(from + 1).filter(|_| reader.is(from, word!("this")))?;
        matches!(unit, Unit::Week | Unit::Weekend | Unit::Month).then_some((unit, last))
    };
    let weekday = || {
        let on = usize::from(reader.is(from, word!("on")));
        let (_, piece) = reader.weekday(from + on).filter(|(_, piece)| !piece.short)?;
        Some((Unit::Month, piece.last))
    };
    let (unit, last) = this().or_else(weekday)?;
    Some(Expression::new(at, last, Sense::AgoThis(count as i16, unit), "years ago this unit"))
}
