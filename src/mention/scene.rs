//! [`Scene`]: what the way of writing says of each token, before any name is looked for.

use super::acronym::{self, Definition};
use crate::document::Document;
use crate::lexicon::{TableId, Tag, WordInfo, WordSet};
use crate::time::TimeMention;
use crate::token::{Case, TextCase, Token, TokenKind, fold};

/// Whether a token's way of writing makes it a part of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It doesn't.
    No,
    /// It has a capital that it would have anyway, or stands in text without case, and is an ordinary word too.
    Maybe,
    /// It does.
    Name,
}

const LEVEL: u8 = 3;
const START: u8 = 4;
const LOUD: u8 = 8;
const TIME: u8 = 16;
const FUNCTION: u8 = 32;
const TITLED: u8 = 64;
const BREAK: u8 = 128;

/// A document with a mark for each token.
pub struct Scene<'d> {
    pub document: Document<'d>,
    marks: Vec<u8>,
    /// Folded hashes of words that stand with a capital where they need not, sorted.
    capitals: Vec<u64>,
    /// Whether the article is about sport, where towns and countries are teams.
    pub is_sport: bool,
    /// Acronyms that the text defines, by the first tokens of their long forms.
    pub definitions: Vec<Definition>,
}

impl<'d> Scene<'d> {
    pub fn of(document: Document<'d>, times: &[TimeMention]) -> Self {
        let mut scene =
            Self { document, marks: vec![0; document.tokens.len()], capitals: Vec::new(), is_sport: false, definitions: Vec::new() };
        for time in times {
            for mark in scene.marks.iter_mut().take(time.last as usize).skip(time.first as usize) {
                *mark |= TIME;
            }
        }
        for index in 0..document.sentences.len() {
            scene.mark_sentence(index);
        }
        // Words of the closed classes, half of all, need not be asked for.
        let open = document.tokens.iter().zip(&scene.marks).filter(|(token, mark)| token.is_word() && **mark & FUNCTION == 0);
        scene.is_sport = open.filter(|(token, _)| document.lexicon.has(WordSet::Sport, token.hash)).take(2).count() > 1;
        scene.capitals.sort_unstable();
        scene.capitals.dedup();
        for at in 0..scene.marks.len() {
            let level = scene.judge(at);
            scene.marks[at] |= level as u8;
        }
        scene.definitions = acronym::definitions(&scene);
        scene
    }

    fn mark_sentence(&mut self, index: usize) {
        let Some(sentence) = self.document.sentences.get(index) else { return };
        self.marks[sentence.first as usize] |= BREAK;
        self.mark_line(sentence.first as usize, sentence.last as usize);
    }

    fn mark_line(&mut self, first: usize, last: usize) {
        let document = self.document;
        let tokens = document.tokens.get(first..last).unwrap_or(&[]);
        let marks = self.marks.get_mut(first..last).unwrap_or(&mut []);
        let (mut upper, mut capital, mut lower, mut small) = (0, 0, 0, 0);
        for ((token, word), mark) in tokens.iter().zip(document.words.get(first..last).unwrap_or(&[])).zip(marks.iter_mut()) {
            let function = is_function(*word);
            if function {
                *mark |= FUNCTION;
            }
            if !token.is_word() {
                continue;
            }
            match token.case {
                Case::Upper => upper += 1,
                Case::Capital | Case::Mixed => capital += 1,
                Case::Lower if function => small += 1,
                Case::Lower => lower += 1,
                Case::None => {}
            }
        }
        let caseless = document.case != TextCase::Mixed;
        let loud = caseless || (upper >= 3 && upper > 2 * (capital + lower + small));
        let titled = !loud && capital >= 4 && capital > 4 * lower && tokens.last().is_none_or(|token| token.text(document.text) != ".");
        let line = if loud { LOUD } else { 0 } | if titled { TITLED } else { 0 };
        let mut start = true;
        for (token, mark) in tokens.iter().zip(marks) {
            *mark |= line | if start { START } else { 0 };
            if line == 0 && !start && token.is_word() && token.case.is_capitalised() && *mark & FUNCTION == 0 {
                self.capitals.push(token.hash);
            }
            start = match token.kind {
                TokenKind::Word => false,
                TokenKind::Number => false,
                _ => start || opens(token, document.text),
            };
        }
    }

    fn judge(&self, at: usize) -> Level {
        let (token, word, mark) = (&self.document.tokens[at], self.document.words[at], self.marks[at]);
        if !token.is_word() || mark & TIME != 0 {
            return Level::No;
        }
        if mark & LOUD != 0 {
            return self.judge_loud(token, word, mark);
        }
        if !token.case.is_capitalised() {
            return Level::No;
        }
        if mark & FUNCTION != 0 {
            // "The", "In" and the like, unless inside a sentence ("La Paz" and "Will Smith" stand in lists).
            return if mark & (START | TITLED) == 0 && !is_article(token) { Level::Maybe } else { Level::No };
        }
        if mark & (START | TITLED) == 0 || word.band() == 0 || matches!(token.case, Case::Upper if token.end - token.start > 1) {
            return Level::Name;
        }
        if self.is_capital(token.hash) { Level::Name } else { Level::Maybe }
    }

