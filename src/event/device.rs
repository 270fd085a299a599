//! Devices: words that stand for a bomb only where something explodes: "a device went off", "planted two devices".

use super::class::Class;
use super::scene::{Noun, Scene};
use super::trigger::Trigger;
use crate::lexicon::WordSet;
use crate::record::EventKind;

/// Whether `noun` is a device that explodes, or is meant to.
pub(super) fn is_device(scene: &Scene<'_>, trigger: &Trigger<'_>, noun: Noun) -> bool {
    trigger.kind == EventKind::Bombing
        && matches!(trigger.frame, "explosion" | "detonate" | "plant-weapon")
        && scene.has(WordSet::Device, noun.head)
        && !scene.is(noun, Class::WEAPON)
}
