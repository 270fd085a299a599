//! What sets two tellings of one kind apart: other days, places, persons, numbers or sides.

use super::answer::is_after_killing;
use super::beside::are_two_beside;
use super::bombs::are_two_bombs;
use super::clause::{are_contrasted, are_manners_at_two_sites, are_manners_of_two, is_also_elsewhere, is_deed_of_old, is_dud_beside};
use super::days;
use super::doers::{are_deeds_of_two, are_of_state_and_others, are_plots_of_two, is_blamed_on_other_side};
use super::end::is_end_apart;
use super::ground::is_ground;
use super::persons::{are_acts_of_two, are_deeds_apart, is_count_of_others, persons_conflict};
use crate::entity::EntityDraft;
use crate::event::draft::{Filler, Mention, Role};
use crate::event::filler::is_definite;
use crate::event::gap;
use crate::event::portion;
use crate::event::scene::Scene;
use crate::event::setting::{TOLD, is_of_followed, is_shifted};
use crate::event::settle;
use crate::event::trigger::Pos;
use crate::lexicon::{Hit, TableId, column};
use crate::phrase::{ChunkKind, VerbForm};
use crate::place;
use crate::record::{EventKind, Range, Status};
use crate::token::fold;
use jiff::Span;
use jiff::civil::Date;

/// From how many dead on a number may be the toll of a war, and how many times as many as another it is then.
const TOLL: u64 = 50;

const FARTHEST: u64 = 5;

/// How far apart two places of one town may lie.
const TOWN_KM: f32 = 10.0;
/// From how far on a town does not lie in the division around it that has its name or another: "Kyiv", "Kyiv region".
const DIVISION_KM: f32 = 35.0;

/// Whether one sentence tells what was agreed on and what was not: "agreed to free prisoners, but failed to agree on a truce".
fn is_failure_beside(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let agreed = |mention: &Mention<'_>| mention.trigger.kind == EventKind::Agreement;
    let beside = a.trigger.sentence == b.trigger.sentence && agreed(a) && agreed(b);
    beside && (a.status == Status::Attempted) != (b.status == Status::Attempted)
}

/// Whether a relative clause tells the death of somebody some time before the deed: "blew himself up as lawyers mourned a colleague who had been shot
/// dead hours earlier".
fn is_death_before(scene: &Scene<'_>, death: &Mention<'_>, deed: &Mention<'_>) -> bool {
    const WHO: u64 = fold::hash("who");
    const HAD: u64 = fold::hash("had");
    const REACH: u32 = 4;
    let own = &death.trigger;
    let verb = scene.chunk_at(own.head).filter(|verb| own.is_outcome() && verb.kind == ChunkKind::Verb);
    let relative = verb.is_some_and(|verb| scene.hash(verb.first) == HAD && verb.first > 0 && scene.hash(verb.first - 1) == WHO);
    let earlier = || (own.last..own.last + REACH).any(|token| scene.hash(token) == const { fold::hash("earlier") });
    let befell = |filler: &Filler<'_>| death.role(Role::Victim).any(|dead| dead.noun.holds(filler.noun.head));
    relative && earlier() && deed.trigger.first < own.first && !deed.role(Role::Victim).any(befell)
}

/// Whether place, date, persons or numbers of the two exclude each other.
pub(super) fn conflicts(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    dates_conflict(scene, a, b)
        || places_conflict(scene, a, b)
        || persons_conflict(scene, a, b)
        || numbers_conflict(scene, a, b)
        || parts_conflict(scene, a, b)
        || sides_conflict(scene, a, b)
        || are_deeds_of_two(scene, a, b)
        || are_plots_of_two(a, b)
        || is_blamed_on_other_side(scene, a, b)
        || are_of_state_and_others(scene, a, b)
        || are_salvoes_apart(scene, a, b)
        || is_fate_of_suspects(a, b)
        || is_fate_of_suspects(b, a)
        || craft_conflict(a, b)
        || is_end_apart(scene, a, b)
        || is_toll_of_more(a, b)
        || are_two_bombs(scene, a, b)
        || are_deeds_apart(scene, a, b)
        || are_acts_of_two(scene, a, b)
        || is_days_apart(scene, a, b)
        || a.trigger.sentence == b.trigger.sentence
            && (is_of_followed(scene, &a.trigger, b.trigger.head) || is_of_followed(scene, &b.trigger, a.trigger.head))
        || is_after_killing(scene, a, b)
        || is_failure_beside(a, b)
        || is_death_before(scene, a, b)
        || is_death_before(scene, b, a)
        || are_contrasted(scene, a, b)
        || is_deed_of_old(scene, a, b)
        || is_dud_beside(scene, a, b)
        || are_manners_of_two(scene, a, b)
        || are_manners_at_two_sites(scene, a, b)
        || is_also_elsewhere(scene, a, b)
        || are_two_beside(scene, a, b)
        || gap::is_other(scene, a, b)
        || gap::is_other(scene, b, a)
        || a.trigger.sentence == b.trigger.sentence && (portion::is_one(a) || portion::is_one(b))
        || is_ground(scene, a, b)
        || is_ground(scene, b, a)
}

