//! Which mentions name one thing.

use super::{Places, bearer};
use crate::document::Document;
use crate::lexicon::TableId;
use crate::lexicon::column::Organization;
use crate::mention::NameMention;
use crate::record::EntityKind;
use crate::token::plain::Map;
use crate::token::{Case, TokenKind, fold};

/// What two mentions must share to be one entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Identity {
    /// One row of the lexicon (and one country, for a pattern of names).
    Row(EntityKind, TableId, u8, u32, Option<u32>),
    /// The same words.
    Words(EntityKind, u64),
}

/// Indices of mentions, one list an entity, in the order of first mention.
pub fn group(document: Document<'_>, names: &[NameMention], places: &Places<'_>) -> Vec<Vec<u32>> {
    let mut groups: Vec<Vec<u32>> = Vec::with_capacity(names.len());
    let mut known: Map<Identity, usize> = Map::default();
    let links = Links::of(document, names);
    for (index, name) in names.iter().enumerate() {
        let place = places.of(index).filter(|_| name.kind == EntityKind::Place).map(|reading| reading.place.row);
        let identity = match place {
            Some(row) => Identity::Row(name.kind, row.table, row.layer, row.row, None),
            None => identity(document, names, links.end(document, names, index)),
        };
        let group = *known.entry(identity).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(index as u32);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

fn identity(document: Document<'_>, names: &[NameMention], index: usize) -> Identity {
    let name = &names[index];
    match name.row {
        Some(row) if row.table != TableId::Discard => {
            Identity::Row(name.kind, row.table, row.layer, row.row, pattern_country(document, names, index))
        }
        _ => Identity::Words(name.kind, words(document, name)),
    }
}

/// The country, where the row is a pattern that stands for a body of each: held in the form, or named before it ("the Iranian Ministry of
/// Defence", "Iran's Foreign Ministry").
pub fn pattern_country(document: Document<'_>, names: &[NameMention], index: usize) -> Option<u32> {
    let name = names.get(index)?;
    let row = name.row.filter(|row| row.table == TableId::Organization).filter(|_| name.country.is_none());
    let Some(row) = row else { return name.country };
    if document.lexicon.row(row).text(Organization::Note) != "pattern" {
        return None;
    }
    let before = names.get(index.checked_sub(1)?)?;
    let country = before.row.filter(|row| row.table == TableId::Country && row.layer == 0)?;
    let end = before.last as usize;
    let owned = document.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Possessive);
    (end + usize::from(owned) == name.first as usize).then_some(country.row)
}

/// One value for the words of a mention, marks aside.
pub fn words(document: Document<'_>, name: &NameMention) -> u64 {
    let tokens = document.tokens.get(name.first as usize..name.last as usize).unwrap_or(&[]);
    let words = tokens.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    words.fold(0, |hash, token| hash.rotate_left(7) ^ token.hash)
}

/// Short names with the long ones they stand for.
struct Links {
    /// Last word of a person of several words, with the mention's index, sorted.
    surnames: Vec<(u64, usize)>,
    /// Last word but one of three and more, where it is a surname: the father's, by which Spanish names are shortened ("Luis Vega Prado").
    paternal: Vec<(u64, usize)>,
    /// First word of the same: a given name, or a surname where that stands first ("Yoon Suk-yeol").
    firsts: Vec<(u64, usize)>,
    /// Acronym or short form with the mention that it stands for, sorted.
    acronyms: Vec<(u64, usize)>,
    /// Words of a name with the mention before it that bears it too.
    aliases: Vec<(u64, usize)>,
}

impl Links {
    fn of(document: Document<'_>, names: &[NameMention]) -> Self {
        let mut links = Self { surnames: Vec::new(), paternal: Vec::new(), firsts: Vec::new(), acronyms: Vec::new(), aliases: Vec::new() };
        let mut bearers: Map<u64, usize> = Map::default();
        for (index, name) in names.iter().enumerate() {
            let last = name.surname(document).and_then(|at| document.tokens.get(at));
            let bearer = index.checked_sub(1).filter(|&before| is_also_known(document, &names[before], name));
            links.aliases.extend(bearer.map(|before| alias(document, names, before, index)));
            match name.kind {
                // "President Mugabe": who is known by the surname bears it too.
                EntityKind::Person if name.last - name.first == 1 && name.row.is_some() => {
                    links.surnames.extend(last.map(|last| (last.hash, index)));
                }
                EntityKind::Person if name.last - name.first > 1 => {
                    // The second "Vega Prado" stands for whom the first one does.
                    let again = |&before: &usize| name.row.is_none() && is_part_of(document, name, &names[before]);
                    if let Some(last) = last.filter(|last| !bearers.get(&last.hash).is_some_and(again)) {
                        links.surnames.push((last.hash, index));
                        bearers.insert(last.hash, index);
                    }
                    links.paternal.extend(paternal(document, name).map(|hash| (hash, index)));
                    links.firsts.extend(document.tokens.get(name.first as usize).map(|token| (token.hash, index)));
                }
                EntityKind::Group | EntityKind::Organization if name.last - name.first > 1 => {
                    links.acronyms.extend(acronym_beside(document, name).map(|hash| (hash, index)));
                    links.acronyms.extend(initials(document, name).map(|hash| (hash, index)));
                    let short = name.short(document).and_then(|at| document.tokens.get(at));
                    links.acronyms.extend(short.map(|token| (token.hash, index)));
                }
                _ => {}
            }
        }
        links.surnames.sort_unstable();
        links.paternal.sort_unstable();
        links.firsts.sort_unstable();
        links.acronyms.sort_unstable();
        links
    }

    /// The mention at the end of a chain: "Vesely", "Tomas Vesely", "Tomas Halik Vesely".
    fn end(&self, document: Document<'_>, names: &[NameMention], index: usize) -> usize {
        const LINKS: usize = 3;
        let next = |&at: &usize| self.target(document, names, at);
        std::iter::successors(Some(index), next).take(LINKS + 1).last().unwrap_or(index)
    }

    /// The mention whose identity this one takes.
    fn target(&self, document: Document<'_>, names: &[NameMention], index: usize) -> Option<usize> {
        let name = &names[index];
        let last = name.surname(document).and_then(|at| document.tokens.get(at))?;
        // The nearest before, else the first one behind.
        let find = |list: &[(u64, usize)]| {
            let at = list.partition_point(|&entry| entry < (last.hash, index));
            let same = |entry: &&(u64, usize)| entry.0 == last.hash;
            let nearest = at.checked_sub(1).and_then(|before| list.get(before)).filter(same);
            nearest.or_else(|| list[at..].iter().take_while(same).find(|entry| entry.1 != index)).map(|entry| entry.1)
        };
        if name.row.is_none() && !self.aliases.is_empty() {
            let words = words(document, name);
            if let Some((_, bearer)) = self.aliases.iter().find(|(alias, _)| *alias == words) {
                return Some(*bearer);
            }
        }
        match name.kind {
            EntityKind::Person if name.row.is_none() => {
                let alone = name.last - name.first == 1;
                let bears = |target: &usize| alone || is_part_of(document, name, &names[*target]);
                let one = |list: &[(u64, usize)]| {
                    let bearers =
                        &list[list.partition_point(|entry| entry.0 < last.hash)..list.partition_point(|entry| entry.0 <= last.hash)];
                    bearer::of(document, names, bearers, index).filter(|_| alone).or_else(|| find(list))
                };
                let shared = one(&self.surnames).filter(bears);
                shared.or_else(|| find(&self.paternal).filter(bears)).or_else(|| one(&self.firsts).filter(|_| alone))
            }
            EntityKind::Group | EntityKind::Organization if name.row.is_none() && name.last - name.first > 1 => {
                names.get(index + 1).is_some_and(|short| is_its_acronym(document, name, short)).then_some(index + 1)
            }
            EntityKind::Group | EntityKind::Organization if name.row.is_none() && name.last - name.first == 1 => find(&self.acronyms),
            _ => None,
        }
    }
}

/// "Joaquin Guzman, also known as El Chapo": whether the second name is another one of who bears the first.
fn is_also_known(document: Document<'_>, bearer: &NameMention, name: &NameMention) -> bool {
    const KNOWN: u64 = fold::hash("known");
    const AS: u64 = fold::hash("as");
    const BETWEEN: usize = 7;
    let (from, to) = (bearer.last as usize, name.first as usize);
    if bearer.kind != name.kind || to <= from + 1 || to > from + BETWEEN {
        return false;
    }
    let known = (from..to - 1).any(|at| document.is(at, KNOWN) && (document.is(at + 1, AS) || document.is(at + 2, AS)));
    let plain = |at: usize| document.tokens.get(at).is_some_and(|token| token.case == Case::Lower || token.kind == TokenKind::Punct);
    known && (from..to).all(plain) && document.sentence_of(from) == document.sentence_of(to)
}

/// The words of the one of two names of somebody that the lexicon does not know, and the mention of the other.
fn alias(document: Document<'_>, names: &[NameMention], bearer: usize, name: usize) -> (u64, usize) {
    let known = names[name].row.is_some() && names[bearer].row.is_none();
    let (alias, bearer) = if known { (bearer, name) } else { (name, bearer) };
    (words(document, &names[alias]), bearer)
}

/// "National Liberation Army, or ELN", "(ELN)": whether the second name is a known one of the body that the first, which is not, calls.
fn is_its_acronym(document: Document<'_>, long: &NameMention, short: &NameMention) -> bool {
    let (end, at) = (long.last as usize, short.first as usize);
    let acronym = short.last - short.first == 1 && document.tokens.get(at).is_some_and(|token| token.case == Case::Upper);
    let bracket = document.word(end) == "(" && at == end + 1 && document.word(at + 1) == ")";
    let or = document.word(end) == "," && document.is(end + 1, const { fold::hash("or") }) && at == end + 2;
    let body = matches!(short.kind, EntityKind::Group | EntityKind::Organization) && short.row.is_some();
    body && acronym && (bracket || or)
}

/// The surname before the last one of a name of three words and more.
fn paternal(document: Document<'_>, name: &NameMention) -> Option<u64> {
    /// How common as a given name, of 5, a word is that is none of the surnames.
    const GIVEN: u8 = 3;
    let at = (name.last as usize).checked_sub(2).filter(|&at| at > name.first as usize)?;
    let word = document.words.get(at)?;
    (word.surname() > word.given() && word.given() < GIVEN).then(|| document.tokens.get(at).map(|token| token.hash))?
}

/// Whether every word of the short name is one of the long name's.
fn is_part_of(document: Document<'_>, short: &NameMention, long: &NameMention) -> bool {
    let tokens = |name: &NameMention| document.tokens.get(name.first as usize..name.last as usize).unwrap_or(&[]);
    tokens(short).len() <= tokens(long).len() && tokens(short).iter().all(|token| tokens(long).iter().any(|other| other.hash == token.hash))
}

/// The acronym in brackets behind a name, or before a name in brackets.
fn acronym_beside(document: Document<'_>, name: &NameMention) -> Option<u64> {
    let (first, last) = (name.first as usize, name.last as usize);
    let behind = || (document.word(last) == "(").then_some(last + 1);
    let before = || first.checked_sub(2).filter(|&at| document.word(at + 1) == "(" && document.word(last) == ")");
    let token = document.tokens.get(behind().or_else(before)?)?;
    (token.case == Case::Upper).then_some(token.hash)
}

/// The acronym that the capitals of a name make: "Human Rights Watch", `HRW`.
fn initials(document: Document<'_>, name: &NameMention) -> Option<u64> {
    let mut letters = [0_u8; 8];
    let mut count = 0;
    for token in document.tokens.get(name.first as usize..name.last as usize)? {
        if token.is_word() && token.case.is_capitalised() {
            let letter = token.text(document.text).bytes().next().filter(u8::is_ascii_alphabetic)?;
            *letters.get_mut(count)? = letter;
            count += 1;
        }
    }
    (count >= 2).then(|| crate::token::fold::hash_bytes(&letters[..count]))
}
