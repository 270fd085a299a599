//! What was done where people came to harm, by a clause that "where" opens.

use super::class::Class;
use super::scene::Scene;
use super::trigger::{Trigger, kind_of};
use crate::lexicon::{Hit, TableId, WordSet};
use crate::phrase::{Chunk, ChunkKind, Voice};
use crate::record::EventKind;
use crate::token::fold;

/// The deed that was done where people were killed: "two vans were bombed in Kabul, where seven civilians were killed"; not "where 60 people were
/// killed in 2016", nor "where rebels have killed ten".
pub(super) fn deed(scene: &Scene<'_>, trigger: &Trigger<'_>, verb: usize, place: usize) -> Option<u32> {
    const REACH: usize = 12;
    const BEHIND: usize = 4;
    const BE: [u64; 2] = [fold::hash("was"), fold::hash("were")];
    let chunks = scene.chunks();
    let own = chunks.get(verb)?;
    let suffered = own.voice == Voice::Passive && BE.contains(&scene.hash(own.first));
    // "The deadliest shooting was in 1966 at a college, where Whitman killed 16": who did that one.
    let did = own.voice == Voice::Active && own.first == own.head;
    let by = scene.of_verb(verb).complements.iter().any(|complement| complement.word == const { fold::hash("by") });
    let behind = chunks.get(verb + 1..)?.iter().take(BEHIND).take_while(|chunk| chunk.kind != ChunkKind::Verb);
    if by || behind.into_iter().any(|chunk| chunk.kind == ChunkKind::Time) || own.negated {
        return None;
    }
    let start = scene.sentence(trigger.sentence).start;
    let told = |chunk: &&Chunk| {
        let violent = |hit: &Hit| hit.last == chunk.head + 1 && kind_of(hit).is_some_and(EventKind::is_violence);
        let doer = chunk.kind == ChunkKind::Noun && scene.facts(scene.noun(chunk)).class.meets(Class::PEOPLE);
        matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Verb) && !doer && scene.hits(chunk.head, TableId::Trigger).any(violent)
    };
    let left = chunks.get(place.saturating_sub(REACH)..place)?.iter().rev();
    let worst = |deed: &&Chunk| (deed.first..deed.head).any(|token| scene.has(WordSet::Worst, token));
    let deed = left.take_while(|chunk| chunk.first >= start).find(told)?;
    (suffered || did && worst(&deed)).then_some(deed.head)
}
