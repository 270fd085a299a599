//! Reading articles from files: whole texts, or JSON Lines one line at a time.

use clap::ValueEnum;
use dateline::Article;
use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;
use serde_json::{Map, Value};
use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::str::{self, Utf8Error};

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// The text of one article
    Text,
    /// One JSON object a line, with "text" and, if known, "id", "title", "published", "url", "source", "language"
    Jsonl,
}

/// The articles of a file (`-`: standard input), one after the other, and what is wrong between them.
pub struct Articles {
    reader: Box<dyn BufRead + Send>,
    format: Format,
    line: usize,
    /// The bytes of the last line.
    bytes: Vec<u8>,
    done: bool,
}

impl Articles {
    /// # Errors
    ///
    /// If the file cannot be opened.
    pub fn open(file: &str, format: Format) -> Result<Self, Fault> {
        let reader: Box<dyn BufRead + Send> = if file == "-" {
            Box::new(BufReader::new(io::stdin()))
        } else {
            Box::new(BufReader::new(File::open(file).map_err(Fault::reading)?))
        };
        Ok(Self { reader, format, line: 0, bytes: Vec::new(), done: false })
    }

    /// The whole rest as one text. A byte order mark stays in it, so that offsets are offsets into the file.
    fn text(&mut self) -> Result<Input, Fault> {
        self.done = true;
        let mut bytes = Vec::new();
        self.reader.read_to_end(&mut bytes).map_err(Fault::reading)?;
        let text = String::from_utf8(bytes).map_err(|error| no_utf8(error.as_bytes(), error.utf8_error(), 1))?;
        Ok(Input { text, ..Input::default() })
    }

    /// The article in the next line; `None` if the line is blank or there is none.
    fn line(&mut self) -> Result<Option<Input>, Fault> {
        self.line += 1;
        self.bytes.clear();
        match self.reader.read_until(b'\n', &mut self.bytes) {
            Ok(0) => self.done = true,
            Ok(_) => {}
            Err(error) => {
                self.done = true;
                return Err(Fault::reading(error));
            }
        }
        let content = str::from_utf8(&self.bytes).map_err(|error| no_utf8(&self.bytes, error, self.line))?;
        let content = if self.line == 1 { content.trim_start_matches('\u{feff}') } else { content };
        if content.trim().is_empty() {
            return Ok(None);
        }
        Input::from_json(content).map(Some).map_err(|cause| Fault { line: Some(self.line), cause })
    }
}

impl Iterator for Articles {
    type Item = Result<Input, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            let read = if self.format == Format::Text { self.text().map(Some) } else { self.line() };
            if let Some(item) = read.transpose() {
                return Some(item);
            }
        }
        None
    }
}

/// What is wrong with a file or a line of it.
pub struct Fault {
    /// Line, from 1.
    line: Option<usize>,
    /// The cause, and what would be right.
    cause: String,
}

impl Fault {
    fn reading(error: io::Error) -> Self {
        Self { line: None, cause: format!("{error}; give a file that can be read, or `-` for standard input") }
    }
}

impl fmt::Display for Fault {
    /// `LINE: CAUSE`, or the cause alone: what stands after `FILE:`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{line}: {}", self.cause),
            None => write!(f, " {}", self.cause),
        }
    }
}

/// What is wrong with `bytes`, of which the first stands in line `line`.
fn no_utf8(bytes: &[u8], error: Utf8Error, line: usize) -> Fault {
    let at = error.valid_up_to();
    let before = bytes.get(..at).unwrap_or_default();
    let line = line + before.iter().filter(|&&byte| byte == b'\n').count();
    let column = before.rsplit(|&byte| byte == b'\n').next().map_or(0, <[u8]>::len) + 1;
    let byte = bytes.get(at).copied().unwrap_or_default();
    Fault { line: Some(line), cause: format!("byte {column} of the line, 0x{byte:02x}, is not UTF-8; convert the file to UTF-8") }
}

/// An article with texts of its own.
#[derive(Default)]
pub struct Input {
    pub id: Option<String>,
    pub title: Option<String>,
    pub text: String,
    pub published: Option<Date>,
    pub url: Option<String>,
    pub source: Option<String>,
    pub language: Option<String>,
}

impl Input {
    pub fn article(&self) -> Article<'_> {
        Article {
            id: self.id.as_deref(),
            title: self.title.as_deref(),
            text: &self.text,
            published: self.published,
            url: self.url.as_deref(),
            source: self.source.as_deref(),
            language: self.language.as_deref(),
        }
    }

    /// The article in a line of JSON Lines. Fields that are not known, or hold something else than expected, are ignored, but for
    /// `text` and `published`, without which the record would be wrong.
    pub fn from_json(line: &str) -> Result<Self, String> {
        let mut fields: Map<String, Value> = match serde_json::from_str(line) {
            Ok(Value::Object(fields)) => fields,
            Ok(other) => return Err(format!("the line is {}; write one JSON object a line", name(&other))),
            Err(error) => return Err(format!("not JSON: {}; write one JSON object a line", place(&error))),
        };
        let text = match fields.remove("text") {
            Some(Value::String(text)) => text,
            Some(other) => return Err(format!("\"text\" is {}; give the article's text as a string", name(&other))),
            None => return Err("no \"text\"; give the article's text as a string in \"text\"".to_owned()),
        };
        let published = match fields.get("published") {
            None | Some(Value::Null) => None,
            Some(Value::String(date)) => Some(date_of(date)?),
            Some(other) => return Err(format!("\"published\" is {}; write the day as \"2024-01-10\", or null", name(other))),
        };
        let copied = |key: &str| fields.get(key).and_then(Value::as_str).map(str::to_owned);
        let id = fields.get("id").and_then(|id| if id.is_number() { Some(id.to_string()) } else { id.as_str().map(str::to_owned) });
        Ok(Self { id, title: copied("title"), text, published, url: copied("url"), source: copied("source"), language: copied("language") })
    }
}

fn name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// The parser's message with the column only: the line is told before it.
fn place(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let cause = message.rsplit_once(" at line ").map_or(message.as_str(), |(cause, _)| cause);
    format!("{cause} at column {}", error.column())
}

/// The day in a date such as `2024-01-10` or `2024-01-10T08:30:00Z`.
fn date_of(text: &str) -> Result<Date, String> {
    let pieces =
        Pieces::parse(text).map_err(|error| format!("\"published\" is {text:?}: {error}; write the day as \"2024-01-10\", or null"))?;
    Ok(pieces.date())
}
