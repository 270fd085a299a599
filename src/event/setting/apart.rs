//! "Two days after": what stands on the other side of such a length lies that much earlier or later.

use super::matter::saying_before;
use super::{NEAR, TOKENS, finite_verbs};
use crate::event::draft::{Dating, Mention};
use crate::event::scene::Scene;
use crate::event::trigger::{Pos, Trigger};
use crate::lexicon::WordSet;
use crate::phrase::{Chunk, ChunkKind, THEIR, VerbForm, Voice};
use crate::record::{Status, TimeType};
use crate::time::{Length, TimeMention, Unit, calendar};
use crate::token::fold;
use jiff::civil::Date;
use std::ops::Range;

const AFTER: u64 = fold::hash("after");
const BEFORE: u64 = fold::hash("before");
const SINCE: u64 = fold::hash("since");
const WHO: u64 = fold::hash("who");
const WHICH: u64 = fold::hash("which");
const WHOSE: u64 = fold::hash("whose");
const WHERE: u64 = fold::hash("where");
const UNITS: [u64; 14] = [
    fold::hash("minute"),
    fold::hash("minutes"),
    fold::hash("hour"),
    fold::hash("hours"),
    fold::hash("day"),
    fold::hash("days"),
    fold::hash("week"),
    fold::hash("weeks"),
    fold::hash("month"),
    fold::hash("months"),
    fold::hash("year"),
    fold::hash("years"),
    fold::hash("decade"),
    fold::hash("decades"),
];
/// Hours of whole days.
const HOURS: [u64; 3] = [fold::hash("24"), fold::hash("48"), fold::hash("72")];
/// The first of the units that set what is told before and behind them on other days.
const DAYS: usize = 4;

/// How many times of one sentence are looked at.
const TIMES: usize = 8;

/// Whether "hours after", "days after" or the like stands among the tokens, so that what is told before and behind them are two; what is still
/// to come "minutes before" may be the same.
pub(in crate::event) fn is_apart(scene: &Scene<'_>, mut tokens: Range<u32>) -> bool {
    tokens.any(|token| scene.hash(token) == AFTER && stands_in(scene, token..token + 1, &UNITS))
}

/// Whether a clause of contrast opens among the tokens, which tells of others elsewhere: "six were killed in Durango, while gunmen killed three in
/// Zacatecas"; not "..., while he drove".
pub(in crate::event) fn is_contrasted(scene: &Scene<'_>, mut tokens: Range<u32>) -> bool {
    const WHILE: [u64; 2] = [fold::hash("while"), fold::hash("whereas")];
    let opens = |token: u32| {
        let chunks = scene.chunk_index(token + 1).and_then(|at| scene.chunks().get(at..)).unwrap_or_default();
        // "While in Cali gunmen killed".
        let place = chunks.first().is_some_and(|place| place.kind == ChunkKind::Preposition);
        let told = chunks.get(if place { 1..4 } else { 0..1 }).unwrap_or_default();
        let subject = told.iter().rfind(|chunk| !matches!(chunk.kind, ChunkKind::Mark | ChunkKind::Verb));
        subject
            .filter(|subject| subject.kind == ChunkKind::Noun)
            .is_some_and(|subject| !scene.facts(scene.noun(subject)).pronoun && !THEIR.contains(&scene.hash(subject.first)))
    };
    let comma = |token: u32| token.checked_sub(1).is_some_and(|mark| scene.document.word(mark as usize) == ",");
    let end = tokens.end;
    let opening = tokens.find(|&token| WHILE.contains(&scene.hash(token)) && comma(token) && opens(token));
    // "Twelve were hurt, while two died, after a bomb exploded": what follows is told of both.
    let both = |token: u32| comma(token) && scene.chunk_at(token).is_some_and(|chunk| chunk.kind == ChunkKind::Subordinator);
    opening.is_some_and(|opening| !(opening + 1..end).any(both))
}

/// Whether "days after" or the like stands among the tokens, so that what is told before and behind them is days apart: "agreed on Wednesday
/// to disarm, a day after an offensive".
pub(in crate::event) fn is_shifted(scene: &Scene<'_>, tokens: Range<u32>) -> bool {
    let hours = |token: u32| HOURS.contains(&scene.hash(token.wrapping_sub(2))) && stands_in(scene, token..token + 1, &UNITS[..DAYS]);
    stands_in(scene, tokens.clone(), &UNITS[DAYS..]) || tokens.into_iter().any(hours)
}

