//! Whose a time in the sentence of a deed is: the deed's, another verb's, or that of a noun group.

use super::date::{FEW_DAYS, is_fronted};
use super::matter::is_of_deed;
use crate::event::class::Class;
use crate::event::draft::Mention;
use crate::event::scene::Scene;
use crate::event::trigger::{Pos, Trigger};
use crate::lexicon::Tag;
use crate::phrase::{Chunk, ChunkKind, VerbForm};
use crate::record::EventKind;
use crate::time::TimeMention;
use crate::token::literal::word;
use crate::token::{TokenKind, fold};

/// Whether the time only tells which feast is meant: "a plot to attack Christmas celebrations"; not "attacked on Monday villages".
pub(super) fn is_attribute(scene: &Scene<'_>, time: &TimeMention) -> bool {
    let verb = time.first.checked_sub(1).and_then(|before| scene.chunk_at(before)).is_some_and(|verb| verb.kind == ChunkKind::Verb);
    let bare = !matches!(scene.reading.phrases.tags.get(time.last as usize), Some(Some(Tag::Determiner | Tag::Number)));
    let noun = || scene.chunk_at(time.last).or_else(|| scene.chunk_at(time.last + 1)).is_some_and(|noun| noun.kind == ChunkKind::Noun);
    time.rule.contains("holiday") && verb && bare && noun()
}

/// Whether a month or the like behind a deed that somebody threatens to pay back is that of the deed: "vowed to avenge the killing of their leader last
/// month".
pub(super) fn is_avenged(scene: &Scene<'_>, mentions: &[Mention<'_>], time: &TimeMention, trigger: &Trigger<'_>) -> bool {
    let long = time.range.is_some_and(|(first, last)| (last - first).get_days() > FEW_DAYS);
    trigger.kind == EventKind::Threat && long && is_of_deed(scene, mentions, time.first, trigger)
}

/// Whether the time owns a deed that the event came before: "before Thursday's bloodshed, ten people had died".
pub(super) fn is_before_deed(scene: &Scene<'_>, time: &TimeMention, trigger: &Trigger<'_>) -> bool {
    let owner = scene.document.tokens.get(time.last as usize).is_some_and(|mark| mark.kind == TokenKind::Possessive);
    owner && time.first.checked_sub(1).is_some_and(|before| scene.hash(before) == word!("before")) && trigger.first > time.last
}

/// Whether the feast is only what the event came before: "ahead of the Easter parades", "in the run-up to New Year"; "before New Year" tells about when.
pub(super) fn is_before_feast(scene: &Scene<'_>, time: &TimeMention) -> bool {
    const RUN: [u64; 3] = [word!("run-up"), word!("lead-up"), word!("build-up")];
    let at = |token: Option<u32>| token.map_or(0, |token| scene.hash(token));
    let before = time.first.checked_sub(1);
    let before = before.filter(|&the| scene.hash(the) != word!("the")).or(before.and_then(|the| the.checked_sub(1)));
    let second = before.and_then(|token| token.checked_sub(1));
    let ahead = at(before) == word!("of") && at(second) == word!("ahead");
    // The tokens of "run-up" may be three.
    let up = at(before) == word!("to") && (RUN.contains(&at(second)) || at(second) == word!("up"));
    time.rule.contains("holiday") && (ahead || up)
}

/// Whether a time belongs to another verb than the trigger, or than the one that carries it: "who took office on Friday, was wounded";
/// or stands inside another noun group: "a 1981 sedan".
pub(super) fn is_of_another(scene: &Scene<'_>, time: &TimeMention, trigger: &Trigger<'_>) -> bool {
    let Some(at) = scene.chunk_index(time.first) else { return false };
    // "Just 13 months earlier" is the time itself.
    let earlier = scene.hash(time.last - 1) == word!("earlier") && is_fronted(scene, time.first);
    let is_time = |group: &Chunk| earlier && (time.first..time.last).contains(&group.head);
    if let Some(group) = scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Noun && !is_time(chunk)) {
        return !(group.first..group.last).contains(&trigger.head);
    }
    let own = scene.chunk_index(trigger.head);
    let carrier = || own.filter(|_| trigger.pos == Pos::Noun).and_then(|own| scene.of_noun(own).governor);
    for before in (at.saturating_sub(5)..at).rev() {
        match scene.chunks().get(before).map(|chunk| chunk.kind) {
            Some(ChunkKind::Verb) if own.is_some_and(|own| is_flight(scene, own, before)) => {}
            // "Tried to kill a governor in 2012".
            Some(ChunkKind::Verb) if scene.chunks().get(before).is_some_and(|verb| (trigger.first..trigger.last).contains(&verb.head)) => {
                return false;
            }
            Some(ChunkKind::Verb) => return Some(before) != own && Some(before as u32) != carrier(),
            Some(ChunkKind::Mark | ChunkKind::Subordinator) | None => return false,
            _ if Some(before) == own => return false,
            _ => {}
        }
    }
    false
}

