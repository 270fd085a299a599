//! Those hurt in other places, by a number alone.

use crate::event::scene::{Noun, Scene};
use crate::phrase::ChunkKind;
use crate::record::Range;
use crate::token::fold;

/// The numbers of those hurt in other places, told without their noun: "killed 12 people in Bokkos, nine in Mangu and five in Jos".
pub(super) fn elsewhere(scene: &Scene<'_>, verb: u32, last: Noun) -> Vec<Range> {
    const WHERE: [u64; 3] = [fold::hash("in"), fold::hash("at"), fold::hash("near")];
    const ONE: u64 = fold::hash("one");
    const SINGLE: Range = Range { min: Some(1), max: Some(1) };
    const MOST: usize = 6;
    let chunks = scene.chunks();
    let place = |at: usize| {
        let within = chunks.get(at).is_some_and(|chunk| chunk.kind == ChunkKind::Preposition && WHERE.contains(&scene.hash(chunk.first)));
        within && chunks.get(at + 1).is_some_and(|chunk| chunk.kind == ChunkKind::Noun)
    };
    let mut found = Vec::new();
    let Some(mut at) = scene.chunk_index(verb.max(last.last).saturating_sub(1)).map(|chunk| chunk + 1).filter(|&at| place(at)) else {
        return found;
    };
    while found.len() < MOST {
        at += 2;
        let joined = |at: usize| {
            let word = chunks.get(at).map_or("", |chunk| scene.document.word(chunk.first as usize));
            word == "," || word == "and"
        };
        let first = at;
        while at < first + 2 && joined(at) {
            at += 1;
        }
        let number = chunks.get(at).filter(|chunk| chunk.kind == ChunkKind::Noun && at > first);
        let bare = |noun: &Noun| scene.facts(*noun).bare || noun.last == noun.first + 1 && scene.hash(noun.head) == ONE;
        let noun = number.map(|chunk| scene.noun(chunk)).filter(|noun| bare(noun) && place(at + 1));
        let Some(range) = noun.map(|noun| scene.count_in(noun.first, noun.last).map_or(SINGLE, |quantity| quantity.range)) else { break };
        found.push(range);
        at += 1;
    }
    found
}
