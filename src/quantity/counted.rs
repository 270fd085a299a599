//! The noun that a number counts.

use crate::document::Document;
use crate::lexicon::{FormRole, TableId, Tag};
use crate::token::{Gap, TokenKind, fold};

/// How many words may stand between a number and its noun: "12 heavily armed young men".
const REACH: usize = 7;

const OF: u64 = fold::hash("of");
const AND: u64 = fold::hash("and");
/// Determiners that may follow a number.
const QUALIFIERS: &[u64] =
    &[fold::hash("other"), fold::hash("more"), fold::hash("such"), fold::hash("additional"), fold::hash("different")];

/// The plural noun that a number before the token at `from` counts: "people" in "nearly 100 people".
pub(super) fn noun(document: &Document<'_>, from: usize) -> Option<usize> {
    search(document, from, Tag::NounPlural)
}

/// The singular noun that "one" before the token at `from` counts.
pub(super) fn singular(document: &Document<'_>, from: usize) -> Option<usize> {
    search(document, from, Tag::Noun)
}

fn search(document: &Document<'_>, from: usize, wanted: Tag) -> Option<usize> {
    for at in from..from + REACH {
        let determined = at > from && document.is(at - 1, OF);
        match role(document, at, wanted, determined) {
            Role::Stop => return None,
            Role::Before => {}
            Role::Noun(last) => return Some(end_of_compound(document, last, wanted)),
        }
    }
    None
}

/// What a word can be to the number before it.
enum Role {
    /// An adjective, a noun before the noun: the search goes on.
    Before,
    /// The noun; its last token.
    Noun(usize),
    /// Something that no counted noun stands behind.
    Stop,
}

/// `determined`: "of" stands before it, so that "the" may follow.
fn role(document: &Document<'_>, at: usize, wanted: Tag, determined: bool) -> Role {
    let (Some(token), Some(info)) = (document.tokens.get(at), document.words.get(at)) else { return Role::Stop };
    if token.gap == Gap::Paragraph {
        return Role::Stop;
    }
    match token.kind {
        TokenKind::Punct if token.is_glued() && document.word(at) == "-" => return Role::Before,
        TokenKind::Word => {}
        _ => return Role::Stop,
    }
    if token.hash == OF || token.hash == AND {
        return Role::Before;
    }
    if wanted == Tag::NounPlural
        && let Some(last) = plural(document, at)
    {
        return Role::Noun(last);
    }
    let mut tags = info.tags();
    if wanted == Tag::Noun && info.can_be(Tag::Noun) && !matches!(info.tag(), Some(Tag::Adjective | Tag::Preposition | Tag::Determiner)) {
        return Role::Noun(at);
    }
    if info.tag() == Some(Tag::Determiner) && !determined && !QUALIFIERS.contains(&token.hash) {
        return Role::Stop;
    }
    let is_before = |tag: Tag| {
        matches!(
            tag,
            Tag::Adjective
                | Tag::Comparative
                | Tag::Superlative
                | Tag::Adverb
                | Tag::Noun
                | Tag::VerbEn
                | Tag::VerbIng
                | Tag::Determiner
                | Tag::Number
        )
    };
    let blocks = matches!(
        info.tag(),
        Some(Tag::Auxiliary | Tag::Modal | Tag::Preposition | Tag::Pronoun | Tag::Conjunction | Tag::VerbS | Tag::Particle)
    );
    if !blocks && (info.tag().is_none() || tags.any(is_before)) { Role::Before } else { Role::Stop }
}

/// The last token of the plural noun at `at`: by its parts of speech, as a word for persons, or as a name of a people ("Palestinians").
fn plural(document: &Document<'_>, at: usize) -> Option<usize> {
    let (token, info) = (document.tokens.get(at)?, document.words.get(at)?);
    let by_lexicon = document.hits_at(at).iter().rev().find(|hit| match hit.row.table {
        TableId::Country | TableId::People => hit.role == FormRole::People,
        TableId::PersonNoun | TableId::Weapon | TableId::Target => hit.role == FormRole::Plural,
        _ => false,
    });
    if let Some(hit) = by_lexicon {
        return Some(hit.last as usize - 1);
    }
    let by_tag = info.can_be(Tag::NounPlural) && !matches!(info.tag(), Some(Tag::Determiner | Tag::Preposition | Tag::Auxiliary));
    let text = document.word(at);
    let by_form = info.tag().is_none() && token.case.is_capitalised() && text.len() > 4 && text.ends_with('s') && !text.ends_with("ss");
    (by_tag || by_form).then_some(at)
}

/// "police officers", "crew members": the last of several nouns in a row.
fn end_of_compound(document: &Document<'_>, mut at: usize, wanted: Tag) -> usize {
    while let (Some(info), Some(token)) = (document.words.get(at + 1), document.tokens.get(at + 1)) {
        let goes_on = token.is_word()
            && token.gap < Gap::Line
            && info.tag() == Some(wanted)
            && !info.can_be(Tag::VerbS)
            && !info.can_be(Tag::VerbBase);
        if !goes_on {
            break;
        }
        at += 1;
    }
    at
}
