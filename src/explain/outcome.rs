//! The entities and events that came of the reading.

use super::sentence::range;
use super::{Page, one_line, small};
use crate::entity::EntityDraft;
use crate::event::{Outcome, Trace};
use crate::lexicon::column;
use crate::record::{Count, Event, EventDate, Filler, Range, Term, Trigger};

impl Page<'_> {
    /// Writes every entity with its mentions and how it was got.
    pub(super) fn entities(&mut self) {
        for (index, entity) in self.reading.entities.iter().enumerate() {
            self.out.push_str(&format!("E{}  {} {:?}\n", index + 1, small(entity.kind), entity.name));
            self.entity(entity);
        }
        if !self.reading.entities.is_empty() {
            self.out.push('\n');
        }
    }

    fn entity(&mut self, entity: &EntityDraft) {
        let row = entity.row.map(|row| format!(", {}", self.row(row))).unwrap_or_default();
        self.line("why", &format!("{}{row}, score {:.2}", entity.rule, entity.score));
        let names = entity.mentions.iter().filter_map(|&name| self.reading.names.get(name as usize));
        let names: Vec<String> = names.map(|name| self.quote(name.first, name.last)).collect();
        self.lines("mentions", (!names.is_empty()).then(|| names.join(" ")));
        let descriptions = entity.descriptions.iter().map(|words| format!("{} by {}", self.quote(words.first, words.last), words.rule));
        self.lines("as", descriptions.collect::<Vec<_>>());
        let facts = [
            ("key", entity.key.clone()),
            ("side", entity.side.map(small)),
            ("parent", entity.parent.clone()),
            ("country", entity.country.as_deref().map(str::to_owned)),
            ("head", entity.head.clone()),
        ];
        for (label, fact) in facts {
            self.lines(label, fact);
        }
        if let Some(place) = &entity.place {
            let number = |number: Option<f64>| number.map_or("?".to_owned(), |number| format!("{number:.3}"));
            let id = place.geonames_id.map(|id| Term::from(format!("geonames {id}")));
            let parts: Vec<Term> = [&place.feature, &place.country, &place.admin1, &id].into_iter().flatten().cloned().collect();
            self.line("place", &format!("{} {} {}", number(place.lat), number(place.lon), parts.join(" ")));
        }
        if !entity.alternatives.is_empty() {
            self.line("or", &entity.alternatives.join(" | "));
        }
    }

    /// Writes every event with its fields and the rules that filled them.
    pub(super) fn events(&mut self) {
        for event in self.events {
            let method = event.method.as_deref().map(|method| format!("/{method}")).unwrap_or_default();
            let salient = if event.salient { ", salient" } else { "" };
            self.out.push_str(&format!("{}  {}{method}, {}{salient}\n", event.id, event.kind.name(), small(event.status)));
            self.event(event);
        }
    }

    fn event(&mut self, event: &Event) {
        let triggers: Vec<String> = event.trigger.iter().chain(&event.mentions).map(|trigger| self.telling(trigger)).collect();
        self.lines("told by", triggers);
        self.lines("why", event.rule.iter().filter(|rule| !rule.starts_with("trigger:")).map(|rule| rule.to_string()));
        self.lines("hedge", event.hedge.clone());
        self.lines("date", event.date.iter().map(date).collect::<Vec<_>>());
        let places: Vec<String> = event.places.iter().map(|id| self.entity_name(id)).collect();
        self.lines("place", (!places.is_empty()).then(|| places.join(", ")));
        for (label, fillers) in
            [("by", &event.perpetrators), ("target", &event.targets), ("victim", &event.victims), ("with", &event.instruments)]
        {
            let fillers: Vec<String> = fillers.iter().map(|filler| self.filler(filler)).collect();
            self.lines(label, fillers);
        }
        for (label, count) in
            [("killed", &event.killed), ("injured", &event.injured), ("captured", &event.captured), ("displaced", &event.displaced)]
        {
            self.lines(label, count.as_ref().map(number));
        }
        self.lines("times", event.count.map(range));
        self.lines("about", (!event.about.is_empty()).then(|| event.about.join(" ")));
        self.lines("source", event.source.clone());
        self.speech(event);
    }

    /// A trigger of an event with its row and frame, the cue that decides its status and why it tells the same event as those before.
    fn telling(&self, trigger: &Trigger) -> String {
        let document = self.reading.document;
        let words = format!("\"{}\" at {}", one_line(&trigger.text), trigger.span.start);
        let is_own = |trace: &&Trace| document.span(trace.first as usize, trace.last as usize) == trigger.span;
        let told = self.traces.iter().filter(is_own).find_map(|trace| match &trace.outcome {
            Outcome::Taken(telling) if telling.stands => Some((trace.row, telling)),
            _ => None,
        });
        let Some((row, telling)) = told else { return words };
        let frame = document.lexicon.row(row).text(column::Trigger::Frame);
        let cue = telling.cue.iter().map(|cue| format!("; {}", self.status_cue(cue)));
        let joined = telling.joined.iter().map(|why| format!("; same event: {why}"));
        format!("{words}, {}, frame {frame}{}", self.row(row), cue.chain(joined).collect::<String>())
    }

    /// Who claims, blames and denies.
    fn speech(&mut self, event: &Event) {
        let said = |what: &Option<String>, event: &Option<String>| {
            let event = event.as_deref().map(|event| format!(" ({event})")).unwrap_or_default();
            format!("{}{event}", what.as_deref().map_or("?".to_owned(), |id| self.entity_name(id)))
        };
        let claims: Vec<String> = event.claims.iter().map(|claim| said(&claim.by, &claim.event)).collect();
        let blamed = event.blamed.iter().map(|blame| {
            let by = blame.by.as_deref().map(|by| format!(" by {}", self.entity_name(by))).unwrap_or_default();
            format!("{}{by}", said(&blame.who, &blame.event))
        });
        let blamed: Vec<String> = blamed.collect();
        let denials: Vec<String> = event.denials.iter().map(|denial| said(&denial.by, &denial.event)).collect();
        self.lines("claimed", claims);
        self.lines("blamed", blamed);
        self.lines("denied", denials);
    }

    fn filler(&self, filler: &Filler) -> String {
        let mut parts = vec![format!("\"{}\" at {}", one_line(&filler.text), filler.span.start)];
        parts.extend(filler.entity.as_deref().map(|id| self.entity_name(id)));
        parts.extend(filler.kind.map(small));
        parts.extend(filler.basis.map(small));
        parts.extend(filler.by.as_deref().map(|id| format!("by {}", self.entity_name(id))));
        parts.extend(filler.role.clone());
        parts.extend(filler.count.map(range));
        parts.join(", ")
    }

    /// `E3 Kerman`; words that are no entity's id as they are.
    fn entity_name(&self, id: &str) -> String {
        let index = id.strip_prefix('E').and_then(|number| number.parse::<usize>().ok()).and_then(|number| number.checked_sub(1));
        match index.and_then(|index| self.reading.entities.get(index)) {
            Some(entity) => format!("{id} {}", entity.name),
            None => format!("\"{}\"", one_line(id)),
        }
    }
}

fn date(date: &EventDate) -> String {
    let day = |day: &Option<String>| day.as_deref().unwrap_or("?").to_owned();
    let time = date.time.map(|index| format!(", time {index}")).unwrap_or_default();
    format!("{} ({} to {}), {}{time}", day(&date.value), day(&date.earliest), day(&date.latest), small(date.basis))
}

fn number(count: &Count) -> String {
    format!("{} \"{}\" at {}", range(Range { min: count.min, max: count.max }), one_line(&count.text), count.span.start)
}
