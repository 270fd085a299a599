//! Duds: bombs that were put somewhere and did not go off: "was placed at a court, but it was deactivated", "threw a grenade that did not explode".

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::index::within;
use super::scene::{Noun, Scene};
use crate::lexicon::{Hit, column};
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::record::{EventKind, Status};
use crate::token::literal::{word, words};

/// How far into the next sentence the verb that tells of the bomb may stand, in tokens.
const NEXT: u32 = 8;
/// How many tokens a word of trying stands before what is tried.
const TRIED: u32 = 3;
/// How many mentions behind one are looked at for the defusal of its bomb.
const NEAR: usize = 6;

/// Gives each telling of a bomb that was laid or thrown the status of what became of it, told behind it of the same bomb; its defusal is no
/// event of its own then.
pub(super) fn settle<'l>(scene: &Scene<'l>, mentions: &mut Vec<Mention<'l>>) {
    let mut index = 0;
    while index < mentions.len() {
        index += 1;
        let index = index - 1;
        let Some((bomb, cue, status)) = mentions.get(index).and_then(|mention| fate(scene, mention)) else { continue };
        let Some(mention) = mentions.get_mut(index) else { return };
        mention.status = status;
        // "Was placed at a court but was deactivated by police": not by those who placed it.
        mention.fillers.retain(|filler| filler.role != Role::Perpetrator || filler.noun.first < cue);
        mention.rules.push("status:dud");
        avert(scene, mentions, index, cue);
        let behind = mentions.get_mut(index + 1..).unwrap_or(&mut []).iter_mut().take(NEAR);
        for stop in behind.filter(|stop| stop.trigger.head == cue && stop.trigger.method == Some("defusal")) {
            (stop.trigger.kind, stop.trigger.method, stop.status) = (EventKind::Bombing, None, status);
            stop.fillers.retain(|filler| filler.role == Role::Place);
            stop.fillers.push(bomb);
            stop.rules.push("kind:dud");
        }
    }
}

/// Takes out the explosion that only would have come next, with what it would have hit: "was discovered *before it exploded* at a hotel".
fn avert(scene: &Scene<'_>, mentions: &mut Vec<Mention<'_>>, index: usize, cue: u32) {
    let Some(sentence) = mentions.get(index).map(|mention| mention.trigger.sentence) else { return };
    let averted = |blast: &Mention<'_>| blast.trigger.sentence == sentence && is_averted(scene, blast, cue);
    let behind = index + 1..mentions.len().min(index + 1 + NEAR);
    let Some(at) = behind.into_iter().find(|&at| mentions.get(at).is_some_and(averted)) else { return };
    let blast = mentions.remove(at);
    let Some(mention) = mentions.get_mut(index) else { return };
    let known = |filler: &Filler<'_>| mention.fillers.iter().any(|told| told.noun == filler.noun);
    let hit: Vec<_> =
        blast.fillers.into_iter().filter(|filler| matches!(filler.role, Role::Target | Role::Place) && !known(filler)).collect();
    mention.fillers.extend(hit);
}

/// Whether the explosion is only what would have come next: "before *it* exploded".
fn is_averted(scene: &Scene<'_>, blast: &Mention<'_>, cue: u32) -> bool {
    let Some(verb) = scene.chunk_index(blast.trigger.head).filter(|_| matches!(blast.trigger.frame, "explosion" | "detonate")) else {
        return false;
    };
    let before = verb.checked_sub(2).and_then(|before| scene.chunks().get(before)).filter(|before| before.first > cue);
    before.is_some_and(|before| scene.hash(before.first) == word!("before"))
}

/// The bomb that a telling has laid or thrown, the head of the verb that tells what became of it, and the status that this gives.
fn fate<'l>(scene: &Scene<'l>, mention: &Mention<'l>) -> Option<(Filler<'l>, u32, Status)> {
    // "Was found at a court and was deactivated by police".
    let laid = mention.trigger.kind == EventKind::Bombing && matches!(mention.status, Status::Occurred | Status::Foiled);
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

/// Whether the verb is only what was tried: "exploded as sappers tried to defuse it".
fn is_tried(scene: &Scene<'_>, verb: usize) -> bool {
    let Some(verb) = scene.chunks().get(verb).filter(|verb| verb.form == VerbForm::Infinitive) else { return false };
    let tries = |cue: &&Hit| scene.lexicon.row(cue.row).text(column::Status::Class) == "failed-attempt" && cue.last == verb.first + 1;
    within(&scene.index.statuses, verb.first.saturating_sub(TRIED)..verb.first).iter().any(tries)
}

/// Whether the verb of the cue is told of the bomb: of "it", or of the bomb as the subject that two verbs share.
fn is_told_of(scene: &Scene<'_>, bomb: Noun, cue: &Hit, end: u32) -> bool {
    const IT: &[u64] = words!["it", "they", "them", "which", "that"];
    let Some(verb) = scene.chunk_index(cue.first).or_else(|| scene.chunk_index(cue.last - 1)) else { return false };
    let around = scene.of_verb(verb);
    let row = scene.lexicon.row(cue.row);
    let takes_object = row.has(column::Status::Scope, "object");
    // "It exploded before it could be defused"; "nearly destroyed the bank" tells of no bomb that failed, nor does "was found to contain nails".
    let modal = scene.chunks().get(verb).is_some_and(|verb| verb.modal.is_some());
    let infinitive = scene.hash(cue.last) == word!("to");
    if modal || infinitive || is_tried(scene, verb) || !takes_object && !row.has(column::Status::Scope, "subject") {
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
