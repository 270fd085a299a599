//! How akin two tellings are by the kinds of their events: the same, a result and its cause, or none.

use super::ambush;
use super::answer::is_answer;
use super::apart::{are_two_deeds, is_denied_apart, is_during};
use super::persons::is_added;
use crate::event::casualty;
use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::{Noun, Scene};
use crate::event::settle;
use crate::event::trigger::Pos;
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{EventKind, Status};
use crate::token::literal::word;

/// Farthest that the parts of a list of events stand apart, in tokens.
const LISTED: u32 = 8;

/// How akin two tellings are by kind: 3 the same, 2 a result and its cause, 1 loosely; `None`: not one event.
pub(super) fn kinship(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Option<u32> {
    let (x, y) = (a.trigger.kind, b.trigger.kind);
    if is_stopped(scene, a, b) || is_stopped(scene, b, a) {
        return Some(3);
    }
    if ambush::is_move(scene, a, b) || ambush::is_move(scene, b, a) || ambush::are_moves(scene, a, b) {
        return Some(2);
    }
    // Most pairs are of kinds that have nothing to do with each other.
    if x != y && !(may_be_part(a) && may_be_part(b)) {
        return None;
    }
    let told_again = a.definite && a.trigger.pos == Pos::Noun;
    let one_sentence = a.trigger.sentence == b.trigger.sentence && (a.status == Status::Attempted || b.status == Status::Attempted);
    let one_sentence = one_sentence && !is_during(scene, a, b) && !is_during(scene, b, a);
    if !agrees(a.status, b.status) && !told_again && !one_sentence && !is_plan_of(a, b) && !is_plan_of(b, a) {
        return None;
    }
    if is_denied_apart(scene, a, b) || is_denied_apart(scene, b, a) || is_answer(scene, a, b) || is_answer(scene, b, a) {
        return None;
    }
    // A demand is no answer to it.
    if x == EventKind::Statement && y == x && a.trigger.method != b.trigger.method && has_doer(a) && has_doer(b) {
        return None;
    }
    if x == y {
        return Some(3);
    }
    if is_called(scene, a, b) || is_called(scene, b, a) {
        return Some(2);
    }
    let mishap = |mention: &Mention<'_>| matches!(mention.trigger.kind, EventKind::Accident | EventKind::Disaster);
    if (mishap(a) && b.trigger.is_outcome()) || (mishap(b) && a.trigger.is_outcome()) {
        // "A quake struck Nepal. Nine people were killed. The victims included two Indians."
        let bare = a.trigger.pos != Pos::Noun || casualty::names_some(scene, &a.trigger);
        let follows = a.trigger.sentence == b.trigger.sentence + 1 && bare && a.trigger.method.is_none() && !has_doer(a);
        return (a.trigger.sentence == b.trigger.sentence || follows).then_some(2);
    }
    if is_blast_of_one(a, b) || is_blast_of_one(b, a) {
        return Some(2);
    }
    if is_raid_told(scene, a, b) || is_raid_told(scene, b, a) {
        return Some(2);
    }
    if is_shot_of_craft(scene, a, b) || is_shot_of_craft(scene, b, a) {
        return Some(2);
    }
    if are_two_deeds(scene, a, b) {
        return None;
    }
    if is_fire_on_crowd(a, b) || is_fire_on_crowd(b, a) {
        return Some(2);
    }
    if is_force(a) && b.trigger.is_outcome() || is_force(b) && a.trigger.is_outcome() {
        return is_result_of_force(scene, a, b).then_some(2);
    }
    let violent = |kind: EventKind| kind.is_violence() && kind != EventKind::Crime && kind != EventKind::Robbery;
    if !violent(x) || !violent(y) || are_listed(scene, a, b) {
        return None;
    }
    if is_other_than_clash(a, b) {
        return None;
    }
    // "The assassins opened fire": the word tells no manner.
    let killers = |mention: &Mention<'_>| mention.trigger.frame == "agent-noun" && mention.trigger.kind == EventKind::Assassination;
    let loose = |mention: &Mention<'_>| mention.trigger.is_outcome() || is_general(mention) || killers(mention);
    (loose(a) || loose(b)).then_some(2)
}

/// Whether it is of a kind that goes together with others: violence, force, a mishap, or a result of one.
fn may_be_part(mention: &Mention<'_>) -> bool {
    let kind = mention.trigger.kind;
    kind.is_violence() || is_force(mention) || matches!(kind, EventKind::Accident | EventKind::Disaster) || mention.trigger.is_outcome()
}

/// Whether one of the two is a clash, and what the other tells came of no clash: "the mayor was shot dead. Two gangs are fighting for the city".
fn is_other_than_clash(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let follows = a.trigger.kind == EventKind::ArmedClash && a.trigger.sentence > b.trigger.sentence;
    // A clash draws in what is told of its dead in one breath; a murder told elsewhere is another matter.
    let clash = a.trigger.kind == EventKind::ArmedClash || b.trigger.kind == EventKind::ArmedClash;
    let far = clash && a.trigger.sentence.abs_diff(b.trigger.sentence) > 1;
    // "A shell killed two boys. Clashes displaced 300 families in Hays": another place, or what came of these.
    let own = || a.displaced.is_some() || (a.place_distance == 0 && !a.places.iter().any(|place| b.places.contains(place)));
    let new = follows && a.trigger.pos == Pos::Noun && !a.definite && own();
    // Who was murdered before fell in no fight.
    let named = || b.role(Role::Victim).any(|filler| filler.entity.is_some() && !filler.plural);
    // "Clashes have displaced 2,000 people. On Monday, five were shot dead".
    let many = |clash: &Mention<'_>| clash.trigger.kind == EventKind::ArmedClash && clash.displaced.is_some() && clash.date.is_none();
    let of_day = a.trigger.is_outcome() && a.date.is_some_and(|date| date.distance == 0) && a.cause.is_none();
    let later = of_day && many(b) && a.trigger.sentence > b.trigger.sentence;
    far || new || later || follows && b.trigger.is_outcome() && named()
}

/// Whether `known` tells what the accident or disaster cost that is told again now: "A quake killed 40 people. The quake injured 300."
pub(super) fn is_toll_of_mishap<'m>(now: &Mention<'_>, known: &Mention<'_>, mut story: impl Iterator<Item = &'m Mention<'m>>) -> bool {
    let kind = now.trigger.kind;
    matches!(kind, EventKind::Accident | EventKind::Disaster) && known.trigger.is_outcome() && story.any(|other| other.trigger.kind == kind)
}

