//! When an event took place: the time nearest to its trigger, unless it belongs to something else.

use super::apart::{is_before_history, is_behind_relative, is_behind_where, is_contrasted, is_shifted};
use super::aside::is_day_of_words;
use super::matter::{is_of_claim, is_of_deed, is_of_matter, is_of_occasion, is_of_speaker, is_of_speech, is_of_utterance, is_told_then};
use super::outer::{is_before_war, is_of_count, is_of_followed, is_of_law, is_of_main_verb, is_of_occasioned, opens_next};
use super::owner::{
    is_attribute, is_avenged, is_before_deed, is_before_feast, is_bound, is_of_another, is_of_clause_before, is_reduced, is_told,
};
use super::{NEAR, finite_verbs, window};
use crate::event::draft::{Dating, Mention};
use crate::event::merge;
use crate::event::scene::Scene;
use crate::event::status;
use crate::event::trigger::{Pos, Trigger};
use crate::lexicon::{Hit, TableId, Tag, column};
use crate::phrase::{Chunk, ChunkKind};
use crate::record::{EntityKind, EventKind, Status, TimeType};
use crate::time::TimeMention;
use crate::token::literal::{word, words};
use crate::token::{TokenKind, fold};
use jiff::civil::Date;

/// Days after which an event is no news.
const OLD_DAYS: i32 = 62;

/// How far the day on which something was told stands from it, as in [`Dating`].
pub(in crate::event) const TOLD: u8 = 2;

/// The longest span of days that dates an event of its own.
pub(super) const FEW_DAYS: i32 = 8;

/// The time nearest to the trigger in its sentence, times of its own clause before others.
pub(super) fn find_date(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize) -> Option<Dating> {
    let mention = mentions.get(index)?;
    let trigger = &mention.trigger;
    if is_served(scene, trigger) {
        return None;
    }
    let range = window(scene, trigger);
    let carrier = status::carrier(scene, trigger);
    let memory = merge::memory_before(scene, mention);
    let mentions = mentions.get(index.saturating_sub(NEAR)..(index + NEAR).min(mentions.len()))?;
    let from = scene.reading.times.partition_point(|time| time.first < range.start);
    let times = scene.reading.times.get(from..)?.iter().enumerate().take_while(|(_, time)| time.first < range.end);
    let mut best: Option<(u32, Dating)> = None;
    for (offset, time) in times {
        if is_dating(time) && (is_when(scene, time, trigger) || is_owner(scene, time, trigger)) {
            return Some(Dating { time: (from + offset) as u32, distance: 0, counted: None });
        }
        if is_dating(time) && is_held_since(scene, time, trigger) {
            return Some(Dating { time: (from + offset) as u32, distance: 0, counted: None });
        }
        if memory.is_some_and(|cue| time.first < cue) {
            continue;
        }
        let (first, last) = (time.first.min(trigger.first), time.first.max(trigger.first));
        if best.is_some_and(|(least, _)| least <= last - first)
            || !(is_dating(time) || is_just_now(scene, time))
            || is_of_speech(scene, time.first, time.last, trigger.head) && !is_beside(scene, trigger.head, time.first)
        {
            continue;
        }
        // "Killed three people and wounded 40 on Monday": what became of others is told in one breath.
        let verbs = finite_verbs(scene, first, last, trigger.head).saturating_sub(outcomes(mentions, trigger, first, last));
        let carrier = carrier.or_else(|| occurrence(scene, trigger));
        let verbs = verbs.saturating_sub(u32::from(carrier.is_some_and(|verb| first < verb && verb < last)));
        let others = mentions.iter().filter(|other| {
            let head = other.trigger.head;
            first < head && head < last && head != trigger.head && other.trigger.kind != trigger.kind
        });
        let cost = last - first + 15 * verbs + 10 * others.count() as u32;
        if mention.definite && is_of_utterance(mentions, time.first, trigger) || is_of_matter(scene, mentions, time.first, mention) {
            continue;
        }
        if is_of_other(scene, mentions, time, mention) || is_contrasted(scene, first..last) {
            continue;
        }
        if is_shifted(scene, time.last..trigger.first)
            || is_shifted(scene, trigger.last..time.first)
            || (is_deed(scene, mention) && is_to_come(scene, time))
            || (trigger.frame == "outcome-toll" && !is_in_group(scene, trigger, time.first))
        {
            continue;
        }
        let foreign = is_of_another(scene, time, trigger) && !is_of_clause_before(scene, time, trigger);
        if foreign && trigger.head > time.first && (is_reduced(scene, time.first, trigger) || !is_told(scene, mentions, time.first)) {
            continue;
        }
        let cost = cost + 25 * u32::from(foreign);
        let old = time.range.is_some_and(|(_, latest)| is_old(scene, latest)) && !is_fronted(scene, time.first);
        let aside = || is_set_off(scene, trigger.head, time.first) || is_of_deed(scene, mentions, time.first, trigger);
        if (old && (verbs > 0 || foreign || aside())) || is_bound(scene, time.first, trigger.head) {
            continue;
        }
        let distance = if is_told_then(scene, time.first, trigger) { TOLD } else { u8::from(verbs > 0 || foreign) };
        let dating = Dating { time: (from + offset) as u32, distance, counted: None };
        if best.is_none_or(|(other, _)| cost < other) {
            best = Some((cost, dating));
        }
    }
    best.map(|(_, dating)| dating)
}

