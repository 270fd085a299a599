//! Weapons: those that a trigger names itself, whose they are, and the kind of event that they make.

use super::args::{self, without_ending};
use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger, is_borne};
use crate::lexicon::{Row, TableId, WordSet, column};
use crate::phrase::{Chunk, ChunkKind};
use crate::record::{EntityKind, EventKind};
use crate::token::fold;

/// A trigger that is a weapon ("a car bomb killed") fills the role of the instrument itself.
pub(super) fn fill<'l>(scene: &Scene<'l>, trigger: &Trigger<'l>, out: &mut Vec<Filler<'l>>) {
    if trigger.frame != "weapon-noun" {
        return inner_weapon(scene, trigger, out);
    }
    let Some(chunk) = scene.chunk_at(trigger.head).filter(|_| trigger.pos == Pos::Noun) else { return };
    let noun = Noun { last: trigger.last, head: trigger.last - 1, ..without_ending(scene, scene.noun(chunk)) };
    let facts = scene.facts(noun);
    if facts.class.meets(Class::WEAPON) && noun.first < noun.last {
        filler::make(scene, Role::Instrument, noun, facts, out);
    }
}

/// The weapon that the form itself names: "car bomb explosion", "dynamite attack", "fired rockets".
fn inner_weapon<'l>(scene: &Scene<'l>, trigger: &Trigger<'l>, out: &mut Vec<Filler<'l>>) {
    const FIRE: u64 = fold::hash("fire");
    if !trigger.kind.is_violence() || trigger.kind == EventKind::Crime || trigger.dependent || trigger.last - trigger.first < 2 {
        return;
    }
    let inside = (trigger.first..trigger.last).find_map(|token| {
        // "Opened fire on" names none.
        let hit = scene.hits(token, TableId::Weapon).rev().find(|hit| hit.last <= trigger.last && scene.hash(hit.last - 1) != FIRE)?;
        // "Set the club on fire".
        if args::is_parted_by(scene, trigger, Noun { first: hit.first, last: hit.last, head: hit.last - 1 }) {
            return None;
        }
        // "Were shot dead".
        let is_verb = scene.chunk_at(hit.last - 1).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.head == hit.last - 1);
        if is_verb {
            return None;
        }
        let before = hit.last <= trigger.head && scene.chunk_index(hit.first) == scene.chunk_index(trigger.head);
        let beside = before || (trigger.pos == Pos::Verb && hit.first > trigger.head);
        beside.then_some(hit)
    });
    let Some(hit) = inside else { return };
    let noun = Noun { first: hit.first, last: hit.last, head: hit.last - 1 };
    let facts = scene.facts(noun);
    // A helicopter fires its rockets.
    let other = |known: &Filler<'_>| known.role == Role::Instrument && !known.class.meets(Class::AIRCRAFT);
    if facts.class.meets(Class::WEAPON) && !out.iter().any(other) {
        let made = out.len();
        filler::make(scene, Role::Instrument, noun, facts, out);
        // A weapon told with its own noun group says more.
        out.iter_mut().skip(made).for_each(|filler| filler.anaphoric = true);
    }
}

/// Whose weapon it is, for one who did it, where nobody else is named: "a Russian drone hit", "Houthi missiles", "an ELN car bomb". Only armed
/// groups plant bombs under their own name: "an American bomb" may be anybody's.
pub(super) fn owner<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>) {
    let told = mention.role(Role::Perpetrator).next().is_some();
    let planted = matches!(mention.trigger.kind, EventKind::Attack | EventKind::Bombing);
    if told || !planted && !matches!(mention.trigger.kind, EventKind::Airstrike | EventKind::Shelling) {
        return;
    }
    let owner = mention.role(Role::Instrument).find_map(|filler| {
        let chunk = scene.chunk_at(filler.noun.head).filter(|chunk| chunk.kind == ChunkKind::Noun)?;
        let name = (chunk.first..filler.noun.head).find_map(|token| scene.reading.names.get(scene.name_at(token)?));
        if planted && name.is_none_or(|name| scene.kind_at(name.first) != Some(EntityKind::Group)) {
            return None;
        }
        let Some(name) = name else { return force_before(scene, chunk.first, filler.noun.head).or_else(|| told_owner(scene, chunk)) };
        // "Turkish army tanks".
        if let Some(force) = force_before(scene, name.last, filler.noun.head) {
            return Some(Noun { first: name.first, ..force });
        }
        // "U.S. bombers", "Salvadoran Air Force planes"; not "Aleppo drones", "Boeing jets".
        let noun = Noun { first: name.first, last: name.last, head: name.last - 1 };
        let is = |class: Class| scene.facts(noun).class.meets(class);
        let body = match scene.kind_at(name.first)? {
            EntityKind::Nationality | EntityKind::Group => true,
            EntityKind::Place => is(Class::ORGANIZATION),
            EntityKind::Organization => is(Class::ARMED),
            _ => false,
        };
        let made = (name.last..name.last + 2).any(|token| scene.has(WordSet::Made, token));
        (body && !made && name.last <= filler.noun.head).then_some(noun)
    });
    if let Some(noun) = owner {
        filler::make(scene, Role::Perpetrator, noun, scene.facts(noun), &mut mention.fillers);
    }
}

