//! Lengths of time.

use crate::lexicon::Tag;
use crate::quantity::number;
use crate::time::expression::{Expression, Sense};
use crate::time::opens::{Gate, Opens};
use crate::time::reader::{A, AN, AND, Reader};
use crate::time::unit::Unit;
use crate::time::value::{Length, Value};
use crate::token::Case;
use crate::token::literal::{word, words};

/// What a length of time begins with.
pub(super) const GATE: Gate =
    Gate::new(Opens::ANY_UNIT).or(Opens::NUMBER.with(Opens::AMOUNT).with(Opens::ADJECTIVE).with(Opens::PERIOD), Opens::ANY_UNIT);

/// "two weeks", "a 48-hour walkout", "several years", "half an hour", "years".
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    if let Some(found) = long(reader, at) {
        return Some(found);
    }
    let from = reader.after_the(at);
    // "the two-week strike": the article belongs to the noun.
    let compound = from > at && reader.any_unit(from + 2).is_some() && number::is_hyphen(&reader.document, from + 1);
    if compound {
        return None;
    }
    if let Some((length, last)) = length(reader, from).filter(|(length, last)| is_length(reader, from, *last, *length)) {
        let whole = Expression::new(at, last, Sense::Is(Value::Length(length)), "length");
        return Some(with_part(reader, whole, length).unwrap_or(whole));
    }
    bare(reader, at)
}

/// "ten years and six months", "one hour, 20 minutes".
fn with_part(reader: &Reader<'_>, whole: Expression, length: Length) -> Option<Expression> {
    let from = reader.after_comma(whole.last);
    let from = if reader.is(from, AND) { from + 1 } else { from };
    if from == whole.last || reader.is_cut(from) {
        return None;
    }
    let (part, last) = counted(reader, from)?;
    let next = match length.unit {
        Unit::Year => part.unit == Unit::Month || part.unit == Unit::Day,
        Unit::Month => matches!(part.unit, Unit::Week | Unit::Day),
        Unit::Week => part.unit == Unit::Day,
        Unit::Day => part.unit == Unit::Hour,
        Unit::Hour => part.unit == Unit::Minute,
        Unit::Minute => part.unit == Unit::Second,
        _ => false,
    };
    let whole_units = |length: Length| length.count.is_some_and(|count| count.fract() == 0.0);
    let goes_on = reader.is_any(last, words!["ago", "earlier", "later", "before", "after"]);
    let fits = next && whole_units(length) && whole_units(part) && !goes_on;
    fits.then_some(Expression { last, sense: Sense::Is(Value::Lengths(length, part)), rule: "length and part", ..whole })
}

/// A length with its amount: the token after it too.
pub(in crate::time) fn length(reader: &Reader<'_>, at: usize) -> Option<(Length, usize)> {
    const AMOUNT: Opens = Opens::NUMBER.with(Opens::AMOUNT).with(Opens::ARTICLE);
    if !reader.opens(at, AMOUNT) {
        return None;
    }
    quarters(reader, at)
        .or_else(|| halves(reader, at))
        .or_else(|| counted(reader, at))
        .or_else(|| one(reader, at))
        .or_else(|| vague(reader, at))
}

/// "a quarter of a century", "three quarters of an hour", "a quarter-century".
fn quarters(reader: &Reader<'_>, at: usize) -> Option<(Length, usize)> {
    let (count, next) = match reader.number(at).filter(|number| number.value == 3.0) {
        Some(number) => (0.75, number.last),
        None => (0.25, if reader.is(at, A) { at + 1 } else { at }),
    };
    if !reader.is_any(next, words!["quarter", "quarters"]) {
        return None;
    }
    let hyphen = reader.after_hyphen(next + 1);
    let of = reader.is(next + 1, word!("of")) && reader.is_any(next + 2, &[A, AN]);
    let (unit, last) = reader.unit(if of { next + 3 } else { hyphen })?;
    let fits = (of || hyphen > next + 1) && matches!(unit, Unit::Hour | Unit::Century | Unit::Millennium);
    fits.then_some((Length { count: Some(count), unit }, last))
}

/// "half an hour", "half a year", "a half hour", "half-hour".
fn halves(reader: &Reader<'_>, at: usize) -> Option<(Length, usize)> {
    const HALF: u64 = word!("half");
    let from = if reader.is(at, A) && reader.is(at + 1, HALF) { at + 1 } else { at };
    if !reader.is(from, HALF) {
        return None;
    }
    let next = if reader.is_any(from + 1, &[A, AN]) { from + 2 } else { reader.after_hyphen(from + 1) };
    let (unit, last) = reader.unit(next)?;
    Some((Length { count: Some(0.5), unit }, last))
}

const ANOTHER: u64 = word!("another");

