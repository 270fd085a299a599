//! From what is written to values: against the day of publication, the dateline, or what the article has told before.

use super::calendar::{self, days_between};
use super::expression::{Base, Expression, Pull, Sense};
use super::holidays;
use super::nearest::{foreign_day, foreign_near, foreign_value, pulled_year, season_value};
use super::reader::{Reader, THE};
use super::tense::{self, Tense};
use super::unit::{Clock, Unit};
use super::value::{Length, Value};
use crate::lexicon::{FormRole, RowRef, TableId, Tag, column};
use crate::record::Anchor;
use crate::token::literal::words;
use jiff::civil::Date;

/// Days by which a month, and a day of a month, is sought on the side of the verb's tense first, and in the past if no verb tells.
const MONTH_LEAN: Lean = Lean { past: 300, future: 300, open: 100 };
const DAY_LEAN: Lean = Lean { past: 200, future: 90, open: 30 };

/// How many days a date may lie farther away on the side that is preferred.
#[derive(Clone, Copy, Debug)]
struct Lean {
    past: i64,
    future: i64,
    open: i64,
}

/// Works out the values of expressions, in the order of the text.
#[derive(Debug)]
pub(super) struct Resolver<'d> {
    reader: Reader<'d>,
    /// The day that deictic expressions count from, and whose it is.
    reference: Option<(Date, Anchor)>,
    told: Told,
}

/// What the article has told so far, each with its place in the list of times and the token it stands at.
#[derive(Clone, Debug, Default)]
struct Told {
    day: Option<Seen>,
    any: Option<Seen>,
    quarter: Option<Seen>,
    /// Token of the last mention of several months, such as the first nine of a year.
    months: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Seen {
    value: Value,
    index: usize,
    token: usize,
}

/// A value, how it was got, and the days it may mean.
#[derive(Clone, Debug)]
pub(super) struct Resolved {
    pub value: Value,
    pub anchor: Anchor,
    /// The days that it may mean, if they are others than those of the value.
    pub days: Option<(Date, Date)>,
}

impl Resolved {
    fn new(value: Value, anchor: Anchor) -> Self {
        Self { value, anchor, days: None }
    }
}

impl<'d> Resolver<'d> {
    pub fn new(reader: Reader<'d>, reference: Option<(Date, Anchor)>) -> Self {
        Self { reader, reference, told: Told::default() }
    }

    /// The value of an expression, which will have the number `index` in the list of times.
    pub fn resolve(&mut self, expression: &Expression, index: usize) -> Resolved {
        let mut resolved = self.day_of(expression);
        if let Some(clock) = expression.clock {
            resolved.value = match resolved.value {
                Value::Day(day) => Value::Clock(day, clock),
                Value::OpenWeekday(weekday) => Value::OpenWeekdayClock(weekday, clock),
                other if expression.recurs.is_some() => other,
                _ => Value::OpenClock(clock),
            };
        }
        self.remember(expression, index, resolved.value);
        resolved
    }

    fn remember(&mut self, expression: &Expression, index: usize, value: Value) {
        if matches!(value, Value::Length(Length { count: Some(6.0 | 9.0), unit: Unit::Month })) {
            self.told.months = Some(expression.first);
        }
        if expression.recurs.is_some() || value.range().is_none() {
            return;
        }
        let seen = Seen { value, index, token: expression.first };
        if matches!(value, Value::Day(_) | Value::Clock(..)) && !self.is_of_saying(expression) {
            self.told.day = Some(seen);
        }
        // "a year ago" looks back from the quarter or the year told, and does not replace it.
        if matches!(expression.sense, Sense::Shift(Unit::Year | Unit::Quarter, _, Base::Ago | Base::Earlier)) {
            return;
        }
        if self.is_reported(value) {
            self.told.quarter = Some(seen);
        } else if let (Value::Quarter(..), Some(told)) = (value, &mut self.told.quarter) {
            // The report goes on, with another quarter beside its own.
            told.token = seen.token;
        }
        self.told.any = Some(seen);
    }

