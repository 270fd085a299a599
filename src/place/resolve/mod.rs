//! [`resolve`]: which of its namesakes each name of a place means.
//!
//! Every candidate of a name gets points: for its prominence, for what stands beside the name, and for the rest of the article that plays
//! in its country, in its division, or near it. The rest of the article is weighed by the readings of the other names so far, twice over.
//! A name has one reading in an article, unless something beside a mention says otherwise.

mod abroad;

use super::candidate::{Candidate, PlaceKind};
use super::choice::{self, Choice, Own};
use super::class::PlaceClass;
use super::cue::{self, Parent, Stance};
use super::geo;
use super::ground::Ground;
use super::lookup::{self, Match};
use super::scene::{Scene, area};
use crate::document::Document;
use crate::mention::NameMention;
use crate::record::{EntityKind, Place};
use crate::token::literal::word;
use std::ops::Range;

/// Points for a place named beside that holds the candidate.
const HELD: f32 = 8.0;
/// Points for a candidate of the kind that a word beside tells.
const CLASS: f32 = 3.0;
/// Points off for a division that shares its name with a town in it: the bare name means the town.
const SHARED_NAME: f32 = 3.0;
/// How many times as much as another name the dateline tells of where the article plays.
const DATELINE: f32 = 2.0;
/// How little what a building may be named after tells of that, and a great power that is only spoken of.
const INSIDE: f32 = 0.3;
const SPOKEN_OF: f32 = 0.1;
/// Points for the capital of one that acts: "Britain urged Washington".
const POWER: f32 = 4.0;
/// Points for a division in a list of others of its country: "Kaduna, Niger and Zamfara".
const LISTED: f32 = 4.0;
/// How near, in kilometres, a state lies whose neighbour has a division of the same name.
const NEXT_DOOR: f32 = 1500.0;
/// A town of so many people is meant by its bare name, even if its division bears the same.
const GREAT: u32 = 1_000_000;
/// A town of so many people is meant where an airport bears its name.
const LARGE: u32 = 100_000;
/// A town of so many people is meant by the name of a country where another country that holds it stands behind: "Trinidad, Bolivia".
const SIZEABLE: u32 = 20_000;
const ROUNDS: usize = 3;

/// What a name of a place means.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceReading<'d> {
    /// Indices of the mentions, in order.
    pub mentions: Vec<u32>,
    /// The row of the gazetteer.
    pub place: Candidate<'d>,
    /// How sure, 0 to 1.
    pub score: f32,
    /// The next best readings, at most three.
    pub alternatives: Vec<Candidate<'d>>,
    /// What decided.
    pub reason: &'static str,
}

/// Reads all names of kind place or facility that the gazetteer knows.
///
/// ```
/// use dateline::document::Layout;
/// use dateline::lexicon::Lexicon;
/// use dateline::mention::NameMention;
/// use dateline::place;
/// use dateline::record::EntityKind;
/// let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
/// let document = layout.read("Police in Paris, Texas, arrested two men.", &lexicon);
/// let paris = NameMention { first: 2, last: 3, kind: EntityKind::Place, row: None, country: None, rule: "example" };
/// let readings = place::resolve(document, &[paris], None, None);
/// # #[cfg(feature = "places")]
/// assert_eq!(readings[0].place.admin1, "US-TX");
/// ```
pub fn resolve<'d>(
    document: Document<'d>,
    names: &[NameMention],
    title: Option<&str>,
    country_bias: Option<&str>,
) -> Vec<PlaceReading<'d>> {
    let mut article = Article::collect(document, names);
    if article.names.is_empty() {
        return Vec::new();
    }
    let mut start = Scene::of_peoples(document);
    start.add_bodies(document, names);
    if let Some(country) = country_bias {
        start.countries.add(area(country), 2.0);
    }
    if let Some(title) = title {
        start.add_title(document.lexicon, title);
    }
    let scene = article.weigh(&start);
    article.readings(&scene)
}

/// A mention with what stands beside it.
struct Mention<'d> {
    key: u64,
    index: u32,
    class: Option<PlaceClass>,
    parents: Range<usize>,
    /// Whether it stands in the dateline.
    opens: bool,
    stance: Stance,
    /// The country of a first-level division that stands beside it in a list.
    listed: Option<&'d str>,
}

