//! [`Facts`]: what the lexicon says of a noun group, by its name, its head noun and its numbers.

use super::Class;
use crate::entity::EntityDraft;
use crate::event::pronoun;
use crate::event::scene::{Noun, Scene};
use crate::lexicon::{FormRole, HEAD_KINDS, Hit, PERSON_FLAGS, Row, TARGET_FLAGS, TableId, WordSet, column, flags_of};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{EntityKind, Side};
use crate::token::fold;

const OTHERS: u64 = fold::hash("others");

/// What a noun group can stand for, and what the lexicon says of it.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::event) struct Facts<'l> {
    pub class: Class,
    /// The class of people, from the table of nouns for people (`police`, `journalist`).
    pub people: &'l str,
    pub side: Option<Side>,
    /// More than one.
    pub plural: bool,
    /// Never the doer by itself.
    pub victim_only: bool,
    /// Named as the doer.
    pub doer: bool,
    /// An institution, not the persons in it ("the army").
    pub body: bool,
    /// A settlement, street or stretch of land.
    pub locality: bool,
    /// A part of a building ("windows").
    pub part: bool,
    /// Any building ("premises").
    pub general: bool,
    /// A number without a noun: "12 were wounded".
    pub bare: bool,
    pub pronoun: bool,
    /// Known by its name or its head noun; else only guessed.
    pub known: bool,
}

