//! Classes of characters.

/// What a character does in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Letter,
    Digit,
    Blank,
    Invisible,
    Mark,
    Other,
}

/// The classes of ASCII, so that most characters cost one access.
const ASCII: [Class; 128] = {
    let mut classes = [Class::Other; 128];
    let mut byte = 0;
    while byte < 128 {
        classes[byte as usize] = class_of_ascii(byte);
        byte += 1;
    }
    classes
};

/// The character at `at` and the number of its bytes; `at` must be below the length of the text.
pub(super) fn char_at(text: &str, at: usize) -> (char, usize) {
    match text.as_bytes().get(at) {
        Some(&byte) if byte < 0x80 => (char::from(byte), 1),
        _ => match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(char) => (char, char.len_utf8()),
            None => ('\u{fffd}', 1),
        },
    }
}

/// The class of an ASCII character.
pub(super) fn class_of_byte(byte: u8) -> Option<Class> {
    ASCII.get(byte as usize).copied()
}

pub(super) fn class(char: char) -> Class {
    ASCII.get(char as usize).copied().unwrap_or_else(|| class_beyond_ascii(char))
}

const fn class_of_ascii(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
        b'0'..=b'9' => Class::Digit,
        b' ' | b'\t' | b'\n' | b'\r' | b'\x0b' | b'\x0c' => Class::Blank,
        b'!'..=b'#' | b'%'..=b'*' | b','..=b'/' | b':' | b';' | b'?' | b'@' | b'['..=b']' | b'_' | b'`' | b'{' | b'}' => Class::Mark,
        0..=0x1f | 0x7f => Class::Invisible,
        _ => Class::Other,
    }
}

fn class_beyond_ascii(char: char) -> Class {
    match char {
        '\u{a0}' | '\u{85}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{2028}' | '\u{2029}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Class::Blank
        }
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' => Class::Invisible,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{ab}' | '\u{bb}' | '\u{bf}' | '\u{a1}' | '\u{3001}' | '\u{3002}' => {
            Class::Mark
        }
        _ if char.is_alphabetic() => Class::Letter,
        _ if char.is_numeric() => Class::Digit,
        _ => Class::Other,
    }
}

pub(super) fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '\u{2019}' | '\u{2018}' | '`')
}
