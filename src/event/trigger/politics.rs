//! Whether a word of politics has those who make it: a state, its officials, an act between states.

use super::{Pos, Trigger, kind_of};
use crate::event::args::{Argument, ArgumentList, Slot};
use crate::event::class::Class;
use crate::event::scene::Scene;
use crate::lexicon::{TableId, column};
use crate::record::{EventKind, Side};
use std::ops::Deref;

/// Whether it is a politics word that a state or its officials are the doers of: "Jordan and Britain have agreed to".
pub(super) fn is_politics(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    if !trigger.kind.is_pack() {
        return false;
    }
    let matter = |argument: &&Argument| matches!(argument.slot, Slot::OBJECT | Slot::PASSIVE_SUBJECT | Slot::FOR);
    if trigger.pos == Pos::Verb && arguments.iter().filter(matter).any(|argument| is_political(scene, argument.noun.head)) {
        return true;
    }
    arguments.iter().filter(|argument| matches!(argument.slot, Slot::SUBJECT | Slot::BY | Slot::POSSESSIVE)).any(|argument| {
        let facts = scene.facts(argument.noun);
        matches!(facts.side, Some(Side::State | Side::International))
            || facts.people == "official"
            || facts.class.meets(Class::PLACE.with(Class::RANKED))
            || (argument.noun.first..argument.noun.last).any(|token| holds_office(scene, token))
    })
}

/// Whether an act between states begins at `head`, so that who welcomes or opposes it takes part in politics: "welcomed the ceasefire".
fn is_political(scene: &Scene<'_>, head: u32) -> bool {
    scene.hits(head, TableId::Trigger).any(|hit| {
        let row = scene.lexicon.row(hit.row);
        row.text(column::Trigger::Pos) == "n"
            && row.text(column::Trigger::Strength) == "strong"
            && matches!(
                kind_of(hit),
                Some(EventKind::Agreement | EventKind::Meeting | EventKind::Sanction | EventKind::Withdrawal | EventKind::Release)
            )
    })
}

/// Whether a title of office begins here: "Prime Minister" in a group that its holder's name ends.
fn holds_office(scene: &Scene<'_>, token: u32) -> bool {
    scene.hits(token, TableId::Title).any(|hit| scene.lexicon.row(hit.row).has(column::Title::Kind, "state"))
}
