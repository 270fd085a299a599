//! The tables of single words, gathered into what is known of each word: parts of speech, valency, names of persons, abbreviations.

use super::form::single_word;
use super::table::Row;
use super::tables::{TableId, column};
use super::tag::Tag;
use super::values::VALENCIES;
use super::word::{Pointed, WordInfo};
use crate::token::fold;
use std::collections::BTreeMap;

/// What the rows so far tell of each word, by its hash.
#[derive(Debug, Default)]
pub struct Words(pub BTreeMap<u64, WordInfo>);

impl Words {
    /// Enters a row of one of the tables of words.
    pub fn row(&mut self, table: TableId, row: &Row<'_>) {
        match table {
            TableId::PartOfSpeech => self.part_of_speech(row),
            TableId::Valency => self.valency(row),
            TableId::GivenName | TableId::Surname => self.name(table == TableId::GivenName, row),
            TableId::RomanisedName => self.romanised(row),
            TableId::Abbreviation => self.abbreviation(row),
            _ => {}
        }
    }

    fn word(&mut self, word: &str) -> &mut WordInfo {
        self.0.entry(fold::hash(word)).or_default()
    }

    fn part_of_speech(&mut self, row: &Row<'_>) {
        use column::PartOfSpeech as C;
        let cell = |column: C| row.cells[column as usize];
        let band = match cell(C::Band) {
            "10" => 1,
            "20" => 2,
            "35" => 3,
            _ => 4,
        };
        let info = self.word(cell(C::Form));
        info.set_band(band);
        for name in cell(C::Tags).split('|') {
            if let Some(tag) = Tag::named(name) {
                info.push_tag(tag);
            }
        }
    }

    fn valency(&mut self, row: &Row<'_>) {
        use column::Valency as C;
        let cell = |column: C| row.cells[column as usize];
        let flags = cell(C::Flags).split('|');
        for flag in flags.filter_map(|name| VALENCIES.iter().position(|other| *other == name)) {
            for form in cell(C::Forms).split('|') {
                self.word(form).set_valency(flag);
            }
        }
    }

    fn name(&mut self, given: bool, row: &Row<'_>) {
        use column::{GivenName, Surname};
        let flags = row.cells[if given { GivenName::Flags as usize } else { Surname::Flags as usize }];
        let band = row.cells[GivenName::Band as usize].parse().unwrap_or(1);
        let info = self.word(row.cells[0]);
        if given {
            info.raise_given(band)
        } else {
            info.raise_surname(band)
        }
        info.mark_name(flags.contains("word"), flags.contains("place"));
    }

    fn romanised(&mut self, row: &Row<'_>) {
        use column::RomanisedName as C;
        let cell = |column: C| row.cells[column as usize];
        let band = match cell(C::Band) {
            "very-common" => 5,
            "common" => 4,
            _ => 3,
        };
        let flags = cell(C::Flags);
        for name in std::iter::once(cell(C::Name)).chain(cell(C::Variants).split('|')).filter(|name| !name.is_empty()) {
            // Compounds are read part by part: their parts have rows of their own where they are names.
            if name.contains([' ', '-']) {
                continue;
            }
            let info = self.word(name);
            if cell(C::Part) != "surname" {
                info.raise_given(band);
            }
            if cell(C::Part) != "given" {
                info.raise_surname(band);
            }
            info.mark_name(flags.contains("also-word"), flags.contains("also-place"));
        }
    }

    fn abbreviation(&mut self, row: &Row<'_>) {
        use column::Abbreviation as C;
        let cell = |column: C| row.cells[column as usize];
        let pointed = match cell(C::MayEnd) {
            "never" => Pointed::NeverEnds,
            "often" => Pointed::OftenEnds,
            _ => Pointed::ByNextWord,
        };
        if let Some(word) = single_word(cell(C::Form)) {
            self.0.entry(word).or_default().set_pointed(pointed);
        }
    }
}
