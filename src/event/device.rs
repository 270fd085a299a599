//! Devices: words that stand for a bomb only where something explodes: "a device went off", "planted two devices".

use super::class::Class;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger};
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::phrase::{Chunk, ChunkKind};
use crate::record::EventKind;
use crate::token::literal::word;

/// Whether `noun` is a device that explodes, or is meant to.
pub(super) fn is_device(scene: &Scene<'_>, trigger: &Trigger<'_>, noun: Noun) -> bool {
    trigger.kind == EventKind::Bombing
        && matches!(trigger.frame, "explosion" | "detonate" | "plant-weapon")
        && scene.has(WordSet::Device, noun.head)
        && !scene.is(noun, Class::WEAPON)
}

/// Whether a charge is no charge in court but one of explosives, by what it does or where it lies: "the charge destroyed the front of the bank",
/// "a charge placed under a bridge"; not "the charges destroyed his career", "charges brought against him".
pub(super) fn is_charge(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let charge = trigger.kind == EventKind::Trial && trigger.pos == Pos::Noun;
    let Some(at) = scene.chunk_index(trigger.head).filter(|_| charge) else { return false };
    let chunks = scene.chunks();
    if !chunks.get(at).is_some_and(|chunk| scene.is(scene.noun(chunk), Class::WEAPON)) {
        return false;
    }
    let around = scene.of_noun(at);
    let does = around.governor.filter(|_| around.governor_is_subject).map(|verb| verb as usize);
    // "The charge, placed under a bridge".
    let lies = (at + 1..chunks.len()).take(2).find(|&next| chunks[next].kind != ChunkKind::Mark);
    does.into_iter().chain(lies).any(|verb| acts_on_thing(scene, verb))
}

/// Whether a verb of destroying or planting is told of a thing or place that the tables know.
fn acts_on_thing(scene: &Scene<'_>, verb: usize) -> bool {
    const FRAMES: [&str; 3] = ["attack-thing", "blow-up", "plant-weapon"];
    let frame = |hit: &Hit| FRAMES.contains(&scene.lexicon.row(hit.row).text(column::Trigger::Frame));
    let acts = |chunk: &Chunk| chunk.kind == ChunkKind::Verb && scene.hits(chunk.head, TableId::Trigger).any(frame);
    if !scene.chunks().get(verb).is_some_and(acts) {
        return false;
    }
    let thing = |&noun: &u32| {
        let noun = scene.chunks().get(noun as usize).map(|chunk| scene.noun(chunk));
        noun.is_some_and(|noun| scene.facts(noun).known && scene.is(noun, Class::THING.with(Class::PLACE)))
    };
    let arguments = scene.of_verb(verb);
    let beside = arguments.complements.iter().filter(|complement| complement.word != word!("against"));
    arguments.object.iter().any(thing) || beside.flat_map(|complement| complement.nouns.iter()).any(thing)
}
