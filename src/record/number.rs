//! Numbers as text, without the machinery of formats: a record has an id for each entity and event, and names them often.

/// `E1`, `V12`: the id of what has this index.
pub(crate) fn id(letter: char, index: usize) -> String {
    let mut id = String::with_capacity(8);
    id.push(letter);
    push(&mut id, index + 1);
    id
}

/// Adds the digits of `number` to `text`.
pub(crate) fn push(text: &mut String, number: usize) {
    if number >= 10 {
        push(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}
