//! Times of day.

mod half;
mod point;
mod spoken;

pub(super) use point::is_dotted;

use half::{Half, half_of_day, half_told, in_half, in_its_part};
use point::dotted;

use super::{date, deictic, holiday};
use crate::lexicon::{Tag, WordSet};
use crate::time::expression::{Base, Expression, HalfTold, Pull, Sense};
use crate::time::opens::{Gate, Opens};
use crate::time::reader::{Reader, THE};
use crate::time::unit::Clock;
use crate::token::literal::{word, words};

/// What a time of day begins with.
pub(super) const GATE: Gate =
    Gate::new(Opens::DIGITS.with(Opens::NUMBER).with(Opens::PART)).or(Opens::AMOUNT.with(Opens::PERIOD).with(Opens::UNIT), Opens::NUMBER);

/// Any time of day, with its day if that stands beside it.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    by_the_clock(reader, at).or_else(|| part_of_day(reader, at))
}

/// "10 p.m. Tuesday", "1424 GMT on Thursday", "noon", "14:30".
pub(super) fn by_the_clock(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    if let Some(found) = date_time_group(reader, at).or_else(|| first_of_two(reader, at)) {
        return Some(found);
    }
    let (clock, time_end) = time(reader, at).or_else(|| spoken::before_part_of_day(reader, at)).or_else(|| dotted(reader, at))?;
    let half = half_told(reader, at, time_end, clock);
    let (clock, told_end) = in_its_part(reader, time_end, clock, half);
    let half = if told_end > time_end { HalfTold::Beside } else { half };
    let last = after_zone(reader, told_end);
    // "between 2 p.m. and 3 p.m. on Monday".
    if reader.is_any(last, JOINTS)
        && let Some((later, end)) = time(reader, last + 1)
        && let Some(sense) = day_beside(reader, end)
        && later.minutes() > clock.minutes()
    {
        return Some(Expression::new(at, last, sense, "first of two times").at(Some(clock)));
    }
    let time = Expression::new(at, last, Sense::Day(Base::Published), "clock time").at(Some(clock));
    Some(with_day(reader, Expression { half, ..time }))
}

/// Between two times.
const JOINTS: &[u64] = words!["and", "to", "until", "-", "–"];

/// The day that stands right after the second of two times.
fn day_beside(reader: &Reader<'_>, last: usize) -> Option<Sense> {
    let day = with_day(reader, Expression::new(last, last, Sense::Day(Base::Published), "clock time"));
    (day.last > last).then_some(day.sense)
}

/// The military group: `031430Z JAN 24`.
fn date_time_group(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let group = reader.word(at).strip_suffix(['Z', 'z'])?;
    if group.len() != 6 || !group.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let two = |from: usize| group.get(from..from + 2)?.parse::<u8>().ok();
    let (day, hour, minute) = (two(0)?, two(2)?, two(4)?);
    let (month, piece) = reader.month(at + 1)?;
    let year = date::two_digit_year(reader.digits(piece.last, 2)?);
    let date = crate::time::calendar::day(year, month, day as i8)?;
    let clock = (hour < 24 && minute < 60).then_some(Clock::At(hour, minute));
    Some(Expression::new(at, piece.last + 1, Sense::Is(crate::time::value::Value::Day(date)), "date-time group").at(clock))
}

/// "7" in "between 7 and 9 p.m.", "2" in "2-3 p.m.": in the same half of the day as the time after it.
fn first_of_two(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let hour = reader.digits(at, 1).or_else(|| reader.digits(at, 2)).filter(|hour| (1..=12).contains(hour))?;
    let glued = at > 0 && reader.is_glued(at);
    if glued || !reader.is_any(at + 1, JOINTS) {
        return None;
    }
    let (Clock::At(later, _), last) = time(reader, at + 2)? else { return None };
    let half = half_of_day(reader.word(last - 1))?;
    let morning = half.hour(hour as u8)?;
    // "11-1 p.m." begins before noon.
    let hour = if morning <= later { morning } else { (later >= 12).then_some(hour as u8)? };
    let sense = day_beside(reader, last).unwrap_or(Sense::Day(Base::Published));
    Some(Expression::new(at, at + 1, sense, "first of two times").at(Some(Clock::At(hour, 0))))
}

/// Whether the token at `at` ends a range of two times after a hyphen: "10 a.m.-4 p.m.", "2-3 p.m.".
fn is_second(reader: &Reader<'_>, at: usize) -> bool {
    let ranges = matches!(reader.word(at - 1), "-" | "–") && at >= 2;
    let halved = [1, 3].iter().any(|steps| half_of_day(reader.word(at + steps)).is_some());
    ranges && halved && (half_of_day(reader.word(at - 2)).is_some() || reader.digits(at - 2, 1).or(reader.digits(at - 2, 2)).is_some())
}

