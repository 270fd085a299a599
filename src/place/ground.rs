//! [`Ground`]: where the places that an article names lie, which what a building is named after must lie in or near.

use super::candidate::{Candidate, PlaceKind};
use super::geo::{self, Point};

/// How far, in kilometres, a building may be from a place that the article names.
const REACH: f32 = 100.0;
/// How many points are looked at.
const POINTS: usize = 64;
/// A town of so many people may be meant wherever its country is named.
const LARGE: u32 = 50_000;

/// The countries, first-level divisions and points of an article.
#[derive(Debug, Default)]
pub struct Ground<'d> {
    areas: Vec<&'d str>,
    points: Vec<Point>,
}

impl<'d> Ground<'d> {
    /// The ground of these places.
    pub fn of<'a>(places: impl Iterator<Item = &'a Candidate<'d>>) -> Self
    where
        'd: 'a,
    {
        let mut ground = Self::default();
        for place in places {
            ground.areas.extend([place.country, place.admin1].iter().filter(|area| !area.is_empty()));
            if ground.points.len() < POINTS {
                ground.points.extend(place.point);
            }
        }
        ground.areas.sort_unstable();
        ground.areas.dedup();
        ground
    }

    /// Whether a building may be named after `place`: not the Karen in Ireland for a hospital in a report from Nairobi.
    pub fn holds(&self, place: &Candidate<'_>) -> bool {
        let told = |area: &str| !area.is_empty() && self.areas.binary_search(&area).is_ok();
        let near = |point: Point| self.points.iter().any(|&other| geo::km_within(point, other, REACH).is_some());
        let division = place.kind == PlaceKind::Division && told(place.admin1);
        division || place.population >= LARGE && told(place.country) || place.point.is_some_and(near)
    }
}
