//! What a trigger needs beside it to stand for an event, and which doer suits it.

use super::args::{Argument, ArgumentList, Slot};
use super::class::Class;
use super::context::{
    is_aftermath, is_beside_arrests, is_claimed, is_deed_before, is_denounced, is_found, is_identified, is_marked, is_violence_before,
};
use super::device::is_device;
use super::disarm::has_near;
use super::hazard;
use super::party::{LAW, MOVERS, OUTLAWS, is_explosive, is_of_media, is_party, of_weapons};
use super::pronoun;
use super::scene::{Noun, Scene};
use super::status::is_before_alternative;
use super::strike;
use super::trigger::{Pos, Trigger, WEAK, fit, kind_of, place};
use super::warning;
use crate::lexicon::{Hit, Lexicon, TableId, WordSet, column};
use crate::phrase::{ChunkKind, VerbForm, Voice};
use crate::record::{EntityKind, EventKind, Side};
use crate::token::fold;
use std::cell::Cell;
use std::ops::Deref;

/// Tokens on either side in which what a trigger needs may stand.
pub(super) const CLAUSE: u32 = 24;

/// Places of who does it, and of who else takes part in it.
const DOERS: [Slot; 3] = [Slot::SUBJECT, Slot::BY, Slot::POSSESSIVE];
const IT: u64 = fold::hash("it");
const DIRECT: &[Slot] = &[Slot::OBJECT, Slot::PASSIVE_SUBJECT];
const OBJECTS: &[Slot] = &[Slot::OBJECT, Slot::PASSIVE_SUBJECT, Slot::OF, Slot::ON, Slot::AGAINST, Slot::AT];
const OTHERS: [Slot; 7] = [Slot::OBJECT, Slot::PASSIVE_SUBJECT, Slot::OF, Slot::WITH, Slot::BETWEEN, Slot::AGAINST, Slot::PREMODIFIER];

/// Whether what the row needs stands where it must.
pub(super) fn meets(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>, need: &str) -> bool {
    const SUBJECTS: &[Slot] = &[Slot::SUBJECT, Slot::PASSIVE_SUBJECT, Slot::PREMODIFIER, Slot::POSSESSIVE, Slot::OF];
    // Where a march is held no ground is.
    let march = |noun: Noun| scene.hits(noun.head, TableId::Trigger).any(|hit| kind_of(hit) == Some(EventKind::Protest));
    let other = |noun: Noun, class: Class| class == Class::PLACE && march(noun);
    let is_of = |noun: Noun, class: Class| {
        scene.is(noun, class) && !other(noun, class) || class.meets(Class::WEAPON) && is_device(scene, trigger, noun)
    };
    let filled =
        |slots: &[Slot], class: Class| arguments.iter().any(|argument| slots.contains(&argument.slot) && is_of(argument.noun, class));
    let class_of = |name: &str| match name {
        "person" => Class::PEOPLE,
        "place" => Class::PLACE,
        "weapon" => Class::WEAPON.with(Class::VEHICLE),
        other => Class::named(other),
    };
    if let Some(met) = meets_by_object(scene, arguments, need) {
        return met;
    }
    if let Some(class) = need.strip_suffix("-object") {
        // "Were seized by men on motorcycles": a verb with an object of its own is done to that.
        let direct = trigger.pos == Pos::Verb && arguments.iter().any(|argument| DIRECT.contains(&argument.slot));
        let slots = if direct { DIRECT } else { OBJECTS };
        // "Hit three hotels, including St. Mary's": the first of its objects counts.
        let first = arguments.iter().find(|argument| slots.contains(&argument.slot));
        if direct && class == "person" {
            // "Stopped a bus and set it alight".
            let it = |first: &Argument| first.slot == Slot::OBJECT && scene.hash(first.noun.head) == IT;
            return first.is_some_and(|first| scene.is(first.noun, class_of(class)) && !it(first));
        }
        // "Mortar parts", "bomb-making equipment".
        let parts = || arguments.iter().any(|argument| slots.contains(&argument.slot) && of_weapons(scene, argument.noun));
        return filled(slots, class_of(class)) || (class == "weapon" && parts());
    }
    if let Some(class) = need.strip_suffix("-subject") {
        return filled(SUBJECTS, class_of(class));
    }
    if let Some((party, part)) = need.rsplit_once('-').filter(|(_, part)| matches!(*part, "doer" | "party")) {
        let takes = |slot: Slot| DOERS.contains(&slot) || part == "party" && OTHERS.contains(&slot);
        return arguments.iter().any(|argument| takes(argument.slot) && is_party(scene, argument.noun, party));
    }
    match need {
        "people-into" => arguments.iter().any(|argument| argument.slot == Slot::INTO && scene.is(argument.noun, Class::PEOPLE)),
        "vehicle-passive" => {
            let vehicle = |argument: &Argument| argument.slot == Slot::PASSIVE_SUBJECT && scene.is(argument.noun, Class::VEHICLE);
            is_passive(scene, trigger) && arguments.iter().any(vehicle)
        }
        "collision" => hazard::runs_into(scene, arguments),
        "strike-target" => strike::has_target(scene, trigger, arguments),
        "killer" => is_killer(scene, trigger),
        // "Took responsibility for the bomb at the bank".
        "before-bomb" => scene.chunk_at(trigger.last).is_some_and(|next| is_explosive(scene, scene.noun(next))),
        "told-before" => is_violence_before(scene, trigger.sentence, |_| true) || is_deed_before(scene, trigger.sentence),
        "identifies" => is_identified(scene, trigger),
        "found" => is_found(scene, trigger),
        "marked" => is_marked(scene, trigger),
        "denounced" => is_denounced(scene, trigger),
        "claimed" => is_claimed(scene, trigger),
        "or-else" => is_before_alternative(scene, trigger),
        "own-deed" => warning::is_of_own_deed(scene, trigger),
        "shooter" => strike::is_fire_of_arms(scene, trigger, arguments),
        "strike-force" => strike::by_force(scene, trigger, arguments),
        "from-above" => !strike::is_on_ground(scene, trigger),
        "violence" => {
            has_violence(scene, trigger)
                || is_of_deed(scene, trigger)
                || is_aftermath(scene, trigger)
                || is_beside_arrests(scene, trigger, arguments)
                || (trigger.pos == Pos::Verb && (is_by_weapon(scene, arguments) || trigger.is_outcome() && is_by_armed(scene, arguments)))
        }
        "place" => window(scene, trigger).any(|token| matches!(scene.kind_at(token), Some(crate::record::EntityKind::Place))),
        "number" => {
            let window = window(scene, trigger);
            scene.count_in(window.start, window.end).is_some()
        }
        // An aircraft that is hit does not strike: "a bullet hit the jet".
        "aircraft" if filled(&[Slot::OBJECT, Slot::PASSIVE_SUBJECT], Class::AIRCRAFT) => false,
        "organization" => beside(scene, trigger, Class::ORGANIZATION.with(Class::GROUP)),
        _ => beside(scene, trigger, Class::named(need)),
    }
}

