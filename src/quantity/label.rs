//! Numbers that are no quantities: parts of names, codes, addresses and scores, ratios, turns of speech.

use super::kind::{OF, before, is_any, is_person_noun, starts_sentence};
use super::range::{self, Amount, Place, Types};
use super::{counted, number};
use crate::document::Document;
use crate::lexicon::{TableId, Tag, WordSet, column};
use crate::token::{Case, TextCase, Token, TokenKind, fold};

/// Whether the number is part of a name, a code, an address, a score or a turn of speech.
pub(super) fn is_label(document: &Document<'_>, amount: &Amount, noun: Option<usize>) -> bool {
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
    // "Suicide Bomber Kills 20 in Kabul".
    let capital = capital && !document.is_in_headline(previous);
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
    // "Gunmen Kill Nine Miners In Mexico".
    let titled = || document.is_in_headline(amount.first);
    let quoted = || before(amount, 1).is_some_and(|at| matches!(document.word(at), "\"" | "“" | ":" | "'" | "-" | "--" | "–" | "—"));
    if first.case == Case::Capital && document.case == TextCase::Mixed && !starts_sentence(document, amount.first) && !quoted() && !titled()
    {
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
        || previous.is_some_and(|info| info.can_be(Tag::VerbEd))
        || is_casualty(document, amount);
    !counts || (determined && noun.is_none_or(|noun| document.is(noun, HAND)))
}

/// Whether it is told as the number of dead or hurt: "Blast kills one", "shelled Kherson, wounding one"; not "tracked wolves before killing one".
fn is_casualty(document: &Document<'_>, amount: &Amount) -> bool {
    let Some(verb) = before(amount, 1) else { return false };
    let tells = document.hits_of(verb, TableId::Casualty).filter(|hit| hit.len() == 1).any(|hit| {
        let row = document.lexicon.row(hit.row);
        row.flags(column::Casualty::Number).eq(["object"])
            && row.flags(column::Casualty::Outcome).any(|outcome| matches!(outcome, "killed" | "injured"))
    });
    let gerund = document.words.get(verb).is_some_and(|info| info.can_be(Tag::VerbIng));
    tells && (!gerund || before(amount, 2).is_some_and(|mark| document.word(mark) == ","))
}
