//! Which stories tell an event at all.

use super::Story;
use crate::event::draft::{Mention, Role};
use crate::event::scene::Scene;
use crate::phrase::VerbForm;
use crate::record::EventKind;
use crate::token::literal::word;

/// Whether the mentions of a story tell an event at all: one of them is no mere modifier, and somebody, something, a place, a day or a number is
/// told. A toll is that of what it stands beside: "the death toll from a truck bomb has risen to 90".
pub(super) fn stands_alone(mentions: &[Mention<'_>], story: &Story) -> bool {
    let members = || story.members.iter().filter_map(|&member| mentions.get(member));
    let toll = |mention: &Mention<'_>| mention.trigger.frame == "outcome-toll" && mention.killed.is_some() && story.members.len() > 1;
    members().any(|mention| !mention.trigger.dependent || toll(mention))
        && members().any(|mention| {
            !mention.general
                && (mention.fillers.iter().any(|filler| filler.role != Role::Source)
                    || mention.place_distance <= 1
                    || mention.date.is_some()
                    || mention.killed.is_some()
                    || mention.injured.is_some()
                    || mention.displaced.is_some())
        })
}

/// Whether a story only says of whom it names that they are suspected, by nobody: "detained men suspected of being members".
pub(super) fn is_bare_suspicion(scene: &Scene<'_>, mentions: &[Mention<'_>], story: &Story) -> bool {
    story.members.iter().filter_map(|&member| mentions.get(member)).all(|mention| {
        let verb = scene.chunk_at(mention.trigger.head).is_some_and(|chunk| chunk.form == VerbForm::Participle);
        mention.trigger.kind == EventKind::Accusation
            && verb
            && mention.trigger.frame != "speech-blame-on"
            && scene.hash(mention.trigger.last.saturating_sub(1)) != word!("that")
            && !mention.fillers.iter().any(|filler| matches!(filler.role, Role::Perpetrator | Role::About))
    })
}
