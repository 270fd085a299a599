//! A flat token trie: one open-addressed array of edges, walked from token starts.
//!
//! An edge is (node, hash of the next token) -> node. Its slot holds 32 bits of the mixed key and the target node; together with the
//! place in the array some fifty bits of the key are compared, so a lookup needs no strings. What a walk asks of a node (has it values,
//! edges, a gap) stands in the node's number, and the number is where its values lie, with a mask of its edges in front of them. Most
//! beginnings do not go on, and the mask beside the values tells it without a look at the edges. The records of common words
//! stand together, since they are asked for at nearly every token. A bitset of first tokens stands in front of all, since most words of a
//! text begin no entry.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hint::black_box;

/// The root of the forms.
pub const ROOT: u32 = HAS_EDGES | ID;
/// The edge for "up to eight words may stand here".
pub const GAP: u64 = 0x9e37_79b9_7f4a_7c15;

const HAS_VALUES: u32 = 1 << 31;
const HAS_EDGES: u32 = 1 << 30;
const HAS_GAP: u32 = 1 << 29;
/// Two bits for the width of the mask: 1, 8, 64 or 512 words.
const WIDTH: u32 = 27;
const ID: u32 = (1 << WIDTH) - 1;
/// Marks the last of a node's values.
const LAST: u64 = 1 << 63;

/// A finished trie over `u64` values below 2^63; several may stand at one node.
#[derive(Clone, Debug, Default)]
pub struct Trie {
    /// Bitset of first tokens.
    pub first: Cow<'static, [u64]>,
    /// The edges.
    pub slots: Cow<'static, [u64]>,
    /// For each node a mask of its edges, unless it has none; then its values, the last of them marked.
    pub records: Cow<'static, [u64]>,
}

fn mix(node: u32, hash: u64) -> u64 {
    let id = node & ID;
    let mut key = (hash ^ (u64::from(id) << 32 | u64::from(id))).wrapping_mul(0xff51_afd7_ed55_8ccd);
    key ^= key >> 32;
    key.wrapping_mul(0xc4ce_b9fe_1a85_ec53)
}

/// The upper half of a slot; never zero, so that an empty slot is zero.
fn print(key: u64) -> u64 {
    (key & 0xffff_ffff) | 1
}

/// Room for eight bits each.
fn bitset(members: usize) -> Vec<u64> {
    vec![0; (members * 8 / 64 + 1).next_power_of_two()]
}

/// How many words the mask of `node` has.
const fn mask_words(node: u32) -> usize {
    1 << (3 * (node >> WIDTH & 3))
}

/// The width of a mask for this many edges: eight bits for each, as long as there is room.
fn width(edges: usize) -> u32 {
    (0..3).find(|width| edges <= 8 << (3 * width)).unwrap_or(3)
}

/// The bit of an edge over this token in a mask of so many words: which word, and the bit in it.
const fn edge_bit(hash: u64, words: usize) -> (usize, u64) {
    let bit = (hash >> 32) as usize & (words * 64 - 1);
    (bit / 64, 1 << (bit % 64))
}

fn set_bit(bits: &mut [u64], hash: u64) {
    let bit = (hash >> 20) as usize & (bits.len() * 64 - 1);
    bits[bit / 64] |= 1 << (bit % 64);
}

fn has_bit(bits: &[u64], hash: u64) -> bool {
    let bit = (hash >> 20) as usize & (bits.len() * 64 - 1);
    bits.get(bit / 64).is_some_and(|word| word >> (bit % 64) & 1 == 1)
}

impl Trie {
    /// The node reached from `node` over a token with `hash`.
    #[inline]
    pub fn step(&self, node: u32, hash: u64) -> Option<u32> {
        if node == ROOT || self.may_step(node, hash) { self.edge(node, hash) } else { None }
    }

