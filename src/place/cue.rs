//! What stands beside a name and tells which of its namesakes is meant: "Kerman, Iran", "the Iraqi city of Mosul", "Helmand province".

use super::candidate::{Candidate, PlaceKind, candidates, hits};
use super::class::{PlaceClass, Position};
use crate::document::Document;
use crate::lexicon::{FormRole, Hit, TableId};
use crate::token::{Case, TokenKind, fold};

const OF: u64 = fold::hash("of");
const IN: u64 = fold::hash("in");
const THE: u64 = fold::hash("the");
const A: u64 = fold::hash("a");
const AN: u64 = fold::hash("an");
const COMMA: u64 = fold::hash(",");
const BRACKET: u64 = fold::hash("(");

/// Longest name or class word that is looked for before a name, in tokens.
const LOOK_BACK: usize = 4;
/// How many words may stand between a class word and the adjective or name before it ("Syrian rebel-held town of").
const BETWEEN: usize = 3;
/// How far an apposition is read ("Jowhar, a market town in southern Somalia").
const APPOSITION: usize = 9;

/// A place named beside a name, which holds it if the reading is right.
#[derive(Clone, Copy, Debug)]
pub struct Parent<'d> {
    /// The place.
    pub place: Candidate<'d>,
    /// How strong the way it is named is, 0 to 1.
    pub strength: f32,
}

/// What stands beside one mention.
#[derive(Debug, Default)]
pub struct Cues<'d> {
    /// What kind of place the words beside it tell of.
    pub class: Option<PlaceClass>,
    /// The places that may hold it.
    pub parents: Vec<Parent<'d>>,
}

/// Reads what stands beside the name `first..last`.
pub fn read<'d>(document: Document<'d>, first: usize, last: usize) -> Cues<'d> {
    let mut reader = Reader { document, cues: Cues::default() };
    reader.before(first);
    reader.after(last);
    reader.cues
}

struct Reader<'d> {
    document: Document<'d>,
    cues: Cues<'d>,
}

impl<'d> Reader<'d> {
    fn is(&self, at: usize, hash: u64) -> bool {
        self.document.is(at, hash)
    }

    fn hits_ending(&self, last: usize) -> impl Iterator<Item = &'d Hit> + use<'d> {
        let document = self.document;
        (1..=LOOK_BACK.min(last)).flat_map(move |length| hits(document, last - length, last))
    }

    /// "the Iraqi city of Mosul", "the Syrian capital, Damascus", "Pakistan's Balochistan", "Lake Chad".
    fn before(&mut self, first: usize) {
        let mut at = first;
        if at > 0 && self.is(at - 1, THE) {
            at -= 1;
        }
        let position = if at > 0 && self.is(at - 1, OF) { Position::Of } else { Position::Before };
        if position == Position::Of || (at > 1 && self.is(at - 1, COMMA)) {
            at -= 1;
        }
        let word = self.hits_ending(at).find_map(|hit| PlaceClass::of(self.document, hit, position).map(|class| (hit, class)));
        if let Some((hit, class)) = word {
            self.cues.class = Some(class);
            self.holder_before(hit.first as usize, 0.8);
        } else if at == first {
            self.holder_before(first, 0.5);
        }
    }

    /// A country's adjective, or a place with or without possessive ending, in the words before `last`.
    fn holder_before(&mut self, last: usize, strength: f32) {
        let mut possessive = false;
        for back in 0..=BETWEEN {
            let Some(end) = last.checked_sub(back).filter(|&end| end > 0) else { return };
            let token = &self.document.tokens[end - 1];
            if token.kind == TokenKind::Possessive {
                possessive = true;
                continue;
            }
            if token.case == Case::Lower {
                continue;
            }
            // Bare juxtaposition of two names says nothing; "Iraq's Mosul", "Iraqi Mosul" and "Texas city of" do.
            let named = possessive || strength > 0.6;
            for hit in self.hits_ending(end) {
                let adjective = hit.row.table == TableId::Country && hit.role == FormRole::Adjective;
                if adjective || named {
                    self.parent(hit, strength);
                }
            }
            return;
        }
    }

