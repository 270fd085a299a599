//! [`Grammar`]: classes of words of the closed grammar that stages ask for at every token. They are looked up once for each word, together
//! with what the lexicon says of it.

use super::literal::{Classes, words};
use super::numeral::{ORDINALS, PARTS};

/// The classes that a word belongs to, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Grammar(u16);

impl Grammar {
    /// Any word that may begin an expression of time.
    pub const OPENER: Self = Self(1);
    /// "the", "a".
    pub const ARTICLE: Self = Self(1 << 1);
    /// What may stand between an article and a word of time: "whole".
    pub const ADJECTIVE: Self = Self(1 << 2);
    /// "last", "this".
    pub const DIRECTION: Self = Self(1 << 3);
    /// "several", "another".
    pub const AMOUNT: Self = Self(1 << 4);
    /// "every", "twice".
    pub const RECURS: Self = Self(1 << 5);
    /// "AD", the apostrophe of "'90s".
    pub const ERA: Self = Self(1 << 6);
    /// "corresponding", "latter".
    pub const PERIOD: Self = Self(1 << 7);
    /// What an expression of time may go on with behind its number, other than words of time and numbers.
    pub const JOINT: Self = Self(1 << 8);
    /// A word of a number or of an ordinal.
    pub const NUMERAL: Self = Self(1 << 9);
    /// "between", "from": what may stand before a pair of numbers.
    pub const PAIR: Self = Self(1 << 10);

    /// The classes of the word with this hash.
    pub fn of(hash: u64) -> Self {
        Self(WORDS.of(hash) as u16)
    }

    /// A bit for each class.
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// Whether it belongs to any of `others`.
    pub const fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Both.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn class(self) -> u32 {
        self.0 as u32
    }
}

/// The words.
static WORDS: Classes<512> = Classes::new(&[
    (PARTS, Grammar::NUMERAL.class()),
    (ORDINALS, Grammar::NUMERAL.class()),
    (words!["between", "from"], Grammar::PAIR.class()),
    (words!["the", "a", "an"], Grammar::ARTICLE.class()),
    (words!["ad", "a.d.", "'", "’", "‘"], Grammar::OPENER.with(Grammar::ERA).class()),
    (words!["ce", "c.e."], Grammar::ERA.class()),
    (words!["each", "every", "twice", "once", "thrice", "per"], Grammar::OPENER.with(Grammar::RECURS).class()),
    (words!["a", "an"], Grammar::RECURS.class()),
    (
        words!["last", "next", "this", "that", "past", "previous", "preceding", "coming", "following", "same", "latest"],
        Grammar::OPENER.with(Grammar::DIRECTION).class(),
    ),
    (words!["current", "prior", "subsequent", "ensuing"], Grammar::DIRECTION.class()),
    (
        words!["several", "few", "some", "many", "another", "multi", "couple", "half", "recent", "all", "dozens", "hundreds", "thousands"],
        Grammar::OPENER.with(Grammar::AMOUNT).class(),
    ),
    (words!["countless", "numerous"], Grammar::AMOUNT.class()),
    (words!["these"], Grammar::OPENER.class()),
    (
        words![
            "full", "whole", "entire", "final", "opening", "closing", "early", "year", "additional", "extra", "further", "single", "good"
        ],
        Grammar::ADJECTIVE.class(),
    ),
    (
        words!["quarter", "corresponding", "comparable", "equivalent", "same", "last", "latest", "first", "second", "h1", "h2"],
        Grammar::OPENER.with(Grammar::PERIOD).class(),
    ),
    (words!["q1", "q2", "q3", "q4"], Grammar::OPENER.with(Grammar::PERIOD).class()),
    (words!["like", "latter", "final", "opening", "closing"], Grammar::PERIOD.class()),
    (words!["-", "‐", "‑", "–", "−", ":", "/", "to", "or", "and", "of", "in", "at", "on", "until", "through"], Grammar::JOINT.class()),
    (words!["am", "a.m", "a.m.", "pm", "p.m", "p.m.", "o'clock", "hrs", "times"], Grammar::JOINT.class()),
    (words!["bc", "b.c", "b.c.", "bce", "b.c.e", "b.c.e.", "ad", "a.d.", "ce", "c.e."], Grammar::JOINT.class()),
    (words!["more", "consecutive", "straight", "long", "solid", "successive"], Grammar::JOINT.class()),
    (words!["calendar", "fiscal", "business", "trading", "working", "school"], Grammar::JOINT.class()),
]);