/// Whether an object is what a need names that is no class: a sort of weapon or craft ("shot down nine drones"), a number of them, a site that
/// is known; `None` for other needs.
fn meets_by_object(scene: &Scene<'_>, arguments: &impl Deref<Target = ArgumentList>, need: &str) -> Option<bool> {
    let any = |slots: &[Slot], test: &dyn Fn(Noun) -> bool| {
        Some(arguments.iter().any(|argument| slots.contains(&argument.slot) && test(argument.noun)))
    };
    match need {
        "explosive-object" => any(OBJECTS, &|noun| is_explosive(scene, noun)),
        "drone-object" => any(DIRECT, &|noun| is_party(scene, noun, "drone")),
        "missile-object" => any(DIRECT, &|noun| is_party(scene, noun, "missile")),
        "ship-object" => any(DIRECT, &|noun| is_party(scene, noun, "ship")),
        // "Entered the town", not "entered the teacher's flat".
        "ground-object" => any(DIRECT, &|noun| scene.facts(noun).locality || scene.kind_at(noun.head) == Some(EntityKind::Place)),
        // "Drove the rebels out of the town", not "forced the passengers out of the bus".
        "no-rider-object" => Some(!any(DIRECT, &|noun| scene.has(WordSet::Rider, noun.head))?),
        "dignitary-object" => any(DIRECT, &|noun| is_dignitary(scene, noun)),
        // "Two passengers were executed", "will execute the hostages": by no court.
        "rider-object" => {
            any(DIRECT, &|noun| scene.has(WordSet::Rider, noun.head) || scene.facts(noun).people == "hostage" || is_taken(scene, noun))
        }
        // "Flew 500 foreigners out", "evacuated 600 of its citizens", "airlifted 40 Indians"; not "evacuated the residents".
        "nationals-object" => any(DIRECT, &|noun| is_of_nation(scene, noun)),
        // "Sent Kyiv 40 tanks".
        "state-given" => any(&[Slot::INDIRECT], &|noun| is_party(scene, noun, "state") || scene.is(noun, Class::PLACE)),
        "counted-object" => any(DIRECT, &|noun| scene.count_in(noun.first, noun.last).is_some()),
        "media-object" => any(DIRECT, &|noun| is_of_media(scene, noun)),
        "known-person-object" => any(OBJECTS, &|noun| scene.facts(noun).known && scene.is(noun, Class::PEOPLE)),
        "known-object" => any(DIRECT, &|noun| {
            let noun = pronoun::thing_of_it(scene, noun).unwrap_or(noun);
            scene.facts(noun).known && scene.is(noun, Class::THING.with(Class::PLACE))
        }),
        // "Took 12 million pesos from a bank".
        "sum-object" => any(DIRECT, &|noun| scene.is_sum(noun)),
        _ => None,
    }
}

