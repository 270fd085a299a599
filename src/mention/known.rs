//! Names that stand in the lexicon.

use super::country::{country_end, is_loud_thing, is_nationality, is_shouted, of_country, people};
use super::scene::{Level, Scene};
use super::{Found, Sure, role};
use crate::lexicon::column::{Country, Discard, Group, Notable, Organization, Region, Title};
use crate::lexicon::{FormRole, Hit, Row, TableId, Tag, WordSet};
use crate::record::EntityKind;
use crate::token::{Case, TokenKind, fold};

const THE: u64 = fold::hash("the");
const PARTY: u64 = fold::hash("party");

/// Tables of names.
pub const TABLES: [TableId; 10] = [
    TableId::Group,
    TableId::Organization,
    TableId::Country,
    TableId::Region,
    TableId::People,
    TableId::Notable,
    TableId::PlaceAbbreviation,
    TableId::Discard,
    TableId::Holiday,
    TableId::NamedEvent,
];

/// The longest reading that a row of the lexicon gives at this token.
pub fn at(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let mut best: Option<(Found, u8)> = None;
    if !scene.document.begins_any(at, &TABLES) {
        return None;
    }
    for hit in scene.document.hits_at(at) {
        if hit.head != hit.last {
            continue;
        }
        if let Some(found) = read(scene, hit) {
            let rank = rank(scene, hit);
            best = Some(match best {
                // "The Coast Guard" is first that of the country that the article talks of.
                Some((other, place)) if other.last == found.last && is_of_any_country(scene, &other) => (other, place),
                Some((other, place)) if other.last == found.last && other.sure == found.sure && place <= rank => (other, place),
                Some((other, place)) if other.better(Some(found)).last != found.last => (other, place),
                // A form that another body bears too is in doubt, one that is somebody's surname or a sect's beside a country's is not.
                Some((other, place))
                    if found.sure == Sure::Waits
                        && (hit.row.table == TableId::Notable
                            || hit.row.table == TableId::People && other.kind == Some(EntityKind::Nationality)) =>
                {
                    (other, place)
                }
                _ => (found, rank),
            });
        }
    }
    best.map(|(found, _)| found)
}

/// Whether a name stands for the body of whatever country is told: "the Supreme Court".
fn is_of_any_country(scene: &Scene<'_>, found: &Found) -> bool {
    let row = found.row.filter(|row| row.table == TableId::Organization);
    row.is_some_and(|row| scene.document.lexicon.row(row).text(Organization::Note) == "generic-country")
}

/// Which of two rows with one form is meant where nothing else tells: what is at home where the report comes from, a state of today before its
/// people, these before historic states.
fn rank(scene: &Scene<'_>, hit: &Hit) -> u8 {
    let row = scene.document.lexicon.row(hit.row);
    match hit.row.table {
        // "Theresa May" is no month, and a well-known person; the White House has a row of its own.
        TableId::Discard => 7,
        TableId::Region if scene.home == Some(row.text(Region::Country)) => 0,
        TableId::Region if row.has(Region::Flags, "ambiguous") => 8,
        TableId::Country => match row.value(Country::Kind) {
            "state" => 2,
            "part" if !matches!(hit.role, FormRole::Name | FormRole::Alias) => 5,
            "historic" => 6,
            _ => 3,
        },
        // "In Sabah" is no newspaper.
        TableId::Region if is_located(scene, hit.first as usize) => 1,
        // "U.S. Army" has a row of its own.
        TableId::Organization if hit.param > 0 => 5,
        TableId::Organization if scene.home.is_some_and(|home| row.has(Organization::Countries, home)) => 3,
        TableId::Group if scene.home.is_some_and(|home| row.has(Group::Countries, home)) => 3,
        TableId::Group if scene.home.is_some() => 5,
        _ => 4,
    }
}

/// Whether a hyphen and a number stand right behind two or three capitals: "PRC-77".
fn is_numbered(scene: &Scene<'_>, at: usize) -> bool {
    let letters = scene.token(at).is_some_and(|token| token.case == Case::Upper && matches!(token.end - token.start, 2 | 3));
    letters && scene.is_hyphen(at + 1) && scene.token(at + 2).is_some_and(|token| token.kind == TokenKind::Number)
}

