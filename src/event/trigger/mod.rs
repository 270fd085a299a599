//! Triggers: forms of the trigger table in the text, chosen by part of speech, by what must stand beside them and by what must not.

mod play;
mod politics;
mod stand;
mod verbal;

pub(super) use stand::{bearer, has_object, is_borne, place};

use super::args::ArgumentList;
use super::casualty::is_mixed;
use super::class::Class;
use super::device;
use super::disarm::{has_near, is_disarmed, is_in_name, is_of_weapon};
use super::grave;
use super::hazard;
use super::index;
use super::natural;
use super::needs::{beside, has_violence, is_movement, is_toll, meets, suits_actor};
use super::scene::Scene;
use super::strike;
use crate::lexicon::{Hit, RowRef, STRENGTHS, TableId, choice_of, column};
use crate::phrase::ChunkKind;
use crate::record::{EventKind, Status};
use crate::token::fold;
pub(super) use play::is_club;
use play::{is_by_player, is_of_club, is_play};
use politics::is_politics;
use stand::{
    describes, holds_object, is_adjective, is_allegiance, is_calling, is_modifier, is_of_car, is_of_found, is_of_freed, is_scored,
    is_where_shot,
};
use std::cell::LazyCell;
use std::ops::Deref;
use verbal::is_verbal;

/// How the trigger stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pos {
    Verb,
    Noun,
    Adjective,
}

/// A trigger that stands for an event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trigger<'l> {
    pub row: RowRef,
    pub kind: EventKind,
    pub method: Option<&'static str>,
    /// The status that the word itself tells.
    pub status: Option<Status>,
    pub frame: &'l str,
    pub strong: bool,
    pub weak: bool,
    pub first: u32,
    pub last: u32,
    /// Token after its first part, where it has a gap; else `last`.
    pub open: u32,
    pub head: u32,
    pub pos: Pos,
    pub sentence: usize,
    /// Only lends its kind and fillers to another event of its sentence, and is none by itself: a weapon, an attacker, a modifier.
    pub dependent: bool,
}

impl Trigger<'_> {
    /// Whether it tells a result (dead, wounded, damaged), not a manner.
    pub fn is_outcome(&self) -> bool {
        self.frame.starts_with("outcome-") || self.frame == "find-dead" || self.is_damage()
    }

    /// Whether it tells what became of a thing.
    pub fn is_damage(&self) -> bool {
        self.kind == EventKind::PropertyDestruction && self.frame == "attack-thing" && self.method.is_none()
    }
}

/// Values of the column of strengths.
const STRONG: usize = choice_of(STRENGTHS, "strong");
pub(super) const WEAK: usize = choice_of(STRENGTHS, "weak");

/// Whether the weapon only says with what the deed behind it in its noun group was done: "a drone and missile attack" is one.
fn is_weapon_of(scene: &Scene<'_>, weapon: &Trigger<'_>, deed: &Trigger<'_>) -> bool {
    weapon.frame == "weapon-noun"
        && weapon.last - weapon.first == 1
        && deed.frame == "attack-any"
        && deed.pos == Pos::Noun
        && deed.first > weapon.last
        && scene.chunk_index(weapon.head).is_some_and(|chunk| scene.chunk_index(deed.head) == Some(chunk))
}

/// The triggers of a sentence, in order.
pub(super) fn find<'l>(scene: &Scene<'l>, sentence: usize, found: &mut Vec<Trigger<'l>>) {
    let range = scene.sentence(sentence);
    let mut next = range.start;
    for &token in index::inside(&scene.index.triggers, range) {
        if token < next {
            continue;
        }
        let Some(trigger) = best_at(scene, sentence, token) else { continue };
        next = trigger.last.max(token + 1);
        while found.last().is_some_and(|weapon| is_weapon_of(scene, weapon, &trigger)) {
            found.pop();
        }
        found.push(trigger);
        inside(scene, sentence, &trigger, found);
    }
}

/// The triggers of violence in the gap of `outer`: "said the *murderers* must surrender"; a verb may end it: "confessed to *killing*".
fn inside<'l>(scene: &Scene<'l>, sentence: usize, outer: &Trigger<'l>, found: &mut Vec<Trigger<'l>>) {
    let mut token = if outer.kind.is_speech() { outer.open.min(outer.last - 1) } else { outer.open };
    // "The bodies of three farmers, kidnapped last week, were found".
    let aside = outer.frame == "find-dead" && (outer.open..outer.last).any(|token| scene.document.word(token as usize) == ",");
    while token < outer.last && (aside || !outer.kind.is_violence()) {
        let ends = |inner: &Trigger<'_>| inner.first > outer.first && inner.last == outer.last && inner.pos == Pos::Verb;
        let inner = best_at(scene, sentence, token).filter(|inner| (inner.last < outer.last || ends(inner)) && inner.kind.is_violence());
        token = inner.map_or(token + 1, |inner| inner.last.max(token + 1));
        found.extend(inner);
    }
}

