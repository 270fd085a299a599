//! Which phrase behind a noun is the noun's own, which its verb's or that of a noun inside: "blamed the attack on the bank on the rebels".

use super::noun::says;
use super::{BY, OF, Reader};
use crate::event::class::Class;
use crate::event::scene::Scene;
use crate::event::setting::is_place;
use crate::lexicon::{Hit, TableId, Tag, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, Complement, NounArguments, THEIR};
use crate::record::{EntityKind, EventKind};
use crate::token::literal::words;
use crate::token::{TokenKind, fold};

const FROM: u64 = fold::hash("from");
const ON: u64 = fold::hash("on");

impl Reader<'_, '_> {
    /// Whether the phrase tells in what, from where or through whom somebody speaks of the deed: "condemned the slaughter from its office in Bonn",
    /// "the attack at a news conference in Washington", "the raid through his envoy".
    pub(super) fn is_of_speaker(&self, around: &NounArguments, complement: &Complement) -> bool {
        let noun = complement.nouns.first().and_then(|&noun| self.scene.chunks().get(noun as usize));
        let occasion = noun.is_some_and(|noun| is_occasion_of_speech(self.scene, complement.word, noun));
        occasion && self.trigger.kind.is_violence() && is_spoken_of(self.scene, around)
    }

    /// Whether the last "on" behind the deed tells who is blamed for it: "blamed the attack (on a bank) on the rebels".
    pub(super) fn is_blamed_on(&self, around: &NounArguments, complement: &Complement, later: &[Complement]) -> bool {
        let scene = self.scene;
        let blames = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Attribution::Class) == "blame";
        let verb = around.governor.filter(|_| !around.governor_is_subject).and_then(|verb| scene.chunks().get(verb as usize));
        let blamed = complement.word == ON && !later.iter().any(|later| later.word == ON);
        let actor = |&noun: &u32| {
            let facts = scene.chunks().get(noun as usize).map(|noun| scene.facts(scene.noun(noun)));
            facts.is_some_and(|facts| facts.class.meets(Class::PEOPLE.with(Class::ORGANIZATION)) && !facts.victim_only)
        };
        let noun = blamed && self.trigger.kind.is_violence() && complement.nouns.first().is_some_and(actor);
        noun && verb.is_some_and(|verb| scene.hits(verb.head, TableId::Attribution).any(blames))
    }

    /// Whether an "of" phrase belongs to the noun of the phrase right before it: "an attack on the house of a judge", not "a massacre by
    /// soldiers of six priests", "foul play in the death of a judge".
    pub(super) fn is_inner(&self, complement: &Complement, earlier: &[Complement]) -> bool {
        const OF_THESE: [u64; 2] = [fold::hash("in"), fold::hash("for")];
        const LIFE: [u64; 2] = [fold::hash("life"), fold::hash("lives")];
        let (before, agent) = match earlier {
            [.., agent, before] => (before, agent.word == BY && before.word == OF),
            [before] => (before, false),
            [] => return false,
        };
        let inner = complement.nouns.first().and_then(|&noun| self.scene.chunks().get(noun as usize));
        // "The arrest of two men for the murder of a judge".
        if complement.word == OF && before.word != OF && earlier.iter().any(|other| other.word == OF) {
            return true;
        }
        // "By members of a rebel group" tells whose they are.
        let band = inner.is_some_and(|noun| self.scene.is(self.scene.noun(noun), Class::GROUP.with(Class::ORGANIZATION)));
        if complement.word == OF && before.word == BY && band && self.is_membership(before, complement) {
            return true;
        }
        if complement.word != OF || before.word == BY || agent {
            return false;
        }
        // "The port of Hodeidah" tells where it was.
        if inner.is_some_and(|noun| is_place(self.scene, noun.head)) {
            return false;
        }
        let last = before.nouns.last().filter(|&&noun| noun + 1 == complement.preposition);
        last.and_then(|&noun| self.scene.chunks().get(noun as usize)).is_some_and(|noun| {
            let determined = matches!(self.scene.reading.phrases.tags.get(noun.first as usize), Some(Some(Tag::Determiner | Tag::Number)));
            // "Two life sentences for the killing of a policeman".
            let charged = matches!(self.trigger.kind, EventKind::Arrest | EventKind::Trial);
            let within = OF_THESE.contains(&before.word)
                && !charged
                && self.scene.chunks().get(before.preposition as usize).is_some_and(|of| of.last - of.first == 1);
            let event = within && self.scene.is(self.scene.noun(noun), Class::EVENT) || LIFE.contains(&self.scene.hash(noun.head));
            // "In revenge for Israel's assassination of".
            let owned = self.scene.document.tokens.get(noun.first as usize).is_some_and(|mark| mark.kind == TokenKind::Possessive);
            owned || (determined || noun.plural) && !event
        })
    }

    /// Whether the noun right before the "of" of `complement` is a word for some of a body: "members of", "fighters of".
    pub(super) fn is_membership(&self, before: &Complement, complement: &Complement) -> bool {
        let chunk = before.nouns.last().filter(|&&noun| noun + 1 == complement.preposition);
        let noun = chunk.and_then(|&noun| self.scene.chunks().get(noun as usize)).map(|chunk| self.scene.noun(chunk));
        noun.is_some_and(|noun| {
            let hit = self.scene.hit_ending(noun.first, noun.head, TableId::PersonNoun);
            let part = hit.is_some_and(|hit| self.scene.lexicon.row(hit.row).has(column::PersonNoun::Flags, "head-of-of-phrase"));
            // "Men of the Vipers group".
            let facts = self.scene.facts(noun);
            let named = complement.nouns.first().and_then(|&band| self.scene.chunks().get(band as usize)).is_some_and(|band| {
                let kind = self.scene.kind_at(band.head);
                self.scene.facts(self.scene.noun(band)).people == "group"
                    || matches!(kind, Some(EntityKind::Group | EntityKind::Organization))
            });
            part || facts.class.meets(Class::ARMED) || named && facts.plural && facts.class.meets(Class::PERSON)
        })
    }
}

/// Whether the noun behind a preposition is what somebody speaks in or through, or what is his: "in a statement", "through his envoy", "from its office".
pub(in crate::event) fn is_occasion_of_speech(scene: &Scene<'_>, preposition: u64, noun: &Chunk) -> bool {
    let own = preposition == FROM && THEIR.contains(&scene.hash(noun.first));
    noun.kind == ChunkKind::Noun && (own || scene.has(WordSet::OccasionOfSpeech, noun.head))
}

/// Whether the noun with these surroundings is what somebody speaks of: "condemned the attack".
pub(in crate::event) fn is_spoken_of(scene: &Scene<'_>, around: &NounArguments) -> bool {
    let verb = around.governor.filter(|_| !around.governor_is_subject);
    verb.is_some_and(|verb| says(scene, verb as usize, EventKind::is_utterance))
}

/// Whether the group at `index` is of those told before it, behind "with": "with his driver", "with two of her guards", "with two others".
pub(in crate::event) fn is_companion(scene: &Scene<'_>, index: usize) -> bool {
    const OTHERS: &[u64] = words!["other", "others"];
    let Some(own) = scene.chunks().get(index).filter(|chunk| chunk.kind == ChunkKind::Noun) else { return false };
    let theirs = (own.first..own.head).any(|token| THEIR.contains(&scene.hash(token)));
    let others = || (own.first..own.last).any(|token| OTHERS.contains(&scene.hash(token)));
    (theirs || others()) && scene.is(scene.noun(own), Class::PERSON)
}