fn read(scene: &Scene<'_>, hit: &Hit) -> Option<Found> {
    if !TABLES.contains(&hit.row.table) || !is_plausible(scene, hit) {
        return None;
    }
    let (first, last) = trim(scene, hit)?;
    if hit.len() == 1 && scene.is_priced(first) {
        return Some(Found { kind: None, ..Found::new(first, last, EntityKind::Place, Sure::Strong, "currency") });
    }
    let row = scene.document.lexicon.row(hit.row);
    let found = |kind, sure, rule| Some(Found::new(first, last, kind, sure, rule).with_row(hit.row));
    match hit.row.table {
        // "SSP Ali Raza" is an officer.
        TableId::Group | TableId::Organization if hit.len() == 1 && is_rank(scene, first) => None,
        TableId::Group if hit.role == FormRole::Careful => found(EntityKind::Group, Sure::Waits, "group, careful form"),
        TableId::Group => {
            let found = Found::new(first, last, group_kind(row), Sure::Strong, "group").with_row(hit.row);
            Some(Found { country: u32::from(hit.param).checked_sub(1), ..found })
        }
        TableId::Organization => organization(scene, hit, (first, last), row.text(Organization::Kind), row.text(Organization::Note)),
        TableId::Country if is_currency(scene, hit) => {
            Some(Found { kind: None, ..Found::new(first, last, EntityKind::Place, Sure::Strong, "currency") })
        }
        // "A PRC-77 radio" is a model of its own.
        TableId::Country if hit.len() == 1 && is_numbered(scene, first) => {
            Some(Found { kind: None, ..Found::new(first, last + 2, EntityKind::Place, Sure::Strong, "model") })
        }
        TableId::Country => match hit.role {
            // "WA" is no Wa.
            FormRole::Adjective | FormRole::Person | FormRole::People if is_shouted(scene, hit) || is_loud_thing(scene, hit) => None,
            FormRole::Adjective | FormRole::Person | FormRole::People => found(EntityKind::Nationality, Sure::Strong, "nationality"),
            FormRole::Careful if !is_located(scene, first) => found(EntityKind::Place, Sure::Waits, "country, careful form"),
            _ => found(EntityKind::Place, Sure::Strong, "country"),
        },
        // "Basque homeland"
        TableId::Region if last > first + 1 && is_nationality(scene, first) && scene.level(last - 1) == Level::No => None,
        TableId::Region => {
            let kind = match row.text(Region::Kind) {
                "site" | "street" => EntityKind::Facility,
                _ => EntityKind::Place,
            };
            let team = scene.is_sport && scene.document.hits_of(first, TableId::Organization).any(|hit| is_county_club(scene, hit));
            let doubtful = team || hit.role == FormRole::Careful || (row.has(Region::Flags, "ambiguous") && hit.len() == 1);
            if doubtful && !is_located(scene, first) {
                found(kind, Sure::Waits, "region, careful form")
            } else {
                found(kind, Sure::Strong, "region")
            }
        }
        TableId::People => people(scene, hit),
        TableId::Notable if hit.len() > 1 && is_titled(scene, first) && !is_own(scene, hit) => {
            Some(Found::new(first + 1, last, EntityKind::Person, Sure::Strong, "well-known person").with_row(hit.row))
        }
        TableId::Notable if hit.role == FormRole::Careful => found(EntityKind::Person, Sure::Waits, "person, careful form"),
        TableId::Notable => found(EntityKind::Person, Sure::Strong, "well-known person"),
        TableId::PlaceAbbreviation => super::place::abbreviation(scene, hit),
        TableId::Discard if hit.len() == 1 && scene.is_acronym(first) && scene.is_defined(first) => None,
        TableId::Discard => {
            let kind = look_alike(row);
            Some(Found { kind, ..Found::new(first, last, EntityKind::Organization, Sure::Strong, "look-alike") })
        }
        TableId::Holiday | TableId::NamedEvent if hit.len() > 1 && !scene.is_loud(first) && is_all_capital(scene, hit) => {
            Some(Found { kind: None, ..Found::new(first, last, EntityKind::Place, Sure::Strong, "named event") })
        }
        _ => None,
    }
}

/// Whether the row is that of a club that is called by its county: "Kent County Cricket Club".
pub fn is_county_club(scene: &Scene<'_>, hit: &Hit) -> bool {
    let name = scene.document.lexicon.row(hit.row).text(Organization::Name);
    hit.role == FormRole::Careful
        && name.strip_prefix(scene.document.word(hit.first as usize)).is_some_and(|rest| rest.starts_with(" County "))
}

/// What a name is that looks like something else; none if it is no name at all.
fn look_alike(row: Row<'_>) -> Option<EntityKind> {
    match row.text(Discard::Is) {
        "person" => Some(EntityKind::Person),
        "place" | "region" | "state" | "river" => Some(EntityKind::Place),
        "airport" | "facility" | "street" | "base" => Some(EntityKind::Facility),
        "team" | "company" | "newspaper" | "news site" | "magazine" | "broadcaster" | "university" | "organisation" | "charity"
        | "police" | "think tank" | "government" | "force" => Some(EntityKind::Organization),
        "group" => Some(EntityKind::Group),
        _ => None,
    }
}

