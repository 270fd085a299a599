//! Folding: one key for all spellings that a lexicon treats alike, and its hash.
//!
//! Small letters, accents dropped, typographic apostrophes made plain. The hash is the key: two different words of the language
//! share a 64-bit value too seldom to matter, so lookups never compare strings.

use super::block::Block;

const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// Hash of the folded form of `word`. Usable in constants.
///
/// ```
/// use dateline::token::fold;
/// assert_eq!(fold::hash("Bogotá"), fold::hash("bogota"));
/// const KILL: u64 = fold::hash("kill");
/// assert_eq!(KILL, fold::hash("KILL"));
/// ```
pub const fn hash(word: &str) -> u64 {
    hash_bytes(word.as_bytes())
}

/// As [`hash`], of UTF-8 bytes.
pub const fn hash_bytes(bytes: &[u8]) -> u64 {
    let mut hasher = Hasher::new();
    let mut at = 0;
    while let Some((block, length)) = Block::of_ascii(bytes, at) {
        let folded = block.lowered(block.letters());
        if length < 8 {
            return hasher.rest(folded).finish();
        }
        hasher = hasher.chunk(folded);
        at += 8;
    }
    while at < bytes.len() {
        let byte = bytes[at];
        if byte < 0x80 {
            hasher = hasher.byte(byte.to_ascii_lowercase());
            at += 1;
            continue;
        }
        let (code, length) = decode(bytes, at);
        let folded = letter(code);
        let mut part = 0;
        while part < folded.len() {
            hasher = hasher.byte(folded[part]);
            part += 1;
        }
        if folded.is_empty() && !is_dropped(code) {
            let mut left = lower(code);
            while left > 0 {
                hasher = hasher.byte((left & 0xff) as u8);
                left >>= 8;
            }
        }
        at += length;
    }
    hasher.finish()
}

/// As [`hash`], of fewer than eight ASCII characters; zeros stand behind them.
pub(crate) const fn hash_short(bytes: [u8; 8]) -> u64 {
    let block = Block::of(bytes);
    Hasher::new().rest(block.lowered(block.letters())).finish()
}

/// As [`hash`], of one ASCII character.
pub(super) const fn hash_ascii(byte: u8) -> u64 {
    Hasher::new().rest(byte.to_ascii_lowercase() as u64).finish()
}

/// Hashes folded bytes, eight at a time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hasher {
    hash: u64,
    chunk: u64,
    filled: u32,
}

impl Hasher {
    pub(super) const fn new() -> Self {
        Self { hash: SEED, chunk: 0, filled: 0 }
    }

    const fn byte(mut self, byte: u8) -> Self {
        self.chunk |= (byte as u64) << (self.filled * 8);
        self.filled += 1;
        if self.filled == 8 { self.chunk(self.chunk) } else { self }
    }

    /// Eight folded bytes at once; those before must have been a multiple of eight.
    pub(super) const fn chunk(self, chunk: u64) -> Self {
        Self { hash: mix(self.hash ^ chunk), chunk: 0, filled: 0 }
    }

    /// The last bytes, fewer than eight; the others of `rest` are zero.
    pub(super) const fn rest(self, rest: u64) -> Self {
        Self { hash: self.hash, chunk: rest, filled: 0 }
    }

    pub(super) const fn finish(self) -> u64 {
        // No folded form ends in a zero byte, so that the length need not be told.
        mix(self.hash ^ self.chunk)
    }
}

