//! Distances on the globe.

/// A latitude and a longitude in degrees.
pub type Point = (f32, f32);

const KM_PER_DEGREE: f32 = 111.2;

/// Distance in kilometres, on a plane that touches the globe between the two points: good to a few per cent up to a thousand kilometres,
/// and larger than that for anything farther, which is all that nearness asks.
pub fn km(one: Point, other: Point) -> f32 {
    let north = one.0 - other.0;
    let mut east = (one.1 - other.1).abs();
    if east > 180.0 {
        east = 360.0 - east;
    }
    let shrink = ((one.0 + other.0) / 2.0).to_radians().cos();
    KM_PER_DEGREE * (north * north + east * east * shrink * shrink).sqrt()
}

/// Distance in kilometres if it is less than `reach`; most points are told far from the difference of latitudes alone.
pub fn km_within(one: Point, other: Point, reach: f32) -> Option<f32> {
    if (one.0 - other.0).abs() * KM_PER_DEGREE > reach {
        return None;
    }
    Some(km(one, other)).filter(|&km| km < reach)
}
