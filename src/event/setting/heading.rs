//! What stands over or before a report says when and where it was: "Jan. 1, 2011", then "A bomb kills 21 people"; "Kabul: blast hits bus".

use super::date::is_dating;
use super::place::is_place;
use crate::event::draft::{Dating, Mention};
use crate::event::scene::Scene;
use crate::record::{Status, TimeType};
use crate::time::TimeMention;
use crate::token::{Gap, TokenKind, fold};

/// Words for what follows: "Date: 10 August".
const LABELS: [u64; 4] = [fold::hash("date"), fold::hash("on"), fold::hash("location"), fold::hash("place")];

/// How far from its deed such a place stands: an event needs more than that to be told.
const LEAD: u8 = 2;

/// How many tokens such a lead has at most, and how many sentences stand under it.
const TOKENS: u32 = 16;
const SENTENCES: usize = 6;

/// A day that the report itself bears at its head is not that of the deed: so many tokens from the start, and so many days before it.
const HEAD: u32 = 40;
const DAYS: i32 = 7;

/// The day and the place with which a sentence opens.
#[derive(Clone, Copy, Debug, Default)]
struct Lead {
    time: Option<u32>,
    /// A token of the name of the place.
    place: Option<u32>,
    /// The token behind it.
    end: u32,
}

/// Dates and places the deeds of which their own sentence says neither by the heading over them.
pub(super) fn set_by_headings(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    let items = are_items(scene);
    for mention in mentions.iter_mut().filter(|mention| !mention.trigger.kind.is_speech()) {
        let sentence = mention.trigger.sentence;
        let undated = mention.date.is_none() && mention.status == Status::Occurred;
        if undated && let Some(lead) = heading_over(scene, sentence) {
            mention.date = lead.time.map(|time| Dating { time, distance: 1, counted: None });
            place_by(scene, mention, lead.place);
        }
        let lead = (mention.place_distance > 1).then(|| lead_of(scene, sentence)).flatten();
        if let Some(lead) = lead.filter(|lead| scene.document.word(lead.end.saturating_sub(1) as usize) == ":") {
            place_by(scene, mention, lead.place);
        }
        let item = (items && mention.place_distance > 1).then(|| item_over(scene, sentence)).flatten();
        if let Some(entity) = item.and_then(|place| scene.entity_at(place)) {
            (mention.places, mention.place_distance) = (vec![entity as u32], 1);
        }
    }
}

/// Whether the text is a list of incidents, each with the place before a dash: "BAQUBA - A bomb killed two soldiers. MOSUL - Gunmen killed a judge".
fn are_items(scene: &Scene<'_>) -> bool {
    (0..scene.document.sentences.len()).filter(|&sentence| item_of(scene, sentence).is_some()).nth(1).is_some()
}

/// A token of the name of the place before a dash with which the sentence opens.
fn item_of(scene: &Scene<'_>, sentence: usize) -> Option<u32> {
    const DASHES: [&str; 4] = ["-", "--", "–", "—"];
    let own = scene.sentence(sentence);
    let place = own.start + u32::from(matches!(scene.document.word(own.start as usize), "*" | "•"));
    let name = scene.name_at(place).and_then(|name| scene.reading.names.get(name)).filter(|name| name.first == place)?;
    let dash = DASHES.contains(&scene.document.word(name.last as usize));
    let parted = scene.document.tokens.get(name.last as usize).is_some_and(|dash| !dash.is_glued());
    (dash && parted && name.last < own.end && is_place(scene, place)).then_some(place)
}

/// The place of the item that the sentence belongs to: its own, or that with which its paragraph opens.
fn item_over(scene: &Scene<'_>, sentence: usize) -> Option<u32> {
    for at in (sentence.saturating_sub(SENTENCES)..=sentence).rev() {
        if let Some(place) = item_of(scene, at) {
            return Some(place);
        }
        if scene.document.tokens.get(scene.sentence(at).start as usize)?.gap == Gap::Paragraph {
            return None;
        }
    }
    None
}

/// Places a deed by a place named in a lead, if no other is told.
fn place_by(scene: &Scene<'_>, mention: &mut Mention<'_>, place: Option<u32>) {
    if let Some(entity) = place.and_then(|place| scene.entity_at(place)).filter(|_| mention.place_distance > 1) {
        mention.places = vec![entity as u32];
        mention.place_distance = LEAD;
    }
}

/// The sentence before this one in its paragraph, or the one over the paragraph, that tells nothing but a day, and maybe a place.
fn heading_over(scene: &Scene<'_>, sentence: usize) -> Option<Lead> {
    for before in (sentence.saturating_sub(SENTENCES)..sentence).rev() {
        let own = scene.sentence(before);
        if let Some(lead) = lead_of(scene, before).filter(|lead| lead.end >= own.end) {
            let time = lead.time.and_then(|time| scene.reading.times.get(time as usize))?;
            return Some(lead).filter(|_| !is_of_report(scene, time));
        }
        let next = scene.document.tokens.get(own.end as usize)?;
        if next.gap == Gap::Paragraph {
            return None;
        }
    }
    None
}

/// Whether a day at the head of the text is that of the report.
fn is_of_report(scene: &Scene<'_>, time: &TimeMention) -> bool {
    let published = scene.reading.reference.published;
    let near = published.zip(time.range).is_none_or(|(published, (_, latest))| (published - latest).get_days() <= DAYS);
    time.first < HEAD && near
}

/// The day and the place that open a sentence, in any order, with marks between.
fn lead_of(scene: &Scene<'_>, sentence: usize) -> Option<Lead> {
    let own = scene.sentence(sentence);
    if scene.document.dateline.is_some_and(|dateline| own.start < dateline.last) {
        return None;
    }
    let mut lead = Lead { end: own.start, ..Lead::default() };
    let mut next = scene.reading.times.partition_point(|time| time.first < own.start);
    while lead.end < own.end && lead.end - own.start < TOKENS {
        let at = lead.end;
        if let Some(time) = scene.reading.times.get(next).filter(|time| time.first == at) {
            let dates = is_dating(time) && time.kind == TimeType::Date;
            lead.time = lead.time.or(Some(next as u32).filter(|_| dates));
            next += 1;
            lead.end = time.last;
        } else if is_place(scene, at) {
            lead.place = lead.place.or(Some(at));
            lead.end = scene.name_at(at).and_then(|name| scene.reading.names.get(name)).map_or(at, |name| name.last).max(at + 1);
        } else if is_mark(scene, at) || LABELS.contains(&scene.hash(at)) {
            lead.end += 1;
        } else {
            break;
        }
    }
    (lead.time.is_some() || lead.place.is_some()).then_some(lead)
}

/// Whether a mark stands at the token that may part a day from a place.
fn is_mark(scene: &Scene<'_>, token: u32) -> bool {
    let punct = scene.document.tokens.get(token as usize).is_some_and(|token| token.kind == TokenKind::Punct);
    punct && !matches!(scene.document.word(token as usize), "\"" | "“" | "”" | "'" | "‘" | "’")
}
