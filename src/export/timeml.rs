//! TimeML: the text with its expressions of time as `TIMEX3` elements, after TimeML 1.2.1 and the layout of TempEval-3.
//!
//! The day of publication is the time `t0`, from which others count; it stands in the element `DCT`. Without its tags, and with
//! its entities read, `TEXT` is the article's text, except that a character which XML forbids becomes U+FFFD.

use crate::record::{Anchor, Extraction, Time, TimeType};
use std::fmt::Write;

/// The first line of a file.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// The element `TimeML` of an article: `record` is what was read in `text`.
///
/// ```
/// use dateline::{Article, Extractor, export::timeml};
/// let text = "Gunmen shot two clerks in Sibi last Friday.";
/// let article = Article::new(text).with_published("2026-01-04".parse().unwrap());
/// let xml = timeml::element(&Extractor::new().extract(&article), text);
/// assert!(xml.contains(r#"<TIMEX3 tid="t1" type="DATE" value="2026-01-02" temporalFunction="true" anchorTimeID="t0">last Friday</TIMEX3>."#));
/// ```
pub fn element(record: &Extraction, text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2 + 512);
    out.push_str("<TimeML>\n");
    if let Some(id) = &record.id {
        field(&mut out, "DOCID", id);
    }
    let created = day_of_creation(record);
    if let Some(day) = created {
        out.push_str("<DCT><TIMEX3 tid=\"t0\" type=\"DATE\"");
        attribute(&mut out, "value", day);
        out.push_str(" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">");
        escape(&mut out, day);
        out.push_str("</TIMEX3></DCT>\n");
    }
    if let Some(title) = &record.title {
        field(&mut out, "TITLE", title);
    }
    out.push_str("<TEXT>");
    marked(&mut out, record, text);
    out.push_str("</TEXT>\n</TimeML>\n");
    out
}

/// The day of publication, or the one of the dateline.
fn day_of_creation(record: &Extraction) -> Option<&str> {
    let dateline = record.dateline.as_ref().and_then(|dateline| dateline.date.as_deref());
    record.published.as_deref().or(dateline)
}

/// The text with an element around each expression of time.
fn marked(out: &mut String, record: &Extraction, text: &str) {
    let mut done = 0;
    for (index, time) in record.times.iter().enumerate() {
        let (start, end) = (time.span.start as usize, time.span.end as usize);
        let (Some(before), Some(inside)) = (text.get(done..start), text.get(start..end)) else { continue };
        escape(out, before);
        open_tag(out, record, index, time);
        escape(out, inside);
        out.push_str("</TIMEX3>");
        done = end;
    }
    escape(out, text.get(done..).unwrap_or(""));
}

fn open_tag(out: &mut String, record: &Extraction, index: usize, time: &Time) {
    let kind = match time.kind {
        TimeType::Date => "DATE",
        TimeType::Time => "TIME",
        TimeType::Duration => "DURATION",
        TimeType::Set => "SET",
    };
    let _ = write!(out, "<TIMEX3 tid=\"t{}\" type=\"{kind}\"", index + 1);
    attribute(out, "value", &time.value);
    if let Some(modifier) = time.modifier {
        attribute(out, "mod", modifier.name());
    }
    for (name, value) in [("quant", &time.quant), ("freq", &time.freq)] {
        if let Some(value) = value {
            attribute(out, name, value);
        }
    }
    attribute(out, "temporalFunction", if time.anchor == Anchor::Absolute { "false" } else { "true" });
    if is_of_dateline(record, time) {
        attribute(out, "functionInDocument", "PUBLICATION_TIME");
    }
    let anchor = match time.anchor {
        Anchor::Published | Anchor::Dateline => day_of_creation(record).map(|_| 0),
        Anchor::Time(index) if index < record.times.len() => Some(index + 1),
        _ => None,
    };
    if let Some(number) = anchor {
        let _ = write!(out, " {}=\"t{number}\"", end_of(record, time));
    }
    out.push('>');
}

/// The attribute that names the time from which `time` counts: of a length its beginning or its end.
fn end_of(record: &Extraction, time: &Time) -> &'static str {
    let created = day_of_creation(record);
    match time.kind {
        TimeType::Duration if time.latest.is_some() && time.latest.as_deref() == created => "endPoint",
        TimeType::Duration if time.earliest.is_some() && time.earliest.as_deref() == created => "beginPoint",
        _ => "anchorTimeID",
    }
}

fn is_of_dateline(record: &Extraction, time: &Time) -> bool {
    record.dateline.as_ref().is_some_and(|dateline| dateline.span.contains(time.span))
}

fn field(out: &mut String, name: &str, text: &str) {
    let _ = write!(out, "<{name}>");
    escape(out, text);
    let _ = writeln!(out, "</{name}>");
}

fn attribute(out: &mut String, name: &str, value: &str) {
    let _ = write!(out, " {name}=\"");
    escape(out, value);
    out.push('"');
}

/// Text that an XML reader takes for `text`: a carriage return would else be read as a line break.
fn escape(out: &mut String, text: &str) {
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push(char),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(char),
        }
    }
}
