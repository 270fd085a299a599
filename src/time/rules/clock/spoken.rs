//! Times of day told in words: "half past eight", "seven p.m.", "4 in the morning".

use super::half::{Half, half_of_day};
use crate::time::reader::{Reader, THE};
use crate::time::unit::Clock;
use crate::token::literal::{word, words};

/// "half past eight", "a quarter to nine", "ten minutes past six in the morning".
pub(super) fn past_the_hour(reader: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    let from = if reader.is_any(at, words!["a"]) { at + 1 } else { at };
    let (minutes, next) = match reader.token(from)?.hash {
        hash if hash == word!("half") => (30, from + 1),
        hash if hash == word!("quarter") => (15, from + 1),
        _ => {
            let number = reader.number(from).filter(|number| (1.0..60.0).contains(&number.value) && number.value.fract() == 0.0)?;
            // "twenty past six" needs no minutes, "twenty to six" is a score.
            let bare = reader.is(number.last, word!("past"));
            let next = reader.is_any(number.last, words!["minutes", "minute"]).then_some(number.last + 1);
            (number.value as i64, next.or(bare.then_some(number.last))?)
        }
    };
    let is_past = reader.is_any(next, words!["past", "after"]);
    // "half past" only; a quarter and minutes before the hour too, but no score: "a quarter to nine banks".
    let before = minutes != 30 && reader.is_any(next, words!["to", "before"]);
    if !(is_past || before) || reader.is(next, word!("after")) && minutes == 30 {
        return None;
    }
    // "twenty past midnight"
    let named = reader.part(next + 1).filter(|(clock, _)| is_past && matches!(clock, Clock::At(..)));
    let hour = || reader.number(next + 1).filter(|hour| (1.0..=12.0).contains(&hour.value) && hour.last == next + 2);
    let whole = match named {
        Some(found) => found,
        None => whole_hour(reader, next + 1, hour()?.value as u8),
    };
    let (Clock::At(hour, _), last) = whole else { return None };
    // A noun behind the hour is what is counted.
    let counts = last == next + 2 && reader.quantity(next + 1).is_some_and(|quantity| quantity.counted.is_some());
    let total = i64::from(hour) * 60 + if is_past { minutes } else { -minutes };
    let total = total.rem_euclid(24 * 60);
    (!counts).then_some((Clock::At((total / 60) as u8, (total % 60) as u8), last))
}

/// The hour that a part of the day or its half stands behind: "eight in the evening", "eight p.m.".
fn whole_hour(reader: &Reader<'_>, at: usize, hour: u8) -> (Clock, usize) {
    let halved = half_of_day(reader.word(at + 1)).and_then(|half| Some((Clock::At(half.hour(hour)?, 0), at + 2)));
    in_part_of_day(reader, at).or(halved).unwrap_or((Clock::At(hour, 0), at + 1))
}

/// "ten o'clock", "seven p.m.".
pub(super) fn in_words(reader: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    let number = reader.number(at).filter(|number| (1.0..=12.0).contains(&number.value))?;
    let hour = number.value as u8;
    if reader.is(number.last, word!("o'clock")) {
        return Some((Clock::At(hour, 0), number.last + 1));
    }
    let half = half_of_day(reader.word(number.last))?;
    Some((Clock::At(half.hour(hour)?, 0), number.last + 1))
}

/// "4 in the morning", "eight at night".
pub(super) fn in_part_of_day(reader: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    let number = reader.number(at).filter(|number| (1.0..=12.0).contains(&number.value) && number.last == at + 1)?;
    let in_the = reader.is(at + 1, word!("in")) && reader.is(at + 2, THE);
    let part_at = if in_the { at + 3 } else { at + 2 };
    let (Clock::Part(part), last) = reader.part(part_at)? else { return None };
    let half = match part {
        "MO" if in_the => Half::Morning,
        "AF" | "EV" if in_the => Half::Afternoon,
        "NI" if reader.is(at + 1, word!("at")) => Half::Afternoon,
        _ => return None,
    };
    Some((Clock::At(half.hour(number.value as u8)?, 0), last))
}

/// The hour of "at nine on Sunday night", "at 10 on Friday morning": a bare number before the part of a day.
pub(super) fn before_part_of_day(reader: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    let number = reader.number(at).filter(|number| (1.0..=12.0).contains(&number.value) && number.value.fract() == 0.0)?;
    let on = usize::from(reader.is(number.last, word!("on")));
    let day = reader.weekday(number.last + on).map(|(_, piece)| piece.last);
    let (Clock::Part(_), _) = reader.part(day?)? else { return None };
    let at_hour = reader.follows(at, words!["at", "around", "about", "by", "until", "after", "before", "since", "from"]);
    at_hour.then_some((Clock::At(number.value as u8, 0), number.last))
}
