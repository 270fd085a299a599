//! Words that no list knows, read by what stands beside them.

use super::scene::{Level, Scene};
use super::{NameMention, hashes, place};
use crate::lexicon::column::{OrganizationHead, PersonNoun};
use crate::lexicon::{FormRole, Hit, TableId, Tag, WordSet};
use crate::record::EntityKind;
use crate::token::Case;
use crate::token::literal::word;

/// Prepositions behind which an unknown name is a place more often than not.
const IN: [u64; 4] = hashes(["in", "near", "outside", "around"]);

const KNOWN: u64 = word!("known");
/// Objects of verbs that give a name, which are the bearer.
const SELF: [u64; 3] = hashes(["itself", "themselves", "himself"]);

/// Kind and rule for the unknown words `first..last` behind the mention `before`.
pub fn read(scene: &Scene<'_>, first: usize, last: usize, before: Option<&NameMention>) -> Option<(EntityKind, &'static str)> {
    if scene.is_loud(first) {
        let rare = (first..last).all(|at| scene.word(at).band() == 0);
        let name = rare && scene.level(first) == Level::Name;
        if name && (located(scene, first) || place::is_told(scene, first)) {
            return Some((EntityKind::Place, "unknown name behind a preposition of place"));
        }
        let taken = name && (is_entered(scene, first, last) || is_taken(scene, first, last, before));
        return taken.then_some((EntityKind::Place, "unknown name of what forces take or attack"));
    }
    if let Some(kind) = introduced(scene, first, last, before) {
        return Some((kind, "introduced as a name"));
    }
    if scene.is_titled(first) || scene.is_acronym(first) {
        return None;
    }
    // "New Lanark", "Old Bexley"
    let opener = |at: usize| at == first && last > first + 1 && scene.has(WordSet::PlaceOpener, at);
    let plain = |at: usize| !scene.token(at).is_some_and(|token| token.is_word()) || scene.word(at).band() == 0;
    let opened = (first..last).all(|at| plain(at) || opener(at)) && located(scene, first);
    let rare = opened || (first..last).all(plain);
    if rare
        && !scene.is_start(first)
        && scene.token(last).is_some_and(|token| token.case == Case::Lower)
        && scene.has(WordSet::KindOfPlace, last)
    {
        return Some((EntityKind::Place, "kind told beside"));
    }
    if is_apposed(scene, first, last) {
        return Some((EntityKind::Person, "name behind a role and a comma"));
    }
    if first.checked_sub(1).is_some_and(|at| scene.is(at, word!("former"))) && scene.has(WordSet::Player, last) {
        return Some((EntityKind::Organization, "kind told beside"));
    }
    if let Some(kind) = named_kind(scene, first, last, rare) {
        return Some((kind, "kind told beside"));
    }
    if !rare {
        return None;
    }
    let capital = |at: usize| scene.token(at).is_some_and(|token| matches!(token.case, Case::Capital | Case::Mixed));
    if last - first <= 3
        && capital(first)
        && (located(scene, first) || place::is_told(scene, first) || scene.is_mark(last, ",") && place::is_region(scene, last + 1))
    {
        return Some((EntityKind::Place, "unknown name behind a preposition of place"));
    }
    if last - first == 1
        && scene.word(first).given().max(scene.word(first).surname()) > 0
        && (speaks(scene, last) || speaks_before(scene, first))
    {
        return Some((EntityKind::Person, "name that speaks"));
    }
    let adjoins = before.is_some_and(|name| name.last as usize == first);
    if is_before_given(scene, first, last) {
        return Some((EntityKind::Person, "given name before another and a surname"));
    }
    if (is_village(scene, last) || is_home(scene, first, last)) && !adjoins {
        return Some((EntityKind::Place, "kind told beside"));
    }
    if last - first <= 2 && capital(first) && !adjoins && (is_taken(scene, first, last, before) || is_hit(scene, first, last)) {
        return Some((EntityKind::Place, "unknown name of what forces take, leave or attack"));
    }
    if acts_as_human(scene, first, last) || is_object(scene, first, last) {
        return Some((EntityKind::Person, "does or suffers what persons do"));
    }
    listed(scene, first, last, before?).map(|kind| (kind, "listed with names of the kind"))
}

/// "(Fambita), a village in", "(Bambari), a mining town": the apposition tells a kind of place.
fn is_village(scene: &Scene<'_>, last: usize) -> bool {
    const WORDS: usize = 3;
    let article = scene.is_mark(last, ",") && (scene.is(last + 1, word!("a")) || scene.is(last + 1, word!("an")));
    let small = |at: usize| scene.level(at) == Level::No && scene.token(at).is_some_and(|token| token.is_word());
    let noun = (last + 2..=last + 1 + WORDS).take_while(|&at| small(at)).find(|&at| scene.has(WordSet::KindOfPlace, at));
    article && noun.is_some_and(|at| scene.level(at + 1) == Level::No)
}

