//! [`Scene`]: what the way of writing says of each token, before any name is looked for.

mod marking;

use super::acronym::Definition;
use crate::document::Document;
use crate::lexicon::{TableId, WordInfo, WordSet};
use crate::token::literal::words;
use crate::token::{Case, Token, TokenKind};
use std::cell::Cell;
use std::ops::Range;

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

const LEVEL: u16 = 3;
const START: u16 = 4;
const LOUD: u16 = 8;
const TIME: u16 = 16;
const FUNCTION: u16 = 32;
const TITLED: u16 = 64;
const BREAK: u16 = 128;
const OPENS: u16 = 256;
const HEAD: u16 = 512;

/// A document with a mark for each token.
pub struct Scene<'d> {
    pub document: Document<'d>,
    marks: Vec<u16>,
    /// Folded hashes of words that stand with a capital where they need not, sorted.
    capitals: Vec<u64>,
    /// The country that the report comes from, as ISO 3166 alpha-2.
    pub home: Option<&'d str>,
    /// Whether the article is about sport, where towns and countries are teams.
    pub is_sport: bool,
    /// Acronyms that the text defines, by the first tokens of their long forms.
    pub definitions: Vec<Definition>,
    /// Folded hashes of the acronyms so defined that stand for a body, sorted.
    defined: Vec<u64>,
    /// The run of words last read in which no head stands.
    headless: Cell<(usize, usize)>,
}

impl<'d> Scene<'d> {
    /// The next token from `at` on at which a name, or what stands before one, may begin: most tokens in small letters are told off at once.
    pub fn next_opening(&self, at: usize) -> Option<usize> {
        self.marks.get(at..)?.iter().position(|mark| mark & OPENS != 0).map(|next| at + next)
    }

    fn mark(&self, at: usize) -> u16 {
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

    /// Whether the token is a word in small letters with which no name begins but one of the lexicon.
    pub fn is_small(&self, at: usize) -> bool {
        self.level(at) == Level::No
            && self.document.tokens.get(at).is_some_and(|token| token.case == Case::Lower)
            && !self.has(WordSet::OpeningParticle, at)
    }

    /// Whether a name may begin with this lower-case token: "al-Shabaab", "bin Laden", "van der Bellen".
    pub fn is_particle_start(&self, at: usize) -> bool {
        (self.level(at + 1) > Level::No || self.is_mark(at + 1, "-"))
            && self.has(WordSet::OpeningParticle, at)
            && self.document.tokens.get(at).is_some_and(|token| token.case == Case::Lower)
    }

    /// Whether a form that may be the head of a name begins at the token.
    pub fn has_head(&self, at: usize) -> bool {
        self.mark(at) & HEAD != 0
    }

    /// Notes a run of words that may make a name, read to its end, so that one without a head is not read again from each of its words.
    pub fn note_run(&self, run: Range<usize>) {
        if self.marks.get(run.clone()).is_some_and(|marks| marks.iter().all(|mark| mark & HEAD == 0)) {
            self.headless.set((run.start, run.end));
        }
    }

    /// Whether the token stands in a run that has no head.
    pub fn is_headless(&self, at: usize) -> bool {
        let (first, last) = self.headless.get();
        first <= at && at < last
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
        self.token(at).is_some_and(|token| !token.is_word() && self.reads(token, mark))
    }

    /// Whether the text of the token is this.
    fn reads(&self, token: &Token, text: &str) -> bool {
        self.document.text.as_bytes().get(token.start as usize..token.end as usize) == Some(text.as_bytes())
    }

    /// Whether the token is a hyphen or dash that touches both its neighbours.
    pub fn is_hyphen(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Punct && token.is_glued() && HYPHENS.contains(&token.hash))
            && self.token(at + 1).is_some_and(Token::is_glued)
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
        (!self.is_loud(at) || self.is_titled(at))
            && self.token(at).is_some_and(|token| token.case == Case::Upper && token.end - token.start > 1)
    }

    /// The letters of a currency before its sign and an amount: "NT$500", "HK$ 20".
    pub fn is_priced(&self, at: usize) -> bool {
        self.is_acronym(at)
            && self.is_mark(at + 1, "$")
            && self.token(at + 1).is_some_and(|sign| sign.is_glued())
            && self.token(at + 2).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether the text tells that the acronym at this token stands for a body.
    pub fn is_defined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| self.defined.binary_search(&token.hash).is_ok())
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

/// Hyphens and the short dash.
const HYPHENS: &[u64] = words!["-", "‐", "‑", "–"];
