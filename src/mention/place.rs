//! Names of towns and divisions by evidence: what stands around them, how big they are, what else the word may be.

mod near;
mod rival;

use super::scene::{Level, Scene};
use super::{Found, NameMention, Sure, hashes};
use crate::lexicon::column::{Division, PlaceAbbreviation, Town};
use crate::lexicon::{FormRole, Hit, TableId, WordSet};
use crate::record::EntityKind;
use crate::token::literal::word;
use crate::token::{Case, TokenKind};
use near::around;
use rival::{is_bare_direction, is_body, is_short_acronym, is_stopped, rivals};

/// Name of the rule.
pub const RULE: &str = "town or division";

/// Prepositions that put something at a place.
const LOCATIVE: [u64; 10] = hashes(["in", "near", "outside", "inside", "around", "throughout", "across", "at", "into", "off"]);

/// Whether a preposition of place stands before.
pub fn is_located(scene: &Scene<'_>, at: usize) -> bool {
    at.checked_sub(1).and_then(|before| scene.token(before)).is_some_and(|token| LOCATIVE.contains(&token.hash))
}

/// Whether the words before say that a place follows: "the village of", "the town of".
pub fn is_told(scene: &Scene<'_>, at: usize) -> bool {
    at >= 2 && scene.is(at - 1, word!("of")) && scene.has(WordSet::PlaceBeforeOf, at - 2)
}

/// Whether a place stands before with a possessive: "Aleppo's Bab al-Nairab", "Chhattisgarh's Dantewada".
pub fn is_owned(scene: &Scene<'_>, at: usize) -> bool {
    const WORDS: usize = 4;
    let owner = at.checked_sub(1).filter(|&mark| scene.token(mark).is_some_and(|mark| mark.kind == TokenKind::Possessive));
    owner.is_some_and(|mark| {
        (mark.saturating_sub(WORDS)..mark).any(|first| scene.level(first) > Level::No && end_at(scene, first) == Some(mark))
    })
}

/// The town or division that begins at this token, if there is enough to say so.
pub fn at(scene: &Scene<'_>, at: usize, before: Option<&NameMention>) -> Option<Found> {
    let opens = scene.level(at) > Level::No || begins_with_article(scene, at) || scene.is_particle_start(at);
    if !opens || is_bare_direction(scene, at) || is_body(scene, at) {
        return None;
    }
    let hits = || scene.document.places_at(at).iter().take_while(|hit| hit.head == hit.last);
    let last = hits().map(|hit| hit.last as usize).max()?;
    if last == at + 1 && (scene.is_loud(at) && scene.has(WordSet::NameParticle, at) || is_short_acronym(scene, at)) {
        return None;
    }
    let mut weight = Weight::default();
    for hit in hits().filter(|hit| hit.last as usize == last) {
        weight.add(scene, hit);
    }
    let score = weight.score() + around(scene, at, last, before) - rivals(scene, at, last);
    let stopped = is_stopped(scene, at, last, weight.population);
    let floor = if stopped { 5.0 } else { 2.0 };
    let found = |sure| Some(Found::new(at, last, EntityKind::Place, sure, RULE));
    if score >= floor + 2.0 {
        found(Sure::Strong)
    } else if score >= floor {
        found(Sure::Fair)
    } else if scene.is_particle_start(at) {
        // "the disputed al-Fashaga plain": what is not sure to begin with the article may begin behind it.
        None
    } else {
        found(Sure::Waits)
    }
}

/// "Eastern Ukraine", "Northern Mosul": the part of a country, division or town that a direction with a capital tells, where case tells. Where a
/// sentence begins, the capital may be the sentence's, and the name is what follows.
pub fn part_at(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let last = direction_end(scene, at)?;
    let first = if scene.is_start(at) || scene.is_titled(at) { at + 1 } else { at };
    Some(Found::new(first, last, EntityKind::Place, Sure::Strong, "part of a place"))
}

fn direction_end(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let direction = |at: usize| scene.level(at) > Level::No && scene.has(WordSet::Direction, at) && scene.joins(at + 1);
    if !direction(at) {
        return None;
    }
    // "North East Cambridgeshire"
    if direction(at + 1) && scene.has(WordSet::Direction, at) {
        return end_at(scene, at + 2).filter(|&end| scene.level(end) == Level::No || !scene.joins(end));
    }
    let end = end_at(scene, at + 1)?;
    let whole = scene.level(end) == Level::No || !scene.joins(end);
    // "Central Bank", "West Indians" are none.
    let plain = end == at + 2 && matches!(scene.word(at + 1).band(), 1 | 2) && super::country::country_end(scene, at + 1).is_none();
    (whole && !plain && !super::country::is_nationality(scene, at + 1) && !scene.has(WordSet::Direction, at + 1)).then_some(end)
}

/// "Aleppo's Bab al-Nairab neighbourhood": unknown words that a place has, and what they are.
pub fn quarter_at(scene: &Scene<'_>, at: usize) -> Option<Found> {
    let found = super::again::unknown_at(scene, at).filter(|_| is_owned(scene, at))?;
    let told = scene.level(found.last) == Level::No && scene.has(WordSet::KindOfPlace, found.last);
    told.then(|| Found::new(at, found.last, EntityKind::Place, Sure::Fair, "kind told beside"))
}

/// "The Hague": the article is a part of the name.
fn begins_with_article(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, word!("the"))
        && !scene.is_loud(at)
        && scene.level(at + 1) == Level::Name
        && scene.token(at).is_some_and(|the| the.case == Case::Capital)
}

