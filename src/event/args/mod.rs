//! Arguments of a trigger: the noun groups about it, each with its grammatical place as the frames name it.

mod noun;
mod slot;

use super::class::Class;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger, has_object};
use crate::lexicon::{Tag, WordSet, column};
use crate::phrase::{Arguments, Chunk, ChunkKind, Clauses, Complement, Link, List, VerbForm, Voice};
use crate::quantity::Quantity;
use crate::record::{EntityKind, EventKind};
use crate::token::{TokenKind, fold};
pub(super) use noun::is_blamed;
pub(super) use slot::Slot;
use slot::slot_of;

/// What opens "along with" and "together with".
const TOGETHER: [u64; 2] = [fold::hash("along"), fold::hash("together")];

const INCLUDING: u64 = fold::hash("including");

/// Determiners that point back to another member of a list.
const THEIR: [u64; 3] = [fold::hash("his"), fold::hash("her"), fold::hash("their")];

const ITS: u64 = fold::hash("its");

/// A noun group in its grammatical place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Argument {
    pub slot: Slot,
    pub noun: Noun,
}

/// The arguments of `trigger`.
pub(super) fn of(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Vec<Argument> {
    scene.arguments(trigger)
}

/// Reads them; they hang on its tokens, its head and its part of speech only.
pub(super) fn read(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Vec<Argument> {
    let mut reader = Reader { scene, clauses: scene.clauses(), trigger, found: Vec::new() };
    let Some(chunk) = scene.chunk_index(trigger.head) else { return reader.found };
    match trigger.pos {
        Pos::Verb if scene.is_in(trigger.head, ChunkKind::Verb) => reader.verb(chunk),
        Pos::Adjective if !reader.is_whole() => reader.adjective(chunk),
        // "the murdered priests"
        Pos::Verb if scene.chunk_at(trigger.head).is_some_and(|chunk| chunk.head > trigger.head) => reader.adjective(chunk),
        _ => {
            reader.noun(chunk);
            reader.named(chunk);
        }
    }
    reader.found
}

struct Reader<'s, 'r> {
    scene: &'s Scene<'r>,
    clauses: Clauses<'r>,
    trigger: &'s Trigger<'r>,
    found: Vec<Argument>,
}

impl Reader<'_, '_> {
    fn push(&mut self, slot: Slot, noun: Noun) {
        let argument = Argument { slot, noun };
        if !self.found.contains(&argument) && !noun.holds(self.trigger.head) {
            self.found.push(argument);
        }
    }

    /// Whether the trigger heads a noun group: "the injured".
    fn is_whole(&self) -> bool {
        let group = self.scene.chunk_at(self.trigger.head).filter(|chunk| chunk.kind == ChunkKind::Noun && chunk.head == self.trigger.head);
        group.is_some_and(|group| group.first <= self.trigger.first)
    }

    /// Adds noun groups, and those told as some of them ("six people, including a nun"); "nobody" is none, and what explains the name before it ("X, leader of Y,") is no other.
    fn push_chunks(&mut self, slot: Slot, chunks: &[u32]) {
        let (mut before, mut aside) = (None, false);
        for (place, index) in chunks.iter().map(|&index| index as usize).enumerate() {
            let Some(chunk) = self.scene.chunks().get(index).filter(|chunk| chunk.kind == ChunkKind::Noun) else { continue };
            let bare = self.scene.reading.phrases.tags.get(chunk.first as usize) != Some(&Some(Tag::Determiner));
            aside = before.is_some_and(|before| (!aside || bare) && self.is_apposition(before, index, aside));
            if !aside {
                before = Some(index);
            }
            // "Two nurses, X and Y".
            if self.are_names_of(chunk, &chunks[place + 1..]) {
                continue;
            }
            // "Drug traffickers X and Y": the names stand for them.
            let named = self.names_behind(index, chunk);
            if !named.is_empty() {
                self.push_chunks(slot, &named);
            } else if !self.scene.is_nobody(chunk) && !aside {
                self.push(slot, self.whole(index, chunk));
                self.push_chunks(slot, &self.clauses.included(index));
            }
        }
    }

    /// Adds those of a list that are weapons.
    fn push_weapons(&mut self, chunks: &[u32]) {
        for chunk in chunks.iter().filter_map(|&index| self.scene.chunks().get(index as usize)) {
            let noun = self.scene.noun(chunk);
            if self.scene.is(noun, Class::WEAPON) {
                self.push(Slot::WITH, noun);
            }
        }
    }

    /// "Those who were kidnapped are X and Y".
    fn named_behind(&mut self, around: &Arguments) {
        if matches!(around.link, Link::Relative | Link::Modified) {
            around.subject.iter().for_each(|&group| self.named(group as usize));
        }
    }

    /// Adds those whom another clause names for the people hurt or seized in the group at `chunk`: "the wounded are X and Y". One alone tells
    /// more of somebody known ("the dead man was a clerk").
    fn named(&mut self, chunk: usize) {
        if !(self.trigger.is_outcome() || self.trigger.kind == EventKind::Kidnapping) {
            return;
        }
        let named = self.clauses.named_as(chunk);
        let is_new = |&index: &u32| {
            let name = self.scene.chunks().get(index as usize).map(|chunk| self.scene.noun(chunk));
            name.is_some_and(|noun| self.scene.name_at(noun.head).is_some() || self.scene.count_in(noun.first, noun.last).is_some())
        };
        if named.len() > 1 || named.iter().any(is_new) {
            self.push_chunks(Slot::OF, &named);
        }
    }

    /// The persons named behind a noun for them: "drug traffickers X and Y", "two guards -- X and Y --", "his wife, X,".
    fn names_behind(&self, index: usize, chunk: &Chunk) -> List {
        let noun = self.scene.noun(chunk);
        let mark = self.scene.chunks().get(index + 1).filter(|mark| mark.kind == ChunkKind::Mark);
        let named = match mark.map(|mark| self.scene.document.word(mark.first as usize)) {
            None if chunk.plural => index + 1,
            Some("--" | "—" | "–" | ":") if chunk.plural => index + 2,
            Some(",") if !chunk.plural && self.is_person(index + 2) => match self.clauses.of_noun(index).apposition {
                Some(beside) => beside as usize,
                None => return List::default(),
            },
            _ => return List::default(),
        };
        let common = self.scene.name_at(chunk.head).is_none() && self.scene.is(noun, Class::PEOPLE) && !self.scene.facts(noun).pronoun;
        if common && self.is_person(named) { self.clauses.coordinated(named) } else { List::default() }
    }

    /// Whether the chunk at `at` is the name of a person.
    fn is_person(&self, at: usize) -> bool {
        let noun = self.scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Noun);
        noun.is_some_and(|noun| self.scene.kind_at(noun.head) == Some(EntityKind::Person))
    }

    /// Whether the other members of a list are the names of those whom its first only counts.
    fn are_names_of(&self, first: &Chunk, others: &[u32]) -> bool {
        let count = || {
            self.scene.count_in(first.first, first.last).and_then(|count| count.range.min.filter(|_| count.range.min == count.range.max))
        };
        others.len() > 1
            && self.scene.name_at(first.head).is_none()
            && others.iter().all(|&other| self.is_person(other as usize))
            && count() == Some(others.len() as u64)
    }

    /// The noun group of a chunk; "one of his guards" is a group of the guards.
    fn whole(&self, index: usize, chunk: &Chunk) -> Noun {
        let noun = self.scene.noun(chunk);
        let counts = |token: u32| {
            matches!(self.scene.reading.phrases.tags.get(token as usize), Some(Some(Tag::Number | Tag::Determiner | Tag::Pronoun)))
        };
        let partitive = (chunk.first..chunk.last).all(counts) || self.scene.has(WordSet::Part, chunk.head);
        // "5 kg of dynamite".
        let quantities = self.scene.reading.quantities;
        let first = quantities.partition_point(|quantity| quantity.first < chunk.first);
        let unit = |quantity: &Quantity| quantity.last <= chunk.last && chunk.last - quantity.last <= 1;
        let measured = self.scene.is_measure(noun) && quantities.get(first).is_some_and(unit);
        if (chunk.last - chunk.first > 2 || !partitive) && !measured {
            return noun;
        }
        match (self.scene.chunks().get(index + 1), self.scene.chunks().get(index + 2)) {
            (Some(of), Some(inner)) if self.scene.hash(of.first) == const { fold::hash("of") } && inner.kind == ChunkKind::Noun => {
                Noun { first: noun.first, last: inner.last, head: inner.head }
            }
            _ => noun,
        }
    }

    /// Whether the group at `at` follows the person named at `name` with nothing but a comma between, or more of its kind (`more`), and is a
    /// common noun for one.
    fn is_apposition(&self, name: usize, at: usize, more: bool) -> bool {
        let chunks = self.scene.chunks();
        let (Some(name), Some(chunk)) = (chunks.get(name), chunks.get(at)) else { return false };
        let comma =
            at.checked_sub(1).and_then(|mark| chunks.get(mark)).is_some_and(|mark| self.scene.document.word(mark.first as usize) == ",");
        let named = self.scene.kind_at(name.head) == Some(EntityKind::Person);
        // "X, his son and two others".
        let theirs = THEIR.contains(&self.scene.hash(chunk.first));
        let common =
            !theirs && self.scene.name_at(chunk.head).is_none() && !chunk.plural && self.scene.count_in(chunk.first, chunk.last).is_none();
        (comma || more) && named && common && self.scene.is(self.scene.noun(chunk), Class::PERSON)
    }

    fn verb(&mut self, chunk: usize) {
        let around = self.scene.of_verb(chunk);
        let here = self.scene.chunks().get(chunk);
        let object = self.scene.chunk_index(self.trigger.last).filter(|_| {
            // "Shoot dead five workers": the adjective of the form stands before the object.
            let stated = self.scene.chunk_at(self.trigger.last - 1).is_some_and(|last| last.kind == ChunkKind::Adjective);
            here.is_some_and(|here| self.trigger.last > here.last && (here.form == VerbForm::Participle || stated))
                && has_object(self.scene, self.trigger.last)
        });
        // "The raid, blamed on rebels": the preposition of the form has the object.
        let preposition = self.trigger.kind.is_speech()
            && self.scene.reading.phrases.tags.get(self.trigger.last as usize - 1) == Some(&Some(Tag::Preposition));
        let passive = (object.is_none() || preposition) && here.is_some_and(|chunk| chunk.voice == Voice::Passive);
        if let Some(object) = object {
            self.push_chunks(Slot::OBJECT, &self.clauses.coordinated(object));
        }
        self.push_chunks(if passive { Slot::PASSIVE_SUBJECT } else { Slot::SUBJECT }, &around.subject);
        // The noun of a phrase ("carried out an attack") brings its own complements.
        let inside = |object: u32| self.scene.chunks().get(object as usize).is_some_and(|chunk| self.holds(chunk.head));
        match around.object.iter().copied().find(|&object| inside(object)) {
            // "Set six lorries on fire".
            Some(object) if self.is_in_gap(object) => self.push_chunks(Slot::OBJECT, &self.clauses.coordinated(object as usize)),
            Some(object) => {
                self.of_noun(object as usize);
                self.people_inside(object);
                // "Fired rockets and machine guns".
                if around.object.len() > 1 {
                    self.push_weapons(&around.object);
                }
            }
            None => self.push_chunks(Slot::OBJECT, &around.object),
        }
        self.push_chunks(Slot::INDIRECT, &around.indirect);
        if passive {
            self.named_behind(&around);
        }
        self.complements(&around.complements);
        // "Six people were killed, including a nun".
        let some = around.complements.iter().filter(|complement| complement.word == INCLUDING && around.object.is_empty());
        some.for_each(|complement| self.push_chunks(if passive { Slot::PASSIVE_SUBJECT } else { Slot::SUBJECT }, &complement.nouns));
        // "Was killed along with two guards".
        let slot = match () {
            () if passive => Some(Slot::PASSIVE_SUBJECT),
            () if around.object.is_empty() => Some(Slot::SUBJECT),
            () => self.trigger.is_outcome().then_some(Slot::OBJECT),
        };
        let together = around.complements.iter().filter(|complement| TOGETHER.contains(&complement.word));
        together.for_each(|complement| slot.into_iter().for_each(|slot| self.push_chunks(slot, &complement.nouns)));
        // "Condemned an attack by rebels": "by" names the doer of what stands before it.
        if self.found.iter().any(|argument| argument.slot == Slot::OBJECT) && self.is_plain(chunk) {
            self.found.retain(|argument| argument.slot != Slot::BY);
        }
        // A form with a gap ("urged followers to attack") brings the object of its last verb.
        let last = self.scene.chunk_index(self.trigger.last - 1).filter(|&last| last != chunk && self.kind(last) == Some(ChunkKind::Verb));
        if let Some(last) = last {
            let around = self.scene.of_verb(last);
            self.push_chunks(Slot::OBJECT, &around.object);
            self.complements(&around.complements);
        }
    }

    /// Adds the people whom the form of an act of state or a protest ends with: "received *the Turkish minister*", "dispersed *a crowd*".
    fn people_inside(&mut self, object: u32) {
        let Some(chunk) = self.scene.chunks().get(object as usize) else { return };
        let noun = self.scene.noun(chunk);
        let facts = self.scene.facts(noun);
        let own = THEIR.contains(&self.scene.hash(noun.first)) || self.scene.hash(noun.first) == ITS;
        let people = facts.known && facts.class.meets(Class::PEOPLE) && !facts.class.meets(Class::PLACE) && !own;
        if people && chunk.head < self.trigger.last && !self.trigger.kind.is_violence() && !self.trigger.kind.is_speech() {
            self.push(Slot::OBJECT, noun);
        }
    }

    fn is_in_gap(&self, object: u32) -> bool {
        let chunk = self.scene.chunks().get(object as usize);
        chunk.is_some_and(|chunk| is_parted_by(self.scene, self.trigger, self.scene.noun(chunk)))
    }

    /// Whether the verb is finite and active.
    fn is_plain(&self, chunk: usize) -> bool {
        self.scene.chunks().get(chunk).is_some_and(|chunk| chunk.voice == Voice::Active && chunk.form == VerbForm::Finite)
    }

    fn holds(&self, token: u32) -> bool {
        self.trigger.first <= token && token < self.trigger.last
    }

    /// Prepositional phrases; one whose preposition the trigger holds ("opened fire on") is its object.
    fn complements(&mut self, complements: &[Complement]) {
        for complement in complements {
            let Some(preposition) = self.scene.chunks().get(complement.preposition as usize) else { continue };
            // "Opened fire on a crowd", but "blew himself up near a bus".
            let held = self.holds(preposition.first) && complement.word == self.scene.hash(preposition.first);
            let own = slot_of(self.scene, complement, preposition.last);
            let slot = if held && !own.is_some_and(|own| self.frame_has(own)) { Some(Slot::OBJECT) } else { own };
            if let Some(slot) = slot {
                self.push_chunks(slot, &complement.nouns);
            }
        }
    }

    /// Whether who is helped, promised or threatened stands behind the form's own preposition: "pledged aid to Beirut".
    fn frame_has(&self, slot: Slot) -> bool {
        let gives = matches!(self.trigger.kind, EventKind::Aid | EventKind::Agreement | EventKind::Threat);
        gives && matches!(slot, Slot::TO | Slot::ON) && self.scene.lexicon.frame(self.trigger.frame).rows(slot.number()).next().is_some()
    }

    fn adjective(&mut self, chunk: usize) {
        let Some(here) = self.scene.chunks().get(chunk) else { return };
        match here.kind {
            ChunkKind::Noun if here.head != self.trigger.head => {
                self.push(Slot::PASSIVE_SUBJECT, self.scene.noun(here));
                self.named(chunk);
            }
            ChunkKind::Verb => {
                let around = self.scene.of_verb(chunk);
                self.push_chunks(Slot::PASSIVE_SUBJECT, &around.subject);
                self.complements(&around.complements);
                self.named_behind(&around);
            }
            _ => {
                let verb = (chunk.saturating_sub(3)..chunk).rev().find(|&at| self.kind(at) == Some(ChunkKind::Verb));
                match verb.map(|verb| self.scene.of_verb(verb)) {
                    Some(around) if !around.object.is_empty() => self.push_chunks(Slot::PASSIVE_SUBJECT, &around.object),
                    Some(around) => {
                        self.push_chunks(Slot::PASSIVE_SUBJECT, &around.subject);
                        self.complements(&around.complements);
                    }
                    None => {
                        if let Some(before) = chunk.checked_sub(1).filter(|&at| self.kind(at) == Some(ChunkKind::Noun)) {
                            self.push_chunks(Slot::PASSIVE_SUBJECT, &[before as u32]);
                        }
                    }
                }
            }
        }
    }

    fn kind(&self, chunk: usize) -> Option<ChunkKind> {
        self.scene.chunks().get(chunk).map(|chunk| chunk.kind)
    }
}

/// Whether a noun group is the object that stands in the gap of a separable form.
pub(super) fn is_parted_by(scene: &Scene<'_>, trigger: &Trigger<'_>, noun: Noun) -> bool {
    let first = scene.chunk_index(trigger.open).filter(|_| trigger.open < trigger.last);
    let listed = |&object: &u32| scene.chunks().get(object as usize).is_some_and(|chunk| chunk.head == noun.head);
    first.is_some_and(|first| scene.clauses().coordinated(first).iter().any(listed))
        && scene.lexicon.row(trigger.row).has(column::Trigger::Flags, "separable")
}

/// `noun` without the possessive ending that its chunk begins with.
pub(super) fn without_ending(scene: &Scene<'_>, noun: Noun) -> Noun {
    let ending = |token: u32| {
        scene.document.tokens.get(token as usize).is_some_and(|mark| {
            mark.kind == TokenKind::Possessive || (mark.kind == TokenKind::Punct && mark.is_glued() && token < noun.head)
        })
    };
    let mut first = noun.first;
    while first < noun.head && ending(first) {
        first += 1;
    }
    Noun { first, ..noun }
}
