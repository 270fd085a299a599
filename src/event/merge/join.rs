//! Joining: events that turn out to be one once all of their tellings are gathered, by the people whom they befell.

use super::{Story, conflict, kinship};
use crate::entity::EntityDraft;
use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::Scene;
use crate::mention::NameMention;
use crate::record::{EntityKind, EventKind, Status};

/// How many of the events before one are held against it: time must grow with the length of the article only.
const STORIES: usize = 48;
/// How many tellings of each are compared.
const MEMBERS: usize = 20;
/// How many names of each person are compared.
const NAMES: usize = 6;

/// Puts each event into the first one before it that befell the same people.
pub(super) fn join(scene: &Scene<'_>, mentions: &[Mention<'_>], stories: &mut Vec<Story>) {
    let mut joined: Vec<(Fates, Story)> = Vec::with_capacity(stories.len());
    for story in stories.drain(..) {
        let fates = Fates::of_victims(mentions, compared(&story));
        let one = |known: &(Fates, Story)| known.0.meet(fates) && is_one(scene, mentions, compared(&known.1), compared(&story));
        let known = joined.iter().rev().take(STORIES).position(one);
        match known.and_then(|back| joined.len().checked_sub(back + 1)).and_then(|at| joined.get_mut(at)) {
            Some((known, into)) => {
                into.members.extend(story.members);
                *known = Fates::of_victims(mentions, compared(into));
            }
            None => joined.push((fates, story)),
        }
    }
    stories.extend(joined.into_iter().map(|(_, story)| story));
    // Once, since sorting at each step would take time that grows with the square of the tellings.
    stories.iter_mut().for_each(|story| story.members.sort_unstable());
}

/// The tellings of a story that are compared.
fn compared(story: &Story) -> &[usize] {
    story.members.get(..MEMBERS).unwrap_or(&story.members)
}

fn is_one(scene: &Scene<'_>, mentions: &[Mention<'_>], a: &[usize], b: &[usize]) -> bool {
    let pairs = || a.iter().flat_map(|&one| b.iter().map(move |&other| (one, other)));
    let told = |(one, other): (usize, usize)| Some((mentions.get(one)?, mentions.get(other)?));
    if pairs().filter_map(told).any(|(one, other)| is_same_fate(scene, one, other)) {
        return true;
    }
    pairs().filter_map(told).any(|(one, other)| befell_same(scene, one, other))
        && !pairs().filter_map(told).any(|(one, other)| conflict::conflicts(scene, one, other))
}

/// Whether a telling is of a kind of fate, and of somebody with a name.
pub(super) fn has_fate(mention: &Mention<'_>) -> bool {
    Fates::of(mention).0 != 0 && mention.role(Role::Victim).any(|filler| filler.entity.is_some())
}

/// Whether one named person meets the same fate in both tellings: nobody is killed twice, and hardly anybody kidnapped or attacked.
pub(super) fn is_same_fate(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    // "An attempt on the life of the judge", "the judge was shot".
    let tried = |status: Status| matches!(status, Status::Attempted | Status::Foiled);
    let once = || (tried(a.status) || tried(b.status)) && !conflict::conflicts(scene, a, b);
    is_alike(a, b)
        && a.role(Role::Victim)
            .filter_map(|filler| filler.entity)
            .any(|one| b.role(Role::Victim).filter_map(|filler| filler.entity).any(|other| is_same_person(scene, one, other)))
        && (kinship::agrees(a.status, b.status) || once())
}

/// Kinds of fate that tellings are of.
#[derive(Clone, Copy, Debug, Default)]
struct Fates(u8);

impl Fates {
    const ATTACK: u8 = 1;
    const BOMBING: u8 = 2;
    const KIDNAPPING: u8 = 4;
    /// An attack that tells somebody's death, and so that of a bombing's victim too.
    const DEATH: u8 = 8;

