//! What a layer takes away from those below it: rows that it overrules by key, and rows, forms and words that its table `silenced` names.
//!
//! A row of `silenced` names a table and a key (the first cell that names a row: `id`, `name`, `term`, `form`), a form, or both:
//!
//! | table | key | form | silences |
//! |---|---|---|---|
//! | groups | shining-path | | the group with this key |
//! | groups | | IS | the form `IS` of any group |
//! | triggers | blast | blasted | this form of the triggers called `blast` |
//! | given-names | Paris | | the word as a given name |
//! | word-sets | seat | born | the word in this set |

use super::form::{form_path, plain_spelling, single_word};
use super::layer::Layer;
use super::schema::{Cell, Schema, Store};
use super::set::WordSet;
use super::table::schema_named;
use super::tables::{SCHEMAS, TableId, column};
use super::trie::{ROOT, Trie};
use super::word::WordInfo;
use super::{Lexicon, Row, RowRef, fold};
use std::collections::{HashMap, HashSet};

/// What a layer takes away from those below it.
#[derive(Debug, Default)]
pub struct Silence {
    rows: HashSet<RowRef>,
    /// Layer, node of its trie and value there.
    forms: HashSet<(u8, u32, u64)>,
    /// Hash of a word and the bits of its [`WordInfo`] that go.
    words: HashMap<u64, u64>,
    /// The bits of the sets that go.
    sets: u128,
    /// Hash of a word and the bits of the sets that it leaves.
    set_words: HashMap<u64, u128>,
}

impl Silence {
    /// What `layer` takes away from `below`.
    pub fn of(layer: &Layer, below: &Lexicon) -> Self {
        let mut silence = Self::default();
        for schema in SCHEMAS.iter().filter(|schema| schema.columns.first().is_some_and(|column| column.cell == Cell::Key)) {
            for row in 0..layer.index(schema.id).rows {
                silence.rows.extend(below.find_all(schema.id, layer.text_at(schema.id, row, 0)));
            }
        }
        for row in 0..layer.index(TableId::Silenced).rows {
            let cell = |column: column::Silenced| layer.text_at(TableId::Silenced, row, column as usize);
            let Some(schema) = schema_named(cell(column::Silenced::Table)) else { continue };
            match (cell(column::Silenced::Key), cell(column::Silenced::Form)) {
                (key, form) if schema.id == TableId::WordSet => silence.set(key, form),
                (key, "") => silence.row(schema, key, below),
                (key, form) => silence.form(schema, key, form, below),
            }
        }
        silence
    }

    /// Whether a form's value at `node` of a trie of `layer` is taken away.
    pub fn hides(&self, row: RowRef, node: u32, value: u64) -> bool {
        self.hides_row(row) || self.forms.contains(&(row.layer, node, value))
    }

    /// Whether a whole row is taken away.
    pub fn hides_row(&self, row: RowRef) -> bool {
        self.rows.contains(&row)
    }

    /// The bits that are taken away from the word with this hash.
    pub fn word(&self, hash: u64) -> u64 {
        self.words.get(&hash).copied().unwrap_or(0)
    }

    /// The bits of the sets that are taken away from the word with this hash.
    pub fn sets(&self, hash: u64) -> u128 {
        self.sets | self.set_words.get(&hash).copied().unwrap_or(0)
    }

    fn set(&mut self, set: &str, word: &str) {
        let bits = if set.is_empty() { u128::MAX } else { WordSet::bit_named(set) };
        if word.is_empty() {
            self.sets |= bits;
        } else {
            *self.set_words.entry(fold::hash(word)).or_default() |= bits;
        }
    }

    fn row(&mut self, schema: &Schema, key: &str, below: &Lexicon) {
        if schema.store == Store::Words {
            let word = single_word(key).unwrap_or_else(|| fold::hash(key));
            *self.words.entry(word).or_default() |= WordInfo::bits_of(schema.id);
        } else {
            self.rows.extend(below.rows(schema.id).filter(|&row| names(schema, below.row(row), key)));
        }
    }

    fn form(&mut self, schema: &Schema, key: &str, form: &str, below: &Lexicon) {
        for (number, layer) in below.layers.iter().enumerate() {
            let trie = layer.trie(schema.store);
            for form in std::iter::once(form.to_owned()).chain(plain_spelling(form)) {
                let Some(node) = node_of(trie, &form) else { continue };
                for &value in trie.values(node) {
                    let row = layer.row_of(number as u8, value);
                    if row.table == schema.id && (key.is_empty() || names(schema, below.row(row), key)) {
                        self.forms.insert((number as u8, node, value));
                    }
                }
            }
        }
    }
}

/// Whether the first cell that can name a row is `key`.
fn names(schema: &Schema, row: Row<'_>, key: &str) -> bool {
    let column = schema.columns.iter().position(|column| matches!(column.cell, Cell::Key | Cell::Text)).unwrap_or(0);
    row.text(column) == key
}

fn node_of(trie: &Trie, form: &str) -> Option<u32> {
    form_path(form, |_, _, _| {}).into_iter().try_fold(ROOT, |node, hash| trie.step(node, hash))
}
