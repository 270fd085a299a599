//! Frames: which grammatical place of a trigger fills which role, by the rows of the frame table.

use super::args::{self, Argument};
use super::class::{Class, Facts};
use super::draft::Role;
use super::scene::{Noun, Scene};
use super::trigger::Trigger;
use crate::lexicon::{TableId, column};
use crate::token::TextCase;

/// A noun group with the role that a frame row gives it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filled<'l> {
    pub role: Role,
    pub noun: Noun,
    pub facts: Facts<'l>,
}

/// The roles about `trigger`, in the order of their grammatical places.
pub(super) fn fill<'l>(scene: &Scene<'l>, trigger: &Trigger<'l>) -> Vec<Filled<'l>> {
    let rows: Vec<_> = scene.lexicon.find_all(TableId::Frame, trigger.frame).map(|row| scene.lexicon.row(row)).collect();
    let mut filled = Vec::new();
    for Argument { slot, noun } in args::of(scene, trigger) {
        let facts = scene.facts(noun);
        let takes = |row: &&crate::lexicon::Row<'_>| row.text(column::Frame::Slot) == slot && accepts(scene, row, slot, noun, &facts);
        if let Some(role) = rows.iter().find(takes).and_then(|row| Role::named(row.text(column::Frame::Role))) {
            filled.push(Filled { role, noun, facts });
        }
    }
    filled
}

/// Whether a frame row takes this noun group.
fn accepts(scene: &Scene<'_>, row: &crate::lexicon::Row<'_>, slot: &str, noun: Noun, facts: &Facts<'_>) -> bool {
    let wanted = row.flags(column::Frame::Accepts).map(Class::named).fold(Class::default(), Class::with);
    if !facts.class.meets(wanted) {
        return false;
    }
    match Role::named(row.text(column::Frame::Role)) {
        Some(Role::Perpetrator) => may_do(scene, slot, noun, facts),
        Some(Role::Killed | Role::Injured) => !facts.class.meets(Class::PEOPLE) || scene.count_in(noun.first, noun.last).is_some(),
        Some(Role::Victim) => facts.known || facts.pronoun || slot != "premodifier",
        _ => true,
    }
}

/// Whether a noun group can be the doer: somebody known, a pronoun, or a name that no table knows.
fn may_do(scene: &Scene<'_>, slot: &str, noun: Noun, facts: &Facts<'_>) -> bool {
    if facts.victim_only {
        return false;
    }
    let head = scene.document.tokens.get(noun.head as usize);
    let capital = scene.document.case == TextCase::Mixed && head.is_some_and(|head| head.case.is_capitalised());
    facts.known || facts.pronoun || slot == "by" || capital
}
