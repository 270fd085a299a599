//! Arguments of a trigger: the noun groups about it, each with its grammatical place, found by walking over chunks.

use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger};
use crate::lexicon::{TableId, column};
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::token::{TokenKind, fold};

/// A noun group in a grammatical place; `slot` is a value of the frame table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Argument {
    pub slot: &'static str,
    pub noun: Noun,
}

/// Prepositions and the places that they open.
const PREPOSITIONS: &[(u64, &str)] = &[
    (fold::hash("of"), "of"),
    (fold::hash("by"), "by"),
    (fold::hash("in"), "in"),
    (fold::hash("at"), "at"),
    (fold::hash("on"), "on"),
    (fold::hash("near"), "near"),
    (fold::hash("with"), "with"),
    (fold::hash("using"), "using"),
    (fold::hash("against"), "against"),
    (fold::hash("from"), "from"),
    (fold::hash("to"), "to"),
    (fold::hash("for"), "for"),
    (fold::hash("into"), "into"),
    (fold::hash("between"), "between"),
    (fold::hash("among"), "among"),
    (fold::hash("over"), "over"),
    (fold::hash("about"), "about"),
    (fold::hash("after"), "after"),
    (fold::hash("under"), "under"),
    (fold::hash("upon"), "on"),
    (fold::hash("inside"), "in"),
    (fold::hash("within"), "in"),
    (fold::hash("throughout"), "in"),
    (fold::hash("across"), "in"),
    (fold::hash("outside"), "near"),
    (fold::hash("beside"), "near"),
    (fold::hash("behind"), "near"),
    (fold::hash("around"), "near"),
    (fold::hash("along"), "near"),
    (fold::hash("off"), "near"),
    (fold::hash("toward"), "at"),
    (fold::hash("towards"), "at"),
];

const RELATIVES: [u64; 3] = [fold::hash("who"), fold::hash("which"), fold::hash("that")];
const OF: u64 = fold::hash("of");
const BY: u64 = fold::hash("by");
const COMMA: u64 = fold::hash(",");
const OPEN: [u64; 2] = [fold::hash("["), fold::hash("(")];
const CLOSE: [u64; 2] = [fold::hash("]"), fold::hash(")")];
/// Longest walk on either side, in chunks.
const REACH: usize = 18;
/// How often a subject may be handed on from verb to verb.
const DEPTH: u8 = 4;

