//! Shows how an article was read: stage by stage, with the rule and the lexicon row behind each finding.
//!
//! For people who write rules or want to know why a record says what it says; the layout is not for machines.

mod outcome;
mod sentence;

use crate::event::{self, Reading, Trace};
use crate::lexicon::{RowRef, TableId, column};
use crate::record::Event;

/// How the article behind `reading` was read: sentence by sentence tokens, names, numbers, times, phrases and triggers, then the entities
/// and events that came of them.
///
/// ```
/// use dateline::{Article, Extractor, explain};
/// let extractor = Extractor::new();
/// let article = Article::new("A bomb killed two people in Quetta on Tuesday.");
/// let page = extractor.worker().read(&article, explain::page);
/// assert!(page.contains("1  A bomb killed two people in Quetta on Tuesday."));
/// ```
pub fn page(reading: &Reading<'_>) -> String {
    let events = event::find(reading);
    let traces = event::trace(reading);
    let mut page = Page { reading, traces: &traces, events: &events, out: String::new() };
    page.head();
    for (number, sentence) in reading.document.sentences.iter().enumerate() {
        page.sentence(number, sentence);
    }
    page.entities();
    page.events();
    page.out
}

/// A page being written.
struct Page<'r> {
    reading: &'r Reading<'r>,
    traces: &'r [Trace],
    events: &'r [Event],
    out: String,
}

impl Page<'_> {
    /// Writes from which days expressions of time are counted, and the line in front of the report.
    fn head(&mut self) {
        let Reading { document, reference, .. } = self.reading;
        if let Some(published) = reference.published {
            self.line("published", &published.to_string());
        }
        if let Some(line) = document.dateline {
            let part = |label: &str, tokens: Option<(u32, u32)>| tokens.map(|(first, last)| format!("{label} {}", self.quote(first, last)));
            let day = reference.dateline.map(|day| format!("day {day}"));
            let parts: Vec<String> = [part("place", line.place), day, part("agency", line.agency)].into_iter().flatten().collect();
            self.line("dateline", &parts.join(", "));
        }
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// A line with a label in front.
    fn line(&mut self, label: &str, content: &str) {
        self.out.push_str(&format!("  {label:<10}{content}\n"));
    }

    /// Several lines of which only the first shows the label.
    fn lines(&mut self, label: &str, contents: impl IntoIterator<Item = String>) {
        for (index, content) in contents.into_iter().enumerate() {
            self.line(if index == 0 { label } else { "" }, &content);
        }
    }

    /// `"words"` of a run of tokens, on one line.
    fn quote(&self, first: u32, last: u32) -> String {
        format!("\"{}\"", one_line(self.reading.document.slice(first as usize, last as usize)))
    }

    /// `file:line` of a row and what it is called.
    fn row(&self, row: RowRef) -> String {
        let cells = self.reading.document.lexicon.row(row);
        let term = match row.table {
            TableId::Trigger => cells.text(column::Trigger::Term),
            _ => cells.text(0_usize),
        };
        format!("{}:{} {term:?}", cells.file(), cells.line())
    }
}

/// `text` with all white space as single blanks.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of a plain enum's value in small letters.
fn small(value: impl std::fmt::Debug) -> String {
    format!("{value:?}").to_lowercase()
}