/// "the night from Sunday to Monday", "the night of Sunday to Monday": that of the first of the two.
fn between_days(reader: &Reader<'_>, night: Expression) -> Option<Expression> {
    let joint = reader.token(night.last)?.hash;
    let ends: &[u64] = if joint == word!("of") { words!["to"] } else { words!["to", "and"] };
    let opens = night.clock == Some(Clock::Part("NI")) && words!["from", "between", "of"].contains(&joint);
    let (weekday, piece) = reader.weekday(night.last + 1).filter(|_| opens)?;
    let (_, second) = reader.weekday(piece.last + 1).filter(|_| reader.is_any(piece.last, ends))?;
    Some(Expression { last: second.last, sense: Sense::Weekday(weekday, Pull::Open), rule: "night between days", ..night })
}

/// The day of what a part of it describes: "the morning rush hour on Thursday".
fn day_of_noun(reader: &Reader<'_>, last: usize) -> Option<Sense> {
    const NOUNS: usize = 2;
    let noun = |at: usize| reader.document.words.get(at).is_some_and(|info| matches!(info.tag(), Some(Tag::Noun | Tag::NounPlural)));
    // "Rush hour" is a word of the table.
    let named = reader.part(last).map(|(_, end)| end);
    let end = named.or_else(|| Some((last..last + NOUNS).take_while(|&at| noun(at) && !reader.is_cut(at)).last()? + 1))?;
    day_beside(reader, end).filter(|_| reader.is(end, word!("on")) || deictic::day(reader, end).is_some())
}

/// The time itself and the token after it.
fn time(reader: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    if let Some((clock @ Clock::At(..), last)) = reader.part(at).filter(|_| !reader.is_name_part(at)) {
        return Some((clock, last));
    }
    if at > 0 && reader.is_glued(at) && matches!(reader.word(at - 1), ":" | "." | "," | "-" | "/" | "$") && !is_second(reader, at) {
        return None;
    }
    let text = reader.word(at);
    let digits = text.trim_end_matches(|char: char| char.is_ascii_alphabetic() || char == '.');
    let suffix = text.get(digits.len()..)?;
    if let Some(found) = spoken::past_the_hour(reader, at).or_else(|| spoken::in_part_of_day(reader, at)) {
        return Some(found);
    }
    if !reader.is_number(at) {
        return spoken::in_words(reader, at);
    }
    if let Some(half) = half_of_day(suffix) {
        return Some((clock_at(digits, "", Some(half))?, at + 1));
    }
    if !suffix.is_empty() {
        return suffix.eq_ignore_ascii_case("z").then(|| military(digits)).flatten().map(|clock| (clock, at + 1));
    }
    if reader.word(at + 1) == ":" && reader.is_glued(at + 1) && reader.is_glued(at + 2) {
        return with_colon(reader, at, digits);
    }
    let after = at + 1;
    if let Some(half) = half_of_day(reader.word(after)) {
        return Some((clock_at(digits, "", Some(half))?, after + 1));
    }
    const CLOCK: u64 = word!("o'clock");
    if reader.is(after, CLOCK) {
        return Some((clock_at(digits, "", None)?, after + 1));
    }
    let military_word = reader.is_any(after, words!["hours", "hrs"]) || reader.zone(after).is_some();
    (military_word && digits.len() == 4).then(|| military(digits)).flatten().map(|clock| {
        let is_hours = reader.is_any(after, words!["hours", "hrs"]);
        (clock, if is_hours { after + 1 } else { after })
    })
}

/// "9:40 a.m.", "14:30".
fn with_colon(reader: &Reader<'_>, at: usize, hour: &str) -> Option<(Clock, usize)> {
    let text = reader.word(at + 2);
    let minute = text.get(..2)?;
    let suffix = text.get(2..)?;
    let after = at + 3;
    if let Some(half) = half_of_day(suffix) {
        return Some((clock_at(hour, minute, Some(half))?, after));
    }
    if !suffix.is_empty() && !suffix.eq_ignore_ascii_case("z") {
        return None;
    }
    // Seconds are read over.
    let after =
        if reader.word(after) == ":" && reader.is_glued(after) && reader.digits(after + 1, 2).is_some() { after + 2 } else { after };
    match half_of_day(reader.word(after)) {
        Some(half) => Some((clock_at(hour, minute, Some(half))?, after + 1)),
        None => Some((clock_at(hour, minute, None)?, after)),
    }
}