/// The pronoun for whose weapon it is: "its jets".
pub(super) fn told_owner(scene: &Scene<'_>, chunk: &Chunk) -> Option<Noun> {
    const OWNERS: [u64; 2] = [fold::hash("its"), fold::hash("their")];
    let owner = Noun { first: chunk.first, last: chunk.first + 1, head: chunk.first };
    (chunk.head > chunk.first && OWNERS.contains(&scene.hash(chunk.first))).then_some(owner)
}

/// The force that a weapon belongs to, by a common noun before it: "army helicopters", "air force jets".
fn force_before(scene: &Scene<'_>, first: u32, head: u32) -> Option<Noun> {
    let hit = |token: u32| scene.hits(token, TableId::PersonNoun).rev().find(|hit| hit.last <= head && hit.last > token);
    let hit = (first..head).find_map(hit)?;
    let force = Noun { first: hit.first, last: hit.last, head: hit.last - 1 };
    let facts = scene.facts(force);
    (facts.body && (facts.class.meets(Class::ARMED) || facts.people == "official")).then_some(force)
}

/// Takes the kind from the weapon where the word itself leaves it open: "an attack with explosives", "fired their guns".
pub(super) fn settle_kind<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>) {
    let filling = mention.role(Role::Instrument).find_map(|filler| filling(scene, filler.noun));
    if let Some(method) = filling.filter(|_| mention.trigger.kind.is_violence()) {
        (mention.trigger.kind, mention.trigger.method) = (EventKind::ChemicalAttack, Some(method).filter(|method| !method.is_empty()));
        return;
    }
    let trigger = &mention.trigger;
    let hits = trigger.frame == "weapon-hits" && trigger.method.is_none();
    // "Jets killed 30 people", "drone debris injured two".
    let of_drone = |filler: &Filler<'_>| {
        let row = scene.hit_ending(filler.noun.first, filler.noun.head, TableId::Weapon).map(|hit| scene.lexicon.row(hit.row));
        row.is_some_and(|row| row.text(column::Weapon::Kind) == EventKind::Airstrike.name())
    };
    let flown = trigger.kind == EventKind::Attack
        && trigger.is_outcome()
        && mention.role(Role::Instrument).any(|filler| filler.class.meets(Class::AIRCRAFT) || of_drone(filler));
    // "A hand grenade was tossed into a garden".
    let planted = trigger.frame == "plant-weapon" && trigger.kind == EventKind::Bombing && trigger.method.is_none();
    // "Six towers were toppled with dynamite".
    let felled = trigger.kind == EventKind::PropertyDestruction && trigger.frame == "attack-thing";
    let open = flown
        || hits
        || planted
        || felled
        || trigger.frame == "fire-weapon"
        || (trigger.kind == EventKind::Attack && trigger.method.is_none() && !trigger.is_outcome());
    if !open {
        return;
    }
    // "Rebels armed with rifles and grenades attacked a post": they may have thrown none.
    let used = mention.role(Role::Instrument).filter(|filler| !is_borne(scene, filler.noun.head));
    let weapons = used.filter_map(|filler| scene.hit_ending(filler.noun.first, filler.noun.head, TableId::Weapon));
    // Shrapnel may be of any weapon.
    let whole = |row: &Row<'_>| !felled || !row.has(column::Weapon::Flags, "component");
    let rows = weapons.map(|hit| scene.lexicon.row(hit.row)).filter(whole);
    let found =
        rows.into_iter().find_map(|row| Some((EventKind::named(row.text(column::Weapon::Kind))?, row.value(column::Weapon::Method))));
    // "Struck": by what, tells the manner of the same kind only; an arrow, a bullet, a mine or what is
    // dropped is no shell.
    let small = |kind| {
        let other = matches!(kind, EventKind::Attack | EventKind::Bombing | EventKind::Crackdown | EventKind::Airstrike);
        mention.trigger.kind == EventKind::Shelling && other
    };
    let found = found.filter(|&(kind, _)| !felled || kind == EventKind::Bombing);
    if let Some((kind, method)) = found.filter(|&(kind, _)| !hits && !planted || kind == mention.trigger.kind || small(kind)) {
        mention.trigger.kind = kind;
        mention.trigger.method = Some(method).filter(|method| !method.is_empty());
    }
}

/// The manner of the poison that the weapon is told to hold: "shells filled with mustard gas", "rounds containing sarin".
fn filling(scene: &Scene<'_>, noun: Noun) -> Option<&'static str> {
    let verb = scene.chunk_at(noun.last).filter(|verb| verb.kind == ChunkKind::Verb)?;
    let next = scene.chunk_at(verb.last)?;
    let inside = if next.kind == ChunkKind::Preposition { scene.chunk_at(next.last)? } else { next };
    let row = scene.lexicon.row(scene.hit_ending(inside.first, inside.head, TableId::Weapon)?.row);
    matches!(row.text(column::Weapon::Class), "chemical" | "biological").then(|| row.value(column::Weapon::Method))
}
