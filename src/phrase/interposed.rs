//! Objects behind what stands between them and their verb: "killed in Lima *three policemen*", as news put into English word by word has it.

use super::words::*;
use super::{Chunk, ChunkKind, VerbForm};
use crate::document::Document;
use crate::lexicon::{Tag, WordInfo};
use crate::token::TokenKind;
use crate::token::literal::Few;

/// How many chunks may stand between a verb and its object, and how many an object's phrases may have.
const REACH: usize = 10;
/// Prepositions that end a clause or tell what a verb makes of its object, and so stand before no other one.
static ENDING: Few<4> = Few::new(["by", "as", "of", "to"]);

/// The chunks of a sentence, read from a verb on.
#[derive(Clone, Copy)]
pub(super) struct Interposed<'c> {
    pub document: &'c Document<'c>,
    pub chunks: &'c [Chunk],
}

impl Interposed<'_> {
    /// The object of the verb at `verb`, over days, places and the like: "arrested on Tuesday three suspects", "killed yesterday in Medellin a judge",
    /// "attacked, for the second time, a post"; not "the men arrested in Lima the army said were", nor "exploded in Lima".
    pub(super) fn object(self, verb: usize) -> Option<usize> {
        let info = self.info(verb);
        let mut at = verb + 1;
        let mut timed = true;
        while at < verb + REACH {
            match self.kind(at)? {
                ChunkKind::Time | ChunkKind::Adverb => at += 1,
                ChunkKind::Preposition if !ENDING.contains(&self.word(at)) => {
                    timed &= self.kind(at + 1) == Some(ChunkKind::Time);
                    at = self.past_phrase(at)?;
                }
                // "In the outskirts of Lima".
                ChunkKind::Preposition if at > verb + 1 && self.word(at) == OF => at = self.past_phrase(at)?,
                ChunkKind::Mark => {
                    timed = false;
                    at = self.past_commas(at)?;
                }
                ChunkKind::Noun => break,
                _ => return None,
            }
        }
        let between = at > verb + 1 && self.kind(at) == Some(ChunkKind::Noun);
        // What may do without an object has one that begins like one: "burned on Sunday eight buses"; no bare word stands behind a place.
        let bare = self.chunks.get(at).is_some_and(|noun| noun.last - noun.first == 1);
        let sure = self.is_determined(at) || info.needs_object() && (timed || !bare);
        (between && sure && !info.takes_no_object() && !self.is_subject(at)).then_some(at)
    }

    /// The chunk behind the preposition at `at` and what it governs: "in Lima", "near the town's edge".
    fn past_phrase(self, at: usize) -> Option<usize> {
        let governed = matches!(self.kind(at + 1), Some(ChunkKind::Noun | ChunkKind::Time));
        let possessed = |at: &usize| {
            let first = self.chunks.get(*at).and_then(|noun| self.document.tokens.get(noun.first as usize));
            first.is_some_and(|first| first.kind == TokenKind::Possessive || first.hash == APOSTROPHE)
        };
        let mut behind = (at + 2..self.chunks.len()).skip_while(possessed);
        governed.then(|| behind.next()).flatten()
    }

    /// The chunk behind what the comma at `at` and the next one set off: a phrase, an adverb, a gerund with its object, a second verb ("kidnapped in
    /// Lima, and later freed, two engineers").
    fn past_commas(self, at: usize) -> Option<usize> {
        let end = (at + 1..self.chunks.len()).take(REACH).find(|&end| self.word(end) == COMMA).filter(|_| self.word(at) == COMMA)?;
        let opens = match self.kind(at + 1)? {
            ChunkKind::Preposition => !ENDING.contains(&self.word(at + 1)),
            ChunkKind::Adverb | ChunkKind::Time => true,
            ChunkKind::Verb => self.chunks.get(at + 1).is_some_and(|verb| verb.form == VerbForm::Gerund),
            ChunkKind::Conjunction => self.kind(end - 1) == Some(ChunkKind::Verb),
            _ => false,
        };
        let inner = |at: usize| {
            matches!(
                self.kind(at),
                Some(ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Time | ChunkKind::Adverb | ChunkKind::Conjunction)
            )
        };
        (opens && (at + 2..end - 1).all(inner)).then_some(end + 1)
    }

    /// Whether the noun at `noun` has a finite verb of its own behind its phrases: "the men arrested in Lima *the army* said".
    fn is_subject(self, noun: usize) -> bool {
        let phrase = |at: &usize| {
            matches!(self.kind(*at), Some(ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Conjunction))
        };
        let end = (noun + 1..self.chunks.len()).take(REACH).find(|at| !phrase(at));
        let verb = end.and_then(|end| self.chunks.get(end)).filter(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite);
        // "Two men accused of theft": a participle so far.
        verb.is_some_and(|verb| {
            verb.first < verb.head
                || !end.is_some_and(|end| self.info(end).needs_object() && self.kind(end + 1) == Some(ChunkKind::Preposition))
        })
    }

    /// Whether an article, a number or the like stands in the noun group.
    fn is_determined(self, noun: usize) -> bool {
        let begins = |token: u32| {
            let word = self.document.words.get(token as usize).is_some_and(|word| word.can_be(Tag::Determiner) || word.can_be(Tag::Number));
            word || self.document.tokens.get(token as usize).is_some_and(|token| token.kind == TokenKind::Number)
        };
        self.chunks.get(noun).is_some_and(|noun| (noun.first..noun.head).any(begins))
    }

    fn kind(self, at: usize) -> Option<ChunkKind> {
        self.chunks.get(at).map(|chunk| chunk.kind)
    }

    fn word(self, at: usize) -> u64 {
        self.chunks.get(at).and_then(|chunk| self.document.tokens.get(chunk.first as usize)).map_or(0, |token| token.hash)
    }

    fn info(self, at: usize) -> WordInfo {
        self.chunks.get(at).and_then(|chunk| self.document.words.get(chunk.head as usize)).copied().unwrap_or_default()
    }
}
