//! What is particular to compiling the tables of places: other ways of writing their names.

use super::schema::FormRole;
use super::table::Row;
use super::tables::{TableId, column};

/// Words of names that are written out or short, in both directions.
const SHORT: [(&str, &str); 4] = [("Saint", "St"), ("Sainte", "Ste"), ("Mount", "Mt"), ("Fort", "Ft")];
/// Countries where both ways are usual; elsewhere only large places are written so in English news.
const ENGLISH: [&str; 7] = ["AU", "CA", "GB", "IE", "NZ", "US", "ZA"];
const LARGE: u32 = 50_000;

/// Countries whose names of places are romanised from Arabic.
const ARABIC: [&str; 19] =
    ["AE", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LB", "LY", "MA", "OM", "PS", "QA", "SA", "SD", "SY", "TN", "YE"];
/// The article as GeoNames writes it before the letters it is drawn to.
const ARTICLES: [&str; 13] = ["Al", "Ad", "An", "Ar", "As", "At", "Az", "Ash", "Ath", "Adh", "Ed", "El", "Ech"];

/// Other spellings of a form of a place, with the role that they play (the form's own if it is as safe).
pub fn other_spellings(table: TableId, row: &Row<'_>, form: &str, role: FormRole) -> Vec<(String, FormRole)> {
    let (country, population) = match table {
        TableId::Town => (column::Town::Area as usize, column::Town::Population as usize),
        TableId::Division => (column::Division::Country as usize, column::Division::Population as usize),
        _ => return Vec::new(),
    };
    let cell = |index: usize| row.cells.get(index).copied().unwrap_or("");
    let country = cell(country).get(..2).unwrap_or("");
    if ARABIC.contains(&country) {
        return arabic(form, role);
    }
    if ENGLISH.contains(&country) || cell(population).parse().unwrap_or(0_u32) >= LARGE {
        return short(form).map(|other| (other, role)).into_iter().collect();
    }
    Vec::new()
}

/// "St Petersburg" for "Saint Petersburg", "Mount Vernon" for "Mt Vernon".
fn short(form: &str) -> Option<String> {
    let (word, rest) = form.split_once([' ', '-'])?;
    let word = word.trim_end_matches('.');
    let other = SHORT.iter().find_map(|&(long, short)| match word {
        _ if word == long => Some(short),
        _ if word == short => Some(long),
        _ => None,
    })?;
    Some(format!("{other} {}", rest.trim_start()))
}

/// "al-Hawija", "Hawija" (less safe) for "Al Ḩawījah"; "Baquba" for "Baqubah".
fn arabic(form: &str, role: FormRole) -> Vec<(String, FormRole)> {
    let mut forms = vec![(form.to_owned(), role)];
    if let Some((article, rest)) = form.split_once([' ', '-'])
        && ARTICLES.contains(&article)
    {
        let joined = |article: &str| (format!("{article} {rest}"), role);
        forms.extend([joined("al"), joined("el"), joined(&article.to_lowercase()), (rest.to_owned(), FormRole::Careful)]);
    }
    let open: Vec<_> =
        forms.iter().filter_map(|(form, role)| Some((form.strip_suffix("ah").or(form.strip_suffix("āh"))?, *role))).collect();
    let open: Vec<_> = open.into_iter().map(|(stem, role)| (format!("{stem}a"), role)).collect();
    forms.extend(open);
    forms.remove(0);
    forms
}
