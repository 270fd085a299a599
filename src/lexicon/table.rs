//! Reading a TSV file into rows, and checking every cell against its column.

use super::error::LexiconError;
use super::schema::{Cell, Column, Schema};
use super::tables::SCHEMAS;
use std::collections::{HashMap, HashSet};

/// A file's rows, checked.
#[derive(Debug)]
pub struct Table<'t> {
    /// The file, for errors.
    pub file: String,
    /// Which table they belong to.
    pub schema: &'static Schema,
    /// The rows in the order of the file.
    pub rows: Vec<Row<'t>>,
}

/// A row: its line in the file and its cells, as many as the table has columns.
#[derive(Debug)]
pub struct Row<'t> {
    /// Line, from 1.
    pub line: usize,
    /// The cells.
    pub cells: Vec<&'t str>,
}

/// Fields that the header must have, in this order.
const HEADER: [&str; 5] = ["title", "source", "licence", "columns", "known gaps"];

/// The table with this name.
pub fn schema_named(name: &str) -> Option<&'static Schema> {
    SCHEMAS.iter().find(|schema| schema.name == name)
}

/// Reads `text` as a file of `schema`'s table; every fault found is returned.
pub fn read<'t>(file: &str, text: &'t str, schema: &'static Schema) -> Result<Table<'t>, Vec<LexiconError>> {
    let mut reader = Reader { file, errors: Vec::new() };
    let table = reader.read(text, schema);
    if reader.errors.is_empty() { Ok(table) } else { Err(reader.errors) }
}

struct Reader<'a> {
    file: &'a str,
    errors: Vec<LexiconError>,
}

