//! How akin two tellings are by the kinds of their events: the same, a result and its cause, or none.

use crate::event::class::Class;
use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::Scene;
use crate::event::trigger::Pos;
use crate::lexicon::{WordSet, column};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{EventKind, Status};
use crate::token::fold;
use crate::token::literal::word;

/// Farthest that the parts of a list of events stand apart, in tokens.
const LISTED: u32 = 8;

/// How akin two tellings are by kind: 3 the same, 2 a result and its cause, 1 loosely; `None`: not one event.
pub(super) fn kinship(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Option<u32> {
    let (x, y) = (a.trigger.kind, b.trigger.kind);
    let told_again = a.definite && a.trigger.pos == Pos::Noun;
    let one_sentence = a.trigger.sentence == b.trigger.sentence && (a.status == Status::Attempted || b.status == Status::Attempted);
    let one_sentence = one_sentence && !is_during(scene, a, b) && !is_during(scene, b, a);
    if !agrees(a.status, b.status) && !told_again && !one_sentence && !is_plan_of(a, b) && !is_plan_of(b, a) {
        return None;
    }
    if is_denied_apart(scene, a, b) || is_denied_apart(scene, b, a) || is_reprisal(scene, a, b) || is_reprisal(scene, b, a) {
        return None;
    }
    // A demand is no answer to it.
    if x == EventKind::Statement && y == x && a.trigger.method != b.trigger.method && has_doer(a) && has_doer(b) {
        return None;
    }
    if is_answer(scene, a, b) || is_answer(scene, b, a) {
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
        // "A quake struck Nepal. Nine people were killed."
        let follows =
            a.trigger.sentence == b.trigger.sentence + 1 && a.trigger.pos != Pos::Noun && a.trigger.method.is_none() && !has_doer(a);
        return (a.trigger.sentence == b.trigger.sentence || follows).then_some(2);
    }
    if is_blast_of_one(a, b) || is_blast_of_one(b, a) {
        return Some(2);
    }
    if is_shot_of_craft(scene, a, b) || is_shot_of_craft(scene, b, a) {
        return Some(2);
    }
    if is_of_takers(a, b) || is_of_takers(b, a) {
        return None;
    }
    if is_blast(a) && is_murder(scene, b) || is_blast(b) && is_murder(scene, a) || is_shot_apart(a, b) || is_shot_apart(b, a) {
        return None;
    }
    if is_ground_apart(a, b) || is_ground_apart(b, a) || is_fire_apart(scene, a, b) || is_fire_apart(scene, b, a) {
        return None;
    }
    if is_taking_apart(a, b) || is_taking_apart(b, a) || is_taking_of_others(scene, a, b) || is_taking_of_others(scene, b, a) {
        return None;
    }
    if is_occasion(scene, a, b) || is_occasion(scene, b, a) {
        return None;
    }
    if is_of_held(a, b) || is_of_held(b, a) {
        return None;
    }
    if is_force(a) && b.trigger.is_outcome() || is_force(b) && a.trigger.is_outcome() {
        return is_result_of_force(a, b).then_some(2);
    }
    let violent = |kind: EventKind| kind.is_violence() && kind != EventKind::Crime && kind != EventKind::Robbery;
    if !violent(x) || !violent(y) || are_listed(scene, a, b) {
        return None;
    }
    // A clash draws in what is told of its dead in one breath; a murder told elsewhere is another matter.
    let clash = x == EventKind::ArmedClash || y == EventKind::ArmedClash;
    // "A shell killed two boys. Clashes displaced 300 families in Hays": another place, or what came of these.
    let own = a.displaced.is_some() || (a.place_distance == 0 && !a.places.iter().any(|place| b.places.contains(place)));
    if x == EventKind::ArmedClash && a.trigger.pos == Pos::Noun && !a.definite && a.trigger.sentence > b.trigger.sentence && own {
        return None;
    }
    if clash && a.trigger.sentence.abs_diff(b.trigger.sentence) > 1 {
        return None;
    }
    // "The mayor was shot dead. Two gangs are fighting for the city": who was murdered before fell in no fight.
    let named = |mention: &Mention<'_>| mention.role(Role::Victim).any(|filler| filler.entity.is_some() && !filler.plural);
    if a.trigger.kind == EventKind::ArmedClash && a.trigger.sentence > b.trigger.sentence && b.trigger.is_outcome() && named(b) {
        return None;
    }
    // "The assassins opened fire": the word tells no manner.
    let killers = |mention: &Mention<'_>| mention.trigger.frame == "agent-noun" && mention.trigger.kind == EventKind::Assassination;
    let loose = |mention: &Mention<'_>| mention.trigger.is_outcome() || is_general(mention) || killers(mention);
    (loose(a) || loose(b)).then_some(2)
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

/// Whether what did not take place befell others than what did: "a bomber killed a chief. The president denied that the rebels' leader had been
/// killed".
fn is_denied_apart(scene: &Scene<'_>, denied: &Mention<'_>, deed: &Mention<'_>) -> bool {
    let own = |filler: &Filler<'_>| !filler.anaphoric && !filler.plural;
    let same = |filler: &Filler<'_>| {
        let told = |other: &Filler<'_>| {
            other.entity.is_some() && other.entity == filler.entity || scene.hash(other.noun.head) == scene.hash(filler.noun.head)
        };
        deed.role(Role::Victim).any(told)
    };
    let mut victims = denied.role(Role::Victim).peekable();
    denied.status == Status::Denied
        && deed.status != Status::Denied
        && denied.trigger.sentence != deed.trigger.sentence
        && victims.peek().is_some()
        && victims.all(|filler| own(filler) && !same(filler))
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

/// Whether the deed was done to avenge another, which the noun names: "the bombings were retaliation for last month's attack".
fn is_reprisal(scene: &Scene<'_>, avenged: &Mention<'_>, deed: &Mention<'_>) -> bool {
    let noun = avenged.trigger.pos == Pos::Noun && avenged.trigger.kind.is_violence();
    if !noun || deed.trigger.sentence != avenged.trigger.sentence || deed.trigger.first >= avenged.trigger.first {
        return false;
    }
    let group = scene.chunk_at(avenged.trigger.head).map_or(avenged.trigger.first, |chunk| chunk.first);
    // "Last month's" stands in a group of its own.
    let time = group.checked_sub(1).and_then(|before| scene.chunk_at(before)).filter(|time| time.kind == ChunkKind::Time);
    let start = time.map_or(group, |time| time.first);
    let before = |set: WordSet, steps: u32| start.checked_sub(steps).is_some_and(|token| scene.has(set, token));
    before(WordSet::Reprisal, 2) || before(WordSet::Avenge, 1)
}

/// Whether people may be hurt in it, on either side: as the police fire on a crowd, in a raid, in a riot.
fn is_force(mention: &Mention<'_>) -> bool {
    matches!(mention.trigger.kind, EventKind::Crackdown | EventKind::Raid | EventKind::Riot | EventKind::MobViolence)
}

/// Whether of force and a result, `b` told before, the one is the other's: in one sentence, or where the next one can tell of nothing else.
fn is_result_of_force(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    // "Police fired at marchers who stormed the hall, killing two": not by those who rioted.
    let by = |mention: &Mention<'_>| mention.role(Role::Perpetrator).map(|doer| doer.noun).collect::<Vec<_>>();
    let riot = a.trigger.kind == EventKind::Riot || b.trigger.kind == EventKind::Riot;
    if riot && has_doer(a) && has_doer(b) && !by(a).iter().any(|doer| by(b).contains(doer)) {
        return false;
    }
    // "Police used tear gas. Twenty people were injured."
    let next = b.trigger.kind == EventKind::Crackdown && a.trigger.sentence == b.trigger.sentence + 1;
    let follows = next && !has_doer(a) && a.trigger.pos != Pos::Noun;
    // "Troops neutralised two men. The slain men were identified".
    let known = b.trigger.kind == EventKind::Raid && a.definite && a.trigger.pos == Pos::Adjective && b.role(Role::Victim).next().is_some();
    a.trigger.sentence == b.trigger.sentence || follows || known
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

/// Whether somebody's death is only the occasion of a deed of others: "after the assassination of the senator the army began an offensive".
fn is_occasion(scene: &Scene<'_>, death: &Mention<'_>, deed: &Mention<'_>) -> bool {
    const OCCASION: [u64; 3] = [fold::hash("after"), fold::hash("following"), fold::hash("since")];
    let own = death.trigger.is_outcome() && death.trigger.pos == Pos::Noun && death.role(Role::Victim).next().is_some();
    if !own || death.trigger.sentence != deed.trigger.sentence {
        return false;
    }
    let group = scene.chunk_at(death.trigger.head).map_or(death.trigger.first, |chunk| chunk.first);
    let occasion = || group.checked_sub(1).is_some_and(|token| OCCASION.contains(&scene.hash(token)));
    !deed.trigger.is_outcome() && occasion()
}

/// Whether a deed answers another: "fired rockets in response to the killing of a commander", "murdered the mayor in revenge for the attack".
pub(super) fn is_answer(scene: &Scene<'_>, deed: &Mention<'_>, avenged: &Mention<'_>) -> bool {
    const TO: [u64; 2] = [fold::hash("for"), fold::hash("to")];
    const REACH: u32 = 6;
    let told = avenged.trigger.pos == Pos::Noun && deed.trigger.first < avenged.trigger.first;
    if !told || avenged.trigger.sentence != deed.trigger.sentence {
        return false;
    }
    let group = scene.chunk_at(avenged.trigger.head).map_or(avenged.trigger.first, |chunk| chunk.first);
    let back = |steps: u32| group.checked_sub(steps).filter(|&token| token >= deed.trigger.last);
    let has = |steps: u32, set: WordSet| back(steps).is_some_and(|token| scene.has(set, token));
    let to = |steps: u32| back(steps).is_some_and(|token| TO.contains(&scene.hash(token)));
    // "In revenge for", "in retaliation for last month's attack".
    (2..=REACH).any(|steps| has(steps, WordSet::Reprisal) && to(steps - 1)) || has(1, WordSet::Avenge)
}

/// Whether a deed to come is told of people who are held already: "threatened to kill the hostages".
fn is_of_held(taking: &Mention<'_>, deed: &Mention<'_>) -> bool {
    let held = taking.trigger.method == Some("hostage") && taking.trigger.pos == Pos::Noun && taking.definite;
    held && deed.trigger.is_outcome() && matches!(deed.status, Status::Threatened | Status::Planned)
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

/// Whether a deed was done while another was tried: "two guards were killed in a gunfight during an attempted coup"; not its own result, "hurt
/// during an attempted kidnapping".
fn is_during(scene: &Scene<'_>, deed: &Mention<'_>, attempt: &Mention<'_>) -> bool {
    const DURING: u64 = fold::hash("during");
    let open = attempt.status == Status::Attempted && deed.status == Status::Occurred && !deed.trigger.is_outcome();
    open && (deed.trigger.last..attempt.trigger.first).any(|token| scene.hash(token) == DURING)
}

/// Whether some were killed and others taken: "two policemen were killed and three others taken hostage"; not "one of them was killed".
fn is_taking_of_others(scene: &Scene<'_>, taking: &Mention<'_>, death: &Mention<'_>) -> bool {
    let finite = |mention: &Mention<'_>| {
        let verb = scene.chunk_at(mention.trigger.head).filter(|_| mention.trigger.pos == Pos::Verb);
        verb.is_some_and(|verb| verb.form != VerbForm::Gerund)
    };
    let mut dead = death.role(Role::Victim).peekable();
    let mut taken = taking.role(Role::Victim).peekable();
    taking.trigger.kind == EventKind::Kidnapping
        && death.trigger.is_outcome()
        && taking.trigger.sentence == death.trigger.sentence
        && finite(taking)
        && finite(death)
        && (taken.peek().is_some() || taking.captured.is_some())
        && dead.peek().is_some()
        && dead
            .all(|one| !one.people.is_empty() && !one.anaphoric && !taking.role(Role::Victim).any(|other| other.noun.holds(one.noun.head)))
}

/// Whether aircraft strike in the one and people on the ground attack in the other: "jets hit the camp", "two men stormed the plant".
fn is_ground_apart(strike: &Mention<'_>, attack: &Mention<'_>) -> bool {
    let on_foot = |doer: &Filler<'_>| doer.class.meets(Class::PERSON) && !doer.people.is_empty() && doer.people != "military";
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
fn is_blast(mention: &Mention<'_>) -> bool {
    matches!(mention.trigger.kind, EventKind::Bombing | EventKind::Airstrike | EventKind::Shelling | EventKind::Arson)
}

/// Whether somebody was shot or stabbed in another sentence than that of a blast: "a bomb exploded at a bank. A policeman was gunned down".
fn is_shot_apart(blast: &Mention<'_>, shot: &Mention<'_>) -> bool {
    let one = shot.role(Role::Victim).any(|filler| filler.entity.is_some() && !filler.plural && !filler.anaphoric);
    blast.trigger.kind == EventKind::Bombing
        && one
        && shot.trigger.is_outcome()
        && matches!(shot.trigger.method, Some("shooting" | "stabbing"))
        && shot.trigger.sentence != blast.trigger.sentence
}

/// Whether it tells a deliberate killing of somebody, which is no mere result of a blast.
fn is_murder(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let term = || scene.lexicon.row(mention.trigger.row).text(column::Trigger::Term);
    let kills = mention.trigger.kind == EventKind::Assassination || (mention.trigger.frame == "outcome-kill" && term() == "murder");
    kills && mention.role(Role::Victim).next().is_some()
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
