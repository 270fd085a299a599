//! Whole articles of the project's own: their records as they are, and facts that a careful reader takes from them.

use crate::known::{self, Faults};
use dateline::record::{Count, Event, Filler, Range};
use dateline::{Article, Extraction, Extractor, Span};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The articles with their readings by hand, from which the day of publication is taken too.
const ARTICLES: &[(&str, &str)] = &[
    ("sample", "examples/sample.txt"),
    ("market-bombing", "tests/golden/market-bombing.txt"),
    ("clashes-and-kidnap", "tests/golden/clashes-and-kidnap.txt"),
    ("sahel-raid", "tests/golden/sahel-raid.txt"),
    ("street-protest", "tests/golden/street-protest.txt"),
    ("court-case", "tests/golden/court-case.txt"),
    ("wire-capitals", "tests/golden/wire-capitals.txt"),
    ("no-events", "tests/golden/no-events.txt"),
    ("drone-strikes", "tests/golden/drone-strikes.txt"),
    ("school-kidnapping", "tests/golden/school-kidnapping.txt"),
    ("knife-attack", "tests/golden/knife-attack.txt"),
];

/// The names of the golden articles.
#[cfg(feature = "schema")]
pub fn names() -> impl Iterator<Item = &'static str> {
    ARTICLES.iter().map(|&(name, _)| name)
}

