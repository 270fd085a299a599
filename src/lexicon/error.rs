//! [`LexiconError`]: what is wrong with a lexicon file, where, and what would be right.

use std::fmt;

/// What is wrong with a lexicon file: names file, line, column and cell, and says what would be right.
///
/// ```
/// use dateline::lexicon::check;
/// let errors = check("groups.tsv", "# title: x\n");
/// assert!(errors[0].to_string().starts_with("groups.tsv:1:"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: ", self.file, self.line)?;
        if let Some(column) = self.column {
            write!(f, "column {column}: {:?}: ", self.cell)?;
        }
        write!(f, "{}; {}", self.problem, self.remedy)
    }
}

impl std::error::Error for LexiconError {}
