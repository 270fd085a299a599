//! Nouns joined by "and" before a verb: its subjects, or the end of what was told of others.

use super::Step;
use crate::lexicon::WordSet;
use crate::phrase::words::*;
use crate::phrase::{Chunk, ChunkKind, Clauses, Link, List, VerbForm};

impl Clauses<'_> {
    /// "The mayor and his wife were" against "rebels attacked the town and soldiers fled".
    pub(super) fn after_conjunction(&self, verb: usize, at: usize, conjunction: usize, first: usize, comma: bool) -> Step {
        let mut members = self.list_to(at, first);
        if let Some(opening) = self.clause_of_joined(&members, first) {
            return Step::Found(members.from(opening), Link::Direct);
        }
        let of_many = self.is_of_many(verb) == Some(true);
        let head = members.first().map_or(at, |&head| head as usize);
        // "Paid a ransom of $200,000 and the rancher was freed".
        let head = self.amount_start(head, at);
        let before = head.checked_sub(1).filter(|&before| before >= first && head != at);
        // "Fourteen people, among them six children and a nurse, were".
        if let Some(among) = self.among_them(head).or_else(|| self.mostly(head).filter(|_| comma)) {
            return Step::Left(among);
        }
        // "Broke in and, after tying up his wife and two sons, took".
        if let Some(gerund) = self.gerund_over(head, first).filter(|_| comma) {
            return Step::Left(gerund);
        }
        // "The group, which holds X and Y, threatened".
        let relative = before.filter(|_| comma).and_then(|before| self.relative_over(before, first));
        if let Some(relative) = relative.filter(|&relative| !self.goes_on(verb, relative, first)) {
            return Step::Left(relative);
        }
        // "X, an official and leader of Y, was": no list has a comma behind it, but one with a clause of its own: "A, B and C, who ..., were".
        if comma && members.len() > 2 && !of_many {
            return Step::Found(List::of(head), Link::Direct);
        }
        if let Some(name) = before.filter(|&before| comma && self.word(before) == COMMA).and_then(|before| self.noun_before(before, first))
        {
            return Step::Beside(name + 1);
        }
        match before.and_then(|before| self.kind(before)) {
            // "The men, identified as X and Y, were".
            Some(ChunkKind::Preposition) if comma && before.is_some_and(|before| self.is_participle_before(before, first)) => {
                before.map_or(Step::Stop, Step::Left)
            }
            // "Five died in a blast in Lima and another died in hospital".
            Some(ChunkKind::Preposition) if self.is_one_more(at) && self.follows_clause(conjunction, first) => {
                Step::Found(List::of(at), Link::Direct)
            }
            Some(ChunkKind::Preposition) => {
                // "The bombing of a bus and a truck killed".
                let governor = before.and_then(|before| self.noun_before(before, first));
                // "The house of the mayor, two shops and a school were": one house would not agree.
                if let Some(governor) = governor.filter(|&governor| of_many && self.chunk(governor).is_some_and(|chunk| !chunk.plural)) {
                    members.iter_mut().take(1).for_each(|member| *member = governor as u32);
                    Step::Found(members, Link::Direct)
                } else if governor.is_some_and(|governor| !self.is_object(governor, first)) {
                    Step::Left(conjunction)
                } else {
                    Step::Found(List::of(at), Link::Direct)
                }
            }
            // "The man suspected of wounding a senator and his wife was".
            Some(ChunkKind::Verb) if before.is_some_and(|before| self.is_inside_subject(before, first)) => {
                before.map_or(Step::Stop, Step::Left)
            }
            Some(ChunkKind::Verb) if self.is_object(head, first) => Step::Found(List::of(at), Link::Direct),
            _ => Step::Found(members, Link::Direct),
        }
    }

    /// Whether the noun tells one more than were told before, or some: "another", "two others", "a fifth".
    fn is_one_more(&self, at: usize) -> bool {
        self.chunk(at).is_some_and(|chunk| MORE_OF_THEM.contains(&self.head_hash(chunk)))
    }

    /// Whether a clause with a verb of its own stands before `at`.
    fn follows_clause(&self, at: usize, first: usize) -> bool {
        (first..at).any(|left| {
            let says = self.info(left).takes_clause();
            self.is_verb(left, VerbForm::Finite) && !says && self.relative_word(left, first).is_none()
        })
    }

    /// The sign of a currency before the number at `head`, which the noun at `at` is listed with; else `head`.
    fn amount_start(&self, head: usize, at: usize) -> usize {
        let sign = head.checked_sub(1).filter(|_| head != at).and_then(|before| self.chunk(before));
        let currency = |mark: &Chunk| mark.kind == ChunkKind::Mark && self.document.has(WordSet::CurrencySign, mark.first as usize);
        if sign.is_some_and(currency) { head - 1 } else { head }
    }

    /// The relative word of the clause whose verb, or an infinitive below it, ends at `at` or has the noun there for an object: "which is believed to
    /// hold", "which holds hostages".
    fn relative_over(&self, at: usize, first: usize) -> Option<usize> {
        const VERBS: usize = 3;
        let noun = self.kind(at) == Some(ChunkKind::Noun);
        let mut verb = if noun { self.possessor_start(at).checked_sub(1)? } else { at };
        for _ in 0..VERBS {
            if verb < first || self.kind(verb) != Some(ChunkKind::Verb) {
                return None;
            }
            if self.is_verb(verb, VerbForm::Finite) {
                return self.relative_word(verb, first);
            }
            verb = verb.checked_sub(1)?;
        }
        None
    }

    /// Whether the gerund or participle at `at` tells of a subject that has had no verb of its own: "the man suspected of killing a lawmaker and
    /// her husband was"; not "rebels attacked, killing a guard, and soldiers fled".
    fn is_inside_subject(&self, at: usize, first: usize) -> bool {
        let told = |left: usize| {
            self.is_verb(left, VerbForm::Finite) && !self.info(left).takes_clause() && self.relative_word(left, first).is_none()
        };
        (self.is_verb(at, VerbForm::Gerund) || self.is_verb(at, VerbForm::Participle))
            && !(first..at).any(told)
            && (first..at).any(|left| self.kind(left) == Some(ChunkKind::Noun))
    }

    /// The gerund behind a preposition in whose object the noun at `at` stands: "after tying the hands of X".
    fn gerund_over(&self, mut at: usize, first: usize) -> Option<usize> {
        for _ in 0..3 {
            let left = self.possessor_start(at).checked_sub(1).filter(|&left| left > first)?;
            match self.kind(left)? {
                ChunkKind::Preposition => at = (self.kind(left - 1) == Some(ChunkKind::Noun)).then_some(left - 1)?,
                ChunkKind::Verb if self.is_verb(left, VerbForm::Gerund) => {
                    let opened = matches!(self.kind(left - 1), Some(ChunkKind::Preposition | ChunkKind::Subordinator));
                    return opened.then_some(left);
                }
                _ => return None,
            }
        }
        None
    }

    /// Whether a participle stands right before the preposition at `at`.
    fn is_participle_before(&self, at: usize, first: usize) -> bool {
        at.checked_sub(1).is_some_and(|verb| verb > first && self.is_verb(verb, VerbForm::Participle))
    }

    /// Whether the noun is the object of a finite verb before it that takes no clause.
    fn is_object(&self, noun: usize, first: usize) -> bool {
        let Some(left) = self.possessor_start(noun).checked_sub(1).filter(|&left| left >= first) else { return false };
        self.kind(left) == Some(ChunkKind::Verb) && !self.info(left).takes_clause() && self.relative_word(left, first).is_none()
    }
}
