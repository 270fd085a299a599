//! Who had a part in a deed that a noun tells: "were involved in the murder", "the army's role in the massacre".

use super::{OF, Reader};
use crate::event::class::Class;
use crate::event::scene::Scene;
use crate::event::status::TAKE;
use crate::event::trigger::Trigger;
use crate::lexicon::WordSet;
use crate::phrase::{Chunk, ChunkKind, Complement, List};
use crate::record::EventKind;
use crate::token::fold;
use crate::token::literal::{word, words};

/// What stands between those who had a part and the deed.
const BEFORE: [u64; 2] = [fold::hash("in"), fold::hash("with")];
/// What stands between the word for the part and the deed.
const IN: &[u64] = words!["in", "for"];
/// How many chunks before a deed the word for a part in it may stand.
const REACH: usize = 8;

impl Reader<'_, '_> {
    /// The verb that says who had a part in the deed: "were involved in the murder", "took part in the raid", "responded with airstrikes"; not "took
    /// no part in".
    pub(super) fn partaking(&self, chunk: usize) -> Option<usize> {
        let at = chunk.checked_sub(2).filter(|_| is_deed(self.trigger))?;
        let chunks = self.scene.chunks();
        let word = |index: usize| chunks.get(index).map_or(0, |chunk| self.scene.hash(chunk.head));
        if !BEFORE.contains(&chunks.get(chunk - 1).map_or(0, |chunk| self.scene.hash(chunk.first))) {
            return None;
        }
        if chunks.get(at).is_some_and(|chunk| self.scene.has(WordSet::Partake, chunk.head)) {
            return Some(at);
        }
        let part = word(at) == word!("part") && chunks.get(at).is_some_and(|part| !part.negated);
        at.checked_sub(1).filter(|&verb| part && TAKE.contains(&word(verb)))
    }
}

/// Whether it is a deed that one side does to another.
fn is_deed(trigger: &Trigger<'_>) -> bool {
    trigger.kind.is_violence() && trigger.kind != EventKind::ArmedClash && !trigger.dependent
}

/// Who is said to have a part in the deed of the noun at `chunk`, by a noun for that part: "the *army's* role in the massacre", "the involvement of
/// *troops* in the murder", "the responsibility of *the police* for the deaths".
pub(in crate::event) fn involved(scene: &Scene<'_>, trigger: &Trigger<'_>, chunk: usize) -> Option<List> {
    if !is_deed(trigger) || trigger.kind == EventKind::Riot {
        return None;
    }
    let before = scene.clauses().possessor_start(chunk).checked_sub(1)?;
    let chunks = scene.chunks();
    chunks.get(before).filter(|word| word.kind == ChunkKind::Preposition && IN.contains(&scene.hash(word.first)))?;
    let phrase = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Conjunction);
    let near = (before.saturating_sub(REACH)..before).rev().take_while(|&at| chunks.get(at).is_some_and(phrase));
    let is_part = |at: usize| chunks.get(at).is_some_and(|noun| noun.kind == ChunkKind::Noun && scene.has(WordSet::Involvement, noun.head));
    let part = near.into_iter().find(|&at| is_part(at))?;
    let around = scene.of_noun(part);
    // "Claimed responsibility for the shooting of a judge": that "of" is the deed's own.
    let right_behind = |of: &&Complement| of.word == OF && of.preposition as usize == part + 1;
    let behind = around.complements.iter().find(right_behind).map(|of| of.nouns);
    let who = around.possessor.map(|owner| List::of(owner as usize)).or(behind)?;
    let actor = |&who: &u32| {
        let noun = chunks.get(who as usize).map(|who| scene.noun(who));
        noun.is_some_and(|noun| scene.is(noun, Class::PEOPLE.with(Class::ORGANIZATION).with(Class::GROUP)))
    };
    Some(who).filter(|who| who.iter().all(actor))
}
