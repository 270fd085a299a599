//! Text to tokens: words, numbers, marks, each with its place, its way of writing and the hash of its folded form.

mod block;
mod chars;
pub mod fold;
pub(crate) mod grammar;
pub(crate) mod literal;
pub(crate) mod numeral;
pub(crate) mod plain;
mod tokenize;
mod types;
mod word;

pub use tokenize::tokenize;
pub use types::{Case, Gap, TextCase, Token, TokenKind};

use crate::Span;

/// A text with its tokens.
#[derive(Clone, Copy, Debug)]
pub struct Tokens<'a> {
    /// The text itself.
    pub text: &'a str,
    /// Its tokens in order.
    pub tokens: &'a [Token],
    /// How the whole text is written.
    pub case: TextCase,
}

impl<'a> Tokens<'a> {
    /// The text of the token at `index`; `""` past the end.
    pub fn word(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.text(self.text))
    }

    /// The span from the start of token `first` to the end of the token before `last`.
    pub fn span(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), last.checked_sub(1).and_then(|end| self.tokens.get(end))) {
            (Some(start), Some(end)) if first < last => Span::new(start.start, end.end),
            _ => Span::default(),
        }
    }

    /// The text of that span.
    pub fn slice(&self, first: usize, last: usize) -> &'a str {
        self.span(first, last).of(self.text)
    }
}