/// Whether the one sums up what the other is at most one part of, as that of a country and that of a town in it.
pub(super) fn is_toll_of_more(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let apart = |a: &Mention<'_>, b: &Mention<'_>| {
        let numbers = a.killed.zip(b.killed).is_some_and(|(one, other)| one.range != other.range);
        let places = a.places.first().zip(b.places.first()).is_some_and(|(one, other)| one != other);
        numbers && places
    };
    // "Killed four, taking the death toll this month to 61".
    let running = |mention: &Mention<'_>| mention.toll && mention.trigger.frame == "outcome-toll";
    (a.trigger.sentence != b.trigger.sentence || running(a) != running(b)) && (a.toll != b.toll || (a.toll && apart(a, b)))
}

/// Whether "days after" or the like stands between the two: "the attack came 10 days after a man killed ten people in Buffalo".
fn is_days_apart(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let (first, last) = if a.trigger.first < b.trigger.first { (a, b) } else { (b, a) };
    // "Died two days after the attack"; not "were shot a day after ten people died in Kano".
    let own = || last.role(Role::Victim).next().is_some() && last.role(Role::Victim).all(|victim| !victim.anaphoric);
    let died = first.trigger.frame == "outcome-die" || last.trigger.frame == "outcome-die" && !own();
    a.trigger.sentence == b.trigger.sentence && !died && is_shifted(scene, first.trigger.last..last.trigger.first)
}

/// Whether drones struck in the one and manned aircraft in the other, each in a sentence of its own; or an aircraft was shot down in the one, and others
/// hit people in the other: "gunmen shot dead 26 tourists", "the army shot down five jets".
fn craft_conflict(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let strike = |mention: &Mention<'_>| mention.trigger.kind == EventKind::Airstrike && !mention.definite;
    let other = a.trigger.method.zip(b.trigger.method).is_some_and(|(one, other)| one != other);
    let doers = |mention: &Mention<'_>| mention.role(Role::Perpetrator).map(|doer| (doer.noun.head, doer.entity)).collect::<Vec<_>>();
    let shared = || doers(a).iter().any(|(_, one)| one.is_some() && doers(b).iter().any(|(_, other)| other == one));
    let downed = |down: &Mention<'_>, deed: &Mention<'_>| {
        let people = deed.role(Role::Victim).next().is_some() && deed.trigger.frame != "down-craft";
        down.trigger.frame == "down-craft" && people && !doers(down).is_empty() && !doers(deed).is_empty() && !shared()
    };
    a.trigger.sentence != b.trigger.sentence && (strike(a) && strike(b) && other || downed(a, b) || downed(b, a))
}

/// Whether the state hit its enemies in the one and they did the other, each told in a sentence of its own: "rebels raided a village", "troops killed
/// 16 rebels".
fn sides_conflict(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let clash =
        |mention: &Mention<'_>| mention.trigger.kind == EventKind::ArmedClash || mention.definite && mention.trigger.pos == Pos::Noun;
    if a.trigger.sentence == b.trigger.sentence || clash(a) || clash(b) {
        return false;
    }
    let (one, other) = (settle::doers(scene, a), settle::doers(scene, b));
    let struck = |state: &Mention<'_>| {
        let mut victims = state.role(Role::Victim).peekable();
        victims.peek().is_some() && victims.all(|victim| settle::is_nonstate(scene, victim))
    };
    // "Eleven gendarmes died in an assault", "the army killed about 40 militants".
    let suffers = |mention: &Mention<'_>| {
        let mut victims = mention.role(Role::Victim).peekable();
        let state = |victim: &Filler<'_>| victim.people == "military" || settle::bears_law(victim.people);
        // "Two soldiers were killed in clashes": by those whom the soldiers fought.
        let clash = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame) == "clash";
        let fell = mention.cause.is_some_and(|cause| scene.hits(cause, TableId::Trigger).any(clash));
        let by_nobody = mention.role(Role::Perpetrator).next().is_none() && !fell;
        by_nobody && mention.trigger.kind.is_violence() && victims.peek().is_some() && victims.all(state)
    };
    let (before, after) = if a.trigger.first < b.trigger.first { (a, b) } else { (b, a) };
    one.zip(other).is_some_and(|(one, other)| one != other && struck(if one { a } else { b }))
        || settle::doers(scene, after) == Some(true) && struck(after) && suffers(before)
}

