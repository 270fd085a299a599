//! Plain numbers, in digits and in words.

use crate::document::Document;
use crate::token::grammar::Grammar;
use crate::token::numeral::{Part, ordinal, part};
use crate::token::{Gap, Token, TokenKind, fold};

/// A plain number: what it comes to and where it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    /// Token after the last one.
    pub last: usize,
    /// What it comes to.
    pub value: f64,
    /// Digits and nothing else, as in years and codes: `1994`.
    pub plain: bool,
    /// What its last word multiplies by (`million`), 1 if it has none.
    pub scale: f64,
}

const AND: u64 = fold::hash("and");
const A: u64 = fold::hash("a");
const AN: u64 = fold::hash("an");

/// The number that begins with the token at `at`.
pub(crate) fn read(document: &Document<'_>, at: usize) -> Option<Number> {
    let token = document.tokens.get(at)?;
    match token.kind {
        TokenKind::Number => digits(document, at),
        TokenKind::Word if token.hash == A || token.hash == AN => {
            let scale = part_at(document, at + 1);
            matches!(scale, Some(Part::Scale(scale)) if scale >= 100.0).then(|| words(document, at + 1, 1.0))?
        }
        TokenKind::Word if is_numeral(document, at) => match part(token.hash)? {
            Part::Scale(_) => None,
            _ => words(document, at, 0.0),
        },
        _ => None,
    }
}

/// The ordinal that begins with the token at `at` (`third`, `24th`, `twenty-first`), with the token after it.
pub(crate) fn read_ordinal(document: &Document<'_>, at: usize) -> Option<(u64, usize)> {
    let token = document.tokens.get(at)?;
    match token.kind {
        TokenKind::Number => {
            let text = token.text(document.text);
            if text.ends_with(|char: char| char.is_ascii_digit()) {
                return None;
            }
            let digits = text.trim_end_matches(|char: char| char.is_ascii_alphabetic());
            let suffix = text.get(digits.len()..)?;
            let is_suffix = ["st", "nd", "rd", "th"].iter().any(|known| suffix.eq_ignore_ascii_case(known));
            is_suffix.then(|| digits.parse().ok()).flatten().map(|value| (value, at + 1))
        }
        TokenKind::Word if is_numeral(document, at) => {
            if let Some(value) = ordinal(token.hash) {
                return Some((value, at + 1));
            }
            let Part::Ten(tens) = part(token.hash)? else { return None };
            let next = after_hyphen(document, at + 1);
            let unit = ordinal(document.tokens.get(next)?.hash).filter(|&unit| unit < 10)?;
            Some((tens as u64 + unit, next + 1))
        }
        _ => None,
    }
}

/// Whether a number may begin with the token at `at`: one in digits or in words, an ordinal, or a pair of numbers; "a" is one before "hundred" only.
pub(super) fn may_begin(document: &Document<'_>, at: usize, token: &Token) -> bool {
    let classes = document.grammar(at);
    let article = || classes.any(Grammar::ARTICLE) && document.grammar(at + 1).any(Grammar::NUMERAL);
    token.kind == TokenKind::Number || token.is_word() && (classes.any(Grammar::NUMERAL.with(Grammar::PAIR)) || article())
}

/// Whether the token at `at` is a word of a number or of an ordinal.
fn is_numeral(document: &Document<'_>, at: usize) -> bool {
    document.grammar(at).any(Grammar::NUMERAL)
}

/// The word of a number at `at`.
fn part_at(document: &Document<'_>, at: usize) -> Option<Part> {
    if is_numeral(document, at) { part(document.tokens.get(at)?.hash) } else { None }
}

/// The token after a hyphen that touches both its neighbours, or `at`.
fn after_hyphen(document: &Document<'_>, at: usize) -> usize {
    let glued = |at: usize| document.tokens.get(at).is_some_and(Token::is_glued);
    if glued(at) && is_hyphen(document, at) && glued(at + 1) { at + 1 } else { at }
}

/// Whether the token at `at` is a hyphen or a short dash.
pub(crate) fn is_hyphen(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Punct) && matches!(document.word(at), "-" | "‐" | "‑" | "–" | "−")
}

/// A number in digits: `1,250`, `1,25,000`, `2.5`, `14 500`, `2 1/2`, and what multiplies it.
fn digits(document: &Document<'_>, at: usize) -> Option<Number> {
    let (mut value, plain, fraction) = parse(document.word(at))?;
    let mut last = at + 1;
    if plain && !fraction {
        if let Some(grouped) = blank_grouped(document, at) {
            return Some(Number { last: at + 2, value: grouped, plain: false, scale: 1.0 });
        }
        if let Some(part) = slashed_fraction(document, last) {
            return Some(Number { last: last + 3, value: value + part, plain: false, scale: 1.0 });
        }
    }
    let mut scale = 1.0;
    let mut next = after_hyphen(document, last);
    while let Some(Part::Scale(by)) = part_at(document, next) {
        (value, scale, last) = (value * by, scale * by, next + 1);
        next = last;
    }
    Some(Number { last, value, plain: plain && scale == 1.0, scale })
}

