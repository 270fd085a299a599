//! Arguments of a trigger: the noun groups about it, each with its grammatical place as the frames name it.

mod author;
mod beside;
mod group;
mod inner;
mod noun;
mod order;
mod part;
mod slot;

use super::class::Class;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger, has_object};
use crate::lexicon::{Hit, TableId, Tag, column};
use crate::phrase::{Arguments, ChunkKind, Clauses, Complement, THEIR, VerbForm, Voice};
use crate::record::EventKind;
use crate::token::{TokenKind, fold};
pub(super) use inner::{is_companion, is_occasion_of_speech, is_spoken_of};
pub(super) use noun::{is_blamed, target_before};
pub(super) use part::involved;
pub(super) use slot::Slot;
use slot::slot_of;
use std::rc::Rc;

const WITH: u64 = fold::hash("with");
const BY: u64 = fold::hash("by");
const OF: u64 = fold::hash("of");
const PLACES: [u64; 3] = [fold::hash("in"), fold::hash("at"), fold::hash("near")];

/// What whom a deed hits stands behind.
const AIMED: [u64; 3] = [fold::hash("on"), fold::hash("against"), fold::hash("at")];

/// What opens "along with" and "together with".
const TOGETHER: [u64; 2] = [fold::hash("along"), fold::hash("together")];

const INCLUDING: u64 = fold::hash("including");

/// A noun group in its grammatical place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Argument {
    pub slot: Slot,
    pub noun: Noun,
}

/// The arguments of a trigger, which many rules ask for.
pub(super) type ArgumentList = Rc<[Argument]>;

/// The arguments of `trigger`.
pub(super) fn of(scene: &Scene<'_>, trigger: &Trigger<'_>) -> ArgumentList {
    scene.arguments(trigger)
}

