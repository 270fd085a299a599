//! [`Scene`]: where an article plays, as far as its names tell: countries, first-level divisions and points, each with a weight.

use super::geo::{self, Point};
use crate::document::Document;
use crate::lexicon::column::Country;
use crate::lexicon::{FormRole, TableId};

/// How many points are kept.
const ANCHORS: usize = 24;
/// Beyond this distance, in kilometres, nearness counts for nothing.
const REACH: f32 = 250.0;

/// Weights of areas by code; few enough to be searched one after the other.
#[derive(Clone, Debug, Default)]
pub struct Weights<'d>(Vec<(&'d str, f32)>);

impl<'d> Weights<'d> {
    /// Adds weight to an area; an empty code is none.
    pub fn add(&mut self, code: &'d str, weight: f32) {
        if code.is_empty() {
            return;
        }
        match self.0.iter_mut().find(|(known, _)| *known == code) {
            Some((_, sum)) => *sum += weight,
            None => self.0.push((code, weight)),
        }
    }

    /// The weight of an area.
    pub fn of(&self, code: &str) -> f32 {
        self.0.iter().find(|(known, _)| *known == code).map_or(0.0, |(_, weight)| *weight)
    }

    /// Removes all.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

/// A point that a name stands for, with the name's number and a weight.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    /// Number of the name.
    pub name: usize,
    /// Where.
    pub point: Point,
    /// How sure and how often.
    pub weight: f32,
}

/// Where an article plays.
#[derive(Clone, Debug, Default)]
pub struct Scene<'d> {
    /// Countries.
    pub countries: Weights<'d>,
    /// First-level divisions.
    pub divisions: Weights<'d>,
    /// Points, the weightiest first.
    pub anchors: Vec<Anchor>,
}

impl<'d> Scene<'d> {
    /// What the adjectives and people of countries in the text tell ("Iraqi", "Somalis").
    pub fn of_peoples(document: Document<'d>) -> Self {
        let mut scene = Self::default();
        for hit in document.hits.iter().filter(|hit| hit.row.table == TableId::Country) {
            if matches!(hit.role, FormRole::Adjective | FormRole::Person | FormRole::People) {
                let now = document.lexicon.row(hit.row).list(Country::Now).next().unwrap_or("");
                scene.countries.add(now, 0.3);
            }
        }
        scene
    }

    /// Keeps the weightiest points.
    pub fn settle(&mut self) {
        self.anchors.sort_by(|one, other| other.weight.total_cmp(&one.weight));
        self.anchors.truncate(ANCHORS);
    }

    /// How much of the scene, but for the name itself, is near a point.
    pub fn nearness(&self, name: usize, point: Point) -> f32 {
        let others = self.anchors.iter().filter(|anchor| anchor.name != name);
        others.map(|anchor| anchor.weight * (1.0 - geo::km(point, anchor.point) / REACH).max(0.0)).sum()
    }
}