fn has_doer(mention: &Mention<'_>) -> bool {
    mention.role(Role::Perpetrator).next().is_some()
}

/// Whether the one tells as a plan what the other tells as tried, against the same person: "tried to kidnap the president", "had planned to kidnap
/// the president".
fn is_plan_of(plan: &Mention<'_>, attempt: &Mention<'_>) -> bool {
    let single = |filler: &Filler<'_>| filler.entity.filter(|_| !filler.plural);
    plan.status == Status::Planned
        && matches!(attempt.status, Status::Attempted | Status::Foiled)
        && plan.trigger.kind == attempt.trigger.kind
        && plan.role(Role::Victim).filter_map(single).any(|whom| attempt.role(Role::Victim).filter_map(single).any(|other| other == whom))
}

/// Whether a participle tells of the weapons that were stopped how they came: "shot down 43 of 55 drones launched by Russia".
fn is_stopped(scene: &Scene<'_>, stop: &Mention<'_>, fired: &Mention<'_>) -> bool {
    let participle = || scene.chunk_at(fired.trigger.head).is_some_and(|verb| verb.form == VerbForm::Participle);
    let same = |weapon: &Filler<'_>| stop.role(Role::Instrument).any(|other| other.noun.holds(weapon.noun.head));
    stop.trigger.frame == "stop-weapon"
        && fired.trigger.frame == "fire-weapon"
        && stop.trigger.kind == fired.trigger.kind
        && stop.trigger.sentence == fired.trigger.sentence
        && participle()
        && fired.role(Role::Instrument).any(same)
}

