//! Whether an attack is one in words: politicians, critics and charities attack each other over something.

use super::{Pos, Trigger};
use crate::event::args::{ArgumentList, Slot};
use crate::event::class::{Class, Facts};
use crate::event::needs::around;
use crate::event::scene::Scene;
use crate::phrase::ChunkKind;
use crate::record::EventKind;
use crate::token::literal::words;
use std::ops::Deref;

/// Whether nobody armed does it, and somebody who speaks in public does it to another, or a body suffers it, over a matter: "lawmakers attacked the
/// government over its handling", "came under fire from her own party"; not "a mob attacked a family over a rumour".
pub(super) fn is_verbal(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
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
            (tells || told()) && is_over_matter(scene, trigger) && !around(scene, trigger, Class::WEAPON)
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
