//! Settling: where those who take part tell the kind or the manner better than the word does.

use super::class::Class;
use super::crowd;
use super::custody;
use super::draft::{Filler, Mention, Role};
use super::hazard;
use super::member;
use super::party::is_party;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger};
use crate::lexicon::{TableId, WordSet, column};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{EventKind, Side, Status};
use crate::token::fold;

/// Sets the kind and the manner by who did it to whom: demonstrators do not wage war but riot, police who beat them crack down, and whether a
/// town was taken by a state or from one depends on who took it.
pub(super) fn by_actors(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    match mention.trigger.kind {
        EventKind::ArmedClash if mention.trigger.method.is_none() => crowd::clash(scene, mention),
        EventKind::Attack => {
            if mention.trigger.frame == "fire-at" {
                shells(scene, mention);
                from_the_air(scene, mention);
            }
            crackdown(scene, mention);
            crowd::assault(mention);
            crowd::mob(scene, mention);
            hazard::settle(scene, mention);
        }
        EventKind::PropertyDestruction if mention.trigger.method.is_none() => from_the_air(scene, mention),
        EventKind::Shelling => from_the_air(scene, mention),
        EventKind::Crackdown => outlaws(scene, mention),
        EventKind::Raid => crowd::invasion(mention),
        EventKind::Arson => crowd::assault(mention),
        EventKind::Riot if mention.trigger.pos == Pos::Verb => outlaws(scene, mention),
        EventKind::Hijacking if mention.trigger.method.is_none() => hijacked_craft(scene, mention),
        _ => by_doers(scene, mention),
    }
}

/// What hangs on the doers alone, so that it may be asked again when a pronoun is read: an army bombs from the air, outlaws arrest nobody.
pub(super) fn by_doers(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let trigger = &mention.trigger;
    match trigger.kind {
        EventKind::Bombing if is_from_above(scene, mention) => {
            mention.trigger.kind = EventKind::Airstrike;
            mention.rules.push("kind:army");
        }
        EventKind::TerritoryCapture if is_seizure_by_police(scene, mention) => {
            (mention.trigger.kind, mention.trigger.method) = (EventKind::Raid, Some("seizure"));
            mention.rules.push("kind:police");
        }
        EventKind::TerritoryCapture if trigger.method.is_none() => capture(scene, mention),
        EventKind::Kidnapping if trigger.method == Some("hostage") && !trigger.strong => custody::arrest(scene, mention),
        // "A mob hanged three men from a tree".
        EventKind::Trial if trigger.method == Some("execution") && is_by_mob(scene, mention) => {
            (mention.trigger.kind, mention.trigger.method) = (EventKind::MobViolence, Some("lynching"));
            mention.rules.push("kind:mob");
        }
        // "The FARC said it would execute the three Americans", "the rebels said they executed the mayor": no court does.
        EventKind::Trial if trigger.method == Some("execution") && is_by_no_court(scene, mention) => {
            (mention.trigger.kind, mention.trigger.method) = (EventKind::Attack, Some("shooting"));
            mention.rules.push("kind:outlaws");
        }
        EventKind::Arrest if custody::are_captives(scene, mention) => {
            mention.trigger.kind = EventKind::Kidnapping;
            mention.rules.push("kind:captives");
        }
        EventKind::Robbery if is_also(scene, trigger, EventKind::Raid) && doers(scene, mention) == Some(true) => {
            (mention.trigger.kind, mention.trigger.method) = (EventKind::Raid, None);
            mention.rules.push("kind:raid");
        }
        EventKind::Arrest
            if trigger.pos == Pos::Verb && trigger.weak && doers(scene, mention) == Some(false) && takes_others(scene, mention) =>
        {
            (mention.trigger.kind, mention.trigger.method) = (EventKind::Kidnapping, None);
            mention.rules.push("kind:outlaws");
        }
        _ => {}
    }
}

