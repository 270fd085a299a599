//! What stands about a trigger that is a noun: its owner, what stands before and behind it, and what the verb it depends on brings.

use super::part::involved;
use super::slot::{Slot, slot_of};
use super::{BY, OF, Reader};
use crate::event::class::Class;
use crate::event::scene::{Noun, Scene};
use crate::event::setting::is_place;
use crate::event::status::takes_place;
use crate::event::trigger::{Trigger, kind_of};
use crate::lexicon::{Hit, TableId, Tag, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, List, NounArguments, Voice};
use crate::record::EventKind;
use crate::token::fold;
use crate::token::literal::words;
use std::rc::Rc;

const FROM: u64 = fold::hash("from");
/// What stands between those who were unhurt and the deed.
const ESCAPED: [u64; 4] = [FROM, fold::hash("after"), fold::hash("following"), fold::hash("in")];

impl Reader<'_, '_> {
    pub(super) fn noun(&mut self, chunk: usize) {
        let around = self.of_noun(chunk);
        if matches!(self.trigger.kind, EventKind::ArmedClash | EventKind::Riot) {
            self.sides(chunk);
        }
        if let Some(subject) = self.aimed(chunk) {
            self.push_chunks(Slot::ON, &subject);
        }
        if let Some(subject) = self.hit_by(chunk) {
            self.push_chunks(Slot::ON, &subject);
        }
        if let Some(target) = self.named_as_target(&around) {
            self.push_chunks(Slot::SUBJECT, &[target]);
        }
        // A form that reaches further ("resumption of ties") brings what its last noun has about it.
        if let Some(last) = self.scene.chunk_index(self.trigger.last - 1).filter(|&last| last != chunk) {
            self.complements(&self.scene.of_noun(last).complements);
        }
        if let Some(befallen) = self.befallen(chunk, &around) {
            self.push_chunks(Slot::OF, &befallen);
        }
        if let Some(verb) = self.survived(chunk, &around) {
            let subject = self.scene.of_verb(verb);
            self.push_chunks(Slot::OF, &subject.subject);
        }
        if let Some(verb) = self.partaking(chunk) {
            let subject = self.scene.of_verb(verb).subject;
            self.push_chunks(Slot::SUBJECT, &subject);
        }
        if let Some(sharers) = involved(self.scene, self.trigger, chunk) {
            self.push_chunks(Slot::SUBJECT, &sharers);
        }
        let Some(governor) = around.governor.map(|verb| verb as usize) else { return };
        let verb = self.scene.of_verb(governor);
        let served = !around.governor_is_subject && self.serves(governor);
        if served {
            self.push_chunks(Slot::OF, &verb.subject);
        }
        let light = !served && self.is_light(governor) && !self.only_tells(governor, &verb.subject);
        if light && !around.governor_is_subject {
            self.push_chunks(Slot::SUBJECT, &verb.subject);
        }
        let passive = self.scene.chunks().get(governor).is_some_and(|chunk| chunk.voice == Voice::Passive);
        // "Attacks struck Gwoza"
        if around.governor_is_subject && self.strikes(governor) {
            self.struck(&verb.object);
        }
        let speaks_of =
            !around.governor_is_subject && self.trigger.kind.is_violence() && says(self.scene, governor, EventKind::is_utterance);
        for (at, complement) in verb.complements.iter().enumerate() {
            if self.is_of_other_deed(complement, verb.complements.get(..at).unwrap_or(&[])) {
                continue;
            }
            let Some(preposition) = self.scene.chunks().get(complement.preposition as usize) else { continue };
            let slot = slot_of(self.scene, complement, preposition.last);
            match slot {
                // "In Manila, the president condemned the bombings": it is he who was there.
                Some(Slot::IN | Slot::AT | Slot::NEAR) if speaks_of => {}
                Some(slot @ (Slot::IN | Slot::AT | Slot::NEAR)) => self.push_chunks(self.site(slot), &complement.nouns),
                // "The blast occurred between two shops", not what a turf war is between.
                Some(slot @ (Slot::BETWEEN | Slot::UNDER)) if self.trigger.kind == EventKind::Bombing => {
                    self.push_chunks(slot, &complement.nouns);
                }
                // "The massacre was blamed on rebels".
                Some(Slot::ON) if !says(self.scene, governor, is_accusation) => self.push_chunks(Slot::ON, &complement.nouns),
                Some(Slot::BY) if passive && light && !self.is_of_other_act(complement) => self.push_chunks(Slot::BY, &complement.nouns),
                // "Attacks were carried out against the bank", "one attack was aimed at a bank and the other against a court".
                Some(Slot::AGAINST) if around.governor_is_subject && (passive && light || self.aims(governor)) => {
                    self.push_chunks(Slot::AGAINST, &complement.nouns);
                }
                _ => {}
            }
        }
    }

