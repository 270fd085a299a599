//! Names of organisations, places and buildings by their head: "Ministry of ...", "... Party", "... Airport", "... Inc".

use super::head::{Head, head_at};
use super::scene::{Level, Scene};
use super::tail::{is_common, of_phrase};
use super::{Found, Sure, acronym, country, guess, known, role};
use crate::lexicon::{Hit, TableId, Tag, WordSet, column};
use crate::record::EntityKind;
use crate::token::literal::word;
use crate::token::{Case, TokenKind, fold};

const THE: u64 = fold::hash("the");
const AND: u64 = fold::hash("and");
/// Longest name in tokens.
pub const TOKENS: usize = 14;

/// The organisation or facility whose name begins at this token.
pub fn at(scene: &Scene<'_>, at: usize) -> Option<Found> {
    // "Operation Steel Curtain" is no company's.
    if scene.level(at) == Level::No || scene.is_headless(at) || scene.is(at, word!("operation")) && !scene.is_loud(at) {
        return None;
    }
    if scene.is_loud(at) && scene.word(at).band() == 1 && head_at(scene, at, at).is_none()
        || is_portfolio(scene, at)
        || is_before(scene, at)
        || is_adverb(scene, at)
    {
        return None;
    }
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
            None => {
                scene.note_run(at..next);
                break;
            }
        }
    }
    let (head, last) = best?;
    let last = acronym::end(scene, at, last);
    if is_qualified(scene, at, last) || is_titled_person(scene, at, last) {
        return None;
    }
    // "Iranian Ministry", "Sudanese Rapid Support Forces (RSF)": the nationality is a name by itself.
    if (head.state || scene.definition_at(at + 1).is_some()) && country::is_nationality(scene, at) {
        return None;
    }
    let told = head.state || head.military || head.kind == EntityKind::Group;
    if scene.is_loud(at) && (head.kind == EntityKind::Facility && is_building_in_town(scene, at, last) || is_place_of_kind(scene, at, last))
    {
        return None;
    }
    if scene.is_loud(at) && (!told && is_indefinite(scene, at, last) || is_owned_noun(scene, at, last) || !is_loud_name(scene, at, last)) {
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
    // "Indian Space Research Organisation" and the "Tigers" of a school bear no arms.
    let peaceful = head.open && !(at..last).any(|word| scene.has(WordSet::ArmedName, word));
    let kind = match head.kind {
        _ if guess::introduced(scene, at, last, None) == Some(EntityKind::Group) => EntityKind::Group,
        _ if peaceful => EntityKind::Organization,
        _ if head.either && is_called_group(scene, last) => EntityKind::Group,
        kind => kind,
    };
    Some(Found::new(at - usize::from(before), last, kind, Sure::Fair, "head of an organisation's name"))
}

/// "Suspected Taliban", "Pro-Taliban", "Captured Islamic State" where a sentence begins: what follows the first word is a name by itself.
fn is_qualified(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let marked = scene.is_loud(first) || scene.is_acronym(first) || scene.has(WordSet::OrganizationOpener, first);
    let name = if scene.is_hyphen(first + 1) { first + 2 } else { first + 1 };
    let participle = scene.word(first).can_be(Tag::VerbEn) || scene.is_hyphen(first + 1);
    let whole = |found: Found| found.sure == Sure::Strong && found.last >= last && (participle || found.kind == Some(EntityKind::Group));
    scene.level(first) == Level::Maybe && !marked && name < last && known::at(scene, name).is_some_and(whole)
}

/// "Foreign Minister Peter Temple", "the foreign minister, Dick Spring": a title, a given name and a surname that is a word for a building too.
fn is_titled_person(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let title = role::office_end(scene, first).filter(|_| !scene.is_loud(first));
    let given = title.unwrap_or(first);
    last == given + 2
        && scene.word(given).given() >= 3
        && scene.word(given + 1).surname() >= 2
        && (title.is_some() || role::is_behind_office(scene, first))
}

