//! `dateline extract`: articles in, records out.

use crate::input::{Articles, Format, Input};
use crate::setup::Setup;
use crate::{Failure, tell};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, ValueEnum};
use dateline::Worker;
use dateline::export::{csv, timeml};
use jiff::civil::Date;
use std::io::{self, Write};

#[derive(Args)]
pub struct Extract {
    /// What the files hold
    #[arg(long, value_enum, default_value = "text")]
    from: Format,
    /// What to print; for texts `json`, for JSON Lines `jsonl`, if not given
    #[arg(long, value_enum)]
    to: Option<Output>,
    /// Day of publication of the articles that do not tell their own, such as 2024-01-10
    #[arg(long, value_name = "DATE")]
    published: Option<Date>,
    /// Headline of the text, if it is not part of it
    #[arg(long)]
    title: Option<String>,
    /// Identifier of the text; its file's name, if not given
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    setup: Setup,
    /// Files; `-` is standard input
    #[arg(default_value = "-", value_name = "FILE")]
    files: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Output {
    /// Each record as an indented JSON object
    Json,
    /// Each record as one line of JSON
    Jsonl,
    /// Each event as one line of CSV
    Csv,
    /// Each text as TimeML, its expressions of time marked; several articles stand in an element `articles`
    Timeml,
}

impl Extract {
    /// Prints the record of every article that can be read, and tells what is wrong with the others.
    pub fn run(self) -> Result<(), Failure> {
        self.check_usage();
        let extractor = self.setup.extractor()?;
        let mut worker = extractor.worker();
        let mut failed = false;
        match self.output() {
            Output::Csv => write(csv::header().as_bytes())?,
            Output::Timeml => {
                write(timeml::DECLARATION.as_bytes())?;
                write(if self.is_of_one() { b"" } else { b"<articles>\n" })?;
            }
            Output::Json | Output::Jsonl => {}
        }
        for file in &self.files {
            let articles = match Articles::open(file, self.from) {
                Ok(articles) => articles,
                Err(fault) => {
                    tell(format_args!("{file}:{fault}"));
                    failed = true;
                    continue;
                }
            };
            for article in articles {
                match article {
                    Ok(input) => self.print(&mut worker, self.completed(input, file))?,
                    Err(fault) => {
                        tell(format_args!("{file}:{fault}"));
                        failed = true;
                    }
                }
            }
        }
        if self.output() == Output::Timeml && !self.is_of_one() {
            write(b"</articles>\n")?;
        }
        if failed { Err(Failure::Told) } else { Ok(()) }
    }

    /// Whether one text is read, not any number of articles.
    fn is_of_one(&self) -> bool {
        self.from == Format::Text && self.files.len() == 1
    }

    /// `--id` and `--title` are said of one text.
    fn check_usage(&self) {
        if !self.is_of_one() && (self.id.is_some() || self.title.is_some()) {
            let message = "--id and --title are for one text; give many articles as JSON Lines with \"id\" and \"title\"";
            crate::Arguments::command().error(ErrorKind::ArgumentConflict, message).exit();
        }
    }

    /// Adds to an article what the command line says of it.
    fn completed(&self, input: Input, file: &str) -> Input {
        let name = (self.from == Format::Text && file != "-").then(|| file.to_owned());
        Input {
            id: self.id.clone().or(input.id).or(name),
            title: self.title.clone().or(input.title),
            published: input.published.or(self.published),
            ..input
        }
    }

    fn print(&self, worker: &mut Worker<'_>, input: Input) -> io::Result<()> {
        let article = input.article();
        let record = worker.extract(&article);
        let mut lines = match self.output() {
            Output::Json => serde_json::to_vec_pretty(&record)?,
            Output::Jsonl => {
                // A record is a few times as long as its text.
                let mut line = Vec::with_capacity(4 * article.text.len() + 1024);
                serde_json::to_writer(&mut line, &record)?;
                line
            }
            Output::Csv => return write(csv::rows(&record).as_bytes()),
            Output::Timeml => return write(timeml::element(&record, article.text).as_bytes()),
        };
        lines.push(b'\n');
        write(&lines)
    }

    fn output(&self) -> Output {
        self.to.unwrap_or(if self.from == Format::Text { Output::Json } else { Output::Jsonl })
    }
}

/// Writes `bytes` in one piece, past all buffers: what is done is out, whatever comes next.
fn write(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}
