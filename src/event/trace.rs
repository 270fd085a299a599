//! What became of every form of a trigger in a sentence, for [`explain`](crate::explain).

use super::draft::Mention;
use super::merge::{self, Story};
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
    /// It was taken, but nothing took place: the cue that says so, else why.
    Nothing(Option<CueTrace>, &'static str),
    /// It tells something.
    Taken(Telling),
}

/// What a trigger tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The roles that the grammar fills.
    pub roles: Vec<RoleTrace>,
    /// The cue that decides its status.
    pub cue: Option<CueTrace>,
    /// Whether an event came of it; else nobody, nothing, no place and no day is told with it.
    pub stands: bool,
    /// Why it was taken to tell an event that an earlier trigger tells.
    pub joined: Option<String>,
}

/// A cue in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueTrace {
    /// Its row.
    pub row: RowRef,
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
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
    let (mentions, stories) = super::stories(&scene);
    let (mut traces, mut taken) = (Vec::new(), Vec::new());
    for (sentence, tokens) in reading.document.sentences.iter().enumerate() {
        taken.clear();
        trigger::find(&scene, sentence, &mut taken);
        for hit in tokens.range().flat_map(|token| reading.document.hits_at(token)).filter(|hit| hit.row.table == TableId::Trigger) {
            let chosen = taken.iter().find(|trigger| trigger.row == hit.row && trigger.first == hit.first && trigger.last == hit.last);
            let outcome = match chosen {
                Some(trigger) => outcome(&scene, trigger, &mentions, &stories),
                None => trigger::fit(&scene, sentence, hit).err().map_or(Outcome::Shadowed, |refusal| Outcome::Refused(reason(refusal))),
            };
            traces.push(Trace { first: hit.first, last: hit.last, row: hit.row, outcome });
        }
    }
    traces
}

fn outcome(scene: &Scene<'_>, trigger: &Trigger<'_>, mentions: &[Mention<'_>], stories: &[Story]) -> Outcome {
    let (verdict, cue) = status::weigh_by_cue(scene, trigger);
    let cue = cue.map(|hit| CueTrace { row: hit.row, first: hit.first, last: hit.last });
    if verdict == Verdict::Nothing {
        let negated = status::is_negated(scene, trigger);
        return Outcome::Nothing(cue, if negated { "its verb is negated" } else { "an aim, which nobody says was reached" });
    }
    let is_own = |mention: &Mention<'_>| mention.trigger.row == trigger.row && mention.trigger.first == trigger.first;
    let from = mentions.partition_point(|mention| mention.trigger.sentence < trigger.sentence);
    let Some(index) = mentions.iter().skip(from).position(is_own).map(|at| from + at) else {
        return Outcome::Refused("its subject or object does not fit the frame");
    };
    let story = stories.iter().find(|story| story.members.contains(&index));
    let earlier = story.and_then(|story| story.members.split(|&member| member == index).next()).unwrap_or_default();
    let role = |filled: &frame::Filled<'_>| RoleTrace {
        slot: filled.slot.name(),
        row: filled.row,
        first: filled.noun.first,
        last: filled.noun.last,
    };
    Outcome::Taken(Telling {
        roles: frame::fill(scene, trigger).filled.iter().map(role).collect(),
        cue,
        stands: story.is_some(),
        joined: (!earlier.is_empty()).then(|| merge::why(scene, mentions, index, earlier)),
    })
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
