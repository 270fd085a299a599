//! [`Row`]: the cells of a row, and how a rule asks for them.

use super::flat::{self, Openings};
use super::layer::Layer;
use super::schema::{Cell, ColumnId};
use super::tables::TableId;

/// A row of a table: which layer, which table, which row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RowRef {
    /// 0 is the bundled layer.
    pub layer: u8,
    /// The table.
    pub table: TableId,
    /// Number of the row, from 0.
    pub row: u32,
}

/// The cells of a row.
#[derive(Clone, Copy, Debug)]
pub struct Row<'l> {
    pub(super) layer: Option<&'l Layer>,
    /// Its cells; file and line stand behind them.
    pub(super) cells: &'l [u32],
    pub(super) table: TableId,
}

impl<'l> Row<'l> {
    fn cell(&self, column: usize) -> Option<u32> {
        self.cells.get(column).copied()
    }

    /// A cell's text; empty for a column of numbers.
    #[inline]
    pub fn text(&self, column: impl ColumnId) -> &'l str {
        let cell = self.cell(column.into()).unwrap_or(0);
        column.cell(self.table).zip(self.layer).map_or("", |(kind, layer)| layer.text_of(kind, cell))
    }

    /// Whether a cell of text is empty.
    pub(crate) fn is_empty(&self, column: impl Into<usize>) -> bool {
        self.cell(column.into()).unwrap_or(0) == 0
    }

    /// The place of a cell's value among those that its column may hold, from 1; 0 for none, and for columns that are open.
    pub(crate) fn choice(&self, column: impl Into<usize>) -> usize {
        self.cell(column.into()).unwrap_or(0) as usize
    }

    /// A cell's value in a column whose values are closed; empty for none, and for columns that are open.
    #[inline]
    pub(crate) fn value(&self, column: impl ColumnId) -> &'static str {
        let Some(Cell::Choice(choices)) = column.cell(self.table) else { return "" };
        self.choice(column).checked_sub(1).and_then(|choice| choices.get(choice)).copied().unwrap_or("")
    }

    /// The phrases in a cell, each as the hashes of its words.
    pub(crate) fn phrases<C: Into<usize>>(&self, column: C) -> impl Iterator<Item = &'l [u64]> + use<'l, C> {
        let list = self.cell(column.into()).unwrap_or(0);
        self.layer.into_iter().flat_map(move |layer| layer.phrases(list))
    }

    /// The words that the phrases in a cell begin with.
    pub(crate) fn openings(&self, column: impl Into<usize>) -> Openings {
        let list = self.cell(column.into()).filter(|&list| list > 0);
        list.zip(self.layer).map_or(Openings::default(), |(list, layer)| layer.openings(list))
    }

    /// The flags in a cell: a bit for each, in the order of the column's values ([`flags_of`]).
    pub(crate) fn flag_bits(&self, column: impl Into<usize>) -> u64 {
        let list = self.cell(column.into()).filter(|&list| list > 0);
        list.zip(self.layer).map_or(0, |(list, layer)| layer.flags(list))
    }

    /// The alternatives in a cell.
    pub fn list<C: ColumnId>(&self, column: C) -> impl Iterator<Item = &'l str> + use<'l, C> {
        self.text(column).split('|').filter(|part| !part.is_empty())
    }

    /// The flags in a cell.
    pub fn flags<C: ColumnId>(&self, column: C) -> impl Iterator<Item = &'l str> + use<'l, C> {
        self.text(column).split(['|', ',']).filter(|part| !part.is_empty())
    }

    /// Whether a cell has `flag`.
    pub fn has<C: ColumnId>(&self, column: C, flag: &str) -> bool {
        // Most cells of flags are empty, and many of the others hold one.
        if self.cell(column.into()).is_none_or(|cell| cell == 0) {
            return false;
        }
        let text = self.text(column);
        !text.is_empty() && (text == flag || text.len() > flag.len() && text.split(['|', ',']).any(|other| other == flag))
    }

    /// A whole number, if there is one.
    pub fn integer(&self, column: impl Into<usize>) -> Option<i32> {
        self.cell(column.into()).map(|bits| bits as i32).filter(|&value| value != i32::MIN)
    }

    /// A decimal number, if there is one.
    pub fn decimal(&self, column: impl Into<usize>) -> Option<f32> {
        self.cell(column.into()).map(f32::from_bits).filter(|value| !value.is_nan())
    }

    /// The line in its file, from 1.
    pub fn line(&self) -> u32 {
        self.place() & ((1 << flat::LINE_BITS) - 1)
    }

    /// Its file: below `lexicons/` for a bundled one, as it was named for a user's.
    pub fn file(&self) -> &'l str {
        self.layer.map_or("", |layer| layer.file(self.table, self.place()))
    }

    fn place(&self) -> u32 {
        self.cells.last().copied().unwrap_or(0)
    }
}
