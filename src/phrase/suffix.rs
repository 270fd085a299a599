//! The part of speech of a word that no table has, by its ending.

use crate::document::Document;
use crate::lexicon::{TableId, Tag, WordInfo, column};
use crate::token::fold;

/// Longest ending that is looked up, in bytes.
const LONGEST: usize = 8;

/// Adds the tags of the longest suffix rule that fits the word at `at`.
pub(super) fn guess(document: &Document<'_>, at: usize, info: &mut WordInfo) {
    let (word, hash) = (document.word(at), document.tokens.get(at).map_or(0, |token| token.hash));
    for length in (1..=LONGEST.min(word.len().saturating_sub(2))).rev() {
        let Some(ending) = word.as_bytes().get(word.len() - length..).filter(|_| word.is_char_boundary(word.len() - length)) else {
            continue;
        };
        let Some(row) = document.lexicon.find_hashed(TableId::Suffix, key(ending)).next().map(|row| document.lexicon.row(row)) else {
            continue;
        };
        let long_enough = row.integer(column::Suffix::Min).is_none_or(|min| word.chars().count() >= min as usize);
        if !long_enough || row.phrases(column::Suffix::Exceptions).any(|exception| exception == [hash]) {
            continue;
        }
        // The set of its tags does not tell their order.
        let tags = row.flag_bits(column::Suffix::Tags);
        match Tag::ALL.get(tags.trailing_zeros() as usize) {
            Some(&tag) if tags.is_power_of_two() => info.push_tag(tag),
            _ => row.list(column::Suffix::Tags).filter_map(Tag::named).for_each(|tag| info.push_tag(tag)),
        }
        return;
    }
}

/// The hash of the key of an ending: `-ing`.
fn key(ending: &[u8]) -> u64 {
    let mut key = [0_u8; LONGEST + 1];
    key[0] = b'-';
    let Some(cell) = key.get_mut(1..=ending.len()) else { return 0 };
    cell.copy_from_slice(ending);
    match key.first_chunk() {
        Some(&short) if ending.len() < LONGEST - 1 && ending.is_ascii() => fold::hash_short(short),
        _ => fold::hash_bytes(key.get(..=ending.len()).unwrap_or(&[])),
    }
}
