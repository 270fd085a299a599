//! Pronouns: what they can stand for.

use super::class::Class;
use crate::token::fold;

const PERSONAL: [u64; 13] = [
    fold::hash("he"),
    fold::hash("she"),
    fold::hash("him"),
    fold::hash("her"),
    fold::hash("i"),
    fold::hash("me"),
    fold::hash("who"),
    fold::hash("whom"),
    fold::hash("himself"),
    fold::hash("herself"),
    fold::hash("someone"),
    fold::hash("somebody"),
    fold::hash("anyone"),
];
const PLURALS: [u64; 11] = [
    fold::hash("they"),
    fold::hash("them"),
    fold::hash("we"),
    fold::hash("us"),
    fold::hash("those"),
    fold::hash("others"),
    fold::hash("themselves"),
    fold::hash("many"),
    fold::hash("several"),
    fold::hash("some"),
    fold::hash("both"),
];
const NEUTRALS: [u64; 7] = [
    fold::hash("it"),
    fold::hash("this"),
    fold::hash("that"),
    fold::hash("which"),
    fold::hash("these"),
    fold::hash("itself"),
    fold::hash("what"),
];

/// What a pronoun can stand for, and whether it is of several; `None` for other words.
pub(super) fn read(hash: u64) -> Option<(Class, bool)> {
    if PERSONAL.contains(&hash) {
        Some((Class::PERSON, false))
    } else if PLURALS.contains(&hash) {
        Some((Class::PEOPLE, true))
    } else if NEUTRALS.contains(&hash) {
        Some((Class::GROUP.with(Class::ORGANIZATION).with(Class::THING).with(Class::EVENT), false))
    } else {
        None
    }
}
