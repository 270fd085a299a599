//! What a name that waits is, with the knowledge of all other names.

use super::{Known, Waiting, company};
use crate::lexicon::column::{Division, Group, Organization, PersonNoun, StopPlace, Town, Weapon};
use crate::lexicon::{FormRole, Hit, TableId, WordSet};
use crate::mention::scene::{Level, Scene};
use crate::mention::{NameMention, guess, known, place, team};
use crate::record::{EntityKind, EventKind};
use crate::token::literal::word;
use crate::token::{Case, Gap, TokenKind};

impl Known<'_> {
    /// The name that waits at `span`, behind the name `before`, if it is one.
    pub(super) fn read(&self, scene: &Scene<'_>, span: Waiting, before: Option<&NameMention>) -> Option<NameMention> {
        let (first, last) = (span.first as usize, span.last as usize);
        let name = |kind, rule| {
            let first = if kind == EntityKind::Person { behind_office(scene, first, last) } else { first };
            Some(NameMention { first: first as u32, last: span.last, kind, row: None, country: None, rule })
        };
        if let Some(found) = self.careful(scene, span) {
            return Some(found);
        }
        let head = scene.token(last - 1)?.hash;
        if let Some((_, long)) = self.acronyms.iter().find(|(hash, _)| last - first == 1 && *hash == head) {
            return Some(NameMention { first: span.first, last: span.last, rule: "acronym defined in the text", ..*long });
        }
        let the = first.checked_sub(1).is_some_and(|at| scene.is(at, word!("the")));
        if last - first == 1 && the && !scene.is_loud(first) && !scene.is_titled(first) {
            let mut shorts = self.shorts.iter().rev().filter(|(hash, long)| *hash == head && long.first < span.first);
            if let Some((_, long)) = shorts.next() {
                return Some(NameMention { first: span.first, last: span.last, rule: "short form of a name in the article", ..*long });
            }
        }
        if self.surnames.contains(&head) && scene.level(first) > Level::No {
            return name(EntityKind::Person, "surname of a person named before");
        }
        if scene.is_sport && team::is_team(scene, first, last) {
            return name(EntityKind::Organization, "team in a table");
        }
        if last - first == 1 && self.places.contains(&head) {
            return name(EntityKind::Place, "named as a place elsewhere");
        }
        if last - first == 1 && self.given.contains(&head) && scene.level(first) == Level::Name && !place::is_located(scene, first) {
            return name(EntityKind::Person, "given name of a person named before");
        }
        if let Some((kind, rule)) = guess::read(scene, first, last, before) {
            // "Conservative party": the noun is a part of such names.
            let party = kind == EntityKind::Organization && scene.is(last, word!("party")) && !scene.is_loud(last);
            return name(kind, rule).map(|name| NameMention { last: name.last + u32::from(party), ..name });
        }
        if self.is_town_of_country(scene, first, last, before) {
            return name(EntityKind::Place, "town of a country in the article");
        }
        if is_acronym(scene, first, last) {
            return name(EntityKind::Organization, "acronym");
        }
        None
    }

    /// Whether an uncommon word is a town in a country that the article names: of some size, or of any where people go or come from.
    fn is_town_of_country(&self, scene: &Scene<'_>, first: usize, last: usize, before: Option<&NameMention>) -> bool {
        const SIZE: i32 = 15_000;
        const DIVISION: i32 = 300_000;
        let word = scene.word(first);
        let plain = scene.level(first) == Level::Name && !scene.is_loud(first) && !scene.is_titled(first) && !scene.is_acronym(first);
        // "M23 rebels capture Sake": an ordinary word that forces take is a place.
        let taken = || guess::is_taken(scene, first, last, before);
        let common = word.band() > 0 && !is_told_of_place(scene, first, last) && !taken();
        // "Attacked Concepcion in Chile": a name that persons bear too.
        let inside = || scene.is(last, word!("in")) && place::is_region(scene, last + 1) && is_way(scene, first, before);
        if !plain || common || word.given().max(word.surname()) > 3 && !inside() {
            return false;
        }
        let size = if word.given().max(word.surname()) < 2 && is_way(scene, first, before) { 0 } else { SIZE };
        scene.document.places_at(first).iter().filter(|hit| hit.last as usize == last).any(|hit| {
            let row = scene.document.lexicon.row(hit.row);
            let (people, area, least) = match hit.row.table {
                TableId::Town => (row.integer(Town::Population), row.text(Town::Area), size),
                _ => (row.integer(Division::Population), row.text(Division::Country), DIVISION),
            };
            people.unwrap_or(0) >= least && area.get(..2).is_some_and(|code| self.countries.contains(&code))
        })
    }

    /// Whether the article names a country of a group or organisation whose careful form stands with capitals.
    pub(super) fn is_at_home(&self, scene: &Scene<'_>, hit: &Hit) -> bool {
        let row = scene.document.lexicon.row(hit.row);
        let countries = match hit.row.table {
            TableId::Group => row.text(Group::Countries),
            TableId::Organization if scene.is_sport && row.text(Organization::Kind) == "club" => return !scene.is_loud(hit.first as usize),
            // "Kent", "Durham": counties outside of sport.
            TableId::Organization if known::is_county_club(scene, hit) => return false,
            TableId::Organization if company::is_doubtful(scene, hit) => return false,
            TableId::Organization => row.text(Organization::Countries),
            _ => return false,
        };
        let first = hit.first as usize;
        let long = hit.len() > 1 || scene.token(first).is_some_and(|token| token.end - token.start > 2);
        let plain = !scene.is_loud(first) && scene.level(first) == Level::Name || scene.word(first).band() == 0;
        long && plain && countries.split([',', '|']).any(|code| self.countries.contains(&code))
    }

    /// A careful form whose row has another mention.
    fn careful(&self, scene: &Scene<'_>, span: Waiting) -> Option<NameMention> {
        let hits = scene.document.hits_at(span.first as usize);
        // A surname alone is that of whom the article names in full.
        let borne = scene.token(span.first as usize).is_some_and(|token| self.surnames.contains(&token.hash));
        let surname = |hit: &&Hit| borne && hit.row.table == TableId::Notable && hit.len() == 1;
        let forms = || hits.iter().rev().filter(|hit| hit.role == FormRole::Careful && hit.last == span.last && !surname(hit));
        let named = forms().find(|hit| self.rows.binary_search(&hit.row).is_ok());
        let hit = named.or_else(|| forms().find(|hit| self.is_at_home(scene, hit)));
        let hit = hit.or_else(|| forms().find(|hit| !borne && company::is_trading(scene, hit)));
        let armed = || forms().find(|hit| is_armed(scene, hit)).filter(|_| forms().count() == 1);
        let claiming = || forms().find(|hit| is_claiming(scene, hit)).filter(|_| forms().count() == 1);
        let hit = hit.or_else(armed).or_else(claiming).or_else(|| forms().find(|hit| self.is_of_world(scene, hit)))?;
        let kind = match hit.row.table {
            TableId::Group => known::group_kind(scene.document.lexicon.row(hit.row)),
            TableId::Organization => EntityKind::Organization,
            TableId::Notable => EntityKind::Person,
            TableId::Country | TableId::Region => EntityKind::Place,
            _ => return None,
        };
        let rule = "careful form of a name in the article";
        let row = Some(hit.row).filter(|_| !self.is_other_club(scene, hit));
        Some(NameMention { first: span.first, last: span.last, kind, row, country: None, rule })
    }

    /// "the UN", "the AU": the letters of a body of many countries need no other mention, unless the article gives them to another.
    fn is_of_world(&self, scene: &Scene<'_>, hit: &Hit) -> bool {
        let first = hit.first as usize;
        let Some(letters) = scene.token(first).filter(|_| hit.len() == 1 && hit.row.table == TableId::Organization) else { return false };
        matches!(scene.document.lexicon.row(hit.row).text(Organization::Kind), "igo" | "un" | "court")
            && scene.is_acronym(first)
            && !(scene.is_titled(first) || scene.is_sport)
            && !self.acronyms.iter().any(|(hash, _)| *hash == letters.hash)
    }

    /// Whether the "Bulls" are some other club: the article speaks of other countries than that of the one in the lexicon.
    fn is_other_club(&self, scene: &Scene<'_>, hit: &Hit) -> bool {
        let row = scene.document.lexicon.row(hit.row);
        let club = hit.row.table == TableId::Organization && row.text(Organization::Kind) == "club";
        let home = || row.text(Organization::Countries).split([',', '|']).any(|code| self.countries.contains(&code));
        club && !self.countries.is_empty() && self.rows.binary_search(&hit.row).is_err() && !home()
    }
}

