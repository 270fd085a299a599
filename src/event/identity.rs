//! Identity: to whom those who did it are said to belong, in words of belief about them: "the attackers were believed to be members of the ELN".

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::member;
use super::merge::Story;
use super::scene::{Noun, Scene};
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::record::{Basis, EntityKind};

/// How many sentences behind the last of an event tell who did it.
const AFTER: usize = 2;

/// How many tellings of an event are looked at.
const MEMBERS: usize = 32;

/// Farthest that what they are believed to be stands behind the verb, in phrases.
const REACH: usize = 5;

/// Adds the groups to which the doers of the stories of violence are believed to belong.
pub(super) fn complete<'l>(scene: &Scene<'l>, mentions: &mut [Mention<'l>], stories: &[Story]) {
    for story in stories {
        let members = || story.members.iter().take(MEMBERS).filter_map(|&member| mentions.get(member));
        let doers: Vec<Filler<'l>> = members().flat_map(|mention| mention.role(Role::Perpetrator)).copied().collect();
        let violent = members().any(|mention| mention.trigger.kind.is_violence());
        if !violent || doers.is_empty() || doers.iter().any(|doer| doer.entity.is_some()) {
            continue;
        }
        let mut sentences: Vec<usize> =
            members().flat_map(|mention| (0..=AFTER).map(move |step| mention.trigger.sentence + step)).collect();
        sentences.sort_unstable();
        sentences.dedup();
        let group = sentences.into_iter().find_map(|sentence| believed(scene, sentence, &doers));
        let Some(group) = group else { continue };
        let Some(mention) = story.members.first().and_then(|&member| mentions.get_mut(member)) else { continue };
        let made = mention.fillers.len();
        filler::make(scene, Role::Perpetrator, group, scene.facts(group), &mut mention.fillers);
        mention.fillers.iter_mut().skip(made).for_each(|filler| filler.basis = Basis::Suspected);
    }
}

/// The group that a sentence says the doers are believed to be of.
fn believed(scene: &Scene<'_>, sentence: usize, doers: &[Filler<'_>]) -> Option<Noun> {
    let range = scene.sentence(sentence);
    let chunks = scene.chunk_from(range.start)..scene.chunk_from(range.end);
    chunks.into_iter().find_map(|at| {
        let verb = scene.chunks().get(at).filter(|verb| is_belief(scene, verb))?;
        let subject = scene.of_verb(at).subject.first().copied()?;
        let who = scene.chunks().get(subject as usize).filter(|who| are_those(scene, who, doers))?;
        (who.first < verb.first).then(|| group_behind(scene, at, range.end)).flatten()
    })
}

/// Whether the verb tells in the passive what is thought of its subject: "were believed", "suspected".
fn is_belief(scene: &Scene<'_>, verb: &Chunk) -> bool {
    let doubts = |hit: &Hit| {
        let row = scene.lexicon.row(hit.row);
        matches!(row.text(column::Attribution::Basis), "blamed" | "suspected") || scene.has(WordSet::Guess, verb.head)
    };
    verb.kind == ChunkKind::Verb
        && (verb.voice == Voice::Passive || verb.form == VerbForm::Participle)
        && !verb.negated
        && (verb.first..verb.last).any(|token| scene.hits(token, TableId::Attribution).any(doubts))
}

/// Whether the group stands for the doers: it is one of them, or "the attackers", "the gunmen", "the men", told as known.
fn are_those(scene: &Scene<'_>, who: &Chunk, doers: &[Filler<'_>]) -> bool {
    let noun = scene.noun(who);
    let facts = scene.facts(noun);
    let armed = facts.doer || facts.people == "attacker" || facts.class.meets(Class::ARMED) && !facts.class.meets(Class::GROUP);
    let known = filler::is_definite(scene, noun) && armed && scene.name_at(who.head).is_none();
    known || doers.iter().any(|doer| doer.noun.holds(who.head))
}

/// The armed group behind the verb, or behind "members of" there.
fn group_behind(scene: &Scene<'_>, verb: usize, end: u32) -> Option<Noun> {
    let behind = scene.chunks().get(verb + 1..)?.iter().take(REACH).take_while(|chunk| chunk.first < end && chunk.kind != ChunkKind::Mark);
    let mut nouns = behind.filter(|chunk| chunk.kind == ChunkKind::Noun).map(|chunk| scene.noun(chunk));
    let first = nouns.next()?;
    let is_group = |noun: &Noun| scene.kind_at(noun.head) == Some(EntityKind::Group);
    Some(first).filter(is_group).or_else(|| member::group_in(scene, first).filter(is_group))
}
