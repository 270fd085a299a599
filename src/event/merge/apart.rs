//! Deeds of two kinds in one breath that are two events all the same: a fire and a shooting, a strike from the air and an attack on foot.

use super::answer::is_occasion;
use super::keep::is_taken;
use crate::event::class::Class;
use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::Scene;
use crate::event::settle;
use crate::event::trigger::{Pos, kind_of};
use crate::lexicon::{TableId, column};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{EventKind, Status};
use crate::token::fold;

/// Whether the kinds and the sides of the two say that the one is no part or result of the other: "jets hit the camp; two men stormed the
/// plant".
pub(super) fn are_two_deeds(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let apart = |one: &Mention<'_>, other: &Mention<'_>| {
        is_of_takers(one, other)
            || is_end_of_takers(scene, one, other)
            || is_blast(one) && is_murder(scene, other)
            || is_shot_apart(one, other)
            || is_ground_apart(scene, one, other)
            || is_fire_apart(scene, one, other)
            || is_taking_apart(one, other)
            || is_taking_of_others(scene, one, other)
            || is_body_of_taken(one, other)
            || is_rape_of_others(one, other)
            || is_occasion(scene, one, other)
            || is_of_held(one, other)
            || is_of_state(scene, one, other)
            || is_death_of_more(one, other)
            || is_looting_apart(one, other)
            || is_burning_elsewhere(one, other)
            || is_kill_by_state(scene, one, other)
    };
    apart(a, b) || apart(b, a)
}

/// Whether those who took people or things are killed by others: "killed 30 in an operation against the hijackers".
fn is_of_takers(takers: &Mention<'_>, death: &Mention<'_>) -> bool {
    let taking = matches!(takers.trigger.kind, EventKind::Hijacking | EventKind::Kidnapping | EventKind::Robbery);
    let mut doers = death.role(Role::Perpetrator).peekable();
    taking
        && takers.trigger.frame == "agent-noun"
        && death.trigger.is_outcome()
        && doers.peek().is_some()
        && !doers.any(|doer| doer.noun.holds(takers.trigger.head))
}

/// Whether some of those who took people were killed: "was rescued on Monday. One of the abductors was killed".
fn is_end_of_takers(scene: &Scene<'_>, taking: &Mention<'_>, death: &Mention<'_>) -> bool {
    let takers = |token: u32| {
        let mut kinds =
            scene.hits(token, TableId::Trigger).filter(|hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame) == "agent-noun");
        kinds.any(|hit| kind_of(hit) == Some(EventKind::Kidnapping))
    };
    let mut dead = death.role(Role::Victim).peekable();
    taking.trigger.kind == EventKind::Kidnapping
        && death.trigger.is_outcome()
        && dead.peek().is_some()
        && dead.all(|dead| (dead.noun.first..dead.noun.last).any(takers))
}

/// Whether things were looted or defaced in one sentence and people killed in another: "protesters toppled statues. A sergeant was shot dead".
fn is_looting_apart(looting: &Mention<'_>, death: &Mention<'_>) -> bool {
    let looted = looting.trigger.kind == EventKind::PropertyDestruction && matches!(looting.trigger.method, Some("looting" | "vandalism"));
    // "The bodies of four men" are told for the first time too.
    let dead = death.trigger.is_outcome() && !death.definite || death.trigger.frame == "find-dead";
    looted && dead && looting.trigger.sentence != death.trigger.sentence
}

/// Whether things were burned in a place of their own after an attack on people told before: "men attacked supporters of a candidate. Ballot boxes
/// were burned in Jos".
fn is_burning_elsewhere(fire: &Mention<'_>, attack: &Mention<'_>) -> bool {
    let told = |mention: &Mention<'_>, role| mention.role(role).next().is_some();
    let shared = || fire.places.iter().any(|place| attack.places.contains(place));
    fire.trigger.kind == EventKind::Arson
        && attack.trigger.kind == EventKind::Attack
        && fire.trigger.sentence > attack.trigger.sentence
        && fire.place_distance == 0
        && told(attack, Role::Victim)
        && told(fire, Role::Target)
        && !told(fire, Role::Perpetrator)
        && !shared()
}

