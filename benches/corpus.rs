//! The whole way from text to record, against two yardsticks in the same run, since machines differ and ratios do not:
//!
//! * A: one `aho-corasick` pass with the forms of the small lexicon and one `unicode_word_indices` pass;
//! * B: A and one `aho-corasick` pass with the names of places.
//!
//! What is asked: the whole way stays above A, which it does not yet. What it cannot show: longer articles, other mixes of text, several threads.

mod support;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use criterion::{Criterion, Throughput};
use dateline::lexicon::{Lexicon, SCHEMAS, Store};
use dateline::{Extraction, Extractor, Worker};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use support::{Corpus, corpora};
use unicode_segmentation::UnicodeSegmentation;

/// The two automata of the yardsticks.
struct Yardsticks {
    small: AhoCorasick,
    places: AhoCorasick,
}

impl Yardsticks {
    fn new(lexicon: &Lexicon) -> Self {
        Self { small: automaton(&forms(lexicon, Store::Phrases)), places: automaton(&forms(lexicon, Store::Places)) }
    }

    fn a(&self, text: &str) -> usize {
        self.small.find_iter(text).count() + text.unicode_word_indices().count()
    }

    fn b(&self, text: &str) -> usize {
        self.a(text) + self.places.find_iter(text).count()
    }
}

/// All forms of the tables in `store`, but for the patterns, which hold placeholders.
fn forms(lexicon: &Lexicon, store: Store) -> BTreeSet<String> {
    let mut forms = BTreeSet::new();
    for schema in SCHEMAS.iter().filter(|schema| schema.store == store) {
        for row in lexicon.rows(schema.id) {
            let row = lexicon.row(row);
            let cells = schema.forms.iter().flat_map(|form| row.list(form.column));
            forms.extend(cells.filter(|form| !form.contains(['{', '.'])).map(str::to_owned));
        }
    }
    forms
}

fn automaton(forms: &BTreeSet<String>) -> AhoCorasick {
    let mut builder = AhoCorasick::builder();
    builder.ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).kind(Some(AhoCorasickKind::ContiguousNFA));
    builder.build(forms).expect("an automaton of the forms")
}

/// The answers are right before anything is counted.
fn check(corpus: &Corpus, yardsticks: &Yardsticks, worker: &mut Worker<'_>) {
    let records: Vec<Extraction> = corpus.texts.iter().map(|text| worker.extract(&text.article())).collect();
    let count = |of: fn(&Extraction) -> usize| records.iter().map(of).sum::<usize>();
    assert!(count(|record| record.entities.len()) > 3 * records.len(), "{}: entities", corpus.name);
    assert!(count(|record| record.times.len()) > records.len(), "{}: times", corpus.name);
    assert!(count(|record| record.events.len()) > records.len() / 2, "{}: events", corpus.name);
    for (text, record) in corpus.texts.iter().zip(&records) {
        assert_eq!(&Extractor::new().extract(&text.article()), record, "a used worker reads as a new one does");
        assert!(yardsticks.b(&text.text) > yardsticks.a(&text.text), "the yardsticks find words and places");
    }
}

fn whole(corpus: &Corpus, worker: &mut Worker<'_>) -> usize {
    corpus.texts.iter().map(|text| worker.extract(&text.article()).events.len()).sum()
}

/// Measures the three in turns and prints the best of each: other work on the machine only ever adds.
fn ratios(corpus: &Corpus, yardsticks: &Yardsticks, worker: &mut Worker<'_>, rounds: usize) {
    let mut best = [Duration::MAX; 3];
    for _ in 0..rounds {
        let mut measure = |index: usize, work: &mut dyn FnMut() -> usize| {
            let start = Instant::now();
            std::hint::black_box(work());
            best[index] = best[index].min(start.elapsed());
        };
        measure(0, &mut || corpus.texts.iter().map(|text| yardsticks.a(&text.text)).sum());
        measure(1, &mut || corpus.texts.iter().map(|text| yardsticks.b(&text.text)).sum());
        measure(2, &mut || whole(corpus, worker));
    }
    let speed = best.map(|time| corpus.bytes() as f64 / 1e6 / time.as_secs_f64());
    println!(
        "{}: A {:.1} MB/s, B {:.1} MB/s, whole {:.1} MB/s; whole is {:.2} of A, {:.2} of B",
        corpus.name,
        speed[0],
        speed[1],
        speed[2],
        speed[2] / speed[0],
        speed[2] / speed[1]
    );
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let extractor = Extractor::new();
    let yardsticks = Yardsticks::new(extractor.lexicon());
    let mut worker = extractor.worker();
    for corpus in corpora() {
        check(&corpus, &yardsticks, &mut worker);
        let mut group = criterion.benchmark_group(corpus.name);
        group.throughput(Throughput::Bytes(corpus.bytes()));
        group.bench_function("whole", |bench| bench.iter(|| whole(&corpus, &mut worker)));
        group.finish();
        ratios(&corpus, &yardsticks, &mut worker, if support::is_trial() { 1 } else { 40 });
    }
    criterion.final_summary();
}
