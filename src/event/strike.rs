//! Strikes: from the air or with missiles, by armies, and what tells them from the strikes of workers and of gunmen.

use super::anaphora::verb_of_telling;
use super::args::{ArgumentList, Slot};
use super::class::Class;
use super::needs::{around, beside};
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger, best_at};
use crate::lexicon::{Row, TableId, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, Voice};
use crate::record::{EntityKind, EventKind, Side};
use crate::token::fold;
use std::ops::Deref;

/// Classes of targets that are houses, of which one alone is struck from the air.
const BUILDINGS: [&str; 4] = ["education", "medical", "religious", "residence"];

/// Whether it is a body that has aircraft and missiles: a state, its army, an alliance of states; not its police or courts.
pub(super) fn is_force(scene: &Scene<'_>, noun: Noun) -> bool {
    const COALITION: u64 = fold::hash("coalition");
    let facts = scene.facts(noun);
    let country = || facts.class.meets(Class::PLACE) && facts.class.meets(Class::ORGANIZATION);
    let named = scene.name_at(noun.head).is_some();
    let body = facts.side == Some(Side::State)
        && (facts.body || named)
        && facts.class.meets(Class::ARMED)
        && !matches!(facts.people, "police" | "guard" | "official");
    body || named && country() || scene.hash(noun.head) == COALITION
}

/// Whether a verb has an army or a state for its doer, a thing or place known as a target for its object, and nothing but weapons for its
/// means: "Israel struck targets in Tyre", not "the US hit banks with sanctions".
pub(super) fn by_force(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let is = |slots: &[Slot], test: &dyn Fn(Noun) -> bool| {
        arguments.iter().any(|argument| slots.contains(&argument.slot) && test(argument.noun))
    };
    let site = |noun: Noun| {
        let facts = scene.facts(noun);
        facts.known && facts.class.meets(Class::THING.with(Class::PLACE).with(Class::WEAPON))
    };
    let other = |noun: Noun| !scene.is(noun, Class::WEAPON);
    trigger.pos == Pos::Verb
        && is(&[Slot::SUBJECT, Slot::BY], &|noun| is_force(scene, sayer(scene, noun).unwrap_or(noun)))
        && is(&[Slot::OBJECT, Slot::PASSIVE_SUBJECT], &site)
        && !is(&[Slot::WITH], &other)
}

/// Who said it of himself: the military in "the military said it struck".
fn sayer(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    const IT: [u64; 2] = [fold::hash("it"), fold::hash("they")];
    let at = scene.chunk_index(noun.head).filter(|_| IT.contains(&scene.hash(noun.head)))?;
    // Where a day stands between, "it" is left to the frame of an attack, which has a place for its doer.
    let verb = verb_of_telling(scene, at).filter(|&verb| verb + 2 >= at)?;
    let subject = scene.of_verb(verb).subject.first().copied()?;
    scene.chunks().get(subject as usize).map(|subject| scene.noun(subject))
}

/// Whether a noun for a strike has a target that no workers strike: fighters, soldiers, their sites and weapons, somebody named, homes; what a
/// state strikes may be anything: "strikes against an ISIS camp", "Monday's strike targeted a senior commander", "a Turkish strike on a mill".
pub(super) fn has_target(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    const PREPOSITIONS: [u64; 2] = [fold::hash("on"), fold::hash("against")];
    let Some(chunk) = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Noun) else { return false };
    let noun = |&index: &u32| scene.chunks().get(index as usize).map(|chunk| scene.noun(chunk));
    let force = || {
        let slots = [Slot::POSSESSIVE, Slot::PREMODIFIER, Slot::BY, Slot::SUBJECT];
        arguments.iter().any(|argument| slots.contains(&argument.slot) && is_striker(scene, argument.noun))
    };
    let known = |noun: Noun| scene.facts(noun).known && scene.is(noun, Class::THING.with(Class::PLACE));
    let around = scene.of_noun(chunk);
    let on = |test: &dyn Fn(Noun) -> bool| {
        let struck = around.complements.iter().filter(|complement| PREPOSITIONS.contains(&complement.word));
        struck.flat_map(|complement| complement.nouns.iter()).filter_map(noun).any(test)
    };
    if on(&|noun| is_foe(scene, noun)) || on(&known) && force() || is_upon_building(scene, chunk) {
        return true;
    }
    let verb = around.governor.filter(|_| around.governor_is_subject);
    let Some(verb) = verb.map(|verb| verb as usize) else { return false };
    let hits = scene.chunks().get(verb).is_some_and(|verb| verb.voice == Voice::Active && scene.has(WordSet::Impact, verb.head));
    let object = || scene.of_verb(verb).object;
    hits && object().iter().filter_map(noun).any(|noun| is_foe(scene, noun) || known(noun) && force())
}

