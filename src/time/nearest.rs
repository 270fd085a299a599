//! Which of several days of one name is meant, and the days that a part of a month or a season takes up.

use super::calendar::{self, days_between};
use super::expression::Pull;
use super::foreign;
use super::unit::{Season, Unit};
use super::value::Value;
use super::vocabulary::Calendar;
use jiff::civil::Date;

/// The date in the year that `pull` asks for: without one the nearest to the reference, the past preferred by `lean` days.
pub(super) fn pulled_year(reference: Date, pull: Pull, date: impl Fn(i16) -> Option<Date>, lean: i64) -> Option<Date> {
    let year = reference.year();
    let dates = || [year - 1, year, year + 1].into_iter().filter_map(&date);
    let ahead = |date: &Date| days_between(reference, *date);
    match pull {
        Pull::Last | Pull::Preceding => dates().filter(|date| ahead(date) < 0).max(),
        Pull::Next | Pull::Following => dates().filter(|date| ahead(date) > 0).min(),
        Pull::This | Pull::That => date(year),
        Pull::Years(years) => date(year + i16::from(years)),
        Pull::Open | Pull::Ago => {
            let far = |date: &Date| if ahead(date) > 0 { ahead(date) + lean } else { -ahead(date) };
            // 29 February may have no year nearby.
            dates().min_by_key(far).or_else(|| (1..=4).find_map(|back| date(year - back)))
        }
    }
}

/// A season: the one that has begun last, unless the words ask for another.
pub(super) fn season_value(reference: Date, season: Season, pull: Pull, future: bool) -> Option<Value> {
    let year = reference.year();
    let (now_year, now) = calendar::season_of(reference);
    let begun = |year: i16| calendar::day(year, season.first_month(), 1);
    let last_begun = [year, year - 1].into_iter().find(|&year| begun(year).is_some_and(|day| day <= reference))?;
    Some(Value::Season(
        match pull {
            Pull::Last | Pull::Preceding if now == season => now_year - 1,
            Pull::Next | Pull::Following => [year, year + 1].into_iter().find(|&year| begun(year).is_some_and(|day| day > reference))?,
            Pull::This if now == season => now_year,
            Pull::This | Pull::That => year,
            Pull::Years(years) => year + i16::from(years),
            Pull::Open if future && now != season => {
                [year, year + 1].into_iter().find(|&year| begun(year).is_some_and(|day| day > reference))?
            }
            _ => last_begun,
        },
        season,
    ))
}

pub(super) fn foreign_day(calendar: Calendar, year: i64, month: i64, day: i64) -> Option<Date> {
    match calendar {
        Calendar::Hijri => foreign::hijri(year, month, day),
        Calendar::Persian => foreign::persian(year, month, day),
    }
}

/// The first day of a month of another calendar, or a day in it: the last one that has begun, under a verb of the future the next one.
pub(super) fn foreign_near(calendar: Calendar, month: i8, day: Option<i8>, reference: Date, future: bool) -> Option<Date> {
    let text = format!("{month:02}-{:02}", day.unwrap_or(1));
    let (from, to) = if future { (0, 1) } else { (-1, 0) };
    let days = (reference.year() + from..=reference.year() + to).flat_map(|year| foreign_days(calendar, year, &text)).flatten();
    if future { days.filter(|date| *date > reference).min() } else { days.filter(|date| *date <= reference).max() }
}

/// Month and day of another calendar in a year of the usual one.
fn foreign_days(calendar: Calendar, year: i16, text: &str) -> [Option<Date>; 2] {
    match calendar {
        Calendar::Hijri => foreign::hijri_in_year(year, text),
        Calendar::Persian => [foreign::persian_in_year(year, text), None],
    }
}

/// The day, or the month in which a month of another calendar begins, with the days that this takes up.
pub(super) fn foreign_value(calendar: Calendar, month: i8, first: Date, is_day: bool) -> (Value, Option<(Date, Date)>) {
    if is_day {
        return (Value::Day(first), None);
    }
    let next = format!("{:02}-01", month % 12 + 1);
    let after = (first.year()..=first.year() + 1).flat_map(|year| foreign_days(calendar, year, &next)).flatten();
    let last = after.filter(|date| *date > first).min().and_then(|date| date.yesterday().ok());
    (calendar::unit_of(first, Unit::Month), last.map(|last| (first, last)))
}

/// Narrows a range by "early", "mid", "late": a third each.
pub(super) fn narrowed((first, last): (Date, Date), modifier: Option<crate::record::Modifier>) -> (Date, Date) {
    use crate::record::Modifier::{End, Mid, Start};
    let days = days_between(first, last) + 1;
    let third = days / 3;
    if third < 2 {
        return (first, last);
    }
    let at = |offset: i64| calendar::add_days(first, offset).unwrap_or(first);
    match modifier {
        Some(Start) => (first, at(third - 1)),
        Some(Mid) => (at(third), at(2 * third - 1)),
        Some(End) => (at(2 * third), last),
        _ => (first, last),
    }
}
