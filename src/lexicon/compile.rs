//! Checked tables to the flat arrays that are searched: run by `build.rs` for the bundled tables, and in the library for a user's.

use super::entry::Entry;
use super::flat::{Compiled, FAR, LENGTH_BITS, LINE_BITS, Openings, TableIndex, near};
use super::form::{form_path, plain_spelling, without_bracket};
use super::gazetteer;
use super::schema::{Cell, FormRole, Schema, Store};
use super::set::WordSet;
use super::table::{Row, Table};
use super::tables::{SCHEMAS, TableId, column};
use super::trie::TrieBuilder;
use super::values::SLOTS;
use super::word::WordInfo;
use super::word_rows::Words;
use super::wordmap::WordMap;
use crate::token::fold;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The place of a cell's value among those of its column, from 1; 0 for none.
fn choice(choices: &[&str], cell: &str) -> u32 {
    choices.iter().position(|choice| *choice == cell).map_or(0, |index| index as u32 + 1)
}

const _: () = {
    let mut table = 0;
    while table < SCHEMAS.len() {
        let (columns, mut column) = (SCHEMAS[table].columns, 0);
        while column < columns.len() {
            assert!(
                !matches!(columns[column].cell, Cell::Choice(choices) if choices.len() > u8::MAX as usize),
                "a class is told in eight bits"
            );
            column += 1;
        }
        table += 1;
    }
};

/// The value of the first column of closed values, as [`Hit::class`](super::Hit::class) tells it.
fn class(schema: &Schema, row: &Row<'_>) -> u8 {
    let mut closed = schema.columns.iter().zip(&row.cells).filter_map(|(column, cell)| match column.cell {
        Cell::Choice(choices) => Some(choice(choices, cell)),
        _ => None,
    });
    closed.next().map_or(0, |class| class as u8)
}

/// What fills the placeholders of patterns (`{demonym} army`, `Bank of {country}`) for a country.
#[derive(Debug, Default)]
pub struct Filler {
    /// Its adjectives.
    pub demonyms: Vec<String>,
    /// Its name, other names and abbreviations.
    pub names: Vec<String>,
}

