//! Codes of other schemes, by the rows of the code table.

use crate::lexicon::{Lexicon, Row, TableId, column, lasting};
use crate::record::{Codes, EventKind, Status};

/// The codes of an event: of the rows of its kind the one that says most and fits.
pub(super) fn of(lexicon: &Lexicon, kind: EventKind, method: Option<&str>, status: Status) -> Codes {
    // A cell that says nothing fits all.
    let says = |row: &Row<'_>, column: column::EventCode| row.choice(column) != 0;
    let fits = |row: &Row<'_>, column: column::EventCode, value: &str| !says(row, column) || row.value(column) == value;
    let rows = lexicon.find_all(TableId::EventCode, kind.name()).map(|row| lexicon.row(row));
    let fitting = rows.filter(|row| {
        fits(row, column::EventCode::Method, method.unwrap_or_default()) && fits(row, column::EventCode::Status, status.name())
    });
    let told = |row: &Row<'_>| 2 * u8::from(says(row, column::EventCode::Method)) + u8::from(says(row, column::EventCode::Status));
    let Some(row) = fitting.max_by_key(told) else { return Codes::default() };
    let cell = |column: column::EventCode| Some(row.text(column)).filter(|code| !code.is_empty()).map(lasting);
    Codes {
        plover: cell(column::EventCode::Plover),
        cameo: cell(column::EventCode::Cameo),
        acled: cell(column::EventCode::Acled),
        gtd: row.text(column::EventCode::Gtd).parse().ok(),
        muc4: cell(column::EventCode::Muc4),
    }
}
