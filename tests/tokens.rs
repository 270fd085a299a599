//! Tokens: `tests/cases/tokens.txt` has a text a line, ` => ` and its tokens, `¦` between them; and the oracle, `unicode-segmentation`.

use dateline::token::{Token, TokenKind, tokenize};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    tokenize(text, &mut tokens);
    tokens
}

#[test]
fn cases() {
    let mut wrong = Vec::new();
    let cases = include_str!("cases/tokens.txt");
    for (number, line) in cases.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let (text, wanted) = line.split_once(" => ").expect("a case has an answer");
        let text = text.replace("\\n", "\n").replace("\\u", "\u{200b}").replace("\\s", "\u{a0}").replace("\\h", "\u{ad}");
        let wanted = wanted.replace("\\u", "\u{200b}").replace("\\h", "\u{ad}");
        let found: Vec<&str> = tokens(&text).iter().map(|token| token.text(&text)).collect();
        if found.join("¦") != wanted {
            wrong.push(format!("line {}: wanted {wanted}\n    found {}", number + 1, found.join("¦")));
        }
    }
    assert!(wrong.is_empty(), "{} texts are cut wrongly\n{}", wrong.len(), wrong.join("\n"));
}

/// Words and numbers of ours.
fn words(text: &str) -> Vec<&str> {
    let words = tokens(text);
    words.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number)).map(|token| token.text(text)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The two conventions agree on letters with and without marks, digits, blanks and marks that part words everywhere. They differ, and the
    /// alphabet leaves out: the possessive (`Kerman's` is two tokens here), points and semicolons (`U.S.` keeps its last point, `example.org` is three
    /// tokens, `1;2` too), `_` and `:` inside words (which part them here), the backtick (an apostrophe here), `$` and other symbols, and scripts
    /// without blanks, whose runs of letters are one token here.
    #[test]
    fn words_agree_with_unicode(text in "[a-zA-ZàéüßœøñçšžăşțÅÉÑłĐабвГДеёжαβγΔ0-9 \n\t!?()—–…“”\\-\u{301}\u{a0}]{0,60}") {
        let wanted: Vec<&str> = text.unicode_words().collect();
        prop_assert_eq!(words(&text), wanted);
    }

    /// Apostrophes inside words, and commas and points inside numbers.
    #[test]
    fn inner_marks_agree_with_unicode(text in "([A-Za-z]{2,6}[’'][A-Za-rt-z]{2,5}|[0-9]{1,3}([,.][0-9]{1,3}){0,3}|[a-z]{2,8})([ !?]{1,2}([A-Za-z]{2,6}|[0-9]{1,4}[.,][0-9]{1,2})){0,5}") {
        let wanted: Vec<&str> = text.unicode_words().collect();
        prop_assert_eq!(words(&text), wanted);
    }
}
