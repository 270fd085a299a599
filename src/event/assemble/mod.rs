//! Assembling: the record of an event from the mentions that tell it.

mod doers;
mod fillers;
mod people;
mod quote;
mod setting;

use super::actor;
use super::attribution;
use super::casualty;
use super::codes;
use super::count;
use super::draft::{FILLERS, Filler, Mention, Role, Standing, Tally};
use super::key;
use super::merge::{Story, is_cause};
use super::relevance::Rules;
use super::salient;
use super::scene::Scene;
use super::settle;
use super::speech;
use crate::Span;
use crate::entity::home::Home;
use crate::lexicon::{TableId, WordSet, column};
use crate::record::number::{self, id};
use crate::record::{Codes, Count, Event, EventKind, Range, Status, Term, Trigger};
use crate::token::fold;

/// How many tellings of an event are held against each other: no article has so many, and time must grow with its length only.
const TELLINGS: usize = 512;

/// Makes the records of all stories; `about[i]` are the stories that story `i` speaks of.
pub(super) fn records(scene: &Scene<'_>, mentions: &[Mention<'_>], stories: &[Story], about: &[Vec<usize>]) -> Vec<Event> {
    let reading = scene.reading;
    if stories.is_empty() {
        return Vec::new();
    }
    let home = Home::of(scene.document, reading.names, reading.entities);
    let rules = Rules::of(scene.lexicon);
    let mut events: Vec<Event> =
        stories.iter().enumerate().map(|(index, story)| Draft::new(scene, mentions, story, &home).event(index, &rules)).collect();
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
        let near = members.get(..TELLINGS).unwrap_or(&members);
        let assault = is_deadly_assault(near);
        let main = members.iter().copied().max_by_key(|mention| {
            let beside = |other: &&Mention<'_>| {
                other.trigger.sentence == mention.trigger.sentence && other.trigger.kind != mention.trigger.kind && manner(other) > MURDER
            };
            let agent = is_gunman(mention) && near.iter().any(beside);
            let burns = assault && (mention.trigger.kind == EventKind::Arson || mention.trigger.method == Some("looting"));
            let said = if is_of_assassins(mention, near) || is_ambush_of_one(mention, near) { 0 } else { manner(mention) };
            let general = mention.general && !is_cause_told(mention, near);
            (!general, !burns, said, !agent, std::cmp::Reverse(mention.trigger.first))
        });
        // A story is never empty.
        let main = main.unwrap_or(&mentions[0]);
        Self { scene, members, main, home }
    }

    fn event(&self, index: usize, rules: &Rules<'_>) -> Event {
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
            method: method.map(Term::from),
            status,
            hedge: self.members.iter().find_map(|mention| mention.hedge).map(|(first, last)| self.text(first, last)),
            mentions: others.map(|mention| self.trigger(mention)).collect(),
            trigger: Some(first),
            date: self.date(),
            places: self.places(),
            // Nobody does a quake or a crash.
            perpetrators: if matches!(kind, EventKind::Disaster | EventKind::Accident) {
                Vec::new()
            } else {
                self.fillers(Role::Perpetrator)
            },
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
        rules.apply(self.scene, &self.members, &mut event, "muc4");
        if event.kind == EventKind::Attack && settle::is_combat(self.scene, &self.members, method) {
            self.settle(&mut event, EventKind::ArmedClash, Some("offensive"));
        } else if event.kind == EventKind::Attack && settle::is_crackdown(self.scene, &self.members, method) {
            self.settle(&mut event, EventKind::Crackdown, method.map(|_| "live_fire"));
        }
        rules.apply(self.scene, &self.members, &mut event, "cameo");
        event.key = key::of(self.scene, &event);
        event
    }

    /// Makes an attack one of the moves of a war, or of the state against a crowd; whether it is an incident of MUC-4 does not hang on that.
    fn settle(&self, event: &mut Event, kind: EventKind, method: Option<&'static str>) {
        let codes = codes::of(self.scene.lexicon, kind, None, event.status);
        (event.kind, event.method) = (kind, method.map(Term::from));
        (event.cameo, event.plover) = (codes.cameo.clone(), codes.plover_type());
        event.codes = Codes { muc4: event.codes.muc4.take(), ..codes };
        event.rule.push(if kind == EventKind::Crackdown { "kind:crackdown" } else { "kind:combat" }.into());
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
        // A raid of nobody known that kills is no search: "two midwives lost their lives in the raid on a village".
        let hurts = |mention: &&Mention<'_>| mention.trigger.is_outcome() && mention.role(Role::Victim).next().is_some();
        let lawful = |mention: &&Mention<'_>| settle::doers(self.scene, mention) == Some(true);
        if trigger.kind == EventKind::Raid && self.members.iter().any(hurts) && !self.members.iter().any(lawful) {
            return EventKind::Attack;
        }
        let blast = open && self.members.iter().flat_map(|mention| mention.role(Role::Instrument)).any(explodes);
        if blast { EventKind::Bombing } else { trigger.kind }
    }

    /// The status of the main telling; where it only says that it took place, an attempt told in the same sentence counts.
    fn status(&self) -> Status {
        // "Two counts of attempted murder" after a shooting.
        let is_count = |first: u32| {
            first >= 2 && self.scene.hash(first - 1) == const { fold::hash("of") } && self.scene.has(WordSet::Count, first - 2)
        };
        let beside = |mention: &&&Mention<'_>| mention.trigger.sentence == self.main.trigger.sentence && !is_count(mention.trigger.first);
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

    fn rules(&self) -> Vec<Term> {
        let mut rules: Vec<Term> = Vec::new();
        for mention in &self.members {
            let line = self.scene.lexicon.row(mention.trigger.row).line();
            let mut rule = String::with_capacity(mention.trigger.frame.len() + 16);
            rule.extend(["trigger:", mention.trigger.frame, ":"]);
            number::push(&mut rule, line as usize);
            rules.push(rule.into());
            rules.extend(mention.rules.iter().map(|&rule| rule.into()));
        }
        rules.dedup();
        rules.truncate(FILLERS);
        rules
    }

    /// Takes out the numbers that only those who fight the state tell of its dead, where others tell theirs: "three soldiers were killed, the
    /// army said. The rebels said they had killed 15".
    fn drop_boasts(&self, counts: &mut Vec<(&'r Mention<'r>, Tally)>) {
        let forces =
            |mention: &Mention<'_>| mention.role(Role::Victim).any(|filler| matches!(filler.people, "military" | "police" | "guard"));
        if counts.len() < 2 || !counts.iter().any(|(mention, _)| forces(mention)) {
            return;
        }
        let boasts: Vec<bool> = counts.iter().take(TELLINGS).map(|(mention, _)| attribution::is_boast(self.scene, mention)).collect();
        if boasts.contains(&false) {
            let mut boasts = boasts.iter();
            counts.retain(|_| !boasts.next().copied().unwrap_or(false));
        }
    }

    /// The number last brought up to date, else the first told; of what has not happened none.
    fn tally(&self, of: impl Fn(&Mention<'_>) -> Option<Tally>) -> Option<Count> {
        if matches!(self.status(), Status::Planned | Status::Threatened | Status::Denied) {
            return None;
        }
        let all = self.members.iter().copied().filter(|mention| !self.is_end(mention));
        let mut counts: Vec<_> = all.filter_map(|mention| Some((mention, of(mention)?))).collect();
        self.drop_boasts(&mut counts);
        // What was told at first counts where nothing else is told.
        let first = |(_, tally): &(_, Tally)| tally.standing == Standing::First;
        if !counts.iter().all(first) {
            counts.retain(|told| !first(told));
        }
        let told = || counts.iter().copied();
        let updated = told().rfind(|(_, tally)| tally.standing == Standing::Update);
        let (_, mut tally) = updated.or_else(|| told().max_by_key(|(_, tally)| tally.range.min))?;
        let mut range = tally.range;
        if let Some((counted, sum)) = self.sum(&counts).filter(|(_, sum)| updated.is_none() && sum.min >= range.min) {
            (tally, range) = (counted, sum);
        }
        let span = self.scene.document.span(tally.first as usize, tally.last as usize);
        Some(Count { min: range.min, max: range.max, text: span.of(self.scene.document.text).to_owned(), span })
    }

    /// The largest number that is no more than a part told besides another, with all of these parts: "killed a drug lord. Eight of his guards were
    /// also killed".
    fn sum(&self, counts: &[(&'r Mention<'r>, Tally)]) -> Option<(Tally, Range)> {
        let counts = counts.get(..TELLINGS).unwrap_or(counts);
        let is_more = |mention: &'r Mention<'r>| counts.iter().any(|&(base, _)| self.are_more(base, mention));
        let (base, counted) = counts
            .iter()
            .copied()
            .filter(|&(mention, _)| !is_more(mention))
            .reduce(|best, next| if next.1.range.min > best.1.range.min { next } else { best })?;
        let more = counts.iter().filter(|(mention, _)| self.are_more(base, mention)).map(|(_, more)| more.range);
        let more: Vec<Range> = more.collect();
        let sum = casualty::sum(std::iter::once(counted.range).chain(more.iter().copied()))?;
        (!more.is_empty()).then_some((counted, sum))
    }
}

/// Whether it only names those who do it by what they mostly do: "gunmen" may blow up a bridge, "robbers" may shoot.
fn is_gunman(mention: &Mention<'_>) -> bool {
    mention.trigger.frame == "agent-noun" && matches!(mention.trigger.kind, EventKind::Attack | EventKind::Robbery)
}

/// Whether it only names the doers of what its sentence calls an assassination: "the judge was assassinated by gunmen".
fn is_of_assassins(mention: &Mention<'_>, members: &[&Mention<'_>]) -> bool {
    let beside = |other: &&Mention<'_>| {
        other.trigger.sentence == mention.trigger.sentence && other.trigger.kind == EventKind::Assassination && other.trigger.is_outcome()
    };
    is_gunman(mention) && members.iter().any(beside)
}

