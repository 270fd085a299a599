//! [`Choice`]: a candidate with its points, and how points come from the scene of the article.

use super::candidate::{Candidate, PlaceKind};
use super::geo::Point;
use super::scene::{Anchor, Area, Scene, Weights, area};

const COUNTRY: f32 = 2.0;
const DIVISION: f32 = 2.5;
const NEAR: f32 = 2.0;
/// Points for a town and its district both named in the article.
const PAIR: f32 = 1.5;
/// Weight of a part of the scene from which on it counts about a point.
const UNIT: f32 = 0.3;
/// Points that make one reading e times as likely as another.
const TEMPERATURE: f32 = 2.0;
/// A reading less likely than this says nothing of where the article plays.
const LEAST: f32 = 0.05;

/// A reading less likely than this is not weighed again.
const HOPELESS: f32 = 1e-3;
/// Prominence of what is known everywhere, such as a capital, and of a village of which no more than its point is known. Beside the one,
/// no more than so many points from the article speak for the other: a report from Khartoum means its namesake in Arabia by "Riyadh".
const METROPOLIS: f32 = 15.0;
const HAMLET: f32 = 7.0;
const HAMLET_MOST: f32 = 11.0;
/// The same for a state and a small town: a report from Rio means no village in the state of São Paulo by "Colombia".
const STATE: f32 = 17.0;
const SMALL_TOWN: f32 = 9.0;
const SMALL_TOWN_MOST: f32 = 8.0;
/// Points by which a namesake is so much better known that what else lies in the same division, but not near, does not speak for the other: a
/// report from New York means no village upstate by "Boston".
const OVERSHADOWED: f32 = 4.0;

/// A candidate of a name: what scoring needs of it, its points, and its share among all candidates of the name.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    country: Area,
    admin1: Area,
    /// The point of what is small enough to be near something.
    point: Option<Point>,
    /// The second-level division that it lies in or is; 0 for none.
    district: u32,
    is_district: bool,
    /// Whether a state next door bears the name too, so that the name of its country tells nothing.
    pub is_next_door: bool,
    /// Points that do not depend on the rest of the article.
    pub base: f32,
    /// All points.
    pub points: f32,
    /// How likely it is, 0 to 1.
    pub share: f32,
}

impl Choice {
    /// A candidate with the points of its prominence.
    pub fn new(place: &Candidate<'_>) -> Self {
        let is_district = place.level == 2;
        let district = match place.kind {
            PlaceKind::Division if is_district => place.geonames_id,
            PlaceKind::Town => place.parent,
            _ => 0,
        };
        Self {
            country: area(place.country),
            admin1: area(place.admin1),
            point: place.point.filter(|_| is_small(place)),
            district,
            is_district,
            is_next_door: false,
            base: place.prominence,
            points: place.prominence,
            share: 0.0,
        }
    }

    /// The part of its name's weight that it tells of this country.
    pub fn of(&self, country: Area) -> f32 {
        if self.country == country && self.share > LEAST { self.share } else { 0.0 }
    }

    /// Adds to the scene what this reading of the name tells.
    fn tell(&self, name: u32, weight: f32, scene: &mut Scene) {
        scene.countries.add(self.country, weight);
        scene.divisions.add(self.admin1, weight);
        scene.anchors.extend(self.point.map(|point| Anchor { name, point, weight }));
        if self.district != 0 {
            scene.districts.push((name, self.district, self.is_district));
        }
    }
}

/// A name's part in the scene, which must not speak for the name itself.
#[derive(Debug, Default)]
pub struct Own {
    countries: Weights,
    divisions: Weights,
}

/// Shares out a name among its choices by their points.
pub fn share(choices: &mut [Choice]) {
    let best = choices.iter().map(|choice| choice.points).fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for choice in choices.iter_mut() {
        choice.share = ((choice.points - best) / TEMPERATURE).exp();
        sum += choice.share;
    }
    for choice in choices {
        choice.share /= sum;
    }
}

/// Adds what the likely choices of a name tell to the scene.
pub fn tell(choices: &[Choice], name: u32, weight: f32, scene: &mut Scene) {
    for choice in choices.iter().filter(|choice| choice.share > LEAST) {
        choice.tell(name, weight * choice.share, scene);
    }
}

/// Gives the choices of a name their points in the scene.
pub fn score(choices: &mut [Choice], name: u32, weight: f32, scene: &Scene, own: &mut Own) {
    if choices.len() < 2 {
        return;
    }
    let best = choices.iter().map(|choice| choice.base).fold(f32::MIN, f32::max);
    own.countries.clear();
    own.divisions.clear();
    for choice in choices.iter().filter(|choice| choice.share > LEAST) {
        own.countries.add(choice.country, weight * choice.share);
        own.divisions.add(choice.admin1, weight * choice.share);
    }
    for choice in choices.iter_mut().filter(|choice| choice.share > HOPELESS) {
        let country = if choice.is_next_door { 0.0 } else { scene.countries.of(choice.country) - own.countries.of(choice.country) };
        let division = scene.divisions.of(choice.admin1) - own.divisions.of(choice.admin1);
        let near = choice.point.map_or(0.0, |point| scene.nearness(name, point));
        let far = choice.point.is_some() && near <= 0.0;
        let division = if far && choice.base + OVERSHADOWED < best { 0.0 } else { division };
        let pair = choice.district != 0 && scene.has_pair(name, choice.district, choice.is_district);
        let pair = if pair { PAIR } else { 0.0 };
        let context = COUNTRY * gain(country) + DIVISION * gain(division) + NEAR * gain(near) + pair;
        let most = if best > METROPOLIS && choice.base < HAMLET {
            HAMLET_MOST
        } else if best > STATE && choice.base < SMALL_TOWN {
            SMALL_TOWN_MOST
        } else {
            f32::MAX
        };
        choice.points = choice.base + context.min(most);
    }
}

/// Points for the weight of a part of the scene: the first names that tell of it count most.
fn gain(weight: f32) -> f32 {
    if weight <= 0.0 { 0.0 } else { (1.0 + weight / UNIT).ln() }
}

/// Whether a point says well where it is.
fn is_small(place: &Candidate<'_>) -> bool {
    match place.kind {
        PlaceKind::Town => true,
        PlaceKind::Division => place.level == 2,
        PlaceKind::Region => place.extent_km <= 100,
        PlaceKind::Country => false,
    }
}