    /// Whether the verb only says at whom or what its subject is: "the attack was (aimed) against a bank".
    fn aims(&self, verb: usize) -> bool {
        const AIMS: &[u64] = words!["aimed", "directed", "is", "are", "was", "were", "been"];
        let verb = self.scene.chunks().get(verb).filter(|_| self.trigger.kind.is_violence());
        verb.is_some_and(|verb| AIMS.contains(&self.scene.hash(verb.head)))
    }

    /// What is said to be the target of the deed: "the home of a judge was the target of a shooting".
    fn aimed(&self, chunk: usize) -> Option<List> {
        let target = target_before(self.scene, chunk).filter(|_| self.trigger.kind.is_violence())?;
        let be = target.checked_sub(1).filter(|&be| self.scene.chunks().get(be).is_some_and(|be| be.kind == ChunkKind::Verb))?;
        let verb = self.scene.of_verb(be);
        (verb.predicate == Some(target as u32)).then_some(verb.subject)
    }

    /// What a strike from the air is told to have hit: "the convoy was hit by three strikes".
    fn hit_by(&self, chunk: usize) -> Option<List> {
        let verb = chunk.checked_sub(2).filter(|_| self.trigger.kind == EventKind::Airstrike)?;
        let by = self.scene.chunks().get(verb + 1).is_some_and(|by| self.scene.hash(by.first) == BY);
        let hit = |verb: &Chunk| verb.voice == Voice::Passive && self.scene.has(WordSet::Impact, verb.head);
        (by && self.scene.chunks().get(verb).is_some_and(hit)).then(|| self.scene.of_verb(verb).subject)
    }

    /// What is said to be the target, where that word is the subject: "the target was a paint factory".
    fn named_as_target(&self, around: &NounArguments) -> Option<u32> {
        let verb = around.governor.filter(|_| around.governor_is_subject && self.trigger.frame == "receive-attack")?;
        self.scene
            .of_verb(verb as usize)
            .predicate
            .filter(|&noun| self.scene.chunks().get(noun as usize).is_some_and(|noun| noun.kind == ChunkKind::Noun))
    }

    /// Whether the verb chunk at `at` tells who bears a sentence: "is serving a life sentence", "got two life sentences".
    fn serves(&self, at: usize) -> bool {
        let bears = |verb: &Chunk| verb.voice == Voice::Active && self.scene.has(WordSet::Serve, verb.head);
        self.trigger.kind == EventKind::Trial && self.scene.chunks().get(at).is_some_and(bears)
    }