/// The end of the longest name of a country, region, division or town that begins at this token.
pub fn end_at(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let big = scene.document.places_at(at).iter();
    let small = scene.document.hits_at(at).iter().filter(|hit| matches!(hit.row.table, TableId::Country | TableId::Region));
    big.chain(small).filter(|hit| scene.level(hit.last as usize - 1) > Level::No).map(|hit| hit.last as usize).max()
}

/// The end of the name of a first-level division that begins at this token.
pub fn state_end(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let state = |hit: &&Hit| hit.row.table == TableId::Division && scene.document.lexicon.row(hit.row).integer(Division::Level) == Some(1);
    scene.document.places_at(at).iter().filter(state).map(|hit| hit.last as usize).max()
}

#[derive(Default)]
struct Weight {
    population: i32,
    division: bool,
    capital: bool,
}

impl Weight {
    fn add(&mut self, scene: &Scene<'_>, hit: &Hit) {
        let row = scene.document.lexicon.row(hit.row);
        match hit.row.table {
            TableId::Town => {
                self.population = self.population.max(row.integer(Town::Population).unwrap_or(0));
                self.capital |= row.text(Town::Feature) == "PPLC";
            }
            _ if row.integer(Division::Level) == Some(1) => {
                self.division = true;
                self.population = self.population.max(row.integer(Division::Population).unwrap_or(0));
            }
            _ => self.population = self.population.max(row.integer(Division::Population).unwrap_or(0) / 4),
        }
    }

    fn score(&self) -> f32 {
        let size = match self.population {
            1_000_000.. => 3.5,
            300_000.. => 3.0,
            100_000.. => 2.0,
            15_000.. => 1.0,
            _ => 0.0,
        };
        let size = if self.division { f32::max(size, 2.5) } else { size };
        if self.capital { size + 1.0 } else { size }
    }
}

/// Whether a country, a division or an abbreviation of one begins here.
pub fn is_region(scene: &Scene<'_>, at: usize) -> bool {
    let small = scene.document.hits_at(at).iter().any(|hit| {
        matches!(hit.row.table, TableId::PlaceAbbreviation)
            || hit.row.table == TableId::Country && matches!(hit.role, FormRole::Name | FormRole::Alias | FormRole::Abbreviation)
    });
    let state = |hit: &Hit| hit.row.table == TableId::Division && scene.document.lexicon.row(hit.row).integer(Division::Level) == Some(1);
    small || scene.document.places_at(at).iter().any(state)
}

/// `KABUL (Reuters) -`, `LEEDS 1998-03-11`, `Paris, Jan. 4 -` at the start of a line, or of an item: `*HAWIJA -`.
pub fn is_dateline(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let item = first.checked_sub(1).filter(|&bullet| scene.is_mark(bullet, "*") || scene.is_mark(bullet, "•"));
    let starts = !scene.joins(item.unwrap_or(first));
    let next = if scene.is_mark(last, ",") { last + 1 } else { last };
    starts
        && (scene.is_time(next)
            || scene.is_mark(last, "(")
            || scene.is_mark(last, "-") && !scene.is_hyphen(last)
            || scene.is_mark(last, "--")
            || scene.is_mark(last, "—")
            || scene.is_mark(last, "–"))
}

/// An abbreviation of a state or province: behind a comma, unless it may stand alone.
pub fn abbreviation(scene: &Scene<'_>, hit: &Hit) -> Option<Found> {
    let row = scene.document.lexicon.row(hit.row);
    let (first, last) = (hit.first as usize, hit.last as usize);
    let behind_comma =
        first.checked_sub(1).is_some_and(|at| scene.is_mark(at, ",")) && first.checked_sub(2).is_some_and(|at| scene.level(at) > Level::No);
    let free = !row.has(PlaceAbbreviation::Flags, "after-comma") && !row.has(PlaceAbbreviation::Flags, "word") && !scene.is_loud(first);
    let alone = row.has(PlaceAbbreviation::Flags, "alone") && !scene.is_loud(first) && stands_alone(scene, hit);
    if !behind_comma && !free && !alone || is_rank(scene, hit) {
        return None;
    }
    let last = if scene.is_mark(last, ".") && row.text(PlaceAbbreviation::Form).ends_with('.') { last + 1 } else { last };
    Some(Found::new(first, last, EntityKind::Place, Sure::Strong, "abbreviation of a division").with_row(hit.row))
}

/// "In Bogota, Col. Mario Diaz said": letters that stand for a rank too, with a name right behind.
fn is_rank(scene: &Scene<'_>, hit: &Hit) -> bool {
    let end = hit.last as usize + usize::from(scene.is_mark(hit.last as usize, "."));
    let title = |title: &Hit| title.last == hit.last || title.last as usize == end;
    let name = scene.level(end) == Level::Name && scene.joins(end) && !is_region(scene, end);
    name && scene.document.hits_of(hit.first as usize, TableId::Title).any(title)
}

/// "in B.C.", "the UP government": behind a preposition of place, or with an article before a noun in small letters.
fn stands_alone(scene: &Scene<'_>, hit: &Hit) -> bool {
    let first = hit.first as usize;
    let article = first.checked_sub(1).is_some_and(|at| scene.is(at, word!("the")));
    let noun = scene.token(hit.last as usize).is_some_and(|token| token.is_word() && token.case == Case::Lower);
    is_located(scene, first) || article && noun
}