fn stands_in(scene: &Scene<'_>, mut tokens: Range<u32>, units: &[u64]) -> bool {
    tokens.any(|token| matches!(scene.hash(token), AFTER | BEFORE | SINCE) && units.contains(&scene.hash(token.wrapping_sub(1))))
}

/// Whether `token` lies in the main clause behind the relative clause of the trigger: "Oduya, who was wounded in an air strike, killed two priests
/// in Marawi on Tuesday". What became of somebody by the end may be told of both: "who survived a bombing, was shot dead on Friday".
pub(in crate::event) fn is_behind_relative(scene: &Scene<'_>, trigger: &Trigger<'_>, token: u32) -> bool {
    const REACH: u32 = 12;
    let comma = |at: u32| scene.document.word(at as usize) == ",";
    let start = scene.sentence(trigger.sentence).start;
    let opening = (trigger.first.saturating_sub(REACH).max(start + 1)..trigger.first).rev().find(|&at| comma(at));
    let relative = opening.is_some_and(|comma| [WHO, WHICH].contains(&scene.hash(comma + 1)));
    // "The senator, whose father was murdered in 1989, was shot in Cali": one befell another.
    let whose = (trigger.first.saturating_sub(REACH).max(start + 1)..trigger.first).any(|at| comma(at) && scene.hash(at + 1) == WHOSE);
    let main = |at: u32| {
        let behind = scene.chunk_index(at).and_then(|comma| scene.chunks().get(comma + 1..))?;
        // "Which has murdered nine judges, yesterday shot".
        let verb = behind.iter().take(2).find(|chunk| !matches!(chunk.kind, ChunkKind::Time | ChunkKind::Adverb))?;
        (verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite).then_some(verb)
    };
    let verb = (trigger.last..token.min(trigger.last + 2 * REACH)).find(|&at| comma(at)).and_then(main);
    let active = |verb: &Chunk| verb.voice == Voice::Active && !scene.has(WordSet::Die, verb.head);
    verb.is_some_and(|verb| whose || relative && active(verb)) || verb_behind_perfect(scene, trigger).is_some_and(|main| main <= token)
}

/// Whether `token` lies in the main clause behind the clause of the trigger that tells of its place: "in Mindanao, where rebels have fought since the
/// 1970s, a bomb killed four soldiers on Monday".
pub(in crate::event) fn is_behind_where(scene: &Scene<'_>, trigger: &Trigger<'_>, token: u32) -> bool {
    const REACH: u32 = 12;
    let comma = |at: u32| scene.document.word(at as usize) == ",";
    let start = scene.sentence(trigger.sentence).start;
    let opening = (trigger.first.saturating_sub(REACH).max(start)..trigger.first).rev().find(|&at| comma(at));
    let place = opening.is_some_and(|comma| scene.hash(comma + 1) == WHERE);
    // The clause opens its sentence: "in Kano, where ..., gunmen".
    let fronted = || opening.is_some_and(|comma| (start..comma).all(|at| !scene.is_in(at, ChunkKind::Verb)));
    place && fronted() && (trigger.last..token.min(trigger.last + 2 * REACH)).any(comma)
}

/// Whether the trigger tells, in a relative clause behind a comma, what has been done all along, and `token` lies before: "was shot dead on Tuesday in
/// Mexico, where more than 100 reporters *have been killed* since 2000".
pub(in crate::event) fn is_before_history(scene: &Scene<'_>, trigger: &Trigger<'_>, token: u32) -> bool {
    const HAVE: [u64; 2] = [fold::hash("have"), fold::hash("has")];
    const RELATIVE: [u64; 3] = [WHERE, WHO, WHICH];
    const REACH: u32 = 16;
    let verb = scene.chunk_at(trigger.head).filter(|verb| trigger.pos == Pos::Verb && verb.kind == ChunkKind::Verb);
    let perfect = verb.is_some_and(|verb| (verb.first..verb.head).any(|token| HAVE.contains(&scene.hash(token))));
    let start = scene.sentence(trigger.sentence).start;
    let mut left = (trigger.first.saturating_sub(REACH).max(start)..trigger.first).rev();
    let opening = left.find(|&at| scene.document.word(at as usize) == ",").filter(|_| perfect);
    opening.is_some_and(|comma| RELATIVE.contains(&scene.hash(comma + 1)) && token < comma)
}