/// "two weeks", "24 hours", "48-hour", "2 1/2 years", "two and a half years", "20 more years".
fn counted(reader: &Reader<'_>, at: usize) -> Option<(Length, usize)> {
    const MORE: &[u64] = words!["more", "additional", "full", "consecutive", "straight", "long", "solid", "successive", "extra", "further"];
    const KINDS: &[u64] = words!["calendar", "fiscal", "business", "trading", "working", "school"];
    let at = if reader.is(at, ANOTHER) { at + 1 } else { at };
    let number = reader.number(at)?;
    if at > 0
        && reader.is_glued(at)
        && matches!(reader.word(at - 1), "-" | "." | "," | "/" | ":" | "$")
        && !reader.follows(at - 1, words!["mid"])
    {
        return None;
    }
    let mut count = number.value;
    let mut next = number.last;
    if let Some(half) = and_a_half(reader, next) {
        (count, next) = (count + 0.5, half);
    }
    if (reader.is_any(next, words!["to", "or"]) || number::is_hyphen(&reader.document, next))
        && let Some(after) = higher(reader, next, count)
    {
        next = after;
    }
    // "20-odd years".
    let odd = reader.after_hyphen(next);
    if odd > next && reader.is(odd, word!("odd")) {
        next = odd + 1;
    }
    // "10 successful years".
    let qualified = reader.document.words.get(next).is_some_and(|info| info.tag() == Some(Tag::Adjective))
        && reader.token(next).is_some_and(|token| token.case == Case::Lower)
        && reader.units(next + 1).is_some();
    if reader.is_any(next, MORE) || qualified {
        next += 1;
    }
    let hyphen = reader.after_hyphen(next);
    let fiscal = usize::from(reader.is_any(hyphen, KINDS));
    let (unit, last) = if hyphen > next { reader.unit(hyphen)? } else { reader.any_unit(next + fiscal)? };
    // "two-week-long".
    let long = reader.after_hyphen(last);
    let last = if hyphen > next && long > last && reader.is(long, word!("long")) { long + 1 } else { last };
    let aged = reader.follows(at, words!["aged"]);
    if aged || is_age(reader, last) || (number.plain && (1100.0..=2100.0).contains(&count) && unit == Unit::Quarter) {
        return None;
    }
    match and_a_half(reader, last).filter(|_| count == 1.0) {
        Some(end) => Some((Length { count: Some(1.5), unit }, end)),
        None => Some((Length { count: Some(count), unit }, last)),
    }
}

/// Whether "old" follows: ages are no times.
fn is_age(reader: &Reader<'_>, last: usize) -> bool {
    const OLD: &[u64] = words!["old", "olds"];
    reader.is_any(reader.after_hyphen(last), OLD)
}

/// The token after the second number of "two to three weeks"; the value is the lower one.
fn higher(reader: &Reader<'_>, joint: usize, low: f64) -> Option<usize> {
    let number = reader.number(joint + 1)?;
    (number.value > low && reader.any_unit(reader.after_hyphen(number.last)).is_some()).then_some(number.last)
}

pub(super) fn and_a_half(reader: &Reader<'_>, at: usize) -> Option<usize> {
    // Also "three-and-a-half".
    let and = reader.after_hyphen(at);
    let a = reader.after_hyphen(and + 1);
    let half = reader.after_hyphen(a + 1);
    (reader.is(and, AND) && reader.is(a, A) && reader.is(half, word!("half"))).then_some(half + 1)
}

/// "a week", "an hour and a half", "a full year".
fn one(reader: &Reader<'_>, at: usize) -> Option<(Length, usize)> {
    const FULL: &[u64] = words!["full", "whole", "entire", "single", "further", "additional", "extra", "good"];
    if !reader.is_any(at, &[A, AN, ANOTHER]) {
        return None;
    }
    let full = reader.is_any(at + 1, FULL);
    let (unit, last) = reader.unit(at + 1 + usize::from(full))?;
    // "a second bomb".
    let joined = reader.after_hyphen(last) > last;
    let ranks = unit == Unit::Second && !reader.is_any(last, words!["later", "ago", "earlier", "."]);
    // "a month-long siege": the article belongs to the noun.
    // "A night watchman", "a day trip".
    let next = reader.document.words.get(last).filter(|_| matches!(unit, Unit::Night | Unit::Day) && !reader.is_name_part(last));
    let compound = !full && next.and_then(|next| next.tag()) == Some(Tag::Noun) && !reader.is_any(last, words!["ago", "time"]);
    if ranks || joined || compound || is_age(reader, last) {
        return None;
    }
    if reader.is(last, word!("or"))
        && let Some(more) = reader.number(last + 1).filter(|more| more.value == 2.0 && reader.any_unit(more.last).is_none())
    {
        return Some((Length { count: Some(1.0), unit }, more.last));
    }
    match and_a_half(reader, last) {
        Some(end) => Some((Length { count: Some(1.5), unit }, end)),
        None => Some((Length { count: Some(1.0), unit }, last)),
    }
}

