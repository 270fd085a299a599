//! Islamic, Persian, Jewish and Chinese days, by arithmetic.
//!
//! The Islamic months are the tabular ones: the day that the moon is seen may lie a day off, and does so from country to country.

use super::calendar;
use jiff::civil::Date;

/// Days from 1 January of the year 1 to `date`, counted from 1.
fn fixed(date: Date) -> i64 {
    calendar::days_between(calendar::day(1, 1, 1).unwrap_or(date), date) + 1
}

fn from_fixed(fixed: i64) -> Option<Date> {
    calendar::add_days(calendar::day(1, 1, 1)?, fixed - 1)
}

fn month_day(text: &str) -> Option<(i64, i64)> {
    let (month, day) = text.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

/// Day 1 of the Islamic era, civil reckoning.
const HIJRI: i64 = 227_015;

/// The day of the Islamic calendar, by the thirty-year cycle.
pub(crate) fn hijri(year: i64, month: i64, day: i64) -> Option<Date> {
    from_fixed(HIJRI - 1 + (year - 1) * 354 + (3 + 11 * year).div_euclid(30) + 29 * (month - 1) + month.div_euclid(2) + day)
}

/// Month and day of the Islamic calendar in a year of the usual one: none, one or two days.
pub(crate) fn hijri_in_year(year: i16, text: &str) -> [Option<Date>; 2] {
    let Some((month, day)) = month_day(text) else { return [None; 2] };
    let about = (i64::from(year) - 622) * 33 / 32;
    let mut found = [None; 2];
    let dates = (about - 1..=about + 2).filter_map(|hijri_year| hijri(hijri_year, month, day)).filter(|date| date.year() == year);
    for (place, date) in found.iter_mut().zip(dates) {
        *place = Some(date);
    }
    found
}

/// The day of the Persian calendar: its years begin with the vernal equinox, which the 33-year cycle gives for 1800 to 2200.
pub(crate) fn persian(year: i64, month: i64, day: i64) -> Option<Date> {
    let days_of_years = 365 * (year - 1) + (8 * year + 21).div_euclid(33);
    let days_of_months = if month <= 7 { 31 * (month - 1) } else { 30 * (month - 1) + 6 };
    from_fixed(226_895 + days_of_years + days_of_months + day)
}

/// Month and day of the Persian calendar in a year of the usual one.
pub(crate) fn persian_in_year(year: i16, text: &str) -> Option<Date> {
    let (month, day) = month_day(text)?;
    (621..=622).filter_map(|offset| persian(i64::from(year) - offset, month, day)).find(|date| date.year() == year)
}

/// Whether a Jewish year has thirteen months.
fn is_long(year: i64) -> bool {
    (7 * year + 1).rem_euclid(19) < 7
}

/// Days from the Jewish era to the new year of `year`, with its postponements.
fn hebrew_new_year(year: i64) -> i64 {
    let elapsed = |year: i64| {
        let months = (235 * year - 234).div_euclid(19);
        let parts = 12_084 + 13_753 * months;
        let day = 29 * months + parts.div_euclid(25_920);
        if (3 * (day + 1)).rem_euclid(7) < 3 { day + 1 } else { day }
    };
    let (before, here, after) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    let delay = if after - here == 356 {
        2
    } else if here - before == 382 {
        1
    } else {
        0
    };
    -1_373_427 + 1 + here + delay - 1 - 1
}

/// The months in the order of the religious year, Nisan first.
const HEBREW_MONTHS: [&str; 13] =
    ["nisan", "iyar", "sivan", "tammuz", "av", "elul", "tishri", "cheshvan", "kislev", "tevet", "shevat", "adar", "adar-ii"];

/// The day of the Jewish calendar; `month` counts from Nisan.
fn hebrew(year: i64, month: i64, day: i64) -> Option<Date> {
    let length = hebrew_new_year(year + 1) - hebrew_new_year(year);
    let days_in = |month: i64| match month {
        2 | 4 | 6 | 10 | 13 => 29,
        12 if !is_long(year) => 29,
        8 if length % 10 != 5 => 29,
        9 if length % 10 == 3 => 29,
        _ => 30,
    };
    let last = if is_long(year) { 13 } else { 12 };
    let before: i64 = if month < 7 { (7..=last).chain(1..month).map(days_in).sum() } else { (7..month).map(days_in).sum() };
    from_fixed(hebrew_new_year(year) + before + day - 1)
}

/// "07-10" (01 is Tishri) or "nisan-15" in a year of the usual calendar.
pub(crate) fn hebrew_in_year(year: i16, text: &str) -> Option<Date> {
    let (month, day) = text.rsplit_once('-')?;
    let day = day.parse().ok()?;
    let month = match month.parse::<i64>() {
        Ok(number) => (number + 5) % 12 + 1,
        Err(_) => HEBREW_MONTHS.iter().position(|name| *name == month)? as i64 + 1,
    };
    (3760..=3761)
        .map(|offset| i64::from(year) + offset)
        .filter_map(|hebrew_year| {
            // Purim and the like fall into the second Adar of a long year.
            let month = if month == 12 && is_long(hebrew_year) { 13 } else { month };
            hebrew(hebrew_year, month, day)
        })
        .find(|date| date.year() == year)
}

/// The Chinese New Year and days counted from it, by the mean new moon after 20 January.
pub(crate) fn chinese_in_year(year: i16, text: &str) -> Option<Date> {
    let (month, day) = month_day(text)?;
    let start = calendar::day(year, 1, 21)?;
    // A new moon, 21 January 2023 20:53 GMT, in days of China's time from its midnight.
    let base = fixed(calendar::day(2023, 1, 22)?) as f64 + 0.203;
    let month_length = 29.530_588_86;
    let months = ((fixed(start) as f64 - base) / month_length).ceil();
    let new_moon = base + (months + (month - 1) as f64) * month_length;
    from_fixed(new_moon.floor() as i64 + day - 1)
}
