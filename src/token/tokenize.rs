//! Text to tokens.

use super::chars::{Class, char_at, class, class_of_byte, is_apostrophe};
use super::fold;
use super::types::{Case, Gap, Token, TokenKind};
use super::word;

/// Cuts `text` into tokens, in order; `tokens` is emptied first. Gaps between tokens hold white space and invisible characters only.
///
/// ```
/// use dateline::token::{Token, tokenize};
/// let mut tokens: Vec<Token> = Vec::new();
/// let text = "IS-K’s men left a .38 at the U.S. base.";
/// tokenize(text, &mut tokens);
/// let words: Vec<&str> = tokens.iter().map(|token| token.text(text)).collect();
/// assert_eq!(words, ["IS", "-", "K", "’s", "men", "left", "a", ".38", "at", "the", "U.S.", "base", "."]);
/// ```
pub fn tokenize(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let bytes = text.get(..text.len().min(u32::MAX as usize)).unwrap_or(text).as_bytes();
    let mut cutter = Cutter { text, tokens, gap: Gap::Paragraph, lines: 0 };
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at = match class_of_byte(byte) {
            Some(Class::Letter) => cutter.word(at, TokenKind::Word),
            Some(Class::Digit) => cutter.word(at, TokenKind::Number),
            // A line is broken by nothing else that is ASCII.
            Some(Class::Blank) if byte != b'\n' => {
                cutter.gap = cutter.gap.max(Gap::Space);
                at + 1
            }
            Some(Class::Mark) => cutter.mark(at, char::from(byte), 1),
            _ => cutter.any(at),
        };
    }
}

/// Cuts off token after token; each step returns where the next begins.
struct Cutter<'t> {
    text: &'t str,
    tokens: &'t mut Vec<Token>,
    /// What stands before the next token.
    gap: Gap,
    /// Line breaks since the last token.
    lines: u32,
}

impl Cutter<'_> {
    /// What begins with the character at `at`.
    fn any(&mut self, at: usize) -> usize {
        let (char, length) = char_at(self.text, at);
        match class(char) {
            Class::Blank => self.blank(at, char, length),
            Class::Invisible => at + length,
            // Digits of other scripts are words.
            Class::Letter | Class::Digit => self.word(at, TokenKind::Word),
            Class::Mark => self.mark(at, char, length),
            Class::Other => self.push(at, at + length, TokenKind::Symbol),
        }
    }

    fn blank(&mut self, at: usize, char: char, length: usize) -> usize {
        self.lines += u32::from(matches!(char, '\n' | '\u{2028}')) + 2 * u32::from(char == '\u{2029}');
        let here = match self.lines {
            0 => Gap::Space,
            1 => Gap::Line,
            _ => Gap::Paragraph,
        };
        self.gap = self.gap.max(here);
        at + length
    }

    /// The word or number at `at`, and the possessive ending after it.
    fn word(&mut self, at: usize, kind: TokenKind) -> usize {
        let word = word::read(self.text, at);
        self.tokens.push(Token { start: at as u32, end: word.end as u32, hash: word.hash, kind, case: word.case, gap: self.gap });
        match self.text.as_bytes().get(word.end) {
            Some(b'\'' | b'`' | 0x80..) => self.gap = Gap::None,
            _ => return self.end(word.end),
        }
        self.lines = 0;
        let (char, length) = char_at(self.text, word.end);
        let ending = word.end + length;
        if is_apostrophe(char) && word::is_possessive(self.text, ending) {
            return self.push(word.end, ending + 1, TokenKind::Possessive);
        }
        word.end
    }

    /// The number at `at` that begins with its point: `.22`.
    fn decimal(&mut self, at: usize) -> usize {
        let end = word::read(self.text, at + 1).end;
        self.push(at, end, TokenKind::Number)
    }

    /// The mark at `at`: `...`, `--`, `''` and the like are one.
    fn mark(&mut self, at: usize, char: char, length: usize) -> usize {
        let bytes = self.text.as_bytes();
        let repeats = |end: usize| char.is_ascii() && bytes.get(end).is_some_and(|&byte| char::from(byte) == char);
        let mut end = at + length;
        match char {
            '.' if self.gap != Gap::None && bytes.get(end).is_some_and(u8::is_ascii_digit) => return self.decimal(at),
            '.' | '-' => {
                while repeats(end) {
                    end += 1;
                }
            }
            '\'' | '`' if repeats(end) => end += 1,
            _ => {}
        }
        self.push(at, end, TokenKind::Punct)
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) -> usize {
        let hash = match self.text.as_bytes().get(start) {
            Some(&byte) if byte < 0x80 && end == start + 1 => fold::hash_ascii(byte),
            _ => fold::hash(self.text.get(start..end).unwrap_or("")),
        };
        self.tokens.push(Token { start: start as u32, end: end as u32, hash, kind, case: Case::None, gap: self.gap });
        self.end(end)
    }

    /// Ends a token at `end`, with the blank that mostly follows it; where to go on.
    fn end(&mut self, end: usize) -> usize {
        let blank = self.text.as_bytes().get(end) == Some(&b' ');
        self.gap = if blank { Gap::Space } else { Gap::None };
        self.lines = 0;
        end + usize::from(blank)
    }
}
