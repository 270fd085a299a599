//! Whether the verb that governs an expression of time speaks of the past or of the future.

use super::expression::Expression;
use super::incident::is_incident;
use super::plan::{had_been_planned, is_called_for, is_dropped, is_main_verb, is_put_to, is_scheduled, verb_before};
use super::reader::{A, AN, Reader, THE};
use crate::lexicon::{Tag, WordSet};
use crate::token::literal::{word, words};
use crate::token::{TokenKind, fold};

/// What the nearest verb says of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// What was planned and did not come: "the rally planned for Friday was called off", before or after that day.
    Dropped,
    /// No verb tells.
    Open,
}

/// Words right before a day that put it ahead: "until Tuesday".
const AHEAD: &[u64] = &[fold::hash("until"), fold::hash("till"), BY];
const AS: u64 = fold::hash("as");
const BY: u64 = fold::hash("by");
const DID: u64 = fold::hash("did");
const HAD: u64 = fold::hash("had");
const TO: u64 = fold::hash("to");
const PRESENT_BE: &[u64] = &[fold::hash("is"), fold::hash("are")];

/// How far before "until" a verb of what went on for a time may stand, in tokens.
const LASTED_REACH: usize = 5;

/// How far a verb may stand before and after, in tokens.
pub(super) const REACH: usize = 20;
const REACH_AFTER: usize = 30;

/// The tense of the nearest verb before the expression in its sentence, or of the first one after it.
pub(super) fn of(reader: &Reader<'_>, expression: &Expression) -> Tense {
    let document = reader.document;
    let bounds = document.sentences.get(document.sentence_of(expression.first));
    let (first, last) = bounds.map_or((0, document.tokens.len()), |sentence| (sentence.first as usize, sentence.last as usize));
    // "Wednesday's ruling".
    let possessive = reader.token(expression.last).is_some_and(|token| token.kind == TokenKind::Possessive);
    // "the year ended March 31".
    if (possessive && !is_object_ahead(reader, expression.first, first)) || reader.follows(expression.first, words!["ended"]) {
        return Tense::Past;
    }
    let reach = expression.first.saturating_sub(REACH).max(first)..expression.first;
    // "did not reach the village until dawn on Friday".
    let tells_past = if reader.follows(expression.first, &[BY]) { HAD } else { DID };
    // "had filed reports by Wednesday", "reported 17 dead by Monday evening": a day told by its parts is one that has been.
    let by_then = || reader.follows(expression.first, &[BY]) && expression.clock.is_some() && nearest(reader, reach.clone()) == Tense::Past;
    // "From Thursday until midnight on Sunday it had recorded 102 deaths".
    let from_then = || {
        let opening = (first..expression.first).rev().find(|&at| reader.is_any(at, words!["from", "since"]));
        opening.is_some_and(|from| (from..expression.first).all(|at| verb(reader, at) == Tense::Open))
            && (expression.last..(expression.last + LASTED_REACH).min(last)).any(|at| reader.is(at, HAD))
    };
    let was_due = reach.clone().any(|at| reader.is(at, tells_past)) || by_then() || from_then();
    // "lasted until Sunday".
    let lasted = || {
        let from = expression.first.saturating_sub(LASTED_REACH).max(first);
        (from..expression.first).any(|at| reader.document.has(WordSet::Lasting, at))
    };
    let ahead = reader.follows(expression.first, AHEAD) && expression.first > first + 1 && !was_due && !lasted();
    // "ahead of the Nov. 11 vote"
    let article = usize::from(reader.follows(expression.first, &[THE]));
    let before_it = expression
        .first
        .checked_sub(article)
        .is_some_and(|at| reader.follows(at, words!["of"]) && reader.follows(at.saturating_sub(1), words!["ahead"]));
    let through = || reader.follows(expression.first, words!["through"]) && nearest(reader, reach.clone()) != Tense::Past;
    if ahead || before_it || through() || is_as_early_as(reader, expression.first) {
        return Tense::Future;
    }
    if is_called_for(reader, expression.first, first) || is_put_to(reader, expression.first, first) {
        return Tense::Future;
    }
    if had_been_planned(reader, expression.first, first) {
        return Tense::Dropped;
    }
    match before_day(reader, expression.first, first) {
        Tense::Open => {}
        tense => return tense,
    }
    let told = |at: usize| Some(verb(reader, at)).filter(|tense| *tense != Tense::Open);
    if let Some(tense) = reach.rev().find_map(told) {
        return if tense == Tense::Future && is_dropped(reader, expression.last) { Tense::Dropped } else { tense };
    }
    if is_scheduled(reader, expression.first, first) {
        return Tense::Future;
    }
    match (expression.last..(expression.last + REACH_AFTER).min(last)).find_map(told) {
        Some(Tense::Future) if is_dropped(reader, expression.last) => Tense::Dropped,
        tense => tense.unwrap_or(Tense::Open),
    }
}

