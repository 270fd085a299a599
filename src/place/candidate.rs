//! [`Candidate`]: a row of the gazetteer that a name in the text may mean.

use super::{geo, prominence};
use crate::document::Document;
use crate::lexicon::column::{Country, Division, PlaceAbbreviation, Region, Town};
use crate::lexicon::form::without_bracket;
use crate::lexicon::{FormRole, Hit, Lexicon, Row, RowRef, TableId, lasting};
use crate::record::Place;

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
    /// Rough radius of a region in kilometres; 0 for all others.
    pub extent_km: u16,
    /// GeoNames feature code; empty for what GeoNames has no code for.
    pub feature: &'static str,
    /// How much news speaks of it before anything else is known: about the logarithm of a town's population.
    pub prominence: f32,
}

impl<'l> Candidate<'l> {
    /// Reads the row behind `hit`; `None` if its table is not one of places.
    fn of(document: &Document<'l>, hit: &Hit) -> Option<Self> {
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
            extent_km: 0,
            feature: "",
            prominence: 0.0,
        }
    }

    /// The place behind any form of a country (its adjective too) or another name of the gazetteer.
    pub(super) fn of_country_form(document: &Document<'l>, hit: &Hit) -> Option<Self> {
        match hit.row.table {
            TableId::Country => Some(Self::country(hit, document.lexicon.row(hit.row))),
            _ => Self::of(document, hit),
        }
    }

    /// Whether `place` lies within `km` of it.
    pub(super) fn is_within(&self, place: &Self, km: f32) -> bool {
        self.point.zip(place.point).is_some_and(|(here, there)| geo::km(here, there) <= km)
    }

    /// Whether `place` lies in its rough circle and, if it lies in one country, in that.
    pub(super) fn is_around(&self, place: &Self) -> bool {
        self.is_within(place, f32::from(self.extent_km) * 1.2 + 20.0)
    }

    fn town(hit: &Hit, row: Row<'l>) -> Self {
        let area = row.text(Town::Area);
        let place = Self::new(hit, PlaceKind::Town, row.decimal(Town::Lat), row.decimal(Town::Lon), row.integer(Town::GeonamesId));
        Self {
            country: area.get(..2).unwrap_or(""),
            admin1: if area.len() > 2 { area } else { "" },
            parent: positive(row.integer(Town::Admin2)),
            population: positive(row.integer(Town::Population)),
            feature: if row.text(Town::Feature).is_empty() { "PPL" } else { "PPLC" },
            prominence: prominence::town(row, hit.role),
            ..place
        }
    }

    fn division(hit: &Hit, row: Row<'l>) -> Self {
        use Division as C;
        let place = Self::new(hit, PlaceKind::Division, row.decimal(C::Lat), row.decimal(C::Lon), row.integer(C::GeonamesId));
        let level = row.integer(C::Level).map_or(0, |level| level as u8);
        Self {
            country: row.text(C::Country),
            admin1: row.text(C::Admin1),
            parent: positive(row.integer(C::Parent)),
            population: positive(row.integer(C::Population)),
            level,
            feature: if level == 1 { "ADM1" } else { "ADM2" },
            prominence: prominence::division(row, hit.role),
            ..place
        }
    }

    fn country(hit: &Hit, row: Row<'l>) -> Self {
        use Country as C;
        let place = Self::new(hit, PlaceKind::Country, row.decimal(C::Lat), row.decimal(C::Lon), row.integer(C::GeonamesId));
        let now = row.list(C::Now).next().unwrap_or("");
        let prominence = prominence::country(row, hit.role);
        Self { country: if row.text(C::Kind) == "state" { row.text(C::Iso2) } else { now }, feature: "PCLI", prominence, ..place }
    }

    fn region(hit: &Hit, row: Row<'l>) -> Self {
        use Region as C;
        let extent_km = row.integer(C::ExtentKm).and_then(|km| u16::try_from(km).ok()).unwrap_or(0);
        let place = Self::new(hit, PlaceKind::Region, row.decimal(C::Lat), row.decimal(C::Lon), row.integer(C::GeonamesId));
        Self {
            country: row.list(C::Country).next().unwrap_or(""),
            admin1: row.text(C::Iso31662),
            extent_km,
            // A region with a code is that division.
            feature: if row.text(C::Iso31662).is_empty() { feature(row.text(C::Kind)) } else { "ADM1" },
            prominence: prominence::region(row, hit.role),
            ..place
        }
    }

    /// The division that an abbreviation stands for; those of cities are aliases of their towns.
    fn abbreviation(document: &Document<'l>, hit: &Hit, row: Row<'l>) -> Option<Self> {
        if row.has(PlaceAbbreviation::Flags, "city") {
            return None;
        }
        let division = document.lexicon.find(TableId::Division, row.text(PlaceAbbreviation::Iso31662))?;
        Some(Self::division(&Hit { row: division, ..*hit }, document.lexicon.row(division)))
    }
}

