//! Setting: when and where an event took place, by how near its sentence says it.

use super::draft::{Dating, Mention, Role};
use super::index;
use super::scene::Scene;
use super::trigger::{Pos, Trigger};
use crate::lexicon::{TableId, WordSet};
use crate::phrase::ChunkKind;
use crate::quantity::QuantityKind;
use crate::record::{EntityKind, TimeType};
use crate::time::TimeMention;
use crate::token::{TokenKind, fold};
use jiff::civil::Date;

/// Days after which an event is no news.
const OLD_DAYS: i32 = 62;

/// The longest span of days that dates an event of its own.
const FEW_DAYS: i32 = 8;

/// How many mentions before and behind one, and how many tokens before and behind its trigger, are looked at: no sentence of news has more,
/// and time must grow with the length of the text only.
const NEAR: usize = 32;
const TOKENS: u32 = 160;

/// Gives each mention the time and the places of its own clause, else of its sentence.
pub(super) fn set(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    for index in 0..mentions.len() {
        let date = find_date(scene, mentions, index);
        let (places, distance) = find_places(scene, mentions, index);
        let Some(mention) = mentions.get_mut(index) else { return };
        mention.date = date;
        mention.places = places;
        mention.place_distance = distance;
    }
}

/// The time nearest to the trigger in its sentence, times of its own clause before others.
fn find_date(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize) -> Option<Dating> {
    let mention = mentions.get(index)?;
    let trigger = &mention.trigger;
    let range = window(scene, trigger);
    let mentions = mentions.get(index.saturating_sub(NEAR)..(index + NEAR).min(mentions.len()))?;
    let from = scene.reading.times.partition_point(|time| time.first < range.start);
    let times = scene.reading.times.get(from..)?.iter().enumerate().take_while(|(_, time)| time.first < range.end);
    let mut best: Option<(u32, Dating)> = None;
    for (offset, time) in times {
        let (first, last) = (time.first.min(trigger.first), time.first.max(trigger.first));
        if best.is_some_and(|(least, _)| least <= last - first)
            || !(is_dating(time) || is_just_now(scene, time))
            || is_of_speech(scene, time.first, time.last, trigger.head) && !is_beside(scene, trigger.head, time.first)
        {
            continue;
        }
        let verbs = finite_verbs(scene, first, last, trigger.head);
        let others = mentions.iter().filter(|other| {
            let head = other.trigger.head;
            first < head && head < last && head != trigger.head && other.trigger.kind != trigger.kind
        });
        let cost = last - first + 15 * verbs + 10 * others.count() as u32;
        if mention.definite && is_of_utterance(mentions, time.first, trigger) {
            continue;
        }
        let foreign = is_of_another(scene, time.first, trigger);
        if foreign && trigger.head > time.first && !is_told(scene, mentions, time.first) {
            continue;
        }
        let cost = cost + 25 * u32::from(foreign);
        let old = time.range.is_some_and(|(_, latest)| is_old(scene, latest));
        if (old && (verbs > 0 || foreign || is_set_off(scene, trigger.head, time.first))) || is_bound(scene, time.first, trigger.head) {
            continue;
        }
        let dating = Dating { time: (from + offset) as u32, distance: u8::from(verbs > 0 || foreign) };
        if best.is_none_or(|(other, _)| cost < other) {
            best = Some((cost, dating));
        }
    }
    best.map(|(_, dating)| dating)
}

/// Whether a comma and a noun stand between a trigger and a time behind it, so that it may date what is told beside: "the killing of Ana Ruiz,
/// mayor of the town in 1984".
fn is_set_off(scene: &Scene<'_>, trigger: u32, time: u32) -> bool {
    let (Some(from), Some(to)) = (scene.chunk_index(trigger), scene.chunk_index(time)) else { return false };
    let between = scene.chunks().get(from..to).unwrap_or(&[]);
    let comma = between.iter().position(|chunk| chunk.kind == ChunkKind::Mark && scene.document.word(chunk.first as usize) == ",");
    comma.is_some_and(|comma| between.iter().skip(comma).any(|chunk| chunk.kind == ChunkKind::Noun))
}

