//! Which row of a frame takes a noun group in its grammatical place, and so which role it has.

use super::blame::can_be_blamed;
use super::{Filled, seat};
use crate::event::actor::is_unknown_name;
use crate::event::args::Slot;
use crate::event::class::{Class, Facts};
use crate::event::device::is_device;
use crate::event::draft::Role;
use crate::event::pronoun;
use crate::event::scene::{Noun, Scene};
use crate::event::setting::is_journey;
use crate::event::trigger::Trigger;
use crate::lexicon::{Frame, Row, column};
use crate::phrase::{Chunk, ChunkKind};
use crate::record::{EntityKind, EventKind};
use crate::token::{TextCase, fold};

/// The role that the rows of a frame give a noun group in its grammatical place: that of the first row that takes it.
pub(super) fn role_of<'l>(scene: &Scene<'l>, trigger: &Trigger<'_>, frame: Frame<'_>, slot: Slot, noun: Noun) -> Option<Filled<'l>> {
    let mut facts = scene.facts(noun);
    if is_device(scene, trigger, noun) {
        (facts.class, facts.known) = (facts.class.with(Class::WEAPON), true);
    }
    // "Burning 30 of them": of the trucks.
    let of_things = matches!(trigger.kind, EventKind::Arson | EventKind::PropertyDestruction) && slot == Slot::OBJECT;
    if of_things && pronoun::things_of_share(scene, noun).is_some() {
        facts.class = Class::THING;
    }
    // "Which Bulgaria has attributed to it": who stands behind the form is blamed.
    let blamed = trigger.frame == "speech-blame-on" && slot == Slot::OBJECT && facts.pronoun && noun.first >= trigger.last;
    let mut fitting = frame.rows(slot.number()).filter_map(|row| {
        let cells = scene.lexicon.row(row);
        let role = Role::named(cells.value(column::Frame::Role)).filter(|&role| !blamed || role != Role::About)?;
        accepts(scene, &cells, role, slot, noun, &facts).then_some(Filled { role, noun, slot, row, facts })
    });
    let first = fitting.next()?;
    // "Seized the town hall", "the seizure of Kabul Airport": a building is hit rather than where it was; most names are those of places.
    let taken = trigger.kind == EventKind::TerritoryCapture;
    let sited = scene.name_at(noun.head).is_none() || taken && scene.kind_at(noun.head) == Some(EntityKind::Facility);
    let building = facts.class.meets(Class::THING) && !facts.locality && sited;
    let object = matches!(slot, Slot::OBJECT | Slot::PASSIVE_SUBJECT) || taken && slot == Slot::OF;
    // "Stormed parliament": the seat of a body is hit rather than its members.
    let seat = first.role == Role::Victim && facts.body;
    // "The church attack": no building attacks.
    let attacked = first.role == Role::Perpetrator && slot == Slot::PREMODIFIER && !facts.class.meets(Class::PEOPLE);
    let hit = if building && ((first.role == Role::Place || seat) && object || attacked) {
        fitting.find(|other| other.role == Role::Target)
    } else {
        None
    };
    hit.or(Some(first))
}

/// Whether a frame row takes this noun group.
fn accepts(scene: &Scene<'_>, row: &Row<'_>, role: Role, slot: Slot, noun: Noun, facts: &Facts<'_>) -> bool {
    if !facts.class.meets(Class::of_fillers(row.flag_bits(column::Frame::Accepts))) {
        return false;
    }
    match role {
        Role::Perpetrator => may_do(scene, slot, noun, facts),
        Role::Killed | Role::Injured => !facts.class.meets(Class::PEOPLE) || scene.count_in(noun.first, noun.last).is_some(),
        Role::Target if row.has(column::Frame::Flags, "accused") => can_be_blamed(scene, noun, facts),
        Role::Target if facts.part && slot == Slot::PREMODIFIER => false,
        Role::Target | Role::Instrument => {
            let stranger = || row.has(column::Frame::Flags, "stranger") && is_unknown_name(scene, noun.head);
            facts.known || facts.pronoun || facts.class.meets(Class::EVENT) || stranger()
        }
        Role::Victim => facts.known || facts.pronoun || slot != Slot::PREMODIFIER,
        _ => true,
    }
}

/// Whether it is only what an event has: "the force of the blast".
fn is_of_event(scene: &Scene<'_>, noun: Noun) -> bool {
    let Some(at) = scene.chunk_index(noun.head).filter(|_| scene.name_at(noun.head).is_none()) else { return false };
    let of = scene
        .chunks()
        .get(at + 1)
        .is_some_and(|of| of.kind == ChunkKind::Preposition && scene.hash(of.first) == const { fold::hash("of") });
    let event = |chunk: &Chunk| chunk.kind == ChunkKind::Noun && scene.facts(scene.noun(chunk)).class == Class::EVENT;
    of && scene.chunks().get(at + 2).is_some_and(event)
}

/// Whether a noun group can be the doer: somebody known, a pronoun, or a name that no table knows.
fn may_do(scene: &Scene<'_>, slot: Slot, noun: Noun, facts: &Facts<'_>) -> bool {
    // "Shelled the airport from the hills": only what has a name fires from where it lies.
    // "Shelling in Kherson, across the river from Oleshky".
    let town =
        scene.kind_at(noun.head) == Some(EntityKind::Place) && !facts.class.meets(Class::ORGANIZATION) && !seat::is_capital(scene, noun);
    let ground = slot == Slot::FROM
        && facts.class.meets(Class::PLACE)
        && (scene.name_at(noun.head).is_none() || town || noun.first.checked_sub(1).is_some_and(|from| is_journey(scene, from)));
    // "The protests left 60 people dead".
    let event = facts.class.meets(Class::EVENT) && !facts.class.meets(Class::PEOPLE.with(Class::WEAPON));
    if facts.victim_only || ground || event && scene.name_at(noun.head).is_none() || is_of_event(scene, noun) {
        return false;
    }
    let head = scene.document.tokens.get(noun.head as usize);
    let capital = scene.document.case == TextCase::Mixed && head.is_some_and(|head| head.case.is_capitalised());
    facts.known || facts.pronoun || facts.bare || slot == Slot::BY || capital
}
