//! Names in text: lexicon hits on evidence, persons and organisations by rule, overlaps settled.
//!
//! Two passes. The first reads the text from left to right; at each token that may begin a name every room offers its longest reading, and
//! the longest of all, at equal length the surest, is taken. What needs more than its sentence (a surname alone, `IS`, an acronym) waits for the second
//! pass, which knows all names of the article.

mod acronym;
mod again;
mod country;
mod event;
mod facility;
mod guess;
mod head;
mod known;
mod organization;
mod person;
mod place;
mod quoted;
mod role;
mod scene;
mod tail;
mod team;
mod vessel;
mod weigh;

use crate::document::Document;
use crate::lexicon::RowRef;
use crate::quantity::Quantity;
use crate::record::EntityKind;
use crate::time::TimeMention;
use crate::token::{Case, TokenKind, fold};
use again::Waiting;
use role::Role;
use scene::Scene;
pub(crate) use vessel::RULE as VESSEL;

/// A name in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameMention {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// What it names.
    pub kind: EntityKind,
    /// The lexicon row it matched, if it is one entry's (places may have many: they are looked up again when they are resolved).
    pub row: Option<RowRef>,
    /// For a name made from a pattern ("Iraqi army"): row of the country in the bundled countries.
    pub country: Option<u32>,
    /// Name of the rule.
    pub rule: &'static str,
}

impl NameMention {
    /// The last word of a person's name that is no "Jr." or "III", by which later mentions call him: "Ortega" of "Luis Ortega Jr.".
    pub(crate) fn surname(&self, document: Document<'_>) -> Option<usize> {
        const SUFFIXES: [u64; 6] = hashes(["jr", "sr", "jr.", "sr.", ".", ","]);
        let roman = |at: usize| matches!(document.word(at), "II" | "III" | "IV" | "Jnr" | "Snr");
        let is_suffix = |at: usize| SUFFIXES.iter().any(|&suffix| document.is(at, suffix)) || roman(at);
        let (first, last) = (self.first as usize, self.last as usize);
        (first + 1..last).rev().find(|&at| !is_suffix(at)).or((last > first).then_some(first))
    }

    /// The word by which later mentions may call a body of several words: "Vanguard" of "Free Moro Vanguard", "Ministry" of "Ministry of Mines".
    pub(crate) fn short(&self, document: Document<'_>) -> Option<usize> {
        const LINKS: [u64; 3] = hashes(["of", "for", "on"]);
        let (first, last) = (self.first as usize, self.last as usize);
        let link = (first + 1..last).find(|&at| LINKS.iter().any(|&word| document.is(at, word)));
        let body = matches!(self.kind, EntityKind::Group | EntityKind::Organization) && last > first + 1;
        body.then(|| link.unwrap_or(last) - 1).filter(|&at| document.tokens.get(at).is_some_and(|token| token.case == Case::Capital))
    }
}

/// How far a reading can be trusted; at equal length the surer one is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    /// Waits for the second pass.
    Waits,
    /// A rule with some evidence.
    Fair,
    /// A rule or row that is seldom wrong.
    Strong,
}

/// A reading of the tokens from some token on.
#[derive(Clone, Copy, Debug)]
struct Found {
    first: usize,
    last: usize,
    /// `None`: a look-alike, which is no name at all.
    kind: Option<EntityKind>,
    row: Option<RowRef>,
    country: Option<u32>,
    rule: &'static str,
    sure: Sure,
}

impl Found {
    fn new(first: usize, last: usize, kind: EntityKind, sure: Sure, rule: &'static str) -> Self {
        Self { first, last, kind: Some(kind), row: None, country: None, rule, sure }
    }

    fn with_row(self, row: RowRef) -> Self {
        Self { row: Some(row), ..self }
    }

    fn mention(&self) -> Option<NameMention> {
        let kind = self.kind?;
        Some(NameMention { first: self.first as u32, last: self.last as u32, kind, row: self.row, country: self.country, rule: self.rule })
    }

    /// The better of two readings that begin at the same token.
    fn better(self, other: Option<Self>) -> Self {
        match other {
            Some(other) if (other.sure > Sure::Waits, other.last, other.sure) > (self.sure > Sure::Waits, self.last, self.sure) => other,
            _ => self,
        }
    }
}

/// Folded hashes of words.
const fn hashes<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut out = [0; N];
    let mut at = 0;
    while at < N {
        out[at] = fold::hash(words[at]);
        at += 1;
    }
    out
}