/// Whether the noun only tells what somebody called the deed before it: "was blown up in what officials called an act of sabotage".
fn is_called(scene: &Scene<'_>, noun: &Mention<'_>, deed: &Mention<'_>) -> bool {
    const REACH: u32 = 8;
    let what = |token: u32| scene.hash(token) == word!("in") && scene.hash(token + 1) == word!("what");
    let group = scene.chunk_at(noun.trigger.head).map_or(noun.trigger.first, |chunk| chunk.first);
    noun.trigger.pos == Pos::Noun
        && !noun.definite
        && noun.trigger.kind.is_violence()
        && deed.trigger.kind.is_violence()
        && deed.trigger.pos == Pos::Verb
        && noun.trigger.sentence == deed.trigger.sentence
        && (deed.trigger.last.max(group.saturating_sub(REACH))..group).any(what)
}

/// Whether people may be hurt in it, on either side: as the police fire on a crowd, in a raid, in a riot.
fn is_force(mention: &Mention<'_>) -> bool {
    matches!(mention.trigger.kind, EventKind::Crackdown | EventKind::Raid | EventKind::Riot | EventKind::MobViolence)
}

/// Whether of force and a result, `b` told before, the one is the other's: in one sentence, or where the next one can tell of nothing else.
fn is_result_of_force(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    // "Police fired at marchers who stormed the hall, killing two": not by those who rioted.
    let riot = a.trigger.kind == EventKind::Riot || b.trigger.kind == EventKind::Riot;
    let (one, other) = (rioters(scene, a), rioters(scene, b));
    if riot && !one.is_empty() && !other.is_empty() && !one.iter().any(|doer| other.contains(doer)) {
        return false;
    }
    // "Protesters clashed with police. Ninety people were hurt", not "riots are common there. Some have been hacked to death".
    let riot = matches!(b.trigger.kind, EventKind::Riot | EventKind::MobViolence) && (b.trigger.pos == Pos::Verb || has_doer(b));
    // "Police used tear gas. Twenty people were injured."
    let next = (riot || b.trigger.kind == EventKind::Crackdown) && a.trigger.sentence == b.trigger.sentence + 1;
    let follows = next && !has_doer(a) && a.trigger.pos != Pos::Noun;
    // "Troops neutralised two men. The slain men were identified".
    let known = b.trigger.kind == EventKind::Raid && a.definite && a.trigger.pos == Pos::Adjective && b.role(Role::Victim).next().is_some();
    // "Soldiers killed a drug lord in a raid. Eight of his men were also killed".
    let added = a.trigger.sentence == b.trigger.sentence + 1 && b.trigger.kind == EventKind::Raid && is_added(scene, a);
    a.trigger.sentence == b.trigger.sentence || follows || known || added
}

/// The doers of a telling; those who throw stones, where only a word before them tells it: "stone-throwing demonstrators".
fn rioters(scene: &Scene<'_>, mention: &Mention<'_>) -> Vec<Noun> {
    let mut doers: Vec<Noun> = mention.role(Role::Perpetrator).map(|doer| doer.noun).collect();
    if doers.is_empty() && mention.trigger.kind == EventKind::Riot {
        let group =
            scene.chunk_at(mention.trigger.head).filter(|chunk| chunk.kind == ChunkKind::Noun && chunk.head >= mention.trigger.last);
        doers.extend(group.map(|chunk| scene.noun(chunk)));
    }
    doers
}

/// Whether "the raid" is that of aircraft or of armed men told right before: "jets bombed a base. The raid lasted 20 minutes", "gunmen attacked a village,
/// killing 12. The raid began at dawn".
fn is_raid_told(scene: &Scene<'_>, raid: &Mention<'_>, strike: &Mention<'_>) -> bool {
    let kind = matches!(strike.trigger.kind, EventKind::Attack | EventKind::Kidnapping | EventKind::ArmedClash);
    let by_outlaws = || strike.trigger.frame == "agent-noun" || settle::doers(scene, strike) == Some(false);
    let deed = strike.trigger.kind == EventKind::Airstrike || kind && strike.trigger.pos != Pos::Adjective && by_outlaws();
    let after = raid.trigger.sentence.checked_sub(strike.trigger.sentence).is_some_and(|gap| (1..=2).contains(&gap));
    let hits = raid.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Target | Role::Perpetrator));
    raid.trigger.kind == EventKind::Raid && raid.trigger.pos == Pos::Noun && raid.definite && !hits && deed && after
}

