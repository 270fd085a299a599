//! Expressions of time and their TIMEX3 values.

mod dateline;

pub use dateline::day_of_dateline;

use crate::document::Document;
use crate::quantity::Quantity;
use crate::record::{Anchor, Modifier, TimeType};
use jiff::civil::Date;

/// The days from which relative expressions count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// Day of publication.
    pub published: Option<Date>,
    /// Day in the dateline.
    pub dateline: Option<Date>,
}

/// An expression of time: tokens, type and value.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeMention {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// TIMEX3 type.
    pub kind: TimeType,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// First and last day it can mean.
    pub range: Option<(Date, Date)>,
    /// How the value was got.
    pub anchor: Anchor,
    /// For sets: `EVERY`, `EACH`.
    pub quant: Option<&'static str>,
    /// For sets: how often.
    pub freq: Option<String>,
    /// Name of the rule.
    pub rule: &'static str,
}

/// Finds all expressions of time, in order; `times` is emptied first.
pub fn find(document: Document<'_>, quantities: &[Quantity], reference: Reference, times: &mut Vec<TimeMention>) {
    let _ = (document, quantities, reference);
    times.clear();
}
