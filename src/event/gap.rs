//! Gapping: a second deed that goes without its word: "captured Ras Lanuf on Monday and Brega on Tuesday", "the murder of a judge and that of a priest".

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger};
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::record::{EntityKind, EventKind};
use crate::token::literal::{word, words};

/// How many chunks may stand between the first object and the "and" of the second.
const REACH: usize = 8;

/// What the verb of the mention tells again of another place or of other people, each with a time of its own; `None` if it has one object only.
pub(super) fn second<'l>(scene: &Scene<'l>, mention: &Mention<'l>) -> Option<Mention<'l>> {
    let trigger = &mention.trigger;
    let takes = matches!(trigger.kind, EventKind::TerritoryCapture | EventKind::Kidnapping | EventKind::Arrest | EventKind::Release)
        || trigger.kind.is_violence();
    let verb = scene.chunk_index(trigger.head).filter(|_| takes && trigger.pos == Pos::Verb)?;
    let active = |verb: &Chunk| verb.form == VerbForm::Finite && verb.voice == Voice::Active;
    scene.chunks().get(verb).filter(|verb| active(verb))?;
    let first = *scene.of_verb(verb).object.first()? as usize;
    let other = other_object(scene, first)?;
    let (own, other) = (scene.noun(scene.chunks().get(first)?), scene.noun(scene.chunks().get(other)?));
    if !are_alike(scene, own, other) {
        return None;
    }
    let told = mention.fillers.iter().find(|filler| hits(filler) && own.holds(filler.noun.head))?;
    let mut second = Mention::new(Trigger { first: other.first, last: other.last, open: other.last, head: other.head, ..*trigger });
    (second.status, second.hedge) = (mention.status, mention.hedge);
    let does = |filler: &&Filler<'l>| matches!(filler.role, Role::Perpetrator | Role::Source);
    second.fillers.extend(mention.fillers.iter().filter(does).copied());
    filler::make(scene, told.role, other, scene.facts(other), &mut second.fillers);
    Some(second)
}

/// Pronouns for another deed, or for others, of a kind.
const THAT: &[u64] = words!["that", "those"];
/// How many chunks behind a deed the pronoun that stands for another one may be.
const NEAR: usize = 12;

/// The trigger of another deed of the kind that a noun tells, for which a pronoun stands: "the murder of a judge in Cali and *that* of a priest".
pub(super) fn pronoun<'l>(scene: &Scene<'l>, trigger: &Trigger<'l>) -> Option<Trigger<'l>> {
    let told = trigger.pos == Pos::Noun && (trigger.is_outcome() || trigger.kind == EventKind::Kidnapping) && !trigger.dependent;
    let deed = scene.chunk_index(trigger.head).filter(|_| told)?;
    let end = scene.chunk_from(scene.sentence(trigger.sentence).end).min(deed + NEAR);
    let at = (deed + 1..end).find(|&at| is_pronoun_of(scene, at))?;
    // "The murder of a judge, the trial and that of the killers": the nearest noun for a deed is meant.
    let other = |chunk: &Chunk| chunk.kind == ChunkKind::Noun && scene.is(scene.noun(chunk), Class::EVENT);
    let parted = scene.chunks().get(deed + 1..at)?.iter().any(other);
    let that = scene.chunks().get(at).filter(|_| !parted)?;
    Some(Trigger { first: that.first, last: that.last, open: that.last, head: that.head, ..*trigger })
}

/// Whether the one is told by such a pronoun, so that it is not the deed that the other tells in the same sentence.
pub(super) fn is_other(scene: &Scene<'_>, deed: &Mention<'_>, other: &Mention<'_>) -> bool {
    let chunk = |mention: &Mention<'_>| scene.chunk_index(mention.trigger.head);
    deed.trigger.sentence == other.trigger.sentence
        && deed.trigger.pos == Pos::Noun
        && chunk(deed).is_some_and(|at| is_pronoun_of(scene, at))
}

/// Whether "that of" somebody stands at `at`: "especially that of Senator Luis Galan".
fn is_pronoun_of(scene: &Scene<'_>, at: usize) -> bool {
    let word = |at: usize| scene.chunks().get(at).map_or(0, |chunk| scene.hash(chunk.first));
    let whom = scene.chunks().get(at + 2).filter(|whom| whom.kind == ChunkKind::Noun).map(|whom| scene.noun(whom));
    scene.chunks().get(at).is_some_and(|that| that.kind == ChunkKind::Noun && that.last == that.first + 1)
        && THAT.contains(&word(at))
        && word(at + 1) == word!("of")
        && whom.is_some_and(|whom| scene.is(whom, Class::PEOPLE) && scene.kind_at(whom.head) != Some(EntityKind::Place))
}

/// Whether the filler is what the deed was done to, or where.
fn hits(filler: &Filler<'_>) -> bool {
    matches!(filler.role, Role::Victim | Role::Target | Role::Place)
}

/// The noun behind "and" with a time right behind it, where the object at `first` has had its own: "in August 2020 *and Palma the following March*".
fn other_object(scene: &Scene<'_>, first: usize) -> Option<usize> {
    let kind = |at: usize| scene.chunks().get(at).map(|chunk| chunk.kind);
    let mut timed = false;
    for at in first + 1..first + 1 + REACH {
        match kind(at)? {
            ChunkKind::Time => timed = true,
            ChunkKind::Noun if kind(at - 1) == Some(ChunkKind::Preposition) => {}
            ChunkKind::Preposition | ChunkKind::Adverb => {}
            ChunkKind::Conjunction if timed && scene.chunks().get(at).is_some_and(|and| scene.hash(and.first) == word!("and")) => {
                let noun = (kind(at + 1) == Some(ChunkKind::Noun)).then_some(at + 1)?;
                return is_timed(scene, noun).then_some(noun);
            }
            _ => return None,
        }
    }
    None
}

/// Whether a time stands behind the noun, over its place, and no verb behind that: "nine in Bokkos on Tuesday".
fn is_timed(scene: &Scene<'_>, noun: usize) -> bool {
    let kind = |at: usize| scene.chunks().get(at).map(|chunk| chunk.kind);
    let mut at = noun + 1;
    if kind(at) == Some(ChunkKind::Preposition) && kind(at + 1) == Some(ChunkKind::Noun) {
        at += 2;
    }
    at += usize::from(kind(at) == Some(ChunkKind::Preposition));
    let finite = scene.chunks().get(at + 1).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite);
    kind(at) == Some(ChunkKind::Time) && !finite
}

/// Whether both are places, or both are people.
fn are_alike(scene: &Scene<'_>, own: Noun, other: Noun) -> bool {
    let place = |noun: Noun| scene.kind_at(noun.head) == Some(EntityKind::Place);
    let people = |noun: Noun| {
        let facts = scene.facts(noun);
        facts.bare || facts.class.meets(Class::PEOPLE) && !place(noun)
    };
    place(own) && place(other) || people(own) && people(other)
}
