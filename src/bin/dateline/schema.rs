//! `dateline schema`: the JSON Schema of the record.

use crate::Failure;
use clap::Args;
use std::io::{self, Write};

#[derive(Args)]
pub struct Schema {}

impl Schema {
    pub fn run(self) -> Result<(), Failure> {
        let text = serde_json::to_string_pretty(&dateline::record::schema()).map_err(io::Error::from)?;
        Ok(writeln!(io::stdout().lock(), "{text}")?)
    }
}