/// Whether police or soldiers killed somebody, who is no victim of a bomb that others set off: "a bomb hit a train. A man was killed by a police
/// sniper".
fn is_kill_by_state(scene: &Scene<'_>, blast: &Mention<'_>, death: &Mention<'_>) -> bool {
    let apart = blast.trigger.sentence != death.trigger.sentence && settle::doers(scene, blast) != Some(true);
    // "Soldiers killed the attackers": their end.
    let mut dead = death.role(Role::Victim).peekable();
    let killed = death.trigger.is_outcome() && !death.definite && dead.peek().is_some() && dead.all(|one| one.people != "attacker");
    blast.trigger.kind == EventKind::Bombing && apart && killed && settle::doers(scene, death) == Some(true)
}

/// Whether a deed to come is told of people who are held already: "threatened to kill the hostages".
fn is_of_held(taking: &Mention<'_>, deed: &Mention<'_>) -> bool {
    let held = taking.trigger.method == Some("hostage") && taking.trigger.pos == Pos::Noun && taking.definite;
    held && deed.trigger.is_outcome() && matches!(deed.status, Status::Threatened | Status::Planned)
}

/// Whether more people were killed than were taken, by a deed told in another sentence: "attacked a base, taking four soldiers hostage. The group said
/// it had killed 18 soldiers".
fn is_death_of_more(taking: &Mention<'_>, death: &Mention<'_>) -> bool {
    let most = taking.captured.and_then(|taken| taken.range.max);
    let least = death.killed.and_then(|killed| killed.range.min);
    taking.trigger.kind == EventKind::Kidnapping
        && taking.trigger.sentence != death.trigger.sentence
        && death.trigger.is_outcome()
        && most.zip(least).is_some_and(|(most, least)| 1 < most && most < least)
}

/// Whether hostages known from elsewhere are told of behind what police or soldiers did: "troops wounded two journalists. The captives were taken in
/// October".
fn is_of_state(scene: &Scene<'_>, taking: &Mention<'_>, deed: &Mention<'_>) -> bool {
    let held = taking.trigger.method == Some("hostage") && taking.trigger.pos == Pos::Noun && taking.definite;
    held && taking.trigger.sentence != deed.trigger.sentence && settle::doers(scene, deed) == Some(true)
}

/// Whether people are taken in one sentence and a thing is attacked in another: "fled after an attack on a bus. She took students hostage."
fn is_taking_apart(taking: &Mention<'_>, attack: &Mention<'_>) -> bool {
    let told = |mention: &Mention<'_>, role| mention.role(role).next().is_some();
    taking.trigger.kind == EventKind::Kidnapping
        && attack.trigger.kind != EventKind::Kidnapping
        && taking.trigger.sentence != attack.trigger.sentence
        && told(taking, Role::Victim)
        && told(attack, Role::Target)
        && !told(attack, Role::Victim)
}

/// Whether those who were taken turned up dead, which is a deed of its own: "three nuns, kidnapped last week, were found dead near Bangui".
fn is_body_of_taken(taking: &Mention<'_>, body: &Mention<'_>) -> bool {
    taking.trigger.kind == EventKind::Kidnapping
        && taking.trigger.pos != Pos::Noun
        && body.trigger.frame == "find-dead"
        && taking.role(Role::Victim).next().is_some()
}

/// Whether a deed was done while another was tried: "two guards were killed in a gunfight during an attempted coup"; not its own result, "hurt
/// during an attempted kidnapping".
pub(super) fn is_during(scene: &Scene<'_>, deed: &Mention<'_>, attempt: &Mention<'_>) -> bool {
    const DURING: u64 = fold::hash("during");
    let open = attempt.status == Status::Attempted && deed.status == Status::Occurred && !deed.trigger.is_outcome();
    open && (deed.trigger.last..attempt.trigger.first).any(|token| scene.hash(token) == DURING)
}

