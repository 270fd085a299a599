//! Roles that name nobody by themselves ("the army", "police", "the rebels") tied to what they stand for: the body of the country that is
//! told beside them or that the article talks of, or the group that it named before. What stays open is left alone.

mod article;
mod body;

use super::{Description, EntityDraft};
use crate::document::Document;
use crate::lexicon::column::{Organization, PersonNoun};
use crate::lexicon::{Hit, RowRef, TableId, Tag};
use crate::mention::NameMention;
use crate::token::{Case, TextCase, TokenKind, fold};
use article::Article;
use body::Bodies;

const DEFINITE: [u64; 5] = [fold::hash("the"), fold::hash("this"), fold::hash("these"), fold::hash("that"), fold::hash("those")];
const THE: u64 = DEFINITE[0];

/// What a role takes its identity from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Basis {
    /// The form holds a country, or is a row of its own: "Malian army".
    Form,
    /// The body of a country that is told beside it or talked of.
    Country,
    /// A group named before.
    Group,
}

/// A role in the text.
#[derive(Clone, Copy, Debug)]
struct Role {
    /// Its form in the lexicon.
    hit: Hit,
    /// First token, without an article.
    first: u32,
    basis: Basis,
}

/// Ties the roles in the text to the entities in `drafts`, and to new ones behind them.
pub fn tie(document: Document<'_>, names: &[NameMention], drafts: &mut Vec<EntityDraft>) {
    let roles = roles(document, names);
    if roles.is_empty() && !drafts.iter().any(|draft| is_open(document, draft)) {
        return;
    }
    let article = Article::of(document, names, drafts);
    let mut bodies = Bodies::default();
    name(document, names, &article, drafts);
    for role in roles {
        let answer = match role.basis {
            Basis::Form => Some((bodies.of_form(document, &role, drafts), "form of a country's body")),
            Basis::Country => {
                let country = article.country(role.first, role.hit.last);
                country.and_then(|(code, rule)| Some((bodies.of_country(document, &role, code, drafts)?, rule)))
            }
            Basis::Group => article.group(role.first),
        };
        if let Some((index, rule)) = answer
            && let Some(draft) = drafts.get_mut(index)
        {
            draft.descriptions.push(Description { first: role.first, last: role.hit.last, rule });
        }
    }
}

/// What the lexicon notes of an entity that is an organisation.
fn note<'d>(document: Document<'d>, draft: &EntityDraft) -> &'d str {
    let row = draft.row.filter(|row| row.table == TableId::Organization);
    row.map_or("", |row| document.lexicon.row(row).text(Organization::Note))
}

/// Whether a name leaves open whose body it is: "the Foreign Ministry", "Congress", "THE ARMY".
fn is_open(document: Document<'_>, draft: &EntityDraft) -> bool {
    draft.key.is_none() && matches!(note(document, draft), "pattern" | "generic-country")
}

/// Gives the open names the country that is told beside them or that the article talks of.
fn name(document: Document<'_>, names: &[NameMention], article: &Article<'_>, drafts: &mut Vec<EntityDraft>) {
    // From the last to the first, since names that come to one body close up.
    for index in 0..drafts.len() {
        let draft = &drafts[index];
        let first = draft.mentions.first().and_then(|&name| names.get(name as usize)).filter(|_| is_open(document, draft));
        let country = first.and_then(|name| Some((name, article.country(name.first, name.last)?)));
        let pattern = note(document, draft) == "pattern";
        let body = country.and_then(|(name, (code, rule))| {
            let body =
                if pattern { body::pattern(document, draft.row?, code)? } else { body::lookup(document, (name.first, name.last), code)? };
            Some((body, rule))
        });
        let alone = || Some((only(drafts, draft.row.filter(|_| pattern && first.is_some())?)?, "only body of its kind"));
        let body = body.or_else(alone);
        if let Some((body, rule)) = body {
            body::settle(index, body, rule, drafts);
        }
    }
    drafts.retain(|draft| !draft.mentions.is_empty());
}

/// The entity of a row whose country is known, if there is one only.
fn only(drafts: &[EntityDraft], row: RowRef) -> Option<EntityDraft> {
    let mut bodies = drafts.iter().filter(|draft| draft.row == Some(row) && draft.key.is_some());
    bodies.next().filter(|_| bodies.next().is_none()).cloned()
}