/// "several weeks", "a few hours", "a couple of years", "dozens of years".
fn vague(reader: &Reader<'_>, at: usize) -> Option<(Length, usize)> {
    const VAGUE: &[u64] =
        words!["several", "few", "some", "many", "dozens", "hundreds", "thousands", "countless", "numerous", "recent", "all"];
    const COUPLE: u64 = word!("couple");
    let from = if reader.is_any(at, &[A, AN]) { at + 1 } else { at };
    let of = |at: usize| if reader.is(at, word!("of")) { at + 1 } else { at };
    if reader.is(from, COUPLE) {
        let (unit, last) = reader.units(of(from + 1))?;
        return Some((Length { count: Some(2.0), unit }, last));
    }
    // "several-year", "multi-year".
    let hyphen = reader.after_hyphen(from + 1);
    if hyphen > from + 1 && from == at && reader.is_any(from, words!["several", "multi"]) {
        let (unit, last) = reader.unit(hyphen)?;
        return Some((Length { count: None, unit }, last));
    }
    // "the second killing in as many days": as many as are told before, and no "many".
    if !reader.is_any(from, VAGUE) || reader.follows(from, words!["as"]) && reader.is(from, word!("many")) {
        return None;
    }
    let more = usize::from(reader.is_any(from + 1, words!["more", "of", "long", "short", "past"]));
    let (unit, last) = reader.units(from + 1 + more)?;
    Some((Length { count: None, unit }, last))
}

/// "day-long", "a decades-long war".
fn long(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (unit, last) = reader.any_unit(at)?;
    let hyphen = reader.after_hyphen(last);
    let count = reader.unit(at).map(|_| 1.0);
    let is_long = hyphen > last && reader.is(hyphen, word!("long"));
    is_long.then_some(Expression::new(at, hyphen + 1, Sense::Is(Value::Length(Length { count, unit })), "unit-long"))
}

/// Whether an amount and a unit are a length and no rank, date or part of a longer name.
fn is_length(reader: &Reader<'_>, at: usize, last: usize, length: Length) -> bool {
    let ambiguous = reader.unit(last - 1).or_else(|| reader.units(last - 1)).is_some_and(|(unit, _)| unit == Unit::Quarter);
    let recent_units = !reader.is(at, word!("all"));
    recent_units && !(ambiguous && length.count == Some(1.0) && reader.is(last, word!("of"))) && !reader.is_name_part(last - 1)
}

/// "for years", "it took months", "weeks of fighting": units without an amount.
fn bare(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    let early = from > at && reader.is_any(from, words!["early", "first", "final", "closing", "opening"]);
    let (unit, last) = reader.units(from + usize::from(early))?;
    let found = Expression::new(at, last, Sense::Is(Value::Length(Length { count: None, unit })), "units");
    if from > at {
        let ahead = usize::from(reader.is(last, word!("ahead")));
        return (early || is_beside_event(reader, at, last)).then_some(Expression { last: last + ahead, ..found });
    }
    let nth = at > 0 && reader.ordinal(at - 1).is_some();
    if unit == Unit::Second || unit == Unit::Quarter || nth {
        return None;
    }
    const BEFORE: &[u64] =
        words!["for", "in", "within", "over", "took", "take", "takes", "lasted", "last", "spent", "after", "of", "through", "spend"];
    const AFTER: &[u64] = words!["of", "away", "or"];
    const BESIDE: &[u64] = words!["after", "before", "later", "earlier"];
    let plain_before = at == 0
        || reader.document.words.get(at - 1).is_none_or(|info| !matches!(info.tag(), Some(Tag::Adjective | Tag::Noun | Tag::Determiner)));
    let beside = reader.is_any(last, BESIDE) && !reader.is_name_part(at);
    let evidence = reader.follows(at, BEFORE) || beside || (plain_before && reader.is_any(last, AFTER)) || reader.starts_sentence(at);
    evidence.then_some(found)
}

/// "the days before the vote", "the weeks ahead", "in the years since", "over the years".
fn is_beside_event(reader: &Reader<'_>, at: usize, last: usize) -> bool {
    const AFTER: &[u64] = words!["before", "after", "since", "ahead", "leading", "preceding", "following", "immediately"];
    let followed = reader.is(last, word!("that")) && reader.is_any(last + 1, words!["followed", "follow"]);
    reader.is_any(last, AFTER) || followed || reader.follows(at, words!["over", "through"])
}