/// Whether a time says when something took place: a day, or the few days up to the report ("in the past 48 hours").
fn is_dating(time: &TimeMention) -> bool {
    let Some((earliest, latest)) = time.range else { return false };
    match time.kind {
        TimeType::Date | TimeType::Time => true,
        TimeType::Duration => (latest - earliest).get_days() <= FEW_DAYS,
        TimeType::Set => false,
    }
}

/// Whether a time is the day of the report: "a few minutes ago", "two hours ago".
pub(super) fn is_just_now(scene: &Scene<'_>, time: &TimeMention) -> bool {
    const CLOCK: [u64; 4] = [fold::hash("minute"), fold::hash("minutes"), fold::hash("hour"), fold::hash("hours")];
    let back = time.kind == TimeType::Date && time.range.is_none() && time.last > time.first + 1;
    back && scene.hash(time.last - 1) == fold::hash("ago") && CLOCK.contains(&scene.hash(time.last - 2))
}

/// The tokens of the trigger's sentence that are near it.
fn window(scene: &Scene<'_>, trigger: &Trigger<'_>) -> std::ops::Range<u32> {
    let range = scene.sentence(trigger.sentence);
    range.start.max(trigger.first.saturating_sub(TOKENS))..range.end.min(trigger.last + TOKENS)
}

/// Whether a speech act stands between a time and the event told before that it speaks of: "The next day the group claimed the attack".
fn is_of_utterance(mentions: &[Mention<'_>], time: u32, trigger: &Trigger<'_>) -> bool {
    let between = |other: &Trigger<'_>| other.sentence == trigger.sentence && time < other.head && other.head < trigger.head;
    mentions.iter().any(|other| other.trigger.kind.is_speech() && between(&other.trigger))
}

/// Whether a time stands in the dateline, or beside a verb of saying that is not the trigger: "reported today that".
fn is_of_speech(scene: &Scene<'_>, first: u32, last: u32, own: u32) -> bool {
    if scene.document.dateline.is_some_and(|dateline| first < dateline.last) {
        return true;
    }
    let says = |token: u32| {
        let verb = scene.chunk_at(token).filter(|chunk| chunk.kind == ChunkKind::Verb && !(chunk.first..chunk.last).contains(&own));
        verb.is_some_and(|chunk| scene.hits(chunk.head, TableId::Attribution).next().is_some())
    };
    first.checked_sub(1).is_some_and(says) || says(last)
}

/// Whether a time stands right behind the trigger's noun: "(reports of) a foiled attack in late December (reveal)".
fn is_beside(scene: &Scene<'_>, trigger: u32, time: u32) -> bool {
    let (Some(own), Some(at)) = (scene.chunk_index(trigger), scene.chunk_index(time)) else { return false };
    let noun = scene.chunks().get(own).is_some_and(|chunk| chunk.kind == ChunkKind::Noun);
    let between = scene.chunks().get(own + 1..at).unwrap_or(&[]);
    noun && own < at && between.len() < 2 && between.iter().all(|chunk| chunk.kind == ChunkKind::Preposition)
}

/// Whether a time belongs to another verb than the trigger, or than the one that carries it: "who took office on Friday, was wounded";
/// or stands inside another noun group: "a 1981 sedan".
fn is_of_another(scene: &Scene<'_>, time: u32, trigger: &Trigger<'_>) -> bool {
    let Some(at) = scene.chunk_index(time) else { return false };
    if scene.chunks().get(at).is_some_and(|chunk| chunk.kind == ChunkKind::Noun && !(chunk.first..chunk.last).contains(&trigger.head)) {
        return true;
    }
    let own = scene.chunk_index(trigger.head);
    let carrier = own.filter(|_| trigger.pos == Pos::Noun).and_then(|own| scene.clauses().of_noun(own).governor);
    for before in (at.saturating_sub(5)..at).rev() {
        match scene.chunks().get(before).map(|chunk| chunk.kind) {
            Some(ChunkKind::Verb) => return Some(before) != own && Some(before as u32) != carrier,
            Some(ChunkKind::Mark | ChunkKind::Subordinator) | None => return false,
            _ if Some(before) == own => return false,
            _ => {}
        }
    }
    false
}

/// Whether a trigger stands in the verb group before a time, so that its day may be the whole event's.
fn is_told(scene: &Scene<'_>, mentions: &[Mention<'_>], time: u32) -> bool {
    let Some(at) = scene.chunk_index(time) else { return false };
    let verb = (at.saturating_sub(5)..at).rev().filter_map(|before| scene.chunks().get(before)).find(|chunk| chunk.kind == ChunkKind::Verb);
    verb.is_some_and(|verb| mentions.iter().any(|other| (verb.first..verb.last).contains(&other.trigger.head)))
}

