//! The end of who attacked: killed by others, he is no victim of his own deed, and they are no doers of it.

use crate::entity::EntityDraft;
use crate::event::custody;
use crate::event::draft::{Filler, Mention, Role};
use crate::event::filler;
use crate::event::scene::Scene;
use crate::event::setting::NEW;
use crate::record::{EntityKind, EventKind};
use crate::token::fold;

/// Whether the one tells what somebody did and the other that others killed or shot him for it: "stabbed four people before he was shot
/// dead by police".
pub(super) fn is_end_apart(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    is_end_of(scene, a, b) || is_end_of(scene, b, a) || is_end_elsewhere(scene, a, b)
}

/// How many mentions before and behind one are looked at for the deed that it ends.
const NEAR: usize = 8;

/// Marks the tellings of the end of who did something told in the same sentence or the one before.
pub(in crate::event) fn mark(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    for index in 0..mentions.len() {
        let Some(end) = mentions.get(index) else { return };
        let near = mentions.get(index.saturating_sub(NEAR)..(index + NEAR).min(mentions.len())).unwrap_or(&[]);
        let is_end = is_end_of_attacker(scene, end) || near.iter().any(|deed| is_end_of(scene, end, deed));
        if let Some(mention) = mentions.get_mut(index) {
            mention.end = is_end;
        }
    }
}

/// Whether more people are told to be dead, or others to be hurt, than met their end in `end`: "among the dead were nine pupils", "three others
/// were injured".
pub(super) fn is_of_others(mention: &Mention<'_>, end: &Mention<'_>) -> bool {
    let number = |mention: &Mention<'_>| {
        let counts =
            mention.role(Role::Victim).map(|filler| filler.count.and_then(|count| count.min).unwrap_or(1 + u64::from(filler.plural)));
        counts.fold(0_u64, u64::saturating_add)
    };
    let others = number(mention) > number(end) || mention.trigger.frame == "outcome-injure";
    end.end && !mention.end && mention.trigger.is_outcome() && mention.trigger.sentence > end.trigger.sentence && others
}

/// Whether all whom the one befell did the other, and others did it to them. In a fight both sides do and suffer.
fn is_end_of(scene: &Scene<'_>, end: &Mention<'_>, deed: &Mention<'_>) -> bool {
    let is_one = |one: &Filler<'_>, other: &Filler<'_>| one.noun == other.noun || (one.entity.is_some() && one.entity == other.entity);
    let fight = |mention: &Mention<'_>| mention.trigger.kind == EventKind::ArmedClash;
    // "A gunman killed 26 people. A neighbour shot the gunman."
    let called = |doer: &Filler<'_>, who: &Filler<'_>| {
        let told = |filler: &Filler<'_>| !filler.plural && filler.entity.is_none();
        told(doer) && told(who) && scene.hash(doer.noun.head) == scene.hash(who.noun.head) && !NEW.contains(&scene.hash(who.noun.first))
    };
    let does = |mention: &Mention<'_>, who: &Filler<'_>| {
        mention.role(Role::Perpetrator).any(|doer| is_one(doer, who) || called(doer, who)) || is_driver_of(scene, mention, who)
    };
    // "Before soldiers shot both attackers dead".
    let known = |who: &Filler<'_>| {
        let attackers = |doer: &Filler<'_>| doer.people == "attacker" && doer.plural == who.plural;
        let beside = end.trigger.sentence == deed.trigger.sentence && deed.trigger.first < end.trigger.first;
        // "Five people died by gunfire before customers tackled the gunman and beat him".
        let before = || (deed.trigger.last..end.trigger.first).any(|token| scene.hash(token) == const { fold::hash("before") });
        let by_nobody = || deed.role(Role::Perpetrator).next().is_none() && before();
        beside && who.people == "attacker" && is_told(scene, who) && (deed.role(Role::Perpetrator).any(attackers) || by_nobody())
    };
    let mut sufferers = end.role(Role::Victim).peekable();
    let mut enders = end.role(Role::Perpetrator).peekable();
    end.trigger.kind == EventKind::Attack
        && deed.trigger.kind.is_violence()
        && !fight(deed)
        && sufferers.peek().is_some()
        && sufferers.all(|who| (does(deed, who) || known(who)) && !does(end, who) && !is_side(scene, who))
        && enders.peek().is_some()
        && !enders.any(|doer| does(deed, doer))
}

/// Whether he drove the vehicle that is told to have rammed others by itself: "a van rammed a crowd. The driver was shot dead".
fn is_driver_of(scene: &Scene<'_>, ramming: &Mention<'_>, who: &Filler<'_>) -> bool {
    let drives = scene.hash(who.noun.head) == const { fold::hash("driver") } && !who.plural && !NEW.contains(&scene.hash(who.noun.first));
    ramming.trigger.method == Some("ramming") && drives && ramming.role(Role::Perpetrator).next().is_none()
}

/// Whether attackers are told as known: "the attackers", "both attackers".
fn is_told(scene: &Scene<'_>, who: &Filler<'_>) -> bool {
    const ALL: [u64; 2] = [fold::hash("both"), fold::hash("all")];
    filler::is_definite(scene, who.noun) || ALL.contains(&scene.hash(who.noun.first))
}

/// Whether a whole side of a war is meant, not the men of one deed: "the rebels".
fn is_side(scene: &Scene<'_>, filler: &Filler<'_>) -> bool {
    filler.entity.is_some_and(|entity| {
        let entity = scene.reading.entities.get(entity as usize);
        // "A Tunisian" is one.
        let one = |entity: &EntityDraft| entity.kind == EntityKind::Person || entity.kind == EntityKind::Nationality && !filler.plural;
        entity.is_some_and(|entity| !one(entity))
    })
}

/// Whether the one tells the end of who attacked, and the other, in another sentence, what he or others did: "the gunman was killed by an
/// agent".
fn is_end_elsewhere(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let is_end = |mention: &Mention<'_>| is_end_of_attacker(scene, mention);
    a.trigger.sentence != b.trigger.sentence && is_end(a) != is_end(b) && a.trigger.frame != "agent-noun" && b.trigger.frame != "agent-noun"
}

/// Whether somebody kills who is called the attacker: "the gunman", "X" of "the attacker, identified as X".
fn is_end_of_attacker(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let mut victims = mention.role(Role::Victim).peekable();
    let attacker = |filler: &Filler<'_>| {
        let told = filler.people == "attacker" && !filler.plural && filler::is_definite(scene, filler.noun);
        told || custody::called(scene, filler.noun).is_some_and(|group| scene.facts(group).people == "attacker")
    };
    mention.trigger.is_outcome() && mention.role(Role::Perpetrator).next().is_some() && victims.peek().is_some() && victims.all(attacker)
}
