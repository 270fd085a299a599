//! What holds for every text: the library reads anything, and the record points into it.

use dateline::document::Layout;
use dateline::lexicon::Lexicon;
use dateline::token::{Token, tokenize};
use dateline::{Article, Extraction, Extractor, Span};
use proptest::prelude::*;
use serde_json::Value;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let files = [include_str!("../benches/texts/news.jsonl"), include_str!("../benches/texts/caps.jsonl")];
    let lines = files.iter().flat_map(|file| file.lines());
    lines.map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON")["text"].as_str().expect("a text").to_owned()).collect()
});

/// Pieces of which news is made, and of which it is not.
const PIECES: &[&str] = &[
    "A bomb", "killed", "at least", "nearly 100", "people", "12", "1,250", "199", "in Kerman", "Iran", "the", "of", "and", "between",
    "last Wednesday", "3 JAN 90", "2024-01-10", "the next day", "June", "the 1990s", "24-hour", "10:30 p.m.", "Gen.", "Col. J. R. Paz",
    "U.S.", "IS-K’s", "al-Qaeda", "Boko Haram", "(IS)", "claimed responsibility", "said", "denied", "by", "who", "was", "were",
    "kidnapped", "on suspicion of murdering", "charged X with", "identified as", "KABUL, Jan 4 (Agency) -", "[TEXT]", "no one",
    "half a dozen", "two thirds", "twice", "'s", "“", "”", "\"", "(", ")", "[", "]", "-", "--", "—", ",", ";", ":", ".", "...", "?", "!",
    "\n", "\n\n", "\r\n", "\t", "\u{a0}", "\u{200b}", "\u{301}", "é", "ß", "İ", "ſ", "ﬁ", "ǅ", "😀", "喀", "\u{0}", "\u{202e}", "0",
    "99999999999999999999", "$", "%", "/",
];

/// A text of pieces, blanks between most of them, and now and then any character at all.
pub fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![12 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec((piece, prop::bool::weighted(0.8)), 0..60)
        .prop_map(|pieces| pieces.iter().fold(String::new(), |text, (piece, blank)| text + piece + if *blank { " " } else { "" }))
}

/// An article of the benches with parts of it cut out, doubled, raised to capitals or broken.
pub fn mutants() -> impl Strategy<Value = String> {
    let change = (0..6_u8, any::<prop::sample::Index>(), 1..80_usize, any::<char>());
    (any::<prop::sample::Index>(), prop::collection::vec(change, 1..12)).prop_map(|(text, changes)| {
        let mut chars: Vec<char> = text.get(&TEXTS[..]).chars().collect();
        for (kind, at, length, other) in changes {
            let at = at.index(chars.len() + 1);
            let part = at..(at + length).min(chars.len());
            let cut: String = chars[part.clone()].iter().collect();
            let new = match kind {
                0 => String::new(),
                1 => cut.clone() + &cut,
                2 => cut.to_uppercase(),
                3 => cut.to_lowercase(),
                4 => cut.replace(' ', "\n"),
                _ => format!("{cut}{other}"),
            };
            chars.splice(part, new.chars());
        }
        chars.into_iter().collect()
    })
}

pub fn extract(text: &str) -> Extraction {
    static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);
    EXTRACTOR.extract(&Article::new(text).with_id("a").with_title("Bomb Kills Two").with_published("2024-01-10".parse().expect("a date")))
}

/// Every span of the record fits the text, and what claims to be its text is.
fn check_record(text: &str) -> Result<(), TestCaseError> {
    let record = extract(text);
    for mention in record.entities.iter().flat_map(|entity| &entity.mentions) {
        prop_assert_eq!(mention.span.of(text), &mention.text);
    }
    for time in &record.times {
        prop_assert_eq!(time.span.of(text), &time.text);
    }
    let value = serde_json::to_value(&record).expect("a record is JSON");
    check_spans(text, &value)?;
    prop_assert_eq!(record, extract(text), "the same text gives the same record");
    Ok(())
}

fn check_spans(text: &str, value: &Value) -> Result<(), TestCaseError> {
    match value {
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start").and_then(Value::as_u64), fields.get("end").and_then(Value::as_u64)) {
                let fits = start < end && text.get(start as usize..end as usize).is_some();
                prop_assert!(fits, "{}..{} of {} bytes: {}", start, end, text.len(), value);
            }
            fields.values().try_for_each(|field| check_spans(text, field))
        }
        Value::Array(items) => items.iter().try_for_each(|item| check_spans(text, item)),
        _ => Ok(()),
    }
}

