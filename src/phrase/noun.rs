//! What belongs to a noun: coordinated nouns, apposition, possessor, phrases behind it.

use super::list::MEMBERS;
use super::words::*;
use super::{ChunkKind, Clauses, Link, List, NounArguments, VerbForm, Voice};
use crate::lexicon::Tag;

/// How many chunks behind a noun may belong to it.
const REACH: usize = 16;

/// What a noun group begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Determiner {
    None,
    Definite,
    Indefinite,
    Number,
}

impl Clauses<'_> {
    /// The nouns coordinated with `noun`, itself first, then those behind it.
    pub(super) fn list_from(&self, noun: usize) -> List {
        let (mut members, mut sure) = (List::of(noun), 1);
        let last = self.sentence(noun).end;
        let mut at = self.past_phrases(noun, last);
        while members.len() < MEMBERS {
            let comma = self.word(at) == COMMA;
            let mut next = at + usize::from(comma);
            let joint = self.is_joint(next);
            next += usize::from(joint);
            if !(comma || joint) || next >= last {
                break;
            }
            let next = if joint && self.kind(next) == Some(ChunkKind::Adverb) { next + 1 } else { next };
            if self.kind(next) != Some(ChunkKind::Noun) || next >= last {
                break;
            }
            let member = self.possessed_end(next);
            // A member may have phrases of its own, and the list may be theirs.
            let before = members.last().map_or(noun, |&before| before as usize);
            if at > self.past_bracket(before + 1, last) && !self.joins_head(before, at - 1, next) {
                break;
            }
            at = self.past_phrases(member, last);
            if joint && self.begins_clause(noun, at, members.len() > 1) {
                break;
            }
            members.push(member as u32);
            if joint {
                sure = members.len();
                // "Three men and a woman, a teacher, ...": a list is over after its last member.
                if !self.is_joint(at) {
                    break;
                }
            }
        }
        members.truncate(sure);
        members
    }

    /// The nouns coordinated with `noun`, those before it first, itself last.
    pub(super) fn list_to(&self, noun: usize, first: usize) -> List {
        let mut members = List::of(noun);
        let mut at = self.possessor_start(noun);
        let mut joined = false;
        while let Some(left) = at.checked_sub(1).filter(|&left| left >= first && members.len() < MEMBERS) {
            let joint = self.is_joint(left);
            let comma = joined && self.word(left) == COMMA;
            if !joint && !comma {
                break;
            }
            let left = if joint && left > first && self.word(left - 1) == COMMA { left - 1 } else { left };
            let closed = left.checked_sub(1).filter(|&mark| CLOSING.contains(&self.word(mark)));
            let left = closed
                .and_then(|mark| mark.checked_sub(2))
                .filter(|&open| open > first && OPENING.contains(&self.word(open)))
                .unwrap_or(left);
            let Some(member) = self.member_before(left, first, at).filter(|&member| joint || !self.is_fronted(member, first)) else {
                break;
            };
            members.push(member as u32);
            at = self.possessor_start(member);
            joined = true;
        }
        members.reverse();
        members
    }

    /// Whether a phrase that opens the sentence holds the noun: "According to reports, the mayor and his wife".
    fn is_fronted(&self, noun: usize, first: usize) -> bool {
        self.possessor_start(noun).checked_sub(1).is_some_and(|left| left == first && self.kind(left) == Some(ChunkKind::Preposition))
    }

    /// The noun before `at` that `member` is coordinated with: the nearest, or the head of the phrases that end there.
    fn member_before(&self, at: usize, first: usize, member: usize) -> Option<usize> {
        let mut noun = at.checked_sub(1).filter(|&left| left >= first && self.kind(left) == Some(ChunkKind::Noun))?;
        for _ in 0..3 {
            let start = self.possessor_start(noun);
            match (start.checked_sub(1), start.checked_sub(2)) {
                (Some(preposition), Some(head))
                    if head >= first
                        && self.kind(preposition) == Some(ChunkKind::Preposition)
                        && self.kind(head) == Some(ChunkKind::Noun)
                        && self.joins_head(head, noun, member) =>
                {
                    noun = head
                }
                _ => break,
            }
        }
        Some(noun)
    }

    /// Whether a list's `member` goes with the head of a group rather than with the noun in its last phrase: "the mayor of Tame and his wife"
    /// against "the bombing of a bus and a truck".
    fn joins_head(&self, head: usize, nearest: usize, member: usize) -> bool {
        let parallel = self.kind(self.possessed_end(member) + 1) == Some(ChunkKind::Preposition);
        if parallel || THEIR.contains(&self.word(member)) {
            return true;
        }
        // Members are likely to begin alike: "a bus and a truck", "the mayor ... and the bishop", "six priests ... and two women".
        let plural = [head, member].iter().all(|&noun| self.chunk(noun).is_some_and(|chunk| chunk.plural));
        let object = self.possessor_start(head).checked_sub(1).is_some_and(|left| self.kind(left) == Some(ChunkKind::Verb));
        let [head, nearest, member] = [head, nearest, member].map(|noun| self.determiner(self.possessor_start(noun)));
        if nearest == member || member == Determiner::None && !plural {
            return false;
        }
        head == member || nearest == Determiner::None || object
    }

    fn determiner(&self, noun: usize) -> Determiner {
        let Some(first) = self.chunk(noun).map(|chunk| chunk.first as usize) else { return Determiner::None };
        let indefinite = self.document.is(first, A) || self.document.is(first, AN);
        match self.phrases.tags.get(first).copied().flatten() {
            Some(Tag::Number) => Determiner::Number,
            Some(Tag::Determiner) if indefinite => Determiner::Indefinite,
            Some(Tag::Determiner) => Determiner::Definite,
            _ => Determiner::None,
        }
    }

    pub(super) fn is_determined(&self, noun: usize) -> bool {
        let tag = self.chunk(noun).and_then(|chunk| self.phrases.tags.get(chunk.first as usize).copied().flatten());
        matches!(tag, Some(Tag::Determiner | Tag::Number))
    }

    /// "and", "or", "as well as", "along with", "together with".
    fn is_joint(&self, at: usize) -> bool {
        let word = self.word(at);
        match self.kind(at) {
            Some(ChunkKind::Conjunction) => word == AND || word == OR || word == NOR,
            Some(ChunkKind::Preposition | ChunkKind::Subordinator) => {
                let chunk = self.chunk(at);
                word == AS && chunk.is_some_and(|chunk| chunk.last - chunk.first == 3)
            }
            _ => false,
        }
    }

    /// Whether the noun that ends before `at` is the subject of a finite verb of its own, and `noun` has another.
    fn begins_clause(&self, noun: usize, at: usize, comma: bool) -> bool {
        let at = if self.kind(at) == Some(ChunkKind::Adverb) { at + 1 } else { at };
        if !self.is_verb(at, VerbForm::Finite) {
            return false;
        }
        let first = self.sentence(noun).start;
        let before = (first..noun)
            .rev()
            .take(REACH)
            .find(|&left| self.is_verb(left, VerbForm::Finite) || self.kind(left) == Some(ChunkKind::Subordinator));
        // "Since the murder of the priests, senators and others have".
        let fronted = comma && before.is_none() && self.kind(first) == Some(ChunkKind::Preposition);
        fronted || before.is_some_and(|left| self.kind(left) == Some(ChunkKind::Verb) && !self.info(left).takes_clause())
    }

    /// The chunk behind `noun` and the phrases that hang on it ("of", and what comes with it).
    fn past_phrases(&self, noun: usize, last: usize) -> usize {
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

    /// "The Farabundo Marti National Liberation Front (FMLN)".
    fn past_bracket(&self, at: usize, last: usize) -> usize {
        let bracket = OPENING.contains(&self.word(at)) && CLOSING.contains(&self.word(at + 2)) && at + 2 < last;
        if bracket { at + 3 } else { at }
    }

    /// The last noun of a chain of possessors that begins with `noun`.
    pub(super) fn possessed_end(&self, mut noun: usize) -> usize {
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
                        arguments.complements.push(complement);
                        at = next;
                        continue;
                    }
                    None => break,
                },
                Some(ChunkKind::Adverb | ChunkKind::Time) => {}
                Some(ChunkKind::Mark) if OPENING.contains(&self.word(at)) && CLOSING.contains(&self.word(at + 2)) => at += 2,
                Some(ChunkKind::Mark) if QUOTES.contains(&self.word(at)) => {}
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
        arguments.apposition = self.apposition(noun, range.end);
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

    /// The noun beside `noun` that tells who or what it is: "X, the commander of Y,", "the Front (FMLN)".
    fn apposition(&self, noun: usize, last: usize) -> Option<u32> {
        let at = self.past_of(noun, last);
        let bracket = OPENING.contains(&self.word(noun + 1));
        if bracket && self.kind(noun + 2) == Some(ChunkKind::Noun) && CLOSING.contains(&self.word(noun + 3)) {
            return Some(noun as u32 + 2);
        }
        if self.word(at) != COMMA || at + 1 >= last || self.kind(at + 1) != Some(ChunkKind::Noun) || self.list_from(noun).len() > 1 {
            return None;
        }
        let beside = self.possessed_end(at + 1);
        let end = self.past_phrases(beside, last);
        let closed = end >= last || self.kind(end) == Some(ChunkKind::Mark) || self.kind(end) == Some(ChunkKind::Subordinator);
        (closed && !self.is_joint(end + 1)).then_some(beside as u32)
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
