//! Names of organisations and facilities by their head: "Ministry of ...", "... Party", "... Airport", "... Inc".

use super::scene::{Level, Scene};
use super::{Found, NameMention, Sure, known};
use crate::lexicon::column::{OrganizationHead, PlaceHead, Target};
use crate::lexicon::{Hit, TableId, Tag};
use crate::record::EntityKind;
use crate::token::{Case, TokenKind, fold};

const OF: u64 = fold::hash("of");
const FOR: u64 = fold::hash("for");
const THE: u64 = fold::hash("the");
/// Heads that take a series of portfolios.
const PORTFOLIOS: [u64; 3] = super::hashes(["ministry", "department", "ministries"]);
/// Ordinary words with which names of organisations often begin.
const OPENERS: [u64; 24] = super::hashes([
    "national", "central", "supreme", "federal", "general", "democratic", "popular", "revolutionary", "christian", "united", "social",
    "republican", "civil", "military", "public", "foreign", "interior", "defense", "international", "american", "permanent", "special",
    "peasant", "workers",
]);
/// Prepositions that go on with a name behind its head.
const LINKS: [u64; 4] = super::hashes(["of", "for", "on", "against"]);
const AND: u64 = fold::hash("and");
/// Longest name in tokens.
const TOKENS: usize = 14;

/// What may stand behind "of" after a head.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Never,
    /// A country, division or town: "Liberal Party of Canada".
    Place,
    Any,
}

/// A head found within a run.
#[derive(Clone, Copy)]
struct Head {
    last: usize,
    kind: EntityKind,
    /// Whether the name goes on with "of".
    of: Of,
    /// Whether it names a body of a state, before which a nationality stands by itself.
    state: bool,
    prefix: bool,
    media: bool,
    military: bool,
    /// Whether a series may follow: "Ministry of Agriculture, Fisheries and Water Resources".
    portfolios: bool,
}

/// The organisation or facility whose name begins at this token.
pub fn at(scene: &Scene<'_>, at: usize, before: Option<&NameMention>) -> Option<Found> {
    if scene.level(at) == Level::No || scene.is_loud(at) && scene.word(at).band() == 1 && head_at(scene, at, at).is_none() {
        return None;
    }
    let _ = before;
    let mut best: Option<(Head, usize)> = None;
    let numbered = at > 0 && scene.joins(at) && is_ordinal(scene, at - 1);
    let mut next = at;
    while next < at + TOKENS {
        if let Some(head) = head_at(scene, next, at) {
            let end = of_phrase(scene, &head).unwrap_or(head.last);
            let long = end > at + 1 && (end > head.last || head.last - at > 1) && !(head.prefix && end == head.last);
            if numbered && head.military && next == at && end == at + 1 || long && (next > at || end > head.last || head.last - next > 1) {
                best = Some((head, end));
            }
            next = end.max(next + 1);
        } else {
            next += 1;
        }
        match step(scene, next, best.is_some()) {
            Some(to) => next = to,
            None => break,
        }
    }
    let (head, last) = best?;
    // "Iranian Ministry": the nationality is a name by itself.
    if head.state && known::is_nationality(scene, at) {
        return None;
    }
    if scene.is_loud(at) && !is_loud_name(scene, at, last) {
        return None;
    }
    // "The Indian Express": the article belongs to a newspaper's name.
    let article = head.media
        && !scene.is_loud(at)
        && at > 0
        && scene.is(at - 1, THE)
        && !scene.is_start(at - 1)
        && scene.token(at - 1).is_some_and(|the| the.case == Case::Capital);
    let before = article || numbered && head.military;
    Some(Found::new(at - usize::from(before), last, head.kind, Sure::Fair, "head of an organisation's name"))
}

/// "3rd", "2D", "14th" before the name of a unit.
fn is_ordinal(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).is_some_and(|token| {
        let text = token.text(scene.document.text);
        token.kind == TokenKind::Number && text.len() <= 5 && text.bytes().last().is_some_and(|byte| byte.is_ascii_alphabetic())
    })
}

