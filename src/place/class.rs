//! [`PlaceClass`]: what a word such as "province" or "city" says of the name beside it.

use super::candidate::{Candidate, PlaceKind};
use crate::document::Document;
use crate::lexicon::column::PlaceWord;
use crate::lexicon::{Hit, TableId};

/// What kind of place a word beside the name tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceClass {
    /// A country.
    Country,
    /// A division of the first level.
    State,
    /// A division of the second level.
    District,
    /// A town or village.
    Town,
    /// A quarter of a town.
    Quarter,
    /// A river, lake, sea, relief, island or site: a row of the regions.
    Feature,
}

/// Where a word of a class stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// Helmand province.
    After,
    /// Lake Chad, the capital Damascus.
    Before,
    /// The province of Helmand.
    Of,
}

impl PlaceClass {
    /// The class that `hit` tells of a name in that position; `None` if it is no such word.
    pub fn of(document: &Document<'_>, hit: &Hit, position: Position) -> Option<Self> {
        if hit.row.table != TableId::PlaceWord {
            return None;
        }
        let row = document.lexicon.row(hit.row);
        let position = match position {
            Position::After => "after",
            Position::Before => "before",
            Position::Of => "of",
        };
        row.has(PlaceWord::Position, position).then(|| match row.text(PlaceWord::Class) {
            "country" => Self::Country,
            "state" => Self::State,
            "district" => Self::District,
            "town" => Self::Town,
            "quarter" => Self::Quarter,
            _ => Self::Feature,
        })
    }

    /// How well a candidate fits the class, from -1 to 1.
    pub fn fit(self, place: &Candidate<'_>) -> f32 {
        match (self, place.kind, place.level) {
            (Self::Country, PlaceKind::Country, _) | (Self::Town, PlaceKind::Town, _) => 1.0,
            (Self::State, PlaceKind::Division, 1) | (Self::District, PlaceKind::Division, 2) => 1.0,
            (Self::Quarter | Self::Feature, PlaceKind::Region, _) => 1.0,
            // Which level a word belongs to differs from country to country.
            (Self::State, PlaceKind::Division, _) | (Self::District, PlaceKind::Division, _) => 0.5,
            (Self::State, PlaceKind::Region, _) | (Self::Quarter, PlaceKind::Town, _) => 0.5,
            (Self::State | Self::District, PlaceKind::Country, _) => 0.0,
            (Self::Town, PlaceKind::Division, _) => 0.0,
            _ => -1.0,
        }
    }
}
