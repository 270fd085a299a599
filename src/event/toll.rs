//! Tolls: tellings that sum up what a war, a wave of attacks or a span of time up to the report has cost, beside the events of the news.

use super::draft::{Mention, Role};
use super::scene::Scene;
use super::trigger::{Pos, Trigger};
use crate::lexicon::{TableId, Tag, WordSet};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{EventKind, TimeType};
use crate::time::{Length, TimeMention, Unit};
use crate::token::fold;
use std::ops::Range;

/// What opens a span of time up to the report.
const SINCE: u64 = fold::hash("since");

/// From how many dead on what "has" killed them is more than one event, and from how many on if it was a war.
const MANY: u64 = 1000;
const SOME: u64 = 50;
/// And from how many on if a war "killed" them on no day that is told.
const LARGE: u64 = 200;

/// From how many deeds on they are those of a span that is told, and from how many on those of years in any case.
const SEVERAL: u64 = 3;
const DOZENS: u64 = 20;

/// Days of a year.
const YEAR: i32 = 360;

/// Longest span in days that may still be that of one event: its victims go on dying for so long.
const WEEK: i32 = 7;
/// Longest time in days from the event to a report that tells what has happened "since" its day.
const RECENT: i32 = 3;

/// Whether a telling sums up: what a war has cost by now, or what has happened in a span of time up to the report. "The conflict has killed
/// 40,000", "46 policemen have been killed since January", "has killed 31 people in a decade of attacks", "the number killed since August".
pub(super) fn is_toll(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;
    if !(trigger.is_outcome() || trigger.kind == EventKind::Kidnapping) || trigger.pos == Pos::Noun {
        return false;
    }
    let range = scene.sentence(trigger.sentence);
    if trigger.is_outcome() && is_since_behind(scene, trigger.last) {
        return true;
    }
    let Some(at) = scene.chunk_index(trigger.first).filter(|_| trigger.pos == Pos::Verb) else { return false };
    let spans = || counts_several(mention) && (is_since(scene, mention, &range) || is_in_span(scene, &range) || is_in_wave(scene, &range));
    // "The number of farmers killed by gunmen since May".
    let participle = || scene.chunks().get(at).is_some_and(|verb| verb.form == VerbForm::Participle);
    let dead = mention.killed.and_then(|killed| killed.range.min).unwrap_or(0);
    let of_war = || {
        let subject = scene.of_verb(at).subject;
        subject.iter().filter_map(|&noun| scene.chunks().get(noun as usize)).any(|noun| scene.has(WordSet::War, noun.head))
            || war_of(scene, trigger).is_some()
    };
    if !is_perfect(scene, at) {
        // "A 1998 accord ended a conflict that killed 3,600 people."
        let dated = mention.date.is_some_and(|date| date.distance == 0);
        if trigger.is_outcome() && dead >= LARGE && !dated && of_war() {
            return true;
        }
        return counts_several(mention) && (is_in_past_span(scene, &range) || (participle() && is_since(scene, mention, &range)));
    }
    (trigger.is_outcome() && (dead >= MANY || (dead >= SOME && of_war()) || is_since_years(scene, &range))) || spans()
}

/// Whether a telling counts what somebody has done over the years: "has carried out 200 attacks", "is held responsible for 50 attacks this year", "has
/// blown up the pipeline 120 times since 1986"; not "carried out 12 attacks on Sunday".
pub(super) fn is_career(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;
    let Some(at) = scene.chunk_index(trigger.head).filter(|_| trigger.kind.is_violence()) else { return false };
    let range = scene.sentence(trigger.sentence);
    let spans = || is_since(scene, mention, &range) || is_in_span(scene, &range);
    if trigger.pos == Pos::Verb {
        return is_perfect(scene, at) && is_so_many_times(scene, trigger) && spans();
    }
    let deeds = scene.chunks().get(at).filter(|deeds| deeds.plural && deeds.head == trigger.head && !mention.definite);
    let count = deeds.and_then(|deeds| scene.count_in(deeds.first, deeds.last)).and_then(|count| count.range.min).unwrap_or(0);
    let done = || scene.of_noun(at).governor.is_some_and(|verb| is_perfect(scene, verb as usize));
    !trigger.is_outcome() && (count >= SEVERAL && spans() || count >= DOZENS && done())
}

