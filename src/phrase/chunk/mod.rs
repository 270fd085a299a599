//! Chunks: runs of units that act as one.

mod called;
mod noun;
mod verb;

use super::unit::{Unit, UnitKind};
use super::words::*;
use super::{Chunk, ChunkKind, VerbForm, Voice};
use crate::lexicon::{Lexicon, Tag};

/// Most units of a group: no real one has as many, and no text may make the work more than linear.
const LONGEST: usize = 32;

/// Cuts one sentence's units into chunks and adds them to `chunks`.
pub(super) fn cut(units: &[Unit], lexicon: &Lexicon, chunks: &mut Vec<Chunk>) {
    let (mut at, start) = (0, chunks.len());
    while let Some(unit) = units.get(at) {
        let opens = |before: &Chunk| matches!(before.kind, ChunkKind::Verb | ChunkKind::Preposition);
        let before = chunks.get(start..).and_then(<[Chunk]>::last).is_some_and(opens);
        if let Some((end, last)) = called::aside_end(units, lexicon, at).filter(|_| before).and_then(|end| Some((end, units.get(end - 1)?)))
        {
            chunks.push(chunk(ChunkKind::Adverb, unit, last, last));
            at = end;
            continue;
        }
        let negation = NEGATIONS.contains(&unit.hash);
        let mark = unit.kind == UnitKind::Mark && !noun::is_quoted_attribute(units, at);
        if !negation && (mark || unit.is_any(bit(Tag::Preposition) | bit(Tag::Conjunction))) {
            chunks.push(single(unit));
            at += 1;
            continue;
        }
        let verbal = negation || unit.is_any(VERBS | HELPERS | bit(Tag::Adverb) | bit(Tag::Particle));
        let verb = if verbal { verb::verb_group(units, lexicon, at) } else { None };
        let (chunk, next) = verb.or_else(|| noun::noun_group(units, lexicon, at)).unwrap_or_else(|| (single(unit), at + 1));
        chunks.push(chunk);
        at = next.max(at + 1);
    }
}

fn chunk(kind: ChunkKind, first: &Unit, last: &Unit, head: &Unit) -> Chunk {
    Chunk {
        first: first.first,
        last: last.last,
        head: head.last.saturating_sub(1),
        kind,
        voice: Voice::Active,
        form: VerbForm::Finite,
        negated: false,
        modal: None,
        plural: false,
    }
}

fn single(unit: &Unit) -> Chunk {
    let kind = match (unit.kind, unit.tag) {
        (UnitKind::Mark, _) => ChunkKind::Mark,
        (UnitKind::Time, _) => ChunkKind::Time,
        (_, Some(Tag::Preposition | Tag::Particle)) => ChunkKind::Preposition,
        (_, Some(Tag::Conjunction)) if [AND, OR, BUT, NOR].contains(&unit.hash) => ChunkKind::Conjunction,
        (_, Some(Tag::Conjunction | Tag::Pronoun)) => ChunkKind::Subordinator,
        (_, Some(Tag::Adjective | Tag::Comparative | Tag::Superlative)) => ChunkKind::Adjective,
        // "Left 12 dead".
        _ if unit.hash == DEAD => ChunkKind::Adjective,
        (_, Some(Tag::Determiner | Tag::Noun)) => ChunkKind::Noun,
        _ => ChunkKind::Adverb,
    };
    chunk(kind, unit, unit, unit)
}
