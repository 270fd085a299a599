//! Duds: bombs that were put somewhere and did not go off: "was placed at a court, but it was deactivated", "threw a grenade that did not explode".

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::index::within;
use super::scene::{Noun, Scene};
use crate::lexicon::{Hit, column};
use crate::phrase::{Chunk, ChunkKind, Voice};
use crate::record::{EventKind, Status};
use crate::token::literal::words;

/// How far into the next sentence the verb that tells of the bomb may stand, in tokens.
const NEXT: u32 = 8;
/// How many mentions behind one are looked at for the defusal of its bomb.
const NEAR: usize = 6;

/// Gives each telling of a bomb that was laid or thrown the status of what became of it, told behind it of the same bomb; its defusal is no
/// event of its own then.
pub(super) fn settle<'l>(scene: &Scene<'l>, mentions: &mut [Mention<'l>]) {
    for index in 0..mentions.len() {
        let Some((bomb, cue, status)) = mentions.get(index).and_then(|mention| fate(scene, mention)) else { continue };
        let Some(mention) = mentions.get_mut(index) else { return };
        mention.status = status;
        // "Was placed at a court but was deactivated by police": not by those who placed it.
        mention.fillers.retain(|filler| filler.role != Role::Perpetrator || filler.noun.first < cue);
        mention.rules.push("status:dud");
        let behind = mentions.get_mut(index + 1..).unwrap_or(&mut []).iter_mut().take(NEAR);
        for stop in behind.filter(|stop| stop.trigger.head == cue && stop.trigger.method == Some("defusal")) {
            (stop.trigger.kind, stop.trigger.method, stop.status) = (EventKind::Bombing, None, status);
            stop.fillers.retain(|filler| filler.role == Role::Place);
            stop.fillers.push(bomb);
            stop.rules.push("kind:dud");
        }
    }
}

/// The bomb that a telling has laid or thrown, the head of the verb that tells what became of it, and the status that this gives.
fn fate<'l>(scene: &Scene<'l>, mention: &Mention<'l>) -> Option<(Filler<'l>, u32, Status)> {
    let laid = mention.trigger.kind == EventKind::Bombing && mention.status == Status::Occurred;
    let bomb = *mention.role(Role::Instrument).next().filter(|_| laid && !matches!(mention.trigger.frame, "explosion" | "detonate"))?;
    let sentence = scene.sentence(mention.trigger.sentence);
    let next = mention.trigger.sentence + 1;
    let behind = if next < scene.document.sentences.len() { scene.sentence(next).start + NEXT } else { sentence.end };
    within(&scene.index.statuses, mention.trigger.last..behind).iter().find_map(|cue| {
        let row = scene.lexicon.row(cue.row);
        let undone = matches!(row.text(column::Status::Class), "foiled" | "failed-attempt");
        let told = undone && is_told_of(scene, bomb.noun, cue, sentence.end);
        Status::named(row.value(column::Status::Status)).filter(|_| told).map(|status| (bomb, cue.last - 1, status))
    })
}

/// Whether the verb of the cue is told of the bomb: of "it", or of the bomb as the subject that two verbs share.
fn is_told_of(scene: &Scene<'_>, bomb: Noun, cue: &Hit, end: u32) -> bool {
    const IT: &[u64] = words!["it", "they", "them", "which", "that"];
    let Some(verb) = scene.chunk_index(cue.first).or_else(|| scene.chunk_index(cue.last - 1)) else { return false };
    let around = scene.of_verb(verb);
    let row = scene.lexicon.row(cue.row);
    let takes_object = row.has(column::Status::Scope, "object");
    // "It exploded before it could be defused"; "nearly destroyed the bank" tells of no bomb that failed.
    let modal = scene.chunks().get(verb).is_some_and(|verb| verb.modal.is_some());
    if modal || !takes_object && !row.has(column::Status::Scope, "subject") {
        return false;
    }
    let active = takes_object && scene.chunks().get(verb).is_some_and(|verb| verb.voice == Voice::Active);
    let whom = if active { &around.object } else { &around.subject };
    let Some(noun) = whom.first().and_then(|&noun| scene.chunks().get(noun as usize)) else { return false };
    let same = noun.first < bomb.last && bomb.first < noun.last && cue.first < end;
    let weapon = |chunk: &Chunk| chunk.kind == ChunkKind::Noun && scene.is(scene.noun(chunk), Class::WEAPON);
    let between = scene.chunks().get(scene.chunk_from(bomb.last)..scene.chunk_from(noun.first)).unwrap_or(&[]);
    same || IT.contains(&scene.hash(noun.head)) && noun.first >= bomb.last && !between.iter().any(weapon)
}
