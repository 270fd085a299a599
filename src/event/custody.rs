//! Custody: whom the state holds, and whom captors do.

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::member;
use super::party::MOVERS;
use super::pronoun;
use super::scene::{Noun, Scene};
use super::settle::{bears_law, side};
use super::trigger::{Pos, kind_of};
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{Basis, EventKind, Side};
use crate::token::fold;

/// Whom the state captures is under arrest, and so is a fighter or criminal captured by nobody named.
pub(super) fn arrest(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let state = |filler: &Filler<'_>| is_of_state(scene, filler);
    let outlaw = |filler: &Filler<'_>| {
        is_outlaw(filler.people)
            || are_some_of_outlaws(scene, filler.noun)
            || is_of_outlaws(scene, filler.noun)
            || is_accused(scene, filler.noun, mention.trigger.first)
    };
    let unnamed = !mention.role(Role::Perpetrator).any(|filler| filler.basis != Basis::Suspected);
    let held = |filler: &Filler<'_>| outlaw(filler) || is_shown_by_state(scene, filler.noun);
    let fits = if unnamed { mention.role(Role::Victim).any(held) } else { mention.role(Role::Perpetrator).all(state) };
    if fits {
        mention.trigger.kind = EventKind::Arrest;
        mention.trigger.method = None;
        mention.rules.push("kind:arrest");
    }
}

/// Whether the state does something with them in the main clause: "police presented to the press a man captured in Puno".
fn is_shown_by_state(scene: &Scene<'_>, noun: Noun) -> bool {
    let around = scene.chunk_index(noun.head).map(|chunk| scene.of_noun(chunk));
    let verb = around.filter(|around| !around.governor_is_subject).and_then(|around| around.governor);
    let subject = verb.and_then(|verb| scene.of_verb(verb as usize).subject.first().copied());
    let doer = subject.and_then(|doer| scene.chunks().get(doer as usize)).map(|doer| scene.facts(scene.noun(doer)));
    doer.is_some_and(|doer| bears_law(doer.people) || doer.people == "military" || doer.side == Some(Side::State))
}

/// Whether police, soldiers or another body of a state are meant.
fn is_of_state(scene: &Scene<'_>, filler: &Filler<'_>) -> bool {
    bears_law(filler.people) || filler.people == "military" || side(scene, filler) == Some(Side::State)
}

/// Whether the class of people is one that the state hunts: "rebels", "gunmen", "smugglers".
pub(super) fn is_outlaw(people: &str) -> bool {
    matches!(people, "rebel" | "militant" | "attacker" | "criminal")
}

/// Whether a bare number counts more of outlaws told before it: "two of the gunmen were killed and *three* were captured".
fn are_some_of_outlaws(scene: &Scene<'_>, number: Noun) -> bool {
    pronoun::counted_before(scene, number).is_some_and(|several| is_outlaw(scene.facts(several).people))
}

/// Whether a participle behind the noun says that somebody is accused or sought: "Luis Vega, accused of belonging to the cartel, was captured".
fn is_accused(scene: &Scene<'_>, noun: Noun, verb: u32) -> bool {
    const REACH: u32 = 24;
    let told = noun.last..verb.min(noun.last + REACH);
    told.into_iter().any(|token| {
        scene.has(WordSet::Accused, token)
            && scene.chunk_at(token).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Participle)
    })
}

/// Whether those beside the noun or behind its "of" are outlaws: "X, a leader of the rebels", "the head of the gang".
fn is_of_outlaws(scene: &Scene<'_>, noun: Noun) -> bool {
    let outlaws = |chunk: u32| {
        let noun = scene.chunks().get(chunk as usize).map(|chunk| scene.noun(chunk));
        noun.is_some_and(|noun| {
            let facts = scene.facts(noun);
            let armed = facts.class.meets(Class::GROUP) && facts.class.meets(Class::ARMED) && facts.known;
            is_outlaw(facts.people) || matches!(facts.people, "group" | "suspect") || (armed && facts.side != Some(Side::State))
        })
    };
    let of = |chunk: usize| {
        let complements = &scene.of_noun(chunk).complements;
        let inner = complements
            .iter()
            .filter(|complement| complement.word == const { fold::hash("of") })
            .filter_map(|of| of.nouns.first().copied());
        inner.take(1).any(outlaws)
    };
    let Some(chunk) = scene.chunk_index(noun.head) else { return false };
    let beside = scene.clauses().apposition_of(chunk);
    let called = || called(scene, noun).and_then(|group| scene.chunk_index(group.head));
    // "Five FARC members were captured".
    let member = || member::group_before(scene, noun).is_some_and(|group| scene.facts(group).side == Some(Side::Nonstate));
    of(chunk)
        || member()
        || beside.is_some_and(|beside| outlaws(beside) || of(beside as usize))
        || called().is_some_and(|group| outlaws(group as u32))
}

