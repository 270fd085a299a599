//! "The Colombian capital", "in Kenya's capital": a town told by what it is to its country.

use crate::event::scene::Scene;
use crate::phrase::ChunkKind;
use crate::token::fold;

const CAPITAL: u64 = fold::hash("capital");

/// How many entities are looked at: no article has more, and time must grow with its length only.
const ENTITIES: usize = 200;

/// Whether the word at `token` is the head of a group that tells a capital.
pub(in crate::event) fn is_capital(scene: &Scene<'_>, token: u32) -> bool {
    scene.hash(token) == CAPITAL && scene.chunk_at(token).is_some_and(|chunk| chunk.kind == ChunkKind::Noun && chunk.head == token)
}

/// The capital that the group about `token` tells, if the article names it: that of the country beside the word.
pub(super) fn capital_at(scene: &Scene<'_>, token: u32) -> Option<u32> {
    let chunk = scene.chunk_at(token).filter(|_| is_capital(scene, token))?;
    let noun = scene.noun(chunk);
    let entities = scene.reading.entities;
    let country = (noun.first..token).find_map(|token| entities.get(scene.entity_at(token)?)?.country.as_deref())?;
    let seat = entities.iter().take(ENTITIES).position(|entity| {
        let place = entity.place.as_ref().filter(|place| place.feature.as_deref() == Some("PPLC"));
        place.is_some_and(|place| place.country.as_deref() == Some(country))
    });
    seat.map(|entity| entity as u32)
}
