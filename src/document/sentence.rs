//! Tokens to sentences and paragraphs.

use super::dateline::WEEKDAYS;
use super::line::{self, Lines};
use crate::lexicon::{Pointed, Tag, WordInfo};
use crate::token::{Case, Gap, TextCase, Token, TokenKind, Tokens, fold};

/// A sentence, or a headline or list line that stands for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// Number of the paragraph it stands in, from 0.
    pub paragraph: u32,
}

impl Sentence {
    /// Its tokens as a range of indices.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first as usize..self.last as usize
    }
}

/// No sentence of news has more tokens; a list or a table is cut at a comma after [`LONG`] tokens, and after this many anywhere.
/// So stages may look through a whole sentence for each of its tokens, and time still grows with the length of the text.
const LONGEST: usize = 400;
const LONG: usize = 250;

/// Groups `tokens` into sentences; `sentences` is emptied first.
pub fn split(tokens: Tokens<'_>, words: &[WordInfo], sentences: &mut Vec<Sentence>) {
    sentences.clear();
    let mut splitter = Splitter { tokens, words, lines: Lines::measure(tokens), first: 0, stop: None, quoted: false, line: 0, indent: 0 };
    let mut paragraph = 0;
    for (at, token) in tokens.tokens.iter().enumerate() {
        if splitter.goes_on(at, token) {
            continue;
        }
        let found = match splitter.boundary(at, token) {
            Boundary::None if splitter.is_too_long(at) => Boundary::Sentence,
            found => found,
        };
        if found != Boundary::None && at > 0 {
            sentences.push(Sentence { first: splitter.first as u32, last: at as u32, paragraph });
            splitter.first = at;
            paragraph += u32::from(found == Boundary::Paragraph);
        }
        splitter.pass(at, token);
    }
    if splitter.first < tokens.tokens.len() {
        sentences.push(Sentence { first: splitter.first as u32, last: tokens.tokens.len() as u32, paragraph });
    }
}

/// What ends before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Boundary {
    None,
    Sentence,
    Paragraph,
}

/// Marks that may end a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// `.` as a token, or the last point of `U.S.`
    Point,
    /// `...` and `…`
    Ellipsis,
    /// `!` and `?`
    Call,
}

/// Walks over the tokens once; knows the sentence and the line begun.
struct Splitter<'t> {
    tokens: Tokens<'t>,
    words: &'t [WordInfo],
    lines: Lines,
    /// First token of the sentence.
    first: usize,
    /// The last final mark, if only closing marks follow it.
    stop: Option<(usize, Stop)>,
    /// Whether a straight quotation mark is open in this paragraph.
    quoted: bool,
    /// Where the line began.
    line: usize,
    /// By how many blanks it is indented.
    indent: usize,
}

