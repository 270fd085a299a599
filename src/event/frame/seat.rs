//! A capital stands for its state where states act: "Moscow annexed Crimea", "Kyiv's counteroffensive".

use super::{Filled, Role};
use crate::entity::EntityDraft;
use crate::event::args::Slot;
use crate::event::index::inside;
use crate::event::scene::{Noun, Scene};
use crate::event::trigger::{Pos, Trigger};
use crate::lexicon::{Frame, TableId, column};
use crate::record::{EntityKind, EventKind};
use crate::token::fold;

/// The capital as the doer, where the frame has a doer in this place.
pub(super) fn doer<'l>(scene: &Scene<'l>, trigger: &Trigger<'_>, frame: Frame<'_>, slot: Slot, noun: Noun) -> Option<Filled<'l>> {
    if !is_state(scene, trigger, slot, noun) {
        return None;
    }
    let row = frame.rows(slot.number()).find(|&row| {
        let cells = scene.lexicon.row(row);
        Role::named(cells.value(column::Frame::Role)) == Some(Role::Perpetrator)
    })?;
    Some(Filled { role: Role::Perpetrator, noun, slot, row, facts: scene.facts(noun) })
}

/// Whether `noun` names a capital where only a state can be meant: the subject of an active verb of force, the owner of a campaign.
fn is_state(scene: &Scene<'_>, trigger: &Trigger<'_>, slot: Slot, noun: Noun) -> bool {
    let moves = matches!(trigger.kind, EventKind::TerritoryCapture | EventKind::Withdrawal);
    let acts = match slot {
        Slot::SUBJECT => trigger.pos == Pos::Verb && (trigger.kind.is_violence() || moves) && !trigger.is_outcome(),
        Slot::POSSESSIVE => moves || trigger.kind == EventKind::ArmedClash,
        _ => false,
    };
    acts && is_capital(scene, noun)
}

/// Whether a country only tells where it was: "Colombia bomb attack", "Sweden school shooting", "Haiti gang attack", "Mali ambush"; not "a Russia
/// strike", "Israel attack on Gaza".
pub(super) fn is_scene(scene: &Scene<'_>, trigger: &Trigger<'_>, slot: Slot, noun: Noun) -> bool {
    const SIEGE: u64 = fold::hash("siege");
    let siege = scene.hash(trigger.head) == SIEGE;
    let done_by_few = matches!(trigger.kind, EventKind::Attack | EventKind::Bombing | EventKind::Kidnapping | EventKind::Arson);
    let kind = scene.kind_at(noun.head);
    let state = matches!(kind, Some(EntityKind::Place | EntityKind::Nationality));
    let apart = noun.last < trigger.first || trigger.last - trigger.first > 1;
    if slot != Slot::PREMODIFIER || !state {
        return false;
    }
    // "A Gaza strike", "a West Bank raid": no state strikes there under that name.
    if scene.entity_at(noun.head).and_then(|entity| scene.reading.entities.get(entity)).is_some_and(|entity| is_ungoverned(scene, entity)) {
        return true;
    }
    // States lay no ambushes under their own name.
    let ambush = trigger.method == Some("ambush") && kind == Some(EntityKind::Place);
    ambush || apart && (done_by_few || siege) || trigger.kind == EventKind::Attack && is_only_place(scene, trigger, noun)
}

/// Whether it is the name of a land that no government bears: "Gaza", "the West Bank".
fn is_ungoverned(scene: &Scene<'_>, entity: &EntityDraft) -> bool {
    let row = entity.row.filter(|row| row.table == TableId::Country);
    row.is_some_and(|row| scene.lexicon.row(row).has(column::Country::Flags, "no-government"))
}

/// Whether the name of a country right before a word for an attack is all that tells where it was: "six killed in Yemen attack".
fn is_only_place(scene: &Scene<'_>, trigger: &Trigger<'_>, noun: Noun) -> bool {
    const AIMED: [u64; 3] = [fold::hash("on"), fold::hash("against"), fold::hash("at")];
    let aimed = AIMED.contains(&scene.hash(trigger.last));
    let others = inside(&scene.index.places, scene.sentence(trigger.sentence));
    let named = scene.kind_at(noun.head) == Some(EntityKind::Place);
    let within = noun.first.checked_sub(1).is_some_and(|before| scene.hash(before) == const { fold::hash("in") });
    named && within && !aimed && others.iter().all(|&place| noun.holds(place))
}

pub(super) fn is_capital(scene: &Scene<'_>, noun: Noun) -> bool {
    let entity = scene.entity_at(noun.head).and_then(|entity| scene.reading.entities.get(entity));
    entity.is_some_and(|entity| {
        entity.kind == EntityKind::Place && entity.place.as_ref().is_some_and(|place| place.feature.as_deref() == Some("PPLC"))
    })
}