/// "(a man) of Ilayangudi in Sivaganga", "of Mannady, Chennai": a place inside one that is known.
fn is_home(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let of = first.checked_sub(1).is_some_and(|at| scene.is(at, word!("of")) || scene.is(at, word!("from")));
    let inside = scene.is(last, word!("in")) || scene.is_mark(last, ",");
    of && inside && place::end_at(scene, last + 1).is_some() && scene.level(last + 1) == Level::Name && scene.word(last + 1).band() == 0
}

/// "M23 captured Kitshanga", "rebels attacked Bamakoro", "troops left Kuito": what forces take, attack or leave by its name alone. A name that
/// persons bear is none: they too are captured.
pub fn is_taken(scene: &Scene<'_>, first: usize, last: usize, before: Option<&NameMention>) -> bool {
    let takes = |at: &usize| [WordSet::TakeTown, WordSet::Entering].iter().any(|&set| scene.has(set, *at));
    let Some(verb) = first.checked_sub(1).filter(takes) else { return false };
    let helper = |at: usize| scene.word(at).tag() == Some(Tag::Auxiliary) || scene.word(at).tag() == Some(Tag::Adverb);
    let Some(doer) = (verb.saturating_sub(3)..verb).rev().find(|&at| !helper(at)) else { return false };
    let group = before.is_some_and(|name| name.kind == EntityKind::Group && name.last as usize == doer + 1);
    let force = |hit: &Hit| {
        let row = scene.document.lexicon.row(hit.row);
        hit.row.table == TableId::PersonNoun
            && row.has(PersonNoun::Flags, "armed")
            && row.value(PersonNoun::Class) != "police"
            && (hit.role == FormRole::Plural || matches!(row.value(PersonNoun::Number), "collective" | "plural"))
    };
    let forces = scene.document.hits_at(doer).iter().any(force);
    // "Captured Zamorrano in Cali": who is somewhere in a town is no town.
    let inside = place::is_located(scene, last + 1) && place::end_at(scene, last + 1).is_some() && !place::is_region(scene, last + 1);
    (group || forces) && !inside && bears_no_person(scene, first, last)
}

/// "TROOPS ENTERED SUCHITOTO", "AT KENNEBUNKPORT", where case tells nothing: what the gazetteer knows and no list of names, behind a verb of coming.
fn is_entered(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let enters = first.checked_sub(1).is_some_and(|at| scene.has(WordSet::Entering, at) || scene.has(WordSet::TakeTown, at));
    enters && place::end_at(scene, first) == Some(last) && bears_no_person(scene, first, last)
}

/// "The attack on Kudiri", "the siege of Yelwata", "control of Kibumba".
fn is_hit(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let Some(deed) = first.checked_sub(2) else { return false };
    let on = scene.is(first - 1, word!("on")) && scene.has(WordSet::Assault, deed);
    let of = (scene.is(first - 1, word!("of")) || scene.is(first - 1, word!("for"))) && scene.has(WordSet::Siege, deed);
    (on || of) && bears_no_person(scene, first, last)
}

/// Whether no list has the words for names of persons, and nothing behind them tells of one.
fn bears_no_person(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let ends = scene.is_mark(last, ",") || !scene.joins(last) || scene.level(last) == Level::No;
    ends && (first..last).all(|at| scene.word(at).given().max(scene.word(at).surname()) == 0)
}

/// "Curtis and Marla Whitcombe": the given name of one of two who share a surname.
fn is_before_given(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let given = |at: usize| scene.level(at) == Level::Name && scene.word(at).given() >= 2;
    let and = scene.is(last, word!("and")) && given(first) && given(last + 1);
    last - first == 1 && and && scene.level(last + 2) == Level::Name && scene.word(last + 2).band() == 0 && scene.joins(last + 2)
}

/// "Ostervelde resigned", "Zanardello was elected": what persons do and suffer only.
fn acts_as_human(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let small = |at: usize| scene.token(at).is_some_and(|token| token.case == Case::Lower);
    let was = scene.is(last, word!("was")) && scene.has(WordSet::PersonObject, last + 1);
    let name = scene.word(first).given().max(scene.word(first).surname()) > 0 || scene.document.places_at(first).is_empty();
    last - first == 1 && name && small(last) && (was || scene.has(WordSet::HumanAct, last))
}

