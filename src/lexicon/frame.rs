//! [`Frame`]: which rows say what fills the roles of a trigger, by grammatical place.

use super::{Lexicon, RowRef, TableId};

/// The rows of a frame.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame<'l> {
    pub(super) lexicon: &'l Lexicon,
    /// Its layer, and its node there.
    pub(super) number: u8,
    pub(super) node: Option<u32>,
}

impl<'l> Frame<'l> {
    /// Those for a grammatical place, by its number in the column.
    pub fn rows(self, slot: usize) -> impl Iterator<Item = RowRef> + use<'l> {
        let layer = self.lexicon.layers.get(usize::from(self.number));
        let rows = layer.zip(self.node).map_or(&[][..], |(layer, node)| layer.rows_of_frame(node, slot));
        let row = move |&row: &u64| RowRef { layer: self.number, table: TableId::Frame, row: row as u32 };
        rows.iter().map(row).filter(move |&row| !self.lexicon.hides(row))
    }
}
