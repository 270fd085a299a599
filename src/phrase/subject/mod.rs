//! The subject of a verb: what stands before it, past all that may come between.

mod headline;
mod joined;
mod nonfinite;
mod relative;
mod shared;

use super::words::*;
use super::{Chunk, ChunkKind, Clauses, Link, List, VerbForm};
use crate::lexicon::{Tag, WordSet};

/// How many chunks back a subject is looked for.
const REACH: usize = 40;
/// How many verbs may hand their subject on to each other.
const DEPTH: usize = 5;

impl Clauses<'_> {
    /// The subject of `verb` and how it was found.
    pub(super) fn subject(&self, verb: usize) -> (List, Link) {
        self.subject_within(verb, DEPTH)
    }

    fn subject_within(&self, verb: usize, depth: usize) -> (List, Link) {
        let (Some(chunk), Some(depth)) = (self.chunk(verb), depth.checked_sub(1)) else { return (List::default(), Link::None) };
        match chunk.form {
            VerbForm::Finite => self.finite_subject(verb, depth),
            VerbForm::Infinitive => self.infinitive_subject(verb, depth),
            VerbForm::Gerund | VerbForm::Participle => self.modified(verb, depth),
        }
    }

    fn relink(found: (List, Link), link: Link) -> (List, Link) {
        if found.0.is_empty() { found } else { (found.0, link) }
    }

    /// The subject behind the verb: "..., said a spokesman".
    pub(super) fn inverted_subject(&self, verb: usize) -> Option<usize> {
        let before = verb.checked_sub(1).filter(|&before| self.same_sentence(before, verb))?;
        // Not "he told" behind the quotation.
        let noun = self.kind(before) == Some(ChunkKind::Noun);
        let quoted = self.is_quote(before) || before > 0 && !noun && self.is_quote(before - 1);
        let says = |chunk: &Chunk| self.document.has(WordSet::Saying, chunk.head as usize);
        let mark = quoted || self.word(before) == COMMA && self.chunk(verb).is_some_and(says);
        let speaker =
            mark && self.info(verb).takes_clause() && self.is_verb(verb, VerbForm::Finite) && self.kind(verb + 1) == Some(ChunkKind::Noun);
        let noun = self.possessed_end(verb + 1);
        let clause = self.is_verb(noun + 1, VerbForm::Finite);
        (speaker && !clause && self.same_sentence(noun, verb)).then_some(noun)
    }

    fn finite_subject(&self, verb: usize, depth: usize) -> (List, Link) {
        let first = self.sentence(verb).start.max(verb.saturating_sub(REACH));
        if let Some(noun) = self.before_aside(verb, first) {
            return (self.list_to(noun, first), Link::Direct);
        }
        let (mut at, mut comma, mut direct) = (verb, false, true);
        while at > first {
            at -= 1;
            // "And now held": adverbs and times stand between.
            direct &= at + 1 == verb || matches!(self.kind(at + 1), Some(ChunkKind::Adverb | ChunkKind::Time));
            match self.kind(at) {
                Some(ChunkKind::Adverb | ChunkKind::Time | ChunkKind::Adjective | ChunkKind::Preposition) => {}
                Some(ChunkKind::Mark) => match self.mark(at, first) {
                    Some(left) => (at, comma) = (left, comma || self.word(at) == COMMA),
                    None => return (List::default(), Link::None),
                },
                Some(ChunkKind::Conjunction) if direct => return Self::relink(self.shared(at, verb, depth), Link::Shared),
                // Inside what was stepped over: "a man who planned to kill a guard and attack a station was".
                Some(ChunkKind::Conjunction) => {}
                Some(ChunkKind::Subordinator) => return self.relative(verb, at, first),
                Some(ChunkKind::Noun) => match self.candidate(verb, at, first, comma, depth) {
                    Step::Found(found, link) => return (found, link),
                    Step::Left(left) => at = left,
                    // "A post in Baucau, Laga district, Dili province, was".
                    Step::Beside(left) => (at, comma) = (left, self.is_division(at)),
                    Step::Stop => return (List::default(), Link::None),
                },
                Some(ChunkKind::Verb) => match self.past_verb(at, first, comma) {
                    Some(left) => at = left,
                    // "Men broke into a farm, killed a watchman and left".
                    None if self.follows_comma(verb) => return Self::relink(self.subject_within(at, depth), Link::Shared),
                    None => return (List::default(), Link::None),
                },
                None => break,
            }
        }
        (List::default(), Link::None)
    }

    /// The noun before a relative clause in commas that the verb stands right behind, the first verb of the main clause: "the Taliban, who said ten of
    /// their men were dead, condemned", "the union and Chad, which shut its border, condemned"; not "was attacked by gunmen, who blew up the track,
    /// fired rockets".
    fn before_aside(&self, verb: usize, first: usize) -> Option<usize> {
        let closing = verb.checked_sub(1).filter(|&before| self.word(before) == COMMA)?;
        let nearest = (first..closing).rev().find(|&left| self.word(left) == COMMA)?;
        let comma = self.before_owned_name(nearest, first).unwrap_or(nearest);
        // "The rebels, whose leader the army killed, broke off talks"; "the seat of the front, whose candidate is Ruiz, was bombed".
        let whole = comma.checked_sub(1).is_some_and(|noun| self.possessor_start(noun) == first);
        let opens = match self.kind(comma + 1) {
            Some(ChunkKind::Subordinator) => matches!(self.word(comma + 1), WHO | WHICH),
            // "The rancher, for whom a ransom was paid, was released".
            Some(ChunkKind::Preposition) => matches!(self.word(comma + 2), WHOM | WHICH),
            kind => whole && kind == Some(ChunkKind::Noun) && self.word(comma + 1) == WHOSE,
        };
        // "Sixteen rebels, including a woman carrying a child, laid down".
        let includes = whole && self.word(comma + 1) == INCLUDING;
        let opens = opens || includes;
        let noun = comma.checked_sub(1).filter(|&noun| opens && self.kind(noun) == Some(ChunkKind::Noun))?;
        let told = |at: usize| match self.kind(at) {
            Some(ChunkKind::Mark) => self.word(at) != COMMA,
            kind => matches!(kind, Some(ChunkKind::Verb | ChunkKind::Subordinator)),
        };
        let told = (first..noun).any(told);
        let clause = (comma..closing).any(|at| self.is_verb(at, VerbForm::Finite));
        (!told && (clause || includes)).then_some(noun)
    }

    /// The comma before "whose", if the one at `closing` ends what tells who that is: "*,* whose husband, the publisher Pedro Ruiz, was shot".
    fn before_owned_name(&self, closing: usize, first: usize) -> Option<usize> {
        let opening = (first..closing).rev().find(|&left| self.word(left) == COMMA)?;
        let whose = opening.checked_sub(1).filter(|&noun| self.kind(noun) == Some(ChunkKind::Noun) && self.word(noun) == WHOSE)?;
        whose.checked_sub(1).filter(|&comma| comma >= first && self.word(comma) == COMMA)
    }

    /// Whether a comma stands right before the verb, or before its adverbs.
    fn follows_comma(&self, verb: usize) -> bool {
        let before = (0..verb).rev().take(3).find(|&before| self.kind(before) != Some(ChunkKind::Adverb));
        before.is_some_and(|before| self.word(before) == COMMA)
    }

    /// Where to go on, left of the mark at `at`; none if the clause begins there.
    fn mark(&self, at: usize, first: usize) -> Option<usize> {
        let word = self.word(at);
        if word == SEMICOLON || word == COLON || OPENING.contains(&word) {
            return None;
        }
        // "The mayor -- his wife was not hurt -- died".
        if DASHES.contains(&word) {
            return (first..at).rev().take(REACH / 2).find(|&left| DASHES.contains(&self.word(left))).or(Some(at));
        }
        if CLOSING.contains(&word) {
            return (first..at).rev().find(|&left| OPENING.contains(&self.word(left)));
        }
        Some(at)
    }

    /// Whether the noun is the name of a division with its kind behind, which tells only where the place before it lies.
    fn is_division(&self, noun: usize) -> bool {
        let kind = self.chunk(noun).is_some_and(|chunk| self.document.has(WordSet::KindBehindPlace, chunk.head as usize));
        kind && !self.is_determined(noun)
    }

    /// A noun left of the verb: its subject, part of something to step over, or a sign to stop.
    fn candidate(&self, verb: usize, at: usize, first: usize, comma: bool, depth: usize) -> Step {
        if let Some(own) = self.of_whose(at, first) {
            return Step::Found(own, Link::Direct);
        }
        let start = self.possessor_start(at);
        let Some(left) = start.checked_sub(1).filter(|&left| left >= first) else { return self.found(at, first) };
        // "The Night Herons," the armed wing of the cartel, gunned.
        let quoted = self.is_quote(left) && left > first && self.word(left - 1) == COMMA;
        let left = if quoted { left - 1 } else { left };
        // "Fourteen people, among them six children, were".
        if let Some(among) = self.among_them(start).or_else(|| self.mostly(start).filter(|_| comma)) {
            return Step::Left(among);
        }
        match self.kind(left) {
            Some(ChunkKind::Preposition) => Step::Left(left),
            // "The ANP [National People's Alliance] party".
            Some(ChunkKind::Mark) if CLOSING.contains(&self.word(left)) => {
                let inside = self.mark(left, first).filter(|&open| open > first && self.kind(open - 1) == Some(ChunkKind::Noun));
                inside.filter(|_| !self.is_determined(start)).map_or_else(|| self.found(at, first), Step::Left)
            }
            Some(ChunkKind::Verb) => self.after_other_verb(verb, at, left, first, comma, depth),
            // "Cop, 3 suspects die in shootout": a headline's list.
            Some(ChunkKind::Mark) if self.word(left) == COMMA && !comma && self.opens(left, first) && self.is_counted_beside(verb, at) => {
                let mut list = List::of(left - 1);
                list.push(at as u32);
                Step::Found(list, Link::Direct)
            }
            // "X, the mayor of Y, was": the apposition gives way to what it stands beside.
            Some(ChunkKind::Mark) if self.word(left) == COMMA && (comma || self.opens(left, first)) => {
                // "On that very day, Colonel Vega, whose son is a judge, was": what stands before all tells nothing of him.
                match self.noun_before(left, first).filter(|&head| self.opener(head, first) != Some(self.sentence(at).start)) {
                    Some(head) => Step::Beside(head + 1),
                    None => self.found(at, first),
                }
            }
            Some(ChunkKind::Conjunction) => match self.share_before(left, first).filter(|_| comma) {
                Some(share) => Step::Left(share),
                None => self.after_conjunction(verb, at, left, first, comma),
            },
            Some(ChunkKind::Noun) if comma && self.is_some_of_them(left) => Step::Left(left),
            _ => self.found(at, first),
        }
    }

    /// Whether a counted group stands right before a verb in the present of many, which no apposition does: "Cop, 3 suspects die".
    fn is_counted_beside(&self, verb: usize, at: usize) -> bool {
        let tag = self.chunk(verb).and_then(|verb| self.phrases.tags.get(verb.head as usize).copied().flatten());
        at + 1 == verb && self.is_group_counted(at) && tag == Some(Tag::VerbBase)
    }

    /// What "whose" opens, up to the noun at `at`: "Ruiz, whose husband and teenage son were killed" did not die herself.
    fn of_whose(&self, at: usize, first: usize) -> Option<List> {
        const MEMBERS: usize = 6;
        let whose = (first + 1..=at).rev().take(MEMBERS).find(|&left| self.word(left) == WHOSE)?;
        let mut own = List::default();
        self.list_to(at, first).iter().filter(|&&member| member as usize >= whose).for_each(|&member| own.push(member));
        own.first().is_some_and(|&head| head as usize == whose).then_some(own)
    }

    /// Whether a share of those before is told, behind which stands what they are: "twelve people, two of them children, died".
    fn is_some_of_them(&self, noun: usize) -> bool {
        self.chunk(noun).is_some_and(|chunk| chunk.first < chunk.head && self.head_hash(chunk) == THEM)
    }

    /// The share of those before that opens a list of what they are: "30 people, *18 of them* soldiers and the rest civilians, were".
    fn share_before(&self, at: usize, first: usize) -> Option<usize> {
        const MEMBERS: usize = 4;
        let listed = |at: &usize| matches!(self.kind(*at), Some(ChunkKind::Noun | ChunkKind::Conjunction));
        (first..at).rev().take(MEMBERS).take_while(listed).find(|&left| self.is_some_of_them(left))
    }

    /// Whether the sentence begins with a noun group and a comma right behind it, which an apposition must follow.
    fn opens(&self, comma: usize, first: usize) -> bool {
        comma.checked_sub(1).is_some_and(|before| self.possessor_start(before) == first)
            && first == self.sentence(comma).start
            && self.kind(first) == Some(ChunkKind::Noun)
    }

    fn found(&self, at: usize, first: usize) -> Step {
        Step::Found(self.list_to(at, first), Link::Direct)
    }

    /// A noun that follows another verb: its object, or the subject of what was said.
    fn after_other_verb(&self, asking: usize, at: usize, other: usize, first: usize, comma: bool, depth: usize) -> Step {
        let Some(verb) = self.chunk(other) else { return Step::Stop };
        // "The junta denied it, saying the rebels had shelled the town".
        let adverbial = verb.form == VerbForm::Gerund && other > first && self.word(other - 1) == COMMA;
        if adverbial && !comma && self.info(other).takes_clause() {
            return self.found(at, first);
        }
        if verb.form != VerbForm::Finite {
            return Step::Left(other);
        }
        // "Troops, who say he was freed", "the blast, in which he said four people were killed".
        let says = || self.document.has(WordSet::Saying, verb.head as usize);
        let said = self.info(other).takes_clause() && !comma && (SUBJECT_PRONOUNS.contains(&self.word(at)) || says());
        if let Some(relative) = self.relative_word(other, first).filter(|_| !said) {
            if !self.goes_on(asking, relative, first) {
                return Step::Left(relative);
            }
            let (subject, _) = self.subject_within(other, depth);
            return if subject.is_empty() { Step::Stop } else { Step::Found(subject, Link::Shared) };
        }
        if self.info(other).takes_clause() && (!comma || self.is_set_off(at, asking)) {
            return self.found(at, first);
        }
        if comma {
            let (subject, _) = self.subject_within(other, depth);
            return if subject.is_empty() { Step::Stop } else { Step::Found(subject, Link::Shared) };
        }
        self.found(at, first)
    }

    /// Whether all that stands between the noun and the verb is set off by two commas: "police said a man, 31, was arrested", "the ministry said a
    /// soldier, aged 22, was killed"; not "denied the report, called for calm".
    fn is_set_off(&self, noun: usize, verb: usize) -> bool {
        let comma = self.past_phrases(noun, verb);
        let closing = (comma..verb).rev().find(|&at| self.kind(at) != Some(ChunkKind::Adverb));
        self.word(comma) == COMMA && self.follows_comma(verb) && closing.is_some_and(|closing| closing > comma)
    }

    /// The first noun of a chain of possessors that ends with the noun at `at`: "the mayor" of "the mayor's wife".
    pub(crate) fn possessor_start(&self, mut at: usize) -> usize {
        while at > 0 && self.is_possessed(at) && self.kind(at - 1) == Some(ChunkKind::Noun) {
            at -= 1;
        }
        at
    }
}

enum Step {
    Found(List, Link),
    Left(usize),
    /// Go on left of an apposition, and of the commas about it.
    Beside(usize),
    Stop,
}
