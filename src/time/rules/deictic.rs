//! Expressions that count from another day: "yesterday", "last week", "three days ago", "the next day".

use super::ago::{after_next, day_before, day_beside, day_beside_incident, from_length, hyphenated};
use super::{date, duration, holiday, period, week};
use crate::time::calendar;
use crate::time::expression::{Base, Expression, Pull, Recurs, Sense};
use crate::time::opens::{Gate, Opens};
use crate::time::reader::{Reader, THE};
use crate::time::unit::{Clock, Unit};
use crate::time::value::{Length, Value};
use crate::time::vocabulary::Word;
use crate::token::TokenKind;
use crate::token::literal::{word, words};

/// What they begin with.
pub(super) const GATE: Gate = Gate::new(Opens::DEICTIC.with(Opens::ANY_UNIT).with(Opens::FISCAL).with(Opens::WEEKDAY)).or(
    Opens::NUMBER.with(Opens::AMOUNT).with(Opens::ADJECTIVE).with(Opens::DIRECTION),
    Opens::TABLES.with(Opens::DIGITS).with(Opens::NUMBER).with(Opens::ORDINAL),
);

/// Any of them.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    day(reader, at)
        .or_else(|| week::of_weekday(reader, at))
        .or_else(|| from_length(reader, at))
        .or_else(|| hyphenated(reader, at))
        .or_else(|| directed(reader, at))
        .or_else(|| after_next(reader, at))
        .or_else(|| day_beside(reader, at))
        .or_else(|| day_beside_incident(reader, at))
        .or_else(|| day_before(reader, at))
        .or_else(|| week_of(reader, at))
        .or_else(|| ended(reader, at))
        .or_else(|| definite(reader, at))
}

/// "today", "yesterday afternoon", "tomorrow night", "last night".
pub(super) fn day(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let ((offset, clock), last) =
        reader.take(at, |word| if let Word::Deictic(offset, clock) = word { Some((offset, clock)) } else { None })?;
    // "is day to day"
    let spaced = last > at + 1 && reader.follows(at, words!["day"]);
    if spaced || reader.is_name_part(at) && at > 0 && reader.is_capital(at - 1) {
        return None;
    }
    let (part, end) = if clock.is_none() { date::part_after(reader, last) } else { (None, last) };
    Some(Expression::new(at, end, Sense::Shift(Unit::Day, i64::from(offset), Base::Published), "deictic day").at(clock.or(part)))
}

pub(super) const LAST: u64 = word!("last");
const PAST: u64 = word!("past");
pub(super) const NEXT: u64 = word!("next");
const COMING: u64 = word!("coming");
const THIS: u64 = word!("this");
const THAT: u64 = word!("that");
const SAME: u64 = word!("same");
const CURRENT: u64 = word!("current");
const LATEST: u64 = word!("latest");
const PREVIOUS: &[u64] = words!["previous", "preceding", "prior"];
const FOLLOWING: &[u64] = words!["following", "subsequent", "ensuing"];

/// Where a word of direction points to.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Direction {
    pull: Pull,
    base: Base,
    /// Units from the base.
    count: i64,
}

