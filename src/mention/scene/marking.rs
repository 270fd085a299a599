//! How the marks of a [`Scene`] are made, once for each document.

use super::{BREAK, FUNCTION, HEAD, LOUD, Level, OPENS, START, Scene, TIME, TITLED};
use crate::document::{Document, Writing};
use crate::lexicon::TableId;
use crate::mention::{acronym, head, known, role};
use crate::time::{TimeMention, country_of_dateline};
use crate::token::literal::{Classes, word, words};
use crate::token::{Case, Token, TokenKind};
use std::cell::Cell;

impl<'d> Scene<'d> {
    /// The scene of a document in which these times stand.
    pub fn of(document: Document<'d>, times: &[TimeMention]) -> Self {
        let marks = vec![0; document.tokens.len()];
        let capitals = Vec::with_capacity(marks.len() / 4);
        let mut scene = Self {
            document,
            marks,
            capitals,
            home: country_of_dateline(&document),
            is_sport: false,
            definitions: Vec::new(),
            defined: Vec::new(),
            headless: Cell::default(),
        };
        for time in times {
            for mark in scene.marks.get_mut(time.first as usize..time.last as usize).unwrap_or(&mut []) {
                *mark |= TIME;
            }
        }
        let mut ordinary = Vec::new();
        for sentence in document.sentences {
            let (first, last) = (sentence.first as usize, sentence.last as usize);
            let line = match sentence.writing {
                Writing::Plain => 0,
                Writing::Listed => TITLED,
                Writing::Titled => TITLED | LOUD,
                Writing::Loud => LOUD,
            };
            scene.mark_line(first, last, line, &mut ordinary);
        }
        scene.capitals.sort_unstable();
        scene.capitals.dedup();
        for at in ordinary {
            if scene.is_capital(document.tokens[at].hash) {
                scene.marks[at] += Level::Name as u16 - Level::Maybe as u16;
            }
        }
        scene.is_sport = document.is_sport();
        scene.definitions = acronym::definitions(&scene);
        let bodies = scene.definitions.iter().filter(|found| acronym::is_body(&scene, found));
        scene.defined = bodies.filter_map(|found| document.tokens.get(found.acronym)).map(|token| token.hash).collect();
        scene.defined.sort_unstable();
        scene
    }

    /// Marks the tokens of a sentence, which is written as `line` says. What is ordinary unless it stands with a capital elsewhere is noted.
    fn mark_line(&mut self, first: usize, last: usize, line: u16, ordinary: &mut Vec<usize>) {
        let document = self.document;
        let mut start = START | BREAK;
        for ((at, token), word) in
            (first..).zip(document.tokens.get(first..last).unwrap_or(&[])).zip(document.words.get(first..last).unwrap_or(&[]))
        {
            let Some(mark) = self.marks.get_mut(at) else { return };
            // The text begins behind its dateline.
            start |= if document.dateline.is_some_and(|dateline| dateline.last as usize == at) { START } else { 0 };
            let function = (word.is_closed() || is_article(token)) && !(line & LOUD != 0 && is_state(document, at, line));
            *mark |= line | start | if function { FUNCTION } else { 0 };
            if token.is_word() && line & LOUD == 0 && !token.case.is_capitalised() {
                // Most words are none of a name, and no more is asked of them.
                *mark |= if document.begins_any(at, &OPENING_TABLES) { OPENS } else { 0 };
                start = 0;
                continue;
            }
            let level = if token.is_word() { self.judge(at, token, ordinary) } else { Level::No };
            start = match token.kind {
                TokenKind::Word | TokenKind::Number => 0,
                _ => start & START | if opens(token, document.text) { START } else { 0 },
            };
            self.mark_opening(at, token, level);
        }
    }

    /// Marks whether a name, or what stands before one, may begin at this token or with a particle before it.
    fn mark_opening(&mut self, at: usize, token: &Token, level: Level) {
        let document = self.document;
        let named = || !document.hits_at(at).is_empty() || !document.places_at(at).is_empty();
        let words = || document.begins_any(at, &OPENING_TABLES) || token.case.is_capitalised() && named();
        if level > Level::No || words() {
            let head = level > Level::No && document.begins_any(at, &head::TABLES);
            self.marks[at] |= level as u16 | OPENS | if head { HEAD } else { 0 };
        }
        if (level > Level::No || self.is_mark(at, "-"))
            && let Some(before) = at.checked_sub(1)
            && self.is_particle_start(before)
        {
            self.marks[before] |= OPENS;
        }
    }

    /// How much the way of writing of a word with a capital, or without case, makes it a part of a name.
    fn judge(&mut self, at: usize, token: &Token, ordinary: &mut Vec<usize>) -> Level {
        let (word, mark) = (self.document.words[at], self.marks[at]);
        let (function, begins, loud) = (mark & FUNCTION != 0, mark & (START | TITLED) != 0, mark & LOUD != 0);
        if !begins && !loud && !function {
            self.capitals.push(token.hash);
        }
        if mark & TIME != 0 || loud && (function || token.case == Case::None) {
            return Level::No;
        }
        if function {
            // "The", "In" and the like, unless inside a sentence ("La Paz" and "Will Smith" stand in lists).
            return if !begins && !is_article(token) { Level::Maybe } else { Level::No };
        }
        if !begins && !loud || word.band() == 0 || !loud && token.case == Case::Upper && token.end - token.start > 1 {
            return Level::Name;
        }
        ordinary.push(at);
        Level::Maybe
    }
}

/// Tables of names and of what stands before them.
const OPENING_TABLES: [TableId; 12] = {
    let ([a, b, c, d, e, f, g, h, i, j], [k, l]) = (known::TABLES, role::TABLES);
    [a, b, c, d, e, f, g, h, i, j, k, l]
};

/// Marks after which a capital means no name: an opening quotation, a colon, a bullet. The second class holds marks that fold to the same.
const OPENERS: Classes<32> =
    Classes::new(&[(words!["\"", "“", ":", "•", "*", "—", "--", "…", "...", ".", "!", "?"], 1), (words!["'", "''"], 2)]);

/// Whether a capital after this mark means no name.
fn opens(token: &Token, text: &str) -> bool {
    match OPENERS.of(token.hash) {
        0 => false,
        1 => true,
        _ => matches!(token.text(text), "‘" | "``"),
    }
}

/// Whether the letters are short for a country or a body rather than a pronoun or the like: in Title Case, or "US" before a noun for people and things
/// as in "US TROOPS LEAVE".
fn is_state(document: Document<'_>, at: usize, line: u16) -> bool {
    const NOUNS: [TableId; 5] = [TableId::PersonNoun, TableId::Title, TableId::Weapon, TableId::Target, TableId::OrganizationHead];
    let short = document.tokens.get(at).is_some_and(|token| token.case == Case::Upper && token.end - token.start > 1);
    short && (line & TITLED != 0 || document.is(at, word!("us")) && document.begins_any(at + 1, &NOUNS))
}

fn is_article(token: &Token) -> bool {
    words!["the", "a", "an"].contains(&token.hash)
}