/// Whether a number and "times" stand behind the verb: "has blown up the pipeline 120 times".
fn is_so_many_times(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const REACH: u32 = 12;
    const TIMES: u64 = fold::hash("times");
    let end = scene.sentence(trigger.sentence).end.min(trigger.last + REACH);
    let number = |token: u32| scene.reading.phrases.tags.get(token as usize) == Some(&Some(Tag::Number));
    (trigger.last + 1..end).any(|token| scene.hash(token) == TIMES && number(token - 1))
}

/// The war whose dead a relative clause counts: "a *conflict* in which 40,000 people have died", "a *war* that has killed 64,000".
pub(super) fn war_of(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<u32> {
    const RELATIVE: [u64; 2] = [fold::hash("that"), fold::hash("which")];
    const REACH: usize = 8;
    let verb = scene.chunk_index(trigger.first).filter(|_| trigger.is_outcome() && trigger.pos != Pos::Noun)?;
    let chunk = |at: usize| scene.chunks().get(at);
    let mut left = (verb.saturating_sub(REACH)..verb).rev();
    let opening = left
        .find(|&at| chunk(at).is_some_and(|chunk| !matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Adverb | ChunkKind::Preposition)))?;
    let which = chunk(opening).filter(|which| which.kind == ChunkKind::Subordinator && RELATIVE.contains(&scene.hash(which.first)))?;
    let before = opening.checked_sub(1)?;
    let before = if matches!(chunk(before)?.kind, ChunkKind::Preposition | ChunkKind::Mark) { before.checked_sub(1)? } else { before };
    let war = chunk(before).filter(|war| war.kind == ChunkKind::Noun && scene.has(WordSet::War, war.head))?;
    (scene.document.sentence_of(which.first as usize) == trigger.sentence).then_some(war.head)
}

/// Whether the sentence tells a span from a time years before the report: "has bombed embassies and robbed banks since 1984".
pub(super) fn is_since_years(scene: &Scene<'_>, sentence: &Range<u32>) -> bool {
    times(scene, sentence).any(|time| is_since_years_back(scene, time))
}

/// Whether the time opens a span from years before the report: "since 2012".
pub(super) fn is_since_years_back(scene: &Scene<'_>, time: &TimeMention) -> bool {
    scene.hash(time.first.saturating_sub(1)) == SINCE && days_back(scene, time).is_some_and(|days| days > YEAR)
}

/// The times of a sentence.
pub(super) fn times<'r>(scene: &Scene<'r>, sentence: &Range<u32>) -> impl Iterator<Item = &'r TimeMention> + use<'r> {
    let from = scene.reading.times.partition_point(|time| time.first < sentence.start);
    let end = sentence.end;
    scene.reading.times.get(from..).unwrap_or(&[]).iter().take_while(move |time| time.first < end)
}

/// How many days before the report a time began.
fn days_back(scene: &Scene<'_>, time: &TimeMention) -> Option<i32> {
    let told = scene.reading.reference.published.or(scene.reading.reference.dateline)?;
    time.range.map(|(earliest, _)| (told - earliest).get_days())
}

/// Whether the verb group says "has", "have" or "had".
fn is_perfect(scene: &Scene<'_>, verb: usize) -> bool {
    const HAVE: [u64; 3] = [fold::hash("has"), fold::hash("have"), fold::hash("had")];
    scene.chunks().get(verb).is_some_and(|verb| (verb.first..verb.head).any(|token| HAVE.contains(&scene.hash(token))))
}

/// Whether more than one suffers: "46 policemen", "protesters".
fn counts_several(mention: &Mention<'_>) -> bool {
    let many = |tally: Option<super::draft::Tally>| tally.and_then(|tally| tally.range.min).is_some_and(|min| min > 1);
    let group = || mention.role(Role::Victim).any(|filler| filler.plural && !filler.anaphoric && filler.count.is_none());
    many(mention.killed) || many(mention.injured) || many(mention.captured) || group()
}

/// Whether "since" and a day stand right behind a participle: "the number of civilians killed since August 7".
fn is_since_behind(scene: &Scene<'_>, last: u32) -> bool {
    let time = || times(scene, &(last + 1..last + 2)).next();
    scene.hash(last) == SINCE && time().and_then(|time| days_back(scene, time)).is_some_and(|days| days > RECENT)
}

