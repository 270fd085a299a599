//! Text to tokens.

use super::fold;
use super::types::{Case, Gap, Token, TokenKind};

/// Cuts `text` into tokens, in order; `tokens` is emptied first. Gaps between tokens hold white space and invisible characters only.
///
/// ```
/// use dateline::token::{Token, tokenize};
/// let mut tokens: Vec<Token> = Vec::new();
/// let text = "IS-K’s men left the U.S. base.";
/// tokenize(text, &mut tokens);
/// let words: Vec<&str> = tokens.iter().map(|token| token.text(text)).collect();
/// assert_eq!(words, ["IS", "-", "K", "’s", "men", "left", "the", "U.S.", "base", "."]);
/// ```
pub fn tokenize(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let bytes = text.as_bytes();
    let end = bytes.len().min(u32::MAX as usize);
    let mut at = 0;
    let mut gap = Gap::Paragraph;
    let mut lines = 0;
    while at < end {
        let (char, length) = char_at(text, at);
        match class(char) {
            Class::Blank => {
                if char == '\n' {
                    lines += 1;
                }
                let here = match lines {
                    0 => Gap::Space,
                    1 => Gap::Line,
                    _ => Gap::Paragraph,
                };
                gap = gap.max(here);
                at += length;
                continue;
            }
            Class::Invisible => {
                at += length;
                continue;
            }
            Class::Letter | Class::Digit => {
                let start = at;
                let word = word_end(text, at);
                at = push_word(text, start, word, gap, tokens);
            }
            Class::Mark => {
                let start = at;
                at = mark_end(text, at, char, length);
                push(text, start, at, TokenKind::Punct, gap, tokens);
            }
            Class::Other => {
                push(text, at, at + length, TokenKind::Symbol, gap, tokens);
                at += length;
            }
        }
        gap = Gap::None;
        lines = 0;
    }
}

enum Class {
    Letter,
    Digit,
    Blank,
    Invisible,
    Mark,
    Other,
}

fn char_at(text: &str, at: usize) -> (char, usize) {
    let first = text.as_bytes()[at];
    if first < 0x80 {
        return (first as char, 1);
    }
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        Some(char) => (char, char.len_utf8()),
        None => ('\u{fffd}', 1),
    }
}

fn class(char: char) -> Class {
    match char {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' => Class::Digit,
        ' '
        | '\t'
        | '\n'
        | '\r'
        | '\x0b'
        | '\x0c'
        | '\u{a0}'
        | '\u{85}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}' => Class::Blank,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' => Class::Invisible,
        '!'..='#'
        | '%'..='*'
        | ','..='/'
        | ':'..=';'
        | '?'..='@'
        | '['..=']'
        | '_'
        | '{'
        | '}'
        | '`'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205e}'
        | '\u{ab}'
        | '\u{bb}'
        | '\u{bf}'
        | '\u{a1}'
        | '\u{3001}'
        | '\u{3002}' => Class::Mark,
        _ if char.is_ascii_control() => Class::Invisible,
        _ if char.is_alphabetic() => Class::Letter,
        _ if char.is_numeric() => Class::Digit,
        _ => Class::Other,
    }
}

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '\u{2019}' | '\u{2018}' | '`')
}

fn continues(text: &str, at: usize) -> Option<usize> {
    if at >= text.len() {
        return None;
    }
    let (char, length) = char_at(text, at);
    match class(char) {
        Class::Letter | Class::Digit => Some(at + length),
        // A joiner or soft hyphen inside a word belongs to it; at its end it belongs to the gap. A zero-width space parts words.
        Class::Invisible if !char.is_ascii() && char != '\u{200b}' => continues(text, at + length),
        _ if ('\u{300}'..='\u{36f}').contains(&char) => Some(at + length),
        _ => None,
    }
}

fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let numeric = bytes[start].is_ascii_digit();
    let mut at = start;
    loop {
        while let Some(next) = continues(text, at) {
            at = next;
        }
        if at >= text.len() {
            return at;
        }
        let (char, length) = char_at(text, at);
        let after = at + length;
        let next_digit = bytes.get(after).is_some_and(u8::is_ascii_digit);
        if numeric && (char == ',' || char == '.') && next_digit && bytes[at - 1].is_ascii_digit() {
            at = after;
        } else if !numeric && is_apostrophe(char) && continues(text, after).is_some() && !is_possessive(text, after) {
            at = after;
        } else if !numeric && char == '.' && is_abbreviation_point(text, start, at) {
            at = after;
        } else {
            return at;
        }
    }
}

/// Whether what follows an apostrophe is a possessive (or shortened "is") ending: an `s` and no more.
fn is_possessive(text: &str, at: usize) -> bool {
    matches!(text.as_bytes().get(at), Some(b's' | b'S')) && continues(text, at + 1).is_none()
}

/// Whether the point at `at` belongs to the word begun at `start`: single letters with points (`U.S.`, `a.m.`, `J.`).
fn is_abbreviation_point(text: &str, start: usize, at: usize) -> bool {
    let part = text[start..at].rsplit('.').next().unwrap_or("");
    let mut letters = part.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return false };
    let bare = at - start == letter.len_utf8();
    if bare && letter.is_lowercase() {
        // "a.m.", "e.g.", but not "grade b. The".
        return continues(text, at + 1).is_some() && matches!(text.as_bytes().get(at + 2), Some(b'.'));
    }
    true
}

fn mark_end(text: &str, at: usize, char: char, length: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at + length;
    if char == '.' || char == '-' {
        while bytes.get(end) == Some(&(char as u8)) {
            end += 1;
        }
    } else if (char == '\'' && bytes.get(end) == Some(&b'\'')) || (char == '`' && bytes.get(end) == Some(&b'`')) {
        end += 1;
    }
    end
}

/// Pushes the word and the possessive ending after it; returns where the next token may begin.
fn push_word(text: &str, start: usize, end: usize, gap: Gap, tokens: &mut Vec<Token>) -> usize {
    let kind = if text.as_bytes()[start].is_ascii_digit() { TokenKind::Number } else { TokenKind::Word };
    push(text, start, end, kind, gap, tokens);
    if end < text.len() {
        let (char, length) = char_at(text, end);
        if is_apostrophe(char) && is_possessive(text, end + length) {
            push(text, end, end + length + 1, TokenKind::Possessive, Gap::None, tokens);
            return end + length + 1;
        }
    }
    end
}

fn push(text: &str, start: usize, end: usize, kind: TokenKind, gap: Gap, tokens: &mut Vec<Token>) {
    let part = &text[start..end];
    let case = if matches!(kind, TokenKind::Word | TokenKind::Number) { case_of(part) } else { Case::None };
    tokens.push(Token { start: start as u32, end: end as u32, hash: fold::hash(part), kind, case, gap });
}

fn case_of(word: &str) -> Case {
    let (mut upper, mut lower, mut first) = (0, 0, false);
    for char in word.chars() {
        if char.is_uppercase() {
            first |= upper + lower == 0;
            upper += 1;
        } else if char.is_lowercase() {
            lower += 1;
        }
    }
    match (upper, lower) {
        (0, 0) => Case::None,
        (0, _) => Case::Lower,
        (1, 0) => Case::Capital,
        (_, 0) => Case::Upper,
        (1, _) if first => Case::Capital,
        _ => Case::Mixed,
    }
}