fn check_tokens(text: &str) -> Result<(), TestCaseError> {
    let mut tokens: Vec<Token> = Vec::new();
    tokenize(text, &mut tokens);
    let mut built = String::new();
    for token in &tokens {
        let gap = text.get(built.len()..token.start as usize).expect("a gap on character boundaries");
        prop_assert!(gap.chars().all(is_blank), "a gap holds {:?}", gap);
        prop_assert!(token.start < token.end);
        prop_assert_eq!(
            token.is_glued(),
            gap.is_empty() && token.start > 0 || !gap.is_empty() && gap.chars().all(is_invisible) && token.start as usize != gap.len()
        );
        built += gap;
        built += Span::new(token.start, token.end).of(text);
    }
    let rest = &text[built.len()..];
    prop_assert!(rest.chars().all(is_blank), "the rest holds {:?}", rest);
    prop_assert_eq!(built + rest, text);
    Ok(())
}

fn is_blank(char: char) -> bool {
    char.is_whitespace() || is_invisible(char)
}

fn is_invisible(char: char) -> bool {
    char.is_control() && !char.is_whitespace()
        || matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}')
}

fn check_sentences(text: &str) -> Result<(), TestCaseError> {
    let mut layout = Layout::default();
    let lexicon = Lexicon::bundled();
    let document = layout.read(text, &lexicon);
    let mut next = 0;
    for (index, sentence) in document.sentences.iter().enumerate() {
        prop_assert!(sentence.first == next && sentence.last > next, "sentence {} is {:?}", index, sentence);
        prop_assert!((sentence.first..sentence.last).all(|token| document.sentence_of(token as usize) == index));
        next = sentence.last;
    }
    prop_assert_eq!(next as usize, document.tokens.len());
    prop_assert!(document.sentences.windows(2).all(|pair| pair[0].paragraph <= pair[1].paragraph));
    prop_assert!(document.hits.iter().chain(document.places).all(|hit| hit.first < hit.last && hit.last as usize <= document.tokens.len()));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_and_gaps_make_up_any_text(text in any::<String>(), other in pieces()) {
        check_tokens(&text)?;
        check_tokens(&other)?;
    }

    #[test]
    fn sentences_hold_every_token(text in any::<String>(), other in pieces(), news in mutants()) {
        check_sentences(&text)?;
        check_sentences(&other)?;
        check_sentences(&news)?;
    }

    #[test]
    fn any_text_gives_a_record(text in any::<String>(), other in pieces()) {
        check_record(&text)?;
        check_record(&other)?;
    }

    #[test]
    fn broken_news_gives_a_record(text in mutants()) {
        check_record(&text)?;
    }
}

/// How often a text that seems slow is timed again: other work on the machine comes and goes.
const TRIES: usize = 6;

#[test]
fn time_grows_with_length() {
    let units = PIECES
        .iter()
        .map(|piece| (*piece).to_owned())
        .chain(PIECES.iter().map(|piece| format!("{piece} ")))
        .chain(TEXTS.iter().take(3).cloned());
    let slow: Vec<String> = units.filter_map(|unit| growth(&unit).err()).collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// A subject is looked for within its part of a long sentence only.
#[test]
fn whose_chains_reach_past_a_part_of_a_sentence_are_read() {
    for chain in 1..300 {
        extract(&format!("The arrest of {}Mali on suspicion of murdering six nuns", "members of the army of ".repeat(chain)));
    }
}

/// Reading a text takes no more than twice as long as reading eight that are an eighth of it; a quadratic step would take eight times as long.
/// Both sides take about as long and so are held up alike by other work on the machine, and the best of a few tries counts.
fn growth(unit: &str) -> Result<(), String> {
    let texts = [4_000, 32_000].map(|bytes| unit.repeat(bytes / unit.len() + 1));
    let mut best = [Duration::MAX; 2];
    for _ in 0..TRIES {
        for (best, text) in best.iter_mut().zip(&texts) {
            let start = Instant::now();
            (text.len()..=texts[1].len()).step_by(text.len()).for_each(|_| drop(extract(text)));
            *best = start.elapsed().min(*best);
        }
        if best[1] < 2 * best[0] + Duration::from_millis(20) {
            return Ok(());
        }
    }
    Err(format!("{unit:?}: {:?} for 4 kB eight times, {:?} for 32 kB", best[0], best[1]))
}
