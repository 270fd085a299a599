//! [`List`]: the chunks of a coordinated group.

use std::fmt;
use std::ops::{Deref, DerefMut};

/// How many members a list may have.
pub(super) const MEMBERS: usize = 12;

/// Indices of chunks, at most twelve; read as a slice. It lies where it is used: lists are made by the hundred and none outlives its rule.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct List {
    length: u8,
    chunks: [u32; MEMBERS],
}

impl List {
    /// A list of one.
    pub fn of(chunk: usize) -> Self {
        let mut list = Self::default();
        list.push(chunk as u32);
        list
    }

    /// Adds a chunk, unless the list is full.
    pub(super) fn push(&mut self, chunk: u32) {
        if let Some(slot) = self.chunks.get_mut(self.length as usize) {
            *slot = chunk;
            self.length += 1;
        }
    }

    /// Those from the one at `first` on.
    pub(super) fn from(&self, first: usize) -> Self {
        let mut rest = Self::default();
        self.iter().skip(first).for_each(|&chunk| rest.push(chunk));
        rest
    }

    /// Drops all but the first `length`.
    pub(super) fn truncate(&mut self, length: usize) {
        while self.len() > length {
            self.length -= 1;
            self.chunks[self.length as usize] = 0;
        }
    }
}

impl Deref for List {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        self.chunks.get(..self.length as usize).unwrap_or(&[])
    }
}

impl DerefMut for List {
    fn deref_mut(&mut self) -> &mut [u32] {
        self.chunks.get_mut(..self.length as usize).unwrap_or(&mut [])
    }
}

impl fmt::Debug for List {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self[..].fmt(formatter)
    }
}
