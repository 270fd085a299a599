//! Which marks end a sentence: the point of an abbreviation, of a number in a list or of an address ends none.

use super::day::is_weekday;
use crate::lexicon::{Pointed, Tag, WordInfo};
use crate::token::literal::Few;
use crate::token::{Case, TextCase, Token, TokenKind, Tokens, fold};

/// Marks that may end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// `.` as a token, or the last point of `U.S.`
    Point,
    /// `...` and `…`
    Ellipsis,
    /// `!` and `?`, and the hyphen of `UPDATE 3-`
    Call,
}

/// Judges the marks of the sentence begun.
pub struct Stops<'t> {
    /// All tokens of the text.
    pub tokens: Tokens<'t>,
    /// What the table of single words knows of them.
    pub words: &'t [WordInfo],
    /// First token of the sentence.
    pub first: usize,
}

impl Stops<'_> {
    /// The kind of final mark that the token at `at` is, if it is one.
    pub fn stop_at(&self, at: usize, text: &str) -> Option<Stop> {
        match text {
            "." if self.is_spaced_ellipsis(at) => Some(Stop::Ellipsis),
            "." | "。" => Some(Stop::Point),
            "!" | "?" | "‼" | "⁇" | "⁈" | "⁉" => Some(Stop::Call),
            "-" if self.is_version(at) => Some(Stop::Call),
            "…" => Some(Stop::Ellipsis),
            _ if text.len() > 1 && text.bytes().all(|byte| byte == b'.') => Some(Stop::Ellipsis),
            _ => None,
        }
    }

    /// Whether the hyphen at `at` ends what an agency puts before a headline that it sends again: `UPDATE 3-Militants storm airport`.
    fn is_version(&self, at: usize) -> bool {
        let token = |index: usize| self.tokens.tokens.get(index);
        let label = token(self.first).is_some_and(|word| word.is_word() && word.case == Case::Upper && word.end - word.start > 3);
        let number = token(self.first + 1).is_some_and(|number| number.kind == TokenKind::Number && number.end - number.start <= 2);
        let headline = token(at + 1).is_some_and(|word| word.is_word() && word.is_glued() && word.case.is_capitalised());
        // Where all is in capitals only the label tells: "UPDATE 1-BOMB KILLS THREE IN QUETTA".
        let told = || token(self.first).is_some_and(|word| AGENCY_LABELS.contains(&word.hash));
        at == self.first + 2 && label && number && headline && (self.tokens.case == TextCase::Mixed || told())
    }

    /// Whether a point stands in `. . .`
    fn is_spaced_ellipsis(&self, at: usize) -> bool {
        let is_point = |index: usize| self.tokens.word(index) == ".";
        at.checked_sub(1).is_some_and(is_point) || is_point(at + 1)
    }

    /// Whether the sentence ends with the mark at `stop`, if the token at `at` is the first after it that closes nothing.
    pub fn ends(&self, stop: usize, kind: Stop, at: usize) -> bool {
        let Some(next) = self.opening_word(at) else { return false };
        let glued = next == at && self.tokens.tokens[at].is_glued() && stop + 1 == at;
        match kind {
            _ if self.lower_starts_nothing(next) => false,
            Stop::Call => true,
            Stop::Ellipsis => self.tokens.tokens[stop].is_glued(),
            Stop::Point if glued => self.ends_without_blank(stop, next),
            Stop::Point => self.point_ends(stop, at, next),
        }
    }

    /// The first word or number at `at` or after opening marks there; none if something else follows, so that the sentence goes on.
    fn opening_word(&self, at: usize) -> Option<usize> {
        for index in at..at + 4 {
            let token = self.tokens.tokens.get(index)?;
            match token.kind {
                TokenKind::Word | TokenKind::Number => return Some(index),
                TokenKind::Symbol => return Some(index),
                TokenKind::Possessive => return None,
                TokenKind::Punct if matches!(self.tokens.word(index), "," | ";" | ":" | "." | "!" | "?" | "/" | "%" | ")" | "]" | "}") => {
                    return None;
                }
                TokenKind::Punct => {}
            }
        }
        None
    }

    /// In text of mixed case a word in small letters begins no sentence, but for the article of `al-Shabaab`.
    fn lower_starts_nothing(&self, at: usize) -> bool {
        let tokens = self.tokens.tokens;
        let is_capital = |index: usize| tokens.get(index).is_some_and(|token| token.is_glued() && token.case.is_capitalised());
        self.tokens.case == TextCase::Mixed
            && tokens[at].case == Case::Lower
            && tokens[at].is_word()
            && !(self.tokens.word(at + 1) == "-" && is_capital(at + 2))
    }

    /// `threat.IS-K’s`: no blank after the point, but a word before it and a new one after it.
    fn ends_without_blank(&self, stop: usize, next: usize) -> bool {
        let (Some(before), Some(after)) =
            (stop.checked_sub(1).and_then(|index| self.tokens.tokens.get(index)), self.tokens.tokens.get(next))
        else {
            return false;
        };
        // `www.example.COM`, `J.Smith`, `St.Petersburg`
        let in_address = stop.checked_sub(2).is_some_and(|index| {
            self.tokens.tokens.get(index + 1).is_some_and(Token::is_glued) && matches!(self.tokens.word(index), "." | "@" | "/")
        });
        before.is_word()
            && before.end - before.start > 2
            && after.is_word()
            && after.case.is_capitalised()
            && !in_address
            && !ADDRESS_ENDS.contains(&after.hash)
            && self.words[stop - 1].pointed() == Pointed::No
            && (before.case == Case::Lower || after.end - after.start > 1)
    }

    /// Whether the point at `stop` ends the sentence before the word at `next`, or belongs to an abbreviation or to a number in a list.
    fn point_ends(&self, stop: usize, at: usize, next: usize) -> bool {
        let token = &self.tokens.tokens[stop];
        // `FAIRFIELD, Conn. -- A busload`
        let dashed = matches!(self.tokens.word(at), "-" | "--" | "—" | "–" | "_");
        if token.is_word() {
            if dashed {
                return false;
            }
            return self.initials_end(stop, next);
        }
        let Some(before) = stop.checked_sub(1).filter(|_| token.is_glued()) else { return true };
        if self.tokens.tokens[before].kind == TokenKind::Number {
            return !self.is_list_number(before);
        }
        match self.pointed(before) {
            Pointed::No => true,
            _ if dashed => false,
            Pointed::NeverEnds => false,
            Pointed::OftenEnds => self.may_start(next),
            Pointed::ByNextWord => self.starts(next) || self.is_plural(next),
            Pointed::TitleOrName => {
                let after_name = before.checked_sub(1).and_then(|index| self.tokens.tokens.get(index));
                after_name.is_some_and(|token| token.case.is_capitalised()) && before > self.first && self.starts(next)
            }
        }
    }

    /// `U.S.`, `p.m.`, `J.`: ends only before a word that starts sentences; the letter of `Group E.` ends before any.
    fn initials_end(&self, stop: usize, next: usize) -> bool {
        let letter = self.tokens.tokens[stop].end - self.tokens.tokens[stop].start == 2;
        let lettered = |index: usize| self.tokens.tokens.get(index).is_some_and(|word| LETTERED.contains(&word.hash));
        if letter && stop > self.first && lettered(stop - 1) {
            return true;
        }
        match self.words[stop].pointed() {
            Pointed::NeverEnds => false,
            // "At 7 a.m. Gen. Toure" is too short to be a sentence.
            Pointed::OftenEnds => stop >= self.first + 4 && self.may_start(next) || self.starts(next),
            _ => self.starts(next),
        }
    }

    /// How the word before a point behaves; ordinary words (`in`, `pass`) are no abbreviations where nothing shows it.
    fn pointed(&self, at: usize) -> Pointed {
        let info = self.words[at];
        let is_plain = self.tokens.tokens[at].case == Case::Lower || self.tokens.case != TextCase::Mixed;
        if is_plain && matches!(info.band(), 1 | 2) && self.tokens.tokens.get(at + 2).is_none_or(|next| next.kind != TokenKind::Number) {
            return Pointed::No;
        }
        info.pointed()
    }

    /// Whether the number before a point counts items: `1. Close the border.`, `; 3. the mayor`.
    fn is_list_number(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        token.end - token.start <= 2 && (at == self.first || matches!(self.tokens.word(at - 1), ";" | ":"))
    }

    /// Whether the word is one that starts sentences and stands in no name.
    fn starts(&self, at: usize) -> bool {
        use Tag::{Adverb, Conjunction, Determiner, Preposition, Pronoun};
        let tag = self.words.get(at).and_then(|info| info.tag());
        // "THE U.S. AND FRENCH EMBASSIES": where all is in capitals, what goes on looks like what begins.
        let goes_on = self.tokens.case == TextCase::Upper && tag == Some(Conjunction);
        self.tokens.tokens[at].is_word() && !goes_on && matches!(tag, Some(Determiner | Pronoun | Preposition | Conjunction | Adverb))
    }

    fn is_plural(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|info| info.tag() == Some(Tag::NounPlural) && !info.name_is_word())
            || self.tokens.tokens[at].hash == POLICE
    }

    /// Whether the word may start a sentence after `etc.`, `Co.`, `p.m.`: no number, no day, zone of time or further abbreviation.
    fn may_start(&self, at: usize) -> bool {
        let token = &self.tokens.tokens[at];
        let zone = token.case == Case::Upper && self.tokens.case != TextCase::Upper
            || self.words[at].band() == 0 && self.tokens.case == TextCase::Upper;
        token.is_word() && !zone && self.words[at].pointed() == Pointed::No && !is_weekday(token.hash)
    }
}

/// What an agency puts before a number and a headline that it sends again.
const AGENCY_LABELS: [u64; 3] = [fold::hash("update"), fold::hash("wrapup"), fold::hash("refile")];
/// What letters are given to: no initial of a person stands behind it.
static LETTERED: Few<17> = Few::new([
    "group", "serie", "vitamin", "hepatitis", "influenza", "apartment", "hangar", "block", "class", "category", "type", "grade",
    "terminal", "annex", "exhibit", "section", "pool",
]);
const POLICE: u64 = fold::hash("police");

/// What an address in the net ends with.
const ADDRESS_ENDS: [u64; 5] = [fold::hash("com"), fold::hash("org"), fold::hash("net"), fold::hash("gov"), fold::hash("html")];
