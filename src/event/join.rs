//! Joining: events that turn out to be one once all of their tellings are gathered, by the people whom they befell.

use super::draft::{Filler, Mention, Role};
use super::merge::{self, Story};
use super::scene::Scene;
use crate::record::{EntityKind, EventKind};

/// How many of the events before one are held against it: time must grow with the length of the article only.
const STORIES: usize = 48;
/// How many tellings of each are compared.
const MEMBERS: usize = 20;

/// Puts each event into the first one before it that befell the same people.
pub(super) fn join(scene: &Scene<'_>, mentions: &[Mention<'_>], stories: &mut Vec<Story>) {
    let mut joined: Vec<Story> = Vec::with_capacity(stories.len());
    for story in stories.drain(..) {
        let known = joined.iter().rev().take(STORIES).position(|known| is_one(scene, mentions, known, &story));
        match known.and_then(|back| joined.len().checked_sub(back + 1)).and_then(|at| joined.get_mut(at)) {
            Some(known) => known.members.extend(story.members),
            None => joined.push(story),
        }
    }
    // Once, since sorting at each step would take time that grows with the square of the tellings.
    joined.iter_mut().for_each(|story| story.members.sort_unstable());
    *stories = joined;
}

fn is_one(scene: &Scene<'_>, mentions: &[Mention<'_>], a: &Story, b: &Story) -> bool {
    let members = |story: &Story| -> Vec<usize> { story.members.iter().copied().take(MEMBERS).collect() };
    let (a, b) = (members(a), members(b));
    let pairs = || a.iter().flat_map(|&one| b.iter().map(move |&other| (one, other)));
    let told = |(one, other): (usize, usize)| Some((mentions.get(one)?, mentions.get(other)?));
    if pairs().filter_map(told).any(|(one, other)| is_same_fate(scene, one, other)) {
        return true;
    }
    pairs().filter_map(told).any(|(one, other)| befell_same(scene, one, other))
        && !pairs().filter_map(told).any(|(one, other)| merge::conflicts(scene, one, other))
}

/// Whether one named person meets the same fate in both tellings: nobody is killed twice, and hardly anybody kidnapped or attacked.
pub(super) fn is_same_fate(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    is_alike(a, b)
        && merge::agrees(a.status, b.status)
        && a.role(Role::Victim)
            .filter_map(|filler| filler.entity)
            .any(|one| b.role(Role::Victim).filter_map(|filler| filler.entity).any(|other| is_same_person(scene, one, other)))
}

/// Whether both are of one kind of fate.
fn is_alike(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let deadly = |mention: &Mention<'_>| matches!(mention.trigger.frame, "outcome-kill" | "outcome-die" | "find-dead");
    let fate = |mention: &Mention<'_>| match mention.trigger.kind {
        EventKind::Attack | EventKind::Assassination => Some(EventKind::Attack),
        kind @ (EventKind::Kidnapping | EventKind::Bombing) => Some(kind),
        _ => None,
    };
    match (fate(a), fate(b)) {
        (Some(one), Some(other)) if one == other => true,
        (Some(EventKind::Bombing), Some(EventKind::Attack)) => deadly(b),
        (Some(EventKind::Attack), Some(EventKind::Bombing)) => deadly(a),
        _ => false,
    }
}

/// Whether two entities are one person: the same one, or a name and a part of it ("Elena Duarte", "Elena Duarte Ríos").
fn is_same_person(scene: &Scene<'_>, one: u32, other: u32) -> bool {
    let entity = |index: u32| scene.reading.entities.get(index as usize).filter(|entity| entity.kind == EntityKind::Person);
    let (Some(a), Some(b)) = (entity(one), entity(other)) else { return false };
    let within = |part: &str, whole: &str| {
        let rest = whole.strip_prefix(part).map(|rest| rest.starts_with(' '));
        let rest = rest.or_else(|| whole.strip_suffix(part).map(|rest| rest.ends_with(' ')));
        part.contains(' ') && rest == Some(true)
    };
    one == other || within(&a.name, &b.name) || within(&b.name, &a.name)
}

/// Whether people told by the same word, as many of them or as known ones, are victims in both: "six priests", "the priests".
pub(super) fn befell_same(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let named = |filler: &&Filler<'_>| !filler.people.is_empty() && !matches!(filler.people, "victim" | "civilian" | "person");
    is_alike(a, b)
        && merge::agrees(a.status, b.status)
        && a.role(Role::Victim).filter(named).any(|one| {
            b.role(Role::Victim).filter(named).any(|other| {
                let counted = one.count.is_some() && one.count == other.count && one.plural;
                let known = one.anaphoric != other.anaphoric && one.plural == other.plural;
                scene.hash(one.noun.head) == scene.hash(other.noun.head) && (counted || known)
            })
        })
}
