//! Bombs: two that are each told anew, at targets of their own, are two events.

use super::resume::are_in_paragraph;
use crate::event::class::Class;
use crate::event::draft::{Mention, Role};
use crate::event::filler::is_told_as_known;
use crate::event::scene::{Noun, Scene};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{EntityKind, EventKind};
use crate::token::literal::words;

/// What a weapon that is told for the first time begins with.
const NEW: &[u64] = words!["a", "an", "another"];

/// Whether two explosives were each told anew and hit things of their own, in sentences of one paragraph: "a bomb exploded at the home of a politician. A
/// bomb placed at a union office killed ten people"; not "a bomb exploded at a bank. The bomb damaged a shop".
pub(super) fn are_two_bombs(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let blast = |mention: &Mention<'_>| mention.trigger.kind == EventKind::Bombing && !mention.definite;
    if a.trigger.sentence == b.trigger.sentence || !blast(a) || !blast(b) || !are_in_paragraph(scene, a, b) {
        return false;
    }
    let one = new_weapon(scene, a).map(|weapon| scene.hash(weapon.head));
    one.is_some() && one == new_weapon(scene, b).map(|weapon| scene.hash(weapon.head)) && hit_others(scene, a, b)
}

/// The explosive of a telling, where it is told for the first time.
fn new_weapon(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<Noun> {
    let own = scene.chunk_at(mention.trigger.head).filter(|_| mention.trigger.frame == "weapon-noun").map(|chunk| scene.noun(chunk));
    let used = || mention.role(Role::Instrument).find_map(|weapon| scene.chunk_at(weapon.noun.head)).map(|chunk| scene.noun(chunk));
    own.or_else(used).filter(|weapon| NEW.contains(&scene.hash(weapon.first)))
}

/// Whether each tells what it hit, and nothing of it is the same.
fn hit_others(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let (one, other) = (hit(scene, a), hit(scene, b));
    let known = |noun: &Noun| !scene.facts(*noun).part && !is_told_as_known(scene, *noun, scene.facts(*noun).plural);
    let same = |one: &Noun, other: &Noun| {
        let entity = scene.entity_at(one.head);
        entity.is_some() && entity == scene.entity_at(other.head) || scene.hash(one.head) == scene.hash(other.head)
    };
    let told = |nouns: &[Noun]| !nouns.is_empty() && nouns.iter().all(known);
    told(&one) && told(&other) && !one.iter().any(|one| other.iter().any(|other| same(one, other)))
}

/// What a telling says was hit, or where the explosive was put by a participle behind it: "a bomb placed *at a union office*".
fn hit(scene: &Scene<'_>, mention: &Mention<'_>) -> Vec<Noun> {
    let targets: Vec<Noun> = mention.role(Role::Target).map(|target| target.noun).collect();
    let behind = scene.chunk_index(mention.trigger.head).map(|weapon| weapon + 1).filter(|_| targets.is_empty());
    let put =
        behind.filter(|&at| scene.chunks().get(at).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Participle));
    let Some(put) = put else { return targets };
    let around = scene.of_verb(put);
    let nouns = around.complements.iter().flat_map(|complement| complement.nouns.iter().copied().collect::<Vec<u32>>());
    let thing =
        |noun: &Noun| scene.is(*noun, Class::THING.with(Class::ORGANIZATION)) && scene.kind_at(noun.head) != Some(EntityKind::Place);
    nouns.filter_map(|noun| scene.chunks().get(noun as usize)).map(|chunk| scene.noun(chunk)).filter(thing).take(1).collect()
}
