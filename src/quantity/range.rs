//! Numbers as ranges: approximators, vague words and pairs of numbers.

use super::number::{self, Number};
use crate::document::Document;
use crate::lexicon::{Hit, QUANTITY_FLAGS, QUANTITY_TYPES, Row, TableId, Tag, choice_of, column, flags_of};
use crate::record::Range;
use crate::token::TokenKind;
use crate::token::fold;
use crate::token::grammar::Grammar;

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
const THE: u64 = fold::hash("the");
const BY: u64 = fold::hash("by");

/// Types of rows of the quantity words: a bit for each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Types(u32);

impl Types {
    /// The types with these names.
    pub const fn named(names: &[&str]) -> Self {
        let (mut bits, mut next) = (0, 0);
        while next < names.len() {
            bits |= 1 << choice_of(QUANTITY_TYPES, names[next]);
            next += 1;
        }
        Self(bits)
    }

    const fn has(self, hit: &Hit) -> bool {
        self.0 >> hit.class & 1 == 1
    }
}

/// Where a quantity word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Before the number.
    Before,
    /// After the number.
    After,
    /// It is one itself.
    Alone,
}

impl Place {
    fn fits(self, row: &Row<'_>) -> bool {
        match self {
            Self::Before => has_any(row, BEFORE),
            Self::After => has_any(row, AFTER),
            Self::Alone => !has_any(row, BEFORE | AFTER),
        }
    }
}

/// The longest form of a quantity row of these types that begins with the token at `at`.
pub(super) fn longest_hit<'d>(document: &Document<'d>, at: usize, place: Place, types: Types) -> Option<(Hit, Row<'d>)> {
    let hits = document.hits_of(at, TableId::Quantity).rev().filter(|hit| types.has(hit));
    hits.map(|hit| (*hit, document.lexicon.row(hit.row))).find(|(_, row)| place.fits(row))
}

const BEFORE: u64 = flags_of(QUANTITY_FLAGS, &["before"]);
const AFTER: u64 = flags_of(QUANTITY_FLAGS, &["after"]);
const COLLECTIVE: u64 = flags_of(QUANTITY_FLAGS, &["collective"]);
/// Words that are no number by themselves.
const DEPENDENT: u64 = flags_of(QUANTITY_FLAGS, &["relative", "event-size"]);

/// Whether one of `flags` is among those of the row.
fn has_any(row: &Row<'_>, flags: u64) -> bool {
    row.flag_bits(column::Quantity::Flags) & flags != 0
}

const VAGUE: Types = Types::named(&["vague", "exact-word"]);

/// Whether a word that stands for a number by itself begins with the token at `at`.
pub(super) fn longest_vague<'d>(document: &Document<'d>, at: usize) -> Option<(Hit, Row<'d>)> {
    longest_hit(document, at, Place::Alone, VAGUE)
}

/// The amount that begins with the token at `at`.
pub(super) fn read(document: &Document<'_>, at: usize) -> Option<Amount> {
    // A row for the whole phrase ("nearly a dozen") is more exact than approximator and number.
    let longer = |amount: &Amount| vague(document, at).filter(|whole| whole.last >= amount.last).unwrap_or(*amount);
    let twice = |document: &Document<'_>, at: usize| bare(document, at).or_else(|| approximated(document, at, bare));
    let approximated = || approximated(document, at, twice).map(|amount| longer(&amount));
    let known = document.begins(at, TableId::Quantity);
    let pair = pair(document, at);
    if pair.is_none() && !known && document.grammar(at).any(Grammar::PAIR) {
        return None;
    }
    let amount = pair.or_else(|| if known { share(document, at).or_else(approximated) } else { None }).or_else(|| single(document, at))?;
    Some(with_words_after(document, amount))
}

/// "half of the 40", "two-thirds of some 90": the share of a number.
fn share(document: &Document<'_>, at: usize) -> Option<Amount> {
    const TYPES: Types = Types::named(&["fraction"]);
    const DETERMINERS: &[u64] = &[THE, fold::hash("its"), fold::hash("their"), fold::hash("his"), fold::hash("her"), fold::hash("these")];
    let (hit, row) = longest_hit(document, at, Place::Alone, TYPES)?;
    let mut from = hit.last as usize;
    let has_of = document.is(from, OF) || document.is(from - 1, OF) || document.is(from - 1, THE);
    from += usize::from(document.is(from, OF));
    from += usize::from(document.tokens.get(from).is_some_and(|token| DETERMINERS.contains(&token.hash)));
    let whole = approximated(document, from, single).or_else(|| single(document, from)).filter(|_| has_of)?;
    let range = formula_range(&row, whole.range);
    Some(Amount { first: at, range, number: None, hedged: true, rule: "share", ..whole })
}

