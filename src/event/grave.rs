//! Graves: how many lie in a mass grave, and those who bury their dead.

use super::class::Class;
use super::draft::{Standing, Tally};
use super::scene::{Noun, Scene};
use super::trigger::Trigger;
use crate::lexicon::WordSet;
use crate::phrase::{Chunk, ChunkKind, Voice};
use crate::token::literal::word;

/// Whether the trigger is a grave, whose number is none of people: "two mass graves".
pub(super) fn is_grave(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    [word!("grave"), word!("graves")].contains(&scene.hash(trigger.last.saturating_sub(1)))
}

/// How many are told to lie in the grave: those in the phrase behind it, or those found or buried there: "a mass grave with 30 bodies", "found 38
/// bodies in a mass grave", "30 people were buried in a mass grave".
pub(super) fn lying_in(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Tally> {
    const REACH: usize = 12;
    let at = scene.chunk_index(trigger.head)?;
    let start = scene.sentence(trigger.sentence).start;
    let joined = scene.chunks().get(at + 1).is_some_and(|next| matches!(next.kind, ChunkKind::Preposition | ChunkKind::Verb));
    let behind = Some(at + 2).filter(|_| joined).and_then(|noun| tally(scene, noun));
    behind.or_else(|| {
        let left =
            (at.saturating_sub(REACH)..at).rev().map_while(|at| Some((at, scene.chunks().get(at).filter(|chunk| chunk.first >= start)?)));
        let (verb, chunk) = left.into_iter().find(|(_, chunk)| chunk.kind == ChunkKind::Verb)?;
        let around = scene.of_verb(verb);
        let lying = if chunk.voice == Voice::Passive { &around.subject } else { &around.object };
        lying.first().and_then(|&lying| tally(scene, lying as usize))
    })
}

/// The number of the people or bodies that the group at `at` counts: "38 bodies", "the remains of 40 people".
fn tally(scene: &Scene<'_>, at: usize) -> Option<Tally> {
    let noun = |at: usize| scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Noun).map(|chunk| scene.noun(chunk));
    let counted = |noun: Noun| Some((scene.count_in(noun.first, noun.last)?.range, noun));
    let own = noun(at)?;
    let bodies = scene.has(WordSet::Corpse, own.head) || scene.hash(own.head) == word!("remains");
    let of = scene.chunks().get(at + 1).is_some_and(|of| scene.hash(of.first) == word!("of"));
    let people = |noun: &Noun| scene.is(*noun, Class::PEOPLE.with(Class::NUMBER));
    let found = counted(own).filter(|_| bodies || people(&own));
    let (range, noun) = found.or_else(|| noun(at + 2).filter(|whose| bodies && of && people(whose)).and_then(counted))?;
    Some(Tally { range, first: noun.first, last: noun.last, standing: Standing::Told })
}

/// Whether "the dead" are only buried or mourned, whoever they were: "the villagers buried their dead on Monday".
pub(super) fn is_of_burial(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const RITES: [u64; 12] = [
        word!("bury"),
        word!("buries"),
        word!("buried"),
        word!("burying"),
        word!("mourn"),
        word!("mourns"),
        word!("mourned"),
        word!("mourning"),
        word!("commemorate"),
        word!("commemorated"),
        word!("honour"),
        word!("honoured"),
    ];
    let dead = trigger.frame == "outcome-die" && scene.hash(trigger.head) == word!("dead");
    let Some(at) = scene.chunk_index(trigger.head).filter(|_| dead) else { return false };
    let whole = scene
        .chunks()
        .get(at)
        .is_some_and(|chunk: &Chunk| chunk.kind == ChunkKind::Noun && scene.count_in(chunk.first, chunk.last).is_none());
    let around = scene.of_noun(at);
    let verb = around.governor.filter(|_| whole && !around.governor_is_subject).and_then(|verb| scene.chunks().get(verb as usize));
    verb.is_some_and(|verb| RITES.contains(&scene.hash(verb.head)))
}