    /// Adds the sides of a clash that a headline tells with its plain verb, which reads as a noun: "Army, rebels *clash* in Aleppo".
    fn sides(&mut self, chunk: usize) {
        let verb = |here: &&Chunk| self.scene.document.words.get(here.head as usize).is_some_and(|word| word.can_be(Tag::VerbBase));
        let Some(here) = self.scene.chunks().get(chunk).filter(verb) else { return };
        let start = self.scene.sentence(self.trigger.sentence).start;
        let comma = |at: &usize| self.scene.chunks().get(*at).is_some_and(|mark| self.scene.document.word(mark.first as usize) == ",");
        let other = chunk.checked_sub(1).filter(comma).and_then(|comma| comma.checked_sub(1));
        let Some(other) = other.and_then(|other| self.scene.chunks().get(other)).filter(|other| other.kind == ChunkKind::Noun) else {
            return;
        };
        let own = Noun { first: here.first, last: here.head, head: here.head.saturating_sub(1) };
        let sides = Class::PEOPLE.with(Class::ORGANIZATION);
        let other = self.scene.noun(other);
        if other.first == start && own.first < own.last && self.scene.is(own, sides) && self.scene.is(other, sides) {
            self.push(Slot::SUBJECT, other);
            self.push(Slot::SUBJECT, own);
        }
    }

