//! Holidays and named days.

use super::date;
use crate::time::expression::{Expression, Pull, Sense};
use crate::time::opens::{Gate, Opens};
use crate::time::reader::{Reader, THE};
use crate::time::unit::Unit;
use crate::time::value::Value;
use crate::token::TextCase;
use crate::token::literal::{word, words};

/// What a holiday begins with.
pub(super) const GATE: Gate = Gate::new(Opens::HOLIDAY).or(Opens::ORDINAL, Opens::HOLIDAY);

/// "the Easter weekend", "Labor Day weekend 2023", "Christmas week".
pub(in crate::time) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    beside(reader, at).or_else(|| nth_day(reader, at)).or_else(|| day(reader, at))
}

/// "the second day of Eid al-Fitr", "the last day" being unknown.
fn nth_day(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (nth, last) = reader.ordinal(reader.after_the(at)).filter(|(nth, _)| (1..=15).contains(nth))?;
    let holiday_at = last + 2;
    let of_holiday = reader.is(last, word!("day")) && reader.is(last + 1, word!("of"));
    let found = day(reader, reader.after_the(holiday_at)).filter(|_| of_holiday)?;
    Some(Expression { days: nth as i8 - 1, rule: "nth day of holiday", ..found.from(at) })
}

/// The weekend or the week of a holiday.
fn beside(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (row, after) = reader.holiday(reader.after_the(at))?;
    let (unit, last) = reader.unit(after).filter(|(unit, _)| matches!(unit, Unit::Weekend | Unit::Week))?;
    let year = reader.digits(last, 4).filter(|year| (1800..=2100).contains(year));
    let last = last + usize::from(year.is_some());
    Some(Expression::new(at, last, Sense::AtHoliday(row, year, unit, Pull::Open), "holiday weekend"))
}

/// Whether the word is somebody's name: "Paul Easter", "Mary Noel-Berje".
fn is_surname(reader: &Reader<'_>, at: usize, last: usize) -> bool {
    let given = |before: usize| {
        let name = reader.document.words.get(before).is_some_and(|word| word.given() > 0 && !word.name_is_word());
        name && reader.is_capital(before) && !reader.is_cut(at)
    };
    last == at + 1 && reader.document.case == TextCase::Mixed && at.checked_sub(1).is_some_and(given)
}

/// "Christmas", "Easter Sunday 2017", "May Day 2022", "Christmas Day in 2010".
fn day(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (row, mut last) = reader.holiday(at)?;
    // "THE FOURTH BOMB": where all is in capitals, a number is no feast.
    if reader.document.case == TextCase::Upper && reader.ordinal(reader.after_the(at)).is_some_and(|(_, end)| end == last) {
        return None;
    }
    // "Black Friday Rules": a name goes on.
    let goes_on = reader.is_name_part(last) && !reader.is_cut(last) && reader.month(last).is_none() && reader.weekday(last).is_none();
    if goes_on && !reader.follows(at, words!["on", "since", "before", "after", "at", "until"]) {
        return None;
    }
    if is_surname(reader, at, last) {
        return None;
    }
    let at_of = usize::from(reader.is_any(last, words!["of", "in"]));
    let year = reader.digits(last + at_of, 4).filter(|year| (1800..=2100).contains(year));
    if year.is_some() {
        last += at_of + 1;
    }
    // "New Year's Eve last year".
    if let Some((years, end)) = date::relative_year(reader, last).filter(|_| year.is_none()) {
        return Some(Expression::new(at, end, Sense::Holiday(row, None, Pull::Years(years)), "holiday of year"));
    }
    Some(Expression::new(at, last, Sense::Holiday(row, year, Pull::Open), "holiday"))
}

/// "the eve of Ramadan", "the eve of Sunday's vote": the day before.
pub(in crate::time) fn on_the_eve(reader: &Reader<'_>, day: Expression) -> Expression {
    let is_day = matches!(day.sense, Sense::Holiday(..) | Sense::Weekday(..) | Sense::MonthDay(..) | Sense::Is(Value::Day(_)));
    if !is_day
        || day.clock.is_some()
        || day.first < 2
        || !reader.follows(day.first, words!["of"])
        || !reader.is(day.first - 2, word!("eve"))
    {
        return day;
    }
    let eve = day.first - 2;
    let first = if reader.follows(eve, &[THE]) { eve - 1 } else { eve };
    Expression { days: day.days - 1, rule: "eve of day", ..day.from(first) }
}