/// All mentions of a name and all that it may mean.
struct Name {
    mentions: Range<usize>,
    choices: Range<usize>,
    weight: f32,
    /// Whether the choices are what a facility may be named after.
    inside: bool,
    /// Whether it is that of an airport, which bears the name of its town.
    airport: bool,
    /// Whether it stands for a great power, which is only spoken of.
    acts: bool,
}

#[derive(Default)]
struct Article<'d> {
    /// Mentions of one name follow each other.
    mentions: Vec<Mention<'d>>,
    parents: Vec<Parent<'d>>,
    names: Vec<Name>,
    places: Vec<Candidate<'d>>,
    /// As many as places.
    choices: Vec<Choice>,
}

impl<'d> Article<'d> {
    fn collect(document: Document<'d>, names: &[NameMention]) -> Self {
        let mut article = Self::default();
        for (index, name) in names.iter().enumerate() {
            if matches!(name.kind, EntityKind::Place | EntityKind::Facility) {
                let (first, last) = (name.first as usize, lookup::end(&document, name));
                let from = article.parents.len();
                let class = cue::read(&document, first, last, &mut article.parents);
                let parents = from..article.parents.len();
                let opens = document.dateline.is_some_and(|dateline| name.first >= dateline.first && name.last <= dateline.last);
                let key = lookup::key(&document, first, last);
                let stance = cue::stance(&document, first, last);
                let listed = cue::listed(&document, first, last);
                article.mentions.push(Mention { key, index: index as u32, class, parents, opens, stance, listed });
            }
        }
        article.mentions.sort_by_key(|mention| (mention.key, mention.index));
        article.look_up(document, names);
        article
    }

    /// Makes a name of each run of mentions with the same key.
    fn look_up(&mut self, document: Document<'d>, names: &[NameMention]) {
        let mut from = 0;
        while let Some(first) = self.mentions.get(from) {
            let key = first.key;
            let run = self.mentions[from..].partition_point(|mention| mention.key == key);
            let mentions = from..from + run;
            from += run;
            let Some(mention) = names.get(self.mentions[mentions.start].index as usize) else { continue };
            let start = self.places.len();
            let Some(found) = lookup::find(&document, mention, &mut self.places) else { continue };
            if let Match::Class(class) = found {
                self.mentions[mentions.start].class = Some(class);
            }
            let reports = self.mentions[mentions.clone()].iter().any(|mention| mention.opens);
            let inside = found == Match::Inside;
            let acts = self.acts(&document, &self.mentions[mentions.clone()], &self.places[start..]);
            let weight = match () {
                () if reports => DATELINE,
                () if inside => INSIDE,
                () if acts => SPOKEN_OF,
                () => 1.0,
            };
            let weight = (run as f32).sqrt() * weight;
            let last = (mention.last as usize).saturating_sub(1);
            let airport = inside && (document.is(last, word!("airport")) || document.is(last, word!("airfield")));
            let name = Name { mentions, choices: start..self.places.len(), weight, inside, airport, acts };
            let choices = self.base(&name);
            self.choices.extend(choices);
            self.names.push(name);
        }
    }

