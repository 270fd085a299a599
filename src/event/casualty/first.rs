//! Tolls that were given at first, before it was known better: they never win over another.

use crate::event::scene::Scene;
use crate::lexicon::{TableId, WordSet, column};
use crate::phrase::ChunkKind;
use crate::token::literal::word;

/// How far before the number the word for an early telling may stand, in tokens.
const REACH: u32 = 24;

/// Whether the number at `number` is told as one that was given at first: "officials initially put the toll at 60", "had earlier said that 14 people
/// died", "an earlier version of this story said that 40 soldiers".
pub(super) fn is_first(scene: &Scene<'_>, number: u32) -> bool {
    let start = scene.sentence(scene.document.sentence_of(number as usize)).start.max(number.saturating_sub(REACH));
    let early = (start..number).rev().find(|&token| scene.has(WordSet::Initial, token));
    early.is_some_and(|early| !(early + 1..number).any(|token| is_turn(scene, token)) && is_of_telling(scene, early))
}

/// Whether what was told later begins with the token: "but it has risen to 15", "and later put it at 15".
fn is_turn(scene: &Scene<'_>, token: u32) -> bool {
    const TURN: [u64; 8] =
        [word!("but"), word!("later"), word!("now"), word!("however"), word!("while"), word!("then"), word!("since"), word!(";")];
    TURN.contains(&scene.hash(token))
}

/// Whether the word is one of a verb that tells numbers ("initially put", "at first said") or of what they stand in ("earlier reports").
fn is_of_telling(scene: &Scene<'_>, early: u32) -> bool {
    let Some(at) = scene.chunk_index(early) else { return false };
    let Some(chunk) = scene.chunks().get(at) else { return false };
    if chunk.kind == ChunkKind::Noun && chunk.head > early {
        return scene.has(WordSet::Account, chunk.head) || scene.has(WordSet::Figure, chunk.head);
    }
    // "At first": the others may stand alone.
    let first = scene.hash(early) == word!("first") && early.checked_sub(1).is_none_or(|at| scene.hash(at) != word!("at"));
    let tells = |at: usize| scene.chunks().get(at).is_some_and(|verb| verb.kind == ChunkKind::Verb && tells_number(scene, verb.head));
    let own = chunk.kind == ChunkKind::Verb;
    own && tells(at) || !own && !first && (tells(at + 1) || at.checked_sub(1).is_some_and(tells))
}

/// Whether the verb may tell a number: "said", "reported", "put (the toll at)", "gave".
fn tells_number(scene: &Scene<'_>, verb: u32) -> bool {
    let says = || scene.hits(verb, TableId::Attribution).any(|hit| scene.lexicon.row(hit.row).text(column::Attribution::Class) == "say");
    scene.has(WordSet::GiveNumber, verb) || says()
}
