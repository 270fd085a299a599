//! Looking for the forms of a lexicon in a document.

use super::entry::Entry;
use super::findings::{Findings, Hit, HitsAt};
use super::form::is_skipped;
use super::layer::Layer;
use super::trie::{ROOT, Trie};
use super::{Lexicon, RowRef, WordInfo};
use crate::token::grammar::Grammar;
use crate::token::{Case, Gap, TextCase, Token, Tokens};

/// Longest gap of a form with ` .. `, in tokens.
const GAP_TOKENS: usize = 8;

impl Lexicon {
    /// Looks up every token, as [`word`](Self::word), [`has`](Self::has), [`scan`](Self::scan) and [`scan_places`](Self::scan_places) do,
    /// in one pass.
    pub fn look_up(&self, document: Tokens<'_>, found: &mut Findings) {
        let Findings { words, sets, all_sets, grammar, hits, places, hits_at, recall } = found;
        recall.turn_to(self);
        hits.clear();
        places.clear();
        let count = document.tokens.len();
        words.resize(count, WordInfo::default());
        sets.resize(count, 0);
        grammar.resize(count, Grammar::default());
        hits_at.resize(count, HitsAt::default());
        *all_sets = 0;
        let nothing = Trie::default();
        let (phrase_trie, place_trie) = self.layers.first().map_or((&nothing, &nothing), |layer| (&layer.phrases, &layer.places));
        let mut phrases = Walk::new(self, 0, phrase_trie, document, hits);
        let mut towns = Walk::new(self, 0, place_trie, document, places);
        let answers = words.iter_mut().zip(sets).zip(grammar).zip(&mut *hits_at);
        for ((first, token), (((word, sets), grammar), here)) in document.tokens.iter().enumerate().zip(answers) {
            let known = recall.word(self, token.hash);
            (*word, *sets, *grammar, *here) = (known.info, recall.sets(known.sets), known.grammar, HitsAt::default());
            *all_sets |= *sets;
            if known.phrase != ROOT && phrases.may_find(first, known.phrase) {
                here.hits = phrases.from(first, token, known.phrase);
                here.tables = phrases.take_tables();
            }
            if known.place != ROOT && may_open_place(document, token) && towns.may_find(first, known.place) {
                here.places = towns.from(first, token, known.place);
                here.tables |= towns.take_tables();
            }
        }
        if self.layers.len() > 1 {
            self.scan_layers(1, document, &mut found.hits, |layer| &layer.phrases, |_, _| true);
            self.scan_layers(1, document, &mut found.places, |layer| &layer.places, may_open_place);
            found.index();
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

    /// The forms of the small tables that begin with the first token.
    pub(crate) fn scan_start(&self, document: Tokens<'_>, hits: &mut Vec<Hit>) {
        hits.clear();
        self.scan_layers(0, document, hits, |layer| &layer.phrases, |document, token| document.tokens.first() == Some(token));
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
            let mut walk = Walk::new(self, number as u8, trie, document, hits);
            for (first, token) in document.tokens.iter().enumerate().filter(|(_, token)| opens(document, token)) {
                let node = trie.begin(token.hash);
                if node != ROOT {
                    walk.from(first, token, node);
                }
            }
        }
        // Another layer's hits come after those of the whole text.
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

/// Walks along a trie from one token after the other.
struct Walk<'w> {
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
    fn new(lexicon: &'w Lexicon, layer: u8, trie: &'w Trie, document: Tokens<'w>, hits: &'w mut Vec<Hit>) -> Self {
        let (gated, covered) = (document.case == TextCase::Mixed, lexicon.layers.len() > layer as usize + 1);
        let gated = if gated { u8::MAX } else { 0 };
        Self { lexicon, layer, trie, document, hits, gated, covered, first: 0, one_capital: false, tables: 0 }
    }

    /// Whether a walk from the token at `first` and its `node` may find anything: most words only begin forms that do not go on in the text.
    fn may_find(&self, first: usize, node: u32) -> bool {
        !Trie::is_bare(node)
            || self.document.tokens.get(first + 1).is_some_and(|next| next.is_glued() || self.trie.may_step(node, next.hash))
    }

    /// Walks from `token` at `first` and its `node`; where its hits stand then, sorted by length.
    #[inline]
    fn from(&mut self, first: usize, token: &Token, node: u32) -> (u32, u32) {
        let from = self.hits.len();
        self.first = first;
        self.one_capital = self.gated > 0 && token.case == Case::Capital && token.end - token.start > 1;
        if self.on(node, first, u8::from(token.case.is_capitalised()), 1, 0)
            && let Some(here) = self.hits.get_mut(from..)
        {
            // Those over a gap come after longer ones.
            here.sort_by_key(|hit| hit.last);
        }
        (from as u32, self.hits.len() as u32)
    }

    fn take_tables(&mut self) -> u64 {
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
        let unlike = Entry::unlike(!caps & self.gated, self.one_capital);
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
