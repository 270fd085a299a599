//! All words, names, triggers, frames and cues: TSV tables, compiled to flat arrays; the bundled ones and a user's.
//!
//! A table is a file below `lexicons/` with a compulsory header and checked cells ([`check`]). [`Lexicon`] holds the bundled tables
//! and any number of the user's on top. A user's row adds to what is there; in a table whose first column is a key, a later row with the
//! same key overrules an earlier one; a row of the table `silenced` takes away a row or a form of the layers below it.

// Shared with `build.rs`, which compiles the bundled tables.
mod compile;
pub(crate) mod entry;
mod error;
mod findings;
mod flat;
pub(crate) mod form;
pub(crate) mod format;
mod frame;
mod gazetteer;
mod layer;
mod links;
mod recall;
mod row;
mod scan;
mod schema;
mod set;
mod silence;
mod table;
mod tables;
mod tag;
pub(crate) mod trie;
mod values;
mod walk;
mod word;
mod word_rows;
mod wordmap;

pub use error::LexiconError;
pub(crate) use findings::HitsAt;
pub use findings::{Findings, Hit};
pub(crate) use frame::Frame;
pub(crate) use layer::lasting;
pub use row::{Row, RowRef};
pub use schema::{Cell, Column, ColumnId, FormRole, Schema, Store};
pub use set::WordSet;
pub use table::schema_named;
pub use tables::{SCHEMAS, TableId, column};
pub use tag::Tag;
pub(crate) use values::{
    ATTRIBUTION_SLOTS, CASUALTY_FLAGS, CONTENT_SLOTS, FILLERS, HEAD_FLAGS, HEAD_KINDS, PERSON_FLAGS, PLACE_HEAD_FLAGS, QUANTITY_FLAGS,
    QUANTITY_TYPES, SLOTS, STRENGTHS, TARGET_FLAGS, TIME_CLASSES, TIME_FLAGS, choice_of, flags_of,
};
pub use word::{Pointed, WordInfo};

use crate::token::fold;
use layer::Layer;
use silence::Silence;
use std::sync::Arc;

/// Checks the text of a lexicon file; `name` is its file name, which (or `# table:` in its header) tells the table. Empty: all is well.
pub fn check(name: &str, text: &str) -> Vec<LexiconError> {
    let read = layer::schema_of(name, text).and_then(|schema| table::read(name, text, schema));
    read.err().unwrap_or_default()
}

/// The bundled tables and a user's on top of them. Cheap to clone.
///
/// ```
/// use dateline::lexicon::{Lexicon, TableId, column};
/// let lexicon = Lexicon::bundled();
/// let row = lexicon.find(TableId::Group, "islamic-state").unwrap();
/// assert_eq!(lexicon.row(row).text(column::Group::Name), "Islamic State");
/// ```
#[derive(Clone, Debug)]
pub struct Lexicon {
    layers: Vec<Arc<Layer>>,
}

impl Lexicon {
    /// The tables that come with the library.
    pub fn bundled() -> Self {
        Self { layers: vec![layer::bundled()] }
    }

    /// No tables at all.
    pub fn empty() -> Self {
        Self { layers: Vec::new() }
    }

    /// Adds a user's file on top; `name` is its file name, which (or `# table:` in its header) tells the table.
    ///
    /// # Errors
    ///
    /// Every fault of the file, each with line, column, cell and remedy; nothing is added then.
    pub fn add(&mut self, name: &str, text: &str) -> Result<(), Vec<LexiconError>> {
        let table = table::read(name, text, layer::schema_of(name, text)?)?;
        let tables = [table];
        let mut faults = links::check(&tables, |table, key| self.find(table, key).is_some());
        faults.extend(links::patterns(&tables[0]));
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut layer = Layer::of(compile::compile(&tables, &self.fillers()), name, format::content_hash(format::CONTENT, text));
        layer.silence = Silence::of(&layer, self);
        self.layers.push(Arc::new(layer));
        Ok(())
    }

    /// What fills the patterns of names: the countries of the lowest layer, to whose rows the hits of patterns point.
    fn fillers(&self) -> Vec<compile::Filler> {
        use column::Country as C;
        let country = |row: RowRef| {
            let list = |columns: &[C]| {
                let forms = columns.iter().flat_map(|&column| self.row(row).list(column));
                forms.map(|form| form::without_bracket(form).to_owned()).collect()
            };
            compile::Filler { demonyms: list(&[C::Adjectives]), names: list(&[C::Name, C::Aliases, C::Abbreviations]) }
        };
        let rows = self.layers.first().map_or(0, |layer| layer.index(TableId::Country).rows);
        (0..rows).map(|row| country(RowRef { layer: 0, table: TableId::Country, row })).collect()
    }

