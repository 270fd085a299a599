//! Grounds: what somebody is told to have been killed or taken for is an older deed of his own: "was killed for the murder of two teachers", "killed
//! Jose Rivas, who was responsible for the murder of two teachers".

use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::{Noun, Scene};
use crate::event::trigger::Pos;
use crate::lexicon::WordSet;
use crate::phrase::{Chunk, ChunkKind, VerbForm};
use crate::token::literal::{word, words};

/// Verbs that tell that somebody paid for a deed.
const PAID: &[u64] = words!["punished", "executed", "killed", "shot", "slain", "murdered", "kidnapped", "abducted", "hanged", "beaten"];

/// Whether `ground` is the deed for which `deed` befell its victim.
pub(super) fn is_ground(scene: &Scene<'_>, deed: &Mention<'_>, ground: &Mention<'_>) -> bool {
    are_two(scene, deed, ground) && (is_paid_for(scene, ground) || guilty_victim(scene, deed, ground).is_some())
}

/// Whether the one may be a deed of violence, and the other a killing told behind it by a noun or a gerund.
fn are_two(scene: &Scene<'_>, deed: &Mention<'_>, ground: &Mention<'_>) -> bool {
    let violence = deed.trigger.kind.is_violence() && ground.trigger.kind.is_violence();
    let gerund = || scene.chunk_at(ground.trigger.head).is_some_and(|verb| verb.form == VerbForm::Gerund);
    let told = violence && deed.trigger.first < ground.trigger.first && ground.trigger.is_outcome();
    told && (ground.trigger.pos == Pos::Noun || gerund()) && ground.role(Role::Victim).next().is_some()
}

/// Whether "for" stands before it, behind a verb that tells of paying for it: "said they had been punished *for the murder of*".
fn is_paid_for(scene: &Scene<'_>, ground: &Mention<'_>) -> bool {
    const REACH: usize = 6;
    let Some(noun) = scene.chunk_index(ground.trigger.head) else { return false };
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

/// Who was hit by `deed` and is told in a clause of his own to have had a part in `ground`: "killed *Rivas*, who was responsible for the murder of".
pub(in crate::event) fn guilty_victim(scene: &Scene<'_>, deed: &Mention<'_>, ground: &Mention<'_>) -> Option<Noun> {
    if !are_two(scene, deed, ground) || deed.trigger.sentence != ground.trigger.sentence {
        return None;
    }
    let near = |token: u32| (deed.trigger.last..ground.trigger.first).contains(&token);
    let part = |token: u32| [WordSet::Answerable, WordSet::Involvement, WordSet::Accused].iter().any(|&set| scene.has(set, token));
    let told = |victim: &&Filler<'_>| {
        let relative = scene.chunk_index(victim.noun.head).and_then(|noun| scene.of_noun(noun).relative).map(|verb| verb as usize);
        let verb = relative.and_then(|verb| scene.chunks().get(verb)).filter(|verb| near(verb.first));
        !victim.plural && verb.is_some_and(|verb| (verb.first..ground.trigger.first).any(part))
    };
    deed.role(Role::Victim).find(told).map(|victim| victim.noun)
}
