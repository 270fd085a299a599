//! The day of a holiday in a year, by the rule in its row: fixed, movable by weekday, by Easter, or of another calendar.

use super::calendar;
use super::feasts;
use super::foreign;
use super::unit::Unit;
use super::value::Value;
use jiff::civil::Date;

/// The days on which a holiday with this rule begins in `year`: one, or two of a calendar with shorter years.
pub(crate) fn days(rule: &str, year: i16) -> [Option<Date>; 2] {
    let mut words = rule.split_whitespace();
    let Some(kind) = words.next() else { return [None; 2] };
    let arguments: Vec<&str> = words.collect();
    let argument = |index: usize| arguments.get(index).copied().unwrap_or("");
    match kind {
        "hijri" => foreign::hijri_in_year(year, argument(0)),
        "last-friday-of" => {
            let month = argument(1);
            let month_end = |date: Option<Date>| calendar::weekday_before(calendar::add_days(date?, -1)?, 5, false);
            let next = month.parse::<i8>().map_or(1, |month| month + 1);
            foreign::hijri_in_year(year, &format!("{next:02}-01")).map(month_end)
        }
        _ => [one(kind, &arguments, year), None],
    }
}

/// The day of the week of what recurs weekly, such as Friday prayers.
pub(crate) fn weekly(rule: &str) -> Option<i8> {
    weekday(rule.strip_prefix("weekly ")?)
}

/// The weekend beside a holiday, the one before it if it is a Monday or a Tuesday; or its week.
pub(super) fn unit_at(day: Date, unit: Unit) -> Option<Value> {
    let is_early = unit == Unit::Weekend && day.weekday().to_monday_one_offset() <= 2;
    Some(calendar::unit_of(if is_early { calendar::add_days(day, -3)? } else { day }, unit))
}

fn one(kind: &str, arguments: &[&str], year: i16) -> Option<Date> {
    let argument = |index: usize| arguments.get(index).copied().unwrap_or("");
    match kind {
        "fixed" => month_day(year, argument(0)),
        "easter" => calendar::add_days(easter(year)?, offset(argument(0))),
        "orthodox-easter" => calendar::add_days(orthodox_easter(year)?, offset(argument(0))),
        "nth" => nth(year, argument(0), argument(1), argument(2)),
        "nth-after" => calendar::add_days(nth(year, argument(0), argument(1), argument(2))?, offset(argument(3))),
        "weekday-before" | "weekday-after" | "weekday-on-or-after" => beside(kind, arguments, year),
        "persian" => foreign::persian_in_year(year, argument(0)),
        "hebrew" => foreign::hebrew_in_year(year, argument(0)),
        "feast" => feasts::feast(year, argument(0)),
        "qingming" => qingming(year),
        "chinese" => foreign::chinese_in_year(year, argument(0)),
        _ => None,
    }
}

fn month_day(year: i16, text: &str) -> Option<Date> {
    let (month, day) = text.split_once('-')?;
    calendar::day(year, month.parse().ok()?, day.parse().ok()?)
}

fn offset(text: &str) -> i64 {
    text.trim_start_matches('+').parse().unwrap_or(0)
}

fn weekday(name: &str) -> Option<i8> {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    NAMES.iter().position(|other| *other == name).map(|index| index as i8 + 1)
}

/// The nth weekday of a month, the last one for -1.
fn nth(year: i16, number: &str, name: &str, month: &str) -> Option<Date> {
    calendar::nth_of_month(year, month.parse().ok()?, weekday(name)?, number.parse().ok()?)
}

/// The day on which the sun stands at 15 degrees, in the years 1900 to 2099: the usual short reckoning of Chinese almanacs.
fn qingming(year: i16) -> Option<Date> {
    let (of_century, start) = if year < 2000 { (year - 1900, 559) } else { (year - 2000, 481) };
    let days = i32::from(of_century) * 2422 / 100 + start;
    let day = days / 100 - i32::from(of_century) / 4;
    (1900..2100).contains(&year).then(|| calendar::day(year, 4, day as i8)).flatten()
}

/// A weekday before or after a day: `weekday-before sunday 12-25 -3`, `weekday-before wednesday persian 01-01`.
fn beside(kind: &str, arguments: &[&str], year: i16) -> Option<Date> {
    let name = weekday(arguments.first()?)?;
    let (day, weeks) = match *arguments.get(1)? {
        "persian" => (foreign::persian_in_year(year, arguments.get(2)?)?, arguments.get(3)),
        text => (month_day(year, text)?, arguments.get(2)),
    };
    let found = match kind {
        "weekday-before" => calendar::weekday_before(day, name, true)?,
        "weekday-after" => calendar::weekday_after(day, name, true)?,
        _ => calendar::weekday_after(day, name, false)?,
    };
    calendar::add_days(found, weeks.map_or(0, |weeks| offset(weeks) * 7))
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
pub(crate) fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    calendar::day(year as i16, (sum / 31) as i8, (sum % 31 + 1) as i8)
}

/// Easter Sunday of the Julian calendar, as a day of the Gregorian one.
pub(crate) fn orthodox_easter(year: i16) -> Option<Date> {
    let whole = i64::from(year);
    let d = (19 * (whole % 19) + 15) % 30;
    let e = (2 * (whole % 4) + 4 * (whole % 7) - d + 34) % 7;
    let sum = d + e + 114;
    let julian = calendar::day(year, (sum / 31) as i8, (sum % 31 + 1) as i8)?;
    // Days between the calendars: 13 from 1900 to 2099.
    calendar::add_days(julian, whole.div_euclid(100) - whole.div_euclid(400) - 2)
}
