//! Words of number: the marked quantity comes to the range that the row expects.

use super::{Case, article};
use dateline::Span;
use dateline::lexicon::column::Quantity as Cells;
use dateline::quantity::{Quantity, QuantityKind};
use dateline::record::Range;

pub fn check(case: &mut Case<'_, '_>) {
    let Some(expected) = range(case.row.text(Cells::Expect)) else { return };
    let kind = if case.row.text(Cells::Type) == "ordinal" { QuantityKind::Ordinal } else { QuantityKind::Count };
    let text = case.marked.text.clone();
    let found = quantities(case, &text);
    let right = found.iter().any(|(span, quantity)| case.marked.is_term(*span) && quantity.kind == kind && is(quantity.range, expected));
    let counted = case.record.events.iter().any(|event| event.count.is_some_and(|count| is(count, expected)));
    case.expect(right || (counted && case.row.text(Cells::Type) == "event-count"), "range");
    let counter = case.counter.clone();
    let flags = case.row.text(Cells::Flags).to_owned();
    let fires = quantities(case, &counter).iter().any(|(span, quantity)| {
        let form = flags.contains("pattern") || case.is_form(span.of(&counter), Cells::Forms.into());
        quantity.kind == kind && form && (flags.contains("pattern") || is(quantity.range, expected))
    });
    case.expect(!fires, "counter");
}

fn quantities(case: &mut Case<'_, '_>, text: &str) -> Vec<(Span, Quantity)> {
    case.worker.read(&article(text), |reading| {
        let span = |quantity: &Quantity| reading.document.span(quantity.first as usize, quantity.last as usize);
        reading.quantities.iter().map(|quantity| (span(quantity), *quantity)).collect()
    })
}

/// An open lower end and one of zero are one.
fn is(range: Range, expected: Range) -> bool {
    range.min.unwrap_or(0) == expected.min.unwrap_or(0) && range.max == expected.max
}

/// `90..100`; `None` if nothing is expected.
fn range(text: &str) -> Option<Range> {
    let (min, max) = text.split_once("..")?;
    Some(Range { min: min.parse().ok(), max: max.parse().ok() })
}
