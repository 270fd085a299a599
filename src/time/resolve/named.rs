//! Days, months, seasons, quarters and holidays by name: which of several is meant.

use super::{Resolved, Resolver, Seen, open};
use crate::lexicon::{FormRole, RowRef, TableId, Tag, WordSet, column};
use crate::record::Anchor;
use crate::time::calendar::{self, days_between};
use crate::time::expression::{Expression, Pull, Sense};
use crate::time::holidays;
use crate::time::nearest::{foreign_near, foreign_value, pulled_year, season_value};
use crate::time::reader::THE;
use crate::time::tense::{self, Tense};
use crate::time::unit::Unit;
use crate::time::value::Value;
use crate::token::literal::words;
use jiff::civil::Date;

/// Days by which a month, and a day of a month, is sought on the side of the verb's tense first, and in the past if no verb tells.
const MONTH_LEAN: Lean = Lean { past: 300, future: 364, open: 100 };
const DAY_LEAN: Lean = Lean { past: 250, future: 90, open: 30 };
/// The lean of a day that a year or a quarter has ended on, and of a deed: it lies in the past.
const DONE: i64 = 366;

/// How many days a date may lie farther away on the side that is preferred.
#[derive(Clone, Copy, Debug)]
struct Lean {
    past: i64,
    future: i64,
    open: i64,
}