impl Facts<'static> {
    /// What is known of `noun`.
    pub fn of(scene: &Scene<'_>, noun: Noun) -> Self {
        let mut facts = Self { plural: scene.chunk_at(noun.head).is_some_and(|chunk| chunk.plural), ..Self::default() };
        // "Three others" stand for nobody told before.
        if scene.hash(noun.head) == OTHERS && scene.count_in(noun.first, noun.last).is_some() {
            return Self { class: Class::PEOPLE.with(Class::NUMBER), plural: true, known: true, ..facts };
        }
        let several = pronoun::several(scene, noun).map(|several| Self::of(scene, several));
        if let Some(one) = several.reduce(|near, far| Self { class: near.class.with(far.class), ..near }) {
            return Self { plural: false, ..one };
        }
        // "The US" is no "us".
        if let Some((class, plural)) = pronoun::read(scene.hash(noun.head)).filter(|_| scene.name_at(noun.head).is_none()) {
            return Self { class, plural, pronoun: true, ..facts };
        }
        let guessed =
            scene.entity_at(noun.head).and_then(|entity| scene.reading.entities.get(entity)).is_some_and(|entity| entity.row.is_none());
        let common = guessed && scene.hit_ending(noun.first, noun.head, TableId::PersonNoun).is_some();
        if let Some(kind) = scene.kind_at(noun.head).filter(|&kind| !(common && kind == EntityKind::Organization)) {
            facts.name(scene, noun.head, kind);
        } else {
            facts.common(scene, noun);
        }
        if !facts.known && facts.class.0 == 0 {
            facts.class = Self::guess(scene, noun);
        }
        facts
    }

    /// A word that no table of nouns has: an amount of money or an ordinary one is some thing, one that the language does not know is taken for a name.
    fn guess(scene: &Scene<'_>, noun: Noun) -> Class {
        let head = noun.head;
        if scene.is_measure(noun) {
            return Class::THING;
        }
        let ordinary = scene.document.words.get(head as usize).is_some_and(|word| word.band() > 0);
        if ordinary { Class::THING } else { Class::THING.with(Class::PERSON).with(Class::ORGANIZATION) }
    }

    /// Takes what the kind and the entity of a name tell: a town is a place, a country acts and suffers too.
    fn name(&mut self, scene: &Scene<'_>, head: u32, kind: EntityKind) {
        self.known = true;
        let entity = scene.entity_at(head).and_then(|entity| scene.reading.entities.get(entity));
        self.side = entity.and_then(|entity| entity.side);
        self.class = match kind {
            EntityKind::Person => Class::PERSON,
            EntityKind::Group => Class::GROUP.with(Class::ARMED),
            EntityKind::Organization => Class::ORGANIZATION,
            EntityKind::Place if is_country(entity) => Class::PLACE.with(Class::ORGANIZATION),
            EntityKind::Place => Class::PLACE,
            EntityKind::Nationality => Class::PERSON.with(Class::ORGANIZATION),
            EntityKind::Facility if scene.is_vessel(head) => Class::THING.with(Class::VEHICLE),
            EntityKind::Facility => Class::THING.with(Class::PLACE),
            EntityKind::Weapon => Class::WEAPON,
        };
        if let Some(hit) = scene
            .hit_ending(head, head, TableId::PersonNoun)
            .filter(|_| !matches!(kind, EntityKind::Person | EntityKind::Place) && !scene.is_vessel(head))
        {
            let row = scene.lexicon.row(hit.row);
            let band = row.text(column::PersonNoun::Number) == "collective";
            // "The Palace of Justice" is no judge.
            if band || kind != EntityKind::Facility {
                self.plural |= hit.role == FormRole::Plural;
                self.person(row);
            }
            // A name of its own makes a body of any band: "the 13th Brigade".
            self.body |= band;
        }
        let street = |hit: &Hit| scene.lexicon.row(hit.row).has(column::Target::Flags, "locality");
        let way = || kind == EntityKind::Facility && scene.hit_ending(head, head, TableId::Target).is_some_and(street);
        let building = || scene.hit_ending(head, head, TableId::Target).is_some_and(|hit| !street(hit));
        self.locality = kind == EntityKind::Place && is_town(entity, building) || way();
        if scene.hit_ending(head, head, TableId::Target).is_some() && kind == EntityKind::Organization {
            self.class = self.class.with(Class::THING);
        }
        if self.side.is_none() && kind == EntityKind::Organization {
            self.side = head_side(scene, head);
        }
        if entity.and_then(|entity| entity.head.as_deref()).is_some() {
            self.class = self.class.with(Class::RANKED);
        }
        let forces = ["military", "police", "gendarmerie", "state-force", "paramilitary"];
        let row = entity.and_then(|entity| entity.row).map(|row| (row.table, scene.lexicon.row(row)));
        if let Some((TableId::Organization, row)) = row
            && let kind = row.value(column::Organization::Kind)
            && forces.iter().any(|force| kind.starts_with(force))
        {
            self.class = self.class.with(Class::ARMED).with(Class::GROUP);
        }
    }

    /// Takes what the tables of common nouns tell of the head: "police officers" are armed people, "a warehouse" is a thing.
    fn common(&mut self, scene: &Scene<'_>, noun: Noun) {
        let nouns = scene.nouns_ending(noun.first, noun.head);
        // "A shock wave" is no wave of persons.
        if let Some(hit) = nouns.person.filter(|person| nouns.weapon.is_none_or(|weapon| weapon.first >= person.first)) {
            self.plural |= hit.role == FormRole::Plural;
            self.person(scene.lexicon.row(hit.row));
            if hit.first == noun.head && scene.has(WordSet::Officer, noun.head) && are_of_police(scene, noun.head) {
                self.people = "police";
            }
            // "A retired air force officer" bears no arms any more.
            if (noun.first..noun.head).any(|token| scene.has(WordSet::Retired, token)) {
                self.class = self.class.without(Class::ARMED);
            }
        }
        if let Some(hit) = nouns.title {
            self.known = true;
            self.plural |= hit.role == FormRole::Plural;
            self.class = self.class.with(Class::PERSON).with(Class::RANKED);
        }
        if let Some(hit) = nouns.weapon.filter(|_| !are_limbs(scene, noun)) {
            let row = scene.lexicon.row(hit.row);
            self.known = true;
            self.class = self.class.with(match row.text(column::Weapon::Class) {
                "aircraft" | "drone" => Class::WEAPON.with(Class::AIRCRAFT).with(Class::VEHICLE),
                "vehicle" | "naval" | "armour" => Class::WEAPON.with(Class::VEHICLE),
                _ => Class::WEAPON,
            });
        }
        if let Some(hit) = nouns.target {
            self.target(scene.lexicon.row(hit.row));
        }
        if let Some(hit) = nouns.organization {
            let row = scene.lexicon.row(hit.row);
            let generic = row.text(column::OrganizationHead::Position) == "generic";
            if generic || self.class.0 == 0 {
                self.known = true;
                self.class = self.class.with(Class::ORGANIZATION);
                if row.flag_bits(column::OrganizationHead::Kind) & const { flags_of(HEAD_KINDS, &["military", "police"]) } != 0 {
                    self.class = self.class.with(Class::ARMED).with(Class::GROUP);
                }
            }
        }
        if nouns.event {
            self.class = self.class.with(Class::EVENT);
        }
        if let Some(count) = scene.count_in(noun.first, noun.last) {
            self.class = self.class.with(Class::NUMBER);
            self.plural |= count.range.max.is_none_or(|max| max > 1);
            if count.last > noun.head {
                self.class = self.class.with(Class::PEOPLE);
                self.bare = self.people.is_empty();
            }
        }
    }

    /// Takes what the row of a noun for people tells: "rebels" are armed and of no state.
    fn person(&mut self, row: Row<'_>) {
        let number = row.value(column::PersonNoun::Number);
        let collective = number == "collective";
        self.known = true;
        self.people = row.value(column::PersonNoun::Class);
        self.side = side(row.value(column::PersonNoun::Side));
        self.plural |= collective || number == "plural";
        let flags = row.flag_bits(column::PersonNoun::Flags);
        self.victim_only = flags & const { flags_of(PERSON_FLAGS, &["role-victim-only"]) } != 0;
        self.doer = flags & const { flags_of(PERSON_FLAGS, &["role-perpetrator"]) } != 0;
        self.body = flags & const { flags_of(PERSON_FLAGS, &["body"]) } != 0;
        let armed = flags & const { flags_of(PERSON_FLAGS, &["armed"]) } != 0;
        let mut class = if collective { Class::PEOPLE } else { Class::PERSON };
        if armed || self.doer || matches!(self.people, "rebel" | "militant" | "attacker") {
            class = class.with(Class::ARMED);
        }
        if matches!(self.people, "crowd" | "community" | "youth") {
            class = class.with(Class::CROWD);
        }
        if matches!(self.people, "politician" | "official" | "judge" | "diplomat" | "clergy" | "journalist" | "activist") {
            class = class.with(Class::RANKED);
        }
        self.class = self.class.with(class);
    }

    /// Takes what the row of a noun for what is hit tells: "a barracks" is military, "windows" are a part.
    fn target(&mut self, row: Row<'_>) {
        self.known = true;
        let mut class = Class::THING;
        let flags = row.flag_bits(column::Target::Flags);
        if flags & const { flags_of(TARGET_FLAGS, &["place-like"]) } != 0 {
            class = class.with(Class::PLACE);
        }
        self.locality = flags & const { flags_of(TARGET_FLAGS, &["locality"]) } != 0;
        self.part = flags & const { flags_of(TARGET_FLAGS, &["part"]) } != 0;
        self.general = flags & const { flags_of(TARGET_FLAGS, &["general"]) } != 0;
        if flags & const { flags_of(TARGET_FLAGS, &["person-like"]) } != 0 {
            class = class.with(Class::ORGANIZATION);
        }
        match row.text(column::Target::Class) {
            "transport-vehicle" => class = class.with(Class::VEHICLE),
            "military" => class = class.with(Class::MILITARY),
            _ => {}
        }
        self.class = self.class.with(class);
    }
}

