//! The grammar of time expressions: small named rules over typed pieces. Of all rules that fit at a token the longest wins.

mod ago;
mod clock;
mod date;
mod deictic;
mod duration;
mod holiday;
mod nth;
mod numeric;
mod period;
mod set;
mod vague;
mod week;
mod year;

pub(super) use date::{further_day, in_year_of, joined_year};
pub(super) use duration::length;
pub(super) use holiday::on_the_eve;
pub(super) use year::further_year;

use super::expression::{Expression, Sense};
use super::opens::{Gate, Opens};
use super::reader::Reader;
use super::value::{Length, Value};
use crate::lexicon::{Tag, WordSet};
use crate::record::Modifier;
use crate::token::literal::{word, words};

type Rule = fn(&Reader<'_>, usize) -> Option<Expression>;

/// All rules, each behind its gate; between two of one length the earlier wins.
const RULES: &[(Gate, Rule)] = &[
    (Gate::new(Opens::MODIFIER), modified),
    (Gate::new(Opens::APPROXIMATOR), approximated),
    (clock::GATE, clock::read),
    (set::GATE, set::read),
    (nth::GATE, nth::read),
    (date::GATE, date::read),
    (year::GATE, year::read),
    (deictic::GATE, deictic::read),
    (period::GATE, period::read),
    (vague::GATE, vague::read),
    (duration::GATE, duration::read),
    (holiday::GATE, holiday::read),
];

/// The expression that begins with the token at `at`.
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let opens = may_begin(reader, at)?;
    if opens.is_only(A_NUMBER) && counts(reader, at) && !clock::is_dotted(reader, at) {
        return year::alone(reader, at);
    }
    let ahead = reader.vocabulary.ahead(at);
    longest(reader, at, RULES.iter().filter(|(gate, _)| gate.lets(opens, ahead)).map(|(_, rule)| *rule))
}

fn longest(reader: &Reader<'_>, at: usize, rules: impl IntoIterator<Item = Rule>) -> Option<Expression> {
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

/// A number and no more.
const A_NUMBER: Opens = Opens::DIGITS.with(Opens::NUMBER).with(Opens::NUMBER_WORD);

/// What an expression may go on with behind a number.
const GOES_ON: Opens = Opens::ANY.with(Opens::JOINT).with(Opens::PERIOD).with(Opens::ADJECTIVE).with(Opens::DIRECTION);

/// What may stand behind "nearly".
const AMOUNTS: Opens = Opens::TABLES.with(Opens::DIGITS).with(Opens::NUMBER).with(Opens::AMOUNT).with(Opens::ARTICLE).with(Opens::PERIOD);

/// What begins at the token, or behind an article there, if that may be an expression.
fn may_begin(reader: &Reader<'_>, at: usize) -> Option<Opens> {
    let here = reader.vocabulary.opens(at);
    if !here.any(Opens::ARTICLE) {
        return here.any(Opens::ANY).then_some(here);
    }
    let next = reader.vocabulary.opens(at + 1);
    (here.any(Opens::TABLES) || next.any(Opens::ANY.with(Opens::ADJECTIVE))).then_some(here.with(next))
}

/// Whether the number at `at` counts something, as most do ("12 people"): no expression goes on behind it.
fn counts(reader: &Reader<'_>, at: usize) -> bool {
    // "10 successful years" go on.
    reader.number(at).is_some_and(|number| !reader.opens(number.last, GOES_ON) && !reader.opens(number.last + 1, Opens::UNITS))
}

/// "early 1990", "the end of October", "late last year", "earlier this week".
fn modified(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (mut modifier, last) = reader.modifier(reader.after_the(at)).or_else(|| reader.modifier(at))?;
    let mut from = reader.after_hyphen(last);
    // "early to mid", "mid-to-late".
    if reader.is(from, word!("to"))
        && let Some((second, after)) = reader.modifier(reader.after_hyphen(from + 1))
    {
        (modifier, from) = (second, reader.after_hyphen(after));
    }
    if reader.is_any(from, words!["in", "of", "on"]) {
        from += 1;
    }
    let in_day = reader.follows(from, words!["in"]).then(|| deictic::in_the_day(reader, from)).flatten();
    let inner = in_day.or_else(|| {
        longest(reader, from, [date::read as Rule, year::read, deictic::read, period::read, holiday::read, clock::part_of_day])
    })?;
    // "the first half of 1990" is a half of its own.
    if last >= 2 && reader.is(last - 2, word!("half")) && matches!(inner.rule, "year" | "the unit" | "directed unit") {
        return None;
    }
    let modifier = if inner.modifier == Some(Modifier::Approx) { modifier } else { inner.modifier.unwrap_or(modifier) };
    Some(inner.modified(modifier).from(at))
}

/// "nearly forty years", "about two years ago", "around 7:15 p.m."
fn approximated(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (modifier, last) = reader.approximator(at)?;
    if !reader.opens(last, AMOUNTS) || counts(reader, last) {
        return None;
    }
    // "over the years" is no approximation.
    let inner = longest(reader, last, [duration::read as Rule, ago::ago, clock::by_the_clock]).filter(|inner| inner.rule != "units")?;
    if is_during(reader, at, last, &inner) {
        return None;
    }
    Some(inner.modified(modifier).from(at))
}

/// Whether "over" says for how long, and not that it was longer: "166 people died over three days"; not "lasted over three days", "after over three
/// days".
fn is_during(reader: &Reader<'_>, at: usize, last: usize, length: &Expression) -> bool {
    const TOOK: &[u64] = words!["took", "taken", "spent", "spend", "served", "was", "were", "been", "waited"];
    if !reader.is(at, word!("over")) || last != at + 1 || length.rule != "length" {
        return false;
    }
    // "Spread over several months".
    if matches!(length.sense, Sense::Is(Value::Length(Length { count: None, .. }))) {
        return true;
    }
    if reader.starts_sentence(at) {
        return reader.is_any(length.last, words!["in", ","]);
    }
    let Some(before) = at.checked_sub(1) else { return false };
    let tag = reader.document.words.get(before).and_then(|info| info.tag());
    let told = matches!(tag, Some(Tag::VerbEd | Tag::VerbEn | Tag::Noun | Tag::NounPlural));
    told && !reader.is_any(before, TOOK) && !reader.document.has(WordSet::Lasting, before)
}

#[cfg(test)]
mod tests {
    use super::{RULES, longest, read};
    use crate::document::Layout;
    use crate::lexicon::Lexicon;
    use crate::quantity;
    use crate::time::reader::Reader;
    use crate::time::vocabulary::Vocabulary;

    /// What the gates keep from a rule would not have fitted it.
    #[test]
    fn no_gate_keeps_an_expression_out() {
        let (lexicon, mut layout, mut quantities) = (Lexicon::bundled(), Layout::default(), Vec::new());
        for text in include_str!("../../../tests/cases/times.txt").split("\n\n") {
            let document = layout.read(text, &lexicon);
            quantity::find(document, &mut quantities);
            let vocabulary = Vocabulary::of(&document);
            let reader = Reader { document, vocabulary: &vocabulary, quantities: &quantities, present: None };
            for at in 0..document.tokens.len() {
                let ungated = longest(&reader, at, RULES.iter().map(|(_, rule)| *rule));
                let (gated, ungated) = [read(&reader, at), ungated].map(|found| found.map(|found| (found.last, found.rule))).into();
                let may_begin = super::may_begin(&reader, at).is_some();
                assert!(!may_begin || gated == ungated, "{}", document.slice(at, at + 8));
            }
        }
    }
}
