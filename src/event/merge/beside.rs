//! Deeds told in one sentence that are two all the same: each with a doer of its own, hours apart, or the one only remembered.

use super::doers::{are_clauses_of_two, are_of_two_sides};
use crate::event::draft::{Filler, Mention, Role};
use crate::event::filler::is_definite;
use crate::event::pronoun;
use crate::event::scene::Scene;
use crate::event::setting::{is_apart, is_old};
use crate::event::settle;
use crate::event::status::takes_place;
use crate::event::toll;
use crate::event::trigger::Pos;
use crate::lexicon::{TableId, WordSet, column};
use crate::phrase::Chunk;
use crate::record::{Basis, EventKind};
use crate::token::literal::word;
use std::ops::Range;

/// Whether a sentence tells the two as two.
pub(super) fn are_two_beside(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    if a.trigger.sentence != b.trigger.sentence {
        return false;
    }
    let (first, last) = if a.trigger.first < b.trigger.first { (a, b) } else { (b, a) };
    are_deeds_of_subjects(scene, first, last)
        || comes_after(scene, first, last)
        || are_clauses_of_two(scene, first, last)
        || is_hours_apart(scene, first, last)
        || is_before_known(scene, first, last)
        || is_share_elsewhere(scene, first, last)
        || is_reprisal(scene, first, last)
        || memory_before(scene, last).is_some() && memory_before(scene, first).is_none()
        || are_nouns_on_others(scene, first, last)
}

/// Whom or what it hit, by the nouns that are told anew.
fn struck<'m, 'l>(mention: &'m Mention<'l>) -> impl Iterator<Item = &'m Filler<'l>> {
    mention.fillers.iter().filter(|filler| matches!(filler.role, Role::Victim | Role::Target) && !filler.anaphoric)
}

/// Whether both hit somebody or something told anew, and nothing in common.
fn hit_others(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let same = |one: &Filler<'_>, other: &Filler<'_>| {
        let counted = one.count.is_some() && one.count == other.count;
        one.noun.holds(other.noun.head)
            || one.entity.is_some() && one.entity == other.entity
            || counted && scene.hash(one.noun.head) == scene.hash(other.noun.head)
    };
    struck(a).next().is_some() && struck(b).next().is_some() && !struck(a).any(|one| struck(b).any(|other| same(one, other)))
}

/// Whether two verbs tell what two did, each to others: "protesters looted shops, and a man was killed by a guard"; not "rebels attacked a base,
/// and soldiers killed three rebels", which is one fight.
fn are_deeds_of_subjects(scene: &Scene<'_>, first: &Mention<'_>, last: &Mention<'_>) -> bool {
    let verb = |mention: &Mention<'_>| {
        mention.trigger.pos == Pos::Verb && mention.trigger.kind.is_violence() && mention.trigger.kind != EventKind::ArmedClash
    };
    let stated = |mention: &Mention<'_>| {
        let mut doers = mention.role(Role::Perpetrator).peekable();
        doers.peek().is_some() && doers.all(|doer| doer.basis == Basis::Stated && !doer.anaphoric)
    };
    let known = |doer: &Filler<'_>| {
        let same = |other: &Filler<'_>| {
            other.noun == doer.noun
                || other.entity.is_some() && other.entity == doer.entity
                || scene.hash(other.noun.head) == scene.hash(doer.noun.head)
        };
        first.role(Role::Perpetrator).any(same) || is_definite(scene, doer.noun)
    };
    let single = || last.role(Role::Perpetrator).all(|doer| !doer.plural && doer.entity.is_none());
    let sides = || settle::doers(scene, first).zip(settle::doers(scene, last)).is_some_and(|(one, other)| one != other);
    verb(first)
        && verb(last)
        && stated(first)
        && stated(last)
        && !last.role(Role::Perpetrator).any(known)
        && hit_others(scene, first, last)
        && !are_foes(scene, first, last)
        && !are_foes(scene, last, first)
        && (single() || sides() || are_of_two_sides(scene, first, last))
}