/// Whether the police take buildings, which is no ground won: "police seized two houses belonging to a trafficker"; not "police took the village".
fn is_seizure_by_police(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let mut doers = mention.role(Role::Perpetrator).peekable();
    let mut taken = mention.role(Role::Target).peekable();
    let building = |filler: &Filler<'_>| filler.entity.is_none() && !scene.facts(filler.noun).locality;
    mention.trigger.frame == "seize-place"
        && doers.peek().is_some()
        && doers.all(|doer| doer.people == "police" || scene.facts(doer.noun).people == "police")
        && taken.peek().is_some()
        && taken.all(building)
}

/// Whether outlaws are those who execute somebody, or some group is that only threatens to.
fn is_by_no_court(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let to_come = matches!(mention.status, Status::Planned | Status::Threatened);
    doers(scene, mention) == Some(false) || to_come && are_doers(mention, "group")
}

/// Whether those who execute somebody are a mob.
fn is_by_mob(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let mut doers = mention.role(Role::Perpetrator).peekable();
    doers.peek().is_some() && doers.all(|doer| scene.has(WordSet::Mob, doer.noun.head))
}

/// Whether others are taken, not those who turn themselves in.
fn takes_others(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const THEMSELVES: u64 = fold::hash("themselves");
    let mut taken = mention.role(Role::Victim).peekable();
    taken.peek().is_some() && taken.all(|filler| scene.hash(filler.noun.head) != THEMSELVES)
}

/// Whether a word for a strike from the air as well ("bombed") is told of an army, or of all who live somewhere.
fn is_from_above(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;
    let army = || mention.role(Role::Perpetrator).any(|filler| is_army(scene, trigger, filler));
    let unarmed = || mention.role(Role::Instrument).next().is_none() && doers(scene, mention) != Some(false);
    let populace = || mention.role(Role::Victim).any(|filler| filler.people == "community" && unarmed());
    is_also(scene, trigger, EventKind::Airstrike) && (army() || populace())
}

/// Whether the word is one for an event of another kind as well.
fn is_also(scene: &Scene<'_>, trigger: &Trigger<'_>, kind: EventKind) -> bool {
    scene.hits(trigger.first, TableId::Trigger).any(|hit| {
        let row = scene.lexicon.row(hit.row);
        let verb = (row.value(column::Trigger::Pos) == "v") == (trigger.pos == Pos::Verb);
        hit.last == trigger.last && row.text(column::Trigger::Kind) == kind.name() && verb
    })
}

/// Whether it is the state, but not its police; a country under its name where it is told as a fact.
fn is_army(scene: &Scene<'_>, trigger: &Trigger<'_>, filler: &Filler<'_>) -> bool {
    let facts = scene.facts(filler.noun);
    let told = scene.chunk_at(trigger.head).is_some_and(|chunk| chunk.form == VerbForm::Finite);
    let country =
        told && facts.class.meets(Class::PLACE) && facts.class.meets(Class::ORGANIZATION) && scene.name_at(filler.noun.head).is_some();
    // "A rebel commander planned the bombing": whose commander he is counts.
    let group = member::group_in(scene, filler.noun).and_then(|group| scene.facts(group).side);
    if group == Some(Side::Nonstate) {
        return false;
    }
    (facts.side == Some(Side::State) || country) && facts.people != "police"
}

