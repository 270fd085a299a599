//! Merging: which tellings are one event, by kind, place, date, victims, definiteness and cues of discourse.

mod affinity;
mod ambush;
mod answer;
mod apart;
mod beside;
mod bombs;
mod charge;
mod clause;
mod conflict;
mod doers;
mod end;
mod ground;
mod history;
mod join;
mod keep;
mod kinship;
mod persons;
mod resume;
mod shared;
mod toll;

pub(super) use beside::{drop_worst, is_record_of_old, memory_before};
pub(super) use conflict::{are_two_sites, exactness, is_elsewhere};
pub(super) use doers::are_clauses_of_two;
pub(super) use end::mark as mark_ends;
pub(super) use ground::guilty_victim;
pub(super) use history::is_remembered;
pub(super) use persons::is_of_theirs;

use super::draft::Mention;
use super::scene::Scene;
use super::trigger::Pos;
use affinity::affinity;
use jiff::civil::Date;
use keep::{is_bare_suspicion, stands_alone};
use kinship::kinship;
use shared::shares;

/// An event: the indices of the mentions that tell it, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Story {
    pub members: Vec<usize>,
}

impl Story {
    /// Its latest tellings, the last one first.
    fn latest<'m, 'l>(&self, mentions: &'m [Mention<'l>]) -> impl Iterator<Item = &'m Mention<'l>> {
        self.members.iter().rev().take(MEMBERS).filter_map(|&member| mentions.get(member))
    }
}

/// How many of the latest stories, and of the latest tellings of each, a telling is held against: no article has so many, and time must
/// grow with its length only.
const STORIES: usize = 48;
const MEMBERS: usize = 20;

/// How many mentions before and behind one are looked at for its cause.
const NEAR: usize = 8;

/// Groups the mentions into events, in the order of first mention.
pub(super) fn merge(scene: &Scene<'_>, mentions: &[Mention<'_>]) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    for index in 0..mentions.len() {
        // "1,600 people died in Tskhinvali in the Georgian assault" are none of a raid on Gori.
        let of_others = |story: &usize| tells_other(scene, mentions, index, &stories[*story]);
        let best = known_cause(mentions, index).and_then(|cause| best(scene, mentions, cause, &stories)).filter(|story| !of_others(story));
        match best.or_else(|| self::best(scene, mentions, index, &stories)) {
            Some(story) => stories[story].members.push(index),
            None => stories.push(Story { members: vec![index] }),
        }
    }
    join::join(scene, mentions, &mut stories);
    stories.retain(|story| stands_alone(scene, mentions, story) && !is_bare_suspicion(scene, mentions, story));
    stories
}

/// The story that the mention at `index` fits best.
fn best(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, stories: &[Story]) -> Option<usize> {
    // What a claim is about ("claimed the attack") is the event most told of.
    let most_told = |story: &Story| if is_uttered(mentions, index) { story.members.len() } else { 0 };
    let latest = stories.iter().enumerate().rev().take(STORIES);
    let fitting = latest.filter_map(|(at, story)| Some((affinity(scene, mentions, index, story)?, most_told(story), at)));
    fitting.max().map(|(_, _, at)| at)
}

/// Whether the mention cannot tell the event of the story.
fn tells_other(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &Story) -> bool {
    let members = || story.latest(mentions);
    let other = |mention: &Mention<'_>, other: &Mention<'_>| {
        (mention.date.is_some_and(|date| date.distance == 0) && conflict::dates_conflict(scene, mention, other))
            || (mention.place_distance == 0 && conflict::places_conflict(scene, mention, other))
            || conflict::is_toll_of_more(mention, other)
    };
    mentions.get(index).is_some_and(|mention| members().any(|known| other(mention, known)))
}

/// The event told as known behind a result that says that it was its own: "her mother was wounded in the attack".
fn known_cause(mentions: &[Mention<'_>], index: usize) -> Option<usize> {
    let own = mentions.get(index).filter(|own| own.cause.is_some() && own.trigger.is_outcome())?;
    let behind = index + 1..(index + NEAR).min(mentions.len());
    let is_known = |&other: &usize| {
        let cause = &mentions[other];
        is_cause(own, cause) && cause.definite && cause.trigger.pos == Pos::Noun && cause.date.is_none_or(|date| date.distance > 0)
    };
    behind.into_iter().find(is_known)
}

/// Whether the mention is a known event that a speech act before it in its sentence speaks of.
fn is_uttered(mentions: &[Mention<'_>], index: usize) -> bool {
    let own = &mentions[index];
    let speaks = |other: &Mention<'_>| other.trigger.kind.is_utterance() && other.trigger.sentence == own.trigger.sentence;
    own.definite && own.trigger.pos == Pos::Noun && mentions[index.saturating_sub(NEAR)..index].iter().any(speaks)
}

/// Why the mention at `index` was taken to tell the same event as `earlier`, for [`explain`](crate::explain).
pub(super) fn why(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, earlier: &[usize]) -> String {
    let Some(mention) = mentions.get(index) else { return String::new() };
    let members = || earlier.iter().rev().take(MEMBERS).filter_map(|&member| mentions.get(member));
    if members().any(|other| is_cause(mention, other) || is_cause(other, mention)) {
        return "its clause tells the one as cause of the other".to_owned();
    }
    if members().any(|other| join::is_same_fate(scene, mention, other)) {
        return "it tells the same fate of the same person".to_owned();
    }
    if members().any(|other| join::befell_same(scene, mention, other)) {
        return "it befell the same people".to_owned();
    }
    let kin = match members().filter_map(|other| kinship(scene, mention, other)).max() {
        Some(3) => "a word of the same kind",
        _ => "a word for its result or for any violence",
    };
    let known = if mention.definite { ", told as known" } else { "" };
    let story = Story { members: earlier.to_vec() };
    let shared = if shares(scene, mentions, mention, &story) { ", with the same people, place or day" } else { "" };
    format!("{kin}{known}{shared}")
}

/// Whether the clause of `a` says that `b` did it.
pub(super) fn is_cause(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    a.cause.is_some_and(|cause| (b.trigger.first..b.trigger.last).contains(&cause))
}

/// The days on which an event is said to have taken place.
pub(super) fn days(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<(Date, Date)> {
    mention.date?.days(scene.reading.times)
}