/// Whether arms are somebody's own two: "with his arms raised", "with their arms tied"; not "laid down their arms".
fn are_limbs(scene: &Scene<'_>, noun: Noun) -> bool {
    const ONE: [u64; 2] = [fold::hash("his"), fold::hash("her")];
    let owned = scene.hash(noun.head) == const { fold::hash("arms") } && noun.first + 1 == noun.head;
    let held = || scene.chunk_at(noun.last).is_some_and(|next| next.kind == ChunkKind::Verb && next.form == VerbForm::Participle);
    owned && (ONE.contains(&scene.hash(noun.first)) || scene.hash(noun.first) == const { fold::hash("their") } && held())
}

/// Whether officers are those of the police told of beside them, not of an army: "rioters threw bricks at police, injuring eight officers".
fn are_of_police(scene: &Scene<'_>, head: u32) -> bool {
    const BEFORE: u32 = 40;
    const BEHIND: u32 = 16;
    let told = |token: u32| {
        let people = scene.hits(token, TableId::PersonNoun).map(|hit| scene.lexicon.row(hit.row).value(column::PersonNoun::Class));
        let mut forces = people.filter(|_| !scene.has(WordSet::Officer, token));
        forces.find(|people| matches!(*people, "police" | "military"))
    };
    let end = scene.sentence(scene.document.sentence_of(head as usize)).end.min(head + BEHIND);
    let mut tokens = (head.saturating_sub(BEFORE)..head).rev().chain(head + 1..end);
    tokens.find_map(told) == Some("police")
}

/// Whether a place is a town or a division of a country; a quarter may be hit as a whole.
fn is_town(entity: Option<&EntityDraft>, is_building: impl Fn() -> bool) -> bool {
    // A name that no table has, told as a place, is most often that of a town or village, but not "the Lake View Hotel".
    if entity.is_some_and(|entity| entity.row.is_none() && entity.place.is_none()) {
        return !is_building();
    }
    let feature = entity.and_then(|entity| entity.place.as_ref()).and_then(|place| place.feature.as_deref());
    feature.is_some_and(|feature| (feature.starts_with("PPL") && feature != "PPLX") || feature.starts_with("ADM"))
}

/// Whether a place is a country, which acts and suffers as its state.
fn is_country(entity: Option<&EntityDraft>) -> bool {
    entity
        .and_then(|entity| entity.place.as_ref())
        .and_then(|place| place.feature.as_deref())
        .is_some_and(|feature| feature.starts_with("PCL"))
}

/// The side that the last words of an organisation's name tell: "the Zorland Customs Service".
fn head_side(scene: &Scene<'_>, head: u32) -> Option<Side> {
    const LONGEST: u32 = 4;
    let row = scene.lexicon.row(scene.hit_ending(head.saturating_sub(LONGEST - 1), head, TableId::OrganizationHead)?.row);
    side(row.text(column::OrganizationHead::Side)).filter(|_| !row.has(column::OrganizationHead::Flags, "ambiguous"))
}

/// The side with this name in the tables.
fn side(name: &str) -> Option<Side> {
    Some(match name {
        "state" => Side::State,
        "nonstate" => Side::Nonstate,
        "international" => Side::International,
        "civilian" => Side::Civilian,
        _ => return None,
    })
}
