//! [`Walk`]: the way along a trie from a token, over those behind it.

use super::entry::Entry;
use super::findings::Hit;
use super::form::is_skipped;
use super::trie::{GAP, ROOT, Trie};
use super::{Lexicon, RowRef};
use crate::token::{Case, Gap, TextCase, Token, Tokens};

/// Longest gap of a form with ` .. `, in tokens.
const GAP_TOKENS: usize = 8;

/// How a walk begins.
#[derive(Clone, Copy, Debug)]
pub struct Start {
    /// The token that it begins with.
    pub first: u32,
    /// The node that this token leads to.
    pub node: u32,
}

/// Walks along a trie from one token after the other.
pub struct Walk<'w> {
    lexicon: &'w Lexicon,
    layer: u8,
    trie: &'w Trie,
    document: Tokens<'w>,
    hits: &'w mut Vec<Hit>,
    /// All ones if capitals mean anything.
    gated: u8,
    /// Whether a layer above may hide what is found.
    covered: bool,
    /// The token that the walk began with.
    first: usize,
    /// Whether capitals mean anything, and that token is a word with one, so that it begins no form in capitals.
    one_capital: bool,
    /// A bit for each table that was met.
    tables: u64,
}

impl<'w> Walk<'w> {
    pub fn new(lexicon: &'w Lexicon, layer: u8, trie: &'w Trie, document: Tokens<'w>, hits: &'w mut Vec<Hit>) -> Self {
        let (gated, covered) = (document.case == TextCase::Mixed, lexicon.layers.len() > layer as usize + 1);
        let gated = if gated { u8::MAX } else { 0 };
        Self { lexicon, layer, trie, document, hits, gated, covered, first: 0, one_capital: false, tables: 0 }
    }

    /// Enters how the walks begin that may find anything; `nodes` are those that the tokens lead to, the root where no form begins.
    pub fn starts(&self, nodes: impl Iterator<Item = u32>, starts: &mut Vec<Start>) {
        starts.clear();
        for ((first, token), node) in (0..).zip(self.document.tokens).zip(nodes) {
            if node != ROOT && self.may_find(first as usize, token, node) {
                starts.push(Start { first, node });
            }
        }
    }

    /// Whether a walk from `token`, which leads to `node`, may find anything: most words only begin forms that do not go on in the text.
    #[inline]
    fn may_find(&self, first: usize, token: &Token, node: u32) -> bool {
        if let Some(next) = self.document.tokens.get(first + 1) {
            if self.trie.may_step(node, next.hash) {
                self.trie.fetch_edge(node, next.hash);
                return true;
            }
            if next.is_glued() {
                return true;
            }
        }
        if Trie::has_gap(node) {
            self.trie.fetch_edge(node, GAP);
            return true;
        }
        let unlike = self.unlike(u8::from(token.case.is_capitalised()), self.has_one_capital(token));
        let fits = |&value: &u64| value & unlike == 0 || !Trie::is_last(value);
        Trie::has_values(node) && self.trie.values_on(node).first().is_some_and(fits)
    }

    /// Whether capitals mean anything, and the token is a word with one, so that it begins no form in capitals.
    fn has_one_capital(&self, token: &Token) -> bool {
        self.gated > 0 && token.case == Case::Capital && token.end - token.start > 1
    }

    /// What keeps forms from text that is written so; see [`Entry::unlike`].
    fn unlike(&self, caps: u8, one_capital: bool) -> u64 {
        Entry::unlike(!caps & self.gated, one_capital)
    }

    /// Walks on from its start; where its hits stand then, sorted by length.
    #[inline]
    pub fn from(&mut self, start: Start) -> (u32, u32) {
        let from = self.hits.len();
        self.first = start.first as usize;
        if let Some(token) = self.document.tokens.get(self.first) {
            self.one_capital = self.has_one_capital(token);
            if self.on(start.node, self.first, u8::from(token.case.is_capitalised()), 1, 0)
                && let Some(here) = self.hits.get_mut(from..)
            {
                // Those over a gap come after longer ones.
                here.sort_by_key(|hit| hit.last);
            }
        }
        (from as u32, self.hits.len() as u32)
    }

    /// A bit for each table that was met since it was asked last.
    pub fn take_tables(&mut self) -> u64 {
        std::mem::take(&mut self.tables)
    }

    /// Goes on from `node`, reached with the token at `at`; `caps` has a bit for each matched token with a capital, `steps` counts them,
    /// `head` is the token after the first part of a form with a gap, 0 before a gap. Whether it came over a gap.
    fn on(&mut self, mut node: u32, mut at: usize, mut caps: u8, mut steps: u32, head: usize) -> bool {
        let mut gaps = false;
        loop {
            if Trie::has_values(node) {
                self.emit(node, at + 1, caps, head);
            }
            if head == 0
                && let Some(after) = self.trie.gap(node)
            {
                gaps = true;
                self.over_gap(after, at + 1, caps, steps + 1);
            }
            let Some((next, to)) = self.next(node, at) else { return gaps };
            (node, at) = (next, to);
            if steps < 8 && self.document.tokens[at].case.is_capitalised() {
                caps |= 1 << steps;
            }
            steps += 1;
        }
    }

    #[inline(never)]
    fn over_gap(&mut self, node: u32, from: usize, caps: u8, steps: u32) {
        let behind = self.document.tokens.get(from..).unwrap_or(&[]).iter().take(GAP_TOKENS + 1);
        for (at, token) in (from..).zip(behind) {
            if token.gap == Gap::Paragraph {
                return;
            }
            if let Some(next) = self.trie.step(node, token.hash) {
                let found = self.hits.len();
                self.on(next, at, caps, steps + 1, from);
                if self.hits.len() > found {
                    return;
                }
            }
        }
    }

    /// The node after the next token that counts: a hyphen or point that touches the word before may be passed over.
    #[inline]
    fn next(&self, node: u32, at: usize) -> Option<(u32, usize)> {
        if !Trie::goes_on(node) {
            return None;
        }
        let mut to = at + 1;
        loop {
            let token = self.document.tokens.get(to).filter(|token| token.gap < Gap::Paragraph)?;
            if let Some(next) = self.trie.step(node, token.hash) {
                return Some((next, to));
            }
            if to > at + 1 || !token.is_glued() || !is_skipped(token, self.document.text) {
                return None;
            }
            to += 1;
        }
    }

    /// Adds the forms that end at `node` with the token before `last`.
    fn emit(&mut self, node: u32, last: usize, caps: u8, head: usize) {
        let (first, last, head) = (self.first as u32, last as u32, if head == 0 { last as u32 } else { head as u32 });
        let unlike = self.unlike(caps, self.one_capital);
        for &value in self.trie.values_on(node) {
            if value & unlike == 0 && !(self.covered && self.is_hidden(node, value)) {
                let entry = Entry(value);
                let row = self.row(entry);
                self.tables |= 1 << row.table as u8;
                self.hits.push(Hit { first, last, head, row, role: entry.role(), class: entry.class(), param: entry.param() as u16 });
            }
            if Trie::is_last(value) {
                return;
            }
        }
    }

    fn row(&self, entry: Entry) -> RowRef {
        RowRef { layer: self.layer, table: entry.table(), row: entry.row() }
    }

    // Few texts are read with lexicons of a user's, and few forms have a gap: neither is to take room in the walk.
    #[cold]
    fn is_hidden(&self, node: u32, value: u64) -> bool {
        let row = self.row(Entry(value));
        self.lexicon.layers_over(row).any(|layer| layer.silence.hides(row, node, value))
    }
}
