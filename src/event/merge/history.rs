//! What was long ago is no news: an old telling stays apart from those of the report.

use super::beside::memory_before;
use super::conflict::is_sure;
use super::days;
use super::resume::{are_in_paragraph, is_aside};
use crate::event::draft::{Filler, Mention, Role};
use crate::event::filler::is_definite;
use crate::event::scene::Scene;
use crate::event::setting::is_old;
use crate::event::trigger::Pos;
use crate::phrase::{Chunk, ChunkKind};
use crate::token::fold;
use crate::token::literal::word;

/// Whether a telling of long ago would join one of the news, or one of the news a story of long ago.
pub(super) fn is_history<'m>(scene: &Scene<'_>, mention: &Mention<'_>, mut others: impl Iterator<Item = &'m Mention<'m>>) -> bool {
    let old = |mention: &Mention<'_>| days(scene, mention).is_some_and(|(_, latest)| is_old(scene, latest));
    let news = |mention: &Mention<'_>| mention.date.is_some() && !old(mention);
    if is_remembered(scene, mention) {
        return others.any(news);
    }
    let own = mention.date.is_some_and(|date| is_sure(mention, date.distance));
    if old(mention) {
        return own && !others.any(|other| old(other) || is_told_with(scene, other, mention));
    }
    let beside = |other: &Mention<'_>| other.trigger.sentence == mention.trigger.sentence;
    !mention.definite && others.all(|other| old(other) && !beside(other) || news(mention) && is_remembered(scene, other))
}

/// Whether a noun tells whom or what a deed hit that is only remembered: "the world must never *forget* the killing of the journalist".
pub(in crate::event) fn is_remembered(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const ON: [u64; 2] = [word!("of"), word!("on")];
    // "Remembered the bombing at a vigil" tells nothing that it hit.
    let hit = |filler: &Filler<'_>| match filler.role {
        Role::Victim => !filler.anaphoric,
        Role::Target => !filler.anaphoric && filler.noun.first.checked_sub(1).is_some_and(|of| ON.contains(&scene.hash(of))),
        _ => false,
    };
    mention.trigger.pos == Pos::Noun && mention.date.is_none() && mention.fillers.iter().any(hit) && memory_before(scene, mention).is_some()
}

/// Whether people are counted anew in another paragraph than that which only told what had been before: "he had survived a roadside bomb last September
/// that killed two people.¶ Three soldiers were killed by a bomb".
pub(super) fn is_before_news<'m, I: Iterator<Item = &'m Mention<'m>>>(
    scene: &Scene<'_>,
    mention: &Mention<'_>,
    members: impl Fn() -> I,
) -> bool {
    let new = |victim: &Filler<'_>| victim.count.is_some() && !victim.anaphoric && !is_definite(scene, victim.noun);
    let mut victims = mention.role(Role::Victim).peekable();
    let anew = mention.trigger.is_outcome() && mention.trigger.pos != Pos::Noun && victims.peek().is_some() && victims.all(new);
    let past = |told: &Mention<'_>| had_been(scene, told.trigger.sentence) && !are_in_paragraph(scene, mention, told);
    anew && mention.date.is_none() && members().all(past) && is_aside(scene, members())
}

/// Whether a verb of the sentence tells what had been: "had survived".
fn had_been(scene: &Scene<'_>, sentence: usize) -> bool {
    const REACH: usize = 32;
    let range = scene.sentence(sentence);
    let chunks = scene.chunks().get(scene.chunk_from(range.start)..scene.chunk_from(range.end)).unwrap_or(&[]);
    let had = |verb: &Chunk| verb.kind == ChunkKind::Verb && verb.head > verb.first && scene.hash(verb.first) == word!("had");
    chunks.iter().take(REACH).any(had)
}

/// Whether the clause with "when" behind a result tells the deed, and so its day: "14 people were killed when police opened fire in December 2011".
fn is_told_with(scene: &Scene<'_>, result: &Mention<'_>, deed: &Mention<'_>) -> bool {
    const WHEN: u64 = fold::hash("when");
    let mut between = result.trigger.last..deed.trigger.first;
    let comma = between.clone().any(|token| scene.document.word(token as usize) == ",");
    // "Was shot when gunmen burst into his home in July".
    let befell = result.trigger.is_outcome() || result.trigger.frame == "attack-person";
    let result_alone = befell && result.date.is_none() && result.trigger.sentence == deed.trigger.sentence;
    result_alone && !comma && between.any(|token| scene.hash(token) == WHEN)
}
