//! Who escapes: the one whom a deed was aimed at, told before it: "the senator escaped unhurt when gunmen fired at his car".

use super::class::Class;
use super::draft::{Mention, Role};
use super::filler;
use super::scene::{Noun, Scene};
use super::trigger::Trigger;
use crate::lexicon::WordSet;
use crate::phrase::{Chunk, ChunkKind, VerbForm};
use crate::record::EventKind;
use crate::token::literal::word;

/// How many chunks before the deed its clause may open, and before that the verb of the escape may stand.
const REACH: usize = 6;
const OPENS: [u64; 2] = [word!("when"), word!("after")];

/// Makes victims of those who are told to have escaped what a clause behind "when" or "after" tells, where it tells of no others.
pub(super) fn name<'l>(scene: &Scene<'l>, mentions: &mut [Mention<'l>]) {
    for mention in mentions.iter_mut().filter(|mention| is_deed(mention)) {
        if let Some(noun) = escaped(scene, &mention.trigger) {
            filler::make(scene, Role::Victim, noun, scene.facts(noun), &mut mention.fillers);
            mention.rules.push("victim:escaped");
        }
    }
}

/// Whether the mention tells a deed against somebody, and nobody whom it hurt.
fn is_deed(mention: &Mention<'_>) -> bool {
    let kind = mention.trigger.kind;
    let aimed = matches!(kind, EventKind::Attack | EventKind::Bombing | EventKind::Shelling | EventKind::Airstrike);
    aimed && !mention.trigger.is_outcome() && mention.role(Role::Victim).next().is_none()
}

/// The one person who escaped, if the deed stands in the clause that tells from what.
fn escaped(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Noun> {
    let at = scene.chunk_index(trigger.head)?;
    let start = scene.sentence(trigger.sentence).start;
    let chunk = |at: usize| scene.chunks().get(at).filter(|chunk| chunk.first >= start);
    let left = |from: usize| (from.saturating_sub(REACH)..from).rev().map_while(move |at| Some((at, chunk(at)?)));
    let finite = |chunk: &Chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite;
    let (opening, _) = left(at).take_while(|(_, chunk)| !finite(chunk)).find(|(_, chunk)| OPENS.contains(&scene.hash(chunk.first)))?;
    let told = |chunk: &Chunk| (chunk.first..chunk.last).any(|token| scene.has(WordSet::Escape, token));
    let mut main = left(opening).take_while(|(_, chunk)| chunk.kind != ChunkKind::Subordinator);
    let unhurt = left(opening).any(|(_, chunk)| chunk.kind == ChunkKind::Adjective && told(chunk));
    let (verb, _) = main.find(|(_, chunk)| finite(chunk)).filter(|(_, chunk)| unhurt || told(chunk))?;
    let around = scene.of_verb(verb);
    let who = around.subject.first().and_then(|&who| scene.chunks().get(who as usize)).map(|who| scene.noun(who))?;
    let facts = scene.facts(who);
    let person = facts.known && !facts.pronoun && !facts.plural && facts.class.meets(Class::PERSON) && !facts.doer;
    (around.subject.len() == 1 && person).then_some(who)
}
