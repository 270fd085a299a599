//! Assembling: the record of an event from the mentions that tell it.

use super::actor;
use super::attribution;
use super::class::Class;
use super::codes;
use super::count;
use super::draft::{Dating, FILLERS, Filler, Mention, Role, Tally};
use super::home;
use super::key;
use super::merge::{Story, exactness};
use super::relevance;
use super::salient;
use super::scene::{Noun, Scene};
use super::setting;
use super::settle;
use super::speech;
use crate::Span;
use crate::entity::home::Home;
use crate::lexicon::{TableId, column};
use crate::record::number::{self, id};
use crate::record::{Codes, Count, DateBasis, Event, EventDate, EventKind, Status, Trigger};
use crate::time::calendar;
use crate::token::fold;

/// How many tellings of an event are held against each other: no article has so many, and time must grow with its length only.
const TELLINGS: usize = 512;
/// Most places of an event.
const PLACES: usize = 3;
/// A time that is longer, in days, tells no day.
const VAGUE: i32 = 62;

/// Makes the records of all stories; `about[i]` are the stories that story `i` speaks of.
pub(super) fn records(scene: &Scene<'_>, mentions: &[Mention<'_>], stories: &[Story], about: &[Vec<usize>]) -> Vec<Event> {
    let reading = scene.reading;
    let home = Home::of(scene.document, reading.names, reading.entities);
    let mut events: Vec<Event> =
        stories.iter().enumerate().map(|(index, story)| Draft::new(scene, mentions, story, &home).event(index)).collect();
    for (index, spoken) in about.iter().enumerate() {
        for &other in spoken {
            speech::speak(&mut events, index, other);
        }
    }
    salient::mark(&mut events);
    events
}

struct Draft<'s, 'r> {
    scene: &'s Scene<'r>,
    members: Vec<&'s Mention<'r>>,
    main: &'s Mention<'r>,
    home: &'s Home,
}

