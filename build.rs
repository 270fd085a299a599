//! Compiles `lexicons/*.tsv` into the arrays that the library embeds. A faulty row stops the build with file, line, column and remedy.

// The compiler is the library's own; a build script uses a part of it only.
#![allow(dead_code)]

#[path = "src/token"]
mod token {
    pub mod fold;
    mod tokenize;
    mod types;
    pub use tokenize::tokenize;
    pub use types::{Token, TokenKind};
}
#[path = "src/lexicon"]
mod lexicon {
    pub mod compile;
    pub mod entry;
    pub mod error;
    pub mod format;
    pub mod gazetteer;
    pub mod schema;
    pub mod table;
    pub mod trie;
    pub mod values;
    pub mod word;
}

use lexicon::schema::{SCHEMAS, Store};
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
    let compiled = lexicon::compile::compile(&tables);
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    save(&out.join("lexicon.txt"), compiled.strings.as_bytes());
    save(&out.join("lexicon.bin"), &lexicon::format::write(&compiled));
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
