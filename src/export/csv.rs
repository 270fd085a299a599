//! CSV, one row an event, after RFC 4180: for spreadsheets, pandas, R.
//!
//! Several values in a cell are separated by `; `. Texts stand on one line. The columns are stable: new ones come at the end.

use crate::record::{Count, Entity, Event, Extraction, Filler, Place, Range, Term};
use std::fmt::Write;

/// The names of the columns, in order.
#[rustfmt::skip]
pub const COLUMNS: &[&str] = &[
    "article", "published", "title", "url", "medium",
    "event", "key", "kind", "method", "status", "hedge", "salient", "score",
    "date", "earliest", "latest", "date_basis",
    "place", "country", "admin1", "latitude", "longitude", "geonames_id", "other_places",
    "perpetrators", "perpetrator_basis", "targets", "victims", "victim_roles", "instruments",
    "killed_min", "killed_max", "injured_min", "injured_max", "captured_min", "captured_max", "displaced_min", "displaced_max",
    "count_min", "count_max",
    "claimed_by", "blamed", "denied_by", "about", "reported_by",
    "trigger", "start", "end",
    "plover", "cameo", "acled", "gtd", "muc4",
    "source", "target",
];

/// The line of column names.
pub fn header() -> String {
    COLUMNS.join(",") + "\r\n"
}

/// A line for each event of the record.
///
/// ```
/// use dateline::{Article, Extractor, export::csv};
/// let record = Extractor::new().extract(&Article::new("Gunmen kidnapped two teachers near Sibi."));
/// assert_eq!(csv::rows(&record).lines().count(), record.events.len());
/// ```
pub fn rows(record: &Extraction) -> String {
    let mut out = String::new();
    for event in &record.events {
        let mut row = Row { out: &mut out, cells: 0 };
        row.article(record);
        row.what(event);
        row.whence(record, event);
        row.who(record, event);
        row.numbers(event);
        row.speech(record, event);
        row.codes(event);
        debug_assert_eq!(row.cells, COLUMNS.len());
        out.push_str("\r\n");
    }
    out
}

/// A row being written.
struct Row<'o> {
    out: &'o mut String,
    cells: usize,
}

impl Row<'_> {
    fn cell(&mut self, text: &str) {
        if self.cells > 0 {
            self.out.push(',');
        }
        self.cells += 1;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.contains([',', '"']) {
            let _ = write!(self.out, "\"{}\"", text.replace('"', "\"\""));
        } else {
            self.out.push_str(&text);
        }
    }

    fn text(&mut self, text: &Option<impl AsRef<str>>) {
        self.cell(text.as_ref().map_or("", AsRef::as_ref));
    }

    fn number(&mut self, number: Option<impl ToString>) {
        self.cell(&number.map(|number| number.to_string()).unwrap_or_default());
    }

    fn range(&mut self, range: Option<Range>) {
        let range = range.unwrap_or_default();
        self.number(range.min);
        self.number(range.max);
    }

    fn list(&mut self, items: impl Iterator<Item = String>) {
        self.cell(&items.collect::<Vec<_>>().join("; "));
    }

    fn article(&mut self, record: &Extraction) {
        for text in [&record.id, &record.published, &record.title, &record.url, &record.source] {
            self.text(text);
        }
    }

    fn what(&mut self, event: &Event) {
        self.cell(&event.id);
        self.cell(&event.key);
        self.cell(event.kind.name());
        self.text(&event.method);
        self.cell(&name(event.status));
        self.text(&event.hedge);
        self.cell(if event.salient { "true" } else { "false" });
        self.cell(&event.score.to_string());
    }

    /// When and where.
    fn whence(&mut self, record: &Extraction, event: &Event) {
        let date = event.date.as_ref();
        self.text(&date.and_then(|date| date.value.clone()));
        self.text(&date.and_then(|date| date.earliest.clone()));
        self.text(&date.and_then(|date| date.latest.clone()));
        self.cell(&date.map(|date| name(date.basis)).unwrap_or_default());
        let places: Vec<&Entity> = event.places.iter().filter_map(|id| entity(record, id)).collect();
        let first = places.first().copied();
        let place = first.and_then(|entity| entity.place.as_ref());
        let of = |part: fn(&Place) -> Option<Term>| place.and_then(part);
        self.text(&first.map(|entity| entity.name.clone()));
        self.text(&of(|place| place.country.clone()));
        self.text(&of(|place| place.admin1.clone()));
        self.number(place.and_then(|place| place.lat));
        self.number(place.and_then(|place| place.lon));
        self.number(place.and_then(|place| place.geonames_id));
        self.list(places.iter().skip(1).map(|entity| entity.name.clone()));
    }

    fn who(&mut self, record: &Extraction, event: &Event) {
        let names = |fillers: &[Filler]| {
            let name = |filler: &Filler| named(record, filler.entity.as_deref()).unwrap_or_else(|| filler.text.clone());
            fillers.iter().map(name).collect::<Vec<_>>()
        };
        self.list(names(&event.perpetrators).into_iter());
        self.list(event.perpetrators.iter().filter_map(|filler| filler.basis).map(name));
        self.list(names(&event.targets).into_iter());
        self.list(names(&event.victims).into_iter());
        self.list(event.victims.iter().filter_map(|filler| filler.role.clone()));
        self.list(names(&event.instruments).into_iter());
    }

    fn numbers(&mut self, event: &Event) {
        let range = |count: &Option<Count>| count.as_ref().map(|count| Range { min: count.min, max: count.max });
        for count in [&event.killed, &event.injured, &event.captured, &event.displaced] {
            self.range(range(count));
        }
        self.range(event.count);
    }

    fn speech(&mut self, record: &Extraction, event: &Event) {
        let name = |id: &Option<String>| id.as_deref().map(|id| named(record, Some(id)).unwrap_or_else(|| id.to_owned()));
        self.list(event.claims.iter().filter_map(|claim| name(&claim.by)));
        self.list(event.blamed.iter().filter_map(|blame| name(&blame.who)));
        self.list(event.denials.iter().filter_map(|denial| name(&denial.by)));
        self.list(event.about.iter().cloned());
        self.text(&event.reported_by);
    }

    fn codes(&mut self, event: &Event) {
        let trigger = event.trigger.as_ref();
        self.text(&trigger.map(|trigger| trigger.text.clone()));
        self.number(trigger.map(|trigger| trigger.span.start));
        self.number(trigger.map(|trigger| trigger.span.end));
        for code in [&event.codes.plover, &event.codes.cameo, &event.codes.acled] {
            self.text(code);
        }
        self.number(event.codes.gtd);
        self.text(&event.codes.muc4);
        self.list(event.source.iter().cloned());
        self.list(event.target.iter().cloned());
    }
}

fn entity<'r>(record: &'r Extraction, id: &str) -> Option<&'r Entity> {
    record.entities.iter().find(|entity| entity.id == id)
}

/// The name of the entity with this id.
fn named(record: &Extraction, id: Option<&str>) -> Option<String> {
    Some(entity(record, id?)?.name.clone())
}

/// A plain enum's name in the record.
fn name(value: impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}
