//! What a table is: its columns, what their cells may hold, and which of them hold the forms that are looked for in text.

use super::tables::{SCHEMAS, TableId};

/// What a cell may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Anything.
    Text,
    /// Not empty, and no other row of the table has it.
    Key,
    /// Alternatives, separated by `|`.
    List,
    /// Alternatives that are compared with the text word by word; compiled to hashes.
    Phrases,
    /// Alternatives that are looked for in text and not kept in the row: the last column of a big table.
    Forms,
    /// Empty or one of these.
    Choice(&'static [&'static str]),
    /// Any number of these, separated by `,` or `|`.
    Flags(&'static [&'static str]),
    /// Empty or a whole number.
    Integer,
    /// Empty or a decimal number.
    Decimal,
    /// Empty or the first column of a row of one of these tables.
    Reference(&'static [TableId]),
    /// The name of a table.
    Table,
    /// A sentence of news with its answer marked in it.
    Example,
}

/// A column: its name in the file and what its cells may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Name in the line of column names.
    pub name: &'static str,
    /// What its cells may hold.
    pub cell: Cell,
}

/// A column of a row that is asked for. Where the table is known when the library is compiled, so is what its cells hold.
pub trait ColumnId: Copy + Into<usize> {
    /// What the cells of this column of `table` hold.
    fn cell(self, table: TableId) -> Option<Cell>;
}

impl ColumnId for usize {
    fn cell(self, table: TableId) -> Option<Cell> {
        SCHEMAS[table as usize].columns.get(self).map(|column| column.cell)
    }
}

/// Where the forms of a table are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Store {
    /// In the small trie, at every token.
    Phrases,
    /// In the big trie, at capitalised tokens.
    Places,
    /// In the table of single words.
    Words,
    /// Not in text: the table is read by other tables.
    Rows,
}

/// A column that holds forms, and how they are to be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forms {
    /// Index of the column.
    pub column: usize,
    /// Which role the form plays.
    pub role: FormRole,
}

/// Which role a form plays for its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum FormRole {
    /// The usual name or lemma.
    Name = 0,
    /// Another name.
    Alias = 1,
    /// To be taken only with other evidence in the article.
    Careful = 2,
    /// Plural.
    Plural = 3,
    /// Adjective (of a country, a people).
    Adjective = 4,
    /// Noun for one person (of a country, a people).
    Person = 5,
    /// Noun for several persons (of a country, a people).
    People = 6,
    /// Abbreviation.
    Abbreviation = 7,
}

impl FormRole {
    /// The role with this number; [`FormRole::Name`] for an unknown one.
    pub const fn from_bits(bits: u8) -> Self {
        const ROLES: [FormRole; 8] = {
            use FormRole::{Abbreviation, Adjective, Alias, Careful, Name, People, Person, Plural};
            [Name, Alias, Careful, Plural, Adjective, Person, People, Abbreviation]
        };
        if bits < 8 { ROLES[bits as usize] } else { Self::Name }
    }
}

/// A table: its name, its files below `lexicons/`, its columns, and its forms.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// Which table it is.
    pub id: TableId,
    /// Its name: what a user's file is called (`groups.tsv`) or says in its header (`# table: groups`).
    pub name: &'static str,
    /// The bundled files, below `lexicons/`.
    pub files: &'static [&'static str],
    /// Its columns, in order.
    pub columns: &'static [Column],
    /// How many of them are kept in the row: all but a last one of [`Cell::Forms`].
    pub kept: usize,
    /// The columns that hold forms.
    pub forms: &'static [Forms],
    /// Where the forms go.
    pub store: Store,
}
