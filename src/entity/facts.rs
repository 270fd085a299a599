//! What the lexicon says of an entity: canonical name, key, side, parent, country, role, place.

use super::group::pattern_country;
use super::{EntityDraft, Places};
use crate::document::Document;
use crate::lexicon::column::{Country, Group, Notable, Organization, People, Region};
use crate::lexicon::{Hit, Row, RowRef, TableId, column, lasting};
use crate::mention::NameMention;
use crate::place::{PlaceKind, PlaceReading};
use crate::record::{EntityKind, Side, Term};

/// The entity of these mentions.
pub fn draft(document: Document<'_>, names: &[NameMention], mentions: Vec<u32>, places: &Places<'_>) -> EntityDraft {
    let of = |index: &u32| names.get(*index as usize);
    let linked = mentions.iter().find(|&index| of(index).is_some_and(|name| name.row.is_some()));
    let best = linked.or(mentions.first()).and_then(of);
    let kind = best.map_or(EntityKind::Place, |name| name.kind);
    let places = || mentions.iter().filter_map(|&index| places.of(index as usize));
    let reading = places().next().filter(|_| matches!(kind, EntityKind::Place | EntityKind::Facility));
    // "Trinidad, Bolivia" is a town and not the country of its name.
    let country = |row: &RowRef| row.table != TableId::Country || reading.is_none_or(|reading| reading.place.kind != PlaceKind::Town);
    let mut draft = EntityDraft {
        kind,
        row: best.and_then(|name| name.row).filter(country),
        score: 0.8,
        rule: best.map_or("", |name| name.rule).into(),
        ..EntityDraft::default()
    };
    if let Some(row) = draft.row {
        let country = linked.and_then(|&index| pattern_country(document, names, index as usize));
        from_row(document, row, country, &mut draft);
    }
    if let Some(reading) = reading {
        place(document, reading, &mut draft);
    }
    if draft.kind == EntityKind::Person && draft.head.is_none() {
        let title = mentions.iter().filter_map(of).find_map(|name| title_before(document, name));
        let form = |hit: &Hit| document.lexicon.row(hit.row).text(column::Title::Form).to_lowercase();
        draft.head = title.map(form);
    }
    if draft.name.is_empty() {
        draft.name = longest(document, names, &mentions);
    }
    draft.mentions = mentions;
    draft
}

/// The fullest mention as the text writes it.
pub fn longest(document: Document<'_>, names: &[NameMention], mentions: &[u32]) -> String {
    let mentions = mentions.iter().filter_map(|&index| names.get(index as usize));
    let longest = mentions.max_by_key(|name| (name.last - name.first, std::cmp::Reverse(name.first)));
    longest.map_or_else(String::new, |name| spoken(document, name))
}

/// The entity of a row, without mentions: the body of a country that a description stands for.
pub fn body(document: Document<'_>, row: RowRef, country: Option<u32>) -> EntityDraft {
    let mut draft =
        EntityDraft { kind: EntityKind::Organization, row: Some(row), score: 0.7, rule: "description".into(), ..EntityDraft::default() };
    from_row(document, row, country, &mut draft);
    if let Some(country) = country.filter(|_| draft.name.is_empty()) {
        let country = document.lexicon.row(RowRef { layer: 0, table: TableId::Country, row: country });
        let adjective = country.list(Country::Adjectives).next().unwrap_or("");
        let name = bare(country.text(Country::Name));
        draft.name = document.lexicon.row(row).text(Organization::Name).replace("{demonym}", adjective).replace("{country}", &name);
    }
    draft
}

/// The text of a mention, with single blanks.
fn spoken(document: Document<'_>, name: &NameMention) -> String {
    let text = document.slice(name.first as usize, name.last as usize);
    let mut spoken = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spoken.is_empty() {
            spoken.push(' ');
        }
        spoken.push_str(word);
    }
    spoken
}

/// A code of the tables, if there is one.
fn code(cell: &str) -> Option<Term> {
    (!cell.is_empty()).then(|| lasting(cell))
}

fn from_row(document: Document<'_>, row: RowRef, country: Option<u32>, draft: &mut EntityDraft) {
    let cells = document.lexicon.row(row);
    let text = |cell: &str| (!cell.is_empty()).then(|| cell.to_owned());
    match row.table {
        TableId::Group => {
            draft.key = Some(["group/", cells.text(Group::Id)].concat());
            draft.side = Some(if cells.text(Group::Kind) == "state-force" { Side::State } else { Side::Nonstate });
            draft.parent = parent_key(document, cells.text(Group::Parent));
            draft.country = cells.flags(Group::Countries).next().map(lasting);
            match country.filter(|_| is_pattern(cells.text(Group::Name))) {
                Some(country) => of_country(document, country, draft),
                None => draft.name = bare(cells.text(Group::Name)),
            }
        }
        TableId::Organization => organization(document, cells, country, draft),
        TableId::Country => {
            let place = draft.kind == EntityKind::Place;
            if place {
                draft.name = bare(cells.text(Country::Name));
                draft.key = Some(["country/", cells.text(Country::Id)].concat());
            } else if let Some(adjective) = cells.list(Country::Adjectives).next() {
                draft.name = adjective.to_owned();
                draft.key = Some(["nationality/", cells.text(Country::Id)].concat());
            }
            let now = cells.list(Country::Now).next().unwrap_or("");
            draft.country = code(if cells.text(Country::Kind) == "state" { cells.text(Country::Iso2) } else { now });
        }
        TableId::Region => {
            draft.name = bare(cells.text(Region::Name));
            draft.key = Some(["region/", cells.text(Region::Id)].concat());
            draft.country = cells.list(Region::Country).next().map(lasting);
        }
        TableId::People => {
            draft.key = Some(["people/", cells.text(People::Id)].concat());
            draft.country = cells.flags(People::Countries).next().filter(|_| cells.has(People::Flags, "nationality")).map(lasting);
        }
        TableId::Notable => {
            draft.name = cells.text(Notable::Name).to_owned();
            draft.key = Some(["person/", cells.text(Notable::Id)].concat());
            draft.country = code(cells.text(Notable::Country));
            draft.head = text(cells.text(Notable::Role)).map(|role| format!("{role}{}", years(cells)));
            draft.parent = parent_key(document, cells.text(Notable::Organization));
        }
        _ => {}
    }
}

