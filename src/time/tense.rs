//! Whether the verb that governs an expression of time speaks of the past or of the future.

use super::expression::Expression;
use super::reader::Reader;
use crate::lexicon::Tag;
use crate::token::{TokenKind, fold};

/// What the nearest verb says of the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No verb tells.
    Open,
}

/// Words that speak of what is to come.
const FUTURE: &[u64] = &[
    fold::hash("will"),
    fold::hash("shall"),
    fold::hash("'ll"),
    fold::hash("won't"),
    fold::hash("would"),
    fold::hash("scheduled"),
    fold::hash("planned"),
    fold::hash("plan"),
    fold::hash("plans"),
    fold::hash("planning"),
    fold::hash("expected"),
    fold::hash("expects"),
    fold::hash("due"),
    fold::hash("slated"),
    fold::hash("intends"),
    fold::hash("hopes"),
    fold::hash("postponed"),
    fold::hash("effective"),
];

/// Words right before a day that put it ahead: "until Tuesday".
const AHEAD: &[u64] = &[fold::hash("until"), fold::hash("till"), fold::hash("by")];

/// How far a verb may stand away, in tokens.
const REACH: usize = 20;

/// The tense of the nearest verb before the expression in its sentence, or of the first one after it.
pub(super) fn of(reader: &Reader<'_>, expression: &Expression) -> Tense {
    let document = reader.document;
    let bounds = document.sentences.get(document.sentence_of(expression.first));
    let (first, last) = bounds.map_or((0, document.tokens.len()), |sentence| (sentence.first as usize, sentence.last as usize));
    // "Wednesday's ruling".
    let possessive = reader.token(expression.last).is_some_and(|token| token.kind == TokenKind::Possessive);
    if possessive {
        return Tense::Past;
    }
    let ahead = reader.follows(expression.first, AHEAD) && expression.first > first + 1;
    if ahead || is_present(reader, expression.first, first) || is_as_early_as(reader, expression.first) {
        return Tense::Future;
    }
    let before = (expression.first.saturating_sub(REACH).max(first)..expression.first).rev();
    let after = expression.last..(expression.last + REACH).min(last);
    before.chain(after).map(|at| verb(reader, at)).find(|tense| *tense != Tense::Open).unwrap_or(Tense::Open)
}

/// "as soon as Tuesday".
fn is_as_early_as(reader: &Reader<'_>, at: usize) -> bool {
    const AS: u64 = fold::hash("as");
    at >= 3
        && reader.is(at - 1, AS)
        && reader.is(at - 3, AS)
        && reader.is_any(at - 2, &[fold::hash("soon"), fold::hash("early"), fold::hash("late")])
}

/// "the ministers meet Monday": a verb of the present right before a day.
fn is_present(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    let at = if reader.follows(at, &[fold::hash("on")]) { at - 1 } else { at };
    let tag = |at: usize| reader.document.words.get(at).and_then(|info| info.tag());
    let verb = if at > first + 1 && tag(at - 1) == Some(Tag::Adverb) { at - 2 } else { at.saturating_sub(1) };
    verb > first && matches!(tag(verb), Some(Tag::VerbBase | Tag::VerbS))
}

fn verb(reader: &Reader<'_>, at: usize) -> Tense {
    const TO: u64 = fold::hash("to");
    const PRESENT_BE: &[u64] = &[fold::hash("is"), fold::hash("are")];
    const PAST_AUXILIARY: &[u64] = &[
        fold::hash("was"),
        fold::hash("were"),
        fold::hash("had"),
        fold::hash("did"),
        fold::hash("has"),
        fold::hash("have"),
        fold::hash("been"),
    ];
    const SET: u64 = fold::hash("set");
    // "had been scheduled to expire Friday".
    const BINDING: &[u64] = &[
        fold::hash("agreed"),
        fold::hash("agreement"),
        fold::hash("promised"),
        fold::hash("vowed"),
        fold::hash("pledged"),
        fold::hash("offered"),
    ];
    if reader.is_any(at, BINDING) && reader.is(at + 1, TO) {
        return Tense::Future;
    }
    let dropped = at >= 2 && reader.is_any(at, FUTURE) && reader.is(at - 2, fold::hash("had"));
    if dropped {
        return Tense::Past;
    }
    if reader.is_any(at, FUTURE)
        || (reader.is(at, SET) && reader.is_any(at + 1, &[TO, fold::hash("for")]))
        || (reader.is_any(at, PRESENT_BE) && reader.is(at + 1, TO) && is_base(reader, at + 2))
    {
        return Tense::Future;
    }
    let Some(info) = reader.document.words.get(at).filter(|_| !reader.is_name_part(at)) else { return Tense::Open };
    let past = matches!(info.tag(), Some(Tag::VerbEd | Tag::VerbEn))
        || (info.can_be(Tag::VerbEd) && !info.can_be(Tag::VerbBase) && !info.can_be(Tag::Noun));
    if reader.is_any(at, PAST_AUXILIARY) || past { Tense::Past } else { Tense::Open }
}

fn is_base(reader: &Reader<'_>, at: usize) -> bool {
    reader.document.words.get(at).is_some_and(|info| info.can_be(Tag::VerbBase) || info.can_be(Tag::Auxiliary))
}