/// Whether a time only opens or closes a span: "since 1980", "until Friday", "since the founding of the republic in 1979";
/// not that of the event `own` inside it: "since the bombing of 2005".
fn is_bound(scene: &Scene<'_>, time: u32, own: u32) -> bool {
    const BOUNDS: [u64; 3] = [fold::hash("since"), fold::hash("until"), fold::hash("till")];
    const REACH: u32 = 14;
    (time.saturating_sub(REACH)..time)
        .rev()
        .take_while(|&token| scene.chunk_at(token).is_some_and(|chunk| !matches!(chunk.kind, ChunkKind::Verb | ChunkKind::Mark)))
        .any(|token| BOUNDS.contains(&scene.hash(token)) && !(token..time).contains(&own))
}

/// Whether a day lies so long before the report that it dates no news.
pub(super) fn is_old(scene: &Scene<'_>, latest: Date) -> bool {
    let published = scene.reading.reference.published.or(scene.reading.reference.dateline);
    published.is_some_and(|published| (published - latest).get_days() > OLD_DAYS)
}

/// How many finite verbs stand between two tokens, that of the trigger aside.
fn finite_verbs(scene: &Scene<'_>, first: u32, last: u32, own: u32) -> u32 {
    let (Some(before), Some(end)) = (scene.chunk_index(first), last.checked_sub(1).and_then(|last| scene.chunk_index(last))) else {
        return 0;
    };
    let between = before + 1..end + 1;
    let own = scene.chunk_index(own).filter(|own| between.contains(own));
    scene.index.verbs(between).finite - own.map_or(0, |own| scene.index.verbs(own..own + 1).finite)
}

/// Places: those that the frame gives, else the names of places in the sentence, nearest first; each with those that it lies in.
fn find_places(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize) -> (Vec<u32>, u8) {
    let Some(mention) = mentions.get(index) else { return (Vec::new(), u8::MAX) };
    let mut places = Vec::new();
    for filler in mention.role(Role::Place) {
        let mut token = filler.noun.first;
        while token < filler.noun.last {
            token = add_place(scene, token, &mut places).max(token + 1);
        }
        add_chain(scene, filler.noun.last, &mut places);
    }
    if !places.is_empty() {
        return (places, 0);
    }
    let trigger = &mention.trigger;
    if trigger.kind.is_speech() {
        return (places, u8::MAX);
    }
    let range = window(scene, trigger);
    let mut best: Option<(u32, u32)> = None;
    for &token in index::inside(&scene.index.places, range) {
        if best.is_some_and(|(least, _)| least <= token.abs_diff(trigger.first))
            || !is_setting(scene, token)
            || mention.fillers.iter().any(|filler| filler.role != Role::Place && filler.noun.holds(token))
        {
            continue;
        }
        let (first, last) = (token.min(trigger.first), token.max(trigger.first));
        let cost = last - first + 15 * finite_verbs(scene, first, last, trigger.head);
        if best.is_none_or(|(other, _)| cost < other) {
            best = Some((cost, token));
        }
    }
    let Some((_, token)) = best else { return (places, u8::MAX) };
    let next = add_place(scene, token, &mut places);
    add_chain(scene, next, &mut places);
    (places, 1)
}