/// "between 30 and 35", "from 20 to 25".
fn pair(document: &Document<'_>, at: usize) -> Option<Amount> {
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

/// "nearly 100", "at least about 30": an approximator before what `inner` reads.
fn approximated(document: &Document<'_>, at: usize, inner: fn(&Document<'_>, usize) -> Option<Amount>) -> Option<Amount> {
    const TYPES: Types = Types::named(&["approximator", "exact-word", "vague"]);
    let (hit, row) = longest_hit(document, at, Place::Before, TYPES)?;
    let from = hit.last as usize;
    let inner = inner(document, from)?;
    if is_year_behind(document, at, &inner) || is_particle(document, at) {
        return None;
    }
    let (first, range) = if has_any(&row, COLLECTIVE) { (inner.first, inner.range) } else { (at, formula_range(&row, inner.range)) };
    Some(Amount { first, range, hedged: true, rule: "approximated", ..inner })
}

/// Whether "over" belongs to the verb before it, which says nothing of persons without it: "handed over twelve workers", "turned over two suspects".
fn is_particle(document: &Document<'_>, at: usize) -> bool {
    const VERBS: [u64; 7] = [
        fold::hash("hand"),
        fold::hash("hands"),
        fold::hash("handed"),
        fold::hash("handing"),
        fold::hash("turn"),
        fold::hash("turned"),
        fold::hash("turning"),
    ];
    let verb = at.checked_sub(1).and_then(|before| document.tokens.get(before));
    document.is(at, fold::hash("over")) && verb.is_some_and(|verb| VERBS.contains(&verb.hash))
}

/// Whether a year stands behind a preposition that rounds numbers too: "sentenced over 2013 killings", not "over 2,013 people", "over 2000 people".
fn is_year_behind(document: &Document<'_>, at: usize, inner: &Amount) -> bool {
    const PREPOSITIONS: [u64; 3] = [fold::hash("over"), fold::hash("about"), fold::hash("around")];
    const YEARS: std::ops::RangeInclusive<u64> = 1900..=2099;
    const ROUND: u64 = 50;
    const DIGITS: usize = 4;
    let single = inner.first == at + 1 && inner.last == inner.first + 1 && document.word(inner.first).len() == DIGITS;
    let year = inner.range.min.is_some_and(|value| YEARS.contains(&value) && value % ROUND != 0) && !inner.hedged;
    single && year && document.tokens.get(at).is_some_and(|word| PREPOSITIONS.contains(&word.hash))
}

/// A share, a number, a pair of numbers or a vague word without an approximator before it.
fn bare(document: &Document<'_>, at: usize) -> Option<Amount> {
    let share = if document.begins(at, TableId::Quantity) { share(document, at) } else { None };
    share.or_else(|| single(document, at))
}

fn single(document: &Document<'_>, at: usize) -> Option<Amount> {
    let number = number::read(document, at);
    let vague = if document.begins(at, TableId::Quantity) { vague(document, at) } else { None };
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
fn second(document: &Document<'_>, at: usize, low: Number) -> Option<Amount> {
    let joint = document.tokens.get(low.last)?;
    let dash = number::is_hyphen(document, low.last) && joint.is_glued();
    if !(dash || joint.hash == TO || joint.hash == OR) {
        return None;
    }
    let high = number::read(document, low.last + 1)?;
    // "rose by 12 to 95" tells two numbers as well.
    let is_change = at > 0
        && (document.is(at - 1, FROM) || document.is(at - 1, BY) && joint.hash == TO)
        && super::counted::noun(document, high.last).is_none();
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
fn vague(document: &Document<'_>, at: usize) -> Option<Amount> {
    let (hit, row) = longest_vague(document, at)?;
    if has_any(&row, DEPENDENT) || (has_any(&row, COLLECTIVE) && is_body(document, at)) {
        return None;
    }
    let mut last = hit.last as usize;
    if document.is(last - 1, OF) {
        last -= 1;
    }
    Some(Amount { first: at, last, range: formula_range(&row, Range::default()), number: None, hedged: true, rule: "vague" })
}

/// Whether a noun before the word says what body it is: "a splinter group of the Red Front".
fn is_body(document: &Document<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| document.words.get(before));
    before.is_some_and(|word| word.can_be(Tag::Noun) && !word.can_be(Tag::Adjective) && !word.can_be(Tag::Determiner))
}

/// "or more", "or so", "-odd", and the number repeated in brackets: "two (2)".
fn with_words_after(document: &Document<'_>, mut amount: Amount) -> Amount {
    let from = if number::is_hyphen(document, amount.last) { amount.last + 1 } else { amount.last };
    const TYPES: Types = Types::named(&["approximator"]);
    // "In 1984 some 3,000 people": the word goes with the number behind it.
    let other = |last: u32| document.tokens.get(last as usize).is_some_and(|next| next.kind == TokenKind::Number);
    if let Some((hit, row)) = longest_hit(document, from, Place::After, TYPES).filter(|(hit, _)| !other(hit.last)) {
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
    match text {
        "" => return None,
        "N" => return Some(number),
        _ => {}
    }
    if let Some(value) = number::plain(text) {
        return Some(value);
    }
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
    text.parse().ok()
}
