//! [`Article`]: which countries an article talks of and which groups it names, and where.

use crate::document::Document;
use crate::entity::EntityDraft;
use crate::mention::NameMention;
use crate::record::EntityKind;
use crate::token::{Case, TokenKind, fold};

const OF: u64 = fold::hash("of");
const IN: u64 = fold::hash("in");
const THE: u64 = fold::hash("the");
/// How many words may stand between an adjective or owner and the role: "Malian transitional government".
const BETWEEN: usize = 2;
/// How many names of a sentence are looked at.
const NAMES: usize = 64;
/// A country is the article's if it is told this many times as often as any other.
const OFTEN: u32 = 2;

/// A name of the text with the country that it lies in or belongs to.
#[derive(Clone, Copy)]
struct Told {
    first: u32,
    last: u32,
    sentence: usize,
    /// Number of the country among those of the article.
    country: usize,
    place: bool,
}

/// Which countries an article talks of and which groups it names, and where.
pub(super) struct Article<'d> {
    document: Document<'d>,
    countries: Vec<String>,
    told: Vec<Told>,
    /// The country told most, if it stands out.
    main: Option<usize>,
    /// Where the report was filed.
    dateline: Option<usize>,
    /// First token, sentence and entity of each name of an armed group, in order.
    groups: Vec<(u32, usize, usize)>,
    /// How many of them name the first of the groups before another is named.
    alone: usize,
}

impl<'d> Article<'d> {
    pub fn of(document: Document<'d>, names: &[NameMention], drafts: &[EntityDraft]) -> Self {
        let mut article =
            Self { document, countries: Vec::new(), told: Vec::new(), main: None, dateline: None, groups: Vec::new(), alone: 0 };
        for (index, draft) in drafts.iter().enumerate() {
            let country = match draft.kind {
                EntityKind::Place | EntityKind::Facility => draft.place.as_ref().and_then(|place| place.country.as_deref()),
                EntityKind::Nationality => draft.country.as_deref(),
                _ => None,
            };
            let country = country.filter(|code| code.len() == 2).map(|code| article.number(code));
            let group = draft.kind == EntityKind::Group;
            for name in draft.mentions.iter().filter_map(|&name| names.get(name as usize)).filter(|_| group || country.is_some()) {
                let sentence = document.sentence_of(name.first as usize);
                if group {
                    article.groups.push((name.first, sentence, index));
                }
                let place = draft.kind != EntityKind::Nationality;
                article.told.extend(country.map(|country| Told { first: name.first, last: name.last, sentence, country, place }));
            }
        }
        article.told.sort_by_key(|told| told.first);
        article.groups.sort_unstable();
        let first = article.groups.first().map(|&(_, _, entity)| entity);
        article.alone = article.groups.iter().take_while(|&&(_, _, entity)| Some(entity) == first).count();
        article.settle();
        article
    }

    fn number(&mut self, code: &str) -> usize {
        self.countries.iter().position(|known| known == code).unwrap_or_else(|| {
            self.countries.push(code.to_owned());
            self.countries.len() - 1
        })
    }

    /// Counts how often each country is told.
    fn settle(&mut self) {
        let mut counts = vec![0_u32; self.countries.len()];
        for told in &self.told {
            counts[told.country] += 1;
        }
        let main = (0..counts.len()).max_by_key(|&country| counts[country]);
        self.main = main.filter(|&main| (0..counts.len()).all(|other| other == main || counts[main] >= OFTEN * counts[other]));
        let filed = self.document.dateline.and_then(|dateline| dateline.place);
        self.dateline =
            filed.and_then(|(first, last)| self.told.iter().find(|told| told.first < last && first < told.last)).map(|told| told.country);
    }

    /// The country whose body the role at `first..last` is, and how that is known.
    pub fn country(&self, first: u32, last: u32) -> Option<(&str, &'static str)> {
        let (first, last) = (first as usize, last as usize);
        let (country, rule) = match self.beside(first, last) {
            Beside::Country(country) => (country, "country told beside"),
            Beside::Other => return None,
            Beside::Nothing => self.talked_of(self.document.sentence_of(first))?,
        };
        Some((self.countries.get(country)?, rule))
    }

    /// What stands beside a role: a country's adjective or name, or words that make it another's.
    fn beside(&self, first: usize, last: usize) -> Beside {
        for back in 0..=BETWEEN {
            let Some(at) = first.checked_sub(back + 1) else { break };
            let Some(token) = self.document.tokens.get(at) else { break };
            if let Some(country) = self.ending(at + 1) {
                return Beside::Country(country);
            }
            if token.kind == TokenKind::Possessive {
                return at.checked_sub(1).and_then(|at| self.ending(at + 1)).map_or(Beside::Other, Beside::Country);
            }
            if token.case.is_capitalised()
                && back == 0
                && self.document.sentence_of(at) == self.document.sentence_of(first)
                && !self.is(at, THE)
            {
                return Beside::Other;
            }
            if token.case != Case::Lower || self.is(at, THE) {
                break;
            }
        }
        if self.is(last, OF) || self.is(last, IN) {
            let from = last + 1 + usize::from(self.is(last + 1, THE));
            let told = self.told.get(self.told.partition_point(|told| (told.first as usize) < from));
            let told = told.filter(|told| told.first as usize == from && told.place);
            // Troops in a country may be another's; those of it are not.
            return match told {
                Some(told) if self.is(last, OF) || Some(told.country) == self.main => Beside::Country(told.country),
                None if self.is(last, OF) => Beside::Other,
                _ => Beside::Nothing,
            };
        }
        Beside::Nothing
    }

    /// The country of the name that ends before the token `end`.
    fn ending(&self, end: usize) -> Option<usize> {
        let told = self.told.get(self.told.partition_point(|told| (told.last as usize) < end))?;
        (told.last as usize == end).then_some(told.country)
    }

    /// The country that the article talks of, unless the sentence plays in another.
    fn talked_of(&self, sentence: usize) -> Option<(usize, &'static str)> {
        let told = self.told.get(self.told.partition_point(|told| told.sentence < sentence)..).unwrap_or(&[]);
        let told = told.iter().take(NAMES).take_while(|told| told.sentence == sentence);
        let mut here = told.filter(|told| told.place).map(|told| told.country);
        let first = here.next();
        let one = here.all(|country| Some(country) == first);
        match (self.main, first) {
            (Some(main), None) => Some((main, "country that the article talks of")),
            (Some(main), Some(place)) if one && place == main => Some((main, "country that the sentence and the article talk of")),
            (None, Some(place)) if one && Some(place) == self.dateline => Some((place, "country of the sentence and the dateline")),
            _ => None,
        }
    }

    /// The armed group that "the rebels" stands for: the only one named before, or the one of the last two sentences.
    pub fn group(&self, token: u32) -> Option<(usize, &'static str)> {
        let before = &self.groups[..self.groups.partition_point(|&(first, _, _)| first < token)];
        let &(_, _, last) = before.last()?;
        if before.len() <= self.alone {
            return Some((last, "only group named before"));
        }
        let sentence = self.document.sentence_of(token as usize);
        let mut near = before.iter().rev().take(NAMES).take_while(|&&(_, named, _)| named + 1 >= sentence).peekable();
        near.peek()?;
        near.all(|&(_, _, entity)| entity == last).then_some((last, "group named last"))
    }

    fn is(&self, at: usize, hash: u64) -> bool {
        self.document.is(at, hash)
    }
}

/// What stands beside a role.
enum Beside {
    Nothing,
    Country(usize),
    /// It is another's than a country's: "Texas police", "his army", "the army of Kony".
    Other,
}
