//! What is particular to compiling the tables of places.

use super::schema::{TableId, column};
use super::table::Row;

/// Words of names that are written out or short, in both directions.
const SHORT: [(&str, &str); 4] = [("Saint", "St"), ("Sainte", "Ste"), ("Mount", "Mt"), ("Fort", "Ft")];
/// Countries where both ways are usual; elsewhere only large places are written so in English news.
const ENGLISH: [&str; 7] = ["AU", "CA", "GB", "IE", "NZ", "US", "ZA"];
const LARGE: u32 = 50_000;

/// The other way of writing a name's saint, mount or fort ("St Petersburg", "Mount Vernon"), where English news uses it.
pub fn other_spelling(table: TableId, row: &Row<'_>, form: &str) -> Option<String> {
    let (country, population) = match table {
        TableId::Town => (column::Town::Country as usize, column::Town::Population as usize),
        TableId::Division => (column::Division::Country as usize, column::Division::Population as usize),
        _ => return None,
    };
    let cell = |index: usize| row.cells.get(index).copied().unwrap_or("");
    if !ENGLISH.contains(&cell(country)) && cell(population).parse().unwrap_or(0_u32) < LARGE {
        return None;
    }
    let (word, rest) = form.split_once([' ', '-'])?;
    let word = word.trim_end_matches('.');
    let other = SHORT.iter().find_map(|&(long, short)| match word {
        _ if word == long => Some(short),
        _ if word == short => Some(long),
        _ => None,
    })?;
    Some(format!("{other} {}", rest.trim_start()))
}
