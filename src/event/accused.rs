//! Accused: who is charged, sentenced or arrested for a deed is told as its doer: "were charged with the murder of", "were held over the raid".

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::scene::Scene;
use crate::record::{Basis, EventKind, Status};

/// How many mentions before and behind are looked at: no sentence has more, and time must grow with its length only.
const NEAR: usize = 16;

/// Adds the accused to the deeds that their trials and arrests are about, where no clause tells the doer.
pub(super) fn name<'l>(scene: &Scene<'l>, mentions: &mut [Mention<'l>]) {
    for at in 0..mentions.len() {
        let Some(mention) = mentions.get(at) else { return };
        let Some(basis) = basis(mention) else { continue };
        let Some(deed) = deed(mentions, at, mention) else { continue };
        let accused: Vec<Filler<'l>> = mention.role(Role::Victim).filter(|filler| is_known(filler)).cloned().collect();
        let Some(other) = mentions.get_mut(deed) else { continue };
        for filler in accused {
            // Who is hurt in the deed did not do it.
            let hurt = other.role(Role::Victim).any(|hurt| hurt.noun.holds(filler.noun.head));
            if !hurt {
                let from = other.fillers.len();
                filler::make(scene, Role::Perpetrator, filler.noun, scene.facts(filler.noun), &mut other.fillers);
                other.fillers.iter_mut().skip(from).for_each(|made| made.basis = basis);
            }
        }
    }
}

/// On what it rests that the accused did it; `None` if nobody is accused.
fn basis(mention: &Mention<'_>) -> Option<Basis> {
    if mention.status != Status::Occurred {
        return None;
    }
    match (mention.trigger.kind, mention.trigger.method) {
        (EventKind::Arrest, _) => Some(Basis::Suspected),
        (EventKind::Trial, Some("charge")) => Some(Basis::Blamed),
        (EventKind::Trial, Some("sentence")) => Some(Basis::Stated),
        _ => None,
    }
}

/// Whether it names persons or a body, not one told elsewhere.
fn is_known(filler: &Filler<'_>) -> bool {
    filler.class.meets(Class::PEOPLE) && !filler.anaphoric
}

/// The violence without a doer in the same sentence that the act is about.
fn deed(mentions: &[Mention<'_>], at: usize, mention: &Mention<'_>) -> Option<usize> {
    (at.saturating_sub(NEAR)..(at + NEAR).min(mentions.len())).find(|&index| {
        let other = &mentions[index];
        other.trigger.sentence == mention.trigger.sentence
            && other.trigger.kind.is_violence()
            && other.trigger.kind != EventKind::ArmedClash
            && other.role(Role::Perpetrator).next().is_none()
            && mention.role(Role::About).any(|matter| matter.noun.holds(other.trigger.head))
    })
}
