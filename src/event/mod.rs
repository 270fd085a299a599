//! Triggers, frames, roles, status, casualties, claims; event mentions merged into events.

use crate::document::Document;
use crate::entity::EntityDraft;
use crate::mention::NameMention;
use crate::phrase::Phrases;
use crate::quantity::Quantity;
use crate::record::Event;
use crate::time::{Reference, TimeMention};

/// All that the earlier stages have read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// Text, tokens, sentences, lexicon hits.
    pub document: Document<'a>,
    /// Numbers.
    pub quantities: &'a [Quantity],
    /// Times.
    pub times: &'a [TimeMention],
    /// Names.
    pub names: &'a [NameMention],
    /// Entities; the record's id of `entities[i]` is `E{i + 1}`.
    pub entities: &'a [EntityDraft],
    /// Parts of speech and chunks.
    pub phrases: &'a Phrases,
    /// Days from which relative expressions count.
    pub reference: Reference,
}

/// Reads the events of an article, in the order of first mention.
pub fn find(reading: &Reading<'_>) -> Vec<Event> {
    let _ = reading;
    Vec::new()
}