    fn of(mention: &Mention<'_>) -> Self {
        Self(match mention.trigger.kind {
            EventKind::Shelling | EventKind::ArmedClash => Self::ATTACK,
            EventKind::Attack | EventKind::Assassination => {
                let deadly = matches!(mention.trigger.frame, "outcome-kill" | "outcome-die" | "find-dead");
                if deadly { Self::ATTACK | Self::DEATH } else { Self::ATTACK }
            }
            EventKind::Bombing => Self::BOMBING,
            EventKind::Kidnapping => Self::KIDNAPPING,
            _ => 0,
        })
    }

    /// Those of all tellings with a victim.
    fn of_victims(mentions: &[Mention<'_>], members: &[usize]) -> Self {
        let told = members.iter().filter_map(|&member| mentions.get(member)).filter(|mention| mention.role(Role::Victim).next().is_some());
        Self(told.fold(0, |fates, mention| fates | Self::of(mention).0))
    }

    /// Whether some of both are one kind of fate.
    fn meet(self, other: Self) -> bool {
        let crosses = |one: u8, other: u8| one & Self::BOMBING != 0 && other & Self::DEATH != 0;
        self.0 & other.0 & (Self::ATTACK | Self::BOMBING | Self::KIDNAPPING) != 0 || crosses(self.0, other.0) || crosses(other.0, self.0)
    }
}

/// Whether both are of one kind of fate.
fn is_alike(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    Fates::of(a).meet(Fates::of(b))
}

/// Whether two entities are one person: the same one, or a name and a part of it ("Elena Duarte", "Duarte Ríos"). That is much to ask of two
/// people of an article, little of two who meet the same fate.
fn is_same_person(scene: &Scene<'_>, one: u32, other: u32) -> bool {
    let entity = |index: u32| scene.reading.entities.get(index as usize).filter(|entity| entity.kind == EntityKind::Person);
    let (Some(a), Some(b)) = (entity(one), entity(other)) else { return false };
    one == other || is_part_of(scene, a, b) || is_part_of(scene, b, a)
}

/// Whether all words of one of the names of `part` stand in one of those of `whole`.
fn is_part_of(scene: &Scene<'_>, part: &EntityDraft, whole: &EntityDraft) -> bool {
    let names = |entity: &EntityDraft| -> Vec<&NameMention> {
        entity.mentions.iter().take(NAMES).filter_map(|&name| scene.reading.names.get(name as usize)).collect()
    };
    let whole = names(whole);
    let within = |part: &&NameMention| {
        let holds = |whole: &&NameMention| {
            (part.first..part.last).all(|token| (whole.first..whole.last).any(|other| scene.hash(token) == scene.hash(other)))
        };
        whole.iter().any(holds)
    };
    names(part).iter().any(within)
}

/// Whether people told by the same word, as many of them or as known ones, are victims in both: "six priests", "the priests".
pub(super) fn befell_same(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let named = |filler: &&Filler<'_>| !filler.people.is_empty() && !matches!(filler.people, "victim" | "civilian" | "person");
    let same = |one: &Filler<'_>, other: &Filler<'_>| {
        let counted = one.count.is_some() && one.count == other.count && one.plural;
        let known = one.anaphoric != other.anaphoric && one.plural == other.plural;
        scene.hash(one.noun.head) == scene.hash(other.noun.head) && (counted || known)
    };
    let met = || a.role(Role::Victim).filter(named).any(|one| b.role(Role::Victim).filter(named).any(|other| same(one, other)));
    // "The killing of six priests who were shot": the same words stand in both.
    let one_noun = || a.role(Role::Victim).any(|one| b.role(Role::Victim).any(|other| one.noun == other.noun && !one.anaphoric));
    is_alike(a, b) && kinship::agrees(a.status, b.status) && (met() || one_noun() || kills_members(scene, a, b))
}

/// Whether both kill members of one organisation under its name: "the Jesuits".
fn kills_members(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let member = |filler: &&Filler<'_>| {
        let entity = filler.entity.and_then(|entity| scene.reading.entities.get(entity as usize));
        filler.plural && entity.is_some_and(|entity| entity.kind == EntityKind::Organization)
    };
    let same = |one: &Filler<'_>| b.role(Role::Victim).filter(member).any(|other| one.entity == other.entity);
    Fates::of(a).0 & Fates::of(b).0 & Fates::DEATH != 0 && a.role(Role::Victim).filter(member).any(same)
}
