//! Relative clauses before a verb: whose they are, and where to go on left of them.

use crate::phrase::words::*;
use crate::phrase::{ChunkKind, Clauses, Link, List, VerbForm};

impl Clauses<'_> {
    /// Whether a verb behind a comma goes on with the relative clause before it, since the main clause has its verb: "was attacked by gunmen, who
    /// blew up the track, fired rockets and fled", not "a man, who lived there, fled".
    pub(in crate::phrase) fn goes_on(&self, verb: usize, relative: usize, first: usize) -> bool {
        let main = |&at: &usize| self.is_verb(at, VerbForm::Finite) && self.relative_word(at, first).is_none();
        let object = self.kind(verb + 1) == Some(ChunkKind::Noun);
        object && self.follows_comma(verb) && (first..relative).any(|at| main(&at))
    }

    /// A verb left of the verb with no noun between: where to go on.
    pub(super) fn past_verb(&self, at: usize, first: usize, comma: bool) -> Option<usize> {
        let verb = self.chunk(at)?;
        if verb.form != VerbForm::Finite {
            return Some(at);
        }
        let said = || at.checked_sub(1).and_then(|subject| self.relative_of_said(subject, first));
        if let Some(relative) = self.relative_word(at, first).or_else(said) {
            return Some(relative);
        }
        // "The soldiers they captured were".
        let pronoun = at.checked_sub(1).filter(|&left| left > first && SUBJECT_PRONOUNS.contains(&self.word(left)));
        if let Some(pronoun) = pronoun.filter(|&pronoun| self.kind(pronoun - 1) == Some(ChunkKind::Noun)) {
            return Some(pronoun);
        }
        // "The man, police said, was killed".
        let parenthesis = comma && self.info(at).takes_clause();
        let left = (first..at).rev().find(|&left| self.word(left) == COMMA);
        if parenthesis { left } else { None }
    }

    /// The relative word that opens what somebody says, where `subject` is told to act on whom it stands for: "*whom* Israel says it killed".
    pub(in crate::phrase) fn relative_of_said(&self, subject: usize, first: usize) -> Option<usize> {
        let noun = |at: usize| self.kind(at) == Some(ChunkKind::Noun);
        let says = self.possessor_start(subject).checked_sub(1).filter(|_| noun(subject))?;
        let teller = says.checked_sub(1).filter(|&teller| noun(teller))?;
        let word = self.possessor_start(teller).checked_sub(1).filter(|&word| word > first)?;
        let relative = self.kind(word) == Some(ChunkKind::Subordinator) && RELATIVE.contains(&self.word(word));
        (relative && self.is_verb(says, VerbForm::Finite) && self.info(says).takes_clause()).then_some(word)
    }

    /// The relative word that opens the clause of the finite verb at `at`.
    pub(in crate::phrase) fn relative_word(&self, at: usize, first: usize) -> Option<usize> {
        for left in (first..at).rev().take(8) {
            match self.kind(left)? {
                ChunkKind::Noun if self.word(left) == WHOSE && left > first => return Some(left),
                ChunkKind::Adverb | ChunkKind::Noun | ChunkKind::Time | ChunkKind::Preposition | ChunkKind::Adjective => {}
                ChunkKind::Subordinator => {
                    let opens = RELATIVE.contains(&self.word(left)) && left > first;
                    let after_noun =
                        opens && matches!(self.kind(left - 1), Some(ChunkKind::Noun | ChunkKind::Mark | ChunkKind::Preposition));
                    return after_noun.then_some(left);
                }
                _ => return None,
            }
        }
        None
    }

    /// The subject of a verb right behind a relative word; the last of a list alone if what it has is told to be its: "Kenya and Chad, which closed its
    /// border".
    pub(super) fn relative(&self, verb: usize, at: usize, first: usize) -> (List, Link) {
        if !RELATIVE.contains(&self.word(at)) {
            return (List::default(), Link::None);
        }
        // "A family of seven, four of them children, who were abducted".
        let over_share = |noun: usize| {
            let share = noun.checked_sub(1).filter(|&left| left > first && self.word(at) == WHO && self.is_some_of_them(left));
            share.and_then(|share| self.noun_before(share, first)).unwrap_or(noun)
        };
        match self.noun_before(at, first).map(over_share).or_else(|| self.noun_before_setting(at, first)) {
            Some(noun) if self.word(verb + 1) == ITS && self.word(noun + 1) == COMMA => (List::of(noun), Link::Relative),
            Some(noun) => (self.list_to(noun, first), Link::Relative),
            None => (List::default(), Link::None),
        }
    }

    /// The people whom "who" stands for over a place and a day: "at soldiers in Nablus on Friday, who responded".
    pub(super) fn noun_before_setting(&self, at: usize, first: usize) -> Option<usize> {
        if self.word(at) != WHO {
            return None;
        }
        let time = at.checked_sub(1).map(|left| left - usize::from(self.word(left) == COMMA && left > first))?;
        let on = time.checked_sub(1).filter(|_| self.kind(time) == Some(ChunkKind::Time))?;
        let on = if self.kind(on) == Some(ChunkKind::Preposition) { on.checked_sub(1)? } else { on };
        // The place, if one is told: its name has no article.
        let within = on.checked_sub(1).filter(|&left| left > first && WHERE.contains(&self.word(left)));
        let noun = within.and_then(|left| left.checked_sub(1)).unwrap_or(on);
        (noun > first && self.kind(noun) == Some(ChunkKind::Noun)).then_some(noun)
    }

    /// The noun chunk left of `at`, over a comma, adverbs and times.
    pub(in crate::phrase) fn noun_before(&self, at: usize, first: usize) -> Option<usize> {
        let (mut left, mut steps) = (at, 6);
        while left > first && steps > 0 {
            (left, steps) = (left - 1, steps - 1);
            match self.kind(left)? {
                ChunkKind::Noun => return Some(left),
                ChunkKind::Adverb | ChunkKind::Time => {}
                ChunkKind::Adjective if self.is_age(left) => {}
                // "The Bolan Movement (BM), a separatist group".
                ChunkKind::Mark => left = self.mark(left, first)?,
                // "A grenade attack on a bar in 2010 that killed".
                ChunkKind::Preposition if left + 1 == at || self.kind(left + 1) == Some(ChunkKind::Time) => {}
                _ => return None,
            }
        }
        None
    }
}
