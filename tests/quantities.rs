//! Numbers as ranges: `tests/cases/quantity.txt` and the examples of `lexicons/cues/quantity.tsv`.

use crate::marked::{check_failures, lines, unmark};
use dateline::document::Layout;
use dateline::lexicon::{Lexicon, TableId, column};
use dateline::quantity::{Quantity, QuantityKind, find};

fn counts(text: &str) -> Vec<(u32, u32, Quantity)> {
    let (lexicon, mut layout, mut quantities) = (Lexicon::bundled(), Layout::default(), Vec::new());
    let document = layout.read(text, &lexicon);
    find(document, &mut quantities);
    let counted = quantities.into_iter().filter(|quantity| quantity.kind == QuantityKind::Count);
    counted
        .map(|quantity| (document.span(quantity.first as usize, quantity.last as usize), quantity))
        .map(|(span, quantity)| (span.start, span.end, quantity))
        .collect()
}

/// `min..max`; an empty minimum stands for 0 or 1.
fn matches(answer: &str, quantity: &Quantity) -> bool {
    let Some((min, max)) = answer.split_once("..") else { return false };
    let min_fits = match min.parse::<u64>() {
        Ok(min) => quantity.range.min == Some(min),
        Err(_) => quantity.range.min.unwrap_or(0) <= 1,
    };
    min_fits && quantity.range.max == max.parse().ok()
}

fn shown(text: &str, found: &[(u32, u32, Quantity)]) -> String {
    let show = |number: Option<u64>| number.map_or(String::new(), |number| number.to_string());
    let parts = found.iter().map(|(start, end, quantity)| {
        format!("[{}]({}..{})", &text[*start as usize..*end as usize], show(quantity.range.min), show(quantity.range.max))
    });
    parts.collect::<Vec<_>>().join(" ")
}

#[test]
fn counts_in_sentences_of_news() {
    let mut failures = Vec::new();
    for (_, line) in lines(include_str!("cases/quantity.txt")) {
        let (text, marks) = unmark(line);
        let found = counts(&text);
        let right = found.len() == marks.len()
            && found
                .iter()
                .zip(&marks)
                .all(|((start, end, quantity), mark)| (*start, *end) == (mark.start, mark.end) && matches(&mark.answer, quantity));
        if !right {
            failures.push((line.to_owned(), shown(&text, &found)));
        }
    }
    check_failures("quantity.txt", &failures);
}

#[test]
fn examples_of_the_lexicon() {
    let lexicon = Lexicon::bundled();
    let mut failures = Vec::new();
    for row in lexicon.rows(TableId::Quantity) {
        let row = lexicon.row(row);
        let (example, expect) = (row.text(column::Quantity::Example), row.text(column::Quantity::Expect));
        let skipped = ["relative", "event-size"].iter().any(|flag| row.has(column::Quantity::Flags, flag));
        let kind = row.text(column::Quantity::Type);
        let counting = ["approximator", "exact-word", "vague", "fraction"].contains(&kind);
        if skipped && kind != "fraction" || !counting || expect.is_empty() || example.is_empty() {
            continue;
        }
        let plain = unmark(&example.replace('*', "")).0;
        let found = counts(&plain);
        if !found.iter().any(|(_, _, quantity)| matches(expect, quantity)) {
            failures.push((example.to_owned(), format!("{} expected {expect}", shown(&plain, &found))));
        }
    }
    check_failures("quantity.tsv", &failures);
}

#[test]
fn what_is_counted() {
    let name = |kind: QuantityKind| format!("{kind:?}").to_lowercase();
    let mut failures = Vec::new();
    for (_, line) in lines(include_str!("cases/counted.txt")) {
        let (text, marks) = unmark(line);
        let (lexicon, mut layout, mut quantities) = (Lexicon::bundled(), Layout::default(), Vec::new());
        let document = layout.read(&text, &lexicon);
        find(document, &mut quantities);
        let found: Vec<(String, String)> = quantities
            .iter()
            .filter(|quantity| quantity.kind != QuantityKind::Label)
            .map(|quantity| {
                let words = document.slice(quantity.first as usize, quantity.last as usize).to_owned();
                let noun = quantity.counted.map_or("-", |at| document.word(at as usize));
                (words, format!("{} {noun}", name(quantity.kind)))
            })
            .collect();
        let marked = marks.iter().map(|mark| (text[mark.start as usize..mark.end as usize].to_owned(), mark.answer.clone()));
        if found != marked.collect::<Vec<_>>() {
            let shown = found.iter().map(|(words, answer)| format!("[{words}]({answer})")).collect::<Vec<_>>();
            failures.push((line.to_owned(), shown.join(" ")));
        }
    }
    check_failures("counted.txt", &failures);
}
