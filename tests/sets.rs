//! Sets of words: every example of `words/sets.tsv` is read otherwise without the word that it marks.

use crate::marked::Marked;
use dateline::lexicon::{Lexicon, TableId, WordSet, column};
use dateline::token::fold;
use dateline::{Article, Extractor, explain};

const HEADER: &str = "# title: t\n# source: s\n# licence: l\n# columns: c\n# known gaps: none\n";

/// An extractor that does not know `word` as one of `set`.
fn without(set: &str, word: &str) -> Extractor {
    let silenced = format!("{HEADER}table\tkey\tform\tnote\nword-sets\t{set}\t{word}\t\n");
    Extractor::builder().lexicon("silenced.tsv", &silenced).expect("a lexicon").build()
}

fn read(extractor: &Extractor, text: &str) -> String {
    let article = Article::new(text).with_published("2024-01-10".parse().expect("a date"));
    extractor.worker().read(&article, |reading| {
        let clauses = reading.phrases.clauses(&reading.document);
        let verbs = (0..reading.phrases.chunks.len()).map(|chunk| format!("{:?}\n", clauses.of_verb(chunk)));
        format!("{}{:?}\n{}", explain::page(reading), reading.document.dateline, verbs.collect::<String>())
    })
}

#[test]
#[cfg_attr(not(feature = "places"), ignore = "asks for towns")]
fn a_marked_word_changes_how_its_example_is_read() {
    let (lexicon, bundled) = (Lexicon::bundled(), Extractor::new());
    let mut faults = Vec::new();
    for row in lexicon.rows(TableId::WordSet) {
        let row = lexicon.row(row);
        let (set, example) = (row.text(column::WordSet::Set), row.text(column::WordSet::Example));
        let marked = Marked::read(example);
        let [term] = marked.terms[..] else { panic!("{set}: one word is marked: {example}") };
        let word = term.of(&marked.text);
        if !row.list(column::WordSet::Words).any(|other| fold::hash(other) == fold::hash(word)) {
            faults.push(format!("{set}: {word} is none of its words"));
        }
        if read(&bundled, &marked.text) == read(&without(set, word), &marked.text) {
            faults.push(format!("{set}: {example}"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn users_add_words_to_sets_and_take_them_away() {
    let mut lexicon = Lexicon::bundled();
    let has = |lexicon: &Lexicon, word: &str| lexicon.has(WordSet::Seat, fold::hash(word));
    assert!(has(&lexicon, "based") && !has(&lexicon, "raised"));
    lexicon.add("word-sets.tsv", &format!("{HEADER}set\twords\texample\nseat\traised\t\n")).expect("a lexicon");
    assert!(has(&lexicon, "based") && has(&lexicon, "Raised"));
    lexicon.add("silenced.tsv", &format!("{HEADER}table\tkey\tform\tnote\nword-sets\tseat\tborn\t\n")).expect("a lexicon");
    assert!(has(&lexicon, "based") && !has(&lexicon, "born"));
    lexicon.add("silenced.tsv", &format!("{HEADER}table\tkey\tform\tnote\nword-sets\tseat\t\t\n")).expect("a lexicon");
    assert!(!has(&lexicon, "based") && !has(&lexicon, "raised"));
    assert!(lexicon.has(WordSet::Sport, fold::hash("innings")));
}
