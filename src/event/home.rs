//! Home: where events took place that no place is told of.

use super::draft::{Filler, Mention, Role};
use super::scene::Scene;
use crate::entity::home::{self, Home};
use crate::lexicon::WordSet;
use crate::place;
use crate::record::EntityKind;
use std::ops::Range;

/// Where an event took place without a place of its own: at home, unless its people belong to a country that the article speaks more of;
/// else where the article was filed.
pub(super) fn place_of(scene: &Scene<'_>, home: &Home, members: &[&Mention<'_>]) -> Option<u32> {
    let entities = scene.reading.entities;
    let own = home.country.as_ref();
    let at_home = own.map_or(0, |own| home.told(own));
    let of_role = |role: Role| members.iter().flat_map(move |mention| mention.role(role));
    let fillers = of_role(Role::Perpetrator).chain(of_role(Role::Target)).chain(of_role(Role::Victim));
    let (mut abroad, mut at_its_own) = (None, false);
    for filler in fillers {
        let group = scene.chunk_at(filler.noun.head).map_or(filler.noun.first..filler.noun.last, |chunk| chunk.first..chunk.last);
        let away = is_away(scene, filler, group.clone());
        for country in group.filter_map(|token| scene.entity_at(token)).filter_map(|entity| home::country(entities.get(entity)?)) {
            at_its_own |= Some(country) == own;
            abroad = abroad.or(Some(country).filter(|country| !away && home.told(country) > at_home));
        }
    }
    let country = abroad.filter(|_| !at_its_own).or(own);
    country.and_then(|country| home::state(entities, country)).or(home.filed).map(|entity| entity as u32)
}

/// Whether somebody is told by a country because it is not this one: "two Dutch tourists", "three Italians", "the French embassy", "a U.S. soldier".
fn is_away(scene: &Scene<'_>, filler: &Filler<'_>, group: Range<u32>) -> bool {
    let is_people = scene.kind_at(filler.noun.head) == Some(EntityKind::Nationality);
    let any = |set: WordSet| group.clone().any(|token| scene.has(set, token));
    let sender = |entity: usize| {
        scene.reading.entities.get(entity).and_then(home::country).is_some_and(|country| place::sends_soldiers(scene.lexicon, country))
    };
    let soldiers = || any(WordSet::Soldier) && group.clone().filter_map(|token| scene.entity_at(token)).any(sender);
    filler.role != Role::Perpetrator && (is_people || any(WordSet::Abroad) || soldiers())
}
