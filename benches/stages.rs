//! What each stage costs: for finding where time goes. A stage is measured on what the stages before it gave, one article after the other;
//! what is reported is the throughput of text. It cannot show what stages cost each other in caches: the whole way is in `corpus.rs`.

mod support;

use criterion::{BatchSize, BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime};
use dateline::document::{Document, Layout};
use dateline::entity::{self, Context, EntityDraft};
use dateline::event::{self, Reading};
use dateline::lexicon::Lexicon;
use dateline::mention::{self, NameMention};
use dateline::phrase::{self, Phrases};
use dateline::place;
use dateline::quantity::{self, Quantity};
use dateline::time::{self, Reference, TimeMention};
use dateline::token::{TextCase, Token, Tokens, tokenize};
use std::hint::black_box;
use support::{Corpus, corpora};

/// All that the stages give for one article.
struct Prepared<'d> {
    document: Document<'d>,
    reference: Reference,
    quantities: Vec<Quantity>,
    times: Vec<TimeMention>,
    names: Vec<NameMention>,
    entities: Vec<EntityDraft>,
    phrases: Phrases,
}

const CONTEXT: Context<'static> = Context { title: None, country_bias: None };

impl<'d> Prepared<'d> {
    fn new(document: Document<'d>, published: Option<jiff::civil::Date>) -> Self {
        let reference = Reference { published, dateline: time::day_of_dateline(document, published) };
        let (mut quantities, mut times, mut names, mut phrases) = (Vec::new(), Vec::new(), Vec::new(), Phrases::default());
        quantity::find(document, &mut quantities);
        time::find(document, &quantities, reference, &mut times);
        mention::find(document, &quantities, &times, &mut names);
        let entities = entity::resolve(document, &names, &CONTEXT);
        phrase::parse(document, &names, &quantities, &times, &mut phrases);
        Self { document, reference, quantities, times, names, entities, phrases }
    }

    fn reading(&self) -> Reading<'_> {
        let Self { document, reference, quantities, times, names, entities, phrases } = self;
        Reading { document: *document, quantities, times, names, entities, phrases, reference: *reference }
    }
}

fn stages(criterion: &mut Criterion) {
    let lexicon = Lexicon::bundled();
    for corpus in corpora() {
        let mut group = criterion.benchmark_group(corpus.name);
        group.throughput(Throughput::Bytes(corpus.bytes()));
        text_stages(&mut group, &corpus, &lexicon);
        let mut layouts: Vec<Layout> = corpus.texts.iter().map(|_| Layout::default()).collect();
        let documents = corpus.texts.iter().zip(&mut layouts).map(|(text, layout)| (text, layout.read(&text.text, &lexicon)));
        let prepared: Vec<Prepared<'_>> = documents.map(|(text, document)| Prepared::new(document, text.article().published)).collect();
        check(&prepared);
        document_stages(&mut group, &prepared);
        group.finish();
    }
}

