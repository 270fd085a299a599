//! A flat token trie: one open-addressed array of edges, walked from token starts.
//!
//! An edge is (node, hash of the next token) -> node. Its slot holds 32 bits of the mixed key and the target node; together with the
//! place in the array some fifty bits of the key are compared, so a lookup needs no strings. A bitset of first tokens stands in front,
//! since most words of a text begin no entry.

use std::borrow::Cow;
use std::collections::HashMap;

/// The root of the forms.
pub const ROOT: u32 = 0;
/// The edge for "up to eight words may stand here".
pub const GAP: u64 = 0x9e37_79b9_7f4a_7c15;

const HAS_GAP: u32 = 1 << 31;

/// A finished trie over `u64` values; several may stand at one node.
#[derive(Clone, Debug)]
pub struct Trie {
    /// Bitset of first tokens.
    pub first: Cow<'static, [u64]>,
    /// The edges.
    pub slots: Cow<'static, [u64]>,
    /// For each node the index of its first value, with a bit for a gap; one more at the end.
    pub nodes: Cow<'static, [u32]>,
    /// The values of all nodes.
    pub values: Cow<'static, [u64]>,
}

fn mix(node: u32, hash: u64) -> u64 {
    let mut key = (hash ^ (u64::from(node) << 32 | u64::from(node))).wrapping_mul(0xff51_afd7_ed55_8ccd);
    key ^= key >> 32;
    key.wrapping_mul(0xc4ce_b9fe_1a85_ec53)
}

/// The upper half of a slot; never zero, so that an empty slot is zero.
fn print(key: u64) -> u64 {
    (key & 0xffff_ffff) | 1
}

impl Trie {
    /// The node reached from `node` over a token with `hash`.
    pub fn step(&self, node: u32, hash: u64) -> Option<u32> {
        let mask = self.slots.len() - 1;
        let key = mix(node, hash);
        let print = print(key);
        let mut at = (key >> 32) as usize & mask;
        loop {
            let slot = *self.slots.get(at)?;
            if slot == 0 {
                return None;
            }
            if slot >> 32 == print {
                return Some(slot as u32);
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether an entry may begin with a token of this hash.
    pub fn may_begin(&self, hash: u64) -> bool {
        let bits = self.first.len() * 64;
        let bit = (hash >> 20) as usize & (bits - 1);
        self.first[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// The values at `node`.
    pub fn values(&self, node: u32) -> &[u64] {
        let node = node as usize;
        let (Some(from), Some(to)) = (self.nodes.get(node), self.nodes.get(node + 1)) else { return &[] };
        self.values.get((from & !HAS_GAP) as usize..(to & !HAS_GAP) as usize).unwrap_or(&[])
    }

    /// The node after a gap at `node`, if an entry has one there.
    pub fn gap(&self, node: u32) -> Option<u32> {
        let marked = self.nodes.get(node as usize).is_some_and(|first| first & HAS_GAP != 0);
        if marked { self.step(node, GAP) } else { None }
    }

    /// A trie over arrays that were built before.
    pub fn from_parts(first: &'static [u64], slots: &'static [u64], nodes: &'static [u32], values: &'static [u64]) -> Self {
        Self { first: first.into(), slots: slots.into(), nodes: nodes.into(), values: values.into() }
    }
}

/// Builds a [`Trie`].
#[derive(Debug, Default)]
pub struct TrieBuilder {
    edges: HashMap<(u32, u64), u32>,
    values: Vec<Vec<u64>>,
}

impl TrieBuilder {
    /// Adds `value` under the token hashes `path`; a value that stands there already is not added again.
    pub fn insert(&mut self, path: &[u64], value: u64) {
        let mut node = ROOT;
        self.node(node);
        for &hash in path {
            let next = self.values.len() as u32;
            let target = *self.edges.entry((node, hash)).or_insert(next);
            if target == next {
                self.values.push(Vec::new());
            }
            node = target;
        }
        let values = &mut self.values[node as usize];
        if !values.contains(&value) {
            values.push(value);
        }
    }

    fn node(&mut self, node: u32) {
        if self.values.len() <= node as usize {
            self.values.resize(node as usize + 1, Vec::new());
        }
    }

    /// The finished trie.
    pub fn build(mut self) -> Trie {
        self.node(ROOT);
        let size = (self.edges.len() * 3 / 2 + 2).next_power_of_two();
        let mut slots = vec![0_u64; size];
        let firsts = self.edges.keys().filter(|(node, _)| *node == ROOT).count();
        let mut first = vec![0_u64; (firsts * 8 / 64 + 1).next_power_of_two()];
        let mut gaps = vec![false; self.values.len()];
        let mut edges: Vec<_> = self.edges.into_iter().collect();
        edges.sort_unstable();
        for ((node, hash), target) in edges {
            if node == ROOT {
                let bit = (hash >> 20) as usize & (first.len() * 64 - 1);
                first[bit / 64] |= 1 << (bit % 64);
            }
            gaps[node as usize] |= hash == GAP;
            let key = mix(node, hash);
            let mut at = (key >> 32) as usize & (size - 1);
            while slots[at] != 0 {
                assert!(slots[at] >> 32 != print(key) || at != (key >> 32) as usize & (size - 1), "two edges share a key");
                at = (at + 1) & (size - 1);
            }
            slots[at] = print(key) << 32 | u64::from(target);
        }
        let mut nodes = Vec::with_capacity(self.values.len() + 1);
        let mut values = Vec::new();
        for (node, of_node) in self.values.iter().enumerate() {
            nodes.push(values.len() as u32 | if gaps[node] { HAS_GAP } else { 0 });
            values.extend_from_slice(of_node);
        }
        nodes.push(values.len() as u32);
        Trie { first: first.into(), slots: slots.into(), nodes: nodes.into(), values: values.into() }
    }
}
