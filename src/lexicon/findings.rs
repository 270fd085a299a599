//! [`Findings`]: all that the lexicon says of the tokens of a document.

use super::recall::Recall;
use super::walk::Start;
use super::{FormRole, RowRef, TableId, WordInfo};
use crate::token::grammar::Grammar;

/// A form of the lexicon found in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// Token after the first part of a form with a gap (`hire .. to`); `last` for all others.
    pub head: u32,
    /// The row.
    pub row: RowRef,
    /// Which column the form came from.
    pub role: FormRole,
    /// What the row is by the first of its columns with closed values (its kind, class or type): the place of the value among those that the
    /// column may hold, from 1; 0 for none.
    pub class: u8,
    /// For a form made from a pattern (`{demonym} army`): the row of the country in the bundled countries, plus one; else 0.
    pub param: u16,
}

impl Hit {
    /// Its length in tokens.
    pub const fn len(&self) -> u32 {
        self.last - self.first
    }

    /// Never: a hit holds a token at least.
    pub const fn is_empty(&self) -> bool {
        self.last <= self.first
    }
}

/// The hits that begin with one token: where they stand among all, and a bit for each table that they, or names of places there, are of.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct HitsAt {
    pub tables: u64,
    pub hits: (u32, u32),
    pub places: (u32, u32),
}

const _: () = assert!(TableId::ALL.len() <= 64, "a bit for each table");

/// All that the lexicon says of the tokens of a document: buffers for [`Lexicon::look_up`](super::Lexicon::look_up).
#[derive(Debug, Default)]
pub struct Findings {
    /// For each token what the table of single words knows of it.
    pub words: Vec<WordInfo>,
    /// For each token the sets of words that it belongs to.
    pub(crate) sets: Vec<u128>,
    /// All sets that a token belongs to.
    pub(crate) all_sets: u128,
    /// For each token the classes of the closed grammar that it belongs to.
    pub(crate) grammar: Vec<Grammar>,
    /// All forms of the small tables, as [`Lexicon::scan`](super::Lexicon::scan) finds them.
    pub hits: Vec<Hit>,
    /// All names of places, as [`Lexicon::scan_places`](super::Lexicon::scan_places) finds them.
    pub places: Vec<Hit>,
    /// For each token what begins with it.
    pub(crate) hits_at: Vec<HitsAt>,
    /// For each token the nodes of the small tables and of the places that it leads to.
    pub(super) nodes: Vec<[u32; 2]>,
    /// How the walks begin that may find anything.
    pub(super) starts: Vec<Start>,
    pub(super) recall: Recall,
}

impl Findings {
    /// Tells where the hits of each token stand.
    pub(super) fn index(&mut self) {
        self.hits_at.iter_mut().for_each(|here| *here = HitsAt::default());
        for (index, hit) in (0..).zip(&self.hits) {
            let Some(here) = self.hits_at.get_mut(hit.first as usize) else { continue };
            if here.hits.1 == 0 {
                here.hits.0 = index;
            }
            here.hits.1 = index + 1;
            here.tables |= 1 << hit.row.table as u8;
        }
        for (index, hit) in (0..).zip(&self.places) {
            let Some(here) = self.hits_at.get_mut(hit.first as usize) else { continue };
            if here.places.1 == 0 {
                here.places.0 = index;
            }
            here.places.1 = index + 1;
            here.tables |= 1 << hit.row.table as u8;
        }
    }

    /// Drops the hits that go on past one of `ends`, the ends of the sentences: "... left the People's Republic. Police said ...".
    pub(crate) fn keep_within(&mut self, ends: impl Iterator<Item = u32> + Clone) {
        let all = self.hits.len() + self.places.len();
        for hits in [&mut self.hits, &mut self.places] {
            let mut ends = ends.clone();
            let mut end = ends.next().unwrap_or(0);
            hits.retain(|hit| {
                while end <= hit.first {
                    match ends.next() {
                        Some(next) => end = next,
                        None => return false,
                    }
                }
                hit.last <= end
            });
        }
        if self.hits.len() + self.places.len() < all {
            self.index();
        }
    }
}
