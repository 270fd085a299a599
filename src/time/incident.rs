//! Words of what an article may be about, beside expressions of time: "the day after the shooting".

use super::reader::Reader;
use crate::lexicon::{TableId, Tag, column};
use crate::record::EventKind;
use crate::token::literal::words;

/// Whether a noun or a verb of violence, accident or disaster begins with the token at `at`.
pub(super) fn is_incident(reader: &Reader<'_>, at: usize) -> bool {
    const TAGS: [Tag; 7] = [Tag::Noun, Tag::NounPlural, Tag::VerbBase, Tag::VerbS, Tag::VerbEd, Tag::VerbEn, Tag::VerbIng];
    let kind = |row| EventKind::named(reader.document.lexicon.row(row).text(column::Trigger::Kind));
    let is_of_kind = |kind: EventKind| kind.is_violence() || matches!(kind, EventKind::Accident | EventKind::Disaster);
    reader.document.hits_of(at, TableId::Trigger).any(|hit| kind(hit.row).is_some_and(is_of_kind))
        && tag(reader, at).is_some_and(|tag| TAGS.contains(&tag))
}

/// -1 for "before the attack", 1 for "after his death", at `at`.
pub(super) fn beside_incident(reader: &Reader<'_>, at: usize) -> Option<i64> {
    /// Words between the article and the noun: "the deadly embassy bombings".
    const REACH: usize = 3;
    let sign = if reader.is_any(at, words!["before"]) {
        -1
    } else if reader.is_any(at, words!["after", "following"]) {
        1
    } else {
        return None;
    };
    let from = at + 2;
    let determined = reader.is_any(at + 1, words!["the", "his", "her", "their", "its"]);
    let noun = (from..from + REACH).find(|&at| is_incident(reader, at))?;
    let is_noun = |at| matches!(tag(reader, at), Some(Tag::Noun | Tag::NounPlural | Tag::VerbIng));
    (determined && is_noun(noun) && (from..noun).all(|at| matches!(tag(reader, at), Some(Tag::Adjective | Tag::Noun)))).then_some(sign)
}

fn tag(reader: &Reader<'_>, at: usize) -> Option<Tag> {
    reader.document.words.get(at).and_then(|info| info.tag())
}
