//! Numbers as ranges: approximators, vague words and pairs of numbers.

use super::number::{self, Number};
use crate::document::Document;
use crate::lexicon::{Hit, Row, TableId, column};
use crate::record::Range;
use crate::token::{TokenKind, fold};

/// A number, exact or not, with the words that make it a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    pub first: usize,
    pub last: usize,
    pub range: Range,
    /// The plain number in it, if there is just one.
    pub number: Option<Number>,
    /// Whether an approximator or a vague word is part of it: it counts something then.
    pub hedged: bool,
    pub rule: &'static str,
}

const BETWEEN: u64 = fold::hash("between");
const FROM: u64 = fold::hash("from");
const AND: u64 = fold::hash("and");
const TO: u64 = fold::hash("to");
const OR: u64 = fold::hash("or");
const OF: u64 = fold::hash("of");

/// The longest form of a quantity row with one of these types that begins with the token at `at`.
pub(super) fn longest_hit<'d>(document: Document<'d>, at: usize, flag: Option<&str>, types: &[&str]) -> Option<(Hit, Row<'d>)> {
    let hits = document.hits_at(at).iter().rev().filter(|hit| hit.row.table == TableId::Quantity);
    hits.map(|hit| (*hit, document.lexicon.row(hit.row))).find(|(_, row)| {
        let flagged = match flag {
            Some(flag) => row.has(column::Quantity::Flags, flag),
            None => !row.has(column::Quantity::Flags, "before") && !row.has(column::Quantity::Flags, "after"),
        };
        flagged && types.contains(&row.text(column::Quantity::Type))
    })
}

/// The amount that begins with the token at `at`.
pub(super) fn read(document: Document<'_>, at: usize) -> Option<Amount> {
    // A row for the whole phrase ("nearly a dozen") is more exact than approximator and number.
    let longer = |amount: &Amount| vague(document, at).filter(|whole| whole.last >= amount.last).unwrap_or(*amount);
    let approximated = || approximated(document, at, 2).map(|amount| longer(&amount));
    let amount = pair(document, at).or_else(approximated).or_else(|| bare(document, at))?;
    Some(with_words_after(document, amount))
}

/// "between 30 and 35", "from 20 to 25".
fn pair(document: Document<'_>, at: usize) -> Option<Amount> {
    let middle = match document.tokens.get(at)?.hash {
        BETWEEN => AND,
        FROM => TO,
        _ => return None,
    };
    let low = number::read(document, at + 1)?;
    if !document.is(low.last, middle) {
        return None;
    }
    let high = number::read(document, low.last + 1)?;
    // "rose from 17 to 23" has two numbers, "from 20 to 25 rockets" one.
    if middle == TO && super::counted::noun(document, high.last).is_none() {
        return None;
    }
    joined(at, low, high, "between")
}

/// "nearly 100", "at least about 30".
fn approximated(document: Document<'_>, at: usize, depth: u8) -> Option<Amount> {
    let (hit, row) = longest_hit(document, at, Some("before"), &["approximator", "exact-word", "vague"])?;
    let from = hit.last as usize;
    let inner = bare(document, from).or_else(|| if depth > 0 { approximated(document, from, depth - 1) } else { None })?;
    let range = if row.has(column::Quantity::Flags, "collective") { inner.range } else { formula_range(&row, inner.range) };
    let first = if row.has(column::Quantity::Flags, "collective") { inner.first } else { at };
    Some(Amount { first, range, hedged: true, rule: "approximated", ..inner })
}

/// A number, a pair of numbers or a vague word without an approximator before it.
fn bare(document: Document<'_>, at: usize) -> Option<Amount> {
    let number = number::read(document, at);
    let vague = vague(document, at);
    match (number, vague) {
        (Some(number), vague) if vague.is_none_or(|vague| number.last >= vague.last) => {
            Some(second(document, at, number).unwrap_or_else(|| exact(at, number)))
        }
        (_, vague) => vague,
    }
}

fn exact(at: usize, number: Number) -> Amount {
    let value = Some(number.value.round() as u64);
    Amount { first: at, last: number.last, range: Range { min: value, max: value }, number: Some(number), hedged: false, rule: "number" }
}