    /// Whether a day is that of the report ("police said on Sunday"), while the story stands at a day told shortly before.
    fn is_of_saying(&self, expression: &Expression) -> bool {
        const REACH: usize = 4;
        const RECENT: usize = 120;
        let says = |at: usize| {
            self.reader.document.hits_at(at).iter().any(|hit| {
                hit.row.table == TableId::Attribution
                    && hit.last as usize <= expression.first
                    && self.reader.document.lexicon.row(hit.row).text(column::Attribution::Class) == "say"
            })
        };
        let is_recent = self.told.day.is_some_and(|seen| expression.first - seen.token.min(expression.first) < RECENT);
        is_recent && (expression.first.saturating_sub(REACH)..expression.first).any(says)
    }

    /// Whether a value is the quarter that a report is about: not one it compares with, nor one to come.
    fn is_reported(&self, value: Value) -> bool {
        let Value::Quarter(year, quarter) = value else { return false };
        let day_of = |days: Option<(Date, Date)>, day: fn((Date, Date)) -> Date| days.map(day);
        let Some(reference) = self.reference.as_ref().map(|(day, _)| *day) else { return true };
        match self.told.quarter.map(|seen| seen.value) {
            Some(Value::Quarter(told_year, told)) => {
                let has_ended = day_of(value.range(), |(_, last)| last).is_some_and(|last| last <= reference);
                (year, quarter) >= (told_year, told) && (has_ended || (year, quarter) == (told_year, told))
            }
            _ => day_of(value.range(), |(first, _)| first).is_some_and(|first| first <= reference),
        }
    }

    fn day_of(&self, expression: &Expression) -> Resolved {
        match expression.sense {
            Sense::Is(value) => Resolved::new(value, Anchor::Absolute),
            Sense::Later(length) => self.later(expression, length),
            Sense::Stretch(length, ahead) => self.stretch(length, ahead),
            Sense::Shift(unit, count, base) => self.shift(expression, unit, count, base),
            Sense::Same(unit, base) => self.same(expression, unit, base),
            Sense::Day(base) => self.day(expression, base),
            Sense::Holiday(row, Some(year), _) => {
                self.holiday(row, year).map_or_else(|| absolute(Value::Year(year)), |day| absolute(Value::Day(day)))
            }
            Sense::Period(year) => match self.told.quarter.filter(|seen| self.is_report(seen, expression)) {
                Some(Seen { value: Value::Quarter(_, quarter), .. }) => absolute(Value::Quarter(year, quarter)),
                _ => absolute(Value::Year(year)),
            },
            Sense::Foreign(calendar, month, day, Some(year)) => {
                let first = foreign_day(calendar, i64::from(year), i64::from(month), i64::from(day.unwrap_or(1)));
                let found = first.map(|first| foreign_value(calendar, month, first, day.is_some()));
                let (value, days) = found.unwrap_or((Value::OpenUnit(Unit::Month), None));
                Resolved { value, anchor: Anchor::Absolute, days }
            }
            sense => self.named(expression, sense),
        }
    }

    /// A weekday, a month, a season: against the reference.
    fn named(&self, expression: &Expression, sense: Sense) -> Resolved {
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
            Sense::WeekOf(month, day, pull) => {
                self.month_day(expression, reference, (month, day), pull).map(|date| calendar::unit_of(date, Unit::Week))
            }
            Sense::Month(month, pull) => {
                let middle = |year: i16| calendar::day(year, month, 15);
                let reference = calendar::day(reference.year(), reference.month(), 15).unwrap_or(reference);
                pulled_year(reference, pull, middle, self.lean(expression, MONTH_LEAN)).map(|date| Value::Month(date.year(), month))
            }
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
            Some(value) => Resolved { value, anchor, days },
            None => Resolved::new(open(sense), Anchor::None),
        }
    }

    /// What "the following August" and "the previous Friday" follow and precede.
    fn told_beside(&self, sense: Sense) -> Option<(Date, Anchor)> {
        let last = match sense.pull()? {
            Pull::Following => true,
            Pull::Preceding => false,
            _ => return None,
        };
        let seen = if matches!(sense, Sense::Weekday(..)) { self.told.day? } else { self.told.any? };
        let days = seen.value.range()?;
        Some((if last { days.1 } else { days.0 }, Anchor::Time(seen.index)))
    }

