//! What stands beside a name and tells which of its namesakes is meant: "Kerman, Iran", "the Iraqi city of Mosul", "Helmand province".

use super::candidate::{Candidate, PlaceKind, candidates, hits_at, hits_ending};
use super::class::{PlaceClass, Position};
use super::lookup::is_everywhere;
use crate::document::Document;
use crate::lexicon::column::{Division, Town};
use crate::lexicon::{FormRole, Hit, TableId, WordSet};
use crate::token::literal::words;
use crate::token::{Case, TextCase, Token, TokenKind, fold};

const OF: u64 = fold::hash("of");
const IN: u64 = fold::hash("in");
const AND: u64 = fold::hash("and");
const OR: u64 = fold::hash("or");
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

/// How strongly "in southern Somalia" behind a name tells where it is.
const BEHIND_IN: f32 = 0.9;
/// As strong or stronger is what leaves hardly a doubt.
pub const PLAIN: f32 = BEHIND_IN;

/// A place named beside a name, which holds it if the reading is right.
#[derive(Clone, Copy, Debug)]
pub struct Parent<'d> {
    /// The place.
    pub place: Candidate<'d>,
    /// How strong the way it is named is, 0 to 1.
    pub strength: f32,
    /// Whether capitals, or the word for its kind in its own name, tell that it is a name: "X, CHALATENANGO DEPARTMENT".
    pub is_plain: bool,
    /// Whether no list goes on behind it, and the country, if it is one, is none that news from everywhere speaks of.
    pub closes: bool,
}

/// Reads what stands beside the name `first..last`: adds the places that may hold it to `parents` and returns the kind that is told.
pub fn read<'d>(document: &Document<'d>, first: usize, last: usize, parents: &mut Vec<Parent<'d>>) -> Option<PlaceClass> {
    let mut reader = Reader { document, parents, class: None };
    reader.before(first);
    reader.after(last);
    reader.class.or_else(|| is_behind_town(document, first, last).then_some(PlaceClass::State))
}

/// "Albany, New York": behind a town of the division that bears the name, and a comma, the division is meant, not a city of its name.
fn is_behind_town(document: &Document<'_>, first: usize, last: usize) -> bool {
    let Some(comma) = first.checked_sub(1).filter(|&at| document.is(at, COMMA)) else { return false };
    let row = |hit: &Hit| document.lexicon.row(hit.row);
    let states = document.places_at(first).iter().filter(|hit| hit.last as usize == last && hit.row.table == TableId::Division);
    states.filter(|hit| row(hit).integer(Division::Level) == Some(1)).any(|state| {
        let inside = |hit: &Hit| hit.row.table == TableId::Town && row(hit).text(Town::Area) == row(state).text(Division::Iso31662);
        hits_ending(document, comma, LOOK_BACK).any(inside)
    })
}

/// The country of the first-level division right before or behind the name in a list: "Kaduna, Niger and Zamfara".
pub fn listed<'d>(document: &Document<'d>, first: usize, last: usize) -> Option<&'d str> {
    let joins = |at: usize| document.is(at, COMMA) || document.is(at, AND) || document.is(at, OR);
    let division = |hit: &&Hit| hit.row.table == TableId::Division && document.lexicon.row(hit.row).integer(Division::Level) == Some(1);
    let before = first.checked_sub(1).filter(|&at| joins(at)).and_then(|at| hits_ending(document, at, LOOK_BACK).find(division));
    let behind = || joins(last).then(|| hits_at(document, last + 1).find(division)).flatten();
    before.or_else(behind).map(|hit| document.lexicon.row(hit.row).text(Division::Country))
}

/// Where the words before a name put it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// Something is in it: "in the United States", "Nairobi, Kenya", "Kenya's Lamu County".
    Holds,
    /// Something is near it, comes from it or is part of it: "north of Washington", "from the United States".
    Near,
    /// It acts or has something: "the United States urged", "U.S. tourists", "between Washington and Moscow".
    Acts,
}

/// The stance of the name `first..last`.
pub fn stance(document: &Document<'_>, first: usize, last: usize) -> Stance {
    const HOLDING: &[u64] = words!["in", "inside", "across", "throughout", "into", ",", "("];
    const BESIDE: &[u64] = words!["of", "from", "to", "at", "near", "outside", "around", "toward", "towards", "off"];
    let mut at = first;
    while at > 0 && (document.is(at - 1, THE) || document.has(WordSet::Direction, at - 1)) {
        at -= 1;
    }
    let before = |words: &[u64]| at > 0 && words.iter().any(|&word| document.is(at - 1, word));
    let owner = document.tokens.get(last).is_some_and(|token| token.kind == TokenKind::Possessive);
    match () {
        () if owner || before(HOLDING) => Stance::Holds,
        () if before(BESIDE) => Stance::Near,
        () => Stance::Acts,
    }
}

