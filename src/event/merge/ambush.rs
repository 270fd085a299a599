//! What is told of an ambush step by step: the mine, then the shots.

use crate::event::draft::{Filler, Mention, Role};
use crate::event::filler::is_definite;
use crate::event::scene::Scene;
use crate::event::trigger::Pos;
use crate::record::{EventKind, Status};

/// Whether the next sentence tells what those of the ambush did in it: "rebels ambushed a patrol. The guerrillas set off a landmine beneath a jeep".
pub(super) fn is_move(scene: &Scene<'_>, ambush: &Mention<'_>, step: &Mention<'_>) -> bool {
    ambush.trigger.method == Some("ambush")
        && ambush.trigger.kind == EventKind::ArmedClash
        && ambush.role(Role::Perpetrator).next().is_some()
        && ambush.trigger.sentence + 1 == step.trigger.sentence
        && is_step(scene, step)
}

/// Whether the same men do both in one sentence: "the guerrillas set off a landmine and then opened fire".
pub(super) fn are_moves(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let doers = |mention: &Mention<'_>| mention.role(Role::Perpetrator).map(|doer| doer.noun).next();
    let beside = a.trigger.sentence == b.trigger.sentence && a.trigger.kind != b.trigger.kind;
    let one = || doers(a).is_some() && doers(a) == doers(b) && is_step(scene, a) && is_step(scene, b);
    // "A landmine" is told twice, by its verb and by itself.
    let weapon = |noun: &Mention<'_>, step: &Mention<'_>| {
        noun.trigger.frame == "weapon-noun"
            && noun.trigger.kind == EventKind::Bombing
            && noun.trigger.first < step.trigger.first
            && is_step(scene, step)
    };
    beside && (one() || weapon(a, b) || weapon(b, a))
}

/// Whether men told as known set off a mine or a grenade or open fire, at no place and on no day of their own.
fn is_step(scene: &Scene<'_>, step: &Mention<'_>) -> bool {
    let blast = step.trigger.kind == EventKind::Bombing && matches!(step.trigger.method, None | Some("mine" | "grenade" | "ied"));
    let shots = step.trigger.kind == EventKind::Attack && step.trigger.frame == "fire-at";
    let known = |doer: &Filler<'_>| doer.plural && (doer.anaphoric || is_definite(scene, doer.noun));
    let mut doers = step.role(Role::Perpetrator).peekable();
    let setting = step.place_distance == 0 || step.date.is_some_and(|date| date.distance == 0);
    (blast || shots)
        && step.trigger.pos == Pos::Verb
        && step.status == Status::Occurred
        && !setting
        && doers.peek().is_some()
        && doers.all(known)
}