/// Whether who blows himself up does the other deed of the sentence first: "opened fire and then detonated a vest".
fn is_blast_of_one(blast: &Mention<'_>, deed: &Mention<'_>) -> bool {
    let doers = |mention: &Mention<'_>| mention.role(Role::Perpetrator).map(|doer| doer.noun).next();
    blast.trigger.frame == "self-detonate"
        && deed.trigger.kind == EventKind::Attack
        && blast.trigger.sentence == deed.trigger.sentence
        && doers(blast).is_some()
        && doers(blast) == doers(deed)
}

/// Whether the shots killed the crowd that the same sentence tells of: "soldiers opened fire, killing five demonstrators".
fn is_fire_on_crowd(killing: &Mention<'_>, shots: &Mention<'_>) -> bool {
    let doers = |mention: &Mention<'_>| mention.role(Role::Perpetrator).map(|doer| doer.noun).next();
    killing.trigger.kind == EventKind::Crackdown
        && killing.trigger.is_outcome()
        && shots.trigger.kind == EventKind::Attack
        && shots.trigger.frame == "fire-at"
        && shots.trigger.sentence == killing.trigger.sentence
        && doers(killing).is_none_or(|doer| doers(shots) == Some(doer))
}

/// Whether the shot is that of the aircraft: "a drone fired at a house", "a drone strike killed four: their car was hit by two missiles".
fn is_shot_of_craft(scene: &Scene<'_>, strike: &Mention<'_>, shot: &Mention<'_>) -> bool {
    let fired = matches!(shot.trigger.kind, EventKind::Attack | EventKind::Shelling) && shot.trigger.pos == Pos::Verb;
    if strike.trigger.kind != EventKind::Airstrike || !fired {
        return false;
    }
    if strike.trigger.sentence == shot.trigger.sentence {
        let craft = scene.chunk_index(strike.trigger.head).map(|craft| craft as u32);
        let subject = scene.chunk_index(shot.trigger.head).map(|verb| scene.of_verb(verb).subject);
        return craft.zip(subject).is_some_and(|(craft, subject)| subject.contains(&craft));
    }
    let missile = shot.trigger.kind == EventKind::Shelling && matches!(shot.trigger.method, Some("missile" | "rocket"));
    let doer = shot.role(Role::Perpetrator).next().is_some();
    missile && !doer && shot.trigger.sentence == strike.trigger.sentence + 1 && shot.places.is_empty()
}

/// Whether two nouns of different kinds stand side by side in a list: "the bombings and the killing of priests".
fn are_listed(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let nouns = a.trigger.pos == Pos::Noun && b.trigger.pos == Pos::Noun && !a.trigger.dependent && !b.trigger.dependent;
    let (first, last) = if a.trigger.first < b.trigger.first { (a, b) } else { (b, a) };
    let start = scene.chunk_at(last.trigger.head).map_or(last.trigger.first, |chunk| chunk.first);
    let joined = start.checked_sub(1).is_some_and(|and| scene.hash(and) == word!("and") && and >= first.trigger.last);
    nouns && joined && start - first.trigger.last <= LISTED
}

/// Whether the word fits any violence: "attack", "incident", "hit".
fn is_general(mention: &Mention<'_>) -> bool {
    mention.trigger.kind == EventKind::Attack && mention.trigger.method.is_none()
}

pub(super) fn agrees(a: Status, b: Status) -> bool {
    let real = |status: Status| matches!(status, Status::Occurred | Status::Denied);
    let tried = |status: Status| matches!(status, Status::Attempted | Status::Foiled);
    a == b || real(a) && real(b) || tried(a) && tried(b)
}