/// The main verb behind a relative clause that tells what its subject has done all along: "rebels who *have fought* the government since 2012
/// *killed* six soldiers on Monday"; not "gunmen who stormed the church killed six".
pub(in crate::event) fn verb_behind_perfect(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<u32> {
    const HAVE: [u64; 2] = [fold::hash("have"), fold::hash("has")];
    const RELATIVE: [u64; 3] = [WHO, WHICH, fold::hash("that")];
    const REACH: usize = 12;
    let own = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Verb)?;
    let back = |steps: usize| own.checked_sub(steps).and_then(|at| scene.chunks().get(at));
    let perfect = back(0).is_some_and(|verb| verb.head > verb.first && HAVE.contains(&scene.hash(verb.first)));
    let relative = back(1).is_some_and(|who| RELATIVE.contains(&scene.hash(who.first)));
    let noun = own.checked_sub(2).filter(|_| perfect && relative && back(2).is_some_and(|noun| noun.kind == ChunkKind::Noun))? as u32;
    let behind = scene.chunks().get(own + 1..)?.iter().enumerate().take(REACH);
    let mut verbs = behind.filter(|(_, verb)| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite);
    verbs.find(|(at, _)| scene.of_verb(own + 1 + at).subject.contains(&noun)).map(|(_, verb)| verb.first)
}

/// Dates what no day is told of, but how long before or after something else it was: "the attack came two days after gunmen killed 12".
pub(super) fn date_apart(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    for (index, time) in scene.reading.times.iter().enumerate().filter(|(_, time)| is_length_beside(scene, time)) {
        let sentence = scene.sentence(scene.document.sentence_of(time.first as usize));
        let from = mentions.partition_point(|mention| mention.trigger.head < sentence.start);
        let near = mentions.get_mut(from..).unwrap_or(&mut []);
        let count = near.iter().take(2 * NEAR).take_while(|mention| mention.trigger.head < sentence.end).count();
        let near = near.get_mut(..count).unwrap_or(&mut []);
        date_beside(scene, index, &sentence, near);
    }
}

/// Dates what was the day before or after a day told before it: "attacked a base on Sunday, the day after a bomber killed five".
pub(super) fn date_next_day(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    for mention in mentions.iter_mut().filter(|mention| mention.status == Status::Occurred) {
        mention.date = day_from_next(scene, mention).or(mention.date);
    }
}

