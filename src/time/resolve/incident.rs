//! The incident that an article is about, such as a shooting whose day it tells, from which later expressions count: a clock time without
//! a day ("was shot at 10 p.m.") and "the day after his death".

use super::Resolver;
use super::told::Seen;
use crate::record::Anchor;
use crate::time::calendar::{self, days_between};
use crate::time::expression::{Base, Expression, Sense};
use crate::time::incident::{beside_incident, is_incident};
use crate::time::reader::Reader;
use crate::time::rules;
use crate::time::unit::{Clock, Unit};
use crate::time::value::Value;
use crate::token::literal::words;
use jiff::civil::Date;

/// How far a trigger may stand before and behind the day that it happened on, in tokens.
const BEFORE: usize = 6;
const BEHIND: usize = 3;
/// How far about a clock time the sentence is looked at: some have no end.
const CLAUSE: usize = 40;
const NOON: u8 = 12;
/// Days that the report of an incident may come after it; what is longer past is history.
const LATELY: i64 = 400;

impl Resolver<'_> {
    /// Keeps the first day told beside a word of violence or disaster, if it is past.
    pub(super) fn remember_incident(&mut self, expression: &Expression, seen: Seen) {
        let Some((day, _)) = seen.value.range().filter(|_| self.told.incident.is_none()) else { return };
        let is_recent = |reference: &Date| (0..=LATELY).contains(&days_between(day, *reference));
        let is_past = self.reference.as_ref().is_none_or(|(reference, _)| is_recent(reference));
        let document = self.reader.document;
        let in_sentence = |at: usize| document.sentence_of(at) == document.sentence_of(expression.first);
        let beside = expression.first.saturating_sub(BEFORE)..(expression.last + BEHIND).min(document.tokens.len());
        if is_past && beside.clone().any(|at| is_incident(&self.reader, at) && in_sentence(at)) {
            self.told.incident = Some(seen);
        }
    }

    /// Whether an expression counts from an incident of which no day is told: then it is no day either.
    pub(in crate::time) fn lacks_incident(&self, expression: &Expression) -> bool {
        matches!(expression.sense, Sense::Shift(_, _, Base::Incident)) && self.told.incident.is_none()
    }

    /// So many days from the incident that the article has told of.
    fn day_from_incident(&self, days: i64) -> Option<(Date, Anchor)> {
        let seen = self.told.incident?;
        let day = calendar::add_days(seen.value.range()?.0, days)?;
        Some((day, Anchor::Time(seen.index)))
    }

    /// The day of a clock time in a sentence about the incident: its own, or as many days before and after it as the sentence tells.
    pub(super) fn day_of_incident(&self, expression: &Expression) -> Option<(Date, Anchor)> {
        let document = self.reader.document;
        let sentence = document.sentences.get(document.sentence_of(expression.first))?;
        let incident = self.told.incident?;
        // "2330 [0530 GMT]" is told twice.
        let is_again = self.reader.follows(expression.first, words!["(", "["]);
        let Some(Clock::At(hour, _)) = expression.clock.filter(|_| !is_again) else { return None };
        // "last night", "at 2 a.m."; the night in which a paper goes to print is of the day of publication already.
        let is_before = |(night, _): (Date, Date)| self.reference.as_ref().is_none_or(|(day, _)| night < *day);
        let is_night = matches!(incident.value, Value::Clock(_, Clock::Part("NI")));
        let is_next_morning = hour < NOON && is_night && incident.value.range().is_some_and(is_before);
        let first = expression.first.saturating_sub(CLAUSE).max(sentence.first as usize);
        let last = (expression.last + CLAUSE).min(sentence.last as usize);
        let days = (expression.last..last).find_map(|at| days_from_incident(&self.reader, at)).or_else(|| {
            let is_of_incident = (first..last).any(|at| is_incident(&self.reader, at));
            is_of_incident.then_some(i64::from(is_next_morning))
        })?;
        self.day_from_incident(days)
    }
}

/// Days from the incident of "ten days before the shooting", if that begins at `at`.
fn days_from_incident(reader: &Reader<'_>, at: usize) -> Option<i64> {
    let (length, last) = rules::length(reader, at)?;
    let days = match length.unit {
        Unit::Day => 1.0,
        Unit::Week => 7.0,
        _ => return None,
    };
    Some(beside_incident(reader, last)? * (length.count? * days) as i64)
}
