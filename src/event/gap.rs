//! Gapping: a second deed that goes without its word: "captured Ras Lanuf on Monday and Brega on Tuesday", "the murder of a judge and that of a priest".

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger};
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::record::{EntityKind, EventKind};
use crate::token::literal::{word, words};

/// Prepositions before where something was.
const WHERE: &[u64] = words!["in", "at", "near"];

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

/// Parts a deed from those that its verb tells of others, each with a place of its own: "killed a judge in Cali, a journalist in Medellin and a mayor in
/// Puno"; the first stays with the mention. A salvo that hits several towns is one.
pub(super) fn part<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>) -> Vec<Mention<'l>> {
    let trigger = mention.trigger;
    let parts = matches!(
        trigger.kind,
        EventKind::Kidnapping
            | EventKind::Arson
            | EventKind::Bombing
            | EventKind::Robbery
            | EventKind::Attack
            | EventKind::Assassination
            | EventKind::PropertyDestruction
    );
    let told = |role: Role| mention.role(role).map(|filler| place_behind(scene, filler).map(|place| (*filler, place))).collect();
    let role = [Role::Victim, Role::Target].into_iter().find(|&role| mention.role(role).nth(1).is_some());
    let whole = parts && (trigger.pos == Pos::Verb || trigger.frame == "weapon-noun");
    let Some(role) = role.filter(|_| whole) else { return Vec::new() };
    let all: Option<Vec<(Filler<'l>, Noun)>> = told(role);
    let entity = |place: &Noun| scene.entity_at(place.head);
    let Some(all) = all.filter(|all| all.iter().skip(1).all(|(_, place)| entity(place) != entity(&all[0].1))) else { return Vec::new() };
    mention.fillers.retain(|filler| filler.role != role && filler.role != Role::Place);
    let does = |filler: &&Filler<'l>| matches!(filler.role, Role::Perpetrator | Role::Source | Role::Instrument);
    let shared: Vec<Filler<'l>> = mention.fillers.iter().filter(does).copied().collect();
    let mut parted = Vec::new();
    for (at, (filler, place)) in all.into_iter().enumerate() {
        let noun = filler.noun;
        let own = Trigger { first: noun.first, last: noun.last, open: noun.last, head: noun.head, ..trigger };
        let mut part = Mention::new(own);
        (part.status, part.hedge) = (mention.status, mention.hedge);
        part.fillers.extend(shared.iter().copied());
        let out = if at == 0 { &mut mention.fillers } else { &mut part.fillers };
        out.push(filler);
        filler::make(scene, Role::Place, place, scene.facts(place), out);
        if at > 0 {
            parted.push(part);
        }
    }
    parted
}

/// Takes the places of the parted deeds from the words for their doer or weapon in the same sentence, which are told with the first: "*gunmen* killed a
/// judge in Cali and a mayor in Puno".
pub(super) fn leave_places(mentions: &mut [Mention<'_>], parted: &[Mention<'_>]) {
    let of_part = |sentence: usize, noun: Noun| {
        let here = parted.iter().filter(|part| part.trigger.sentence == sentence);
        here.flat_map(|part| part.role(Role::Place)).any(|place| place.noun.head == noun.head)
    };
    for mention in mentions {
        let sentence = mention.trigger.sentence;
        mention.fillers.retain(|filler| filler.role != Role::Place || !of_part(sentence, filler.noun));
    }
}

/// The place that stands right behind who or what was hit: "a judge *in Cali*".
fn place_behind(scene: &Scene<'_>, filler: &Filler<'_>) -> Option<Noun> {
    let own = |filler: &Filler<'_>| !filler.anaphoric && !scene.facts(filler.noun).bare;
    let at = scene.chunk_index(filler.noun.last.saturating_sub(1)).filter(|_| own(filler))?;
    let near =
        scene.chunks().get(at + 1).filter(|chunk| chunk.kind == ChunkKind::Preposition && WHERE.contains(&scene.hash(chunk.first)))?;
    let place = scene.chunks().get(at + 2).filter(|chunk| chunk.kind == ChunkKind::Noun && chunk.first == near.last)?;
    (scene.kind_at(place.head) == Some(EntityKind::Place)).then(|| scene.noun(place))
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
