//! Status: whether an event took place, by the cues that govern its trigger.

use super::filler::is_definite;
use super::index::within;
use super::scene::Scene;
use super::trigger::{Pos, Trigger};
use crate::lexicon::{Hit, Row, TableId, column};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{EventKind, Status};
use crate::token::fold;

/// What the cues about a trigger make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// An event, with the status that a cue gives it and the tokens of a word of doubt.
    Event { status: Option<Status>, hedge: Option<(u32, u32)> },
    /// No event; the class of the cue that says so.
    Nothing,
}

/// Farthest that a cue reaches, in tokens.
const REACH: u32 = 24;

/// Weighs the cues of the trigger's sentence: the nearest that governs it decides, and the nearest word of doubt is kept.
pub(super) fn weigh(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Verdict {
    weigh_by_cue(scene, trigger).0
}

/// The same, with the cue that decided, if one did.
pub(super) fn weigh_by_cue(scene: &Scene<'_>, trigger: &Trigger<'_>) -> (Verdict, Option<Hit>) {
    if is_negated(scene, trigger) {
        return (Verdict::Nothing, None);
    }
    let range = scene.sentence(trigger.sentence);
    let window = trigger.first.saturating_sub(REACH).max(range.start)..(trigger.last + REACH).min(range.end);
    let (mut status, mut hedge, mut cue) = (None, None, None);
    let (mut nearest, mut nearest_hedge) = (u32::MAX, u32::MAX);
    let mut covered = 0;
    for here in within(&scene.index.statuses, window).chunk_by(|one, other| one.first == other.first) {
        // A form with a gap may reach into the next sentence.
        let Some(longest) = here.iter().rfind(|hit| hit.last <= range.end).filter(|longest| longest.last > covered) else { continue };
        covered = longest.last;
        for &hit in here.iter().filter(|hit| hit.last == longest.last) {
            let row = scene.lexicon.row(hit.row);
            // "joint exercises" simulate a war, but states agree on them in earnest.
            let class = row.value(column::Status::Class);
            let earnest = trigger.kind.is_pack() && class == "simulated";
            // Bombs that are dropped are no plan that is.
            let armed = trigger.frame == "weapon-noun" && class == "ceased";
            let least = if class == "hedge" { nearest_hedge } else { nearest };
            let distance = distance(trigger, hit);
            if earnest
                || armed
                || distance >= least
                || is_pluperfect(scene, hit, range.start)
                || is_month(scene, hit)
                || (class == "simulated" && is_trade(scene, hit))
                || !governs(scene, trigger, hit, row)
            {
                continue;
            }
            if class == "hedge" {
                (nearest_hedge, hedge) = (distance, Some((hit.first, hit.last)));
            } else {
                let own = if is_purpose(scene, hit, row) { "none" } else { row.value(column::Status::Status) };
                let stopped = matches!(own, "planned" | "attempted") && is_stopped_plan(scene, hit);
                (nearest, status) = (distance, Some(if stopped { "foiled" } else { own }));
                cue = Some(*hit);
            }
        }
    }
    let verdict = match status {
        Some("none") => Verdict::Nothing,
        None if is_aim(scene, trigger) => Verdict::Nothing,
        Some("denied") if trigger.pos == Pos::Noun && is_known(scene, trigger) => Verdict::Event { status: None, hedge },
        Some(status) => Verdict::Event { status: Status::named(status), hedge },
        None => Verdict::Event { status: None, hedge },
    };
    (verdict, cue)
}

/// Whether the trigger is a verb that its own group negates; a form that holds its negation ("will not accept") tells an act.
pub(super) fn is_negated(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    trigger.pos == Pos::Verb
        && (scene.chunk_at(trigger.head).is_some_and(|chunk| chunk.negated && trigger.first > chunk.first)
            || trigger.kind.is_speech() && is_of_nobody(scene, trigger))
}

/// "No group has claimed the attack", "nobody immediately claimed responsibility for it".
fn is_of_nobody(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some(verb) = scene.chunk_index(trigger.head) else { return false };
    let subject = scene.of_verb(verb).subject;
    let first = subject.first().and_then(|&index| scene.chunks().get(index as usize));
    first.is_some_and(|chunk| scene.is_nobody(chunk))
}

/// Whether the cue is a "had" behind its subject ("Gunmen had killed"), not one that opens a condition ("Had the shell hit").
fn is_pluperfect(scene: &Scene<'_>, cue: &Hit, start: u32) -> bool {
    let opens = cue.first == start || scene.reading.document.tokens.get(cue.first as usize - 1).is_none_or(|token| !token.is_word());
    !opens && cue.last == cue.first + 1 && scene.hash(cue.first) == const { fold::hash("had") }
}

/// Whether the cue is the month of May, which is no modal: "were killed in May".
fn is_month(scene: &Scene<'_>, cue: &Hit) -> bool {
    scene.hash(cue.first) == const { fold::hash("may") } && !scene.is_in(cue.first, ChunkKind::Verb)
}

/// Whether the cue only says what somebody works at: "a film producer".
fn is_trade(scene: &Scene<'_>, cue: &Hit) -> bool {
    let group = scene.chunk_at(cue.first).filter(|chunk| chunk.kind == ChunkKind::Noun && chunk.head >= cue.last);
    group.is_some_and(|chunk| scene.hit_ending(chunk.head, chunk.head, TableId::PersonNoun).is_some())
}

/// Whether a cue of prevention stands right before a plan or attempt: "thwarted a plot to bomb".
fn is_stopped_plan(scene: &Scene<'_>, plan: &Hit) -> bool {
    let noun = scene.is_in(plan.first, ChunkKind::Noun);
    let before = plan.first.saturating_sub(4)..plan.first;
    noun && before.into_iter().any(|token| {
        scene
            .hits(token, TableId::Status)
            .any(|hit| hit.last <= plan.first && scene.lexicon.row(hit.row).text(column::Status::Class) == "foiled")
    })
}

/// Whether a cue of prevention only tells an aim: "measures to prevent attacks".
fn is_purpose(scene: &Scene<'_>, cue: &Hit, row: Row<'_>) -> bool {
    let verb = scene.chunk_at(cue.first).filter(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Infinitive);
    row.text(column::Status::Class) == "foiled" && verb.is_some_and(|chunk| scene.hash(chunk.first) == const { fold::hash("to") })
}

/// Whether the trigger is an infinitive that nothing says was carried out: "a network to attack", "how to kill", but not "to have killed".
fn is_aim(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let verb = scene.chunk_at(trigger.head).filter(|_| trigger.pos == Pos::Verb);
    verb.is_some_and(|chunk| {
        let perfect = scene.hash(chunk.first + 1) == const { fold::hash("have") };
        chunk.form == VerbForm::Infinitive && scene.hash(chunk.first) == const { fold::hash("to") } && !perfect
    })
}

/// Whether the trigger's group is definite, so that what is denied is a part in it.
fn is_known(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    scene.chunk_at(trigger.head).is_some_and(|chunk| is_definite(scene, scene.noun(chunk)))
}

/// Whether the cue governs the trigger.
fn governs(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit, row: Row<'_>) -> bool {
    let inside = cue.first >= trigger.first && cue.last <= trigger.last;
    if inside || (cue.first < trigger.last && cue.last > trigger.first && cue.first > trigger.first) {
        return false;
    }
    // A word that is the speech act itself ("threatened to") is no cue for it.
    let speaks = trigger.kind.is_speech() || trigger.kind == EventKind::Statement;
    if speaks && cue.first < trigger.last && cue.last > trigger.first {
        return false;
    }
    let after = cue.first >= trigger.last;
    let (from, to) = if after { (trigger.last, cue.first) } else { (cue.last, trigger.first) };
    let gap = distance(trigger, cue);
    row.flags(column::Status::Scope).any(|scope| is_in_scope(scene, trigger, cue, scope, after, gap)) && !is_stopped(scene, row, from, to)
}

/// How many tokens stand between a cue and the trigger.
const fn distance(trigger: &Trigger<'_>, cue: &Hit) -> u32 {
    if cue.first >= trigger.last { cue.first - trigger.last } else { trigger.first.saturating_sub(cue.last) }
}

fn is_stopped(scene: &Scene<'_>, row: Row<'_>, from: u32, to: u32) -> bool {
    row.phrases(column::Status::Stop).any(|stop| (from..to).any(|token| stop == [scene.hash(token)]))
}

fn is_in_scope(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit, scope: &str, after: bool, gap: u32) -> bool {
    let same_chunk = scene.chunk_index(cue.last - 1) == scene.chunk_index(trigger.head);
    let form = scene.chunk_at(trigger.head).filter(|chunk| chunk.kind == ChunkKind::Verb).map(|chunk| chunk.form);
    let is_noun = form.is_none();
    match scope {
        "verb" if scene.is_in(cue.first, ChunkKind::Verb) && !same_chunk => false,
        "verb" => !is_noun && (same_chunk || (!after && gap <= 4 && !has_verb(scene, cue.last, trigger.head)) || (after && gap <= 2)),
        "object" if is_noun => is_object(scene, trigger, cue, after, gap),
        "object" | "gerund" => {
            let start = chunk_start(scene, trigger);
            // What stands behind a comma belongs to the clause: "trying to storm parliament, killing five".
            !after
                && start.checked_sub(1).is_none_or(|mark| scene.document.word(mark as usize) != ",")
                && gap <= 6
                && form == Some(VerbForm::Gerund)
                && !has_verb(scene, cue.last, trigger.head.min(start))
        }
        "subject" => is_subject(scene, trigger, cue, after, gap),
        "infinitive" => {
            let joined = form == Some(VerbForm::Infinitive) || same_chunk || scene.hash(cue.last - 1) == const { fold::hash("to") };
            // "Were the rebels to attack", not "were attacked and taken to", "were beaten to death".
            let gapped = cue.first < trigger.first && trigger.first < cue.last;
            !after
                && !gapped
                && !is_noun
                && joined
                && gap <= 8
                && !is_spent(scene, trigger, cue)
                && !has_verb(scene, cue.last, chunk_start(scene, trigger))
        }
        "clause" => !after && gap <= 20,
        // A "crackdown on" is none of itself.
        "noun" => {
            !after
                && is_noun
                && cue.last <= trigger.first
                && !has_verb(scene, cue.last, trigger.first)
                && nouns_between(scene, cue.last, trigger.head) == 0
        }
        "head" => !after && is_noun && (same_chunk || gap <= 1),
        "premodifier" => after && gap <= 1,
        "before" => after && gap <= 12,
        "sentence" => true,
        _ => false,
    }
}

/// Whether the infinitive that the cue asks for is another verb: "the convoy in which they *tried to* flee was ambushed".
fn is_spent(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    let form = scene.chunk_at(trigger.head).map(|chunk| chunk.form);
    let next = scene.chunk_at(cue.last - 1).filter(|chunk| chunk.kind == ChunkKind::Verb && chunk.head >= cue.last);
    form != Some(VerbForm::Infinitive) && next.is_some_and(|next| next.last <= trigger.first)
}

fn chunk_start(scene: &Scene<'_>, trigger: &Trigger<'_>) -> u32 {
    scene.chunk_at(trigger.head).map_or(trigger.first, |chunk| chunk.first)
}

/// Whether the trigger is the object of the cue verb, or the subject of its passive.
fn is_object(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit, after: bool, gap: u32) -> bool {
    if gap > 12 {
        return false;
    }
    if !after {
        return !has_verb(scene, cue.last, trigger.first) && nouns_between(scene, cue.last, trigger.head) <= 1;
    }
    let passive = scene.chunk_at(cue.last - 1).is_some_and(|chunk| chunk.voice == crate::phrase::Voice::Passive);
    passive && is_verbs_subject(scene, trigger, cue, gap)
}

fn is_subject(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit, after: bool, gap: u32) -> bool {
    after && gap <= 12 && is_verbs_subject(scene, trigger, cue, gap)
}

fn is_verbs_subject(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit, gap: u32) -> bool {
    let (Some(verb), Some(own)) = (scene.chunk_index(cue.last - 1), scene.chunk_index(trigger.head)) else { return false };
    let subject = scene.of_verb(verb).subject;
    if subject.is_empty() { gap <= 4 && !has_verb(scene, trigger.last, cue.first) } else { subject.contains(&(own as u32)) }
}

/// Whether a verb group begins in `from..to`.
fn has_verb(scene: &Scene<'_>, from: u32, to: u32) -> bool {
    from < to && scene.index.verbs(scene.chunk_from(from)..scene.chunk_from(to)).all > 0
}

/// How many noun groups end in `from..to`, that of the trigger aside.
fn nouns_between(scene: &Scene<'_>, from: u32, to: u32) -> usize {
    let own = scene.chunk_index(to);
    let Some(start) = scene.chunk_index(from).filter(|_| from < to) else { return 0 };
    let chunks = scene.chunks().iter().enumerate().skip(start).take_while(|(_, chunk)| chunk.first < to);
    chunks.filter(|&(at, chunk)| chunk.kind == ChunkKind::Noun && (from..to).contains(&chunk.head) && Some(at) != own).count()
}
