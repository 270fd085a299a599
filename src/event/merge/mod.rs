//! Merging: which tellings are one event, by kind, place, date, victims, definiteness and cues of discourse.

mod answer;
mod apart;
mod clause;
mod conflict;
mod doers;
mod end;
mod join;
mod kinship;
mod persons;
mod resume;
mod toll;

pub(super) use conflict::{are_two_sites, exactness, is_elsewhere};
pub(super) use end::mark as mark_ends;
pub(super) use persons::is_of_theirs;

use super::draft::{Filler, Mention, Role};
use super::scene::Scene;
use super::trigger::Pos;
use crate::phrase::VerbForm;
use crate::record::EventKind;
use crate::token::literal::word;
use answer::is_answer;
use clause::{
    is_blast_elsewhere, is_death_in, is_doer_of, is_dud_beside, is_of_known_doer, is_of_shot, is_side_crime, is_taking_beside, is_trailing,
    is_verb_before, is_within, shares_cause,
};
use conflict::{conflicts, is_history};
use jiff::civil::Date;
use kinship::kinship;
use resume::{is_aside, is_pointed, is_reaction};

/// An event: the indices of the mentions that tell it, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct Story {
    pub members: Vec<usize>,
}

/// Farthest that an indefinite telling reaches back to its event, in sentences.
const REACH: usize = 3;

/// Farthest that a result, or a general word, is taken to the event of another kind before it when nobody and nothing is told of both:
/// a murder told paragraphs after a bombing is another matter.
const ASIDE: usize = 2;

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
    stories.retain(|story| stands_alone(mentions, story) && !is_bare_suspicion(scene, mentions, story));
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
    let members = || story.members.iter().rev().take(MEMBERS).filter_map(|&member| mentions.get(member));
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

/// Whether the mentions of a story tell an event at all: one of them is no mere modifier, and somebody, something, a place, a day or a number is
/// told. A toll is that of what it stands beside: "the death toll from a truck bomb has risen to 90".
fn stands_alone(mentions: &[Mention<'_>], story: &Story) -> bool {
    let members = || story.members.iter().filter_map(|&member| mentions.get(member));
    let toll = |mention: &Mention<'_>| mention.trigger.frame == "outcome-toll" && mention.killed.is_some() && story.members.len() > 1;
    members().any(|mention| !mention.trigger.dependent || toll(mention))
        && members().any(|mention| {
            !mention.general
                && (mention.fillers.iter().any(|filler| filler.role != Role::Source)
                    || mention.place_distance <= 1
                    || mention.date.is_some()
                    || mention.killed.is_some()
                    || mention.injured.is_some()
                    || mention.displaced.is_some())
        })
}

/// Whether a story only says of whom it names that they are suspected, by nobody: "detained men suspected of being members".
fn is_bare_suspicion(scene: &Scene<'_>, mentions: &[Mention<'_>], story: &Story) -> bool {
    story.members.iter().filter_map(|&member| mentions.get(member)).all(|mention| {
        let verb = scene.chunk_at(mention.trigger.head).is_some_and(|chunk| chunk.form == VerbForm::Participle);
        mention.trigger.kind == EventKind::Accusation
            && verb
            && mention.trigger.frame != "speech-blame-on"
            && scene.hash(mention.trigger.last.saturating_sub(1)) != word!("that")
            && !mention.fillers.iter().any(|filler| matches!(filler.role, Role::Perpetrator | Role::About))
    })
}

