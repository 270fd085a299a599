//! Triggers: forms of the trigger table in the text, chosen by part of speech, by what must stand beside them and by what must not.

use super::args::Argument;
use super::class::Class;
use super::disarm::{has_near, is_disarmed, is_in_name};
use super::index;
use super::needs::{beside, has_violence, is_movement, is_toll, meets, suits_actor};
use super::scene::Scene;
use crate::lexicon::{Hit, Row, RowRef, STRENGTHS, TableId, Tag, choice_of, column};
use crate::phrase::{ChunkKind, VerbForm, Voice};
use crate::record::{EventKind, Side, Status};
use std::cell::LazyCell;
use std::ops::Deref;

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
    pub method: Option<&'l str>,
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
        found.push(trigger);
        inside(scene, sentence, &trigger, found);
    }
}

/// The triggers of violence in the gap of `outer`: "said the *murderers* must surrender".
fn inside<'l>(scene: &Scene<'l>, sentence: usize, outer: &Trigger<'l>, found: &mut Vec<Trigger<'l>>) {
    let mut token = outer.open;
    while token < outer.last && !outer.kind.is_violence() {
        let inner = best_at(scene, sentence, token).filter(|inner| inner.last < outer.last && inner.kind.is_violence());
        token = inner.map_or(token + 1, |inner| inner.last.max(token + 1));
        found.extend(inner);
    }
}