/// Whether a hit is a word of organisations and hardly ever of persons.
pub fn is_plain_head(scene: &Scene<'_>, hit: &Hit) -> bool {
    let row = scene.document.lexicon.row(hit.row);
    matches!(row.text(OrganizationHead::Position), "head" | "suffix")
        && !row.has(OrganizationHead::Flags, "ambiguous")
        && scene.word(hit.first as usize).surname() < 4
        && scene.word(hit.first as usize).band() > 0
}

/// "Bellavista prison", "al-Khani mosque": a name of a few words and a noun for a building in small letters.
pub fn small_facility(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let opening = scene.level(at) == Level::No && scene.is_particle_start(at);
    if scene.is_loud(at) || !(scene.level(at) == Level::Name || opening) || scene.is_acronym(at) || known::is_nationality(scene, at) {
        return None;
    }
    let mut end = if opening && scene.is_hyphen(at + 1) { at + 2 } else { at };
    while end < at + 5 && (scene.level(end) == Level::Name || scene.is_hyphen(end)) && (end == at || scene.joins(end)) {
        end += 1;
    }
    let head = scene.document.hits_at(end).iter().filter(|hit| {
        hit.row.table == TableId::PlaceHead
            && scene.document.lexicon.row(hit.row).has(PlaceHead::Flags, "small")
            && scene.level(end) == Level::No
    });
    let last = head
        .map(|hit| hit.last as usize)
        .max()
        .filter(|_| end > at && scene.joins(end) && !scene.token(end).is_some_and(|token| token.is_glued()))?;
    let known = known::at(scene, at).is_some_and(|found| {
        let place = found.row.is_none_or(|row| row.table != TableId::Country) && found.kind == Some(EntityKind::Place);
        found.last == end && found.sure == Sure::Strong && !place
    });
    let headed = head_at(scene, end - 1, at).is_some();
    (!known && !headed).then(|| Found::new(at, last, EntityKind::Facility, Sure::Fair, "name and a noun for a building"))
}

/// Where the run goes on: at this token itself, or behind "&", "and", a hyphen, a possessive.
fn step(scene: &Scene<'_>, at: usize, has_head: bool) -> Option<usize> {
    if !scene.joins(at) {
        return None;
    }
    if scene.level(at) > Level::No {
        return Some(at);
    }
    let token = scene.token(at)?;
    let text = token.text(scene.document.text);
    let next = scene.level(at + 1) > Level::No && scene.joins(at + 1);
    let joins = scene.is_hyphen(at)
        || text == "&"
        || is_saint(scene, at)
        || (is_genitive(text) && at > 0 && is_plain_owner(scene, at - 1))
        || (token.hash == AND && !has_head && !scene.is_loud(at) && is_common(scene, at));
    (joins && next).then_some(at + 1)
}

/// The point of "St. Takla", "Mt. Hope".
fn is_saint(scene: &Scene<'_>, at: usize) -> bool {
    const SHORT: [u64; 4] = super::hashes(["st", "mt", "ft", "pt"]);
    scene.is_mark(at, ".") && at.checked_sub(1).and_then(|at| scene.token(at)).is_some_and(|token| SHORT.contains(&token.hash))
}

fn is_genitive(text: &str) -> bool {
    matches!(text, "'s" | "’s" | "’" | "'" | "'S" | "’S")
}

/// "People's Party", "Prosecutor's Office", but not "Jordan's Ministry": the owner is a common noun.
fn is_plain_owner(scene: &Scene<'_>, at: usize) -> bool {
    scene.word(at).band() > 0
        && !scene.is_acronym(at)
        && known::country_end(scene, at).is_none()
        && (scene.word(at).can_be(Tag::NounPlural) || head_at(scene, at, usize::MAX).is_none())
}