/// Whether it only tells how he was hit whose assassination is told besides: "the governor was assassinated. He died when his car was ambushed".
fn is_ambush_of_one(mention: &Mention<'_>, members: &[&Mention<'_>]) -> bool {
    let murder = |other: &&Mention<'_>| other.trigger.kind == EventKind::Assassination && other.trigger.is_outcome();
    mention.trigger.kind == EventKind::ArmedClash && mention.trigger.method == Some("ambush") && members.iter().any(murder)
}

/// Whether a bare plural is told as the cause of a result, so that it is no talk in general: "ten fighters were killed in Turkish air strikes". Clashes
/// whose sides nobody names may be those of a crowd.
fn is_cause_told(mention: &Mention<'_>, members: &[&Mention<'_>]) -> bool {
    if mention.trigger.kind == EventKind::ArmedClash && mention.role(Role::Perpetrator).next().is_none() {
        return false;
    }
    members.iter().any(|result| {
        let beside = result.trigger.sentence == mention.trigger.sentence && !result.general;
        beside && result.trigger.is_outcome() && result.killed.is_some() && is_cause(result, mention)
    })
}

/// Whether people were killed in an attack, of which what was set on fire or looted is only a part: "attacked the village, killing 12 and burning homes".
fn is_deadly_assault(members: &[&Mention<'_>]) -> bool {
    let attacks = |mention: &&Mention<'_>| mention.trigger.kind == EventKind::Attack && mention.trigger.frame == "attack-any";
    let kills = |mention: &&Mention<'_>| mention.trigger.is_outcome() && mention.role(Role::Victim).next().is_some();
    members.iter().any(attacks) && members.iter().any(kills)
}

/// What an assassination says of the manner: more than "attacked", less than "bombed".
const MURDER: u8 = 3;

/// How much a telling says of the manner: a result least, a general word more, an assassination more yet, a manner most.
fn manner(mention: &Mention<'_>) -> u8 {
    let trigger = &mention.trigger;
    if trigger.is_outcome() && trigger.kind == EventKind::Assassination {
        return MURDER;
    }
    if trigger.is_outcome() {
        return u8::from(!trigger.dependent);
    }
    // Looters and vandals may burn or rob as well.
    let is_vandal = trigger.frame == "agent-noun" && trigger.kind == EventKind::PropertyDestruction;
    let general = (trigger.kind == EventKind::Attack && trigger.method.is_none()) || is_vandal;
    if general { 2 } else { MURDER + 1 }
}
