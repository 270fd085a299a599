//! [`Layer`]: one compiled set of tables; the bundled one is embedded and costs nothing at start.

use super::entry::Entry;
use super::error::LexiconError;
use super::flat::{Compiled, FAR, LENGTH_BITS, LINE_BITS, OPENINGS, Openings, TableIndex};
use super::schema::{Cell, ColumnId, Schema, Store};
use super::silence::Silence;
use super::table::schema_named;
use super::tables::{SCHEMAS, TableId};
use super::trie::{ROOT, Trie};
use super::word::WordInfo;
use super::wordmap::WordMap;
use super::{RowRef, format};
use once_cell::sync::Lazy;
use std::borrow::Cow;
use std::sync::Arc;

#[repr(C, align(64))]
struct Aligned<Bytes: ?Sized>(Bytes);

static ARRAYS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin")));
static STRINGS: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.txt"));

static BUNDLED: Lazy<Arc<Layer>> = Lazy::new(|| {
    let sections = format::read(&ARRAYS.0, bytemuck::cast_slice, bytemuck::cast_slice);
    let [phrases, places, keys, frames] = sections.tries;
    Arc::new(Layer {
        strings: STRINGS.into(),
        far: sections.far.into(),
        cells: sections.cells.into(),
        phrase_lists: sections.phrase_lists.into(),
        tables: sections.tables,
        phrases,
        places,
        words: sections.words,
        sets: sections.sets,
        set_masks: sections.set_masks.into(),
        keys,
        frames,
        silence: Silence::default(),
        hash: sections.hash,
        file: None,
    })
});

/// The tables that come with the library.
pub fn bundled() -> Arc<Layer> {
    Arc::clone(&BUNDLED)
}

/// Which table a file belongs to: its header's `# table:`, or its name.
pub fn schema_of(name: &str, text: &str) -> Result<&'static Schema, Vec<LexiconError>> {
    let declared = text.lines().take_while(|line| line.starts_with('#')).find_map(|line| line.strip_prefix("# table:"));
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = declared.map_or(base.strip_suffix(".tsv").unwrap_or(base), str::trim);
    let path = format!("/{name}");
    let bundled = |schema: &&Schema| declared.is_none() && schema.files.iter().any(|file| path.ends_with(&format!("/{file}")));
    SCHEMAS.iter().find(bundled).or_else(|| schema_named(stem)).ok_or_else(|| {
        let names: Vec<&str> = SCHEMAS.iter().map(|schema| schema.name).collect();
        vec![LexiconError {
            file: name.to_owned(),
            line: 1,
            column: None,
            cell: stem.to_owned(),
            problem: format!("no table is called {stem:?}"),
            remedy: format!("name the file after its table or add `# table: NAME`, one of {}", names.join(", ")),
        }]
    })
}

/// `text` for good: borrowed if it is a piece of the bundled tables, which its address tells.
pub fn lasting(text: &str) -> Cow<'static, str> {
    let start = (text.as_ptr() as usize).wrapping_sub(STRINGS.as_ptr() as usize);
    let bundled = STRINGS.get(start..start.saturating_add(text.len()));
    bundled.map_or_else(|| Cow::Owned(text.to_owned()), Cow::Borrowed)
}

/// One compiled set of tables.
#[derive(Debug)]
pub struct Layer {
    strings: Cow<'static, str>,
    far: Cow<'static, [[u32; 2]]>,
    cells: Cow<'static, [u32]>,
    phrase_lists: Cow<'static, [u64]>,
    tables: Vec<TableIndex>,
    pub(super) phrases: Trie,
    pub(super) places: Trie,
    words: WordMap,
    sets: WordMap,
    set_masks: Cow<'static, [[u64; 2]]>,
    keys: Trie,
    frames: Trie,
    /// What it takes away from the layers below.
    pub(super) silence: Silence,
    /// Hash of the files it was made from.
    pub(super) hash: u64,
    /// The user's file it was made from; `None` for the bundled tables.
    file: Option<String>,
}

impl Layer {
    /// A layer of a user's freshly compiled `file`, whose content has this hash.
    pub fn of(compiled: Compiled, file: &str, hash: u64) -> Self {
        Self {
            strings: compiled.strings.into(),
            far: compiled.far.into(),
            cells: compiled.cells.into(),
            phrase_lists: compiled.phrase_lists.into(),
            tables: compiled.tables,
            phrases: compiled.phrases,
            places: compiled.places,
            words: compiled.words,
            sets: compiled.sets,
            set_masks: compiled.set_masks.into(),
            keys: compiled.keys,
            frames: compiled.frames,
            silence: Silence::default(),
            hash,
            file: Some(file.to_owned()),
        }
    }

