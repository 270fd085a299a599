//! Cues of status, casualties and figurative use; look-alikes.

use super::{Case, counts, fills, tells};
use dateline::Span;
use dateline::lexicon::column::{Casualty, Discard, Status};
use dateline::record::{self, Count, EntityKind, Event};

/// The event on the marked trigger has the row's status, or a hedge, or is none.
pub fn status(case: &mut Case<'_, '_>) {
    let (class, wanted) = (case.row.text(Status::Class), case.row.text(Status::Status));
    let told: Vec<&Event> = case.record.events.iter().filter(|event| case.marked.terms.iter().any(|&term| tells(event, term))).collect();
    let is_wanted = |event: &&Event| Some(event.status) == record::Status::named(wanted);
    let is_hedged = |event: &&Event| event.hedge.is_some();
    let (right, fires) = match (class, wanted, &case.counter_record) {
        ("hedge", _, counter) => (
            told.iter().any(|event| is_wanted(event) && is_hedged(event)),
            counter.iter().any(|record| record.events.iter().any(|event| is_hedged(&event))),
        ),
        (_, "none", counter) => (told.is_empty(), counter.iter().any(|record| record.events.is_empty())),
        (_, "occurred", _) => (told.iter().any(is_wanted), false),
        (_, _, counter) => (told.iter().any(is_wanted), counter.iter().any(|record| record.events.iter().any(|event| is_wanted(&event)))),
    };
    case.expect(right, "status");
    case.expect(!fires, "counter");
}

/// Each marked number is counted for its outcome, each marked noun is a victim.
pub fn casualty(case: &mut Case<'_, '_>) {
    for mark in case.marked.marks.clone() {
        let (role, span) = (mark.answer.as_str(), mark.span());
        let right = match role {
            "victim" => case.record.events.iter().any(|event| fills(&event.victims, span)),
            // The record has no field for people who are missing.
            "missing" => true,
            outcome => case.record.events.iter().any(|event| counts(count(event, outcome), span)),
        };
        case.expect(right, role);
    }
    let outcomes: Vec<&str> = case.row.flags(Casualty::Outcome).filter(|&outcome| outcome != "missing").collect();
    let counted = |event: &Event| outcomes.iter().any(|outcome| count(event, outcome).as_ref().is_some_and(|count| count.max != Some(0)));
    let fires = case.counter_record.iter().flat_map(|record| &record.events).any(counted);
    case.expect(!fires, "counter");
}

fn count<'r>(event: &'r Event, outcome: &str) -> &'r Option<Count> {
    match outcome {
        "killed" => &event.killed,
        "injured" => &event.injured,
        "captured" | "detained" => &event.captured,
        "displaced" => &event.displaced,
        other => panic!("the outcome {other} is not known"),
    }
}

/// There is no violence on the marked word, but there is in the counter-example.
pub fn figurative(case: &mut Case<'_, '_>) {
    let violent = |event: &&Event| event.kind.is_violence();
    let told = case.record.events.iter().filter(violent).any(|event| case.marked.terms.iter().any(|&term| tells(event, term)));
    let silent = case.counter_record.as_ref().is_some_and(|record| record.events.is_empty());
    case.expect(!told, "example");
    case.expect(!silent, "counter");
}

/// The surface is not read as what it looks like.
pub fn look_alike(case: &mut Case<'_, '_>) {
    let surface = case.row.text(Discard::Surface);
    let Some(start) = case.marked.text.to_lowercase().find(&surface.to_lowercase()) else {
        return case.fault("the example lacks the surface");
    };
    let span = Span::new(start as u32, (start + surface.len()) as u32);
    let looks_like = case.row.text(Discard::LooksLike);
    let entity = |kind| {
        let mut entities = case.record.entities.iter().filter(|entity| entity.kind == kind);
        entities.any(|entity| entity.mentions.iter().any(|mention| span.contains(mention.span)))
    };
    let misread = match looks_like {
        "date" | "month" | "weekday" | "season" | "holiday" | "time" => case.record.times.iter().any(|time| time.span.overlaps(span)),
        "attack" | "war" | "fire" => case.record.events.iter().any(|event| event.kind.is_violence() && tells(event, span)),
        "place" | "country" | "street" | "ocean" | "state" => entity(EntityKind::Place),
        "person" => entity(EntityKind::Person),
        "nationality" | "people" | "sect" => entity(EntityKind::Nationality),
        "group" => entity(EntityKind::Group),
        "weapon" => entity(EntityKind::Weapon),
        // Ranks, colours, verbs: nothing in the record could be wrong.
        _ => false,
    };
    case.expect(!misread, &format!("read as {looks_like}"));
}
