//! The line in front of a report: `KABUL, Jan 4 (Agency) -`, `LEEDS 1998-03-11`, `QUETTA, Pakistan —`.

use super::Document;
use super::day::{is_weekday, month_number};
use crate::lexicon::{TableId, WordSet};
use crate::token::{Case, Gap, TextCase, Token, TokenKind};

/// Where the parts of a dateline stand, as token ranges, end-exclusive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DatelineTokens {
    /// First token.
    pub first: u32,
    /// Token after the dash and after marks such as `[TEXT]`: the report begins here.
    pub last: u32,
    /// The town, without the region after its comma.
    pub place: Option<(u32, u32)>,
    /// The day, and its year if there is one.
    pub date: Option<(u32, u32)>,
    /// The agency, without its brackets.
    pub agency: Option<(u32, u32)>,
}

/// A dateline stands near the beginning: after a headline and a line with the author, not after a page.
const TOKENS: usize = 300;
/// Longest name of an agency in brackets, in tokens.
const AGENCY: usize = 10;
/// Longest name of a town, in words.
const NAME: usize = 5;

/// The dateline of a document whose tokens, sentences and hits are known, if it has one.
pub fn find(document: &Document<'_>) -> Option<DatelineTokens> {
    document.sentences.iter().take_while(|sentence| (sentence.first as usize) < TOKENS).find_map(|sentence| {
        let tokens = document.tokens.get(sentence.range()).unwrap_or(&[]);
        tokens.iter().zip(sentence.range()).take_while(|&(_, at)| at < TOKENS).find_map(|(token, at)| {
            let begins = at == sentence.first as usize || token.gap >= Gap::Line;
            let opens = || token.is_word() || matches!(document.word(at), "(");
            if begins && opens() { Reader { document, at, found: DatelineTokens::default() }.read() } else { None }
        })
    })
}

/// Reads on from a token at which a sentence or a line begins.
struct Reader<'d> {
    document: &'d Document<'d>,
    at: usize,
    found: DatelineTokens,
}