/// Whether whom the one befell is of the side that did the other: the dead of a fight.
fn are_foes(scene: &Scene<'_>, deed: &Mention<'_>, other: &Mention<'_>) -> bool {
    let side = settle::doers(scene, other);
    let of_side = |victim: &Filler<'_>| {
        let nonstate = settle::is_nonstate(scene, victim) || matches!(victim.people, "rebel" | "militant" | "attacker");
        let state = settle::bears_law(victim.people) || victim.people == "military";
        side == Some(false) && nonstate
            || side == Some(true) && state
            || other.role(Role::Perpetrator).any(|doer| scene.hash(doer.noun.head) == scene.hash(victim.noun.head))
    };
    deed.role(Role::Victim).any(of_side)
}

/// Whether "hours after" or "days after" opens what befell others: "an officer shot dead a motorist, hours after police shot dead a man in Cali".
fn is_hours_apart(scene: &Scene<'_>, first: &Mention<'_>, last: &Mention<'_>) -> bool {
    let victim = |mention: &Mention<'_>| mention.role(Role::Victim).any(|victim| !victim.anaphoric);
    let finite = last.trigger.pos == Pos::Verb && last.trigger.is_outcome();
    finite
        && first.trigger.frame != "outcome-die"
        && victim(first)
        && victim(last)
        && hit_others(scene, first, last)
        && is_apart(scene, first.trigger.last..last.trigger.first)
}

/// Whether some of those hurt were so by a deed of its own, with a place or a doer: "40 people were killed in riots, six of them burned alive in a bus
/// in Godhra".
fn is_share_elsewhere(scene: &Scene<'_>, first: &Mention<'_>, last: &Mention<'_>) -> bool {
    let result = last.trigger.is_outcome() && last.trigger.pos == Pos::Verb;
    let own = || last.fillers.iter().any(|filler| matches!(filler.role, Role::Place | Role::Perpetrator));
    result && own() && pronoun::share_behind_comma(scene, first.trigger.last..last.trigger.first).is_some()
}

/// Whether the sentence opens with a known deed, before which the other had come: "before Thursday's bloodshed, ten people had died".
fn is_before_known(scene: &Scene<'_>, first: &Mention<'_>, last: &Mention<'_>) -> bool {
    let start = scene.sentence(first.trigger.sentence).start;
    let opens = scene.hash(start) == word!("before") && first.trigger.pos == Pos::Noun;
    let comma = |token: u32| scene.document.word(token as usize) == ",";
    let had = scene.chunk_at(last.trigger.head).is_some_and(|verb| verb.first < verb.head && scene.hash(verb.first) == word!("had"));
    opens && had && (first.trigger.last..last.trigger.first).next().is_some_and(comma)
}

/// Whether known deeds are only told to have come a time after another: "the killings came hours after a bomb exploded in Peshawar".
fn comes_after(scene: &Scene<'_>, first: &Mention<'_>, last: &Mention<'_>) -> bool {
    const COMES: [u64; 3] = [word!("came"), word!("come"), word!("comes")];
    let noun = scene.chunk_index(first.trigger.head).filter(|_| first.trigger.pos == Pos::Noun && first.definite);
    let verb = noun.map(|noun| scene.of_noun(noun)).filter(|noun| noun.governor_is_subject).and_then(|noun| noun.governor);
    let comes = |verb: &Chunk| COMES.contains(&scene.hash(verb.head));
    let verb = verb.and_then(|at| scene.chunks().get(at as usize).filter(|verb| comes(verb) || takes_place(scene, at as usize)));
    verb.is_some_and(|verb| verb.last <= last.trigger.first && is_apart(scene, verb.last..last.trigger.first))
}

/// Whether the second deed is a reprisal for the first: "killed the leader, setting off reprisals in which gunmen killed 25".
fn is_reprisal(scene: &Scene<'_>, first: &Mention<'_>, last: &Mention<'_>) -> bool {
    let mut between = first.trigger.last..last.trigger.first;
    between.any(|token| scene.has(WordSet::Reprisal, token) && scene.hash(token + 2) == word!("which"))
}

