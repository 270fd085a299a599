//! What a number is of: a count of people or things, money, an age, a measure, or no quantity at all.

use super::QuantityKind::{self, Age, Count, Label, Measure, Money, Percent};
use super::label::is_label;
use super::range::{self, Amount, Place, Types};
use super::{counted, number};
use crate::document::Document;
use crate::lexicon::{TIME_CLASSES, TableId, Tag, WordSet, choice_of, column};
use crate::token::{Token, TokenKind, fold};

/// The kind of the amount and the noun that it counts; nothing if it is no number at all ("some" before a singular noun).
pub(super) fn of(document: &Document<'_>, amount: &Amount) -> Option<(QuantityKind, Option<usize>)> {
    // "70 years old" is an age before it is a length of time.
    if is_before_old(document, amount) {
        return Some((Age, None));
    }
    if let Some(kind) = of_unit(document, amount) {
        return Some((kind, None));
    }
    if is_age(document, amount) {
        return Some((Age, None));
    }
    let is_one = amount.range.min == Some(1) && amount.range.max == Some(1);
    let noun = counted::noun(document, amount.last).or_else(|| if is_one { counted::singular(document, amount.last) } else { None });
    if is_date(document, amount, noun) || is_label(document, amount, noun) {
        return Some((Label, None));
    }
    if amount.rule == "vague" && !stands_alone(document, amount, noun) {
        return None;
    }
    Some((Count, noun))
}

/// Whether the token at `at` is one of `words`, which must be folded.
pub(super) fn is_any(document: &Document<'_>, at: usize, words: &[u64]) -> bool {
    document.tokens.get(at).is_some_and(|token| words.contains(&token.hash))
}

pub(super) fn before(amount: &Amount, steps: usize) -> Option<usize> {
    amount.first.checked_sub(steps)
}

/// Whether vague words count something: "some" and "no" only before a noun, "many" and "several" without one too.
fn stands_alone(document: &Document<'_>, amount: &Amount, noun: Option<usize>) -> bool {
    const ALONE: &[u64] = &[
        fold::hash("some"),
        fold::hash("no"),
        fold::hash("few"),
        fold::hash("another"),
        fold::hash("more"),
        fold::hash("others"),
        fold::hash("single"),
        fold::hash("lone"),
        fold::hash("sole"),
        fold::hash("couple"),
        fold::hash("various"),
        fold::hash("mass"),
    ];
    if is_any(document, amount.first, ALONE) && amount.last - amount.first == 1 {
        return noun.is_some() && noun.is_some_and(|noun| noun < amount.last + 3);
    }
    true
}

/// By the word after it (`percent`, `dollars`, `km`) or the sign before it (`$`).
fn of_unit(document: &Document<'_>, amount: &Amount) -> Option<QuantityKind> {
    let from = if number::is_hyphen(document, amount.last) { amount.last + 1 } else { amount.last };
    const UNITS: Types = Types::named(&["money", "percent", "measure"]);
    if let Some((_, row)) = range::longest_hit(document, from, Place::After, UNITS) {
        return Some(match row.value(column::Quantity::Type) {
            "money" => Money,
            "percent" => Percent,
            _ => Measure,
        });
    }
    let sign_at = |steps: usize| before(amount, steps).is_some_and(|at| document.has(WordSet::CurrencySign, at));
    if sign_at(1) || document.word(amount.first + 1) == "$" || (document.word(amount.first.saturating_sub(1)) == "." && sign_at(2)) {
        return Some(Money);
    }
    None
}

const YEAR: u64 = fold::hash("year");
const YEARS: u64 = fold::hash("years");
const MONTH: u64 = fold::hash("month");
const OLD: u64 = fold::hash("old");
pub(super) const OF: u64 = fold::hash("of");
const AND: u64 = fold::hash("and");

/// Most tokens between a number and "old": "7-year-old" has three.
const UNITS_BEFORE_OLD: usize = 3;

/// "7-year-old", "70 years old".
fn is_before_old(document: &Document<'_>, amount: &Amount) -> bool {
    let is_unit = |&at: &_| number::is_hyphen(document, at) || is_any(document, at, &[YEAR, YEARS, MONTH]);
    let units = (amount.last..).take(UNITS_BEFORE_OLD).take_while(is_unit).count();
    is_any(document, amount.last + units, &[OLD])
}

fn is_age(document: &Document<'_>, amount: &Amount) -> bool {
    const AGED: &[u64] = &[fold::hash("aged"), fold::hash("age"), fold::hash("ages")];
    let Some(previous) = before(amount, 1) else { return false };
    if is_any(document, previous, AGED)
        || (is_any(document, previous, &[OF]) && previous.checked_sub(1).is_some_and(|at| is_any(document, at, AGED)))
        || is_in_list_of_ages(document, previous, AGED)
    {
        return true;
    }
    const LIMITS: &[u64] = &[fold::hash("under"), fold::hash("over"), fold::hash("above"), fold::hash("below")];
    let is_limit = amount.last == amount.first + 2 && is_any(document, amount.first, LIMITS) && is_person_noun(document, previous);
    if is_limit && counted::noun(document, amount.last).is_none() {
        return true;
    }
    let is_young = amount.number.is_some_and(|number| number.plain && (1.0..=110.0).contains(&number.value)) && !amount.hedged;
    if !is_young {
        return false;
    }
    let closes = matches!(document.word(amount.last), "," | "." | ";") || amount.last == document.tokens.len();
    if document.word(previous) == "," {
        return closes && previous.checked_sub(1).is_some_and(|at| is_person(document, at));
    }
    is_of_person(document, previous, amount, closes)
}

