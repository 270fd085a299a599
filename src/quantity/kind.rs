//! What a number is of: a count of people or things, money, an age, a measure, or no quantity at all.

use super::QuantityKind::{self, Age, Count, Label, Measure, Money, Percent};
use super::range::{self, Amount, Place, Types};
use super::{counted, number};
use crate::document::Document;
use crate::lexicon::{TIME_CLASSES, TableId, Tag, WordSet, choice_of, column};
use crate::token::{Case, TextCase, Token, TokenKind, fold};

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
fn is_any(document: &Document<'_>, at: usize, words: &[u64]) -> bool {
    document.tokens.get(at).is_some_and(|token| words.contains(&token.hash))
}

fn before(amount: &Amount, steps: usize) -> Option<usize> {
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
const OF: u64 = fold::hash("of");
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

fn is_person_noun(document: &Document<'_>, at: usize) -> bool {
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
    let previous = before(amount, 1);
    let near_month = previous.is_some_and(|at| is_month(document, at)) || is_month(document, amount.last) || {
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

fn is_month(document: &Document<'_>, at: usize) -> bool {
    let at = if document.word(at) == "." { at.saturating_sub(1) } else { at };
    document.hits_of(at, TableId::Time).any(|hit| document.lexicon.row(hit.row).choice(column::Time::Class) == MONTHS)
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

/// Whether the number is part of a name, a code, an address, a score or a turn of speech.
fn is_label(document: &Document<'_>, amount: &Amount, noun: Option<usize>) -> bool {
    is_joined(document, amount)
        || is_ratio(document, amount)
        || is_after_label(document, amount, noun)
        || is_score(document, amount, noun)
        || is_figure_of_speech(document, amount, noun)
}

const LABEL: Types = Types::named(&["label"]);

/// Touches a letter, a slash or another number: `AK-47`, `9/11`, `011-2555`, `two-state`.
fn is_joined(document: &Document<'_>, amount: &Amount) -> bool {
    let glued = |at: usize| document.tokens.get(at).is_some_and(Token::is_glued);
    let first = amount.first;
    if glued(first)
        && before(amount, 1).is_some_and(|at| matches!(document.word(at), "-" | "/" | "–" | "," | "." | "_" | "#" | "(") && glued(at))
    {
        return document.word(first - 1) != "(";
    }
    if before(amount, 1).is_some_and(|at| document.word(at) == "#")
        || (document.word(first).starts_with('0') && document.word(first).len() > 1)
    {
        return true;
    }
    let after_is_glued = glued(amount.last) && glued(amount.last + 1);
    after_is_glued && !amount.hedged && (number::is_hyphen(document, amount.last) || document.word(amount.last) == "/")
}

/// "Flight 370", "Boeing 737", "14 Park Lane".
fn is_after_label(document: &Document<'_>, amount: &Amount, noun: Option<usize>) -> bool {
    if amount.hedged {
        return false;
    }
    if is_address(document, amount.last) {
        return true;
    }
    let Some(mut previous) = before(amount, 1) else { return false };
    if document.word(previous) == "." && document.tokens[previous].is_glued() && previous > 0 {
        previous -= 1;
    }
    let labels = (previous.saturating_sub(2)..=previous)
        .any(|at| range::longest_hit(document, at, Place::Before, LABEL).is_some_and(|(hit, _)| hit.last as usize == previous + 1));
    let capital =
        document.case == TextCase::Mixed && document.tokens[previous].is_word() && document.tokens[previous].case.is_capitalised();
    if labels {
        return noun.is_none() || capital;
    }
    let digits = document.tokens[amount.first].kind == TokenKind::Number;
    let is_name = capital && !document.words[previous].can_be(Tag::Preposition) && !document.words[previous].can_be(Tag::Conjunction);
    let is_noun = matches!(document.words[previous].tag(), None | Some(Tag::Noun));
    is_name && digits && noun.is_none() && (is_noun || !starts_sentence(document, previous))
}

fn is_address(document: &Document<'_>, from: usize) -> bool {
    let capital = |at: usize| document.tokens.get(at).is_some_and(|token| token.is_word() && token.case.is_capitalised());
    capital(from)
        && (from..from + 3).take_while(|&at| capital(at)).any(|at| range::longest_hit(document, at, Place::After, LABEL).is_some())
}

fn starts_sentence(document: &Document<'_>, at: usize) -> bool {
    document.sentences.get(document.sentence_of(at)).is_some_and(|sentence| sentence.first as usize == at)
}

/// "one in four voters", "two in 10 of the wounded": neither number counts anybody.
fn is_ratio(document: &Document<'_>, amount: &Amount) -> bool {
    const IN: u64 = fold::hash("in");
    const MOST: f64 = 100.0;
    let second = |first: &number::Number| number::read(document, first.last + 1).filter(|_| document.is(first.last, IN));
    let is_pair = |at: usize| {
        let Some(first) = number::read(document, at) else { return false };
        let Some(second) = second(&first).filter(|second| first.value < second.value && second.value <= MOST) else { return false };
        let person = counted::noun(document, second.last).is_some_and(|noun| is_person_noun(document, noun));
        person || is_any(document, second.last, &[OF])
    };
    is_pair(amount.first) || before(amount, 2).is_some_and(|at| document.is(at + 1, IN) && is_pair(at))
}

/// "27-24", "10-12", "passed by 51 to 49", "closed at 7,412", "138.20".
fn is_score(document: &Document<'_>, amount: &Amount, noun: Option<usize>) -> bool {
    const AT: u64 = fold::hash("at");
    if noun.is_some() || amount.hedged {
        return false;
    }
    if amount.rule == "number-number" {
        return true;
    }
    let at_market = before(amount, 2).is_some_and(|at| is_any(document, at + 1, &[AT]) && document.has(WordSet::Market, at));
    let is_decimal = amount.number.is_some_and(|number| number.scale == 1.0 && number.value.fract() != 0.0);
    at_market || is_decimal
}

/// "on the one hand", "the one", "the Twelve Apostles", "Group of Seven", a bare "one".
fn is_figure_of_speech(document: &Document<'_>, amount: &Amount, noun: Option<usize>) -> bool {
    const ONE: u64 = fold::hash("one");
    const HAND: u64 = fold::hash("hand");
    let first = &document.tokens[amount.first];
    if first.kind != TokenKind::Word {
        return false;
    }
    let quoted = || before(amount, 1).is_some_and(|at| matches!(document.word(at), "\"" | "“" | ":" | "'" | "-" | "--" | "–" | "—"));
    if first.case == Case::Capital && document.case == TextCase::Mixed && !starts_sentence(document, amount.first) && !quoted() {
        return true;
    }
    if amount.hedged || amount.last != amount.first + 1 || first.hash != ONE {
        return false;
    }
    let previous = before(amount, 1).map(|at| document.words[at]);
    let determined = previous.is_some_and(|info| matches!(info.tag(), Some(Tag::Determiner | Tag::Adjective | Tag::Pronoun)));
    let next = document.words.get(amount.last);
    let counts = noun.is_some()
        || is_any(document, amount.last, &[OF])
        || next.is_some_and(|info| matches!(info.tag(), Some(Tag::Auxiliary | Tag::VerbEd)))
        || previous.is_some_and(|info| info.can_be(Tag::VerbEd));
    !counts || (determined && noun.is_none_or(|noun| document.is(noun, HAND)))
}
