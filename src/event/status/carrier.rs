//! Carriers: the verb that says of an event noun that it takes place, so that what is said of the verb is said of the event:
//! "talks *will be held*", "the execution *did not take* place"; or of one behind it: "threatened *to resume* attacks".

use crate::event::scene::Scene;
use crate::event::trigger::{Pos, Trigger};
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::phrase::{BEGINNING, Chunk, ChunkKind, VerbForm, Voice};
use crate::token::fold;

/// The verb that carries the noun of `trigger`, as a trigger in its stead.
pub(super) fn of<'l>(scene: &Scene<'_>, trigger: &Trigger<'l>) -> Option<Trigger<'l>> {
    if trigger.pos == Pos::Verb {
        return begun(scene, trigger);
    }
    let noun = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Noun)?;
    let around = scene.of_noun(noun);
    let verb = around.governor? as usize;
    let chunk = scene.chunks().get(verb).filter(|chunk| chunk.kind == ChunkKind::Verb)?;
    // "Threatened to resume attacks".
    let made = || chunk.form == VerbForm::Infinitive && scene.hits(chunk.head, TableId::Status).any(|hit| makes(scene, trigger, hit));
    let carried = if around.governor_is_subject { carries(scene, trigger, verb, chunk) } else { made() };
    if !carried {
        return None;
    }
    Some(Trigger { first: chunk.head, last: chunk.head + 1, open: chunk.head + 1, head: chunk.head, pos: Pos::Verb, ..*trigger })
}

/// The infinitive of setting about it right before a gerund: "threatened *to begin* killing them".
fn begun<'l>(scene: &Scene<'_>, trigger: &Trigger<'l>) -> Option<Trigger<'l>> {
    let chunk = |at: usize| scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Verb);
    let at = scene.chunk_index(trigger.head)?;
    let verb = chunk(at).filter(|verb| verb.form == VerbForm::Gerund).and_then(|_| chunk(at.checked_sub(1)?))?;
    let begins = verb.form == VerbForm::Infinitive && BEGINNING.contains(&scene.hash(verb.head));
    begins.then_some(Trigger { first: verb.head, last: verb.head + 1, open: verb.head + 1, head: verb.head, ..*trigger })
}

fn carries(scene: &Scene<'_>, trigger: &Trigger<'_>, verb: usize, chunk: &Chunk) -> bool {
    if chunk.voice == Voice::Active {
        return takes_place(scene, verb);
    }
    scene.hits(chunk.head, TableId::Status).any(|hit| makes(scene, trigger, hit))
}

/// Whether the form is one of a verb that makes what its object names; acts of state are imposed, violence is not.
fn makes(scene: &Scene<'_>, trigger: &Trigger<'_>, hit: &Hit) -> bool {
    let row = scene.lexicon.row(hit.row);
    let scope = |name: &str| row.has(column::Status::Scope, name);
    row.text(column::Status::Class) == "implicative" && (scope("object") || scope("act") && !trigger.kind.is_violence())
}

/// The verb of "take place" and "take part".
pub(in crate::event) const TAKE: [u64; 5] =
    [fold::hash("take"), fold::hash("takes"), fold::hash("took"), fold::hash("taken"), fold::hash("taking")];

/// Whether the verb chunk at `verb` says of its subject that it happens: "occurred", "took place".
pub(in crate::event) fn takes_place(scene: &Scene<'_>, verb: usize) -> bool {
    let head = scene.chunks().get(verb).map_or(u32::MAX, |chunk| chunk.head);
    let place = || scene.chunks().get(verb + 1).is_some_and(|next| scene.hash(next.head) == const { fold::hash("place") });
    scene.has(WordSet::Happen, head) || TAKE.contains(&scene.hash(head)) && place()
}