/// "King Salman" begins with a title that is none of the name, but "Min Aung Hlaing" with none.
fn is_titled(scene: &Scene<'_>, first: usize) -> bool {
    let word = scene.token(first).is_some_and(|token| token.end - token.start > 3);
    word && role::title_end(scene, first) == Some(first + 1) && !scene.is_loud(first)
}

/// Whether an abbreviation is the rank of the person named behind it: "SSP Operations Ali Raza".
fn is_rank(scene: &Scene<'_>, first: usize) -> bool {
    let named = |at: usize| scene.token(at).is_some_and(|token| token.case.is_capitalised()) && scene.word(at).given() > 0;
    scene.is_acronym(first) && role::title_end(scene, first).is_some_and(named)
}

/// "Sheikh Hasina": a title that is a part of the name itself.
fn is_own(scene: &Scene<'_>, hit: &Hit) -> bool {
    let first = hit.first as usize;
    let part = |title: &Hit| scene.document.lexicon.row(title.row).has(Title::Flags, "name-part");
    let opens = || scene.document.lexicon.row(hit.row).text(Notable::Name).starts_with(scene.document.word(first));
    scene.document.hits_of(first, TableId::Title).any(part) && opens()
}

/// What a row of the groups is: forces beside a state's army are organisations.
pub fn group_kind(row: Row<'_>) -> EntityKind {
    if row.text(Group::Kind) == "state-force" { EntityKind::Organization } else { EntityKind::Group }
}

/// The tokens of a hit without articles and common nouns that some forms carry: "the Arctic", "Idlib province", "IS group".
/// `None` if what remains has a row of its own further on.
fn trim(scene: &Scene<'_>, hit: &Hit) -> Option<(usize, usize)> {
    let (mut first, mut last) = (hit.first as usize, hit.last as usize);
    if last - first < 2 {
        return Some((first, last));
    }
    if scene.is_loud(first) {
        // "INTERFAX NEWS AGENCY": in small letters the noun would be none of the name.
        let own = |end: usize| forms(scene, first).any(|other| other.row == hit.row && other.last as usize == end);
        let end = (first + 1..last).find(|&end| super::head::is_common_noun(scene, end, last) && own(end)).unwrap_or(last);
        return Some((first + usize::from(scene.is(first, THE)), end));
    }
    // "Kurdish Peshmerga": the nationality is a name by itself.
    if hit.row.table == TableId::Group
        && is_nationality(scene, first)
        && forms(scene, first + 1).any(|other| other.row == hit.row && other.last as usize == last)
    {
        return None;
    }
    let small = |at: usize| scene.token(at).is_some_and(|token| token.is_word() && !token.case.is_capitalised());
    if scene.is(first, THE) || (small(first) && !scene.has(WordSet::OpeningParticle, first)) {
        while first + 1 < last && (scene.is(first, THE) || !scene.token(first).is_some_and(|token| token.case.is_capitalised())) {
            first += 1;
        }
        let owned = hit.row.table != TableId::Region || scene.is(hit.first as usize, THE);
        // "lost in the Amazon" is no company, "the Amazon warehouse" may be one's.
        let noun = scene.level(last) == Level::No && scene.word(last).can_be(Tag::Noun);
        let company = |other: &Hit| hit.row.table == TableId::Region && other.row.table == TableId::Organization && !noun;
        if forms(scene, first).any(|other| other.last as usize == last && !company(other)) || !owned {
            return None;
        }
    }
    let mut end = last;
    while end > first + 1 && small(end - 1) {
        end -= 1;
        let place = |other: &Hit| matches!(other.row.table, TableId::Country | TableId::Region | TableId::Town | TableId::Division);
        let same = |other: &Hit| other.row == hit.row || place(hit) && place(other) && is_plain(scene, end);
        // "Labour party", "Conservative party": the noun is a part of such names.
        let party = scene.is(end, PARTY);
        if !party && forms(scene, first).any(|other| other.last as usize == end && same(other)) {
            last = end;
        }
    }
    Some((first, last))
}

/// Whether the common noun behind a place tells what it is, so that the place is named without it; a "prison" or "camp" is a place of its own.
fn is_plain(scene: &Scene<'_>, at: usize) -> bool {
    scene.has(WordSet::KindBehindPlace, at)
}

