//! Which stories tell an event at all.

use super::{Story, charge};
use crate::event::discourse::is_one_more;
use crate::event::draft::{Mention, Role};
use crate::event::scene::Scene;
use crate::event::trigger::Pos;
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::EventKind;
use crate::token::literal::word;

/// Whether the mentions of a story tell an event at all: one of them is no mere modifier, and somebody, something, a place, a day or a number is
/// told. A toll is that of what it stands beside: "the death toll from a truck bomb has risen to 90".
pub(super) fn stands_alone(scene: &Scene<'_>, mentions: &[Mention<'_>], story: &Story) -> bool {
    let members = || story.members.iter().filter_map(|&member| mentions.get(member));
    let toll = |mention: &Mention<'_>| mention.trigger.frame == "outcome-toll" && mention.killed.is_some() && story.members.len() > 1;
    let taken = |mention: &Mention<'_>| mention.captured.is_some() && is_taken(scene, mention);
    // "Arrested for murder, rape and looting": no deeds told.
    let crimes =
        || story.members.iter().all(|&member| charge::is_listed_crime(scene, mentions, member) && charge::is_charged(mentions, member));
    members().any(|mention| !mention.trigger.dependent || toll(mention) || taken(mention))
        && !crimes()
        && members().any(|mention| {
            !mention.general
                && (mention.fillers.iter().any(|filler| filler.role != Role::Source)
                    || mention.place_distance <= 1
                    || mention.date.is_some()
                    || mention.killed.is_some()
                    || mention.injured.is_some()
                    || taken(mention)
                    || is_called_so(scene, mention)
                    || is_one_more(scene, &mention.trigger)
                    || mention.displaced.is_some())
        })
}

/// Whether somebody tells what he calls it, so that it is known: "after what it called a massive cyberattack".
fn is_called_so(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let before = scene.chunk_index(mention.trigger.head).and_then(|noun| noun.checked_sub(1)).and_then(|before| scene.chunks().get(before));
    before.is_some_and(|before| before.kind == ChunkKind::Adverb && scene.hash(before.first) == word!("what"))
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

/// Whether the noun tells whom somebody took: "killed 30 people and took 12 hostages", not "12 of the hostages escaped".
pub(super) fn is_taken(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const TAKE: [u64; 5] = [word!("take"), word!("takes"), word!("took"), word!("taken"), word!("taking")];
    let hostages = mention.trigger.kind == EventKind::Kidnapping && mention.trigger.pos == Pos::Noun && !mention.definite;
    let noun = scene.chunk_index(mention.trigger.head).filter(|_| hostages).map(|noun| scene.of_noun(noun));
    let verb = noun.filter(|noun| !noun.governor_is_subject).and_then(|noun| scene.chunks().get(noun.governor? as usize));
    verb.is_some_and(|verb| TAKE.contains(&scene.hash(verb.head)))
}
