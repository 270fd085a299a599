//! Codes of other schemes, by the rows of the code table.

use crate::lexicon::{Lexicon, TableId, column};
use crate::record::{Codes, EventKind, Status};

/// The codes of an event: of the rows of its kind the one that says most and fits.
pub(super) fn of(lexicon: &Lexicon, kind: EventKind, method: Option<&str>, status: Status) -> Codes {
    let fits = |cell: &str, value: &str| cell.is_empty() || cell == value;
    let rows = lexicon.find_all(TableId::EventCode, kind.name()).map(|row| lexicon.row(row));
    let fitting = rows.filter(|row| {
        fits(row.text(column::EventCode::Method), method.unwrap_or_default()) && fits(row.text(column::EventCode::Status), status.name())
    });
    let says = |row: &crate::lexicon::Row<'_>| {
        2 * u8::from(!row.text(column::EventCode::Method).is_empty()) + u8::from(!row.text(column::EventCode::Status).is_empty())
    };
    let Some(row) = fitting.max_by_key(says) else { return Codes::default() };
    let cell = |column: column::EventCode| Some(row.text(column).to_owned()).filter(|code| !code.is_empty());
    Codes {
        plover: cell(column::EventCode::Plover),
        cameo: cell(column::EventCode::Cameo),
        acled: cell(column::EventCode::Acled),
        gtd: row.text(column::EventCode::Gtd).parse().ok(),
        muc4: cell(column::EventCode::Muc4),
    }
}
