//! The table of single words: hash of a word to what is known of it, in one array with one access to memory for each lookup.

use super::word::KEPT;
use std::borrow::Cow;

/// Bits of a slot that hold what is known of the word; the others hold bits of its hash.
const INFO: u64 = KEPT;

/// A finished table. A slot holds 24 bits of the hash over 40 bits of knowledge; an empty one is zero.
#[derive(Clone, Debug)]
pub struct WordMap {
    /// The slots, a power of two of them.
    pub slots: Cow<'static, [u64]>,
}

fn mix(hash: u64) -> u64 {
    hash.wrapping_mul(0xff51_afd7_ed55_8ccd)
}

fn home(key: u64, slots: usize) -> usize {
    (key >> 40) as usize & (slots - 1)
}

/// Bits of the key that [`home`] does not use, put above those of the knowledge.
fn print(key: u64) -> u64 {
    key << 24 & !INFO
}

impl WordMap {
    /// A table of these words, of which none stands there twice.
    pub fn new(words: impl ExactSizeIterator<Item = (u64, u64)>) -> Self {
        let mut slots = vec![0_u64; (words.len() * 3 / 2 + 2).next_power_of_two()];
        for (hash, info) in words.filter(|(_, info)| *info != 0) {
            assert!(info & !INFO == 0, "what is known of a word takes more bits than a slot has");
            let key = mix(hash);
            let mut at = home(key, slots.len());
            while slots[at] != 0 {
                assert!(slots[at] & !INFO != print(key), "two words share a key");
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = print(key) | info;
        }
        Self { slots: slots.into() }
    }

    /// What is known of the word with this hash.
    pub fn get(&self, hash: u64) -> u64 {
        let key = mix(hash);
        let mut at = home(key, self.slots.len());
        while let Some(&slot) = self.slots.get(at) {
            if slot & !INFO == print(key) || slot == 0 {
                return slot & INFO;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        0
    }
}