/// Whether a participle behind tells that they were abducted: "the aid workers kidnapped in July".
fn is_taken(scene: &Scene<'_>, noun: Noun) -> bool {
    let verb = scene.chunk_index(noun.head).and_then(|at| scene.chunks().get(at + 1));
    let verb = verb.filter(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Participle);
    verb.is_some_and(|verb| scene.hits(verb.head, TableId::Trigger).any(|hit| kind_of(hit) == Some(EventKind::Kidnapping)))
}

/// Whether a verb of killing or hurting is told of it: "measles has killed 300 children".
fn is_killer(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let noun = scene.chunk_index(trigger.head).map(|noun| scene.of_noun(noun));
    let verb = noun.and_then(|noun| noun.governor).and_then(|verb| scene.chunks().get(verb as usize));
    let kills = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame).starts_with("outcome-");
    verb.is_some_and(|verb| scene.hits(verb.head, TableId::Trigger).any(kills))
}

/// Whether it is one person of office or standing: "a judge"; not "five farmers".
fn is_dignitary(scene: &Scene<'_>, noun: Noun) -> bool {
    let facts = scene.facts(noun);
    !facts.plural && matches!(facts.people, "politician" | "official" | "judge" | "diplomat" | "clergy" | "journalist" | "activist")
}

/// Whether those are told by the nation that they are of: "foreigners", "its nationals", "600 of its citizens", "Indians".
fn is_of_nation(scene: &Scene<'_>, noun: Noun) -> bool {
    const CITIZENS: [u64; 2] = [fold::hash("citizens"), fold::hash("expatriates")];
    let facts = scene.facts(noun);
    let nation = facts.plural && scene.kind_at(noun.head) == Some(EntityKind::Nationality);
    nation || matches!(facts.people, "foreigner" | "diplomat") || CITIZENS.contains(&scene.hash(noun.head))
}

/// Whether it is a finite verb in the passive: "two buses were burned", not "found burned out".
pub(super) fn is_passive(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    scene.chunk_at(trigger.head).is_some_and(|verb| verb.voice == Voice::Passive && verb.form == VerbForm::Finite)
}

/// Whether it is a strike, protest or blockade that people of a trade or a crowd are the doers of ("a strike by train drivers"), or a strike of which
/// workers speak: "the strike targeted the plant, union leaders said".
pub(super) fn is_movement(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let worker = |token: u32| {
        let noun = scene.chunk_at(token).filter(|chunk| chunk.kind == ChunkKind::Noun && chunk.head == token);
        noun.is_some_and(|noun| scene.facts(scene.noun(noun)).people == "worker")
    };
    matches!(trigger.kind, EventKind::Protest | EventKind::Obstruction)
        && (arguments
            .iter()
            .filter(|argument| matches!(argument.slot, Slot::SUBJECT | Slot::BY | Slot::POSSESSIVE | Slot::PREMODIFIER))
            .any(|argument| MOVERS.contains(&scene.facts(argument.noun).people))
            || trigger.kind == EventKind::Obstruction && window(scene, trigger).any(worker))
}

/// Whether it is an accident or disaster with words for its dead or wounded beside it.
pub(super) fn is_toll(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    matches!(trigger.kind, EventKind::Accident | EventKind::Disaster)
        && window(scene, trigger).any(|token| scene.hits(token, TableId::Casualty).next().is_some())
}

