//! Entities of the record.

use super::Term;
use crate::Span;
use serde::{Deserialize, Serialize};

/// What an entity is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// Armed, militant or criminal group.
    Group,
    /// State body, party, company, medium, university, club.
    Organization,
    /// Person.
    Person,
    /// Country, region, town, quarter, water.
    #[default]
    Place,
    /// Adjective or noun of a country or people.
    Nationality,
    /// Named building, road, airport, dam.
    Facility,
    /// Named model of a weapon.
    Weapon,
}

/// On whose side an organisation or person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// A state and its forces.
    State,
    /// Armed or organised against or beside a state.
    Nonstate,
    /// Between states.
    International,
    /// Neither armed nor a state's.
    Civilian,
}

/// Somebody or something named in the article, with all its mentions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entity {
    /// Unique in the record: `E1`, `E2` ...
    pub id: String,
    /// What it is.
    pub kind: EntityKind,
    /// Canonical name from the lexicon, else the fullest mention.
    pub name: String,
    /// Where it stands, in order; none if it is only described.
    pub mentions: Vec<Mention>,
    /// Where it stands without its name, in order: "the army", "the rebels".
    pub descriptions: Vec<Description>,
    /// Stable key over all articles (`group/islamic-state-khorasan`).
    pub key: Option<String>,
    /// Identifiers in other lists.
    pub ids: Ids,
    /// On whose side.
    pub side: Option<Side>,
    /// Key of the group or organisation it belongs to.
    pub parent: Option<String>,
    /// ISO 3166 alpha-2 code of its country.
    pub country: Option<Term>,
    /// Role held, as the text or the lexicon says.
    pub head: Option<String>,
    /// Where it lies, for places.
    pub place: Option<Place>,
    /// How sure the reading is, 0 to 1.
    pub score: f32,
    /// Other readings of the name.
    pub alternatives: Vec<String>,
    /// Which rule or lexicon row made it (for `explain`).
    pub rule: Term,
}

/// A mention of an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mention {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// What it reads.
    pub text: String,
}

/// Words that stand for an entity without naming it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Description {
    /// Where they stand.
    #[serde(flatten)]
    pub span: Span,
    /// What they read.
    pub text: String,
    /// How it is known whom they stand for.
    pub rule: Term,
}

/// Identifiers of an entity in other lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ids {
    /// ISO 3166 alpha-2.
    pub iso2: Option<Term>,
    /// GeoNames.
    pub geonames: Option<u32>,
}

/// Where a place lies.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Latitude in degrees.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lon: Option<f64>,
    /// ISO 3166 alpha-2 code of its country.
    pub country: Option<Term>,
    /// ISO 3166-2 code of its first-level division.
    pub admin1: Option<Term>,
    /// GeoNames id.
    pub geonames_id: Option<u32>,
    /// GeoNames feature code (`PPLA`, `ADM1`, `PCLI`).
    pub feature: Option<Term>,
    /// Population, if known.
    pub population: Option<u32>,
}