/// "in Tank": an ordinary word that the lexicon takes for a town behind a preposition of place.
fn is_told_of_place(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let mut stops = scene.document.hits_of(first, TableId::StopPlace).filter(|hit| hit.last as usize == last);
    place::is_located(scene, first) && stops.any(|hit| scene.document.lexicon.row(hit.row).has(StopPlace::Evidence, "preposition-in"))
}

/// "entered Sudzha", "back from Aba", "Raymond Wiggins of Flomaton".
fn is_way(scene: &Scene<'_>, first: usize, before: Option<&NameMention>) -> bool {
    let Some(at) = first.checked_sub(1).filter(|&at| scene.level(at) == Level::No) else { return false };
    let person = before.is_some_and(|name| name.kind == EntityKind::Person && name.last as usize == at);
    scene.has(WordSet::Entering, at) || scene.is(at, word!("from")) || scene.is(at, word!("of")) && person
}

/// "Interior CS Kithure Kindiki": where the name of a person begins behind an office in capitals.
fn behind_office(scene: &Scene<'_>, first: usize, last: usize) -> usize {
    let office = (first..last - 1).rev().find(|&at| scene.is_acronym(at) && !scene.is_titled(at));
    office.map_or(first, |at| at + 1)
}

/// Whether people under arms stand beside a group's careful form: "Wagner fighters", "rebels of the ADF".
fn is_armed(scene: &Scene<'_>, hit: &Hit) -> bool {
    let armed = |at: usize| {
        let mut nouns =
            scene.document.hits_at(at).iter().filter(|noun| noun.row.table == TableId::PersonNoun && scene.level(at) < Level::Name);
        nouns.any(|noun| scene.document.lexicon.row(noun.row).has(PersonNoun::Flags, "armed"))
    };
    let (first, last) = (hit.first as usize, hit.last as usize);
    let the = first.checked_sub(1).is_some_and(|at| scene.is(at, word!("the")));
    let of = first.checked_sub(1 + usize::from(the)).filter(|&at| scene.is(at, word!("of")) || scene.is(at, word!("from")));
    hit.row.table == TableId::Group && !scene.is_loud(first) && (armed(last) || of.and_then(|of| of.checked_sub(1)).is_some_and(armed))
}

