//! Subjects of participles in headlines, which leave their helpers out.

use super::REACH;
use crate::lexicon::{TableId, Tag};
use crate::phrase::words::*;
use crate::phrase::{ChunkKind, Clauses, List, VerbForm};

impl Clauses<'_> {
    /// The groups that a headline counts side by side before its participle: "3 soldiers, 11 rebels killed in clash".
    pub(super) fn counted_in_headline(&self, verb: usize, noun: usize, first: usize) -> Option<List> {
        if (verb + 1..self.sentence(verb).end).take(REACH).any(|at| self.is_verb(at, VerbForm::Finite)) {
            return None;
        }
        // "Israeli, two Palestinians killed": one person opens the headline.
        let counted = |head: usize| self.is_group_counted(head) || head == self.sentence(verb).start && self.is_one_person(head);
        let before = |at: usize| at.checked_sub(2).filter(|&head| head >= first && self.word(head + 1) == COMMA && counted(head));
        let head = before(noun).filter(|_| self.is_group_counted(noun))?;
        let start = before(head).unwrap_or(head);
        let governed = start > first && self.kind(start - 1) == Some(ChunkKind::Preposition);
        let mut list = List::of(start);
        [head, noun].into_iter().filter(|&member| member != start).for_each(|member| list.push(member as u32));
        (!governed).then_some(list)
    }

    /// Whether the noun is one word for one person, by what he is or where he is from: "soldier", "Israeli".
    pub(super) fn is_one_person(&self, noun: usize) -> bool {
        let Some(one) = self.chunk(noun).filter(|one| one.kind == ChunkKind::Noun && !one.plural && one.last == one.first + 1) else {
            return false;
        };
        let person = |table: TableId| self.document.hits_of(one.head as usize, table).any(|hit| hit.last == one.last);
        person(TableId::PersonNoun) || person(TableId::Country)
    }

    /// Whether the participle is the only verb of a headline: "mayor of Taxco shot dead outside home".
    pub(super) fn is_main_of_headline(&self, verb: usize) -> bool {
        let range = self.sentence(verb);
        let marked = range.end.checked_sub(1).is_some_and(|last| self.kind(last) == Some(ChunkKind::Mark));
        let other = |at: usize| at != verb && self.kind(at) == Some(ChunkKind::Verb);
        let clause = (verb + 1..range.end).take_while(|&at| self.kind(at) != Some(ChunkKind::Mark));
        !marked && !(range.start..verb).any(other) && !clause.into_iter().any(other)
    }

    /// The head of the noun group that ends at `at`, over its phrases, where it opens the headline or stands behind a mark: "mayor" of "mayor of
    /// Taxco", "judge" of "judge in terror case"; the noun at `at` otherwise.
    pub(super) fn head_of_headline(&self, at: usize, verb: usize) -> usize {
        const PHRASES: usize = 3;
        let first = self.sentence(verb).start;
        let mut head = at;
        for _ in 0..PHRASES {
            let preposition = self.possessor_start(head).checked_sub(1).filter(|&left| left > first);
            // "Body of man killed in Gaza", but "family of five", "mother of two".
            let named = |left: usize| {
                let noun = self.chunk(left + 1);
                let token = noun.and_then(|noun| self.document.tokens.get(noun.first as usize));
                let number = noun.is_some_and(|noun| {
                    noun.last == noun.first + 1 && self.phrases.tags.get(noun.first as usize) == Some(&Some(Tag::Number))
                });
                self.word(left) != OF || number || token.is_some_and(|token| token.case.is_capitalised())
            };
            let phrase = |left: usize| self.kind(left) == Some(ChunkKind::Preposition) && self.kind(left - 1) == Some(ChunkKind::Noun);
            match preposition.filter(|&left| phrase(left) && named(left)) {
                Some(preposition) => head = preposition - 1,
                None => break,
            }
        }
        let start = self.possessor_start(head);
        let opens = start == first || self.kind(start.saturating_sub(1)) == Some(ChunkKind::Mark);
        if opens && head < at && self.is_main_of_headline(verb) { head } else { at }
    }
}