impl<'s, 'r> Draft<'s, 'r> {
    fn new(scene: &'s Scene<'r>, mentions: &'s [Mention<'r>], story: &Story, home: &'s Home) -> Self {
        let members: Vec<&Mention<'r>> = story.members.iter().filter_map(|&member| mentions.get(member)).collect();
        let main =
            members.iter().copied().max_by_key(|mention| (!mention.general, manner(mention), std::cmp::Reverse(mention.trigger.first)));
        // A story is never empty.
        let main = main.unwrap_or(&mentions[0]);
        Self { scene, members, main, home }
    }

    fn event(&self, index: usize) -> Event {
        let kind = self.kind();
        let method = self.members.iter().filter(|mention| mention.trigger.kind == kind).find_map(|mention| mention.trigger.method);
        let status = self.status();
        let first = self.trigger(self.main);
        let others = self.members.iter().filter(|mention| self.span(mention) != first.span);
        let (source, target) = actor::dyad(self.scene, &self.members);
        let codes = codes::of(self.scene.lexicon, kind, method, status);
        let mut event = Event {
            id: id('V', index),
            kind,
            method: method.map(str::to_owned),
            status,
            hedge: self.members.iter().find_map(|mention| mention.hedge).map(|(first, last)| self.text(first, last)),
            mentions: others.map(|mention| self.trigger(mention)).collect(),
            trigger: Some(first),
            date: self.date(),
            places: self.places(),
            perpetrators: self.fillers(Role::Perpetrator),
            targets: self.fillers(Role::Target),
            victims: self.fillers(Role::Victim),
            instruments: self.fillers(Role::Instrument),
            killed: self.tally(|mention| mention.killed),
            injured: self.tally(|mention| mention.injured),
            captured: self.tally(|mention| mention.captured),
            displaced: self.tally(|mention| mention.displaced),
            count: count::told(self.scene, &self.members),
            claims: Vec::new(),
            blamed: Vec::new(),
            denials: Vec::new(),
            about: Vec::new(),
            reported_by: attribution::reporter(self.scene, &self.members),
            source,
            target,
            cameo: codes.cameo.clone(),
            plover: codes.plover_type(),
            codes,
            evidence: self.evidence(),
            rule: self.rules(),
            salient: false,
            score: if self.main.trigger.strong { 0.9 } else { 0.6 },
            key: String::new(),
        };
        relevance::apply(self.scene, &self.members, &mut event, "muc4");
        if event.kind == EventKind::Attack && settle::is_combat(self.scene, &self.members, method) {
            self.settle(&mut event, EventKind::ArmedClash);
        }
        relevance::apply(self.scene, &self.members, &mut event, "cameo");
        event.key = key::of(self.scene, &event);
        event
    }

    /// Makes an attack one of the moves of a war; whether it is an incident of MUC-4 does not hang on that.
    fn settle(&self, event: &mut Event, kind: EventKind) {
        let codes = codes::of(self.scene.lexicon, kind, None, event.status);
        (event.kind, event.method) = (kind, Some("offensive".to_owned()));
        (event.cameo, event.plover) = (codes.cameo.clone(), codes.plover_type());
        event.codes = Codes { muc4: event.codes.muc4.take(), ..codes };
        event.rule.push("kind:combat".to_owned());
    }

    /// The kind of the main telling; an attack or destruction of no told manner is a bombing if it was done with explosives.
    fn kind(&self) -> EventKind {
        let trigger = &self.main.trigger;
        let open = trigger.method.is_none() && matches!(trigger.kind, EventKind::Attack | EventKind::PropertyDestruction);
        let explodes = |filler: &Filler<'_>| {
            let hit = self.scene.hit_ending(filler.noun.first, filler.noun.head, TableId::Weapon);
            // Splinters fly from shells as well.
            hit.map(|hit| self.scene.lexicon.row(hit.row)).is_some_and(|row| {
                row.text(column::Weapon::Kind) == EventKind::Bombing.name() && !row.has(column::Weapon::Flags, "component")
            })
        };
        let blast = open && self.members.iter().flat_map(|mention| mention.role(Role::Instrument)).any(explodes);
        if blast { EventKind::Bombing } else { trigger.kind }
    }

    /// The status of the main telling; where it only says that it took place, an attempt told in the same sentence counts.
    fn status(&self) -> Status {
        let beside = |mention: &&&Mention<'_>| mention.trigger.sentence == self.main.trigger.sentence;
        let told = self.members.iter().filter(beside).map(|mention| mention.status).find(|&status| status != Status::Occurred);
        told.filter(|_| self.main.status == Status::Occurred).unwrap_or(self.main.status)
    }

    fn text(&self, first: u32, last: u32) -> String {
        self.scene.document.slice(first as usize, last as usize).to_owned()
    }

    fn span(&self, mention: &Mention<'_>) -> Span {
        self.scene.document.span(mention.trigger.first as usize, mention.trigger.last as usize)
    }

    fn trigger(&self, mention: &Mention<'_>) -> Trigger {
        let span = self.span(mention);
        Trigger { span, text: span.of(self.scene.document.text).to_owned() }
    }

    fn evidence(&self) -> Vec<Span> {
        let mut sentences: Vec<usize> = self.members.iter().map(|mention| mention.trigger.sentence).collect();
        sentences.dedup();
        let ranges = sentences.into_iter().map(|index| self.scene.sentence(index));
        ranges.map(|range| self.scene.document.span(range.start as usize, range.end as usize)).collect()
    }

    fn rules(&self) -> Vec<String> {
        let mut rules: Vec<String> = Vec::new();
        for mention in &self.members {
            let line = self.scene.lexicon.row(mention.trigger.row).line();
            let mut rule = String::with_capacity(mention.trigger.frame.len() + 16);
            rule.extend(["trigger:", mention.trigger.frame, ":"]);
            number::push(&mut rule, line as usize);
            rules.push(rule);
            rules.extend(mention.rules.iter().map(|&rule| rule.to_owned()));
        }
        rules.dedup();
        rules.truncate(FILLERS);
        rules
    }

    /// The date of the telling whose time stands nearest, a day before a year; else the day on or before which the report was filed.
    fn date(&self) -> Option<EventDate> {
        let vague = |dating: &Dating| {
            let range = self.scene.reading.times.get(dating.time as usize).and_then(|time| time.range);
            range.is_some_and(|(earliest, latest)| (latest - earliest).get_days() > VAGUE)
        };
        let dating = self.members.iter().filter_map(|mention| mention.date).min_by_key(|dating| (vague(dating), dating.distance));
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
        Some(EventDate {
            value: Some(time.value.clone()),
            earliest: time.range.map(|(earliest, _)| calendar::iso(earliest)),
            latest: time.range.map(|(_, latest)| calendar::iso(latest)),
            basis: DateBasis::Written,
            time: Some(dating.time as usize),
        })
    }

    /// The places of the tellings that say them nearest, and a town in the same country that others tell; the most exact first.
    fn places(&self) -> Vec<String> {
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

    /// The number last brought up to date, else the first told.
    fn tally(&self, of: impl Fn(&Mention<'_>) -> Option<Tally>) -> Option<Count> {
        let told: Vec<Tally> = self.members.iter().filter(|mention| !self.is_end(mention)).filter_map(|mention| of(mention)).collect();
        let tally = told.iter().rev().find(|tally| tally.update).or_else(|| told.iter().max_by_key(|tally| tally.range.min))?;
        let span = self.scene.document.span(tally.first as usize, tally.last as usize);
        Some(Count { min: tally.range.min, max: tally.range.max, text: span.of(self.scene.document.text).to_owned(), span })
    }

    fn fillers(&self, role: Role) -> Vec<crate::record::Filler> {
        let mut kept: Vec<Filler<'r>> = Vec::new();
        let apart = self.members.iter().take(TELLINGS).filter(|mention| !self.is_end(mention));
        for filler in apart.flat_map(|mention| mention.role(role)) {
            // Those told before come first, since there are few of them and many tellings.
            let known = kept.iter().any(|known| self.is_same(known, filler));
            let pronoun = || filler.anaphoric && self.scene.facts(filler.noun).pronoun;
            let own_loss = || role == Role::Victim && self.is_doer(filler);
            let foils = || role == Role::Perpetrator && self.foils(filler);
            if !known && !pronoun() && !own_loss() && !foils() {
                kept.push(*filler);
            }
        }
        if kept.iter().any(|filler| !filler.anaphoric || filler.entity.is_some()) && role != Role::Target {
            kept.retain(|filler| !filler.anaphoric || filler.entity.is_some());
        }
        let is_part = |filler: &Filler<'r>| self.scene.facts(filler.noun).part;
        if role == Role::Target && !kept.iter().all(is_part) {
            kept.retain(|filler| !is_part(filler));
        }
        kept.truncate(FILLERS);
        kept.iter().map(|filler| self.filler(filler)).collect()
    }

    /// What all tellings have in a role, so far as they are looked at.
    fn told(&self, role: Role) -> impl Iterator<Item = &Filler<'r>> {
        self.members.iter().take(TELLINGS).flat_map(move |mention| mention.role(role))
    }

    /// Whether it is who foiled the event: "police foiled a plot to bomb".
    fn foils(&self, doer: &Filler<'_>) -> bool {
        self.told(Role::Source).any(|foiler| foiler.noun == doer.noun)
    }

    /// Whether somebody hurt is one of those who did it: the dead of an attack's own side are no victims of it.
    fn is_doer(&self, filler: &Filler<'_>) -> bool {
        let armed = matches!(filler.people, "rebel" | "militant" | "attacker") || filler.class.meets(Class::GROUP);
        let mut doers = self.told(Role::Perpetrator);
        // Those of a named side are its own only.
        if let Some(name) = (filler.noun.first..filler.noun.last).find_map(|token| self.scene.entity_at(token)) {
            return armed && doers.any(|doer| doer.entity == Some(name as u32));
        }
        let is_one = |doer: &Filler<'_>| {
            (filler.entity.is_some() && filler.entity == doer.entity)
                || (matches!(doer.people, "rebel" | "militant" | "attacker") && doer.people == filler.people)
                || stem(self.word(doer.noun)) == stem(self.word(filler.noun))
        };
        armed && self.main.trigger.kind != EventKind::ArmedClash && doers.any(is_one)
    }

    /// Whether a telling is of the end of those who did it at others' hands, whose dead and doers are not the event's: "before police shot
    /// him dead".
    fn is_end(&self, mention: &Mention<'_>) -> bool {
        let is_doer = |filler: &Filler<'_>| self.told(Role::Perpetrator).any(|doer| doer.noun == filler.noun);
        self.main.trigger.kind != EventKind::ArmedClash
            && mention.role(Role::Victim).next().is_some()
            && mention.role(Role::Victim).all(is_doer)
            && mention.role(Role::Perpetrator).next().is_some()
    }

    /// Whether two fillers stand for the same: one entity, or the same head word.
    fn is_same(&self, a: &Filler<'_>, b: &Filler<'_>) -> bool {
        match (a.entity, b.entity) {
            (Some(one), Some(other)) => one == other && a.kind == b.kind,
            (None, None) => stem(self.word(a.noun)) == stem(self.word(b.noun)),
            _ => false,
        }
    }

    fn word(&self, noun: Noun) -> &'r str {
        self.scene.document.word(noun.head as usize)
    }

    fn filler(&self, filler: &Filler<'_>) -> crate::record::Filler {
        let span = self.scene.document.span(filler.noun.first as usize, filler.noun.last as usize);
        let role = (filler.role == Role::Victim && filler.class.meets(Class::PEOPLE) && !filler.people.is_empty())
            .then(|| filler.people.to_owned());
        // Who suffers are some of the soldiers, not the army.
        let described = || self.scene.described_at(filler.noun.head).filter(|_| filler.role != Role::Victim);
        let entity = filler.entity.or_else(described);
        crate::record::Filler {
            text: span.of(self.scene.document.text).to_owned(),
            span,
            entity: entity.map(|entity| id('E', entity as usize)),
            kind: filler.kind.filter(|_| filler.role == Role::Perpetrator || self.main.trigger.kind == EventKind::Accusation),
            basis: (filler.role == Role::Perpetrator).then_some(filler.basis),
            by: filler.by.map(|entity| id('E', entity as usize)),
            role,
            count: filler.count,
        }
    }
}

/// How much a telling says of the manner: a result least, a general word more, a manner most.
fn manner(mention: &Mention<'_>) -> u8 {
    let trigger = &mention.trigger;
    if trigger.is_outcome() {
        return u8::from(!trigger.dependent);
    }
    // Looters and vandals may burn or rob as well.
    let is_vandal = trigger.frame == "agent-noun" && trigger.kind == EventKind::PropertyDestruction;
    let general = (trigger.kind == EventKind::Attack && trigger.method.is_none()) || is_vandal;
    if general { 2 } else { 3 }
}

/// The hash of a word without its plural ending.
fn stem(word: &str) -> u64 {
    let bare = word.strip_suffix(['s', 'S']).filter(|bare| bare.len() > 2).unwrap_or(word);
    fold::hash(bare)
}
