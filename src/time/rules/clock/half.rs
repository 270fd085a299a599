//! Halves of the day: "a.m.", "in the afternoon", "at night".

use crate::time::expression::HalfTold;
use crate::time::reader::{Reader, THE};
use crate::time::unit::Clock;
use crate::token::literal::word;

/// Half of the day.
#[derive(Clone, Copy, Debug)]
pub(super) enum Half {
    Morning,
    Afternoon,
}

impl Half {
    pub fn hour(self, hour: u8) -> Option<u8> {
        Some(match (self, hour) {
            (Self::Morning, 12) => 0,
            (Self::Afternoon, 12) => 12,
            (Self::Morning, 0..=11) => hour,
            (Self::Afternoon, 0..=11) => hour + 12,
            _ => return None,
        })
    }
}

pub(super) fn half_of_day(text: &str) -> Option<Half> {
    let is = |word: &str| text.eq_ignore_ascii_case(word);
    if is("am") || is("a.m.") || is("a.m") {
        Some(Half::Morning)
    } else if is("pm") || is("p.m.") || is("p.m") {
        Some(Half::Afternoon)
    } else {
        None
    }
}

/// What tells the half of the day of the time that ends before `last`: "3:40" nothing, "3:40 p.m." the words beside it, "03:40" needs none.
pub(super) fn half_told(reader: &Reader<'_>, at: usize, last: usize, clock: Clock) -> HalfTold {
    let word = reader.word(at);
    let halved = |word: &str| half_of_day(word.trim_start_matches(|char: char| char.is_ascii_digit() || char == '.')).is_some();
    if reader.part(at).is_some() || reader.part(last - 1).is_some() || halved(word) || halved(reader.word(last - 1)) {
        return HalfTold::Beside;
    }
    let whole = word.starts_with('0') || word.ends_with(['z', 'Z']) || reader.zone(last).is_some();
    if matches!(clock, Clock::At(1..=12, _)) && !whole { HalfTold::Nowhere } else { HalfTold::Needless }
}

/// The part of the day right behind a time: "4:15 in the afternoon", "11 o'clock at night", "9 a.m. in the morning".
pub(super) fn in_its_part(reader: &Reader<'_>, last: usize, clock: Clock, half: HalfTold) -> (Clock, usize) {
    let in_the = reader.is(last, word!("in")) && reader.is(last + 1, THE);
    let at_night = reader.is(last, word!("at"));
    let part_at = if in_the { last + 2 } else { last + 1 };
    match reader.part(part_at) {
        Some((Clock::Part(part), end)) if in_the || at_night && part == "NI" => (in_half(clock, half, part), end),
        _ => (clock, last),
    }
}

/// The time in a part of the day: 4:15 of an afternoon is 16:15.
pub(super) fn in_half(clock: Clock, half: HalfTold, part: &str) -> Clock {
    /// Up to this hour the night is that after midnight.
    const SMALL: u8 = 5;
    let open = half == HalfTold::Nowhere;
    match clock {
        Clock::At(12, minute) if open && matches!(part, "MO" | "NI") => Clock::At(0, minute),
        Clock::At(hour @ 1..=11, minute) if open && (matches!(part, "AF" | "EV") || part == "NI" && hour > SMALL) => {
            Clock::At(hour + 12, minute)
        }
        clock => clock,
    }
}
