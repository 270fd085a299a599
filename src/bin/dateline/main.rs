//! The `dateline` command.

mod explain;
mod extract;
mod input;
mod lexicon;
mod parallel;
mod schema;
mod setup;

use clap::{Parser, Subcommand};
use std::fmt;
use std::io::{self, Write};
use std::process::ExitCode;

const VERSION: &str =
    concat!(env!("CARGO_PKG_VERSION"), "\nPlaces from GeoNames (geonames.org), CC BY 4.0; all other notices are in NOTICE.");

/// Reads English news articles and tells who did what to whom, where and when.
///
/// Exit status: 0 if all went well; 1 if something could not be read, which is told on standard error while the rest is done;
/// 2 if the command was called wrongly.
#[derive(Parser)]
#[command(version = VERSION)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads articles and prints their records
    Extract(extract::Extract),
    /// Shows sentence by sentence how articles are read, with the rule and lexicon row behind each finding
    Explain(explain::Explain),
    /// Looks after lexicon files
    Lexicon(lexicon::Lexicon),
    /// Prints the JSON Schema of the records
    Schema(schema::Schema),
}

/// Why a command ends without success.
enum Failure {
    /// What is wrong has been told already.
    Told,
    /// The output cannot be written.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Writes a line to standard error; unlike `eprintln!` it does not panic when nobody listens there.
fn tell(message: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr(), "{message}");
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Extract(command) => command.run(),
        Command::Explain(command) => command.run(),
        Command::Lexicon(command) => command.run(),
        Command::Schema(command) => command.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // The reader (`head`) has enough.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Failure::Output(error)) => {
            tell(format_args!("dateline: the output cannot be written: {error}"));
            ExitCode::FAILURE
        }
        Err(Failure::Told) => ExitCode::FAILURE,
    }
}