/// The arguments of `trigger`.
pub(super) fn of(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Vec<Argument> {
    let mut walker = Walker { scene, found: Vec::new() };
    let Some(chunk) = scene.chunk_index(trigger.head) else { return walker.found };
    match trigger.pos {
        Pos::Verb if scene.is_in(trigger.head, ChunkKind::Verb) => walker.verb(chunk, trigger.last),
        Pos::Adjective => walker.adjective(trigger, chunk),
        _ => walker.noun(trigger, chunk),
    }
    walker.found
}

/// The subject of the verb chunk at `chunk`, and whether it is that of a passive.
pub(super) fn subject(scene: &Scene<'_>, chunk: usize) -> Vec<Argument> {
    let mut walker = Walker { scene, found: Vec::new() };
    walker.subject(chunk, DEPTH);
    walker.found
}

/// The arguments after the verb chunk at `chunk`, beginning with the token `from`.
pub(super) fn after(scene: &Scene<'_>, chunk: usize, from: u32) -> Vec<Argument> {
    let mut walker = Walker { scene, found: Vec::new() };
    walker.right_of_verb(chunk, from);
    walker.found
}

struct Walker<'s, 'r> {
    scene: &'s Scene<'r>,
    found: Vec<Argument>,
}

impl<'r> Walker<'_, 'r> {
    fn push(&mut self, slot: &'static str, noun: Noun) {
        let argument = Argument { slot, noun };
        if !self.found.contains(&argument) {
            self.found.push(argument);
        }
    }

    fn chunk(&self, index: usize) -> Option<&'r Chunk> {
        self.scene.chunks().get(index)
    }

    fn kind(&self, index: usize) -> Option<ChunkKind> {
        self.chunk(index).map(|chunk| chunk.kind)
    }

    fn first_hash(&self, index: usize) -> u64 {
        self.chunk(index).map_or(0, |chunk| self.scene.hash(chunk.first))
    }

    /// The chunk indices of the sentence that holds chunk `index`.
    fn bounds(&self, index: usize) -> (usize, usize) {
        let Some(chunk) = self.chunk(index) else { return (index, index) };
        let range = self.scene.sentence(self.scene.document.sentence_of(chunk.first as usize));
        let low = self.scene.chunk_index(range.start).unwrap_or(index);
        let high = range.end.checked_sub(1).and_then(|token| self.scene.chunk_index(token)).map_or(index + 1, |last| last + 1);
        (low, high)
    }

    fn verb(&mut self, chunk: usize, from: u32) {
        self.subject(chunk, DEPTH);
        self.right_of_verb(chunk, from);
    }

    /// Objects and prepositional phrases after a verb.
    fn right_of_verb(&mut self, verb: usize, from: u32) {
        let Some(voice) = self.chunk(verb).map(|chunk| chunk.voice) else { return };
        let (_, high) = self.bounds(verb);
        let mut at = verb + 1;
        let mut has_object = voice == Voice::Passive;
        // A phrase with a tail ("carried out an attack") may end inside a later chunk.
        while at < high && self.chunk(at).is_some_and(|chunk| chunk.last <= from) {
            at += 1;
        }
        if self.chunk(at).is_some_and(|chunk| chunk.first < from && chunk.kind == ChunkKind::Noun) {
            has_object = true;
            at += 1;
        }
        let takes_object = from.checked_sub(1).is_some_and(|last| self.scene.is_in(last, ChunkKind::Preposition));
        has_object &= !takes_object;
        let end = (at + REACH).min(high);
        while at < end {
            at = match self.kind(at) {
                Some(ChunkKind::Noun) if !has_object => {
                    has_object = true;
                    self.list("object", at, high)
                }
                Some(ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Time | ChunkKind::Adjective) => at + 1,
                Some(ChunkKind::Preposition) => self.prepositional(at, high),
                Some(ChunkKind::Mark) => match self.over_mark(at, high) {
                    Some(next) => next,
                    None => return,
                },
                Some(ChunkKind::Conjunction) if !self.opens_clause(at + 1, high) => at + 1,
                _ => return,
            };
        }
    }

    /// The next chunk after a comma or a bracket that goes on with the clause.
    fn over_mark(&self, at: usize, high: usize) -> Option<usize> {
        let hash = self.first_hash(at);
        if OPEN.contains(&hash) {
            return (at + 1..high.min(at + 8)).find(|&index| CLOSE.contains(&self.first_hash(index))).map(|index| index + 1);
        }
        let goes_on = matches!(self.kind(at + 1), Some(ChunkKind::Preposition | ChunkKind::Time | ChunkKind::Adverb | ChunkKind::Noun));
        let quotes = !matches!(self.scene.document.word(self.chunk(at)?.first as usize), "." | ";" | ":" | "--" | "—" | "–" | "-");
        let apposition = self.kind(at + 1) == Some(ChunkKind::Noun) && self.opens_clause(at + 1, high);
        (at + 1 < high && goes_on && quotes && !apposition).then_some(at + 1)
    }

    /// Whether the noun group at `at` is the subject of a verb of its own.
    fn opens_clause(&self, at: usize, high: usize) -> bool {
        if self.kind(at) == Some(ChunkKind::Verb) {
            return true;
        }
        let mut index = at;
        while index < high.min(at + 7) {
            match self.kind(index) {
                Some(ChunkKind::Verb) => return self.chunk(index).is_some_and(|chunk| chunk.form == VerbForm::Finite),
                Some(ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Preposition) => index += 1,
                _ => return false,
            }
        }
        false
    }

    /// A preposition with its noun group and what is coordinated with it; the chunk after.
    fn prepositional(&mut self, at: usize, high: usize) -> usize {
        let slot = self.chunk(at).and_then(|chunk| slot_of(self.scene, chunk));
        match (slot, self.kind(at + 1)) {
            (Some(slot), Some(ChunkKind::Noun)) => self.list(slot, at + 1, high),
            (None, Some(ChunkKind::Noun)) => at + 2,
            _ => at + 1,
        }
    }

    /// The noun group at `at` and those coordinated with it in `slot`; the chunk after.
    fn list(&mut self, slot: &'static str, at: usize, high: usize) -> usize {
        let mut at = at;
        loop {
            let Some(chunk) = self.chunk(at) else { return at };
            self.push(slot, self.scene.noun(chunk));
            let mut next = self.over_of(at + 1, high);
            let after = next;
            if self.first_hash(next) == COMMA {
                next += 1;
            }
            let joined = self.kind(next) == Some(ChunkKind::Conjunction);
            if joined {
                next += 1;
            }
            let more = next > after && next < high && self.kind(next) == Some(ChunkKind::Noun) && !self.opens_clause(next, high);
            // A comma alone joins only what a conjunction ends: "A, B and C".
            if !more || !(joined || self.list_goes_on(next, high)) {
                return after;
            }
            at = next;
        }
    }

    /// After "A, B": whether a conjunction follows before anything but nouns, "of" and commas.
    fn list_goes_on(&self, at: usize, high: usize) -> bool {
        for index in at..high.min(at + 12) {
            match self.kind(index) {
                Some(ChunkKind::Conjunction) => return self.kind(index + 1) == Some(ChunkKind::Noun),
                Some(ChunkKind::Noun) => {}
                Some(ChunkKind::Preposition) if self.first_hash(index) == OF => {}
                Some(ChunkKind::Mark) if self.first_hash(index) == COMMA => {}
                _ => return false,
            }
        }
        false
    }

    /// Passes over "of ..." phrases.
    fn over_of(&self, at: usize, high: usize) -> usize {
        let mut at = at;
        while at + 1 < high && self.first_hash(at) == OF && self.kind(at + 1) == Some(ChunkKind::Noun) {
            at += 2;
        }
        at
    }

    /// The subject of the verb chunk at `verb`.
    fn subject(&mut self, verb: usize, depth: u8) {
        let Some(chunk) = self.chunk(verb) else { return };
        let slot = if chunk.voice == Voice::Passive { "passive-subject" } else { "subject" };
        let (low, _) = self.bounds(verb);
        let nouns = self.subject_nouns(verb, low, depth);
        for noun in nouns {
            self.push(slot, noun);
        }
    }

    fn subject_nouns(&self, verb: usize, low: usize, depth: u8) -> Vec<Noun> {
        let Some(chunk) = self.chunk(verb) else { return Vec::new() };
        if depth == 0 || verb <= low {
            return Vec::new();
        }
        match chunk.form {
            VerbForm::Finite => self.finite_subject(verb, low, depth),
            VerbForm::Participle => match self.noun_before(verb, low) {
                Some(at) => self.coordinated(at, low),
                None => self.governor(verb, low).map_or_else(Vec::new, |other| self.subject_nouns(other, low, depth - 1)),
            },
            VerbForm::Infinitive | VerbForm::Gerund => {
                if let Some(at) = self.noun_before(verb, low)
                    && self.controls(at, low, chunk.form)
                {
                    return self.coordinated(at, low);
                }
                self.governor(verb, low).map_or_else(Vec::new, |other| self.subject_nouns(other, low, depth - 1))
            }
        }
    }

    /// Whether the noun group at `at`, right before an infinitive or gerund, is its subject: "ordered troops to fire", "men throwing".
    fn controls(&self, at: usize, low: usize, form: VerbForm) -> bool {
        let Some(chunk) = self.chunk(at) else { return false };
        let after_preposition = at > low && self.kind(at - 1) == Some(ChunkKind::Preposition);
        let actor = self.scene.facts(self.scene.noun(chunk)).class.meets(super::class::Class::ACTOR);
        actor && (form == VerbForm::Gerund || !after_preposition || self.first_hash(at - 1) == fold::hash("for"))
    }

    /// The noun chunk right before `verb`, adverbs aside.
    fn noun_before(&self, verb: usize, low: usize) -> Option<usize> {
        let mut at = verb;
        while at > low {
            at -= 1;
            match self.kind(at)? {
                ChunkKind::Noun => return Some(at),
                ChunkKind::Adverb => {}
                _ => return None,
            }
        }
        None
    }

    /// The verb chunk that governs the non-finite one at `verb`.
    fn governor(&self, verb: usize, low: usize) -> Option<usize> {
        (low..verb).rev().take(REACH).find(|&at| {
            self.chunk(at).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.form != VerbForm::Participle)
        })
    }

    fn finite_subject(&self, verb: usize, low: usize, depth: u8) -> Vec<Noun> {
        let mut at = verb;
        let mut steps = 0;
        while at > low && steps < REACH {
            at -= 1;
            steps += 1;
            match self.kind(at) {
                Some(ChunkKind::Adverb | ChunkKind::Time | ChunkKind::Adjective) => {}
                Some(ChunkKind::Subordinator) if RELATIVES.contains(&self.first_hash(at)) => {
                    return self.antecedent(at, low).map_or_else(Vec::new, |noun| self.coordinated(noun, low));
                }
                Some(ChunkKind::Conjunction) if at + 1 == verb || steps == 1 => {
                    let earlier = self.governor(at, low);
                    return earlier.map_or_else(Vec::new, |other| self.subject_nouns(other, low, depth - 1));
                }
                Some(ChunkKind::Noun) => {
                    if at > low && self.kind(at - 1) == Some(ChunkKind::Preposition) {
                        at -= 1;
                        continue;
                    }
                    return self.coordinated(self.before_apposition(at, verb, low), low);
                }
                Some(ChunkKind::Mark) => match self.back_over_mark(at, low) {
                    Some(to) => at = to,
                    None => return Vec::new(),
                },
                Some(ChunkKind::Verb) => match self.back_over_verb(at, low) {
                    Some(to) => at = to,
                    None => return Vec::new(),
                },
                _ => return Vec::new(),
            }
        }
        Vec::new()
    }

    /// Where the walk to the left goes on before a comma or a bracket.
    fn back_over_mark(&self, at: usize, low: usize) -> Option<usize> {
        let hash = self.first_hash(at);
        if CLOSE.contains(&hash) {
            return (low..at).rev().take(8).find(|&index| OPEN.contains(&self.first_hash(index)));
        }
        let word = self.scene.document.word(self.chunk(at)?.first as usize);
        (!matches!(word, ";" | ":" | "--" | "—" | "–" | ".")).then_some(at)
    }

    /// Where the walk to the left goes on before the verb of a relative clause or a participle.
    fn back_over_verb(&self, at: usize, low: usize) -> Option<usize> {
        let chunk = self.chunk(at)?;
        match chunk.form {
            VerbForm::Participle | VerbForm::Gerund | VerbForm::Infinitive => Some(at),
            VerbForm::Finite => {
                (low..at).rev().take(6).find(|&index| self.kind(index) == Some(ChunkKind::Subordinator) && RELATIVES.contains(&self.first_hash(index)))
            }
        }
    }

    /// The noun that a relative word at `at` refers to.
    fn antecedent(&self, at: usize, low: usize) -> Option<usize> {
        let mut index = at;
        while index > low {
            index -= 1;
            match self.kind(index)? {
                ChunkKind::Noun => {
                    let of = index > low + 1 && self.first_hash(index - 1) == OF && self.kind(index - 2) == Some(ChunkKind::Noun);
                    let person = self.chunk(index).is_some_and(|chunk| self.scene.facts(self.scene.noun(chunk)).class.meets(super::class::Class::ACTOR));
                    if of && !person {
                        return Some(index - 2);
                    }
                    let in_phrase = index > low && self.kind(index - 1) == Some(ChunkKind::Preposition) && !person;
                    if in_phrase {
                        index -= 1;
                        continue;
                    }
                    return Some(self.before_apposition(index, at, low));
                }
                ChunkKind::Mark | ChunkKind::Preposition | ChunkKind::Time | ChunkKind::Adverb => {}
                _ => return None,
            }
        }
        None
    }

    /// For "X, mayor of Y, was killed": the group before the apposition that ends at the comma before `verb`.
    fn before_apposition(&self, at: usize, verb: usize, low: usize) -> usize {
        let closed = verb > 0 && self.first_hash(verb - 1) == COMMA;
        if !closed || at < low + 2 || self.first_hash(at - 1) != COMMA {
            return at;
        }
        let mut index = at - 2;
        while index >= low + 2 && self.kind(index) == Some(ChunkKind::Noun) && self.kind(index - 1) == Some(ChunkKind::Preposition) {
            index -= 2;
        }
        if self.kind(index) == Some(ChunkKind::Noun) { index } else { at }
    }

    /// The noun group at `at` with those before it that a conjunction joins to it.
    fn coordinated(&self, at: usize, low: usize) -> Vec<Noun> {
        let mut nouns: Vec<Noun> = self.chunk(at).map(|chunk| self.scene.noun(chunk)).into_iter().collect();
        let mut index = at;
        let mut joined = false;
        while index > low && nouns.len() < 8 {
            let mut before = index - 1;
            match self.kind(before) {
                Some(ChunkKind::Conjunction) => joined = true,
                Some(ChunkKind::Mark) if joined && self.first_hash(before) == COMMA => {}
                _ => break,
            }
            if before > low && self.first_hash(before - 1) == COMMA {
                before -= 1;
            }
            let Some(mut noun) = before.checked_sub(1).filter(|&noun| noun >= low) else { break };
            while noun >= low + 2 && self.first_hash(noun - 1) == OF && self.kind(noun) == Some(ChunkKind::Noun) {
                noun -= 2;
            }
            match self.chunk(noun) {
                Some(chunk) if chunk.kind == ChunkKind::Noun && !(noun > low && self.kind(noun - 1) == Some(ChunkKind::Preposition)) => {
                    nouns.push(self.scene.noun(chunk));
                }
                _ => break,
            }
            index = noun;
        }
        nouns.reverse();
        nouns
    }

    fn adjective(&mut self, trigger: &Trigger<'_>, chunk: usize) {
        let (low, high) = self.bounds(chunk);
        let Some(here) = self.chunk(chunk) else { return };
        if here.kind == ChunkKind::Noun && here.head != trigger.head {
            self.push("passive-subject", self.scene.noun(here));
        } else if here.kind == ChunkKind::Verb {
            for noun in self.subject_nouns(chunk, low, DEPTH) {
                self.push("passive-subject", noun);
            }
        } else if let Some(verb) = self.governor(chunk, low).filter(|&verb| verb + 3 > chunk) {
            for noun in self.subject_nouns(verb, low, DEPTH) {
                self.push("passive-subject", noun);
            }
        } else if let Some(at) = self.noun_before(chunk, low) {
            for noun in self.coordinated(at, low) {
                self.push("passive-subject", noun);
            }
        }
        self.phrases_after(chunk, high);
    }

    fn noun(&mut self, trigger: &Trigger<'_>, chunk: usize) {
        let (low, high) = self.bounds(chunk);
        let Some(here) = self.chunk(chunk) else { return };
        self.before_head(trigger, here);
        self.phrases_after(chunk, high);
        self.through_verb(chunk, low, high);
    }

    /// Possessors and modifiers before the trigger in its own group.
    fn before_head(&mut self, trigger: &Trigger<'_>, here: &Chunk) {
        let range = self.scene.sentence(trigger.sentence);
        let from = trigger.first.saturating_sub(8).max(range.start);
        let possessive = (from..trigger.first).rev().find(|&token| {
            self.scene.document.tokens.get(token as usize).is_some_and(|token| token.kind == TokenKind::Possessive)
        });
        let mut start = here.first;
        if let Some(mark) = possessive.filter(|&mark| mark + 5 > trigger.first || mark >= here.first)
            && let Some(owner) = mark.checked_sub(1).and_then(|token| self.scene.chunk_at(token))
            && owner.kind == ChunkKind::Noun
        {
            self.push("possessive", Noun { first: owner.first, last: mark, head: mark - 1 });
            start = mark + 1;
        }
        let mut token = start;
        while token < trigger.first {
            let name = self.scene.name_at(token).and_then(|name| self.scene.reading.names.get(name));
            if let Some(name) = name {
                self.push("premodifier", Noun { first: token, last: name.last.min(trigger.first), head: name.last.min(trigger.first) - 1 });
                token = name.last.max(token + 1);
                continue;
            }
            let known = [TableId::PersonNoun, TableId::Target, TableId::Weapon, TableId::OrganizationHead];
            if let Some(hit) = known.iter().find_map(|&table| self.scene.hits(token, table).rev().find(|hit| hit.last <= trigger.first)) {
                self.push("premodifier", Noun { first: hit.first, last: hit.last, head: hit.last - 1 });
                token = hit.last;
                continue;
            }
            token += 1;
        }
    }

    /// Prepositional phrases right after the group at `chunk`.
    fn phrases_after(&mut self, chunk: usize, high: usize) {
        let mut at = chunk + 1;
        let end = (at + REACH).min(high);
        while at < end {
            at = match self.kind(at) {
                Some(ChunkKind::Preposition) => self.prepositional(at, high),
                Some(ChunkKind::Time | ChunkKind::Adverb) => at + 1,
                Some(ChunkKind::Mark) => {
                    let next = self.over_mark(at, high).filter(|&next| self.kind(next) == Some(ChunkKind::Preposition) || next > at + 1);
                    match next {
                        Some(next) => next,
                        None => return,
                    }
                }
                // "the attack carried out by rebels in Quetta"
                Some(ChunkKind::Verb) if self.is_light(at) && self.chunk(at).is_some_and(|chunk| chunk.voice == Voice::Passive) => at + 1,
                _ => return,
            };
        }
    }

    /// What a verb that only carries the noun brings in: "rebels staged an attack", "the attack took place in Quetta".
    fn through_verb(&mut self, chunk: usize, low: usize, high: usize) {
        let before = (low..chunk).rev().take(3).find(|&at| self.kind(at) == Some(ChunkKind::Verb));
        if let Some(verb) = before
            && (verb + 1..chunk).all(|at| matches!(self.kind(at), Some(ChunkKind::Adverb | ChunkKind::Preposition)))
            && self.is_light(verb)
        {
            for noun in self.subject_nouns(verb, low, DEPTH) {
                self.push("subject", noun);
            }
        }
        let mut at = self.over_of(chunk + 1, high);
        while at < high && matches!(self.kind(at), Some(ChunkKind::Preposition | ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Time)) {
            at += 1;
        }
        let Some(verb) = self.chunk(at).filter(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite) else { return };
        let by = verb.voice == Voice::Passive && self.is_light(at);
        let kept = self.found.len();
        self.right_of_verb(at, verb.last);
        let mut index = kept;
        while index < self.found.len() {
            let slot = self.found[index].slot;
            let keeps = matches!(slot, "in" | "at" | "near" | "on") || (by && slot == "by");
            if keeps { index += 1 } else { drop(self.found.remove(index)) }
        }
    }

    /// Whether the verb chunk at `at` only carries an event noun: a cue that says it happened ("commit", "carry out").
    fn is_light(&self, at: usize) -> bool {
        let Some(chunk) = self.chunk(at) else { return false };
        (chunk.first..chunk.last).any(|token| {
            self.scene.hits(token, TableId::Status).any(|hit| {
                let row = self.scene.lexicon.row(hit.row);
                row.text(column::Status::Class) == "implicative" && row.has(column::Status::Scope, "object")
            })
        })
    }
}

/// The grammatical place that a preposition chunk opens.
fn slot_of(scene: &Scene<'_>, chunk: &Chunk) -> Option<&'static str> {
    let find = |token: u32| PREPOSITIONS.iter().find(|(hash, _)| *hash == scene.hash(token)).map(|&(_, slot)| slot);
    if scene.hash(chunk.last.saturating_sub(1)) == BY {
        return Some("by");
    }
    (chunk.first..chunk.last).rev().find_map(find)
}