/// The trigger that begins at `token`: the longest form that fits; among rows of one form the one whose needs say most.
fn best_at<'l>(scene: &Scene<'l>, sentence: usize, token: u32) -> Option<Trigger<'l>> {
    let mut best: Option<(Trigger<'l>, u8)> = None;
    for hit in scene.hits(token, TableId::Trigger).rev() {
        if best.is_some_and(|(best, _)| best.last > hit.last) {
            break;
        }
        let Ok((trigger, rank)) = fit(scene, sentence, hit) else { continue };
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
    if hit.head < hit.last && row.has(column::Trigger::Flags, "separable") && !holds_object(scene, hit) {
        return Err(Refusal::PartOfSpeech);
    }
    if is_in_name(scene, hit) {
        return Err(Refusal::Name);
    }
    if is_disarmed(scene, hit, sentence) || (pos == Pos::Verb && is_scored(scene, hit)) {
        return Err(Refusal::Figurative);
    }
    if has_near(scene, hit, row) {
        return Err(Refusal::Unless);
    }
    let strength = row.choice(column::Trigger::Strength);
    let mut trigger = Trigger {
        row: hit.row,
        kind: kind_of(row).ok_or(Refusal::PartOfSpeech)?,
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
    trigger.dependent = matches!(trigger.frame, "agent-noun" | "weapon-noun")
        || is_modifier(scene, &trigger)
        || (trigger.kind == EventKind::Accusation && is_adjective(scene, &trigger));
    trigger.method = trigger.method.or_else(|| inner_method(scene, &trigger));
    let needs = row.text(column::Trigger::Needs);
    let arguments = LazyCell::new(|| super::args::of(scene, &trigger));
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

/// Whether it stands before a noun that it describes: "suspected militants".
fn is_adjective(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let describes = scene.chunk_at(trigger.head).is_some_and(|chunk| chunk.kind == ChunkKind::Noun && chunk.head > trigger.head);
    let opens = trigger.head == trigger.first && scene.sentence(trigger.sentence).start == trigger.first && has_object(scene, trigger.last);
    trigger.pos == Pos::Adjective || (trigger.pos == Pos::Verb && (describes || opens))
}

/// Whether it is a politics word that a state or its officials are the doers of: "Jordan and Britain have agreed to".
fn is_politics(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = Vec<Argument>>) -> bool {
    if !trigger.kind.is_pack() {
        return false;
    }
    let matter = |argument: &&Argument| matches!(argument.slot, "object" | "passive-subject" | "for");
    if trigger.pos == Pos::Verb && arguments.iter().filter(matter).any(|argument| is_political(scene, argument.noun.head)) {
        return true;
    }
    arguments.iter().filter(|argument| matches!(argument.slot, "subject" | "by" | "possessive")).any(|argument| {
        let facts = scene.facts(argument.noun);
        matches!(facts.side, Some(Side::State | Side::International))
            || facts.people == "official"
            || facts.class.meets(Class::PLACE.with(Class::RANKED))
            || (argument.noun.first..argument.noun.last).any(|token| holds_office(scene, token))
    })
}

/// Whether an act between states begins at `head`, so that who welcomes or opposes it takes part in politics: "welcomed the ceasefire".
fn is_political(scene: &Scene<'_>, head: u32) -> bool {
    scene.hits(head, TableId::Trigger).any(|hit| {
        let row = scene.lexicon.row(hit.row);
        let kind = EventKind::named(row.text(column::Trigger::Kind));
        row.text(column::Trigger::Pos) == "n"
            && row.text(column::Trigger::Strength) == "strong"
            && matches!(
                kind,
                Some(EventKind::Agreement | EventKind::Meeting | EventKind::Sanction | EventKind::Withdrawal | EventKind::Release)
            )
    })
}

/// Whether a title of office begins here: "Prime Minister" in a group that its holder's name ends.
fn holds_office(scene: &Scene<'_>, token: u32) -> bool {
    scene.hits(token, TableId::Title).any(|hit| scene.lexicon.row(hit.row).has(column::Title::Kind, "state"))
}

/// The manner that a word inside a longer form tells: "suicide bombing" in "foiled a suicide bombing".
fn inner_method<'l>(scene: &Scene<'l>, trigger: &Trigger<'l>) -> Option<&'l str> {
    let inner =
        (trigger.first + 1..trigger.last).flat_map(|token| scene.hits(token, TableId::Trigger)).filter(|hit| hit.last <= trigger.last);
    let rows = inner.map(|hit| scene.lexicon.row(hit.row)).filter(|row| row.text(column::Trigger::Kind) == trigger.kind.name());
    rows.map(|row| row.text(column::Trigger::Method)).find(|method| !method.is_empty())
}

/// Whether a noun group begins right at `token`, so that a participle before it is a verb with its object.
pub(super) fn has_object(scene: &Scene<'_>, token: u32) -> bool {
    scene.chunk_at(token).is_some_and(|chunk| chunk.kind == ChunkKind::Noun && chunk.first == token)
}

/// Whether the gap of a separable form holds its object and nothing else: "set *six lorries* on fire".
fn holds_object(scene: &Scene<'_>, hit: &Hit) -> bool {
    const TAIL: u32 = 4;
    scene.chunk_at(hit.head).is_some_and(|object| {
        let word = scene.document.word(object.head as usize);
        let himself = word.ends_with("self") || word.ends_with("selves");
        object.kind == ChunkKind::Noun && !himself && object.first == hit.head && object.last < hit.last && hit.last - object.last <= TAIL
    })
}

/// Whether a score stands behind the object of a verb: "bombed the Red Sox 14-2".
fn is_scored(scene: &Scene<'_>, hit: &Hit) -> bool {
    let Some(verb) = scene.chunk_index(hit.last - 1) else { return false };
    let noun = |at: usize| scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Noun);
    let (Some(_), Some(score)) = (noun(verb + 1), noun(verb + 2)) else { return false };
    let is_points = |token: u32| {
        let word = scene.document.word(token as usize);
        word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let dash = matches!(scene.document.word(score.first as usize + 1), "-" | "–");
    score.last - score.first == 3 && dash && is_points(score.first) && is_points(score.last - 1)
}

/// The part of speech in which the form stands and its head; `None` if it is not the row's.
pub(super) fn place(scene: &Scene<'_>, hit: &Hit, pos: &str) -> Option<(Pos, u32)> {
    let tag = |token: u32| scene.reading.phrases.tags.get(token as usize).copied().flatten();
    let is_verb = |token: u32| {
        matches!(tag(token), Some(Tag::VerbBase | Tag::VerbS | Tag::VerbEd | Tag::VerbEn | Tag::VerbIng | Tag::Auxiliary))
            && !matches!(scene.chunk_at(token), Some(chunk) if chunk.kind == ChunkKind::Noun && chunk.head == token)
    };
    let tokens = hit.first..hit.last;
    match pos {
        "v" if is_verb(hit.first) => Some((Pos::Verb, hit.first)),
        // "Were baton-charged": a participle with a noun before its hyphen.
        "v" => {
            let compound = hit.last - hit.first > 2 && scene.document.word(hit.last as usize - 2) == "-";
            let apart = !scene.is_in(hit.last - 1, ChunkKind::Noun);
            let stated = compound && apart && tag(hit.last - 1) == Some(Tag::Adjective) && !has_object(scene, hit.last);
            stated.then_some((Pos::Adjective, hit.last - 1))
        }
        "n" => {
            let head = tokens.clone().find(|&token| matches!(tag(token + 1), Some(Tag::Preposition)) && token + 1 < hit.last);
            let head = head.unwrap_or(hit.last - 1);
            let noun = matches!(tag(head), Some(Tag::Noun | Tag::NounPlural | Tag::VerbIng) | None) && !is_verb(head);
            (noun || scene.is_in(head, ChunkKind::Noun)).then_some((Pos::Noun, head))
        }
        "a" => {
            let head = hit.last - 1;
            // "wounded three people", "shot dead the mayor" are verbs.
            let acts = has_object(scene, hit.last)
                || scene.chunk_at(head).is_some_and(|chunk| {
                    chunk.kind == ChunkKind::Verb && chunk.voice == Voice::Active && chunk.form == VerbForm::Finite && chunk.head == head
                });
            let fits = matches!(tag(head), Some(Tag::Adjective | Tag::VerbEn | Tag::VerbEd | Tag::Noun) | None);
            (fits && !acts).then_some((Pos::Adjective, head))
        }
        _ => {
            let main = |&token: &u32| scene.chunk_at(token).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.head == token);
            let head = tokens.clone().find(main).or_else(|| tokens.clone().find(|&token| is_verb(token)));
            Some(head.map_or((Pos::Noun, hit.last - 1), |head| (Pos::Verb, head)))
        }
    }
}

/// Whether a noun stands before the head of its group, so that the group is not the event ("attack capabilities").
fn is_modifier(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    if trigger.pos != Pos::Noun {
        return false;
    }
    let Some(chunk) = scene.chunk_at(trigger.head) else { return false };
    chunk.kind == ChunkKind::Noun && chunk.head > trigger.head && {
        let head = chunk.head;
        let is_event = scene.hits(head, TableId::Trigger).next().is_some();
        let is_cue = scene.hits(head, TableId::Status).next().is_some();
        !is_event && !is_cue
    }
}

/// The kind of event that a row tells.
pub(super) fn kind_of(row: Row<'_>) -> Option<EventKind> {
    row.choice(column::Trigger::Kind).checked_sub(1).and_then(|kind| EventKind::ALL.get(kind)).copied()
}
