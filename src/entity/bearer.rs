//! Which of several persons of one surname a later mention stands for: "Mayor Lopez" and "Lopez" of "Mayor Jose Lopez and his wife, Ana Lopez".

use super::facts::title_before;
use crate::document::Document;
use crate::lexicon::column::PersonNoun;
use crate::lexicon::{FormRole, Hit, TableId, WordSet};
use crate::mention::NameMention;
use crate::token::fold;
use crate::token::literal::words;

/// How many full names before a mention are looked at.
const BACK: usize = 12;

/// The one of the full names with these indices, in order, for whom the mention stands: who has its title, whose sex its "Mrs" tells; else the first
/// of the nearest sentence that names one who is not only somebody's relative.
pub fn of(document: Document<'_>, names: &[NameMention], bearers: &[(u64, usize)], index: usize) -> Option<usize> {
    let behind = bearers.partition_point(|&(_, bearer)| bearer < index);
    let before = bearers.get(behind.saturating_sub(BACK)..behind)?;
    let &(_, nearest) = before.last()?;
    let name = names.get(index)?;
    let words = |bearer: usize| names.get(bearer).map(|name| (name.last - name.first, super::group::words(document, name)));
    if before.iter().all(|&(_, bearer)| words(bearer) == words(nearest)) {
        return Some(nearest);
    }
    let latest = |fits: &dyn Fn(&NameMention) -> bool| {
        before.iter().rev().map(|&(_, bearer)| bearer).find(|&bearer| names.get(bearer).is_some_and(fits))
    };
    let title = title_before(document, name).map(|hit| hit.row);
    let titled = title.and_then(|title| latest(&|bearer| title_before(document, bearer).is_some_and(|hit| hit.row == title)));
    let mrs = name.first.checked_sub(1).is_some_and(|at| is_mrs(document, at as usize));
    let wife = || if mrs { latest(&|bearer| relation(document, bearer).is_some_and(|at| document.has(WordSet::Female, at))) } else { None };
    let main = |bearer: &NameMention| !is_relative(document, bearer, name);
    let first = || {
        let last = names.get(latest(&main)?)?;
        let sentence = document.sentence_of(last.first as usize);
        let beside = |bearer: &&NameMention| document.sentence_of(bearer.first as usize) == sentence && main(bearer);
        before.iter().map(|&(_, bearer)| bearer).find(|&bearer| names.get(bearer).as_ref().is_some_and(beside))
    };
    titled.or_else(wife).or_else(first).or(Some(nearest))
}

/// "Mrs", "Mrs." right before a name that begins behind this token.
fn is_mrs(document: Document<'_>, at: usize) -> bool {
    const MRS: &[u64] = words!["mrs", "mrs.", "ms", "ms.", "miss"];
    let at = if document.word(at) == "." { at.saturating_sub(1) } else { at };
    document.tokens.get(at).is_some_and(|token| MRS.contains(&token.hash))
}

/// The noun for a relative right before a name, or before a comma there: "his wife, Ana Lopez".
fn relation(document: Document<'_>, bearer: &NameMention) -> Option<usize> {
    let at = (bearer.first as usize).checked_sub(1)?;
    let at = if document.word(at) == "," { at.checked_sub(1)? } else { at };
    is_relation(document, at).then_some(at)
}

fn is_relation(document: Document<'_>, at: usize) -> bool {
    let relative = |hit: &Hit| document.lexicon.row(hit.row).value(PersonNoun::Class) == "relative";
    document.hits_of(at, TableId::PersonNoun).any(|hit| hit.len() == 1 && hit.role != FormRole::Plural && relative(hit))
}

/// Whether a full name is told as a relative of the one whom the text is about: "his mother, Jane Hill", "brother of the slain mayor Pedro Lopez". A
/// mother who speaks is meant where the mention goes on to: "Jane Hill said so. Hill added".
fn is_relative(document: Document<'_>, bearer: &NameMention, name: &NameMention) -> bool {
    const OF: u64 = fold::hash("of");
    const BETWEEN: usize = 5;
    let first = bearer.first as usize;
    let opens = document.sentences.get(document.sentence_of(first)).map_or(0, |sentence| sentence.first as usize);
    // "Juan Lopez, brother of Pedro Lopez": beside somebody else of the surname.
    let hash = |at: usize| document.tokens.get(at).map(|token| token.hash);
    let surname = bearer.surname(document).and_then(hash);
    let beside = |noun: usize| (noun.saturating_sub(2)..noun).any(|at| document.word(at) == "," && at > 0 && hash(at - 1) == surname);
    let of = (first.saturating_sub(BETWEEN).max(opens + 1)..first)
        .rev()
        .take_while(|&at| document.word(at) != ",")
        .find(|&at| document.is(at, OF));
    if of.is_some_and(|at| is_relation(document, at - 1) && beside(at - 1)) {
        return true;
    }
    let speaks = |name: &NameMention| (name.last as usize..name.last as usize + 2).any(|at| document.has(WordSet::Speaker, at));
    relation(document, bearer).is_some() && !(speaks(bearer) && speaks(name))
}