    /// "Kerman, Iran", "Springfield (Ill.)", "Jowhar in southern Somalia", "Helmand province", "Jowhar, a town in Somalia".
    fn after(&mut self, last: usize) {
        let mut at = last;
        let class = |hit: &Hit| PlaceClass::of(self.document, hit, Position::After).map(|class| (hit.last as usize, class));
        if let Some((next, class)) = self.document.hits_at(at).iter().rev().find_map(class) {
            self.cues.class = Some(class);
            at = next;
        }
        if self.is(at, COMMA) || self.is(at, BRACKET) {
            if self.is(at + 1, A) || self.is(at + 1, AN) || self.is(at + 1, THE) {
                self.apposition(at + 2);
            } else {
                let end = self.parents_at(at + 1, 1.0);
                if let Some(end) = end.filter(|&end| self.is(end, COMMA)) {
                    self.parents_at(end + 1, 0.7);
                } else if self.is(at + 1, IN) {
                    self.behind_in(at + 2);
                }
            }
        } else if self.is(at, IN) {
            self.behind_in(at + 1);
        }
    }

    /// "southern Somalia", "the Texas Panhandle".
    fn behind_in(&mut self, from: usize) {
        for at in from..from + BETWEEN {
            if self.parents_at(at, 0.7).is_some() {
                return;
            }
            let Some(token) = self.document.tokens.get(at) else { return };
            if token.case != Case::Lower {
                // "Iraqi Kurdistan", "Turkish territory".
                self.adjectives_at(at, 0.7);
                return;
            }
        }
    }

    fn apposition(&mut self, from: usize) {
        for at in from..from + APPOSITION {
            let Some(token) = self.document.tokens.get(at) else { return };
            if token.kind == TokenKind::Punct && !token.is_glued() && !self.is(at, COMMA) || self.is(at, COMMA) {
                return;
            }
            if self.cues.class.is_none() {
                let classes = [Position::Of, Position::After];
                let class = |hit: &Hit| classes.iter().find_map(|&position| PlaceClass::of(self.document, hit, position));
                self.cues.class = self.document.hits_at(at).iter().find_map(class);
            }
            if token.case.is_capitalised() {
                self.adjectives_at(at, 0.7);
                if self.is(at.wrapping_sub(1), IN) || self.is(at.wrapping_sub(2), IN) {
                    self.parents_at(at, 0.7);
                }
            }
        }
    }

    fn adjectives_at(&mut self, at: usize, strength: f32) {
        for hit in self.document.hits_at(at).iter().filter(|hit| hit.role == FormRole::Adjective) {
            self.parent(hit, strength);
        }
    }

    /// Notes all countries, divisions, regions and large towns that the longest name at `at` may mean; returns its end.
    fn parents_at(&mut self, at: usize, strength: f32) -> Option<usize> {
        for length in (1..=LOOK_BACK).rev() {
            let known = self.cues.parents.len();
            for place in candidates(self.document, at, at + length) {
                if place.kind != PlaceKind::Town || place.population > 50_000 {
                    self.cues.parents.push(Parent { place, strength });
                }
            }
            if self.cues.parents.len() > known {
                return Some(at + length);
            }
        }
        None
    }

    fn parent(&mut self, hit: &Hit, strength: f32) {
        if let Some(place) = Candidate::of_country_form(self.document, hit)
            && (place.kind != PlaceKind::Town || place.population > 50_000)
        {
            self.cues.parents.push(Parent { place, strength });
        }
    }
}

impl Parent<'_> {
    /// Whether `place` lies in it, 0 to 1.
    pub fn holds(&self, place: &Candidate<'_>) -> f32 {
        let parent = &self.place;
        if parent.row == place.row {
            return 0.0;
        }
        let inside = match parent.kind {
            PlaceKind::Country => place.kind != PlaceKind::Country && parent.country == place.country && !parent.country.is_empty(),
            PlaceKind::Division if parent.level == 1 => {
                (parent.admin1 == place.admin1 && !parent.admin1.is_empty()) || (place.parent == parent.geonames_id && place.parent != 0)
            }
            PlaceKind::Division => place.parent == parent.geonames_id && place.parent != 0,
            PlaceKind::Region => place.kind != PlaceKind::Country && parent.is_around(place),
            PlaceKind::Town => place.kind >= PlaceKind::Region && place.population < parent.population / 3 && parent.is_within(place, 25.0),
        };
        if inside { self.strength } else { 0.0 }
    }
}