/// Whether some were killed and others taken: "killing two policemen and taking three hostage"; not "kidnapped a judge, killing her guard", where
/// the one is done in doing the other, nor "one of them was killed".
fn is_taking_of_others(scene: &Scene<'_>, taking: &Mention<'_>, death: &Mention<'_>) -> bool {
    let form = |mention: &Mention<'_>| {
        let own = scene.chunk_index(mention.trigger.head)?;
        // "Took 12 hostages".
        let verb = if scene.is_in(mention.trigger.head, ChunkKind::Verb) { own } else { scene.of_noun(own).governor? as usize };
        scene.chunks().get(verb).map(|verb| verb.form)
    };
    let alike = || form(taking).zip(form(death)).is_some_and(|(one, other)| (one == VerbForm::Gerund) == (other == VerbForm::Gerund));
    let taken = |mention: &Mention<'_>| mention.captured.is_some() || mention.role(Role::Victim).next().is_some();
    let mut dead = death.role(Role::Victim).peekable();
    taking.trigger.kind == EventKind::Kidnapping
        && (scene.is_in(taking.trigger.head, ChunkKind::Verb) || is_taken(scene, taking))
        && death.trigger.is_outcome()
        && taking.trigger.sentence == death.trigger.sentence
        && alike()
        && taken(taking)
        && dead.peek().is_some()
        && dead
            .all(|one| !one.people.is_empty() && !one.anaphoric && !taking.role(Role::Victim).any(|other| other.noun.holds(one.noun.head)))
}

/// Whether some were raped and others killed: "raped women and beheaded hostages"; not "raped and killed a student".
fn is_rape_of_others(rape: &Mention<'_>, death: &Mention<'_>) -> bool {
    let own = |mention: &Mention<'_>| {
        let mut victims = mention.role(Role::Victim).peekable();
        victims.peek().is_some() && victims.all(|victim| !victim.anaphoric)
    };
    let same = |one: &Filler<'_>| {
        let named = |other: &Filler<'_>| other.entity.is_some() && other.entity == one.entity;
        death.role(Role::Victim).any(|other| other.noun.holds(one.noun.head) || named(other))
    };
    rape.trigger.kind == EventKind::SexualViolence
        && death.trigger.is_outcome()
        && own(rape)
        && own(death)
        && !rape.role(Role::Victim).any(same)
}

/// Whether aircraft strike in the one and people on the ground attack in the other: "jets hit the camp", "two men stormed the plant".
fn is_ground_apart(scene: &Scene<'_>, strike: &Mention<'_>, attack: &Mention<'_>) -> bool {
    // Armed groups have drones, but no other aircraft.
    let grounded = |doer: &Filler<'_>| strike.trigger.method != Some("drone") && settle::is_nonstate(scene, doer);
    let on_foot =
        |doer: &Filler<'_>| doer.class.meets(Class::PERSON) && !doer.people.is_empty() && doer.people != "military" || grounded(doer);
    strike.trigger.kind == EventKind::Airstrike
        && attack.trigger.kind == EventKind::Attack
        && attack.trigger.pos == Pos::Verb
        && attack.role(Role::Perpetrator).any(on_foot)
}

/// Whether something is set on fire and people are killed by a deed of its own, or before it, not by the fire: "burned the houses and shot the
/// mayor".
fn is_fire_apart(scene: &Scene<'_>, fire: &Mention<'_>, death: &Mention<'_>) -> bool {
    // "5,000 cars were burned. A man died in Marseille": one who died elsewhere.
    let elsewhere = death.trigger.sentence > fire.trigger.sentence
        && death.place_distance == 0
        && fire.places.is_empty()
        && death.role(Role::Victim).all(|filler| !filler.plural && !filler.anaphoric);
    let is_gerund = || scene.chunk_at(death.trigger.head).is_some_and(|chunk| chunk.form == VerbForm::Gerund);
    fire.trigger.kind == EventKind::Arson
        && death.trigger.is_outcome()
        && death.role(Role::Victim).next().is_some()
        && (elsewhere
            || death.trigger.sentence < fire.trigger.sentence
            || (death.role(Role::Perpetrator).next().is_some() && (fire.trigger.sentence != death.trigger.sentence || !is_gerund())))
}

/// Whether it was done with bombs, shells or fire.
pub(super) fn is_blast(mention: &Mention<'_>) -> bool {
    matches!(mention.trigger.kind, EventKind::Bombing | EventKind::Airstrike | EventKind::Shelling | EventKind::Arson)
}

