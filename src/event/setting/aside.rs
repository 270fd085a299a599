//! Places named beside a deed that do not say where it was: where somebody comes from or stays, what lies near, where a missile began.

use super::place::is_place;
use crate::event::args::{is_occasion_of_speech, is_spoken_of};
use crate::event::class::Class;
use crate::event::scene::Scene;
use crate::event::trigger::{Pos, Trigger};
use crate::lexicon::{Hit, TableId, column};
use crate::phrase::{Chunk, ChunkKind};
use crate::quantity::QuantityKind;
use crate::record::{EntityKind, EventKind};
use crate::token::fold;

const FROM: u64 = fold::hash("from");

/// Whether the place at `token` stands behind people and "from", and says where they come from: "two peacekeepers from Bangladesh were killed",
/// "a boy from Banks in Lancashire".
pub(super) fn is_origin(scene: &Scene<'_>, token: u32) -> bool {
    let back = |steps: usize| scene.chunk_index(token).and_then(|at| at.checked_sub(steps)).and_then(|at| scene.chunks().get(at));
    let from = |steps: usize| back(steps).is_some_and(|from| scene.hash(from.first) == FROM);
    let people =
        |steps: usize| back(steps).is_some_and(|people| people.kind == ChunkKind::Noun && scene.is(scene.noun(people), Class::PEOPLE));
    let wider = || back(1).is_some_and(|within| scene.hash(within.first) == const { fold::hash("in") }) && from(3) && people(4);
    from(1) && people(2) || wider()
}

/// Whether the place at `token` is where a speaker stayed for something else: "Mr Smith, in Warsaw for a summit, called it".
pub(super) fn is_stay(scene: &Scene<'_>, token: u32) -> bool {
    let Some(name) = scene.name_at(token).and_then(|name| scene.reading.names.get(name)) else { return false };
    let before = scene.chunk_index(name.first).and_then(|at| at.checked_sub(1)).and_then(|at| scene.chunks().get(at));
    let comma = before.and_then(|before| before.first.checked_sub(1)).filter(|&comma| scene.document.word(comma as usize) == ",");
    let purpose = scene.hash(name.last) == const { fold::hash("for") }
        && scene.chunk_at(name.last + 1).is_some_and(|aim| aim.kind == ChunkKind::Noun);
    let person = |last: u32| matches!(scene.kind_at(last), Some(EntityKind::Person));
    purpose && comma.and_then(|comma| comma.checked_sub(1)).is_some_and(person)
}

/// Whether a country is only what the place told lies near: "in the Catatumbo region near Venezuela".
pub(super) fn is_country_near(scene: &Scene<'_>, token: u32) -> bool {
    let at = scene.chunk_index(token);
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| scene.chunks().get(at));
    let near = before.filter(|near| scene.hash(near.first) == const { fold::hash("near") }).and_then(|near| near.first.checked_sub(1));
    let entity = scene.entity_at(token).and_then(|entity| scene.reading.entities.get(entity));
    let feature = entity.and_then(|entity| entity.place.as_ref()).and_then(|place| place.feature.as_deref());
    let told = |chunk: &Chunk| (chunk.first..chunk.last).any(|token| is_place(scene, token));
    feature.is_some_and(|feature| feature.starts_with("PCL")) && near.and_then(|site| scene.chunk_at(site)).is_some_and(told)
}

/// Whether the place at `token` is only where a missile or drone came from: "a missile launched from Yemen was shot down".
pub(super) fn is_launch(scene: &Scene<'_>, trigger: &Trigger<'_>, token: u32) -> bool {
    let before = scene.chunk_index(token).and_then(|at| at.checked_sub(1)).and_then(|at| scene.chunks().get(at));
    let launch = before.filter(|from| scene.hash(from.first) == FROM).and_then(|from| from.first.checked_sub(1));
    let frame = |hit: &Hit| matches!(scene.lexicon.row(hit.row).text(column::Trigger::Frame), "fire-weapon" | "fire-at");
    let craft = matches!(trigger.kind, EventKind::Shelling | EventKind::Airstrike);
    craft && launch.is_some_and(|verb| scene.hits(verb, TableId::Trigger).any(frame))
}

/// Whether the place at `token` is that of who speaks of the deed before it: "condemned the slaughter from its office in Bonn", "the raid through
/// his envoy in London", "in a statement issued in Geneva".
pub(super) fn is_of_speaker(scene: &Scene<'_>, trigger: &Trigger<'_>, token: u32) -> bool {
    let back = |steps: usize| scene.chunk_index(token).and_then(|at| at.checked_sub(steps)).and_then(|at| scene.chunks().get(at));
    let issued = usize::from(back(2).is_some_and(|verb| verb.kind == ChunkKind::Verb));
    let (Some(noun), Some(before)) = (back(2 + issued), back(3 + issued)) else { return false };
    let occasion = noun.first > trigger.last && is_occasion_of_speech(scene, scene.hash(before.first), noun);
    let deed = scene.chunk_index(trigger.head).filter(|_| trigger.kind.is_violence() || trigger.kind == EventKind::Raid);
    occasion && deed.is_some_and(|deed| is_spoken_of(scene, &scene.of_noun(deed)))
}

/// Whether the time at `token` is that of the words in which somebody speaks of the deed before it: "claimed the bombing in Paris in a statement
/// received on Friday".
pub(super) fn is_day_of_words(scene: &Scene<'_>, trigger: &Trigger<'_>, token: u32) -> bool {
    let deed = scene.chunk_index(trigger.head).filter(|_| trigger.kind.is_violence() && trigger.pos == Pos::Noun && trigger.last <= token);
    let Some((deed, time)) = deed.zip(scene.chunk_index(token)).filter(|&(deed, time)| deed < time) else { return false };
    let between = scene.chunks().get(deed + 1..time).unwrap_or(&[]);
    let words = |pair: &[Chunk]| match pair {
        [before, noun] => before.kind == ChunkKind::Preposition && is_occasion_of_speech(scene, scene.hash(before.first), noun),
        _ => false,
    };
    between.windows(2).any(words) && is_spoken_of(scene, &scene.of_noun(deed))
}

/// Whether a place only tells how far something lies: "315 km east of Lima".
pub(super) fn is_measured(scene: &Scene<'_>, token: u32) -> bool {
    let first = scene.name_at(token).and_then(|name| scene.reading.names.get(name)).map_or(token, |name| name.first);
    let Some(range) = first.checked_sub(6).map(|from| from..first) else { return false };
    let quantities = scene.reading.quantities;
    let from = quantities.partition_point(|quantity| quantity.last <= range.start);
    let measured = quantities.get(from..).unwrap_or(&[]).iter().take_while(|quantity| quantity.first < range.end);
    measured.into_iter().any(|quantity| quantity.kind == QuantityKind::Measure)
}