/// Takes away as doers of a result those who suffer the deed that it is the result of: "fired at mourners who tried to flee, killing two".
pub(super) fn spare_victims(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    const NEAR: usize = 8;
    for at in 1..mentions.len() {
        let (before, rest) = mentions.split_at_mut(at);
        let Some(mention) = rest.first_mut().filter(|mention| mention.trigger.is_outcome()) else { continue };
        let gerund = scene.chunk_at(mention.trigger.head).is_some_and(|chunk| chunk.form == VerbForm::Gerund);
        if !gerund {
            continue;
        }
        let sentence = mention.trigger.sentence;
        let beside = before.iter().rev().take(NEAR).take_while(|other| other.trigger.sentence == sentence);
        let suffers: Vec<u32> = beside
            .filter(|other| other.trigger.kind.is_violence() && other.role(Role::Perpetrator).next().is_some())
            .flat_map(|other| other.fillers.iter().filter(|filler| matches!(filler.role, Role::Victim | Role::Target)))
            .map(|filler| filler.noun.head)
            .collect();
        mention.fillers.retain(|filler| filler.role != Role::Perpetrator || !suffers.contains(&filler.noun.head));
    }
}

/// Takes out the nouns for doers ("the terrorists") of those who only suffer in their sentence: "two terrorists were killed by troops", "the slain
/// terrorists".
pub(super) fn drop_sufferers(scene: &Scene<'_>, mentions: &mut Vec<Mention<'_>>) {
    const NEAR: usize = 8;
    let suffers = |at: usize| {
        let own = &mentions[at].trigger;
        let near = mentions.get(at.saturating_sub(NEAR)..(at + NEAR).min(mentions.len())).unwrap_or(&[]);
        let mut others = near.iter().filter(|other| other.trigger.sentence == own.sentence && other.trigger.frame != "agent-noun");
        let suffers = |other: &Mention<'_>| {
            let within = other.trigger.pos != Pos::Verb && scene.chunk_index(other.trigger.head) == scene.chunk_index(own.head);
            // "The attacker, identified as X, was shot dead".
            let is_own = |noun: Noun| noun.holds(own.head) || custody::called(scene, noun).is_some_and(|group| group.holds(own.head));
            other.trigger.is_outcome() && (within || other.role(Role::Victim).any(|victim| is_own(victim.noun)))
        };
        let does = |other: &Mention<'_>| other.role(Role::Perpetrator).any(|doer| doer.noun.holds(own.head));
        let takes = |kind: EventKind| matches!(kind, EventKind::Kidnapping | EventKind::Hijacking | EventKind::Robbery);
        // "Gunmen kidnapped 30 people. The governor condemned the attack."
        let taking = others.clone().any(|other| takes(other.trigger.kind) && does(other));
        let only = !others.clone().any(|other| other.trigger.kind.is_violence() && !takes(other.trigger.kind));
        // "A policeman and three suspects died": nobody is accused; "six suspects in the killing of a judge were found hanged".
        let verb =
            || scene.chunk_index(own.head).and_then(|at| scene.chunks().get(at + 1)).is_some_and(|next| next.kind == ChunkKind::Verb);
        // "Killed 16 fighters, two of them would-be bombers"; "six rebels were killed as they tried to infiltrate".
        let attempted = mentions[at].status == Status::Attempted;
        let hurts = |other: &Mention<'_>| other.trigger.is_outcome() && other.role(Role::Victim).next().is_some();
        let is_doer = |noun: Noun| mentions[at].role(Role::Perpetrator).any(|doer| doer.noun == noun);
        let own_death = |other: &Mention<'_>| hurts(other) && other.role(Role::Victim).all(|victim| is_doer(victim.noun));
        let bid = attempted && own.frame == "act-alone" && others.clone().any(own_death);
        let would_be = attempted && own.frame == "agent-noun" && others.clone().any(hurts) && !others.clone().any(does);
        if bid || would_be {
            return true;
        }
        let suspects = own.kind == EventKind::Accusation && own.pos == Pos::Noun && verb() && others.clone().any(suffers);
        suspects || own.frame == "agent-noun" && (taking && only || others.clone().any(suffers) && !others.any(does))
    };
    let kept: Vec<bool> = (0..mentions.len()).map(|at| !suffers(at)).collect();
    let mut at = 0;
    mentions.retain(|_| {
        at += 1;
        kept[at - 1]
    });
}

pub(super) fn bears_law(people: &str) -> bool {
    matches!(people, "police" | "guard")
}