/// Whether the mention is a known event that a speech act before it in its sentence speaks of.
fn is_uttered(mentions: &[Mention<'_>], index: usize) -> bool {
    let own = &mentions[index];
    let speaks = |other: &Mention<'_>| other.trigger.kind.is_utterance() && other.trigger.sentence == own.trigger.sentence;
    own.definite && own.trigger.pos == Pos::Noun && mentions[index.saturating_sub(NEAR)..index].iter().any(speaks)
}

/// Whether another speech act speaks of the mention than of `other`, before it in its sentence: "which claimed the murder, claimed the bombing".
fn is_of_other_speech(mentions: &[Mention<'_>], index: usize, other: &Mention<'_>) -> bool {
    let own = &mentions[index].trigger;
    let speaks = |mention: &&Mention<'_>| mention.trigger.kind.is_speech() && mention.trigger.sentence == own.sentence;
    let mut speeches = mentions[index.saturating_sub(NEAR)..index].iter().rev().filter(speaks);
    let (last, before) = (speeches.next(), speeches.next());
    let own_words = mentions[index].trigger.pos == Pos::Verb && other.trigger.kind.is_violence() && own.kind.is_violence();
    let parted =
        |last: &Mention<'_>, before: &Mention<'_>| before.trigger.first < other.trigger.first && other.trigger.first < last.trigger.first;
    own_words && other.trigger.sentence == own.sentence && last.zip(before).is_some_and(|(last, before)| parted(last, before))
}

/// How well the mention at `index` fits the story; `None` if it is another event.
fn affinity(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &Story) -> Option<u32> {
    let mention = mentions.get(index)?;
    let last = story.members.iter().filter_map(|&member| mentions.get(member)).next_back()?;
    let gap = mention.trigger.sentence - last.trigger.sentence;
    // A deed and what it answers, a device and another that failed, are two though the grammar links them.
    let two =
        |other: &Mention<'_>| is_answer(scene, mention, other) || is_answer(scene, other, mention) || is_dud_beside(scene, mention, other);
    let linked = |other: &Mention<'_>| (is_cause(mention, other) || is_cause(other, mention)) && !two(other);
    let members = || story.members.iter().rev().take(MEMBERS).filter_map(|&member| mentions.get(member));
    if members().any(linked) || is_doer_of(mention, members) {
        return Some(1000);
    }
    if members().any(|death| is_death_in(scene, mention, death)) {
        return Some(900);
    }
    if let Some(score) = toll::fits(scene, mention, members) {
        return Some(score);
    }
    if is_of_shot(mentions, index) && members().any(|other| is_blast_elsewhere(mention, other)) {
        return None;
    }
    // "The kidnapping and subsequent murder of the two": of the deaths told before, it is a part.
    if is_taking_beside(scene, mentions, index) && !members().any(|other| other.trigger.kind == EventKind::Kidnapping) {
        return None;
    }
    if is_of_known_doer(mention, members) && !members().any(|other| conflicts(scene, mention, other)) {
        return Some(800);
    }
    // "Wanted on charges of genocide. Rebels killed 12 soldiers": a crime by its name alone takes nothing in.
    let bare = |known: &Mention<'_>| known.hedge.is_some() && known.fillers.is_empty() && !known.definite && known.trigger.pos == Pos::Noun;
    if gap > 0 && members().all(bare) {
        return None;
    }
    if join::has_fate(mention) && members().any(|other| join::is_same_fate(scene, mention, other) && !two(other)) {
        return Some(900);
    }
    if mention.separate || (mention.fresh && gap > 0) || members().any(|other| is_of_other_speech(mentions, index, other)) {
        return None;
    }
    if is_of_other_cause(scene, mentions, index, story) {
        return None;
    }
    if members().all(|end| end::is_of_others(mention, end))
        || gap > 0 && is_side_crime(mentions, index)
        || persons::adds_to_others(scene, mentions, index, &story.members)
    {
        return None;
    }
    let mut score = 0;
    for other in members().filter(|other| !kinship::is_toll_of_mishap(mention, other, members())) {
        score = score.max(kinship(scene, mention, other)?);
        if conflicts(scene, mention, other) {
            return None;
        }
    }
    if is_history(scene, mention, members()) {
        return None;
    }
    fit(scene, mentions, index, story, score)
}

/// How well a mention that nothing sets apart from the story fits it, by how near it stands and what they share; `None` if they share too little
/// for standing so far away.
fn fit(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &Story, score: u32) -> Option<u32> {
    let mention = mentions.get(index)?;
    let members = || story.members.iter().rev().take(MEMBERS).filter_map(|&member| mentions.get(member));
    let last = story.members.iter().filter_map(|&member| mentions.get(member)).next_back()?;
    let gap = mention.trigger.sentence - last.trigger.sentence;
    let known = mention.definite && mention.trigger.pos == Pos::Noun;
    let told_again = mention.definite || (mention.trigger.pos == Pos::Noun && mention.fillers.is_empty());
    let shares = shares(scene, mentions, mention, story);
    // "Following the assassination of Senator Vega" tells of somebody else than an arrest far above.
    let own = |filler: &Filler<'_>| filler.entity.is_some() && !filler.anaphoric;
    let resumes = told_again && !(mention.trigger.is_outcome() && mention.role(Role::Victim).any(own));
    if score < 3 && gap > ASIDE && !resumes && !shares_filler(scene, mentions, mention, story) {
        return None;
    }
    let again = told_again || (score >= 3 && is_same_telling(scene, mentions, mention, story));
    if (gap > REACH && !again) || (!mention.trigger.kind.is_violence() && gap > 0 && !told_again && !shares) {
        return None;
    }
    let sufferers = known && mention.trigger.is_outcome() && mention.date.is_none();
    let resumed = sufferers && !(gap == 1 && is_pointed(scene, mention)) || (known && is_reaction(scene, mentions, index, last));
    let aside = gap > 0 && resumed && is_aside(scene, members());
    // "The rebels ambushed a patrol. Three soldiers were killed": by the deed just told, not by a bomb before it.
    let just = gap == 1 && mention.trigger.is_outcome() && mention.role(Role::Perpetrator).next().is_none() && is_whole_deed(last);
    Some(100 + 10 * score - (gap as u32).min(30) + 20 * u32::from(shares) - 20 * u32::from(aside) + 15 * u32::from(just))
}

/// Whether a deed told beside the mention brought it about, and not the story: "stormed a school on Monday" is no event of "killing 14 in an air
/// strike".
fn is_of_other_cause(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &Story) -> bool {
    let Some(mention) = mentions.get(index).filter(|mention| mention.cause.is_some()) else { return false };
    let members = || story.members.iter().rev().take(MEMBERS).filter_map(|&member| mentions.get(member));
    // "Died when rebels attacked the post with grenades": a deed's weapon is no other event.
    let armed = !mention.trigger.is_outcome() && mention.trigger.pos == Pos::Verb;
    let elsewhere = |other: &Mention<'_>| {
        is_cause(mention, other) && other.trigger.first != mention.trigger.first && !(armed && other.trigger.frame == "weapon-noun")
    };
    let known = mention.definite && mention.trigger.pos == Pos::Noun;
    let follows = || is_trailing(scene, mention) && members().any(|other| is_verb_before(mention, other));
    // "Stormed a school, killing 14 in the worst attack of the year" against "in an air strike", which is another event.
    let other_cause = |other: &Mention<'_>| elsewhere(other) && !(other.trigger.kind == EventKind::Attack && follows());
    // "The guerrillas attacked the post with mortars" of an attack on the post told before.
    let later =
        story.members.last().and_then(|&last| mentions.get(last)).is_some_and(|last| last.trigger.sentence < mention.trigger.sentence);
    let same = |other: &Mention<'_>| {
        is_within(scene, mention, other) || shares_cause(mention, other) || (later && hits_same(scene, mention, other))
    };
    !known && mentions.iter().skip(index.saturating_sub(NEAR)).take(2 * NEAR).any(other_cause) && !members().any(same)
}

