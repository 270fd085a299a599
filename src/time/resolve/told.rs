//! What the article has told so far, from which later expressions count.

use super::{Resolved, Resolver};
use crate::lexicon::{TableId, column};
use crate::time::calendar;
use crate::time::expression::{Base, Expression, HalfTold, Sense};
use crate::time::incident::is_incident;
use crate::time::reader::{A, AN, COMMA, THE};
use crate::time::unit::Unit;
use crate::time::value::{Length, Value};
use crate::token::literal::{word, words};
use jiff::civil::Date;

/// What the article has told so far, each with its place in the list of times and the token it stands at.
#[derive(Clone, Debug, Default)]
pub(super) struct Told {
    pub day: Option<Seen>,
    /// The last day that is not told as the end of something ("by Wednesday").
    pub scene: Option<Seen>,
    /// The last day from which something went on ("since March 20"), or up to which it was counted.
    pub bound: Option<Seen>,
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
    /// Token after the last one.
    pub last: usize,
    /// Whether it is a time by the clock of which the half of the day is told.
    pub halved: bool,
    /// Whether the text writes it with its year, or it counts from such a one.
    pub written: bool,
    /// Whether the story goes on from it, as it does not from a day that only tells which of several is meant: "the July 7, 2005 bombings".
    pub goes_on: bool,
    /// The day from which it goes on, if that is known more exactly than the value.
    pub from: Option<Date>,
}

impl Resolver<'_> {
    pub(super) fn remember(&mut self, expression: &Expression, index: usize, resolved: &Resolved) {
        let value = resolved.value;
        if matches!(value, Value::Length(Length { count: Some(6.0 | 9.0), unit: Unit::Month })) {
            self.told.months = Some(expression.first);
        }
        if expression.recurs.is_some() || value.range().is_none() {
            return;
        }
        self.remember_list(expression, value);
        let written = matches!(expression.sense, Sense::Is(_) | Sense::Holiday(_, Some(_), _)) || self.is_long_ago(value);
        let goes_on = !(self.is_attribute(expression) || self.is_bound(expression, value) || self.is_of_birth(expression));
        let halved =
            expression.half == HalfTold::Beside || matches!(value, Value::Clock(day, _) if self.halved_beside(expression, day).is_some());
        let seen = Seen { value, index, token: expression.first, last: expression.last, halved, written, goes_on, from: resolved.from };
        if matches!(value, Value::Day(_) | Value::Clock(..)) && !self.is_of_saying(expression) {
            self.remember_day(expression, seen);
        }
        // "a year ago" looks back from the quarter or the year told, and does not replace it.
        let looks_back = matches!(expression.sense, Sense::Shift(Unit::Year | Unit::Quarter, _, Base::Ago | Base::Earlier));
        if looks_back && resolved.from.is_none() {
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

    /// Keeps a day of the story; one that something is only counted or compared from is none, nor that of what is told of a person by the way.
    fn remember_day(&mut self, expression: &Expression, seen: Seen) {
        if self.is_bound(expression, seen.value) {
            self.told.bound = Some(seen);
            return;
        }
        if self.is_of_person(expression) {
            return;
        }
        self.told.day = Some(seen);
        if !self.reader.follows(expression.first, words!["by"]) {
            self.told.scene = Some(seen);
        }
        self.remember_incident(expression, seen);
    }

    /// Whether a day opens what went on, or is that of a count: "since the war began on March 20", "as of Monday"; not "since March 23, when 28 died",
    /// which tells of that day.
    fn is_bound(&self, expression: &Expression, value: Value) -> bool {
        const CLAUSE: usize = 8;
        /// Days after which the clause behind "since" tells of something else than the news.
        const NEWS: i64 = 7;
        const SINCE: u64 = word!("since");
        let reader = &self.reader;
        let when = reader.is(reader.after_comma(expression.last), word!("when"));
        let as_of = reader.follows(expression.first, words!["of"]) && expression.first >= 2 && reader.is(expression.first - 2, word!("as"));
        let close = reader.follows(expression.first, &[SINCE]) || as_of;
        let before = || (expression.first.saturating_sub(CLAUSE)..expression.first).rev();
        let clause = || before().take_while(|&at| !matches!(reader.word(at), "," | "." | ";")).any(|at| reader.is(at, SINCE));
        !when && (close || clause() && self.days_before(value).is_some_and(|days| days > NEWS))
    }

    /// Whether a day stands in a clause on a person that tells no deed: "the general, who was appointed on May 22, was shot dead".
    fn is_of_person(&self, expression: &Expression) -> bool {
        const CLAUSE: usize = 10;
        let reader = &self.reader;
        let before = (expression.first.saturating_sub(CLAUSE)..expression.first).rev();
        let Some(who) = before.into_iter().take_while(|&at| reader.word(at) != ".").find(|&at| reader.is(at, word!("who"))) else {
            return false;
        };
        let set_off = reader.follows(who, &[COMMA]) && reader.is(expression.last, COMMA);
        set_off && !(who..expression.first).any(|at| reader.is(at, COMMA) || is_incident(reader, at))
    }

    /// Whether an expression only tells which of several is meant: "the July 7, 2005 bombings".
    fn is_attribute(&self, expression: &Expression) -> bool {
        self.reader.follows(expression.first, &[THE, A, AN])
    }

    /// Whether a day is that of a birth, from which no story goes on: "he was born on May 8, 1960".
    fn is_of_birth(&self, expression: &Expression) -> bool {
        const REACH: usize = 8;
        (expression.first.saturating_sub(REACH)..expression.first).any(|at| self.reader.is(at, word!("born")))
    }

    /// How many days a value lies before the reference.
    fn days_before(&self, value: Value) -> Option<i64> {
        let (reference, _) = self.reference.as_ref()?;
        Some(calendar::days_between(value.range()?.0, *reference))
    }

    /// Whether a value lies so long before the report that only a year that the text writes can have led to it.
    fn is_long_ago(&self, value: Value) -> bool {
        const DAYS: i64 = 500;
        self.days_before(value).is_some_and(|days| days > DAYS)
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
