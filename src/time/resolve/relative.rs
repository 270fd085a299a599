//! What counts from another day: lengths before and after it, the unit it lies in, and times of the day told.

use super::{Resolved, Resolver, Seen, absolute};
use crate::record::Anchor;
use crate::time::calendar;
use crate::time::expression::{Base, Expression, HalfTold};
use crate::time::tense::{self, Tense};
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
    fn base(&self, expression: &Expression, (unit, count): (Unit, i64), base: Base) -> Option<(Date, Anchor)> {
        // "Since Sunday ... the next day", but "the worst day since Sunday ... the same day".
        let day = self.told.day.or(self.told.bound.filter(|_| count != 0));
        let told = match base {
            Base::Published | Base::Ago => None,
            Base::Incident => return self.told.incident.and_then(|seen| Some((seen.value.range()?.0, Anchor::Time(seen.index)))),
            Base::Narrative | Base::Earlier if unit <= Unit::Day || unit == Unit::Night => day,
            // "Since April 2023 ... the previous week": a week is not counted from a month.
            Base::Narrative | Base::Earlier if unit == Unit::Week && self.told.any.is_some_and(|seen| is_coarse(seen.value)) => day,
            Base::Narrative | Base::Earlier => self.told.any,
        };
        // "A week earlier, gunmen shot six. Three days later ...".
        let told = self.told.any.filter(|seen| seen.from.is_some() && told.is_none_or(|told| told.index < seen.index)).or(told);
        let near = told.filter(|seen| base == Base::Narrative || self.is_near(seen, expression));
        match near.and_then(|seen| Some((seen, seen.value.range()?))) {
            Some((seen, (first, _))) => Some((seen.from.unwrap_or(first), Anchor::Time(seen.index))),
            None => self.reference.clone(),
        }
    }

    /// A length of time that ends or begins with the day of publication.
    pub(super) fn stretch(&self, length: Length, ahead: bool) -> Resolved {
        let value = Value::Length(length);
        let Some((day, anchor)) = self.reference.clone() else { return absolute(value) };
        let other = length.count.and_then(|count| calendar::moved(day, length.unit, if ahead { count } else { -count }));
        let days = other.map(|other| if ahead { (day, other) } else { (other, day) });
        Resolved { days, ..Resolved::new(value, anchor) }
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
        let Some((from, anchor)) = self.base(expression, (unit, count), base) else {
            return Resolved::new(Value::OpenUnit(unit), Anchor::None);
        };
        let Some(value) = calendar::shifted(from, unit, count) else { return Resolved::new(Value::OpenUnit(unit), Anchor::None) };
        // "A fortnight later he was freed": counted from something that is not told, if it would be still to come.
        let ahead = |(first, _): (Date, Date)| self.reference.as_ref().is_some_and(|(reference, _)| first > *reference);
        let counted = base == Base::Narrative && count > 0 && expression.rule == "length later";
        if counted && value.range().is_some_and(ahead) && tense::of(&self.reader, expression) == Tense::Past {
            return absolute(Value::Length(Length { count: Some(count as f64), unit }));
        }
        let coarse = base == Base::Earlier && unit >= Unit::Week && self.is_fronted(expression.first);
        let from = calendar::moved(from, unit, count as f64).filter(|_| coarse && self.told.quarter.is_none());
        Resolved { from, ..Resolved::new(value, anchor) }
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
            return Some(Resolved { days, ..Resolved::new(seen.value, Anchor::Time(seen.index)) });
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
        let document = self.reader.document;
        let same = |seen: &Seen| document.sentence_of(seen.token) == document.sentence_of(expression.first);
        // "By Wednesday he had lowered the figure to 15. It began at 11:30 a.m."
        let told = if base == Base::Narrative { self.told.day } else { self.told.day.filter(same).or(self.told.scene) };
        // "Called a rally for Thursday at 10 a.m."
        let beside = |seen: &Seen| (seen.last..expression.first).all(|at| self.reader.is_any(at, words!["at", ","]));
        let near = told
            .filter(|seen| self.is_near(seen, expression))
            .filter(|seen| !self.is_ahead(seen) || beside(seen) || self.is_future(expression));
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

    /// The time in the half of the day that lies nearer the one told of that day, if nothing else tells the half: "the attack began at 1:40 pm and the
    /// first call came at 2:02".
    pub(super) fn in_half_told(&self, expression: &Expression, day: Date, clock: Clock) -> Clock {
        const HALF: i64 = 12 * 60;
        let (Some(told), Clock::At(hour, minute)) = (self.halved_beside(expression, day), clock) else { return clock };
        let first = i64::from(hour % 12) * 60 + i64::from(minute);
        let near = [first, first + HALF].into_iter().min_by_key(|time| (time - told).abs()).unwrap_or(first);
        Clock::At((near / 60) as u8, (near % 60) as u8)
    }

    /// The time told of that day shortly before with its half, in minutes, for one of which nothing tells the half.
    pub(super) fn halved_beside(&self, expression: &Expression, day: Date) -> Option<i64> {
        let told = self.told.day.filter(|seen| seen.halved && self.is_near(seen, expression) && expression.half == HalfTold::Nowhere)?;
        let Value::Clock(told_day, clock) = told.value else { return None };
        clock.minutes().filter(|_| told_day == day)
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

    /// The time of day that lies so much later or earlier than the one told shortly before, or the day that lies so many times 24 hours away; else
    /// only the length, or the past.
    pub(super) fn later(&self, expression: &Expression, length: Length, after: bool) -> Resolved {
        const SENTENCES: usize = 2;
        const HOURS: i64 = 24;
        let document = self.reader.document;
        let recent = |seen: &Seen| document.sentence_of(seen.token) + SENTENCES >= document.sentence_of(expression.first);
        let minutes = length.count.and_then(|count| match length.unit {
            Unit::Hour => Some((count * 60.0) as i64),
            Unit::Minute => Some(count as i64),
            _ => None,
        });
        let away = minutes.map(|minutes| if after { minutes } else { -minutes });
        let counted = self.told.day.filter(recent).zip(away).and_then(|(seen, away)| {
            let value = match seen.value {
                Value::Clock(day, clock) => clock_from(day, clock.minutes()?.checked_add(away)?)?,
                Value::Day(day) if away % (HOURS * 60) == 0 => Value::Day(calendar::add_days(day, away / (HOURS * 60))?),
                _ => return None,
            };
            Some(Resolved::new(value, Anchor::Time(seen.index)))
        });
        counted.unwrap_or_else(|| absolute(if after { Value::Length(length) } else { Value::Past }))
    }
}

/// The time so many minutes after the beginning of a day.
fn clock_from(day: Date, minutes: i64) -> Option<Value> {
    let day = calendar::add_days(day, minutes.div_euclid(24 * 60))?;
    let minutes = minutes.rem_euclid(24 * 60);
    Some(Value::Clock(day, Clock::At((minutes / 60) as u8, (minutes % 60) as u8)))
}
