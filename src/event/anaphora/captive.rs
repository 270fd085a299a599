//! Captives: those who were taken, for whom a pronoun stands that is freed or found dead next.

use super::antecedent::{HE, SHE, fits};
use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::{Noun, Scene};
use crate::phrase::ChunkKind;
use crate::record::EventKind;
use crate::token::fold;

/// How many sentences back they may have been taken, and how many tellings are looked at.
const SENTENCES: usize = 3;
const TELLINGS: usize = 8;

const THEY: [u64; 2] = [fold::hash("they"), fold::hash("them")];

/// Those whom the pronoun stands for: "gunmen abducted three nurses. They were released on Monday" frees no gunmen.
pub(super) fn taken(scene: &Scene<'_>, earlier: &[Mention<'_>], mention: &Mention<'_>, filler: &Filler<'_>) -> Option<Noun> {
    let word = scene.hash(filler.noun.head);
    let pronoun = THEY.contains(&word) || HE.contains(&word) || SHE.contains(&word);
    let fate = mention.trigger.kind == EventKind::Release || mention.trigger.frame == "find-dead";
    if !pronoun || !fate || filler.role != Role::Victim {
        return None;
    }
    let facts = scene.facts(filler.noun);
    let takes = |other: &&Mention<'_>| {
        matches!(other.trigger.kind, EventKind::Kidnapping | EventKind::Arrest)
            && other.trigger.sentence + SENTENCES >= mention.trigger.sentence
    };
    let suits = |noun: &Noun| fits(&facts, &scene.facts(*noun));
    let held =
        |other: &Mention<'_>| other.role(Role::Victim).map(|victim| victim.noun).find(suits).or_else(|| named(scene, other).filter(suits));
    earlier.iter().rev().take(TELLINGS).filter(takes).find_map(held)
}

/// Those whom the word for the deed names itself: "took 20 *hostages*".
fn named(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<Noun> {
    let chunk = scene.chunk_at(mention.trigger.last.checked_sub(1)?).filter(|chunk| chunk.kind == ChunkKind::Noun)?;
    (chunk.head + 1 == mention.trigger.last).then(|| scene.noun(chunk))
}
