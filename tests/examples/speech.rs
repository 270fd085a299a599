//! Cues of attribution and discourse.

use super::{Case, article, fills, tells};
use dateline::lexicon::TableId;
use dateline::lexicon::column::{Attribution, Discourse};
use dateline::record::{Basis, Event, EventKind};
use dateline::{Extraction, Span};

/// What is said is an event, with its source, and with the one held responsible on the row's basis.
pub fn attribution(case: &mut Case<'_, '_>) {
    let contents: Vec<Span> = case.marked.role("about").collect();
    // "The toll was not final" tells no event.
    if !contents.iter().any(|&content| has_trigger(case, content)) {
        return;
    }
    let told: Vec<Event> =
        case.record.events.iter().filter(|event| contents.iter().any(|&content| tells(event, content))).cloned().collect();
    case.expect(!told.is_empty(), "about");
    let sources: Vec<Span> = case.marked.role("source").collect();
    let speech: Vec<Event> = case.record.events.iter().filter(|event| event.kind.is_speech()).cloned().collect();
    for span in sources {
        let words = span.of(&case.marked.text).to_owned();
        let named =
            told.iter().filter_map(|event| event.reported_by.as_deref()).any(|source| words.contains(source) || source.contains(&words));
        case.expect(named || speech.iter().any(|event| fills(&event.perpetrators, span)), "source");
    }
    let basis = case.row.text(Attribution::Basis).to_owned();
    let perpetrators: Vec<Span> = case.marked.role("perpetrator").collect();
    for span in perpetrators {
        let fillers = told.iter().flat_map(|event| &event.perpetrators);
        let right = fillers.clone().any(|filler| filler.span.overlaps(span) && filler.basis.is_some_and(|other| name(other) == basis));
        case.expect(right, "perpetrator");
    }
    if case.row.text(Attribution::Factuality) == "doubtful" && speech.is_empty() {
        case.expect(told.iter().any(|event| event.hedge.is_some()), "hedge");
    }
}

fn name(basis: Basis) -> String {
    format!("{basis:?}").to_lowercase()
}

fn has_trigger(case: &mut Case<'_, '_>, span: Span) -> bool {
    case.worker.read(&article(&case.marked.text), |reading| {
        let mut hits = reading.document.hits.iter().filter(|hit| hit.row.table == TableId::Trigger);
        hits.any(|hit| reading.document.span(hit.first as usize, hit.last as usize).overlaps(span))
    })
}

/// The cue joins the mention after it to the marked one, or sets it apart.
pub fn discourse(case: &mut Case<'_, '_>) {
    let Some(cue) = case.marked.role("cue").next() else { return case.fault("the example lacks a cue") };
    let record = &case.record;
    let told: Vec<&Event> = record.events.iter().filter(|event| case.marked.terms.iter().any(|&term| tells(event, term))).collect();
    let apart = record.events.iter().any(|event| !case.marked.terms.iter().any(|&term| tells(event, term)));
    let on_cue = record.events.iter().find(|event| tells(event, cue));
    let (right, what) = match (case.row.text(Discourse::Class), case.row.text(Discourse::Effect)) {
        ("actor-noun", _) => (resumes_actor(record, case, cue), "actor"),
        // A noun that resumes is no event of its own.
        (_, "resume" | "same-event" | "part-of") => (!told.is_empty() && on_cue.is_none_or(|event| told.contains(&event)), "same event"),
        (_, "new-event") => (!told.is_empty() && apart, "new event"),
        (_, "claim-same") => {
            let about = |event: &Event| told.iter().any(|told| event.about.contains(&told.id));
            let kinds = [EventKind::Claim, EventKind::Accusation, EventKind::Denial, EventKind::Threat, EventKind::Statement];
            (record.events.iter().any(|event| kinds.contains(&event.kind) && about(event)), "speech act about the event")
        }
        (_, "background") => (told.iter().all(|event| !event.salient) || record.events.len() == 1, "background"),
        _ => (!told.is_empty(), "event"),
    };
    case.expect(right, what);
}

/// Somebody in the cue fills a role and is, if an entity, the one marked.
fn resumes_actor(record: &Extraction, case: &Case<'_, '_>, cue: Span) -> bool {
    let roles = |event: &Event| event.perpetrators.iter().chain(&event.victims).chain(&event.targets).cloned().collect::<Vec<_>>();
    let fillers: Vec<_> = record.events.iter().flat_map(roles).collect();
    let of = |span: Span| fillers.iter().find(move |filler| filler.span.overlaps(span));
    let first = case.marked.terms.iter().find_map(|&term| of(term));
    match (first, of(cue)) {
        (Some(first), Some(second)) => first.entity == second.entity,
        // A role is told once for an actor that is merged.
        (Some(_), None) => true,
        _ => false,
    }
}
