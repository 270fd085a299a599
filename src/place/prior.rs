//! [`prior`]: what the gazetteer and the word lists say of a name before its sentence is looked at.

use super::candidate::{PlaceKind, candidates, hits};
use crate::document::Document;
use crate::lexicon::{FormRole, TableId};

/// How likely a form of the gazetteer is a place at all, as far as lists tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacePrior {
    /// The biggest unit of this name.
    pub kind: PlaceKind,
    /// The largest population of a division or town of this name; 0 if not known, and for countries and regions.
    pub population: u32,
    /// How many rows have this name.
    pub namesakes: u32,
    /// Whether every row has the form among those that need other evidence (`careful` forms, abbreviations after a comma).
    pub is_careful: bool,
    /// Whether the list of town names that are also something else has it.
    pub is_stopped: bool,
    /// Of a single word: how common it is in small letters, 1 very to 4 rare, 0 no word. Of several: the rarest of them, 0 if one is no word.
    pub word: u8,
    /// Of a single word: how common it is as a given name or surname, 5 most, 0 none. Of several: 0.
    pub person: u8,
}

/// What is known of the tokens `first..last` as a name of a place; `None` if the gazetteer lacks it.
///
/// ```
/// use dateline::document::Layout;
/// use dateline::lexicon::Lexicon;
/// use dateline::place::{PlaceKind, prior};
/// let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
/// let document = layout.read("A bomb went off in Quetta, Pakistan.", &lexicon);
/// # #[cfg(feature = "places")]
/// assert_eq!(prior(document, 5, 6).unwrap().word, 0);
/// assert_eq!(prior(document, 7, 8).unwrap().kind, PlaceKind::Country);
/// assert!(prior(document, 1, 2).is_none());
/// ```
pub fn prior(document: Document<'_>, first: usize, last: usize) -> Option<PlacePrior> {
    let mut prior: Option<PlacePrior> = None;
    for place in candidates(&document, first, last) {
        let needs_more = matches!(place.role, FormRole::Careful | FormRole::Abbreviation) && place.kind != PlaceKind::Country;
        let known = prior.get_or_insert(PlacePrior {
            kind: place.kind,
            population: 0,
            namesakes: 0,
            is_careful: true,
            is_stopped: false,
            word: 0,
            person: 0,
        });
        known.kind = known.kind.min(place.kind);
        known.population = known.population.max(place.population);
        known.namesakes += 1;
        known.is_careful &= needs_more;
    }
    let mut prior = prior?;
    prior.is_stopped = hits(&document, first, last).any(|hit| hit.row.table == TableId::StopPlace);
    let words = document.words.get(first..last).unwrap_or(&[]);
    if words.iter().all(|word| word.band() > 0) {
        prior.word = words.iter().map(|word| word.band()).max().unwrap_or(0);
    }
    if let [word] = words {
        prior.person = word.given().max(word.surname());
    }
    Some(prior)
}