/// Whether the strike in the group at `strike` is what hits one building or a convoy: "a clinic was hit by a strike"; not "clinics were hit by strikes", "the
/// clinic was hit by a strike over wages", "the airline was hit by a strike".
fn is_upon_building(scene: &Scene<'_>, strike: usize) -> bool {
    const BY: u64 = fold::hash("by");
    const OWN: [u64; 4] = [BY, fold::hash("of"), fold::hash("over"), fold::hash("for")];
    let chunk = |at: usize| scene.chunks().get(at);
    let own = scene.of_noun(strike).complements.iter().any(|complement| OWN.contains(&complement.word));
    let by = strike.checked_sub(1).filter(|&by| !own && chunk(by).is_some_and(|by| scene.hash(by.first) == BY));
    let hit = by
        .and_then(|by| by.checked_sub(1))
        .filter(|&verb| chunk(verb).is_some_and(|verb| verb.voice == Voice::Passive && scene.has(WordSet::Impact, verb.head)));
    let struck = hit.and_then(|verb| scene.of_verb(verb).subject.first().copied()).and_then(|struck| chunk(struck as usize));
    struck.is_some_and(|struck| {
        let row = scene.hit_ending(struck.first, struck.head, TableId::Target).map(|hit| scene.lexicon.row(hit.row));
        // "The convoy was hit by two strikes".
        let convoy = |row: Row<'_>| row.has(column::Target::Flags, "person-like");
        !struck.plural && row.is_some_and(|row| BUILDINGS.contains(&row.text(column::Target::Class)) || convoy(row))
    })
}

/// Whether a strike is told of it as its own: a force, or a nation before the noun ("Israeli strikes").
fn is_striker(scene: &Scene<'_>, noun: Noun) -> bool {
    is_force(scene, noun) || scene.kind_at(noun.head) == Some(EntityKind::Nationality)
}

/// Whether whoever bears arms stands right before "fire", or owns it: "police fire", "the soldiers' fire"; and a nation where no article makes it
/// a blaze: "killed by Israeli fire", not "a Greek fire".
pub(super) fn is_fire_of_arms(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let Some(chunk) = scene.chunk_at(trigger.head) else { return false };
    let nation = |noun: Noun| scene.kind_at(noun.head) == Some(EntityKind::Nationality) && noun.first == chunk.first;
    let armed = |noun: Noun| {
        let facts = scene.facts(noun);
        facts.class.meets(Class::ARMED) || matches!(facts.people, "police" | "military" | "guard")
    };
    chunk.head < trigger.last
        && arguments.iter().any(|argument| match argument.slot {
            Slot::PREMODIFIER => argument.noun.last == trigger.first && (armed(argument.noun) || nation(argument.noun)),
            Slot::POSSESSIVE => armed(argument.noun),
            _ => false,
        })
}

/// Whether what hits somebody is a strike of workers, or no hand at all if the word is one for a blow: "the airline was hit by a strike by pilots",
/// "medics were hit by a second strike"; not "a clinic was hit by a strike".
pub(super) fn is_by_workers(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    if trigger.pos != Pos::Verb || !scene.has(WordSet::Impact, trigger.head) {
        return false;
    }
    let stops = |token: u32| best_at(scene, trigger.sentence, token).is_some_and(|strike| strike.kind == EventKind::Obstruction);
    let blow = |noun: Noun| trigger.method == Some("beating") && scene.is(noun, Class::EVENT) && !scene.is(noun, Class::PEOPLE);
    let by =
        arguments.iter().filter(|argument| argument.slot == Slot::BY && scene.hits(argument.noun.head, TableId::Trigger).next().is_some());
    by.into_iter().any(|argument| blow(argument.noun) || (argument.noun.first..argument.noun.last).any(stops))
}

/// Whether it is somebody or something that is struck in war.
fn is_foe(scene: &Scene<'_>, noun: Noun) -> bool {
    let facts = scene.facts(noun);
    let home = || {
        let row = scene.hit_ending(noun.first, noun.head, TableId::Target).map(|hit| scene.lexicon.row(hit.row));
        row.is_some_and(|row| row.text(column::Target::Class) == "residence")
    };
    let fights = facts.side == Some(Side::Nonstate) || matches!(facts.people, "rebel" | "militant" | "military");
    let person = || scene.kind_at(noun.head) == Some(EntityKind::Person);
    fights || facts.class.meets(Class::MILITARY.with(Class::WEAPON)) || person() || home()
}

/// Whether a strike would be one of workers, but only sums up what fighters did: "in one of the boldest strikes, rebels ambushed a patrol".
pub(super) fn is_of_fighters(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    trigger.kind == EventKind::Obstruction && trigger.method == Some("strike") && is_on_ground(scene, trigger)
}

