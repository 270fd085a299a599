//! Relevance: which events the definition of another scheme leaves out, by the rows of the relevance table.

use super::class::{Class, Facts};
use super::discourse::is_folk;
use super::draft::{Filler, Mention, Role};
use super::scene::{Noun, Scene};
use super::setting::is_old;
use crate::entity::EntityDraft;
use crate::lexicon::{Lexicon, Row, TableId, column};
use crate::record::{EntityKind, Event, Side, Status, Term};
use jiff::civil::Date;

/// CAMEO's null code: no act between actors.
const NO_DYAD: &str = "---";

/// The rules of all schemes, read once for all events of an article.
pub(super) struct Rules<'l>(Vec<Rule<'l>>);

struct Rule<'l> {
    row: Row<'l>,
    scheme: &'static str,
    /// A bit for each kind of event that it is for; none for all.
    kinds: u64,
}

impl<'l> Rules<'l> {
    pub fn of(lexicon: &'l Lexicon) -> Self {
        let rows = lexicon.rows(TableId::Relevance).map(|row| lexicon.row(row));
        let rule =
            |row: Row<'l>| Rule { row, scheme: row.value(column::Relevance::Scheme), kinds: row.flag_bits(column::Relevance::Kinds) };
        Self(rows.map(rule).collect())
    }

    /// Empties the code of a scheme whose definition leaves the event out.
    pub fn apply(&self, scene: &Scene<'_>, members: &[&Mention<'_>], event: &mut Event, scheme: &str) {
        match scheme {
            "muc4" if event.codes.muc4.is_some() && self.leave_out(scene, members, event, scheme) => event.codes.muc4 = None,
            "cameo" if event.cameo.is_some() && self.leave_out(scene, members, event, scheme) => event.cameo = Some(NO_DYAD.into()),
            _ => {}
        }
    }

    /// Whether a rule of the scheme holds of the event; the event tells which.
    fn leave_out(&self, scene: &Scene<'_>, members: &[&Mention<'_>], event: &mut Event, scheme: &str) -> bool {
        let case = Case { scene, members, event };
        let kind = 1 << case.event.kind as u8;
        let mut rules = self.0.iter().filter(|rule| (rule.kinds == 0 || rule.kinds & kind != 0) && rule.scheme == scheme);
        let Some(rule) = rules.find(|rule| case.holds(rule.row)) else { return false };
        event.rule.push([scheme, " leaves out: ", rule.row.value(column::Relevance::Condition)].concat().into());
        true
    }
}

struct Case<'c, 'r> {
    scene: &'c Scene<'r>,
    members: &'c [&'c Mention<'r>],
    event: &'c Event,
}

impl Case<'_, '_> {
    fn holds(&self, row: Row<'_>) -> bool {
        match row.value(column::Relevance::Condition) {
            "background" => self.all_tell(|mention| mention.background && mention.date.is_none_or(|date| date.distance != 0)),
            "clash" => !(self.hits_others(false) && self.hurts()) || self.event.targets.is_empty() && self.hits_sides(),
            "combatants" => (!self.event.victims.is_empty() || !self.event.targets.is_empty()) && !self.hits_others(true),
            "criminals" => self.has_victims() && self.victims(|people, _| people == "criminal"),
            "bare" => self.told() == 1 && self.is_bare(),
            "brought-down" => self.event.victims.is_empty() && self.all_tell(|mention| self.is_told_by(mention, row)),
            "planned-only" => self.event.status == Status::Planned,
            "dead" => self.told() == 1 && self.has_victims() && self.are_long_dead(),
            "denied-only" => self.event.status == Status::Denied,
            "general" => self.all_tell(|mention| mention.indefinite),
            "no-actor" => self.event.source.is_empty() && self.event.target.is_empty(),
            "no-doer" => !self.members.iter().flat_map(|mention| mention.role(Role::Perpetrator)).any(|filler| {
                filler.class.meets(Class::GROUP) && filler.class.meets(Class::ARMED) || matches!(filler.people, "rebel" | "militant")
            }),
            "nothing-hit" => self.event.victims.is_empty() && self.event.targets.is_empty(),
            "nobody-hit" => self.event.victims.is_empty(),
            "nowhere" => self.is_nowhere(),
            "populace" => self.is_undated() && self.event.targets.is_empty() && self.has_victims() && self.are_populace(),
            "old" => self.is_older(row.list(column::Relevance::Value).next().and_then(|days| days.parse().ok()).unwrap_or(62)),
            "outside" => self.is_outside(row),
            "total" => self.is_total(row.list(column::Relevance::Value).next().and_then(|dead| dead.parse().ok()).unwrap_or(100)),
            "undated" => self.is_undated(),
            _ => false,
        }
    }

