//! Grounds: what somebody is told to have been killed or taken for is an older deed of his own: "was killed for the murder of two teachers", "killed
//! Jose Rivas, who was responsible for the murder of two teachers".

use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::{Noun, Scene};
use crate::event::trigger::{Pos, kind_of};
use crate::lexicon::{TableId, WordSet};
use crate::phrase::{Chunk, ChunkKind, VerbForm};
use crate::record::{Basis, EventKind};
use crate::token::literal::{word, words};
use std::ops::Range;

/// Verbs that tell that somebody paid for a deed.
const PAID: &[u64] = words!["punished", "executed", "killed", "shot", "slain", "murdered", "kidnapped", "abducted", "hanged", "beaten"];

/// Whether `ground` is the deed for which `deed` befell its victim.
pub(super) fn is_ground(scene: &Scene<'_>, deed: &Mention<'_>, ground: &Mention<'_>) -> bool {
    let paid = || deed.trigger.first < ground.trigger.first && is_paid_for(scene, ground);
    are_two(scene, deed, ground) && (paid() || guilty_victim(scene, deed, ground).is_some() || is_charged_to_others(scene, deed, ground))
}

/// Whether the one may be a deed of violence, and the other a killing told by a noun or a gerund, with those whom it befell.
fn are_two(scene: &Scene<'_>, deed: &Mention<'_>, ground: &Mention<'_>) -> bool {
    let violence = deed.trigger.kind.is_violence() && ground.trigger.kind.is_violence();
    let gerund = || scene.chunk_at(ground.trigger.head).is_some_and(|verb| verb.form == VerbForm::Gerund);
    let told = violence && ground.trigger.is_outcome() && (ground.trigger.pos == Pos::Noun || gerund());
    told && ground.role(Role::Victim).next().is_some()
}

/// Whether others than those who did the one are only accused of the other, which befell others: "gunmen killed a judge investigating people *accused
/// of killing* two teachers".
fn is_charged_to_others(scene: &Scene<'_>, deed: &Mention<'_>, ground: &Mention<'_>) -> bool {
    let doers = |mention: &Mention<'_>, basis: Basis| {
        let mut doers = mention.role(Role::Perpetrator).peekable();
        doers.peek().is_some() && doers.all(|doer| doer.basis == basis)
    };
    let heads = |mention: &Mention<'_>, role: Role| mention.role(role).map(|filler| scene.hash(filler.noun.head)).collect::<Vec<_>>();
    let apart = |role: Role| !heads(deed, role).iter().any(|head| heads(ground, role).contains(head));
    let anew = ground.role(Role::Victim).all(|victim| !victim.anaphoric);
    deed.trigger.sentence == ground.trigger.sentence
        && doers(deed, Basis::Stated)
        && doers(ground, Basis::Blamed)
        && deed.role(Role::Victim).next().is_some()
        && anew
        && apart(Role::Perpetrator)
        && apart(Role::Victim)
}

/// Whether "for" stands before it, behind a verb that tells of paying for it: "said they had been punished *for the murder of*", "was shot *for
/// condemning the killing of*".
fn is_paid_for(scene: &Scene<'_>, ground: &Mention<'_>) -> bool {
    const REACH: usize = 6;
    let Some(noun) = scene.chunk_index(ground.trigger.head) else { return false };
    let gerund = |&at: &usize| scene.chunks().get(at).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Gerund);
    let noun = noun.checked_sub(1).filter(gerund).unwrap_or(noun);
    let Some(chunk) = scene.chunks().get(noun) else { return false };
    if chunk.first.checked_sub(1).is_none_or(|before| scene.hash(before) != word!("for")) {
        return false;
    }
    let before = scene.chunks().get(noun.saturating_sub(REACH)..noun).unwrap_or(&[]).iter().rev();
    let verb = before.take_while(|chunk| chunk.first >= scene.sentence(ground.trigger.sentence).start).find(|chunk| stops(chunk));
    verb.is_some_and(|verb| verb.kind == ChunkKind::Verb && PAID.contains(&scene.hash(verb.head)))
}

/// Whether another verb, clause or adjective has what follows: "was killed by the men *responsible* for the murder".
fn stops(chunk: &Chunk) -> bool {
    matches!(chunk.kind, ChunkKind::Verb | ChunkKind::Subordinator | ChunkKind::Adjective)
}

/// Who was hit by `deed` and is told right behind to have had a part in `ground`: "killed *Rivas*, who was responsible for the murder of", "*the
/// leader*, wanted for the murder of three policemen, was shot dead".
pub(in crate::event) fn guilty_victim(scene: &Scene<'_>, deed: &Mention<'_>, ground: &Mention<'_>) -> Option<Noun> {
    const REACH: u32 = 16;
    if deed.trigger.sentence != ground.trigger.sentence || !are_two(scene, deed, ground) {
        return None;
    }
    let told = |victim: &&Filler<'_>| {
        let between = victim.noun.last..ground.trigger.first;
        let near = !between.is_empty() && between.len() <= REACH as usize && !between.contains(&deed.trigger.head);
        near && is_part_told(scene, between)
    };
    deed.role(Role::Victim).find(told).map(|victim| victim.noun)
}

/// Whether the tokens behind somebody tell that he had a part in what follows, and of nobody else: ", who was responsible for the", ", a guerrilla
/// blamed for the"; not ", and the army blamed rebels for the".
fn is_part_told(scene: &Scene<'_>, between: Range<u32>) -> bool {
    const WHO: &[u64] = words!["who", "whom"];
    let sets = [WordSet::Answerable, WordSet::Involvement, WordSet::Accused];
    let accuses = |token: u32| scene.hits(token, TableId::Trigger).any(|hit| kind_of(hit) == Some(EventKind::Accusation));
    let part = |token: &u32| sets.iter().any(|&set| scene.has(set, *token)) || accuses(*token);
    let Some(word) = between.clone().find(part) else { return false };
    let chunks = scene.chunks().get(scene.chunk_from(between.start)..scene.chunk_from(word)).unwrap_or(&[]);
    let who = chunks.iter().any(|chunk| WHO.contains(&scene.hash(chunk.first)));
    let finite = scene.chunk_at(word).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite);
    let joined = chunks.iter().any(|chunk| chunk.kind == ChunkKind::Conjunction);
    // "A judge investigating people accused of killing".
    let verb = chunks.iter().position(|chunk| chunk.kind == ChunkKind::Verb);
    let of_others = verb.is_some_and(|verb| {
        let open = chunks[verb].form != VerbForm::Finite;
        open || chunks[verb..].iter().any(|chunk| chunk.kind == ChunkKind::Noun)
    });
    !joined && !of_others && (who || !finite)
}
