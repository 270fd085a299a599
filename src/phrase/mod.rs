//! Parts of speech, noun groups, verb groups and clauses: what roles need, nothing more.

mod aside;
mod chunk;
mod clause;
mod complement;
mod compound;
mod coordination;
mod interposed;
mod item;
mod list;
mod naming;
mod noun;
mod route;
mod settle;
mod subject;
mod suffix;
mod tag;
mod unit;
mod words;

pub(crate) use words::{BEGINNING, THEIR};

pub use clause::{Arguments, Clauses, Complement, Link, NounArguments};
pub use list::List;

use crate::document::Document;
use crate::lexicon::Tag;
use crate::mention::NameMention;
use crate::quantity::Quantity;
use crate::time::TimeMention;
use unit::{Inputs, Unit};

/// What a chunk is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChunkKind {
    /// Noun group: "the two masked men", a name, a pronoun, a gerund used as a noun. A possessor is a chunk of its own: the one after it
    /// begins with the possessive ending ("the rebels" + "' camp").
    Noun,
    /// Verb group: "had not been", "was killed", "to attack", "carrying out".
    Verb,
    /// Adjective group after a verb: "responsible", "dead".
    Adjective,
    /// Preposition ("outside of" too).
    Preposition,
    /// Coordinating conjunction.
    Conjunction,
    /// Subordinating conjunction, relative word, "that".
    Subordinator,
    /// Expression of time that stands for itself.
    Time,
    /// Adverb or adverb group.
    Adverb,
    /// Punctuation.
    Mark,
}

/// Voice and form of a verb group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Voice {
    /// Active, finite or not.
    #[default]
    Active,
    /// "was killed", "killed" after a noun.
    Passive,
}

/// Form of a verb group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum VerbForm {
    /// Has a tense: it begins or goes on with a clause.
    #[default]
    Finite,
    /// "to attack".
    Infinitive,
    /// "attacking", "having attacked".
    Gerund,
    /// "killed by", "found dead": a participle after a noun.
    Participle,
}

/// A run of tokens that acts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// Token of the head: the noun, the main verb.
    pub head: u32,
    /// What it is.
    pub kind: ChunkKind,
    /// For verb groups.
    pub voice: Voice,
    /// For verb groups.
    pub form: VerbForm,
    /// For verb groups: "not", "never", "no longer" in it. For noun groups: "no", "neither".
    pub negated: bool,
    /// For verb groups: token of its modal ("may", "would", "will").
    pub modal: Option<u32>,
    /// For noun groups: plural.
    pub plural: bool,
}

/// Tags and chunks of a document; buffers are reused.
#[derive(Debug, Default)]
pub struct Phrases {
    /// For each token its part of speech; `None` for marks and unknown symbols.
    pub tags: Vec<Option<Tag>>,
    /// All chunks in order; each token stands in one.
    pub chunks: Vec<Chunk>,
    /// For each token the index of its chunk.
    pub chunk_of: Vec<u32>,
    /// For each chunk the first chunk of its sentence, and the one behind its last.
    sentence_of: Vec<(u32, u32)>,
    units: Vec<Unit>,
}

impl Phrases {
    /// A view that tells what belongs to what.
    pub fn clauses<'a>(&'a self, document: &'a Document<'a>) -> Clauses<'a> {
        Clauses { document, phrases: self }
    }
}

/// Tags and chunks the document.
pub fn parse(document: Document<'_>, names: &[NameMention], quantities: &[Quantity], times: &[TimeMention], phrases: &mut Phrases) {
    let Phrases { tags, chunks, chunk_of, sentence_of, units } = phrases;
    unit::group(Inputs { document: &document, names, quantities, times }, units);
    chunks.clear();
    sentence_of.clear();
    let mut first = 0;
    // What stands in front of the report has no part in its first sentence.
    let report = document.dateline.map(|dateline| dateline.last);
    let parts = document.sentences.iter().flat_map(|sentence| {
        let opening = report.filter(|report| (sentence.first + 1..sentence.last).contains(report));
        opening.into_iter().chain([sentence.last])
    });
    for end in parts {
        let last = first + units[first..].partition_point(|unit| unit.first < end);
        let (here, start) = (&mut units[first..last], chunks.len());
        tag::choose(here, document.lexicon);
        chunk::cut(here, document.lexicon, chunks);
        route::join(&document, chunks, start);
        settle::settle(&document, &mut chunks[start..]);
        sentence_of.resize(chunks.len(), (start as u32, chunks.len() as u32));
        first = last;
    }
    tags.clear();
    units.iter().for_each(|unit| fill(tags, unit.last, unit.tag));
    chunk_of.clear();
    (0..).zip(chunks.iter()).for_each(|(index, chunk)| fill(chunk_of, chunk.last, index));
}

/// Adds `value` for the tokens up to `last`, which are seldom more than one.
fn fill<Value: Copy>(values: &mut Vec<Value>, last: u32, value: Value) {
    while values.len() < last as usize {
        values.push(value);
    }
}
