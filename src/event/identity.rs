//! Identity: to whom those who did it are said to belong: "the attackers were believed to be members of the ELN", "the killers were from the FARC",
//! "identified the killers as members of the FARC".

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::member;
use super::merge::Story;
use super::scene::{Noun, Scene};
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::phrase::{Arguments, Chunk, ChunkKind, VerbForm, Voice};
use crate::record::{Basis, EntityKind};
use crate::token::literal::{word, words};

/// How many sentences behind the last of an event tell who did it.
const AFTER: usize = 2;

/// How many tellings of an event are looked at.
const MEMBERS: usize = 32;

/// Farthest that what they are believed to be stands behind the verb, in phrases.
const REACH: usize = 5;

/// Verbs that tell of what somebody is one.
const BELONG: &[u64] = words!["belong", "belongs", "belonged", "is", "are", "was", "were", "be", "been"];

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
        let verb = scene.chunks().get(at).filter(|verb| verb.kind == ChunkKind::Verb && !verb.negated)?;
        let told = is_belief(scene, verb) || tells_of_whom(scene, at, verb);
        let around = scene.of_verb(at);
        // "Identified the killers as members of the group".
        let (whom, verb_of) = if told { (around.subject.first(), at) } else { (around.object.first(), identified_as(scene, &around)?) };
        let who = whom.and_then(|&who| scene.chunks().get(who as usize)).filter(|who| are_those(scene, who, doers))?;
        (!told || who.first < verb.first).then(|| group_behind(scene, verb_of, range.end)).flatten()
    })
}

/// Whether the verb tells of what its subject is one: "belonged to the ELN", "were from the ELN", "are members of the ELN"; not "were near its camp".
fn tells_of_whom(scene: &Scene<'_>, at: usize, verb: &Chunk) -> bool {
    const OF: &[u64] = words!["from", "to", "with"];
    let Some(next) = scene.chunks().get(at + 1) else { return false };
    let people = || scene.facts(scene.noun(next)).people;
    let one_of = || {
        let group = scene.kind_at(next.head) == Some(EntityKind::Group);
        group || matches!(people(), "group" | "rebel" | "militant" | "attacker" | "criminal")
    };
    let of = next.kind == ChunkKind::Preposition && OF.contains(&scene.hash(next.first));
    BELONG.contains(&scene.hash(verb.head)) && verb.voice == Voice::Active && (of || next.kind == ChunkKind::Noun && one_of())
}

/// The chunk of the "as" behind the object of a verb: "identified the killers *as* members of".
fn identified_as(scene: &Scene<'_>, around: &Arguments) -> Option<usize> {
    let object = around.object.first().copied()?;
    let behind = around.complements.iter().find(|complement| complement.word == word!("as") && complement.preposition > object)?;
    let right = scene.chunks().get(object as usize + 1).is_some_and(|next| scene.hash(next.first) == word!("as"));
    right.then_some(behind.preposition as usize)
}

/// Whether the verb tells in the passive what is thought of its subject: "were believed", "suspected".
fn is_belief(scene: &Scene<'_>, verb: &Chunk) -> bool {
    let doubts = |hit: &Hit| {
        let row = scene.lexicon.row(hit.row);
        matches!(row.text(column::Attribution::Basis), "blamed" | "suspected") || scene.has(WordSet::Guess, verb.head)
    };
    (verb.voice == Voice::Passive || verb.form == VerbForm::Participle)
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
    // "The ELN" of no known group is read as an organisation.
    let is_group = |noun: &Noun| matches!(scene.kind_at(noun.head), Some(EntityKind::Group | EntityKind::Organization));
    Some(first).filter(is_group).or_else(|| member::group_in(scene, first).filter(is_group))
}
