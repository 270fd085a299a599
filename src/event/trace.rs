//! What became of every form of a trigger in a sentence, for [`explain`](crate::explain).

use super::scene::Scene;
use super::status::{self, Verdict};
use super::trigger::{self, Refusal, Trigger};
use super::{Reading, frame};
use crate::lexicon::{RowRef, TableId};

/// A form of a trigger in the text, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// Its row.
    pub row: RowRef,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a form of a trigger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is none here; why.
    Refused(&'static str),
    /// A longer form, or a row that fits better, was taken.
    Shadowed,
    /// It was taken, but a cue or a negation says that nothing took place.
    Nothing,
    /// It tells an event with these roles.
    Taken(Vec<RoleTrace>),
}

/// A role filled by the grammar about a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleTrace {
    /// Grammatical place, as the frames name it.
    pub slot: &'static str,
    /// The frame row that gives it a role.
    pub row: RowRef,
    /// First token of the noun group.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
}

/// What became of every form of a trigger, in the order of the text.
pub fn trace(reading: &Reading<'_>) -> Vec<Trace> {
    let scene = Scene::new(reading);
    let (mut traces, mut taken) = (Vec::new(), Vec::new());
    for (sentence, tokens) in reading.document.sentences.iter().enumerate() {
        taken.clear();
        trigger::find(&scene, sentence, &mut taken);
        for hit in tokens.range().flat_map(|token| reading.document.hits_at(token)).filter(|hit| hit.row.table == TableId::Trigger) {
            let chosen = taken.iter().find(|trigger| trigger.row == hit.row && trigger.first == hit.first && trigger.last == hit.last);
            let outcome = match chosen {
                Some(trigger) => outcome(&scene, trigger),
                None => trigger::fit(&scene, sentence, hit).err().map_or(Outcome::Shadowed, |refusal| Outcome::Refused(reason(refusal))),
            };
            traces.push(Trace { first: hit.first, last: hit.last, row: hit.row, outcome });
        }
    }
    traces
}

fn outcome(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Outcome {
    if status::weigh(scene, trigger) == Verdict::Nothing {
        return Outcome::Nothing;
    }
    if super::mention(scene, trigger).is_none() {
        return Outcome::Refused("its subject or object does not fit the frame");
    }
    let role =
        |filled: &frame::Filled<'_>| RoleTrace { slot: filled.slot, row: filled.row, first: filled.noun.first, last: filled.noun.last };
    Outcome::Taken(frame::fill(scene, trigger).filled.iter().map(role).collect())
}

fn reason(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::PartOfSpeech => "another part of speech",
        Refusal::Name => "part of a name",
        Refusal::Figurative => "a figurative phrase",
        Refusal::Unless => "a word of \"unless\" beside it",
        Refusal::Needs => "what it needs is not there",
        Refusal::Weak => "weak, and nothing supports it",
    }
}