/// Whether the verb before the expression tells in the past of violence or a disaster, which nobody knows beforehand: "gunmen killed 14 people in
/// April".
pub(super) fn is_of_deed(reader: &Reader<'_>, expression: &Expression) -> bool {
    let first = reader.document.sentences.get(reader.document.sentence_of(expression.first)).map_or(0, |sentence| sentence.first as usize);
    let before = expression.first.saturating_sub(REACH).max(first)..expression.first;
    let aim = |at: usize| reader.is(at, TO) && is_base(reader, at + 1);
    let nearest = before.rev().take_while(|&at| !aim(at)).find(|&at| verb(reader, at) != Tense::Open);
    nearest.is_some_and(|at| verb(reader, at) == Tense::Past && is_incident(reader, at))
}

/// "Will meet in Sunday's final": what the day has is still to come, other than "will fight Wednesday's ruling".
fn is_object_ahead(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    const REACH: usize = 10;
    let from = at.saturating_sub(REACH).max(first);
    let within = reader.follows(at, words!["in", "at", "for", "during"]);
    within && (from..at).rev().map(|at| verb(reader, at)).find(|tense| *tense != Tense::Open) == Some(Tense::Future)
}

/// The tense of the last verb in `range`; an infinitive before "by" is of what is to come.
fn nearest(reader: &Reader<'_>, range: std::ops::Range<usize>) -> Tense {
    let of = |at: usize| if reader.is(at, TO) && is_base(reader, at + 1) { Tense::Future } else { verb(reader, at) };
    range.rev().map(of).find(|tense| *tense != Tense::Open).unwrap_or(Tense::Open)
}

/// "as soon as Tuesday".
fn is_as_early_as(reader: &Reader<'_>, at: usize) -> bool {
    at >= 3 && reader.is(at - 1, AS) && reader.is(at - 3, AS) && reader.is_any(at - 2, words!["soon", "early", "late"])
}

/// The verb right before a day: "the ministers meet Monday", "ready to leave on Friday", "the appeal is heard in June".
fn before_day(reader: &Reader<'_>, at: usize, first: usize) -> Tense {
    let prepared = reader.follows(at, words!["on", "in"]) || reader.follows(at, words!["at"]) && reader.is(at, THE);
    let in_month = prepared && reader.follows(at, words!["in"]);
    let at = if prepared { at - 1 } else { at };
    let tag = |at: usize| reader.document.words.get(at).and_then(|info| info.tag());
    let at = if prepared { before_place(reader, at, first) } else { at };
    let verb_at = verb_before(reader, at, first);
    // "to make the late-November trip": the day belongs to an object.
    if verb_at <= first || (!prepared && reader.is(at, THE)) {
        return Tense::Open;
    }
    // "Handed to the Red Cross on Monday".
    let Some(info) = reader.document.words.get(verb_at).filter(|_| !reader.is_name_part(verb_at)) else { return Tense::Open };
    // "the letter is dated 27 April"
    if info.can_be(Tag::VerbEn) && reader.follows(verb_at, PRESENT_BE) && !reader.is(verb_at, word!("dated")) {
        return Tense::Future;
    }
    // "The deadline is Friday", but "today is Friday".
    if reader.is_any(verb_at, PRESENT_BE) && !reader.is_any(verb_at - 1, words!["it", "today", "this"]) {
        return Tense::Future;
    }
    // "read", "set" may be of the past as well.
    // "Released on bail on Monday".
    // "followed the escape on Sunday"
    // "during a traffic stop on Wednesday": with a subject in the singular the verb would end in -s.
    let main = is_main_verb(reader, verb_at, first);
    let compound = info.can_be(Tag::Noun) && info.tag() == Some(Tag::VerbBase) && tag(verb_at - 1) == Some(Tag::Noun) && !main;
    let noun =
        compound || reader.follows(verb_at, &[THE, A, AN]) || tag(verb_at - 1) == Some(Tag::Preposition) && !reader.follows(verb_at, &[TO]);
    let is_present = (main || matches!(info.tag(), Some(Tag::VerbBase | Tag::VerbS))) && !info.can_be(Tag::VerbEd) && !in_month && !noun;
    if !is_present {
        return Tense::Open;
    }
    if !reader.follows(verb_at, &[TO]) || verb_at < first + 2 {
        return Tense::Future;
    }
    match verb(reader, verb_at - 2) {
        Tense::Open if tag(verb_at - 2) == Some(Tag::VerbEd) => Tense::Past,
        Tense::Open => Tense::Future,
        tense => tense,
    }
}

