//! What is planned for a day, or put off to it: "called a strike for Monday", "the talks were moved to Sunday", "the curfew ends on Friday".

use super::incident::is_incident;
use super::reader::{A, AN, Reader, THE};
use super::tense::{REACH, Tense, verb};
use crate::lexicon::{Hit, TableId, Tag, WordSet, column};
use crate::token::literal::{word, words};

/// Whether the only verb before a day is in the present, and tells neither a deed nor what somebody says: "the minister meets his counterpart in Cairo
/// on Monday". Headlines, which have no article before their subject, tell so what has been.
pub(super) fn is_scheduled(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    let info = |at: usize| reader.document.words.get(at).filter(|_| !reader.is_name_part(at));
    let article = reader.is_any(first, &[THE, A, AN]) || info(first).is_some_and(|info| info.tag() == Some(Tag::Number));
    let opens = article && reader.follows(at, words!["on"]);
    let present = |&at: &usize| info(at).is_some_and(|info| matches!(info.tag(), Some(Tag::VerbS | Tag::VerbBase)));
    let verb = (first + 1..at).take(REACH).find(present).filter(|_| opens);
    verb.is_some_and(|at| !is_incident(reader, at) && reader.document.hits_of(at, TableId::Attribution).next().is_none())
}

/// Whether a day is that of a march or strike that somebody calls for: "called for a sit-in at the park on Saturday", "called a strike for Monday".
pub(super) fn is_called_for(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    const REACH: usize = 10;
    const CALL: &[u64] = words!["call", "calls", "called", "calling"];
    const ANNOUNCE: &[u64] = words!["announce", "announces", "announced", "announcing", "declare", "declares", "declared", "declaring"];
    let calls = |&at: &usize| reader.is(at, word!("for")) && reader.follows(at, CALL);
    let from = at.saturating_sub(REACH).max(first);
    let kind = |hit: &Hit| reader.document.lexicon.row(hit.row).text(column::Trigger::Kind);
    let is_of = |at: usize, kinds: &[&str]| reader.document.hits_of(at, TableId::Trigger).any(|hit| kinds.contains(&kind(hit)));
    let crowd = |at: usize| is_of(at, &["protest", "obstruction"]);
    let measure = |at: usize| crowd(at) || is_of(at, &["agreement", "alert"]);
    let open = |mut tokens: std::ops::Range<usize>| tokens.all(|at| verb(reader, at) == Tense::Open);
    if let Some(call) = (from..at).rev().find(calls) {
        return (call + 1..at).any(crowd) && open(call + 1..at);
    }
    // "Called a two-day strike for Wednesday and Thursday", "announced a ceasefire from Tuesday".
    let beside = |at: usize| reader.weekday(at).is_some() || reader.is_any(at, words!["and", ",", "next"]);
    let aim = (from..at).rev().find(|&at| reader.is_any(at, words!["for", "from"])).filter(|aim| (aim + 1..at).all(beside));
    let called = |aim: usize| {
        (from..aim).rev().find(|&at| (reader.is_any(at, CALL) || reader.is_any(at, ANNOUNCE)) && reader.is_any(at + 1, &[A, AN]))
    };
    // "Called a 24-hour strike": the row of the strike may begin with the verb.
    aim.and_then(|aim| Some((called(aim)?, aim))).is_some_and(|(call, aim)| (call..aim).any(measure) && open(call + 1..aim))
}

/// "was canceled", "has been postponed", "were all scrapped" right behind a day.
pub(super) fn is_dropped(reader: &Reader<'_>, at: usize) -> bool {
    const REACH: usize = 4;
    reader.is_any(at, words!["was", "were", "has", "have", "had"])
        && (at + 1..at + REACH).any(|at| reader.document.has(WordSet::CalledOff, at))
}

