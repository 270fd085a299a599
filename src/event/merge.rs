//! Merging: which tellings are one event, by kind, place, date, victims, definiteness and cues of discourse.

use super::draft::{Filler, Mention, Role};
use super::join;
use super::scene::Scene;
use super::setting::is_old;
use super::settle;
use super::trigger::Pos;
use crate::entity::EntityDraft;
use crate::lexicon::column;
use crate::phrase::VerbForm;
use crate::place;
use crate::record::{EventKind, Status};
use crate::token::fold;
use jiff::civil::Date;

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

/// How far apart two places of one town may lie.
const TOWN_KM: f32 = 10.0;

/// How many of the latest stories, and of the latest tellings of each, a telling is held against: no article has so many, and time must
/// grow with its length only.
const STORIES: usize = 48;
const MEMBERS: usize = 20;

/// Farthest that the parts of a list of events stand apart, in tokens.
const LISTED: u32 = 8;

/// From how many dead on a number may be the toll of a war, and how many times as many as another it is then.
const TOLL: u64 = 50;
const FARTHEST: u64 = 5;

/// How many mentions before and behind one are looked at for its cause.
const NEAR: usize = 8;

/// Groups the mentions into events, in the order of first mention.
pub(super) fn merge(scene: &Scene<'_>, mentions: &[Mention<'_>]) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    for index in 0..mentions.len() {
        let best = stories
            .iter()
            .enumerate()
            .rev()
            .take(STORIES)
            .filter_map(|(story, candidate)| Some((affinity(scene, mentions, index, candidate)?, story)))
            // What a claim is about ("claimed the attack") is the event most told of.
            .max_by_key(|&(affinity, story)| (affinity, if is_uttered(mentions, index) { stories[story].members.len() } else { 0 }, story));
        match best {
            Some((_, story)) => stories[story].members.push(index),
            None => stories.push(Story { members: vec![index] }),
        }
    }
    join::join(scene, mentions, &mut stories);
    stories.retain(|story| stands_alone(mentions, story) && !is_bare_suspicion(scene, mentions, story));
    stories
}

/// Whether the mentions of a story tell an event at all: one of them is no mere modifier, and somebody, something, a place, a day or a number is told.
fn stands_alone(mentions: &[Mention<'_>], story: &Story) -> bool {
    let members = || story.members.iter().filter_map(|&member| mentions.get(member));
    members().any(|mention| !mention.trigger.dependent)
        && members().any(|mention| {
            !mention.general
                && (mention.fillers.iter().any(|filler| filler.role != Role::Source)
                    || mention.place_distance <= 1
                    || mention.date.is_some()
                    || mention.killed.is_some()
                    || mention.injured.is_some())
        })
}

/// Whether a story only says of whom it names that they are suspected, by nobody: "detained men suspected of being members".
fn is_bare_suspicion(scene: &Scene<'_>, mentions: &[Mention<'_>], story: &Story) -> bool {
    story.members.iter().filter_map(|&member| mentions.get(member)).all(|mention| {
        let verb = scene.chunk_at(mention.trigger.head).is_some_and(|chunk| chunk.form == VerbForm::Participle);
        mention.trigger.kind == EventKind::Accusation
            && verb
            && scene.hash(mention.trigger.last.saturating_sub(1)) != fold::hash("that")
            && mention.role(Role::Perpetrator).next().is_none()
    })
}