/// "appointed Taleni Kowalski", "stabbed Karwan", "led by Sadakazu Tanigaki": what only persons suffer, or those who do it.
fn is_object(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    const LEADING: [u64; 7] = hashes(["led", "headed", "chaired", "commanded", "coached", "replaced", "succeeded"]);
    let named = |at: usize| scene.word(at).given().max(scene.word(at).surname()) > 0;
    let capital = |at: usize| scene.token(at).is_some_and(|token| token.case == Case::Capital);
    let suffers = first.checked_sub(1).is_some_and(|at| scene.level(at) == Level::No && scene.has(WordSet::PersonObject, at));
    let leads = || first.checked_sub(2).is_some_and(|at| scene.is(at + 1, word!("by")) && LEADING.iter().any(|&word| scene.is(at, word)));
    let full = (2..=3).contains(&(last - first));
    (first..last).all(capital) && (full && (suffers || leads()) || last - first == 1 && suffers && named(first))
}

/// "a group calling itself Sons of the River", "the Bolan Movement, known as Lions", "a man named Sefu": what bears the name.
pub(super) fn introduced(scene: &Scene<'_>, first: usize, last: usize, before: Option<&NameMention>) -> Option<EntityKind> {
    let quote = first.checked_sub(1).is_some_and(|at| ["\"", "“", "'", "‘"].iter().any(|mark| scene.is_mark(at, mark)));
    let end = first - usize::from(quote);
    let the = end.checked_sub(1).is_some_and(|at| scene.is(at, word!("the")));
    let mut verb = end.checked_sub(1 + usize::from(the))?;
    let known = scene.is(verb, word!("as"));
    if known || SELF.iter().any(|&word| scene.is(verb, word)) {
        verb = verb.checked_sub(1)?;
    }
    // "known locally as"
    if known && !scene.is(verb, KNOWN) {
        verb = verb.checked_sub(1)?;
    }
    let identified = known && !scene.is(verb, KNOWN) && (verb.saturating_sub(3)..=verb + 1).any(|at| is_identified(scene, at));
    if identified {
        let named = |at: usize| scene.word(at).given().max(scene.word(at).surname()) > 0;
        let person = |at: usize| bearer(scene, at) == Some(EntityKind::Person);
        let told = (first..last).any(named) || (verb.saturating_sub(3)..verb).any(person);
        return (last - first > 1 && told).then_some(EntityKind::Person);
    }
    let gives = if known { scene.is(verb, KNOWN) } else { scene.has(WordSet::Calling, verb) };
    if !gives || scene.is(last, word!("of")) || scene.level(last) > Level::No && scene.joins(last) {
        return None;
    }
    let adverb = |at: usize| scene.is_mark(at, ",") || scene.word(at).tag() == Some(Tag::Adverb);
    let at = (verb.saturating_sub(3)..verb).rev().find(|&at| !adverb(at))?;
    let named = before.filter(|name| name.last as usize == at + 1).map(|name| name.kind);
    let named = named.filter(|kind| matches!(kind, EntityKind::Group | EntityKind::Organization | EntityKind::Person));
    named.or_else(|| bearer(scene, at))
}

/// "identified (by police) as", "named by friends as", "was named as".
fn is_identified(scene: &Scene<'_>, at: usize) -> bool {
    scene.is(at, word!("identified")) || scene.is(at, word!("named")) && (scene.is(at + 1, word!("by")) || scene.is(at + 1, word!("as")))
}

/// "Her brother, Jean-Bosco, fled", "Israel's ambassador, Yacov Livne, attended", "the police chief of Herat, Zelmay Weesa, died".
fn is_apposed(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    const WORDS: usize = 3;
    let Some(comma) = first.checked_sub(1).filter(|&at| scene.is_mark(at, ",")) else { return false };
    let closed = !scene.joins(last) || [",", ".", ";"].iter().any(|mark| scene.is_mark(last, mark));
    let plain = |at: usize| scene.token(at).is_some_and(|token| !token.is_word() || token.case != Case::Upper && token.case != Case::Lower);
    if !closed || !(first..last).all(plain) || last - first > WORDS {
        return false;
    }
    let end = seat(scene, comma).unwrap_or(comma);
    let ending = |at: usize| scene.document.hits_at(at).iter().filter(move |hit| hit.last as usize == end && scene.level(at) == Level::No);
    let roles = || (end.saturating_sub(WORDS)..end).flat_map(ending);
    let relative = |hit: &Hit| {
        hit.row.table == TableId::PersonNoun
            && hit.role != FormRole::Plural
            && scene.document.lexicon.row(hit.row).value(PersonNoun::Class) == "relative"
    };
    let office = |hit: &Hit| hit.row.table == TableId::Title && hit.role != FormRole::Plural;
    roles().any(relative) || last - first > 1 && scene.token(first + 1).is_some_and(|token| token.is_word()) && roles().any(office)
}

