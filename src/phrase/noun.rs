//! What belongs to a noun: apposition, possessor, phrases behind it.

use super::words::*;
use super::{ChunkKind, Clauses, Link, NounArguments, VerbForm, Voice};
use crate::lexicon::Tag;

/// How many chunks behind a noun may belong to it.
pub(super) const REACH: usize = 16;

impl Clauses<'_> {
    pub(super) fn is_determined(&self, noun: usize) -> bool {
        let tag = self.chunk(noun).and_then(|chunk| self.phrases.tags.get(chunk.first as usize).copied().flatten());
        matches!(tag, Some(Tag::Determiner | Tag::Number))
    }

    /// The chunk behind `noun` and the phrases that hang on it ("of", and what comes with it).
    pub(super) fn past_phrases(&self, noun: usize, last: usize) -> usize {
        let mut at = noun + 1;
        while at + 1 < last
            && at < noun + REACH
            && self.kind(at) == Some(ChunkKind::Preposition)
            && self.kind(at + 1) == Some(ChunkKind::Noun)
        {
            at = self.possessed_end(at + 1) + 1;
        }
        self.past_bracket(at, last)
    }

    /// The last noun of a chain of possessors that begins with `noun`.
    pub(crate) fn possessed_end(&self, mut noun: usize) -> usize {
        while self.is_possessed(noun + 1) {
            noun += 1;
        }
        noun
    }

    pub(super) fn noun_arguments(&self, noun: usize) -> NounArguments {
        if self.kind(noun) != Some(ChunkKind::Noun) {
            return NounArguments::default();
        }
        let mut arguments = NounArguments { premodifiers: self.premodifiers(noun), ..NounArguments::default() };
        if self.is_possessed(noun) {
            arguments.possessor = noun.checked_sub(1).filter(|&left| self.kind(left) == Some(ChunkKind::Noun)).map(|left| left as u32);
        }
        let range = self.sentence(noun);
        let mut at = noun + 1;
        while at < range.end && at < noun + REACH {
            match self.kind(at) {
                Some(ChunkKind::Preposition) => match self.complement(at) {
                    Some((complement, next)) => {
                        at = next;
                        let gerund = complement.verb.is_some();
                        arguments.complements.push(complement);
                        // What stands behind a gerund belongs to it: "arrests for taking part in the murder of".
                        if gerund {
                            break;
                        }
                        continue;
                    }
                    None => break,
                },
                Some(ChunkKind::Adverb | ChunkKind::Time) => {}
                // "An attack on X and against Y".
                Some(ChunkKind::Conjunction) if self.kind(at + 1) == Some(ChunkKind::Preposition) => {}
                Some(ChunkKind::Conjunction) if self.is_share(at + 1) => at += 1,
                Some(ChunkKind::Mark) if OPENING.contains(&self.word(at)) && CLOSING.contains(&self.word(at + 2)) => at += 2,
                Some(ChunkKind::Mark) if self.is_quote(at) => {}
                Some(ChunkKind::Mark) if self.word(at) == COMMA && self.is_share(at + 1) => at += 1,
                Some(ChunkKind::Mark) if self.word(at) == COMMA => {
                    let goes_on = matches!(self.kind(at + 1), Some(ChunkKind::Preposition | ChunkKind::Time));
                    let which = self.kind(at + 1) == Some(ChunkKind::Subordinator) && RELATIVE.contains(&self.word(at + 1));
                    let participle = self.is_verb(at + 1, VerbForm::Participle);
                    if !(goes_on || which || participle) {
                        break;
                    }
                }
                _ => break,
            }
            at += 1;
        }
        self.behind(noun, at, &mut arguments);
        arguments.apposition = self.apposition_of(noun);
        if arguments.governor.is_none() {
            let start = self.possessor_start(noun);
            let left = start.checked_sub(1).filter(|&left| left >= range.start && self.kind(left) == Some(ChunkKind::Verb));
            arguments.governor =
                left.filter(|&left| self.chunk(left).is_some_and(|verb| verb.voice == Voice::Active)).map(|left| left as u32);
        }
        arguments
    }

    /// The verb at `at` behind a noun: its relative clause, its participle, or the verb whose subject it is.
    fn behind(&self, noun: usize, at: usize, arguments: &mut NounArguments) {
        match self.kind(at) {
            Some(ChunkKind::Subordinator) if RELATIVE.contains(&self.word(at)) => {
                let verb = (at + 1..at + 6).find(|&next| self.kind(next) == Some(ChunkKind::Verb));
                arguments.relative = verb.filter(|&verb| self.same_sentence(verb, noun)).map(|verb| verb as u32);
            }
            Some(ChunkKind::Verb) if self.is_verb(at, VerbForm::Participle) || self.is_verb(at, VerbForm::Gerund) => {
                arguments.relative = Some(at as u32);
            }
            _ => {}
        }
        let end = self.sentence(noun).end.min(noun + 2 * REACH);
        let is_subject = |at: usize| {
            let (subject, link) = self.subject(at);
            link != Link::Relative && subject.contains(&(noun as u32))
        };
        let verb = (noun + 1..end).find(|&at| self.is_verb(at, VerbForm::Finite) && is_subject(at));
        if let Some(verb) = verb {
            arguments.governor = Some(verb as u32);
            arguments.governor_is_subject = true;
        }
    }

    /// The noun beside `noun` that tells who or what it is: "X, the commander of Y,", "the Front (FMLN)"; not "Ana Gomez, whose husband, X,".
    pub(super) fn apposition(&self, noun: usize, last: usize) -> Option<u32> {
        let at = self.past_of(noun, last);
        let bracket = OPENING.contains(&self.word(noun + 1));
        if bracket && self.kind(noun + 2) == Some(ChunkKind::Noun) && CLOSING.contains(&self.word(noun + 3)) {
            return Some(noun as u32 + 2);
        }
        if self.word(at) != COMMA || at + 1 >= last || self.kind(at + 1) != Some(ChunkKind::Noun) || self.list_from(noun).len() > 1 {
            return None;
        }
        if self.word(at + 1) == WHOSE {
            return None;
        }
        let beside = self.possessed_end(at + 1);
        let end = self.past_phrases(beside, last);
        let closed = end >= last || self.kind(end) == Some(ChunkKind::Mark) || self.kind(end) == Some(ChunkKind::Subordinator);
        // "X, head of the unit, and accused him" is no list.
        let listed = self.is_joint(end + 1) && self.kind(end + 2) != Some(ChunkKind::Verb);
        (closed && !listed).then_some(beside as u32)
    }

    fn past_of(&self, noun: usize, last: usize) -> usize {
        let mut at = noun + 1;
        while at + 1 < last && at < noun + 6 && self.kind(at) == Some(ChunkKind::Preposition) && self.kind(at + 1) == Some(ChunkKind::Noun)
        {
            at += 2;
        }
        at
    }

    /// Tokens before the head, without possessive ending, determiners and numbers.
    fn premodifiers(&self, noun: usize) -> std::ops::Range<u32> {
        let Some(chunk) = self.chunk(noun) else { return 0..0 };
        let skipped = |token: &u32| {
            let tag = self.phrases.tags.get(*token as usize).copied().flatten();
            let marked = self.document.tokens.get(*token as usize).is_some_and(|token| !token.is_word());
            marked || matches!(tag, Some(Tag::Determiner | Tag::Number | Tag::Particle))
        };
        let first = (chunk.first..chunk.head).find(|token| !skipped(token)).unwrap_or(chunk.head);
        first..chunk.head
    }
}