/// Moves every bit everywhere, since tables take bits from both ends.
const fn mix(value: u64) -> u64 {
    let product = (value ^ value >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    product ^ product >> 32
}

/// The code point at `at` and the number of its bytes; a stray byte stands for itself.
const fn decode(bytes: &[u8], at: usize) -> (u32, usize) {
    let first = bytes[at] as u32;
    let length = if first >= 0xf0 {
        4
    } else if first >= 0xe0 {
        3
    } else {
        2
    };
    if first < 0xc0 || at + length > bytes.len() {
        return (first, 1);
    }
    let mut code = first & (0x7f >> length);
    let mut next = 1;
    while next < length {
        code = (code << 6) | (bytes[at + next] as u32 & 0x3f);
        next += 1;
    }
    (code, length)
}

/// Combining marks, zero-width characters, the soft hyphen, and the ayn and hamza of romanised Arabic count for nothing.
const fn is_dropped(code: u32) -> bool {
    matches!(code, 0xad | 0x2bb..=0x2bf | 0x300..=0x36f | 0x200b..=0x200f | 0x2060 | 0xfeff)
}

const fn lower(code: u32) -> u32 {
    match code {
        0x391..=0x3a9 | 0x410..=0x42f => code + 0x20,
        0x400..=0x40f => code + 0x50,
        _ => code,
    }
}

/// What a Latin letter with a mark, or a typographic apostrophe, is folded to; empty for all others.
const fn letter(code: u32) -> &'static [u8] {
    match code {
        0x2018 | 0x2019 | 0x2032 | 0x60 | 0xb4 => b"'",
        0xc0..=0xc5 | 0xe0..=0xe5 | 0x100..=0x105 | 0x1cd | 0x1ce | 0x1ea0..=0x1eb7 => b"a",
        0xc6 | 0xe6 => b"ae",
        0xc7 | 0xe7 | 0x106..=0x10d => b"c",
        0xd0 | 0xf0 | 0x10e..=0x111 => b"d",
        0xc8..=0xcb | 0xe8..=0xeb | 0x112..=0x11b | 0x18f | 0x259 | 0x1eb8..=0x1ec7 => b"e",
        0x11c..=0x123 | 0x1e6 | 0x1e7 => b"g",
        0x124..=0x127 | 0x1e24 | 0x1e25 => b"h",
        0xcc..=0xcf | 0xec..=0xef | 0x128..=0x131 | 0x1cf | 0x1d0 | 0x1ec8..=0x1ecb => b"i",
        0x134 | 0x135 => b"j",
        0x136..=0x138 => b"k",
        0x139..=0x142 => b"l",
        0xd1 | 0xf1 | 0x143..=0x14b => b"n",
        0xd2..=0xd6 | 0xd8 | 0xf2..=0xf6 | 0xf8 | 0x14c..=0x151 | 0x1a0 | 0x1a1 | 0x1ecc..=0x1ee3 => b"o",
        0x152 | 0x153 => b"oe",
        0x154..=0x159 => b"r",
        0xdf | 0x1e9e => b"ss",
        0x15a..=0x161 | 0x218 | 0x219 | 0x1e62 | 0x1e63 => b"s",
        0x162..=0x167 | 0x21a | 0x21b | 0x1e6c | 0x1e6d => b"t",
        0xd9..=0xdc | 0xf9..=0xfc | 0x168..=0x173 | 0x1af | 0x1b0 | 0x1ee4..=0x1ef1 => b"u",
        0x174 | 0x175 => b"w",
        0xdd | 0xfd | 0xff | 0x176..=0x178 | 0x1ef2..=0x1ef9 => b"y",
        0x179..=0x17e | 0x1e92 | 0x1e93 => b"z",
        0xde | 0xfe => b"th",
        _ => b"",
    }
}

#[cfg(test)]
mod tests {
    use super::hash;

    /// Words of every length about eight bytes: letters beyond ASCII put them on the other way through the hash.
    #[test]
    fn both_ways_hash_alike() {
        for length in 0..20 {
            let plain: String = ('a'..='z').take(length).collect();
            assert_eq!(hash(&plain), hash(&plain.to_uppercase()));
            assert_eq!(hash(&plain), hash(&plain.replace('a', "á").replace('h', "ĥ")), "{plain}");
            assert_ne!(hash(&plain), hash(&format!("{plain}x")));
        }
    }
}
