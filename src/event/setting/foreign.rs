//! Countries named beside a deed that say whose somebody or something is abroad, not where it was.

use crate::entity::home;
use crate::event::draft::Mention;
use crate::event::scene::Scene;
use crate::lexicon::{TableId, WordSet};
use crate::phrase::{Chunk, ChunkKind};
use crate::record::EntityKind;
use crate::token::{TokenKind, fold};

const OF: u64 = fold::hash("of");

/// Whether the place at `token` only tells who sent those abroad: "outside the embassy of Israel", "the daughter of Israel's ambassador".
pub(super) fn is_sender(scene: &Scene<'_>, token: u32) -> bool {
    let Some(at) = scene.chunk_index(token) else { return false };
    let chunk = |at: usize| scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Noun);
    let abroad = |noun: &Chunk| scene.has(WordSet::Abroad, noun.head);
    let owns = |noun: &&Chunk| scene.document.tokens.get(noun.first as usize).is_some_and(|mark| mark.kind == TokenKind::Possessive);
    let owned = chunk(at + 1).filter(owns).is_some_and(abroad);
    let of = at.checked_sub(1).and_then(|of| scene.chunks().get(of)).filter(|of| of.last == of.first + 1 && scene.hash(of.first) == OF);
    owned || of.and_then(|_| at.checked_sub(2)).and_then(chunk).is_some_and(abroad)
}

/// Whether the place at `token` is the seat of a speaker, at home in the country of those who suffered, who are called by it because they were
/// elsewhere: "two Italians were taken hostage, the foreign ministry in Rome said".
pub(super) fn is_home_of_speaker(scene: &Scene<'_>, mention: &Mention<'_>, token: u32) -> bool {
    let entity = |token: u32| scene.entity_at(token).and_then(|entity| scene.reading.entities.get(entity));
    let Some(country) = entity(token).and_then(home::country) else { return false };
    let national =
        |token: u32| entity(token).is_some_and(|entity| entity.kind == EntityKind::Nationality && home::country(entity) == Some(country));
    let named = mention.fillers.iter().any(|filler| {
        let group = scene.chunk_at(filler.noun.head).map_or(filler.noun.first..filler.noun.last, |chunk| chunk.first..chunk.last);
        group.into_iter().any(national)
    });
    named && is_seat_of_speaker(scene, token)
}

/// Whether the noun before the phrase with the place at `token` is a source of what is told: "officials in Rome said".
fn is_seat_of_speaker(scene: &Scene<'_>, token: u32) -> bool {
    let noun = scene.chunk_index(token).and_then(|at| at.checked_sub(2));
    let Some(noun) = noun.filter(|&noun| scene.chunks().get(noun).is_some_and(|noun| noun.kind == ChunkKind::Noun)) else { return false };
    let cue = |at: usize| {
        let tokens = scene.chunks().get(at).map_or(0..0, |chunk| chunk.first..chunk.last);
        tokens.into_iter().any(|token| scene.hits(token, TableId::Attribution).next().is_some())
    };
    let verb = scene.of_noun(noun).governor.map(|verb| verb as usize);
    verb.is_some_and(cue) || noun.checked_sub(1).is_some_and(cue)
}