/// Whether a participle tells of the weapon that hit, so that its day is that of the hit: "struck by a rocket *fired* by a plane on Sunday".
fn is_flight(scene: &Scene<'_>, hit: usize, participle: usize) -> bool {
    let chunk = |at: usize| scene.chunks().get(at);
    let by = chunk(hit + 1).is_some_and(|by| scene.hash(by.first) == word!("by"));
    let weapon = || chunk(hit + 2).is_some_and(|weapon| scene.is(scene.noun(weapon), Class::WEAPON));
    participle == hit + 3 && by && chunk(participle).is_some_and(|verb| verb.form == VerbForm::Participle) && weapon()
}

/// Whether the trigger is a gerund right behind the comma after a time, or a second one joined to that, done in what its clause tells: "launched an
/// operation on Wednesday, hitting nine camps and killing two men".
pub(super) fn is_of_clause_before(scene: &Scene<'_>, time: &TimeMention, trigger: &Trigger<'_>) -> bool {
    let gerund = |at: usize| scene.chunks().get(at).filter(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Gerund);
    let Some(own) = scene.chunk_index(trigger.head).filter(|&own| gerund(own).is_some()) else { return false };
    let opens = |at: usize| gerund(at).is_some_and(|verb| verb.first == time.last + 1);
    let and = |at: usize| scene.chunks().get(at).is_some_and(|and| and.kind == ChunkKind::Conjunction);
    let first = scene.chunk_index(time.last + 1).filter(|&first| first < own && opens(first) && own.checked_sub(1).is_some_and(and));
    let objects = |first: usize| {
        let between = scene.chunks().get(first + 1..own - 1).unwrap_or(&[]);
        between.iter().all(|chunk| matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Conjunction))
    };
    (opens(own) || first.is_some_and(objects)) && scene.document.word(time.last as usize) == ","
}

/// The verb group before a time.
fn verb_before<'r>(scene: &Scene<'r>, time: u32) -> Option<&'r Chunk> {
    let at = scene.chunk_index(time)?;
    (at.saturating_sub(5)..at).rev().filter_map(|before| scene.chunks().get(before)).find(|chunk| chunk.kind == ChunkKind::Verb)
}

/// Whether the time is that of a participle before a finite verb, which tells what came later: "officers kidnapped on 2 July were released".
pub(super) fn is_reduced(scene: &Scene<'_>, time: u32, trigger: &Trigger<'_>) -> bool {
    let participle = verb_before(scene, time).is_some_and(|verb| verb.form == VerbForm::Participle);
    let own = scene.chunk_at(trigger.head).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite);
    participle && own
}

/// Whether a trigger stands in the verb group before a time, so that its day may be the whole event's.
pub(super) fn is_told(scene: &Scene<'_>, mentions: &[Mention<'_>], time: u32) -> bool {
    let verb = verb_before(scene, time);
    verb.is_some_and(|verb| mentions.iter().any(|other| (verb.first..verb.last).contains(&other.trigger.head)))
}

/// Whether a time only opens or closes a span: "since 1980", "until Friday", "since the founding of the republic in 1979";
/// not that of the event `own` inside it: "since the bombing of 2005".
pub(super) fn is_bound(scene: &Scene<'_>, time: u32, own: u32) -> bool {
    const BOUNDS: [u64; 3] = [fold::hash("since"), fold::hash("until"), fold::hash("till")];
    const REACH: u32 = 14;
    (time.saturating_sub(REACH)..time)
        .rev()
        .take_while(|&token| scene.chunk_at(token).is_some_and(|chunk| !matches!(chunk.kind, ChunkKind::Verb | ChunkKind::Mark)))
        .any(|token| BOUNDS.contains(&scene.hash(token)) && !(token..time).contains(&own))
        // "Since the 1993 attack".
        && scene.chunk_index(time) != scene.chunk_index(own)
}
