//! Whether an attack is one in words: politicians, critics and charities attack each other over something.

use super::{Pos, Trigger};
use crate::event::args::{Argument, ArgumentList, Slot};
use crate::event::class::{Class, Facts};
use crate::event::hazard::is_notion;
use crate::event::needs::around;
use crate::event::scene::Scene;
use crate::lexicon::WordSet;
use crate::phrase::{Chunk, ChunkKind, Complement};
use crate::record::EventKind;
use crate::token::TextCase;
use crate::token::literal::{word, words};
use std::ops::Deref;

/// Whether nobody armed does it, and somebody who speaks in public does it to another, or a body suffers it, over a matter: "lawmakers attacked the
/// government over its handling", "came under fire from her own party"; not "a mob attacked a family over a rumour".
pub(super) fn is_verbal(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    if is_on_notion(scene, trigger, arguments) {
        return true;
    }
    if trigger.kind != EventKind::Attack || trigger.pos != Pos::Verb {
        return false;
    }
    let facts = |slots: &[Slot], test: &dyn Fn(&Facts<'_>) -> bool| {
        arguments.iter().any(|argument| slots.contains(&argument.slot) && test(&scene.facts(argument.noun)))
    };
    let force = Class::ARMED.with(Class::CROWD).with(Class::WEAPON).with(Class::PLACE).with(Class::VEHICLE);
    let body = |facts: &Facts<'_>| facts.known && facts.class.meets(Class::ORGANIZATION) && !facts.class.meets(force);
    let speaks = |facts: &Facts<'_>| body(facts) || facts.class.meets(Class::RANKED) && !facts.class.meets(force);
    match trigger.frame {
        "attack-any" if trigger.last == trigger.first + 1 => {
            let doers = [Slot::SUBJECT, Slot::BY];
            let suffers = [Slot::OBJECT, Slot::PASSIVE_SUBJECT];
            let tells = facts(&doers, &speaks) && !facts(&doers, &|facts| facts.class.meets(force));
            let told = || {
                facts(&suffers, &|facts| body(facts) || facts.people == "politician") && !facts(&doers, &|facts| facts.class.meets(force))
            };
            let spoken = || is_in_words(scene, trigger) && facts(&doers, &|facts| !facts.class.meets(force));
            ((tells || told()) && is_over_matter(scene, trigger) || spoken()) && !around(scene, trigger, Class::WEAPON)
        }
        "receive-attack" => {
            let from = [Slot::FROM, Slot::BY];
            let others = |facts: &Facts<'_>| facts.known && facts.class.meets(Class::PEOPLE.with(Class::ORGANIZATION));
            let harmless = facts(&from, &others) && !facts(&from, &|facts| facts.class.meets(force));
            harmless && facts(&[Slot::SUBJECT, Slot::PASSIVE_SUBJECT], &speaks)
        }
        _ => false,
    }
}

/// Whether "over" or "for" stands behind the object of the verb in its clause: "attacked the opposition over its failure", "for cutting aid".
fn is_over_matter(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const STEPS: usize = 5;
    const MATTERS: &[u64] = words!["over", "for"];
    let Some(at) = scene.chunk_index(trigger.head) else { return false };
    let behind = scene.chunks().get(at + 1..).unwrap_or(&[]).iter().take(STEPS);
    let clause = behind.take_while(|chunk| !matches!(chunk.kind, ChunkKind::Verb | ChunkKind::Mark | ChunkKind::Subordinator));
    clause.into_iter().any(|chunk| chunk.kind == ChunkKind::Preposition && MATTERS.contains(&scene.hash(chunk.first)))
}

/// Whether the verb tells in what the attack was made, which are words: "attacked the judge on social media", "attacked the plan in a speech".
fn is_in_words(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const IN: &[u64] = words!["in", "on"];
    let Some(at) = scene.chunk_index(trigger.head) else { return false };
    let words = |complement: &Complement| {
        let noun = complement.nouns.first().and_then(|&noun| scene.chunks().get(noun as usize));
        let medium = |noun: &Chunk| {
            let outlet = complement.word == word!("on") && (noun.first..noun.last).any(|token| scene.has(WordSet::Medium, token));
            outlet || scene.has(WordSet::OccasionOfSpeech, noun.head)
        };
        IN.contains(&complement.word) && noun.is_some_and(medium)
    };
    scene.of_verb(at).complements.iter().any(words)
}

/// Whether people without arms attack nothing but a notion: "Republicans opened fire on the plan", "an attack by senators on the policy",
/// "lawmakers torched the budget"; not "a man torched a haystack", which may well have burned.
fn is_on_notion(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let burns = trigger.frame == "burn-thing";
    if !(burns || trigger.kind == EventKind::Attack && matches!(trigger.frame, "attack-any" | "fire-at")) {
        return false;
    }
    let of = |slots: &'static [Slot]| arguments.iter().filter(|argument| slots.contains(&argument.slot));
    let unarmed = |argument: &Argument| {
        let facts = scene.facts(argument.noun);
        let force = Class::ARMED.with(Class::CROWD).with(Class::WEAPON).with(Class::VEHICLE);
        let speaks = facts.people == "politician" || facts.class.meets(Class::RANKED);
        facts.known && facts.class.meets(Class::PEOPLE.with(Class::ORGANIZATION)) && !facts.class.meets(force) && (speaks || !burns)
    };
    let mut hit = of(&[Slot::OBJECT, Slot::PASSIVE_SUBJECT, Slot::ON, Slot::AGAINST]).peekable();
    let mut doers = of(&[Slot::SUBJECT, Slot::BY, Slot::POSSESSIVE]).peekable();
    let mixed = scene.document.case == TextCase::Mixed;
    mixed
        && hit.peek().is_some()
        && hit.all(|argument| is_notion(scene, argument.noun))
        && doers.peek().is_some()
        && doers.all(unarmed)
        && !around(scene, trigger, Class::WEAPON)
}