/// Whether all who do it, and there are some, are such people.
pub(super) fn are_doers(mention: &Mention<'_>, people: &str) -> bool {
    let mut doers = mention.role(Role::Perpetrator).peekable();
    doers.peek().is_some() && doers.all(|filler| filler.people == people)
}

/// Whether those who do it fight with a ball, words or money: a striker who fires a shot, investors who attack a chairman.
pub(super) fn is_contest(mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;
    let hurts = mention.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Killed | Role::Injured));
    let armed = trigger.strong || trigger.method.is_some() || mention.role(Role::Instrument).next().is_some();
    trigger.kind.is_violence() && (are_doers(mention, "athlete") && !hurts || are_doers(mention, "business") && !armed)
}

/// Whether one man takes ground, which only many do: "the attacker entered the church".
pub(super) fn is_entry(mention: &Mention<'_>) -> bool {
    let mut doers = mention.role(Role::Perpetrator).peekable();
    let one = |doer: &Filler<'_>| doer.people == "attacker" && !doer.plural && doer.entity.is_none();
    mention.trigger.kind == EventKind::TerritoryCapture && doers.peek().is_some() && doers.all(one)
}

/// Force of the state used on a crowd.
fn crackdown(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    if mention.trigger.kind != EventKind::Attack {
        return;
    }
    let crowd = mention.role(Role::Victim).chain(mention.role(Role::Target)).any(|filler| filler.people == "crowd");
    let state = mention.role(Role::Perpetrator).any(|filler| bears_law(filler.people) || side(scene, filler) == Some(Side::State));
    if crowd && state {
        mention.trigger.method = (mention.trigger.method == Some("shooting")).then_some("live_fire");
        mention.trigger.kind = EventKind::Crackdown;
        mention.rules.push("kind:crackdown");
    }
}

/// Whether all tellings of an attack together tell a fight of two armed sides: rebels on the one, soldiers or their posts on the other.
pub(super) fn is_combat(scene: &Scene<'_>, members: &[&Mention<'_>], method: Option<&str>) -> bool {
    let fillers = |role: fn(Role) -> bool| members.iter().flat_map(|mention| &mention.fillers).filter(move |filler| role(filler.role));
    let rebels = |filler: &Filler<'_>| is_nonstate(scene, filler) && filler.people != "criminal";
    let soldiers = |filler: &Filler<'_>| filler.people == "military" || (filler.people.is_empty() && filler.class.meets(Class::MILITARY));
    let hit = || fillers(|role| matches!(role, Role::Victim | Role::Target));
    members.iter().any(|mention| matches!(mention.trigger.frame, "attack-any" | "fire-at"))
        && matches!(method, None | Some("shooting"))
        && fillers(|role| role == Role::Perpetrator).any(rebels)
        && hit().any(soldiers)
        && hit().all(|filler| soldiers(filler) || rebels(filler))
}

/// Whether all tellings of an attack together tell force of the state against a crowd: "two demonstrators were killed when police opened fire".
pub(super) fn is_crackdown(scene: &Scene<'_>, members: &[&Mention<'_>], method: Option<&str>) -> bool {
    let fillers = |wanted: Role| members.iter().flat_map(move |mention| mention.fillers.iter().filter(move |filler| filler.role == wanted));
    let law = |filler: &Filler<'_>| bears_law(filler.people) || filler.people == "military" || side(scene, filler) == Some(Side::State);
    members.iter().any(|mention| mention.trigger.frame == "fire-at")
        && matches!(method, None | Some("shooting"))
        && fillers(Role::Perpetrator).next().is_some()
        && fillers(Role::Perpetrator).all(law)
        && fillers(Role::Victim).any(|filler| filler.people == "crowd")
        && !fillers(Role::Victim).any(law)
}

