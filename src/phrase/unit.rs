//! Units: what the tagger reads instead of tokens. A name, a number, an expression of time, a fixed phrase ("because of") and a compound
//! with hyphens ("Iran-backed") is one unit each; every other token is one by itself.

use super::compound::nominal;
use super::suffix;
use super::words::{self, HYPHEN, bit};
use crate::document::Document;
use crate::lexicon::{TableId, Tag, WordInfo, column};
use crate::mention::NameMention;
use crate::quantity::{Quantity, QuantityKind};
use crate::record::EntityKind;
use crate::time::TimeMention;
use crate::token::{TextCase, Token, TokenKind};

/// What a unit is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// A word, or a compound with hyphens.
    Word,
    /// A name.
    Name(EntityKind),
    /// A number with its approximator.
    Number,
    /// An expression of time.
    Time,
    /// A fixed phrase of closed-class words.
    Fixed,
    /// The possessive ending.
    Possessive,
    /// Punctuation, and symbols.
    Mark,
}

/// One or more tokens that have one part of speech together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// Hash of its only token, or of the last one of a compound.
    pub hash: u64,
    /// What is known of its word.
    pub info: WordInfo,
    /// The tags it may have, as bits.
    pub options: u32,
    /// The tag it has.
    pub tag: Option<Tag>,
    /// What it is made of.
    pub kind: UnitKind,
}

impl Unit {
    /// Whether it may have `tag`.
    pub fn can(&self, tag: Tag) -> bool {
        self.options & bit(tag) != 0
    }

    /// Whether it may have one of the tags of `set`.
    pub fn can_any(&self, set: u32) -> bool {
        self.options & set != 0
    }

    /// Whether it may have more than one tag.
    pub const fn is_open(&self) -> bool {
        self.options & self.options.wrapping_sub(1) != 0
    }

    /// The likeliest of the tags that it may have.
    pub fn likeliest(&self) -> Tag {
        self.info.tags().find(|&tag| self.can(tag)).unwrap_or(Tag::Noun)
    }

    /// Whether it has one of the tags of `set`.
    pub fn is_any(&self, set: u32) -> bool {
        // No tag has the number 0, so that there is nothing to branch on.
        set >> self.tag.map_or(0, |tag| tag as u32) & 1 == 1
    }
}

/// What the stages before have read, each in order.
#[derive(Clone, Copy)]
pub(super) struct Inputs<'a> {
    pub document: &'a Document<'a>,
    pub names: &'a [NameMention],
    pub quantities: &'a [Quantity],
    pub times: &'a [TimeMention],
}

/// Groups all tokens into units; `units` is emptied first.
pub(super) fn group(inputs: Inputs<'_>, units: &mut Vec<Unit>) {
    units.clear();
    let mut grouper = Grouper { inputs, name: 0, quantity: 0, time: 0, read: 0, first: 0, titled: false };
    for sentence in inputs.document.sentences {
        let (mut at, last) = (sentence.first, sentence.last);
        grouper.first = at;
        grouper.titled = sentence.writing.is_headline();
        while at < last {
            let unit = grouper.next(at, last);
            at = unit.last;
            units.push(unit);
        }
    }
}

/// Reads the units of a sentence one after the other.
pub(super) struct Grouper<'a> {
    pub inputs: Inputs<'a>,
    name: usize,
    quantity: usize,
    time: usize,
    /// Where the next of what the stages before have read begins; behind a token where one began it may stand too early.
    read: u32,
    pub first: u32,
    titled: bool,
}

