//! Home: where and when the article was filed, and which country it speaks of, for events that no place is told of.

use super::draft::{Mention, Role};
use super::scene::Scene;
use crate::entity::EntityDraft;
use crate::record::EntityKind;

/// Where the article was filed, from its first line, and how often it names each country.
pub(super) struct Home<'r> {
    /// The place entity that stands for the country the article is about; else the place where it was filed.
    place: Option<u32>,
    /// That country.
    country: Option<&'r str>,
    /// The day on or before which all that the report tells took place.
    pub latest: Option<String>,
    counts: Vec<(&'r str, usize)>,
}

impl<'r> Home<'r> {
    /// The home of an article; without a dateline none is known.
    pub fn of(scene: &Scene<'r>) -> Self {
        let entities = scene.reading.entities;
        let tokens = scene.document.dateline;
        let filed = tokens.and_then(|tokens| tokens.place).and_then(|(first, last)| (first..last).find_map(|token| scene.entity_at(token)));
        let latest = tokens.and(scene.reading.reference.dateline.or(scene.reading.reference.published));
        let counts = count(scene);
        let own = filed.and_then(|place| entities.get(place)).and_then(country);
        // That of its dateline, unless the text speaks of others only.
        let told = own.is_some_and(|own| counts.iter().any(|&(country, count)| country == own && count > 0));
        let most = counts.iter().filter(|&&(_, count)| count > 1).max_by_key(|&&(_, count)| count).map(|&(country, _)| country);
        let about = if told { own } else { most.or(own) }.filter(|_| tokens.is_some());
        let place = about.and_then(|country| state(scene, country)).or(filed.map(|place| place as u32));
        Self { place, country: about, latest: latest.map(|date| date.to_string()), counts }
    }

    /// Where an event took place that no place is told of: at home, unless its people belong to a country that the article speaks more of.
    pub fn place_of(&self, scene: &Scene<'_>, members: &[&Mention<'_>]) -> Option<u32> {
        let told = |country: &str| self.counts.iter().find(|(known, _)| *known == country).map_or(0, |&(_, count)| count);
        let at_home = self.country.map_or(0, told);
        let of_role = |role: Role| members.iter().flat_map(move |mention| mention.role(role));
        let fillers = of_role(Role::Perpetrator).chain(of_role(Role::Target)).chain(of_role(Role::Victim));
        let mut abroad = None;
        for filler in fillers {
            let group = scene.chunk_at(filler.noun.head).map_or(filler.noun.first..filler.noun.last, |chunk| chunk.first..chunk.last);
            for token in group {
                let Some(country) = scene.entity_at(token).and_then(|entity| scene.reading.entities.get(entity)).and_then(country) else {
                    continue;
                };
                if Some(country) == self.country {
                    return self.place;
                }
                abroad = abroad.or(Some(country).filter(|country| told(country) > at_home));
            }
        }
        abroad.and_then(|country| state(scene, country)).or(self.place)
    }
}

/// The country of an entity: where it lies, or whose it is.
fn country(entity: &EntityDraft) -> Option<&str> {
    let country = entity.place.as_ref().and_then(|place| place.country.as_deref()).or(entity.country.as_deref());
    country.filter(|country| country.len() == 2 && entity.kind != EntityKind::Person)
}

/// How often the text below the dateline names something of each country.
fn count<'r>(scene: &Scene<'r>) -> Vec<(&'r str, usize)> {
    let filed = scene.document.dateline.map_or(0, |tokens| tokens.last);
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for entity in scene.reading.entities {
        let Some(country) = country(entity) else { continue };
        let names = entity.mentions.iter().filter_map(|&name| scene.reading.names.get(name as usize));
        let mentions = names.filter(|name| name.first >= filed).count();
        match counts.iter_mut().find(|(known, _)| *known == country) {
            Some((_, count)) => *count += mentions,
            None => counts.push((country, mentions)),
        }
    }
    counts
}

/// The entity that stands for a country.
fn state(scene: &Scene<'_>, country: &str) -> Option<u32> {
    let entities = scene.reading.entities.iter();
    let found = entities.into_iter().position(|entity| {
        let place = entity.place.as_ref().filter(|place| place.feature.as_deref().is_some_and(|feature| feature.starts_with("PCL")));
        place.is_some_and(|place| place.country.as_deref() == Some(country))
    });
    found.map(|entity| entity as u32)
}
