//! Holidays and named days.

use crate::time::expression::{Expression, Pull, Sense};
use crate::time::reader::Reader;
use crate::token::fold;

/// "Christmas", "Easter Sunday 2017", "May Day 2022".
pub(in crate::time) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (row, mut last) = reader.holiday(at)?;
    let at_of = usize::from(reader.is(last, fold::hash("of")));
    let year = reader.digits(last + at_of, 4).filter(|year| (1800..=2100).contains(year));
    if year.is_some() {
        last += at_of + 1;
    }
    Some(Expression::new(at, last, Sense::Holiday(row, year, Pull::Open), "holiday"))
}
