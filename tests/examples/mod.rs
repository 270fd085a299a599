//! Every row of the lexicon that has an example: it is read, and must come out as it is marked; its counter-example must not.

mod cue;
mod quantity;
mod speech;
mod trigger;

use crate::known::{self, Faults};
use crate::marked::Marked;
use dateline::lexicon::{Row, SCHEMAS, TableId};
use dateline::record::{Count, Event, Filler};
use dateline::{Article, Extraction, Extractor, Span, Worker};
use std::collections::HashMap;

/// The tables, the columns that name a row, its example and its counter-example, and what looks for its faults.
const TABLES: &[(TableId, &[&str], Check)] = &[
    (TableId::Trigger, &["kind", "term", "pos"], trigger::check),
    (TableId::Status, &["term", "class"], cue::status),
    (TableId::Attribution, &["term", "class"], speech::attribution),
    (TableId::Casualty, &["term", "pattern"], cue::casualty),
    (TableId::Discourse, &["term", "class"], speech::discourse),
    (TableId::Figurative, &["term", "trigger"], cue::figurative),
    (TableId::Quantity, &["term", "type"], quantity::check),
    (TableId::Discard, &["surface"], cue::look_alike),
];

type Check = fn(&mut Case<'_, '_>);

/// A row whose example is being run.
struct Case<'c, 'e> {
    row: Row<'c>,
    worker: &'c mut Worker<'e>,
    /// The example.
    marked: Marked,
    /// Its record.
    record: Extraction,
    /// The counter-example; may be empty.
    counter: String,
    /// The record of the counter-example, if there is one.
    counter_record: Option<Extraction>,
    /// What is wrong.
    faults: Vec<String>,
}

fn article(text: &str) -> Article<'_> {
    Article::new(text).with_published("2024-01-10".parse().expect("a date"))
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn rows_come_out_as_their_examples_say() {
    let extractor = Extractor::new();
    let mut worker = extractor.worker();
    let mut faults = Faults::new();
    for &(table, names, check) in TABLES {
        let schema = &SCHEMAS[table as usize];
        let column = |name: &str| schema.columns.iter().position(|column| column.name == name);
        let mut seen = HashMap::new();
        for row in extractor.lexicon().rows(table) {
            let row = extractor.lexicon().row(row);
            let cell = |name: &str| column(name).map_or("", |column| row.text(column));
            let name = names.iter().map(|name| cell(name)).collect::<Vec<_>>().join(", ");
            let number: &mut u32 = seen.entry(name.clone()).or_default();
            *number += 1;
            let name = if *number > 1 { format!("{name} #{number}") } else { name };
            let (marked, counter) = (Marked::read(cell("example")), cell("counter").to_owned());
            let record = worker.extract(&article(&marked.text));
            let counter_record = (!counter.is_empty()).then(|| worker.extract(&article(&counter)));
            let mut case = Case { row, worker: &mut worker, marked, record, counter, counter_record, faults: Vec::new() };
            check(&mut case);
            faults.extend(case.faults.iter().map(|what| format!("{}\t{name}\t{what}", row.file())));
        }
    }
    known::compare("known-failures.tsv", &faults);
}

impl Case<'_, '_> {
    fn fault(&mut self, what: &str) {
        if !self.faults.iter().any(|fault| fault == what) {
            self.faults.push(what.to_owned());
        }
    }

    /// Notes `what` unless `right`.
    fn expect(&mut self, right: bool, what: &str) {
        if !right {
            self.fault(what);
        }
    }

    /// Whether one of the row's forms is (part of) `words`, or the other way round.
    fn is_form(&self, words: &str, column: usize) -> bool {
        let words = words.to_lowercase();
        self.row.list(column).map(str::to_lowercase).any(|form| words.contains(&form) || form.contains(&words))
    }
}

/// Whether one of the event's triggers stands in `span`.
fn tells(event: &Event, span: Span) -> bool {
    event.trigger.iter().chain(&event.mentions).any(|trigger| trigger.span.overlaps(span))
}

/// Whether one of the fillers stands in `span`.
fn fills(fillers: &[Filler], span: Span) -> bool {
    fillers.iter().any(|filler| filler.span.overlaps(span))
}

/// Whether the count stands in `span`.
fn counts(count: &Option<Count>, span: Span) -> bool {
    count.as_ref().is_some_and(|count| count.span.overlaps(span))
}

/// Whether a place of the event is named in `span`.
fn lies_in(record: &Extraction, event: &Event, span: Span) -> bool {
    let entities = record.entities.iter().filter(|entity| event.places.contains(&entity.id));
    entities.flat_map(|entity| &entity.mentions).any(|mention| mention.span.overlaps(span))
}

/// Whether the event has its date from `span`.
fn dated_by(record: &Extraction, event: &Event, span: Span) -> bool {
    let time = event.date.as_ref().and_then(|date| record.times.get(date.time?));
    time.is_some_and(|time| time.span.overlaps(span))
}
