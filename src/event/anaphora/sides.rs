//! "The two countries exchanged fire": the two told in the sentence before.

use crate::event::args::{self, Slot};
use crate::event::class::Class;
use crate::event::draft::{Mention, Role};
use crate::event::filler;
use crate::event::scene::{Noun, Scene};
use crate::phrase::ChunkKind;
use crate::token::fold;

/// What two states are called together.
const STATES: [u64; 5] =
    [fold::hash("countries"), fold::hash("nations"), fold::hash("neighbours"), fold::hash("neighbors"), fold::hash("sides")];
/// How many states a sentence may name before it is read no further.
const MOST: usize = 3;

/// Adds the two states of whom violence without a doer is told as "the two countries": "Thailand and Cambodia traded blame. *Both countries* exchanged fire."
pub(super) fn add<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>) {
    let open = mention.trigger.kind.is_violence() && !mention.fillers.iter().any(|filler| filler.role == Role::Perpetrator);
    let Some(before) = mention.trigger.sentence.checked_sub(1).filter(|_| open) else { return };
    let both = |noun: Noun| {
        const BOTH: u64 = fold::hash("both");
        let two = || scene.count_in(noun.first, noun.last).is_some_and(|count| count.range.min == Some(2) && count.range.max == Some(2));
        STATES.contains(&scene.hash(noun.head)) && noun.last == noun.head + 1 && (scene.hash(noun.first) == BOTH || two())
    };
    if !args::of(scene, &mention.trigger).iter().any(|argument| argument.slot == Slot::SUBJECT && both(argument.noun)) {
        return;
    }
    if let [(_, one), (_, other)] = states(scene, before)[..] {
        for state in [one, other] {
            filler::make(scene, Role::Perpetrator, state, scene.facts(state), &mut mention.fillers);
        }
    }
}

/// The states that a sentence names, each once.
fn states(scene: &Scene<'_>, sentence: usize) -> Vec<(usize, Noun)> {
    let range = scene.sentence(sentence);
    let mut states: Vec<(usize, Noun)> = Vec::with_capacity(MOST);
    let chunks = scene.chunks().iter().skip(scene.chunk_from(range.start)).take_while(|chunk| chunk.first < range.end);
    for noun in chunks.filter(|chunk| chunk.kind == ChunkKind::Noun).map(|chunk| scene.noun(chunk)) {
        let country = scene.is(noun, Class::PLACE) && scene.is(noun, Class::ORGANIZATION);
        let Some(entity) = scene.entity_at(noun.head).filter(|_| country) else { continue };
        if states.len() < MOST && states.iter().all(|&(told, _)| told != entity) {
            states.push((entity, noun));
        }
    }
    states
}