/// Whether the time is that of something else in the sentence: of a claim, an occasion, a trial, a toll, or of what somebody said.
fn is_of_other(scene: &Scene<'_>, mentions: &[Mention<'_>], time: &TimeMention, mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;
    is_of_claim(scene, mentions, time.first, trigger)
        || is_of_occasion(scene, mentions, time.first, trigger)
        || is_behind_relative(scene, trigger, time.first)
        || is_behind_where(scene, trigger, time.first)
        || is_before_history(scene, trigger, time.first)
        || is_before_cause(scene, mention, time.first)
        || is_of_law(scene, mentions, time, mention)
        || is_of_occasioned(scene, mentions, time, mention)
        || is_of_count(scene, mentions, time, trigger)
        || is_day_of_words(scene, trigger, time.first)
        || is_of_followed(scene, trigger, time.first)
        || opens_next(scene, trigger, time)
        || is_attribute(scene, time)
        || is_before_war(scene, time.first, trigger)
        || is_of_main_verb(scene, time.first, trigger)
        || is_before_feast(scene, time)
        || is_avenged(scene, mentions, time, trigger)
        || is_before_deed(scene, time, trigger)
        || is_of_speaker(scene, (time.first, time.last), trigger)
}

/// Whether it is a sentence that somebody is serving, passed on no day that is told: "a man serving a life sentence escaped on Monday".
fn is_served(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const SERVE: [u64; 4] = [word!("serve"), word!("serves"), word!("served"), word!("serving")];
    let noun = scene.chunk_index(trigger.head).filter(|_| trigger.kind == EventKind::Trial && trigger.pos == Pos::Noun);
    let verb = noun.and_then(|noun| scene.of_noun(noun).governor).and_then(|verb| scene.chunks().get(verb as usize));
    verb.is_some_and(|verb| SERVE.contains(&scene.hash(verb.head)))
}

/// Whether the time behind "since" tells when somebody was taken: "the opposition leader, held since May, went on hunger strike on Monday".
fn is_held_since(scene: &Scene<'_>, time: &TimeMention, trigger: &Trigger<'_>) -> bool {
    let taking = matches!(trigger.kind, EventKind::Arrest | EventKind::Kidnapping) && trigger.pos != Pos::Noun;
    taking && scene.hash(trigger.last) == word!("since") && time.first == trigger.last + 1
}

/// Whether the time stands with what the toll is of: "the toll from the attack on Monday"; not "by Wednesday the toll had risen", "the toll rose on
/// Friday", which tell when the dead were counted.
fn is_in_group(scene: &Scene<'_>, toll: &Trigger<'_>, time: u32) -> bool {
    let of = scene.chunk_at(toll.last).is_some_and(|of| of.kind == ChunkKind::Preposition && scene.hash(of.first) != word!("on"));
    of && time > toll.head && finite_verbs(scene, toll.last, time, toll.head) == 0
}

