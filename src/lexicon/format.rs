//! The arrays as one file: little-endian `u32`s of lengths, then the sections, each aligned to eight bytes.

use super::compile::{Compiled, TableIndex};
use super::trie::Trie;

/// Identifies the file and its version.
pub const MAGIC: u64 = 0x3130_5845_4c54_4144;

/// Writes everything but the texts, which stand in a file of their own so that they can be embedded as a string.
pub fn write(compiled: &Compiled) -> Vec<u8> {
    let mut sections: Vec<Vec<u8>> = vec![words(&compiled.starts), words(&compiled.cells)];
    let tables: Vec<u32> = compiled.tables.iter().flat_map(|table| [table.first, table.rows]).collect();
    sections.push(words(&tables));
    for trie in [&compiled.phrases, &compiled.places, &compiled.words, &compiled.keys] {
        let (first, slots, nodes, values) = trie.parts();
        sections.extend([longs(first), longs(slots), words(nodes), longs(values)]);
    }
    let mut out = Vec::new();
    out.extend(MAGIC.to_le_bytes());
    out.extend((sections.len() as u64).to_le_bytes());
    for section in &sections {
        out.extend((section.len() as u64).to_le_bytes());
    }
    for section in &sections {
        out.extend(section);
        out.resize(out.len().next_multiple_of(8), 0);
    }
    out
}

fn words(values: &[u32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

fn longs(values: &[u64]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

/// The parts of a file as [`write`] made it.
#[derive(Debug)]
pub struct Sections {
    /// Where each text begins.
    pub starts: &'static [u32],
    /// All cells.
    pub cells: &'static [u32],
    /// For each table.
    pub tables: Vec<TableIndex>,
    /// Phrases, places, words, keys.
    pub tries: [Trie; 4],
}

/// Reads a file that [`write`] made; `cast` gives aligned views of its bytes.
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
    let count = long(1) as usize;
    let mut at = (2 + count) * 8;
    let mut parts = (0..count).map(|section| {
        let length = long(2 + section) as usize;
        let part = &file[at..at + length];
        at += length.next_multiple_of(8);
        part
    });
    let mut next = || parts.next().unwrap_or(&[]);
    let (starts, cells) = (cast32(next()), cast32(next()));
    let tables = cast32(next()).chunks_exact(2).map(|pair| TableIndex { first: pair[0], rows: pair[1] }).collect();
    let mut trie = || {
        let (first, slots, nodes, values) = (next(), next(), next(), next());
        Trie::from_parts(cast64(first), cast64(slots), cast32(nodes), cast64(values))
    };
    Sections { starts, cells, tables, tries: [trie(), trie(), trie(), trie()] }
}