    /// Whether a country of which news from everywhere speaks, or a capital that stands for one, is never said to be where something is.
    fn acts(&self, document: &Document<'d>, mentions: &[Mention<'_>], places: &[Candidate<'d>]) -> bool {
        let free = mentions.iter().all(|mention| mention.parents.is_empty() && mention.class.is_none());
        let great = |place: &Candidate<'_>| {
            (place.kind == PlaceKind::Country || free && place.feature == "PPLC") && lookup::is_everywhere(document.lexicon, place.country)
        };
        let Some(place) = places.iter().find(|place| great(place)) else { return false };
        let near = place.kind == PlaceKind::Country;
        mentions.iter().all(|mention| mention.stance == Stance::Acts || near && mention.stance == Stance::Near)
    }

    /// The choices of a name with points for what stands beside its mentions, and off for a division that a town in it shares the name with.
    fn base(&self, name: &Name) -> Vec<Choice> {
        let places = &self.places[name.choices.clone()];
        let mentions = &self.mentions[name.mentions.clone()];
        let is_division = |class: PlaceClass| matches!(class, PlaceClass::State | PlaceClass::District);
        let divisions = mentions.iter().any(|mention| mention.class.is_some_and(is_division));
        let country = places.iter().any(|place| place.kind == PlaceKind::Country);
        // "BUENOS AIRES - ... in Buenos Aires province": what stands beside the one says nothing of the other.
        let great = |place: &Candidate<'_>| place.kind == PlaceKind::Town && place.population >= GREAT;
        let apart = mentions.iter().any(|mention| mention.opens) || places.iter().any(great);
        let choice = |place: &Candidate<'d>| {
            let mut choice = Choice::new(place);
            let shares = |town: &Candidate<'_>| {
                let inside = if place.level == 1 { town.admin1 == place.admin1 } else { town.parent == place.geonames_id };
                town.kind == PlaceKind::Town && inside
            };
            if place.level > 0 && !divisions && places.iter().any(shares) {
                choice.base -= SHARED_NAME;
            }
            choice.is_next_door = is_next_door(place, places);
            if choice.is_next_door && mentions.iter().any(|mention| mention.listed == Some(place.country)) {
                choice.base += LISTED;
            }
            let held = mentions.iter().map(|mention| self.held(mention, place, country)).fold(0.0, f32::max);
            let told = mentions.iter().filter(|mention| !apart || mention.opens).filter_map(|mention| mention.class);
            let fits = told.map(|class| class.fit(place));
            let fit = fits.fold(0.0, |sum: f32, fit| if fit.abs() > sum.abs() { fit } else { sum });
            let power = if name.acts && place.feature == "PPLC" { POWER } else { 0.0 };
            choice.base += HELD * held + CLASS * fit + power;
            choice.points = choice.base;
            choice
        };
        places.iter().map(choice).collect()
    }

    /// How strongly what stands beside the mention says that the place is meant. Of a country's name a country behind a comma says nothing:
    /// it is the next of a list, or the next clause ("in Russia, U.S. officials said"), but for a sizeable town of that name in it.
    fn held(&self, mention: &Mention<'_>, place: &Candidate<'d>, country: bool) -> f32 {
        let parents = self.parents[mention.parents.clone()].iter();
        // "Mexico, Ghana sign pact" is a list.
        let told = |parent: &Parent<'_>| parent.closes && (parent.strength < 1.0 || mention.stance != Stance::Acts);
        let town = || place.kind == PlaceKind::Town && place.population >= SIZEABLE;
        let parents = parents.filter(|parent| !(country && parent.place.kind == PlaceKind::Country) || told(parent) && town());
        parents.map(|parent| parent.holds(place)).fold(0.0, f32::max)
    }

    /// Weighs all choices by the scene that they themselves make, again and again; returns the last one.
    fn weigh(&mut self, start: &Scene) -> Scene {
        let (mut scene, mut own) = (Scene::default(), Own::default());
        for _ in 0..ROUNDS {
            scene.restart(start);
            for (number, name) in self.names.iter().enumerate() {
                let choices = &mut self.choices[name.choices.clone()];
                choice::share(choices);
                choice::tell(choices, number as u32, name.weight, &mut scene);
            }
            scene.settle();
            for (number, name) in self.names.iter().enumerate() {
                choice::score(&mut self.choices[name.choices.clone()], number as u32, name.weight, &scene, &mut own);
            }
        }
        for name in &self.names {
            choice::share(&mut self.choices[name.choices.clone()]);
        }
        scene
    }

    fn readings(&self, scene: &Scene) -> Vec<PlaceReading<'d>> {
        let mut readings = Vec::with_capacity(self.names.len());
        let named = self.names.iter().filter(|name| !name.inside).filter_map(|name| self.likeliest(name));
        let ground = Ground::of(named.map(|best| &self.places[best]));
        for (number, name) in self.names.iter().enumerate() {
            let fits = |best: &usize| {
                let large = || self.places[*best].kind == PlaceKind::Town && self.places[*best].population >= LARGE;
                let named = !name.inside || name.airport && large() || ground.holds(&self.places[*best]);
                named && !self.is_elsewhere(name, *best) && !self.is_abroad(number, *best, scene)
            };
            let Some(best) = self.likeliest(name).filter(fits) else { continue };
            let mut rest = Vec::new();
            for mention in &self.mentions[name.mentions.clone()] {
                match self.own(name, mention, best) {
                    Some(own) => readings.push(self.reading(name, vec![mention.index], own, "named beside")),
                    None => rest.push(mention.index),
                }
            }
            if !rest.is_empty() {
                readings.push(self.reading(name, rest, best, self.reason(name, best)));
            }
        }
        readings.sort_by_key(|reading| reading.mentions.first().copied());
        readings
    }

    /// The choice of a name with the most points among those that pass.
    fn best(&self, name: &Name, pass: impl Fn(usize) -> bool) -> Option<usize> {
        let more = |one: &usize, other: &usize| self.choices[*one].points.total_cmp(&self.choices[*other].points);
        name.choices.clone().filter(|&choice| pass(choice)).max_by(more)
    }

    /// The likeliest choice of a name in the division in which its readings together are likeliest: the department of La Libertad and the port in it
    /// both speak for El Salvador.
    fn likeliest(&self, name: &Name) -> Option<usize> {
        let mut divisions: Vec<(&str, f32)> = Vec::new();
        for choice in name.choices.clone().filter(|&choice| !self.places[choice].admin1.is_empty()) {
            let (division, share) = (self.places[choice].admin1, self.choices[choice].share);
            match divisions.iter_mut().find(|(known, _)| *known == division) {
                Some((_, sum)) => *sum += share,
                None => divisions.push((division, share)),
            }
        }
        let best = self.best(name, |_| true)?;
        let (division, share) = divisions.into_iter().max_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or_default();
        let together = share > self.choices[best].share;
        if together { self.best(name, |choice| self.places[choice].admin1 == division) } else { Some(best) }
    }

    /// The reading that what stands beside this mention alone asks for, if it is not the name's.
    fn own(&self, name: &Name, mention: &Mention<'_>, best: usize) -> Option<usize> {
        if let Some(class) = mention.class.filter(|class| class.fit(&self.places[best]) < 0.0 || is_town_for(*class, &self.places[best])) {
            let beside = |place: &Candidate<'d>| match place.level {
                1 => place.country == self.places[best].country,
                _ => place.admin1 == self.places[best].admin1 && !place.admin1.is_empty(),
            };
            let own = self.best(name, |choice| class.fit(&self.places[choice]) > 0.0 && beside(&self.places[choice]));
            if own.is_some() {
                return own;
            }
        }
        if mention.parents.is_empty() || self.held(mention, &self.places[best], false) > 0.0 {
            return None;
        }
        let country = self.places[name.choices.clone()].iter().any(|place| place.kind == PlaceKind::Country);
        self.best(name, |choice| self.held(mention, &self.places[choice], country) > 0.9)
    }

    fn reading(&self, name: &Name, mentions: Vec<u32>, best: usize, reason: &'static str) -> PlaceReading<'d> {
        let mut others: Vec<usize> = name.choices.clone().filter(|&choice| choice != best && self.choices[choice].share > 0.01).collect();
        others.sort_by(|&one, &other| self.choices[other].points.total_cmp(&self.choices[one].points));
        PlaceReading {
            mentions,
            place: self.places[best],
            score: self.choices[best].share,
            alternatives: others.into_iter().take(3).map(|choice| self.places[choice]).collect(),
            reason,
        }
    }

    /// What decided for the best choice of a name.
    fn reason(&self, name: &Name, best: usize) -> &'static str {
        let place = &self.places[best];
        let mentions = &self.mentions[name.mentions.clone()];
        if name.choices.len() == 1 {
            "the only one"
        } else if mentions.iter().any(|mention| self.held(mention, place, false) > 0.0) {
            "named beside"
        } else if mentions.iter().any(|mention| mention.class.is_some_and(|class| class.fit(place) > 0.0)) {
            "kind told beside"
        } else if self.choices[name.choices.clone()].iter().all(|other| other.base <= self.choices[best].base) {
            "prominence"
        } else {
            "scene of the article"
        }
    }
}

/// Whether the word tells of a division where the reading is a town.
fn is_town_for(class: PlaceClass, place: &Candidate<'_>) -> bool {
    matches!(class, PlaceClass::State | PlaceClass::District) && place.kind == PlaceKind::Town
}

impl PlaceReading<'_> {
    /// The place as the record shows it.
    pub fn place(&self) -> Place {
        self.place.record()
    }
}

/// Whether the place is a division that bears the name of a state next door: the Niger State of Nigeria, the Luxembourg of Belgium. What speaks
/// of its country speaks for the neighbour as well: "Nigeria and Niger agreed".
fn is_next_door(place: &Candidate<'_>, places: &[Candidate<'_>]) -> bool {
    let near = |state: &Candidate<'_>| place.point.zip(state.point).is_some_and(|(one, other)| geo::km(one, other) < NEXT_DOOR);
    let state = |other: &Candidate<'_>| other.kind == PlaceKind::Country && other.country != place.country && near(other);
    place.level == 1 && places.iter().any(state)
}