    /// As [`step`](Self::step), for an edge that the mask allows.
    pub fn edge(&self, node: u32, hash: u64) -> Option<u32> {
        let mask = self.slots.len().wrapping_sub(1);
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

    /// Whether an entry has a gap at `node`.
    pub const fn has_gap(node: u32) -> bool {
        node & HAS_GAP != 0
    }

    /// Whether entries go on from `node`.
    pub const fn goes_on(node: u32) -> bool {
        node & HAS_EDGES != 0
    }

    /// Whether the mask of `node`, which is not the root, allows an edge over this token.
    #[inline]
    pub fn may_step(&self, node: u32, hash: u64) -> bool {
        let words = mask_words(node);
        let (word, bit) = edge_bit(hash, words);
        let at = ((node & ID) as usize + word).wrapping_sub(words);
        Self::goes_on(node) && self.records.get(at).is_some_and(|mask| mask & bit != 0)
    }

    /// Has the processor fetch the values of `node`, beside which most masks stand. Nothing waits for it: so it fetches for many tokens at
    /// the same time, while one question after the other would wait for each answer.
    #[inline]
    pub fn fetch(&self, node: u32) {
        // The root, which has none, is nothing to branch on.
        let at = ((node & ID) as usize).min(self.records.len().saturating_sub(1));
        black_box(self.records.get(at).copied().unwrap_or(0));
    }

    /// The same of the slot of an edge of `node` over a token with `hash`.
    #[inline]
    pub fn fetch_edge(&self, node: u32, hash: u64) {
        let at = (mix(node, hash) >> 32) as usize & self.slots.len().wrapping_sub(1);
        black_box(self.slots.get(at).copied().unwrap_or(0));
    }

    /// The node reached from the root over a token with `hash`; the root itself if no entry begins with it.
    pub fn begin(&self, hash: u64) -> u32 {
        if has_bit(&self.first, hash) { self.step(ROOT, hash).unwrap_or(ROOT) } else { ROOT }
    }

    /// The values at `node`. The top bit of the last one is set and means nothing.
    pub fn values(&self, node: u32) -> &[u64] {
        let from = if Self::has_values(node) { self.values_on(node) } else { &[] };
        let last = from.iter().position(|&value| Self::is_last(value));
        last.and_then(|last| from.get(..=last)).unwrap_or(&[])
    }

    /// Whether entries end at `node`.
    pub const fn has_values(node: u32) -> bool {
        node & HAS_VALUES != 0
    }

    /// The values at `node`, which has some, and all those behind them; see [`is_last`](Self::is_last).
    pub fn values_on(&self, node: u32) -> &[u64] {
        self.records.get((node & ID) as usize..).unwrap_or(&[])
    }

    /// Whether the value is the last of its node.
    pub const fn is_last(value: u64) -> bool {
        value & LAST != 0
    }

    /// The node after a gap at `node`, if an entry has one there.
    pub fn gap(&self, node: u32) -> Option<u32> {
        if Self::has_gap(node) { self.step(node, GAP) } else { None }
    }

    /// A trie over arrays that were built before.
    pub fn from_parts([first, slots, records]: [&'static [u64]; 3]) -> Self {
        Self { first: first.into(), slots: slots.into(), records: records.into() }
    }
}

/// Builds a [`Trie`].
#[derive(Debug)]
pub struct TrieBuilder {
    edges: HashMap<(u32, u64), u32>,
    /// The values of each node, by the number that it has while building; the root is 0.
    values: Vec<Vec<u64>>,
}

impl Default for TrieBuilder {
    fn default() -> Self {
        Self { edges: HashMap::new(), values: vec![Vec::new()] }
    }
}

impl TrieBuilder {
    /// Adds `value` under the token hashes `path`; a value that stands there already is not added again.
    pub fn insert(&mut self, path: &[u64], value: u64) {
        assert!(value & LAST == 0, "the top bit of a value is not free");
        let mut node = 0;
        for &hash in path {
            let next = self.values.len() as u32;
            node = *self.edges.entry((node, hash)).or_insert(next);
            if node == next {
                self.values.push(Vec::new());
            }
        }
        let values = &mut self.values[node as usize];
        if !values.contains(&value) {
            values.push(value);
        }
    }

    /// The finished trie; entries that begin with tokens of low `rank` come first.
    pub fn build(self, rank: impl Fn(u64) -> u8) -> Trie {
        let (nodes, records) = self.number(rank);
        let mut edges: Vec<_> =
            self.edges.into_iter().map(|((from, hash), to)| ((nodes[from as usize], hash), nodes[to as usize])).collect();
        edges.sort_unstable();
        let firsts = edges.iter().filter(|((from, _), _)| *from == ROOT).count();
        let mut first = bitset(firsts);
        let mut slots = vec![0_u64; (edges.len() * 3 / 2 + 2).next_power_of_two()];
        for ((from, hash), to) in edges {
            let key = mix(from, hash);
            if from == ROOT {
                set_bit(&mut first, hash);
            }
            let mut at = (key >> 32) as usize & (slots.len() - 1);
            while slots[at] != 0 {
                assert!(slots[at] >> 32 != print(key), "two edges share a key");
                at = (at + 1) & (slots.len() - 1);
            }
            slots[at] = print(key) << 32 | u64::from(to);
        }
        Trie { first: first.into(), slots: slots.into(), records: records.into() }
    }

    /// The final number of each node, with its flags, and all records.
    fn number(&self, rank: impl Fn(u64) -> u8) -> (Vec<u32>, Vec<u64>) {
        let count = self.values.len();
        let (mut flags, mut edges, mut ranks) = (vec![0; count], vec![Vec::new(); count], vec![u8::MAX; count]);
        for (&(from, hash), &to) in &self.edges {
            flags[from as usize] |= HAS_EDGES | if hash == GAP { HAS_GAP } else { 0 };
            edges[from as usize].push(hash);
            if from == 0 {
                ranks[to as usize] = rank(hash);
            }
        }
        let mut order: Vec<usize> = (1..count).collect();
        order.sort_by_key(|&node| ranks[node]);
        // The root has edges even if nothing was added, and no record.
        let (mut nodes, mut records) = (vec![ROOT; count], Vec::new());
        for node in order {
            if !edges[node].is_empty() {
                flags[node] |= width(edges[node].len()) << WIDTH;
                let (from, words) = (records.len(), mask_words(flags[node]));
                records.resize(from + words, 0);
                for &hash in &edges[node] {
                    let (word, bit) = edge_bit(hash, words);
                    records[from + word] |= bit;
                }
            }
            nodes[node] = flags[node] | records.len() as u32;
            if let Some((&last, others)) = self.values[node].split_last() {
                nodes[node] |= HAS_VALUES;
                records.extend_from_slice(others);
                records.push(last | LAST);
            }
        }
        assert!(records.len() < ID as usize, "the trie has too many nodes");
        (nodes, records)
    }
}