/// Whether a name of a place at `token` says where something is: after a preposition of place.
fn is_setting(scene: &Scene<'_>, token: u32) -> bool {
    if scene.document.dateline.is_some_and(|dateline| token < dateline.last) || is_measured(scene, token) {
        return false;
    }
    let Some(chunk) = scene.chunk_index(token) else { return false };
    let Some(before) = chunk.checked_sub(1).and_then(|before| scene.chunks().get(before)) else { return false };
    // Where somebody has a seat is not where something happened: "a group based in Yemen".
    if before.first.checked_sub(1).is_some_and(|seat| scene.has(WordSet::Seat, seat)) {
        return false;
    }
    before.kind == ChunkKind::Preposition
        && (scene.has(WordSet::Setting, before.first) || before.last.checked_sub(1).is_some_and(|last| scene.has(WordSet::Setting, last)))
}

/// Whether a place only tells how far something lies: "315 km east of Lima".
fn is_measured(scene: &Scene<'_>, token: u32) -> bool {
    let first = scene.name_at(token).and_then(|name| scene.reading.names.get(name)).map_or(token, |name| name.first);
    let Some(range) = first.checked_sub(6).map(|from| from..first) else { return false };
    let quantities = scene.reading.quantities;
    let from = quantities.partition_point(|quantity| quantity.last <= range.start);
    let measured = quantities.get(from..).unwrap_or(&[]).iter().take_while(|quantity| quantity.first < range.end);
    measured.into_iter().any(|quantity| quantity.kind == QuantityKind::Measure)
}

pub(super) fn is_place(scene: &Scene<'_>, token: u32) -> bool {
    matches!(scene.kind_at(token), Some(EntityKind::Place))
}

/// Adds the place named at `token`; the token after its name.
fn add_place(scene: &Scene<'_>, token: u32, places: &mut Vec<u32>) -> u32 {
    let Some(name) = scene.name_at(token).and_then(|name| scene.reading.names.get(name)) else { return token + 1 };
    if is_place(scene, token)
        && let Some(entity) = scene.entity_at(token)
        && !places.contains(&(entity as u32))
    {
        places.push(entity as u32);
        add_owner(scene, name.first, places);
    }
    name.last
}

/// Adds the place before a possessive that a place belongs to: "Syria's Idlib province".
fn add_owner(scene: &Scene<'_>, first: u32, places: &mut Vec<u32>) {
    let owner = first.checked_sub(2).filter(|&owner| is_place(scene, owner));
    let possessive = first
        .checked_sub(1)
        .and_then(|mark| scene.document.tokens.get(mark as usize))
        .is_some_and(|mark| mark.kind == TokenKind::Possessive);
    if let Some(entity) = owner.filter(|_| possessive).and_then(|owner| scene.entity_at(owner))
        && !places.contains(&(entity as u32))
    {
        places.push(entity as u32);
    }
}

/// Adds what a place lies in: "Kerman, Iran", "Achi, in the department of Bolivar"; and what lies in it: "India's state of Manipur".
fn add_chain(scene: &Scene<'_>, from: u32, places: &mut Vec<u32>) {
    let mut token = from;
    if let Some(owned) = owned(scene, from) {
        token = add_place(scene, owned, places);
    }
    let end = token + 8;
    while token < end {
        if is_place(scene, token) {
            token = add_place(scene, token, places);
            continue;
        }
        if scene.document.word(token as usize) != "," && !scene.has(WordSet::Within, token) {
            return;
        }
        token += 1;
    }
}

/// The place behind a possessive, over "of" and in the noun groups of what the owner has.
fn owned(scene: &Scene<'_>, mark: u32) -> Option<u32> {
    const OF: u64 = fold::hash("of");
    scene.document.tokens.get(mark as usize).filter(|token| token.kind == TokenKind::Possessive)?;
    let inside = |&token: &u32| scene.is_in(token, ChunkKind::Noun) || scene.hash(token) == OF;
    (mark + 1..mark + 8).take_while(inside).find(|&token| is_place(scene, token))
}
