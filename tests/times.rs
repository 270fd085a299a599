//! Expressions of time: `tests/cases/times.txt`.

use crate::marked::{check_failures, lines, unmark};
use dateline::document::Layout;
use dateline::lexicon::Lexicon;
use dateline::time::{Reference, TimeMention, find};
use dateline::{Article, Extractor, quantity};

fn times(text: &str, published: Option<&str>) -> Vec<(u32, u32, TimeMention)> {
    let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
    let (mut quantities, mut times) = (Vec::new(), Vec::new());
    let document = layout.read(text, &lexicon);
    quantity::find(document, &mut quantities);
    let reference = Reference { published: published.map(|day| day.parse().expect("a day of publication")), dateline: None };
    find(document, &quantities, reference, &mut times);
    times
        .into_iter()
        .map(|time| (document.span(time.first as usize, time.last as usize), time))
        .map(|(span, time)| (span.start, span.end, time))
        .collect()
}

/// `DATE 2024-01-03 START`.
fn answer(time: &TimeMention) -> String {
    let name = |value: &dyn erased::Named| value.name();
    match &time.modifier {
        Some(modifier) => format!("{} {} {}", name(&time.kind), time.value, name(modifier)),
        None => format!("{} {}", name(&time.kind), time.value),
    }
}

/// Names of enums as they stand in the record.
mod erased {
    pub trait Named {
        fn name(&self) -> String;
    }

    impl<T: serde::Serialize> Named for T {
        fn name(&self) -> String {
            serde_json::to_string(self).unwrap_or_default().trim_matches('"').to_owned()
        }
    }
}

fn shown(text: &str, found: &[(u32, u32, TimeMention)]) -> String {
    let parts =
        found.iter().map(|(start, end, time)| format!("[{}]({}; {})", &text[*start as usize..*end as usize], answer(time), time.rule));
    parts.collect::<Vec<_>>().join(" ")
}

#[test]
fn times_in_sentences_of_news() {
    let (mut failures, mut published) = (Vec::new(), None);
    for (_, line) in lines(include_str!("cases/times.txt")) {
        if let Some(day) = line.strip_prefix("@ ") {
            published = Some(day.trim());
            continue;
        }
        let (text, marks) = unmark(line);
        let found = times(&text, published.filter(|day| *day != "none"));
        let right = found.len() == marks.len()
            && found
                .iter()
                .zip(&marks)
                .all(|((start, end, time), mark)| (*start, *end) == (mark.start, mark.end) && answer(time) == mark.answer);
        if !right {
            failures.push((line.to_owned(), shown(&text, &found)));
        }
    }
    check_failures("times.txt", &failures);
}

#[test]
fn spans_and_ranges_hold_on_odd_texts() {
    let extractor = Extractor::new();
    for text in [
        "", "the", "last", "Jan.", "31 February 2023", "99/99/9999", "the the the last", "9999999999 years ago", "in 0000", "’90s",
        "24:61", "Feb. 29",
    ] {
        for day in ["2023-03-01", "0001-01-01", "9999-12-31"] {
            let article = Article::new(text).with_published(day.parse().expect("a day"));
            for time in extractor.extract(&article).times {
                assert!(time.earliest <= time.latest, "{text}: {time:?}");
            }
        }
    }
}