impl Candidate<'_> {
    /// Its usual name.
    pub fn name<'l>(&self, lexicon: &'l Lexicon) -> &'l str {
        let row = lexicon.row(self.row);
        let name = match self.kind {
            PlaceKind::Country => row.text(Country::Name),
            PlaceKind::Division => row.text(Division::Name),
            PlaceKind::Region => row.text(Region::Name),
            PlaceKind::Town => row.text(Town::Name),
        };
        without_bracket(name)
    }

    /// Its name with what tells it from its namesakes: `Vienna, US-VA`.
    pub fn label(&self, lexicon: &Lexicon) -> String {
        let name = self.name(lexicon);
        match if self.admin1.is_empty() || self.level == 1 { self.country } else { self.admin1 } {
            "" => name.to_owned(),
            area => [name, ", ", area].concat(),
        }
    }

    /// Its key over all articles: `country/afghanistan`, `region/sahel`, `place/1138336` by GeoNames id,
    /// `place/marjah-af-hel` without one.
    pub fn key(&self, lexicon: &Lexicon) -> String {
        let row = lexicon.row(self.row);
        match self.kind {
            PlaceKind::Country => ["country/", row.text(Country::Id)].concat(),
            PlaceKind::Region => ["region/", row.text(Region::Id)].concat(),
            _ if self.geonames_id > 0 => format!("place/{}", self.geonames_id),
            _ => {
                let words = self.label(lexicon).to_lowercase();
                let words: Vec<&str> = words.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
                format!("place/{}", words.join("-"))
            }
        }
    }

    /// The place as the record shows it.
    pub fn record(&self) -> Place {
        let code = |code: &str| (!code.is_empty()).then(|| lasting(code));
        Place {
            lat: self.point.map(|point| rounded(point.0)),
            lon: self.point.map(|point| rounded(point.1)),
            country: code(self.country),
            admin1: code(self.admin1),
            geonames_id: (self.geonames_id > 0).then_some(self.geonames_id),
            feature: (!self.feature.is_empty()).then_some(self.feature.into()),
            population: (self.population > 0).then_some(self.population),
        }
    }
}

/// The place of a row of countries that no name stands for.
pub fn of_country(lexicon: &Lexicon, row: RowRef) -> Place {
    let hit = Hit { first: 0, last: 0, head: 0, row, role: FormRole::Name, class: 0, param: 0 };
    Candidate::country(&hit, lexicon.row(row)).record()
}

/// The GeoNames code of a kind of region.
fn feature(kind: &str) -> &'static str {
    match kind {
        "continent" => "CONT",
        "world-region" | "region" | "border-area" => "RGN",
        "sea" => "SEA",
        "ocean" => "OCN",
        "gulf" => "GULF",
        "strait" => "STRT",
        "river" => "STM",
        "lake" => "LK",
        "canal" => "CNL",
        "mountains" => "MTS",
        "peak" => "MT",
        "pass" => "PASS",
        "desert" => "DSRT",
        "island" => "ISL",
        "islands" => "ISLS",
        "peninsula" => "PEN",
        "valley" => "VAL",
        "forest" => "FRST",
        "park" => "PRK",
        "quarter" => "PPLX",
        "street" => "ST",
        "square" => "SQR",
        _ => "",
    }
}

/// Degrees as the tables write them, without the noise of a wider type.
fn rounded(degrees: f32) -> f64 {
    (f64::from(degrees) * 1e5).round() / 1e5
}

/// All rows of the gazetteer whose name, alias or abbreviation is what the tokens `first..last` read.
pub fn candidates<'d>(document: &Document<'d>, first: usize, last: usize) -> impl Iterator<Item = Candidate<'d>> {
    hits(document, first, last).filter_map(move |hit| Candidate::of(document, hit))
}

/// The hits of all tables that span exactly these tokens.
pub(super) fn hits<'d>(document: &Document<'d>, first: usize, last: usize) -> impl Iterator<Item = &'d Hit> + use<'d> {
    hits_at(document, first).filter(move |hit| hit.last as usize == last)
}

/// The hits of all tables that begin with the token `first`, but for forms with a gap.
pub(super) fn hits_at<'d>(document: &Document<'d>, first: usize) -> impl Iterator<Item = &'d Hit> + use<'d> {
    document.hits_at(first).iter().chain(document.places_at(first)).filter(|hit| hit.head == hit.last)
}

/// The hits of all tables that end before the token `last` and begin at most `longest` tokens before it.
pub(super) fn hits_ending<'d>(document: &Document<'d>, last: usize, longest: usize) -> impl Iterator<Item = &'d Hit> + use<'d> {
    let first = last.saturating_sub(longest);
    let begin_between = |hits: &'d [Hit]| {
        let from = hits.get(hits.partition_point(|hit| (hit.first as usize) < first)..).unwrap_or(&[]);
        from.iter().take_while(move |hit| (hit.first as usize) < last)
    };
    let (small, big) = (begin_between(document.hits), begin_between(document.places));
    small.chain(big).filter(move |hit| hit.last as usize == last && hit.head == hit.last)
}

/// Whether a form of a country names the country itself, not its people.
fn is_name(role: FormRole) -> bool {
    matches!(role, FormRole::Name | FormRole::Alias | FormRole::Careful | FormRole::Abbreviation)
}

fn positive(number: Option<i32>) -> u32 {
    number.and_then(|number| u32::try_from(number).ok()).unwrap_or(0)
}
