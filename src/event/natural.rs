//! Natural deaths, told beside violence: "Gunmen killed nine people in Kano. The novelist Chinua Achebe died in Boston on Friday."

use super::args::{Argument, ArgumentList, Slot};
use super::class::Class;
use super::index;
use super::needs::has_violence;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger};
use crate::entity::EntityDraft;
use crate::lexicon::{TableId, WordSet};
use crate::record::EntityKind;
use crate::token::literal::word;
use std::ops::Deref;

/// How many tokens before the sentence may have told of the same person or place.
const REACH: u32 = 400;

/// Whether one person of name or rank, of whom nothing was told before, died somewhere else than where violence was told of, and no deed is told
/// beside it; not "gunmen shot the mayor; the mayor died on Tuesday", "a policeman died in Kano".
pub(super) fn is_natural_death(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let died = trigger.frame == "outcome-die" && trigger.pos == Pos::Verb && trigger.last == trigger.first + 1;
    if !died || !scene.has(WordSet::Die, trigger.first) || has_violence(scene, trigger) {
        return false;
    }
    let mut who = arguments.iter().filter(|argument| argument.slot == Slot::SUBJECT);
    let is_one = |argument: &Argument| is_of_rank(scene, argument.noun) && !is_told_before(scene, argument.noun);
    who.next().is_some_and(is_one) && who.next().is_none() && is_elsewhere(scene, trigger)
}

/// Whether it is one person under a name, who bears no arms, or one known by his rank: "Qavi Khan", "the former governor", "the rebel leader".
fn is_of_rank(scene: &Scene<'_>, noun: Noun) -> bool {
    let facts = scene.facts(noun);
    if facts.plural || facts.pronoun || !facts.class.meets(Class::PERSON) {
        return false;
    }
    let armed = matches!(facts.people, "military" | "police" | "guard" | "victim" | "attacker" | "worker");
    let named = scene.kind_at(noun.head) == Some(EntityKind::Person);
    let officer = || facts.people == "military" && !scene.has(WordSet::Soldier, noun.head);
    let titled = || scene.hit_ending(noun.first, noun.head, TableId::Title).is_some() || officer();
    named && !armed || scene.hash(noun.first) == word!("the") && titled()
}

/// Whether the tokens before the sentence tell of the same person.
fn is_told_before(scene: &Scene<'_>, noun: Noun) -> bool {
    let start = scene.sentence(scene.document.sentence_of(noun.head as usize)).start;
    let entity = scene.entity_at(noun.head);
    let head = scene.hash(noun.head);
    let same = |token: u32| if entity.is_some() { scene.entity_at(token) == entity } else { scene.hash(token) == head };
    (start.saturating_sub(REACH)..start).any(same)
}

/// Whether a place stands behind the verb where nothing told before took place.
fn is_elsewhere(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let range = scene.sentence(trigger.sentence);
    let entities = |tokens| index::inside(&scene.index.places, tokens).iter().filter_map(|&token| scene.entity_at(token));
    let told: Vec<usize> = entities(range.start.saturating_sub(REACH)..range.start).collect();
    let town = |entity: &EntityDraft| entity.place.is_some();
    let mut here = entities(trigger.last..range.end).filter(|&at| scene.reading.entities.get(at).is_some_and(town)).peekable();
    here.peek().is_some() && here.all(|place| !told.contains(&place))
}