/// Whether a verb tells who did something to whom, and nothing of what came of it.
fn is_whole_deed(mention: &Mention<'_>) -> bool {
    let told = |roles: &[Role]| mention.fillers.iter().any(|filler| roles.contains(&filler.role));
    mention.trigger.pos == Pos::Verb
        && !mention.trigger.is_outcome()
        && mention.trigger.kind.is_violence()
        && told(&[Role::Perpetrator])
        && told(&[Role::Victim, Role::Target])
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
fn is_cause(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    a.cause.is_some_and(|cause| (b.trigger.first..b.trigger.last).contains(&cause))
}

/// The days on which an event is said to have taken place.
pub(super) fn days(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<(Date, Date)> {
    mention.date?.days(scene.reading.times)
}

/// Whether the mention shares a named filler, a head word, a place or a date with the story.
fn shares(scene: &Scene<'_>, mentions: &[Mention<'_>], mention: &Mention<'_>, story: &Story) -> bool {
    shares_filler(scene, mentions, mention, story)
        || story
            .members
            .iter()
            .rev()
            .take(MEMBERS)
            .filter_map(|&member| mentions.get(member))
            .any(|other| is_same_setting(scene, mention, other))
}

/// Whether deeds that may be one hit the same thing or person, at one place or on one day.
fn hits_same(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let hit = |filler: &&Filler<'_>| matches!(filler.role, Role::Victim | Role::Target);
    let same = |filler: &Filler<'_>| b.fillers.iter().filter(hit).any(|known| is_one(scene, filler, known));
    kinship(scene, a, b).is_some() && is_same_setting(scene, a, b) && a.fillers.iter().filter(hit).any(same)
}

/// Whether the mention shares both a filler and the day or the place with the story.
fn is_same_telling(scene: &Scene<'_>, mentions: &[Mention<'_>], mention: &Mention<'_>, story: &Story) -> bool {
    let mut others = story.members.iter().rev().take(MEMBERS).filter_map(|&member| mentions.get(member));
    shares_filler(scene, mentions, mention, story) && others.any(|other| is_same_setting(scene, mention, other))
}

/// Whether two tellings name one place or one day.
fn is_same_setting(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    a.places.iter().any(|place| b.places.contains(place)) || (a.date.is_some() && days(scene, a) == days(scene, b))
}

/// Whether somebody or something stands in one role in both.
fn shares_filler(scene: &Scene<'_>, mentions: &[Mention<'_>], mention: &Mention<'_>, story: &Story) -> bool {
    story
        .members
        .iter()
        .rev()
        .take(MEMBERS)
        .filter_map(|&member| mentions.get(member))
        .any(|other| mention.fillers.iter().any(|filler| other.fillers.iter().any(|known| is_one(scene, filler, known))))
}

/// Whether two fillers stand in one role, under one name or head word.
fn is_one(scene: &Scene<'_>, filler: &Filler<'_>, known: &Filler<'_>) -> bool {
    let named = filler.entity.is_some() && known.entity == filler.entity;
    known.role == filler.role && (named || scene.hash(known.noun.head) == scene.hash(filler.noun.head))
}
