//! Parties: one side, a crowd, somebody held, a sort of weapon or craft, as the need of a trigger names them.

use super::class::Class;
use super::filler::with_of;
use super::member;
use super::pronoun;
use super::scene::{Noun, Scene};
use super::trigger::{WEAK, kind_of};
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::phrase::{ChunkKind, VerbForm, Voice};
use crate::record::{EntityKind, EventKind, Side};
use crate::token::fold;

/// Classes of people who strike and march, who keep the law, and who break it.
pub(super) const MOVERS: [&str; 10] =
    ["activist", "community", "crowd", "medic", "peasant", "professional", "student", "teacher", "worker", "youth"];
pub(super) const LAW: [&str; 3] = ["police", "military", "official"];
pub(super) const OUTLAWS: [&str; 3] = ["rebel", "militant", "criminal"];

/// Whether the noun group is what a need ending in `-doer` or `-party` names: one side, a crowd, somebody held, a sort of weapon or vehicle.
pub(super) fn is_party(scene: &Scene<'_>, noun: Noun, party: &str) -> bool {
    let facts = scene.facts(noun);
    let word_of = |token: u32, kind: EventKind| scene.hits(token, TableId::Trigger).find(|hit| kind_of(hit) == Some(kind));
    // A word that tells the deed by itself.
    let tells = |hit: &Hit| {
        let row = scene.lexicon.row(hit.row);
        row.choice(column::Trigger::Strength) != WEAK && row.is_empty(column::Trigger::Needs)
    };
    let crowd = || facts.class.meets(Class::CROWD) || word_of(noun.head, EventKind::Protest).is_some();
    let holds = |kind: EventKind, last: u32| (noun.first..last).any(|token| word_of(token, kind).is_some_and(tells));
    match party {
        "armed" => facts.class.meets(Class::ARMED) || band_of(scene, noun).is_some_and(|band| scene.is(band, Class::ARMED)),
        "state" => facts.side == Some(Side::State) || LAW.contains(&facts.people),
        "criminal" => matches!(facts.people, "attacker" | "criminal"),
        "plane" => is_craft(scene, noun, WordSet::Plane),
        "ship" => scene.is_vessel(noun.head) || is_craft(scene, noun, WordSet::Ship) || is_weapon(scene, noun, &["naval"]),
        "drone" => is_weapon(scene, noun, &["drone"]),
        // "An arms cache" too, "a getaway car" not.
        "arms" => {
            is_weapon_of_hand(facts.class) || !facts.class.meets(Class::VEHICLE) && (of_weapons(scene, noun) || holds_arms(scene, noun))
        }
        "outlaw" => facts.side == Some(Side::Nonstate) || OUTLAWS.contains(&facts.people) || facts.doer || is_outlaw(scene, noun),
        "crowd" => crowd(),
        "movement" if scene.kind_at(noun.head) == Some(EntityKind::Group) => false,
        "movement" => crowd() || MOVERS.contains(&facts.people),
        "captive" => {
            // "Exchanged 900 detainees".
            facts.people == "prisoner" && facts.plural
                || holds(EventKind::Kidnapping, noun.last)
                || (noun.first..noun.last).any(|token| scene.has(WordSet::Held, token))
                || is_taken(scene, noun)
                || is_of_taken(scene, noun)
        }
        // "A car packed with explosives": what stands right behind it too.
        "bomb" => is_explosive(scene, noun) || holds(EventKind::Bombing, noun.last + 1),
        "missile" => is_weapon(scene, noun, &["missile", "rocket", "drone", "artillery"]),
        _ => false,
    }
}

/// Whether they are of an armed group that no state has: "members of the FMLN".
fn is_outlaw(scene: &Scene<'_>, noun: Noun) -> bool {
    let group = band_of(scene, noun).filter(|band| scene.kind_at(band.head) == Some(EntityKind::Group));
    group.is_some_and(|group| scene.facts(group).side == Some(Side::Nonstate))
}

/// The group or body that people without a name are of: "members of the National Guard", "MRTA members".
fn band_of(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    let people = scene.is(noun, Class::PEOPLE) && scene.name_at(noun.head).is_none();
    if people { member::group_behind(scene, noun).or_else(|| member::group_before(scene, noun)) } else { None }
}

