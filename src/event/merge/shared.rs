//! What a telling shares with an event: people, things, a place, a day.

use super::kinship::kinship;
use super::{Story, days};
use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::Scene;

/// Whether the mention shares a named filler, a head word, a place or a date with the story.
pub(super) fn shares(scene: &Scene<'_>, mentions: &[Mention<'_>], mention: &Mention<'_>, story: &Story) -> bool {
    shares_filler(scene, mentions, mention, story) || story.latest(mentions).any(|other| is_same_setting(scene, mention, other))
}

/// Whether somebody or something stands in one role in both.
pub(super) fn shares_filler(scene: &Scene<'_>, mentions: &[Mention<'_>], mention: &Mention<'_>, story: &Story) -> bool {
    story.latest(mentions).any(|other| mention.fillers.iter().any(|filler| other.fillers.iter().any(|known| is_one(scene, filler, known))))
}

/// Whether the mention shares both a filler and the day or the place with the story.
pub(super) fn is_same_telling(scene: &Scene<'_>, mentions: &[Mention<'_>], mention: &Mention<'_>, story: &Story) -> bool {
    let mut others = story.latest(mentions);
    shares_filler(scene, mentions, mention, story) && others.any(|other| is_same_setting(scene, mention, other))
}

/// Whether deeds that may be one hit the same thing or person, at one place or on one day.
pub(super) fn hits_same(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let hit = |filler: &&Filler<'_>| matches!(filler.role, Role::Victim | Role::Target);
    let same = |filler: &Filler<'_>| b.fillers.iter().filter(hit).any(|known| is_one(scene, filler, known));
    kinship(scene, a, b).is_some() && is_same_setting(scene, a, b) && a.fillers.iter().filter(hit).any(same)
}

/// Whether two tellings name one place or one day.
fn is_same_setting(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    a.places.iter().any(|place| b.places.contains(place)) || (a.date.is_some() && days(scene, a) == days(scene, b))
}

/// Whether two fillers stand in one role, under one name or head word.
fn is_one(scene: &Scene<'_>, filler: &Filler<'_>, known: &Filler<'_>) -> bool {
    let named = filler.entity.is_some() && known.entity == filler.entity;
    known.role == filler.role && (named || scene.hash(known.noun.head) == scene.hash(filler.noun.head))
}
