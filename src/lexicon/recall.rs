//! [`Recall`]: what the lexicon says of the words last met. A few thousand words make up most of any text; what is known of them stands
//! together here, where it takes one look, not one in each of several large tables.

use super::Lexicon;
use super::layer::Layer;
use super::set::WORD_SETS;
use super::trie::ROOT;
use super::word::WordInfo;
use crate::token::grammar::Grammar;
use std::sync::Arc;

/// How many pairs of words are remembered, a power of two: as many as stay in the fast part of the cache.
const PAIRS: usize = 4096;

/// Where the bits of the classes of the grammar begin.
const GRAMMAR: u32 = 53;

const _: () = assert!(WORD_SETS.len() <= GRAMMAR as usize, "sets of words and classes of the grammar have bits of their own");

/// The classes of the grammar among the sets that a word belongs to.
pub(crate) const fn grammar_of(sets: u64) -> Grammar {
    Grammar::from_bits((sets >> GRAMMAR) as u16)
}

/// What the lexicon says of a word.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    hash: u64,
    pub info: WordInfo,
    /// The sets of words that it belongs to: their bits, and those of its classes of the grammar from [`GRAMMAR`] on.
    pub sets: u64,
    /// The node of the first layer's phrases that the word leads to, the root if none begins with it.
    pub phrase: u32,
    /// The same of the first layer's places.
    pub place: u32,
}

/// The last two words met with hashes that end alike, the later first: one line of the cache.
#[derive(Clone, Debug)]
#[repr(align(64))]
struct Pair([Known; 2]);

/// The words last met.
#[derive(Debug, Default)]
pub struct Recall {
    pairs: Vec<Pair>,
    /// Of which lexicon.
    layers: Vec<Arc<Layer>>,
}

impl Recall {
    /// Makes ready for words of `lexicon`; forgets those of another.
    pub fn turn_to(&mut self, lexicon: &Lexicon) {
        let same = self.layers.len() == lexicon.layers.len() && self.layers.iter().zip(&lexicon.layers).all(|(a, b)| Arc::ptr_eq(a, b));
        if self.pairs.is_empty() || !same {
            self.layers.clone_from(&lexicon.layers);
            self.pairs.clear();
            self.pairs.resize(PAIRS, Pair([Known::look_up(lexicon, 0); 2]));
        }
    }

    /// What `lexicon`, the one last turned to, says of the word with this hash.
    #[inline]
    pub fn word(&mut self, lexicon: &Lexicon, hash: u64) -> &Known {
        let Pair([later, earlier]) = &mut self.pairs[hash as usize % PAIRS];
        if later.hash == hash {
            return later;
        }
        if earlier.hash == hash {
            return earlier;
        }
        *earlier = *later;
        *later = Known::look_up(lexicon, hash);
        later
    }
}

impl Known {
    fn look_up(lexicon: &Lexicon, hash: u64) -> Self {
        let first = lexicon.layers.first();
        let (phrase, place) = first.map_or((ROOT, ROOT), |layer| (layer.phrases.begin(hash), layer.places.begin(hash)));
        Self { hash, info: lexicon.word(hash), sets: lexicon.sets(hash) | u64::from(Grammar::of(hash).bits()) << GRAMMAR, phrase, place }
    }
}