/// The day counted from that which the words before the mention tell: "on Monday, the day after gunmen killed 12".
fn day_from_next(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<Dating> {
    const REACH: u32 = 12;
    const THE_DAY: [u64; 2] = [fold::hash("the"), fold::hash("day")];
    let (head, start) = (mention.trigger.head, scene.sentence(mention.trigger.sentence).start);
    let is_day = |&at: &u32| {
        let back = |steps: u32| at.checked_sub(steps).map_or(0, |token| scene.hash(token));
        // "The day after, two bombers killed five" is a day of its own.
        matches!(scene.hash(at), AFTER | BEFORE) && [back(2), back(1)] == THE_DAY && scene.document.word(at as usize + 1) != ","
    };
    let at = (head.saturating_sub(REACH).max(start)..head).rev().find(is_day)?;
    let index = scene.reading.times.partition_point(|time| time.first < at).checked_sub(1)?;
    let time = scene.reading.times.get(index).filter(|time| time.first >= start)?;
    let own = mention.date.is_some_and(|date| scene.reading.times.get(date.time as usize).is_some_and(|time| time.first > at));
    let away = if scene.hash(at) == BEFORE { 1 } else { -1 };
    let counted = calendar::shifted(day(time)?, Unit::Day, away).filter(|_| !own && finite_verbs(scene, at, head, head) == 0);
    counted.map(|day| Dating { time: index as u32, distance: 0, counted: Some(day) })
}

/// Whether the time is a length with "after", "before" or "since" right behind it: "two days after", "marked ten years since".
fn is_length_beside(scene: &Scene<'_>, time: &TimeMention) -> bool {
    time.kind == TimeType::Duration && stands_in(scene, time.last..time.last + 1, &UNITS)
}

/// Dates the mentions of one sentence that stand about the length at `index` of the times: those of the clause behind it, and the others.
fn date_beside(scene: &Scene<'_>, index: usize, sentence: &Range<u32>, mentions: &mut [Mention<'_>]) {
    let Some((time, length)) = scene.reading.times.get(index).and_then(|time| Some((time, Length::of_timex(&time.value)?))) else { return };
    // "Hours after" are of that day.
    let Some(count) = length.count.map(|count| count as i64).or(length.unit.is_of_clock().then_some(0)) else { return };
    let (unit, count) = if length.unit.is_of_clock() { (Unit::Day, 0) } else { (length.unit, count) };
    let away = if scene.hash(time.last) == BEFORE { count } else { -count };
    let comma = (time.last..sentence.end.min(time.last + TOKENS)).find(|&token| scene.document.word(token as usize) == ",");
    let inner = time.last..comma.unwrap_or(sentence.end);
    // "Two days after the raid, troops shelled the town on Monday".
    let fronted = time.first <= sentence.start + 1;
    let inner_day = day_in(scene, index, &inner);
    let behind = day_in(scene, index, &(inner.end..sentence.end));
    let start = scene.sentence(scene.document.sentence_of(sentence.start as usize).saturating_sub(1)).start;
    let before = |from: u32| day_before(scene, index, from);
    // "The bombing, a day after an attack in Kano, killed five people on Monday".
    let outer_day = if fronted { behind } else { before(sentence.start).or(behind).or_else(|| before(start)) };
    // "Egypt marks a decade since": counted from the day of the report, unless it is from the day of the rite.
    let outer_day = outer_day.or(scene.reading.reference.published.filter(|_| scene.hash(time.last) == SINCE));
    let own = |mention: &Mention<'_>| finite_verbs(scene, time.last, mention.trigger.head, mention.trigger.head) == 0;
    // "Three years after the 2012 coup".
    let has_own = |mention: &Mention<'_>| {
        let time = mention.date.and_then(|date| scene.reading.times.get(date.time as usize));
        time.is_some_and(|time| time.range.is_some() && scene.chunk_index(time.first) == scene.chunk_index(mention.trigger.head))
    };
    for mention in mentions.iter_mut().filter(|mention| mention.status == Status::Occurred) {
        let head = mention.trigger.head;
        let is_outer = if fronted { head >= inner.end } else { head < time.first };
        let is_inner = inner.contains(&head) && own(mention);
        let counted = match (inner_day, outer_day) {
            (None, Some(day)) if is_inner && !has_own(mention) => calendar::shifted(day, unit, away),
            (Some(day), _) if is_outer && mention.date.is_none_or(|date| date.distance > 0) => calendar::shifted(day, unit, -away),
            _ => None,
        };
        let is_told_inside = |date: Dating| scene.reading.times.get(date.time as usize).is_some_and(|time| inner.contains(&time.first));
        if counted.is_some() {
            mention.date = Some(Dating { time: index as u32, distance: 0, counted });
        } else if is_inner {
            // The day of the other side is not its own.
            mention.date = mention.date.filter(|&date| is_told_inside(date));
        }
    }
}

/// The day told behind a length, among the tokens: "three days after an airstrike on March 5".
fn day_in(scene: &Scene<'_>, index: usize, tokens: &Range<u32>) -> Option<Date> {
    let behind = scene.reading.times.get(index + 1..).unwrap_or(&[]).iter().take(TIMES);
    let inside = behind.take_while(|time| time.first < tokens.end).filter(|time| time.first >= tokens.start);
    inside.filter(|time| saying_before(scene, time.first).is_none()).find_map(day)
}

/// The day told last before a length, from the token on.
fn day_before(scene: &Scene<'_>, index: usize, from: u32) -> Option<Date> {
    let dateline = scene.document.dateline.map_or(0, |dateline| dateline.last);
    let before = scene.reading.times.get(..index).unwrap_or(&[]).iter().rev().take(TIMES);
    before.take_while(|time| time.first >= from.max(dateline)).find_map(day)
}

/// The day of a time that tells one.
fn day(time: &TimeMention) -> Option<Date> {
    let (earliest, latest) = time.range.filter(|_| matches!(time.kind, TimeType::Date | TimeType::Time))?;
    (earliest == latest).then_some(earliest)
}
