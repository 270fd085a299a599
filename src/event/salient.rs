//! Salience: which event an article is about.

use crate::record::{Event, EventKind, Status};

/// The main event: what somebody claims or denies if the article begins with that, else violence before all else, then the one told most
/// often (a manner says more than a mere "attack"), then the first.
pub(super) fn mark(events: &mut [Event]) {
    let first = events.iter().filter_map(|event| event.trigger.as_ref()).map(|trigger| trigger.span.start).min();
    let opens = |event: &Event| {
        let begins = event.trigger.as_ref().map(|trigger| trigger.span.start) == first;
        let utters = matches!(event.kind, EventKind::Claim | EventKind::Denial | EventKind::Accusation);
        utters && begins && !event.about.is_empty()
    };
    let weight = |event: &Event| {
        let plain = event.kind == EventKind::Attack && event.method.is_none();
        let outcome = matches!(event.kind, EventKind::TerritoryCapture | EventKind::ChemicalAttack | EventKind::Riot);
        let told = event.mentions.len() + 2 * usize::from(!plain) + usize::from(outcome);
        (opens(event), event.status == Status::Occurred, !event.kind.is_speech() && !event.kind.is_pack(), told)
    };
    let best = events.iter().enumerate().max_by_key(|(index, event)| (weight(event), std::cmp::Reverse(*index))).map(|(index, _)| index);
    if let Some(event) = best.and_then(|best| events.get_mut(best)) {
        event.salient = true;
    }
}
