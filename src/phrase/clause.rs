//! What belongs to what: the subject, objects and complements of a verb; the complements, possessor and apposition of a noun.
//!
//! Nothing is parsed ahead: [`Clauses`] answers for the chunk that is asked for, by looking a bounded number of chunks to the left and right
//! in its sentence. All answers are indices of chunks.

use super::words::*;
use super::{Chunk, ChunkKind, List, Phrases, VerbForm, Voice};
use crate::document::Document;
use crate::lexicon::{WordInfo, WordSet};
use crate::token::TokenKind;

/// How the subject of a verb was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Link {
    /// None was found.
    #[default]
    None,
    /// It stands before the verb: "rebels killed".
    Direct,
    /// The verb shares it with an earlier verb: "stormed the village and killed".
    Shared,
    /// The verb's clause is relative, and this is its antecedent: "the men who killed".
    Relative,
    /// The verb is an infinitive, and this is the subject or object of the verb above: "tried to kill", "ordered soldiers to fire".
    Controlled,
    /// The verb is a participle or gerund right after it: "a judge killed by", "a bus carrying".
    Modified,
    /// The verb is a gerund whose clause hangs on the one before: "a bomb exploded, wounding five".
    Adjoined,
}

/// A prepositional phrase: its preposition, and what it governs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Complement {
    /// Chunk of the preposition.
    pub preposition: u32,
    /// Hash of the preposition's word (of the first, for "outside of"; the phrase is the chunk's text).
    pub word: u64,
    /// Noun or time chunks that it governs, more than one if they are coordinated.
    pub nouns: List,
    /// Verb chunk that it governs ("by setting fire", "for killing").
    pub verb: Option<u32>,
}

/// What stands around a verb.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments {
    /// Noun chunks of the grammatical subject (of a passive verb: those to whom it was done), more than one if they are coordinated.
    pub subject: List,
    /// How it was found.
    pub link: Link,
    /// Noun chunks of the object, coordinated ones too; the object of a relative clause's verb ("the bomb that they planted") too.
    pub object: List,
    /// Noun chunks of the indirect object: "gave the men weapons".
    pub indirect: List,
    /// Prepositional phrases after the verb, in order, those behind the object too; and those at the head of its clause.
    pub complements: Vec<Complement>,
    /// Verb chunk of an infinitive, gerund or that-clause that depends on it: "tried to kill", "said that rebels attacked".
    pub clause: Option<u32>,
    /// Adjective or noun chunk after a form of "be" and its like: "was responsible".
    pub predicate: Option<u32>,
}

/// What stands around a noun.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NounArguments {
    /// Noun chunk of the possessor: "the rebels" in "the rebels' attack".
    pub possessor: Option<u32>,
    /// Tokens before the head in its chunk, without determiners and numbers: "rebel mortar" in "a rebel mortar attack".
    pub premodifiers: std::ops::Range<u32>,
    /// Prepositional phrases after it ("of X by Y on Z"), those of its complements' complements too, in order.
    pub complements: Vec<Complement>,
    /// Noun chunk in apposition behind it: "X, the commander of Y,".
    pub apposition: Option<u32>,
    /// Verb chunk of a relative clause or participle behind it: "the attack that killed", "an attack claimed by".
    pub relative: Option<u32>,
    /// Verb chunk whose object or subject (`governor_is_subject`) it is.
    pub governor: Option<u32>,
    /// Whether it is the governor's subject rather than its object.
    pub governor_is_subject: bool,
}

/// A view of a document's chunks that tells what belongs to what.
///
/// ```
/// use dateline::document::Layout;
/// use dateline::lexicon::Lexicon;
/// use dateline::phrase::{Link, Phrases, parse};
/// let (lexicon, mut layout, mut phrases) = (Lexicon::bundled(), Layout::default(), Phrases::default());
/// let document = layout.read("Rebels stormed the village and killed 12 people.", &lexicon);
/// parse(document, &[], &[], &[], &mut phrases);
/// let clauses = phrases.clauses(&document);
/// let killed = clauses.chunk_at(5).unwrap();
/// let around = clauses.of_verb(killed);
/// assert_eq!(around.link, Link::Shared);
/// assert_eq!(clauses.tokens(around.subject[0] as usize), 0..1);
/// assert_eq!(clauses.tokens(around.object[0] as usize), 6..8);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Clauses<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    /// Its chunks.
    pub phrases: &'a Phrases,
}

