//! The subject that a verb behind "and" shares with one before.

use super::REACH;
use crate::lexicon::column::{self, Attribution};
use crate::lexicon::{Hit, TableId, Tag};
use crate::phrase::words::*;
use crate::phrase::{Chunk, ChunkKind, Clauses, Link, List, VerbForm, Voice};
use crate::record::EventKind;

impl Clauses<'_> {
    /// The subject of the verb that the verb after the conjunction at `at` is coordinated with.
    pub(super) fn shared(&self, at: usize, verb: usize, depth: usize) -> (List, Link) {
        let Some(chunk) = self.chunk(verb) else { return (List::default(), Link::None) };
        let first = self.sentence(verb).start.max(verb.saturating_sub(REACH));
        let earlier = (first..at).rev().find(|&left| self.is_verb(left, chunk.form));
        let earlier = earlier.map(|earlier| {
            let main = self.past_closed_clause(at, verb, earlier, first).or_else(|| self.past_relative_clause(verb, earlier, first));
            main.or_else(|| self.saying(verb, earlier, first)).unwrap_or(earlier)
        });
        earlier.map_or((List::default(), Link::None), |earlier| self.subject_within(earlier, depth))
    }

    /// The verb of saying whose subject speaks on, behind what it said of others: "the minister said two soldiers were killed and accused", "pledged
    /// that his men would find the killers and blamed".
    fn saying(&self, verb: usize, said: usize, first: usize) -> Option<usize> {
        let (chunk, inner) = (self.chunk(verb)?, self.chunk(said)?);
        // "Admitted that a pilot dropped a bomb but denied a second strike".
        let admits = |hit: &Hit| self.document.lexicon.row(hit.row).text(Attribution::Class) == "admit";
        let denies = (first..said).rev().find(|&left| self.is_verb(left, VerbForm::Finite)).and_then(|above| self.chunk(above));
        let denies = denies.is_some_and(|above| self.document.hits_of(above.head as usize, TableId::Attribution).any(admits));
        let speaks = |hit: &Hit| {
            let row = self.document.lexicon.row(hit.row);
            let class = row.text(Attribution::Class);
            matches!(class, "accuse" | "blame" | "warn") || class == "deny" && (self.is_perfect(inner) || denies)
        };
        let plain = chunk.form == VerbForm::Finite && chunk.modal.is_none() && chunk.voice == Voice::Active && !self.is_perfect(chunk);
        let suffers = inner.voice == Voice::Passive
            || inner.modal.is_some()
            || self.is_perfect(inner)
            || self.info(said).takes_no_object()
            || is_be(self.head_hash(inner))
            || denies;
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

    /// The verb above a clause that a comma before "and" closes, about what its object does or suffers, with which an active verb goes on: "freed two
    /// engineers, who had been held for a month, and killed", "attacked Puno, where a mayor was shot, and burned", "shot men they called spies, and
    /// left"; not "was attacked by gunmen, who shot a guard, and fled", "gunmen, who shot a guard, set fire to a car, and fled".
    fn past_closed_clause(&self, conjunction: usize, verb: usize, inner: usize, first: usize) -> Option<usize> {
        let comma = conjunction.checked_sub(1).filter(|&comma| self.word(comma) == COMMA)?;
        let contact = || {
            let subject = inner.checked_sub(1).filter(|&subject| SUBJECT_PRONOUNS.contains(&self.word(subject)))?;
            subject.checked_sub(1).filter(|&noun| noun > first && self.kind(noun) == Some(ChunkKind::Noun)).map(|_| subject)
        };
        let opening = self.relative_word(inner, first).filter(|&opening| self.word(opening - 1) == COMMA).or_else(contact)?;
        let listed = (opening + 1..comma).any(|at| self.word(at) == COMMA);
        let active = |at: usize| self.chunk(at).is_some_and(|chunk| chunk.voice == Voice::Active && chunk.form == VerbForm::Finite);
        let above = (first..opening).rev().find(|&left| self.is_verb(left, VerbForm::Finite))?;
        (!listed && active(verb) && active(above)).then_some(above)
    }

    /// The verb above a relative clause in the past perfect or progressive, with which a verb in the plain past goes on: "used tear gas against
    /// students who had rallied and arrested their leader", "detained five people who had chained themselves to a fence and beat two of them"; not
    /// "arrested a man who had stabbed a guard and wounded two".
    fn past_relative_clause(&self, verb: usize, inner: usize, first: usize) -> Option<usize> {
        let (chunk, relative) = (self.chunk(verb)?, self.relative_word(inner, first)?);
        let clause = self.chunk(inner)?;
        let progressive = (clause.first..clause.head)
            .any(|token| self.document.tokens.get(token as usize).is_some_and(|be| is_be(be.hash)))
            && self.info(inner).tags().any(|tag| tag == Tag::VerbIng);
        // "The report that they had seized, and were going to hang, a nurse" has a subject of its own.
        let bare = (relative + 1..inner).all(|at| matches!(self.kind(at), Some(ChunkKind::Adverb | ChunkKind::Time)));
        let alone = bare && chunk.head == chunk.first && chunk.voice == Voice::Active && self.info(verb).can_be(Tag::VerbEd);
        let above = (first..relative).rev().find(|&left| self.is_verb(left, VerbForm::Finite))?;
        let main = self.chunk(above).filter(|main| main.voice == Voice::Active && !self.is_perfect(main))?;
        // "Rescued a nun who had been kidnapped and arrested two men": who suffers what the clause tells does not act on others.
        let object = self.kind(verb + 1) == Some(ChunkKind::Noun) && self.info(verb).needs_object();
        if alone && self.is_perfect(clause) && clause.voice == Voice::Passive && object && self.info(above).needs_object() {
            return Some(above);
        }
        if !alone || !(progressive || self.is_perfect(clause) && clause.voice == Voice::Active) {
            return None;
        }
        // "Had taken" is told from "took", "had wounded" is not from "wounded".
        let of_them = self.word(verb + 2) == OF && self.word(verb + 3) == THEM;
        if progressive || of_them || !self.info(verb).can_be(Tag::VerbEn) {
            return Some(above);
        }
        let who = (above + 1..relative).rev().find_map(|noun| self.chunk(noun).filter(|noun| noun.kind == ChunkKind::Noun))?;
        let crowd = self.is_crowd(who);
        let force = self.has_kind(main, &[EventKind::Crackdown]) || self.is_violence(above);
        let seizes = self.has_kind(chunk, &[EventKind::Arrest, EventKind::Kidnapping]) && THEIR.contains(&self.word(verb + 1));
        // "Killed a priest who had denounced the army and wounded his sister".
        let theirs = THEIR.contains(&self.word(verb + 1)) && self.is_violence(verb) && force;
        let peaceful = !self.is_violence(inner);
        (crowd && (force || seizes) || peaceful && (who.plural && (force || seizes) || theirs)).then_some(above)
    }

    /// Whether a form of a trigger of one of the kinds begins with the chunk's head.
    fn has_kind(&self, chunk: &Chunk, kinds: &[EventKind]) -> bool {
        let kind = |hit: &Hit| usize::from(hit.class).checked_sub(1).and_then(|kind| EventKind::ALL.get(kind));
        let mut hits = self.document.hits_of(chunk.head as usize, TableId::Trigger);
        hits.any(|hit| kind(hit).is_some_and(|kind| kinds.contains(kind)))
    }

    /// Whether the noun group is a crowd: "demonstrators", "a mob".
    fn is_crowd(&self, noun: &Chunk) -> bool {
        let mut hits = self.document.hits_of(noun.head as usize, TableId::PersonNoun);
        hits.any(|hit| self.document.lexicon.row(hit.row).text(column::PersonNoun::Class) == "crowd")
    }

    /// Whether a form of "have" opens the verb group.
    fn is_perfect(&self, verb: &Chunk) -> bool {
        (verb.first..verb.head).any(|token| self.document.tokens.get(token as usize).is_some_and(|token| HAVE.contains(&token.hash)))
    }
}
