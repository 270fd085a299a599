//! Words of the grammar as hashes that are worked out when the library is compiled, and sets of them.

use super::fold::hash;

/// The hash of a folded word, worked out at compile time wherever it stands.
macro_rules! word {
    ($word:literal) => {
        const { $crate::token::fold::hash($word) }
    };
}

/// The hashes of a few folded words, to be searched one after the other.
macro_rules! words {
    ($($word:literal),+ $(,)?) => {
        const { &[$($crate::token::fold::hash($word)),+] }
    };
}

pub(crate) use {word, words};

/// A few words of a closed grammar; most others are told apart by six bits of their hashes.
#[derive(Debug)]
pub(crate) struct Few<const N: usize> {
    bits: u64,
    hashes: [u64; N],
}

impl<const N: usize> Few<N> {
    /// Of folded words.
    pub const fn new(words: [&str; N]) -> Self {
        let (mut bits, mut hashes, mut at) = (0, [0; N], 0);
        while at < N {
            hashes[at] = hash(words[at]);
            bits |= 1 << (hashes[at] % 64);
            at += 1;
        }
        Self { bits, hashes }
    }

    /// Whether the word with this hash is one of them.
    #[inline]
    pub fn contains(&self, hash: &u64) -> bool {
        self.bits >> (hash % 64) & 1 == 1 && self.hashes.contains(hash)
    }
}

/// The classes of the words of a closed grammar, asked at every token: an open-addressed table of hashes, made at compile time.
#[derive(Debug)]
pub(crate) struct Classes<const SLOTS: usize> {
    /// Hash of a word and a bit for each of its classes.
    slots: [(u64, u32); SLOTS],
}

impl<const SLOTS: usize> Classes<SLOTS> {
    /// The table of these classes; `SLOTS` is a power of two, and some slots stay empty.
    pub const fn new(classes: &[(&[u64], u32)]) -> Self {
        let (mut slots, mut class, mut used) = ([(0, 0); SLOTS], 0, 0);
        while class < classes.len() {
            let (words, bits) = classes[class];
            let mut next = 0;
            while next < words.len() {
                let mut at = words[next] as usize % SLOTS;
                while slots[at].0 != 0 && slots[at].0 != words[next] {
                    at = (at + 1) % SLOTS;
                }
                used += (slots[at].0 == 0) as usize;
                slots[at] = (words[next], slots[at].1 | bits);
                next += 1;
            }
            class += 1;
        }
        assert!(SLOTS.is_power_of_two() && 2 * used <= SLOTS, "half of the table stays free");
        Self { slots }
    }

    /// The classes of the word with this hash.
    pub fn of(&self, hash: u64) -> u32 {
        let mut at = hash as usize % SLOTS;
        loop {
            match self.slots[at] {
                (0, _) => return 0,
                (known, bits) if known == hash => return bits,
                _ => at = (at + 1) % SLOTS,
            }
        }
    }
}