impl<'a> Clauses<'a> {
    /// The chunk with this index.
    pub fn chunk(&self, index: usize) -> Option<&'a Chunk> {
        self.phrases.chunks.get(index)
    }

    /// The index of the chunk that holds the token at `token`.
    pub fn chunk_at(&self, token: usize) -> Option<usize> {
        self.phrases.chunk_of.get(token).map(|&index| index as usize)
    }

    /// What stands around the verb chunk `verb`.
    pub fn of_verb(&self, verb: usize) -> Arguments {
        let Some(chunk) = self.chunk(verb).filter(|chunk| chunk.kind == ChunkKind::Verb) else { return Arguments::default() };
        if let Some(speaker) = self.inverted_subject(verb) {
            return Arguments { subject: self.list_from(speaker), link: Link::Direct, ..Arguments::default() };
        }
        let (subject, link) = self.subject(verb);
        let mut arguments = Arguments { subject, link, ..Arguments::default() };
        self.after_verb(verb, &mut arguments);
        if arguments.object.is_empty() && arguments.clause.is_none() && chunk.voice == Voice::Active {
            arguments.object = self.antecedent_as_object(verb, &arguments);
        }
        self.before_subject(verb, &mut arguments);
        arguments
    }

    /// What stands around the noun chunk `noun`, read as the name of an act ("the killing of X by Y").
    pub fn of_noun(&self, noun: usize) -> NounArguments {
        self.noun_arguments(noun)
    }

    /// The noun beside `noun` that tells who or what it is, as [`of_noun`](Self::of_noun) has it: "X, the commander of Y,".
    pub(crate) fn apposition_of(&self, noun: usize) -> Option<u32> {
        if self.kind(noun) == Some(ChunkKind::Noun) { self.apposition(noun, self.sentence(noun).end) } else { None }
    }

    /// The verb chunk above `verb`: "tried" of "to kill", "reported" of "to have been killed"; and "said" of a verb in what was said.
    pub fn above(&self, verb: usize) -> Option<usize> {
        let chunk = self.chunk(verb)?;
        if chunk.form != VerbForm::Finite {
            return self.governing_verb(verb);
        }
        let start = self.subject(verb).0.first().map_or(verb, |&first| first as usize);
        let mut at = start.checked_sub(1)?;
        if self.kind(at) == Some(ChunkKind::Subordinator) {
            if self.word(at) != THAT {
                return None;
            }
            at = at.checked_sub(1)?;
        }
        (self.same_sentence(at, verb) && self.kind(at) == Some(ChunkKind::Verb) && self.info(at).takes_clause()).then_some(at)
    }

    /// The noun chunks coordinated with `noun`, itself first, then those behind it: "12 soldiers, two policemen and a boy".
    pub fn coordinated(&self, noun: usize) -> List {
        self.list_from(noun)
    }

    /// The tokens of `noun`, with its possessor ("the rebels' camp"), as a reader would quote it.
    pub fn tokens(&self, noun: usize) -> std::ops::Range<u32> {
        let Some(chunk) = self.chunk(noun) else { return 0..0 };
        let mut first = chunk.first;
        let mut at = noun;
        while self.is_possessed(at) && at > 0 && at + 4 > noun {
            at -= 1;
            first = self.chunk(at).map_or(first, |chunk| chunk.first);
        }
        first..chunk.last
    }

    pub(super) fn kind(&self, index: usize) -> Option<ChunkKind> {
        self.chunk(index).map(|chunk| chunk.kind)
    }

    /// Whether a chunk is a quotation mark; not a group that begins with one.
    pub(super) fn is_quote(&self, index: usize) -> bool {
        self.kind(index) == Some(ChunkKind::Mark) && QUOTES.contains(&self.word(index))
    }

    /// The hash of the first word of a chunk.
    pub(super) fn word(&self, index: usize) -> u64 {
        self.chunk(index).and_then(|chunk| self.document.tokens.get(chunk.first as usize)).map_or(0, |token| token.hash)
    }

    /// The hash of a chunk's head.
    pub(super) fn head_hash(&self, chunk: &Chunk) -> u64 {
        self.document.tokens.get(chunk.head as usize).map_or(0, |token| token.hash)
    }

    /// Whether a chunk's head belongs to a set of words.
    pub(super) fn has_head(&self, set: WordSet, chunk: &Chunk) -> bool {
        self.document.has(set, chunk.head as usize)
    }

    /// What is known of a chunk's head.
    pub(super) fn info(&self, index: usize) -> WordInfo {
        self.chunk(index).and_then(|chunk| self.document.words.get(chunk.head as usize)).copied().unwrap_or_default()
    }

    pub(super) fn is_verb(&self, index: usize, form: VerbForm) -> bool {
        self.chunk(index).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == form)
    }

    /// Whether the chunk begins with a possessive ending.
    pub(super) fn is_possessed(&self, index: usize) -> bool {
        let first = self.chunk(index).and_then(|chunk| self.document.tokens.get(chunk.first as usize));
        first.is_some_and(|token| token.kind == TokenKind::Possessive || token.hash == APOSTROPHE)
            && self.kind(index) == Some(ChunkKind::Noun)
    }

    /// The chunks of the sentence that holds chunk `index`.
    pub(super) fn sentence(&self, index: usize) -> std::ops::Range<usize> {
        self.phrases.sentence_of.get(index).map_or(0..0, |&(first, last)| first as usize..last as usize)
    }

    pub(super) fn same_sentence(&self, one: usize, other: usize) -> bool {
        self.sentence(one).contains(&other)
    }
}