impl Grouper<'_> {
    /// The unit that begins at `at`: the longest of what the stages before found there.
    fn next(&mut self, at: u32, last: u32) -> Unit {
        // Most tokens begin none of it, and have a blank behind them.
        let plain = at < self.read && !self.inputs.document.begins(at as usize, TableId::Closed);
        let mut unit = if plain { self.word(at) } else { self.longest(at, last) };
        if unit.last + 1 < last && self.is_glued(unit.last) {
            match self.span_end(&unit) {
                Some(end) => unit.last = end.min(last),
                None => self.compound(&mut unit, last),
            }
        }
        if unit.kind == UnitKind::Word && unit.last + 1 < last && self.is_abbreviated(unit.last) {
            // "Its No. 2 leader": a number, and no "no".
            let number = unit.hash == words::NO && self.is_number(unit.last + 1);
            unit =
                if number { special(unit, unit.last + 2, UnitKind::Number, Tag::Adjective) } else { Unit { last: unit.last + 1, ..unit } };
            unit.hash = if number { 0 } else { unit.hash };
        }
        unit
    }

    /// Where the second of two days with a hyphen between ends: "June 29-30".
    fn span_end(&self, unit: &Unit) -> Option<u32> {
        let next = self.inputs.times.get(self.time + 1).filter(|_| unit.kind == UnitKind::Time && self.is_hyphen(unit.last))?;
        (next.first == unit.last + 1).then_some(next.last)
    }

    /// Whether the full stop at `at` ends an abbreviation before a name or number, not the sentence: "Gen. Vega", "St. Petersburg".
    fn is_abbreviated(&self, at: u32) -> bool {
        let Inputs { document, times, .. } = self.inputs;
        let stop = document.word(at as usize) == "." && self.is_glued(at);
        // "Left Acme Inc. Tuesday".
        let timed =
            || times.get(self.time..).unwrap_or(&[]).iter().take_while(|time| time.first <= at + 1).any(|time| time.first == at + 1);
        let next = document.tokens.get(at as usize + 1).filter(|next| stop && !next.is_glued() && !timed());
        next.is_some_and(|next| next.case.is_capitalised() || next.kind == TokenKind::Number)
    }

    pub(super) fn is_number(&self, at: u32) -> bool {
        self.inputs.document.tokens.get(at as usize).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// The longest unit at `at`, where there may be several.
    fn longest(&mut self, at: u32, last: u32) -> Unit {
        let Inputs { names, quantities, times, .. } = self.inputs;
        advance(&mut self.name, at, names, |name| name.first);
        advance(&mut self.quantity, at, quantities, |quantity| quantity.first);
        advance(&mut self.time, at, times, |time| time.first);
        let name = behind(self.name, at, names, |name| name.first);
        let quantity = behind(self.quantity, at, quantities, |quantity| quantity.first);
        self.read = name.min(quantity).min(behind(self.time, at, times, |time| time.first));
        let mut best = Unit { last: at, ..self.word(at) };
        if let Some(time) = times.get(self.time).filter(|time| time.first == at) {
            best = special(best, time.last, UnitKind::Time, Tag::Noun);
        }
        if let Some(quantity) = quantities.get(self.quantity).filter(|quantity| quantity.first == at && quantity.last > best.last) {
            match quantity.kind {
                QuantityKind::Label => {}
                QuantityKind::Ordinal | QuantityKind::Age => best = special(best, quantity.last, UnitKind::Number, Tag::Adjective),
                _ => best = special(best, quantity.last, UnitKind::Number, Tag::Number),
            }
        }
        if let Some(name) = names.get(self.name).filter(|name| name.first == at && name.last >= best.last) {
            let adjective = name.kind == EntityKind::Nationality && !self.is_plural(name.last - 1);
            let people = name.kind == EntityKind::Nationality && !adjective || self.is_band(name);
            let tag = if adjective {
                Tag::Adjective
            } else if people {
                Tag::NounPlural
            } else {
                Tag::Noun
            };
            best = special(best, name.last, UnitKind::Name(name.kind), tag);
            if adjective {
                best.options |= bit(Tag::Noun);
            }
        }
        if let Some((end, tag)) = self.fixed(at).filter(|&(end, _)| end > best.last) {
            best = special(best, end, UnitKind::Fixed, tag);
        }
        if best.last == at {
            best.last = at + 1;
        }
        best.last = best.last.min(last);
        best
    }

    /// "Security Forces", "Kenyan Police": a body whose name ends with a plural for people.
    fn is_band(&self, name: &NameMention) -> bool {
        let document = self.inputs.document;
        let noun = name.last as usize - 1;
        name.kind == EntityKind::Organization
            && name.last > name.first + 1
            && document.begins(noun, TableId::PersonNoun)
            && (document.words.get(noun).is_some_and(|word| word.tag() == Some(Tag::NounPlural))
                || document.tokens.get(noun).is_some_and(|token| words::PLURALS.contains(&token.hash)))
    }

    /// The longest fixed phrase that begins at `at`.
    fn fixed(&self, at: u32) -> Option<(u32, Tag)> {
        let document = self.inputs.document;
        let hit = document.hits_of(at as usize, TableId::Closed).rev().find(|hit| hit.len() > 1)?;
        // "A little-known group".
        if self.is_hyphen(hit.last) && self.is_glued(hit.last) && self.is_glued(hit.last + 1) {
            return None;
        }
        let tag = Tag::named(document.lexicon.row(hit.row).text(column::Closed::Tag))?;
        if document.is(hit.last as usize - 1, words::TO) && self.is_awaited(at, hit.last) {
            return None;
        }
        // "In the south of the country" is not "south of the country".
        let before = at.checked_sub(1).and_then(|before| self.inputs.document.words.get(before as usize));
        let noun = tag == Tag::Preposition && before.is_some_and(|before| before.tag() == Some(Tag::Determiner));
        (!noun).then_some((hit.last, tag))
    }

    /// Whether "due to" at `at` tells what somebody is to do, in the words from `verb` on: "are due to meet in Geneva", "is due to visit Paris"; not
    /// "was due to strike action", "due to fire in the hold".
    fn is_awaited(&self, at: u32, verb: u32) -> bool {
        let document = self.inputs.document;
        let info = |at: u32| document.words.get(at as usize).copied().unwrap_or_default();
        let is = at.checked_sub(1).and_then(|is| document.tokens.get(is as usize)).is_some_and(|is| words::is_be(is.hash));
        let options = info(verb).tag_set();
        let determined = info(verb + 1).tag() == Some(Tag::Determiner) || self.is_number(verb + 1);
        let name = self.inputs.names.partition_point(|name| name.first <= verb);
        let named = || self.inputs.names.get(name).is_some_and(|name| name.first == verb + 1);
        let due = document.word(at as usize).eq_ignore_ascii_case("due");
        let deed = options & bit(Tag::VerbBase) != 0 && (info(verb).tag() == Some(Tag::VerbBase) || determined || named());
        due && is && (deed || options & bit(Tag::Auxiliary) != 0)
    }

    /// The apostrophe of "the rebels' camp".
    fn is_plural_possessive(&self, at: u32) -> bool {
        let tokens = self.inputs.document.tokens;
        let apostrophe = tokens.get(at as usize).is_some_and(|token| token.hash == words::APOSTROPHE && token.is_glued());
        apostrophe
            && at > self.first
            && self.is_plural(at - 1)
            && tokens.get(at as usize + 1).is_some_and(|next| next.is_word() && !next.is_glued())
    }

    fn is_plural(&self, token: u32) -> bool {
        self.inputs.document.word(token as usize).ends_with(['s', 'S'])
    }

    /// The token at `at` by itself.
    pub(super) fn word(&self, at: u32) -> Unit {
        let document = self.inputs.document;
        let mark = |hash| Unit { first: at, last: at + 1, hash, info: WordInfo::default(), options: 0, tag: None, kind: UnitKind::Mark };
        let (Some(token), Some(&info)) = (document.tokens.get(at as usize), document.words.get(at as usize)) else { return mark(0) };
        match token.kind {
            TokenKind::Word => {}
            TokenKind::Number => return special(mark(token.hash), at + 1, UnitKind::Number, Tag::Number),
            TokenKind::Possessive => return Unit { kind: UnitKind::Possessive, ..mark(token.hash) },
            TokenKind::Punct if self.is_plural_possessive(at) => return Unit { kind: UnitKind::Possessive, ..mark(token.hash) },
            TokenKind::Punct | TokenKind::Symbol => return mark(token.hash),
        }
        let capital = document.case == TextCase::Mixed && token.case.is_capitalised() && !self.titled;
        let named = capital && !self.is_opening(at);
        let mut info = if info.tag().is_none() { self.guess(at, named) } else { info };
        let mut options = info.tag_set();
        if named && options & words::OPEN != 0 && options & words::CLOSED == 0 {
            options &= words::NOMINAL;
            if options & words::NOUNS == 0 {
                options |= bit(Tag::Noun);
            }
        }
        // "Displaced people".
        if options & bit(Tag::VerbEn) != 0 && self.opens_compound(at) {
            (info, options) = (WordInfo::of(Tag::Adjective), bit(Tag::Adjective));
        }
        // "THE ARMY SAID REBELS DYNAMITED THE OIL PIPELINE": where case tells no names, they may stand right before.
        let opens = || document.case != TextCase::Mixed && info.tag() == Some(Tag::Noun) && self.opens_target(at);
        let compound = options & words::NOUNS != 0 && options & !words::NOMINAL != 0 && (self.ends_compound(at) || opens());
        let (info, options) = if compound { nominal(options & words::NOUNS) } else { (info, options) };
        Unit { first: at, last: at + 1, hash: token.hash, info, options, tag: None, kind: UnitKind::Word }
    }

    /// Whether a noun of two words or three that the tables know ends here: "police post", "dynamite sticks".
    fn ends_compound(&self, at: u32) -> bool {
        const TABLES: [TableId; 3] = [TableId::Target, TableId::Weapon, TableId::PersonNoun];
        (self.first.max(at.saturating_sub(2))..at)
            .any(|start| TABLES.iter().any(|&table| self.inputs.document.hits_of(start as usize, table).any(|hit| hit.last == at + 1)))
    }

    /// Whether a word for a thing of two words begins here: "oil pipeline".
    fn opens_target(&self, at: u32) -> bool {
        self.inputs.document.hits_of(at as usize, TableId::Target).any(|hit| hit.len() > 1)
    }

    /// Whether a word for people of two words begins here: "displaced people".
    fn opens_compound(&self, at: u32) -> bool {
        self.inputs.document.hits_of(at as usize, TableId::PersonNoun).any(|hit| hit.len() > 1)
    }

    /// Whether the token begins its sentence or what a colon or quotation mark opens.
    fn is_opening(&self, at: u32) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.inputs.document.tokens.get(before as usize));
        at == self.first || before.is_some_and(|before| before.hash == words::COLON || words::QUOTES.contains(&before.hash))
    }

    fn guess(&self, at: u32, named: bool) -> WordInfo {
        let mut info = WordInfo::default();
        if !named {
            suffix::guess(self.inputs.document, at as usize, &mut info);
        }
        if info.tag().is_none() {
            info.push_tag(Tag::Noun);
        }
        info
    }

    pub(super) fn is_glued(&self, at: u32) -> bool {
        self.inputs.document.tokens.get(at as usize).is_some_and(Token::is_glued)
    }

    pub(super) fn is_hyphen(&self, at: u32) -> bool {
        self.inputs.document.is(at as usize, HYPHEN) || self.inputs.document.word(at as usize) == "–"
    }
}

fn special(unit: Unit, last: u32, kind: UnitKind, tag: Tag) -> Unit {
    Unit { last, kind, info: WordInfo::of(tag), options: bit(tag), tag: Some(tag), ..unit }
}

/// Where the first of those from `index` on begins that begins behind `at`; the one at `index` may begin there.
fn behind<T>(index: usize, at: u32, all: &[T], first: impl Fn(&T) -> u32) -> u32 {
    let here = usize::from(all.get(index).is_some_and(|one| first(one) == at));
    all.get(index + here).map_or(u32::MAX, first)
}

fn advance<T>(index: &mut usize, at: u32, all: &[T], first: impl Fn(&T) -> u32) {
    while all.get(*index).is_some_and(|one| first(one) < at) {
        *index += 1;
    }
}
