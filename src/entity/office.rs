//! Who held an office on the day of publication: "President Clinton" of 1995, "Secretary of State Clinton" of 2011.

use super::facts::title_before;
use crate::document::Document;
use crate::lexicon::column::{Country, Notable};
use crate::lexicon::{Hit, Row, RowRef, TableId, column};
use crate::mention::NameMention;
use crate::record::EntityKind;
use crate::token::Token;

/// Titles that are called otherwise than the role.
const ROLES: [(&str, &str); 7] = [
    ("Secretary of State", "foreign minister"),
    ("Foreign Secretary", "foreign minister"),
    ("Defense Secretary", "defence minister"),
    ("Defence Secretary", "defence minister"),
    ("Secretary of Defense", "defence minister"),
    ("Defense Minister", "defence minister"),
    ("Premier", "prime minister"),
];
/// Titles of everybody, and the roles of those whom news calls so without more.
const HONORIFICS: [&str; 3] = ["Mr.", "Mrs.", "Ms."];
const LEADERS: [&str; 3] = ["chancellor", "president", "prime minister"];

/// Gives persons behind a title the row of who held that office in this year, where their name fits one only.
pub fn link(document: Document<'_>, names: &mut [NameMention], year: Option<i16>) {
    for index in 0..names.len() {
        let name = names[index];
        if name.kind != EntityKind::Person {
            continue;
        }
        let held = year.and_then(|year| holder(document, names, index, year));
        let row = held.or_else(|| if name.row.is_none() { without_initial(document, &name) } else { None });
        if let Some(row) = row {
            names[index].row = Some(row);
        }
    }
}

/// The one person of this name that held the office before it in this year. A full name without a title in the article stands for somebody else.
fn holder(document: Document<'_>, names: &[NameMention], index: usize, year: i16) -> Option<RowRef> {
    let name = names.get(index)?;
    let title = title_before(document, name)?;
    let country = country_before(document, names, index, title.first);
    let office = document.lexicon.row(title.row).text(column::Title::Form);
    // "Mr Blair said" in a report on Britain: who leads the country that the article names.
    let leads = HONORIFICS.contains(&office) && name.last - name.first == 1;
    let told = |code: &str| names.iter().filter_map(|name| name.row).any(|row| is_country(document, row, code));
    let role = ROLES.iter().find(|(title, _)| title.eq_ignore_ascii_case(office)).map_or(office, |(_, role)| role);
    let fits = |hit: &&Hit| {
        let row = document.lexicon.row(hit.row);
        let at_home = country.is_none_or(|country| row.text(Notable::Country) == country);
        let fits = match leads {
            true => LEADERS.contains(&row.text(Notable::Role)) && told(row.text(Notable::Country)),
            false => row.text(Notable::Role).eq_ignore_ascii_case(role),
        };
        hit.last == name.last && at_home && fits && holds(row, year)
    };
    let mut holders = document.hits_of(name.first as usize, TableId::Notable).filter(fits).map(|hit| hit.row);
    let holder = holders.next()?;
    let other = holders.any(|row| row != holder) || is_other(document, names, name, holder);
    (!other && name.row != Some(holder)).then_some(holder)
}

/// Whether the row is that of the country with this code.
fn is_country(document: Document<'_>, row: RowRef, code: &str) -> bool {
    row.table == TableId::Country && document.lexicon.row(row).list(Country::Now).next() == Some(code)
}

/// Whether the article names somebody else in full with this surname.
fn is_other(document: Document<'_>, names: &[NameMention], name: &NameMention, row: RowRef) -> bool {
    let surname = |name: &NameMention| name.surname(document).and_then(|at| document.tokens.get(at)).map(|token| token.hash);
    let full = |other: &&NameMention| other.kind == EntityKind::Person && other.last - other.first > 1;
    name.last - name.first == 1 && names.iter().filter(full).any(|other| surname(other) == surname(name) && other.row != Some(row))
}

/// Whether a year lies in one of the terms of a row.
fn holds(row: Row<'_>, year: i16) -> bool {
    let mut ends = row.text(Notable::To).split('|').map(|to| to.parse().unwrap_or(i16::MAX));
    row.list(Notable::From).any(|from| from.parse().is_ok_and(|from: i16| from <= year) && ends.next().is_none_or(|to| year <= to))
}

/// The country whose name or adjective stands before the title: "French President", "Russia's foreign minister".
fn country_before<'d>(document: Document<'d>, names: &[NameMention], index: usize, title: u32) -> Option<&'d str> {
    let before = names.get(index.checked_sub(1)?)?;
    let row = before.row.filter(|row| row.table == TableId::Country)?;
    let adjoins = before.last == title || before.last + 1 == title && document.tokens.get(before.last as usize).is_some_and(is_owner);
    adjoins.then(|| document.lexicon.row(row).list(Country::Now).next()).flatten()
}

fn is_owner(token: &Token) -> bool {
    token.kind == crate::token::TokenKind::Possessive
}

/// The row of "Antony Blinken" for "Antony J. Blinken", by its key.
fn without_initial(document: Document<'_>, name: &NameMention) -> Option<RowRef> {
    const WORDS: u32 = 4;
    if !(3..=WORDS).contains(&(name.last - name.first)) {
        return None;
    }
    let words = (name.first as usize..name.last as usize).map(|at| document.word(at));
    let initial = |word: &str| word.trim_end_matches('.').chars().count() == 1;
    let (short, long): (Vec<&str>, Vec<&str>) = words.partition(|word| initial(word));
    let ends = !initial(document.word(name.first as usize));
    (ends && !short.is_empty() && long.len() == 2).then(|| document.lexicon.find(TableId::Notable, &long.join("-").to_lowercase()))?
}