    /// Hash of the content of all files in use, as 16 hexadecimal digits: equal for lexicons that read alike.
    ///
    /// ```
    /// use dateline::lexicon::Lexicon;
    /// assert_eq!(Lexicon::bundled().hash().len(), 16);
    /// assert_ne!(Lexicon::bundled().hash(), Lexicon::empty().hash());
    /// ```
    pub fn hash(&self) -> String {
        let hash = self.layers.iter().fold(0, |hash: u64, layer| hash.rotate_left(7) ^ layer.hash);
        format!("{hash:016x}")
    }

    /// What is known of a single word, by its folded hash.
    pub fn word(&self, hash: u64) -> WordInfo {
        if let [only] = self.layers.as_slice() {
            return only.word(hash);
        }
        let (mut info, mut silenced) = (WordInfo::default(), 0);
        for layer in self.layers.iter().rev() {
            info = info.or(WordInfo(layer.word(hash).0 & !silenced));
            silenced |= layer.silence.word(hash);
        }
        info
    }

    /// Whether the word with this folded hash belongs to a set.
    ///
    /// ```
    /// use dateline::lexicon::{Lexicon, WordSet};
    /// use dateline::token::fold;
    /// assert!(Lexicon::bundled().has(WordSet::Seat, fold::hash("headquartered")));
    /// ```
    pub fn has(&self, set: WordSet, hash: u64) -> bool {
        self.sets(hash) & set.bit() != 0
    }

    /// The bits of all sets that the word with this folded hash belongs to.
    fn sets(&self, hash: u64) -> u128 {
        if let [only] = self.layers.as_slice() {
            return only.sets(hash);
        }
        let (mut sets, mut silenced) = (0, 0);
        for layer in self.layers.iter().rev() {
            sets |= layer.sets(hash) & !silenced;
            silenced |= layer.silence.sets(hash);
        }
        sets
    }

    /// The row of `table` whose first column is `key`, the latest layer first.
    pub fn find(&self, table: TableId, key: &str) -> Option<RowRef> {
        self.find_all(table, key).next()
    }

    /// All rows of `table` whose first column is `key`, of the latest layer that has one.
    pub fn find_all(&self, table: TableId, key: &str) -> impl Iterator<Item = RowRef> + '_ {
        self.find_hashed(table, fold::hash(key))
    }

    /// As [`find_all`](Self::find_all), by the hash of the key.
    pub(crate) fn find_hashed(&self, table: TableId, key: u64) -> impl Iterator<Item = RowRef> + '_ {
        let row = move |number: usize, &row: &u64| RowRef { layer: number as u8, table, row: row as u32 };
        let found = self.layers.iter().enumerate().rev().find_map(|(number, layer)| {
            let rows = layer.keyed(table, key);
            rows.iter().any(|value| !self.hides(row(number, value))).then_some((number, rows))
        });
        let (number, rows) = found.unwrap_or((0, &[]));
        rows.iter().map(move |value| row(number, value)).filter(|&row| !self.hides(row))
    }

    /// The rows of the frame with this name, of the latest layer that has one.
    pub(crate) fn frame(&self, name: &str) -> Frame<'_> {
        let number = if self.layers.len() > 1 { self.find(TableId::Frame, name).map_or(0, |row| row.layer) } else { 0 };
        let node = self.layers.get(usize::from(number)).and_then(|layer| layer.frame(fold::hash(name)));
        Frame { lexicon: self, number, node }
    }

    /// All rows of `table` in all layers, but for those that a layer overrules or silences.
    pub fn rows(&self, table: TableId) -> impl Iterator<Item = RowRef> + '_ {
        let layers = self.layers.iter().enumerate();
        let all =
            layers.flat_map(move |(number, layer)| (0..layer.index(table).rows).map(move |row| RowRef { layer: number as u8, table, row }));
        all.filter(|&row| !self.hides(row))
    }

    fn layers_over(&self, row: RowRef) -> impl Iterator<Item = &Layer> {
        self.layers.iter().skip(row.layer as usize + 1).map(Arc::as_ref)
    }

    fn hides(&self, row: RowRef) -> bool {
        (row.layer as usize) + 1 < self.layers.len() && self.layers_over(row).any(|layer| layer.silence.hides_row(row))
    }

    /// The cells of a row.
    ///
    /// # Panics
    ///
    /// Never for a reference that this lexicon gave; a foreign one reads as empty cells.
    pub fn row(&self, row: RowRef) -> Row<'_> {
        let layer = self.layers.get(row.layer as usize).map(Arc::as_ref);
        Row { layer, cells: layer.map_or(&[], |layer| layer.cells(row.table, row.row)), table: row.table }
    }
}