/// All roles in the text that stand for somebody, in order.
fn roles(document: Document<'_>, names: &[NameMention]) -> Vec<Role> {
    let mut roles: Vec<Role> = Vec::new();
    let (mut next, mut end) = (0, 0);
    for hit in document.hits.iter().filter(|hit| hit.row.table == TableId::Organization) {
        // Of forms that begin at one token the longest counts, and a row of its own before a pattern.
        let better = |other: &Hit| (other.last, hit.param > 0 && other.param == 0) > (hit.last, false);
        let mut others = document.hits_of(hit.first as usize, TableId::Organization);
        if hit.first < end || others.any(better) {
            continue;
        }
        while names.get(next).is_some_and(|name| name.last < hit.last) {
            next += 1;
        }
        // "New Jersey police" are not those of Jersey.
        let cut =
            next.checked_sub(1).and_then(|before| names.get(before)).is_some_and(|name| name.first < hit.first && hit.first < name.last);
        let named = cut || names.get(next).is_some_and(|name| name.first < hit.last);
        if let Some(role) = role(document, hit).filter(|_| !named) {
            end = hit.last;
            roles.push(role);
        }
    }
    roles
}

fn role(document: Document<'_>, hit: &Hit) -> Option<Role> {
    let loud = document.case != TextCase::Mixed;
    let last = hit.last as usize;
    let small = document.tokens.get(last - 1)?.case == Case::Lower || hit.len() == 1 && is_start(document, last - 1);
    if !(loud || small) || is_modifier(document, last) {
        return None;
    }
    let row = document.lexicon.row(hit.row);
    let first = hit.first + u32::from(hit.len() > 1 && document.is(hit.first as usize, THE));
    let definite = first.checked_sub(1).and_then(|at| document.tokens.get(at as usize));
    let definite = definite.is_some_and(|token| DEFINITE.contains(&token.hash));
    let basis = match row.text(Organization::Note) {
        "generic-group" if definite => Basis::Group,
        "generic-country" if definite || stands_alone(document, first as usize, hit) => Basis::Country,
        "pattern" if hit.param > 0 => Basis::Form,
        "" if is_force(row.text(Organization::Kind)) && !loud && hit.len() > 1 => Basis::Form,
        _ => return None,
    };
    Some(Role { hit: *hit, first, basis })
}

/// Kinds of bodies whose names in small letters are descriptions: "Malian army".
fn is_force(kind: &str) -> bool {
    matches!(kind, "military" | "police" | "gendarmerie" | "intelligence" | "government" | "legislature" | "court")
}

/// Whether the token begins a sentence.
fn is_start(document: Document<'_>, at: usize) -> bool {
    document.sentences.get(document.sentence_of(at)).is_some_and(|sentence| sentence.first as usize == at)
}

/// Whether the word before `last` is no head: "army base", "government-held".
fn is_modifier(document: Document<'_>, last: usize) -> bool {
    let Some(token) = document.tokens.get(last) else { return false };
    let hyphen = token.kind == TokenKind::Punct && token.is_glued() && matches!(token.text(document.text), "-" | "‐" | "‑" | "–");
    let noun = document.words.get(last).and_then(|word| word.tag());
    hyphen || matches!(noun, Some(Tag::Noun | Tag::NounPlural | Tag::Adjective)) || token.case == Case::Capital && !is_start(document, last)
}

/// Whether the role stands for the whole body without an article: "police", but not "soldiers", "local police". Behind a name it may be
/// that name's: "Malian soldiers".
fn stands_alone(document: Document<'_>, first: usize, hit: &Hit) -> bool {
    let person = document.hits_of(first, TableId::PersonNoun).find(|other| other.last == hit.last);
    let collective = person.is_none_or(|hit| document.lexicon.row(hit.row).text(PersonNoun::Number) == "collective");
    let Some(before) = first.checked_sub(1).filter(|_| !is_start(document, first)) else { return collective };
    let Some(token) = document.tokens.get(before) else { return collective };
    if token.kind == TokenKind::Possessive || document.case == TextCase::Mixed && token.case.is_capitalised() {
        return true;
    }
    let modifier = document.words.get(before).and_then(|word| word.tag()).is_some_and(|tag| {
        matches!(tag, Tag::Determiner | Tag::Number | Tag::Adjective | Tag::Noun | Tag::NounPlural | Tag::Pronoun | Tag::VerbIng)
    });
    collective && !modifier
}