/// Whether a group's careful form in capitals claims a deed: "IS claims Kabul blast".
fn is_claiming(scene: &Scene<'_>, hit: &Hit) -> bool {
    const REACH: usize = 4;
    let (first, last) = (hit.first as usize, hit.last as usize);
    let claims = scene.is(last, word!("claimed")) || scene.is(last, word!("claims"));
    let violent = |at: usize| {
        let class = |deed: &Hit| usize::from(deed.class).checked_sub(1).and_then(|kind| EventKind::ALL.get(kind));
        scene.document.hits_of(at, TableId::Trigger).any(|deed| class(deed).is_some_and(|kind| kind.is_violence()))
    };
    let deed = || (last + 1..last + 1 + REACH).any(|at| scene.is(at, word!("responsibility")) || scene.is(at, word!("its")) || violent(at));
    hit.row.table == TableId::Group
        && scene.is_acronym(first)
        && !scene.is_titled(first)
        && claims
        && deed()
        && !first.checked_sub(1).is_some_and(|it| scene.is(it, word!("it")))
}

/// Whether the noun at this token makes the letters before it the model of a weapon.
fn is_model(scene: &Scene<'_>, at: usize) -> bool {
    let arm = |hit: &Hit| {
        let class = scene.document.lexicon.row(hit.row).value(Weapon::Class);
        hit.len() == 1 && matches!(class, "firearm" | "explosive" | "grenade" | "rocket" | "missile" | "mine")
    };
    scene.level(at) == Level::No && scene.document.hits_of(at, TableId::Weapon).any(arm)
}

/// Two to six capitals in a sentence of small letters, but those of no weapon: "AK rifles".
fn is_acronym(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let Some(token) = scene.token(first) else { return false };
    let length = token.end - token.start;
    last - first == 1
        && token.case == Case::Upper
        && (2..=6).contains(&length)
        && !scene.is_loud(first)
        && !matches!(scene.word(first).band(), 1 | 2)
        && !token.text(scene.document.text).bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
        && token.gap < Gap::Paragraph
        && !token.text(scene.document.text).contains(|char: char| char == '.' || char.is_ascii_digit())
        && !is_model(scene, last)
        && !scene.token(last + usize::from(scene.is_hyphen(last))).is_some_and(|next| next.kind == TokenKind::Number)
}
