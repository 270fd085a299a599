//! [`Scene`]: where an article plays, as far as its names tell: countries, first-level divisions and points, each with a weight.

use super::geo::{self, Point};
use crate::document::Document;
use crate::lexicon::column::{Country, Group, Organization};
use crate::lexicon::{FormRole, Lexicon, RowRef, TableId};
use crate::mention::NameMention;
use crate::token::{Case, TextCase, Tokens, fold, tokenize};

/// Kinds of organisations that act at home.
const LOCAL: [&str; 6] = ["court", "gendarmerie", "legislature", "military", "party", "police"];
/// How many points are kept.
const ANCHORS: usize = 24;
/// Beyond this distance, in kilometres, nearness counts for nothing.
const REACH: f32 = 250.0;

/// A country's or division's code as a number; 0 is none.
pub type Area = u64;

/// The number of a code: its bytes if they are few.
pub fn area(code: &str) -> Area {
    if code.len() > 8 {
        return fold::hash(code);
    }
    code.bytes().fold(0, |area, byte| area << 8 | Area::from(byte))
}

/// Weights of areas; few enough to be searched one after the other.
#[derive(Clone, Debug, Default)]
pub struct Weights(Vec<(Area, f32)>);

impl Weights {
    /// Adds weight to an area.
    pub fn add(&mut self, code: Area, weight: f32) {
        if code == 0 {
            return;
        }
        match self.0.iter_mut().find(|(known, _)| *known == code) {
            Some((_, sum)) => *sum += weight,
            None => self.0.push((code, weight)),
        }
    }

    /// The weight of an area.
    pub fn of(&self, code: Area) -> f32 {
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
    pub name: u32,
    /// Where.
    pub point: Point,
    /// How sure and how often.
    pub weight: f32,
}

/// Where an article plays.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// Countries.
    pub countries: Weights,
    /// First-level divisions.
    pub divisions: Weights,
    /// Points, the weightiest first.
    pub anchors: Vec<Anchor>,
    /// Second-level divisions that a name may mean or lie in, with the number of the name and whether it is the division itself.
    pub districts: Vec<(u32, u32, bool)>,
}

impl Scene {
    /// What the adjectives and people of countries in the text tell ("Iraqi", "Somalis"). "U.S." is the name of a country too, and weighed as one.
    pub fn of_peoples(document: Document<'_>) -> Self {
        let mut scene = Self::default();
        for hit in document.hits.iter().filter(|hit| hit.row.table == TableId::Country) {
            let capitals = || document.tokens.get(hit.first as usize).is_some_and(|token| token.case == Case::Upper);
            let people = matches!(hit.role, FormRole::Adjective | FormRole::Person | FormRole::People);
            if people && !(document.case == TextCase::Mixed && capitals()) {
                let now = document.lexicon.row(hit.row).list(Country::Now).next().unwrap_or("");
                scene.countries.add(area(now), 0.3);
            }
        }
        scene
    }

    /// Adds the countries of the armed groups, parties and forces that the text names: the FMLN fights in El Salvador. Powers are spoken of everywhere.
    pub fn add_bodies(&mut self, document: Document<'_>, names: &[NameMention]) {
        /// By how many countries they act in.
        const BODY: [f32; 3] = [0.0, 1.0, 0.3];
        let mut rows: Vec<RowRef> = names.iter().filter_map(|name| name.row).collect();
        rows.sort_unstable();
        rows.dedup();
        for row in rows {
            let cells = document.lexicon.row(row);
            let countries = match row.table {
                TableId::Group => cells.text(Group::Countries),
                TableId::Organization if LOCAL.contains(&cells.value(Organization::Kind)) => cells.text(Organization::Countries),
                _ => continue,
            };
            let mut countries = countries.split(['|', ',']).filter(|code| !code.is_empty());
            let (first, count) = (countries.next(), 1 + countries.count());
            if let Some((first, weight)) =
                first.zip(BODY.get(count)).filter(|(first, _)| !super::lookup::is_everywhere(document.lexicon, first))
            {
                self.countries.add(area(first), *weight);
            }
        }
    }

    /// Adds the countries that a headline names.
    pub fn add_title(&mut self, lexicon: &Lexicon, text: &str) {
        let (mut tokens, mut hits) = (Vec::new(), Vec::new());
        tokenize(text, &mut tokens);
        let case = TextCase::of(&tokens);
        lexicon.scan(Tokens { text, tokens: &tokens, case }, &mut hits);
        for hit in hits.iter().filter(|hit| hit.row.table == TableId::Country && hit.role != FormRole::Careful) {
            let now = lexicon.row(hit.row).list(Country::Now).next().unwrap_or("");
            self.countries.add(area(now), 0.3);
        }
    }

    /// Forgets all but the weights of areas that `start` has.
    pub fn restart(&mut self, start: &Self) {
        self.countries.0.clone_from(&start.countries.0);
        self.divisions.clear();
        self.anchors.clear();
        self.districts.clear();
    }

    /// Whether another name means a district and this one a town in it, or the other way round.
    pub fn has_pair(&self, name: u32, district: u32, is_district: bool) -> bool {
        self.districts.iter().any(|&(other, id, itself)| id == district && itself != is_district && other != name)
    }

    /// Keeps the weightiest points.
    pub fn settle(&mut self) {
        self.anchors.sort_by(|one, other| other.weight.total_cmp(&one.weight));
        self.anchors.truncate(ANCHORS);
    }

    /// How much of the scene, but for the name itself, is near a point.
    pub fn nearness(&self, name: u32, point: Point) -> f32 {
        let others = self.anchors.iter().filter(|anchor| anchor.name != name);
        others.filter_map(|anchor| geo::km_within(point, anchor.point, REACH).map(|km| anchor.weight * (1.0 - km / REACH))).sum()
    }
}