/// "last", "the next", "this past", "that same": the direction and the token after it.
fn direction(reader: &Reader<'_>, at: usize) -> Option<(Direction, usize)> {
    let from = reader.after_the(at);
    let determined = from > at;
    let to = |pull, base, count, last| Some((Direction { pull, base, count }, last));
    let hash = reader.token(from)?.hash;
    match hash {
        // "the strike will last 24 hours".
        LAST if reader.follows(from, words!["will", "would", "could", "may", "might", "can", "should", "to", "must", "not"]) => None,
        LAST => to(Pull::Last, Base::Published, -1, from + 1),
        PAST => to(Pull::Last, Base::Published, -1, from + 1),
        LATEST if determined => to(Pull::Last, Base::Published, -1, from + 1),
        NEXT => to(Pull::Next, if determined { Base::Narrative } else { Base::Published }, 1, from + 1),
        COMING => to(Pull::Next, Base::Published, 1, from + 1),
        CURRENT if determined => to(Pull::This, Base::Published, 0, from + 1),
        THIS if reader.is_any(from + 1, &[PAST]) => to(Pull::Last, Base::Published, -1, from + 2),
        THIS if reader.is(from + 1, COMING) => to(Pull::Next, Base::Published, 1, from + 2),
        THIS if reader.is_any(from + 1, &[SAME, CURRENT]) => to(Pull::This, Base::Published, 0, from + 2),
        THIS => to(Pull::This, Base::Published, 0, from + 1),
        THAT => to(Pull::This, Base::Narrative, 0, from + 1 + usize::from(reader.is(from + 1, SAME))),
        SAME if determined => to(Pull::This, Base::Narrative, 0, from + 1),
        _ if PREVIOUS.contains(&hash) => to(Pull::Preceding, Base::Narrative, -1, from + 1),
        _ if FOLLOWING.contains(&hash) && determined => to(Pull::Following, Base::Narrative, 1, from + 1),
        _ => None,
    }
}

/// A word of direction with a unit, a weekday, a month, a season, a quarter or a holiday.
fn directed(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    const NAMES: Opens =
        Opens::TABLES.with(Opens::DIGITS).with(Opens::NUMBER).with(Opens::ORDINAL).with(Opens::ARTICLE).with(Opens::OPENER);
    let (direction, from) = direction(reader, at)?;
    // "said that Sunday's vote was fair": a conjunction.
    let owned = |at: usize| reader.token(at).is_some_and(|token| token.kind == TokenKind::Possessive);
    if reader.is(at, THAT) && reader.weekday(from).is_some_and(|(_, piece)| owned(piece.last)) {
        return None;
    }
    // "that two" may go on, "that they" does not.
    if !(reader.opens(from, NAMES.with(Opens::PERIOD).with(Opens::AMOUNT)) || reader.opens(from + 1, Opens::UNIT)) {
        return None;
    }
    lengths(reader, at, from, &direction).or_else(|| named(reader, at, from, &direction)).or_else(|| one_unit(reader, at, from, &direction))
}

/// "last week", "the next day", "this year", "that night", "the same day".
fn one_unit(reader: &Reader<'_>, at: usize, from: usize, direction: &Direction) -> Option<Expression> {
    let from = fiscal_skipped(reader, from);
    if let Some((clock, last)) = reader.part(from) {
        let shift = if reader.is(at, LAST) && clock == Clock::Part("NI") { -1 } else { direction.count };
        let sense = Sense::Shift(Unit::Day, shift, direction.base);
        return Some(Expression::new(at, last, sense, "directed part of day").at(Some(clock)));
    }
    let (unit, last) = reader.unit(from)?;
    // "the last week of talks" is the final one.
    let is_final = reader.is(from - 1, LAST) && reader.follows(from - 1, &[THE]) && reader.is(last, word!("of"));
    if is_final || reader.is_name_part(from) {
        return None;
    }
    if unit == Unit::Night {
        return Some(
            Expression::new(at, last, Sense::Shift(Unit::Day, direction.count, direction.base), "directed night")
                .at(Some(Clock::Part("NI"))),
        );
    }
    if unit.is_of_clock() && (direction.base == Base::Published || direction.count == 0)
        || reader.is_glued(last) && reader.word(last) == "-" && !reader.is(last + 1, word!("old")) && direction.base != Base::Published
    {
        return None;
    }
    if unit.is_of_clock() {
        return None;
    }
    // "the past decade" is the ten years up to now; "the last decade" the one before this.
    if reader.is(from - 1, PAST) && unit >= Unit::Decade {
        return Some(Expression::new(at, last, Sense::Stretch(Length { count: Some(1.0), unit }, false), "past decade"));
    }
    let is_past = reader.is(from - 1, PAST) && !matches!(unit, Unit::Weekend);
    let count = if reader.is(from - 1, LATEST) && unit == Unit::Quarter { -1 } else { direction.count };
    let rule = if is_past { "past unit" } else { "directed unit" };
    Some(Expression::new(at, last, Sense::Shift(unit, count, direction.base), rule))
}

