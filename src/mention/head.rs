//! Heads of names: the word that makes a capitalised run an organisation, a place or a building.

use super::scene::Scene;
use crate::lexicon::column::{OrganizationHead, PlaceHead, Target};
use crate::lexicon::{HEAD_FLAGS, Hit, PLACE_HEAD_FLAGS, Row, TARGET_FLAGS, TableId, WordSet, flags_of};
use crate::record::EntityKind;
use crate::token::Case;
use crate::token::literal::word;

/// Tables of heads.
pub const TABLES: [TableId; 3] = [TableId::OrganizationHead, TableId::PlaceHead, TableId::Target];

/// A noun for a building in small letters; one that more often is a surname; a head that is an ordinary word too; a target that acts.
const SMALL: u64 = flags_of(PLACE_HEAD_FLAGS, &["small"]);
const SURNAME: u64 = flags_of(PLACE_HEAD_FLAGS, &["surname"]);
const AMBIGUOUS: u64 = flags_of(HEAD_FLAGS, &["ambiguous"]);
const PERSON: u64 = flags_of(TARGET_FLAGS, &["person-like"]);

/// What may stand behind "of" after a head.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Of {
    Never,
    /// A country, division or town: "Liberal Party of Canada".
    Place,
    Any,
}

/// A head found within a run.
#[derive(Clone, Copy)]
pub struct Head {
    /// Token behind the head.
    pub last: usize,
    pub kind: EntityKind,
    /// Whether the name goes on with "of".
    pub of: Of,
    /// Whether it names a body of a state, before which a nationality stands by itself.
    pub state: bool,
    /// Whether it opens the name.
    pub prefix: bool,
    /// Whether the name is a newspaper's or the like.
    pub media: bool,
    /// Whether it is a unit of an army, which may bear a number.
    pub military: bool,
    /// Whether a series may follow: "Ministry of Forestry, Mines and Rural Roads".
    pub portfolios: bool,
    /// Whether armed groups and peaceful bodies bear it, as "Organization" and "Tigers": the other words of the name tell.
    pub open: bool,
    /// Whether armies and armed groups bear it, as "Brigade": what is said of it behind the name tells.
    pub either: bool,
}

/// The longest head at this token of a name that begins at `start`.
pub fn head_at(scene: &Scene<'_>, at: usize, start: usize) -> Option<Head> {
    if !scene.has_head(at) {
        return None;
    }
    let heads = scene.document.hits_at(at).iter().filter(|hit| hit.head == hit.last).filter_map(|hit| head(scene, hit, start));
    heads.max_by_key(|head| head.last)
}

/// Whether a title begins with the head: "District Judge", "Star" alone.
fn is_title(scene: &Scene<'_>, hit: &Hit) -> bool {
    scene.document.hits_of(hit.first as usize, TableId::Title).any(|other| other.last >= hit.last)
}

fn head(scene: &Scene<'_>, hit: &Hit, start: usize) -> Option<Head> {
    let row = scene.document.lexicon.row(hit.row);
    match hit.row.table {
        TableId::OrganizationHead => organization(scene, hit, row, start),
        TableId::PlaceHead if row.flag_bits(PlaceHead::Flags) & SURNAME > 0 && !is_told(scene, start) => None,
        TableId::PlaceHead if row.flag_bits(PlaceHead::Flags) & SMALL == 0 && !is_title(scene, hit) => {
            let prefix = row.value(PlaceHead::Position) == "before";
            let kind = if row.value(PlaceHead::Kind) == "place" { EntityKind::Place } else { EntityKind::Facility };
            (prefix == (hit.first as usize == start)).then(|| Head { prefix, ..Head::bare(hit.last as usize, kind) })
        }
        TableId::Target if hit.first as usize > start && !scene.document.begins(hit.first as usize, TableId::PlaceHead) => {
            let capital = scene.token(hit.first as usize).is_some_and(|token| token.case == Case::Capital);
            let class = row.value(Target::Class);
            let fits = matches!(class, "medical" | "prison" | "religious" | "monument" | "transport-route" | "water" | "commerce");
            (capital && fits && row.flag_bits(Target::Flags) & PERSON == 0).then(|| Head::bare(hit.last as usize, EntityKind::Facility))
        }
        _ => None,
    }
}

/// Whether a preposition of place or an article stands before, as before buildings: "at Shire Hall".
fn is_told(scene: &Scene<'_>, first: usize) -> bool {
    super::place::is_located(scene, first) || first.checked_sub(1).is_some_and(|at| scene.is(at, word!("the")))
}

impl Head {
    fn bare(last: usize, kind: EntityKind) -> Self {
        Self {
            last,
            kind,
            of: Of::Never,
            state: false,
            prefix: false,
            media: false,
            military: false,
            portfolios: false,
            open: false,
            either: false,
        }
    }
}

fn organization(scene: &Scene<'_>, hit: &Hit, row: Row<'_>, start: usize) -> Option<Head> {
    use OrganizationHead as C;
    let (at, last) = (hit.first as usize, hit.last as usize);
    let position = row.value(C::Position);
    let (prefix, ambiguous) = (position == "prefix", row.flag_bits(C::Flags) & AMBIGUOUS != 0);
    if position == "generic" || (prefix && at != start) || (position == "suffix" && at == start) {
        return None;
    }
    let kinds = row.text(C::Kind);
    // Where case says nothing, "post" and "star" are no newspapers.
    let doubtful = ambiguous && (scene.is_loud(at) && kinds == "media" || !prefix && (at == start || scene.is_titled(at)));
    let town = kinds == "sport" && matches!(row.text(C::Term), "City" | "Town" | "County" | "Cup") && !scene.is_sport;
    if doubtful || town || at > start && is_title(scene, hit) {
        return None;
    }
    let first_kind = kinds.split('|').next().unwrap_or("");
    let kind = match first_kind {
        "group" => EntityKind::Group,
        "medical" | "hotel" => EntityKind::Facility,
        "religious" if matches!(row.text(C::Term), "Cathedral" | "Chapel" | "Abbey" | "Convent" | "Monastery" | "Mosque") => {
            EntityKind::Facility
        }
        _ => EntityKind::Organization,
    };
    Some(Head {
        of: match row.value(C::Of) {
            "always" | "often" | "included" => Of::Any,
            "rare" => Of::Place,
            _ => Of::Never,
        },
        state: matches!(first_kind, "state" | "police" | "court" | "intelligence"),
        prefix,
        media: kinds == "media",
        military: first_kind == "military",
        portfolios: scene.has(WordSet::Ministry, at),
        open: first_kind == "group" && kinds.split('|').any(|kind| matches!(kind, "igo" | "ngo" | "police" | "sport")),
        either: first_kind == "military" && kinds.split('|').any(|kind| kind == "group"),
        ..Head::bare(last, kind)
    })
}

/// Whether the tokens are a noun that stands for bodies of a kind: "police", "news agency".
pub fn is_common_noun(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    scene.document.hits_at(first).iter().any(|hit| {
        hit.row.table == TableId::OrganizationHead
            && hit.last as usize == last
            && scene.document.lexicon.row(hit.row).value(OrganizationHead::Position) == "generic"
    })
}

/// Whether a hit is a word of organisations and hardly ever of persons.
pub fn is_plain_head(scene: &Scene<'_>, hit: &Hit) -> bool {
    let row = scene.document.lexicon.row(hit.row);
    matches!(row.value(OrganizationHead::Position), "head" | "suffix")
        && row.flag_bits(OrganizationHead::Flags) & AMBIGUOUS == 0
        && scene.word(hit.first as usize).surname() < 4
        && scene.word(hit.first as usize).band() > 0
}