/// Whether a pronoun stands behind a kidnapping: "abducted 287 pupils. The army rescued 137 of them".
fn is_of_taken(scene: &Scene<'_>, noun: Noun) -> bool {
    const BEFORE: usize = 1;
    const TOKENS: u32 = 80;
    const THEM: [u64; 5] = [fold::hash("they"), fold::hash("them"), fold::hash("he"), fold::hash("him"), fold::hash("her")];
    if !THEM.contains(&scene.hash(noun.head)) {
        return false;
    }
    let sentence = scene.document.sentence_of(noun.first as usize);
    let from = scene.sentence(sentence.saturating_sub(BEFORE)).start.max(noun.first.saturating_sub(TOKENS));
    let takes =
        |hit: &Hit| kind_of(hit) == Some(EventKind::Kidnapping) && scene.lexicon.row(hit.row).choice(column::Trigger::Strength) != WEAK;
    (from..noun.first).any(|token| scene.hits(token, TableId::Trigger).any(takes))
}

/// Whether a participle or a clause behind the noun says that they were taken: "50 of the children abducted from a school have escaped", "a couple
/// jailed for spying", "twelve workers who had been held by the rebels".
fn is_taken(scene: &Scene<'_>, noun: Noun) -> bool {
    let participle = scene.chunk_at(noun.last).filter(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Participle);
    let clause = || scene.chunks().get(scene.of_noun(scene.chunk_index(noun.head)?).relative? as usize);
    let told = participle.or_else(|| clause().filter(|verb| verb.voice == Voice::Passive));
    let takes = |hit: &Hit| matches!(kind_of(hit), Some(EventKind::Arrest | EventKind::Kidnapping | EventKind::Trial));
    told.is_some_and(|verb| scene.hits(verb.head, TableId::Trigger).any(takes))
}

/// Whether the noun is a newspaper or a station, by a noun or by its name: "a radio station", "Radio Sonora".
pub(super) fn is_of_media(scene: &Scene<'_>, noun: Noun) -> bool {
    let target = scene.hit_ending(noun.first, noun.head, TableId::Target).map(|hit| scene.lexicon.row(hit.row));
    let media = |hit: &Hit| scene.lexicon.row(hit.row).text(column::OrganizationHead::Kind) == "media";
    let named = || scene.kind_at(noun.head) == Some(EntityKind::Organization);
    target.is_some_and(|row| row.text(column::Target::Class) == "media")
        || named() && (noun.first..=noun.head).any(|token| scene.hits(token, TableId::OrganizationHead).any(media))
}

/// Whether the noun is a target of the sort that `crafts` holds: "an airliner", "a chemical tanker".
fn is_craft(scene: &Scene<'_>, noun: Noun, crafts: WordSet) -> bool {
    scene.has(crafts, noun.head) && scene.hit_ending(noun.first, noun.head, TableId::Target).is_some()
}

/// Whether the noun is a weapon of one of `classes`.
fn is_weapon(scene: &Scene<'_>, noun: Noun, classes: &[&str]) -> bool {
    let row = scene.hit_ending(noun.first, noun.head, TableId::Weapon).map(|hit| scene.lexicon.row(hit.row));
    row.is_some_and(|row| classes.contains(&row.text(column::Weapon::Class)))
}

/// Whether a stock of weapons is meant: "a cache of mortars", "a box of 40 grenades"; not "the driver of the tank".
fn holds_arms(scene: &Scene<'_>, noun: Noun) -> bool {
    let whole = with_of(scene, noun);
    let held = scene.chunk_at(whole.last.saturating_sub(1)).filter(|_| whole != noun).map(|held| scene.noun(held));
    let arms = |noun: Noun| is_weapon_of_hand(scene.facts(noun).class);
    held.is_some_and(arms) && !scene.is(noun, Class::PEOPLE.with(Class::PLACE).with(Class::EVENT))
}

/// Whether it is a weapon and no vehicle.
fn is_weapon_of_hand(class: Class) -> bool {
    class.meets(Class::WEAPON) && !class.meets(Class::VEHICLE)
}

/// Whether a word for a weapon stands before its head.
pub(super) fn of_weapons(scene: &Scene<'_>, noun: Noun) -> bool {
    (noun.first..noun.head).any(|token| scene.hits(token, TableId::Weapon).next().is_some())
}

/// Whether the noun is a bomb or the like.
pub(super) fn is_explosive(scene: &Scene<'_>, noun: Noun) -> bool {
    let weapon = scene.hit_ending(noun.first, noun.head, TableId::Weapon).map(|hit| scene.lexicon.row(hit.row));
    weapon.is_some_and(|row| row.text(column::Weapon::Kind) == EventKind::Bombing.name())
        || pronoun::several(scene, noun).any(|several| is_explosive(scene, several))
}
