//! Crowds: what those who demonstrate do that fighters do otherwise: they do not wage war but riot.

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::scene::Scene;
use super::settle::{are_doers, bears_law};
use super::trigger::Pos;
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{EntityKind, EventKind};
use crate::token::fold;

/// Tokens on either side in which a crowd may stand.
const REACH: u32 = 16;

/// A fight with a crowd is a riot, one of villagers, clans or rival crowds with nobody armed by profession is the violence of a mob.
pub(super) fn clash(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let is = |people: &str| mention.fillers.iter().any(|filler| filler.people == people);
    let fighters = mention.fillers.iter().any(|filler| filler.class.meets(Class::ARMED) && !bears_law(filler.people))
        || mention.fillers.iter().any(|filler| filler.people == "military" || is_of_fighters(scene, filler));
    let rivals = || {
        let told = |filler: &Filler<'_>| (filler.noun.first..filler.noun.head).any(|token| scene.has(WordSet::Rival, token));
        let crowd = |filler: &&Filler<'_>| matches!(filler.people, "crowd" | "activist" | "student" | "youth");
        !fighters && !is("police") && mention.fillers.iter().filter(crowd).any(told)
    };
    if rivals() {
        mention.trigger.kind = EventKind::MobViolence;
    } else if is("crowd") || (!fighters && is_beside_crowd(scene, mention)) || (is("police") && (is("youth") || is("community"))) {
        mention.trigger.kind = EventKind::Riot;
    } else if !fighters
        && !is("police")
        && ["community", "youth", "student", "activist", "peasant", "civilian", "athlete"].into_iter().any(is)
    {
        mention.trigger.kind = EventKind::MobViolence;
    } else {
        return;
    }
    mention.rules.push("kind:crowd");
}

/// Whether a word before the noun tells that they bear arms: "two cartel factions", "rival FARC factions".
fn is_of_fighters(scene: &Scene<'_>, filler: &Filler<'_>) -> bool {
    (filler.noun.first..filler.noun.head).any(|token| {
        let group = scene.kind_at(token) == Some(EntityKind::Group);
        let band = |hit: &Hit| {
            let row = scene.lexicon.row(hit.row);
            matches!(row.value(column::PersonNoun::Class), "rebel" | "militant" | "criminal")
        };
        group || scene.hits(token, TableId::PersonNoun).any(band)
    })
}

/// Whether demonstrators stand beside a clash whose sides nobody names, and nobody who bears arms but the police.
fn is_beside_crowd(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;
    let range = scene.sentence(trigger.sentence);
    let window = trigger.first.saturating_sub(REACH).max(range.start)..(trigger.last + REACH).min(range.end);
    let chunks = scene.chunks().get(scene.chunk_from(window.start)..scene.chunk_from(window.end)).unwrap_or(&[]);
    let mut crowd = false;
    for noun in chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Noun).map(|chunk| scene.noun(chunk)) {
        let facts = scene.facts(noun);
        if facts.class.meets(Class::ARMED) && !bears_law(facts.people) {
            return false;
        }
        crowd |= facts.people == "crowd";
    }
    crowd
}

/// A crowd that storms a building riots.
pub(super) fn invasion(mention: &mut Mention<'_>) {
    if are_doers(mention, "crowd") {
        (mention.trigger.kind, mention.trigger.method) = (EventKind::Riot, None);
        mention.rules.push("kind:crowd");
    }
}

/// A mob that beats or kills people is told as such: "beaten to death by an angry mob".
pub(super) fn mob(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let doers = || mention.role(Role::Perpetrator);
    let is_mob = |filler: &Filler<'_>| scene.has(WordSet::Mob, filler.noun.head);
    // "A crowd attacked police officers": that is a riot.
    let force = mention.role(Role::Victim).any(|filler| bears_law(filler.people));
    let mobs = doers().next().is_some() && doers().all(is_mob) && !(mention.trigger.kind == EventKind::Riot && force);
    let beats = mention.trigger.is_outcome() || matches!(mention.trigger.method, None | Some("beating"));
    // "Torched a hotel, killing 24": by the fire.
    let result = mention.trigger.is_outcome() && scene.chunk_at(mention.trigger.head).is_some_and(|verb| verb.form == VerbForm::Gerund);
    if mobs && beats && !result && mention.role(Role::Victim).next().is_some() {
        (mention.trigger.kind, mention.trigger.method) = (EventKind::MobViolence, None);
        mention.rules.push("kind:mob");
    }
}

/// A crowd that attacks riots: "demonstrators stormed parliament", "protesters threw petrol bombs".
pub(super) fn assault(mention: &mut Mention<'_>) {
    let trigger = &mention.trigger;
    let attacks = trigger.kind == EventKind::Attack && trigger.frame == "attack-any" && trigger.method.is_none();
    let throws = trigger.kind == EventKind::Arson && trigger.frame == "light-verb-attack";
    if (attacks || throws) && are_doers(mention, "crowd") {
        mention.trigger.kind = EventKind::Riot;
        mention.rules.push("kind:crowd");
    }
}

/// Whether a crowd breaks up of itself at the end of a clause: "the protest ended and the crowd dispersed"; not "was dispersed", "dispersed by police".
pub(super) fn is_going_home(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;
    let Some(at) = scene.chunk_index(trigger.head).filter(|_| trigger.kind == EventKind::Crackdown && trigger.pos == Pos::Verb) else {
        return false;
    };
    let chunk = |at: usize| scene.chunks().get(at);
    let plain = chunk(at).is_some_and(|verb| verb.first == verb.head) && scene.hash(trigger.head) == const { fold::hash("dispersed") };
    plain && mention.role(Role::Perpetrator).next().is_none() && chunk(at + 1).is_some_and(|next| next.kind == ChunkKind::Mark)
}