/// The trigger that begins at `token`: the longest form that fits; among rows of one form the one whose needs say most.
pub(super) fn best_at<'l>(scene: &Scene<'l>, sentence: usize, token: u32) -> Option<Trigger<'l>> {
    let mut best: Option<(Trigger<'l>, u8)> = None;
    let mut shortest = 0;
    for hit in scene.hits(token, TableId::Trigger).rev() {
        if best.is_some_and(|(best, _)| best.last > hit.last) || hit.last < shortest {
            break;
        }
        let fit = fit(scene, sentence, hit);
        // Nobody is told to have used what "bomb makers" make.
        if fit.is_err_and(|refusal| refusal == Refusal::Needs) && scene.lexicon.row(hit.row).text(column::Trigger::Frame) == "agent-noun" {
            shortest = hit.last;
        }
        let Ok((trigger, rank)) = fit else { continue };
        if best.is_none_or(|(_, other)| rank > other) {
            best = Some((trigger, rank));
        }
    }
    best.map(|(trigger, _)| trigger)
}

/// Why a form of a trigger is none where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    PartOfSpeech,
    Name,
    Figurative,
    Unless,
    Needs,
    Weak,
}

/// The trigger that `hit` makes here, with its rank among rows of the same form.
pub(super) fn fit<'l>(scene: &Scene<'l>, sentence: usize, hit: &Hit) -> Result<(Trigger<'l>, u8), Refusal> {
    let row = scene.lexicon.row(hit.row);
    let (pos, head) = place(scene, hit, row.value(column::Trigger::Pos)).ok_or(Refusal::PartOfSpeech)?;
    if hit.last > scene.sentence(sentence).end {
        return Err(Refusal::PartOfSpeech);
    }
    let separable = row.has(column::Trigger::Flags, "separable");
    if hit.head < hit.last && (is_parted(scene, hit, separable) || separable && !holds_object(scene, hit)) {
        return Err(Refusal::PartOfSpeech);
    }
    if is_fatal_to_some(scene, hit) || is_where_shot(scene, hit) || is_told_of_other(scene, hit) {
        return Err(Refusal::Needs);
    }
    if is_in_name(scene, hit) || scene.is_month(hit.first) {
        return Err(Refusal::Name);
    }
    if is_disarmed(scene, hit, sentence) || is_of_weapon(scene, hit) || (pos == Pos::Verb && is_scored(scene, hit)) {
        return Err(Refusal::Figurative);
    }
    if has_near(scene, hit, row) {
        return Err(Refusal::Unless);
    }
    let strength = row.choice(column::Trigger::Strength);
    let mut trigger = Trigger {
        row: hit.row,
        kind: kind_of(hit).ok_or(Refusal::PartOfSpeech)?,
        method: Some(row.value(column::Trigger::Method)).filter(|method| !method.is_empty()),
        status: Status::named(row.value(column::Trigger::Status)),
        frame: row.text(column::Trigger::Frame),
        strong: strength == STRONG,
        weak: strength == WEAK,
        first: hit.first,
        last: hit.last,
        open: hit.head,
        head,
        pos,
        sentence,
        dependent: false,
    };
    trigger.dependent = is_dependent(scene, &trigger);
    if is_allegiance(scene, &trigger)
        || is_of_freed(scene, &trigger)
        || is_of_found(scene, &trigger)
        || is_of_car(scene, &trigger)
        || trigger.frame == "weapon-noun" && is_borne(scene, trigger.head)
        || strike::is_of_fighters(scene, &trigger)
    {
        return Err(Refusal::Needs);
    }
    trigger.method = trigger.method.or_else(|| inner_method(scene, &trigger));
    let needs = row.text(column::Trigger::Needs);
    let arguments = LazyCell::new(|| super::args::of(scene, &trigger));
    if is_figurative(scene, &trigger, &arguments) {
        return Err(Refusal::Figurative);
    }
    if is_harmless(scene, &trigger, &arguments) {
        return Err(Refusal::Needs);
    }
    if !needs.is_empty() && !needs.split('|').any(|part| part.split('+').all(|need| meets(scene, &trigger, &arguments, need))) {
        return Err(Refusal::Needs);
    }
    let supported = || {
        beside(scene, &trigger, Class::ARMED.with(Class::WEAPON))
            || has_violence(scene, &trigger)
            || is_politics(scene, &trigger, &arguments)
            || is_movement(scene, &trigger, &arguments)
            || is_toll(scene, &trigger)
    };
    if trigger.weak && needs.is_empty() && !supported() {
        return Err(Refusal::Weak);
    }
    let strength = if trigger.strong { 4 } else { 2 * u8::from(!trigger.weak) };
    let rank = strength + u8::from(!needs.is_empty() && needs != "violence") + 3 * suits_actor(scene, &trigger, &arguments);
    Ok((trigger, rank))
}

/// Whether the word of violence tells of play or of a quarrel in words.
fn is_figurative(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    if !(trigger.kind.is_violence()) {
        return false;
    }
    let sport = scene.index.sport || scene.index.players && is_by_player(scene, trigger, arguments);
    sport && is_play(scene, trigger, arguments) || is_of_club(scene, trigger, arguments) || is_verbal(scene, trigger, arguments)
}

