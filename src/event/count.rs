//! Count: how many events a word tells of ("twin bombings", "three blasts").

use super::class::Class;
use super::draft::{Mention, Role};
use super::party::is_party;
use super::scene::Scene;
use crate::phrase::ChunkKind;
use crate::quantity::QuantityKind;
use crate::record::{EventKind, Range};
use crate::token::fold;

/// The first number that counts the events of a story.
pub(super) fn told(scene: &Scene<'_>, members: &[&Mention<'_>]) -> Option<Range> {
    // "Seized six rifles and 12 grenades": the weapons of one seizure, none of which went off.
    let seizure = members.iter().any(|mention| mention.trigger.method == Some("seizure"));
    members.iter().filter(|mention| !seizure || mention.trigger.frame != "weapon-noun").find_map(|mention| counted(scene, mention))
}

/// The number before the noun that tells the event, if it counts that noun and is of several; people ("40 dead") are no events.
fn counted(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<Range> {
    let head = mention.trigger.head;
    let chunk = scene.chunk_at(head).filter(|chunk| chunk.kind == ChunkKind::Noun && chunk.head == head)?;
    // "20 deaths" and "30 arrests" are those of people, "16 life sentences" those of one trial.
    let result = matches!(mention.trigger.frame, "outcome-die" | "outcome-injure")
        || mention.trigger.method == Some("sentence")
        || mention.trigger.kind == EventKind::Arrest;
    // "Both attacks" are two events told before.
    let both = scene.hash(chunk.first) == const { fold::hash("both") };
    // Rockets and drones fired together make one attack, bombs one each.
    let salvo = mention.trigger.frame == "weapon-noun" && is_party(scene, scene.noun(chunk), "missile");
    // "Burned three buses in Cali and *two trucks* in Puno": a second deed is told by what it hit.
    let hit = mention.fillers.iter().any(|filler| matches!(filler.role, Role::Target | Role::Victim) && filler.noun.head == head);
    if result || both || salvo || hit || scene.facts(scene.noun(chunk)).class.meets(Class::PEOPLE) {
        return None;
    }
    let quantities = &scene.reading.quantities;
    let from = quantities.partition_point(|quantity| quantity.first < chunk.first);
    let mut inside = quantities.get(from..)?.iter().take_while(|quantity| quantity.first < head);
    // "A series of 12 explosions": the number tells more.
    let exact = inside.clone().find(|quantity| quantity.kind == QuantityKind::Count && quantity.counted == Some(head));
    let number = exact.or_else(|| inside.find(|quantity| quantity.kind == QuantityKind::Events))?;
    (number.range.min? > 1).then_some(number.range)
}
