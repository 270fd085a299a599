//! [`Entry`]: what a form of the phrase and place tries stands for, in 64 bits.

use super::schema::FormRole;
use super::tables::TableId;

/// A form's row and how the form must be written, packed in 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry(pub u64);

impl Entry {
    /// Packs a form; see the accessors for the parts.
    pub const fn new(table: TableId, row: u32, param: u32, role: FormRole, caps: u8, upper: bool) -> Self {
        Self(
            (row as u64 & 0xff_ffff)
                | (table as u64) << 24
                | (param as u64 & 0xfff) << 30
                | (role as u64) << 42
                | (caps as u64) << 46
                | (upper as u64) << 54,
        )
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

    /// Bit i is set if the form's token i (of the first eight) has a capital, so that the text must have one too.
    pub const fn caps(self) -> u8 {
        (self.0 >> 46 & 0xff) as u8
    }

    /// Whether the form is all capitals (two or more), so that in text of mixed case the match must be too.
    pub const fn is_upper(self) -> bool {
        self.0 >> 54 & 1 == 1
    }
}