/// Whether somebody was shot or stabbed in another sentence than that of a blast: "a bomb exploded at a bank. A policeman was gunned down"; or killed by
/// others than those who blew up or wrecked a thing: "rebels sabotaged a power line. A teacher was shot dead by two men".
fn is_shot_apart(blast: &Mention<'_>, shot: &Mention<'_>) -> bool {
    let told = |filler: &Filler<'_>| !filler.anaphoric && (filler.entity.is_some() && !filler.plural || filler.kind.is_some());
    let one = shot.role(Role::Victim).any(|filler| filler.entity.is_some() && !filler.plural && !filler.anaphoric);
    let by_arms = shot.trigger.is_outcome() && matches!(shot.trigger.method, Some("shooting" | "stabbing"));
    let apart = shot.trigger.sentence != blast.trigger.sentence;
    let doers = || shot.role(Role::Perpetrator);
    let by_others = || doers().next().is_some() && doers().all(told) && shot.role(Role::Victim).all(|victim| victim.people != "attacker");
    let of_thing = matches!(blast.trigger.kind, EventKind::Bombing | EventKind::PropertyDestruction)
        && blast.role(Role::Victim).next().is_none()
        && shot.trigger.sentence > blast.trigger.sentence;
    apart && by_arms && (blast.trigger.kind == EventKind::Bombing && one || of_thing && by_others())
}

/// Whether it tells a deliberate killing of somebody, which is no mere result of a blast.
fn is_murder(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let term = || scene.lexicon.row(mention.trigger.row).text(column::Trigger::Term);
    let kills = mention.trigger.kind == EventKind::Assassination || (mention.trigger.frame == "outcome-kill" && term() == "murder");
    kills && mention.role(Role::Victim).next().is_some()
}

/// Whether what did not take place befell others than what did: "a bomber killed a chief. The president denied that the rebels' leader had been
/// killed".
pub(super) fn is_denied_apart(scene: &Scene<'_>, denied: &Mention<'_>, deed: &Mention<'_>) -> bool {
    // Prisoners are others than the one man killed before; "civilians" may be he.
    let general = |filler: &Filler<'_>| filler.people.is_empty() || matches!(filler.people, "civilian" | "person" | "victim");
    let one = || deed.role(Role::Victim).next().is_some() && deed.role(Role::Victim).all(|filler| !filler.plural);
    let own = |filler: &Filler<'_>| !filler.anaphoric && (!filler.plural || !general(filler) && one());
    let same = |filler: &Filler<'_>| {
        let told = |other: &Filler<'_>| {
            other.entity.is_some() && other.entity == filler.entity || scene.hash(other.noun.head) == scene.hash(filler.noun.head)
        };
        deed.role(Role::Victim).any(told)
    };
    let mut victims = denied.role(Role::Victim).peekable();
    let doers = |mention: &Mention<'_>| mention.role(Role::Perpetrator).map(|doer| doer.noun.head).collect::<Vec<_>>();
    // "Denied his men were attacking the town and said Moslem forces had shelled it".
    let counters = || {
        let (one, other) = (doers(denied), doers(deed));
        let verbs = denied.trigger.pos == Pos::Verb && deed.trigger.pos == Pos::Verb && deed.trigger.first > denied.trigger.last;
        verbs && !one.is_empty() && !other.is_empty() && !one.iter().any(|doer| other.contains(doer))
    };
    if denied.status == Status::Denied && deed.status != Status::Denied && denied.trigger.sentence == deed.trigger.sentence && counters() {
        return true;
    }
    // "Rebels killed ten soldiers. The army denied that any of the villagers had been beaten".
    let forces = |filler: &Filler<'_>| matches!(filler.people, "military" | "police" | "guard");
    let sorts = |mention: &Mention<'_>| {
        let mut hit = mention.role(Role::Victim).filter(|filler| !filler.anaphoric && !filler.people.is_empty());
        hit.next().map(|first| (forces(first), hit.all(|other| forces(other) == forces(first))))
    };
    let other_sort = || matches!((sorts(denied), sorts(deed)), (Some((one, true)), Some((other, true))) if one != other);
    if denied.status == Status::Denied && deed.status != Status::Denied && denied.trigger.pos == Pos::Verb && other_sort() {
        return true;
    }
    denied.status == Status::Denied
        && deed.status != Status::Denied
        && denied.trigger.sentence != deed.trigger.sentence
        && victims.peek().is_some()
        && victims.all(|filler| own(filler) && !same(filler))
}
