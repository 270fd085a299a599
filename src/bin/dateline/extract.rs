//! `dateline extract`: articles in, records out.

use crate::input::{Articles, Format, Input};
use crate::setup::Setup;
use crate::{Failure, parallel, tell};
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, ValueEnum};
use dateline::export::{csv, timeml};
use dateline::{Article, Worker};
use jiff::civil::Date;
use std::io::{self, Write};
use std::num::NonZero;
use std::thread;

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
    /// How many threads read articles at the same time; as many as the machine has, if not given. The records keep the order of the articles
    #[arg(long, value_name = "N")]
    threads: Option<NonZero<usize>>,
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
    pub fn run(&self) -> Result<(), Failure> {
        self.check_usage();
        let extractor = self.setup.extractor()?;
        let enclosed = self.output() == Output::Timeml && !self.is_of_one();
        if self.output() == Output::Csv {
            write(csv::header().as_bytes())?;
        } else if self.output() == Output::Timeml {
            write(timeml::DECLARATION.as_bytes())?;
        }
        if enclosed {
            write(b"<articles>\n")?;
        }
        let articles = self.files.iter().flat_map(|file| self.articles(file));
        let worker = || {
            let mut worker = extractor.worker();
            move |article: Result<Input, String>| article.map(|input| self.printed(&mut worker, &input.article()))
        };
        let mut failed = false;
        parallel::in_order(articles, self.threads(), worker, |printed| match printed {
            Ok(printed) => write(&printed?),
            Err(fault) => {
                failed = true;
                tell(format_args!("{fault}"));
                Ok(())
            }
        })?;
        if enclosed {
            write(b"</articles>\n")?;
        }
        if failed { Err(Failure::Told) } else { Ok(()) }
    }

    /// The articles of a file with what the command line says of them, and what is wrong with it.
    fn articles<'f>(&'f self, file: &'f str) -> impl Iterator<Item = Result<Input, String>> + 'f {
        let (articles, fault) = match Articles::open(file, self.from) {
            Ok(articles) => (Some(articles), None),
            Err(fault) => (None, Some(Err(fault))),
        };
        let items = articles.into_iter().flatten().chain(fault);
        items.map(move |article| article.map(|input| self.completed(input, file)).map_err(|fault| format!("{file}:{fault}")))
    }

    /// How many threads read: for one text a second would have nothing to do.
    fn threads(&self) -> usize {
        match self.threads {
            _ if self.is_of_one() => 1,
            Some(threads) => threads.get(),
            None => thread::available_parallelism().map_or(1, NonZero::get),
        }
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

    /// The record of the article as it is printed.
    fn printed(&self, worker: &mut Worker<'_>, article: &Article<'_>) -> io::Result<Vec<u8>> {
        let record = worker.extract(article);
        let mut lines = match self.output() {
            Output::Json => serde_json::to_vec_pretty(&record)?,
            Output::Jsonl => {
                // A record is some seven times as long as its text.
                let mut line = Vec::with_capacity(8 * article.text.len() + 1024);
                serde_json::to_writer(&mut line, &record)?;
                line
            }
            Output::Csv => return Ok(csv::rows(&record).into_bytes()),
            Output::Timeml => return Ok(timeml::element(&record, article.text).into_bytes()),
        };
        lines.push(b'\n');
        Ok(lines)
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