/// Whether armed people or attackers do it to others: "were injured by gunmen", "police injured six protesters"; not "the soldiers injured themselves".
fn is_by_armed(scene: &Scene<'_>, arguments: &[Argument]) -> bool {
    const THEMSELVES: u64 = fold::hash("themselves");
    let armed = |noun: Noun| {
        let facts = scene.facts(noun);
        facts.doer || facts.class.meets(Class::ARMED)
    };
    let does = |slot: Slot| arguments.iter().any(|argument| argument.slot == slot && armed(argument.noun));
    let others = |argument: &Argument| argument.slot == Slot::OBJECT && scene.hash(argument.noun.head) != THEMSELVES;
    does(Slot::BY) || does(Slot::SUBJECT) && arguments.iter().any(|argument| others(argument) && scene.is(argument.noun, Class::PEOPLE))
}

/// Whether a weapon does it: "a hand grenade injured six".
fn is_by_weapon(scene: &Scene<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    arguments.iter().filter(|argument| matches!(argument.slot, Slot::SUBJECT | Slot::BY | Slot::WITH)).any(|argument| {
        let class = scene.facts(argument.noun).class;
        class.meets(Class::WEAPON) && !class.meets(Class::VEHICLE)
    })
}

pub(super) fn window(scene: &Scene<'_>, trigger: &Trigger<'_>) -> std::ops::Range<u32> {
    let range = scene.sentence(trigger.sentence);
    trigger.first.saturating_sub(CLAUSE).max(range.start)..(trigger.last + CLAUSE).min(range.end)
}

/// Whether a noun group of `class` stands in the window about the trigger, or in its form.
pub(super) fn beside(scene: &Scene<'_>, trigger: &Trigger<'_>, class: Class) -> bool {
    stands_near(scene, trigger, class, true)
}

/// Whether a noun group of `class` stands in the window about the trigger, its form aside.
pub(super) fn around(scene: &Scene<'_>, trigger: &Trigger<'_>, class: Class) -> bool {
    stands_near(scene, trigger, class, false)
}

fn stands_near(scene: &Scene<'_>, trigger: &Trigger<'_>, class: Class, own: bool) -> bool {
    let window = window(scene, trigger);
    let told = !class.meets(Class::GUESSED);
    let mut token = window.start;
    while token < window.end {
        let Some(chunk) = scene.chunk_at(token) else { return false };
        let noun = Noun { first: chunk.first, last: chunk.last, head: chunk.head };
        let may_be = || !told || scene.is_told(chunk.head);
        // "Opened fire": what the form itself names stands not beside it.
        if !own && trigger.first < chunk.first && chunk.last <= trigger.last {
            token = chunk.last;
            continue;
        }
        if chunk.kind == ChunkKind::Noun && !noun.holds(trigger.head) && may_be() && scene.is(noun, class) {
            return true;
        }
        // Arsenal is a club.
        let weapon =
            || matches!(scene.kind_at(token), None | Some(EntityKind::Weapon)) && scene.hits(token, TableId::Weapon).next().is_some();
        if class.meets(Class::WEAPON) && chunk.kind == ChunkKind::Noun && weapon() {
            return true;
        }
        token = chunk.last.max(token + 1);
    }
    false
}

/// Whether another trigger of violence, fair or strong, that needs nothing itself stands in the window.
pub(super) fn has_violence(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let window = window(scene, trigger);
    let from = scene.index.violence.partition_point(|known| known.hit.first < window.start);
    let inside = scene.index.violence.iter().skip(from).take_while(|known| known.hit.first < window.end);
    // "Attributed the murder to": in the gap.
    let open = !trigger.kind.is_violence() || trigger.frame == "find-dead";
    let gap = |hit: &Hit| open && hit.first >= trigger.open && hit.last < trigger.last;
    // "Said it had carried out the killing": the deed goes on behind the claim.
    let over = |hit: &Hit| trigger.kind == EventKind::Claim && hit.last > trigger.last;
    let aside = |hit: &Hit| hit.last <= trigger.first || hit.first >= trigger.last || gap(hit) || over(hit);
    inside.into_iter().any(|known| aside(known.hit) && known.holds(scene))
}

/// Whether a noun for a deed that has what it needs stands in the window about a result: "lost their lives in the raid", "fell in the battle".
fn is_of_deed(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let deed = |hit: &Hit| {
        let kind = kind_of(hit).is_some_and(|kind| kind.is_violence() || kind == EventKind::Raid);
        let row = scene.lexicon.row(hit.row);
        // A result would ask for a deed in turn.
        let frame = row.text(column::Trigger::Frame);
        let result = frame.starts_with("outcome-") || matches!(frame, "find-dead" | "attack-thing");
        let noun = kind && !result && row.value(column::Trigger::Pos) == "n";
        noun && fit(scene, trigger.sentence, hit).is_ok_and(|(deed, _)| !deed.dependent)
    };
    let aside = |token: &u32| !(trigger.first..trigger.last).contains(token);
    trigger.is_outcome() && window(scene, trigger).filter(aside).any(|token| scene.hits(token, TableId::Trigger).any(deed))
}

