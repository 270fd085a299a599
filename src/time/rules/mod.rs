//! The grammar of time expressions: small named rules over typed pieces. Of all rules that fit at a token the longest wins.

mod clock;
mod date;
mod deictic;
mod duration;
mod holiday;
mod period;
mod set;
mod vague;
mod year;

pub(super) use date::further_day;

use super::expression::Expression;
use super::reader::{A, AN, Reader, THE};
use crate::lexicon::TableId;
use crate::record::Modifier;
use crate::token::{TokenKind, fold};

type Rule = fn(&Reader<'_>, usize) -> Option<Expression>;

/// All rules; between two of one length the earlier wins.
const RULES: &[Rule] = &[
    modified,
    approximated,
    clock::read,
    set::read,
    date::read,
    year::read,
    deictic::read,
    period::read,
    duration::read,
    holiday::read,
    vague::read,
];

/// The expression that begins with the token at `at`.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    if !may_begin(reader, at) {
        return None;
    }
    longest(reader, at, RULES)
}

fn longest(reader: &Reader<'_>, at: usize, rules: &[Rule]) -> Option<Expression> {
    let mut best: Option<Expression> = None;
    for rule in rules {
        if let Some(found) = rule(reader, at)
            && best.is_none_or(|best| found.last > best.last)
        {
            best = Some(found);
        }
    }
    best
}

/// Words of the grammar that may begin an expression and are in no table.
const OPENERS: &[u64] = &[
    fold::hash("last"),
    fold::hash("next"),
    fold::hash("this"),
    fold::hash("that"),
    fold::hash("these"),
    fold::hash("past"),
    fold::hash("previous"),
    fold::hash("preceding"),
    fold::hash("coming"),
    fold::hash("following"),
    fold::hash("same"),
    fold::hash("latest"),
    fold::hash("each"),
    fold::hash("every"),
    fold::hash("several"),
    fold::hash("few"),
    fold::hash("some"),
    fold::hash("many"),
    fold::hash("another"),
    fold::hash("multi"),
    fold::hash("quarter"),
    fold::hash("corresponding"),
    fold::hash("comparable"),
    fold::hash("equivalent"),
    fold::hash("twice"),
    fold::hash("once"),
    fold::hash("thrice"),
    fold::hash("h1"),
    fold::hash("h2"),
    fold::hash("ad"),
    fold::hash("a.d."),
    fold::hash("couple"),
    fold::hash("half"),
    fold::hash("per"),
    fold::hash("recent"),
    fold::hash("all"),
    fold::hash("dozens"),
    fold::hash("hundreds"),
    fold::hash("thousands"),
    fold::hash("first"),
    fold::hash("second"),
    fold::hash("q1"),
    fold::hash("q2"),
    fold::hash("q3"),
    fold::hash("q4"),
    fold::hash("'"),
];

fn may_begin(reader: &Reader<'_>, at: usize) -> bool {
    let Some(token) = reader.token(at) else { return false };
    match token.hash {
        THE | A | AN => may_begin_after_article(reader, at + 1) || in_table(reader, at),
        _ => opens(reader, at),
    }
}

fn may_begin_after_article(reader: &Reader<'_>, at: usize) -> bool {
    const ADJECTIVES: &[u64] = &[
        fold::hash("full"),
        fold::hash("whole"),
        fold::hash("entire"),
        fold::hash("final"),
        fold::hash("early"),
        fold::hash("year"),
        fold::hash("additional"),
        fold::hash("extra"),
        fold::hash("further"),
        fold::hash("single"),
        fold::hash("good"),
    ];
    opens(reader, at) || reader.is_any(at, ADJECTIVES)
}

fn opens(reader: &Reader<'_>, at: usize) -> bool {
    let Some(token) = reader.token(at) else { return false };
    token.kind == TokenKind::Number
        || in_table(reader, at)
        || OPENERS.contains(&token.hash)
        || reader.number(at).is_some()
        || reader.ordinal(at).is_some()
}

fn in_table(reader: &Reader<'_>, at: usize) -> bool {
    reader.document.hits_at(at).iter().any(|hit| matches!(hit.row.table, TableId::Time | TableId::Holiday))
}

/// "early 1990", "the end of October", "late last year", "earlier this week".
fn modified(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    const IN: u64 = fold::hash("in");
    const OF: u64 = fold::hash("of");
    const ON: u64 = fold::hash("on");
    let (mut modifier, last) = reader.modifier(reader.after_the(at)).or_else(|| reader.modifier(at))?;
    let mut from = reader.after_hyphen(last);
    // "early to mid", "mid-to-late".
    if reader.is(from, fold::hash("to"))
        && let Some((second, after)) = reader.modifier(reader.after_hyphen(from + 1))
    {
        (modifier, from) = (second, reader.after_hyphen(after));
    }
    if reader.is_any(from, &[IN, OF, ON]) {
        from += 1;
    }
    let in_day = reader.follows(from, &[IN]).then(|| deictic::in_the_day(reader, from)).flatten();
    let inner = in_day
        .or_else(|| longest(reader, from, &[date::read, year::read, deictic::read, period::read, holiday::read, clock::part_of_day]))?;
    // "the first half of 1990" is a half of its own.
    if last >= 2 && reader.is(last - 2, fold::hash("half")) && matches!(inner.rule, "year" | "the unit" | "directed unit") {
        return None;
    }
    let modifier = if inner.modifier == Some(Modifier::Approx) { modifier } else { inner.modifier.unwrap_or(modifier) };
    Some(inner.modified(modifier).from(at))
}

/// "nearly forty years", "about two years ago", "around 7:15 p.m."
fn approximated(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (modifier, last) = reader.approximator(at)?;
    // "over the years" is no approximation.
    let inner = longest(reader, last, &[duration::read, deictic::ago, clock::by_the_clock]).filter(|inner| inner.rule != "units")?;
    Some(inner.modified(modifier).from(at))
}
