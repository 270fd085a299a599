//! What stands between the members of a list: some of those before ("including two officers"), the day before "but also".

use super::words::*;
use super::{ChunkKind, Clauses};

/// How many chunks some of those before may be told in, between commas.
const ASIDE: usize = 8;

impl Clauses<'_> {
    /// Past the place and the day that stand before "but also": "killed 12 rebels in Kech on Monday, but also four children".
    pub(super) fn past_also(&self, at: usize, last: usize) -> usize {
        let time = at + usize::from(self.kind(at) == Some(ChunkKind::Preposition));
        let but = time + 1 + usize::from(self.word(time + 1) == COMMA);
        let also = but < last && self.word(but) == BUT && self.is_joint(but);
        if also && self.kind(time) == Some(ChunkKind::Time) { time + 1 } else { at }
    }

    /// Past some of those before, told between commas in a list that goes on: "17 soldiers, including four officers, and 100 rebels".
    pub(super) fn past_included(&self, at: usize, last: usize) -> usize {
        if self.word(at) != COMMA || self.word(at + 1) != INCLUDING {
            return at;
        }
        let inner = |at: &usize| matches!(self.kind(*at), Some(ChunkKind::Noun | ChunkKind::Preposition));
        let end = (at + 2..last).take(ASIDE).find(|at| !inner(at));
        let goes_on = |end: usize| self.word(end) == COMMA && self.is_joint(end + 1) && self.kind(end + 2) == Some(ChunkKind::Noun);
        end.filter(|&end| goes_on(end)).unwrap_or(at)
    }

    /// The comma before "including" where what it brings ends at the comma at `comma`; else `comma`.
    pub(super) fn before_included(&self, comma: usize, first: usize) -> usize {
        let inner = |at: &usize| matches!(self.kind(*at), Some(ChunkKind::Noun | ChunkKind::Preposition));
        let mut inside = (first + 1..comma).rev().take(ASIDE).take_while(inner);
        let including = inside.find(|&at| self.word(at) == INCLUDING && self.word(at - 1) == COMMA);
        including.filter(|_| self.word(comma) == COMMA).map_or(comma, |including| including - 1)
    }

    /// Whether "including" stands before the noun, and a comma before that.
    pub(super) fn is_included_aside(&self, noun: usize) -> bool {
        let including = self.possessor_start(noun).checked_sub(1).filter(|&at| self.word(at) == INCLUDING);
        including.and_then(|at| at.checked_sub(1)).is_some_and(|comma| self.word(comma) == COMMA)
    }
}
