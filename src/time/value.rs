//! [`Value`]: what an expression of time means, with its TIMEX3 form and the days it can mean.

use super::calendar;
use super::unit::{Clock, Season, Unit};
use jiff::civil::Date;
use std::fmt::{Display, Formatter, Write};

/// What an expression of time means. The forms with `Open` lack a day to count from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value {
    Day(Date),
    /// Some day of a month, of which no more is told.
    DayOfMonth(i16, i8),
    /// Some day of a year.
    DayOfYear(i16),
    /// ISO year and week.
    Week(i16, i8),
    /// Saturday and Sunday of an ISO week.
    Weekend(i16, i8),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    Season(i16, Season),
    Year(i16),
    /// The year without its last digit.
    Decade(i16),
    /// The year without its last two digits.
    Century(i16),
    Millennium(i16),
    /// Year before Christ.
    Before(i16),
    /// Century before Christ, counted like [`Value::Century`].
    CenturyBefore(i16),
    Clock(Date, Clock),
    OpenClock(Clock),
    OpenWeekday(i8),
    OpenWeekdayClock(i8, Clock),
    OpenDay(i8, i8),
    OpenMonth(i8),
    OpenQuarter(i8),
    OpenHalf(i8),
    OpenSeason(Season),
    /// Some day, week, month ...
    OpenUnit(Unit),
    Length(Length),
    /// A length and a part of its unit: "ten years and six months".
    Lengths(Length, Length),
    /// From the one day to the other: "between July 16 and Aug. 5".
    Between(Date, Date),
    Past,
    Present,
    Future,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Length {
    /// How many units; `None`: nobody knows ("years").
    pub count: Option<f64>,
    pub unit: Unit,
}

impl Length {
    /// The length that `P2W`, `PT1H`, `PXD` stand for.
    pub(crate) fn of_timex(value: &str) -> Option<Self> {
        let (head, body) = value.strip_prefix("PT").map_or(("P", value.strip_prefix('P')?), |body| ("PT", body));
        let digits = body.trim_end_matches(|char: char| char.is_ascii_alphabetic());
        let unit = match (head, body.get(digits.len()..)?.trim_start_matches('X')) {
            ("PT", "H") => Unit::Hour,
            ("PT", "M") => Unit::Minute,
            (_, "D") => Unit::Day,
            (_, "W") => Unit::Week,
            (_, "M") => Unit::Month,
            (_, "Y") => Unit::Year,
            _ => return None,
        };
        Some(Self { count: digits.parse().ok(), unit })
    }
}

impl Value {
    /// First and last day that it can mean.
    pub(crate) fn range(&self) -> Option<(Date, Date)> {
        match *self {
            Self::Day(day) | Self::Clock(day, _) => Some((day, day)),
            Self::Between(first, last) => Some((first, last)),
            Self::Week(year, week) => calendar::week(year, week),
            Self::Weekend(year, week) => {
                let (_, sunday) = calendar::week(year, week)?;
                Some((sunday.yesterday().ok()?, sunday))
            }
            Self::Month(year, month) | Self::DayOfMonth(year, month) => calendar::months(year, month, 1),
            Self::Quarter(year, quarter) => calendar::months(year, quarter * 3 - 2, 3),
            Self::Half(year, half) => calendar::months(year, half * 6 - 5, 6),
            Self::Season(year, season) => calendar::months(year, season.first_month(), 3),
            Self::Year(year) | Self::DayOfYear(year) => calendar::months(year, 1, 12),
            Self::Decade(decade) => years(decade.checked_mul(10)?, 10),
            Self::Century(century) => years(century.checked_mul(100)?, 100),
            Self::Millennium(millennium) => years(millennium.checked_mul(1000)?, 1000),
            _ => None,
        }
    }

    /// As TIMEX3 writes it.
    pub(crate) fn text(&self) -> String {
        const ROOM: usize = "2024-01-03T12:00".len();
        let Self::Day(day) = *self else {
            let mut text = String::with_capacity(ROOM);
            // Writing to a string does not fail.
            let _ = write!(text, "{self}");
            return text;
        };
        calendar::iso(day)
    }

    /// Whether it is a time of day, for the TIMEX3 type.
    pub(crate) const fn is_clock(&self) -> bool {
        matches!(self, Self::Clock(..) | Self::OpenClock(_) | Self::OpenWeekdayClock(..))
    }
}

fn years(first: i16, count: i16) -> Option<(Date, Date)> {
    let (earliest, _) = calendar::months(first, 1, 12)?;
    let (_, latest) = calendar::months(first.checked_add(count - 1)?, 1, 12)?;
    Some((earliest, latest))
}

