//! Events: `tests/cases/events.txt`.

use crate::marked::{check_failures, lines};
use dateline::record::{Event, Extraction, Filler};
use dateline::{Article, Extractor};

/// The events of a record as the cases write them: `kind status field=value; field=value`, with those fields that the case asks for.
fn answer(record: &Extraction, wanted: &str) -> String {
    if record.events.is_empty() {
        return "none".to_owned();
    }
    let cases: Vec<&str> = wanted.split(" | ").collect();
    let shown = record.events.iter().enumerate().map(|(index, event)| shown(record, event, cases.get(index).copied().unwrap_or("")));
    shown.collect::<Vec<_>>().join(" | ")
}

fn shown(record: &Extraction, event: &Event, wanted: &str) -> String {
    let names = wanted.split_once(' ').map_or("", |(_, rest)| rest.split_once(' ').map_or("", |(_, fields)| fields));
    let fields =
        names.split("; ").filter_map(|field| field.split_once('=')).map(|(name, _)| format!("{name}={}", field(record, event, name)));
    let fields = fields.collect::<Vec<_>>().join("; ");
    let space = if fields.is_empty() { "" } else { " " };
    format!("{} {}{space}{fields}", event.kind.name(), event.status.name())
}

fn field(record: &Extraction, event: &Event, name: &str) -> String {
    let texts = |fillers: &[Filler]| fillers.iter().map(|filler| filler.text.as_str()).collect::<Vec<_>>().join(" + ");
    let end = |end: Option<u64>| end.map_or(String::new(), |end| end.to_string());
    let count = |count: &Option<dateline::record::Count>| {
        count.as_ref().map_or(String::new(), |count| format!("{}..{}", end(count.min), end(count.max)))
    };
    let places =
        || event.places.iter().filter_map(|id| record.entities.iter().find(|entity| &entity.id == id)).map(|entity| entity.name.as_str());
    match name {
        "perpetrator" => texts(&event.perpetrators),
        "victim" => texts(&event.victims),
        "role" => event.victims.iter().filter_map(|victim| victim.role.as_deref()).collect::<Vec<_>>().join(" + "),
        "target" => texts(&event.targets),
        "instrument" => texts(&event.instruments),
        "killed" => count(&event.killed),
        "injured" => count(&event.injured),
        "captured" => count(&event.captured),
        "displaced" => count(&event.displaced),
        "place" => places().collect::<Vec<_>>().join(" + "),
        "date" => event.date.as_ref().and_then(|date| date.value.clone()).unwrap_or_default(),
        "method" => event.method.as_deref().unwrap_or_default().to_owned(),
        "about" => event.about.join(" + "),
        "basis" => event
            .perpetrators
            .iter()
            .filter_map(|filler| Some(format!("{:?}", filler.basis?)))
            .collect::<Vec<_>>()
            .join(" + ")
            .to_lowercase(),
        "hedge" => event.hedge.clone().unwrap_or_default(),
        "count" => event.count.map_or(String::new(), |count| format!("{}..{}", end(count.min), end(count.max))),
        "reporter" => event.reported_by.clone().unwrap_or_default(),
        "muc4" => event.codes.muc4.as_deref().unwrap_or_default().to_owned(),
        _ => format!("no field {name}"),
    }
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn events_come_out_as_marked() {
    let extractor = Extractor::new();
    let failures: Vec<(String, String)> = lines(include_str!("cases/events.txt"))
        .filter_map(|(_, case)| {
            let (text, wanted) = case.split_once(" => ").unwrap_or((case, ""));
            let record = extractor.extract(&Article::new(text).with_published("2024-01-10".parse().expect("a date")));
            let found = answer(&record, wanted);
            (found != wanted).then(|| (case.to_owned(), found))
        })
        .collect();
    check_failures("events.txt", &failures);
}

/// Reports of one day and country have one key; another day, or no day, has another or none.
#[test]
fn one_event_has_one_key_in_all_articles() {
    let extractor = Extractor::new();
    let key = |text: &str| {
        let record = extractor.extract(&Article::new(text).with_published("2024-01-10".parse().expect("a date")));
        record.events.first().map(|event| event.key.clone()).unwrap_or_default()
    };
    let first = key("A car bomb killed 12 people in Quetta, Pakistan, on Tuesday.");
    assert!(!first.is_empty());
    assert_eq!(first, key("Twelve shoppers died when a bomb exploded in Quetta, Pakistan, yesterday."));
    assert_ne!(first, key("A car bomb killed 12 people in Quetta, Pakistan, on Sunday."));
    assert_eq!(key("Three suicide bombers attacked the base in Homs."), "");
}
