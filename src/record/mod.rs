//! The published record: what an article says, as plain owned data. The only place that knows the names of JSON fields.
//!
//! Spans are UTF-8 byte offsets into the article's text, end-exclusive. What is absent is `null` in JSON, never an empty string.

mod build;
mod entity;
mod event;
mod kind;
pub(crate) mod number;
#[cfg(feature = "schema")]
mod schema;
mod time;

pub(crate) use build::build;
pub use entity::{Description, Entity, EntityKind, Ids, Mention, Place, Side};
pub use event::{
    About, Basis, Blame, Claim, Codes, Count, DateBasis, Denial, Event, EventDate, Filler, FillerType, Range, Status, Trigger,
};
pub use kind::EventKind;
#[cfg(feature = "schema")]
pub use schema::schema;
pub use time::{Anchor, Modifier, Time, TimeType};

use crate::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A word that the library or its tables hold: the name of a rule, a code, a country. Borrowed from there, so that it costs a record nothing.
pub type Term = Cow<'static, str>;

/// Version of the record's fields.
pub const SCHEMA: &str = "1";

/// All that was read from an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Extraction {
    /// Identifier of the article, as it came in.
    pub id: Option<String>,
    /// Version of the record's fields, [`SCHEMA`].
    pub schema: Term,
    /// Hash of the lexicons used.
    pub lexicon: String,
    /// Headline, as it came in.
    pub title: Option<String>,
    /// Day of publication, as it came in (`2024-01-10`).
    pub published: Option<String>,
    /// Address, as it came in.
    pub url: Option<String>,
    /// Name of the medium, as it came in.
    pub source: Option<String>,
    /// Language, as it came in.
    pub language: Option<String>,
    /// The line `KABUL, Jan 4 (Agency) -` at the start, if there is one.
    pub dateline: Option<Dateline>,
    /// Unit of all offsets: `byte`.
    pub offsets: Term,
    /// Who and what is named, in the order of first mention.
    pub entities: Vec<Entity>,
    /// Expressions of time, in order.
    pub times: Vec<Time>,
    /// What happened, in the order of first mention.
    pub events: Vec<Event>,
    /// What was given up or looked odd.
    pub notes: Vec<Note>,
}

/// The place, date and agency in front of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dateline {
    /// Id of the place's entity.
    pub place: Option<String>,
    /// The day, as an ISO date.
    pub date: Option<String>,
    /// The agency in brackets.
    pub agency: Option<String>,
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
}

/// Something that was given up or looked odd.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// Short stable name of the case (`text-too-long`).
    pub code: String,
    /// One sentence.
    pub message: String,
    /// Byte offset it refers to.
    pub start: u32,
}
