//! Mishaps: explosions of works and what is stored in them, where nobody tells of an attack.

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::needs::CLAUSE;
use super::party::is_explosive;
use super::scene::Scene;
use super::trigger::Pos;
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::record::{EventKind, Side, Status};

/// Makes accidents of the explosions of an article that names a boiler, a plant, chemicals or a crash beside one of them, and neither a weapon nor
/// an attack anywhere: "explosions caused by ammonium nitrate hit the port. The blasts killed 50."
pub(super) fn settle(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    resume(scene, mentions);
    let mut blasts = mentions.iter().filter(|mention| is_bare_blast(scene, mention)).peekable();
    if blasts.peek().is_none() || !blasts.any(|blast| is_of_works(scene, blast)) && !are_resumed(scene, mentions) {
        return;
    }
    if mentions.iter().any(|mention| tells_attack(scene, mention)) || has_enemy(scene) || has_bomb(scene) {
        return;
    }
    // "Explosions hit the port": the verb is the blast's.
    let blast = |mention: &Mention<'_>| is_bare_blast(scene, mention) || is_of_blast(mention);
    for blast in mentions.iter_mut().filter(|mention| blast(mention)) {
        blast.trigger.kind = EventKind::Accident;
        blast.rules.push("kind:works");
    }
}

/// Makes an accident of "the blast" that tells again of one right before it, whatever bombs the article tells of besides: "an explosion at a fireworks
/// plant killed 24. The blast came a week after a bomb attack in Bogota".
fn resume(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    const SENTENCES: usize = 2;
    let mut accident: Option<usize> = None;
    for mention in mentions {
        let sentence = mention.trigger.sentence;
        let again = mention.definite && mention.trigger.pos == Pos::Noun && is_bare_blast(scene, mention);
        if again && accident.is_some_and(|told| sentence > told && sentence - told <= SENTENCES) {
            mention.trigger.kind = EventKind::Accident;
            mention.rules.push("kind:works");
            accident = Some(sentence);
        } else if mention.trigger.kind == EventKind::Accident && tells_blast(scene, mention) {
            accident = Some(sentence);
        } else if mention.trigger.kind == EventKind::Bombing {
            accident = None;
        }
    }
}

/// Whether a verb of hitting has no weapon but an explosion for its subject: "explosions hit the port".
fn is_of_blast(mention: &Mention<'_>) -> bool {
    mention.trigger.frame == "weapon-hits" && mention.cause.is_some()
}

/// Whether "the blasts" tell again of an accident that stands before them: "explosions tore through the plant. The blasts killed 50."
fn are_resumed(scene: &Scene<'_>, mentions: &[Mention<'_>]) -> bool {
    let burst = |mention: &Mention<'_>| mention.trigger.kind == EventKind::Accident && tells_blast(scene, mention);
    let accident = mentions.iter().position(burst);
    accident.is_some_and(|at| mentions.iter().skip(at + 1).any(|mention| mention.definite && is_bare_blast(scene, mention)))
}

/// Whether the form of an accident holds a word for an explosion: "gas explosion", "the plant exploded".
fn tells_blast(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    (mention.trigger.first..mention.trigger.last)
        .any(|token| scene.hits(token, TableId::Trigger).any(|hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame) == "explosion"))
}

/// Whether it tells that something exploded, and neither what bomb nor by whose hand.
fn is_bare_blast(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;
    // A car that explodes was packed with something.
    let bomb = |filler: &Filler<'_>| is_explosive(scene, filler.noun) || filler.class.meets(Class::VEHICLE);
    let aimed = || {
        let by = |filler: &Filler<'_>| filler.role == Role::Perpetrator || filler.role == Role::Instrument && bomb(filler);
        mention.fillers.iter().any(by)
    };
    let bare = trigger.kind == EventKind::Bombing && trigger.frame == "explosion" && trigger.method.is_none() && !trigger.strong;
    bare && mention.status == Status::Occurred && !aimed()
}

/// Whether a word for works, for what burns in them or for a crash stands beside it.
fn is_of_works(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;
    let range = scene.sentence(trigger.sentence);
    let mut window = trigger.first.saturating_sub(CLAUSE).max(range.start)..(trigger.last + CLAUSE).min(range.end);
    window.any(|token| scene.has(WordSet::Works, token))
}

/// Whether it tells an attack, or who owns up to one.
fn tells_attack(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;
    let speaks = matches!(trigger.kind, EventKind::Claim | EventKind::Accusation | EventKind::Threat);
    let deed = trigger.kind.is_violence() && !trigger.is_outcome() && trigger.kind != EventKind::Arson;
    // "Toxic chemicals" are stored as well.
    let stored = trigger.kind == EventKind::ChemicalAttack && trigger.frame == "weapon-noun";
    speaks || deed && !stored && !is_of_blast(mention) && !is_bare_blast(scene, mention)
}

/// Whether an armed group is named, or people who fight the state.
fn has_enemy(scene: &Scene<'_>) -> bool {
    let class = |hit: &Hit| scene.lexicon.row(hit.row).value(column::PersonNoun::Class);
    let enemy = |hit: &&Hit| hit.row.table == TableId::PersonNoun && matches!(class(hit), "rebel" | "militant" | "attacker");
    scene.reading.entities.iter().any(|entity| entity.side == Some(Side::Nonstate)) || scene.document.hits.iter().any(|hit| enemy(&hit))
}

/// Whether a bomb or the like is named, which no works make.
fn has_bomb(scene: &Scene<'_>) -> bool {
    scene.document.hits.iter().filter(|hit| hit.row.table == TableId::Weapon).any(|hit| {
        let kind = scene.lexicon.row(hit.row).text(column::Weapon::Kind);
        let arms = [EventKind::Bombing, EventKind::Shelling, EventKind::Airstrike].iter().any(|of| of.name() == kind);
        arms && !scene.has(WordSet::Works, hit.last - 1)
    })
}
