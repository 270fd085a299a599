//! Whether a word of violence tells of play, in an article on sport.

use super::{Pos, Trigger};
use crate::entity::EntityDraft;
use crate::event::args::{Argument, ArgumentList, Slot};
use crate::event::class::Class;
use crate::event::needs::around;
use crate::event::scene::Scene;
use crate::lexicon::{Lexicon, TableId, WordSet, column};
use crate::phrase::{VerbForm, Voice};
use crate::record::EventKind;
use std::ops::Deref;

/// Whether a word of fighting has neither weapon nor anybody armed beside it, and nobody but athletes suffers it: "Salah shot past the keeper".
/// Words for death tell no play, nor does a passive of shooting.
pub(super) fn is_play(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let fights = matches!(
        trigger.kind,
        EventKind::Attack
            | EventKind::ArmedClash
            | EventKind::Airstrike
            | EventKind::Shelling
            | EventKind::Bombing
            | EventKind::TerritoryCapture
            | EventKind::PropertyDestruction
    );
    let slot = |argument: &&Argument| matches!(argument.slot, Slot::OBJECT | Slot::PASSIVE_SUBJECT | Slot::OF | Slot::ON | Slot::AT);
    let plays = |head: u32, people: &str| people == "athlete" || scene.has(WordSet::Player, head);
    let suffers = |argument: &Argument| {
        let facts = scene.facts(argument.noun);
        facts.known
            && facts.class.meets(Class::PEOPLE)
            && !plays(argument.noun.head, facts.people)
            && scene.name_at(argument.noun.head).is_none()
    };
    let passive = || scene.chunk_at(trigger.head).is_some_and(|chunk| chunk.voice == Voice::Passive && chunk.form == VerbForm::Finite);
    let was_shot = trigger.method == Some("shooting") && passive();
    fights
        && (!trigger.is_outcome() || trigger.method == Some("massacre"))
        && !was_shot
        && !arguments.iter().filter(slot).any(suffers)
        && !around(scene, trigger, Class::ARMED.with(Class::WEAPON))
}

/// Whether players do it to a country or a club: "the bowlers massacred Sri Lanka"; not "a goalkeeper stabbed a fan".
pub(super) fn is_by_player(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let player = |argument: &Argument| matches!(argument.slot, Slot::SUBJECT | Slot::BY) && scene.has(WordSet::Player, argument.noun.head);
    let side = |argument: &Argument| {
        let class = scene.facts(argument.noun).class;
        class.meets(Class::ORGANIZATION) && !class.meets(Class::THING.with(Class::PERSON))
    };
    let suffers = |argument: &&Argument| matches!(argument.slot, Slot::OBJECT | Slot::PASSIVE_SUBJECT);
    let mut objects = arguments.iter().filter(suffers).peekable();
    trigger.pos == Pos::Verb && objects.peek().is_some() && objects.all(side) && arguments.iter().any(player)
}

/// Whether a club suffers it: "the Raiders were robbed of a touchdown", "Arsenal were ambushed by Watford"; not "the club's bus was attacked".
pub(super) fn is_of_club(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let suffers = |argument: &&Argument| matches!(argument.slot, Slot::OBJECT | Slot::PASSIVE_SUBJECT);
    let club = |argument: &Argument| {
        let entity = scene.entity_at(argument.noun.head).and_then(|entity| scene.reading.entities.get(entity));
        entity.is_some_and(|entity| is_club(scene.lexicon, entity))
    };
    let fights = matches!(trigger.kind, EventKind::Attack | EventKind::ArmedClash | EventKind::Robbery);
    fights
        && scene.clubs
        && trigger.pos == Pos::Verb
        && arguments.iter().filter(suffers).any(club)
        && !around(scene, trigger, Class::ARMED.with(Class::WEAPON))
}

/// Whether the entity is a sports club that the lexicon knows.
pub(in crate::event) fn is_club(lexicon: &Lexicon, entity: &EntityDraft) -> bool {
    let row = entity.row.filter(|row| row.table == TableId::Organization);
    row.is_some_and(|row| lexicon.row(row).value(column::Organization::Kind) == "club")
}
