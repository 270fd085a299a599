//! Setting: when and where an event took place, by how near its sentence says it.

mod date;
mod place;

pub(super) use date::{is_just_now, is_old};
pub(super) use place::is_place;

use super::draft::Mention;
use super::scene::Scene;
use super::trigger::Trigger;
use date::find_date;
use place::find_places;

/// How many mentions before and behind one, and how many tokens before and behind its trigger, are looked at: no sentence of news has more,
/// and time must grow with the length of the text only.
const NEAR: usize = 32;
const TOKENS: u32 = 160;

/// Gives each mention the time and the places of its own clause, else of its sentence.
pub(super) fn set(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    for index in 0..mentions.len() {
        let date = find_date(scene, mentions, index);
        let (places, distance) = find_places(scene, mentions, index);
        let Some(mention) = mentions.get_mut(index) else { return };
        mention.date = date;
        mention.places = places;
        mention.place_distance = distance;
    }
}

/// The tokens of the trigger's sentence that are near it.
fn window(scene: &Scene<'_>, trigger: &Trigger<'_>) -> std::ops::Range<u32> {
    let range = scene.sentence(trigger.sentence);
    range.start.max(trigger.first.saturating_sub(TOKENS))..range.end.min(trigger.last + TOKENS)
}

/// How many finite verbs stand between two tokens, that of the trigger aside.
fn finite_verbs(scene: &Scene<'_>, first: u32, last: u32, own: u32) -> u32 {
    let (Some(before), Some(end)) = (scene.chunk_index(first), last.checked_sub(1).and_then(|last| scene.chunk_index(last))) else {
        return 0;
    };
    let between = before + 1..end + 1;
    let own = scene.chunk_index(own).filter(|own| between.contains(own));
    scene.index.verbs(between).finite - own.map_or(0, |own| scene.index.verbs(own..own + 1).finite)
}
