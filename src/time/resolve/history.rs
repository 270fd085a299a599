//! History: the year of what is told shortly before, where that is long past, is that of the days and months that the story goes on with: "The siege
//! began on April 5, 1992. On May 27, shells killed 16 people".

use super::{Resolver, Seen};
use crate::lexicon::{TableId, column};
use crate::time::calendar::{self, days_between};
use crate::time::expression::Expression;
use crate::time::tense::{self, Tense};
use crate::time::value::Value;
use crate::token::literal::words;
use jiff::civil::Date;
use std::ops::RangeInclusive;

/// Years after which what is told is history.
const HISTORY: i16 = 2;
/// Days before the report in which a day is news, and those in which it is news even if it opens its sentence behind a day of history.
const LATELY: RangeInclusive<i64> = 0..=60;
const JUST_NOW: RangeInclusive<i64> = 0..=30;
/// Months behind one told in which the story goes on.
const MONTHS: RangeInclusive<i8> = 0..=3;

impl Resolver<'_> {
    /// The day in the year of which the sentence or the one before it tells, where that is long past and so is what the verb tells: "began
    /// it on January 18, 1943. The last entry is dated 27 April". A day `near` that has just been is news.
    pub(super) fn in_year_told(
        &self,
        expression: &Expression,
        (month, day): (i8, i8),
        reference: Date,
        near: Option<Date>,
    ) -> Option<Date> {
        if let Some(year) = self.year_beside(expression, reference) {
            return calendar::day(year, month, day);
        }
        let (year, seen) = self.history(expression, reference)?;
        let told = calendar::day(year, month, day)?;
        let is_in = |days: &RangeInclusive<i64>| near.is_some_and(|near| days.contains(&days_between(near, reference)));
        let fits = match seen.value {
            // "In July 1995 troops overran the town. It fell on July 11".
            Value::Month(_, first) if first == month => true,
            Value::Month(_, first) => self.goes_on(&seen, month - first) && !is_in(&LATELY),
            Value::Year(_) | Value::Season(..) => self.is_fronted(seen.token) && !is_in(&LATELY),
            _ => !is_in(&LATELY) || self.is_fronted(expression.first) && self.is_later(&seen, told) && !is_in(&JUST_NOW),
        };
        fits.then_some(told)
    }

    /// The month in the year told: "In the autumn of 1993 the war spread. In October rebels took the port".
    pub(super) fn month_in_year_told(&self, expression: &Expression, month: i8, reference: Date, near: Option<Date>) -> Option<Date> {
        let (year, seen) = self.history(expression, reference)?;
        let news = near.is_some_and(|near| LATELY.contains(&days_between(near, reference)));
        let fits = match seen.value {
            Value::Day(day) | Value::Clock(day, _) => self.goes_on(&seen, month - day.month()),
            Value::Month(_, first) => self.goes_on(&seen, month - first),
            _ => self.is_fronted(seen.token),
        };
        calendar::day(year, month, 15).filter(|_| fits && !news)
    }

    /// The day told shortly before, if that is long past, as in a piece of history.
    pub(super) fn told_long_ago(&self, expression: &Expression, reference: Date) -> Option<Date> {
        let told = self.told.day.filter(|seen| self.is_near(seen, expression) && seen.written)?;
        let (date, _) = told.value.range()?;
        (date.year() + HISTORY <= reference.year() && tense::of(&self.reader, expression) != Tense::Future).then_some(date)
    }

    /// The year of what was told last, if the story goes on from it and it is long past, and so is what the verb tells.
    fn history(&self, expression: &Expression, reference: Date) -> Option<(i16, Seen)> {
        let year_of = |seen: &Seen| match seen.value {
            Value::Day(day) | Value::Clock(day, _) => Some(day.year()),
            Value::Month(year, _) | Value::Year(year) | Value::Season(year, _) => Some(year),
            _ => None,
        };
        let seen = self.told.any.filter(|seen| self.is_near(seen, expression) && seen.written && seen.goes_on)?;
        let year = year_of(&seen).filter(|year| year + HISTORY <= reference.year())?;
        (tense::of(&self.reader, expression) != Tense::Future).then_some((year, seen))
    }

    /// The year that stands right before a day, or opens its sentence: "Last year, on May 3, a bomb killed nine", "In 2014 rebels seized Kidal on May
    /// 17"; not that of what is told ("in 2015 police killed 40 people, a report said on May 17").
    fn year_beside(&self, expression: &Expression, reference: Date) -> Option<i16> {
        let seen = self.told.any.filter(|seen| seen.goes_on)?;
        let Value::Year(year) = seen.value else { return None };
        let reader = &self.reader;
        let document = reader.document;
        let beside = reader.is_any(expression.first.wrapping_sub(1), words!["on"])
            && (seen.last..expression.first - 1).all(|at| reader.word(at) == ",");
        let same = document.sentence_of(seen.token) == document.sentence_of(expression.first);
        let says = |at: usize| {
            let say = |row| document.lexicon.row(row).text(column::Attribution::Class) == "say";
            document.hits_of(at, TableId::Attribution).any(|hit| say(hit.row))
        };
        let fits = beside || same && self.is_fronted(seen.token) && !(seen.last..expression.first).any(says);
        (fits && year <= reference.year() && tense::of(reader, expression) != Tense::Future).then_some(year)
    }

    /// Whether an expression opens its sentence, maybe behind a preposition and an adverb.
    pub(super) fn is_fronted(&self, first: usize) -> bool {
        const LEAD: usize = 2;
        let document = self.reader.document;
        document.sentences.get(document.sentence_of(first)).is_some_and(|sentence| first - (sentence.first as usize).min(first) <= LEAD)
    }

    /// Whether so many months behind one told the story goes on.
    fn goes_on(&self, seen: &Seen, months: i8) -> bool {
        MONTHS.contains(&months) || self.is_fronted(seen.token) && months >= -MONTHS.end()
    }

    /// Whether a day lies behind the one told.
    fn is_later(&self, seen: &Seen, day: Date) -> bool {
        seen.value.range().is_some_and(|(told, _)| told < day)
    }
}