    fn judge_loud(&self, token: &Token, word: WordInfo, mark: u8) -> Level {
        if mark & FUNCTION != 0 || token.case == Case::None {
            return Level::No;
        }
        if word.band() == 0 || self.is_capital(token.hash) {
            return Level::Name;
        }
        Level::Maybe
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    fn mark(&self, at: usize) -> u8 {
        self.marks.get(at).copied().unwrap_or(0)
    }

    /// Whether the token's way of writing makes it a part of a name.
    pub fn level(&self, at: usize) -> Level {
        match self.mark(at) & LEVEL {
            0 => Level::No,
            1 => Level::Maybe,
            _ => Level::Name,
        }
    }

    /// Whether the word stands with a capital somewhere in the article where it need not.
    pub fn is_capital(&self, hash: u64) -> bool {
        self.capitals.binary_search(&hash).is_ok()
    }

    /// Whether the token begins a sentence, a quotation or a line.
    pub fn is_start(&self, at: usize) -> bool {
        self.mark(at) & START != 0
    }

    /// Whether the token's case says nothing.
    pub fn is_loud(&self, at: usize) -> bool {
        self.mark(at) & LOUD != 0
    }

    /// Whether the token stands in a headline with all words capitalised.
    pub fn is_titled(&self, at: usize) -> bool {
        self.mark(at) & TITLED != 0
    }

    /// Whether the token is part of an expression of time.
    pub fn is_time(&self, at: usize) -> bool {
        self.mark(at) & TIME != 0
    }

    /// Whether the token is a word of the closed classes.
    pub fn is_function(&self, at: usize) -> bool {
        self.mark(at) & FUNCTION != 0
    }

    /// Whether a name may begin with this lower-case token: "al-Shabaab", "bin Laden", "van der Bellen".
    pub fn is_particle_start(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|token| token.case == Case::Lower && super::person::is_opening(token.hash))
            && (self.level(at + 1) > Level::No || self.is_mark(at + 1, "-"))
    }

    /// The token, if there is one.
    pub fn token(&self, at: usize) -> Option<&'d Token> {
        self.document.tokens.get(at)
    }

    /// What is known of the word.
    pub fn word(&self, at: usize) -> WordInfo {
        self.document.words.get(at).copied().unwrap_or_default()
    }

    /// Whether the word belongs to a set.
    pub fn has(&self, set: WordSet, at: usize) -> bool {
        self.document.has(set, at)
    }

    /// Whether the token is this mark.
    pub fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.token(at).is_some_and(|token| !token.is_word() && token.text(self.document.text) == mark)
    }

    /// Whether the token is a hyphen or dash that touches both its neighbours.
    pub fn is_hyphen(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.is_glued() && token.kind == TokenKind::Punct && matches!(token.text(self.document.text), "-" | "‐" | "‑" | "–")
        }) && self.token(at + 1).is_some_and(Token::is_glued)
    }

    /// Whether the token goes on with the sentence of the one before, so that a name may too.
    pub fn joins(&self, at: usize) -> bool {
        at < self.marks.len() && self.mark(at) & BREAK == 0
    }

    /// Whether a noun for people or their bodies in small letters begins here: "residents", "police".
    pub fn is_person_noun(&self, at: usize) -> bool {
        self.level(at) == Level::No && self.document.begins_any(at, &[TableId::PersonNoun, TableId::OrganizationHead])
    }

    /// Whether the token is two capitals or more in text of small letters.
    pub fn is_acronym(&self, at: usize) -> bool {
        !self.is_loud(at) && self.token(at).is_some_and(|token| token.case == Case::Upper && token.end - token.start > 1)
    }

    /// The definition of an acronym whose long form begins at this token.
    pub fn definition_at(&self, at: usize) -> Option<&Definition> {
        if self.definitions.is_empty() {
            return None;
        }
        let found = self.definitions.binary_search_by_key(&at, |definition| definition.first).ok()?;
        self.definitions.get(found)
    }

    /// Whether the token is the word with this hash.
    pub fn is(&self, at: usize, hash: u64) -> bool {
        self.document.is(at, hash)
    }
}

/// Marks after which a capital means no name: an opening quotation, a colon, a bullet.
fn opens(token: &Token, text: &str) -> bool {
    matches!(token.text(text), "\"" | "“" | "‘" | "``" | ":" | "•" | "*" | "—" | "--" | "…" | "..." | "." | "!" | "?")
}

fn is_article(token: &Token) -> bool {
    const ARTICLES: [u64; 3] = [fold::hash("the"), fold::hash("a"), fold::hash("an")];
    ARTICLES.contains(&token.hash)
}

/// Whether the word belongs to the closed classes.
pub fn is_function(word: WordInfo) -> bool {
    use Tag::{Auxiliary, Conjunction, Determiner, Modal, Number, Particle, Preposition, Pronoun};
    let closed = |tag| matches!(tag, Auxiliary | Conjunction | Determiner | Modal | Number | Particle | Preposition | Pronoun);
    word.tag().is_some_and(closed) && word.band() > 0 && word.given() < 4
}