/// Whether other numbers of one weapon were fired or shot down, each told by a verb in a sentence of its own: "shot down 40 drones", "shot down
/// 13 drones over Kursk".
fn are_salvoes_apart(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let verb = |mention: &Mention<'_>| mention.trigger.pos == Pos::Verb && !mention.trigger.is_outcome();
    let disjoint = |one: Range, other: Range| {
        let below = |one: Range, other: Range| one.max.zip(other.min).is_some_and(|(max, min)| max < min);
        below(one, other) || below(other, one)
    };
    let apart = |one: &Filler<'_>, other: &Filler<'_>| {
        scene.hash(one.noun.head) == scene.hash(other.noun.head)
            && one.count.zip(other.count).is_some_and(|(one, other)| disjoint(one, other))
    };
    verb(a)
        && verb(b)
        && a.trigger.sentence != b.trigger.sentence
        && a.trigger.kind == b.trigger.kind
        && a.role(Role::Instrument).any(|one| b.role(Role::Instrument).any(|other| apart(one, other)))
}

/// Whether the one befell those who are suspected of the other: "six suspects in the killing were found hanged".
fn is_fate_of_suspects(fate: &Mention<'_>, deed: &Mention<'_>) -> bool {
    let suspect = |filler: &Filler<'_>| filler.people == "suspect";
    let mut victims = fate.role(Role::Victim).peekable();
    let others = || deed.role(Role::Victim).any(|filler| !suspect(filler) && !filler.anaphoric);
    fate.trigger.is_outcome() && fate.trigger.pos != Pos::Noun && victims.peek().is_some() && victims.all(suspect) && others()
}

/// Whether somebody suffers the one and then does the other: "he was killed when he fired at officers". A suicide bomber does both, and who is
/// shot after his deed meets its end.
fn parts_conflict(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    const RELATIVE: [u64; 2] = [fold::hash("who"), fold::hash("that")];
    let suicide = |mention: &Mention<'_>| mention.trigger.kind == EventKind::Bombing || mention.trigger.method == Some("suicide");
    let is_one = |one: &Filler<'_>, other: &Filler<'_>| one.noun == other.noun || (one.entity.is_some() && one.entity == other.entity);
    let meets = |one: &Mention<'_>, other: &Mention<'_>| {
        // "A trafficker accused of torturing migrants was shot".
        let of_old = one.trigger.sentence == other.trigger.sentence
            && scene.chunk_at(one.trigger.head).is_some_and(|chunk| chunk.form == VerbForm::Gerund);
        // "Soldiers who came under fire killed two gunmen".
        let relative = |doer: &Filler<'_>| {
            let who = RELATIVE.contains(&scene.hash(doer.noun.last));
            who && one.trigger.sentence == other.trigger.sentence && other.trigger.first > doer.noun.last
        };
        (one.trigger.first > other.trigger.first || of_old)
            && one
                .role(Role::Perpetrator)
                .any(|doer| (!doer.plural || relative(doer)) && other.role(Role::Victim).any(|victim| is_one(doer, victim)))
    };
    // "A guard fired at the robber but was then shot dead": by the robber.
    let answered = |one: &Mention<'_>, other: &Mention<'_>| {
        let attackers = |victim: &Filler<'_>| matches!(victim.people, "attacker" | "criminal" | "suspect");
        let mut hit = one.role(Role::Victim).peekable();
        let fell = |doer: &Filler<'_>| !doer.plural && other.role(Role::Victim).any(|victim| is_one(doer, victim));
        let guard = |doer: &Filler<'_>| doer.people != "attacker" && doer.people != "criminal";
        hit.peek().is_some()
            && hit.all(attackers)
            && one.trigger.first < other.trigger.first
            && other.trigger.is_outcome()
            && one.role(Role::Perpetrator).any(|doer| guard(doer) && fell(doer))
    };
    !suicide(a) && !suicide(b) && (meets(a, b) || meets(b, a) || answered(a, b) || answered(b, a))
}

