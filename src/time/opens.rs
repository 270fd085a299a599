//! [`Opens`]: what may begin at a token, so that a rule is tried only where it may fit.

use super::vocabulary::Word;
use crate::token::grammar::Grammar;

/// What may begin at a token: classes of words of time, of numbers and of words of the grammar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Opens(u32);

impl Opens {
    pub const MONTH: Self = Self(1);
    pub const FOREIGN: Self = Self(1 << 1);
    pub const WEEKDAY: Self = Self(1 << 2);
    pub const UNIT: Self = Self(1 << 3);
    pub const UNITS: Self = Self(1 << 4);
    pub const PART: Self = Self(1 << 5);
    pub const SEASON: Self = Self(1 << 6);
    pub const DEICTIC: Self = Self(1 << 7);
    pub const REFERENCE: Self = Self(1 << 8);
    pub const SET: Self = Self(1 << 9);
    pub const DECADE: Self = Self(1 << 10);
    pub const MODIFIER: Self = Self(1 << 11);
    pub const APPROXIMATOR: Self = Self(1 << 12);
    pub const FISCAL: Self = Self(1 << 13);
    pub const ZONE: Self = Self(1 << 14);
    pub const HOLIDAY: Self = Self(1 << 15);
    /// One unit or several.
    pub const ANY_UNIT: Self = Self::UNIT.with(Self::UNITS);
    /// Words of time and holidays.
    pub const TABLES: Self = Self((1 << 16) - 1);
    /// A token of digits.
    pub const DIGITS: Self = Self(1 << 16);
    /// A number in digits or words, or "a" before a word such as "hundred".
    pub const NUMBER: Self = Self(1 << 17);
    pub const ORDINAL: Self = Self(1 << 18);
    /// Any word of the grammar that may begin an expression.
    pub const OPENER: Self = Self::of_grammar(Grammar::OPENER);
    /// "the", "a".
    pub const ARTICLE: Self = Self::of_grammar(Grammar::ARTICLE);
    /// What may stand between an article and a word of time: "whole".
    pub const ADJECTIVE: Self = Self::of_grammar(Grammar::ADJECTIVE);
    /// "last", "this".
    pub const DIRECTION: Self = Self::of_grammar(Grammar::DIRECTION);
    /// "several", "another".
    pub const AMOUNT: Self = Self::of_grammar(Grammar::AMOUNT);
    /// "every", "twice".
    pub const RECURS: Self = Self::of_grammar(Grammar::RECURS);
    /// "AD", the apostrophe of "'90s".
    pub const ERA: Self = Self::of_grammar(Grammar::ERA);
    /// "corresponding", "latter".
    pub const PERIOD: Self = Self::of_grammar(Grammar::PERIOD);
    /// A word of a number or of an ordinal.
    pub const NUMBER_WORD: Self = Self::of_grammar(Grammar::NUMERAL);
    /// What an expression may go on with behind its number, other than words of the tables and numbers.
    pub const JOINT: Self = Self::of_grammar(Grammar::JOINT);

    /// What an expression may begin with.
    pub const ANY: Self = Self::TABLES.with(Self::DIGITS).with(Self::NUMBER).with(Self::ORDINAL).with(Self::OPENER);

    /// Whether any of `other` may begin.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub const fn is_only(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The class of a word of the table.
    pub const fn of_word(word: Word) -> Self {
        match word {
            Word::Month(_) => Self::MONTH,
            Word::Foreign(..) => Self::FOREIGN,
            Word::Weekday(_) => Self::WEEKDAY,
            Word::Unit(_) => Self::UNIT,
            Word::Units(_) => Self::UNITS,
            Word::Part(_) => Self::PART,
            Word::Season(_) => Self::SEASON,
            Word::Deictic(..) => Self::DEICTIC,
            Word::Reference(_) => Self::REFERENCE,
            Word::Every(..) | Word::EveryPart(_) | Word::EveryWeekday(_) => Self::SET,
            Word::Decade(_) => Self::DECADE,
            Word::Modifier(_) => Self::MODIFIER,
            Word::Approximator(_) => Self::APPROXIMATOR,
            Word::Fiscal => Self::FISCAL,
            Word::Zone => Self::ZONE,
        }
    }

    /// The classes of a word of the grammar.
    pub const fn of_grammar(classes: Grammar) -> Self {
        Self((classes.bits() as u32) << 19)
    }
}

/// Where the rules of a room are tried: what their expressions begin with, at the token or behind an article there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gate {
    /// What is enough.
    opens: Opens,
    /// What is enough only if there is something further on, and what that is.
    ahead: Option<(Opens, Opens)>,
}

/// How far on that is looked for, in tokens.
pub(super) const AHEAD: usize = 16;

impl Gate {
    pub const fn new(opens: Opens) -> Self {
        Self { opens, ahead: None }
    }

    /// Opens for `opens` too if there is one of `ahead` within a few tokens.
    pub const fn or(self, opens: Opens, ahead: Opens) -> Self {
        Self { ahead: Some((opens, ahead)), ..self }
    }

    /// Whether the rules are tried where `opens` may begin and `ahead` a few tokens further on.
    pub fn lets(&self, opens: Opens, ahead: Opens) -> bool {
        opens.any(self.opens) || self.ahead.is_some_and(|(weak, wanted)| opens.any(weak) && ahead.any(wanted))
    }
}
