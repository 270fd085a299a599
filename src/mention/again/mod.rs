//! The second pass: names that need another mention in the article.

mod company;
mod waiting;

use super::scene::{Level, Scene};
use super::{Found, NameMention, Sure, acronym, known};
use crate::lexicon::column::{Country, Division, Organization, Region, Town};
use crate::lexicon::{FormRole, Hit, RowRef, TableId};
use crate::record::EntityKind;
use crate::token::Case;
use crate::token::plain::WordSet;

/// Tokens that may be a name, and how many names stood before them.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    pub first: u32,
    pub last: u32,
}

/// A run of capitalised words that nothing is known of: it waits.
pub fn unknown_at(scene: &Scene<'_>, at: usize) -> Option<Found> {
    if scene.level(at) == Level::No {
        return None;
    }
    let mut last = at + 1;
    while last < at + 6 && scene.level(at) == Level::Name && scene.joins(last) {
        if scene.level(last) == Level::Name {
            last += 1;
        } else if scene.is_hyphen(last) && scene.level(last + 1) == Level::Name && !(last == at + 1 && is_letter(scene, at)) {
            last += 2;
        } else if let Some(word) = super::person::after_particles(scene, last) {
            last = word + 1;
        } else {
            break;
        }
    }
    Some(Found::new(at, last, EntityKind::Organization, Sure::Waits, "unknown"))
}

/// The "D" of "D-Chicopee".
fn is_letter(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).is_some_and(|token| token.end - token.start == 1)
}

/// What the names found so far say of others.
#[derive(Default)]
struct Known<'d> {
    /// Folded hash of the last word of persons of several words.
    surnames: WordSet,
    /// Folded hash of the first word of the same.
    given: WordSet,
    /// Codes of the countries named, or whose people are.
    countries: Vec<&'d str>,
    /// Hashes of the words of places of one word.
    places: WordSet,
    /// Rows of all names.
    rows: Vec<RowRef>,
    /// Hash of an acronym, with the name it stands for.
    acronyms: Vec<(u64, NameMention)>,
    /// Hash of the word by which a body of several words may be called, with its name.
    shorts: Vec<(u64, NameMention)>,
}

/// Reads what waits with the knowledge of all other names, and puts it in its place.
pub fn settle(scene: &Scene<'_>, names: &mut Vec<NameMention>, waiting: Vec<Waiting>) {
    let mut known = Known::of(scene, names);
    if !waiting.is_empty() {
        let sure = std::mem::take(names);
        names.reserve(sure.len() + waiting.len());
        let mut sure = sure.into_iter().peekable();
        for span in waiting {
            while let Some(name) = sure.next_if(|name| name.first < span.first) {
                names.push(name);
            }
            if let Some(name) = known.read(scene, span, names.last()) {
                known.person(scene, &name);
                // An ordinary word is a place where it is told only: "in Tank".
                if scene.word(name.first as usize).band() == 0 {
                    known.place(scene, &name);
                }
                names.push(name);
            }
        }
        names.extend(sure);
    }
    known.rows_at_home(scene, names);
    known.surnames_for_places(scene, names);
    own_surnames(scene, names);
    surnames_for_companies(scene, names);
    super::team::rename(scene, names);
}

/// A surname that alone stands for a well-known person is another's in an article on another of that name: "Sara Duterte", "Duterte".
fn own_surnames(scene: &Scene<'_>, names: &mut [NameMention]) {
    let surname = |name: &NameMention| name.surname(scene.document).and_then(|at| scene.token(at)).map_or(0, |token| token.hash);
    let full = |name: &&NameMention| name.kind == EntityKind::Person && name.last - name.first > 1;
    let mut bearers: Vec<(u64, u32, Option<RowRef>)> =
        names.iter().filter(full).map(|name| (surname(name), name.first, name.row)).collect();
    bearers.sort_unstable();
    for name in names.iter_mut().filter(|name| name.last - name.first == 1 && name.kind == EntityKind::Person && name.row.is_some()) {
        let hash = surname(name);
        let from = bearers.partition_point(|bearer| bearer.0 < hash);
        if bearers.get(from).is_some_and(|bearer| bearer.0 == hash && bearer.1 < name.first && bearer.2 != name.row) {
            (name.row, name.rule) = (None, "surname of a person named before");
        }
    }
}