/// Whether "in a coordinated strike" only sums up what bombs or gunmen did, with no aircraft and no army beside it.
pub(super) fn is_on_ground(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some(chunk) = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Noun) else { return false };
    if !sums_up(scene, chunk) {
        return false;
    }
    let range = scene.sentence(trigger.sentence);
    // Rebels fly no aircraft: "in the worst strike by the rebels".
    let outlaws = |doer: &Noun| matches!(scene.facts(*doer).people, "rebel" | "militant" | "attacker");
    let by_outlaws = || complements(scene, chunk, &[fold::hash("by")]).iter().any(outlaws);
    let struck = complements(scene, chunk, &[fold::hash("on"), fold::hash("against")]);
    let strikers = || {
        let chunks = scene.chunks().get(scene.chunk_from(range.start)..scene.chunk_from(range.end)).unwrap_or(&[]);
        // Whom the fighters ambush flies no aircraft.
        let suffers = |chunk: &Chunk| {
            let around = scene.chunk_index(chunk.head).map(|noun| scene.of_noun(noun));
            let verb = around.as_ref().and_then(|around| scene.chunks().get(around.governor? as usize));
            let object = around.as_ref().is_some_and(|around| around.governor.is_some() && !around.governor_is_subject);
            object || verb.is_some_and(|verb| verb.voice == Voice::Passive) || struck.iter().any(|noun| noun.holds(chunk.head))
        };
        chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Noun && !suffers(chunk)).any(|chunk| is_force(scene, scene.noun(chunk)))
    };
    // "In an Israeli strike".
    let own = scene.noun(&scene.chunks()[chunk]);
    let nation = || (own.first..own.last).any(|token| scene.kind_at(token) == Some(EntityKind::Nationality));
    !nation()
        && (by_outlaws() || range.clone().any(|token| is_fighter(scene, token)))
        && !beside(scene, trigger, Class::AIRCRAFT)
        && !around(scene, trigger, Class::AIRCRAFT)
        && !strikers()
}

/// Whether the group tells what something else in its sentence was: "in yet another strike", "in one of the boldest strikes", "it was the deadliest strike
/// on the police this year: a suicide bomber ..."; not "in response to a strike".
fn sums_up(scene: &Scene<'_>, strike: usize) -> bool {
    const IN: u64 = fold::hash("in");
    const OF: u64 = fold::hash("of");
    const ONE: u64 = fold::hash("one");
    const WAS: u64 = fold::hash("was");
    const STEPS: usize = 4;
    let Some(own) = scene.chunks().get(strike) else { return false };
    let before = scene.chunks().get(strike.saturating_sub(STEPS)..strike).unwrap_or(&[]);
    let opening = |chunk: &&Chunk| {
        let one = chunk.kind == ChunkKind::Noun && scene.hash(chunk.head) == ONE;
        !(chunk.kind == ChunkKind::Adverb || one || scene.hash(chunk.first) == OF)
    };
    before.iter().rev().find(opening).is_some_and(|before| {
        let within = before.last == before.first + 1 && scene.hash(before.first) == IN;
        let worst = scene.hash(before.head) == WAS && (own.first..own.head).any(|token| scene.has(WordSet::Worst, token));
        within || worst
    })
}

/// The groups behind one of the prepositions of the noun at `at`.
fn complements(scene: &Scene<'_>, at: usize, words: &[u64]) -> Vec<Noun> {
    let around = scene.of_noun(at);
    let told = around.complements.iter().filter(|complement| words.contains(&complement.word));
    let groups = told.flat_map(|complement| complement.nouns.iter());
    groups.filter_map(|&noun| scene.chunks().get(noun as usize)).map(|chunk| scene.noun(chunk)).collect()
}

/// Whether the token tells of who fights on the ground, or of a bomb: "in yet another audacious strike, the Red Front ambushed a patrol"; not "four
/// militants were killed in a strike".
fn is_fighter(scene: &Scene<'_>, token: u32) -> bool {
    let person =
        scene.hits(token, TableId::PersonNoun).any(|hit| scene.lexicon.row(hit.row).has(column::PersonNoun::Flags, "role-perpetrator"));
    let noun = scene.chunk_index(token).filter(|&noun| scene.chunks()[noun].head == token).map(|noun| scene.of_noun(noun));
    let verb = noun.filter(|noun| noun.governor_is_subject).and_then(|noun| scene.chunks().get(noun.governor? as usize));
    let group = || scene.kind_at(token) == Some(EntityKind::Group) && verb.is_some_and(|verb| verb.voice == Voice::Active);
    let dies = verb.is_some_and(|verb| verb.voice == Voice::Passive);
    // "In the worst strike yet, missiles hit a station".
    let strikes = verb.is_some_and(|verb| verb.voice == Voice::Active);
    let bomb = scene.hits(token, TableId::Weapon).any(|hit| {
        let kind = scene.lexicon.row(hit.row).text(column::Weapon::Kind);
        kind == "bombing" || strikes && kind == "shelling"
    });
    person && !dies || bomb || group()
}