/// "last fiscal year" is "last year".
fn fiscal_skipped(reader: &Reader<'_>, at: usize) -> usize {
    let fiscal = reader.take(at, |word| (word == Word::Fiscal).then_some(()));
    let also = |at: usize| reader.is_any(at, words!["full", "calendar", "budget", "business", "working"]);
    match fiscal {
        Some((_, last)) if reader.unit(last).is_some() => last,
        _ if also(at) && reader.unit(at + 1).is_some() => at + 1,
        _ => at,
    }
}

/// "the past two months", "the next few days", "the last 20 years", "coming months".
fn lengths(reader: &Reader<'_>, at: usize, from: usize, direction: &Direction) -> Option<Expression> {
    if let Some((unit, last)) = reader.units(from) {
        let value = match direction {
            Direction { pull: Pull::Next, base: Base::Published, .. } => Value::Future,
            _ if direction.count != 0 && unit >= Unit::Day => Value::Length(Length { count: None, unit }),
            _ => return None,
        };
        return Some(Expression::new(at, last, Sense::Is(value), "directed units"));
    }
    // "said that four days were enough": a conjunction.
    if reader.is(at, THAT) && !reader.is(at + 1, SAME) {
        return None;
    }
    if let Some((length, last)) = duration::length(reader, from) {
        let anchored = direction.count != 0 && (direction.base == Base::Published || reader.is(from - 1, NEXT));
        let sense = if anchored { Sense::Stretch(length, direction.count > 0) } else { Sense::Is(Value::Length(length)) };
        return Some(Expression::new(at, last, sense, "directed length"));
    }
    // "the next hour and a half".
    if let Some((unit, last)) = reader.unit(from)
        && let Some(end) = duration::and_a_half(reader, last)
    {
        let length = Length { count: Some(1.5), unit };
        return Some(Expression::new(at, end, Sense::Is(Value::Length(length)), "directed length"));
    }
    // "the past three summers".
    let number = reader.number(from).filter(|number| number.value > 1.0)?;
    let (season, piece) = reader.season(number.last)?;
    Some(Expression::new(at, piece.last, Sense::Is(Value::OpenSeason(season)), "directed seasons").recurring(Recurs::Plain))
}

/// "last Wednesday", "next March", "this summer", "last Thanksgiving", "this year's third quarter".
fn named(reader: &Reader<'_>, at: usize, from: usize, direction: &Direction) -> Option<Expression> {
    if reader.is(from, word!("year")) && reader.word(from + 1).ends_with(['s', 'S']) && reader.is_any(from + 1, words!["'s"]) {
        let inner = period::read(reader, from + 2)?;
        let sense = inner.sense.pulled(Pull::Years(direction.count as i8))?;
        return Some(Expression { sense, rule: "period of year", ..inner.from(at) });
    }
    let inner = date::read(reader, from)
        .filter(|inner| inner.first == from)
        .or_else(|| period::named(reader, from))
        .or_else(|| holiday::read(reader, from))?;
    let told = direction.base == Base::Narrative && direction.pull == Pull::This;
    let sense = match (inner.sense, direction.pull) {
        (Sense::Is(_), _) => return None,
        // "told analysts that first-half profit rose": a conjunction.
        (Sense::Quarter(..) | Sense::Half(..), _) if reader.is(at, THAT) && reader.word(inner.last - 2) == "-" => return None,
        (sense @ (Sense::Month(..) | Sense::Season(..) | Sense::Holiday(..)), _) if told => sense.pulled(Pull::That)?,
        (sense @ Sense::MonthDay(..), _) => sense,
        (sense, pull) => sense.pulled(pull)?,
    };
    Some(Expression { sense, rule: "directed name", ..inner.from(at) })
}