/// The name of a company or a medium is the surname of the person named in full before, where nothing spoke of the company so far: "Prime Minister
/// Naoto Kan resigned. Kan said"; not "Michael Dell of Dell", "the Tata Group".
fn surnames_for_companies(scene: &Scene<'_>, names: &mut [NameMention]) {
    const OF: [u64; 4] = super::hashes(["of", "at", "for", "by"]);
    let (mut surnames, mut companies) = (WordSet::default(), WordSet::default());
    for name in names {
        let Some((first, last)) = scene.token(name.first as usize).zip(scene.token(name.last as usize - 1)) else { continue };
        let alone = name.last - name.first == 1;
        if name.kind == EntityKind::Person && !alone {
            surnames.insert(last.hash);
        }
        if name.row.is_none_or(|row| row.table != TableId::Organization) {
            continue;
        }
        let before = (name.first as usize).checked_sub(1).and_then(|at| scene.token(at));
        let served = first.case == Case::Upper || before.is_some_and(|token| OF.contains(&token.hash));
        if alone && !served && surnames.contains(&first.hash) && !companies.contains(&first.hash) {
            (name.kind, name.row, name.country, name.rule) = (EntityKind::Person, None, None, "surname of a person named before");
        } else {
            companies.insert(first.hash);
        }
    }
}

impl<'d> Known<'d> {
    fn of(scene: &Scene<'d>, names: &[NameMention]) -> Self {
        let mut known = Self::default();
        for name in names {
            known.rows.extend(name.row);
            known.country_of(scene, name);
            let hash_at = |at: usize| scene.token(at).map(|token| token.hash);
            known.place(scene, name);
            known.person(scene, name);
            known.acronym_of(scene, name);
            known.shorts.extend(name.short(scene.document).and_then(hash_at).map(|hash| (hash, *name)));
        }
        known.rows.extend(agency_row(scene));
        known.rows.sort_unstable();
        known
    }

    /// The country that a name tells: its own, that of its people, that of a town or division, of its greatest namesake.
    fn country_of(&mut self, scene: &Scene<'d>, name: &NameMention) {
        let lexicon = scene.document.lexicon;
        if let Some(row) = name.row.filter(|row| row.table == TableId::Country) {
            self.countries.push(lexicon.row(row).text(Country::Iso2));
        } else if let Some(row) = name.row.filter(|row| row.table == TableId::Region) {
            self.countries.extend(lexicon.row(row).list(Region::Country).next());
        } else if name.kind == EntityKind::Place && name.row.is_none() {
            let whole = |hit: &&Hit| hit.last == name.last;
            let size = |hit: &&Hit| match hit.row.table {
                TableId::Town => lexicon.row(hit.row).integer(Town::Population),
                _ => lexicon.row(hit.row).integer(Division::Population),
            };
            let greatest = scene.document.places_at(name.first as usize).iter().filter(whole).max_by_key(size);
            self.countries.extend(greatest.and_then(|hit| match hit.row.table {
                TableId::Town => lexicon.row(hit.row).text(Town::Area).get(..2),
                _ => lexicon.row(hit.row).text(Division::Country).get(..2),
            }));
        }
    }

    /// The name of a place of one word.
    fn place(&mut self, scene: &Scene<'_>, name: &NameMention) {
        if name.kind == EntityKind::Place && name.last - name.first == 1 {
            self.places.extend(scene.token(name.first as usize).map(|token| token.hash));
        }
    }

