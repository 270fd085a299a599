//! Chunks and clauses: `tests/cases/phrases.txt`.

use crate::marked::{check_failures, lines};
use dateline::Article;
use dateline::Extractor;
use dateline::event::Reading;
use dateline::phrase::{Arguments, ChunkKind, Clauses, Complement, NounArguments, VerbForm, Voice};

/// One answer of a case: `= chunk | chunk`, or `verb: subject=X; object=Y + Z; by=W`.
fn answer<'r>(reading: &Reading<'r>, line: &str) -> String {
    let clauses = reading.phrases.clauses(&reading.document);
    if line.starts_with('=') {
        let texts = reading.phrases.chunks.iter().map(|chunk| reading.document.slice(chunk.first as usize, chunk.last as usize));
        return format!("= {}", texts.collect::<Vec<_>>().join(" | "));
    }
    let (key, wanted) = line.split_once(": ").unwrap_or((line, ""));
    let Some(index) = find(&clauses, key) else { return format!("{key}: no such chunk") };
    let chunk = clauses.chunk(index).expect("the chunk was found");
    let slots = if chunk.kind == ChunkKind::Verb {
        verb_slots(&clauses, index, &clauses.of_verb(index))
    } else {
        noun_slots(&clauses, &clauses.of_noun(index))
    };
    let found: Vec<String> = wanted
        .split("; ")
        .map(|slot| {
            let name = slot.split('=').next().unwrap_or("");
            let parts: Vec<&str> = slots.iter().filter(|(slot, _)| slot == name).map(|(_, text)| text.as_str()).collect();
            format!("{name}={}", parts.join(" + "))
        })
        .collect();
    format!("{key}: {}", found.join("; "))
}

/// The chunk whose head is the word `key`; `key#2` is the second one.
fn find(clauses: &Clauses<'_>, key: &str) -> Option<usize> {
    let (word, number) = key.split_once('#').map_or((key, 1), |(word, number)| (word, number.parse().unwrap_or(1)));
    let heads = clauses.phrases.chunks.iter().enumerate().filter(|(_, chunk)| clauses.document.word(chunk.head as usize) == word);
    heads.map(|(index, _)| index).nth(number - 1)
}

fn text(clauses: &Clauses<'_>, chunk: u32) -> String {
    let tokens = clauses.tokens(chunk as usize);
    clauses.document.slice(tokens.start as usize, tokens.end as usize).to_owned()
}

fn complements(clauses: &Clauses<'_>, all: &[Complement], slots: &mut Vec<(String, String)>) {
    for complement in all {
        let name = text(clauses, complement.preposition).to_lowercase();
        let governed = complement.nouns.iter().chain(&complement.verb);
        slots.extend(governed.map(|&chunk| (name.clone(), text(clauses, chunk))));
    }
}

fn verb_slots(clauses: &Clauses<'_>, verb: usize, arguments: &Arguments) -> Vec<(String, String)> {
    let mut slots = Vec::new();
    let mut add = |name: &str, chunk: u32| slots.push((name.to_owned(), text(clauses, chunk)));
    arguments.subject.iter().for_each(|&chunk| add("subject", chunk));
    arguments.object.iter().for_each(|&chunk| add("object", chunk));
    arguments.indirect.iter().for_each(|&chunk| add("indirect", chunk));
    arguments.clause.iter().for_each(|&chunk| add("clause", chunk));
    arguments.predicate.iter().for_each(|&chunk| add("predicate", chunk));
    clauses.above(verb).iter().for_each(|&chunk| add("above", chunk as u32));
    let chunk = clauses.chunk(verb).expect("the chunk was found");
    let voice = if chunk.voice == Voice::Passive { "passive" } else { "active" };
    let form = match chunk.form {
        VerbForm::Finite => "finite",
        VerbForm::Infinitive => "infinitive",
        VerbForm::Gerund => "gerund",
        VerbForm::Participle => "participle",
    };
    slots.push(("voice".into(), voice.into()));
    slots.push(("form".into(), form.into()));
    slots.push(("link".into(), format!("{:?}", arguments.link).to_lowercase()));
    slots.push(("negated".into(), chunk.negated.to_string()));
    slots.push(("modal".into(), chunk.modal.map_or(String::new(), |token| clauses.document.word(token as usize).to_owned())));
    slots.push(("group".into(), text(clauses, verb as u32)));
    complements(clauses, &arguments.complements, &mut slots);
    slots
}

fn noun_slots(clauses: &Clauses<'_>, arguments: &NounArguments) -> Vec<(String, String)> {
    let mut slots = Vec::new();
    let mut add = |name: &str, chunk: u32| slots.push((name.to_owned(), text(clauses, chunk)));
    arguments.possessor.iter().for_each(|&chunk| add("possessor", chunk));
    arguments.apposition.iter().for_each(|&chunk| add("apposition", chunk));
    arguments.relative.iter().for_each(|&chunk| add("relative", chunk));
    arguments.governor.iter().for_each(|&chunk| add(if arguments.governor_is_subject { "subject-of" } else { "object-of" }, chunk));
    let before = clauses.document.slice(arguments.premodifiers.start as usize, arguments.premodifiers.end as usize);
    slots.push(("before".into(), before.to_owned()));
    complements(clauses, &arguments.complements, &mut slots);
    slots
}

#[test]
fn chunks_and_clauses_in_sentences_of_news() {
    let extractor = Extractor::new();
    let mut worker = extractor.worker();
    let (mut sentence, mut failures) = ("", Vec::new());
    for (_, line) in lines(include_str!("cases/phrases.txt")) {
        let Some(wanted) = line.strip_prefix("  ") else {
            sentence = line;
            continue;
        };
        let found = worker.read(&Article::new(sentence), |reading| answer(reading, wanted));
        if found != wanted {
            failures.push((format!("{sentence}\n  {wanted}"), found));
        }
    }
    check_failures("phrases.txt", &failures);
}
