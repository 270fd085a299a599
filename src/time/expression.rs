//! [`Expression`]: an expression of time as it is written, before its value is worked out.

use super::unit::{Clock, Season, Unit};
use super::value::{Length, Value};
use super::vocabulary::Calendar;
use crate::lexicon::RowRef;
use crate::record::Modifier;

/// An expression of time as it is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expression {
    pub first: usize,
    /// Token after the last one.
    pub last: usize,
    pub sense: Sense,
    /// Time of the day that the sense names.
    pub clock: Option<Clock>,
    /// What tells the half of the day that a time by the clock lies in.
    pub half: HalfTold,
    pub modifier: Option<Modifier>,
    /// Days from the day of the sense: "the day before Christmas".
    pub days: i8,
    /// For sets.
    pub recurs: Option<Recurs>,
    /// For sets: how often in each unit.
    pub freq: Option<Frequency>,
    /// Name of the rule.
    pub rule: &'static str,
}

/// What an expression says before anything is known of the day that it counts from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sense {
    /// It needs no other day.
    Is(Value),
    Weekday(i8, Pull),
    MonthDay(i8, i8, Pull),
    Month(i8, Pull),
    /// The week, month or quarter that a day of a month lies in, the day by month and number: "the quarter ended Sept. 30".
    UnitOf(Unit, i8, i8),
    /// The nth weekday of a month, from its end if negative; 0 stands for any day: "the last Friday in March".
    NthOfMonth(i8, i8, i8),
    /// The nth weekday of the month so many months from the present one.
    NthOfShift(i8, i8, i8),
    /// A day of the month spoken of: "on the 25th".
    DayOfMonth(i8),
    /// A weekday of the week so many weeks from this one: "Tuesday of last week".
    DayOfWeek(i8, i8),
    /// This day so many units before: "ten years ago today".
    AgoToday(Unit, i16),
    /// The present unit so many years before: "ten years ago this week".
    AgoThis(i16, Unit),
    /// So many weeks after the weekday to come, before the one past if negative: "a week from Friday".
    WeeksFrom(i8, i8),
    Season(Season, Pull),
    /// 0 is the quarter spoken of.
    Quarter(i8, Pull),
    Half(i8, Pull),
    /// "the 1988 period": the quarter spoken of in that year.
    Period(i16),
    Holiday(RowRef, Option<i16>, Pull),
    /// The weekend or week of a holiday: "Labor Day weekend".
    AtHoliday(RowRef, Option<i16>, Unit, Pull),
    /// A month of another calendar, with day and year if they are told.
    Foreign(Calendar, i8, Option<i8>, Option<i16>),
    /// So many units from the base.
    Shift(Unit, i64, Base),
    /// A length of time up to the day of publication, or from it on if `true`: "the past two months", "the next three weeks".
    Stretch(Length, bool),
    /// A part of a day after the time of day told, or before it if `false`: "ten minutes later", "two hours earlier".
    Later(Length, bool),
    /// The unit that the base lies in: "the year", "that day".
    Same(Unit),
    /// The nth unit inside the unit told before, from the end if negative.
    Day(Base),
}

impl Sense {
    /// Which of several days of the same name is meant.
    pub fn pull(self) -> Option<Pull> {
        match self {
            Self::Weekday(_, pull) | Self::Month(_, pull) | Self::Season(_, pull) | Self::Quarter(_, pull) | Self::Half(_, pull) => {
                Some(pull)
            }
            Self::MonthDay(_, _, pull) | Self::Holiday(_, None, pull) | Self::AtHoliday(_, None, _, pull) => Some(pull),
            _ => None,
        }
    }

    /// The same day pulled by "last", "next", "this".
    pub fn pulled(self, pull: Pull) -> Option<Self> {
        Some(match self {
            Self::Weekday(weekday, _) => Self::Weekday(weekday, pull),
            Self::Month(month, _) => Self::Month(month, pull),
            Self::Season(season, _) => Self::Season(season, pull),
            Self::Quarter(quarter, _) => Self::Quarter(quarter, pull),
            Self::Half(half, _) => Self::Half(half, pull),
            Self::MonthDay(month, day, _) => Self::MonthDay(month, day, pull),
            Self::Holiday(row, None, _) => Self::Holiday(row, None, pull),
            Self::AtHoliday(row, None, unit, _) => Self::AtHoliday(row, None, unit, pull),
            _ => return None,
        })
    }
}

/// From where an expression counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// The day of publication: "yesterday", "last week".
    Published,
    /// The day last told: "the next day".
    Narrative,
    /// "a year ago" in a company report: the quarter told before; else the day of publication.
    Ago,
    /// "a year earlier": what is told before, else the day of publication.
    Earlier,
    /// "the day after his death": the incident that the article is about.
    Incident,
}

/// Which of several days of the same name is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pull {
    /// Nothing says.
    Open,
    Last,
    This,
    Next,
    /// Before and after what is told: "the previous Friday", "the following August".
    Preceding,
    Following,
    /// In the year of what is told: "that summer".
    That,
    /// A year before the one that is meant if nothing says.
    Ago,
    /// The year before, this year, the year after: "June last year".
    Years(i8),
}

/// What tells the half of the day that a time by the clock lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HalfTold {
    /// The hour itself, or it is no time by the clock: "14:30", "03:40 GMT".
    Needless,
    /// Words beside it: "3:40 p.m.", "noon", "4:15 in the afternoon".
    Beside,
    /// Nothing: "at 3:40".
    Nowhere,
}

/// How a set recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Recurs {
    /// "daily", "Fridays", "a year".
    Plain,
    /// "every", with "other" 2.
    Every,
    Each,
}

/// How often a set happens in each unit: "twice" a week, "five days" a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frequency {
    pub count: u16,
    /// What is counted, if not the times.
    pub unit: Option<Unit>,
}

impl std::fmt::Display for Frequency {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let letter = match self.unit {
            None => "X",
            Some(Unit::Second) => "S",
            Some(Unit::Minute) => "MIN",
            Some(Unit::Hour) => "H",
            Some(Unit::Day) => "D",
            Some(Unit::Night) => "N",
            Some(Unit::Weekend) => "WE",
            Some(Unit::Week | Unit::Fortnight) => "W",
            Some(Unit::Month) => "M",
            Some(Unit::Quarter) => "Q",
            Some(_) => "Y",
        };
        write!(out, "{}{letter}", self.count)
    }
}

impl Expression {
    pub fn new(first: usize, last: usize, sense: Sense, rule: &'static str) -> Self {
        Self { first, last, sense, clock: None, half: HalfTold::Needless, modifier: None, days: 0, recurs: None, freq: None, rule }
    }

    pub fn at(self, clock: Option<Clock>) -> Self {
        Self { clock: clock.or(self.clock), ..self }
    }

    pub fn modified(self, modifier: Modifier) -> Self {
        Self { modifier: Some(modifier), ..self }
    }

    pub fn from(self, first: usize) -> Self {
        Self { first, ..self }
    }

    pub fn recurring(self, recurs: Recurs) -> Self {
        Self { recurs: Some(recurs), ..self }
    }
}
