//! The `dateline` command.

mod extract;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Reads English news articles and tells who did what to whom, where and when.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads articles and prints their records.
    Extract(extract::Extract),
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Extract(command) => command.run(),
    }
}
