//! Events of the record.

use super::{EventKind, Term};
use crate::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Whether it happened. Of a speech act it is the act's own: an uttered threat has occurred.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It happened.
    #[default]
    Occurred,
    /// Done, and failed.
    Attempted,
    /// Intended, no more said.
    Planned,
    /// Threatened.
    Threatened,
    /// Stopped by others before.
    Foiled,
    /// The text itself denies it.
    Denied,
}

impl Status {
    /// Its name in lexicons and records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Occurred => "occurred",
            Self::Attempted => "attempted",
            Self::Planned => "planned",
            Self::Threatened => "threatened",
            Self::Foiled => "foiled",
            Self::Denied => "denied",
        }
    }

    /// The status with this name in a lexicon.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "occurred" => Self::Occurred,
            "attempted" => Self::Attempted,
            "planned" => Self::Planned,
            "threatened" => Self::Threatened,
            "foiled" => Self::Foiled,
            "denied" => Self::Denied,
            _ => return None,
        })
    }
}

/// On what the naming of a perpetrator rests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The text says so.
    #[default]
    Stated,
    /// It claims so itself.
    Claimed,
    /// Others say so.
    Blamed,
    /// It is suspected.
    Suspected,
}

/// Whether a filler stands for persons or for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FillerType {
    /// One person or several.
    Individual,
    /// A group, a state, a body.
    Organization,
}

/// What happened, to whom, where and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Event {
    /// Unique in the record: `V1`, `V2` ...
    pub id: String,
    /// What happened.
    pub kind: EventKind,
    /// The finer manner (`suicide`).
    pub method: Option<Term>,
    /// Whether it happened.
    pub status: Status,
    /// The word of doubt, if there is one.
    pub hedge: Option<String>,
    /// The word that tells it first.
    pub trigger: Option<Trigger>,
    /// Later words that tell the same event.
    pub mentions: Vec<Trigger>,
    /// When.
    pub date: Option<EventDate>,
    /// Ids of entities, most exact first.
    pub places: Vec<String>,
    /// Who did it; of a speech act, who speaks.
    pub perpetrators: Vec<Filler>,
    /// Things, sites and institutions hit; who is accused; the opponent in a clash.
    pub targets: Vec<Filler>,
    /// People to whom it was done.
    pub victims: Vec<Filler>,
    /// Weapons.
    pub instruments: Vec<Filler>,
    /// Number of dead.
    pub killed: Option<Count>,
    /// Number of wounded.
    pub injured: Option<Count>,
    /// Number of captured.
    pub captured: Option<Count>,
    /// Number of displaced.
    pub displaced: Option<Count>,
    /// How many such events ("twin").
    pub count: Option<Range>,
    /// Who has claimed it.
    pub claims: Vec<Claim>,
    /// Who has been blamed for it.
    pub blamed: Vec<Blame>,
    /// Who has denied it.
    pub denials: Vec<Denial>,
    /// Of a speech act: ids of the events it speaks of.
    pub about: Vec<About>,
    /// Who reports it in the text.
    pub reported_by: Option<String>,
    /// Actor codes of who acts, as coders of dyads write them: country (ISO 3166 alpha-3) and role (`RUSMIL`), else the name; of a mutual
    /// act both sides.
    pub source: Vec<String>,
    /// Actor codes of those to whom it is done.
    pub target: Vec<String>,
    /// Codes of other schemes.
    pub codes: Codes,
    /// CAMEO code of the dyad of `source` and `target`, where the test sets of event coders look for it; the null code `---` where neither
    /// is known or the text only looks back.
    pub cameo: Option<Term>,
    /// PLOVER type without its mode (`ASSAULT`), where the test sets of event coders look for it.
    pub plover: Option<Term>,
    /// The sentences that tell it.
    pub evidence: Vec<Span>,
    /// Names of the rules and lexicon rows that made it.
    pub rule: Vec<Term>,
    /// Whether it is the article's main event.
    pub salient: bool,
    /// How sure it is, 0 to 1.
    pub score: f32,
    /// Key for merging over articles: a hash of kind (PLOVER type), country, day and side of the doers; empty where country or day is not known.
    pub key: String,
}

/// The id of an event spoken of.
pub type About = String;

/// A word that tells an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Trigger {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// What it reads.
    pub text: String,
}

/// What fills a role.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filler {
    /// What it reads.
    pub text: String,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// Id of the entity it names.
    pub entity: Option<String>,
    /// For perpetrators: persons or an organisation.
    #[serde(rename = "type")]
    pub kind: Option<FillerType>,
    /// For perpetrators: on what the naming rests.
    pub basis: Option<Basis>,
    /// Id of the entity that says so.
    pub by: Option<String>,
    /// For victims: what they are (`civilian`, `police`).
    pub role: Option<String>,
    /// How many.
    pub count: Option<Range>,
}

/// A range of numbers; an open end is `null`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Range {
    /// At least.
    pub min: Option<u64>,
    /// At most.
    pub max: Option<u64>,
}

/// A number of people with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Count {
    /// At least.
    pub min: Option<u64>,
    /// At most.
    pub max: Option<u64>,
    /// What it reads.
    pub text: String,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
}

/// On what the date of an event rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum DateBasis {
    /// Written in the text.
    Written,
    /// Counted from the day of publication.
    Published,
    /// Counted from another event or time.
    Event,
    /// Taken from the dateline.
    Dateline,
}

/// When an event happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EventDate {
    /// TIMEX3 value, if the text gives one; of a stretch told by its two ends or its length ("in the past 24 hours") the ISO 8601
    /// interval of its days, such as `2024-07-16/2024-08-05`.
    pub value: Option<String>,
    /// First day it can have been, ISO.
    pub earliest: Option<String>,
    /// Last day it can have been, ISO.
    pub latest: Option<String>,
    /// On what it rests.
    pub basis: DateBasis,
    /// Index in the record's `times`.
    pub time: Option<usize>,
}

/// Somebody takes responsibility.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Claim {
    /// Id of the entity, or its words.
    pub by: Option<String>,
    /// When.
    pub date: Option<String>,
    /// Id of the claim's own event.
    pub event: Option<String>,
}

/// Somebody is blamed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Blame {
    /// Id of the entity blamed, or its words.
    pub who: Option<String>,
    /// Id of the entity that blames, or its words.
    pub by: Option<String>,
    /// Id of the accusation's own event.
    pub event: Option<String>,
}

/// Somebody denies it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Denial {
    /// Id of the entity, or its words.
    pub by: Option<String>,
    /// Id of the denial's own event.
    pub event: Option<String>,
}

/// Codes of other schemes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Codes {
    /// PLOVER type and mode (`ASSAULT/suicide-attack`).
    pub plover: Option<Term>,
    /// CAMEO code.
    pub cameo: Option<Term>,
    /// ACLED sub-event type.
    pub acled: Option<Term>,
    /// GTD attack type.
    pub gtd: Option<u8>,
    /// MUC-4 incident type; `null`: no incident in that task's sense.
    pub muc4: Option<Term>,
}

impl Codes {
    /// The PLOVER type without its mode.
    pub fn plover_type(&self) -> Option<Term> {
        self.plover.as_ref().map(|code| match code {
            Cow::Borrowed(code) => Cow::Borrowed(code.split('/').next().unwrap_or(code)),
            Cow::Owned(code) => Cow::Owned(code.split('/').next().unwrap_or(code).to_owned()),
        })
    }
}
