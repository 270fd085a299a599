//! How a form is spelled: the tokens that it is looked for by, and the other spellings under which it is found.

use super::trie::GAP;
use crate::token::{Token, TokenKind, tokenize};

/// The token hashes of a form, in which [`GAP`] stands for ` .. `; `each` sees every token with its index and its text.
pub fn form_path(form: &str, mut each: impl FnMut(usize, &Token, &str)) -> Vec<u64> {
    let (mut path, mut tokens) = (Vec::new(), Vec::new());
    for (number, part) in form.split(" .. ").enumerate() {
        if number > 0 {
            path.push(GAP);
        }
        tokenize(part, &mut tokens);
        for token in tokens.iter().filter(|token| !is_skipped(token, part)) {
            each(path.len(), token, token.text(part));
            path.push(token.hash);
        }
    }
    path
}

/// "Qa'ida" is also written "Qaida".
pub fn plain_spelling(form: &str) -> Option<String> {
    let inner = form.contains(['\'', '’']) && !form.contains("'s") && !form.contains("’s");
    inner.then(|| form.replace(['\'', '’'], ""))
}

/// The hash of an abbreviation's token: `Gen.` is a word and a point, `U.S.` one token; `1st Lt.` and `Ph.D.` rest on their last part.
pub fn single_word(form: &str) -> Option<u64> {
    let mut tokens = Vec::new();
    tokenize(form, &mut tokens);
    let mut words = tokens.iter().filter(|token| token.is_word());
    words.next().filter(|word| word.start == 0 && words.next().is_none()).map(|word| word.hash)
}

/// Hyphens, dashes and points are passed over in forms and in text, so that "car-bomb", "car bomb" and "St. Petersburg", "St Petersburg" meet.
pub fn is_skipped(token: &Token, text: &str) -> bool {
    token.kind == TokenKind::Punct && matches!(token.text(text), "-" | "‐" | "‑" | "–" | "—" | ".")
}

/// "National Liberation Army (Colombia)" without its bracket, which only tells namesakes apart.
pub fn without_bracket(name: &str) -> &str {
    if name.ends_with(')') { name.rsplit_once(" (").map_or(name, |(bare, _)| bare) } else { name }
}