impl Resolver<'_> {
    /// A weekday, a month, a season: against the reference.
    pub(super) fn named(&self, expression: &Expression, sense: Sense) -> Resolved {
        let Some((reference, anchor)) = self.told_beside(sense).or_else(|| self.reference.clone()) else {
            return Resolved::new(open(sense), Anchor::None);
        };
        let mut days = None;
        let value = match sense {
            Sense::Weekday(weekday, pull) => {
                let day = self.weekday(expression, reference, weekday, pull);
                let passed = pull == Pull::Last && i64::from(weekday) < i64::from(reference.weekday().to_monday_one_offset());
                days = day.filter(|_| passed).and_then(|day| Some((calendar::add_days(day, -7)?, day)));
                day.map(Value::Day)
            }
            Sense::MonthDay(month, day, pull) => self.month_day(expression, reference, (month, day), pull).map(Value::Day),
            Sense::UnitOf(unit, month, day) => {
                self.month_day(expression, reference, (month, day), Pull::Open).map(|date| calendar::unit_of(date, unit))
            }
            Sense::NthOfMonth(nth, weekday, month) => {
                let day = |year: i16| calendar::nth_of_month(year, month, weekday, nth);
                pulled_year(reference, Pull::Open, day, self.lean(expression, MONTH_LEAN)).map(Value::Day)
            }
            Sense::NthOfShift(nth, weekday, months) => calendar::add_months(reference, i64::from(months))
                .and_then(|day| calendar::nth_of_month(day.year(), day.month(), weekday, nth))
                .map(Value::Day),
            Sense::DayOfMonth(day) => self.day_of_month(expression, reference, day).map(Value::Day),
            Sense::DayOfWeek(weekday, weeks) => {
                let from_monday = i64::from(weekday) - i64::from(reference.weekday().to_monday_one_offset());
                calendar::add_days(reference, from_monday + i64::from(weeks) * 7).map(Value::Day)
            }
            Sense::AgoThis(years, unit) => {
                calendar::moved(reference, Unit::Year, -f64::from(years)).and_then(|day| calendar::shifted(day, unit, 0))
            }
            Sense::AgoToday(unit, count) => calendar::moved(reference, unit, -f64::from(count)).map(Value::Day),
            Sense::WeeksFrom(weekday, weeks) => {
                let day = if weeks < 0 { calendar::weekday_before } else { calendar::weekday_after };
                day(reference, weekday, false).and_then(|day| calendar::add_days(day, i64::from(weeks) * 7)).map(Value::Day)
            }
            Sense::Month(month, pull) => self.month(expression, reference, month, pull),
            Sense::Season(season, pull) => season_value(reference, season, pull, self.is_future(expression)),
            Sense::Quarter(quarter, pull) => Some(self.quarter(reference, quarter, pull)),
            Sense::Half(half, pull) => {
                let year = match pull {
                    Pull::Years(years) => reference.year() + i16::from(years),
                    _ if half * 6 - 5 > reference.month() => reference.year() - 1,
                    _ => reference.year(),
                };
                Some(Value::Half(year, half))
            }
            Sense::Holiday(row, None, pull) => self.holiday_near(expression, row, reference, pull).map(Value::Day),
            Sense::AtHoliday(row, None, unit, pull) => {
                self.holiday_near(expression, row, reference, pull).and_then(|day| holidays::unit_at(day, unit))
            }
            Sense::Foreign(calendar, month, day, None) => {
                let first = foreign_near(calendar, month, day, reference, self.is_future(expression));
                first.map(|first| {
                    let (value, taken) = foreign_value(calendar, month, first, day.is_some());
                    days = taken;
                    value
                })
            }
            _ => None,
        };
        match value {
            Some(value) => Resolved { days, ..Resolved::new(value, anchor) },
            None => Resolved::new(open(sense), Anchor::None),
        }
    }

    /// What "the following August" and "the previous Friday" follow and precede.
    fn told_beside(&self, sense: Sense) -> Option<(Date, Anchor)> {
        let last = match sense.pull()? {
            Pull::Following => true,
            Pull::Preceding | Pull::That => false,
            _ => return None,
        };
        let seen = if matches!(sense, Sense::Weekday(..)) { self.told.day? } else { self.told.any? };
        let days = seen.value.range()?;
        Some((if last { days.1 } else { days.0 }, Anchor::Time(seen.index)))
    }

    fn month(&self, expression: &Expression, reference: Date, month: i8, pull: Pull) -> Option<Value> {
        let middle = |year: i16| calendar::day(year, month, 15);
        let reference = calendar::day(reference.year(), reference.month(), 15).unwrap_or(reference);
        let near = pulled_year(reference, pull, middle, self.lean(expression, MONTH_LEAN));
        let told = || self.month_in_year_told(expression, month, reference, near);
        let date = if pull == Pull::Open { told().or(near) } else { near };
        date.map(|date| Value::Month(date.year(), month))
    }

    fn month_day(&self, expression: &Expression, reference: Date, (month, day): (i8, i8), pull: Pull) -> Option<Date> {
        if let Some(day) = self.year_of_list(expression).filter(|_| pull == Pull::Open).and_then(|year| calendar::day(year, month, day)) {
            return Some(day);
        }
        let near = pulled_year(reference, pull, |year| calendar::day(year, month, day), self.lean(expression, DAY_LEAN));
        let near = if pull == Pull::Open { self.in_year_told(expression, (month, day), reference, near).or(near) } else { near };
        if pull == Pull::Open { self.day_of_event(expression, (month, day), reference, near).or(near) } else { near }
    }

    /// The day of "the September 11 attacks", "the Oct. 7 massacre": in the table of named events, and not after the reference. Another
    /// event of that day may be told shortly after it, unless the name is the usual one.
    fn day_of_event(&self, expression: &Expression, (month, day): (i8, i8), reference: Date, near: Option<Date>) -> Option<Date> {
        const SHORTLY: i64 = 30;
        let document = self.reader.document;
        // "the Sept. 11 hijackers": the name is the day itself, before a noun.
        let next = document.words.get(expression.last).and_then(|info| info.tag());
        let before_noun = self.reader.follows(expression.first, &[THE])
            && !self.reader.is_cut(expression.last)
            && (matches!(next, Some(Tag::Noun | Tag::NounPlural)) || self.reader.is_name_part(expression.last));
        let end = expression.last + usize::from(!before_noun);
        let mut hits = document.hits_at(expression.first).iter().rev();
        let hit = hits.find(|hit| hit.row.table == TableId::NamedEvent && hit.last as usize >= end)?;
        let start = document.lexicon.row(hit.row).text(column::NamedEvent::Start).parse::<Date>().ok()?;
        let same = (start.month(), start.day()) == (month, day) && start <= reference;
        let usual = hit.role == FormRole::Name;
        let recent = near.is_some_and(|near| near != start && days_between(near, reference).abs() <= SHORTLY);
        (same && (usual || !recent)).then_some(start)
    }

    fn weekday(&self, expression: &Expression, reference: Date, weekday: i8, pull: Pull) -> Option<Date> {
        match pull {
            Pull::Last | Pull::Preceding => calendar::weekday_before(reference, weekday, true),
            Pull::Next | Pull::Following => calendar::weekday_after(reference, weekday, true),
            Pull::This => calendar::weekday_after(reference, weekday, false),
            _ => {
                let before = calendar::weekday_before(reference, weekday, false);
                match tense::of(&self.reader, expression) {
                    Tense::Future => calendar::weekday_after(reference, weekday, false),
                    // The nearer one.
                    Tense::Dropped if before.is_some_and(|day| days_between(day, reference) > 3) => {
                        calendar::weekday_after(reference, weekday, false)
                    }
                    _ => before,
                }
            }
        }
    }

    /// The day with this number in the month before, this one or the next, on the side of the verb's tense.
    fn day_of_month(&self, expression: &Expression, reference: Date, day: i8) -> Option<Date> {
        // "January's clashes left 300 dead, half of them on the 19th".
        let document = self.reader.document;
        let same = |seen: &Seen| document.sentence_of(seen.token) == document.sentence_of(expression.first);
        if let Some(Value::Month(year, month)) = self.told.any.filter(same).map(|seen| seen.value) {
            return calendar::day(year, month, day);
        }
        let month = |months: i64| calendar::add_months(reference, months).and_then(|other| calendar::day(other.year(), other.month(), day));
        let days = (-1..=1).filter_map(month);
        let ahead = |date: &Date| days_between(reference, *date);
        match tense::of(&self.reader, expression) {
            Tense::Past => days.filter(|date| ahead(date) <= 0).max(),
            Tense::Future => days.filter(|date| ahead(date) >= 0).min(),
            Tense::Dropped | Tense::Open => days.min_by_key(|date| ahead(date).abs()),
        }
    }

    pub(super) fn is_future(&self, expression: &Expression) -> bool {
        tense::of(&self.reader, expression) == Tense::Future
    }

    /// Days by which the past is preferred to the future, by the tense of the verb.
    fn lean(&self, expression: &Expression, lean: Lean) -> i64 {
        match tense::of(&self.reader, expression) {
            Tense::Past if self.reader.follows(expression.first, words!["ended"]) || tense::is_of_deed(&self.reader, expression) => DONE,
            Tense::Past => lean.past,
            Tense::Future => -lean.future,
            Tense::Dropped => -30,
            Tense::Open => lean.open,
        }
    }

    fn quarter(&self, reference: Date, quarter: i8, pull: Pull) -> Value {
        let this_quarter = (reference.month() - 1) / 3 + 1;
        if quarter == 0 {
            let told = self.told.quarter.map(|seen| seen.value);
            return told.or_else(|| calendar::shifted(reference, Unit::Quarter, -1)).unwrap_or(Value::OpenQuarter(0));
        }
        let year = match pull {
            Pull::Years(years) => reference.year() + i16::from(years),
            _ => reference.year() - i16::from(quarter > this_quarter) - i16::from(pull == Pull::Ago),
        };
        Value::Quarter(year, quarter)
    }

    pub(super) fn holiday(&self, row: RowRef, year: i16) -> Option<Date> {
        holidays::days(self.reader.document.lexicon.row(row).text(column::Holiday::Rule), year)[0]
    }

    /// The holiday before the reference; the one after it for "next" and under a verb of the future. Of namesakes the one that is near.
    fn holiday_near(&self, expression: &Expression, row: RowRef, reference: Date, pull: Pull) -> Option<Date> {
        let american = self.reader.document.lexicon.row(row).text(column::Holiday::Countries).contains("US");
        let near = if american { 7 } else { 45 };
        let told = || self.told_long_ago(expression, reference).unwrap_or(reference);
        let reference = if matches!(pull, Pull::Years(_)) { reference } else { told() };
        let usual = self.holiday_of_row(expression, row, reference, pull);
        if usual.is_some_and(|day| days_between(day, reference).abs() <= near) {
            return usual;
        }
        let hits = |at: usize| self.reader.document.hits_of(at, TableId::Holiday);
        let own = (expression.first..expression.last).flat_map(hits).find(|hit| hit.row == row);
        let namesakes = own.into_iter().flat_map(|own| hits(own.first as usize).filter(move |hit| hit.last == own.last && hit.row != row));
        let days = namesakes.filter_map(|hit| self.holiday_of_row(expression, hit.row, reference, pull));
        days.filter(|day| days_between(*day, reference).abs() <= near).min_by_key(|day| days_between(*day, reference).abs()).or(usual)
    }

    fn holiday_of_row(&self, expression: &Expression, row: RowRef, reference: Date, pull: Pull) -> Option<Date> {
        /// A feast so many days ahead is the coming one even in a report of the past ("as Easter week began").
        const SOON: i64 = 7;
        let rule = self.reader.document.lexicon.row(row).text(column::Holiday::Rule);
        if let Some(weekday) = holidays::weekly(rule) {
            return self.weekday(expression, reference, weekday, pull);
        }
        let year = reference.year();
        let days = [year - 1, year, year + 1].into_iter().flat_map(|year| holidays::days(rule, year)).flatten();
        let ahead = |date: &Date| days_between(reference, *date);
        let (first, last) = (expression.first, expression.last);
        let has = |set: WordSet, at: usize| self.reader.document.has(set, at);
        let before = self.reader.follows(first, words!["before"])
            || first.checked_sub(1).is_some_and(|at| has(WordSet::Upcoming, at))
            || has(WordSet::Nearing, last);
        match pull {
            Pull::Next | Pull::Following => days.filter(|date| ahead(date) > 0).min(),
            Pull::Years(years) => days.filter(|date| date.year() == year + i16::from(years)).min(),
            Pull::This | Pull::That => days.filter(|date| date.year() == year).min(),
            Pull::Last | Pull::Preceding => days.filter(|date| ahead(date) < 0).max(),
            Pull::Open if self.reader.follows(first, words!["until", "till"]) && tense::of(&self.reader, expression) == Tense::Future => {
                days.filter(|date| ahead(date) >= 0).min()
            }
            // "planned to strike on Christmas" in January looks back all the same: only a day that is nearer ahead is taken.
            Pull::Open | Pull::Ago if before || tense::of(&self.reader, expression) != Tense::Past => {
                days.min_by_key(|date| ahead(date).abs())
            }
            Pull::Open | Pull::Ago => days.filter(|date| ahead(date) <= SOON).max(),
        }
    }
}