fn head_at(scene: &Scene<'_>, at: usize, start: usize) -> Option<Head> {
    if scene.level(at) == Level::No {
        return None;
    }
    let heads = scene.document.hits_at(at).iter().filter(|hit| hit.head == hit.last).filter_map(|hit| head(scene, hit, start));
    heads.max_by_key(|head| head.last)
}

/// Whether a title begins with the head: "District Judge", "Star" alone.
fn is_title(scene: &Scene<'_>, hit: &Hit) -> bool {
    scene.document.hits_at(hit.first as usize).iter().any(|other| other.row.table == TableId::Title && other.last >= hit.last)
}

fn head(scene: &Scene<'_>, hit: &Hit, start: usize) -> Option<Head> {
    let row = scene.document.lexicon.row(hit.row);
    let (at, last) = (hit.first as usize, hit.last as usize);
    match hit.row.table {
        TableId::OrganizationHead => {
            let position = row.text(OrganizationHead::Position);
            let prefix = position == "prefix";
            // Where case says nothing, "post" and "star" are no newspapers.
            if row.text(OrganizationHead::Kind) == "media" && scene.is_loud(at) && row.has(OrganizationHead::Flags, "ambiguous") {
                return None;
            }
            if position == "generic" || (prefix && at != start) || (position == "suffix" && at == start) {
                return None;
            }
            if row.has(OrganizationHead::Flags, "ambiguous") && (at == start || scene.is_titled(at)) && !prefix {
                return None;
            }
            let kinds = row.text(OrganizationHead::Kind);
            let sport = kinds == "sport";
            if sport && matches!(row.text(OrganizationHead::Term), "City" | "Town" | "County" | "Cup") && !scene.is_sport {
                return None;
            }
            if at > start && is_title(scene, hit) {
                return None;
            }
            let of = match row.text(OrganizationHead::Of) {
                "always" | "often" | "included" => Of::Any,
                "rare" => Of::Place,
                _ => Of::Never,
            };
            let kind = match kinds.split('|').next().unwrap_or("") {
                "group" => EntityKind::Group,
                "medical" => EntityKind::Facility,
                "religious"
                    if matches!(
                        row.text(OrganizationHead::Term),
                        "Cathedral" | "Chapel" | "Abbey" | "Convent" | "Monastery" | "Mosque"
                    ) =>
                {
                    EntityKind::Facility
                }
                _ => EntityKind::Organization,
            };
            let state = matches!(kinds.split('|').next().unwrap_or(""), "state" | "police" | "court" | "intelligence");
            Some(Head {
                last,
                kind,
                of,
                state,
                prefix,
                media: kinds == "media",
                military: kinds.starts_with("military"),
                portfolios: PORTFOLIOS.iter().any(|&word| scene.is(at, word)),
            })
        }
        TableId::PlaceHead if row.has(PlaceHead::Flags, "small") => None,
        TableId::PlaceHead => {
            if is_title(scene, hit) {
                return None;
            }
            let prefix = row.text(PlaceHead::Position) == "before";
            let kind = if row.text(PlaceHead::Kind) == "place" { EntityKind::Place } else { EntityKind::Facility };
            (prefix == (at == start)).then_some(Head {
                last,
                kind,
                of: Of::Never,
                state: false,
                prefix,
                media: false,
                military: false,
                portfolios: false,
            })
        }
        TableId::Target if scene.token(at).is_some_and(|token| token.case == Case::Capital) && at > start => {
            let fits = matches!(
                row.text(Target::Class),
                "medical" | "prison" | "religious" | "monument" | "transport-route" | "water" | "commerce"
            );
            (fits && !row.has(Target::Flags, "person-like")).then_some(Head {
                last,
                kind: EntityKind::Facility,
                of: Of::Never,
                state: false,
                prefix: false,
                media: false,
                military: false,
                portfolios: false,
            })
        }
        _ => None,
    }
}