/// `at`, or the token of the preposition of a short phrase right before it that tells a place: "the summit opens *in* Cairo on Thursday". What is
/// told of a deed with a verb in the present, as headlines do, has been.
fn before_place(reader: &Reader<'_>, at: usize, first: usize) -> usize {
    const REACH: usize = 4;
    let tag = |at: usize| reader.document.words.get(at).and_then(|info| info.tag());
    let from = at.saturating_sub(REACH).max(first + 2);
    let opening = (from..at).rev().find(|&at| tag(at) == Some(Tag::Preposition) || reader.is(at, TO));
    let place =
        opening.filter(|&opening| opening + 1 < at && reader.is_any(opening, words!["in", "at", "to", "across", "near", "for", "from"]));
    let Some(opening) = place.filter(|&opening| !is_incident(reader, opening - 1) && !reader.is_glued(opening - 1)) else { return at };
    // "Opens in cinemas across Britain".
    if reader.is(opening, word!("across")) { before_place(reader, opening, first) } else { opening }
}

/// Whether the word speaks of what is to come.
fn is_future(reader: &Reader<'_>, at: usize) -> bool {
    reader.is_any(at, words!["will", "shall", "'ll", "won't", "would"]) || reader.document.has(WordSet::Coming, at)
}

pub(super) fn verb(reader: &Reader<'_>, at: usize) -> Tense {
    const PAST_AUXILIARY: &[u64] =
        &[fold::hash("was"), fold::hash("were"), HAD, fold::hash("did"), fold::hash("has"), fold::hash("have"), fold::hash("been")];
    const SET: u64 = fold::hash("set");
    // "Agreed to meet", "agreed to talks", but "agreed to a truce", which may hold since.
    if reader.document.has(WordSet::Promising, at) && reader.is(at + 1, TO) && !reader.is_any(at + 2, &[A, AN, THE]) {
        return Tense::Future;
    }
    let behind = |hash: u64| at >= 1 && reader.is(at - 1, hash) || at >= 2 && reader.is(at - 2, hash);
    let future = is_future(reader, at);
    // "had been scheduled to expire Friday".
    if future && behind(HAD) {
        return Tense::Past;
    }
    // "as previously planned", "as expected".
    if (future && !behind(AS))
        || (reader.is(at, SET) && reader.is_any(at + 1, &[TO, word!("for")]))
        || (reader.is_any(at, PRESENT_BE) && reader.is(at + 1, TO) && is_base(reader, at + 2))
    {
        return Tense::Future;
    }
    let Some(info) = reader.document.words.get(at).filter(|_| !reader.is_name_part(at)) else { return Tense::Open };
    let past = matches!(info.tag(), Some(Tag::VerbEd | Tag::VerbEn))
        || (info.can_be(Tag::VerbEd) && !info.can_be(Tag::VerbBase) && !info.can_be(Tag::Noun));
    if reader.is_any(at, PAST_AUXILIARY) || (past && !is_timeless(reader, at)) { Tense::Past } else { Tense::Open }
}

/// A participle that says nothing of the past: "will be named", "is accused", "a still unspecified date".
fn is_timeless(reader: &Reader<'_>, at: usize) -> bool {
    const BEFORE: &[u64] = &[fold::hash("be"), fold::hash("is"), fold::hash("are"), fold::hash("stay"), fold::hash("remain"), A, AN, THE];
    let info = |at: usize| reader.document.words.get(at);
    if !info(at).is_some_and(|info| info.can_be(Tag::VerbEn)) {
        return false;
    }
    let adverb = at > 0 && info(at - 1).and_then(|info| info.tag()) == Some(Tag::Adverb);
    reader.follows(if adverb { at - 1 } else { at }, BEFORE)
}

fn is_base(reader: &Reader<'_>, at: usize) -> bool {
    reader.document.words.get(at).is_some_and(|info| info.can_be(Tag::VerbBase) || info.can_be(Tag::Auxiliary))
}
