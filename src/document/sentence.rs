//! Tokens to sentences and paragraphs.

use crate::lexicon::{Pointed, WordInfo};
use crate::token::{Case, Gap, Token, TokenKind};

/// A sentence, or a headline or list line that stands for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// Number of the paragraph it stands in, from 0.
    pub paragraph: u32,
}

impl Sentence {
    /// Its tokens as a range of indices.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first as usize..self.last as usize
    }
}

/// Groups `tokens` into sentences; `sentences` is emptied first.
pub fn split(text: &str, tokens: &[Token], words: &[WordInfo], sentences: &mut Vec<Sentence>) {
    sentences.clear();
    let (mut first, mut paragraph) = (0, 0);
    for at in 0..tokens.len() {
        if at > first && (tokens[at].gap == Gap::Paragraph || (ends(text, tokens, words, at - 1) && !is_closing(text, tokens, at))) {
            sentences.push(Sentence { first: first as u32, last: at as u32, paragraph });
            first = at;
        }
        if at > 0 && tokens[at].gap == Gap::Paragraph {
            paragraph += 1;
        }
    }
    if first < tokens.len() {
        sentences.push(Sentence { first: first as u32, last: tokens.len() as u32, paragraph });
    }
}

/// Whether the sentence can end with the token at `at`.
fn ends(text: &str, tokens: &[Token], words: &[WordInfo], at: usize) -> bool {
    let mut stop = at;
    while stop > 0 && is_closing(text, tokens, stop) {
        stop -= 1;
    }
    let Some(next) = tokens.get(at + 1) else { return true };
    let opens = next.case.is_capitalised() || !matches!(next.kind, TokenKind::Word);
    match tokens[stop].text(text) {
        "." if stop > 0 && tokens[stop].is_glued() && words[stop - 1].pointed() == Pointed::NeverEnds => false,
        "." | "..." | "…" => opens && next.case != Case::Lower,
        "!" | "?" => opens,
        _ => false,
    }
}

fn is_closing(text: &str, tokens: &[Token], at: usize) -> bool {
    tokens[at].is_glued() && matches!(tokens[at].text(text), "\"" | "”" | "’" | "'" | "''" | ")" | "]" | "»")
}