/// The years of a well-known person's role: " (2005-2021)", " (1994-1999, 2003-)"; nothing if they are not known.
fn years(cells: Row<'_>) -> String {
    let mut ends = cells.text(Notable::To).split('|');
    let terms: Vec<String> = cells.list(Notable::From).map(|from| format!("{from}-{}", ends.next().unwrap_or(""))).collect();
    if terms.is_empty() { String::new() } else { format!(" ({})", terms.join(", ")) }
}

fn organization(document: Document<'_>, cells: Row<'_>, country: Option<u32>, draft: &mut EntityDraft) {
    let kind = cells.text(Organization::Kind);
    draft.side = Some(match kind.strip_suffix("-pattern").unwrap_or(kind) {
        "igo" | "un" => Side::International,
        "court" | "embassy" | "gendarmerie" | "government" | "intelligence" | "legislature" | "military" | "ministry" | "police" => {
            Side::State
        }
        _ => Side::Civilian,
    });
    draft.parent = parent_key(document, cells.text(Organization::Parent));
    draft.country = cells.flags(Organization::Countries).next().map(lasting);
    let id = cells.text(Organization::Id);
    if cells.text(Organization::Note).is_empty() && !is_pattern(cells.text(Organization::Name)) {
        draft.name = bare(cells.text(Organization::Name));
        draft.key = Some(["organization/", id].concat());
        return;
    }
    // A pattern: the name is the text's, the country that of its adjective.
    if let Some(country) = country {
        draft.key = Some(["organization/", id].concat());
        of_country(document, country, draft);
    }
}

/// Whether a name stands for one of each country.
fn is_pattern(name: &str) -> bool {
    name.contains('{')
}

/// Makes the entity of a pattern that of a country.
fn of_country(document: Document<'_>, country: u32, draft: &mut EntityDraft) {
    let country = document.lexicon.row(RowRef { layer: 0, table: TableId::Country, row: country });
    draft.country = code(country.text(Country::Iso2));
    draft.key = draft.key.take().map(|key| format!("{key}/{}", country.text(Country::Id)));
}

/// "National Liberation Army (Colombia)" without its bracket, which only tells namesakes apart.
fn bare(name: &str) -> String {
    let bare = if name.ends_with(')') { name.rsplit_once(" (").map_or(name, |(bare, _)| bare) } else { name };
    bare.to_owned()
}

fn parent_key(document: Document<'_>, id: &str) -> Option<String> {
    if id.is_empty() {
        return None;
    }
    let table = [(TableId::Group, "group"), (TableId::Organization, "organization")];
    table.iter().find(|(table, _)| document.lexicon.find(*table, id).is_some()).map(|(_, name)| [name, "/", id].concat())
}

/// The title or role noun right before a person's name, in the same sentence: "the home of a judge. Martinez was held" tells of no role.
pub fn title_before<'d>(document: Document<'d>, name: &NameMention) -> Option<&'d Hit> {
    let end = name.first as usize;
    let end = if end > 0 && document.word(end - 1) == "." { end - 1 } else { end };
    let opens = document.sentences.get(document.sentence_of(name.first as usize)).map_or(0, |sentence| sentence.first as usize);
    (end.saturating_sub(6).max(opens)..end).find_map(|at| document.hits_of(at, TableId::Title).rev().find(|hit| hit.last as usize == end))
}

/// What the gazetteer's row says; a facility takes the point of what it is named after and keeps its own name.
fn place(document: Document<'_>, reading: &PlaceReading<'_>, draft: &mut EntityDraft) {
    let place = &reading.place;
    draft.place = Some(reading.place());
    draft.country = code(place.country);
    draft.score = reading.score;
    draft.rule = [&*draft.rule, "; place: ", reading.reason].concat().into();
    draft.alternatives = reading.alternatives.iter().map(|other| other.label(document.lexicon)).collect();
    if draft.kind == EntityKind::Place {
        draft.row = Some(place.row);
        draft.key = Some(place.key(document.lexicon));
        if matches!(place.kind, PlaceKind::Country | PlaceKind::Region) {
            draft.name = place.name(document.lexicon).to_owned();
        }
    }
}
