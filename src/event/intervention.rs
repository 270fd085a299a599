//! Interventions: protests that the police end or take people from.

use super::draft::{Mention, Role};
use super::merge::Story;
use crate::record::{EventKind, Status};

/// Sets the manner of a protest of which people are arrested, or that one sentence tells to have been met with tear gas: "police arrested 50 marchers
/// at a rally". Where the crowd riots it is none.
pub(super) fn settle(mentions: &mut [Mention<'_>], stories: &[Story]) {
    let took_place = |mention: &Mention<'_>| mention.status == Status::Occurred;
    if mentions.iter().any(|mention| took_place(mention) && matches!(mention.trigger.kind, EventKind::Riot | EventKind::MobViolence)) {
        return;
    }
    let step = |mention: &Mention<'_>| Some((mention.trigger.sentence, reach(mention)?));
    let steps: Vec<(usize, usize)> = mentions.iter().filter(|mention| took_place(mention)).filter_map(step).collect();
    if steps.is_empty() {
        return;
    }
    for story in stories {
        let is_march = |mention: &Mention<'_>| {
            let plain = matches!(mention.trigger.method, None | Some("demo")) && !mention.background && took_place(mention);
            plain && mention.trigger.kind == EventKind::Protest
        };
        let near = |mention: &Mention<'_>| steps.iter().any(|&(step, reach)| step.abs_diff(mention.trigger.sentence) <= reach);
        let ended = story.members.iter().filter_map(|&member| mentions.get(member)).any(|mention| is_march(mention) && near(mention));
        for &member in story.members.iter().filter(|_| ended) {
            if let Some(mention) = mentions.get_mut(member).filter(|mention| mention.trigger.kind == EventKind::Protest) {
                mention.trigger.method = Some("intervention");
                mention.rules.push("method:intervention");
            }
        }
    }
}

/// How many sentences away from a protest it may tell what the police do there; `None` if it tells of other things.
fn reach(mention: &Mention<'_>) -> Option<usize> {
    let crowd = || mention.role(Role::Victim).any(|filler| matches!(filler.people, "crowd" | "activist" | "student"));
    match mention.trigger.kind {
        EventKind::Arrest if crowd() => Some(1),
        EventKind::Crackdown if mention.trigger.method == Some("tear_gas") => Some(0),
        _ => None,
    }
}
