//! Deeds done because of another: an answer to it, or one that it was the occasion of.

use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::{Noun, Scene};
use crate::event::trigger::Pos;
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, THEIR, VerbForm};
use crate::token::fold;

/// Whether a deed answers another: "fired rockets in response to the killing of a commander", "murdered the mayor in revenge for the attack", "to
/// avenge last month's attack".
pub(super) fn is_answer(scene: &Scene<'_>, deed: &Mention<'_>, avenged: &Mention<'_>) -> bool {
    const TO: [u64; 2] = [fold::hash("for"), fold::hash("to")];
    const REACH: u32 = 6;
    let told = avenged.trigger.pos == Pos::Noun && deed.trigger.first < avenged.trigger.first;
    if !told || avenged.trigger.sentence != deed.trigger.sentence {
        return false;
    }
    let group = scene.chunk_at(avenged.trigger.head).map_or(avenged.trigger.first, |chunk| chunk.first);
    let back = |from: u32, steps: u32| from.checked_sub(steps).filter(|&token| token >= deed.trigger.last);
    let has = |from: u32, steps: u32, set: WordSet| back(from, steps).is_some_and(|token| scene.has(set, token));
    let to = |steps: u32| back(group, steps).is_some_and(|token| TO.contains(&scene.hash(token)));
    // "Last month's" stands in a group of its own.
    let time = group.checked_sub(1).and_then(|before| scene.chunk_at(before)).filter(|time| time.kind == ChunkKind::Time);
    (2..=REACH).any(|steps| has(group, steps, WordSet::Reprisal) && to(steps - 1))
        || has(time.map_or(group, |time| time.first), 1, WordSet::Avenge)
}

/// Whether somebody's death is only the occasion of a deed of others: "after the assassination of the senator the army began an offensive".
pub(super) fn is_occasion(scene: &Scene<'_>, death: &Mention<'_>, deed: &Mention<'_>) -> bool {
    const OCCASION: [u64; 3] = [fold::hash("after"), fold::hash("following"), fold::hash("since")];
    let own = death.trigger.is_outcome() && death.trigger.pos == Pos::Noun && death.role(Role::Victim).next().is_some();
    if !own || death.trigger.sentence != deed.trigger.sentence {
        return false;
    }
    let group = scene.chunk_at(death.trigger.head).map_or(death.trigger.first, |chunk| chunk.first);
    let occasion = || group.checked_sub(1).is_some_and(|token| OCCASION.contains(&scene.hash(token)));
    (!deed.trigger.is_outcome() || befell_others(scene, death, deed)) && occasion()
}

/// Whether a result told by a verb befell a number of others: "3,000 people were killed after the assassination of the senator".
fn befell_others(scene: &Scene<'_>, death: &Mention<'_>, deed: &Mention<'_>) -> bool {
    let verb = deed.trigger.pos == Pos::Verb && deed.trigger.first < death.trigger.first;
    let dead =
        |noun: Noun| death.role(Role::Victim).any(|one| noun.holds(one.noun.head) || scene.hash(one.noun.head) == scene.hash(noun.head));
    let mut others = deed.role(Role::Victim).filter(|other| other.plural && !other.anaphoric && other.count.is_some()).peekable();
    verb && others.peek().is_some() && !others.any(|other| dead(other.noun))
}

/// Whether somebody killed people after others had been killed: "police killed three gunmen after a senator was shot dead"; not "rebels killed a guard
/// after they shot at a bank".
pub(super) fn is_after_killing(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    const AFTER: u64 = fold::hash("after");
    /// The longest subject, in chunks.
    const REACH: usize = 8;
    let (first, last) = if a.trigger.first < b.trigger.first { (a, b) } else { (b, a) };
    let told = |role: Role| first.role(role).next().is_some();
    let kills = first.trigger.is_outcome() && first.trigger.pos == Pos::Verb && told(Role::Perpetrator) && told(Role::Victim);
    if !kills || first.trigger.sentence != last.trigger.sentence {
        return false;
    }
    let Some(after) = (first.trigger.last..last.trigger.first).find(|&token| scene.hash(token) == AFTER) else { return false };
    let Some(whom) = scene.chunk_index(after + 1) else { return false };
    let known = |chunk: &Chunk| scene.facts(scene.noun(chunk)).pronoun || THEIR.contains(&scene.hash(chunk.first));
    let others = scene.chunks().get(whom).is_some_and(|chunk| chunk.kind == ChunkKind::Noun && !known(chunk));
    let verb = scene.chunks().get(whom..).unwrap_or(&[]).iter().take(REACH).find(|chunk| chunk.kind == ChunkKind::Verb);
    let result = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame).starts_with("outcome-");
    let killed = verb.is_some_and(|verb| verb.form == VerbForm::Finite && scene.hits(verb.head, TableId::Trigger).any(result));
    let same = |doer: &Filler<'_>| last.role(Role::Perpetrator).any(|other| other.noun.head == doer.noun.head);
    others && killed && !first.role(Role::Perpetrator).any(same)
}