/// A form of a row of violence, fair or strong, that needs nothing itself; whether it stands for that here is found out when it is asked.
#[derive(Debug)]
pub(super) struct Violence<'r> {
    pub(super) hit: &'r Hit,
    holds: Cell<Option<bool>>,
}

impl<'r> Violence<'r> {
    /// `None` if the row of `hit` is none of violence.
    pub fn new(lexicon: &Lexicon, hit: &'r Hit) -> Option<Self> {
        let plain = || {
            let row = lexicon.row(hit.row);
            // What "died" needs is that it was no natural death.
            let natural = row.text(column::Trigger::Frame) == "outcome-die" && row.text(column::Trigger::Pos) == "v";
            let needs = !row.is_empty(column::Trigger::Needs) && !natural;
            row.choice(column::Trigger::Strength) != WEAK && !needs
        };
        let violent = |kind: EventKind| kind.is_violence() || kind == EventKind::Crackdown;
        (kind_of(hit).is_some_and(violent) && plain()).then_some(Self { hit, holds: Cell::new(None) })
    }

    pub(super) fn holds(&self, scene: &Scene<'_>) -> bool {
        self.holds.get().unwrap_or_else(|| {
            let row = scene.lexicon.row(self.hit.row);
            let holds = place(scene, self.hit, row.value(column::Trigger::Pos)).is_some() && !has_near(scene, self.hit, row);
            self.holds.set(Some(holds));
            holds
        })
    }
}

/// How well the kind suits the doer, where one form tells several: police arrest and search, courts hang, outlaws kidnap, rob and hijack.
/// 2: it is the doer's kind; 0: it is the other side's; 1: either, or nothing is known of him.
pub(super) fn suits_actor(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> u8 {
    // "Commandos seized the tanker Sweet": no law is kept there.
    let vessel = || arguments.iter().any(|argument| argument.slot == Slot::OBJECT && scene.is_vessel(argument.noun.head));
    // "Two of the aid workers kidnapped in July were executed": by no court.
    let captive = || arguments.iter().any(|argument| DIRECT.contains(&argument.slot) && is_taken(scene, argument.noun));
    let state = match trigger.kind {
        EventKind::Hijacking if vessel() => return 2,
        EventKind::Trial if trigger.method == Some("execution") && captive() => return 0,
        // Who turns himself in does not arrest.
        EventKind::Arrest if trigger.frame == "turn-oneself-in" => return 1,
        EventKind::Arrest | EventKind::Raid | EventKind::Trial => true,
        EventKind::Kidnapping | EventKind::Robbery | EventKind::Hijacking => false,
        _ => return 1,
    };
    let doers = arguments.iter().filter(|argument| DOERS.contains(&argument.slot)).map(|argument| argument.noun);
    let side = doers.map(|doer| (doer, scene.facts(doer))).find_map(|(doer, facts)| match facts.side {
        // Courts sentence to death; soldiers who execute somebody murder him.
        _ if trigger.kind == EventKind::Trial && facts.people == "military" && !facts.body => Some(false),
        // And no police carry out sentences of death: "police executed two men in a slum".
        _ if trigger.method == Some("execution") && facts.people == "police" => Some(false),
        Some(Side::State) => Some(true),
        Some(Side::Nonstate) => Some(false),
        _ if LAW.contains(&facts.people) => Some(true),
        // "Students are holding nine people".
        _ if MOVERS.contains(&facts.people) => Some(false),
        // "Red Brigades members held three guards".
        _ if trigger.kind != EventKind::Raid && is_party(scene, doer, "outlaw") => Some(false),
        _ => None,
    });
    // Where nobody is named as the doer: rebels and criminals are captured by the state.
    let outlaw = |argument: &Argument| {
        let facts = scene.facts(argument.noun);
        matches!(argument.slot, Slot::OBJECT | Slot::PASSIVE_SUBJECT) && (facts.doer || OUTLAWS.contains(&facts.people))
    };
    let side = side.or_else(|| arguments.iter().any(outlaw).then_some(true));
    side.map_or(1, |side| if side == state { 2 } else { 0 })
}
