//! Deeds that somebody is charged with or convicted of, beside the deed of the news.

use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::Scene;
use crate::event::trigger::Pos;
use crate::record::{Basis, EventKind};
use crate::token::literal::words;

/// How many mentions before one the act of law is looked for.
const NEAR: usize = 8;

/// Whether others are charged with the killing of somebody named here for the first time, whom the deed told before cannot have befallen: "five
/// people were shot dead by police. Six have been charged with the murder of Juan Paz"; without "by police" he may be one of the five.
pub(super) fn is_of_other_case(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, known: &Mention<'_>) -> bool {
    let Some(charge) = mentions.get(index).filter(|charge| charge.trigger.pos == Pos::Noun && charge.trigger.is_outcome()) else {
        return false;
    };
    let mut victims = charge.role(Role::Victim).peekable();
    let named = |victim: &Filler<'_>| !victim.plural && is_first_named(scene, victim);
    let other = |doer: &Filler<'_>| {
        let same = |accused: &Filler<'_>| scene.hash(accused.noun.head) == scene.hash(doer.noun.head);
        doer.basis == Basis::Stated && !charge.role(Role::Perpetrator).any(same)
    };
    let mut doers = known.role(Role::Perpetrator).peekable();
    charge.trigger.sentence > known.trigger.sentence
        && is_charged(mentions, index)
        && victims.peek().is_some()
        && victims.all(named)
        && known.role(Role::Victim).next().is_some()
        && (are_other_sorts(charge, known) || doers.peek().is_some() && doers.all(other) && charge.role(Role::Perpetrator).next().is_some())
}

/// Whether a name that is told nowhere before.
fn is_first_named(scene: &Scene<'_>, victim: &Filler<'_>) -> bool {
    let entity = victim.entity.and_then(|entity| scene.reading.entities.get(entity as usize));
    let first = entity.and_then(|entity| entity.mentions.first()).and_then(|&name| scene.reading.names.get(name as usize));
    first.is_some_and(|name| victim.noun.holds(name.first))
}

/// Whether each befell one person, and these are of different trades: "a soldier", "the journalist Juan Paz".
fn are_other_sorts(charge: &Mention<'_>, known: &Mention<'_>) -> bool {
    let sort = |victim: &Filler<'_>| {
        let general = matches!(victim.people, "" | "person" | "civilian" | "victim" | "crowd" | "group" | "child");
        !general && !victim.plural && !victim.anaphoric
    };
    let all = |mention: &Mention<'_>| mention.role(Role::Victim).next().is_some() && mention.role(Role::Victim).all(sort);
    let shared = || charge.role(Role::Victim).any(|one| known.role(Role::Victim).any(|other| one.people == other.people));
    let force = |mention: &Mention<'_>| mention.role(Role::Victim).all(|one| matches!(one.people, "police" | "military" | "guard"));
    all(charge) && all(known) && !shared() && !(force(charge) && force(known))
}

/// Whether the law acts before it in its sentence: "were charged with", "jailed for".
pub(super) fn is_charged(mentions: &[Mention<'_>], index: usize) -> bool {
    let Some(own) = mentions.get(index) else { return false };
    let law = |other: &Mention<'_>| {
        matches!(other.trigger.kind, EventKind::Trial | EventKind::Arrest) && other.trigger.sentence == own.trigger.sentence
    };
    mentions.get(index.saturating_sub(NEAR)..index).unwrap_or(&[]).iter().any(law)
}

/// Whether it is only a crime by its name, of which a court found somebody guilty: "convicted of war crimes, including murder and rape".
pub(super) fn is_bare_crime(mentions: &[Mention<'_>], index: usize) -> bool {
    mentions.get(index).is_some_and(|crime| {
        let suffers = crime.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Target));
        crime.trigger.pos == Pos::Noun && !crime.definite && !suffers && crime.killed.is_none() && is_charged(mentions, index)
    })
}

/// Whether it is one of several crimes that somebody is only told to have been arrested for or accused of: "arrested for murder, rape and looting".
pub(super) fn is_listed_crime(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize) -> bool {
    let accused = |own: &Mention<'_>| {
        let said = |other: &Mention<'_>| other.trigger.kind == EventKind::Accusation && other.trigger.sentence == own.trigger.sentence;
        mentions.get(index.saturating_sub(NEAR)..index).unwrap_or(&[]).iter().any(said)
    };
    let beside =
        |other: usize| mentions.get(other).zip(mentions.get(index)).is_some_and(|(other, own)| are_listed_crimes(scene, other, own));
    let crime = mentions.get(index).is_some_and(|own| is_crime_alone(own) && (is_charged(mentions, index) || accused(own)));
    crime && (beside(index + 1) || index.checked_sub(1).is_some_and(beside))
}

/// Whether the one is told in a list of crimes and the other is not: "accused of kidnappings, rapes and murders; in 2023 it attacked a post".
pub(super) fn is_list_apart(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &[usize]) -> bool {
    let listed = is_listed_crime(scene, mentions, index);
    let sentence = |at: usize| mentions.get(at).map(|mention| mention.trigger.sentence);
    let other = |&member: &usize| is_listed_crime(scene, mentions, member) != listed || listed && sentence(member) != sentence(index);
    story.iter().rev().take(NEAR).any(other)
}

/// Whether two nouns of violence that stand for themselves stand side by side.
fn are_listed_crimes(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    const APART: u32 = 3;
    let (first, last) = if a.trigger.first < b.trigger.first { (a, b) } else { (b, a) };
    let near = last.trigger.first.saturating_sub(first.trigger.last) <= APART && a.trigger.sentence == b.trigger.sentence;
    let joint = |token: u32| scene.document.word(token as usize) == "," || words!["and", "or"].contains(&scene.hash(token));
    near && (first.trigger.last..last.trigger.first).any(joint) && is_crime_alone(a) && is_crime_alone(b)
}

/// Whether a noun tells a crime by its name, and nobody whom it befell.
fn is_crime_alone(mention: &Mention<'_>) -> bool {
    let suffers = mention.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Target));
    let noun = mention.trigger.pos == Pos::Noun && mention.trigger.kind.is_violence() && mention.trigger.frame != "agent-noun";
    noun && !mention.definite && !suffers && mention.killed.is_none() && mention.injured.is_none()
}