    /// The names that a person may bear alone later on.
    fn person(&mut self, scene: &Scene<'_>, name: &NameMention) {
        let (first, last) = (name.first as usize, name.last as usize);
        if name.kind != EntityKind::Person {
            return;
        }
        // A common word that closes a doubtful name names nobody by itself.
        let Some(surname) = name.surname(scene.document) else { return };
        let tail = scene.word(surname);
        if last - first == 1 || !matches!(tail.band(), 1 | 2) || tail.surname() >= 2 {
            self.surnames.extend(scene.token(surname).map(|token| token.hash));
        }
        let word = scene.word(first);
        if last - first > 1 && (word.band() == 0 || word.given().max(word.surname()) >= 3) {
            self.given.extend(scene.token(first).map(|token| token.hash));
        }
    }

    /// "Islamic State-Khorasan (IS-K)", "People's Front, or PF", "PF (People's Front)".
    fn acronym_of(&mut self, scene: &Scene<'_>, name: &NameMention) {
        let at = name.last as usize;
        if !matches!(name.kind, EntityKind::Group | EntityKind::Organization) {
            return;
        }
        let defined = scene.definition_at(name.first as usize).filter(|definition| definition.last == at);
        let beside = scene.is_mark(at, "(").then_some(at + 1);
        let acronym = defined.map(|definition| definition.acronym).or(beside).and_then(|acronym| scene.token(acronym));
        self.acronyms.extend(acronym.filter(|token| acronym::is_acronym(token, scene.document.text)).map(|token| (token.hash, *name)));
    }

    /// The row of a body that a rule has read by its head, whose name several bear, where the article names the country of one of them: "Revolutionary
    /// Guards" in a report from Tehran.
    fn rows_at_home(&self, scene: &Scene<'_>, names: &mut [NameMention]) {
        for name in names.iter_mut().filter(|name| name.row.is_none() && name.kind == EntityKind::Organization) {
            let bodies = scene.document.hits_at(name.first as usize).iter();
            let own = bodies.filter(|hit| hit.last == name.last && hit.role == FormRole::Careful && self.is_at_home(scene, hit));
            let group = |hit: &&Hit| hit.row.table == TableId::Group;
            if let Some(hit) = own.clone().find(group).or_else(|| own.clone().next()) {
                (name.row, name.rule) = (Some(hit.row), "careful form at home");
                if hit.row.table == TableId::Group {
                    name.kind = known::group_kind(scene.document.lexicon.row(hit.row));
                }
            }
        }
    }

    /// A lone word read as a town that is the surname of somebody in the article: "Jordan", "Paris".
    fn surnames_for_places(&self, scene: &Scene<'_>, names: &mut [NameMention]) {
        for name in names.iter_mut().filter(|name| name.last - name.first == 1) {
            let people = name.kind == EntityKind::Nationality
                && name.row.is_some_and(|row| row.table == TableId::People)
                && scene.word(name.first as usize).surname() >= 4;
            if name.kind != EntityKind::Place && !people {
                continue;
            }
            let surname = scene.token(name.first as usize).is_some_and(|token| self.surnames.contains(&token.hash));
            if surname
                && (people || name.rule == super::place::RULE || is_surname_too(scene, name))
                && !super::place::is_located(scene, name.first as usize)
                && !scene.is_mark(name.last as usize, ",")
            {
                (name.kind, name.row, name.rule) = (EntityKind::Person, None, "surname of a person named before");
            }
        }
    }
}

/// The row of the news agency in the dateline: "(AFP)" is no police there, nor further on.
fn agency_row(scene: &Scene<'_>) -> Option<RowRef> {
    let (first, last) = scene.document.dateline?.agency?;
    let agency = |hit: &&Hit| {
        hit.last == last
            && hit.row.table == TableId::Organization
            && matches!(scene.document.lexicon.row(hit.row).value(Organization::Kind), "news-agency" | "news-media")
    };
    scene.document.hits_at(first as usize).iter().find(agency).map(|hit| hit.row)
}

/// Whether the name of a country is a common surname: "Jordan".
fn is_surname_too(scene: &Scene<'_>, name: &NameMention) -> bool {
    name.row.is_some_and(|row| row.table == TableId::Country) && scene.word(name.first as usize).surname() >= 4
}
