//! What follows a verb: objects, prepositional phrases, clauses.

use super::interposed::Interposed;
use super::words::*;
use super::{Arguments, ChunkKind, Clauses, Complement, List, VerbForm, Voice};
use crate::lexicon::{Tag, WordSet};

/// How many chunks behind a verb may belong to it.
const REACH: usize = 24;

impl Clauses<'_> {
    /// Fills in what stands behind `verb`.
    pub(super) fn after_verb(&self, verb: usize, arguments: &mut Arguments) {
        let last = self.sentence(verb).end.min(verb + REACH);
        let mut at = self.object(verb, last, arguments);
        if let Some(next) = self.sharing_object(verb, at).filter(|_| arguments.object.is_empty()) {
            let mut shared = Arguments::default();
            self.object(next, last, &mut shared);
            arguments.object = shared.object;
        }
        if let Some(agent) = self.shared_agent(verb, at) {
            arguments.complements.push(agent);
        }
        let mut suffers = false;
        while at < last {
            match self.kind(at) {
                Some(ChunkKind::Preposition) => {
                    let Some((complement, next)) = self.complement(at) else { return };
                    // "Was killed by soldiers, not by rebels".
                    let denied = NEGATIONS.contains(&self.word(at));
                    // "Was released after being kidnapped by bandits": they did the one alone.
                    let of_other = suffers && complement.word == BY;
                    suffers |=
                        complement.verb.is_some_and(|verb| self.chunk(verb as usize).is_some_and(|verb| verb.voice == Voice::Passive));
                    if !denied && !of_other && (complement.word != OF || self.takes_of(verb, at, &complement)) {
                        arguments.complements.push(complement);
                    }
                    at = next;
                    continue;
                }
                Some(ChunkKind::Adverb | ChunkKind::Time | ChunkKind::Adjective) => {}
                Some(ChunkKind::Mark) if self.is_quote(at) => {}
                Some(ChunkKind::Mark) => match self.past_mark(at, last) {
                    Some(next) => at = next - 1,
                    None => return,
                },
                Some(ChunkKind::Conjunction) if self.kind(at + 1) == Some(ChunkKind::Preposition) => {}
                Some(ChunkKind::Conjunction) if self.is_share(at + 1) => at += 1,
                Some(ChunkKind::Verb) => {
                    if arguments.clause.is_none() && !self.is_verb(at, VerbForm::Finite) {
                        arguments.clause = Some(at as u32);
                    }
                    return;
                }
                Some(ChunkKind::Subordinator) => {
                    if arguments.clause.is_none() && self.word(at) == THAT && self.info(verb).takes_clause() {
                        arguments.clause = (at + 1..last).find(|&next| self.is_verb(next, VerbForm::Finite)).map(|next| next as u32);
                    }
                    return;
                }
                _ => return,
            }
            at += 1;
        }
    }

    /// The doer behind the second of two passives, who did both: "was attacked and pursued by a helicopter".
    fn shared_agent(&self, verb: usize, at: usize) -> Option<Complement> {
        let passive = |at: usize| self.chunk(at).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.voice == Voice::Passive);
        let joined = at == verb + 1 && self.is_joint(at) && passive(verb) && passive(at + 1);
        let by = at + 2;
        if !joined || self.word(by) != BY || self.kind(by) != Some(ChunkKind::Preposition) {
            return None;
        }
        self.complement(by).map(|(agent, _)| agent)
    }

    /// The verb right behind "and" whose object the verb has too: "attacked and looted the village".
    fn sharing_object(&self, verb: usize, at: usize) -> Option<usize> {
        let next = (at == verb + 1 && self.is_joint(at)).then_some(at + 1)?;
        let (one, other) = (self.chunk(verb)?, self.chunk(next)?);
        let alike = other.kind == ChunkKind::Verb && one.form == other.form && [one, other].iter().all(|verb| verb.voice == Voice::Active);
        (alike && one.modal == other.modal && !self.info(verb).takes_no_object()).then_some(next)
    }

    /// Objects and predicate right behind the verb; the chunk behind them.
    fn object(&self, verb: usize, last: usize, arguments: &mut Arguments) -> usize {
        let Some(chunk) = self.chunk(verb) else { return verb + 1 };
        let be = self.document.tokens.get(chunk.head as usize).is_some_and(|token| is_be(token.hash));
        // "The dead are: X and Y".
        let mut at = verb + 1 + usize::from(be && self.word(verb + 1) == COLON);
        while at < last && (matches!(self.kind(at), Some(ChunkKind::Adverb | ChunkKind::Time)) || self.is_quote(at)) {
            at += 1;
        }
        if let Some(object) = self.interposed_object(verb, last).filter(|_| chunk.voice == Voice::Active && !be) {
            let phrases = (verb + 1..object).filter(|&phrase| self.kind(phrase) == Some(ChunkKind::Preposition));
            arguments.complements.extend(phrases.filter_map(|phrase| self.complement(phrase)).map(|(phrase, _)| phrase));
            at = object;
        }
        match self.kind(at) {
            Some(ChunkKind::Adjective) if at < last => {
                arguments.predicate = Some(at as u32);
                at + 1
            }
            Some(ChunkKind::Noun) if at < last => {
                let noun = self.possessed_end(at);
                if self.said(verb, noun, last, arguments) {
                    return last;
                }
                if be {
                    arguments.predicate = Some(noun as u32);
                    return noun + 1;
                }
                let second = self.possessed_end(noun + 1);
                let two = self.info(verb).takes_two_objects() && self.kind(noun + 1) == Some(ChunkKind::Noun) && second < last;
                let object = if two {
                    arguments.indirect = List::of(noun);
                    second
                } else {
                    noun
                };
                if chunk.voice == Voice::Active || two || self.info(verb).takes_two_objects() {
                    arguments.object = self.list_from(object);
                }
                arguments.object.last().map_or(object, |&end| end as usize) + 1
            }
            _ => at,
        }
    }

    /// The object that phrases stand before: "murdered, at gunpoint, *a soldier*", "killed in Lima *a judge*".
    fn interposed_object(&self, verb: usize, last: usize) -> Option<usize> {
        let chunks = self.phrases.chunks.get(..last)?;
        Interposed { document: self.document, chunks }.object(verb)
    }

    /// The noun that a form of "be" tells of its subject.
    pub(super) fn predicate(&self, verb: usize) -> Option<usize> {
        let mut arguments = Arguments::default();
        self.object(verb, self.sentence(verb).end, &mut arguments);
        let predicate = arguments.predicate.map(|predicate| predicate as usize)?;
        (self.kind(predicate) == Some(ChunkKind::Noun)).then_some(predicate)
    }

    /// Whether the noun behind the verb is the subject of what was said: "said rebels attacked".
    fn said(&self, verb: usize, noun: usize, last: usize, arguments: &mut Arguments) -> bool {
        if !self.info(verb).takes_clause() {
            return false;
        }
        for at in noun + 1..last {
            match self.kind(at) {
                Some(ChunkKind::Verb) if self.is_verb(at, VerbForm::Finite) => {
                    arguments.clause = Some(at as u32);
                    return true;
                }
                Some(ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Time | ChunkKind::Adjective) => {}
                Some(ChunkKind::Conjunction) => {}
                _ => return false,
            }
        }
        false
    }

    /// The prepositional phrase at `at`, and the chunk behind it.
    pub(super) fn complement(&self, at: usize) -> Option<(Complement, usize)> {
        let last = self.sentence(at).end;
        let mut next = at + 1;
        while next < last && (self.kind(next) == Some(ChunkKind::Adverb) || self.is_quote(next)) {
            next += 1;
        }
        let mut complement = Complement { preposition: at as u32, word: self.word(at), ..Complement::default() };
        match self.kind(next) {
            _ if next >= last => None,
            Some(ChunkKind::Time) => {
                complement.nouns.push(next as u32);
                Some((complement, next + 1))
            }
            Some(ChunkKind::Noun) => {
                // "Among them six children".
                if self.among_them(next + 1) == Some(at) {
                    (complement.word, next) = (INCLUDING, next + 1);
                }
                complement.nouns = self.list_from(self.possessed_end(next));
                let end = complement.nouns.last().map_or(next, |&noun| noun as usize);
                Some((complement, end + 1))
            }
            Some(ChunkKind::Verb) if self.is_verb(next, VerbForm::Gerund) => {
                complement.verb = Some(next as u32);
                let mut inner = Arguments::default();
                let end = self.object(next, last, &mut inner);
                Some((complement, end))
            }
            // "From inside the building".
            Some(ChunkKind::Preposition) => self.complement(next).map(|(inner, end)| (Complement { preposition: at as u32, ..inner }, end)),
            _ => None,
        }
    }

    /// Whether an "of" belongs to the verb rather than to the noun before it.
    fn takes_of(&self, verb: usize, at: usize, complement: &Complement) -> bool {
        let owns = self.chunk(verb).is_some_and(|chunk| self.document.has(WordSet::OfThing, chunk.head as usize));
        complement.verb.is_some() || owns || self.kind(at - 1) != Some(ChunkKind::Noun)
    }

    /// Past a comma or bracket inside the clause: before one more phrase, or around an apposition.
    fn past_mark(&self, at: usize, last: usize) -> Option<usize> {
        if OPENING.contains(&self.word(at)) {
            return (at + 1..last).take(8).find(|&next| CLOSING.contains(&self.word(next))).map(|next| next + 1);
        }
        if self.word(at) != COMMA {
            return None;
        }
        let next = at + 1 + usize::from(self.is_joint(at + 1));
        if self.is_share(next) {
            return Some(next + 1);
        }
        match self.kind(at + 1)? {
            ChunkKind::Preposition | ChunkKind::Time | ChunkKind::Adverb => Some(at + 1),
            // ", a suburb of X," and on.
            ChunkKind::Noun => {
                let inside =
                    |next: usize| matches!(self.kind(next), Some(ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Conjunction));
                let end = (at + 2..last).take(10).find(|&next| !inside(next))?;
                (self.word(end) == COMMA && self.kind(end + 1) == Some(ChunkKind::Preposition)).then_some(end + 1)
            }
            _ => None,
        }
    }

    /// Whether one of several has a phrase of its own at `at`: "one at a bank, another at a school", "nine in Mangu".
    pub(super) fn is_share(&self, at: usize) -> bool {
        let Some(chunk) = self.chunk(at).filter(|chunk| chunk.kind == ChunkKind::Noun) else { return false };
        let share = chunk.last - chunk.first <= 2 && SHARES.contains(&self.head_hash(chunk));
        let counts = |token: u32| self.phrases.tags.get(token as usize) == Some(&Some(Tag::Number));
        // "Two in Sumy on Monday and five in Odesa on Tuesday" are of two days.
        let dated = at.checked_sub(2).is_some_and(|before| self.kind(before) == Some(ChunkKind::Time));
        let number = || !dated && WHERE.contains(&self.word(at + 1)) && (chunk.first..chunk.last).all(counts);
        self.kind(at + 1) == Some(ChunkKind::Preposition) && self.word(at + 1) != OF && (share || number())
    }

    /// The noun before a relative clause without a subject gap: "the bomb that they planted", "the bomb they planted".
    pub(super) fn antecedent_as_object(&self, verb: usize, arguments: &Arguments) -> List {
        let first = self.sentence(verb).start;
        let Some(&subject) = arguments.subject.first() else { return List::default() };
        let Some(left) = self.possessor_start(subject as usize).checked_sub(1).filter(|&left| left >= first) else {
            return List::default();
        };
        if (subject as usize) > verb {
            return List::default();
        }
        if let Some(owned) = self.owned_before(left, first) {
            return List::of(owned);
        }
        // "700 wounded, of whom 85 have died": some of them.
        let of_them = left > first && self.word(left - 1) == OF;
        let opens = self.kind(left) == Some(ChunkKind::Subordinator) && RELATIVE.contains(&self.word(left));
        let relative = opens && !of_them && !self.opens_told(left, first);
        let pronoun = self.kind(left) == Some(ChunkKind::Noun) && SUBJECT_PRONOUNS.contains(&self.word(subject as usize));
        let said = || self.relative_of_said(subject as usize, first).and_then(|whom| self.noun_before(whom, first));
        let noun = if relative { self.noun_before(left, first) } else { Some(left).filter(|_| pronoun).or_else(said) };
        noun.map_or(List::default(), |noun| self.list_to(noun, noun))
    }

    /// The group that "whose" opens right before the subject of its clause, over the name behind it: "*whose leader* the army killed", "*whose editor*,
    /// Guillermo Cano, they murdered".
    fn owned_before(&self, left: usize, first: usize) -> Option<usize> {
        let owned = |at: usize| (at > first && self.kind(at) == Some(ChunkKind::Noun) && self.word(at) == WHOSE).then_some(at);
        let named = || {
            let named = self.word(left) == COMMA && self.kind(left.checked_sub(1)?) == Some(ChunkKind::Noun);
            let opening = left.checked_sub(2).filter(|&opening| named && self.word(opening) == COMMA)?;
            owned(opening.checked_sub(1)?)
        };
        owned(left).or_else(named)
    }

    /// Whether "that" at `that` opens what somebody is told: "told mourners at the funeral that agents had shot".
    fn opens_told(&self, that: usize, first: usize) -> bool {
        let aside = |&at: &usize| matches!(self.kind(at), Some(ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Time));
        let verb = (first..that).rev().take(REACH / 3).find(|at| !aside(at));
        self.word(that) == THAT && verb.and_then(|verb| self.chunk(verb)).is_some_and(|verb| self.has_head(WordSet::Tell, verb))
    }

    /// Adds the phrases at the head of the verb's clause: "In Bogota, gunmen killed".
    pub(super) fn before_subject(&self, verb: usize, arguments: &mut Arguments) {
        let first = self.sentence(verb).start;
        let start = arguments.subject.first().map_or(verb, |&subject| subject as usize);
        if start > verb || start < first || start - first > REACH {
            return;
        }
        let clear = (first..start).all(|at| !matches!(self.kind(at), Some(ChunkKind::Verb | ChunkKind::Subordinator)));
        if !clear {
            return;
        }
        let mut at = first;
        while at < start {
            match self.complement(at).filter(|_| self.kind(at) == Some(ChunkKind::Preposition)) {
                Some((complement, next)) if next <= start => {
                    if complement.word != OF {
                        arguments.complements.push(complement);
                    }
                    at = next;
                }
                _ => at += 1,
            }
        }
    }
}
