//! The subject that a verb behind "and" shares with one before.

use super::REACH;
use crate::lexicon::column::Attribution;
use crate::lexicon::{Hit, TableId};
use crate::phrase::words::*;
use crate::phrase::{Chunk, Clauses, Link, List, VerbForm, Voice};
use crate::record::EventKind;

impl Clauses<'_> {
    /// The subject of the verb that the verb after the conjunction at `at` is coordinated with.
    pub(super) fn shared(&self, at: usize, verb: usize, depth: usize) -> (List, Link) {
        let Some(chunk) = self.chunk(verb) else { return (List::default(), Link::None) };
        let first = self.sentence(verb).start.max(verb.saturating_sub(REACH));
        let earlier = (first..at).rev().find(|&left| self.is_verb(left, chunk.form));
        let earlier = earlier.map(|earlier| self.saying(verb, earlier, first).unwrap_or(earlier));
        earlier.map_or((List::default(), Link::None), |earlier| self.subject_within(earlier, depth))
    }

    /// The verb of saying whose subject speaks on, behind what it said of others: "the minister said two soldiers were killed and accused".
    fn saying(&self, verb: usize, said: usize, first: usize) -> Option<usize> {
        let (chunk, inner) = (self.chunk(verb)?, self.chunk(said)?);
        let speaks = |hit: &Hit| {
            let row = self.document.lexicon.row(hit.row);
            let class = row.text(Attribution::Class);
            matches!(class, "accuse" | "blame" | "warn") || class == "deny" && self.is_perfect(inner)
        };
        let plain = chunk.form == VerbForm::Finite && chunk.modal.is_none() && chunk.voice == Voice::Active && !self.is_perfect(chunk);
        let suffers =
            inner.voice == Voice::Passive || self.is_perfect(inner) || self.info(said).takes_no_object() || is_be(self.head_hash(inner));
        let utters = |hit: &Hit| {
            let kind = usize::from(hit.class).checked_sub(1).and_then(|kind| EventKind::ALL.get(kind));
            matches!(kind, Some(EventKind::Statement | EventKind::Threat))
        };
        let here = |table: TableId| self.document.hits_of(chunk.head as usize, table);
        if !plain || !suffers || !(here(TableId::Attribution).any(speaks) || here(TableId::Trigger).any(utters)) {
            return None;
        }
        let above = (first..said).rev().find(|&left| self.is_verb(left, VerbForm::Finite))?;
        let clause = self.info(above).takes_clause() && self.relative_word(said, above + 1).is_none();
        clause.then_some(above)
    }

    /// Whether a form of "have" opens the verb group.
    fn is_perfect(&self, verb: &Chunk) -> bool {
        (verb.first..verb.head).any(|token| self.document.tokens.get(token as usize).is_some_and(|token| HAVE.contains(&token.hash)))
    }
}
