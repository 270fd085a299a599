//! Lists of nouns: which nouns "and", "or" and commas join.

use super::list::MEMBERS;
use super::noun::REACH;
use super::words::*;
use super::{ChunkKind, Clauses, List, VerbForm, Voice};
use crate::lexicon::{TableId, Tag};

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
        let mut at = self.past_age(self.past_phrases(noun, last), last);
        let bare = at == self.past_age(self.past_bracket(noun + 1, last), last);
        // "Kills himself, six others": a headline has no "and".
        let own = self.chunk(noun).is_some_and(|chunk| SELVES.contains(&self.head_hash(chunk)));
        if own && self.word(noun + 1) == COMMA && self.is_group_counted(noun + 2) && noun + 2 < last {
            members.push(noun as u32 + 2);
            return members;
        }
        while members.len() < MEMBERS {
            let begin = at;
            at = self.past_also(self.past_included(at, last), last);
            let skipped = at > begin;
            let comma = if let Some(end) = self.semicolon_after(at, last) {
                at = end;
                true
            } else {
                self.word(at) == COMMA
            };
            let mut next = at + usize::from(comma);
            let joint = self.is_joint(next);
            next += usize::from(joint);
            if !(comma || joint) || next >= last {
                break;
            }
            let next = if joint && self.kind(next) == Some(ChunkKind::Adverb) { next + 1 } else { next };
            // "The murders of X, Y and of Z".
            let governed = || self.possessor_start(noun).checked_sub(1).is_some_and(|of| self.word(of) == OF);
            let next = next + usize::from(joint && self.word(next) == OF && governed());
            // "The murder of a judge and that of a priest": another murder, no second victim.
            let pronoun = self.word(next) == THAT && self.word(next + 1) == OF;
            if self.kind(next) != Some(ChunkKind::Noun) || next >= last || self.is_share(next) || pronoun {
                break;
            }
            // "17 soldiers, including four officers, and 100 rebels".
            if comma && joint && members.len() == 1 && self.is_included_aside(noun) {
                break;
            }
            let member = self.possessed_end(next);
            // A member may have phrases of its own, and the list may be theirs.
            let before = members.last().map_or(noun, |&before| before as usize);
            // "X, director of a paper, and Y": a comma before the last member parts it from the phrases of the one before.
            let named = || comma && self.is_person_named(before, next, last);
            let parted = skipped || self.word(at) == SEMICOLON || comma && joint && bare && members.len() > 1 || named();
            if !parted
                && at > self.past_age(self.past_bracket(before + 1, last), last)
                && !self.joins_head(before, self.before_age(at), next)
            {
                // "The exchange of X and Y, a hotel, and a bank": the inner list is over at the comma.
                let end = self.past_phrases(member, last);
                if joint && !comma && self.word(end) == COMMA && end + 1 < last {
                    at = end;
                    continue;
                }
                break;
            }
            at = self.past_age(self.past_phrases(member, last), last);
            // "Hit the market, and two traders and a porter were killed".
            let clause = if joint && comma { self.past_joined(at, last) } else { at };
            if joint && self.begins_clause(noun, clause, members.len() > 1) {
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
            let end = if joint { left.saturating_sub(1) } else { left };
            if (joint || joined) && end > first && self.word(end) == SEMICOLON {
                let Some((member, start)) = self.member_before_semicolon(end, first) else { break };
                members.push(member as u32);
                (at, joined) = (start, true);
                continue;
            }
            if !joint && !comma {
                break;
            }
            let mark = left.checked_sub(1).filter(|&mark| joint && mark >= first).unwrap_or(left);
            let left = if self.word(mark) == COMMA { mark } else { left };
            let left = left.checked_sub(1).and_then(|mark| self.bracket_before(mark, first + 1)).unwrap_or(left);
            let left = if joint { self.before_included(left, first) } else { left };
            let aged = left.checked_sub(2).filter(|&mark| mark > first && self.word(mark) == COMMA && self.is_age(mark + 1));
            let left = aged.unwrap_or(left);
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

    /// Whether a phrase that no noun governs holds the noun: "According to reports from the coast, the mayor and his wife".
    fn is_fronted(&self, noun: usize, first: usize) -> bool {
        self.opener(noun, first).is_some()
    }

    /// The preposition of the phrase that holds the noun, if no noun governs it.
    pub(super) fn opener(&self, mut noun: usize, first: usize) -> Option<usize> {
        for _ in 0..3 {
            let left = self.possessor_start(noun).checked_sub(1).filter(|&left| left >= first)?;
            if self.kind(left) != Some(ChunkKind::Preposition) {
                return None;
            }
            match left.checked_sub(1).filter(|&head| head >= first && self.kind(head) == Some(ChunkKind::Noun)) {
                Some(head) => noun = head,
                None => return Some(left),
            }
        }
        None
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
        // "Condemned the murders of the monks, their driver and his son".
        let kin = self.chunk(member).is_some_and(|chunk| self.document.begins(chunk.head as usize, TableId::PersonNoun));
        let theirs = THEIR.contains(&self.word(member)) && !(kin && self.is_deed(head));
        if parallel || theirs {
            return true;
        }
        // "Three members of the Red Front and a soldier".
        let counts = |noun: usize| matches!(self.determiner(noun), Determiner::Number | Determiner::Indefinite);
        let people = |noun: usize| self.chunk(noun).is_some_and(|chunk| self.document.begins(chunk.head as usize, TableId::PersonNoun));
        if [head, member].iter().all(|&noun| counts(noun) && people(noun))
            && self.determiner(self.possessor_start(nearest)) == Determiner::Definite
        {
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

    /// Whether `next` may only be the name of the person told before its comma, in a list that goes on: "the mayor of Pucayacu, Juan Rojas, and
    /// two councilmen".
    fn is_person_named(&self, head: usize, next: usize, last: usize) -> bool {
        let known = self.determiner(self.possessor_start(head)) == Determiner::Definite;
        let person = self.chunk(head).is_some_and(|chunk| !chunk.plural && self.document.begins(chunk.head as usize, TableId::PersonNoun));
        let name = self.determiner(next) == Determiner::None && self.chunk(next).is_some_and(|chunk| !chunk.plural);
        let end = self.past_phrases(next, last);
        known && person && name && end < last && self.word(end) == COMMA && self.is_joint(end + 1)
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

    /// Whether the noun begins with a number, and tells what it counts: "11 rebels".
    pub(super) fn is_group_counted(&self, noun: usize) -> bool {
        let counts = self.chunk(noun).is_some_and(|chunk| chunk.kind == ChunkKind::Noun && chunk.first < chunk.head);
        counts && self.determiner(noun) == Determiner::Number
    }

    /// "and", "or", "as well as", "along with", "together with", "but also".
    pub(super) fn is_joint(&self, at: usize) -> bool {
        let word = self.word(at);
        match self.kind(at) {
            Some(ChunkKind::Conjunction) => {
                let also = || self.chunk(at).is_some_and(|chunk| self.document.is(chunk.last.saturating_sub(1) as usize, ALSO));
                word == AND || word == OR || word == NOR || word == BUT && also()
            }
            Some(ChunkKind::Preposition | ChunkKind::Subordinator) => {
                let chunk = self.chunk(at);
                word == AS && chunk.is_some_and(|chunk| chunk.last - chunk.first == 3)
            }
            _ => false,
        }
    }

    /// The finite verb behind the relative clause that begins at `at`: "(a device) that had been found was defused".
    fn past_relative(&self, at: usize) -> Option<usize> {
        let opens = self.kind(at) == Some(ChunkKind::Subordinator) && RELATIVE.contains(&self.word(at));
        let inner = (at + 1..at + REACH).filter(|_| opens);
        let clause = inner
            .take_while(|&at| !matches!(self.kind(at), Some(ChunkKind::Mark | ChunkKind::Subordinator | ChunkKind::Conjunction) | None));
        clause.filter(|&at| self.is_verb(at, VerbForm::Finite)).nth(1)
    }

    /// The chunk behind the one noun that "and" joins at `at` to the noun before, with its phrases; `at` if none is: "two traders *and a porter* were".
    fn past_joined(&self, at: usize, last: usize) -> usize {
        let joined = self.word(at) == AND && at + 1 < last && self.kind(at + 1) == Some(ChunkKind::Noun);
        if joined { self.past_age(self.past_phrases(self.possessed_end(at + 1), last), last) } else { at }
    }

    /// The first of the `members` that begin a clause of their own behind a comma and "and": "hit the market, and *two traders and a porter*
    /// were killed"; not "the mayor, and his wife and son, were killed", where no verb stands before.
    pub(super) fn clause_of_joined(&self, members: &List, first: usize) -> Option<usize> {
        let starts = (1..members.len().saturating_sub(1)).rev();
        starts.into_iter().find(|&member| {
            let begin = members.get(member).map_or(0, |&noun| self.possessor_start(noun as usize));
            let and = begin.checked_sub(1).filter(|&and| and > first && self.word(and) == AND);
            let told = |left: usize| {
                let own = !self.info(left).takes_clause() || self.chunk(left).is_some_and(|verb| verb.voice == Voice::Passive);
                self.is_verb(left, VerbForm::Finite) && own && self.relative_word(left, first).is_none()
            };
            and.is_some_and(|and| self.word(and - 1) == COMMA && (first..and).rev().take(REACH).any(told))
        })
    }

    /// Whether the noun that ends before `at` is the subject of a finite verb of its own, and `noun` has another.
    fn begins_clause(&self, noun: usize, at: usize, comma: bool) -> bool {
        let at = if self.kind(at) == Some(ChunkKind::Adverb) { at + 1 } else { at };
        let at = self.past_relative(at).unwrap_or(at);
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
        // "Were denied by the army, and police arrested".
        let own = |left: usize| !self.info(left).takes_clause() || self.chunk(left).is_some_and(|verb| verb.voice == Voice::Passive);
        fronted || before.is_some_and(|left| self.kind(left) == Some(ChunkKind::Verb) && own(left))
    }
}