/// The answers are there before anything is counted.
fn check(prepared: &[Prepared<'_>]) {
    let count = |of: fn(&Prepared<'_>) -> usize| prepared.iter().map(of).sum::<usize>();
    let articles = prepared.len();
    assert!(count(|one| one.document.sentences.len()) > 4 * articles, "an article has sentences");
    assert!(count(|one| one.quantities.len()) > articles, "an article has numbers");
    assert!(count(|one| one.times.len()) > articles, "an article has times");
    prepared.iter().for_each(check_times);
    let dated = count(|one| one.times.iter().filter(|time| time.range.is_some()).count());
    assert!(2 * dated > count(|one| one.times.len()), "times of news are mostly days and stretches of the calendar");
    assert!(count(|one| one.names.len()) > 4 * articles, "an article has names");
    assert!(count(|one| place::resolve(one.document, &one.names, None, None).len()) > articles, "an article has places");
    assert!(count(|one| one.entities.len()) > 3 * articles, "an article has entities");
    assert!(count(|one| event::find(&one.reading()).len()) > articles / 2, "articles tell events");
}

/// Times stand in order, each with words and a value.
fn check_times(one: &Prepared<'_>) {
    assert!(one.times.windows(2).all(|pair| pair[0].last <= pair[1].first), "times do not overlap");
    assert!(one.times.iter().all(|time| time.first < time.last && !time.value.is_empty()), "a time has words and a value");
}

fn text_stages(group: &mut BenchmarkGroup<'_, WallTime>, corpus: &Corpus, lexicon: &Lexicon) {
    let mut tokens: Vec<Token> = Vec::new();
    group.bench_function("tokenize", |bench| {
        bench.iter(|| {
            corpus
                .texts
                .iter()
                .map(|text| {
                    tokenize(&text.text, &mut tokens);
                    tokens.len()
                })
                .sum::<usize>()
        });
    });
    let cut: Vec<(&str, Vec<Token>)> = corpus
        .texts
        .iter()
        .map(|text| {
            tokenize(&text.text, &mut tokens);
            (text.text.as_str(), tokens.clone())
        })
        .collect();
    group.bench_function("words", |bench| {
        bench.iter(|| cut.iter().flat_map(|(_, tokens)| tokens).map(|token| u64::from(lexicon.word(token.hash).band())).sum::<u64>());
    });
    let (mut hits, mut places) = (Vec::new(), Vec::new());
    group.bench_function("scan", |bench| {
        bench.iter(|| {
            cut.iter()
                .map(|(text, tokens)| {
                    lexicon.scan(Tokens { text, tokens, case: TextCase::of(tokens) }, &mut hits);
                    hits.len()
                })
                .sum::<usize>()
        });
    });
    group.bench_function("scan places", |bench| {
        bench.iter(|| {
            cut.iter()
                .map(|(text, tokens)| {
                    lexicon.scan_places(Tokens { text, tokens, case: TextCase::of(tokens) }, &mut places);
                    places.len()
                })
                .sum::<usize>()
        });
    });
    let mut layout = Layout::default();
    group.bench_function("document", |bench| {
        bench.iter(|| corpus.texts.iter().map(|text| layout.read(&text.text, lexicon).sentences.len()).sum::<usize>());
    });
}

fn document_stages(group: &mut BenchmarkGroup<'_, WallTime>, prepared: &[Prepared<'_>]) {
    let mut quantities = Vec::new();
    group.bench_function("quantity", |bench| {
        bench.iter(|| prepared.iter().for_each(|one| quantity::find(one.document, black_box(&mut quantities))));
    });
    let mut times = Vec::new();
    group.bench_function("time", |bench| {
        bench.iter(|| {
            prepared.iter().for_each(|one| {
                time::find(one.document, &one.quantities, one.reference, black_box(&mut times));
                assert_eq!(times.len(), one.times.len(), "the same article has the same times");
            });
        });
    });
    let mut names = Vec::new();
    group.bench_function("mention", |bench| {
        bench.iter(|| prepared.iter().for_each(|one| mention::find(one.document, &one.quantities, &one.times, black_box(&mut names))));
    });
    group.bench_function("place", |bench| {
        bench.iter(|| prepared.iter().map(|one| place::resolve(one.document, &one.names, None, None).len()).sum::<usize>());
    });
    group.bench_function("entity", |bench| {
        bench.iter(|| prepared.iter().map(|one| entity::resolve(one.document, &one.names, &CONTEXT).len()).sum::<usize>());
    });
    group.bench_function("phrase", |bench| {
        let parse = |mut phrases: Phrases| {
            prepared.iter().for_each(|one| phrase::parse(one.document, &one.names, &one.quantities, &one.times, &mut phrases));
            phrases
        };
        bench.iter_batched(Phrases::default, parse, BatchSize::LargeInput);
    });
    group.bench_function("event", |bench| {
        bench.iter(|| prepared.iter().map(|one| event::find(&one.reading()).len()).sum::<usize>());
    });
}

criterion_group!(benches, stages);
criterion_main!(benches);