impl Reader<'_> {
    fn read(mut self) -> Option<DatelineTokens> {
        self.found.first = self.at as u32;
        if self.document.word(self.at) != "(" {
            self.name()?;
        }
        for _ in 0..4 {
            self.skip(",");
            if !(self.date() || self.agency()) {
                break;
            }
            self.skip(".");
        }
        if !self.end() {
            return None;
        }
        self.late_date();
        if !self.is_credible() {
            return None;
        }
        self.marks();
        self.found.last = self.at as u32;
        Some(self.found)
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens.get(at)
    }

    fn skip(&mut self, mark: &str) -> bool {
        let there = self.document.word(self.at) == mark;
        self.at += usize::from(there);
        there
    }

    /// The town and the regions after it, or the name of an agency without brackets (`afrol News, 27 January -`).
    fn name(&mut self) -> Option<()> {
        let first = self.at;
        let small = self.token(first)?.case == Case::Lower;
        self.at += usize::from(small);
        self.words();
        if self.at == first {
            return None;
        }
        let name = Some((first as u32, self.at as u32));
        if self.document.has(WordSet::Agency, self.at - 1) {
            self.found.agency = name;
            return Some(());
        }
        self.found.place = name.filter(|_| !small);
        self.found.place?;
        for _ in 0..2 {
            let comma = self.at;
            if !(self.skip(",") || self.skip("/")) {
                break;
            }
            let begun = self.at;
            self.words();
            self.skip(".");
            if self.at == begun {
                self.at = comma;
                break;
            }
        }
        Some(())
    }

    /// Capitalised words of one name, with hyphens and points inside.
    fn words(&mut self) {
        let mut count = 0;
        while let Some(token) = self.token(self.at) {
            let new_line = token.gap >= Gap::Line && count > 0;
            let named = token.is_word() && token.case.is_capitalised() && !new_line && count < NAME && !self.starts_date();
            let inner = count > 0 && token.is_glued() && matches!(self.document.word(self.at), "-" | "." | "’s" | "'s");
            let goes_on = self.token(self.at + 1).is_some_and(|next| next.is_word() && next.case.is_capitalised() && next.gap < Gap::Line);
            if named {
                count += 1;
            } else if !(inner && goes_on) {
                return;
            }
            self.at += 1;
        }
    }

    fn starts_date(&self) -> bool {
        self.token(self.at).is_some_and(|token| month_number(token.hash).is_some() || is_weekday(token.hash))
            && (self.is_number(self.at + 1) || self.document.word(self.at + 1) == "." || self.at > self.found.first as usize)
    }

    fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    fn is_month(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| month_number(token.hash).is_some())
    }

    /// `Jan. 4, 2024`, `3 JAN 90`, `1998-03-11`, `Tuesday`.
    fn date(&mut self) -> bool {
        if self.found.date.is_some() {
            return false;
        }
        let first = self.at;
        if self.token(first).is_some_and(|token| is_weekday(token.hash)) {
            self.at += 1;
            self.skip(",");
        }
        if self.is_month(self.at) && self.token(self.at).is_some_and(|token| token.case != Case::Lower) {
            self.at += 1;
            self.skip(".");
            self.at += usize::from(self.is_number(self.at));
            self.year();
        } else if self.is_number(self.at) && self.is_month(self.at + 1) {
            self.at += 2;
            self.skip(".");
            self.year();
        } else if self.is_number(self.at) && matches!(self.document.word(self.at + 1), "-" | "/" | ".") && self.is_number(self.at + 2) {
            self.at += 3;
            self.at += 2 * usize::from(self.token(self.at).is_some_and(Token::is_glued) && self.is_number(self.at + 1));
        }
        let found = self.at > first;
        if found {
            let last = self.at - usize::from(self.document.word(self.at - 1) == ",");
            self.found.date = Some((first as u32, last as u32));
        }
        found
    }

    /// `CAIRO - 7 July 2022:`
    fn late_date(&mut self) {
        let dash = self.at;
        if !(self.date() && matches!(self.document.word(self.at), ":" | "-" | "--" | "—" | "–")) {
            self.at = dash;
            self.found.date = self.found.date.filter(|date| date.0 < dash as u32);
            return;
        }
        self.at += 1;
    }

    fn year(&mut self) {
        let comma = usize::from(self.document.word(self.at) == ",");
        let year = self.at + comma;
        let digits = self.token(year).map_or(0, |token| token.end - token.start);
        if self.is_number(year) && (digits == 4 || digits == 2 && comma == 0) {
            self.at = year + 1;
        }
    }

    /// `(Agency)`, `/AGENCY/`; a date may stand in brackets too.
    fn agency(&mut self) -> bool {
        let closing = match self.document.word(self.at) {
            "(" => ")",
            "/" => "/",
            _ => return false,
        };
        let inside = self.at + 1;
        let end = (inside + 1..=inside + AGENCY).find(|&end| self.document.word(end) == closing);
        let Some(end) = end.filter(|_| self.token(inside).is_some_and(|token| token.is_word() && token.case.is_capitalised())) else {
            return false;
        };
        let bracket = self.at;
        self.at = inside;
        if !(self.date() && self.at == end) {
            self.found.date = self.found.date.filter(|date| date.0 < bracket as u32);
            // `HAVANA (CUBA)`
            let name = (inside as u32, end as u32);
            self.found.agency = self.found.agency.or(Some(name).filter(|_| !self.is_country(name)));
        }
        self.at = end + 1;
        true
    }

    /// The dash at the end; after a date the end of the line will do.
    fn end(&mut self) -> bool {
        let Some(token) = self.token(self.at) else { return self.found.date.is_some() };
        let proven = self.found.date.is_some() || self.found.agency.is_some();
        match self.document.word(self.at) {
            // "On June 29-30, 15 people were shot".
            "-" if token.is_glued() && (!proven || self.is_number(self.at + 1)) => false,
            "-" | "--" | "—" | "–" | "―" | "_" | "---" => {
                self.at += 1;
                true
            }
            ":" if self.found.place.is_some() => {
                self.at += 1;
                proven || !self.is_short_place() && self.is_upper_place() && self.is_known_place() && self.document.case == TextCase::Mixed
            }
            _ if token.gap >= Gap::Line => self.found.date.is_some(),
            // `MOSCOW, January 5. /AGENCY/. The`
            _ => self.document.word(self.at - 1) == "." && self.found.date.is_some() && self.found.agency.is_some(),
        }
    }

    fn is_credible(&self) -> bool {
        let proven = usize::from(self.found.date.is_some()) + usize::from(self.found.agency.is_some());
        let Some((first, last)) = self.found.place else { return proven > 0 && self.opens_report() };
        let known = self.is_known_place();
        let common = |at: u32, most: u8| self.document.words.get(at as usize).is_some_and(|info| (1..=most).contains(&info.band()));
        // `BREAKING —`, `PRESS DIGEST -`
        let word = if last - first == 1 { common(first, 3) } else { (first..last).any(|at| common(at, 2)) };
        let hyphen = self.document.word(self.at - 1) == "-";
        match (proven, self.is_upper_place() && self.document.case == TextCase::Mixed) {
            (0, true) => self.opens_report() && if hyphen { known && !word } else { known || !word },
            (0, false) => self.opens_report() && known && (self.document.case == TextCase::Mixed || !hyphen && !word),
            (1, true) => known || !word,
            (1, false) => known || self.document.case != TextCase::Mixed,
            _ => true,
        }
    }

    /// Whether what follows the dash looks like the first words of a report, not like a headline (`ROWING - DORSET MOVE UP`).
    fn opens_report(&self) -> bool {
        let Some(next) = self.token(self.at) else { return false };
        match next.case {
            Case::Lower => false,
            Case::Upper => {
                self.document.case != TextCase::Mixed
                    || self.document.word(self.at - 1) != "-"
                    || self.token(self.at + 1).is_some_and(|after| after.case == Case::Lower)
            }
            _ => true,
        }
    }

    fn is_upper_place(&self) -> bool {
        let Some((first, last)) = self.found.place else { return false };
        let mut words = (first..last).filter_map(|at| self.token(at as usize)).filter(|token| token.is_word());
        words.all(|token| token.case == Case::Upper || token.case == Case::Capital && token.end - token.start == 1)
    }

    /// `UN: The`
    fn is_short_place(&self) -> bool {
        self.found
            .place
            .and_then(|(first, last)| Some(self.token(last as usize - 1)?.end - self.token(first as usize)?.start))
            .is_some_and(|length| length < 3)
    }

    fn is_known_place(&self) -> bool {
        let Some((first, last)) = self.found.place else { return false };
        let town = self.document.places.iter().take_while(|hit| hit.first <= first).any(|hit| (hit.first, hit.last) == (first, last));
        town || self.is_country((first, last))
    }

    fn is_country(&self, (first, last): (u32, u32)) -> bool {
        self.document.hits_at(first as usize).iter().any(|hit| hit.last == last && hit.row.table == TableId::Country)
    }

    /// `[TEXT]`, `[REPORT] [RADIO]` after the dash.
    fn marks(&mut self) {
        while self.document.word(self.at) == "[" {
            let Some(end) = (self.at + 2..=self.at + AGENCY).find(|&end| self.document.word(end) == "]") else { return };
            self.at = end + 1;
        }
    }
}
