//! What counts from another day: lengths before and after it, the unit it lies in, and times of the day told.

use super::{Resolved, Resolver, Seen, absolute};
use crate::record::Anchor;
use crate::time::calendar;
use crate::time::expression::{Base, Expression};
use crate::time::unit::{Clock, Unit};
use crate::time::value::{Length, Value};
use crate::token::literal::words;
use jiff::civil::Date;

/// Whether a value spans a month or more.
fn is_coarse(value: Value) -> bool {
    const WEEKS: i64 = 14;
    value.range().is_some_and(|(first, last)| calendar::days_between(first, last) > WEEKS)
}

impl Resolver<'_> {
    /// The base that an expression counts from.
    fn base(&self, expression: &Expression, unit: Unit, base: Base) -> Option<(Date, Anchor)> {
        let told = match base {
            Base::Published | Base::Ago => None,
            Base::Incident => return self.told.incident.and_then(|seen| Some((seen.value.range()?.0, Anchor::Time(seen.index)))),
            Base::Narrative | Base::Earlier if unit <= Unit::Day || unit == Unit::Night => self.told.day,
            // "Since April 2023 ... the previous week": a week is not counted from a month.
            Base::Narrative | Base::Earlier if unit == Unit::Week && self.told.any.is_some_and(|seen| is_coarse(seen.value)) => {
                self.told.day
            }
            Base::Narrative | Base::Earlier => self.told.any,
        };
        let near = told.filter(|seen| base == Base::Narrative || self.is_near(seen, expression));
        match near.and_then(|seen| Some((seen, seen.value.range()?))) {
            Some((seen, (first, _))) => Some((first, Anchor::Time(seen.index))),
            None => self.reference.clone(),
        }
    }

    /// A length of time that ends or begins with the day of publication.
    pub(super) fn stretch(&self, length: Length, ahead: bool) -> Resolved {
        let value = Value::Length(length);
        let Some((day, anchor)) = self.reference.clone() else { return absolute(value) };
        let other = length.count.and_then(|count| calendar::moved(day, length.unit, if ahead { count } else { -count }));
        let days = other.map(|other| if ahead { (day, other) } else { (other, day) });
        Resolved { value, anchor, days }
    }

    pub(super) fn shift(&self, expression: &Expression, unit: Unit, count: i64, base: Base) -> Resolved {
        if matches!(base, Base::Ago | Base::Earlier)
            && unit == Unit::Year
            && let Some(seen) = self.told.quarter.filter(|seen| self.is_report(seen, expression) && !self.is_of_months(seen, expression))
            && let Value::Quarter(year, quarter) = seen.value
        {
            let year = year.saturating_add(count.clamp(-2000, 2000) as i16);
            return Resolved::new(Value::Quarter(year, quarter), Anchor::Time(seen.index));
        }
        if base == Base::Narrative
            && unit == Unit::Day
            && let Some(resolved) = self.some_day_of_told(expression, count)
        {
            return resolved;
        }
        let Some((from, anchor)) = self.base(expression, unit, base) else {
            return Resolved::new(Value::OpenUnit(unit), Anchor::None);
        };
        match calendar::shifted(from, unit, count) {
            Some(value) => Resolved::new(value, anchor),
            None => Resolved::new(Value::OpenUnit(unit), Anchor::None),
        }
    }

    /// "that same day", "the next day" after no more than the month or the year of what happened: some day of it; "ten days later" the days
    /// that lie so much later.
    fn some_day_of_told(&self, expression: &Expression, count: i64) -> Option<Resolved> {
        let seen = self.told.any.filter(|seen| self.is_near(seen, expression))?;
        if self.told.day.is_some_and(|day| self.is_near(&day, expression)) {
            return None;
        }
        if !(0..=1).contains(&count) {
            let (first, last) = seen.value.range().filter(|_| seen.written && matches!(seen.value, Value::Month(..)))?;
            let days = calendar::add_days(first, count).zip(calendar::add_days(last, count));
            return Some(Resolved { value: seen.value, anchor: Anchor::Time(seen.index), days });
        }
        let value = match seen.value {
            Value::Month(year, month) => Value::DayOfMonth(year, month),
            Value::Year(year) => Value::DayOfYear(year),
            _ => return None,
        };
        Some(Resolved::new(value, Anchor::Time(seen.index)))
    }

    /// "the quarter", "the year", "the weekend".
    pub(super) fn same(&self, expression: &Expression, unit: Unit) -> Resolved {
        if unit == Unit::Quarter
            && let Some(seen) = self.told.quarter
        {
            return Resolved::new(seen.value, Anchor::Time(seen.index));
        }
        let Some((reference, anchor)) = self.reference.clone() else {
            return Resolved::new(Value::OpenUnit(unit), Anchor::None);
        };
        let count = match unit {
            Unit::Quarter => -1,
            Unit::Weekend if !self.is_future(expression) && reference.weekday().to_monday_one_offset() < 6 => -1,
            _ => 0,
        };
        calendar::shifted(reference, unit, count).map_or_else(|| absolute(Value::OpenUnit(unit)), |value| Resolved::new(value, anchor))
    }

    /// The day of a time without one.
    pub(super) fn day(&self, expression: &Expression, base: Base) -> Resolved {
        let near = self
            .told
            .day
            .filter(|seen| base == Base::Narrative || self.is_near(seen, expression))
            .filter(|seen| self.is_near(seen, expression))
            .filter(|seen| !self.is_ahead(seen) || self.is_future(expression));
        if let Some(day) =
            near.and_then(|seen| Some(Resolved::new(Value::Day(self.day_after_clock(&seen, expression)?), Anchor::Time(seen.index))))
        {
            return day;
        }
        match self.day_of_incident(expression).or_else(|| self.reference.clone()) {
            Some((day, anchor)) => Resolved::new(Value::Day(day), anchor),
            None => Resolved::new(Value::OpenUnit(Unit::Day), Anchor::None),
        }
    }

    /// Whether a day told is still to come.
    fn is_ahead(&self, seen: &Seen) -> bool {
        let day = seen.value.range().map(|(first, _)| first);
        self.reference.as_ref().zip(day).is_some_and(|((reference, _), day)| day > *reference)
    }

    /// The day told, or the one after it for the end of a range that runs into the night ("from 8 p.m. to 5 a.m.") and for the small hours
    /// after an evening ("declared it at 10:27 p.m.; around 4:30 a.m. they withdrew").
    fn day_after_clock(&self, seen: &Seen, expression: &Expression) -> Option<Date> {
        const REACH: usize = 6;
        let (day, _) = seen.value.range()?;
        let ranges = self.reader.follows(expression.first, words!["to", "until", "till", "and", "-", "–"]);
        let close = ranges && seen.token + REACH >= expression.first;
        match (seen.value, expression.clock) {
            (Value::Clock(_, Clock::At(18..=23, _)), Some(Clock::At(0..=8, _))) if self.is_near(seen, expression) => {
                calendar::add_days(day, 1)
            }
            (Value::Clock(_, first @ Clock::At(..)), Some(second @ Clock::At(..))) if close && second.minutes() < first.minutes() => {
                calendar::add_days(day, 1)
            }
            _ => Some(day),
        }
    }

    /// The time of day that lies so much later than the one told shortly before; else only the length.
    pub(super) fn later(&self, expression: &Expression, length: Length) -> Resolved {
        let told = self.told.day.filter(|seen| self.is_near(seen, expression));
        let added = length.count.and_then(|count| {
            let minutes = match length.unit {
                Unit::Hour => count * 60.0,
                Unit::Minute => count,
                _ => return None,
            };
            Some(minutes as i64)
        });
        let (Some(Seen { value: Value::Clock(day, clock), index, .. }), Some(added)) = (told, added) else {
            return absolute(Value::Length(length));
        };
        let moved = clock.minutes().and_then(|told| {
            let minutes = told.checked_add(added)?;
            let day = calendar::add_days(day, minutes.div_euclid(24 * 60))?;
            let minutes = minutes.rem_euclid(24 * 60);
            Some(Value::Clock(day, Clock::At((minutes / 60) as u8, (minutes % 60) as u8)))
        });
        moved.map_or_else(|| absolute(Value::Length(length)), |value| Resolved::new(value, Anchor::Time(index)))
    }
}
