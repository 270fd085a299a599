//! [`resolve`]: which of its namesakes each name of a place means.
//!
//! Every candidate of a name gets points: for its prominence, for what stands beside the name, and for the rest of the article that plays
//! in its country, in its division, or near it. The rest of the article is weighed by the readings of the other names so far, twice over.
//! A name has one reading in an article, unless something beside a mention says otherwise.

use super::candidate::{Candidate, PlaceKind};
use super::class::PlaceClass;
use super::cue::{self, Cues};
use super::lookup;
use super::scene::{Anchor, Area, Scene, Weights, area};
use crate::document::Document;
use crate::mention::NameMention;
use crate::record::{EntityKind, Place};
use std::collections::HashMap;

/// Points for a place named beside that holds the candidate.
const HELD: f32 = 9.0;
/// Points for a candidate of the kind that a word beside tells.
const CLASS: f32 = 4.0;
/// Points off for a division that shares its name with a town in it: the bare name means the town.
const SHARED_NAME: f32 = 3.0;
const COUNTRY: f32 = 2.0;
const DIVISION: f32 = 2.0;
const NEAR: f32 = 2.0;
/// Weight of an article's area at which it counts half a point and more.
const UNIT: f32 = 0.3;
/// Points that make one reading e times as likely as another.
const TEMPERATURE: f32 = 1.5;
/// A reading less likely than this says nothing of where the article plays.
const LEAST: f32 = 0.05;
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
/// assert_eq!(readings[0].place.admin1, "US-TX");
/// ```
pub fn resolve<'d>(
    document: Document<'d>,
    names: &[NameMention],
    title: Option<&str>,
    country_bias: Option<&str>,
) -> Vec<PlaceReading<'d>> {
    let mut article = Article::collect(document, names);
    let mut start = Scene::of_peoples(document);
    if let Some(country) = country_bias {
        start.countries.add(area(country), 2.0);
    }
    if let Some(title) = title {
        start.add_title(document.lexicon, title);
    }
    for _ in 0..ROUNDS {
        article.share();
        let scene = article.scene(&start);
        article.score(&scene);
    }
    article.share();
    article.readings()
}

/// A mention with what stands beside it.
struct Mention<'d> {
    index: u32,
    cues: Cues<'d>,
}

/// All mentions of a name.
struct Name<'d> {
    key: u64,
    mentions: Vec<Mention<'d>>,
    options: std::ops::Range<usize>,
    weight: f32,
}

/// A candidate with its points and its share among the candidates of its name.
struct Choice<'d> {
    place: Candidate<'d>,
    country: Area,
    admin1: Area,
    base: f32,
    points: f32,
    share: f32,
}

impl<'d> Choice<'d> {
    fn new(place: Candidate<'d>) -> Self {
        Self { place, country: area(place.country), admin1: area(place.admin1), base: place.prominence, points: 0.0, share: 0.0 }
    }
}

struct Article<'d> {
    names: Vec<Name<'d>>,
    choices: Vec<Choice<'d>>,
    numbers: HashMap<u64, usize>,
}

impl<'d> Article<'d> {
    fn collect(document: Document<'d>, mentions: &[NameMention]) -> Self {
        let mut article = Self { names: Vec::new(), choices: Vec::new(), numbers: HashMap::new() };
        for (index, mention) in mentions.iter().enumerate() {
            if matches!(mention.kind, EntityKind::Place | EntityKind::Facility) {
                article.mention(document, index as u32, mention);
            }
        }
        for name in &mut article.names {
            name.weight = (name.mentions.len() as f32).sqrt();
            let choices = article.choices.get_mut(name.options.clone()).unwrap_or(&mut []);
            base_points(name, choices);
        }
        article
    }

    fn mention(&mut self, document: Document<'d>, index: u32, mention: &NameMention) {
        let (first, last) = (mention.first as usize, mention.last as usize);
        let key = lookup::key(document, first, last);
        let number = *self.numbers.entry(key).or_insert(self.names.len());
        let mut class = None;
        if number == self.names.len() {
            let from = self.choices.len();
            let found = lookup::find(document, mention);
            class = found.class;
            self.choices.extend(found.places.into_iter().map(Choice::new));
            self.names.push(Name { key, mentions: Vec::new(), options: from..self.choices.len(), weight: 1.0 });
        }
        let Some(name) = self.names.get_mut(number) else { return };
        let mut cues = cue::read(document, first, last);
        cues.class = class.or(cues.class);
        name.mentions.push(Mention { index, cues });
    }

    /// Shares out each name among its candidates by their points.
    fn share(&mut self) {
        for name in &self.names {
            let choices = &mut self.choices[name.options.clone()];
            let best = choices.iter().map(|choice| choice.points).fold(f32::MIN, f32::max);
            let weigh = |points: f32| ((points - best) / TEMPERATURE).exp();
            let sum: f32 = choices.iter().map(|choice| weigh(choice.points)).sum();
            for choice in choices {
                choice.share = weigh(choice.points) / sum.max(f32::MIN_POSITIVE);
            }
        }
    }

    /// Where the article plays by the readings so far.
    fn scene(&self, start: &Scene) -> Scene {
        let mut scene = start.clone();
        for (number, name) in self.names.iter().enumerate() {
            for choice in self.choices[name.options.clone()].iter().filter(|choice| choice.share > LEAST) {
                let weight = name.weight * choice.share;
                scene.countries.add(choice.country, weight);
                scene.divisions.add(choice.admin1, weight);
                if let Some(point) = choice.place.point.filter(|_| choice.place.is_small()) {
                    scene.anchors.push(Anchor { name: number, point, weight });
                }
            }
        }
        scene.settle();
        scene
    }

