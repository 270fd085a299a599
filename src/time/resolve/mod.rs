//! From what is written to values: against the day of publication, the dateline, or what the article has told before.

mod history;
mod incident;
mod listed;
mod named;
mod relative;
mod told;

use super::calendar;
use super::expression::{Expression, Sense};
use super::holidays;
use super::nearest::{foreign_day, foreign_value};
use super::reader::Reader;
use super::unit::Unit;
use super::value::Value;
use crate::record::Anchor;
use jiff::civil::Date;
use told::{Seen, Told};

/// Works out the values of expressions, in the order of the text.
#[derive(Debug)]
pub(super) struct Resolver<'d> {
    reader: Reader<'d>,
    /// The day that deictic expressions count from, and whose it is.
    reference: Option<(Date, Anchor)>,
    told: Told,
}

/// A value, how it was got, and the days it may mean.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub value: Value,
    pub anchor: Anchor,
    /// The days that it may mean, if they are others than those of the value.
    pub days: Option<(Date, Date)>,
    /// The day from which the story goes on, if it is told by a coarser unit: "two years earlier ... six months later".
    pub from: Option<Date>,
}

impl Resolved {
    fn new(value: Value, anchor: Anchor) -> Self {
        Self { value, anchor, days: None, from: None }
    }
}

impl<'d> Resolver<'d> {
    pub fn new(reader: Reader<'d>, reference: Option<(Date, Anchor)>) -> Self {
        Self { reader, reference, told: Told::default() }
    }

    /// The value of an expression, which will have the number `index` in the list of times.
    pub fn resolve(&mut self, expression: &Expression, index: usize) -> Resolved {
        let mut resolved = self.day_of(expression);
        if let (1.. | ..=-1, Value::Day(day)) = (expression.days, resolved.value) {
            let days = expression.days;
            resolved.value = calendar::add_days(day, i64::from(days)).map_or(resolved.value, Value::Day);
            resolved.days = None;
        }
        if let Some(clock) = expression.clock {
            resolved.value = match resolved.value {
                Value::Day(day) => Value::Clock(day, self.in_half_told(expression, day, clock)),
                Value::OpenWeekday(weekday) => Value::OpenWeekdayClock(weekday, clock),
                other if expression.recurs.is_some() => other,
                _ => Value::OpenClock(clock),
            };
        }
        self.remember(expression, index, &resolved);
        resolved
    }

    fn day_of(&self, expression: &Expression) -> Resolved {
        match expression.sense {
            Sense::Is(value) => Resolved::new(value, Anchor::Absolute),
            Sense::Later(length, after) => self.later(expression, length, after),
            Sense::Stretch(length, ahead) => self.stretch(length, ahead),
            Sense::Shift(unit, count, base) => self.shift(expression, unit, count, base),
            Sense::Same(unit) => self.same(expression, unit),
            Sense::Day(base) => self.day(expression, base),
            Sense::Holiday(row, Some(year), _) => {
                self.holiday(row, year).map_or_else(|| absolute(Value::Year(year)), |day| absolute(Value::Day(day)))
            }
            Sense::AtHoliday(row, Some(year), unit, _) => {
                let value = self.holiday(row, year).and_then(|day| holidays::unit_at(day, unit));
                value.map_or_else(|| absolute(Value::Year(year)), absolute)
            }
            Sense::Period(year) => match self.told.quarter.filter(|seen| self.is_report(seen, expression)) {
                Some(Seen { value: Value::Quarter(_, quarter), .. }) => absolute(Value::Quarter(year, quarter)),
                _ => absolute(Value::Year(year)),
            },
            Sense::Foreign(calendar, month, day, Some(year)) => {
                let first = foreign_day(calendar, i64::from(year), i64::from(month), i64::from(day.unwrap_or(1)));
                let found = first.map(|first| foreign_value(calendar, month, first, day.is_some()));
                let (value, days) = found.unwrap_or((Value::OpenUnit(Unit::Month), None));
                Resolved { days, ..Resolved::new(value, Anchor::Absolute) }
            }
            sense => self.named(expression, sense),
        }
    }
}

fn absolute(value: Value) -> Resolved {
    Resolved::new(value, Anchor::Absolute)
}

/// The form without a year, for an expression that cannot be resolved.
fn open(sense: Sense) -> Value {
    match sense {
        Sense::Weekday(weekday, _) => Value::OpenWeekday(weekday),
        Sense::MonthDay(month, day, _) => Value::OpenDay(month, day),
        Sense::UnitOf(unit, ..) | Sense::AtHoliday(_, _, unit, _) => Value::OpenUnit(unit),
        Sense::Month(month, _) | Sense::NthOfMonth(_, _, month) => Value::OpenMonth(month),
        Sense::Season(season, _) => Value::OpenSeason(season),
        Sense::Quarter(quarter, _) => Value::OpenQuarter(quarter),
        Sense::Half(half, _) => Value::OpenHalf(half),
        Sense::Foreign(_, _, None, _) => Value::OpenUnit(Unit::Month),
        _ => Value::OpenUnit(Unit::Day),
    }
}
