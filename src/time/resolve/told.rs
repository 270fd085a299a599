//! What the article has told so far, from which later expressions count.

use super::Resolver;
use crate::lexicon::{TableId, column};
use crate::time::calendar;
use crate::time::expression::{Base, Expression, Sense};
use crate::time::unit::Unit;
use crate::time::value::{Length, Value};
use jiff::civil::Date;

/// What the article has told so far, each with its place in the list of times and the token it stands at.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    pub day: Option<Seen>,
    pub any: Option<Seen>,
    pub quarter: Option<Seen>,
    /// The day of the incident that the article is about.
    pub incident: Option<Seen>,
    /// The year of the chronology whose items are being told.
    pub list: Option<i16>,
    /// Token of the last mention of several months, such as the first nine of a year.
    pub months: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub value: Value,
    pub index: usize,
    pub token: usize,
    /// Whether the text writes it with its year, or it counts from such a one.
    pub written: bool,
}

impl Resolver<'_> {
    pub(super) fn remember(&mut self, expression: &Expression, index: usize, value: Value) {
        if matches!(value, Value::Length(Length { count: Some(6.0 | 9.0), unit: Unit::Month })) {
            self.told.months = Some(expression.first);
        }
        if expression.recurs.is_some() || value.range().is_none() {
            return;
        }
        self.remember_list(expression, value);
        let written = matches!(expression.sense, Sense::Is(_) | Sense::Holiday(_, Some(_), _)) || self.is_long_ago(value);
        let seen = Seen { value, index, token: expression.first, written };
        if matches!(value, Value::Day(_) | Value::Clock(..)) && !self.is_of_saying(expression) {
            self.told.day = Some(seen);
            self.remember_incident(expression, seen);
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

    /// Whether a value lies so long before the report that only a year that the text writes can have led to it.
    fn is_long_ago(&self, value: Value) -> bool {
        const DAYS: i64 = 500;
        let day = value.range().map(|(first, _)| first);
        self.reference.as_ref().zip(day).is_some_and(|((reference, _), day)| calendar::days_between(day, *reference) > DAYS)
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

    pub(super) fn is_near(&self, seen: &Seen, expression: &Expression) -> bool {
        let document = self.reader.document;
        document.sentence_of(seen.token) + 1 >= document.sentence_of(expression.first)
    }

    /// Whether a quarter was told so shortly before that the report goes on about it.
    pub(super) fn is_report(&self, seen: &Seen, expression: &Expression) -> bool {
        const SENTENCES: usize = 6;
        let document = self.reader.document;
        document.sentence_of(seen.token) + SENTENCES >= document.sentence_of(expression.first)
    }

    /// Whether the report has turned from the quarter to the nine months of the year, in the sentence of the expression.
    pub(super) fn is_of_months(&self, seen: &Seen, expression: &Expression) -> bool {
        let document = self.reader.document;
        let in_sentence = |&token: &usize| document.sentence_of(token) == document.sentence_of(expression.first);
        self.told.months.filter(in_sentence).is_some_and(|token| token > seen.token)
    }
}