    /// Gives each candidate its points in this scene, to which its own name does not count.
    fn score(&mut self, scene: &Scene) {
        let (mut countries, mut divisions) = (Weights::default(), Weights::default());
        for (number, name) in self.names.iter().enumerate() {
            countries.clear();
            divisions.clear();
            let choices = &mut self.choices[name.options.clone()];
            for choice in choices.iter().filter(|choice| choice.share > LEAST) {
                countries.add(choice.country, name.weight * choice.share);
                divisions.add(choice.admin1, name.weight * choice.share);
            }
            for choice in choices {
                let place = &choice.place;
                let country = scene.countries.of(choice.country) - countries.of(choice.country);
                let division = scene.divisions.of(choice.admin1) - divisions.of(choice.admin1);
                let near = place.point.filter(|_| place.is_small()).map_or(0.0, |point| scene.nearness(number, point));
                choice.points = choice.base + COUNTRY * gain(country) + DIVISION * gain(division) + NEAR * gain(near);
            }
        }
    }

    fn readings(&self) -> Vec<PlaceReading<'d>> {
        let mut readings = Vec::new();
        for name in &self.names {
            let choices = &self.choices[name.options.clone()];
            let mut order: Vec<usize> = (0..choices.len()).collect();
            order.sort_by(|&one, &other| choices[other].points.total_cmp(&choices[one].points));
            let Some(&best) = order.first() else { continue };
            let mut rest = Vec::new();
            for mention in &name.mentions {
                match mention.own(choices, best) {
                    Some(own) => readings.push(reading(vec![mention.index], choices, own, &order, "named beside")),
                    None => rest.push(mention.index),
                }
            }
            if !rest.is_empty() {
                let reason = name.reason(choices, best);
                readings.push(reading(rest, choices, best, &order, reason));
            }
        }
        readings.sort_by_key(|reading| reading.mentions.first().copied());
        readings
    }
}

fn reading<'d>(mentions: Vec<u32>, choices: &[Choice<'d>], best: usize, order: &[usize], reason: &'static str) -> PlaceReading<'d> {
    let others = order.iter().filter(|&&choice| choice != best && choices[choice].share > 0.01);
    PlaceReading {
        mentions,
        place: choices[best].place,
        score: choices[best].share,
        alternatives: others.take(3).map(|&choice| choices[choice].place).collect(),
        reason,
    }
}

/// Points for what stands beside the mentions, and off for a division that a town in it shares the name with.
fn base_points(name: &Name<'_>, choices: &mut [Choice<'_>]) {
    let states = name.mentions.iter().any(|mention| matches!(mention.cues.class, Some(PlaceClass::State | PlaceClass::District)));
    for at in 0..choices.len() {
        let place = choices[at].place;
        let mut base = place.prominence;
        let shared = |other: &Choice<'_>| other.place.kind == PlaceKind::Town && other.place.admin1 == place.admin1;
        if place.level == 1 && !states && choices.iter().any(shared) {
            base -= SHARED_NAME;
        }
        let held = name.mentions.iter().map(|mention| mention.cues.held(&place)).fold(0.0, f32::max);
        let classes = name.mentions.iter().filter_map(|mention| mention.cues.class);
        let class = classes.map(|class| class.fit(&place)).fold(0.0, |sum: f32, fit| if fit.abs() > sum.abs() { fit } else { sum });
        choices[at].base = base + HELD * held + CLASS * class;
        choices[at].points = choices[at].base;
    }
}

impl Mention<'_> {
    /// The reading that what stands beside this mention alone asks for, if it is not the name's.
    fn own(&self, choices: &[Choice<'_>], best: usize) -> Option<usize> {
        if self.cues.held(&choices.get(best)?.place) > 0.0 {
            return None;
        }
        let held = |at: &usize| self.cues.held(&choices[*at].place) > 0.9;
        (0..choices.len()).filter(held).max_by(|&one, &other| choices[one].points.total_cmp(&choices[other].points))
    }
}

impl Name<'_> {
    fn reason(&self, choices: &[Choice<'_>], best: usize) -> &'static str {
        let place = &choices[best].place;
        if choices.len() == 1 {
            "the only one"
        } else if self.mentions.iter().any(|mention| mention.cues.held(place) > 0.0) {
            "named beside"
        } else if self.mentions.iter().any(|mention| mention.cues.class.is_some_and(|class| class.fit(place) > 0.0)) {
            "kind told beside"
        } else if choices.iter().all(|other| other.base <= choices[best].base) {
            "prominence"
        } else {
            "scene of the article"
        }
    }
}

impl Cues<'_> {
    fn held(&self, place: &Candidate<'_>) -> f32 {
        self.parents.iter().map(|parent| parent.holds(place)).fold(0.0, f32::max)
    }
}

impl Candidate<'_> {
    /// Whether a point says well where it is.
    fn is_small(&self) -> bool {
        match self.kind {
            PlaceKind::Town => true,
            PlaceKind::Division => self.level == 2,
            PlaceKind::Region => self.extent_km <= 100,
            PlaceKind::Country => false,
        }
    }
}

impl PlaceReading<'_> {
    /// The place as the record shows it.
    pub fn place(&self) -> Place {
        self.place.record()
    }
}

/// Points for the weight of an area: the first names count most.
fn gain(weight: f32) -> f32 {
    (1.0 + weight.max(0.0) / UNIT).ln()
}
