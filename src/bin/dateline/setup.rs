//! How the reading commands set up the extractor.

use crate::{Failure, tell};
use clap::Args;
use dateline::Extractor;
use dateline::lexicon::{TableId, column};
use std::fs;

#[derive(Args)]
pub struct Setup {
    /// Lexicon file of your own, on top of the bundled ones: named after its table (`groups.tsv`) or with `# table: NAME` in its header;
    /// can be given several times
    #[arg(long = "lexicon", value_name = "FILE")]
    lexicons: Vec<String>,
    /// Country whose places are likelier, as ISO 3166 code such as PK
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
}

impl Setup {
    /// The extractor, or nothing after all faults have been told.
    pub fn extractor(&self) -> Result<Extractor, Failure> {
        let mut builder = Extractor::builder();
        for file in &self.lexicons {
            let text = read(file)?;
            builder = builder.lexicon(file, &text).map_err(|faults| {
                for fault in faults {
                    tell(format_args!("{fault}"));
                }
                Failure::Told
            })?;
        }
        if let Some(country) = &self.country {
            builder = builder.country_bias(country);
        }
        let extractor = builder.build();
        match &self.country {
            Some(country) if !is_country(&extractor, country) => {
                tell(format_args!("dateline: --country {country}: no country has this code; use one of ISO 3166 alpha-2, such as PK"));
                Err(Failure::Told)
            }
            _ => Ok(extractor),
        }
    }
}

fn is_country(extractor: &Extractor, code: &str) -> bool {
    let lexicon = extractor.lexicon();
    lexicon.rows(TableId::Country).any(|row| !code.is_empty() && lexicon.row(row).text(column::Country::Iso2) == code)
}

/// The text of a lexicon file, or nothing after the fault has been told.
pub fn read(file: &str) -> Result<String, Failure> {
    fs::read_to_string(file).map_err(|error| {
        tell(format_args!("{file}: {error}; give a file that can be read, in UTF-8"));
        Failure::Told
    })
}
