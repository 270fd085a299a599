//! Home: the country that an article is about, and its entity where the article only implies it.

use super::EntityDraft;
use crate::document::Document;
use crate::lexicon::column::{Country, Region, Town};
use crate::lexicon::{Hit, RowRef, TableId, WordSet};
use crate::mention::NameMention;
use crate::place;
use crate::record::number::id;
use crate::record::{EntityKind, Event, Place, Side, Term};

/// How often an article names something of each country, below its dateline; the country that it is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// ISO 3166 alpha-2 of the country that it is about: that of the dateline, unless the text speaks of others only, or of
    /// another one far more. Without a dateline none.
    pub country: Option<Term>,
    /// Where it was filed: index of the place's entity.
    pub filed: Option<usize>,
    counts: Vec<(Term, usize)>,
}

impl Home {
    /// The home of an article with these entities.
    pub fn of(document: Document<'_>, names: &[NameMention], entities: &[EntityDraft]) -> Self {
        let Some(dateline) = document.dateline else { return Self { counts: count(document, 0, names, entities), ..Self::default() } };
        let in_dateline = |draft: &EntityDraft| {
            draft.kind == EntityKind::Place
                && dateline.place.is_some_and(|(first, last)| {
                    draft.mentions.iter().filter_map(|&name| names.get(name as usize)).any(|name| name.first < last && first < name.last)
                })
        };
        let filed = entities.iter().position(in_dateline);
        let counts = count(document, dateline.last, names, entities);
        let own = filed.and_then(|place| entities.get(place)).and_then(country);
        let at_home = own.map_or(0, |own| told(&counts, own));
        let abroad = foremost(&counts)
            .filter(|most| at_home == 0 || told(&counts, most) >= FAR_MORE * at_home && has_sites(most, dateline.last, names, entities));
        let about = abroad.or(own).cloned();
        Self { country: about, filed, counts }
    }

    /// The country that the article names most, if more than once.
    fn foremost(&self) -> Option<&Term> {
        foremost(&self.counts)
    }

    /// How often something of `country` is named.
    pub fn told(&self, country: &str) -> usize {
        told(&self.counts, country)
    }
}

/// How many times as often as the country of its dateline an article must speak of another one to be about that.
const FAR_MORE: usize = 3;

fn told(counts: &[(Term, usize)], country: &str) -> usize {
    counts.iter().find(|(known, _)| known == country).map_or(0, |&(_, count)| count)
}

/// Whether the tokens from `from` on name a town or division of the country: a power that is only spoken of has none.
fn has_sites(country: &str, from: u32, names: &[NameMention], entities: &[EntityDraft]) -> bool {
    entities.iter().any(|entity| {
        let place = entity.place.as_ref().filter(|place| place.country.as_deref() == Some(country));
        let site = place.and_then(|place| place.feature.as_deref()).is_some_and(|feature| !feature.starts_with("PCL"));
        site && entity.mentions.iter().filter_map(|&name| names.get(name as usize)).any(|name| name.first >= from)
    })
}

fn foremost(counts: &[(Term, usize)]) -> Option<&Term> {
    counts.iter().filter(|(_, count)| *count > 1).max_by_key(|(_, count)| count).map(|(country, _)| country)
}

/// The country of an entity: where it lies, or whose it is.
pub fn country(entity: &EntityDraft) -> Option<&Term> {
    let country = entity.place.as_ref().and_then(|place| place.country.as_ref()).or(entity.country.as_ref());
    // The seat of the United Nations tells of no country.
    let world = entity.side == Some(Side::International) && entity.kind != EntityKind::Place;
    country.filter(|country| country.len() == 2 && entity.kind != EntityKind::Person && !world)
}

/// The index of the entity that stands for a country.
pub fn state(entities: &[EntityDraft], country: &str) -> Option<usize> {
    entities.iter().position(|entity| {
        let place = entity.place.as_ref().filter(|place| place.feature.as_deref().is_some_and(|feature| feature.starts_with("PCL")));
        place.is_some_and(|place| place.country.as_deref() == Some(country))
    })
}

