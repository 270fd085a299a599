//! How a sentence is written, and so what its capitals tell: in a headline in Title Case those of names are hidden among the others.

use super::Sentence;
use crate::lexicon::{Findings, TableId, Tag, WordInfo};
use crate::token::{Case, TextCase, Tokens};

/// Capitals for one word in small letters of an open class in a headline.
const CAPITALS: usize = 4;
/// So many words all in capitals are no accident.
const LOUD: usize = 3;

/// What the capitals of a sentence tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Writing {
    /// Names have capitals, and other words hardly any.
    #[default]
    Plain,
    /// Nearly all words have capitals, and nothing tells that they would have none in prose: a list, a title, a table.
    Listed,
    /// A headline whose words begin with capitals that tell of no names: "Boko Haram Abducts 30 Women in Borno".
    Titled,
    /// All is written in capitals, or without any.
    Loud,
}

impl Writing {
    /// Whether a capital at the beginning of a word tells of no name.
    pub(crate) fn is_headline(self) -> bool {
        matches!(self, Self::Titled | Self::Loud)
    }
}

/// Tells how each sentence is written.
pub(super) fn mark(tokens: Tokens<'_>, found: &Findings, sentences: &mut [Sentence]) {
    for sentence in sentences.iter_mut() {
        sentence.writing = if tokens.case == TextCase::Mixed { Words::of(tokens, found, sentence).writing() } else { Writing::Loud };
    }
}

/// The words of a sentence by how they are written.
#[derive(Default)]
struct Words {
    upper: usize,
    capital: usize,
    lower: usize,
    /// Those in small letters of an open class.
    ordinary: usize,
    /// Whether a word with a capital that it would not have in prose tells of a deed.
    told: bool,
    /// Whether a full stop ends the sentence.
    stopped: bool,
}

impl Words {
    fn of(tokens: Tokens<'_>, found: &Findings, sentence: &Sentence) -> Self {
        let (range, mut words) = (sentence.range(), Self::default());
        let (all, infos) = (tokens.tokens.get(range.clone()).unwrap_or(&[]), found.words.get(range.clone()).unwrap_or(&[]));
        for (at, (token, word)) in range.zip(all.iter().zip(infos)) {
            match token.case {
                _ if !token.is_word() => {}
                Case::Upper => words.upper += 1,
                // Nobody can tell how "A" is written.
                Case::Capital if token.end - token.start == 1 => {}
                Case::Capital => {
                    words.capital += 1;
                    words.told |= at > sentence.first as usize && is_deed(found, at, *word);
                }
                Case::Mixed => words.capital += 1,
                Case::Lower => {
                    words.lower += 1;
                    words.ordinary += usize::from(!word.is_closed());
                }
                Case::None => {}
            }
        }
        let last = (sentence.last as usize).checked_sub(1).and_then(|at| tokens.tokens.get(at));
        Self { stopped: last.is_some_and(|last| last.text(tokens.text) == "."), ..words }
    }

    fn writing(&self) -> Writing {
        let capital = self.capital + self.upper;
        if self.upper >= LOUD && self.upper > 2 * (self.capital + self.lower) {
            Writing::Loud
        } else if self.told && capital > 1 && capital > CAPITALS * self.ordinary && (self.ordinary == 0 || !self.stopped) {
            Writing::Titled
        } else if self.capital >= CAPITALS && self.capital > CAPITALS * self.ordinary && !self.stopped {
            Writing::Listed
        } else {
            Writing::Plain
        }
    }
}

/// Whether the word is a verb, or tells of an event, and hardly anybody's name; or what people may do stands right behind them: "Rebels Free 100
/// Prisoners", "Gunmen Storm Prison".
fn is_deed(found: &Findings, at: usize, word: WordInfo) -> bool {
    const VERBS: u32 = Tag::VerbBase.bit()
        | Tag::VerbS.bit()
        | Tag::VerbEd.bit()
        | Tag::VerbEn.bit()
        | Tag::VerbIng.bit()
        | Tag::Auxiliary.bit()
        | Tag::Modal.bit();
    let name = word.given() > 0 || word.surname() > 3;
    let trigger = || begins(found, at, TableId::Trigger);
    // "Militia Burns Villages", but "Governor Burns".
    let does = |before: usize| {
        let many = can_be(found, before, Tag::NounPlural);
        let verb = if many { Tag::VerbBase } else { Tag::VerbS };
        word.can_be(verb) && begins(found, before, TableId::PersonNoun) && (many || !begins(found, before, TableId::Title))
    };
    let done = || at.checked_sub(1).is_some_and(does);
    !name && (word.is_mostly(VERBS) || word.band() > 0 && trigger()) || done()
}

/// Whether a form of the table begins at the token.
fn begins(found: &Findings, at: usize, table: TableId) -> bool {
    found.hits_at.get(at).is_some_and(|here| here.tables >> table as u8 & 1 == 1)
}

fn can_be(found: &Findings, at: usize, tag: Tag) -> bool {
    found.words.get(at).is_some_and(|word| word.can_be(tag))
}