/// Whether the mention is a known event that a speech act before it in its sentence speaks of.
fn is_uttered(mentions: &[Mention<'_>], index: usize) -> bool {
    let own = &mentions[index];
    let speaks = |other: &Mention<'_>| other.trigger.kind.is_speech() && other.trigger.sentence == own.trigger.sentence;
    own.definite && own.trigger.pos == Pos::Noun && mentions[index.saturating_sub(NEAR)..index].iter().any(speaks)
}

/// How well the mention at `index` fits the story; `None` if it is another event.
fn affinity(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &Story) -> Option<u32> {
    let mention = mentions.get(index)?;
    let last = story.members.iter().filter_map(|&member| mentions.get(member)).next_back()?;
    let gap = mention.trigger.sentence - last.trigger.sentence;
    let linked = |other: &Mention<'_>| is_cause(mention, other) || is_cause(other, mention);
    let members = || story.members.iter().rev().take(MEMBERS).filter_map(|&member| mentions.get(member));
    if members().any(linked) {
        return Some(1000);
    }
    if join::has_fate(mention) && members().any(|other| join::is_same_fate(scene, mention, other)) {
        return Some(900);
    }
    let elsewhere = |other: &Mention<'_>| is_cause(mention, other) && other.trigger.first != mention.trigger.first;
    let known = mention.definite && mention.trigger.pos == Pos::Noun;
    if mention.cause.is_some() && !known && mentions.iter().skip(index.saturating_sub(NEAR)).take(2 * NEAR).any(elsewhere) {
        return None;
    }
    let mut score = 0;
    for other in members() {
        score = score.max(kinship(scene, mention, other)?);
        if conflicts(scene, mention, other) {
            return None;
        }
    }
    let others: Vec<&Mention<'_>> = members().collect();
    if is_history(scene, mention, &others) {
        return None;
    }
    let told_again = mention.definite || (mention.trigger.pos == Pos::Noun && mention.fillers.is_empty());
    let shares = shares(scene, mentions, mention, story);
    if score < 3 && gap > ASIDE && !told_again && !shares_filler(scene, mentions, mention, story) {
        return None;
    }
    let again = told_again || (score >= 3 && is_same_telling(scene, mentions, mention, story));
    if mention.separate
        || (mention.fresh && gap > 0)
        || (gap > REACH && !again)
        || (!mention.trigger.kind.is_violence() && gap > 0 && !told_again && !shares)
    {
        return None;
    }
    Some(100 + 10 * score - (gap as u32).min(30) + 20 * u32::from(shares))
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

/// How akin two tellings are by kind: 3 the same, 2 a result and its cause, 1 loosely; `None`: not one event.
fn kinship(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Option<u32> {
    let (x, y) = (a.trigger.kind, b.trigger.kind);
    let told_again = a.definite && a.trigger.pos == Pos::Noun;
    let one_sentence = a.trigger.sentence == b.trigger.sentence && (a.status == Status::Attempted || b.status == Status::Attempted);
    if !agrees(a.status, b.status) && !told_again && !one_sentence {
        return None;
    }
    if x == y {
        return Some(3);
    }
    let mishap = |mention: &Mention<'_>| matches!(mention.trigger.kind, EventKind::Accident | EventKind::Disaster);
    if (mishap(a) && b.trigger.is_outcome()) || (mishap(b) && a.trigger.is_outcome()) {
        return (a.trigger.sentence == b.trigger.sentence).then_some(2);
    }
    if is_blast(a) && is_murder(scene, b) || is_blast(b) && is_murder(scene, a) {
        return None;
    }
    if is_taking_apart(a, b) || is_taking_apart(b, a) {
        return None;
    }
    // Those killed as the police fire on a crowd.
    let force = |mention: &Mention<'_>| mention.trigger.kind == EventKind::Crackdown;
    if (force(a) && b.trigger.is_outcome()) || (force(b) && a.trigger.is_outcome()) {
        return (a.trigger.sentence == b.trigger.sentence).then_some(2);
    }
    let violent = |kind: EventKind| kind.is_violence() && kind != EventKind::Crime && kind != EventKind::Robbery;
    if !violent(x) || !violent(y) || are_listed(scene, a, b) {
        return None;
    }
    // A clash draws in what is told of its dead in one breath; a murder told elsewhere is another matter.
    let clash = x == EventKind::ArmedClash || y == EventKind::ArmedClash;
    if clash && a.trigger.sentence.abs_diff(b.trigger.sentence) > 1 {
        return None;
    }
    let loose = |mention: &Mention<'_>| mention.trigger.is_outcome() || is_general(mention);
    (loose(a) || loose(b)).then_some(2)
}

/// Whether people are taken in one sentence and a thing is attacked in another: "fled after an attack on a bus. She took students hostage."
fn is_taking_apart(taking: &Mention<'_>, attack: &Mention<'_>) -> bool {
    let told = |mention: &Mention<'_>, role| mention.role(role).next().is_some();
    taking.trigger.kind == EventKind::Kidnapping
        && attack.trigger.kind != EventKind::Kidnapping
        && taking.trigger.sentence != attack.trigger.sentence
        && told(taking, Role::Victim)
        && told(attack, Role::Target)
        && !told(attack, Role::Victim)
}

/// Whether it was done with bombs, shells or fire.
fn is_blast(mention: &Mention<'_>) -> bool {
    matches!(mention.trigger.kind, EventKind::Bombing | EventKind::Airstrike | EventKind::Shelling | EventKind::Arson)
}

/// Whether it tells a deliberate killing of somebody, which is no mere result of a blast.
fn is_murder(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let term = || scene.lexicon.row(mention.trigger.row).text(column::Trigger::Term);
    let kills = mention.trigger.kind == EventKind::Assassination || (mention.trigger.frame == "outcome-kill" && term() == "murder");
    kills && mention.role(Role::Victim).next().is_some()
}

/// Whether two nouns of different kinds stand side by side in a list: "the bombings and the killing of priests".
fn are_listed(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let nouns = a.trigger.pos == Pos::Noun && b.trigger.pos == Pos::Noun && !a.trigger.dependent && !b.trigger.dependent;
    let (first, last) = if a.trigger.first < b.trigger.first { (a, b) } else { (b, a) };
    let start = scene.chunk_at(last.trigger.head).map_or(last.trigger.first, |chunk| chunk.first);
    let joined = start.checked_sub(1).is_some_and(|and| scene.hash(and) == fold::hash("and") && and >= first.trigger.last);
    nouns && joined && start - first.trigger.last <= LISTED
}

/// Whether the word fits any violence: "attack", "incident", "hit".
fn is_general(mention: &Mention<'_>) -> bool {
    mention.trigger.kind == EventKind::Attack && mention.trigger.method.is_none()
}

pub(super) fn agrees(a: Status, b: Status) -> bool {
    let real = |status: Status| matches!(status, Status::Occurred | Status::Denied);
    a == b || real(a) && real(b)
}

/// Whether place, date, persons or numbers of the two exclude each other.
pub(super) fn conflicts(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    dates_conflict(scene, a, b)
        || places_conflict(scene, a, b)
        || persons_conflict(a, b)
        || numbers_conflict(a, b)
        || sides_conflict(scene, a, b)
}

/// Whether the state hit its enemies in the one and they did the other, each told in a sentence of its own: "rebels raided a village", "troops killed
/// 16 rebels".
fn sides_conflict(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let clash = |mention: &Mention<'_>| mention.trigger.kind == EventKind::ArmedClash || mention.definite;
    if a.trigger.sentence == b.trigger.sentence || clash(a) || clash(b) {
        return false;
    }
    let (one, other) = (settle::doers(scene, a), settle::doers(scene, b));
    let struck = |state: &Mention<'_>| {
        let mut victims = state.role(Role::Victim).peekable();
        victims.peek().is_some() && victims.all(|victim| settle::is_nonstate(scene, victim))
    };
    one.zip(other).is_some_and(|(one, other)| one != other && struck(if one { a } else { b }))
}

/// Whether one tells the dead of a war and the other those of an incident: "killed two soldiers", "has cost 70,000 lives since 1980".
fn numbers_conflict(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let dead = |mention: &Mention<'_>| mention.killed.and_then(|killed| killed.range.min);
    let (Some(one), Some(other)) = (dead(a), dead(b)) else { return false };
    one.max(other) >= TOLL && one.min(other).saturating_mul(FARTHEST) < one.max(other)
}

/// Whether a telling of long ago would join one of the news, or one of the news a story of long ago.
fn is_history(scene: &Scene<'_>, mention: &Mention<'_>, others: &[&Mention<'_>]) -> bool {
    let old = |mention: &Mention<'_>| range(scene, mention).is_some_and(|(_, latest)| is_old(scene, latest));
    let own = mention.date.is_some_and(|date| is_sure(mention, date.distance));
    if old(mention) {
        return own && !others.iter().any(|other| old(other));
    }
    let beside = |other: &Mention<'_>| other.trigger.sentence == mention.trigger.sentence;
    !mention.definite && !mention.general && others.iter().all(|other| old(other) && !beside(other))
}

fn range(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<(Date, Date)> {
    scene.reading.times.get(mention.date?.time as usize)?.range
}

fn dates_conflict(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    match (range(scene, a), range(scene, b)) {
        (Some((a1, a2)), Some((b1, b2))) => (a2 < b1 || b2 < a1) && is_sure(a, a.date.map_or(9, |date| date.distance)),
        _ => false,
    }
}

/// Whether a setting found that far from the trigger sets the mention apart; one told as known is set apart by its own clause only.
fn is_sure(mention: &Mention<'_>, distance: u8) -> bool {
    distance == 0 || !mention.definite
}

fn places_conflict(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    if !is_sure(a, a.place_distance) || a.places.is_empty() || b.places.is_empty() || a.places.iter().any(|place| b.places.contains(place))
    {
        return false;
    }
    let draft = |mention: &Mention<'_>| scene.reading.entities.get(*mention.places.first()? as usize);
    let (Some(x), Some(y)) = (draft(a), draft(b)) else { return false };
    let rank = |entity: &EntityDraft| entity.place.as_ref().and_then(|place| place.feature.as_deref()).map_or(2, exactness);
    match (country(x), country(y)) {
        (Some(one), Some(other)) if one != other => true,
        _ => rank(x) == rank(y) && rank(x) > 0 && are_apart(x, y),
    }
}

fn country(entity: &EntityDraft) -> Option<&str> {
    entity.country.as_deref().or_else(|| entity.place.as_ref()?.country.as_deref())
}

/// Whether two places lie apart: a quarter of a town lies in it, and one that no gazetteer knows may.
fn are_apart(x: &EntityDraft, y: &EntityDraft) -> bool {
    let point = |entity: &EntityDraft| {
        let place = entity.place.as_ref()?;
        Some((place.lat? as f32, place.lon? as f32))
    };
    point(x).zip(point(y)).is_some_and(|(one, other)| place::km(one, other) > TOWN_KM)
}

/// How exact a place is by its GeoNames feature: 0 country, 1 division, 2 town and finer.
pub(super) fn exactness(feature: &str) -> u8 {
    if feature.starts_with("PCL") || feature.starts_with("CONT") {
        0
    } else if feature.starts_with("ADM") || feature.starts_with("RGN") {
        1
    } else {
        2
    }
}

/// Two killings or kidnappings of different persons, each told with its own, are two.
fn persons_conflict(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    if a.trigger.sentence == b.trigger.sentence {
        return false;
    }
    if !a.definite && a.trigger.frame == b.trigger.frame && are_other_sorts(a, b) {
        return true;
    }
    excludes(|| named_victims(a), || named_victims(b))
}

/// Whether both have some and none in common.
fn excludes<Item: PartialEq, A: Iterator<Item = Item>, B: Iterator<Item = Item>>(a: impl Fn() -> A, b: impl Fn() -> B) -> bool {
    a().next().is_some() && b().next().is_some() && !a().any(|one| b().any(|other| one == other))
}

/// The entities of single victims.
fn named_victims(mention: &Mention<'_>) -> impl Iterator<Item = u32> {
    mention.role(Role::Victim).filter(|filler| !filler.plural).filter_map(|filler| filler.entity)
}

/// Whether each befell one unnamed person and the persons are of different sorts: "a policeman was killed", "a judge was killed".
fn are_other_sorts(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    excludes(|| sorts(a), || sorts(b))
}

/// The sorts of single victims without a name.
fn sorts<'l>(mention: &Mention<'l>) -> impl Iterator<Item = &'l str> {
    let single = |filler: &&Filler<'_>| !filler.plural && !filler.anaphoric && filler.entity.is_none() && !filler.people.is_empty();
    mention.role(Role::Victim).filter(single).map(|filler| filler.people)
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

/// Whether the mention shares both a filler and the day or the place with the story.
fn is_same_telling(scene: &Scene<'_>, mentions: &[Mention<'_>], mention: &Mention<'_>, story: &Story) -> bool {
    let mut others = story.members.iter().rev().take(MEMBERS).filter_map(|&member| mentions.get(member));
    shares_filler(scene, mentions, mention, story) && others.any(|other| is_same_setting(scene, mention, other))
}

/// Whether two tellings name one place or one day.
fn is_same_setting(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    a.places.iter().any(|place| b.places.contains(place)) || (a.date.is_some() && range(scene, a) == range(scene, b))
}

/// Whether somebody or something stands in one role in both.
fn shares_filler(scene: &Scene<'_>, mentions: &[Mention<'_>], mention: &Mention<'_>, story: &Story) -> bool {
    let is_one = |filler: &Filler<'_>, known: &Filler<'_>| {
        known.role == filler.role
            && ((filler.entity.is_some() && known.entity == filler.entity) || scene.hash(known.noun.head) == scene.hash(filler.noun.head))
    };
    story
        .members
        .iter()
        .rev()
        .take(MEMBERS)
        .filter_map(|&member| mentions.get(member))
        .any(|other| mention.fillers.iter().any(|filler| other.fillers.iter().any(|known| is_one(filler, known))))
}
