//! Routes: what is named by its two ends is one noun group ("the Cano Limon - Covenas pipeline").

use super::{Chunk, ChunkKind};
use crate::document::Document;
use crate::lexicon::WordSet;

/// Farthest that the last noun group of a route stands behind the first, in chunks.
const LONGEST: usize = 6;

/// Joins the noun groups of each route among the chunks of one sentence, which begin at `start`.
pub(super) fn join(document: &Document<'_>, chunks: &mut Vec<Chunk>, start: usize) {
    let is_hyphen = |chunk: &Chunk| chunk.kind == ChunkKind::Mark && document.word(chunk.first as usize) == "-";
    let is_noun = |chunk: Option<&Chunk>| chunk.is_some_and(|chunk| chunk.kind == ChunkKind::Noun);
    let mut at = start;
    while at + 2 < chunks.len() {
        let mut last = at;
        while last < at + LONGEST
            && is_noun(chunks.get(last))
            && chunks.get(last + 1).is_some_and(is_hyphen)
            && is_noun(chunks.get(last + 2))
        {
            last += 2;
        }
        let runs = |head: usize| document.has(WordSet::Way, head) || document.has(WordSet::Route, head);
        if last > at && runs(chunks[last].head as usize) {
            chunks[last].first = chunks[at].first;
            chunks.drain(at..last);
        }
        at += 1;
    }
}