/// "10-15", "two to three", "four or five" after the first of the two.
fn second(document: Document<'_>, at: usize, low: Number) -> Option<Amount> {
    let joint = document.tokens.get(low.last)?;
    let dash = number::is_hyphen(document, low.last) && joint.is_glued();
    if !(dash || joint.hash == TO || joint.hash == OR) {
        return None;
    }
    let high = number::read(document, low.last + 1)?;
    let is_change = at > 0 && document.is(at - 1, FROM) && super::counted::noun(document, high.last).is_none();
    if is_change {
        return None;
    }
    if dash && !document.tokens.get(low.last + 1)?.is_glued() {
        return None;
    }
    joined(at, low, high, if dash { "number-number" } else { "number to number" })
}

/// The range of two numbers; "two to three hundred" shares the hundred.
fn joined(at: usize, low: Number, high: Number, rule: &'static str) -> Option<Amount> {
    let shared = high.scale > 1.0 && low.scale == 1.0 && low.value < high.scale && low.value < high.value / high.scale;
    let min = if shared { low.value * high.scale } else { low.value };
    let range = Range { min: Some(min.ceil() as u64), max: Some(high.value.floor() as u64) };
    (min < high.value).then_some(Amount { first: at, last: high.last, range, number: None, hedged: false, rule })
}

/// "dozens", "a handful", "several hundred", "no one".
fn vague(document: Document<'_>, at: usize) -> Option<Amount> {
    let (hit, row) = longest_hit(document, at, None, &["vague", "exact-word"])?;
    let mut last = hit.last as usize;
    if document.is(last - 1, OF) {
        last -= 1;
    }
    let range = formula_range(&row, Range::default());
    if ["article", "relative", "event-size"].iter().any(|flag| row.has(column::Quantity::Flags, flag)) {
        return None;
    }
    Some(Amount { first: at, last, range, number: None, hedged: true, rule: "vague" })
}

/// "or more", "or so", "-odd", and the number repeated in brackets: "two (2)".
fn with_words_after(document: Document<'_>, mut amount: Amount) -> Amount {
    let from = if number::is_hyphen(document, amount.last) { amount.last + 1 } else { amount.last };
    if let Some((hit, row)) = longest_hit(document, from, Some("after"), &["approximator"]) {
        amount = Amount {
            last: hit.last as usize,
            range: formula_range(&row, amount.range),
            hedged: true,
            rule: "approximated after",
            ..amount
        };
    }
    let repeated = document.word(amount.last) == "(" && document.word(amount.last + 2) == ")";
    if repeated && let Some(number) = number::read(document, amount.last + 1).filter(|number| Some(number.value as u64) == amount.range.min)
    {
        amount.last = number.last + 1;
    }
    amount
}

/// A row's bounds over the number that stands beside it.
pub(super) fn formula_range(row: &Row<'_>, number: Range) -> Range {
    let bound = |cell: column::Quantity, given: Option<u64>| match given {
        Some(given) => formula(row.text(cell), given as f64),
        // A bound that does not depend on the number holds without one.
        None => formula(row.text(cell), f64::NAN).filter(|bound| !bound.is_nan()),
    };
    Range {
        min: bound(column::Quantity::Min, number.min).map(|min| (min - 1e-9).ceil().max(0.0) as u64),
        max: bound(column::Quantity::Max, number.max).map(|max| (max + 1e-9).floor().max(0.0) as u64),
    }
}

/// The value of `0.9*N`, `N+1`, `2*N/3`, `24` and the like; nothing for an empty cell.
fn formula(text: &str, number: f64) -> Option<f64> {
    if let Some((left, right)) = text.split_once('/') {
        return Some(formula(left, number)? / formula(right, number)?);
    }
    if let Some((left, right)) = text.split_once('*') {
        return Some(formula(left, number)? * formula(right, number)?);
    }
    if let Some((left, right)) = text.split_once('+') {
        return Some(formula(left, number)? + formula(right, number)?);
    }
    if let Some((left, right)) = text.split_once('-') {
        return Some(formula(left, number)? - formula(right, number)?);
    }
    match text {
        "" => None,
        "N" => Some(number),
        digits => digits.parse().ok(),
    }
}

/// Whether the token at `at` could begin an amount: a cheap test before the others.
pub(super) fn may_begin(document: Document<'_>, at: usize) -> bool {
    let Some(token) = document.tokens.get(at) else { return false };
    token.kind == TokenKind::Number
        || token.hash == BETWEEN
        || token.hash == FROM
        || document.hits_at(at).iter().any(|hit| hit.row.table == TableId::Quantity)
}
