//! Looking for the forms of a lexicon in a document.

use super::findings::{Findings, Hit, HitsAt};
use super::layer::Layer;
use super::trie::{ROOT, Trie};
use super::walk::{Start, Walk};
use super::{Lexicon, WordInfo};
use crate::token::grammar::Grammar;
use crate::token::{TextCase, Token, Tokens};

impl Lexicon {
    /// Looks up every token, as [`word`](Self::word), [`has`](Self::has), [`scan`](Self::scan) and [`scan_places`](Self::scan_places) do.
    ///
    /// The tables are far larger than the caches of a processor, which can fetch from several places at once as long as nothing it has to
    /// guess stands between them. So this is done in short loops, one after the other: what is known of the words, then which walks may
    /// find anything and how they begin, then the walks.
    pub fn look_up(&self, document: Tokens<'_>, found: &mut Findings) {
        self.look_up_words(document, found);
        let Findings { hits, places, hits_at, nodes, starts, .. } = found;
        let nothing = Trie::default();
        let (phrase_trie, place_trie) = self.layers.first().map_or((&nothing, &nothing), |layer| (&layer.phrases, &layer.places));
        for &[phrase, place] in &*nodes {
            phrase_trie.fetch(phrase);
            place_trie.fetch(place);
        }
        let mut phrases = Walk::new(self, 0, phrase_trie, document, hits);
        phrases.starts(nodes.iter().map(|&[phrase, _]| phrase), starts);
        for &start in &*starts {
            if let Some(here) = hits_at.get_mut(start.first as usize) {
                here.hits = phrases.from(start);
                here.tables = phrases.take_tables();
            }
        }
        let mut towns = Walk::new(self, 0, place_trie, document, places);
        towns.starts(nodes.iter().map(|&[_, place]| place), starts);
        for &start in &*starts {
            if let Some(here) = hits_at.get_mut(start.first as usize) {
                here.places = towns.from(start);
                here.tables |= towns.take_tables();
            }
        }
        if self.layers.len() > 1 {
            self.scan_layers(1, document, &mut found.hits, |layer| &layer.phrases, |_, _| true);
            self.scan_layers(1, document, &mut found.places, |layer| &layer.places, may_open_place);
            found.index();
        }
    }

    /// Enters what is known of each token as a word, and the nodes of the lowest layer that it leads to.
    fn look_up_words(&self, document: Tokens<'_>, found: &mut Findings) {
        let Findings { words, sets, all_sets, grammar, hits, places, hits_at, nodes, recall, .. } = found;
        recall.turn_to(self);
        hits.clear();
        places.clear();
        let count = document.tokens.len();
        words.resize(count, WordInfo::default());
        sets.resize(count, 0);
        grammar.resize(count, Grammar::default());
        nodes.resize(count, [ROOT; 2]);
        hits_at.clear();
        hits_at.resize(count, HitsAt::default());
        *all_sets = 0;
        document.tokens.iter().for_each(|token| recall.fetch(token.hash));
        let answers = words.iter_mut().zip(sets).zip(grammar).zip(nodes);
        for (token, (((word, sets), grammar), nodes)) in document.tokens.iter().zip(answers) {
            let known = recall.word(self, token.hash);
            let place = if may_open_place(document, token) { known.place } else { ROOT };
            (*word, *sets, *grammar, *nodes) = (known.info, recall.sets(known.sets), known.grammar, [known.phrase, place]);
            *all_sets |= *sets;
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
                    walk.from(Start { first: first as u32, node });
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