    /// The trie that the forms of a table in `store` are in.
    pub fn trie(&self, store: Store) -> &Trie {
        if store == Store::Places { &self.places } else { &self.phrases }
    }

    /// The row that a value of a trie stands for, this being layer `number`.
    pub fn row_of(&self, number: u8, value: u64) -> RowRef {
        let entry = Entry(value);
        RowRef { layer: number, table: entry.table(), row: entry.row() }
    }

    /// The text of a cell; empty if there is none or the column holds numbers.
    pub fn text_at(&self, table: TableId, row: u32, column: usize) -> &str {
        let cell = self.cells(table, row).get(column).copied().unwrap_or(0);
        column.cell(table).map_or("", |kind| self.text_of(kind, cell))
    }

    /// The text that a cell of a column of this kind stands for; empty for 0 and for numbers.
    #[inline]
    pub fn text_of(&self, kind: Cell, cell: u32) -> &str {
        match kind {
            _ if cell == 0 => "",
            Cell::Choice(choices) => choices.get(cell as usize - 1).copied().unwrap_or(""),
            Cell::Phrases | Cell::Flags(_) => self.phrase_lists.get(cell as usize + 1).map_or("", |&text| self.text(text as u32)),
            _ => self.text(cell),
        }
    }

    /// What is known of a single word.
    pub fn word(&self, hash: u64) -> WordInfo {
        WordInfo::from_kept(self.words.get(hash))
    }

    /// The sets that a word belongs to: their bits.
    pub fn sets(&self, hash: u64) -> u128 {
        match self.sets.get(hash) {
            0 => 0,
            number => self.set_masks.get(number as usize - 1).map_or(0, |&[low, high]| u128::from(high) << 64 | u128::from(low)),
        }
    }

    /// Rows of `table` by their first column.
    pub fn keyed(&self, table: TableId, key: u64) -> &[u64] {
        let node = self.keys.step(ROOT, table as u64).and_then(|node| self.keys.step(node, key));
        node.map_or(&[], |node| self.keys.values(node))
    }

    /// The node of the frame with this name.
    pub fn frame(&self, name: u64) -> Option<u32> {
        self.frames.step(ROOT, name)
    }

    /// The rows of the frame at `node` for the slot with this number.
    pub fn rows_of_frame(&self, node: u32, slot: usize) -> &[u64] {
        self.frames.step(node, slot as u64).map_or(&[], |node| self.frames.values(node))
    }

    /// Where a table's rows lie.
    pub fn index(&self, table: TableId) -> TableIndex {
        self.tables.get(table as usize).copied().unwrap_or_default()
    }

    /// The bits of a row's cells; behind them stand file and line.
    pub fn cells(&self, table: TableId, row: u32) -> &[u32] {
        let (index, length) = (self.index(table), SCHEMAS[table as usize].kept + 1);
        let first = index.first as usize + row as usize * length;
        let cells = if row < index.rows { self.cells.get(first..first + length) } else { None };
        cells.unwrap_or(&[])
    }

    /// The file of the row whose last cell is `place`.
    pub fn file(&self, table: TableId, place: u32) -> &str {
        let bundled = || SCHEMAS[table as usize].files.get((place >> LINE_BITS) as usize).copied();
        self.file.as_deref().or_else(bundled).unwrap_or("")
    }

    /// The bits of the flags with this number.
    pub fn flags(&self, list: u32) -> u64 {
        self.phrase_lists.get(list as usize).copied().unwrap_or(0)
    }

    /// The words that the phrases of the list with this number begin with.
    pub fn openings(&self, list: u32) -> Openings {
        let words = self.phrase_lists.get(list as usize + 2..).and_then(<[u64]>::first_chunk);
        words.copied().map(Openings).unwrap_or_default()
    }

    /// The phrases of the list with this number, each as the hashes of its words.
    pub fn phrases(&self, list: u32) -> impl Iterator<Item = &[u64]> {
        let (&count, mut left) = self.phrase_lists.get(list as usize..).and_then(<[u64]>::split_first).unwrap_or((&0, &[]));
        left = left.get(1 + OPENINGS..).unwrap_or(&[]);
        (0..count).map_while(move |_| {
            let (&words, rest) = left.split_first()?;
            let (phrase, rest) = rest.split_at_checked(words as usize)?;
            left = rest;
            Some(phrase)
        })
    }

    /// The text that a cell stands for.
    fn text(&self, cell: u32) -> &str {
        let (start, length) = match (cell >> LENGTH_BITS, cell & FAR) {
            (number, FAR) => self.far.get(number as usize).map_or((0, 0), |&[start, length]| (start, length)),
            near => near,
        };
        self.strings.get(start as usize..start as usize + length as usize).unwrap_or("")
    }
}
