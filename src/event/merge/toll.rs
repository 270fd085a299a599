//! Tolls that name no event: they are those of the event just told.

use super::affinity::REACH;
use crate::event::draft::{Mention, Role};
use crate::event::scene::Scene;
use crate::record::EventKind;
use crate::token::literal::word;

/// How well a toll that names no event, place or people fits a story of dead or wounded: "By Wednesday the toll had risen to 52", "police at first put
/// the toll at 15". The day on which the dead were counted sets nothing apart, nor does the number.
pub(super) fn fits<'m, I: Iterator<Item = &'m Mention<'m>>>(scene: &Scene<'_>, toll: &Mention<'_>, members: impl Fn() -> I) -> Option<u32> {
    // "The toll from Friday's bombing".
    const FROM: [u64; 3] = [word!("from"), word!("in"), word!("after")];
    let named = |role: Role| toll.role(role).next().is_some();
    let bare = toll.trigger.frame == "outcome-toll" && toll.killed.is_some() && toll.cause.is_none() && toll.place_distance > 0;
    // "Brings the toll since 7 October to 8,309" counts more than the event.
    let bare = bare && !toll.toll;
    if !bare
        || FROM.contains(&scene.hash(toll.trigger.last))
        || [Role::About, Role::Place, Role::Victim, Role::Target].into_iter().any(named)
    {
        return None;
    }
    let gap = members().map(|known| toll.trigger.sentence.saturating_sub(known.trigger.sentence)).min()?;
    let hurt = |known: &Mention<'_>| known.killed.is_some() || known.injured.is_some() || known.role(Role::Victim).next().is_some();
    let fresh = !members().any(|known| known.background || known.toll || known.general);
    let deed = members().any(|known| {
        let kind = known.trigger.kind;
        let deadly = kind.is_violence()
            || matches!(kind, EventKind::Accident | EventKind::Disaster | EventKind::Riot | EventKind::MobViolence | EventKind::Crackdown);
        deadly && hurt(known)
    });
    (gap <= REACH && fresh && deed).then(|| 700_u32.saturating_sub(gap as u32))
}
