//! Looking for the forms of a lexicon in a document.

use super::compile::is_skipped;
use super::entry::Entry;
use super::layer::Layer;
use super::recall::{Known, Recall};
use super::trie::{ROOT, Trie};
use super::{FormRole, Lexicon, RowRef, WordInfo};
use crate::token::{Case, Gap, TextCase, Token, TokenKind, Tokens};

/// A form of the lexicon found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// Token after the first part of a form with a gap (`hire .. to`); `last` for all others.
    pub head: u32,
    /// The row.
    pub row: RowRef,
    /// Which column the form came from.
    pub role: FormRole,
    /// For a form made from a pattern (`{demonym} army`): the row of the country in the bundled countries, plus one; else 0.
    pub param: u16,
}

impl Hit {
    /// Its length in tokens.
    pub const fn len(&self) -> u32 {
        self.last - self.first
    }

    /// Never: a hit holds a token at least.
    pub const fn is_empty(&self) -> bool {
        self.last <= self.first
    }
}

/// Longest gap of a form with ` .. `, in tokens.
const GAP_TOKENS: usize = 8;
/// Tokens that are looked up together.
const BLOCK: usize = 32;

/// All that the lexicon says of the tokens of a document: buffers for [`Lexicon::look_up`].
#[derive(Debug, Default)]
pub struct Findings {
    /// For each token what the table of single words knows of it.
    pub words: Vec<WordInfo>,
    /// For each token the bits of the sets of words that it belongs to.
    pub sets: Vec<u64>,
    /// All forms of the small tables, as [`Lexicon::scan`] finds them.
    pub hits: Vec<Hit>,
    /// All names of places, as [`Lexicon::scan_places`] finds them.
    pub places: Vec<Hit>,
    recall: Recall,
}

impl Lexicon {
    /// Looks up every token, as [`word`](Self::word), [`scan`](Self::scan) and [`scan_places`](Self::scan_places) do, in one pass.
    pub fn look_up(&self, document: Tokens<'_>, found: &mut Findings) {
        found.recall.turn_to(self);
        found.words.clear();
        found.sets.clear();
        found.hits.clear();
        found.places.clear();
        for first in (0..document.tokens.len()).step_by(BLOCK) {
            self.look_up_block(document, first, found);
        }
        self.scan_layers(1, document, &mut found.hits, |layer| &layer.phrases, |_, _| true);
        self.scan_layers(1, document, &mut found.places, |layer| &layer.places, may_open_place);
    }

    /// Looks up the tokens of one block in the first layer. What the walks begin with is asked for all of them before any walk goes on,
    /// since the answers come from far memory and none waits for another.
    fn look_up_block(&self, document: Tokens<'_>, from: usize, found: &mut Findings) {
        let Findings { words, sets, hits, places, recall } = found;
        let tokens = document.tokens.get(from..).unwrap_or(&[]);
        let mut known = [Known::NOTHING; BLOCK];
        for (known, token) in known.iter_mut().zip(tokens) {
            *known = recall.word(self, token.hash);
            words.push(known.info);
            sets.push(known.sets);
        }
        let Some(layer) = self.layers.first() else { return };
        let behind = |index: usize| tokens.get(index + 1).filter(|token| token.gap != Gap::Paragraph).map_or(0, |token| token.hash);
        let may_go_on: [bool; BLOCK] = std::array::from_fn(|index| layer.phrases.may_step(known[index].phrase, behind(index)));
        let ahead: [u32; BLOCK] = std::array::from_fn(|index| {
            let ahead = may_go_on[index].then(|| layer.phrases.step(known[index].phrase, behind(index)));
            ahead.flatten().unwrap_or(ROOT)
        });
        for (index, token) in tokens.iter().enumerate().take(BLOCK) {
            let (first, known) = (from + index, known[index]);
            Walk { lexicon: self, layer: 0, trie: &layer.phrases, document, first, hits }.from(known.phrase, Some(ahead[index]));
            if known.place != ROOT && may_open_place(document, token) {
                Walk { lexicon: self, layer: 0, trie: &layer.places, document, first, hits: places }.from(known.place, None);
            }
        }
    }

    /// All forms of the small tables in the document, sorted by first token, then by length; overlapping ones too.
    ///
    /// ```
    /// use dateline::lexicon::{Lexicon, TableId};
    /// use dateline::token::{TextCase, Tokens, tokenize};
    /// let (mut tokens, mut hits) = (Vec::new(), Vec::new());
    /// let text = "Boko Haram attacked the village.";
    /// tokenize(text, &mut tokens);
    /// Lexicon::bundled().scan(Tokens { text, tokens: &tokens, case: TextCase::Mixed }, &mut hits);
    /// assert!(hits.iter().any(|hit| hit.row.table == TableId::Group && hit.len() == 2));
    /// ```
    pub fn scan(&self, document: Tokens<'_>, hits: &mut Vec<Hit>) {
        hits.clear();
        self.scan_layers(0, document, hits, |layer| &layer.phrases, |_, _| true);
    }

    /// All names of places of the big tables that begin at a capitalised token (at any token of a text without small letters or capitals).
    pub fn scan_places(&self, document: Tokens<'_>, hits: &mut Vec<Hit>) {
        hits.clear();
        self.scan_layers(0, document, hits, |layer| &layer.places, may_open_place);
    }