/// Finds all names of the document, in order, none overlapping; `names` is emptied first.
///
/// ```
/// use dateline::{Article, Extractor};
/// let record = Extractor::new().extract(&Article::new("Fighters of Boko Haram attacked a Nigerian base near Maiduguri."));
/// let names: Vec<&str> = record.entities.iter().map(|entity| entity.name.as_str()).collect();
/// assert_eq!(names, ["Boko Haram", "Nigerian", "Maiduguri"]);
/// ```
pub fn find(document: Document<'_>, quantities: &[Quantity], times: &[TimeMention], names: &mut Vec<NameMention>) {
    let _ = quantities;
    names.clear();
    let scene = Scene::of(document, times);
    let mut waiting = Vec::new();
    read(&scene, names, &mut waiting);
    again::settle(&scene, names, waiting);
}

/// The first pass.
fn read(scene: &Scene<'_>, names: &mut Vec<NameMention>, waiting: &mut Vec<Waiting>) {
    let mut at = 0;
    let mut role = Role::default();
    while let Some(next) = scene.next_opening(at) {
        at = next;
        role = role.or(role::at(scene, at));
        let mut best = best_at(scene, at, role, names.last());
        // Without its article or title the name may be longer: "King Salman", "Salman bin Abdulaziz".
        if let Some(found) = best.filter(|found| found.first > at) {
            role = role.or(role::at(scene, at));
            best = Some(found.better(best_at(scene, found.first, role, names.last()).filter(|other| other.last > found.last)));
        }
        match best {
            Some(found) if found.sure == Sure::Waits => {
                let last = inner(scene, found, role).unwrap_or(found.last);
                waiting.push(Waiting { first: found.first as u32, last: last as u32 });
                at = last;
            }
            Some(found) => {
                let found = Found {
                    last: found.last + usize::from(found.kind == Some(EntityKind::Person) && person::has_point(scene, found.last)),
                    ..found
                };
                names.extend(found.mention());
                at = found.last;
            }
            None => at += 1,
        }
    }
}

/// Where a person or a group of the lexicon is named inside a run of unknown words: "Criminal Prosecutor Ayman Masalha".
fn inner(scene: &Scene<'_>, found: Found, mut role: Role) -> Option<usize> {
    (found.first + 1..found.last).find(|&at| {
        role = role.or(role::at(scene, at));
        let titled = role.end == at && role.title;
        best_at(scene, at, role, None).is_some_and(|other| match other.kind {
            Some(EntityKind::Person) => other.sure == Sure::Strong || titled && other.sure > Sure::Waits,
            Some(EntityKind::Group) => other.sure == Sure::Strong && other.row.is_some() && !scene.is_loud(at),
            _ => false,
        })
    })
}

fn best_at(scene: &Scene<'_>, at: usize, role: Role, before: Option<&NameMention>) -> Option<Found> {
    let mut best = known::at(scene, at);
    if scene.is_small(at) {
        return best;
    }
    let (after_role, loud) = (role.end == at && at > 0, scene.is_loud(at));
    let mut offer = |found: Option<Found>| {
        if let Some(found) = found {
            best = Some(best.map_or(found, |best| best.better(Some(found))));
        }
    };
    offer(acronym::at(scene, at));
    if !loud {
        offer(event::at(scene, at));
    }
    offer(organization::at(scene, at));
    offer(quoted::at(scene, at));
    if !loud {
        offer(facility::at(scene, at));
        offer(vessel::at(scene, at));
    }
    // A title is no part of a name: the person begins behind it.
    let in_title = role.end > at;
    // A rank alone may be a surname that the article introduces: "Elly Sapper", "Sapper".
    let alone = role.end == at + 1 && scene.level(role.end) == scene::Level::No && !scene.is_acronym(at);
    if !in_title {
        offer(person::at(scene, at, after_role && role.title, after_role));
    }
    offer(place::at(scene, at, before).filter(|place| !in_title || place.last > at + 1));
    if !loud {
        offer(place::part_at(scene, at));
        offer(place::quarter_at(scene, at));
    }
    if !in_title || alone {
        offer(again::unknown_at(scene, at));
    }
    place_before_doer(scene, at, best, before).or(best)
}

/// The place behind an "in" that opens the sentence, where a group or person of the lexicon stands right behind it: "In Mogadishu al-Shabaab attacked",
/// "in Ankara Erdogan said"; not "in Lara Trump's speech".
fn place_before_doer(scene: &Scene<'_>, at: usize, best: Option<Found>, before: Option<&NameMention>) -> Option<Found> {
    const IN: u64 = fold::hash("in");
    let best = best.filter(|best| best.first == at && best.row.is_none())?;
    let opens = at.checked_sub(1).is_some_and(|word| scene.is(word, IN) && scene.is_start(word));
    let place = place::at(scene, at, before).filter(|place| opens && place.kind == Some(EntityKind::Place) && place.last < best.last)?;
    let doer = known::at(scene, place.last).filter(|doer| doer.sure == Sure::Strong && doer.row.is_some())?;
    let owns = scene.token(doer.last).is_some_and(|mark| mark.kind == TokenKind::Possessive);
    (matches!(doer.kind, Some(EntityKind::Group | EntityKind::Person)) && !owns).then_some(place)
}