    fn is_undated(&self) -> bool {
        self.members.iter().all(|mention| mention.date.is_none())
    }

    /// Whether no telling says a place or a day.
    fn is_nowhere(&self) -> bool {
        self.is_undated() && self.members.iter().all(|mention| mention.place_distance == u8::MAX)
    }

    /// Whether no more is told than whom it befell: "he recalled the kidnapping of the banker".
    fn is_bare(&self) -> bool {
        let Event { perpetrators, targets, killed, injured, captured, .. } = self.event;
        let casualties = [killed, injured, captured].into_iter().flatten();
        self.is_undated() && perpetrators.is_empty() && targets.is_empty() && casualties.count() == 0
    }

    /// The members that tell the event: a word for its doers alone ("the terrorists") tells nothing of it.
    fn tellings(&self) -> impl Iterator<Item = &Mention<'_>> {
        self.members.iter().copied().filter(|mention| mention.trigger.frame != "agent-noun")
    }

    /// How often the event is told.
    fn told(&self) -> usize {
        self.tellings().count()
    }

    /// Whether all that tells the event is such.
    fn all_tell(&self, such: impl Fn(&Mention<'_>) -> bool) -> bool {
        self.told() > 0 && self.tellings().all(such)
    }

    /// Whether the word that tells it is one of the row's.
    fn is_told_by(&self, mention: &Mention<'_>, row: Row<'_>) -> bool {
        let term = self.scene.lexicon.row(mention.trigger.row).text(column::Trigger::Term);
        row.list(column::Relevance::Value).any(|word| word == term)
    }

    /// Whether all victims are well-known people who died long before the report: "those who killed Luis Galan".
    fn are_long_dead(&self) -> bool {
        let died = |filler: &Filler<'_>| {
            let row = self.entity(filler)?.row.filter(|row| row.table == TableId::Notable)?;
            let year = i16::try_from(self.scene.lexicon.row(row).integer(column::Notable::Died)?).ok()?;
            Date::new(year, 12, 31).ok()
        };
        let mut victims = self.members.iter().flat_map(|mention| mention.role(Role::Victim));
        victims.all(|filler| died(filler).is_some_and(|day| is_old(self.scene, day)))
    }

    fn entity(&self, filler: &Filler<'_>) -> Option<&EntityDraft> {
        self.scene.reading.entities.get(filler.entity? as usize)
    }

    /// Whether a filler names a person.
    fn is_person(&self, filler: &Filler<'_>) -> bool {
        self.entity(filler).is_some_and(|entity| entity.kind == EntityKind::Person)
    }

    /// Whether a filler names a site that no table of places knows: a club, a market.
    fn is_site(&self, filler: &Filler<'_>) -> bool {
        self.entity(filler).is_some_and(|entity| entity.kind == EntityKind::Place && entity.place.is_none())
    }

    /// Whether a filler names people by their country: "three Europeans".
    fn is_nationality(&self, filler: &Filler<'_>) -> bool {
        self.entity(filler).is_some_and(|entity| entity.kind == EntityKind::Nationality)
    }

    /// Whether a filler tells people by the armed group that they belong to: "two members of the Red Front".
    fn is_of_rebels(&self, filler: &Filler<'_>) -> bool {
        let names = (filler.noun.first..filler.noun.last).filter_map(|token| self.scene.entity_at(token));
        let mut entities = names.filter_map(|entity| self.scene.reading.entities.get(entity));
        filler.class.meets(Class::PEOPLE) && entities.any(|entity| entity.kind == EntityKind::Group && entity.side == Some(Side::Nonstate))
    }

    /// Whether a thing is told to be of armed forces, but not of the police: "the air force planes", "the navy headquarters"; a rank may be
    /// another word ("private houses").
    fn is_of_forces(&self, filler: &Filler<'_>) -> bool {
        let word = |token: u32| self.scene.facts(Noun { first: token, last: token + 1, head: token });
        let body = |facts: &Facts<'_>| facts.class.meets(Class::GROUP.with(Class::ORGANIZATION)) && matches!(facts.people, "" | "military");
        let forces = |token: u32| Some(word(token)).filter(body).is_some_and(|facts| facts.class.meets(Class::ARMED));
        self.scene.name_at(filler.noun.head).is_none() && (filler.noun.first..filler.noun.head).any(forces)
    }

    fn has_victims(&self) -> bool {
        self.members.iter().any(|mention| mention.role(Role::Victim).next().is_some())
    }

    /// Whether all victims are such people.
    fn victims(&self, such: impl Fn(&str, Class) -> bool) -> bool {
        self.members.iter().flat_map(|mention| mention.role(Role::Victim)).all(|filler| such(filler.people, filler.class))
    }

    /// Whether somebody who bears no arms, or a thing, is hit; whoever is only named may be anybody, if `named` counts it.
    fn hits_others(&self, named: bool) -> bool {
        let civil = |filler: &&Filler<'_>| match filler.role {
            Role::Victim if self.is_of_rebels(filler) => false,
            Role::Victim => {
                let known = !filler.people.is_empty() || filler.class.meets(Class::RANKED) || self.is_nationality(filler);
                (known && !filler.class.meets(Class::ARMED))
                    || matches!(filler.people, "police" | "guard")
                    || (named && self.is_person(filler))
            }
            Role::Target => {
                let thing = filler.class.meets(Class::THING.with(Class::ORGANIZATION)) || self.is_site(filler);
                thing && !filler.class.meets(Class::MILITARY.with(Class::ARMED)) && !self.is_of_forces(filler)
            }
            _ => false,
        };
        self.members.iter().flat_map(|mention| mention.fillers.iter()).any(|filler| civil(&filler))
    }

    /// Whether fighters of a side fell, beside whom the others were hit by the way: "three guerrillas, two soldiers and a civilian".
    fn hits_sides(&self) -> bool {
        let fights = |filler: &Filler<'_>| matches!(filler.people, "military" | "rebel" | "militant") || self.is_of_rebels(filler);
        self.members.iter().flat_map(|mention| mention.role(Role::Victim)).any(fights)
    }

    /// Whether the victims are a people, of whom no number is told: "they bombed the Peruvian people", "rebels kill other Peruvians".
    fn are_populace(&self) -> bool {
        let populace =
            |filler: &Filler<'_>| filler.count.is_none() && (is_folk(self.scene, filler) || filler.plural && self.is_nationality(filler));
        self.members.iter().flat_map(|mention| mention.role(Role::Victim)).all(populace)
    }

    /// Whether somebody was killed or injured.
    fn hurts(&self) -> bool {
        self.event.killed.is_some() || self.event.injured.is_some()
    }

    /// Whether so many were killed, on no day of its own, that the number is a sum over a war: "have killed 15,000 people", "1,000 this month".
    fn is_total(&self, dead: u64) -> bool {
        const WEEK: i32 = 7;
        let time = |mention: &Mention<'_>| mention.date?.days(self.scene.reading.times);
        let days = |mention: &Mention<'_>| time(mention).map_or(i32::MAX, |(earliest, latest)| (latest - earliest).get_days());
        let dated = self.members.iter().any(|mention| days(mention) <= WEEK);
        !dated && self.event.killed.as_ref().and_then(|killed| killed.min).is_some_and(|killed| killed >= dead)
    }

    fn is_older(&self, days: i64) -> bool {
        let latest = self.event.date.as_ref().and_then(|date| date.latest.as_deref()).and_then(|latest| latest.parse::<Date>().ok());
        match (latest, self.scene.reading.reference.published) {
            (Some(latest), Some(published)) => (published - latest).get_days() as i64 > days,
            _ => false,
        }
    }

    /// Whether the event's first place with a country lies in none of the row's.
    fn is_outside(&self, row: Row<'_>) -> bool {
        let entity = |id: &String| {
            id.strip_prefix('E')?.parse::<usize>().ok()?.checked_sub(1).and_then(|index| self.scene.reading.entities.get(index))
        };
        let country =
            |entity: &'_ EntityDraft| entity.country.clone().or_else(|| entity.place.as_ref().and_then(|place| place.country.clone()));
        let inside = |country: Term| row.list(column::Relevance::Value).any(|inside| inside == country);
        let mut countries = self.event.places.iter().filter_map(entity).filter_map(country);
        countries.next().is_some_and(|first| self.is_named(&first) && !inside(first) && !countries.any(inside))
    }

    /// Whether the article speaks of a country itself: a town alone may be the namesake of one elsewhere.
    fn is_named(&self, country: &str) -> bool {
        self.scene.reading.entities.iter().any(|entity| {
            let feature = entity.place.as_ref().and_then(|place| place.feature.as_deref());
            let state = entity.kind == EntityKind::Nationality || feature.is_some_and(|feature| feature.starts_with("PCL"));
            let of = entity.country.as_deref().or_else(|| entity.place.as_ref().and_then(|place| place.country.as_deref()));
            state && of == Some(country)
        })
    }
}