/// Name of the rule.
pub(super) const TOLD_DAY: &str = "day told, after a time";

/// "the previous night", "that evening", "the next day" after a time of day.
pub(super) fn told_day(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (direction, from) = direction(reader, at)?;
    let found = one_unit(reader, at, from, &direction)?;
    matches!(found.sense, Sense::Shift(Unit::Day, ..)).then_some(Expression { rule: TOLD_DAY, ..found })
}

/// "last Wednesday" and the like after a time of day.
pub(super) fn weekday(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (direction, from) = direction(reader, at)?;
    named(reader, at, from, &direction).filter(|found| matches!(found.sense, Sense::Weekday(..)))
}

/// "the week of March 6".
fn week_of(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (unit, last) = reader.unit(reader.after_the(at)).filter(|(unit, _)| *unit == Unit::Week)?;
    let day = date::read(reader, reader.after_the(last + 1)).filter(|_| reader.is(last, word!("of")))?;
    Some(Expression { sense: unit_of_day(day.sense, unit)?, rule: "week of date", ..day.from(at) })
}

/// "the quarter" of "the quarter ended Sept. 30", "the week ending Jan. 5".
fn ended(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (unit, last) = reader.unit(at + 1).filter(|_| reader.is(at, THE))?;
    let of_calendar = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter) && reader.is_any(last, words!["ended", "ending"]);
    let from = if reader.is(last + 1, word!("on")) { last + 2 } else { last + 1 };
    let day = date::read(reader, from).filter(|_| of_calendar)?;
    Some(Expression::new(at, last, unit_of_day(day.sense, unit)?, "unit ended"))
}

/// The unit that a day lies in.
fn unit_of_day(day: Sense, unit: Unit) -> Option<Sense> {
    match day {
        Sense::MonthDay(month, day, _) => Some(Sense::UnitOf(unit, month, day)),
        Sense::Is(Value::Day(date)) => Some(Sense::Is(calendar::unit_of(date, unit))),
        _ => None,
    }
}

/// "the day" of "later in the day".
pub(super) fn in_the_day(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (unit, last) = reader.unit(at + 1).filter(|_| reader.is(at, THE))?;
    (unit == Unit::Day).then_some(Expression::new(at, last, Sense::Day(Base::Narrative), "in the day"))
}

/// "the weekend", "the week", "the year", "the month", "the day" as the one spoken of.
fn definite(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    const UNLESS: &[u64] = words!["of", "'s", "before", "after", "when", "that"];
    let from = reader.after_the(at);
    if from == at {
        return None;
    }
    let full = fiscal_skipped(reader, from);
    let (unit, last) = reader.unit(full)?;
    const SPOKEN_OF: &[Unit] = &[Unit::Weekend, Unit::Year, Unit::Week, Unit::Month, Unit::Quarter, Unit::Decade, Unit::Century];
    if !SPOKEN_OF.contains(&unit) {
        return None;
    }
    let to_month = || {
        reader.is_any(last, words!["to", "through"]) && reader.month(reader.modifier(last + 1).map_or(last + 1, |(_, end)| end)).is_some()
    };
    if unit == Unit::Year && (reader.is_any(last, words!["ended", "ending"]) || to_month()) {
        return Some(Expression::new(at, last, Sense::Is(Value::Length(Length { count: Some(1.0), unit })), "the year ended"));
    }
    if reader.is_glued(last) && reader.word(last) == "-"
        || (unit != Unit::Weekend && reader.is_any(last, UNLESS) && !reader.is(last, word!("'s")))
    {
        return None;
    }
    Some(Expression::new(at, last, Sense::Same(unit), "the unit"))
}
