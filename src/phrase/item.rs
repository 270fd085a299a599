//! Members of a list that bring something of their own: ages, appositions, brackets; and the semicolons that then part them.

use super::words::*;
use super::{ChunkKind, Clauses, VerbForm};
use crate::token::TokenKind;

/// How many chunks a member parted by semicolons may have.
const LONGEST: usize = 20;
/// How many chunks may stand in brackets behind a noun.
const INSIDE: usize = 8;

impl Clauses<'_> {
    /// "X, 42": the chunk behind the age that stands at `at`, after a comma; else `at`.
    pub(super) fn past_age(&self, at: usize, last: usize) -> usize {
        if self.word(at) == COMMA && at + 1 < last && self.is_age(at + 1) { at + 2 } else { at }
    }

    /// The chunk before `at`, and before the age that ends there.
    pub(super) fn before_age(&self, at: usize) -> usize {
        let before = at.saturating_sub(1);
        if self.is_age(before) { before.saturating_sub(2) } else { before }
    }

    /// Whether the chunk is a number alone that tells how old somebody is.
    pub(super) fn is_age(&self, at: usize) -> bool {
        self.chunk(at).is_some_and(|chunk| {
            let number = self.document.tokens.get(chunk.first as usize).is_some_and(|token| token.kind == TokenKind::Number);
            chunk.kind == ChunkKind::Adjective && chunk.last - chunk.first == 1 && number
        })
    }

    /// The chunk behind the bracket that opens at `at`: "the Red Front of Baucau (RFB)"; else `at`.
    pub(super) fn past_bracket(&self, at: usize, last: usize) -> usize {
        if !OPENING.contains(&self.word(at)) {
            return at;
        }
        let close = (at + 1..last).take(INSIDE).find(|&next| CLOSING.contains(&self.word(next)));
        close.map_or(at, |close| close + 1)
    }

    /// The bracket that opens what is closed by the mark at `at`.
    pub(super) fn bracket_before(&self, at: usize, first: usize) -> Option<usize> {
        let closes = CLOSING.contains(&self.word(at));
        (first..at).rev().take(INSIDE).find(|&open| closes && OPENING.contains(&self.word(open)))
    }

    /// The semicolon behind the member of a list that begins at `at` ("X, 34, a baker; ..."): nothing but what belongs to a noun stands before it.
    pub(super) fn semicolon_after(&self, at: usize, last: usize) -> Option<usize> {
        let end = (at..last).take(LONGEST).find(|&next| self.word(next) == SEMICOLON || !self.is_aside(next, at))?;
        (self.word(end) == SEMICOLON).then_some(end)
    }

    /// The head of the member that ends before the semicolon at `end`, and the chunk with which the member begins.
    pub(super) fn member_before_semicolon(&self, end: usize, first: usize) -> Option<(usize, usize)> {
        let from = first.max(end.saturating_sub(LONGEST));
        let inside = |at: &usize| self.word(*at) != SEMICOLON && self.word(*at) != COLON && self.is_aside(*at, from);
        let mut start = (from..end).rev().take_while(inside).last()?;
        // "In Bogota, X, a doctor; ...": the phrase that opens the sentence is no part of it.
        let fronted = start == first && self.kind(start) == Some(ChunkKind::Preposition);
        if fronted {
            start = (start..end).find(|&at| self.word(at) == COMMA)? + 1;
        }
        let head = (start..end).find(|&at| self.kind(at) == Some(ChunkKind::Noun))?;
        (head < start + 2).then(|| (self.possessed_end(head), head))
    }

    /// Whether a chunk can stand in what is told of a noun: no finite verb, unless a relative word opens its clause behind `from`.
    fn is_aside(&self, at: usize, from: usize) -> bool {
        match self.kind(at) {
            Some(ChunkKind::Verb) => !self.is_verb(at, VerbForm::Finite) || self.relative_word(at, from).is_some(),
            Some(ChunkKind::Subordinator) => RELATIVE.contains(&self.word(at)),
            kind => kind.is_some(),
        }
    }

    /// Whether a verb group says by its helper that its subject is many (`true`) or one.
    pub(super) fn is_of_many(&self, verb: usize) -> Option<bool> {
        let chunk = self.chunk(verb)?;
        let helper = self.document.tokens.get(chunk.first as usize)?.hash;
        match () {
            () if OF_MANY.contains(&helper) => Some(true),
            () if OF_ONE.contains(&helper) => Some(false),
            () => None,
        }
    }
}
