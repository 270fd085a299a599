//! Numbers as text, without the machinery of formats: a record has an id for each entity and event, and names them often.

/// Most digits of a number.
const DIGITS: usize = 20;

/// `E1`, `V12`: the id of what has this index.
pub(crate) fn id(letter: char, index: usize) -> String {
    let mut id = String::with_capacity(8);
    id.push(letter);
    push(&mut id, index + 1);
    id
}

/// Adds the digits of `number` to `text`.
pub(crate) fn push(text: &mut String, number: usize) {
    let (mut digits, mut left, mut from) = ([b'0'; DIGITS], number, DIGITS);
    while from > 0 && (left > 0 || from == DIGITS) {
        from -= 1;
        digits[from] = b'0' + (left % 10) as u8;
        left /= 10;
    }
    text.push_str(digits.get(from..).and_then(|digits| std::str::from_utf8(digits).ok()).unwrap_or(""));
}
