//! [`Token`] and its small properties.

use super::fold;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes, and with the points of an abbreviation (`U.S.`, `Gen.`, `Jan.`).
    Word,
    /// Begins with a digit: `1,250`, `2.5`, `24th`, `1990s`, `3-2` is three tokens.
    Number,
    /// The possessive ending `'s` or `’s` (or the bare apostrophe after a plural is [`TokenKind::Punct`]).
    Possessive,
    /// One punctuation mark; `...` and `--` are one token.
    Punct,
    /// Anything else that is visible: `$`, `»`, an emoji.
    Symbol,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letter, or only letters without case.
    None,
    /// All small: `bomb`.
    Lower,
    /// First letter capital, the rest small: `Kerman`; also a single capital `A`.
    Capital,
    /// Two capitals or more and no small letter: `NATO`, `U.S.`.
    Upper,
    /// Anything else: `McDonald`, `iPhone`, `ISIL's`, `al-Qaeda` never (hyphens part tokens).
    Mixed,
}

impl Case {
    /// Whether the first letter is a capital as far as the class tells (`Mixed` counts).
    pub const fn is_capitalised(self) -> bool {
        matches!(self, Self::Capital | Self::Upper | Self::Mixed)
    }
}

/// What stands between a token and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// Nothing: they touch.
    None,
    /// Blanks.
    Space,
    /// A line break, and no empty line.
    Line,
    /// An empty line, or the start of the text.
    Paragraph,
}

/// The whole text's way of writing, which tells whether capitals mean anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextCase {
    /// Capitals mark names and beginnings of sentences.
    #[default]
    Mixed,
    /// Wire copy in capitals.
    Upper,
    /// No capitals at all.
    Lower,
}

impl TextCase {
    /// How the text of these tokens is written.
    pub fn of(tokens: &[Token]) -> Self {
        let mut counts = [0_usize; 8];
        for token in tokens {
            counts[token.case as usize & 7] += usize::from(token.is_word());
        }
        let [upper, lower, capital] = [Case::Upper, Case::Lower, Case::Capital].map(|case| counts[case as usize]);
        if upper > 3 * (lower + capital) {
            Self::Upper
        } else if capital + upper == 0 && lower > 20 {
            Self::Lower
        } else {
            Self::Mixed
        }
    }
}

/// A token: a word, a number, a punctuation mark. The text it stands for is `text[start..end]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last one.
    pub end: u32,
    /// Hash of the folded form (small letters, no accents, one kind of apostrophe): equal for forms that a lexicon treats alike.
    pub hash: u64,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is written.
    pub case: Case,
    /// What stands before it.
    pub gap: Gap,
}

impl Token {
    /// Its text.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Whether its folded form is `word`, which must be folded itself (small ASCII letters).
    ///
    /// Compile-time constants made by [`fold::hash`] are the fast way; this is for readable rules.
    pub fn is(&self, word: &str) -> bool {
        self.hash == fold::hash(word)
    }

    /// Whether it is a word.
    pub const fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Word)
    }

    /// Whether it touches the token before it.
    pub const fn is_glued(&self) -> bool {
        matches!(self.gap, Gap::None)
    }
}
