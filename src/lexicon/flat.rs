//! The flat form of a set of tables: what is embedded in the library, and how a cell of it is read.

use super::trie::Trie;
use super::wordmap::WordMap;

/// Where a table's rows lie in [`Compiled::cells`]: the cells of a row follow each other, its file and line last.
/// The file is its number among the table's files and takes the upper eight bits of that cell.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableIndex {
    /// Index of the first cell.
    pub first: u32,
    /// Number of rows.
    pub rows: u32,
}

/// Bits of a text's cell that hold its length; above them stands where it begins. The empty text is 0.
pub const LENGTH_BITS: u32 = 8;
/// The length that says: above it stands the number of a [`far`](Compiled::far) text.
pub const FAR: u32 = (1 << LENGTH_BITS) - 1;

/// The cell for a text, unless it is too long or too far.
pub fn near(start: u32, length: u32) -> Option<u32> {
    (length < FAR && start < 1 << (32 - LENGTH_BITS)).then_some(start << LENGTH_BITS | length)
}

/// Bits of the last cell of a row that hold its line.
pub const LINE_BITS: u32 = 24;

/// The flat form of a set of tables.
#[derive(Debug)]
pub struct Compiled {
    /// All texts, one after the other.
    pub strings: String,
    /// Start and length of the texts that a cell cannot point to.
    pub far: Vec<[u32; 2]>,
    /// Cells: a text (see [`near`]), number of a choice (0: none) or of a list of phrases, bits of an `f32`, or an `i32`.
    pub cells: Vec<u32>,
    /// Lists of phrases: how many, the number of their text; then for each the number of its words and their hashes. List 0 is empty.
    pub phrase_lists: Vec<u64>,
    /// For each table, by [`TableId`].
    pub tables: Vec<TableIndex>,
    /// Forms that are looked for at every token.
    pub phrases: Trie,
    /// Forms that are looked for at capitalised tokens.
    pub places: Trie,
    /// Single words.
    pub words: WordMap,
    /// For each word in a set the number of its mask, from 1 on.
    pub sets: WordMap,
    /// Which sets words belong to together: their bits, the lower half first.
    pub set_masks: Vec<[u64; 2]>,
    /// Keys: table number and key hash to rows.
    pub keys: Trie,
    /// Names of frames, then numbers of slots, to rows: few, and asked for at each trigger, so that they stand apart from the many keys.
    pub frames: Trie,
}

/// In how many words the set of the words that the phrases of a list begin with is kept.
pub const OPENINGS: usize = 4;

/// A set of words that phrases begin with, which may take others for one of them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Openings(pub [u64; OPENINGS]);

impl Openings {
    const fn bit(hash: u64) -> (usize, u64) {
        ((hash >> 62) as usize, 1 << (hash >> 56 & 63))
    }

    /// Adds the word of this hash.
    pub fn add(&mut self, hash: u64) {
        let (at, bit) = Self::bit(hash);
        self.0[at] |= bit;
    }

    /// Whether it has no words at all.
    pub fn is_empty(&self) -> bool {
        self.0 == [0; OPENINGS]
    }

    /// Whether it may have the word of this hash.
    pub const fn may_have(&self, hash: u64) -> bool {
        let (at, bit) = Self::bit(hash);
        self.0[at] & bit != 0
    }
}
