//! The part of speech of a word that no table has, by its ending.

use crate::document::Document;
use crate::lexicon::{TableId, Tag, WordInfo, column};

/// Longest ending that is looked up, in bytes.
const LONGEST: usize = 8;

/// Adds the tags of the longest suffix rule that fits the word at `at`.
pub(super) fn guess(document: &Document<'_>, at: usize, info: &mut WordInfo) {
    let word = document.word(at);
    let mut key = [0_u8; LONGEST + 1];
    key[0] = b'-';
    for length in (1..=LONGEST.min(word.len().saturating_sub(2))).rev() {
        let Some(ending) = word.get(word.len() - length..) else { continue };
        let Some(cell) = key.get_mut(1..=length) else { continue };
        cell.copy_from_slice(ending.as_bytes());
        cell.make_ascii_lowercase();
        let Ok(name) = std::str::from_utf8(&key[..=length]) else { continue };
        let Some(row) = document.lexicon.find(TableId::Suffix, name).map(|row| document.lexicon.row(row)) else { continue };
        let long_enough = row.integer(column::Suffix::Min).is_none_or(|min| word.chars().count() >= min as usize);
        if !long_enough || row.list(column::Suffix::Exceptions).any(|exception| exception.eq_ignore_ascii_case(word)) {
            continue;
        }
        for name in row.list(column::Suffix::Tags) {
            if let Some(tag) = Tag::named(name) {
                info.push_tag(tag);
            }
        }
        return;
    }
}