/// The group that a name is given to: "the suspects" of "the suspects, identified as X and Y".
pub(super) fn called(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    const AS: u64 = fold::hash("as");
    let chunk = scene.chunk_index(noun.head)?;
    let before = chunk.checked_sub(1).and_then(|before| scene.chunks().get(before)).filter(|before| scene.hash(before.first) == AS);
    let verb = before.and_then(|_| chunk.checked_sub(2))?;
    let group = scene.of_verb(verb).subject.first().copied()?;
    scene.chunks().get(group as usize).map(|group| scene.noun(group))
}

/// Whether nobody of the state is said to hold them, and captors have been told right before: "80 of the abducted girls are still being held",
/// "pirates hijack a tanker, 25 crew held", "was kidnapped by the ELN. The group still holds him".
pub(super) fn are_captives(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const BEFORE: usize = 2;
    let trigger = &mention.trigger;
    let row = scene.lexicon.row(trigger.row);
    let state = |filler: &Filler<'_>| is_of_state(scene, filler) || !filler.class.meets(Class::GROUP);
    let held = row.text(column::Trigger::Term) == "hold" && !mention.role(Role::Perpetrator).any(state);
    let suspect = mention.role(Role::Victim).any(|filler| is_outlaw(filler.people) || filler.people == "suspect");
    let at_work = mention.role(Role::Victim).any(|filler| MOVERS.contains(&filler.people) || filler.people == "group");
    let plain = |hit: &Hit| {
        let row = scene.lexicon.row(hit.row);
        let strong = row.text(column::Trigger::Strength) == "strong" && row.is_empty(column::Trigger::Needs);
        match kind_of(hit) {
            Some(EventKind::Kidnapping) => strong || row.text(column::Trigger::Frame) == "agent-noun",
            Some(EventKind::Hijacking) => strong || at_work,
            _ => false,
        }
    };
    // "Gunmen storm an oil rig, six workers held".
    let outlaws = |token: u32| {
        let armed = |hit: &Hit| is_outlaw(scene.lexicon.row(hit.row).value(column::PersonNoun::Class));
        at_work && scene.hits(token, TableId::PersonNoun).any(armed)
    };
    let captors = |token: u32| scene.hits(token, TableId::Trigger).any(plain) || outlaws(token);
    let from = scene.sentence(trigger.sentence.saturating_sub(BEFORE)).start;
    held && mention.role(Role::Victim).next().is_some() && !suspect && (from..trigger.first).any(captors)
}

/// Gives arrests that a raid brought the doers of the raid: "a Greek, Turkish and Iraqi *operation* captured ten men".
pub(super) fn name_raiders(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    const NEAR: usize = 4;
    for index in 1..mentions.len() {
        let (before, rest) = mentions.split_at_mut(index);
        let Some(own) = rest.first_mut() else { continue };
        let taken = own.trigger.kind == EventKind::Arrest && own.trigger.pos == Pos::Verb;
        if !taken || own.role(Role::Perpetrator).next().is_some() {
            continue;
        }
        let verb = scene.chunk_index(own.trigger.head);
        let subject = verb.and_then(|verb| scene.of_verb(verb).subject.first().and_then(|&noun| scene.chunks().get(noun as usize)));
        let Some(subject) = subject else { continue };
        let raids = |other: &&Mention<'_>| other.trigger.kind == EventKind::Raid && other.trigger.head == subject.head;
        if let Some(raid) = before[index.saturating_sub(NEAR)..].iter().find(raids) {
            own.fillers.extend(raid.role(Role::Perpetrator).copied());
        }
    }
}