/// Reads them; they hang on its tokens, its head and its part of speech only.
pub(super) fn read(scene: &Scene<'_>, trigger: &Trigger<'_>) -> ArgumentList {
    let mut reader = Reader { scene, clauses: scene.clauses(), trigger, found: Vec::new() };
    let Some(chunk) = scene.chunk_index(trigger.head) else { return ArgumentList::default() };
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
    reader.found.into()
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

    fn verb(&mut self, chunk: usize) {
        let around = self.scene.of_verb(chunk);
        let here = self.scene.chunks().get(chunk);
        let object = self.scene.chunk_index(self.trigger.last).filter(|_| {
            // "Shoot dead five workers", "hacked to death 52 farmers": what became of them stands before the object.
            let adjective = self.scene.chunk_at(self.trigger.last - 1).is_some_and(|last| last.kind == ChunkKind::Adjective);
            let active = here.is_some_and(|here| here.voice == Voice::Active);
            // "A mine blew to pieces three soldiers".
            let behind = self.trigger.is_outcome() || self.trigger.kind == EventKind::Bombing;
            let stated = adjective || active && behind && around.object.is_empty();
            here.is_some_and(|here| self.trigger.last > here.last && (here.form == VerbForm::Participle || stated || self.ends_in_of()))
                && has_object(self.scene, self.trigger.last)
        });
        // "The raid, blamed on rebels": the preposition of the form has the object.
        let preposition = self.trigger.kind.is_speech()
            && self.scene.reading.phrases.tags.get(self.trigger.last as usize - 1) == Some(&Some(Tag::Preposition));
        let passive = (object.is_none() || preposition) && here.is_some_and(|chunk| chunk.voice == Voice::Passive);
        if let Some(object) = object {
            self.push_chunks(Slot::OBJECT, &self.clauses.coordinated(object));
        }
        let subject = self.author(chunk, &around).or_else(|| self.convict(chunk, &around)).unwrap_or(around.subject);
        self.push_chunks(if passive { Slot::PASSIVE_SUBJECT } else { Slot::SUBJECT }, &subject);
        self.order_over(chunk);
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
                self.others_behind();
            }
            None => self.push_chunks(Slot::OBJECT, &around.object),
        }
        // "It was *the ELN*, the minister said".
        if self.trigger.frame == "speech-identify" {
            around.predicate.iter().for_each(|&who| self.push_chunks(Slot::OBJECT, &[who]));
        }
        // "Cost the mayor his life": what the form says of his befell him.
        let own = self.trigger.is_outcome() && around.indirect.first().is_some_and(|&whom| self.is_in_gap(whom));
        self.push_chunks(if own { Slot::OBJECT } else { Slot::INDIRECT }, &around.indirect);
        if passive {
            self.named_behind(&around);
        }
        self.complements(&around.complements);
        // "Was killed along with two guards".
        let slot = match () {
            () if passive => Some(Slot::PASSIVE_SUBJECT),
            () if around.object.is_empty() => Some(Slot::SUBJECT),
            // "Kidnapped a rancher together with his two sons".
            () => (self.trigger.is_outcome() || self.trigger.kind == EventKind::Kidnapping).then_some(Slot::OBJECT),
        };
        let include = if passive { Slot::PASSIVE_SUBJECT } else { Slot::SUBJECT };
        self.companions(&around, include, slot);
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

    /// Whether a noun of the form itself has the object behind its "of": "an attempt *was made on the life of* the mayor".
    fn ends_in_of(&self) -> bool {
        let of = self.scene.chunk_index(self.trigger.last - 1).filter(|_| self.scene.hash(self.trigger.last - 1) == OF);
        let noun = of.and_then(|of| self.scene.chunks().get(of.checked_sub(1)?));
        noun.is_some_and(|noun| noun.kind == ChunkKind::Noun && self.holds(noun.head))
    }

    /// Adds some of those told before a verb without object ("six people were killed, including a nun"), and those who share the fate of others
    /// ("was killed along with two guards").
    fn companions(&mut self, around: &Arguments, include: Slot, slot: Option<Slot>) {
        for complement in &around.complements {
            if complement.word == INCLUDING && around.object.is_empty() {
                self.push_chunks(include, &complement.nouns);
            } else if TOGETHER.contains(&complement.word) || self.shares_fate(around, complement) {
                slot.into_iter().for_each(|slot| self.push_chunks(slot, &complement.nouns));
            }
        }
    }

    /// Whether who stands behind "with" was killed as well, where nothing but the subject suffers: "was killed with his driver".
    fn shares_fate(&self, around: &Arguments, complement: &Complement) -> bool {
        const WITH: u64 = fold::hash("with");
        // "Was blown up with his wife": one row of the form tells a bombing, another a murder.
        let kills = |hit: &Hit| {
            let frame = self.scene.lexicon.row(hit.row).text(column::Trigger::Frame);
            hit.last == self.trigger.last && (frame == "blow-up" || frame.starts_with("outcome-"))
        };
        let result = self.trigger.is_outcome() || self.scene.hits(self.trigger.first, TableId::Trigger).any(kills);
        let suffers = result && around.object.is_empty() && complement.word == WITH;
        suffers && complement.nouns.first().is_some_and(|&noun| is_companion(self.scene, noun as usize))
    }

    /// Adds the people whom the form of an act of state or a protest ends with: "received *the Turkish minister*", "dispersed *a crowd*".
    fn people_inside(&mut self, object: u32) {
        let Some(chunk) = self.scene.chunks().get(object as usize) else { return };
        let noun = self.scene.noun(chunk);
        let facts = self.scene.facts(noun);
        let own = THEIR.contains(&self.scene.hash(noun.first));
        let people = facts.known && facts.class.meets(Class::PEOPLE) && !facts.class.meets(Class::PLACE) && !own;
        let act = !self.trigger.kind.is_violence() && !self.trigger.kind.is_speech() || holds_hostages(self.scene, self.trigger, noun);
        if people && chunk.head < self.trigger.last && act {
            self.push(Slot::OBJECT, noun);
        }
    }

    /// Adds those behind a form that ends with "and": "*killed himself and* six others".
    fn others_behind(&mut self) {
        const AND: u64 = fold::hash("and");
        let joined = self.trigger.is_outcome() && self.scene.hash(self.trigger.last.saturating_sub(1)) == AND;
        if let Some(others) = self.scene.chunk_index(self.trigger.last).filter(|_| joined) {
            self.push_chunks(Slot::OBJECT, &self.clauses.coordinated(others));
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
        let mut inner = false;
        for (at, complement) in complements.iter().enumerate() {
            let Some(preposition) = self.scene.chunks().get(complement.preposition as usize) else { continue };
            let earlier = &complements[..at];
            let other = self.is_of_other_deed(complement, earlier) || self.is_of_other_act(complement) || self.ends_form(complement);
            if other || self.order_in(complement) {
                continue;
            }
            // "Accusing him of collaborating with the army", "accused the pilots of dropping grenades on villagers".
            let accuses = self.trigger.kind == EventKind::Accusation;
            let of_inner = inner && (complement.word == WITH || accuses && AIMED.contains(&complement.word));
            inner |= complement.verb.is_some() && self.trigger.kind.is_speech();
            if of_inner {
                continue;
            }
            // "Opened fire on a crowd", but "blew himself up near a bus".
            let held = self.holds(preposition.first) && complement.word == self.scene.hash(preposition.first);
            let own = slot_of(self.scene, complement, preposition.last).map(|slot| self.site(slot));
            let slot = if held && !own.is_some_and(|own| self.frame_has(own)) && !self.is_carriage() { Some(Slot::OBJECT) } else { own };
            if let Some(slot) = slot {
                self.push_chunks(slot, &complement.nouns);
            }
        }
    }

    /// Whether the form of a result ends with the phrase, which so is none of its own: "was *shot in both legs*".
    fn ends_form(&self, complement: &Complement) -> bool {
        let own = self.trigger.first..=self.trigger.last;
        let inside = |&noun: &u32| {
            let noun = self.scene.chunks().get(noun as usize);
            noun.is_some_and(|noun| own.contains(&noun.first) && own.contains(&noun.last))
        };
        self.trigger.is_outcome() && self.trigger.open == self.trigger.last && complement.nouns.first().is_some_and(inside)
    }

    /// Whether the form tells into what somebody is forced, who stands in its gap: "bundled *a journalist* into a green Mercedes".
    fn is_carriage(&self) -> bool {
        const INTO: u64 = fold::hash("into");
        let parted = self.trigger.open < self.trigger.last && self.scene.hash(self.trigger.last - 1) == INTO;
        parted && self.trigger.kind == EventKind::Kidnapping
    }

    /// What an explosive is put near is what it was for: "a bomb attack in front of the ministry".
    fn site(&self, slot: Slot) -> Slot {
        let blast = slot == Slot::NEAR && self.trigger.kind == EventKind::Bombing && self.trigger.frame == "attack-any";
        if blast { Slot::AT } else { slot }
    }

    /// Whether a place, or who was hit, is told with another deed, to which this one answers: "fired rockets in response to a killing in Beirut".
    fn is_of_other_deed(&self, complement: &Complement, earlier: &[Complement]) -> bool {
        const FOR: u64 = fold::hash("for");
        let scene = self.scene;
        let deed = |noun: &u32| scene.chunks().get(*noun as usize).is_some_and(|noun| scene.is(scene.noun(noun), Class::EVENT));
        let answers = |other: &Complement| {
            let preposition = scene.chunks().get(other.preposition as usize);
            preposition.is_some_and(|words| words.last - words.first > 2) && other.nouns.iter().any(deed)
        };
        // "Life sentences for attacks on Israelis": whom those hit is not sentenced.
        let charged = self.trigger.kind == EventKind::Trial && AIMED.contains(&complement.word);
        let tried = charged && earlier.iter().any(|other| other.word == FOR && other.nouns.iter().any(deed));
        tried || PLACES.contains(&complement.word) && earlier.iter().any(answers)
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
                self.companions(&around, Slot::PASSIVE_SUBJECT, Some(Slot::PASSIVE_SUBJECT));
                self.named_behind(&around);
            }
            _ => {
                let verb = (chunk.saturating_sub(3)..chunk).rev().find(|&at| self.kind(at) == Some(ChunkKind::Verb));
                match verb.map(|verb| self.scene.of_verb(verb)) {
                    // "Left three men dead", not "were found dead, their hands bound".
                    Some(around) if around.object.first().is_some_and(|&whom| (whom as usize) < chunk) => {
                        self.push_chunks(Slot::PASSIVE_SUBJECT, &around.object);
                    }
                    Some(around) => {
                        self.push_chunks(Slot::PASSIVE_SUBJECT, &around.subject);
                        self.complements(&around.complements);
                        self.companions(&around, Slot::PASSIVE_SUBJECT, Some(Slot::PASSIVE_SUBJECT));
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

/// Whether the form ends with those who are taken, and counts them: "took *five hostages*".
pub(super) fn holds_hostages(scene: &Scene<'_>, trigger: &Trigger<'_>, noun: Noun) -> bool {
    let taken = trigger.kind == EventKind::Kidnapping && trigger.pos == Pos::Verb && noun.head + 1 == trigger.last;
    taken && scene.count_in(noun.first, noun.last).is_some()
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