/// Whether the sentence says "since" of a time or a beginning more than days ago; of one not told ("since then") only where many were killed by
/// it: "more than 900 people have since been killed", not "three of the wounded have since died".
fn is_since(scene: &Scene<'_>, mention: &Mention<'_>, sentence: &Range<u32>) -> bool {
    let Some(at) = sentence.clone().find(|&token| scene.hash(token) == SINCE) else { return false };
    // "Killed, since they had been warned" tells why.
    if at > sentence.start && scene.document.word(at.saturating_sub(1) as usize) == "," {
        return false;
    }
    let inside = scene.chunk_at(mention.trigger.head).is_some_and(|verb| (verb.first..verb.head).contains(&at));
    let time = times(scene, &(at + 1..at + 4)).next();
    match time {
        Some(time) if !inside => days_back(scene, time).is_none_or(|days| days > RECENT),
        _ => mention.trigger.frame != "outcome-die" || !inside,
    }
}

/// Whether the sentence tells a span of more than a week up to the report: "this year", "in four decades of violence".
fn is_in_span(scene: &Scene<'_>, sentence: &Range<u32>) -> bool {
    const IN: [u64; 3] = [fold::hash("in"), fold::hash("over"), fold::hash("during")];
    let told = scene.reading.reference.published.or(scene.reading.reference.dateline);
    times(scene, sentence).any(|time| match time.range.zip(told) {
        Some(((earliest, latest), told)) => (latest - earliest).get_days() > WEEK && earliest < told && latest >= told,
        None => {
            time.kind == TimeType::Duration
                && IN.contains(&scene.hash(time.first.saturating_sub(1)))
                && Length::of_timex(&time.value).is_some_and(|length| is_long(&length))
        }
    })
}

/// Whether a span of more than a week that ends with the report is told as past: "in the past two months, 86 soldiers were killed".
fn is_in_past_span(scene: &Scene<'_>, sentence: &Range<u32>) -> bool {
    times(scene, sentence).any(|time| time.kind == TimeType::Duration && time.range.is_some()) && is_in_span(scene, sentence)
}

/// Whether a length is one of weeks or more, or of more days than one event may last: "in fewer than 20 days".
fn is_long(length: &Length) -> bool {
    let days = || length.unit == Unit::Day && length.count.is_some_and(|days| days > f64::from(WEEK));
    matches!(length.unit, Unit::Week | Unit::Month | Unit::Year) || days()
}

/// Whether the sentence tells what came of a series: "in a wave of violence".
fn is_in_wave(scene: &Scene<'_>, sentence: &Range<u32>) -> bool {
    const IN: u64 = fold::hash("in");
    const OF: u64 = fold::hash("of");
    let opens = |token: u32| {
        let before = scene.chunk_at(token).and_then(|group| group.first.checked_sub(1));
        before.is_some_and(|before| scene.hash(before) == IN)
    };
    sentence.clone().any(|token| scene.has(WordSet::Series, token) && scene.hash(token + 1) == OF && opens(token))
}

/// Whether the toll counts the dead of a longer time, whatever brought it up to date: "which brings the *toll* since 7 October to 8,309", "taking the
/// *death toll* this month to 61".
pub(super) fn is_running(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const REACH: u32 = 5;
    let trigger = &mention.trigger;
    let behind = trigger.last..scene.sentence(trigger.sentence).end.min(trigger.last + REACH);
    let toll = trigger.frame == "outcome-toll" && mention.killed.is_some_and(|killed| killed.first > trigger.last);
    toll && (is_since_behind(scene, trigger.last) || is_in_span(scene, &behind))
}

/// The event whose toll it is, behind the time that it took: "the death toll from more than a week of protests".
pub(super) fn matter(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<u32> {
    const FROM: u64 = fold::hash("from");
    const OF: u64 = fold::hash("of");
    const LENGTH: u32 = 8;
    if trigger.frame != "outcome-toll" || scene.hash(trigger.last) != FROM {
        return None;
    }
    let end = scene.sentence(trigger.sentence).end.min(trigger.last + LENGTH);
    let of = (trigger.last..end).find(|&token| scene.hash(token) == OF)?;
    let time = times(scene, &(trigger.last..of)).next()?;
    let event = scene.chunk_at(of + 1).filter(|event| time.last == of && event.kind == ChunkKind::Noun)?;
    scene.hits(event.head, TableId::Trigger).next().map(|_| event.head)
}