/// Force that no state uses on a crowd, and what criminals do without one, is an attack: "gunmen opened fire on the marchers".
fn outlaws(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let told = mention.role(Role::Perpetrator).next().is_some();
    let fights = |filler: &Filler<'_>| is_nonstate(scene, filler) && filler.people != "activist";
    let outlaws = told && mention.role(Role::Perpetrator).all(fights);
    if outlaws && mention.trigger.method != Some("tear_gas") {
        mention.trigger.method = mention.trigger.method.map(|_| "shooting");
        mention.trigger.kind = EventKind::Attack;
        mention.rules.push("kind:outlaws");
    }
}

/// What jets destroy, and what helicopters and drones fire at, is struck from the air.
fn from_the_air(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let does = |filler: &&Filler<'_>| matches!(filler.role, Role::Perpetrator | Role::Instrument);
    let craft = mention.fillers.iter().filter(does).find(|filler| filler.class.meets(Class::AIRCRAFT));
    if let Some(drone) = craft.map(|craft| is_party(scene, craft.noun, "drone")) {
        mention.trigger.kind = EventKind::Airstrike;
        mention.trigger.method = Some(if drone { "drone" } else { "manned" });
        mention.rules.push("kind:aircraft");
    }
}

/// Rockets, missiles or shells that are fired make a shelling.
fn shells(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let weapon = |filler: &Filler<'_>| Some(scene.lexicon.row(scene.hit_ending(filler.noun.first, filler.noun.head, TableId::Weapon)?.row));
    let method = mention.role(Role::Instrument).filter_map(weapon).find_map(|row| {
        let shells = row.text(column::Weapon::Kind) == EventKind::Shelling.name();
        shells.then(|| row.value(column::Weapon::Method))
    });
    let Some(method) = method else { return };
    (mention.trigger.kind, mention.trigger.method) = (EventKind::Shelling, Some(method).filter(|method| !method.is_empty()));
    mention.rules.push("kind:weapon");
}

/// What was hijacked tells the manner: a ship, an aircraft, any other vehicle.
fn hijacked_craft(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let method = mention.role(Role::Target).find_map(|filler| match () {
        () if is_party(scene, filler.noun, "ship") => Some("ship"),
        () if is_party(scene, filler.noun, "plane") => Some("aircraft"),
        () => filler.class.meets(Class::VEHICLE).then_some("vehicle"),
    });
    mention.trigger.method = method;
}

/// Ground that rebels take is lost to the state, what fighters take beside an army is won for it.
fn capture(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let army = |filler: &Filler<'_>| filler.people == "military" || side(scene, filler) == Some(Side::State);
    let doers = || mention.role(Role::Perpetrator);
    if doers().any(|filler| is_nonstate(scene, filler)) && !doers().any(army) {
        mention.trigger.method = Some("nonstate");
    }
}

/// On which side all who did it are, where one is known: `true` for the state's.
pub(super) fn doers(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<bool> {
    let mut sides = mention.role(Role::Perpetrator).map(|filler| match side(scene, filler) {
        Some(Side::State) => Some(true),
        _ if bears_law(filler.people) || filler.people == "military" => Some(true),
        _ => is_nonstate(scene, filler).then_some(false),
    });
    let first = sides.next()??;
    sides.all(|side| side == Some(first)).then_some(first)
}

/// Whether somebody is an enemy of the state.
pub(super) fn is_nonstate(scene: &Scene<'_>, filler: &Filler<'_>) -> bool {
    custody::is_outlaw(filler.people) || side(scene, filler) == Some(Side::Nonstate)
}

/// The side of who is meant, by his entity or by the word for him: that of the state for "soldiers".
pub(super) fn side(scene: &Scene<'_>, filler: &Filler<'_>) -> Option<Side> {
    let entity = filler.entity.and_then(|entity| scene.reading.entities.get(entity as usize));
    entity.and_then(|entity| entity.side).or_else(|| scene.facts(filler.noun).side)
}