    fn month_day(&self, expression: &Expression, reference: Date, (month, day): (i8, i8), pull: Pull) -> Option<Date> {
        let near = pulled_year(reference, pull, |year| calendar::day(year, month, day), self.lean(expression, DAY_LEAN));
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
            _ if self.is_future(expression) => calendar::weekday_after(reference, weekday, false),
            _ => calendar::weekday_before(reference, weekday, false),
        }
    }

    fn is_future(&self, expression: &Expression) -> bool {
        tense::of(&self.reader, expression) == Tense::Future
    }

    /// Days by which the past is preferred to the future, by the tense of the verb.
    fn lean(&self, expression: &Expression, lean: Lean) -> i64 {
        match tense::of(&self.reader, expression) {
            Tense::Past => lean.past,
            Tense::Future => -lean.future,
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

    fn holiday(&self, row: RowRef, year: i16) -> Option<Date> {
        holidays::days(self.reader.document.lexicon.row(row).text(column::Holiday::Rule), year)[0]
    }

    /// The holiday before the reference; the one after it for "next" and under a verb of the future.
    fn holiday_near(&self, expression: &Expression, row: RowRef, reference: Date, pull: Pull) -> Option<Date> {
        let rule = self.reader.document.lexicon.row(row).text(column::Holiday::Rule);
        if let Some(weekday) = holidays::weekly(rule) {
            return self.weekday(expression, reference, weekday, pull);
        }
        let year = reference.year();
        let days = [year - 1, year, year + 1].into_iter().flat_map(|year| holidays::days(rule, year)).flatten();
        let ahead = |date: &Date| days_between(reference, *date);
        match pull {
            Pull::Next | Pull::Following => days.filter(|date| ahead(date) > 0).min(),
            Pull::Years(years) => days.filter(|date| date.year() == year + i16::from(years)).min(),
            Pull::This => days.filter(|date| date.year() == year).min(),
            Pull::Last | Pull::Preceding => days.filter(|date| ahead(date) < 0).max(),
            // "planned to strike on Christmas" in January looks back all the same: only a day that is nearer ahead is taken.
            Pull::Open | Pull::Ago if tense::of(&self.reader, expression) != Tense::Past => days.min_by_key(|date| ahead(date).abs()),
            Pull::Open | Pull::Ago => days.filter(|date| ahead(date) <= 0).max(),
        }
    }

    /// The base that an expression counts from.
    fn base(&self, expression: &Expression, unit: Unit, base: Base) -> Option<(Date, Anchor)> {
        let told = match base {
            Base::Published | Base::Ago => None,
            Base::Narrative | Base::Earlier if unit <= Unit::Day || unit == Unit::Night => self.told.day,
            Base::Narrative | Base::Earlier => self.told.any,
        };
        let near = told.filter(|seen| base == Base::Narrative || self.is_near(seen, expression));
        match near.and_then(|seen| Some((seen, seen.value.range()?))) {
            Some((seen, (first, _))) => Some((first, Anchor::Time(seen.index))),
            None => self.reference.clone(),
        }
    }

    fn is_near(&self, seen: &Seen, expression: &Expression) -> bool {
        let document = self.reader.document;
        document.sentence_of(seen.token) + 1 >= document.sentence_of(expression.first)
    }

    /// Whether a quarter was told so shortly before that the report goes on about it.
    fn is_report(&self, seen: &Seen, expression: &Expression) -> bool {
        const SENTENCES: usize = 6;
        let document = self.reader.document;
        document.sentence_of(seen.token) + SENTENCES >= document.sentence_of(expression.first)
    }

    /// A length of time that ends or begins with the day of publication.
    fn stretch(&self, length: Length, ahead: bool) -> Resolved {
        let value = Value::Length(length);
        let Some((day, anchor)) = self.reference.clone() else { return absolute(value) };
        let other = length.count.and_then(|count| calendar::moved(day, length.unit, if ahead { count } else { -count }));
        let days = other.map(|other| if ahead { (day, other) } else { (other, day) });
        Resolved { value, anchor, days }
    }

    /// Whether the report has turned from the quarter to the nine months of the year, in the sentence of the expression.
    fn is_of_months(&self, seen: &Seen, expression: &Expression) -> bool {
        let document = self.reader.document;
        let in_sentence = |&token: &usize| document.sentence_of(token) == document.sentence_of(expression.first);
        self.told.months.filter(in_sentence).is_some_and(|token| token > seen.token)
    }

    fn shift(&self, expression: &Expression, unit: Unit, count: i64, base: Base) -> Resolved {
        if matches!(base, Base::Ago | Base::Earlier)
            && unit == Unit::Year
            && let Some(seen) = self.told.quarter.filter(|seen| self.is_report(seen, expression) && !self.is_of_months(seen, expression))
            && let Value::Quarter(year, quarter) = seen.value
        {
            let year = year.saturating_add(count.clamp(-2000, 2000) as i16);
            return Resolved::new(Value::Quarter(year, quarter), Anchor::Time(seen.index));
        }
        let Some((from, anchor)) = self.base(expression, unit, base) else {
            return Resolved::new(Value::OpenUnit(unit), Anchor::None);
        };
        match calendar::shifted(from, unit, count) {
            Some(value) => Resolved::new(value, anchor),
            None => Resolved::new(Value::OpenUnit(unit), Anchor::None),
        }
    }

    /// "the quarter", "the year", "the weekend".
    fn same(&self, expression: &Expression, unit: Unit, base: Base) -> Resolved {
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
        let _ = base;
        calendar::shifted(reference, unit, count).map_or_else(|| absolute(Value::OpenUnit(unit)), |value| Resolved::new(value, anchor))
    }

    /// The day of a time without one.
    fn day(&self, expression: &Expression, base: Base) -> Resolved {
        let near = self
            .told
            .day
            .filter(|seen| base == Base::Narrative || self.is_near(seen, expression))
            .filter(|seen| self.is_near(seen, expression));
        match (near.and_then(|seen| Some((seen, self.day_after_clock(&seen, expression)?))), &self.reference) {
            (Some((seen, day)), _) => Resolved::new(Value::Day(day), Anchor::Time(seen.index)),
            (None, Some((day, anchor))) => Resolved::new(Value::Day(*day), anchor.clone()),
            (None, None) => Resolved::new(Value::OpenUnit(Unit::Day), Anchor::None),
        }
    }
}

impl Resolver<'_> {
    /// The day told, or the one after it for the end of a range that runs into the night: "from 8 p.m. to 5 a.m.".
    fn day_after_clock(&self, seen: &Seen, expression: &Expression) -> Option<Date> {
        const REACH: usize = 6;
        let (day, _) = seen.value.range()?;
        let ranges = self.reader.follows(expression.first, words!["to", "until", "till", "and", "-", "–"]);
        let close = ranges && seen.token + REACH >= expression.first;
        match (seen.value, expression.clock) {
            (Value::Clock(_, first @ Clock::At(..)), Some(second @ Clock::At(..))) if close && second.minutes() < first.minutes() => {
                calendar::add_days(day, 1)
            }
            _ => Some(day),
        }
    }

    /// The time of day that lies so much later than the one told shortly before; else only the length.
    fn later(&self, expression: &Expression, length: Length) -> Resolved {
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

fn absolute(value: Value) -> Resolved {
    Resolved::new(value, Anchor::Absolute)
}

/// The form without a year, for an expression that cannot be resolved.
fn open(sense: Sense) -> Value {
    match sense {
        Sense::Weekday(weekday, _) => Value::OpenWeekday(weekday),
        Sense::MonthDay(month, day, _) => Value::OpenDay(month, day),
        Sense::WeekOf(..) => Value::OpenUnit(Unit::Week),
        Sense::Month(month, _) => Value::OpenMonth(month),
        Sense::Season(season, _) => Value::OpenSeason(season),
        Sense::Quarter(quarter, _) => Value::OpenQuarter(quarter),
        Sense::Half(half, _) => Value::OpenHalf(half),
        Sense::Foreign(_, _, None, _) => Value::OpenUnit(Unit::Month),
        _ => Value::OpenUnit(Unit::Day),
    }
}
