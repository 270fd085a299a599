//! Holidays and named days.

use crate::time::expression::{Expression, Pull, Sense};
use crate::time::reader::Reader;
use crate::token::literal::{word, words};

/// "Christmas", "Easter Sunday 2017", "May Day 2022".
pub(in crate::time) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (row, mut last) = reader.holiday(at)?;
    // "Black Friday Rules": a name goes on.
    let goes_on = reader.is_name_part(last) && !reader.is_cut(last) && reader.month(last).is_none() && reader.weekday(last).is_none();
    if goes_on && !reader.follows(at, words!["on", "since", "before", "after", "at", "until"]) {
        return None;
    }
    let at_of = usize::from(reader.is(last, word!("of")));
    let year = reader.digits(last + at_of, 4).filter(|year| (1800..=2100).contains(year));
    if year.is_some() {
        last += at_of + 1;
    }
    Some(Expression::new(at, last, Sense::Holiday(row, year, Pull::Open), "holiday"))
}
