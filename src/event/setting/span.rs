//! Spans: "between July 16 and Aug. 5", "from 2016 to 2019", and what has been done "since 2015".

use crate::event::draft::{Dating, Mention, Role};
use crate::event::scene::Scene;
use crate::event::trigger::Pos;
use crate::phrase::ChunkKind;
use crate::record::{Status, TimeType};
use crate::time::{TimeMention, Value};
use crate::token::literal::{word, words};
use jiff::civil::Date;

const AND: u64 = word!("and");
const BETWEEN: u64 = word!("between");
const SINCE: u64 = word!("since");
const THE: u64 = word!("the");

/// How far before a time "since" may stand, with a clause between: "since the conflict erupted in October 2017".
const CLAUSE: u32 = 12;

/// Widens the days of deeds that took place between two times, or since one.
pub(super) fn date_spans(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    for mention in mentions {
        mention.date = since(scene, mention).or(mention.date);
        let Some(dating) = mention.date.as_mut().filter(|dating| dating.counted.is_none()) else { continue };
        let time = dating.time as usize;
        let before = || time.checked_sub(1).and_then(|before| span(scene, before));
        dating.counted = span(scene, time).or_else(before).map(|(first, last)| Value::Between(first, last));
    }
}

/// The days from the time at this index to the next one, if the two are the ends of one span.
fn span(scene: &Scene<'_>, index: usize) -> Option<(Date, Date)> {
    let (from, to) = scene.reading.times.get(index).zip(scene.reading.times.get(index + 1))?;
    let to_first = to.first - u32::from(to.first.checked_sub(1).is_some_and(|the| scene.hash(the) == THE));
    let joint = scene.hash(from.last);
    let opening = from.first.checked_sub(1).map_or(0, |opening| scene.hash(opening));
    let dash = matches!(scene.document.word(from.last as usize), "-" | "–");
    let joined = opening == BETWEEN && joint == AND || words!["to", "until", "through", "till"].contains(&joint) || dash;
    let days = |time: &TimeMention| time.range.filter(|_| time.kind == TimeType::Date);
    let ((first, _), (_, last)) = days(from).zip(days(to))?;
    (joined && from.last + 1 == to_first && first < last).then_some((first, last))
}

/// The days from the time behind "since" to the report, if the deed is told in the perfect, with those whom it befell: "20,000 people have
/// been killed since 2015"; a time behind it, in a part of the number, is of that part: "3,800 of them this year".
fn since(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<Dating> {
    let trigger = &mention.trigger;
    let told = mention.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Killed | Role::Injured) && filler.plural);
    if mention.status != Status::Occurred || !told || trigger.pos != Pos::Verb || !is_perfect(scene, trigger.head) {
        return None;
    }
    let today = scene.reading.reference.published.or(scene.reading.reference.dateline)?;
    let own = scene.sentence(trigger.sentence);
    let comma = |token: u32| scene.document.word(token as usize) == ",";
    let opens = |time: &TimeMention| {
        let since = (time.first.saturating_sub(CLAUSE).max(own.start)..time.first).rev().take_while(|&token| !comma(token));
        let since = since.into_iter().find(|&token| scene.hash(token) == SINCE);
        since.is_some_and(|since| since > trigger.head || since + 1 == time.first)
    };
    let from = scene.reading.times.partition_point(|time| time.first < own.start);
    let mut times = scene.reading.times.get(from..)?.iter().enumerate().take_while(|(_, time)| time.first < own.end);
    let (offset, time) = times.find(|(_, time)| time.kind == TimeType::Date && opens(time))?;
    let (first, _) = time.range.filter(|(first, _)| *first < today)?;
    let part = mention.date.is_none_or(|date| date.time as usize >= from + offset);
    part.then_some(Dating { time: (from + offset) as u32, distance: 0, counted: Some(Value::Between(first, today)) })
}

/// Whether the verb at the token is in the perfect: "have been killed", "has killed".
fn is_perfect(scene: &Scene<'_>, head: u32) -> bool {
    let verb = scene.chunk_at(head).filter(|verb| verb.kind == ChunkKind::Verb);
    verb.is_some_and(|verb| (verb.first..head).any(|token| words!["has", "have", "'ve", "’ve"].contains(&scene.hash(token))))
}