/// Whether numbers and what joins them lead back from `at` to "aged": "brothers aged 6, 9 and 12".
fn is_in_list_of_ages(document: &Document<'_>, at: usize, aged: &[u64]) -> bool {
    const JOINTS: &[u64] = &[AND, fold::hash("or"), fold::hash("to"), fold::hash(",")];
    const LONGEST: usize = 12;
    let is_digits = |at: usize| document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    let listed = |&at: &usize| is_digits(at) || is_any(document, at, JOINTS);
    let start = (0..=at).rev().take(LONGEST).take_while(listed).last();
    start.is_some_and(|start| is_digits(start) && start.checked_sub(1).is_some_and(|before| is_any(document, before, aged)))
}

/// "a man of 58", "women of 30 and 41".
fn is_of_person(document: &Document<'_>, previous: usize, amount: &Amount, closes: bool) -> bool {
    let person_of = |of: usize| is_any(document, of, &[OF]) && of.checked_sub(1).is_some_and(|at| is_person_noun(document, at));
    let follows_age = || is_any(document, previous, &[AND]) && previous.checked_sub(2).is_some_and(person_of);
    let noun_follows = || counted::noun(document, amount.last).is_some_and(|noun| noun < amount.last + 2);
    (person_of(previous) || (follows_age() && (closes || !noun_follows()))) && !noun_follows()
}

fn is_person(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| token.is_word() && token.case.is_capitalised()) || is_person_noun(document, at)
}

pub(super) fn is_person_noun(document: &Document<'_>, at: usize) -> bool {
    let ends_here = |from: usize| document.hits_of(from, TableId::PersonNoun).any(|hit| hit.last as usize == at + 1);
    (at.saturating_sub(2)..=at).any(ends_here)
}

/// Whether the number is a year, a day of a month or a time of day.
fn is_date(document: &Document<'_>, amount: &Amount, noun: Option<usize>) -> bool {
    const YEAR_BEFORE: &[u64] = &[
        fold::hash("in"),
        fold::hash("since"),
        fold::hash("by"),
        fold::hash("until"),
        fold::hash("from"),
        fold::hash("during"),
        fold::hash("before"),
        fold::hash("after"),
        fold::hash("early"),
        fold::hash("late"),
        fold::hash("fiscal"),
        fold::hash("between"),
        fold::hash("through"),
    ];
    let plain = |value: f64, low: f64, high: f64| (low..=high).contains(&value);
    // "The end of Ramadan. Two men were".
    let previous = before(amount, 1).filter(|_| !starts_sentence(document, amount.first));
    let behind_month = || previous.is_some_and(|at| is_month(document, at) && !(noun.is_some() && has_day(document, at)));
    let near_month = behind_month() || is_month(document, amount.last) || {
        is_any(document, amount.last, &[OF]) && is_month(document, amount.last + 1)
    };
    let low = amount.range.min.unwrap_or(0) as f64;
    if near_month && plain(low, 1.0, 31.0) {
        return true;
    }
    if is_clock(document, amount) {
        return true;
    }
    let is_range_of_years = amount.number.is_none()
        && amount.range.max.is_some_and(|high| plain(low, 1000.0, 2100.0) && plain(high as f64, 1000.0, 2100.0))
        && !amount.hedged;
    let is_year = amount.number.is_some_and(|number| number.plain && plain(number.value, 1000.0, 2100.0)) && !amount.hedged;
    if !(is_year || (is_range_of_years && noun.is_none_or(|noun| noun > amount.last))) {
        return false;
    }
    // "the 1992 protests" has a year, "2020 beds" a count.
    let determined =
        previous.is_some_and(|at| document.words[at].can_be(Tag::Determiner) || document.tokens[at].kind == TokenKind::Possessive);
    noun.is_none_or(|noun| noun > amount.last || determined)
        || previous.is_some_and(|at| is_any(document, at, YEAR_BEFORE) || is_month(document, at) || document.word(at) == ",")
}

const MONTHS: usize = choice_of(TIME_CLASSES, "month");

/// Whether the token at `at` begins its sentence.
pub(super) fn starts_sentence(document: &Document<'_>, at: usize) -> bool {
    document.sentences.get(document.sentence_of(at)).is_some_and(|sentence| sentence.first as usize == at)
}

fn is_month(document: &Document<'_>, at: usize) -> bool {
    let at = if document.word(at) == "." { at.saturating_sub(1) } else { at };
    document.hits_of(at, TableId::Time).any(|hit| usize::from(hit.class) == MONTHS)
}

/// Whether the month at `at` has its day before it, so that a number behind it counts: "on 14 *April* 12 soldiers were killed".
fn has_day(document: &Document<'_>, at: usize) -> bool {
    let digits = |at: usize| document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number) && document.word(at).len() <= 2;
    at.checked_sub(1).is_some_and(digits)
}

fn is_clock(document: &Document<'_>, amount: &Amount) -> bool {
    const AFTER: &[u64] = &[
        fold::hash("a.m"),
        fold::hash("a.m."),
        fold::hash("am"),
        fold::hash("p.m"),
        fold::hash("p.m."),
        fold::hash("pm"),
        fold::hash("gmt"),
        fold::hash("utc"),
        fold::hash("hrs"),
        fold::hash("o'clock"),
    ];
    let glued_colon = |at: usize| document.word(at) == ":" && document.tokens.get(at).is_some_and(Token::is_glued);
    let digit_after = |at: usize| document.tokens.get(at).is_some_and(|token| token.is_glued() && token.kind == TokenKind::Number);
    is_any(document, amount.last, AFTER)
        || (glued_colon(amount.last) && digit_after(amount.last + 1))
        || before(amount, 1)
            .is_some_and(|at| glued_colon(at) && digit_after(amount.first) && at > 0 && document.tokens[at - 1].kind == TokenKind::Number)
}
