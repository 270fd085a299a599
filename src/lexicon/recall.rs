//! [`Recall`]: what the lexicon says of the words last met. A few thousand words make up most of any text; what is known of them stands
//! together here, where it takes one look, not one in each of several large tables.

use super::Lexicon;
use super::layer::Layer;
use super::trie::ROOT;
use super::word::WordInfo;
use crate::token::grammar::Grammar;
use std::hint::black_box;
use std::sync::Arc;

/// How many pairs of words are remembered, a power of two: as many as stay in the fast part of the cache.
const PAIRS: usize = 4096;

/// What the lexicon says of a word.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    hash: u64,
    pub info: WordInfo,
    /// The number of the sets of words that it belongs to, for [`Recall::sets`].
    pub sets: u32,
    /// The node of the first layer's phrases that the word leads to, the root if none begins with it.
    pub phrase: u32,
    /// The same of the first layer's places.
    pub place: u32,
    /// Its classes of the grammar.
    pub grammar: Grammar,
}

/// The last two words met with hashes that end alike, the later first: one line of the cache.
#[derive(Clone, Debug)]
#[repr(align(64))]
struct Pair([Known; 2]);

const _: () = assert!(size_of::<Pair>() == 64, "a pair is one line of the cache");

/// The words last met.
#[derive(Debug, Default)]
pub struct Recall {
    pairs: Vec<Pair>,
    /// The sets that words belong to together, each once: their bits. None comes first. There are about a hundred, and a number takes a
    /// quarter of the room that the bits would in a [`Known`].
    sets: Vec<u128>,
    /// Of which lexicon.
    layers: Vec<Arc<Layer>>,
}

impl Recall {
    /// Makes ready for words of `lexicon`; forgets those of another.
    pub fn turn_to(&mut self, lexicon: &Lexicon) {
        let same = self.layers.len() == lexicon.layers.len() && self.layers.iter().zip(&lexicon.layers).all(|(a, b)| Arc::ptr_eq(a, b));
        if self.pairs.is_empty() || !same {
            self.layers.clone_from(&lexicon.layers);
            self.sets.clear();
            self.sets.push(0);
            let nothing = self.look_up(lexicon, 0);
            self.pairs.clear();
            self.pairs.resize(PAIRS, Pair([nothing; 2]));
        }
    }

    /// The bits of the sets with this number.
    #[inline]
    pub fn sets(&self, number: u32) -> u128 {
        self.sets.get(number as usize).copied().unwrap_or(0)
    }

    /// Has the processor fetch what is known of the word with this hash, as [`Trie::fetch`](super::trie::Trie::fetch) does.
    #[inline]
    pub fn fetch(&self, hash: u64) {
        black_box(self.pairs.get(hash as usize % PAIRS).map(|Pair([later, _])| later.hash));
    }

    /// What `lexicon`, the one last turned to, says of the word with this hash.
    #[inline]
    pub fn word(&mut self, lexicon: &Lexicon, hash: u64) -> Known {
        let Pair(pair) = &self.pairs[hash as usize % PAIRS];
        // Which of the two it is cannot be guessed, and is nothing to branch on.
        let known = pair[usize::from(pair[0].hash != hash)];
        if known.hash == hash {
            return known;
        }
        let known = self.look_up(lexicon, hash);
        if let Some(Pair([later, earlier])) = self.pairs.get_mut(hash as usize % PAIRS) {
            *earlier = *later;
            *later = known;
        }
        known
    }

    fn look_up(&mut self, lexicon: &Lexicon, hash: u64) -> Known {
        let first = lexicon.layers.first();
        let (phrase, place) = first.map_or((ROOT, ROOT), |layer| (layer.phrases.begin(hash), layer.places.begin(hash)));
        let sets = self.number(lexicon.sets(hash));
        Known { hash, info: lexicon.word(hash), sets, phrase, place, grammar: Grammar::of(hash) }
    }

    /// The number of these sets.
    fn number(&mut self, sets: u128) -> u32 {
        let number = self.sets.iter().position(|&known| known == sets).unwrap_or_else(|| {
            self.sets.push(sets);
            self.sets.len() - 1
        });
        number as u32
    }
}