/// Whether the day is that to which something is put: "the match was moved to Sunday", "the trial was adjourned to Monday", "judgment was reserved for
/// Thursday"; not "dates back to March", "open from Monday to Friday".
pub(super) fn is_put_to(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    const AIMS: &[u64] = words!["to", "for", "until", "till"];
    const FORTH: &[u64] = words!["forward", "off", "back", "over"];
    const PUT: &[u64] = words!["put", "pushed", "moved", "set", "brought", "carried", "held"];
    let Some(aim) = at.checked_sub(1).filter(|&aim| aim > first + 1 && reader.is_any(aim, AIMS)) else { return false };
    let tag = |at: usize| reader.document.words.get(at).and_then(|info| info.tag());
    if reader.is_any(aim - 1, FORTH) {
        return reader.is_any(aim.wrapping_sub(2), PUT);
    }
    let participle = reader.document.words.get(aim - 1).is_some_and(|info| info.can_be(Tag::VerbEn)) && !reader.is_name_part(aim - 1);
    let passive = || {
        let be = |at: usize| reader.is_any(at, words!["was", "were", "been", "is", "are", "be", "being"]);
        let adverb = usize::from(tag(aim.wrapping_sub(2)) == Some(Tag::Adverb));
        be(aim.wrapping_sub(2 + adverb))
    };
    participle && passive() && !is_incident(reader, aim - 1)
}

/// Whether the day is that for which something had been planned, and which may be still to come: "police had planned raids for Wednesday".
pub(super) fn had_been_planned(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    const REACH: usize = 10;
    let planned = |&at: &usize| reader.document.has(WordSet::Coming, at);
    let plan = (at.saturating_sub(REACH).max(first + 1)..at).rev().find(planned);
    let had = |plan: usize| (1..=2).any(|back| reader.is(plan.wrapping_sub(back), word!("had")));
    reader.follows(at, words!["for"]) && plan.is_some_and(had)
}

/// The token of the verb behind which a day is told of what is to come: "a curfew *takes* effect on Thursday", "the match *kicks* off on Sunday"; else the
/// one before `at`.
pub(super) fn verb_before(reader: &Reader<'_>, at: usize, first: usize) -> usize {
    let tag = |at: usize| reader.document.words.get(at).and_then(|info| info.tag());
    let back = |steps: usize| at.checked_sub(steps).filter(|&at| at > first);
    let taken = reader.is_any(at.wrapping_sub(1), words!["place", "effect", "office"])
        && reader.is_any(at.wrapping_sub(2), words!["take", "takes"]);
    let particle = reader.is_any(at.wrapping_sub(1), words!["off", "up", "over", "out", "down"]);
    let adverb = at > first + 1 && tag(at - 1) == Some(Tag::Adverb);
    if taken || particle || adverb { back(2).unwrap_or(at - 1) } else { at.saturating_sub(1) }
}

/// Whether the word at `at` is the only verb before a day, in the present and by the number of its subject: "the president leaves for Paris", though
/// leaves are nouns too.
pub(super) fn is_main_verb(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    let info = |at: usize| reader.document.words.get(at);
    let can = |tag: Tag| info(at).is_some_and(|info| info.can_be(tag));
    let singular = at.checked_sub(1).and_then(info).is_some_and(|info| info.tag() == Some(Tag::Noun));
    let opens = (first..at).all(|at| verb(reader, at) == Tense::Open);
    let article = || reader.is_any(first, &[THE, A, AN]);
    opens && (can(Tag::VerbS) && singular && article() || can(Tag::VerbBase) && is_of_plural(reader, at, first))
}

/// Whether nothing but a subject in the plural stands before a word in the form of a verb of the present: "three days of mourning end".
fn is_of_plural(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    let tag = |at: usize| reader.document.words.get(at).and_then(|info| info.tag());
    let several = |at: usize| matches!(tag(at), Some(Tag::NounPlural)) && !reader.follows(at, words!["of", "in", "at", "for"]);
    (first..at).any(several) && (first..at).all(|at| verb(reader, at) == Tense::Open)
}
