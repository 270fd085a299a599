//! [`Entry`]: what a form of the phrase and place tries stands for, in 64 bits.

use super::schema::FormRole;
use super::tables::TableId;

/// A form's row and how the form must be written, packed in 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry(pub u64);

impl Entry {
    /// Packs a form; see the accessors for the parts.
    pub const fn new(table: TableId, row: u32, param: u32, role: FormRole, class: u8) -> Self {
        Self((row as u64 & 0xff_ffff) | (table as u64) << 24 | (param as u64 & 0xfff) << 30 | (role as u64) << 42 | (class as u64) << 55)
    }

    /// The same, of a form that is written so: bit i of `caps` is set if its token i (of the first eight) has a capital, `upper` if it is all
    /// capitals (two or more).
    pub const fn written(self, caps: u8, upper: bool) -> Self {
        const WRITTEN: u64 = 0x1ff << 46;
        Self(self.0 & !WRITTEN | (caps as u64) << 46 | (upper as u64) << 54)
    }

    /// Number of the row in its table, from 0.
    pub const fn row(self) -> u32 {
        (self.0 & 0xff_ffff) as u32
    }

    /// The table.
    pub fn table(self) -> TableId {
        TableId::ALL.get((self.0 >> 24 & 0x3f) as usize).copied().unwrap_or(TableId::ALL[0])
    }

    /// For a form made from a pattern: the row of the country that fills it, plus one; else 0.
    pub const fn param(self) -> u32 {
        (self.0 >> 30 & 0xfff) as u32
    }

    /// Which column the form came from.
    pub const fn role(self) -> FormRole {
        FormRole::from_bits((self.0 >> 42 & 0xf) as u8)
    }

    /// See [`Hit::class`](super::Hit::class).
    pub const fn class(self) -> u8 {
        (self.0 >> 55 & 0xff) as u8
    }

    /// What keeps forms from text that is written so: bits of which none may be set. Bit i of `small` is set if token i (of the first eight)
    /// has no capital there, so that the form must have none; `one_capital`, if the first has only one, so that it may not be all capitals.
    pub const fn unlike(small: u8, one_capital: bool) -> u64 {
        (small as u64) << 46 | (one_capital as u64) << 54
    }
}