/// "7.15" or "7" with "15", and the half of the day.
fn clock_at(hour: &str, minute: &str, half: Option<Half>) -> Option<Clock> {
    let (hour, minute) = if minute.is_empty() { hour.split_once('.').unwrap_or((hour, "00")) } else { (hour, minute) };
    let (hour, minute) = (hour.parse::<u8>().ok()?, minute.parse::<u8>().ok()?);
    let hour = half.map_or((hour <= 24).then_some(hour), |half| half.hour(hour))?;
    (minute < 60).then_some(Clock::At(hour, minute))
}

/// "1430".
fn military(digits: &str) -> Option<Clock> {
    (digits.len() == 4).then_some(())?;
    clock_at(digits.get(..2)?, digits.get(2..)?, None)
}

/// After "GMT", "local time", "(0400 GMT)".
fn after_zone(reader: &Reader<'_>, last: usize) -> usize {
    let last = reader.zone(last).unwrap_or(last);
    if reader.word(last) == "("
        && let Some((_, inner)) = time(reader, last + 1)
        && let Some(zone) = reader.zone(inner)
        && reader.word(zone) == ")"
    {
        return zone + 1;
    }
    last
}

/// Adds the day that stands right after a time: "10 p.m. Tuesday", "9:40 a.m. on Monday".
fn with_day(reader: &Reader<'_>, time: Expression) -> Expression {
    let after = reader.after_comma(time.last);
    let from = if reader.is(after, word!("on")) { after + 1 } else { after };
    if reader.is_cut(after) {
        return time;
    }
    let feast = || holiday::read(reader, from).filter(|_| from > after);
    let day = date::read(reader, from)
        .or_else(|| deictic::day(reader, from))
        .or_else(|| deictic::weekday(reader, from))
        .or_else(|| deictic::told_day(reader, from))
        .or_else(feast);
    match day {
        Some(day) if !matches!(day.sense, Sense::Month(..)) => {
            // "Overnight on 28-29 October".
            let day = if time.clock == Some(Clock::Part("NI")) { date::with_next_day(reader, day) } else { day };
            let told = Expression { last: day.last, sense: day.sense, rule: "clock time, day", ..time };
            match (time.clock, day.clock) {
                (_, None) => told,
                // "10:10 p.m. Tuesday night", "8 o'clock on Monday morning".
                (Some(clock @ Clock::At(..)), Some(Clock::Part(part))) => {
                    Expression { half: HalfTold::Beside, ..told.at(Some(in_half(clock, time.half, part))) }
                }
                _ if day.rule == deictic::TOLD_DAY => told,
                _ => time,
            }
        }
        _ => time,
    }
}

/// "this morning" is a word of the table; here "the morning of 3 May", "that night", "the evening".
pub(super) fn part_of_day(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    let (clock, last) = reader.part(from)?;
    let ambiguous = reader.pieces(from).next().is_some_and(|piece| piece.ambiguous);
    let part = Expression::new(at, last, Sense::Day(Base::Narrative), "part of day").at(Some(clock));
    if let Some(night) = between_days(reader, part) {
        return Some(night);
    }
    if reader.is(last, word!("of"))
        && let Some(day) = date::read(reader, reader.after_the(last + 1))
        && matches!(day.sense, Sense::Weekday(..) | Sense::MonthDay(..) | Sense::Is(crate::time::value::Value::Day(_)))
    {
        // "the early hours of Thursday morning".
        let clock = day.clock.unwrap_or(clock);
        let day = if clock == Clock::Part("NI") { date::with_next_day(reader, day) } else { day };
        return Some(Expression { rule: "part of day of date", ..day.from(at).at(Some(clock)) });
    }
    if from == at {
        const BEFORE: &[u64] = words!["at", "by", "until", "before", "after", "since", "around"];
        // "by late afternoon", "in the early afternoon", "in mid-afternoon".
        let modified = at > 1 && reader.modifier(at - 1).is_some_and(|(_, last)| last == at);
        let opening = if modified { at - 1 } else { at };
        let opening = if modified && reader.follows(opening, &[THE]) { opening - 1 } else { opening };
        let middle = last > at + 1 && reader.word(at).eq_ignore_ascii_case("mid");
        let prepared = reader.follows(opening, BEFORE) || (modified || middle) && reader.follows(opening, words!["in", "during"]);
        let overnight = reader.is(at, word!("overnight"));
        if !(prepared || overnight) || matches!(clock, Clock::At(..)) {
            return None;
        }
    } else if ambiguous || reader.document.has(WordSet::Shift, last) || reader.is_capital(from) {
        return None;
    }
    if let Some(sense) = day_of_noun(reader, last) {
        return Some(Expression { sense, ..part });
    }
    // "at mid-afternoon yesterday", "at nightfall Sunday", "before dawn on Tuesday".
    let joined = reader.is(last, word!("on")) || deictic::day(reader, last).is_some() || reader.weekday(last).is_some();
    Some(if joined { Expression { rule: part.rule, ..with_day(reader, part) } } else { part })
}