/// All names of places and others that begin at this token.
fn forms<'s>(scene: &'s Scene<'_>, at: usize) -> impl Iterator<Item = &'s Hit> {
    let names = scene.document.hits_at(at).iter().filter(|hit| {
        matches!(
            hit.row.table,
            TableId::Group | TableId::Organization | TableId::Country | TableId::Region | TableId::Notable | TableId::Discard
        )
    });
    names.chain(scene.document.places_at(at))
}

/// "US$75 million", "149 million U.S. dollars".
fn is_currency(scene: &Scene<'_>, hit: &Hit) -> bool {
    hit.role == FormRole::Abbreviation && scene.has(WordSet::CountryMoney, hit.last as usize)
}

/// Whether the words in the text can be a name at all: where case says nothing, a lone ordinary word is none.
fn is_plausible(scene: &Scene<'_>, hit: &Hit) -> bool {
    let first = hit.first as usize;
    if hit.len() > 1 {
        // "THE SUN" of wire copy in capitals is hardly the newspaper.
        return !(scene.is_loud(first) && hit.len() == 2 && scene.is(first, THE) && scene.word(first + 1).band() > 0);
    }
    if scene.is_time(first) && hit.row.table != TableId::Country {
        return false;
    }
    if !scene.is_loud(first) {
        return true;
    }
    let band = scene.word(first).band();
    if scene.has(WordSet::NameParticle, first) {
        return false;
    }
    band == 0 || band > 2 || (hit.row.table == TableId::Country && !scene.is_function(first))
}

/// "World War II", but not "Kerman bombings", in which Kerman is a name by itself.
fn is_all_capital(scene: &Scene<'_>, hit: &Hit) -> bool {
    (hit.first..hit.last)
        .all(|at| scene.token(at as usize).is_some_and(|token| token.case != Case::Lower) || scene.is_function(at as usize))
}

/// Whether a preposition of place stands before.
pub fn is_located(scene: &Scene<'_>, at: usize) -> bool {
    super::place::is_located(scene, at)
}

/// "INDIAN TROOPS", "Israeli Jets" in a headline: a nationality and a plural that small letters would show as a common noun.
fn is_band_of_state(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    const TABLES: [TableId; 2] = [TableId::PersonNoun, TableId::Weapon];
    let noun = last - 1;
    let plural = scene.document.begins_any(noun, &TABLES) && scene.word(noun).can_be(Tag::NounPlural);
    plural
        && (first..noun)
            .any(|at| scene.document.hits_of(at, TableId::Country).any(|hit| hit.first as usize == first && hit.last as usize == noun))
}

fn organization(scene: &Scene<'_>, hit: &Hit, (first, last): (usize, usize), kind: &str, note: &str) -> Option<Found> {
    let ends_small = if scene.is_loud(last - 1) { is_band_of_state(scene, first, last) } else { scene.level(last - 1) == Level::No };
    let generic = note.starts_with("generic");
    // "Iraqi army" holds a nationality and a noun; "Iraqi Army" is a name. "Ohio state" is no team.
    if ends_small && (kind == "club" || kind.ends_with("-pattern") || generic || is_nationality(scene, first)) {
        return None;
    }
    if generic
        && (scene.is_loud(first) || scene.is_start(first) || scene.is_titled(first) || hit.len() == 1 && kind != "legislature-pattern")
    {
        return None;
    }
    // "Iran's Intelligence Ministry": the country is a name by itself.
    if country_end(scene, first).is_some() && scene.token(first + 1).is_some_and(|token| token.kind == TokenKind::Possessive) {
        return None;
    }
    // "Russia's Security Council" is none of all countries.
    let owner = first.checked_sub(1).filter(|&at| scene.token(at).is_some_and(|token| token.kind == TokenKind::Possessive));
    if kind == "un" && owner.is_some_and(|at| at > 0 && country_end(scene, at - 1) == Some(at)) {
        return None;
    }
    // "The UN chief in Mali" is not that of the world.
    let local = kind == "un" && ends_small && scene.is(last, const { fold::hash("in") }) && super::place::end_at(scene, last + 1).is_some();
    if local {
        return None;
    }
    let sure = if hit.role == FormRole::Careful && !generic { Sure::Waits } else { Sure::Strong };
    let country = u32::from(hit.param).checked_sub(1);
    let of = if country.is_none() && note == "pattern" { of_country(scene, last) } else { None };
    let (last, country) = of.map_or((last, country), |(end, row)| (end, Some(row)));
    let found = Found::new(first, last, EntityKind::Organization, sure, "organisation").with_row(hit.row);
    Some(Found { country, ..found })
}
