//! What must hold between rows: references resolve, and no row is its own ancestor.

use super::error::LexiconError;
use super::schema::Cell;
use super::table::{Row, Table};
use super::tables::TableId;
use std::collections::{HashMap, HashSet};

/// Checks the references in `tables`; `is_known` tells of keys that stand elsewhere.
pub fn check(tables: &[Table<'_>], is_known: impl Fn(TableId, &str) -> bool) -> Vec<LexiconError> {
    let keys: HashSet<(TableId, &str)> =
        tables.iter().flat_map(|table| table.rows.iter().map(|row| (table.schema.id, row.cells[0]))).collect();
    let mut errors = Vec::new();
    // Keys are unique among the tables that refer to each other, so one map of parents serves all.
    let mut parents: HashMap<&str, (&str, &Table<'_>, &Row<'_>)> = HashMap::new();
    for table in tables {
        for (index, column) in table.schema.columns.iter().enumerate() {
            let Cell::Reference(targets) = column.cell else { continue };
            for row in table.rows.iter().filter(|row| !row.cells[index].is_empty()) {
                let cell = row.cells[index];
                if !targets.iter().any(|&target| keys.contains(&(target, cell)) || is_known(target, cell)) {
                    let names: Vec<&str> = targets.iter().map(|target| target.name()).collect();
                    errors.push(fault(
                        table,
                        row,
                        index,
                        "no row has this key",
                        &format!("use the first column of a row of {}", names.join(" or ")),
                    ));
                }
                if targets.contains(&table.schema.id) {
                    parents.insert(row.cells[0], (cell, table, row));
                }
            }
        }
    }
    errors.extend(parents.keys().filter_map(|&key| cycle(key, &parents)));
    errors.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    errors
}

/// The fault of a row that comes back to itself on the way along its parents.
fn cycle(key: &str, parents: &HashMap<&str, (&str, &Table<'_>, &Row<'_>)>) -> Option<LexiconError> {
    let &(mut parent, table, row) = parents.get(key)?;
    for _ in 0..parents.len() {
        if parent == key {
            let column = table.schema.columns.iter().position(|column| matches!(column.cell, Cell::Reference(_)))?;
            return Some(fault(table, row, column, "the row is its own ancestor", "cut the circle at one of its rows"));
        }
        parent = parents.get(parent)?.0;
    }
    None
}

/// The placeholders in names that another table fills.
const FILLED: [&str; 2] = ["{demonym}", "{country}"];

/// Finds patterns (`{demonym} army`) that nothing fills, so that they would match nothing.
pub fn patterns(table: &Table<'_>) -> Vec<LexiconError> {
    let cells = table.rows.iter().flat_map(|row| table.schema.forms.iter().map(move |forms| (row, forms.column)));
    let open = |form: &str| FILLED.iter().fold(form.to_owned(), |form, placeholder| form.replacen(placeholder, "", 1)).contains('{');
    let patterns = cells.filter(|&(row, column)| row.cells[column].split('|').any(open));
    let remedy = "write {demonym} or {country} once, or write the names out, as alternatives";
    patterns.map(|(row, column)| fault(table, row, column, "nothing fills this pattern", remedy)).collect()
}

fn fault(table: &Table<'_>, row: &Row<'_>, column: usize, problem: &str, remedy: &str) -> LexiconError {
    LexiconError {
        file: table.file.clone(),
        line: row.line,
        column: table.schema.columns.get(column).map(|column| column.name),
        cell: row.cells[column].to_owned(),
        problem: problem.to_owned(),
        remedy: remedy.to_owned(),
    }
}