/// Whether one tells the dead of a war and the other those of an incident: "killed two soldiers", "has cost 70,000 lives since 1980".
fn numbers_conflict(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    const WEEK: i32 = 7;
    let dead = |mention: &Mention<'_>| mention.killed.and_then(|killed| killed.range.min);
    // "At least 90 people have died this month".
    let span = |mention: &Mention<'_>| days(scene, mention).map(|(earliest, latest)| (latest - earliest).get_days());
    let is_toll = |mention: &Mention<'_>| dead(mention).is_some_and(|dead| dead >= TOLL) && span(mention).is_some_and(|span| span > WEEK);
    let is_of_day = |mention: &Mention<'_>| span(mention).is_some_and(|span| span <= WEEK);
    if is_toll(a) && is_of_day(b) || is_toll(b) && is_of_day(a) {
        return true;
    }
    if is_count_of_others(a, b) || is_count_of_others(b, a) {
        return true;
    }
    // "Police arrested 30 people. The riots of 2011 led to 3,000 arrests."
    let arrested = |mention: &Mention<'_>| {
        let arrests = mention.trigger.kind == EventKind::Arrest;
        mention.captured.filter(|_| arrests).and_then(|captured| captured.range.min)
    };
    let far = |one: u64, other: u64| one.max(other) >= TOLL && one.min(other).saturating_mul(FARTHEST) < one.max(other);
    dead(a).zip(dead(b)).or(arrested(a).zip(arrested(b))).is_some_and(|(one, other)| far(one, other))
}

/// Whether the two were on days that exclude each other: "on Monday", "last Friday"; not where somebody shot on Sunday died on Monday.
pub(super) fn dates_conflict(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    match (days(scene, a), days(scene, b)) {
        (Some((a1, a2)), Some((b1, b2))) => {
            (a2 < b1 || b2 < a1)
                && !is_told_later((a, a1), (b, b2))
                && !is_told_later((b, b1), (a, a2))
                && (is_sure(a, a.date.map_or(9, |date| date.distance)) || is_told_new(scene, a, a1.max(b1) - a2.min(b2)))
                && !is_late_death((a, a1), (b, b2))
                && !is_late_death((b, b1), (a, a2))
        }
        _ => false,
    }
}

/// Whether a noun told as known tells of people new to the reader who were killed months before or after the others: "in 2018, gunmen killed 71.
/// In 2023, he ordered the slaughter of some 200 people"; not "on Tuesday he condemned the killing of 12 soldiers".
fn is_told_new(scene: &Scene<'_>, mention: &Mention<'_>, apart: Span) -> bool {
    const MONTH: i32 = 31;
    let new = |victim: &Filler<'_>| victim.count.is_some() && !victim.anaphoric && !is_definite(scene, victim.noun);
    let mut victims = mention.role(Role::Victim).peekable();
    mention.trigger.is_outcome()
        && mention.trigger.pos == Pos::Noun
        && victims.peek().is_some()
        && victims.all(new)
        && mention.date.is_some_and(|date| date.distance < TOLD)
        && apart.get_days() > MONTH
}

/// Whether the day of the one is only that on which it was told, a few days after that of the other, which is told as known or was in the same
/// place: "killed 81 people in Mafa, police said on Tuesday. The attack on Sunday ...".
fn is_told_later((told, day): (&Mention<'_>, Date), (deed, before): (&Mention<'_>, Date)) -> bool {
    const WAIT: i32 = 10;
    let distance = |mention: &Mention<'_>| mention.date.map_or(0, |date| date.distance);
    let known = deed.definite || deed.places.iter().any(|place| told.places.contains(place));
    distance(told) == TOLD && distance(deed) < TOLD && known && (0..=WAIT).contains(&(day - before).get_days())
}