/// Whether nobody is harmed: a charge is one of explosives, who is killed is an animal, a notion or the one who tells it.
fn is_harmless(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    match trigger.kind {
        EventKind::Trial => device::is_charge(scene, trigger),
        EventKind::Attack => {
            hazard::is_of_animals(scene, trigger, arguments)
                || hazard::is_of_notion(scene, trigger, arguments)
                || hazard::is_of_teller(scene, trigger, arguments)
                || hazard::is_announcement(scene, trigger)
                || grave::is_of_burial(scene, trigger)
                || natural::is_natural_death(scene, trigger, arguments)
                || strike::is_by_workers(scene, trigger, arguments)
        }
        EventKind::ArmedClash => hazard::is_outbreak_of_other(scene, trigger, arguments),
        EventKind::Robbery => hazard::is_by_matter(scene, trigger, arguments) || hazard::is_taking_of_people(scene, trigger, arguments),
        EventKind::Kidnapping => hazard::is_hostage_of_matter(scene, trigger, arguments),
        EventKind::Shelling | EventKind::Airstrike => strike::is_by_workers(scene, trigger, arguments),
        _ => false,
    }
}

/// Whether something else parts a form with a gap: "took nine men; the hostages", "left 30 casualties: nine dead", "left 15 casualties, including four
/// dead", "seized the residents as hostages"
/// have no "took .. hostages".
fn is_parted(scene: &Scene<'_>, hit: &Hit, separable: bool) -> bool {
    const AS: u64 = fold::hash("as");
    let taken = !separable && kind_of(hit) == Some(EventKind::Kidnapping);
    let dead = || hit.last > 0 && scene.hash(hit.last - 1) == const { fold::hash("dead") };
    (hit.head..hit.last).any(|token| {
        matches!(scene.document.word(token as usize), ";" | ":") || taken && scene.hash(token) == AS || is_mixed(scene, token) && dead()
    })
}

/// Whether the word tells an event only with others beside it: it names a doer or a weapon, or describes somebody ("the accused man").
fn is_dependent(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    matches!(trigger.frame, "agent-noun" | "weapon-noun") && !is_blamed_bomb(scene, trigger)
        || stand::is_of_bomb_car(scene, trigger)
        || is_modifier(scene, trigger)
        || (trigger.kind == EventKind::ArmedClash && is_calling(scene, trigger))
        || (trigger.kind == EventKind::Accusation && is_adjective(scene, trigger))
        || (matches!(trigger.kind, EventKind::Trial | EventKind::Robbery) && trigger.pos != Pos::Noun && describes(scene, trigger))
}

/// Whether somebody is blamed for bombs, which so went off: "a dozen bombs have been attributed to the IRA".
fn is_blamed_bomb(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    trigger.frame == "weapon-noun" && trigger.kind == EventKind::Bombing && super::args::is_blamed(scene, trigger)
}

/// Whether the end of a form tells only what became of some of its object: "shot *five people, two of them* fatally".
fn is_fatal_to_some(scene: &Scene<'_>, hit: &Hit) -> bool {
    const FATALLY: u64 = fold::hash("fatally");
    let gap = hit.head < hit.last && hit.last > 0 && scene.hash(hit.last - 1) == FATALLY;
    let comma = gap.then(|| (hit.head..hit.last).rev().find(|&token| scene.document.word(token as usize) == ",")).flatten();
    comma.is_some_and(|comma| scene.count_in(comma, hit.last).is_some())
}

/// Whether a clause of its own stands in the gap of a claim, so that another is told to have done it: "said the army shelled the town after it
/// carried out an attack"; not "said in a video released on Thursday that they had carried out".
fn is_told_of_other(scene: &Scene<'_>, hit: &Hit) -> bool {
    let speaks = hit.head < hit.last && kind_of(hit) == Some(EventKind::Claim) && scene.is_in(hit.first, ChunkKind::Verb);
    let said = scene.chunk_index(hit.first).filter(|_| speaks);
    let done = (hit.head..hit.last).rev().find(|&token| scene.is_in(token, ChunkKind::Verb)).and_then(|verb| scene.chunk_index(verb));
    said.zip(done).is_some_and(|(said, done)| said + 1 < done && scene.index.verbs(said + 1..done).finite > 0)
}

/// The manner that a word inside a longer form tells: "suicide bombing" in "foiled a suicide bombing".
fn inner_method(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<&'static str> {
    let inner =
        (trigger.first + 1..trigger.last).flat_map(|token| scene.hits(token, TableId::Trigger)).filter(|hit| hit.last <= trigger.last);
    let rows = inner.filter(|hit| kind_of(hit) == Some(trigger.kind)).map(|hit| scene.lexicon.row(hit.row));
    rows.map(|row| row.value(column::Trigger::Method)).find(|method| !method.is_empty())
}

/// The kind of event that a form of a trigger tells.
pub(super) fn kind_of(hit: &Hit) -> Option<EventKind> {
    usize::from(hit.class).checked_sub(1).and_then(|kind| EventKind::ALL.get(kind)).copied()
}