/// "The Chagai Brigade, a rival faction": whether the words behind the name call it a group that fights beside or against a state.
fn is_called_group(scene: &Scene<'_>, last: usize) -> bool {
    const REACH: usize = 9;
    let group = |hit: &Hit| {
        let row = scene.document.lexicon.row(hit.row);
        match hit.row.table {
            TableId::PersonNoun => row.value(column::PersonNoun::Side) == "nonstate" && row.has(column::PersonNoun::Flags, "body"),
            TableId::OrganizationHead => {
                row.value(column::OrganizationHead::Position) == "generic" && row.text(column::OrganizationHead::Kind) == "group"
            }
            _ => false,
        }
    };
    let article = scene.is(last + 1, word!("a")) || scene.is(last + 1, word!("an"));
    let mut words = (last + 2..last + REACH).take_while(|&at| {
        let token = scene.token(at);
        // "A little-known group".
        token.is_some_and(|token| token.kind == TokenKind::Word || token.is_glued() && scene.is(at, const { fold::hash("-") }))
    });
    scene.is(last, const { fold::hash(",") }) && article && words.any(|at| scene.document.hits_at(at).iter().any(group))
}

/// The noun of "in front of", which opens no name of a group.
fn is_before(scene: &Scene<'_>, at: usize) -> bool {
    at > 0 && scene.is(at, word!("front")) && scene.is(at - 1, word!("in")) && scene.is(at + 1, word!("of"))
}

/// "Meanwhile Africa Corps denied", "Elsewhere Red Cross workers": an adverb that owes its capital to the sentence opens no name.
fn is_adverb(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_start(at) && scene.level(at) == Level::Maybe && scene.word(at).tag() == Some(Tag::Adverb)
}

/// "Minister of (Rural Energy and Road Transport)": what a minister is for.
fn is_portfolio(scene: &Scene<'_>, at: usize) -> bool {
    const WORDS: usize = 5;
    let inside = |at: &usize| at.checked_sub(1).is_some_and(|before| scene.is(before, AND) || scene.level(before) > Level::No);
    let back = if at > 0 && scene.is(at - 1, AND) { WORDS } else { 0 };
    let first = (at.saturating_sub(back)..=at).rev().take_while(|at| inside(at)).last().map_or(at, |first| first - 1);
    let of = first >= 2 && (scene.is(first - 1, word!("of")) || scene.is(first - 1, word!("for")));
    of && scene.has(WordSet::Minister, first - 2)
}

/// "3rd", "2D", "14th" before the name of a unit.
fn is_ordinal(scene: &Scene<'_>, at: usize) -> bool {
    scene.token(at).is_some_and(|token| {
        let text = token.text(scene.document.text);
        token.kind == TokenKind::Number && text.len() <= 5 && text.bytes().last().is_some_and(|byte| byte.is_ascii_alphabetic())
    })
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
        || (is_genitive(text) && at > 0 && (is_plain_owner(scene, at - 1) || at > 1 && is_sainted(scene, at - 2)))
        || (token.hash == AND && !has_head && !scene.is_loud(at) && is_common(scene, at));
    (joins && next).then_some(at + 1)
}

/// The point of "St. Takla", "Mt. Hope".
fn is_saint(scene: &Scene<'_>, at: usize) -> bool {
    scene.is_mark(at, ".") && at.checked_sub(1).is_some_and(|at| scene.has(WordSet::PlaceAbbreviation, at))
}

/// The "St" of "St James's Church".
fn is_sainted(scene: &Scene<'_>, at: usize) -> bool {
    is_saint(scene, at) || scene.is(at, word!("st")) || scene.is(at, word!("saint"))
}

fn is_genitive(text: &str) -> bool {
    matches!(text, "'s" | "’s" | "’" | "'" | "'S" | "’S")
}

/// "People's Party", "Prosecutor's Office", but not "Jordan's Ministry": the owner is a common noun.
fn is_plain_owner(scene: &Scene<'_>, at: usize) -> bool {
    scene.word(at).band() > 0
        && !scene.is_acronym(at)
        && country::country_end(scene, at).is_none()
        && (scene.word(at).can_be(Tag::NounPlural) || head_at(scene, at, usize::MAX).is_none())
}

/// Whether it is no name but "GROUP OF MEN", or persons of the group whose name opens it ("SHINING PATH GUERRILLAS").
fn is_band(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let persons = |at: usize| scene.document.hits_of(at, TableId::PersonNoun);
    let of = |hit: &Hit| scene.document.lexicon.row(hit.row).has(column::PersonNoun::Flags, "head-of-of-phrase");
    // "UNIDENTIFIED ARMED GROUP", "GUERRILLA COLUMN": a common noun.
    let common = |hit: &Hit| {
        let row = scene.document.lexicon.row(hit.row);
        let collective = row.text(column::PersonNoun::Number) == "collective" && !row.has(column::PersonNoun::Flags, "body");
        hit.last as usize == last && collective
    };
    let band = scene.is(first + 1, word!("of")) && persons(first).any(of) || persons(first).any(common);
    let group = known::at(scene, first).is_some_and(|found| found.kind == Some(EntityKind::Group) && found.last < last);
    band || group && persons(last - 1).any(|hit| hit.len() == 1)
}

