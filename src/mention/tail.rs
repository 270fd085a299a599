//! What follows a head: "of ...", "for ...", a series of portfolios.

use super::head::{Head, Of, head_at};
use super::organization::TOKENS;
use super::scene::{Level, Scene};
use crate::lexicon::column::PersonNoun;
use crate::lexicon::{FormRole, Hit, TableId, Tag, WordInfo};
use crate::token::fold;
use crate::token::literal::word;

const OF: u64 = fold::hash("of");
const FOR: u64 = fold::hash("for");
const THE: u64 = fold::hash("the");
const AND: u64 = fold::hash("and");
/// Prepositions that go on with a name behind its head.
const LINKS: [u64; 4] = super::hashes(["of", "for", "on", "against"]);

/// The end of "of ..." or "for ..." behind a head, or of what follows a prefix that holds its preposition.
pub fn of_phrase(scene: &Scene<'_>, head: &Head) -> Option<usize> {
    let mut next = head.last;
    if !head.prefix || scene.level(next) == Level::No {
        let token = scene.token(next)?;
        match head.of {
            _ if head.prefix && (token.hash == THE || token.hash == word!("a")) => {}
            Of::Any if token.hash == FOR && scene.is(head.last - 1, word!("party")) => return None,
            Of::Any if token.hash == OF || LINKS.contains(&token.hash) && !scene.is_loud(head.last - 1) => {}
            Of::Place if token.hash == OF || token.hash == FOR => {}
            _ => return None,
        }
        next += 1;
    }
    // "THE HOUSE OF A JUDGE"
    let indefinite = scene.is(next, word!("a")) || scene.is(next, word!("an"));
    if indefinite && scene.is_loud(next) && scene.document.begins(next + 1, TableId::PersonNoun) {
        return None;
    }
    // "Union for a Popular Movement"
    if scene.is(next, THE) || scene.is(next, word!("a")) {
        next += 1;
    }
    let person = opens_person(scene, next) || !head.prefix && is_person(scene, next) || is_loud_person(scene, next);
    if scene.level(next) == Level::No || !scene.joins(next) || person {
        return None;
    }
    if head.of == Of::Place && !head.prefix {
        return super::place::end_at(scene, next);
    }
    // "Liberal Party of Canada leader", "Central Bank of Nigeria Governor"
    if !head.prefix
        && let Some(end) = super::country::country_end(scene, next).or_else(|| super::place::state_end(scene, next))
    {
        // "Society of Britain and Ireland"
        let second = Some(end + 1).filter(|_| scene.is(end, AND)).and_then(|at| super::country::country_end(scene, at));
        return Some(second.unwrap_or(end));
    }
    next += 1;
    let mut end = next;
    while end < head.last + TOKENS {
        let Some(token) = scene.token(end) else { break };
        let follows = scene.level(end + 1) > Level::No && scene.joins(end + 1);
        if opens_person(scene, end) || is_loud_deed(scene, end) {
            break;
        }
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
        } else if follows && (token.hash == OF || token.hash == FOR) && scene.word(end - 1).band() > 0 && !is_person(scene, end + 1) {
            end += 2;
        } else if scene.is(head.last, FOR)
            && !scene.is_loud(end)
            && token.hash == OF
            && scene.is(end + 1, THE)
            && scene.level(end + 2) > Level::No
            && scene.word(end - 1).band() > 0
        {
            // "Fund for the Recovery of the Wetlands"
            end += 3;
        } else {
            break;
        }
    }
    Some(end)
}

/// "the Party of Fidel Castro": a well-known person, or a given name and a word that is none.
fn is_person(scene: &Scene<'_>, at: usize) -> bool {
    let given = scene.word(at).given() >= 3 && scene.level(at + 1) == Level::Name && scene.word(at + 1).band() == 0;
    given || scene.document.hits_of(at, TableId::Notable).any(|hit| hit.len() > 1)
}

/// "(Department of Rural Roads) Director Lin Adaro": a title and a person.
fn opens_person(scene: &Scene<'_>, at: usize) -> bool {
    scene.document.hits_of(at, TableId::Title).any(|hit| hit.len() == 1)
        && scene.word(at).band() > 0
        && (scene.word(at + 1).band() == 0 || scene.word(at + 1).given() > 0)
        && scene.level(at + 1) == Level::Name
        && scene.level(at + 2) == Level::Name
        && !scene.is_loud(at)
}

/// "HOUSE (OF MINISTER LUIS MORA)", "OFFICE (OF UNION LEADER ANA ROJA)": where case says nothing, whose it is, with his office or trade before his name.
fn is_loud_person(scene: &Scene<'_>, at: usize) -> bool {
    let one = |hit: &&Hit| match hit.row.table {
        TableId::Title => hit.role != FormRole::Plural,
        TableId::PersonNoun => scene.document.lexicon.row(hit.row).value(PersonNoun::Number) == "singular" && hit.role != FormRole::Plural,
        _ => false,
    };
    let end = scene.document.hits_at(at).iter().filter(|hit| scene.is_loud(at) && one(hit)).map(|hit| hit.last as usize).max();
    end.is_some_and(|name| scene.word(name).given() >= 3 || scene.level(name) == Level::Name && scene.word(name).band() == 0)
}

/// "THE ORGANIZATION OF REVOLUTIONARY JUSTICE *THREATENED* TO": where case says nothing, a verb in the past right behind a noun is none of the name;
/// not "THE COMMITTEE OF DISPLACED PERSONS".
fn is_loud_deed(scene: &Scene<'_>, at: usize) -> bool {
    let verb = matches!(scene.word(at).tag(), Some(Tag::VerbEd | Tag::VerbEn)) && scene.word(at).can_be(Tag::VerbEd);
    let noun = |word: WordInfo| word.band() == 0 || matches!(word.tag(), Some(Tag::Noun | Tag::NounPlural));
    scene.is_loud(at) && verb && at.checked_sub(1).is_some_and(|before| !scene.is_function(before) && noun(scene.word(before)))
}

/// The end of a series of portfolios that begins at a comma: "(Ministry of Forestry), Mines and Rural Roads".
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
pub fn is_common(scene: &Scene<'_>, and: usize) -> bool {
    scene.word(and + 1).band() > 0 && and.checked_sub(1).is_some_and(|at| scene.word(at).band() > 0)
}
