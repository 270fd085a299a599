//! Sets and maps whose keys are hashes of words or small numbers: what is hashed well already is hardly hashed again.

use std::hash::{BuildHasherDefault, Hasher};

/// A set of hashes of words.
pub(crate) type WordSet = std::collections::HashSet<u64, BuildHasherDefault<Plain>>;
/// A map from a key of a few numbers.
pub(crate) type Map<Key, Value> = std::collections::HashMap<Key, Value, BuildHasherDefault<Plain>>;

/// Mixes numbers by rotation and multiplication.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Plain(u64);

impl Hasher for Plain {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(23) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(u64::from(byte)));
    }

    fn write_u8(&mut self, number: u8) {
        self.write_u64(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }
}