impl Reader<'_> {
    fn read<'t>(&mut self, text: &'t str, schema: &'static Schema) -> Table<'t> {
        let mut lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
        let names = self.header(&mut lines, schema);
        let mut rows = Vec::new();
        for (line, content) in lines {
            if content.is_empty() {
                self.fault(line, None, "", "the line is empty", "remove it");
                continue;
            }
            let cells: Vec<&str> = content.split('\t').collect();
            if cells.len() != schema.columns.len() {
                let problem = format!("the line has {} cells, the table {} columns", cells.len(), schema.columns.len());
                self.fault(line, None, "", &problem, &format!("the columns are {names}, separated by tabs"));
                continue;
            }
            for (cell, column) in cells.iter().zip(schema.columns) {
                self.check_cell(line, cell, column);
            }
            rows.push(Row { line, cells });
        }
        self.check_keys(&rows, schema);
        self.check_rows(&rows);
        Table { file: self.file.to_owned(), schema, rows }
    }

    /// Checks the comment header and the line of column names, and returns the latter as it should be.
    fn header<'t>(&mut self, lines: &mut impl Iterator<Item = (usize, &'t str)>, schema: &Schema) -> String {
        let names = schema.columns.iter().map(|column| column.name).collect::<Vec<_>>().join(" ");
        let mut seen = HashSet::new();
        let mut last = 1;
        for (line, content) in lines {
            last = line;
            if let Some(comment) = content.strip_prefix('#') {
                if let Some((field, value)) = comment.split_once(':') {
                    seen.insert(field.trim().to_owned());
                    if HEADER.contains(&field.trim()) && value.trim().is_empty() {
                        self.fault(line, None, "", &format!("the header field {} is empty", field.trim()), "say it in a few words");
                    }
                }
                continue;
            }
            if content.split('\t').ne(schema.columns.iter().map(|column| column.name)) {
                self.fault(line, None, "", "this is not the line of column names", &format!("it must read {names}, separated by tabs"));
            }
            break;
        }
        for field in HEADER.iter().filter(|field| !seen.contains(**field)) {
            self.fault(last, None, "", &format!("the header lacks `# {field}:`"), "every table says what it is and where it comes from");
        }
        names
    }

    fn check_cell(&mut self, line: usize, cell: &str, column: &Column) {
        if cell.trim() != cell {
            self.fault(line, Some(column.name), cell, "blanks at its ends", "remove them");
        }
        if cell.contains("  ") {
            self.fault(line, Some(column.name), cell, "two blanks in a row", "use one");
        }
        if cell.chars().any(is_unseen) {
            self.fault(
                line,
                Some(column.name),
                cell,
                "a character that cannot be seen",
                "remove no-break spaces, soft hyphens and control characters",
            );
        }
        match column.cell {
            Cell::Text | Cell::Reference(_) => {}
            Cell::Table => {
                if schema_named(cell).is_none() {
                    let names = SCHEMAS.iter().map(|schema| schema.name).collect::<Vec<_>>().join(", ");
                    self.fault(line, Some(column.name), cell, "no table has this name", &format!("use one of {names}"));
                }
            }
            Cell::Key if cell.is_empty() => self.fault(line, Some(column.name), cell, "the key is empty", "give the row a key of its own"),
            Cell::Key => {}
            Cell::List | Cell::Phrases | Cell::Forms => {
                let mut parts: Vec<&str> = cell.split('|').collect();
                if !cell.is_empty() && parts.iter().any(|part| part.trim().is_empty()) {
                    self.fault(line, Some(column.name), cell, "an empty alternative", "separate alternatives by one |");
                }
                parts.sort_unstable();
                if let Some(pair) = parts.windows(2).find(|pair| pair[0] == pair[1] && !pair[0].is_empty()) {
                    self.fault(line, Some(column.name), pair[0], "the alternative stands there twice", "remove one");
                }
            }
            Cell::Choice(choices) => {
                if !cell.is_empty() && !choices.contains(&cell) {
                    self.fault(line, Some(column.name), cell, "not one of the values", &format!("use one of {}", choices.join(", ")));
                }
            }
            Cell::Flags(flags) => {
                for flag in cell.split(['|', ',']).filter(|flag| !flag.is_empty() && !flags.contains(flag)) {
                    self.fault(line, Some(column.name), flag, "not one of the flags", &format!("use some of {}", flags.join(", ")));
                }
            }
            Cell::Integer => {
                if !cell.is_empty() && cell.parse::<i64>().is_err() {
                    self.fault(line, Some(column.name), cell, "not a whole number", "write digits only");
                }
            }
            Cell::Decimal => {
                if !cell.is_empty() && cell.parse::<f64>().is_err() {
                    self.fault(line, Some(column.name), cell, "not a number", "write it as 12.5");
                }
            }
            Cell::Example => self.check_example(line, cell, column),
        }
    }

    /// Brackets and asterisks of an example must pair.
    fn check_example(&mut self, line: usize, cell: &str, column: &Column) {
        let count = |char: char| cell.chars().filter(|&other| other == char).count();
        if count('[') != count(']') || count('(') != count(')') || count('*') % 2 != 0 {
            self.fault(line, Some(column.name), cell, "marks that do not pair", "write [filler](role) and *trigger*");
        }
    }

    fn check_rows(&mut self, rows: &[Row<'_>]) {
        let mut first: HashMap<&[&str], usize> = HashMap::new();
        for row in rows {
            if let Some(line) = first.insert(&row.cells, row.line) {
                self.fault(row.line, None, "", &format!("the row is that of line {line}"), "remove one of them");
            }
        }
    }

    fn check_keys(&mut self, rows: &[Row<'_>], schema: &Schema) {
        let Some(key) = schema.columns.iter().position(|column| column.cell == Cell::Key) else { return };
        let mut first: HashMap<&str, usize> = HashMap::new();
        for row in rows {
            if let Some(line) = first.insert(row.cells[key], row.line) {
                let problem = format!("the key stands in line {line} too");
                self.fault(
                    row.line,
                    Some(schema.columns[key].name),
                    row.cells[key],
                    &problem,
                    "give one of them another key, or join the rows",
                );
            }
        }
    }

    fn fault(&mut self, line: usize, column: Option<&'static str>, cell: &str, problem: &str, remedy: &str) {
        self.errors.push(LexiconError {
            file: self.file.to_owned(),
            line,
            column,
            cell: cell.to_owned(),
            problem: problem.to_owned(),
            remedy: remedy.to_owned(),
        });
    }
}

/// Characters that look like a blank or like nothing.
fn is_unseen(char: char) -> bool {
    char.is_control() || matches!(char, '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}' | '\u{feff}')
}
