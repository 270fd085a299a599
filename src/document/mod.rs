//! [`Document`]: an article's text with its tokens, sentences and paragraphs, and all that the lexicon says of its tokens.
//! Every later stage reads the article in this form.

mod dateline;
mod day;
mod headline;
mod line;
mod sentence;
mod stop;

pub use dateline::DatelineTokens;
pub(crate) use day::month_number;
pub use headline::Writing;
pub use sentence::Sentence;

use crate::Span;
use crate::lexicon::{Findings, Hit, HitsAt, Lexicon, TableId, WordInfo, WordSet};
use crate::token::grammar::Grammar;
use crate::token::{TextCase, Token, Tokens, tokenize};

/// The buffers behind a [`Document`], reused from article to article.
#[derive(Debug, Default)]
pub struct Layout {
    tokens: Vec<Token>,
    found: Findings,
    sentences: Vec<Sentence>,
    case: TextCase,
}

impl Layout {
    /// Reads `text` into the buffers and shows it as a document.
    ///
    /// ```
    /// use dateline::document::Layout;
    /// use dateline::lexicon::Lexicon;
    /// let (lexicon, mut layout) = (Lexicon::bundled(), Layout::default());
    /// let document = layout.read("Gen. Ali left. The U.S. base was empty.", &lexicon);
    /// assert_eq!(document.sentences.len(), 2);
    /// ```
    pub fn read<'a>(&'a mut self, text: &'a str, lexicon: &'a Lexicon) -> Document<'a> {
        tokenize(text, &mut self.tokens);
        self.case = TextCase::of(&self.tokens);
        let tokens = Tokens { text, tokens: &self.tokens, case: self.case };
        lexicon.look_up(tokens, &mut self.found);
        sentence::split(tokens, &self.found.words, &mut self.sentences);
        headline::mark(tokens, &self.found, &mut self.sentences);
        self.found.keep_within(self.sentences.iter().map(|sentence| sentence.last));
        let mut document = Document {
            text,
            tokens: &self.tokens,
            words: &self.found.words,
            sets: &self.found.sets,
            all_sets: self.found.all_sets,
            grammar: &self.found.grammar,
            sentences: &self.sentences,
            hits: &self.found.hits,
            hits_at: &self.found.hits_at,
            places: &self.found.places,
            case: self.case,
            dateline: None,
            lexicon,
        };
        document.dateline = dateline::find(&document);
        document
    }
}

/// An article's text with its tokens, sentences and paragraphs, and all that the lexicon says of its tokens.
#[derive(Clone, Copy, Debug)]
pub struct Document<'a> {
    /// The text itself.
    pub text: &'a str,
    /// All tokens in order.
    pub tokens: &'a [Token],
    /// For each token what the table of single words knows of it.
    pub words: &'a [WordInfo],
    sets: &'a [u128],
    all_sets: u128,
    grammar: &'a [Grammar],
    /// All sentences in order; together they hold every token.
    pub sentences: &'a [Sentence],
    /// All forms of the small tables, by first token, then length; overlapping ones too.
    pub hits: &'a [Hit],
    hits_at: &'a [HitsAt],
    /// All names of the big tables of places, by first token, then length; overlapping ones too.
    pub places: &'a [Hit],
    /// How the text is written.
    pub case: TextCase,
    /// The line in front of the report, if there is one.
    pub dateline: Option<DatelineTokens>,
    /// The lexicon that all rows point into.
    pub lexicon: &'a Lexicon,
}

impl<'a> Document<'a> {
    fn view(&self) -> Tokens<'a> {
        Tokens { text: self.text, tokens: self.tokens, case: self.case }
    }

    /// The text of the token at `index`; `""` past the end.
    pub fn word(&self, index: usize) -> &'a str {
        self.view().word(index)
    }

    /// The span from the start of token `first` to the end of the token before `last`.
    pub fn span(&self, first: usize, last: usize) -> Span {
        self.view().span(first, last)
    }

    /// The text of that span.
    pub fn slice(&self, first: usize, last: usize) -> &'a str {
        self.view().slice(first, last)
    }

    /// The forms of the small tables that begin with the token at `index`, shorter ones first.
    pub fn hits_at(&self, index: usize) -> &'a [Hit] {
        self.hits_at.get(index).and_then(|here| self.hits.get(here.hits.0 as usize..here.hits.1 as usize)).unwrap_or(&[])
    }

    /// The forms of `table` that begin with the token at `index`, shorter ones first. Where there is none, it costs one look.
    pub fn hits_of(&self, index: usize, table: TableId) -> impl DoubleEndedIterator<Item = &'a Hit> + use<'a> {
        let all = if self.begins(index, table) { self.hits_at(index) } else { &[] };
        all.iter().filter(move |hit| hit.row.table == table)
    }

    /// The names of the big tables of places that begin with the token at `index`, shorter ones first. Where there is none, it costs one look.
    pub fn places_at(&self, index: usize) -> &'a [Hit] {
        self.hits_at.get(index).and_then(|here| self.places.get(here.places.0 as usize..here.places.1 as usize)).unwrap_or(&[])
    }

    /// Whether a form of `table` begins with the token at `index`.
    pub fn begins(&self, index: usize, table: TableId) -> bool {
        self.hits_at.get(index).is_some_and(|here| here.tables >> table as u8 & 1 == 1)
    }

    /// Whether a form of one of `tables` begins with the token at `index`.
    pub fn begins_any(&self, index: usize, tables: &[TableId]) -> bool {
        let bits = tables.iter().fold(0, |bits: u64, table| bits | 1 << *table as u8);
        self.hits_at.get(index).is_some_and(|here| here.tables & bits != 0)
    }

    /// Whether the token at `index` has this folded hash.
    pub fn is(&self, index: usize, hash: u64) -> bool {
        self.tokens.get(index).is_some_and(|token| token.hash == hash)
    }

    /// Whether the token at `index` belongs to a set of words.
    pub fn has(&self, set: WordSet, index: usize) -> bool {
        self.sets.get(index).is_some_and(|sets| sets & set.bit() != 0)
    }

    /// The classes of the closed grammar that the token at `index` belongs to.
    pub(crate) fn grammar(&self, index: usize) -> Grammar {
        self.grammar.get(index).copied().unwrap_or_default()
    }

    /// The tokens that belong to a set of words.
    pub(crate) fn having(&self, set: WordSet) -> impl Iterator<Item = usize> + use<'a> {
        // Most sets have no word in most texts.
        let sets = if self.all_sets & set.bit() != 0 { self.sets } else { &[] };
        sets.iter().enumerate().filter(move |(_, sets)| *sets & set.bit() != 0).map(|(at, _)| at)
    }

    /// Whether two words at least are of sport.
    pub(crate) fn is_sport(&self) -> bool {
        let words = self.having(WordSet::Sport);
        words.filter(|&at| self.tokens.get(at).is_some_and(|token| token.is_word())).take(2).count() > 1
    }

    /// Whether the token at `index` stands in a headline whose capitals tell of no names.
    pub(crate) fn is_in_headline(&self, index: usize) -> bool {
        self.sentences.get(self.sentence_of(index)).is_some_and(|sentence| sentence.writing.is_headline())
    }

    /// The index of the sentence that holds the token at `index`.
    pub fn sentence_of(&self, index: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.last as usize <= index)
    }
}