fn path(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

pub fn read(file: &str) -> String {
    fs::read_to_string(path(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

pub fn extract(name: &str, text: &str) -> Extraction {
    let reading = read(&format!("tests/golden/{name}.expected.md"));
    let published = reading.split_once("(published ").and_then(|(_, rest)| rest.get(..10)).expect("the day of publication");
    let article = Article::new(text).with_id(name).with_published(published.parse().expect("a date"));
    // The hash of the lexicons changes with every row; it says nothing about the reading.
    Extraction { lexicon: String::new(), ..Extractor::new().extract(&article) }
}

/// The records change only on request: `UPDATE_GOLDEN=1` writes them anew, to be reviewed like code.
#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn records_are_as_they_were() {
    let update = env::var("UPDATE_GOLDEN").is_ok_and(|value| value == "1");
    let mut changed = Vec::new();
    for (name, file) in ARTICLES {
        let expected = path(&format!("tests/golden/{name}.expected.json"));
        let record = serde_json::to_string_pretty(&extract(name, &read(file))).expect("a record is JSON") + "\n";
        if update {
            fs::write(&expected, &record).expect("the record can be written");
        }
        let before = fs::read_to_string(&expected).unwrap_or_default();
        if let Some((line, (old, new))) = before.lines().zip(record.lines()).enumerate().find(|(_, (old, new))| old != new) {
            changed.push(format!("{name}.expected.json:{}: {} was {}", line + 1, new.trim(), old.trim()));
        } else if before.len() != record.len() {
            changed.push(format!("{name}.expected.json: {} lines, now {}", before.lines().count(), record.lines().count()));
        }
    }
    assert!(changed.is_empty(), "records have changed; if for the better, run with UPDATE_GOLDEN=1:\n{}", changed.join("\n"));
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn records_hold_what_a_reader_takes_from_the_articles() {
    let mut faults = Faults::new();
    for (name, file) in ARTICLES {
        let text = read(file);
        let facts = Facts { record: extract(name, &text), text };
        let list = read(&format!("tests/golden/{name}.facts.txt"));
        for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if !facts.hold(line) {
                faults.insert(format!("{name}\t{line}"));
            }
        }
    }
    known::compare("golden/known-gaps.tsv", &faults);
}

/// An article with its record, asked for facts.
///
/// A fact is a line of words and of quotations from the article (`"the attack" 2`: the second time it stands there):
///
/// ```text
/// time "Friday" 2 DATE 2026-01-02
/// entity group "MDBV" "the Bolan Movement"      one entity of that kind with these mentions
/// place "Quetta" PK
/// event "car bomb" bombing/vehicle occurred     told by these words; method and status may be left out
/// same "car bomb" "blasts"                      both tell the same event
/// no-event "curfew"
/// salient "car bomb"
/// date "car bomb" 2025-12-31
/// where|by|victim|target|instrument|about "car bomb" "Quetta"
/// killed|injured|captured|count "car bomb" 12..
/// ```
struct Facts {
    text: String,
    record: Extraction,
}

impl Facts {
    fn hold(&self, line: &str) -> bool {
        let (fact, rest) = line.split_once(' ').unwrap_or((line, ""));
        let (spans, words) = self.parse(rest, line);
        let word = |at: usize| words.get(at).map_or("", String::as_str);
        let told = |at: usize| spans.get(at).and_then(|&span| self.told_by(span));
        match fact {
            "time" => {
                self.record.times.iter().any(|time| {
                    spans[0].overlaps(time.span) && format!("{:?}", time.kind).to_uppercase() == word(0) && time.value == word(1)
                })
            }
            "entity" => self.is_one(word(0), &spans),
            "place" => self.record.entities.iter().any(|entity| {
                let country = entity.place.as_ref().and_then(|place| place.country.as_deref());
                country == Some(word(0)) && entity.mentions.iter().any(|mention| mention.span.overlaps(spans[0]))
            }),
            "event" => told(0).is_some_and(|event| is_kind(event, word(0), word(1))),
            "same" => told(0).is_some_and(|event| told(1).is_some_and(|other| other.id == event.id)),
            "no-event" => told(0).is_none(),
            "salient" => told(0).is_some_and(|event| event.salient),
            "date" => told(0).and_then(|event| event.date.as_ref()).is_some_and(|date| date.value.as_deref() == Some(word(0))),
            _ => told(0).is_some_and(|event| self.has(event, fact, spans.get(1).copied(), word(0))),
        }
    }

    fn has(&self, event: &Event, field: &str, span: Option<Span>, number: &str) -> bool {
        let is = |count: &Option<Count>| count.as_ref().is_some_and(|count| range(Range { min: count.min, max: count.max }) == number);
        let within = |fillers: &[Filler]| {
            fillers.iter().any(|filler| span.is_some_and(|span| filler.span.overlaps(span) || self.is_entity(&filler.entity, span)))
        };
        match field {
            "by" => within(&event.perpetrators),
            "victim" => within(&event.victims),
            "target" => within(&event.targets),
            "instrument" => within(&event.instruments),
            "where" => event.places.iter().any(|id| span.is_some_and(|span| self.is_entity(&Some(id.clone()), span))),
            "about" => span.and_then(|span| self.told_by(span)).is_some_and(|other| event.about.contains(&other.id)),
            "killed" => is(&event.killed),
            "injured" => is(&event.injured),
            "captured" => is(&event.captured),
            "count" => event.count.is_some_and(|count| range(count) == number),
            other => panic!("the fact {other} is not known"),
        }
    }

    /// The quotations of a fact as spans, and its other words.
    fn parse(&self, mut rest: &str, line: &str) -> (Vec<Span>, Vec<String>) {
        let (mut spans, mut words) = (Vec::new(), Vec::new());
        while !rest.is_empty() {
            if let Some((quoted, after)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
                let after = after.trim_start();
                let (next, later) = after.split_once(' ').unwrap_or((after, ""));
                let time = next.parse::<usize>().ok().filter(|&time| time < 10);
                spans.push(self.find(quoted, time.unwrap_or(1)).unwrap_or_else(|| panic!("the article does not hold {quoted:?}: {line}")));
                rest = if time.is_some() { later } else { after };
            } else {
                let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
                words.push(word.to_owned());
                rest = after.trim_start();
            }
        }
        (spans, words)
    }

    /// Where `words` stand for the given time, counted from 1.
    fn find(&self, words: &str, time: usize) -> Option<Span> {
        let (start, _) = self.text.match_indices(words).nth(time - 1)?;
        Some(Span::new(start as u32, (start + words.len()) as u32))
    }

    fn told_by(&self, span: Span) -> Option<&Event> {
        self.record.events.iter().find(|event| event.trigger.iter().chain(&event.mentions).any(|trigger| trigger.span.overlaps(span)))
    }

    fn is_entity(&self, id: &Option<String>, span: Span) -> bool {
        let mut entities = self.record.entities.iter().filter(|entity| Some(&entity.id) == id.as_ref());
        entities.any(|entity| entity.mentions.iter().any(|mention| mention.span.overlaps(span)))
    }

    fn is_one(&self, kind: &str, spans: &[Span]) -> bool {
        self.record.entities.iter().any(|entity| {
            let at = |span: Span| entity.mentions.iter().any(|mention| mention.span.overlaps(span));
            format!("{:?}", entity.kind).to_lowercase() == kind && spans.iter().all(|&span| at(span))
        })
    }
}

/// Whether the event is of `kind` (`bombing/suicide`) and has `status`, if one is given.
fn is_kind(event: &Event, kind: &str, status: &str) -> bool {
    let (kind, method) = kind.split_once('/').unwrap_or((kind, ""));
    let method_fits = method.is_empty() || event.method.as_deref() == Some(method);
    event.kind.name() == kind && method_fits && (status.is_empty() || format!("{:?}", event.status).to_lowercase() == status)
}

/// `12..40`; an open end is empty.
fn range(range: Range) -> String {
    let end = |end: Option<u64>| end.map(|end| end.to_string()).unwrap_or_default();
    format!("{}..{}", end(range.min), end(range.max))
}
