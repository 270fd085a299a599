//! Small places that lie elsewhere than the text says or speaks of, so that the gazetteer lacks the one that is meant.

use super::{Article, Mention, Name, SPOKEN_OF};
use crate::place::candidate::{Candidate, PlaceKind};
use crate::place::cue::{self, Parent};
use crate::place::scene::{Scene, area};

impl Article<'_> {
    /// Whether the text puts a small place where the gazetteer has none of its name: "Maga, Kebbi State" is not the Maga of Cameroon.
    pub(super) fn is_elsewhere(&self, name: &Name, best: usize) -> bool {
        const DIVISION: u32 = 500_000;
        let place = &self.places[best];
        let other = |parent: &Parent<'_>| {
            let coded = parent.place.kind == PlaceKind::Region && !parent.place.admin1.is_empty();
            let unit = coded || matches!(parent.place.kind, PlaceKind::Country | PlaceKind::Division);
            unit && parent.is_plain && parent.strength >= cue::PLAIN && parent.place.country != place.country
        };
        let told = |mention: &Mention| !mention.parents.is_empty() && self.parents[mention.parents.clone()].iter().all(other);
        let small = is_little(place) || place.level > 0 && place.population < DIVISION;
        small && self.mentions[name.mentions.clone()].iter().any(told)
    }

    /// Whether a small place, one of several of its name, lies neither in the country where the article was filed nor in one that it speaks of,
    /// nor near anything: a report from Bogota that names no more of America means no town in California by "Chico".
    pub(super) fn is_abroad(&self, number: usize, best: usize, scene: &Scene) -> bool {
        let (name, place) = (&self.names[number], &self.places[best]);
        let opens = |other: &&Name| self.mentions[other.mentions.clone()].iter().any(|mention| mention.opens);
        let filed = self.names.iter().find(opens).filter(|_| is_little(place)).and_then(|filed| self.best(filed, |_| true));
        let shared = || self.places[name.choices.clone()].iter().any(|other| other.country != place.country);
        if filed.is_none_or(|filed| self.places[filed].country == place.country) || !shared() {
            return false;
        }
        let country = area(place.country);
        let own = self.choices[name.choices.clone()].iter().map(|choice| choice.of(country)).sum::<f32>() * name.weight;
        let near = place.point.map_or(0.0, |point| scene.nearness(number as u32, point));
        near <= 0.0 && scene.countries.of(country) - own < SPOKEN_OF / 2.0
    }
}

/// Whether a town or a district is so small that it is hardly named abroad without its country.
fn is_little(place: &Candidate<'_>) -> bool {
    const SMALL: u32 = 100_000;
    (place.kind == PlaceKind::Town || place.level == 2) && place.population < SMALL
}
