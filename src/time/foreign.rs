//! Islamic, Persian, Jewish and Chinese days, by arithmetic.
//!
//! The Islamic days are those of Saudi Arabia: where the moon is seen later they lie a day off.

use super::{calendar, hijri};
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

/// The day of the Islamic calendar: by the Umm al-Qura table, outside its years by the thirty-year cycle.
pub(crate) fn hijri(year: i64, month: i64, day: i64) -> Option<Date> {
    let index = usize::try_from(year - hijri::FIRST_YEAR).unwrap_or(usize::MAX);
    if !(1..=12).contains(&month) {
        return None;
    }
    let Some(&lengths) = hijri::MONTHS.get(index) else {
        return from_fixed(HIJRI - 1 + (year - 1) * 354 + (3 + 11 * year).div_euclid(30) + 29 * (month - 1) + month.div_euclid(2) + day);
    };
    let whole: i64 = hijri::MONTHS.iter().take(index).map(|lengths| 348 + i64::from(lengths.count_ones())).sum();
    let long = lengths & ((1 << (month - 1)) - 1);
    let (first_year, first_month, first_day) = hijri::FIRST_DAY;
    let first = calendar::day(first_year, first_month, first_day)?;
    calendar::add_days(first, whole + 29 * (month - 1) + i64::from(long.count_ones()) + day - 1)
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
    from_fixed(226_894 + days_of_years + days_of_months + day)
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
    here + delay - 1_373_427
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

/// The Chinese New Year and days counted from it: the first new moon after 20 January, by China's clock.
pub(crate) fn chinese_in_year(year: i16, text: &str) -> Option<Date> {
    let (month, day) = month_day(text)?;
    let start = fixed(calendar::day(year, 1, 21)?) as f64;
    let mut lunation = ((f64::from(year) - 2000.0) * 12.3685).floor();
    while new_moon(lunation) < start {
        lunation += 1.0;
    }
    from_fixed(new_moon(lunation + (month - 1) as f64).floor() as i64 + day - 1)
}

/// The new moon number `lunation` since January 2000 in days by China's clock, to about a quarter of an hour (Meeus, chapter 49).
fn new_moon(lunation: f64) -> f64 {
    /// Julian day of the midnight from which days are counted.
    const EPOCH: f64 = 1_721_424.5;
    const CHINA: f64 = 8.0 / 24.0;
    let centuries = lunation / 1236.85;
    let mean = 2_451_550.097_66 + 29.530_588_861 * lunation + 0.000_154_37 * centuries * centuries;
    let sun = (2.5534 + 29.105_356_7 * lunation).to_radians();
    let moon = (201.5643 + 385.816_935_28 * lunation).to_radians();
    let latitude = (160.7108 + 390.670_502_84 * lunation).to_radians();
    let wobble = -0.4072 * moon.sin()
        + 0.172_41 * sun.sin()
        + 0.016_08 * (2.0 * moon).sin()
        + 0.010_39 * (2.0 * latitude).sin()
        + 0.007_39 * (moon - sun).sin()
        - 0.005_14 * (moon + sun).sin();
    mean + wobble - EPOCH + CHINA
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_other_calendars() {
        let shown = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        assert_eq!(shown(hijri(1445, 9, 1)), "2024-03-11");
        assert_eq!(shown(hijri(1444, 12, 10)), "2023-06-28");
        assert_eq!(shown(hijri(1, 1, 1)), "0622-07-19");
        for (year, day) in [(1979, "1979-03-21"), (2020, "2020-03-20"), (2023, "2023-03-21"), (2024, "2024-03-20"), (2025, "2025-03-21")] {
            assert_eq!(shown(persian_in_year(year, "01-01")), day);
        }
        assert_eq!(shown(persian_in_year(1979, "11-22")), "1979-02-11");
        for (text, day) in [("01-01", "2024-10-03"), ("nisan-15", "2024-04-23"), ("adar-14", "2024-03-24"), ("01-10", "2024-10-12")] {
            assert_eq!(shown(hebrew_in_year(2024, text)), day, "{text}");
        }
        for (year, day) in [
            (1990, "1990-01-27"),
            (2000, "2000-02-05"),
            (2023, "2023-01-22"),
            (2024, "2024-02-10"),
            (2025, "2025-01-29"),
            (2033, "2033-01-31"),
        ] {
            assert_eq!(shown(chinese_in_year(year, "01-01")), day);
        }
    }
}
