//! What "which" and "that" stand for where they have a result: "attacks on a union and a school, which killed nine".

use crate::event::args::Slot;
use crate::event::cause::attack_on;
use crate::event::class::Class;
use crate::event::scene::{Noun, Scene};
use crate::event::trigger::Trigger;
use crate::phrase::ChunkKind;
use crate::record::EventKind;
use crate::token::fold;

/// Farthest that the deed stands before the thing that it hit, in chunks.
const REACH: usize = 8;

/// The deed or the weapon before the thing that it hit, where "which" or "that" follows that and can only mean the deed.
pub(super) fn deed(scene: &Scene<'_>, trigger: &Trigger<'_>, slot: Slot, noun: Noun) -> Option<Noun> {
    const WHICH: [u64; 2] = [fold::hash("which"), fold::hash("that")];
    let acts = Class::PEOPLE.with(Class::ARMED).with(Class::EVENT).with(Class::WEAPON);
    // "The ambush near Tessit, which officials attributed to rebels".
    let blamed = slot == Slot::OBJECT && trigger.kind == EventKind::Accusation && noun.head < trigger.first;
    let result = slot == Slot::SUBJECT && trigger.is_outcome();
    // "An attack on a march that killed nine people".
    if result && let Some(attack) = attack_on(scene, noun.head).filter(|_| noun.head < trigger.first) {
        return Some(scene.noun(attack));
    }
    if !(result || blamed) || scene.facts(noun).class.meets(acts) {
        return None;
    }
    let verb = scene.chunk_index(trigger.head)?;
    // "Which killed nine people and injured 36".
    let mut openers = scene.chunks().get(verb.saturating_sub(REACH)..verb)?.iter().rev();
    let which = openers.find(|chunk| chunk.kind == ChunkKind::Subordinator).filter(|which| WHICH.contains(&scene.hash(which.first)))?;
    let hit = scene.chunk_index(noun.head).filter(|_| noun.head < which.first)?;
    let before = scene.chunks().get(hit.saturating_sub(REACH)..hit)?.iter().rev();
    let joined = before.take_while(|chunk| {
        matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Conjunction)
            || scene.document.word(chunk.first as usize) == ","
    });
    let mut nouns = joined.filter(|chunk| chunk.kind == ChunkKind::Noun).map(|chunk| scene.noun(chunk));
    let deed = nouns.find(|&noun| scene.facts(noun).class.meets(Class::EVENT.with(Class::WEAPON)))?;
    Some(attack_on(scene, deed.head).map_or(deed, |attack| scene.noun(attack)))
}
