//! The README says what is so.

use crate::golden;
use dateline::{Article, Extractor, explain};

fn readme() -> String {
    golden::read("README.md")
}

/// The record it shows is that of the sample: each line stands in it, in this order; `…` stands for what is left out.
#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn the_record_is_the_samples() {
    let readme = readme();
    let shown = readme.split_once("```json\n").and_then(|(_, rest)| rest.split_once("```")).expect("a record").0;
    let record = golden::extract("sample", &golden::read("examples/sample.txt"));
    let record = serde_json::to_string_pretty(&record).expect("a record is JSON");
    let mut lines = record.lines().map(bare);
    for line in shown.lines().map(bare).filter(|line| *line != "…") {
        assert!(lines.any(|other| other == line), "the record of the sample has no line {line} there");
    }
}

/// A line without its indentation and the comma that a shortened list lacks.
fn bare(line: &str) -> &str {
    line.trim().trim_end_matches(',')
}

/// What it shows of `explain` stands in the sample's page, line by line; `…` stands for lines left out and for numbers of lexicon lines.
#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn the_explanation_is_the_samples() {
    let readme = readme();
    let shown = readme.split_once("```console\n").and_then(|(_, rest)| rest.split_once("```")).expect("an explanation").0;
    let sample = golden::read("examples/sample.txt");
    let article = Article::new(&sample).with_published("2026-01-04".parse().expect("a date"));
    let page = unnumbered(&Extractor::new().worker().read(&article, explain::page));
    let mut lines = page.lines().map(str::trim);
    for line in shown.lines().map(str::trim).filter(|line| *line != "…") {
        assert!(lines.any(|other| other == line), "the page of the sample has no line {line} there");
    }
}

/// `page` with `…` for the numbers of lines of lexicon files.
fn unnumbered(page: &str) -> String {
    let mut parts = page.split(".tsv:");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + ".tsv:…" + part.trim_start_matches(|char: char| char.is_ascii_digit()))
}

/// The TimeML it shows is that of the sample; `…` stands for what is left out.
#[test]
fn the_timeml_is_the_samples() {
    let readme = readme();
    let shown = readme.split_once("```xml\n").and_then(|(_, rest)| rest.split_once("\n```")).expect("an example of TimeML").0;
    let sample = golden::read("examples/sample.txt");
    let xml = dateline::export::timeml::element(&golden::extract("sample", &sample), &sample);
    for part in shown.split("\n…\n") {
        assert!(xml.contains(part), "the sample's TimeML has no {part}");
    }
}

/// The text it shows begins the sample.
#[test]
fn the_text_is_the_samples() {
    let readme = readme();
    let shown = readme.split_once("```text\n").and_then(|(_, rest)| rest.split_once("```")).expect("a text").0;
    let sample = golden::read("examples/sample.txt").split_whitespace().collect::<Vec<_>>().join(" ");
    for part in shown.split('…') {
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(sample.contains(&part), "the sample does not read {part}");
    }
}