/// Whether the one is a death on a day within a few of the other: "was shot on Sunday and died on Monday".
fn is_late_death((death, day): (&Mention<'_>, Date), (deed, before): (&Mention<'_>, Date)) -> bool {
    const WAIT: i32 = 3;
    // "One of the wounded died on Tuesday".
    let hurt = death.trigger.frame == "outcome-injure" && death.trigger.pos != Pos::Verb;
    (death.trigger.frame == "outcome-die" || hurt) && deed.trigger.frame != "outcome-die" && (0..=WAIT).contains(&(day - before).get_days())
}

/// Whether a setting found that far from the trigger sets the mention apart; one told as known is set apart by its own clause only.
pub(super) fn is_sure(mention: &Mention<'_>, distance: u8) -> bool {
    distance == 0 || !mention.definite
}

/// Whether the two were in places that exclude each other: "in Cali", "in Quetta".
pub(super) fn places_conflict(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    // A hijacked plane or ship is taken from place to place.
    let moves = |mention: &Mention<'_>| mention.trigger.kind == EventKind::Hijacking;
    if moves(a) && moves(b)
        || !is_sure(a, a.place_distance)
        || a.places.is_empty()
        || b.places.is_empty()
        || a.places.iter().any(|place| b.places.contains(place))
    {
        return false;
    }
    let first = |mention: &Mention<'_>| mention.places.first().copied();
    // A place may be read wrong: where it is all that parts them, each tells whom or what it hit.
    let hits = |mention: &Mention<'_>| mention.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Target));
    let own = a.place_distance == 0 && b.place_distance == 0 && hits(a) && hits(b);
    first(a).zip(first(b)).is_some_and(|(one, other)| is_elsewhere(scene, one, other) || (own && are_in_two_divisions(scene, one, other)))
}

/// Whether two places, by the indices of their entities, lie in different countries, or are of one rank and lie apart.
pub(in crate::event) fn is_elsewhere(scene: &Scene<'_>, one: u32, other: u32) -> bool {
    let draft = |place: u32| scene.reading.entities.get(place as usize);
    let (Some(x), Some(y)) = (draft(one), draft(other)) else { return false };
    let rank = |entity: &EntityDraft| entity.place.as_ref().and_then(|place| place.feature.as_deref()).map_or(2, exactness);
    match (country(x), country(y)) {
        (Some(one), Some(other)) if one != other => true,
        _ => rank(x) == rank(y) && rank(x) > 0 && are_apart(x, y, TOWN_KM),
    }
}

/// Whether two places of a country, neither of them the whole, bear two names: "in Arauca", "in Cali".
pub(in crate::event) fn are_two_sites(scene: &Scene<'_>, one: u32, other: u32) -> bool {
    let entity = |place: u32| scene.reading.entities.get(place as usize).and_then(|entity| entity.place.as_ref());
    let site = |place: u32| entity(place).and_then(|place| place.feature.as_deref()).is_none_or(|feature| exactness(feature) > 0);
    one != other && site(one) && site(other)
}

/// Whether a town and a division, or a part of one, lie apart in two divisions: "in Katsina", "in Zamfara state".
fn are_in_two_divisions(scene: &Scene<'_>, one: u32, other: u32) -> bool {
    let draft = |place: u32| scene.reading.entities.get(place as usize);
    let (Some(x), Some(y)) = (draft(one), draft(other)) else { return false };
    fn division(entity: &EntityDraft) -> Option<&str> {
        entity.place.as_ref()?.admin1.as_deref()
    }
    division(x).zip(division(y)).is_some_and(|(one, other)| one != other) && are_apart(x, y, DIVISION_KM)
}

fn country(entity: &EntityDraft) -> Option<&str> {
    entity.country.as_deref().or_else(|| entity.place.as_ref()?.country.as_deref())
}

/// Whether two places lie apart: a quarter of a town lies in it, and one that no gazetteer knows may.
fn are_apart(x: &EntityDraft, y: &EntityDraft, far: f32) -> bool {
    let point = |entity: &EntityDraft| {
        let place = entity.place.as_ref()?;
        Some((place.lat? as f32, place.lon? as f32))
    };
    point(x).zip(point(y)).is_some_and(|(one, other)| place::km(one, other) > far)
}

/// How exact a place is by its GeoNames feature: 0 country, 1 division, 2 town and finer.
pub(in crate::event) fn exactness(feature: &str) -> u8 {
    if feature.starts_with("PCL") || feature.starts_with("CONT") {
        0
    } else if feature.starts_with("ADM") || feature.starts_with("RGN") {
        1
    } else {
        2
    }
}
