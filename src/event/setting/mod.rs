//! Setting: when and where an event took place, by how near its sentence says it.

mod apart;
mod aside;
mod capital;
mod date;
mod foreign;
mod heading;
mod matter;
mod outer;
mod owner;
mod place;
mod span;

pub(super) use apart::{is_apart, is_behind_relative, is_behind_where, is_contrasted, is_shifted, verb_behind_perfect};
pub(super) use capital::is_capital;
pub(super) use date::{TOLD, is_just_now, is_old};
pub(super) use outer::is_of_followed;
pub(super) use place::{is_journey, is_place};

use super::draft::Mention;
use super::scene::Scene;
use super::trigger::Trigger;
use crate::record::Status;
use crate::token::fold;
use date::find_date;
use place::find_places;

/// How many mentions before and behind one, and how many tokens before and behind its trigger, are looked at: no sentence of news has more,
/// and time must grow with the length of the text only.
const NEAR: usize = 32;
const TOKENS: u32 = 160;

/// What stands before a thing that is told for the first time.
pub(super) const NEW: [u64; 2] = [fold::hash("a"), fold::hash("an")];

/// Gives each mention the time and the places of its own clause, else of its sentence.
pub(super) fn set(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    for index in 0..mentions.len() {
        let date = find_date(scene, mentions, index);
        let (places, distance) = find_places(scene, mentions, index);
        let Some(mention) = mentions.get_mut(index) else { return };
        // "The summit opens on Thursday".
        if mention.status == Status::Occurred && date.is_some_and(|date| date::is_plan(scene, &mention.trigger, &date)) {
            mention.status = Status::Planned;
        }
        mention.date = date;
        mention.places = places;
        mention.place_distance = distance;
    }
    apart::date_apart(scene, mentions);
    apart::date_next_day(scene, mentions);
    span::date_spans(scene, mentions);
    heading::set_by_headings(scene, mentions);
    date_causes(scene, mentions);
}

/// Gives a thing told for the first time the day on which it did its work: "a truck bomb killed 500 people on 14 October 2017".
fn date_causes(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    for index in 0..mentions.len() {
        let Some((cause, dating)) = mentions.get(index).and_then(|mention| mention.cause.zip(mention.date)) else { continue };
        let near = mentions.get_mut(index.saturating_sub(NEAR)..).unwrap_or(&mut []).iter_mut().take(2 * NEAR);
        if !scene.chunk_at(cause).is_some_and(|chunk| NEW.contains(&scene.hash(chunk.first))) {
            continue;
        }
        let nearer = |other: &Mention<'_>| other.date.is_none_or(|known| known.distance > dating.distance);
        let vague = near.filter(|other| nearer(other) && (other.trigger.first..other.trigger.last).contains(&cause));
        vague.for_each(|other| other.date = Some(dating));
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
