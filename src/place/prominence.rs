//! How much news speaks of a place before anything else is known, on the scale of the natural logarithm of a town's population.
//! Countries stand above the largest cities, divisions beside towns of their size, villages below everything else.

use crate::lexicon::column::{Country, Division, Region, Town};
use crate::lexicon::{FormRole, Row};

/// A town: by population; capitals are spoken of more than their size tells.
pub fn town(row: Row<'_>, role: FormRole) -> f32 {
    let capital = if row.text(Town::Feature).is_empty() { 0.0 } else { 3.5 };
    size(row.integer(Town::Population)) + capital + form(role)
}

/// A division: first level by population, second level less than the towns of its size.
pub fn division(row: Row<'_>, role: FormRole) -> f32 {
    let level = if row.integer(Division::Level) == Some(1) { 0.5 } else { -1.5 };
    size(row.integer(Division::Population)) + level + form(role)
}

/// A country: states first, what is no state any more last.
pub fn country(row: Row<'_>, role: FormRole) -> f32 {
    let kind = match row.text(Country::Kind) {
        "state" => 17.5,
        "historic" => 12.0,
        _ => 15.0,
    };
    kind + form(role)
}

/// A region: by kind and extent.
pub fn region(row: Row<'_>, role: FormRole) -> f32 {
    let extent = row.integer(Region::ExtentKm).unwrap_or(1).max(1) as f32;
    let kind = match row.text(Region::Kind) {
        // Nothing near speaks for them, and their names are rarely others'.
        "continent" | "world-region" | "ocean" | "sea" => 20.0,
        "quarter" | "camp" | "square" | "street" | "site" => 9.5,
        _ => 10.0 + extent.ln() / 2.0,
    };
    let ambiguous = if row.has(Region::Flags, "ambiguous") { -2.0 } else { 0.0 };
    kind + ambiguous + form(role)
}

/// Towns whose population is not known are small ones.
fn size(population: Option<i32>) -> f32 {
    (population.unwrap_or(0).max(0) as f32 + 300.0).ln()
}

fn form(role: FormRole) -> f32 {
    match role {
        FormRole::Careful => -3.0,
        FormRole::Alias => -0.5,
        _ => 0.0,
    }
}