struct Reader<'d, 'p> {
    document: &'p Document<'d>,
    parents: &'p mut Vec<Parent<'d>>,
    class: Option<PlaceClass>,
}

impl<'d> Reader<'d, '_> {
    fn is(&self, at: usize, hash: u64) -> bool {
        self.document.is(at, hash)
    }

    fn hits_ending(&self, last: usize) -> impl Iterator<Item = &'d Hit> + use<'d> {
        hits_ending(self.document, last, LOOK_BACK)
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
            self.class = Some(class);
            self.holder_before(hit.first as usize, 1.2);
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
            // In capitals "IN" is no Indiana.
            let abbreviated = |hit: &&Hit| hit.row.table == TableId::PlaceAbbreviation && self.document.case != TextCase::Mixed;
            for hit in self.hits_ending(end).filter(|hit| !abbreviated(hit)) {
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
            self.class = Some(class);
            at = next;
        }
        // "NEW YORK (AP) -" tells of an agency.
        let agency = self.document.dateline.and_then(|dateline| dateline.agency).is_some_and(|(first, _)| first as usize == at + 1);
        if agency {
            return;
        }
        if self.is(at, COMMA) || self.is(at, BRACKET) {
            if self.is(at + 1, A) || self.is(at + 1, AN) || self.is(at + 1, THE) {
                self.apposition(at + 2);
            } else {
                self.behind_comma(at + 1);
            }
        } else if self.is(at, IN) {
            self.behind_in(at + 1);
        }
    }

    /// "Iran", "Harris County, Texas", "in southern Somalia"; not the next of a list ("Nevada, Texas and Ohio").
    fn behind_comma(&mut self, at: usize) {
        let known = self.parents.len();
        match self.parents_at(at, 1.0) {
            Some(end) if self.is(end, AND) || self.is(end, OR) => {
                let listed =
                    hits_at(self.document, end + 1).any(|hit| hit.row.table == TableId::Country || hit.row.table == TableId::Division);
                if listed {
                    self.parents.truncate(known);
                }
            }
            Some(end) if self.is(end, COMMA) => {
                self.parents_at(end + 1, 0.7);
            }
            None if self.is(at, IN) => self.behind_in(at + 1),
            _ => {}
        }
    }

    /// "southern Somalia", "the Texas Panhandle".
    fn behind_in(&mut self, from: usize) {
        for at in from..from + BETWEEN {
            // "West Panama" is no part of the province of that name in Cameroon.
            let capital = self.document.tokens.get(at + 1).is_some_and(|token| token.case.is_capitalised());
            let alone = || hits_at(self.document, at).all(|hit| hit.len() == 1);
            if capital && self.document.has(WordSet::Direction, at) && alone() {
                continue;
            }
            if self.parents_at(at, BEHIND_IN).is_some() {
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
            if self.class.is_none() {
                let classes = [Position::Of, Position::After];
                let class = |hit: &Hit| classes.iter().find_map(|&position| PlaceClass::of(self.document, hit, position));
                self.class = self.document.hits_at(at).iter().find_map(class);
            }
            if token.case.is_capitalised() {
                self.adjectives_at(at, 0.7);
                let joined = |back: usize| at.checked_sub(back).is_some_and(|before| self.is(before, IN) || self.is(before, OF));
                if joined(1) || joined(2) {
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
        let named = |hit: &&Hit| {
            matches!(hit.row.table, TableId::Town | TableId::Division | TableId::Country | TableId::Region | TableId::PlaceAbbreviation)
        };
        let last = hits_at(self.document, at).filter(named).map(|hit| hit.last as usize).max()?;
        let known = self.parents.len();
        let is_plain = self.is_plain(at, last);
        let next = |token: &Token| token.case.is_capitalised() || token.hash == AND || token.hash == OR;
        let listed = self.is(last, COMMA) && self.document.tokens.get(last + 1).is_some_and(next);
        for place in candidates(self.document, at, last).filter(Candidate::may_hold) {
            let closes = !listed && !is_everywhere(self.document.lexicon, place.country);
            self.parents.push(Parent { place, strength, is_plain, closes });
        }
        (self.parents.len() > known).then_some(last)
    }

    fn parent(&mut self, hit: &Hit, strength: f32) {
        let place = Candidate::of_country_form(self.document, hit).filter(Candidate::may_hold);
        let is_plain = self.is_plain(hit.first as usize, hit.last as usize);
        self.parents.extend(place.map(|place| Parent { place, strength, is_plain, closes: false }));
    }

    fn is_plain(&self, first: usize, last: usize) -> bool {
        self.document.case == TextCase::Mixed || last > first + 1
    }
}

impl Candidate<'_> {
    /// Whether it is large enough to be named to say where another place is.
    fn may_hold(&self) -> bool {
        self.kind != PlaceKind::Town || self.population > 50_000
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