impl Splitter<'_> {
    /// Whether nothing can end before the token, nor does it change anything: most words of a text.
    fn goes_on(&self, at: usize, token: &Token) -> bool {
        matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Possessive)
            && token.gap < Gap::Line
            && self.stop.is_none()
            && at - self.first < LONG
            && !(token.end - token.start > 1 && self.tokens.text.as_bytes().get(token.end as usize - 1) == Some(&b'.'))
    }

    fn boundary(&self, at: usize, token: &Token) -> Boundary {
        if token.gap == Gap::Paragraph {
            return Boundary::Paragraph;
        }
        let ended = match self.stop {
            Some((stop, kind)) => !self.is_closing(at, token) && self.ends(stop, kind, at),
            None => false,
        };
        if token.gap != Gap::Line {
            return if ended { Boundary::Sentence } else { Boundary::None };
        }
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.tokens.get(before)) else { return Boundary::None };
        let length = (before.end as usize).saturating_sub(self.line);
        let indented = line::indent(self.tokens.text, before, token) > self.indent;
        if ended && (indented || self.lines.is_short(length) || self.lines.are_paragraphs()) {
            Boundary::Paragraph
        } else if ended {
            Boundary::Sentence
        } else if !self.runs_on(at - 1) && self.lines.ends_sentence(length, token) {
            Boundary::Paragraph
        } else {
            Boundary::None
        }
    }

    fn is_too_long(&self, at: usize) -> bool {
        let length = at - self.first;
        length >= LONGEST || length >= LONG && matches!(self.tokens.word(at - 1), "," | ";")
    }

    /// Takes note of the token at `at`.
    fn pass(&mut self, at: usize, token: &Token) {
        if token.gap >= Gap::Line {
            self.indent = match at.checked_sub(1).and_then(|before| self.tokens.tokens.get(before)) {
                Some(before) => line::indent(self.tokens.text, before, token),
                None => token.start as usize,
            };
            self.line = token.start as usize;
            self.quoted &= token.gap != Gap::Paragraph;
        }
        match token.kind {
            TokenKind::Punct | TokenKind::Symbol => {
                let closing = self.stop.is_some() && self.is_closing(at, token);
                let text = self.tokens.word(at);
                if text == "\"" {
                    self.quoted = !self.closes_quote(at, token);
                }
                if let Some(kind) = self.stop_at(at, text) {
                    self.stop = Some((at, kind));
                } else if !closing {
                    self.stop = None;
                }
            }
            TokenKind::Word if token.end - token.start > 1 && self.tokens.text.as_bytes().get(token.end as usize - 1) == Some(&b'.') => {
                self.stop = Some((at, Stop::Point));
            }
            TokenKind::Number if self.stop.is_some() && self.is_note(at) => {}
            _ => self.stop = None,
        }
    }

    fn stop_at(&self, at: usize, text: &str) -> Option<Stop> {
        match text {
            "." if self.is_spaced_ellipsis(at) => Some(Stop::Ellipsis),
            "." | "。" => Some(Stop::Point),
            "!" | "?" | "‼" | "⁇" | "⁈" | "⁉" => Some(Stop::Call),
            "…" => Some(Stop::Ellipsis),
            _ if text.len() > 1 && text.bytes().all(|byte| byte == b'.') => Some(Stop::Ellipsis),
            _ => None,
        }
    }

    /// Whether a point stands in `. . .`
    fn is_spaced_ellipsis(&self, at: usize) -> bool {
        let is_point = |index: usize| self.tokens.word(index) == ".";
        at.checked_sub(1).is_some_and(is_point) || is_point(at + 1)
    }

    /// Whether the token closes a quotation or a bracket that the final mark stands in.
    fn is_closing(&self, at: usize, token: &Token) -> bool {
        if token.gap >= Gap::Line || self.is_note(at) {
            return token.gap < Gap::Line;
        }
        match self.tokens.word(at) {
            ")" | "]" | "}" | "”" | "»" | "''" => true,
            "\"" => self.closes_quote(at, token),
            "’" | "'" | "›" => token.is_glued(),
            _ => false,
        }
    }

    /// Whether a straight quotation mark closes: by the blanks round it, else by those before it.
    fn closes_quote(&self, at: usize, token: &Token) -> bool {
        let before_word = self.tokens.tokens.get(at + 1).is_some_and(|next| next.is_glued() && next.kind != TokenKind::Punct);
        if token.is_glued() == before_word { self.quoted } else { token.is_glued() }
    }

    /// Whether the token belongs to the number of a note: `died.[4] The`
    fn is_note(&self, at: usize) -> bool {
        let is_glued_number =
            |index: usize| self.tokens.tokens.get(index).is_some_and(|token| token.is_glued() && token.kind == TokenKind::Number);
        match self.tokens.word(at) {
            "[" => self.tokens.tokens[at].is_glued() && is_glued_number(at + 1) && self.tokens.word(at + 2) == "]",
            _ => is_glued_number(at) && at > 0 && self.tokens.word(at - 1) == "[" && self.tokens.word(at + 1) == "]",
        }
    }

    /// Whether the sentence ends with the mark at `stop`, if the token at `at` is the first after it that closes nothing.
    fn ends(&self, stop: usize, kind: Stop, at: usize) -> bool {
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

    /// `U.S.`, `p.m.`, `J.`: ends only before a word that starts sentences.
    fn initials_end(&self, stop: usize, next: usize) -> bool {
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
        self.tokens.tokens[at].is_word() && matches!(tag, Some(Determiner | Pronoun | Preposition | Conjunction | Adverb))
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
        token.is_word() && !zone && self.words[at].pointed() == Pointed::No && !WEEKDAYS.contains(&token.hash)
    }

    /// Whether the token cannot be the last of a sentence: a comma, an article, a preposition.
    fn runs_on(&self, at: usize) -> bool {
        use Tag::{Conjunction, Determiner, Preposition};
        let tag = self.words.get(at).and_then(|info| info.tag());
        let token = &self.tokens.tokens[at];
        let open_word = matches!(tag, Some(Determiner | Preposition | Conjunction))
            && (token.case == Case::Lower || self.tokens.case == TextCase::Upper);
        open_word || matches!(self.tokens.word(at), "," | "-" | "(" | "[" | "“" | "‘" | "/" | "&" | ";")
    }
}

const POLICE: u64 = fold::hash("police");

/// What an address in the net ends with.
const ADDRESS_ENDS: [u64; 5] = [fold::hash("com"), fold::hash("org"), fold::hash("net"), fold::hash("gov"), fold::hash("html")];
