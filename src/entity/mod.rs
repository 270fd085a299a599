//! Mentions to entities: one for all names of a thing, with canonical name and key; places resolved.

mod facts;
mod group;

use crate::document::Document;
use crate::lexicon::RowRef;
use crate::mention::NameMention;
use crate::record::{EntityKind, Place, Side};

/// An entity with the indices of its mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityDraft {
    /// What it is.
    pub kind: EntityKind,
    /// Canonical name.
    pub name: String,
    /// Indices into the document's names, in order.
    pub mentions: Vec<u32>,
    /// Stable key.
    pub key: Option<String>,
    /// The lexicon row behind it.
    pub row: Option<RowRef>,
    /// On whose side.
    pub side: Option<Side>,
    /// Key of the group or organisation it belongs to.
    pub parent: Option<String>,
    /// ISO 3166 alpha-2.
    pub country: Option<String>,
    /// Role held.
    pub head: Option<String>,
    /// Where it lies.
    pub place: Option<Place>,
    /// How sure, 0 to 1.
    pub score: f32,
    /// Other readings.
    pub alternatives: Vec<String>,
    /// Why this reading.
    pub rule: String,
}

/// What stands outside the text and helps to read its names.
#[derive(Clone, Debug, Default)]
pub struct Context<'a> {
    /// Headline.
    pub title: Option<&'a str>,
    /// ISO 3166 alpha-2 of the country that places are likelier to lie in.
    pub country_bias: Option<&'a str>,
}

/// Groups `names` into entities, in the order of first mention.
pub fn resolve(document: Document<'_>, names: &[NameMention], context: &Context<'_>) -> Vec<EntityDraft> {
    let groups = group::group(document, names);
    groups.into_iter().map(|mentions| facts::draft(document, names, mentions, context)).collect()
}
