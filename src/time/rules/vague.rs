//! The past, the present and the future without a date.

use crate::lexicon::{Tag, WordInfo};
use crate::time::expression::{Expression, Sense};
use crate::time::opens::{Gate, Opens};
use crate::time::reader::{Reader, THE};
use crate::time::value::{Length, Value};
use crate::time::vocabulary::Word;
use crate::token::literal::{word, words};

/// What they begin with.
pub(super) const GATE: Gate = Gate::new(Opens::REFERENCE).or(Opens::AMOUNT, Opens::UNITS);

/// "now", "recently", "soon", "the future", "recent years".
pub(super) fn read(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    recent_units(reader, at).or_else(|| reference(reader, at))
}

/// "recent years", "the coming months".
fn recent_units(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let from = reader.after_the(at);
    if !reader.is(from, word!("recent")) {
        return None;
    }
    let (unit, last) = reader.units(from + 1)?;
    Some(Expression::new(at, last, Sense::Is(Value::Length(Length { count: None, unit })), "recent units"))
}

/// A word of the table that stands for past, present or future.
fn reference(reader: &Reader<'_>, at: usize) -> Option<Expression> {
    let (value, last) = reader.take(at, |word| if let Word::Reference(value) = word { Some(value) } else { None })?;
    let ambiguous = reader.pieces(at).find(|piece| piece.last == last).is_some_and(|piece| piece.ambiguous);
    let unclear = is_compared(reader, at)
        || is_before_event(reader, last, value)
        || is_relative(reader, at)
        || is_dead(reader, at, last)
        || is_dated(reader, last)
        || describes(reader, at, last)
        || is_told(reader, at, last);
    if unclear || (ambiguous && !is_reference(reader, at, last, value)) {
        return None;
    }
    Some(Expression::new(at, last, Sense::Is(value), "reference"))
}

/// "as soon as".
fn is_compared(reader: &Reader<'_>, at: usize) -> bool {
    reader.follows(at, words!["as"]) && reader.is_any(at, words!["soon", "recently", "now"])
}

/// "soon after the blast".
fn is_before_event(reader: &Reader<'_>, last: usize, value: Value) -> bool {
    matches!(value, Value::Future) && reader.is_any(last, words!["after", "before", "thereafter"])
}

/// "was soon released", "the protest soon became a riot": soon after what is told, which may be long ago.
fn is_told(reader: &Reader<'_>, at: usize, last: usize) -> bool {
    const PAST_BE: &[u64] = words!["was", "were", "had"];
    let info = |at: usize| reader.document.words.get(at);
    let past = |at: usize| info(at).is_some_and(|info| info.can_be(Tag::VerbEd) && !info.can_be(Tag::VerbBase));
    let before_verb = past(last) && !reader.follows(at, words!["be", "to"]);
    reader.is_any(at, words!["soon", "shortly"])
        && (before_verb || reader.follows(at, PAST_BE) && info(last).is_some_and(|info| info.can_be(Tag::VerbEn)))
}

/// "a previously announced plan", "had previously denied it": no time of its own, unlike "Previously, ..." at the start.
fn is_relative(reader: &Reader<'_>, at: usize) -> bool {
    reader.is(at, word!("previously")) && !reader.starts_sentence(at)
}

/// "of late President Rabin".
fn is_dead(reader: &Reader<'_>, at: usize, last: usize) -> bool {
    reader.is(at, word!("of")) && reader.is_name_part(last) && !reader.is_cut(last)
}

/// "the future museum".
fn describes(reader: &Reader<'_>, at: usize, last: usize) -> bool {
    let noun = |info: &WordInfo| info.tags().next().is_some() && info.tags().all(|tag| matches!(tag, Tag::Noun | Tag::NounPlural));
    reader.is(at, THE) && !reader.is_capital(last) && reader.document.words.get(last).is_some_and(noun)
}

/// "most recently last October", "more recently in 1998": the date says when.
fn is_dated(reader: &Reader<'_>, last: usize) -> bool {
    const IN_ON: &[u64] = words!["in", "on"];
    let recently = reader.follows(last, words!["recently"]);
    let from = if reader.is_any(last, IN_ON) { last + 1 } else { last };
    recently && super::longest(reader, from, [super::date::read as super::Rule, super::year::read, super::deictic::read]).is_some()
}

/// Whether "one day", "the time" refer to a time.
fn is_reference(reader: &Reader<'_>, at: usize, last: usize, value: Value) -> bool {
    const AFTER: &[u64] = words!["of", "to", "when", "that", "for", "it"];
    if matches!(value, Value::Past) {
        // "by the time he came", "at the time Marlow was taken".
        let by_then = reader.follows(at, words!["by"]) && reader.is(at, THE);
        if by_then || reader.is_name_part(last) && !reader.is_cut(last) {
            return false;
        }
        return reader.follows(at, words!["at", "by", "of"]) && !reader.is_any(last, AFTER);
    }
    // "The bridge will one day carry trains", not "it took one day" and "a one-day trip".
    const MODALS: &[u64] = words!["will", "would", "may", "might", "could", "can", "should", "must", "to"];
    let info = reader.document.words.get(last);
    reader.follows(at, MODALS) && last == at + 2 && info.is_some_and(|info| info.can_be(Tag::VerbBase) || info.can_be(Tag::Auxiliary))
}