/// Adds the countries that the article is about, and speaks of most, if it names only their towns and people, and the town that a facility
/// tells: entities without mentions.
pub fn imply(document: Document<'_>, names: &[NameMention], entities: &mut Vec<EntityDraft>) {
    let home = Home::of(document, names, entities);
    let foremost = home.foremost().cloned();
    for country in home.country.into_iter().chain(foremost) {
        if state(entities, &country).is_none() {
            entities.extend(place::state(document.lexicon, &country).map(|row| implied(document, row, country)));
        }
    }
    if let Some(town) = entities.iter().find_map(|entity| town_of(document, names, entity)) {
        let same = |entity: &EntityDraft| entity.kind == EntityKind::Place && entity.place.is_some() && entity.name == town.name;
        if !entities.iter().any(same) {
            entities.push(town);
        }
    }
}

/// The town that the name of a facility tells, by its row or inside it: "a bomb outside Mogadishu airport", "Erbil airport".
fn town_of(document: Document<'_>, names: &[NameMention], site: &EntityDraft) -> Option<EntityDraft> {
    let place = site.place.as_ref().filter(|_| site.kind == EntityKind::Facility)?;
    let row = site.row.filter(|row| row.table == TableId::Region);
    let city = row.map(|row| document.lexicon.row(row).text(Region::City)).filter(|city| !city.is_empty());
    let (name, place) = match city {
        Some(city) => (city, Place { geonames_id: None, feature: Some("PPL".into()), ..place.clone() }),
        None if place.feature.as_deref().is_some_and(|feature| feature.starts_with("PPL")) => {
            let mention = names.get(*site.mentions.first()? as usize)?;
            let town = |hit: &&Hit| {
                let id = document.lexicon.row(hit.row).integer(Town::GeonamesId).and_then(|id| u32::try_from(id).ok());
                hit.row.table == TableId::Town && hit.last < mention.last && id.is_some() && id == place.geonames_id
            };
            let hit = (mention.first..mention.last).find_map(|token| document.places_at(token as usize).iter().find(town))?;
            let text = |token: u32| document.tokens.get(token as usize);
            let (from, to) = (text(hit.first)?.start as usize, text(hit.last.checked_sub(1)?)?.end as usize);
            (document.text.get(from..to)?, place.clone())
        }
        None => return None,
    };
    let key = place.geonames_id.map(|id| format!("place/{id}"));
    let country = place.country.clone();
    let (name, rule) = (name.to_owned(), "town of a facility".into());
    Some(EntityDraft { kind: EntityKind::Place, name, key, place: Some(place), country, score: 0.7, rule, ..EntityDraft::default() })
}

fn implied(document: Document<'_>, row: RowRef, country: Term) -> EntityDraft {
    let cells = document.lexicon.row(row);
    EntityDraft {
        kind: EntityKind::Place,
        name: cells.text(Country::Name).to_owned(),
        key: Some(format!("country/{}", cells.text(Country::Id))),
        row: Some(row),
        place: Some(place::of_country(document.lexicon, row)),
        country: Some(country),
        score: 0.7,
        rule: "dateline".into(),
        ..EntityDraft::default()
    }
}

/// Takes away the implied places in which no event took place.
pub fn forget(entities: &mut Vec<EntityDraft>, events: &[Event]) {
    while let Some(last) = entities.last().filter(|last| last.mentions.is_empty() && last.descriptions.is_empty()) {
        let id = id('E', entities.len() - 1);
        if last.place.is_none() || events.iter().any(|event| event.places.contains(&id)) {
            return;
        }
        entities.pop();
    }
}

/// How often the tokens from `from` on name something of each country.
fn count(document: Document<'_>, from: u32, names: &[NameMention], entities: &[EntityDraft]) -> Vec<(Term, usize)> {
    // Those who are abroad are told by their country wherever they are: "two Dutch tourists".
    let is_resident = |name: &&NameMention| name.first >= from && !document.has(WordSet::Abroad, name.last as usize);
    let mut counts: Vec<(Term, usize)> = Vec::new();
    for entity in entities {
        let Some(country) = country(entity) else { continue };
        let is_at_home =
            |name: &&NameMention| !(document.has(WordSet::Soldier, name.last as usize) && place::sends_soldiers(document.lexicon, country));
        let named = entity.mentions.iter().filter_map(|&name| names.get(name as usize)).filter(is_resident).filter(is_at_home).count();
        match counts.iter_mut().find(|(known, _)| known == country) {
            Some((_, count)) => *count += named,
            None => counts.push((country.clone(), named)),
        }
    }
    counts
}
