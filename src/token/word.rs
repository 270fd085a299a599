//! Where a word ends, how it is written, and the hash of its folded form.

use super::block::{self, Block};
use super::chars::{Class, char_at, class, is_apostrophe};
use super::fold::{self, Hasher};
use super::types::Case;

/// A word or a number that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word {
    pub end: usize,
    pub hash: u64,
    pub case: Case,
}

/// The word that begins with the letter or digit at `start`.
#[inline]
pub(super) fn read(text: &str, start: usize) -> Word {
    read_plain(text, start).unwrap_or_else(|| read_any(text, start))
}

/// Whether what follows an apostrophe is a possessive (or shortened "is") ending: an `s` and no more.
pub(super) fn is_possessive(text: &str, at: usize) -> bool {
    matches!(text.as_bytes().get(at), Some(b's' | b'S')) && continues(text, at + 1).is_none()
}

/// Reads a word of ASCII letters and digits by blocks; `None` if more than those may belong to it.
#[inline]
fn read_plain(text: &str, start: usize) -> Option<Word> {
    let bytes = text.as_bytes();
    let block = Block::at(bytes, start);
    let letters = block.letters();
    let mut length = block::run(letters);
    if length < 8 && block.byte(length).is_ascii_digit() {
        length = block::run(letters | block.digits());
    }
    let word = if length < 8 {
        let inside = block::first(length);
        let letters = letters & inside;
        let hash = Hasher::new().rest(block.lowered(letters) & inside).finish();
        Word { end: start + length, hash, case: case_of(block.capitals(letters), letters) }
    } else {
        read_long(bytes, start)
    };
    let at = word.end;
    let Some(&next) = bytes.get(at) else { return Some(word) };
    if next == b' ' {
        return Some(word);
    }
    let numeric = bytes.get(start).is_some_and(u8::is_ascii_digit);
    let ends = match next {
        b'.' => {
            if numeric {
                !is_digit(bytes, at + 1)
            } else {
                at - start > 1
            }
        }
        b',' => !(numeric && is_digit(bytes, at + 1)),
        b'\'' | b'`' => numeric || is_possessive(text, at + 1) || continues(text, at + 1).is_none(),
        _ => next < 0x80 || !may_continue(text, at),
    };
    ends.then_some(word)
}

/// As many letters and digits as there are, by blocks.
fn read_long(bytes: &[u8], start: usize) -> Word {
    let (mut hasher, mut at) = (Hasher::new(), start);
    let mut counts = Counts::default();
    loop {
        let block = Block::at(bytes, at);
        let letters = block.letters();
        let length = block::run(letters | block.digits());
        let inside = if length < 8 { block::first(length) } else { u64::MAX };
        counts.add(block.capitals(letters & inside), letters & inside);
        let folded = block.lowered(letters) & inside;
        at += length;
        if length < 8 {
            return Word { end: at, hash: hasher.rest(folded).finish(), case: counts.case() };
        }
        hasher = hasher.chunk(folded);
    }
}

fn is_digit(bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_some_and(u8::is_ascii_digit)
}

/// Whether the character beyond ASCII at `at` may belong to the word before it.
fn may_continue(text: &str, at: usize) -> bool {
    let (char, length) = char_at(text, at);
    if is_apostrophe(char) {
        return continues(text, at + length).is_some() && !is_possessive(text, at + length);
    }
    continues(text, at).is_some()
}

/// Reads any word, character by character.
fn read_any(text: &str, start: usize) -> Word {
    let end = word_end(text, start);
    let part = text.get(start..end).unwrap_or("");
    let mut counts = Counts::default();
    for char in part.chars() {
        let (capital, small) = (u64::from(char.is_uppercase()), u64::from(char.is_lowercase()));
        counts.add(capital, capital | small);
    }
    Word { end, hash: fold::hash(part), case: counts.case() }
}

fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let numeric = is_digit(bytes, start);
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
        let goes_on = match char {
            ',' | '.' if numeric => at > start && is_digit(bytes, at - 1) && is_digit(bytes, after),
            '.' => is_abbreviation_point(text, start, at),
            _ => !numeric && is_apostrophe(char) && continues(text, after).is_some() && !is_possessive(text, after),
        };
        if !goes_on {
            return at;
        }
        at = after;
    }
}

/// The place after the character at `at`, if it belongs to the word before it.
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

/// Whether the point at `at` belongs to the word begun at `start`: single letters with points (`U.S.`, `a.m.`, `J.`).
fn is_abbreviation_point(text: &str, start: usize, at: usize) -> bool {
    let part = text.get(start..at).unwrap_or("").rsplit('.').next().unwrap_or("");
    let mut letters = part.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return false };
    let bare = at - start == letter.len_utf8();
    if bare && letter.is_lowercase() {
        // "a.m.", "e.g.", but not "grade b. The".
        return continues(text, at + 1).is_some() && matches!(text.as_bytes().get(at + 2), Some(b'.'));
    }
    true
}

/// How a word is written, by its letters as [`Counts::of`] takes them: most have no capital.
const fn case_of(capitals: u64, letters: u64) -> Case {
    match (capitals, letters) {
        (0, 0) => Case::None,
        (0, _) => Case::Lower,
        _ => Counts::of(capitals, letters).case(),
    }
}

/// Counts capitals and small letters of a word, as far as its case depends on them.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    /// Whether there is a capital, and another one.
    capital: bool,
    capitals: bool,
    /// Whether there is a small letter.
    small: bool,
    /// Whether the first letter with case is a capital.
    first: bool,
}

impl Counts {
    /// Of letters marked by bits, the first in the lowest; `capitals` are some of them.
    const fn of(capitals: u64, letters: u64) -> Self {
        Self {
            capital: capitals != 0,
            capitals: capitals & capitals.wrapping_sub(1) != 0,
            small: letters != capitals,
            first: capitals & letters.wrapping_neg() & letters != 0,
        }
    }

    /// Adds letters behind those before.
    const fn add(&mut self, capitals: u64, letters: u64) {
        let more = Self::of(capitals, letters);
        self.first = if self.capital || self.small { self.first } else { more.first };
        self.capitals |= more.capitals || self.capital && more.capital;
        self.capital |= more.capital;
        self.small |= more.small;
    }

    const fn case(self) -> Case {
        CASES[self.capital as usize | (self.capitals as usize) << 1 | (self.small as usize) << 2 | (self.first as usize) << 3]
    }
}

/// The way of writing by a bit for each field of [`Counts`], the first in the lowest.
const CASES: [Case; 16] = {
    let mut cases = [Case::Mixed; 16];
    let mut bits = 0;
    while bits < 16 {
        cases[bits] = match (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0) {
            (false, _, false) => Case::None,
            (false, _, true) => Case::Lower,
            (true, false, false) => Case::Capital,
            (true, true, false) => Case::Upper,
            (true, false, true) if bits & 8 != 0 => Case::Capital,
            _ => Case::Mixed,
        };
        bits += 1;
    }
    cases
};

#[cfg(test)]
mod tests {
    use super::{read_any, read_plain};

    /// The two ways of reading agree wherever the fast one dares.
    #[test]
    fn both_ways_agree() {
        let texts = [
            "Kerman's", "Kerman’s gate", "a", "A.", "U.S. base", "a.m. now", "1,250,000.5,x", "3.", "abcdefgh", "ABCDEFGHijklmnop1",
            "O'Brien", "can't`s", "Qa’ida", "x\u{301}y", "word\u{ad}s", "IS", "iPhone", "McDonald", "São", "50th", "end", "4Th",
            "end\u{200b}x", "i.e., so",
        ];
        for text in texts {
            for (start, _) in text.char_indices().filter(|(_, char)| char.is_alphanumeric()) {
                if let Some(word) = read_plain(text, start) {
                    assert_eq!(word, read_any(text, start), "{:?}", &text[start..]);
                }
            }
        }
        assert!(read_plain("bomb in", 0).is_some() && read_plain("U.S.", 0).is_none());
    }
}
