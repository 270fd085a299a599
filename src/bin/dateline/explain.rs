//! `dateline explain`: how an article was read.

use crate::input::{Articles, Format};
use crate::setup::Setup;
use crate::{Failure, tell};
use clap::Args;
use dateline::explain;
use jiff::civil::Date;
use std::io::{self, Write};

#[derive(Args)]
pub struct Explain {
    /// What the file holds
    #[arg(long, value_enum, default_value = "text")]
    from: Format,
    /// Day of publication, if the article does not tell its own, such as 2024-01-10
    #[arg(long, value_name = "DATE")]
    published: Option<Date>,
    /// Of JSON Lines only the article with this identifier
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    setup: Setup,
    /// File; `-` is standard input
    #[arg(default_value = "-")]
    file: String,
}

impl Explain {
    /// Prints a page for every article of the file.
    pub fn run(self) -> Result<(), Failure> {
        let extractor = self.setup.extractor()?;
        let mut worker = extractor.worker();
        let told = |fault| {
            tell(format_args!("{}:{fault}", self.file));
            Failure::Told
        };
        let mut result = Ok(());
        for article in Articles::open(&self.file, self.from).map_err(told)? {
            match article {
                Ok(input) if self.id.is_none() || self.id == input.id => {
                    let mut article = input.article();
                    article.published = article.published.or(self.published);
                    io::stdout().lock().write_all(worker.read(&article, explain::page).as_bytes())?;
                }
                Ok(_) => {}
                Err(fault) => result = Err(told(fault)),
            }
        }
        result
    }
}
