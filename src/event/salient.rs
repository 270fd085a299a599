//! Salience: which event an article is about.

use crate::record::{Event, EventKind, Status};

/// The main event: what somebody claims or denies if the article begins with that, else violence before all else, then the one told most
/// often (a manner says more than a mere "attack"), then the first. A flood with no violence beside it goes before the troops that are sent.
pub(super) fn mark(events: &mut [Event]) {
    let first = events.iter().filter_map(|event| event.trigger.as_ref()).map(|trigger| trigger.span.start).min();
    let occurs = |kind: fn(EventKind) -> bool| events.iter().any(|event| event.status == Status::Occurred && kind(event.kind));
    let peaceful = !occurs(|kind| (kind.is_violence() || is_of_crowd(kind)) && kind != EventKind::Crime);
    let riot = occurs(|kind| kind == EventKind::Riot);
    let opens = |event: &Event| {
        let begins = event.trigger.as_ref().map(|trigger| trigger.span.start) == first;
        let utters = matches!(event.kind, EventKind::Claim | EventKind::Denial | EventKind::Accusation);
        utters && begins && !event.about.is_empty()
    };
    let weight = |event: &Event| {
        let plain = event.kind == EventKind::Attack && event.method.is_none();
        let outcome = matches!(event.kind, EventKind::TerritoryCapture | EventKind::ChemicalAttack | EventKind::Riot)
            || event.method.as_deref() == Some("intervention");
        let mishap = matches!(event.kind, EventKind::Accident | EventKind::Disaster) && peaceful;
        // Those who smuggle are caught.
        let crime = event.kind == EventKind::Crime && peaceful;
        // A march that ends in a riot is one, and "tear gas, rubber bullets and water cannon" answer it once.
        let mentions = if matches!(event.kind, EventKind::Crackdown | EventKind::Protest) && riot { 0 } else { event.mentions.len() };
        let told = mentions + 2 * usize::from(!plain) + usize::from(outcome) + 3 * usize::from(crime);
        let occurred = event.status == Status::Occurred || crime;
        (opens(event), occurred, !event.kind.is_speech() && (mishap || !event.kind.is_pack()), told)
    };
    let best = events.iter().enumerate().max_by_key(|(index, event)| (weight(event), std::cmp::Reverse(*index))).map(|(index, _)| index);
    if let Some(event) = best.and_then(|best| events.get_mut(best)) {
        event.salient = true;
    }
}

/// Whether a crowd does it, or it is done to a crowd.
const fn is_of_crowd(kind: EventKind) -> bool {
    matches!(kind, EventKind::Protest | EventKind::Riot | EventKind::MobViolence | EventKind::Crackdown | EventKind::Obstruction)
}
