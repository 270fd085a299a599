//! The names of the days of the week and of the months.

use crate::token::literal::{Classes, words};

/// The number of the month with this name, from 1.
pub fn month_number(hash: u64) -> Option<i8> {
    Some(NAMES.of(hash)).filter(|&name| (1..=12).contains(&name)).map(|month| month as i8)
}

/// Whether it is the name of a day of the week.
pub fn is_weekday(hash: u64) -> bool {
    NAMES.of(hash) == WEEKDAY
}

const WEEKDAY: u32 = 1 << 4;

/// The numbers of the months by their names and abbreviations, and the names of the days of the week.
static NAMES: Classes<128> = Classes::new(&[
    (words!["january", "jan"], 1),
    (words!["february", "feb"], 2),
    (words!["march", "mar"], 3),
    (words!["april", "apr"], 4),
    (words!["may"], 5),
    (words!["june", "jun"], 6),
    (words!["july", "jul"], 7),
    (words!["august", "aug"], 8),
    (words!["september", "sep", "sept"], 9),
    (words!["october", "oct"], 10),
    (words!["november", "nov"], 11),
    (words!["december", "dec"], 12),
    (words!["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], WEEKDAY),
]);