    /// The verb that says whom the deed befell: "survived an attack", "escaped unhurt from an attack".
    fn survived(&self, chunk: usize, around: &NounArguments) -> Option<usize> {
        let chunks = self.scene.chunks();
        // "Escaped the fighting": it befell nobody yet.
        if !self.trigger.kind.is_violence() || self.trigger.dependent || self.trigger.frame == "clash" {
            return None;
        }
        let is =
            |set: WordSet, at: usize| chunks.get(at).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && self.scene.has(set, chunk.head));
        let object = around.governor.map(|verb| verb as usize).filter(|_| !around.governor_is_subject);
        let borne = object.filter(|&verb| is(WordSet::Survive, verb) || is(WordSet::Escape, verb));
        // "Escaped from an attack", "was unharmed following an attack".
        let from = || {
            let from = chunk.checked_sub(1)?;
            let word = chunks.get(from).map_or(0, |from| self.scene.hash(from.first));
            // "Escaped with slight wounds from an attack".
            let with = |at: usize| chunks.get(at).is_some_and(|with| self.scene.hash(with.first) == const { fold::hash("with") });
            let aside = |&at: &usize| {
                let kind = chunks.get(at).map(|chunk| chunk.kind);
                let wounds = kind == Some(ChunkKind::Noun) && at.checked_sub(1).is_some_and(with);
                wounds || with(at) || matches!(kind, Some(ChunkKind::Adjective | ChunkKind::Adverb))
            };
            let verb = (from.saturating_sub(3)..from).rev().find(|at| !aside(at))?;
            let unhurt = |at: usize| chunks.get(at).is_some_and(|chunk| self.scene.has(WordSet::Escape, chunk.head));
            (word == FROM && is(WordSet::Escape, verb) || ESCAPED.contains(&word) && (verb + 1..from).any(unhurt)).then_some(verb)
        };
        borne.or_else(from)
    }

    /// Whether the verb chunk at `at` tells what violence or a disaster does to a place.
    fn strikes(&self, at: usize) -> bool {
        let takes_place = self.trigger.kind.is_violence() || self.trigger.kind == EventKind::Disaster;
        let impact = |chunk: &Chunk| chunk.voice == Voice::Active && self.scene.has(WordSet::Impact, chunk.head);
        takes_place && !self.trigger.weak && self.scene.chunks().get(at).is_some_and(impact)
    }

    /// Adds the objects of a verb that the event strikes, if one is the name of a place, or it comes from the air.
    fn struck(&mut self, objects: &[u32]) {
        let named = |&object: &u32| self.scene.chunks().get(object as usize).is_some_and(|object| is_place(self.scene, object.head));
        if self.trigger.kind == EventKind::Airstrike || objects.iter().any(named) {
            self.push_chunks(Slot::ON, objects);
        }
    }

    /// Adds what stands about a noun, and hands it over.
    pub(super) fn of_noun(&mut self, chunk: usize) -> Rc<NounArguments> {
        let around = self.scene.of_noun(chunk);
        if let Some(owner) = around.possessor {
            self.push_chunks(Slot::POSSESSIVE, &[owner]);
        }
        let end = around.premodifiers.end.min(self.trigger.first.max(around.premodifiers.start));
        self.premodifiers(around.premodifiers.start, end);
        for (at, complement) in around.complements.iter().enumerate() {
            let (earlier, later) = (&around.complements[..at], around.complements.get(at + 1..).unwrap_or(&[]));
            // "Condemned the attack in a statement in Rome": the rest tells of the speaker.
            if self.is_of_speaker(&around, complement) {
                break;
            }
            let blamed = self.is_blamed_on(&around, complement, later);
            if !blamed && !self.is_inner(complement, earlier) && !self.is_of_other_deed(complement, earlier) {
                self.complements(std::slice::from_ref(complement));
            }
        }
        // "the attack carried out by rebels in Quetta", "the storm that lashed Malawi"
        match around.relative.map(|verb| verb as usize) {
            Some(verb) if self.is_light(verb) || self.inflicts(verb) => self.complements(&self.scene.of_verb(verb).complements),
            Some(verb) if self.strikes(verb) => self.struck(&self.scene.of_verb(verb).object),
            Some(verb) if takes_place(self.scene, verb) => self.setting_of(verb),
            _ => {}
        }
        around
    }

    /// Adds where a relative clause says that the deed took place: "the murders that occurred in Mali".
    fn setting_of(&mut self, verb: usize) {
        for complement in &self.scene.of_verb(verb).complements {
            let last = self.scene.chunks().get(complement.preposition as usize).map_or(0, |preposition| preposition.last);
            if let Some(slot @ (Slot::IN | Slot::AT | Slot::NEAR)) = slot_of(self.scene, complement, last) {
                self.push_chunks(slot, &complement.nouns);
            }
        }
    }

    /// Names and known nouns before the trigger in its group.
    fn premodifiers(&mut self, first: u32, last: u32) {
        let mut token = first;
        while token < last {
            let name = self.scene.name_at(token).and_then(|name| self.scene.reading.names.get(name));
            let known = [TableId::PersonNoun, TableId::Target, TableId::Weapon, TableId::OrganizationHead];
            let end = match name {
                Some(name) => Some(name.last.min(last)),
                None => known.iter().find_map(|&table| self.scene.hits(token, table).rev().map(|hit| hit.last).find(|&end| end <= last)),
            };
            // "The public execution".
            let adjective =
                |end: u32| name.is_none() && self.scene.reading.phrases.tags.get(end as usize - 1) == Some(&Some(Tag::Adjective));
            if let Some(end) = end.filter(|&end| end > token && !adjective(end) && !self.is_cause(token) && !self.scene.is_month(token)) {
                self.push(Slot::PREMODIFIER, Noun { first: token, last: end, head: end - 1 });
            }
            token = end.unwrap_or(token + 1).max(token + 1);
        }
    }

    /// "A pro-Palestinian march": whom it is for or against does not march.
    fn is_cause(&self, token: u32) -> bool {
        const STANDS: [u64; 2] = [fold::hash("pro"), fold::hash("anti")];
        let back = |steps: u32| token.checked_sub(steps).map_or(0, |at| self.scene.hash(at));
        back(1) == const { fold::hash("-") } && STANDS.contains(&back(2))
    }

    /// Whether somebody only tells of what others did: "a spokesman announced the arrest of two men"; not "the army announced the capture".
    fn only_tells(&self, at: usize, subject: &[u32]) -> bool {
        let done = matches!(self.trigger.kind, EventKind::Arrest | EventKind::TerritoryCapture | EventKind::Raid);
        let head = self.scene.chunks().get(at).map_or(0, |verb| verb.head);
        let says = |hit: &Hit| self.scene.lexicon.row(hit.row).text(column::Attribution::Class);
        let says = |hit: &Hit| matches!(says(hit), "say" | "confirm" | "report");
        let teller =
            subject.first().and_then(|&who| self.scene.chunks().get(who as usize)).map(|who| self.scene.facts(self.scene.noun(who)));
        let person =
            teller.is_some_and(|who| who.class.meets(Class::PERSON) && !who.body && !who.plural && !who.class.meets(Class::ORGANIZATION));
        done && person && self.scene.hits(head, TableId::Attribution).any(says)
    }

    /// "The damage caused to the plant".
    fn inflicts(&self, at: usize) -> bool {
        self.scene.chunks().get(at).is_some_and(|chunk| self.scene.has(WordSet::Inflicted, chunk.head))
    }

    /// Whether the verb chunk at `at` only carries an event noun: a cue that says it happened ("commit", "carry out"), or that an act of state
    /// or protest is made ("impose", "call").
    fn is_light(&self, at: usize) -> bool {
        let Some(chunk) = self.scene.chunks().get(at) else { return false };
        // Who "suffered an attack" did not make it.
        let undergone = self.scene.has(WordSet::Undergo, chunk.head);
        // Who "confirmed a fire" did not suffer it.
        let mishap = matches!(self.trigger.kind, EventKind::Accident | EventKind::Disaster);
        !undergone
            && !mishap
            && (chunk.first..chunk.last).any(|token| {
                self.scene.hits(token, TableId::Status).any(|hit| {
                    let row = self.scene.lexicon.row(hit.row);
                    let scope = |name: &str| row.has(column::Status::Scope, name);
                    // "Conducted strikes".
                    let own = !self.trigger.kind.is_violence() || self.trigger.kind == EventKind::Airstrike;
                    let makes = own && scope("act");
                    // Who ordered a killing has a part in it.
                    matches!(row.text(column::Status::Class), "implicative" | "ordered" | "planned") && (scope("object") || makes)
                })
            })
    }
}

