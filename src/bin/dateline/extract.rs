//! `dateline extract`: articles in, records out.

use clap::{Args, ValueEnum};
use dateline::{Article, Extractor};
use serde_json::Value;
use std::io::{self, BufRead, BufWriter, Read, Write};
use std::process::ExitCode;

#[derive(Args)]
pub struct Extract {
    /// What the files hold.
    #[arg(long, value_enum, default_value = "text")]
    from: From,
    /// What to print.
    #[arg(long, value_enum)]
    to: Option<To>,
    /// Day of publication of a text.
    #[arg(long)]
    published: Option<jiff::civil::Date>,
    /// Files; `-` is standard input.
    #[arg(default_value = "-")]
    files: Vec<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum From {
    Text,
    Jsonl,
}

#[derive(Clone, Copy, ValueEnum)]
enum To {
    Json,
    Jsonl,
}

impl Extract {
    pub fn run(self) -> ExitCode {
        match self.try_run() {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("dateline: {error}");
                ExitCode::FAILURE
            }
        }
    }

    fn try_run(&self) -> anyhow::Result<()> {
        let extractor = Extractor::new();
        let mut worker = extractor.worker();
        let mut out = BufWriter::new(io::stdout().lock());
        for file in &self.files {
            let reader: Box<dyn BufRead> =
                if file == "-" { Box::new(io::stdin().lock()) } else { Box::new(io::BufReader::new(std::fs::File::open(file)?)) };
            match self.from {
                From::Text => {
                    let mut text = String::new();
                    let mut reader = reader;
                    reader.read_to_string(&mut text)?;
                    let article = Article { published: self.published, ..Article::new(&text) };
                    let record = worker.extract(&article);
                    match self.to {
                        Some(To::Jsonl) => serde_json::to_writer(&mut out, &record)?,
                        _ => serde_json::to_writer_pretty(&mut out, &record)?,
                    }
                    writeln!(out)?;
                }
                From::Jsonl => {
                    for line in reader.lines() {
                        let value: Value = serde_json::from_str(&line?)?;
                        let text = |key: &str| value.get(key).and_then(Value::as_str);
                        let article = Article {
                            id: text("id"),
                            title: text("title"),
                            text: text("text").unwrap_or(""),
                            published: text("published").and_then(|date| date.parse().ok()),
                        };
                        serde_json::to_writer(&mut out, &worker.extract(&article))?;
                        writeln!(out)?;
                    }
                }
            }
        }
        out.flush()?;
        Ok(())
    }
}
