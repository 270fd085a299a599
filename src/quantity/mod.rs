//! Numbers in text as ranges: "nearly 100", "dozens", "between three and five".

mod counted;
mod kind;
mod label;
pub(crate) mod number;
mod range;

use crate::document::Document;
use crate::lexicon::TableId;
use crate::record::Range;
use crate::token::Token;
use range::{Amount, Place, Types};

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
    /// kilometres, tonnes, degrees, millimetres; lengths of time too.
    Measure,
    /// How many happenings: "twin bombings", "a series of attacks".
    Events,
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
///
/// ```
/// use dateline::{document::Layout, lexicon::Lexicon, quantity};
/// let (lexicon, mut layout, mut quantities) = (Lexicon::bundled(), Layout::default(), Vec::new());
/// let document = layout.read("Twin bombings killed nearly 100 people on January 3.", &lexicon);
/// quantity::find(document, &mut quantities);
/// let dead = quantities.iter().find(|quantity| quantity.kind == quantity::QuantityKind::Count).unwrap();
/// assert_eq!((dead.range.min, dead.range.max), (Some(90), Some(100)));
/// assert_eq!(document.word(dead.counted.unwrap() as usize), "people");
/// ```
pub fn find(document: Document<'_>, quantities: &mut Vec<Quantity>) {
    quantities.clear();
    let mut at = 0;
    while let Some(next) = next_opening(&document, at) {
        at = next + 1;
        if let Some(quantity) = read(&document, next) {
            at = at.max(quantity.last as usize);
            // "three more bodies" is one count.
            if quantity.kind == QuantityKind::Count && quantity.counted.is_some_and(|noun| noun as usize > at) && document.is(at, MORE) {
                at += 1;
            }
            quantities.push(quantity);
        }
    }
}

const MORE: u64 = crate::token::fold::hash("more");

/// The next token from `at` on with which a quantity may begin: most words are told off by one look.
fn next_opening(document: &Document<'_>, at: usize) -> Option<usize> {
    let opens = |(at, token): (usize, &Token)| number::may_begin(document, at, token) || document.begins(at, TableId::Quantity);
    document.tokens.get(at..)?.iter().enumerate().map(|(next, token)| (at + next, token)).find(|&next| opens(next)).map(|(at, _)| at)
}

fn read(document: &Document<'_>, at: usize) -> Option<Quantity> {
    if let Some((value, last)) = number::read_ordinal(document, at) {
        let range = Range { min: Some(value), max: Some(value) };
        let counted = counted::noun(document, last);
        return Some(quantity(at, last, QuantityKind::Ordinal, range, counted, "ordinal"));
    }
    const EVENTS: Types = Types::named(&["event-count"]);
    if let Some((hit, row)) = range::longest_hit(document, at, Place::Alone, EVENTS) {
        let range = range::formula_range(&row, Range::default());
        let counts = range::longest_vague(document, at).is_some_and(|(other, _)| other.last >= hit.last);
        if range.min.is_some() && !counts {
            let last = hit.last as usize;
            return Some(quantity(at, last, QuantityKind::Events, range, counted::noun(document, last), "events"));
        }
    }
    let amount = range::read(document, at)?;
    let (kind, counted) = kind::of(document, &amount)?;
    let Amount { first, last, range, rule, .. } = amount;
    Some(quantity(first, last, kind, range, counted, rule))
}

fn quantity(first: usize, last: usize, kind: QuantityKind, range: Range, counted: Option<usize>, rule: &'static str) -> Quantity {
    Quantity { first: first as u32, last: last as u32, kind, range, counted: counted.map(|at| at as u32), rule }
}