/// Where "of Herat", "in Lebanon" begins that ends before the comma and tells where an office is held.
fn seat(scene: &Scene<'_>, comma: usize) -> Option<usize> {
    const WORDS: usize = 3;
    let of = |at: &usize| scene.is(*at, word!("of")) || scene.is(*at, word!("in")) || scene.is(*at, word!("for"));
    let at = (comma.saturating_sub(WORDS + 1)..comma).rev().find(of)?;
    (place::end_at(scene, at + 1) == Some(comma)).then_some(at)
}

/// What the common noun at this token bears: "group", "company", "man".
fn bearer(scene: &Scene<'_>, at: usize) -> Option<EntityKind> {
    let nouns = || scene.document.hits_at(at).iter().filter(|hit| hit.len() == 1 && scene.level(at) == Level::No);
    let body = nouns().find(|hit| hit.row.table == TableId::OrganizationHead).map(|hit| {
        let group = scene.document.lexicon.row(hit.row).text(OrganizationHead::Kind) == "group";
        if group { EntityKind::Group } else { EntityKind::Organization }
    });
    let person = |hit: &Hit| matches!(hit.row.table, TableId::PersonNoun | TableId::Title) && hit.role != FormRole::Plural;
    body.or_else(|| nouns().any(person).then_some(EntityKind::Person))
}

fn located(scene: &Scene<'_>, first: usize) -> bool {
    first.checked_sub(1).and_then(|at| scene.token(at)).is_some_and(|token| IN.contains(&token.hash))
}

fn speaks(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).is_some_and(|token| token.case == Case::Lower) && scene.has(WordSet::Speaker, at)
}

/// ", said Khan": the verb stands before and a mark before that.
fn speaks_before(scene: &Scene<'_>, first: usize) -> bool {
    first.checked_sub(1).is_some_and(|at| speaks(scene, at) && !scene.is(at, word!("who")))
        && first.checked_sub(2).is_some_and(|at| !scene.token(at).is_some_and(|token| token.is_word()))
}

/// "the newspaper Haaretz", "Ajax club": a common noun beside tells the kind.
fn named_kind(scene: &Scene<'_>, first: usize, last: usize, rare: bool) -> Option<EntityKind> {
    let told = |at: usize, behind: bool| {
        scene.document.hits_at(at).iter().find_map(|hit| {
            let fits = hit.row.table == TableId::OrganizationHead && if behind { hit.last as usize == first } else { hit.len() == 1 };
            let row = scene.document.lexicon.row(hit.row);
            // "Troops left Kuito", "Zwelinzima Vavi left" tell of no party.
            let verb = scene.word(at).can_be(Tag::VerbEd);
            if !fits || verb || row.text(OrganizationHead::Position) != "generic" || scene.level(at) > Level::No {
                return None;
            }
            match row.text(OrganizationHead::Kind) {
                "media" | "company" | "party" | "sport" | "union" | "ngo" => Some(EntityKind::Organization),
                _ => None,
            }
        })
    };
    let before = rare.then(|| first.checked_sub(1).and_then(|at| told(at, true))).flatten();
    before.or_else(|| told(last, false).filter(|_| !scene.is_start(first) && scene.level(first) == Level::Name))
}

/// "Remance, San Juan and Horconcitos": goes on with a list of places, or of persons of several words.
fn listed(scene: &Scene<'_>, first: usize, last: usize, before: &NameMention) -> Option<EntityKind> {
    let gap = before.last as usize;
    let and = |at: usize| scene.is(at, word!("and")) || scene.is(at, word!("or"));
    let joined = gap + 1 == first && (scene.is_mark(gap, ",") || and(gap)) || gap + 2 == first && scene.is_mark(gap, ",") && and(gap + 1);
    if !joined || !scene.joins(first) {
        return None;
    }
    // "In Gao, Sadou Harouna spoke": who does something is none of the places.
    let acts = !and(first - 1) && scene.token(last).is_some_and(|token| token.case == Case::Lower) && is_verb(scene, last);
    match before.kind {
        EntityKind::Place if acts && gap == first - 1 => {
            let named = (2..=3).contains(&(last - first)) && place::is_located(scene, before.first as usize);
            named.then_some(EntityKind::Person)
        }
        EntityKind::Place if last - first <= 3 => Some(EntityKind::Place),
        EntityKind::Person if (2..=3).contains(&(last - first)) && before.last - before.first > 1 => Some(EntityKind::Person),
        _ => None,
    }
}

/// Whether the word is a verb in the past rather than what else it may be.
fn is_verb(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.word(at);
    scene.has(WordSet::Speaker, at) || word.tag() == Some(Tag::VerbEd)
}