/// The verb that tells of its subject, the trigger, that it took place: "clashes *erupted* on 5 June", "the attack *was* on Monday".
fn occurrence(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<u32> {
    let own = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Noun)?;
    let around = scene.of_noun(own);
    let at = around.governor.filter(|_| around.governor_is_subject)? as usize;
    let verb = scene.chunks().get(at)?;
    // "The deadliest shooting was in 1966".
    let dated = || {
        let kind = |at: usize| scene.chunks().get(at).map(|chunk| chunk.kind);
        kind(at + 1) == Some(ChunkKind::Preposition) && kind(at + 2) == Some(ChunkKind::Time)
    };
    if verb.first == verb.head && scene.hash(verb.head) == word!("was") && dated() {
        return Some(verb.head);
    }
    let erupts = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame) == "erupt";
    // "The trial *opened* on April 10".
    let begins = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Status::Class) == "implicative";
    let sits =
        || words!["opened", "resumed", "closed"].contains(&scene.hash(verb.head)) || scene.hits(verb.head, TableId::Status).any(begins);
    let past = matches!(scene.reading.phrases.tags.get(verb.head as usize), Some(Some(Tag::VerbEd)));
    let law = trigger.kind == EventKind::Trial && past && sits();
    let tells = law || (verb.first..=verb.head).any(|token| scene.hits(token, TableId::Trigger).any(erupts));
    (verb.kind == ChunkKind::Verb && tells).then_some(verb.head)
}

/// Whether the clause that says what happened at the time tells the event: "it began in 1984, when rebels attacked the embassy".
fn is_when(scene: &Scene<'_>, time: &TimeMention, trigger: &Trigger<'_>) -> bool {
    const WHEN: u64 = word!("when");
    // "Since the 2004 Beslan school siege, when 334 people were killed".
    let group = scene.chunk_at(time.first).filter(|group| group.kind == ChunkKind::Noun && time.rule == "year");
    let last = group.map_or(time.last, |group| group.last.max(time.last));
    let when = last + u32::from(scene.document.word(last as usize) == ",");
    scene.hash(when) == WHEN && trigger.head > when && finite_verbs(scene, when, trigger.head, trigger.head) == 0
}

/// Whether the time owns the deed: "last year's demonstrations".
fn is_owner(scene: &Scene<'_>, time: &TimeMention, trigger: &Trigger<'_>) -> bool {
    let deed = scene.chunk_at(trigger.head).filter(|deed| trigger.pos == Pos::Noun && deed.first == time.last);
    deed.and_then(|deed| scene.document.tokens.get(deed.first as usize)).is_some_and(|mark| mark.kind == TokenKind::Possessive)
}

/// Whether the time stands before the deed in which somebody was killed, so that it dates that one, if any: "marched on Monday to recall a clash in
/// which six died".
fn is_before_cause(scene: &Scene<'_>, mention: &Mention<'_>, time: u32) -> bool {
    let which = |cause: u32| (cause..mention.trigger.first).any(|token| scene.hash(token) == word!("which"));
    mention.cause.is_some_and(|cause| time < cause && which(cause))
}

