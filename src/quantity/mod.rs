//! Numbers in text as ranges: "nearly 100", "dozens", "between three and five".

use crate::document::Document;
use crate::record::Range;

/// What a number counts or measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuantityKind {
    /// People or things, or nothing said.
    Count,
    /// first, 24th.
    Ordinal,
    /// percent, percentage points.
    Percent,
    /// An amount of money.
    Money,
    /// An age: "7-year-old", "aged 30", "Khan, 45,".
    Age,
    /// kilometres, tonnes, degrees, millimetres, hours as a measure of distance.
    Measure,
    /// Part of a name, code, score, address or date: no quantity at all.
    Label,
}

/// A number with its approximator: tokens, kind and range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// First token, the approximator's if there is one ("nearly").
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// What it counts.
    pub kind: QuantityKind,
    /// The range it comes to; for ordinals the number itself.
    pub range: Range,
    /// Token of the noun that is counted, if it stands right there ("people" in "nearly 100 people").
    pub counted: Option<u32>,
    /// Name of the rule.
    pub rule: &'static str,
}

/// Finds all numbers of the document, in order; `quantities` is emptied first.
pub fn find(document: Document<'_>, quantities: &mut Vec<Quantity>) {
    let _ = document;
    quantities.clear();
}