/// The end of "of ..." or "for ..." behind a head, or of what follows a prefix that holds its preposition.
fn of_phrase(scene: &Scene<'_>, head: &Head) -> Option<usize> {
    let mut next = head.last;
    if !head.prefix || scene.level(next) == Level::No {
        let token = scene.token(next)?;
        match head.of {
            _ if head.prefix && token.hash == THE => {}
            Of::Any if token.hash == OF || LINKS.contains(&token.hash) && !scene.is_loud(head.last - 1) => {}
            Of::Place if token.hash == OF || token.hash == FOR => {}
            _ => return None,
        }
        next += 1;
    }
    if scene.is(next, THE) {
        next += 1;
    }
    if scene.level(next) == Level::No || !scene.joins(next) {
        return None;
    }
    if head.of == Of::Place && !head.prefix {
        return super::place::end_at(scene, next);
    }
    next += 1;
    let mut end = next;
    while end < head.last + TOKENS {
        let Some(token) = scene.token(end) else { break };
        let follows = scene.level(end + 1) > Level::No && scene.joins(end + 1);
        if scene.level(end) > Level::No && scene.joins(end) {
            end += 1;
        } else if follows
            && (scene.is_hyphen(end) || token.text(scene.document.text) == "&" || token.hash == AND && joins_common(scene, end))
        {
            end += 2;
        } else if head.portfolios
            && token.text(scene.document.text) == ","
            && let Some(to) = series(scene, end)
        {
            end = to;
        } else if follows && (token.hash == OF || token.hash == FOR) && scene.word(end - 1).band() > 0 {
            end += 2;
        } else {
            break;
        }
    }
    Some(end)
}

/// The end of a series of portfolios that begins at a comma: "(Ministry of Agriculture), Fisheries and Water Resources".
fn series(scene: &Scene<'_>, comma: usize) -> Option<usize> {
    let mut next = comma;
    for _ in 0..4 {
        let and = scene.is(next, AND);
        if !and && !scene.is_mark(next, ",") {
            return None;
        }
        next += 1;
        let skip = usize::from(!and && scene.is(next, AND));
        let run = (next + skip..next + skip + 4).take_while(|&at| scene.level(at) > Level::No && scene.word(at).band() > 0).count();
        if run == 0 {
            return None;
        }
        next += skip + run;
        if and || skip > 0 {
            return Some(next);
        }
    }
    None
}

/// "Health and Human Services", not "Defence and Green Party": no other organisation begins behind "and".
fn joins_common(scene: &Scene<'_>, and: usize) -> bool {
    let run = (and + 1..and + 5).take_while(|&at| scene.level(at) > Level::No && scene.joins(at));
    is_common(scene, and) && !run.skip(1).any(|at| head_at(scene, at, and).is_some_and(|head| !head.state))
}

/// "Health and Human Services": both sides of "and" are ordinary words.
fn is_common(scene: &Scene<'_>, and: usize) -> bool {
    scene.word(and + 1).band() > 0 && and.checked_sub(1).is_some_and(|at| scene.word(at).band() > 0)
}

/// Where case says nothing, every word must look like a part of such a name, the first one most, and no other name may stand inside.
fn is_loud_name(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let opens = scene.level(first) == Level::Name
        || OPENERS.iter().any(|&word| scene.is(first, word))
        || known::is_nationality(scene, first)
        || head_at(scene, first, first).is_some();
    let fits = |at: usize| {
        let word = scene.word(at);
        scene.level(at) == Level::Name
            || scene.is_function(at)
            || word.can_be(Tag::Adjective)
            || word.given().max(word.surname()) >= 3
            || scene.document.hits_at(at).iter().any(|hit| hit.row.table == TableId::OrganizationHead)
            || (word.tag() == Some(Tag::Noun) && first + 1 < at)
    };
    let inner = |at: usize| {
        known::at(scene, at).is_some_and(|found| {
            found.sure == Sure::Strong && found.last <= last && matches!(found.kind, Some(EntityKind::Group | EntityKind::Organization))
        })
    };
    opens && (first..last).all(fits) && !(first + 1..last).any(inner)
}