/// The word before a deed by which its sentence only remembers it: "as crowds *marked* a year since troops stormed the hall", "on the
/// *anniversary* of a bombing that killed 11".
pub(in crate::event) fn memory_before(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<u32> {
    /// How many tokens before a deed the word of remembrance is looked for.
    const REACH: u32 = 16;
    let start = scene.sentence(mention.trigger.sentence).start;
    let from = start.max(mention.trigger.first.saturating_sub(REACH));
    let remembers = |token: &u32| {
        scene.hits(*token, TableId::Status).any(|hit| {
            let row = scene.lexicon.row(hit.row);
            let memory =
                row.text(column::Status::Class) == "historical" && matches!(row.text(column::Status::Scope), "noun" | "object" | "clause");
            memory && hit.last <= mention.trigger.first
        })
    };
    (from..mention.trigger.first).find(remembers).filter(|_| mention.trigger.kind.is_violence())
}

/// Whether two nouns of deeds each hit a thing of its own: "the bombing of the embassy and the attack on the barracks that October".
fn are_nouns_on_others(scene: &Scene<'_>, first: &Mention<'_>, last: &Mention<'_>) -> bool {
    let start = scene.chunk_at(last.trigger.head).map_or(last.trigger.first, |chunk| chunk.first);
    let joined = start.checked_sub(1).is_some_and(|and| scene.hash(and) == word!("and") && and >= first.trigger.last);
    let noun = |mention: &Mention<'_>| mention.trigger.pos == Pos::Noun && !mention.trigger.dependent && mention.trigger.kind.is_violence();
    noun(first) && noun(last) && last.definite && joined && hit_others(scene, first, last)
}

/// Whether it is the noun for a worst deed of long ago, told to compare: "until then the deadliest campus shooting was in 1966".
pub(in crate::event) fn is_record_of_old(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let Some(at) = scene.chunk_index(mention.trigger.head).filter(|_| mention.trigger.pos == Pos::Noun) else { return false };
    let worst = || scene.chunks().get(at).is_some_and(|group| (group.first..group.head).any(|token| scene.has(WordSet::Worst, token)));
    let around = scene.of_noun(at);
    let is = |verb: u32| scene.chunks().get(verb as usize).is_some_and(|verb| scene.hash(verb.head) == word!("was"));
    let old = || {
        let mut times = toll::times(scene, &scene.sentence(mention.trigger.sentence));
        times.any(|time| time.first > mention.trigger.first && time.range.is_some_and(|(_, latest)| is_old(scene, latest)))
    };
    worst() && around.governor_is_subject && around.governor.is_some_and(is) && old()
}

/// Takes out nouns that only say how bad the deed before them was among its like, in a word of another kind: "two missiles hit Sumy, killing 34
/// people, in the deadliest strike on Ukraine this year".
pub(in crate::event) fn drop_worst(scene: &Scene<'_>, mentions: &mut Vec<Mention<'_>>) {
    const NEAR: usize = 8;
    let only_compares = |at: usize| {
        let noun = &mentions[at].trigger;
        let told = |deed: &Mention<'_>| {
            let deed = &deed.trigger;
            deed.sentence == noun.sentence
                && deed.pos == Pos::Verb
                && !deed.is_outcome()
                && deed.kind.is_violence()
                && deed.kind != noun.kind
        };
        is_worst_of_such(scene, &mentions[at]) && mentions[at.saturating_sub(NEAR)..at].iter().any(told)
    };
    let compared: Vec<Range<u32>> = (0..mentions.len())
        .filter(|&at| only_compares(at))
        .filter_map(|at| mentions.get(at))
        .map(|noun| noun.trigger.first..noun.trigger.last)
        .collect();
    if compared.is_empty() {
        return;
    }
    let is_compared = |token: u32| compared.iter().any(|noun| noun.contains(&token));
    mentions.retain(|mention| !is_compared(mention.trigger.head));
    mentions.iter_mut().for_each(|mention| mention.cause = mention.cause.filter(|&cause| !is_compared(cause)));
}

/// Whether the noun stands behind its clause as the worst of its like: "..., in the deadliest strike this year".
fn is_worst_of_such(scene: &Scene<'_>, noun: &Mention<'_>) -> bool {
    let group = scene.chunk_at(noun.trigger.head).filter(|_| noun.trigger.pos == Pos::Noun && noun.trigger.kind.is_violence());
    group.is_some_and(|group| {
        let within = group.first.checked_sub(1).is_some_and(|before| scene.hash(before) == word!("in"));
        let comma = group.first.checked_sub(2).is_some_and(|mark| scene.document.word(mark as usize) == ",");
        within && comma && (group.first..group.head).any(|token| scene.has(WordSet::Worst, token))
    })
}
