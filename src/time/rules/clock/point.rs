//! Times that are written with a point: "at 3.10".

use super::clock_at;
use super::half::half_of_day;
use crate::time::reader::Reader;
use crate::time::unit::Clock;
use crate::token::literal::words;

/// "3.10" behind "at", in a report that writes its times with a point ("at 2.32pm").
pub(super) fn dotted(reader: &Reader<'_>, at: usize) -> Option<(Clock, usize)> {
    if !is_dotted(reader, at) {
        return None;
    }
    const BEFORE: usize = 80;
    let pointed = |at: usize| {
        let (number, half) = (reader.word(at), half_of_day(reader.word(at + 1)));
        let digits = number.trim_end_matches(|char: char| char.is_ascii_alphabetic());
        let half = half.or_else(|| half_of_day(number.get(digits.len()..)?));
        half.is_some() && digits.contains('.')
    };
    let before = (at.saturating_sub(BEFORE)..at).rev();
    before.into_iter().any(|at| reader.is_number(at) && pointed(at)).then(|| Some((clock_at(reader.word(at), "", None)?, at + 1)))?
}

/// Whether the token at `at` may be a time written with a point: "at 3.10".
pub(in crate::time::rules) fn is_dotted(reader: &Reader<'_>, at: usize) -> bool {
    let clock = |word: &str| matches!(word.split_once('.'), Some((hour, minute)) if matches!(hour.len(), 1 | 2) && minute.len() == 2);
    clock(reader.word(at)) && reader.follows(at, words!["at", "by", "until", "from", "after", "before", "about", "around"])
}
