//! [`Index`]: what the rules of events ask for, in order, so that none looks at each token of a window.

use super::needs::Violence;
use crate::document::Document;
use crate::lexicon::{Hit, TableId, WordSet};
use crate::phrase::{Chunk, ChunkKind, Phrases, VerbForm};
use crate::token::TokenKind;
use std::ops::Range;

/// Forms by their table, names of places, verbs. Forms with one first token stand in the order of their length.
#[derive(Debug)]
pub(super) struct Index<'r> {
    /// Forms that may disarm a trigger: figurative phrases, look-alikes, names of historical events.
    pub disarming: Vec<&'r Hit>,
    /// Forms of triggers of violence that need nothing beside them.
    pub violence: Vec<Violence<'r>>,
    /// Tokens with which a form of a trigger begins.
    pub triggers: Vec<u32>,
    pub statuses: Vec<&'r Hit>,
    pub casualties: Vec<&'r Hit>,
    pub discourse: Vec<&'r Hit>,
    pub attributions: Vec<&'r Hit>,
    /// Tokens of names of places.
    pub places: Vec<u32>,
    /// Whether the article is on sport, where strikers shoot and defences are under siege.
    pub sport: bool,
    /// Whether a word for a player stands in the article.
    pub players: bool,
    /// For each chunk how many verb groups stand before it, and how many of them are finite.
    verbs: Vec<Verbs>,
    /// For each token whether a form of a noun ends with it, or it is a trigger by itself.
    ends: Vec<bool>,
}

/// Room that an index has for the forms of a table at first: more than most articles need.
const ROOM: usize = 24;

/// How many verb groups there are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Verbs {
    pub all: u32,
    pub finite: u32,
}

impl<'r> Index<'r> {
    pub fn new(document: Document<'r>, phrases: &Phrases) -> Self {
        let mut index = Self {
            disarming: Vec::new(),
            violence: Vec::with_capacity(ROOM),
            triggers: Vec::with_capacity(ROOM),
            statuses: Vec::with_capacity(ROOM),
            casualties: Vec::with_capacity(ROOM),
            discourse: Vec::with_capacity(ROOM),
            attributions: Vec::with_capacity(ROOM),
            places: Vec::with_capacity(ROOM),
            sport: is_on_sport(document),
            players: document.having(WordSet::Player).next().is_some(),
            verbs: count(&phrases.chunks),
            ends: vec![false; document.tokens.len()],
        };
        for hit in document.hits {
            match hit.row.table {
                TableId::PersonNoun | TableId::Title | TableId::Weapon | TableId::Target | TableId::OrganizationHead => index.end(hit),
                TableId::Figurative | TableId::Discard | TableId::NamedEvent => index.disarming.push(hit),
                TableId::Trigger => {
                    if index.triggers.last() != Some(&hit.first) {
                        index.triggers.push(hit.first);
                    }
                    index.violence.extend(Violence::new(document.lexicon, hit));
                    if hit.len() == 1 {
                        index.end(hit);
                    }
                }
                TableId::Status => index.statuses.push(hit),
                TableId::Casualty => index.casualties.push(hit),
                TableId::Discourse => index.discourse.push(hit),
                TableId::Attribution => index.attributions.push(hit),
                _ => {}
            }
        }
        index
    }

    fn end(&mut self, hit: &Hit) {
        if let Some(end) = self.ends.get_mut(hit.last.saturating_sub(1) as usize) {
            *end = true;
        }
    }

    /// Whether a form of a noun may end with the token at `head`, or the token is a trigger by itself.
    pub fn ends_noun(&self, head: u32) -> bool {
        self.ends.get(head as usize).is_some_and(|&end| end)
    }

    /// The verb groups among the chunks in `range`.
    pub fn verbs(&self, range: Range<usize>) -> Verbs {
        let before = |chunk: usize| self.verbs.get(chunk).or(self.verbs.last()).copied().unwrap_or_default();
        let (start, end) = (before(range.start), before(range.end.max(range.start)));
        Verbs { all: end.all - start.all, finite: end.finite - start.finite }
    }
}

/// Whether two different words of sport stand in the article, or the score of a match; one word alone may be a name's ("Awami League").
fn is_on_sport(document: Document<'_>) -> bool {
    let mut words = document.having(WordSet::Sport).filter_map(|at| document.tokens.get(at)).map(|token| token.hash);
    let Some(first) = words.next() else { return has_score(document) };
    words.any(|word| word != first) || has_score(document)
}

/// Whether the article tells the score of a match: "beating Chelsea 3-1".
fn has_score(document: Document<'_>) -> bool {
    const REACH: usize = 4;
    // Few articles have a word that a score stands behind.
    if document.having(WordSet::Versus).next().is_none() {
        return false;
    }
    let points = |at: usize| document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number && token.end - token.start <= 3);
    let score = |dash: usize| {
        let glued = |at: usize| document.tokens.get(at).is_some_and(|token| token.is_glued());
        points(dash - 1) && glued(dash) && points(dash + 1) && glued(dash + 1)
    };
    let told = |at: usize| (at.saturating_sub(REACH)..at).any(|before| document.has(WordSet::Versus, before));
    // "Police beat 3-4 men" tells no score.
    let ends = |at: usize| document.tokens.get(at).is_none_or(|next| !next.is_word() || document.has(WordSet::Setting, at));
    (1..document.tokens.len()).any(|at| matches!(document.word(at), "-" | "–") && score(at) && told(at - 1) && ends(at + 2))
}

fn count(chunks: &[Chunk]) -> Vec<Verbs> {
    let mut verbs = Vec::with_capacity(chunks.len() + 1);
    let mut so_far = Verbs::default();
    verbs.push(so_far);
    verbs.extend(chunks.iter().map(|chunk| {
        let verb = chunk.kind == ChunkKind::Verb;
        so_far.all += u32::from(verb);
        so_far.finite += u32::from(verb && chunk.form == VerbForm::Finite);
        so_far
    }));
    verbs
}

/// Those of `hits`, which are in order, that begin in `range`.
pub(super) fn within<'h, 'r>(hits: &'h [&'r Hit], range: Range<u32>) -> &'h [&'r Hit] {
    let from = hits.partition_point(|hit| hit.first < range.start);
    let inside = hits.get(from..).unwrap_or(&[]);
    let count = inside.iter().take_while(|hit| hit.first < range.end).count();
    inside.get(..count).unwrap_or(&[])
}

/// Those of `tokens`, which are in order, that are in `range`.
pub(super) fn inside(tokens: &[u32], range: Range<u32>) -> &[u32] {
    let from = tokens.partition_point(|&token| token < range.start);
    let to = tokens.partition_point(|&token| token < range.end);
    tokens.get(from..to).unwrap_or(&[])
}