impl Display for Value {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Day(day) => write!(out, "{day}"),
            Self::DayOfMonth(year, month) => write!(out, "{year:04}-{month:02}-XX"),
            Self::DayOfYear(year) => write!(out, "{year:04}-XX-XX"),
            Self::Week(year, week) => write!(out, "{year:04}-W{week:02}"),
            Self::Weekend(year, week) => write!(out, "{year:04}-W{week:02}-WE"),
            Self::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(out, "{year:04}-Q{quarter}"),
            Self::Half(year, half) => write!(out, "{year:04}-H{half}"),
            Self::Season(year, season) => write!(out, "{year:04}-{}", season.letters()),
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Decade(decade) => write!(out, "{decade:03}X"),
            Self::Century(century) => write!(out, "{century:02}XX"),
            Self::Millennium(millennium) => write!(out, "{millennium}XXX"),
            Self::Before(year) => write!(out, "BC{year:04}"),
            Self::CenturyBefore(century) => write!(out, "BC{century:02}XX"),
            Self::Clock(day, Clock::At(24, 0)) => write!(out, "{day}T24:00"),
            Self::Clock(day, clock) => write!(out, "{day}{clock}"),
            Self::OpenClock(clock) => write!(out, "XXXX-XX-XX{clock}"),
            Self::OpenWeekday(weekday) => write!(out, "XXXX-WXX-{weekday}"),
            Self::OpenWeekdayClock(weekday, clock) => write!(out, "XXXX-WXX-{weekday}{clock}"),
            Self::OpenDay(month, day) => write!(out, "XXXX-{month:02}-{day:02}"),
            Self::OpenMonth(month) => write!(out, "XXXX-{month:02}"),
            Self::OpenQuarter(0) => out.write_str("XXXX-QX"),
            Self::OpenQuarter(quarter) => write!(out, "XXXX-Q{quarter}"),
            Self::OpenHalf(half) => write!(out, "XXXX-H{half}"),
            Self::OpenSeason(season) => write!(out, "XXXX-{}", season.letters()),
            Self::OpenUnit(unit) => out.write_str(open_unit(unit)),
            Self::Length(length) => write!(out, "{length}"),
            Self::Lengths(length, part) => {
                let (whole, part) = (length.to_string(), part.to_string());
                let part = if whole.starts_with("PT") { part.trim_start_matches("PT") } else { part.trim_start_matches('P') };
                write!(out, "{whole}{part}")
            }
            Self::Between(first, last) => write!(out, "{first}/{last}"),
            Self::Past => out.write_str("PAST_REF"),
            Self::Present => out.write_str("PRESENT_REF"),
            Self::Future => out.write_str("FUTURE_REF"),
        }
    }
}

const fn open_unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Millisecond | Unit::Second | Unit::Minute | Unit::Hour => "XXXX-XX-XXTXX:XX",
        Unit::Day => "XXXX-XX-XX",
        Unit::Night => "XXXX-XX-XXTNI",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::HalfYear => "XXXX-HX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXXX",
        Unit::Century => "XXXX",
        Unit::Millennium => "XXXX",
    }
}

impl Display for Length {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        let (letters, by) = match self.unit {
            Unit::Millisecond => return out.write_str("PT0.001S"),
            Unit::Second => ("TS", 1.0),
            Unit::Minute => ("TM", 1.0),
            Unit::Hour => ("TH", 1.0),
            Unit::Day => ("D", 1.0),
            Unit::Night => ("N", 1.0),
            Unit::Weekend => ("WE", 1.0),
            Unit::Week => ("W", 1.0),
            Unit::Fortnight => ("W", 2.0),
            Unit::Month => ("M", 1.0),
            Unit::Quarter => ("Q", 1.0),
            Unit::HalfYear => ("M", 6.0),
            Unit::Year => ("Y", 1.0),
            Unit::Decade => ("Y", 10.0),
            Unit::Century => ("Y", 100.0),
            Unit::Millennium => ("Y", 1000.0),
        };
        let (time, letter) = letters.strip_prefix('T').map_or(("", letters), |letter| ("T", letter));
        let Some(count) = self.count else {
            let letter = match self.unit {
                Unit::Decade => "DE",
                Unit::Century => "C",
                Unit::Millennium => "L",
                _ => letter,
            };
            return write!(out, "P{time}X{letter}");
        };
        let count = count * by;
        let (whole, part) = (count.trunc(), count.fract());
        let smaller = match (self.unit, letter) {
            (_, "Y") => Some((12.0, "M")),
            (Unit::Hour, _) => Some((60.0, "M")),
            (Unit::Minute, _) => Some((60.0, "S")),
            _ => None,
        };
        match smaller {
            Some((per, small)) if part > 0.0 => {
                let rest = (part * per).round();
                if whole > 0.0 { write!(out, "P{time}{whole}{letter}{rest}{small}") } else { write!(out, "P{time}{rest}{small}") }
            }
            _ => write!(out, "P{time}{count}{letter}"),
        }
    }
}