/// "LIEGE POLICE", "BELARUS PARLIAMENT", "EUROPEAN GROUP": a place or nationality and what small letters would show as a common noun.
fn is_owned_noun(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    (first + 1..last).any(|noun| {
        super::head::is_common_noun(scene, noun, last)
            && (noun == first + 1 && country::is_nationality(scene, first) || super::place::end_at(scene, first) == Some(noun))
    })
}

/// "BEIRUT PORT", "Oslo Gay Bar" in a headline: a place and what is there, in ordinary words.
fn is_building_in_town(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    super::place::end_at(scene, first).is_some_and(|end| end < last && (end..last).all(|at| scene.word(at).band() > 0))
}

/// "QUEZON PROVINCE": a place and what it is, where case says nothing.
fn is_place_of_kind(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    scene.has(WordSet::KindBehindPlace, last - 1) && super::place::end_at(scene, first) == Some(last - 1)
}

/// Where case says nothing, every word must look like a part of such a name, the first one most, and no other name may stand inside.
fn is_loud_name(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let opens = scene.level(first) == Level::Name
        || scene.has(WordSet::OrganizationOpener, first)
        || country::is_nationality(scene, first)
        || head_at(scene, first, first).is_some();
    let fits = |at: usize| {
        let word = scene.word(at);
        scene.level(at) == Level::Name
            || scene.is_function(at)
            || word.can_be(Tag::Adjective)
            || word.given().max(word.surname()) >= 3
            || scene.document.begins(at, TableId::OrganizationHead)
            || (word.tag() == Some(Tag::Noun) && first + 1 < at)
    };
    let inner = |at: usize| {
        known::at(scene, at).is_some_and(|found| {
            found.sure == Sure::Strong && found.last <= last && matches!(found.kind, Some(EntityKind::Group | EntityKind::Organization))
        })
    };
    // "CITY OF SUCHITOTO", "DEPARTMENT OF RISARALDA": a place and what it is.
    let place_of = |at: usize| scene.is(at, word!("of")) && (1..3).any(|skip| super::place::end_at(scene, at + skip).is_some());
    let unit = (first..first + 2).any(|at| scene.has(WordSet::Municipal, at) && place_of(at + 1));
    opens
        && !unit
        && !is_deed(scene, first, last)
        && !is_band(scene, first, last)
        && !(first + 1..last).any(|at| is_act(scene, at))
        && (first..last).all(fits)
        && !(first + 1..last).any(inner)
}

/// "A TELEPHONE CALL", "A TRADE UNION": ordinary words behind the article of what is not known.
fn is_indefinite(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let article = first.checked_sub(1).is_some_and(|at| scene.is(at, word!("a")) || scene.is(at, word!("an")));
    article && (first..last).all(|at| scene.word(at).band() > 0)
}

/// The verb of "REBELS BOMB OIL PIPELINE": what people may do stands right behind them.
fn is_act(scene: &Scene<'_>, at: usize) -> bool {
    let people = |at: usize| scene.document.begins(at, TableId::PersonNoun) && scene.word(at).tag() == Some(Tag::NounPlural);
    let verb = scene.word(at).can_be(Tag::VerbBase) || scene.word(at).can_be(Tag::VerbEd);
    verb && people(at - 1) && !scene.document.begins(at, TableId::OrganizationHead)
}

/// "POLICE USED TEAR GAS", "THE ARMY OF KILLING": a body and what it did.
fn is_deed(scene: &Scene<'_>, first: usize, last: usize) -> bool {
    let body = scene.document.begins_any(first, &[TableId::PersonNoun, TableId::OrganizationHead]);
    let did = scene.word(first + 1).tag() == Some(Tag::VerbEd) && last > first + 2;
    let doing = scene.is(first + 1, word!("of")) && scene.word(first + 2).can_be(Tag::VerbIng) && last == first + 3;
    body && (did || doing)
}
