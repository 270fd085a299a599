//! `dateline lexicon`: looking after lexicon files.

use crate::{Failure, setup};
use clap::{Args, Subcommand};
use std::io::{self, Write};

#[derive(Args)]
pub struct Lexicon {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Checks lexicon files and prints every fault as FILE:LINE with its remedy; the exit status is 1 if there is one
    Check(Check),
}

#[derive(Args)]
struct Check {
    /// Files, named after their table (`groups.tsv`) or with `# table: NAME` in their header
    #[arg(required = true, value_name = "FILE")]
    files: Vec<String>,
}

impl Lexicon {
    pub fn run(self) -> Result<(), Failure> {
        match self.command {
            Command::Check(check) => check.run(),
        }
    }
}

impl Check {
    fn run(self) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        let mut result = Ok(());
        for file in &self.files {
            let Ok(text) = setup::read(file) else {
                result = Err(Failure::Told);
                continue;
            };
            for fault in dateline::lexicon::check(file, &text) {
                writeln!(out, "{fault}")?;
                result = Err(Failure::Told);
            }
        }
        result
    }
}
