//! The deed by which, or in which, somebody was killed or hurt.

use super::class::Class;
use super::scene::Scene;
use super::there;
use super::trigger::{self, Pos, Trigger};
use crate::lexicon::{Hit, TableId, WordSet};
use crate::phrase::{Chunk, ChunkKind, VerbForm};
use crate::record::EventKind;
use crate::token::fold;

/// The deed by which somebody was killed or hurt: "killed the general by detonating a bomb".
pub(super) fn deed_behind_by(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<u32> {
    const BY: u64 = fold::hash("by");
    let verb = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Verb && trigger.is_outcome())?;
    let around = scene.of_verb(verb);
    let deed = around.complements.iter().filter(|complement| complement.word == BY).find_map(|complement| complement.verb)?;
    scene.chunks().get(deed as usize).map(|deed| deed.head)
}

/// The deed in which somebody was killed or hurt: "a 2022 bombing at a mosque in which 63 worshippers died".
pub(super) fn deed_before_which(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<u32> {
    const IN: [u64; 2] = [fold::hash("in"), fold::hash("during")];
    const WHICH: u64 = fold::hash("which");
    const WHERE: u64 = fold::hash("where");
    const REACH: usize = 10;
    let told = scene.is_in(trigger.head, ChunkKind::Verb) && trigger.pos != Pos::Noun && trigger.is_outcome();
    let verb = scene.chunk_index(trigger.head).filter(|_| told)?;
    let chunk = |at: usize| scene.chunks().get(at);
    let is_verb = |at: &usize| chunk(*at).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite);
    // "In which three people were killed and 10 wounded".
    let joined = |at: usize| (at + 1..verb).any(|next| chunk(next).is_some_and(|next| next.kind == ChunkKind::Conjunction));
    let mut left = (verb.saturating_sub(REACH)..verb).rev().take_while(|at| !is_verb(at) || joined(*at));
    let opens = |at: usize, word: u64| chunk(at).is_some_and(|chunk| scene.hash(chunk.first) == word);
    if let Some(place) = left.clone().find(|&at| opens(at, WHERE)) {
        return there::deed(scene, trigger, verb, place);
    }
    let which = left.find(|&at| opens(at, WHICH))?;
    let before = which.checked_sub(1).filter(|&at| chunk(at).is_some_and(|chunk| IN.contains(&scene.hash(chunk.first))))?;
    // "The rally during which the senator was killed" is not what killed him.
    let many = scene.of_verb(verb).subject.first().and_then(|&whom| chunk(whom as usize)).is_some_and(|whom| whom.plural);
    let deed = |chunk: &&Chunk| {
        let kills = |kind: EventKind| {
            kind.is_violence() || matches!(kind, EventKind::Accident | EventKind::Disaster) || many && kind == EventKind::Protest
        };
        let told = |hit: &Hit| hit.last == chunk.head + 1 && trigger::kind_of(hit).is_some_and(kills);
        let doer = scene.facts(scene.noun(chunk)).class.meets(Class::PEOPLE.with(Class::VEHICLE));
        chunk.kind == ChunkKind::Noun && !doer && scene.hits(chunk.head, TableId::Trigger).any(told)
    };
    let start = scene.sentence(trigger.sentence).start;
    let left = scene.chunks().get(before.saturating_sub(REACH)..before)?.iter().rev();
    let left = left.take_while(|chunk| chunk.first >= start && !(chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite));
    // "A raid that set off reprisals in which gunmen killed 25".
    let left = left.take_while(|chunk| !scene.has(WordSet::Reprisal, chunk.head));
    let deed = left.filter(|chunk| chunk.kind == ChunkKind::Noun).find(deed)?;
    Some(attack_on(scene, deed.head).unwrap_or(deed).head)
}

/// The attack whose aim a crowd's gathering is: "a bomb *attack* on a march", "police *fired* on a rally".
pub(super) fn attack_on<'s>(scene: &Scene<'s>, gathering: u32) -> Option<&'s Chunk> {
    const ON: [u64; 3] = [fold::hash("on"), fold::hash("at"), fold::hash("against")];
    let crowd = |hit: &Hit| trigger::kind_of(hit) == Some(EventKind::Protest);
    let at = scene.chunk_index(gathering).filter(|_| scene.hits(gathering, TableId::Trigger).any(crowd))?;
    let chunk = |steps: usize| scene.chunks().get(at.checked_sub(steps)?);
    let on = chunk(1).is_some_and(|on| on.kind == ChunkKind::Preposition && ON.contains(&scene.hash(on.first)));
    let violent = |hit: &Hit| trigger::kind_of(hit).is_some_and(|kind| kind.is_violence() || kind == EventKind::Crackdown);
    let attack = chunk(1 + usize::from(on))?;
    let deed = attack.kind == ChunkKind::Verb || on && attack.kind == ChunkKind::Noun;
    (deed && scene.hits(attack.head, TableId::Trigger).any(violent)).then_some(attack)
}
