//! Key: what the reports of one event in several articles have in common.

use super::scene::Scene;
use crate::record::{Event, Side};
use crate::token::fold;

/// A hash of what kind of act it is (PLOVER's type), the country, the day and the side of the doers; empty where country or day is not
/// known, since such events are not to be joined.
pub(super) fn of(scene: &Scene<'_>, event: &Event) -> String {
    let entity = |id: &str| scene.reading.entities.get(id.strip_prefix('E')?.parse::<usize>().ok()?.checked_sub(1)?);
    let country = event.places.iter().find_map(|id| entity(id)?.place.as_ref()?.country.as_deref());
    let day = event.date.as_ref().and_then(|date| date.earliest.as_deref().filter(|_| date.earliest == date.latest));
    let (Some(group), Some(country), Some(day)) = (&event.plover, country, day) else { return String::new() };
    let side = event.perpetrators.iter().find_map(|doer| entity(doer.entity.as_deref()?)?.side);
    let side = match side {
        Some(Side::State) => "state",
        Some(Side::Nonstate) => "nonstate",
        Some(Side::International) => "international",
        Some(Side::Civilian) => "civilian",
        None => "",
    };
    let parts = [group, country, day, side].join("|");
    let hash = fold::hash(&parts);
    let digits: [u8; 16] = std::array::from_fn(|at| b"0123456789abcdef"[(hash >> (60 - 4 * at) & 15) as usize]);
    std::str::from_utf8(&digits).map(str::to_owned).unwrap_or_default()
}
