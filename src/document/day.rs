//! The names of the days of the week and of the months.

use crate::token::fold;

/// Names of the days of the week.
pub const WEEKDAYS: [u64; 7] = [
    fold::hash("monday"),
    fold::hash("tuesday"),
    fold::hash("wednesday"),
    fold::hash("thursday"),
    fold::hash("friday"),
    fold::hash("saturday"),
    fold::hash("sunday"),
];

/// Names of the months and their abbreviations; the index is the month, from 0.
const MONTHS: [&[u64]; 12] = [
    &[fold::hash("january"), fold::hash("jan")],
    &[fold::hash("february"), fold::hash("feb")],
    &[fold::hash("march"), fold::hash("mar")],
    &[fold::hash("april"), fold::hash("apr")],
    &[fold::hash("may")],
    &[fold::hash("june"), fold::hash("jun")],
    &[fold::hash("july"), fold::hash("jul")],
    &[fold::hash("august"), fold::hash("aug")],
    &[fold::hash("september"), fold::hash("sep"), fold::hash("sept")],
    &[fold::hash("october"), fold::hash("oct")],
    &[fold::hash("november"), fold::hash("nov")],
    &[fold::hash("december"), fold::hash("dec")],
];

/// The number of the month with this name, from 1.
pub fn month_number(hash: u64) -> Option<i8> {
    MONTHS.iter().position(|names| names.contains(&hash)).map(|index| index as i8 + 1)
}
