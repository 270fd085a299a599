//! Who a group of people are: "the dead were X and Y", "identified the victims as X", "six people, including X".

use super::words::*;
use super::{ChunkKind, Clauses, List, VerbForm};
use crate::lexicon::WordSet;

impl Clauses<'_> {
    /// The nouns that another clause gives for those of `noun`: "the injured are X and Y", "the wounded include X", "among the dead was X".
    pub fn named_as(&self, noun: usize) -> List {
        let among = self.possessor_start(noun).checked_sub(1).filter(|&at| self.word(at) == AMONG && self.same_sentence(at, noun));
        if let Some(among) = among {
            return self.those_among(among, noun);
        }
        let around = self.of_noun(noun);
        let Some(verb) = around.governor.map(|verb| verb as usize) else { return List::default() };
        let Some(chunk) = self.chunk(verb) else { return List::default() };
        let told = self.of_verb(verb);
        if self.has_head(WordSet::Identify, chunk) {
            return self.told_as(verb);
        }
        match told.predicate {
            _ if !around.governor_is_subject => List::default(),
            Some(predicate) if is_be(self.head_hash(chunk)) => self.list_from(predicate as usize),
            _ if self.has_head(WordSet::Include, chunk) => told.object,
            _ => List::default(),
        }
    }

    /// The nouns that a verb of naming puts in the place of `noun`: "identified X as the gunman", "the gunman, identified as X,".
    pub fn called(&self, noun: usize) -> List {
        let range = self.sentence(noun);
        let names = |verb: usize| {
            let chunk = self.chunk(verb).filter(|chunk| chunk.kind == ChunkKind::Verb && range.contains(&verb));
            chunk.is_some_and(|chunk| self.has_head(WordSet::Identify, chunk))
        };
        let before = self.possessor_start(noun).checked_sub(1).filter(|&at| self.word(at) == AS && at > range.start);
        if let Some(verb) = before.and_then(|at| (range.start..at).rev().take(6).find(|&at| self.kind(at) == Some(ChunkKind::Verb))) {
            let told = self.of_verb(verb);
            let whom = if told.object.is_empty() { told.subject } else { told.object };
            return if names(verb) { whom } else { List::default() };
        }
        let mut at = noun + 1 + usize::from(self.word(noun + 1) == COMMA);
        at += usize::from(self.kind(at) == Some(ChunkKind::Subordinator) && RELATIVE.contains(&self.word(at)));
        if names(at) { self.told_as(at) } else { List::default() }
    }

    /// What stands behind the "as" of a verb.
    fn told_as(&self, verb: usize) -> List {
        let told = self.of_verb(verb);
        let named = told.complements.iter().find(|complement| complement.word == AS);
        named.map_or(List::default(), |complement| complement.nouns)
    }

    /// "Among the dead were X and Y", "X and Y were among the dead".
    fn those_among(&self, among: usize, noun: usize) -> List {
        let is_be = |at: usize| {
            let head = self.chunk(at).filter(|chunk| chunk.kind == ChunkKind::Verb).map(|chunk| chunk.head as usize);
            head.and_then(|head| self.document.tokens.get(head)).is_some_and(|token| is_be(token.hash)) && self.same_sentence(at, noun)
        };
        if among.checked_sub(1).is_some_and(is_be) {
            return self.subject(among - 1).0;
        }
        // "Among those killed in the blast were X and Y".
        let last = self.sentence(noun).end.min(noun + 10);
        let verb = (noun + 1..last).find(|&at| self.is_verb(at, VerbForm::Finite)).filter(|&at| is_be(at));
        verb.and_then(|verb| self.predicate(verb)).map_or(List::default(), |predicate| self.list_from(predicate))
    }

    /// The nouns that are told as some of those of `noun`: "six people, including a nun".
    pub fn included(&self, noun: usize) -> List {
        let last = self.sentence(noun).end;
        let end = self.past_phrases(noun, last);
        let behind = end + usize::from(self.word(end) == COMMA);
        // "Five oligarchs including X": no comma parts them.
        let at = (noun + 1..end).find(|&at| self.opens_part(at)).unwrap_or(behind);
        let complement = if at < last && self.opens_part(at) { self.complement(at) } else { None };
        complement.map_or(List::default(), |(complement, _)| complement.nouns)
    }

    /// Whether some of those before are told from `at` on: "including a nun", "among them six children".
    fn opens_part(&self, at: usize) -> bool {
        let word = self.word(at);
        self.kind(at) == Some(ChunkKind::Preposition) && (word == INCLUDING || word == AMONG && self.word(at + 1) == THEM)
    }

    /// The preposition of "among them" right before the noun at `at`, which is one of those told before: "14 people, among them six children".
    pub(super) fn among_them(&self, at: usize) -> Option<usize> {
        let among = at.checked_sub(2).filter(|&among| self.word(among) == AMONG && self.word(among + 1) == THEM)?;
        (self.same_sentence(among, at) && self.kind(at) == Some(ChunkKind::Noun)).then_some(among)
    }

    /// The adverb right before the noun at `at` that tells what most of those before are: "20 people, mostly women, were".
    pub(super) fn mostly(&self, at: usize) -> Option<usize> {
        let mostly = at.checked_sub(1).filter(|&mostly| mostly > 0 && MOSTLY.contains(&self.word(mostly)))?;
        (self.word(mostly - 1) == COMMA && self.same_sentence(mostly - 1, at)).then_some(mostly)
    }

    /// Whether `noun` is told as one of others: "including a nun and two novices".
    pub fn is_included(&self, noun: usize) -> bool {
        const REACH: usize = 24;
        let first = self.sentence(noun).start;
        let including = (first..noun).rev().take(REACH).find(|&at| self.opens_part(at) || self.kind(at) == Some(ChunkKind::Verb));
        let including = including.filter(|&at| self.kind(at) == Some(ChunkKind::Preposition));
        including.and_then(|at| self.complement(at)).is_some_and(|(complement, _)| {
            let nouns = complement.nouns;
            nouns.contains(&(noun as u32)) || nouns.last().is_some_and(|&told| self.is_named_behind(told as usize, noun))
        })
    }

    /// Whether the noun is the name of the one person told before its comma: "including the mayor of Cali, Jose Ruiz".
    fn is_named_behind(&self, told: usize, noun: usize) -> bool {
        let comma = self.past_phrases(told, noun);
        let one = self.chunk(told).is_some_and(|chunk| !chunk.plural);
        one && self.word(comma) == COMMA && comma + 1 == self.possessor_start(noun)
    }
}