/// How many words for a result stand between two tokens as verbs of the same voice as an outcome `own`.
fn outcomes(mentions: &[Mention<'_>], own: &Trigger<'_>, first: u32, last: u32) -> u32 {
    let result = |other: &Trigger<'_>| other.is_outcome() && other.pos == Pos::Verb && other.sentence == own.sentence;
    let between = |other: &&Mention<'_>| first < other.trigger.head && other.trigger.head < last && other.trigger.head != own.head;
    if !result(own) {
        return 0;
    }
    mentions.iter().filter(between).filter(|other| result(&other.trigger)).count() as u32
}

/// Whether violence, an arrest, a sentence or an accusation is told as done.
fn is_deed(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;
    // "Ten men go on trial on Monday".
    let present = matches!(scene.reading.phrases.tags.get(trigger.head as usize), Some(Some(Tag::VerbBase | Tag::VerbS)));
    let law = matches!(trigger.kind, EventKind::Arrest | EventKind::Trial) && trigger.pos == Pos::Verb && !present;
    mention.status == Status::Occurred && (law || trigger.kind.is_violence() || trigger.kind == EventKind::Accusation)
}

/// Whether a time lies wholly behind the day of the report.
fn is_to_come(scene: &Scene<'_>, time: &TimeMention) -> bool {
    let published = scene.reading.reference.published.or(scene.reading.reference.dateline);
    published.zip(time.range).is_some_and(|(published, (earliest, _))| earliest > published)
}

/// Whether what is no deed is told of a day that lies ahead, so that it is only planned: "the talks resume on Thursday"; not with a verb in the past.
pub(super) fn is_plan(scene: &Scene<'_>, trigger: &Trigger<'_>, dating: &Dating) -> bool {
    let time = scene.reading.times.get(dating.time as usize);
    let mishap = matches!(trigger.kind, EventKind::Accident | EventKind::Disaster);
    let deed = trigger.kind.is_violence() || trigger.kind.is_speech() || mishap;
    let past = matches!(scene.reading.phrases.tags.get(trigger.head as usize), Some(Some(Tag::VerbEd | Tag::VerbEn)));
    !deed && !past && dating.distance < TOLD && time.is_some_and(|time| time.kind != TimeType::Duration && is_to_come(scene, time))
}

/// Whether a time opens its sentence, or the clause behind "that", so that all that it tells may have taken place then: "In 2019 troops withdrew
/// after rebels took the town".
pub(super) fn is_fronted(scene: &Scene<'_>, time: u32) -> bool {
    let start = scene.sentence(scene.document.sentence_of(time as usize)).start;
    let before = time.checked_sub(1).filter(|&before| scene.is_in(before, ChunkKind::Preposition)).unwrap_or(time);
    // "Just 13 months earlier".
    let adverb = before == start + 1 && matches!(scene.reading.phrases.tags.get(start as usize), Some(Some(Tag::Adverb | Tag::Number)));
    before <= start || adverb || scene.hash(before - 1) == word!("that")
}

/// Whether a comma and a noun stand between a trigger and a time behind it, so that it may date what is told beside: "the killing of Ana Ruiz,
/// mayor of the town in 1984".
fn is_set_off(scene: &Scene<'_>, trigger: u32, time: u32) -> bool {
    let (Some(from), Some(to)) = (scene.chunk_index(trigger), scene.chunk_index(time)) else { return false };
    let between = scene.chunks().get(from..to).unwrap_or(&[]);
    let is_comma = |chunk: &Chunk| chunk.kind == ChunkKind::Mark && scene.document.word(chunk.first as usize) == ",";
    // "Killed 319 civilians, including 48 women, between 9 and 21 July".
    let included = between.windows(2).position(|pair| is_comma(&pair[0]) && scene.hash(pair[1].first) == word!("including"));
    let behind = included.and_then(|from| Some(from + 1 + between.get(from + 1..)?.iter().position(is_comma)?));
    let between = behind.and_then(|behind| between.get(behind + 1..)).unwrap_or(between);
    let comma = between.iter().position(is_comma);
    // "Was shot in Butler, Pennsylvania, in July".
    let other = |chunk: &Chunk| chunk.kind == ChunkKind::Noun && scene.kind_at(chunk.head) != Some(EntityKind::Place);
    comma.is_some_and(|comma| between.iter().skip(comma).any(other))
}

/// Whether a time says when something took place: a day, or the few days up to the report ("in the past 48 hours").
pub(super) fn is_dating(time: &TimeMention) -> bool {
    let Some((earliest, latest)) = time.range else { return false };
    match time.kind {
        TimeType::Date | TimeType::Time => true,
        TimeType::Duration => (latest - earliest).get_days() <= FEW_DAYS,
        TimeType::Set => false,
    }
}

/// Whether a time is the day of the report: "a few minutes ago", "two hours ago".
pub(in crate::event) fn is_just_now(scene: &Scene<'_>, time: &TimeMention) -> bool {
    const CLOCK: [u64; 4] = [fold::hash("minute"), fold::hash("minutes"), fold::hash("hour"), fold::hash("hours")];
    let back = time.kind == TimeType::Date && time.range.is_none() && time.last > time.first + 1;
    back && scene.hash(time.last - 1) == word!("ago") && CLOCK.contains(&scene.hash(time.last - 2))
}

/// Whether a time stands right behind the trigger's noun: "(reports of) a foiled attack in late December (reveal)".
pub(super) fn is_beside(scene: &Scene<'_>, trigger: u32, time: u32) -> bool {
    let (Some(own), Some(at)) = (scene.chunk_index(trigger), scene.chunk_index(time)) else { return false };
    let noun = scene.chunks().get(own).is_some_and(|chunk| chunk.kind == ChunkKind::Noun);
    let between = scene.chunks().get(own + 1..at).unwrap_or(&[]);
    noun && own < at && between.len() < 2 && between.iter().all(|chunk| chunk.kind == ChunkKind::Preposition)
}

/// Whether a day lies so long before the report that it dates no news.
pub(in crate::event) fn is_old(scene: &Scene<'_>, latest: Date) -> bool {
    let published = scene.reading.reference.published.or(scene.reading.reference.dateline);
    published.is_some_and(|published| (published - latest).get_days() > OLD_DAYS)
}
