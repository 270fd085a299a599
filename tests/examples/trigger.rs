//! Triggers: an event of the row's kind, each marked role filled.

use super::{Case, counts, dated_by, fills, lies_in, tells};
use dateline::lexicon::column::Trigger;
use dateline::record::{Entity, EntityKind, Event, EventKind};
use dateline::{Extraction, Span};

pub fn check(case: &mut Case<'_, '_>) {
    let kind = EventKind::named(case.row.text(Trigger::Kind)).expect("the kinds are checked");
    let lends = |event: &Event, term: Span| match case.row.text(Trigger::Frame) {
        "weapon-noun" => fills(&event.instruments, term),
        "agent-noun" => fills(&event.perpetrators, term),
        _ => false,
    };
    let is_told = |event: &Event, term: Span| tells(event, term) || lends(event, term);
    let event = case.record.events.iter().find(|event| event.kind == kind && case.marked.terms.iter().any(|&term| is_told(event, term)));
    let mut faults = Vec::new();
    match event {
        None => faults.push("event"),
        Some(event) => {
            let (method, status) = (case.row.text(Trigger::Method), case.row.text(Trigger::Status));
            if !method.is_empty() && event.method.as_deref() != Some(method) {
                faults.push("method");
            }
            if !status.is_empty() && format!("{:?}", event.status).to_lowercase() != status {
                faults.push("status");
            }
        }
    }
    for mark in &case.marked.marks {
        if !event.is_some_and(|event| has(&case.record, &case.marked.text, event, &mark.answer, mark.span())) {
            faults.push(&mark.answer);
        }
    }
    let fires = case.counter_record.as_ref().is_some_and(|record| {
        let events = record.events.iter().filter(|event| event.kind == kind);
        events.flat_map(|event| event.trigger.iter().chain(&event.mentions)).any(|told| case.is_form(&told.text, Trigger::Forms.into()))
    });
    let faults: Vec<String> = faults.into_iter().map(str::to_owned).collect();
    for fault in &faults {
        case.fault(fault);
    }
    case.expect(!fires, "counter");
}

/// Whether the event has a filler of `role` in `span`.
fn has(record: &Extraction, text: &str, event: &Event, role: &str, span: Span) -> bool {
    match role {
        "perpetrator" => fills(&event.perpetrators, span),
        "victim" => fills(&event.victims, span),
        "target" => fills(&event.targets, span),
        "instrument" => fills(&event.instruments, span),
        "killed" => counts(&event.killed, span),
        "injured" => counts(&event.injured, span),
        "place" => is_placed(record, text, event, span),
        "date" => dated_by(record, event, span),
        // Only speech acts speak of events; what a march is about has no field in the record.
        "about" => !event.kind.is_speech() || record.events.iter().any(|other| event.about.contains(&other.id) && tells(other, span)),
        "source" => event.reported_by.is_some(),
        other => panic!("the role {other} is not known"),
    }
}

/// Whether the event, or the one that it speaks of, lies in the place named in `span`. The record's places are towns, divisions, countries and
/// regions: "a village", "the Macedonian border" and "Tora prison" have no field.
fn is_placed(record: &Extraction, text: &str, event: &Event, span: Span) -> bool {
    let about = |other: &&Event| event.about.contains(&other.id);
    let mut names = record.entities.iter().filter(|entity| entity.mentions.iter().any(|mention| mention.span.overlaps(span))).peekable();
    let nameless = !span.of(text).contains(char::is_uppercase);
    let is_other = |entity: &Entity| matches!(entity.kind, EntityKind::Nationality | EntityKind::Facility);
    nameless
        || lies_in(record, event, span)
        || record.events.iter().filter(about).any(|other| lies_in(record, other, span))
        || (names.peek().is_some() && names.all(is_other))
}