    /// Adds the hits of the layers from `lowest` up that begin at tokens that `opens` allows, and sorts all.
    fn scan_layers(
        &self,
        lowest: usize,
        document: Tokens<'_>,
        hits: &mut Vec<Hit>,
        trie: impl Fn(&Layer) -> &Trie,
        opens: impl Fn(Tokens<'_>, &Token) -> bool,
    ) {
        for (number, layer) in self.layers.iter().enumerate().skip(lowest) {
            let trie = trie(layer);
            for (first, _) in document.tokens.iter().enumerate().filter(|(_, token)| opens(document, token)) {
                let node = trie.begin(document.tokens[first].hash);
                Walk { lexicon: self, layer: number as u8, trie, document, first, hits }.from(node, None);
            }
        }
        // Another layer's hits, and those over a gap, come after longer ones.
        if !hits.is_sorted_by_key(|hit| (hit.first, hit.last)) {
            hits.sort_by_key(|hit| (hit.first, hit.last));
        }
    }
}

/// Whether the name of a place may begin with the token.
fn may_open_place(document: Tokens<'_>, token: &Token) -> bool {
    let gated = document.case == TextCase::Mixed;
    token.is_word() && (!gated || token.case.is_capitalised() || token.end - token.start <= 3)
}

/// A walk along the trie from one token.
struct Walk<'w> {
    lexicon: &'w Lexicon,
    layer: u8,
    trie: &'w Trie,
    document: Tokens<'w>,
    first: usize,
    hits: &'w mut Vec<Hit>,
}

impl Walk<'_> {
    /// Walks on from the node of the first token; `ahead` is the one over the next token, where that was looked up. The root is none.
    fn from(mut self, node: u32, ahead: Option<u32>) {
        if node == ROOT {
            return;
        }
        let capital = u8::from(self.document.tokens[self.first].case.is_capitalised());
        match ahead {
            Some(ROOT) if self.ends(node) => self.emit(node, self.first + 1, capital, 0),
            Some(ahead) if ahead != ROOT => self.on(node, self.first, capital, 1, 0, Some((ahead, self.first + 1))),
            _ => self.on(node, self.first, capital, 1, 0, None),
        }
    }

    /// Whether nothing but the next token could lead on from the first one's `node`: no gap, no mark to pass over.
    fn ends(&self, node: u32) -> bool {
        let mark = self.document.tokens.get(self.first + 1).is_some_and(|next| next.kind == TokenKind::Punct && next.is_glued());
        !(Trie::has_gap(node) || mark && Trie::goes_on(node))
    }

    /// Goes on from `node`, reached with the token at `at`; `caps` has a bit for each matched token with a capital, `steps` counts them,
    /// `head` is the token after the first part of a form with a gap, 0 before a gap; `ahead` is the next node and its token, if known.
    fn on(&mut self, mut node: u32, mut at: usize, mut caps: u8, mut steps: u32, head: usize, mut ahead: Option<(u32, usize)>) {
        loop {
            self.emit(node, at + 1, caps, head);
            if head == 0
                && let Some(after) = self.trie.gap(node)
            {
                self.over_gap(after, at + 1, caps, steps + 1);
            }
            let Some((next, to)) = ahead.take().or_else(|| self.next(node, at)) else { return };
            (node, at) = (next, to);
            if steps < 8 && self.document.tokens[at].case.is_capitalised() {
                caps |= 1 << steps;
            }
            steps += 1;
        }
    }

    fn over_gap(&mut self, node: u32, from: usize, caps: u8, steps: u32) {
        for at in from..(from + GAP_TOKENS + 1).min(self.document.tokens.len()) {
            if self.document.tokens[at].gap == Gap::Paragraph {
                return;
            }
            if let Some(next) = self.trie.step(node, self.document.tokens[at].hash) {
                let found = self.hits.len();
                self.on(next, at, caps, steps + 1, from, None);
                if self.hits.len() > found {
                    return;
                }
            }
        }
    }

    /// The node after the next token that counts: hyphens and points that touch the word before may be passed over.
    fn next(&self, node: u32, at: usize) -> Option<(u32, usize)> {
        if !Trie::goes_on(node) {
            return None;
        }
        for to in [at + 1, at + 2] {
            let token = self.document.tokens.get(to)?;
            if token.gap == Gap::Paragraph {
                return None;
            }
            if let Some(next) = self.trie.step(node, token.hash) {
                return Some((next, to));
            }
            if !(token.is_glued() && is_skipped(token, self.document.text)) {
                return None;
            }
        }
        None
    }

    fn emit(&mut self, node: u32, last: usize, caps: u8, head: usize) {
        for &value in self.trie.values(node) {
            let entry = Entry(value);
            if self.document.case == TextCase::Mixed && !self.is_written_right(entry, caps) {
                continue;
            }
            let row = RowRef { layer: self.layer, table: entry.table(), row: entry.row() };
            if self.lexicon.layers_over(row).any(|layer| layer.silence.hides(row, node, value)) {
                continue;
            }
            let head = if head == 0 { last } else { head };
            let (first, last, head) = (self.first as u32, last as u32, head as u32);
            self.hits.push(Hit { first, last, head, row, role: entry.role(), param: entry.param() as u16 });
        }
    }

    fn is_written_right(&self, entry: Entry, caps: u8) -> bool {
        let token = &self.document.tokens[self.first];
        let upper = !entry.is_upper() || !matches!(token.case, Case::Capital) || token.end - token.start == 1;
        entry.caps() & !caps == 0 && upper
    }
}
