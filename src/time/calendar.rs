//! Arithmetic of the calendar: weeks, months, quarters, seasons, and movable days.

use super::unit::{Season, Unit};
use super::value::Value;
use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The day, if there is one.
pub(crate) fn day(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// First and last day of `count` months from `month` of `year` on; months past December are of the next year.
pub(crate) fn months(year: i16, month: i8, count: i8) -> Option<(Date, Date)> {
    let first = day(year, month, 1)?;
    let last = first.checked_add(Span::new().try_months(count).ok()?).ok()?.yesterday().ok()?;
    Some((first, last))
}

/// Monday and Sunday of an ISO week.
pub(crate) fn week(year: i16, week: i8) -> Option<(Date, Date)> {
    let date = |weekday| Some(ISOWeekDate::new(year, week, weekday).ok()?.date());
    Some((date(Weekday::Monday)?, date(Weekday::Sunday)?))
}

/// `count` days after `from`, before it if negative.
pub(crate) fn add_days(from: Date, count: i64) -> Option<Date> {
    from.checked_add(Span::new().try_days(count).ok()?).ok()
}

/// `count` months after `from`, at the last day of a shorter month.
pub(crate) fn add_months(from: Date, count: i64) -> Option<Date> {
    from.checked_add(Span::new().try_months(count).ok()?).ok()
}

/// Days from `from` to `to`.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// The unit of the calendar that holds `date`.
pub(crate) fn unit_of(date: Date, unit: Unit) -> Value {
    let (year, month) = (date.year(), date.month());
    match unit {
        Unit::Week | Unit::Fortnight => {
            let week = date.iso_week_date();
            Value::Week(week.year(), week.week())
        }
        Unit::Weekend => {
            let week = date.iso_week_date();
            Value::Weekend(week.year(), week.week())
        }
        Unit::Month => Value::Month(year, month),
        Unit::Quarter => Value::Quarter(year, (month - 1) / 3 + 1),
        Unit::HalfYear => Value::Half(year, (month - 1) / 6 + 1),
        Unit::Year => Value::Year(year),
        Unit::Decade => Value::Decade(year.div_euclid(10)),
        Unit::Century => Value::Century(year.div_euclid(100)),
        Unit::Millennium => Value::Millennium(year.div_euclid(1000)),
        _ => Value::Day(date),
    }
}

/// The unit of the calendar that lies `count` units after the one of `date`.
pub(crate) fn shifted(date: Date, unit: Unit, count: i64) -> Option<Value> {
    Some(unit_of(moved(date, unit, count as f64)?, unit))
}

/// The day with this weekday (1 is Monday) nearest to `from`: on it or before it, and not on it if `strictly`.
pub(crate) fn weekday_before(from: Date, weekday: i8, strictly: bool) -> Option<Date> {
    let back = (i64::from(from.weekday().to_monday_one_offset()) - i64::from(weekday)).rem_euclid(7);
    add_days(from, -(if back == 0 && strictly { 7 } else { back }))
}

/// The day with this weekday on `from` or after it, and not on it if `strictly`.
pub(crate) fn weekday_after(from: Date, weekday: i8, strictly: bool) -> Option<Date> {
    let ahead = (i64::from(weekday) - i64::from(from.weekday().to_monday_one_offset())).rem_euclid(7);
    add_days(from, if ahead == 0 && strictly { 7 } else { ahead })
}

/// The nth day of a month with this weekday (1 is Monday, 0 stands for any day), counted from its end if negative.
pub(crate) fn nth_of_month(year: i16, month: i8, weekday: i8, nth: i8) -> Option<Date> {
    let (first, last) = months(year, month, 1)?;
    let steps = |step: i64| if nth < 0 { i64::from(nth + 1) * step } else { i64::from(nth - 1) * step };
    let day = match (weekday, nth < 0) {
        (0, true) => add_days(last, steps(1))?,
        (0, false) => add_days(first, steps(1))?,
        (_, true) => add_days(weekday_before(last, weekday, false)?, steps(7))?,
        (_, false) => add_days(weekday_after(first, weekday, false)?, steps(7))?,
    };
    (first..=last).contains(&day).then_some(day)
}

/// The day that lies a length of time after `date`, before it if negative; parts of a day are a whole one.
pub(crate) fn moved(date: Date, unit: Unit, count: f64) -> Option<Date> {
    let days = match unit {
        Unit::Millisecond | Unit::Second => count / 86_400.0,
        Unit::Minute => count / 1440.0,
        Unit::Hour => count / 24.0,
        Unit::Day | Unit::Night => count,
        Unit::Week | Unit::Weekend => count * 7.0,
        Unit::Fortnight => count * 14.0,
        _ => {
            let months = match unit {
                Unit::Month => 1.0,
                Unit::Quarter => 3.0,
                Unit::HalfYear => 6.0,
                Unit::Year => 12.0,
                Unit::Decade => 120.0,
                Unit::Century => 1200.0,
                _ => 12_000.0,
            };
            return add_months(date, (count * months) as i64);
        }
    };
    add_days(date, if count < 0.0 { days.floor() } else { days.ceil() } as i64)
}

/// The season that holds `date`, with its year; January and February belong to the winter begun before.
pub(crate) fn season_of(date: Date) -> (i16, Season) {
    match date.month() {
        1 | 2 => (date.year() - 1, Season::Winter),
        3..=5 => (date.year(), Season::Spring),
        6..=8 => (date.year(), Season::Summer),
        9..=11 => (date.year(), Season::Autumn),
        _ => (date.year(), Season::Winter),
    }
}

/// Both days as [`iso`] writes them.
pub(crate) fn iso_days((earliest, latest): (Date, Date)) -> (String, String) {
    let first = iso(earliest);
    let last = if latest == earliest { first.clone() } else { iso(latest) };
    (first, last)
}

/// The day as `2024-01-03`.
pub(crate) fn iso(day: Date) -> String {
    let (Ok(year), month, date) = (u16::try_from(day.year()), day.month() as u8, day.day() as u8) else { return day.to_string() };
    let digit = |number: u16| b'0' + (number % 10) as u8;
    let [thousands, hundreds, tens, ones] = [year / 1000, year / 100, year / 10, year].map(digit);
    let [[m, n], [d, e]] = [month, date].map(|part| [digit(u16::from(part / 10)), digit(u16::from(part))]);
    let text = [thousands, hundreds, tens, ones, b'-', m, n, b'-', d, e];
    std::str::from_utf8(&text).map(str::to_owned).unwrap_or_default()
}