/// Compiles `tables`; several may belong to one schema (files of one table). `countries` fill patterns, by the row of each.
pub fn compile(tables: &[Table<'_>], countries: &[Filler]) -> Compiled {
    let mut compiler = Compiler { texts: HashMap::from([(String::new(), 0)]), phrase_lists: vec![0, 0], ..Compiler::default() };
    compiler.shared(tables);
    let mut index = vec![TableIndex::default(); SCHEMAS.len()];
    for schema in SCHEMAS {
        let entry = &mut index[schema.id as usize];
        entry.first = compiler.cells.len() as u32;
        for (file, table) in tables.iter().filter(|table| table.schema.id == schema.id).enumerate() {
            for row in &table.rows {
                if schema.store == Store::Words {
                    compiler.words.row(schema.id, row);
                } else {
                    compiler.row(schema, row, entry.rows, countries);
                    compiler.cells.push((file as u32) << LINE_BITS | row.line as u32);
                    entry.rows += 1;
                }
            }
        }
    }
    let words = compiler.words.0;
    let (sets, set_masks) = sets(&compiler.sets);
    // Words that the language does not know come last.
    let rank = |hash: u64| words.get(&hash).map_or(u8::MAX, |info: &WordInfo| info.band().wrapping_sub(1));
    Compiled {
        strings: compiler.strings,
        far: compiler.far,
        cells: compiler.cells,
        phrase_lists: compiler.phrase_lists,
        tables: index,
        phrases: compiler.phrases.build(rank),
        places: compiler.places.build(rank),
        sets,
        set_masks,
        keys: compiler.keys.build(|_| 0),
        frames: compiler.frames.build(|_| 0),
        words: WordMap::new(words.into_iter().map(|(hash, info)| (hash, info.kept()))),
    }
}

/// Numbers the masks of the sets that words belong to, since a slot of the map has no room for them.
fn sets(words: &BTreeMap<u64, u128>) -> (WordMap, Vec<[u64; 2]>) {
    let masks: Vec<u128> = words.values().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let number = |mask: u128| masks.partition_point(|&other| other < mask) as u64 + 1;
    let halves = masks.iter().map(|&mask| [mask as u64, (mask >> 64) as u64]).collect();
    (WordMap::new(words.iter().map(|(&hash, &mask)| (hash, number(mask)))), halves)
}

#[derive(Default)]
struct Compiler {
    strings: String,
    far: Vec<[u32; 2]>,
    texts: HashMap<String, u32>,
    cells: Vec<u32>,
    phrase_lists: Vec<u64>,
    flag_lists: HashMap<(u64, u32), u32>,
    phrases: TrieBuilder,
    places: TrieBuilder,
    keys: TrieBuilder,
    frames: TrieBuilder,
    words: Words,
    sets: BTreeMap<u64, u128>,
}

impl Compiler {
    fn text(&mut self, text: &str) -> u32 {
        if let Some(&number) = self.texts.get(text) {
            return number;
        }
        let (start, length) = (self.strings.len() as u32, text.len() as u32);
        self.strings.push_str(text);
        let number = near(start, length).unwrap_or_else(|| {
            self.far.push([start, length]);
            (self.far.len() as u32 - 1) << LENGTH_BITS | FAR
        });
        self.texts.insert(text.to_owned(), number);
        number
    }

    /// Enters what several rows share first, so that it stands in a few lines of the cache: rules ask for it at row after row.
    fn shared(&mut self, tables: &[Table<'_>]) {
        let mut texts: HashMap<&str, usize> = HashMap::new();
        for table in tables.iter().filter(|table| table.schema.store != Store::Words) {
            for (cell, column) in table.rows.iter().flat_map(|row| row.cells.iter().zip(table.schema.columns).take(table.schema.kept)) {
                match column.cell {
                    Cell::Flags(flags) => _ = self.flag_list(cell, flags),
                    Cell::Integer | Cell::Decimal | Cell::Choice(_) | Cell::Phrases => {}
                    _ => *texts.entry(cell).or_default() += 1,
                }
            }
        }
        let mut texts: Vec<_> = texts.into_iter().filter(|&(text, rows)| !text.is_empty() && rows > 1).collect();
        texts.sort_unstable_by_key(|&(text, rows)| (Reverse(rows), text));
        texts.iter().for_each(|(text, _)| _ = self.text(text));
    }

    /// The number of the flags in a cell: their bits in the order of `flags`, and the text. Empty cells have the number 0.
    fn flag_list(&mut self, cell: &str, flags: &[&str]) -> u32 {
        if cell.is_empty() {
            return 0;
        }
        let bits = cell.split(['|', ',']).filter_map(|flag| flags.iter().position(|other| *other == flag));
        let bits = bits.fold(0, |bits: u64, at| bits | 1 << at);
        let text = self.text(cell);
        if let Some(&number) = self.flag_lists.get(&(bits, text)) {
            return number;
        }
        let number = self.phrase_lists.len() as u32;
        self.phrase_lists.extend([bits, u64::from(text)]);
        self.flag_lists.insert((bits, text), number);
        number
    }

    /// The number of the list of phrases in a cell: how many, the text, a set of the words that they begin with, the phrases.
    fn phrase_list(&mut self, cell: &str) -> u32 {
        if cell.is_empty() {
            return 0;
        }
        let (number, text) = (self.phrase_lists.len() as u32, self.text(cell));
        self.phrase_lists.extend([cell.split('|').count() as u64, u64::from(text)]);
        let mut openings = Openings::default();
        for phrase in cell.split('|') {
            openings.add(phrase.split([' ', '-']).next().map_or(0, fold::hash));
        }
        self.phrase_lists.extend(openings.0);
        for phrase in cell.split('|') {
            let words = phrase.split([' ', '-']);
            self.phrase_lists.push(words.clone().count() as u64);
            self.phrase_lists.extend(words.map(fold::hash));
        }
        number
    }

    fn row(&mut self, schema: &'static Schema, row: &Row<'_>, number: u32, countries: &[Filler]) {
        for (cell, column) in row.cells.iter().zip(schema.columns).take(schema.kept) {
            let bits = match column.cell {
                Cell::Integer => cell.parse::<i32>().unwrap_or(i32::MIN) as u32,
                Cell::Decimal => cell.parse::<f32>().unwrap_or(f32::NAN).to_bits(),
                Cell::Choice(choices) => choice(choices, cell),
                Cell::Phrases => self.phrase_list(cell),
                Cell::Flags(flags) => self.flag_list(cell, flags),
                _ => self.text(cell),
            };
            self.cells.push(bits);
        }
        self.keys(schema, row, number);
        if schema.id == TableId::WordSet {
            self.set(row);
        }
        for forms in schema.forms {
            let cell = row.cells[forms.column];
            let single = !matches!(schema.columns[forms.column].cell, Cell::List | Cell::Forms);
            for form in cell.split(if single { '\0' } else { '|' }).filter(|form| !form.is_empty()) {
                self.forms(schema, row, number, forms.role, form, countries);
                if let Some(parted) = parted(schema, row, form) {
                    self.forms(schema, row, number, forms.role, &parted, countries);
                }
                for (other, role) in gazetteer::other_spellings(schema.id, row, form, forms.role) {
                    self.forms(schema, row, number, role, &other, countries);
                }
            }
        }
    }

    fn set(&mut self, row: &Row<'_>) {
        let bit = WordSet::bit_named(row.cells[column::WordSet::Set as usize]);
        for word in row.cells[column::WordSet::Words as usize].split('|') {
            *self.sets.entry(fold::hash(word)).or_default() |= bit;
        }
    }

    /// Enters the keys of a row: its first cell; of a country `iso2/` and its code too; of a first-level division its ISO code and
    /// GeoNames id; of a town none. The rows of a frame are entered by its name and their slots too.
    fn keys(&mut self, schema: &Schema, row: &Row<'_>, number: u32) {
        use column::Division as C;
        let mut insert = |key: &str| self.keys.insert(&[schema.id as u64, fold::hash(key)], u64::from(number));
        if schema.id == TableId::Division {
            if row.cells[C::Level as usize] == "1" {
                insert(row.cells[C::Iso31662 as usize]);
                insert(row.cells[C::GeonamesId as usize]);
            }
        } else if schema.store != Store::Places {
            insert(row.cells[0]);
        }
        if schema.id == TableId::Country && !row.cells[column::Country::Iso2 as usize].is_empty() {
            insert(&format!("iso2/{}", row.cells[column::Country::Iso2 as usize]));
        }
        if schema.id == TableId::Frame {
            let slot = choice(SLOTS, row.cells[column::Frame::Slot as usize]);
            self.frames.insert(&[fold::hash(row.cells[0]), u64::from(slot)], u64::from(number));
        }
    }

    /// Enters a form, or all the forms that a pattern of names stands for.
    fn forms(&mut self, schema: &Schema, row: &Row<'_>, number: u32, role: FormRole, form: &str, countries: &[Filler]) {
        let form = without_bracket(form);
        let class = class(schema, row);
        let any_case = schema.id == TableId::Title && row.cells[column::Title::Flags as usize].contains("lower-case");
        if !form.contains('{') {
            self.form(schema, form, Entry::new(schema.id, number, 0, role, class), any_case);
            return;
        }
        for (place, country) in countries.iter().enumerate() {
            let demonym = form.contains("{demonym}");
            let (placeholder, fillers) = if demonym { ("{demonym}", &country.demonyms) } else { ("{country}", &country.names) };
            for filler in fillers {
                let filled = form.replace(placeholder, filler);
                if !filled.contains('{') {
                    let entry = Entry::new(schema.id, number, place as u32 + 1, role, class);
                    self.form(schema, &filled, entry, false);
                }
            }
        }
    }

    fn form(&mut self, schema: &Schema, form: &str, entry: Entry, any_case: bool) {
        let (mut caps, mut letters, mut small) = (0_u8, 0, false);
        let path = form_path(form, |index, token, text| {
            if token.case.is_capitalised() && !any_case && index < 8 {
                caps |= 1 << index;
            }
            letters += text.chars().filter(|char| char.is_alphabetic()).count();
            small |= text.chars().any(char::is_lowercase);
        });
        if path.is_empty() {
            return;
        }
        let upper = letters >= 2 && !small && !any_case;
        let entry = entry.written(caps, upper);
        let trie = if schema.store == Store::Places { &mut self.places } else { &mut self.phrases };
        trie.insert(&path, entry.0);
        if let Some(plain) = plain_spelling(form) {
            self.form(schema, &plain, entry, any_case);
        }
    }
}

/// The form of a separable trigger with its object inside: "set .. on fire".
fn parted(schema: &Schema, row: &Row<'_>, form: &str) -> Option<String> {
    let separable = schema.id == TableId::Trigger && row.cells[column::Trigger::Flags as usize] == "separable";
    let (verb, rest) = form.split_once(' ').filter(|_| separable && !form.contains(" .. "))?;
    Some(format!("{verb} .. {rest}"))
}
