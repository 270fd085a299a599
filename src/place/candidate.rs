//! [`Candidate`]: a row of the gazetteer that a name in the text may mean.

use crate::document::Document;
use crate::lexicon::column::{Country, Division, PlaceAbbreviation, Region, Town};
use crate::lexicon::{FormRole, Hit, Row, RowRef, TableId};

/// What a row of the gazetteer is, the biggest units first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// Country, territory, historic or de facto state.
    Country,
    /// Division of a country, first or second level.
    Division,
    /// World region, region, water, mountain, island, quarter, site.
    Region,
    /// Town or village.
    Town,
}

/// A row of the gazetteer that a name may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate<'l> {
    /// The row.
    pub row: RowRef,
    /// What it is.
    pub kind: PlaceKind,
    /// Which column of the row the name came from.
    pub role: FormRole,
    /// ISO 3166-1 alpha-2 code; of a region of several countries the first; empty if none.
    pub country: &'l str,
    /// ISO 3166-2 code of the first-level division that it is or lies in; empty if not known.
    pub admin1: &'l str,
    /// GeoNames id of the division that it lies in: second level for towns, first level for second-level divisions; 0 if not known.
    pub parent: u32,
    /// GeoNames id; 0 if not known.
    pub geonames_id: u32,
    /// Population; 0 if not known.
    pub population: u32,
    /// Latitude and longitude in degrees, if known.
    pub point: Option<(f32, f32)>,
    /// Level of a division, 1 or 2; 0 for all others.
    pub level: u8,
}

impl<'l> Candidate<'l> {
    /// Reads the row behind `hit`; `None` if its table is not one of places.
    fn of(document: Document<'l>, hit: &Hit) -> Option<Self> {
        let row = document.lexicon.row(hit.row);
        let candidate = match hit.row.table {
            TableId::Town => Self::town(hit, row),
            TableId::Division => Self::division(hit, row),
            TableId::Country if is_name(hit.role) => Self::country(hit, row),
            TableId::Region => Self::region(hit, row),
            TableId::PlaceAbbreviation => return Self::abbreviation(document, hit, row),
            _ => return None,
        };
        Some(candidate)
    }

    fn new(hit: &Hit, kind: PlaceKind, lat: Option<f32>, lon: Option<f32>, geonames_id: Option<i32>) -> Self {
        Self {
            row: hit.row,
            kind,
            role: hit.role,
            country: "",
            admin1: "",
            parent: 0,
            geonames_id: positive(geonames_id),
            population: 0,
            point: lat.zip(lon),
            level: 0,
        }
    }

    fn town(hit: &Hit, row: Row<'l>) -> Self {
        let place = Self::new(hit, PlaceKind::Town, row.decimal(Town::Lat), row.decimal(Town::Lon), row.integer(Town::GeonamesId));
        Self {
            country: row.text(Town::Country),
            admin1: row.text(Town::Admin1),
            parent: positive(row.integer(Town::Admin2)),
            population: positive(row.integer(Town::Population)),
            ..place
        }
    }

    fn division(hit: &Hit, row: Row<'l>) -> Self {
        use Division as C;
        let place = Self::new(hit, PlaceKind::Division, row.decimal(C::Lat), row.decimal(C::Lon), row.integer(C::GeonamesId));
        let level = row.integer(C::Level).map_or(0, |level| level as u8);
        Self {
            country: row.text(C::Country),
            admin1: if level == 1 { row.text(C::Iso31662) } else { "" },
            parent: positive(row.integer(C::Parent)),
            population: positive(row.integer(C::Population)),
            level,
            ..place
        }
    }

    fn country(hit: &Hit, row: Row<'l>) -> Self {
        use Country as C;
        let place = Self::new(hit, PlaceKind::Country, row.decimal(C::Lat), row.decimal(C::Lon), row.integer(C::GeonamesId));
        let now = row.list(C::Now).next().unwrap_or("");
        Self { country: if row.text(C::Kind) == "state" { row.text(C::Iso2) } else { now }, ..place }
    }

    fn region(hit: &Hit, row: Row<'l>) -> Self {
        use Region as C;
        let place = Self::new(hit, PlaceKind::Region, row.decimal(C::Lat), row.decimal(C::Lon), row.integer(C::GeonamesId));
        Self { country: row.list(C::Country).next().unwrap_or(""), admin1: row.text(C::Iso31662), ..place }
    }

    /// The division that an abbreviation stands for.
    fn abbreviation(document: Document<'l>, hit: &Hit, row: Row<'l>) -> Option<Self> {
        let division = document.lexicon.find(TableId::Division, row.text(PlaceAbbreviation::Iso31662))?;
        Some(Self::division(&Hit { row: division, ..*hit }, document.lexicon.row(division)))
    }
}

/// All rows of the gazetteer whose name, alias or abbreviation is what the tokens `first..last` read.
pub fn candidates(document: Document<'_>, first: usize, last: usize) -> impl Iterator<Item = Candidate<'_>> {
    hits(document, first, last).filter_map(move |hit| Candidate::of(document, hit))
}

/// The hits of all tables that span exactly these tokens.
pub(super) fn hits(document: Document<'_>, first: usize, last: usize) -> impl Iterator<Item = &Hit> {
    let from = document.places.partition_point(|hit| (hit.first as usize) < first);
    let big = document.places.get(from..).unwrap_or(&[]).iter().take_while(move |hit| hit.first as usize == first);
    document.hits_at(first).iter().chain(big).filter(move |hit| hit.last as usize == last && hit.head == hit.last)
}

/// Whether a form of a country names the country itself, not its people.
fn is_name(role: FormRole) -> bool {
    matches!(role, FormRole::Name | FormRole::Alias | FormRole::Careful | FormRole::Abbreviation)
}

fn positive(number: Option<i32>) -> u32 {
    number.and_then(|number| u32::try_from(number).ok()).unwrap_or(0)
}
