//! Triggers that tell no event: general truths, questions, what befell nobody.

use super::args;
use super::index;
use super::scene::Scene;
use super::trigger::{self, Pos, Trigger};
use crate::lexicon::{Hit, TableId, Tag};
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::record::{EventKind, Status};
use crate::token::fold;

/// Whether violence is told in the present of whoever does it: "those who kill civilians", "they kill our children"; or as what people do, in a sentence
/// without a day, a place or a number: "the police kidnap, torture and murder members of the party", "fighters abduct girls and force them to marry".
pub(super) fn is_general_truth(scene: &Scene<'_>, trigger: &Trigger<'_>, status: Status) -> bool {
    const WHOEVER: [u64; 6] = [
        fold::hash("those"),
        fold::hash("anyone"),
        fold::hash("anybody"),
        fold::hash("whoever"),
        fold::hash("everyone"),
        fold::hash("people"),
    ];
    const THEY: [u64; 4] = [fold::hash("they"), fold::hash("you"), fold::hash("we"), fold::hash("i")];
    let tag = scene.reading.phrases.tags.get(trigger.head as usize).copied().flatten();
    let present = trigger.pos == Pos::Verb && matches!(tag, Some(Tag::VerbBase | Tag::VerbS)) && trigger.kind.is_violence();
    let Some(verb) = scene.chunk_index(trigger.head).filter(|_| present) else { return false };
    let plain = |chunk: &Chunk| chunk.form == VerbForm::Finite && chunk.modal.is_none() && chunk.first == trigger.head;
    if !scene.chunks().get(verb).is_some_and(plain) {
        return false;
    }
    let subject = scene.of_verb(verb).subject;
    let head = |&noun: &u32| scene.chunks().get(noun as usize).map_or(0, |noun| scene.hash(noun.head));
    subject.first().map(head).is_some_and(|head| WHOEVER.contains(&head) || trigger.is_outcome() && THEY.contains(&head))
        || tag == Some(Tag::VerbBase) && status == Status::Occurred && is_custom(scene, trigger)
}

/// Whether what the verb tells befell nobody: "nobody was hurt".
pub(super) fn befell_nobody(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some(verb) = scene.chunk_index(trigger.head).filter(|_| trigger.pos != Pos::Noun) else { return false };
    let around = scene.of_verb(verb);
    let passive = scene.chunks().get(verb).is_some_and(|verb| verb.voice == Voice::Passive);
    let whom = if passive { &around.subject } else { &around.object };
    // "Nobody was killed when the drone hit a barn": the clause tells what did not kill.
    let when = scene.chunks().get(verb + 1).is_some_and(|next| next.kind == ChunkKind::Subordinator);
    !when && !whom.is_empty() && whom.iter().all(|&who| scene.chunks().get(who as usize).is_some_and(|who| scene.is_nobody(who)))
}

/// Whether the word only says what the deed behind its "of" was aimed at: "was the target of a bomb attack".
pub(super) fn is_aim(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const BEHIND: usize = 2;
    let deed = scene.chunk_index(trigger.head).filter(|_| trigger.frame == "receive-attack" && trigger.pos == Pos::Noun);
    let deed = deed.map(|target| target + BEHIND).filter(|&deed| args::target_before(scene, deed).is_some());
    let violent = |hit: &Hit| trigger::kind_of(hit).is_some_and(EventKind::is_violence);
    deed.and_then(|deed| scene.chunks().get(deed)).is_some_and(|deed| scene.hits(deed.head, TableId::Trigger).any(violent))
}

/// Whether a search found nothing: "no weapons or explosives were found".
pub(super) fn found_nothing(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some(verb) = scene.chunk_index(trigger.head).filter(|_| trigger.kind == EventKind::Raid && trigger.pos == Pos::Verb) else {
        return false;
    };
    let around = scene.of_verb(verb);
    let passive = scene.chunks().get(verb).is_some_and(|verb| verb.voice == Voice::Passive);
    let what = if passive { &around.subject } else { &around.object };
    what.first().and_then(|&noun| scene.chunks().get(noun as usize)).is_some_and(|noun| scene.is_nobody(noun))
}

/// Whether the verb only asks for somebody: "it was not clear who was behind the blast".
pub(super) fn asks_who(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const WHO: [u64; 3] = [fold::hash("who"), fold::hash("which"), fold::hash("what")];
    let Some(at) = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Verb) else { return false };
    let back = |steps: usize| at.checked_sub(steps).and_then(|at| scene.chunks().get(at));
    let asks = back(1).is_some_and(|chunk| WHO.contains(&scene.hash(chunk.first)));
    asks && !back(2).is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Mark))
}

/// Whether the sentence is whole, but tells neither day nor place nor number.
fn is_custom(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let range = scene.sentence(trigger.sentence);
    let whole = range.end.checked_sub(1).is_some_and(|stop| scene.document.word(stop as usize) == ".");
    let timed = scene.reading.times.iter().any(|time| range.contains(&time.first));
    let placed = || !index::inside(&scene.index.places, range.clone()).is_empty();
    let object = || scene.chunk_index(trigger.head).map(|verb| scene.of_verb(verb).object);
    // "Rebels seize a town."
    let many =
        || object().is_some_and(|object| object.iter().all(|&whom| scene.chunks().get(whom as usize).is_some_and(|whom| whom.plural)));
    whole && !timed && !placed() && scene.count_in(range.start, range.end).is_none() && many()
}

/// Whether an act of disobedience is only what somebody was hurt or taken for: "was hacked to death for defying a curfew".
pub(super) fn is_ground_of_violence(scene: &Scene<'_>, act: &Trigger<'_>) -> bool {
    const REACH: usize = 8;
    let Some(verb) = scene.chunk_index(act.head).filter(|_| act.kind == EventKind::Statement && act.pos == Pos::Verb) else {
        return false;
    };
    let chunks = scene.chunks().get(verb.saturating_sub(REACH)..verb).unwrap_or(&[]);
    let reason = chunks.last().is_some_and(|before| scene.hash(before.first) == const { fold::hash("for") });
    let above = chunks.iter().rev().find(|chunk| chunk.kind == ChunkKind::Verb).filter(|_| reason);
    above.is_some_and(|above| scene.hits(above.head, TableId::Trigger).any(|hit| trigger::kind_of(hit).is_some_and(EventKind::is_violence)))
}
