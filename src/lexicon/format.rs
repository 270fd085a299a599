//! The arrays as one file: magic, hash of the content, number of sections, their lengths, then the sections, each aligned to eight bytes.

use super::flat::TableIndex;
use super::trie::Trie;
use super::wordmap::WordMap;

/// Identifies the file and its version.
pub const MAGIC: u64 = 0x3930_5845_4c54_4144;

/// Start value of [`content_hash`].
pub const CONTENT: u64 = 0xcbf2_9ce4_8422_2325;

/// Goes on from `hash` over the text of a lexicon file.
pub fn content_hash(hash: u64, text: &str) -> u64 {
    text.bytes().fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

/// The parts of a file as the build wrote it.
#[derive(Debug)]
pub struct Sections {
    /// Hash of the files it was made from.
    pub hash: u64,
    /// Start and length of the far texts.
    pub far: &'static [[u32; 2]],
    /// All cells.
    pub cells: &'static [u32],
    /// Lists of phrases.
    pub phrase_lists: &'static [u64],
    /// For each table.
    pub tables: Vec<TableIndex>,
    /// Phrases, places, keys, frames.
    pub tries: [Trie; 4],
    /// Single words.
    pub words: WordMap,
    /// For each word in a set the number of its mask, from 1 on.
    pub sets: WordMap,
    /// Which sets words belong to together: their bits, the lower half first.
    pub set_masks: &'static [[u64; 2]],
}

/// Reads a file that the build wrote; `cast` gives aligned views of its bytes.
///
/// # Panics
///
/// If the file is not one of this version: it is made by the same build.
pub fn read(file: &'static [u8], cast32: fn(&'static [u8]) -> &'static [u32], cast64: fn(&'static [u8]) -> &'static [u64]) -> Sections {
    let long = |index: usize| {
        let mut bytes = [0; 8];
        bytes.copy_from_slice(&file[index * 8..index * 8 + 8]);
        u64::from_le_bytes(bytes)
    };
    assert_eq!(long(0), MAGIC, "the compiled lexicon is of another version");
    let (hash, count) = (long(1), long(2) as usize);
    let mut at = (3 + count) * 8;
    let mut parts = (0..count).map(|section| {
        let length = long(3 + section) as usize;
        let part = &file[at..at + length];
        at += length.next_multiple_of(8);
        part
    });
    let mut next = || parts.next().unwrap_or(&[]);
    let (far, _) = cast32(next()).as_chunks();
    let (cells, phrase_lists) = (cast32(next()), cast64(next()));
    let tables = cast32(next()).chunks_exact(2).map(|pair| TableIndex { first: pair[0], rows: pair[1] }).collect();
    let mut trie = || {
        let parts = [next(), next(), next()];
        Trie::from_parts(parts.map(cast64))
    };
    let tries = [trie(), trie(), trie(), trie()];
    let [words, sets] = [next(), next()].map(|part| WordMap { slots: cast64(part).into() });
    let (set_masks, _) = cast64(next()).as_chunks();
    Sections { hash, far, cells, phrase_lists, tables, tries, words, sets, set_masks }
}
