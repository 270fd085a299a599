//! Compiles `lexicons/*.tsv` into the arrays that the library embeds. A faulty row stops the build with file, line, column and remedy.

#![allow(dead_code, reason = "the compiler is the library's own, of which the build script uses a part")]

#[path = "src/token"]
mod token {
    mod block;
    mod chars;
    pub mod fold;
    mod tokenize;
    mod types;
    mod word;
    pub use tokenize::tokenize;
    pub use types::{Token, TokenKind};
}
#[path = "src/lexicon"]
mod lexicon {
    pub mod compile;
    pub mod entry;
    pub mod error;
    pub mod flat;
    pub mod form;
    pub mod format;
    pub mod gazetteer;
    pub mod links;
    pub mod schema;
    pub mod set;
    pub mod table;
    pub mod tables;
    pub mod tag;
    pub mod trie;
    pub mod values;
    pub mod word;
    pub mod word_rows;
    pub mod wordmap;
}

use lexicon::compile::Filler;
use lexicon::flat::Compiled;
use lexicon::form::without_bracket;
use lexicon::format;
use lexicon::schema::Store;
use lexicon::table::Table;
use lexicon::tables::{SCHEMAS, TableId};
use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("lexicons");
    println!("cargo::rerun-if-changed=lexicons");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/token");
    let with_places = env::var_os("CARGO_FEATURE_PLACES").is_some();
    let mut texts = Vec::new();
    for schema in SCHEMAS.iter().filter(|schema| with_places || schema.store != Store::Places) {
        for file in schema.files {
            match fs::read_to_string(root.join(file)) {
                Ok(text) => texts.push((*file, schema, text)),
                Err(error) => stop(&[format!("lexicons/{file}: {error}")]),
            }
        }
    }
    let (mut tables, mut faults) = (Vec::new(), Vec::new());
    for (file, schema, text) in &texts {
        match lexicon::table::read(file, text, schema) {
            Ok(table) => tables.push(table),
            Err(errors) => faults.extend(errors.iter().map(ToString::to_string)),
        }
    }
    if !faults.is_empty() {
        stop(&faults);
    }
    faults.extend(lexicon::links::check(&tables, |_, _| false).iter().map(ToString::to_string));
    if !faults.is_empty() {
        stop(&faults);
    }
    let hash = texts.iter().fold(format::CONTENT, |hash, (_, _, text)| format::content_hash(hash, text));
    let compiled = lexicon::compile::compile(&tables, &countries(&tables));
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    save(&out.join("lexicon.txt"), compiled.strings.as_bytes());
    save(&out.join("lexicon.bin"), &write(&compiled, hash));
}

/// What fills the patterns of names, in the order of the countries' rows.
fn countries(tables: &[Table<'_>]) -> Vec<Filler> {
    use lexicon::tables::column::Country as C;
    let rows = tables.iter().filter(|table| table.schema.id == TableId::Country).flat_map(|table| &table.rows);
    let country = |row: &lexicon::table::Row<'_>| {
        let list = |columns: &[C]| {
            let forms = columns.iter().flat_map(|&column| row.cells[column as usize].split('|'));
            forms.filter(|form| !form.is_empty()).map(|form| without_bracket(form).to_owned()).collect()
        };
        Filler { demonyms: list(&[C::Adjectives]), names: list(&[C::Name, C::Aliases, C::Abbreviations]) }
    };
    rows.map(country).collect()
}

/// Writes everything but the texts, which stand in a file of their own so that they can be embedded as a string.
fn write(compiled: &Compiled, hash: u64) -> Vec<u8> {
    let mut sections: Vec<Vec<u8>> = vec![words(compiled.far.as_flattened()), words(&compiled.cells), longs(&compiled.phrase_lists)];
    let tables: Vec<u32> = compiled.tables.iter().flat_map(|table| [table.first, table.rows]).collect();
    sections.push(words(&tables));
    for trie in [&compiled.phrases, &compiled.places, &compiled.keys, &compiled.frames] {
        sections.extend([longs(&trie.first), longs(&trie.slots), longs(&trie.records)]);
    }
    sections.extend([longs(&compiled.words.slots), longs(&compiled.sets.slots), longs(compiled.set_masks.as_flattened())]);
    let mut out = Vec::new();
    out.extend(format::MAGIC.to_le_bytes());
    out.extend(hash.to_le_bytes());
    out.extend((sections.len() as u64).to_le_bytes());
    for section in &sections {
        out.extend((section.len() as u64).to_le_bytes());
    }
    for section in &sections {
        out.extend(section);
        out.resize(out.len().next_multiple_of(8), 0);
    }
    out
}

fn words(values: &[u32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

fn longs(values: &[u64]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

fn save(path: &Path, bytes: &[u8]) {
    if let Err(error) = fs::write(path, bytes) {
        stop(&[format!("{}: {error}", path.display())]);
    }
}

fn stop(faults: &[String]) {
    for fault in faults.iter().take(50) {
        println!("cargo::error={fault}");
    }
    process::exit(1);
}
