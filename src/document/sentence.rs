//! Tokens to sentences and paragraphs.

use super::headline::Writing;
use super::line::{self, Lines};
use super::stop::{Stop, Stops};
use crate::lexicon::{Tag, WordInfo};
use crate::token::{Case, Gap, TextCase, Token, TokenKind, Tokens};

/// A sentence, or a headline or list line that stands for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// Number of the paragraph it stands in, from 0.
    pub paragraph: u32,
    /// What its capitals tell.
    pub writing: Writing,
}

impl Sentence {
    /// Its tokens as a range of indices.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first as usize..self.last as usize
    }
}

/// No sentence of news has more tokens; a list or a table is cut at a comma after [`LONG`] tokens, and after this many anywhere.
/// So stages may look through a whole sentence for each of its tokens, and time still grows with the length of the text.
const LONGEST: usize = 400;
const LONG: usize = 250;

/// Groups `tokens` into sentences; `sentences` is emptied first.
pub fn split(tokens: Tokens<'_>, words: &[WordInfo], sentences: &mut Vec<Sentence>) {
    sentences.clear();
    let mut splitter = Splitter { tokens, words, lines: Lines::measure(tokens), first: 0, stop: None, quoted: false, line: 0, indent: 0 };
    let mut paragraph = 0;
    for (at, token) in tokens.tokens.iter().enumerate() {
        if splitter.goes_on(at, token) {
            continue;
        }
        let found = match splitter.boundary(at, token) {
            Boundary::None if splitter.is_too_long(at) => Boundary::Sentence,
            found => found,
        };
        if found != Boundary::None && at > 0 {
            sentences.push(Sentence { first: splitter.first as u32, last: at as u32, paragraph, writing: Writing::Plain });
            splitter.first = at;
            paragraph += u32::from(found == Boundary::Paragraph);
        }
        splitter.pass(at, token);
    }
    if splitter.first < tokens.tokens.len() {
        sentences.push(Sentence { first: splitter.first as u32, last: tokens.tokens.len() as u32, paragraph, writing: Writing::Plain });
    }
}

/// What ends before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Boundary {
    None,
    Sentence,
    Paragraph,
}

/// Walks over the tokens once; knows the sentence and the line begun.
struct Splitter<'t> {
    tokens: Tokens<'t>,
    words: &'t [WordInfo],
    lines: Lines,
    /// First token of the sentence.
    first: usize,
    /// The last final mark, if only closing marks follow it.
    stop: Option<(usize, Stop)>,
    /// Whether a straight quotation mark is open in this paragraph.
    quoted: bool,
    /// Where the line began.
    line: usize,
    /// By how many blanks it is indented.
    indent: usize,
}

impl<'t> Splitter<'t> {
    fn stops(&self) -> Stops<'t> {
        Stops { tokens: self.tokens, words: self.words, first: self.first }
    }

    /// Whether nothing can end before the token, nor does it change anything: most words of a text.
    fn goes_on(&self, at: usize, token: &Token) -> bool {
        matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive)
            && token.gap < Gap::Line
            && self.stop.is_none()
            && at - self.first < LONG
            && !(token.end - token.start > 1 && self.tokens.text.as_bytes().get(token.end as usize - 1) == Some(&b'.'))
    }

    fn boundary(&self, at: usize, token: &Token) -> Boundary {
        if token.gap == Gap::Paragraph {
            return Boundary::Paragraph;
        }
        let ended = match self.stop {
            Some((stop, kind)) => !self.is_closing(at, token) && self.stops().ends(stop, kind, at),
            None => false,
        };
        if token.gap != Gap::Line {
            return if ended { Boundary::Sentence } else { Boundary::None };
        }
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.tokens.get(before)) else { return Boundary::None };
        let length = (before.end as usize).saturating_sub(self.line);
        let indented = line::indent(self.tokens.text, before, token) > self.indent;
        if ended && (indented || self.lines.is_short(length) || self.lines.are_paragraphs()) {
            Boundary::Paragraph
        } else if ended {
            Boundary::Sentence
        } else if !self.runs_on(at - 1) && self.lines.ends_sentence(length, token) {
            Boundary::Paragraph
        } else {
            Boundary::None
        }
    }

    fn is_too_long(&self, at: usize) -> bool {
        let length = at - self.first;
        length >= LONGEST || length >= LONG && matches!(self.tokens.word(at - 1), "," | ";")
    }

    /// Takes note of the token at `at`.
    fn pass(&mut self, at: usize, token: &Token) {
        if token.gap >= Gap::Line {
            self.indent = match at.checked_sub(1).and_then(|before| self.tokens.tokens.get(before)) {
                Some(before) => line::indent(self.tokens.text, before, token),
                None => token.start as usize,
            };
            self.line = token.start as usize;
            self.quoted &= token.gap != Gap::Paragraph;
        }
        match token.kind {
            TokenKind::Punct | TokenKind::Symbol => {
                let closing = self.stop.is_some() && self.is_closing(at, token);
                let text = self.tokens.word(at);
                if text == "\"" {
                    self.quoted = !self.closes_quote(at, token);
                }
                if let Some(kind) = self.stops().stop_at(at, text) {
                    self.stop = Some((at, kind));
                } else if !closing {
                    self.stop = None;
                }
            }
            TokenKind::Word if token.end - token.start > 1 && self.tokens.text.as_bytes().get(token.end as usize - 1) == Some(&b'.') => {
                self.stop = Some((at, Stop::Point));
            }
            TokenKind::Number if self.stop.is_some() && self.is_note(at) => {}
            _ => self.stop = None,
        }
    }

    /// Whether the token closes a quotation or a bracket that the final mark stands in.
    fn is_closing(&self, at: usize, token: &Token) -> bool {
        if token.gap >= Gap::Line || self.is_note(at) {
            return token.gap < Gap::Line;
        }
        match self.tokens.word(at) {
            ")" | "]" | "}" | "”" | "»" | "''" => true,
            "\"" => self.closes_quote(at, token),
            "’" | "'" | "›" => token.is_glued(),
            _ => false,
        }
    }

    /// Whether a straight quotation mark closes: by the blanks round it, else by those before it.
    fn closes_quote(&self, at: usize, token: &Token) -> bool {
        let before_word = self.tokens.tokens.get(at + 1).is_some_and(|next| next.is_glued() && next.kind != TokenKind::Punct);
        if token.is_glued() == before_word { self.quoted } else { token.is_glued() }
    }

    /// Whether the token belongs to the number of a note: `died.[4] The`
    fn is_note(&self, at: usize) -> bool {
        let is_glued_number =
            |index: usize| self.tokens.tokens.get(index).is_some_and(|token| token.is_glued() && token.kind == TokenKind::Number);
        match self.tokens.word(at) {
            "[" => self.tokens.tokens[at].is_glued() && is_glued_number(at + 1) && self.tokens.word(at + 2) == "]",
            _ => is_glued_number(at) && at > 0 && self.tokens.word(at - 1) == "[" && self.tokens.word(at + 1) == "]",
        }
    }

    /// Whether the token cannot be the last of a sentence: a comma, an article, a preposition.
    fn runs_on(&self, at: usize) -> bool {
        use Tag::{Conjunction, Determiner, Preposition};
        let tag = self.words.get(at).and_then(|info| info.tag());
        let token = &self.tokens.tokens[at];
        let open_word = matches!(tag, Some(Determiner | Preposition | Conjunction))
            && (token.case == Case::Lower || self.tokens.case == TextCase::Upper);
        open_word || matches!(self.tokens.word(at), "," | "-" | "(" | "[" | "“" | "‘" | "/" | "&" | ";")
    }
}
