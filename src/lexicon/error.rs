//! [`LexiconError`]: what is wrong with a lexicon file, where, and what would be right.

use thiserror::Error;

/// What is wrong with a lexicon file: names file, line, column and cell, and says what would be right.
///
/// ```
/// use dateline::lexicon::check;
/// let errors = check("groups.tsv", "# title: x\n");
/// assert!(errors[0].to_string().starts_with("groups.tsv:1:"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}:{line}: {}{problem}; {remedy}", self.cell_told())]
pub struct LexiconError {
    /// The file, as it was given.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Name of the column, if a single cell is wrong.
    pub column: Option<&'static str>,
    /// What the cell holds.
    pub cell: String,
    /// What is wrong.
    pub problem: String,
    /// What would be right.
    pub remedy: String,
}

impl LexiconError {
    /// Column and cell, if a single cell is wrong.
    fn cell_told(&self) -> String {
        self.column.map_or_else(String::new, |column| format!("column {column}: {:?}: ", self.cell))
    }
}
