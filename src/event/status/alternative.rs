//! Alternatives: what befalls those who do not as they are told: "warned him to leave the country *or be killed*".

use crate::event::scene::Scene;
use crate::event::trigger::{Pos, Trigger};
use crate::lexicon::{TableId, Tag, column};
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::token::literal::word;

/// Whether the verb tells what will be done to somebody if he does not do what stands before "or": "told the mayors to resign or be killed", "must
/// pay or die"; not "kill or be killed", "were wounded or killed".
pub(super) fn is_alternative(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let verb = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Verb && trigger.kind.is_violence());
    verb.is_some_and(|verb| is_or_else(scene, verb, scene.sentence(trigger.sentence).start))
}

/// Whether somebody is told in the words behind the trigger what will befall him otherwise: "*warned* the mayors to resign or die".
pub(in crate::event) fn is_before_alternative(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const REACH: usize = 16;
    let end = scene.chunk_from(scene.sentence(trigger.sentence).end);
    let from = scene.chunk_from(trigger.last);
    (from..end).take(REACH).any(|at| is_or_else(scene, at, trigger.first) && is_deadly(scene, at))
}

/// Whether the chunk at `at` is a verb of violence that is suffered, behind "or" and what somebody is asked to do in the text from `start`.
fn is_or_else(scene: &Scene<'_>, at: usize, start: u32) -> bool {
    let verb = |at: usize| scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Verb);
    let suffers = |verb: &Chunk| {
        let base = scene.document.words.get(verb.head as usize).is_some_and(|word| word.can_be(Tag::VerbBase));
        let dies = base && verb.voice == Voice::Active && has_frame(scene, verb, "outcome-die");
        verb.voice == Voice::Passive && scene.hash(verb.first) == word!("be") || dies
    };
    let Some(or) = at.checked_sub(1).filter(|_| verb(at).is_some_and(suffers)) else { return false };
    let joined = scene.chunks().get(or).is_some_and(|joint| scene.hash(joint.first) == word!("or"));
    let asked = (scene.chunk_from(start)..or).rev().find_map(verb).filter(|_| joined);
    let active = |verb: &Chunk| (verb.form == VerbForm::Infinitive || verb.modal.is_some()) && verb.voice == Voice::Active;
    asked.is_some_and(|verb| active(verb) && !has_frame(scene, verb, "outcome-kill"))
}

/// Whether the chunk at `at` is a word for killing or hurting.
fn is_deadly(scene: &Scene<'_>, at: usize) -> bool {
    scene
        .chunks()
        .get(at)
        .is_some_and(|verb| ["outcome-kill", "outcome-die", "outcome-injure"].iter().any(|frame| has_frame(scene, verb, frame)))
}

/// Whether a trigger of the frame begins with the chunk's head.
fn has_frame(scene: &Scene<'_>, verb: &Chunk, frame: &str) -> bool {
    scene.hits(verb.head, TableId::Trigger).any(|hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame) == frame)
}