/// Whether the verb chunk at `at` is a word for an event of such a kind.
pub(super) fn says(scene: &Scene<'_>, at: usize, is_such: fn(EventKind) -> bool) -> bool {
    let head = scene.chunks().get(at).map_or(0, |chunk| chunk.head);
    scene.hits(head, TableId::Trigger).any(|hit| kind_of(hit).is_some_and(is_such))
}

fn is_accusation(kind: EventKind) -> bool {
    kind == EventKind::Accusation
}

/// Whether somebody is accused of what the noun of `trigger` names, or owns up to it: "the massacre was blamed on rebels", "claimed that its fighters
/// were behind the killings".
pub(in crate::event) fn is_blamed(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const REACH: u32 = 12;
    let Some(noun) = scene.chunk_index(trigger.head) else { return false };
    let first = scene.chunks().get(noun).map_or(trigger.first, |chunk| chunk.first);
    let claims = |hit: &Hit| hit.last == first && kind_of(hit) == Some(EventKind::Claim);
    let claimed = || (first.saturating_sub(REACH)..first).any(|token| scene.hits(token, TableId::Trigger).any(claims));
    scene.of_noun(noun).governor.is_some_and(|verb| says(scene, verb as usize, is_accusation)) || claimed()
}

/// Where the word for a target stands that has the noun at `chunk` behind its "of".
pub(in crate::event) fn target_before(scene: &Scene<'_>, chunk: usize) -> Option<usize> {
    const TARGET: [u64; 2] = [fold::hash("target"), fold::hash("targets")];
    let of = chunk.checked_sub(1).and_then(|of| scene.chunks().get(of)).filter(|of| scene.hash(of.first) == OF && of.last == of.first + 1);
    let target = of.and_then(|_| chunk.checked_sub(2))?;
    scene.chunks().get(target).filter(|target| target.kind == ChunkKind::Noun && TARGET.contains(&scene.hash(target.head))).map(|_| target)
}