/// The value of a token of digits, whether it is digits only, and whether it has a decimal part.
fn parse(text: &str) -> Option<(f64, bool, bool)> {
    if let Some(value) = plain(text) {
        return Some((value, true, false));
    }
    let (text, half) = match text.char_indices().next_back()? {
        (end, '½') => (text.get(..end)?, 0.5),
        (end, '¼') => (text.get(..end)?, 0.25),
        (end, '¾') => (text.get(..end)?, 0.75),
        _ => (text, 0.0),
    };
    if text.is_empty() || text.len() > 20 || !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.') {
        return None;
    }
    let mut groups = text.split(',');
    let first = groups.next()?;
    let mut value: f64 = first.parse().ok()?;
    let mut grouped = false;
    let mut groups = groups.peekable();
    while let Some(group) = groups.next() {
        let whole = group.split('.').next().unwrap_or(group);
        // Indian grouping has groups of two before the last one.
        let size = if groups.peek().is_some() { whole.len() == 3 || whole.len() == 2 } else { whole.len() == 3 };
        if !size || first.len() > 3 || first.contains('.') {
            return None;
        }
        value = value * 10_f64.powi(whole.len() as i32) + group.parse::<f64>().ok()?;
        grouped = true;
    }
    let decimal = text.contains('.');
    Some((value + half, !grouped && !decimal && half == 0.0, decimal || half > 0.0))
}

/// The value of a few digits and nothing else, as most numbers are written.
pub(super) fn plain(text: &str) -> Option<f64> {
    let fits = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| f64::from(text.bytes().fold(0, |value: u32, digit| value * 10 + u32::from(digit - b'0'))))
}

/// "14 500" for 14,500, if a plural noun follows.
fn blank_grouped(document: &Document<'_>, at: usize) -> Option<f64> {
    let next = document.tokens.get(at + 1).filter(|next| next.kind == TokenKind::Number && next.gap == Gap::Space)?;
    let (first, second, third) = (document.word(at), next.text(document.text), document.words.get(at + 2)?);
    if first.len() > 3 || second.len() != 3 || !third.can_be(crate::lexicon::Tag::NounPlural) {
        return None;
    }
    Some(first.parse::<f64>().ok()? * 1000.0 + second.parse::<f64>().ok()?)
}

/// "1/2" from the token at `at`: its value.
fn slashed_fraction(document: &Document<'_>, at: usize) -> Option<f64> {
    let glued = |at: usize| document.tokens.get(at).is_some_and(Token::is_glued);
    if !(glued(at + 1) && glued(at + 2) && document.word(at + 1) == "/") {
        return None;
    }
    let (upper, lower): (f64, f64) = (document.word(at).parse().ok()?, document.word(at + 2).parse().ok()?);
    (upper < lower && lower <= 16.0).then(|| upper / lower)
}

/// A number in words from the token at `at`, with `group` counted already ("a" hundred).
fn words(document: &Document<'_>, at: usize, mut group: f64) -> Option<Number> {
    let (mut total, mut highest, mut scale, mut last) = (0.0, f64::INFINITY, 1.0, at);
    let mut before = if group > 0.0 { Some(Part::Unit(group)) } else { None };
    loop {
        let mut next = last;
        if next > at {
            next = match before {
                Some(Part::Ten(_)) => after_hyphen(document, next),
                Some(Part::Scale(_)) if document.is(next, AND) => next + 1,
                _ => next,
            };
        }
        let Some(part) = part_at(document, next) else {
            break;
        };
        match (part, before) {
            (Part::Unit(unit), None | Some(Part::Ten(_) | Part::Scale(_))) => group += unit,
            (Part::Teen(teen) | Part::Ten(teen), None | Some(Part::Scale(_))) => group += teen,
            (Part::Scale(100.0), Some(_)) if next == last && group > 0.0 && group < 100.0 => (group, scale) = (group * 100.0, 100.0),
            (Part::Scale(by), Some(_)) if by > 100.0 && by < highest && next == last && group > 0.0 => {
                total += group * by;
                (group, highest, scale) = (0.0, by, by);
            }
            _ => break,
        }
        before = Some(part);
        last = next + 1;
    }
    (last > at).then_some(Number { last, value: total + group, plain: false, scale })
}
