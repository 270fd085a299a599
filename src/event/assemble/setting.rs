//! When and where an event took place: what its tellings say most exactly.

use super::{Draft, TELLINGS};
use crate::event::draft::{Dating, Filler, Mention, Role};
use crate::event::merge::exactness;
use crate::event::{home, setting};
use crate::phrase::VerbForm;
use crate::record::number::id;
use crate::record::{DateBasis, EventDate, EventKind};
use crate::time::calendar;

/// Most places of an event.
const PLACES: usize = 3;

/// A time that is longer, in days, tells no day.
const VAGUE: i32 = 62;

impl<'r> Draft<'_, 'r> {
    /// The date of the telling whose time stands nearest, a day before a year; else the day on or before which the report was filed.
    pub(super) fn date(&self) -> Option<EventDate> {
        let vague = |dating: &Dating| {
            dating.days(self.scene.reading.times).is_some_and(|(earliest, latest)| (latest - earliest).get_days() > VAGUE)
        };
        // "Sentenced on Monday for the 2019 bombing in which nine died".
        let own = |dating: &Dating, trigger: u32| {
            let time = self.scene.reading.times.get(dating.time as usize).map(|time| time.first);
            time.is_some_and(|time| self.scene.chunk_index(time) == self.scene.chunk_index(trigger))
        };
        // "A passenger injured in the bombing died on Tuesday": the bombing was before.
        let late = self.members.iter().find(|mention| self.is_death_of_injured(mention)).and_then(|death| death.date);
        let dated = self.members.iter().filter_map(|mention| Some((mention.date?, mention)));
        let dated = dated.filter(|(dating, _)| late.is_none_or(|late| late.time != dating.time));
        // "He died on Sunday, two days after he was shot".
        let is_late = |mention: &Mention<'_>| mention.trigger.frame == "outcome-die";
        let nearest =
            dated.min_by_key(|(dating, mention)| (vague(dating) && !own(dating, mention.trigger.head), dating.distance, is_late(mention)));
        let dating = nearest.map(|(dating, _)| dating);
        let reference = &self.scene.reading.reference;
        let Some(dating) = dating else {
            let latest = calendar::iso(self.scene.document.dateline.and(reference.dateline.or(reference.published))?);
            return Some(EventDate { value: None, earliest: None, latest: Some(latest), basis: DateBasis::Dateline, time: None });
        };
        let time = self.scene.reading.times.get(dating.time as usize)?;
        if setting::is_just_now(self.scene, time) {
            let today = Some(calendar::iso(reference.dateline.or(reference.published)?));
            let time = Some(dating.time as usize);
            return Some(EventDate { value: today.clone(), earliest: today.clone(), latest: today, basis: DateBasis::Published, time });
        }
        let (earliest, latest) = dating.days(self.scene.reading.times).map(calendar::iso_days).unzip();
        let value = dating.counted.map_or_else(|| time.value.clone(), |value| value.text());
        // "In the past 24 hours" is a length; the days that it ends with are when.
        let days = earliest.as_ref().zip(latest.as_ref()).filter(|_| value.starts_with('P'));
        let value = match days {
            Some((first, last)) => [first.as_str(), "/", last.as_str()].concat(),
            None => value,
        };
        let (value, time) = (Some(value), Some(dating.time as usize));
        Some(EventDate { value, earliest, latest, basis: DateBasis::Written, time })
    }

    /// Whether the telling is the death of somebody whom the same sentence tells to have been hurt in it.
    fn is_death_of_injured(&self, death: &Mention<'_>) -> bool {
        let hurt = |other: &&Mention<'_>| {
            let same = |whom: &Filler<'_>| death.role(Role::Victim).any(|dead| dead.noun == whom.noun);
            let participle = self.scene.chunk_at(other.trigger.head).is_some_and(|verb| verb.form == VerbForm::Participle);
            participle
                && other.trigger.frame == "outcome-injure"
                && other.trigger.sentence == death.trigger.sentence
                && other.role(Role::Victim).any(same)
        };
        death.trigger.frame == "outcome-die" && self.members.iter().take(TELLINGS).any(hurt)
    }

    /// The places of the tellings that say them nearest, and a town in the same country that others tell; the most exact first.
    pub(super) fn places(&self) -> Vec<String> {
        let nearest = self.members.iter().map(|mention| mention.place_distance).min().unwrap_or(u8::MAX);
        let mut places: Vec<u32> = Vec::new();
        for near in [true, false] {
            if !near && (places.is_empty() || places.iter().any(|&place| self.exactness(place) > 1)) {
                break;
            }
            for mention in self.members.iter().filter(|mention| (mention.place_distance == nearest) == near) {
                for &place in &mention.places {
                    let fits =
                        near || (self.exactness(place) > 1 && places.iter().any(|&known| self.country(known) == self.country(place)));
                    if fits && !places.contains(&place) {
                        places.push(place);
                    }
                }
            }
        }
        let speech = self.main.trigger.kind.is_speech() || self.main.trigger.kind == EventKind::Arrest;
        if places.is_empty() && !speech {
            places.extend(home::place_of(self.scene, self.home, &self.members));
        }
        places.sort_by_key(|&place| std::cmp::Reverse(self.exactness(place)));
        places.truncate(PLACES);
        places.iter().map(|&place| id('E', place as usize)).collect()
    }

    fn exactness(&self, place: u32) -> u8 {
        let entity = self.scene.reading.entities.get(place as usize);
        entity.and_then(|entity| entity.place.as_ref()).and_then(|place| place.feature.as_deref()).map_or(2, exactness)
    }

    fn country(&self, place: u32) -> Option<&'r str> {
        let entity = self.scene.reading.entities.get(place as usize)?;
        entity.country.as_deref().or_else(|| entity.place.as_ref()?.country.as_deref())
    }
}
