//! Status: whether an event took place, by the cues that govern its trigger.

mod alternative;
mod carrier;
mod scope;
mod void;

use super::class::Class;
use super::credit;
use super::filler::is_definite;
use super::index::within;
use super::scene::Scene;
use super::trigger::{Pos, Trigger, kind_of};
use crate::lexicon::{Hit, Row, TableId, Tag, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, THEIR, VerbForm, Voice};
use crate::quantity::QuantityKind;
use crate::record::{EventKind, Status};
use crate::token::literal::word;
use crate::token::{TokenKind, fold};
pub(super) use alternative::is_before_alternative;
pub(super) use carrier::{TAKE, takes_place};
use scope::{distance, governs};
use void::{is_plain_passive, is_void};

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
    let carrier = carrier::of(scene, trigger);
    if is_negated(scene, trigger) || carrier.as_ref().is_some_and(|carrier| is_negated(scene, carrier)) {
        return (Verdict::Nothing, None);
    }
    if alternative::is_alternative(scene, trigger) {
        return (Verdict::Event { status: Some(Status::Threatened), hedge: None }, None);
    }
    let range = scene.sentence(trigger.sentence);
    let window = trigger.first.saturating_sub(REACH).max(range.start)..(trigger.last + REACH).min(range.end);
    let (mut status, mut hedge, mut cue) = (None, None, None);
    let (mut nearest, mut nearest_hedge) = (u32::MAX, u32::MAX);
    let mut covered = 0;
    for here in within(&scene.index.statuses, window).chunk_by(|one, other| one.first == other.first) {
        // A form with a gap may reach into the next sentence.
        let fits = |hit: &Hit| hit.last <= range.end && !is_plain_passive(scene, hit, range.start);
        let Some(longest) = here.iter().rfind(|hit| fits(hit)).filter(|longest| longest.last > covered) else { continue };
        let governs = |hit: &Hit| {
            let row = scene.lexicon.row(hit.row);
            governs(scene, trigger, hit, row) || carrier.as_ref().is_some_and(|verb| governs(scene, verb, hit, row))
        };
        // "Could be imposed" is no "could be a bomb", "would be killed" no "would-be killer".
        let row = scene.lexicon.row(longest.row);
        let nominal = row.value(column::Status::Class) == "hedge" || row.has(column::Status::Scope, "head");
        // "Killed two would-be bombers": that is no "would".
        let joined = (longest.first..longest.last).any(|token| scene.document.word(token as usize) == "-");
        let idle = nominal && !joined && !governs(longest);
        let shorter = here.iter().rfind(|hit| hit.last < longest.last).filter(|_| idle);
        covered = shorter.map_or(longest.last, |hit| hit.last);
        for &hit in here.iter().filter(|hit| hit.last == covered) {
            let row = scene.lexicon.row(hit.row);
            let class = row.value(column::Status::Class);
            let least = if class == "hedge" { nearest_hedge } else { nearest };
            let distance = distance(trigger, hit);
            // A plan that comes before its end: "a planned attack was foiled".
            // "Threatened to resume": what was threatened decides.
            if carrier.as_ref().is_some_and(|verb| verb.head == hit.first && is_asked_for(scene, verb.head)) {
                continue;
            }
            // "Warned that it will kill": the threat tells more than its modal.
            if cue.as_ref().is_some_and(|said| is_in_own_threat(scene, trigger, said, hit)) {
                continue;
            }
            let overtaken = class == "foiled" && matches!(status, Some("planned" | "attempted"));
            let done = class == "planned" && is_known_plan(scene, trigger, hit);
            if (distance >= least && !overtaken) || done || is_void(scene, trigger, hit, &row) || !governs(hit) {
                continue;
            }
            if class == "hedge" {
                (nearest_hedge, hedge) = (distance, Some((hit.first, hit.last)));
            } else {
                (nearest, status) = (distance, Some(status_of(scene, trigger, carrier.as_ref().unwrap_or(trigger), hit)));
                cue = Some(*hit);
            }
        }
    }
    let verdict = match status {
        Some("none") => Verdict::Nothing,
        None if is_aim(scene, trigger) => match is_announced(scene, trigger) {
            true => Verdict::Event { status: Some(Status::Planned), hedge },
            false => Verdict::Nothing,
        },
        // "Rejected an ultimatum": it was given.
        Some("denied") if trigger.pos == Pos::Noun && (is_known(scene, trigger) || trigger.kind.is_speech()) => {
            Verdict::Event { status: None, hedge }
        }
        Some(status) => Verdict::Event { status: Status::named(status), hedge },
        None => Verdict::Event { status: None, hedge },
    };
    (verdict, cue)
}

/// The status that a cue gives a trigger, as its row tells it or its neighbours: "called for a march", "a plan to bomb the bank was foiled".
fn status_of<'l>(scene: &Scene<'l>, trigger: &Trigger<'_>, carrier: &Trigger<'_>, hit: &Hit) -> &'l str {
    let row = scene.lexicon.row(hit.row);
    let own = match row.value(column::Status::Status) {
        _ if is_purpose(scene, hit, row) => "none",
        // "The blast nearly killed the mayor": it hit him.
        "attempted" if (trigger.is_outcome() || carrier.head != trigger.head) && row.has(column::Status::Scope, "group") => "occurred",
        "attempted" if is_fled(scene, trigger, hit) => "occurred",
        // "Called for a march on Thursday": nobody is threatened.
        "threatened" if is_of_crowd(trigger.kind) && scene.hash(hit.last - 1) == word!("for") => "planned",
        // "Pledged a ceasefire".
        "threatened" if trigger.kind == EventKind::Agreement => "planned",
        "planned" if is_wish(scene, trigger, hit) => "none",
        "planned" if row.value(column::Status::Class) == "ordered" && is_carried_out(scene, trigger) => "occurred",
        "none" if is_intention(scene, carrier, hit) => "planned",
        own => own,
    };
    let stopped = matches!(own, "planned" | "attempted") && is_stopped_plan(scene, hit);
    if stopped { "foiled" } else { own }
}

/// Whether the clause goes on with what the deed that somebody ordered led to: "ordered troops to fire on the crowd, *killing 40*".
fn is_carried_out(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const REACH: usize = 12;
    let comma = |chunk: &Chunk| scene.document.word(chunk.first as usize) == ",";
    let Some(own) = scene.chunk_index(trigger.head) else { return false };
    let behind = scene.chunks().get(own + 1..).unwrap_or_default();
    let phrase = |chunk: &&Chunk| !matches!(chunk.kind, ChunkKind::Verb | ChunkKind::Mark);
    let end = behind.iter().take(REACH).take_while(phrase).count();
    let result = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame).starts_with("outcome-");
    let gerund = behind.get(end + 1).filter(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Gerund);
    behind.get(end).is_some_and(comma) && gerund.is_some_and(|verb| scene.hits(verb.head, TableId::Trigger).any(result))
}

/// Whether what somebody escapes goes on without him, or is known to have come: "left the town to escape the fighting", "escaped the attack by
/// jumping from a window"; not "escaped a kidnapping".
fn is_fled(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    let verb = scene.chunk_at(cue.first).filter(|verb| verb.kind == ChunkKind::Verb && scene.has(WordSet::Escape, cue.first));
    let deed = trigger.pos == Pos::Noun && trigger.kind.is_violence() && trigger.status.is_none();
    deed && verb.is_some_and(|verb| trigger.frame == "clash" || verb.form == VerbForm::Infinitive || is_known(scene, trigger))
}

/// Whether the result only nearly came about: "was almost killed".
pub(super) fn is_narrow(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let nearly = |hit: &Hit| hit.last == trigger.head && scene.lexicon.row(hit.row).has(column::Status::Scope, "group");
    let verb = scene.is_in(trigger.head, ChunkKind::Verb) && trigger.is_outcome();
    verb && trigger.head.checked_sub(1).is_some_and(|before| scene.hits(before, TableId::Status).any(nearly))
}

/// Whether the modal is that of what somebody threatens to do himself: "warned that it will kill the judges"; not "that it would attack".
fn is_in_own_threat(scene: &Scene<'_>, trigger: &Trigger<'_>, said: &Hit, modal: &Hit) -> bool {
    let row = scene.lexicon.row(said.row);
    let will = scene.lexicon.row(modal.row).value(column::Status::Status) == "planned";
    let threat = will && row.value(column::Status::Class) == "threatened" && row.has(column::Status::Scope, "clause");
    let deed = trigger.kind.is_violence() || trigger.method == Some("execution");
    let verb = scene.chunk_index(trigger.head).filter(|_| threat && trigger.pos == Pos::Verb && deed);
    let own = |verb: &usize| scene.chunks().get(*verb).is_some_and(|verb| verb.modal == Some(modal.first) && modal.last == modal.first + 1);
    let subject = verb.filter(own).and_then(|verb| scene.of_verb(verb).subject.first().copied());
    let subject = subject.and_then(|noun| scene.chunks().get(noun as usize)).map(|noun| scene.noun(noun));
    subject.is_some_and(|noun| scene.facts(noun).pronoun || THEIR.contains(&scene.hash(noun.first)))
}

/// Whether somebody only wants something done to himself: "he wanted to be executed".
fn is_wish(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    let intended = |hit: &Hit| hit.last == cue.last && scene.lexicon.row(hit.row).text(column::Status::Class) == "intended";
    // "Told police he wanted to" is one cue as well.
    let wants = cue.last.checked_sub(2).is_some_and(|want| scene.hits(want, TableId::Status).any(intended));
    let verb = scene.chunk_at(trigger.head).filter(|_| wants && trigger.pos == Pos::Verb);
    verb.is_some_and(|verb| verb.form == VerbForm::Infinitive && verb.voice == Voice::Passive)
}

/// Whether those who do it lay down work or gather, and hurt nobody.
const fn is_of_crowd(kind: EventKind) -> bool {
    matches!(kind, EventKind::Protest | EventKind::Obstruction)
}

/// The token of the verb that says of an event noun that it takes place: "the attack *took* place", "a curfew was *imposed*".
pub(super) fn carrier(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<u32> {
    carrier::of(scene, trigger).map(|verb| verb.head)
}

/// Whether the violence that somebody planned is told as known, so that it came to it: "accused of planning the 2019 bombing", "plotted the
/// attack"; not "are planning the attack".
fn is_known_plan(scene: &Scene<'_>, trigger: &Trigger<'_>, plan: &Hit) -> bool {
    let verb = scene.chunk_at(plan.first).filter(|verb| verb.kind == ChunkKind::Verb && verb.head == plan.first);
    let goes_on =
        |verb: &Chunk| verb.last - verb.first > 1 && scene.document.word(verb.head as usize).to_ascii_lowercase().ends_with("ing");
    let deed = trigger.kind.is_violence() && trigger.pos == Pos::Noun && plan.last <= trigger.first;
    // "A bombing that killed 14 people" took place.
    let told = || {
        let relative = scene.chunk_index(trigger.head).and_then(|noun| scene.of_noun(noun).relative);
        let past = |verb: &&Chunk| verb.modal.is_none() && scene.reading.phrases.tags.get(verb.head as usize) == Some(&Some(Tag::VerbEd));
        let verb = relative.and_then(|verb| scene.chunks().get(verb as usize)).filter(past);
        verb.is_some_and(|verb| scene.hits(verb.head, TableId::Trigger).any(|hit| kind_of(hit).is_some_and(EventKind::is_violence)))
    };
    deed && (is_known(scene, trigger) || told())
        && verb.is_some_and(|verb| (verb.form != VerbForm::Infinitive || is_perfect(scene, verb)) && verb.modal.is_none() && !goes_on(verb))
}

/// Whether it is "to have planned", which tells of what was done.
fn is_perfect(scene: &Scene<'_>, verb: &Chunk) -> bool {
    scene.hash(verb.first + 1) == const { fold::hash("have") }
}

/// Whether a cue right before an infinitive tells what becomes of it: "threatened to resume", not "decisions made by the army to carry out".
fn is_asked_for(scene: &Scene<'_>, verb: u32) -> bool {
    const REACH: u32 = 6;
    let Some(to) = scene.chunk_at(verb).filter(|chunk| chunk.form == VerbForm::Infinitive).map(|chunk| chunk.first) else { return false };
    let before = within(&scene.index.statuses, to.saturating_sub(REACH)..to);
    before.iter().any(|hit| hit.head == hit.last && (hit.last == to || hit.last == to + 1))
}

/// Whether the cue is the "would" of what somebody says that he or another will do: "said on Friday it would send troops"; no condition stands beside.
fn is_intention(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    const WOULD: u64 = fold::hash("would");
    const IF: [u64; 2] = [fold::hash("if"), fold::hash("unless")];
    let verb = scene.chunk_index(cue.first).filter(|_| scene.hash(cue.first) == WOULD && cue.last == cue.first + 1);
    let Some(verb) = verb.filter(|&verb| scene.chunk_index(trigger.head) == Some(verb)) else { return false };
    let actor = Class::PEOPLE.with(Class::ORGANIZATION).with(Class::PLACE);
    let subject = scene.of_verb(verb).subject.first().and_then(|&noun| scene.chunks().get(noun as usize));
    // "Said talks would resume", not "said an attack would kill".
    let carried = subject.is_some_and(|noun| scene.hits(noun.head, TableId::Trigger).next().is_some()) && !trigger.kind.is_violence();
    let acts = carried || subject.is_some_and(|noun| scene.is(scene.noun(noun), actor));
    acts && credit::is_said(scene, trigger) && !scene.sentence(trigger.sentence).any(|token| IF.contains(&scene.hash(token)))
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

/// Whether a cue of prevention stands right before a plan or attempt, or is told of it: "thwarted a plot to bomb".
fn is_stopped_plan(scene: &Scene<'_>, plan: &Hit) -> bool {
    let Some(noun) = scene.chunk_index(plan.first).filter(|_| scene.is_in(plan.first, ChunkKind::Noun)) else { return false };
    let foils = |token: u32, end: u32| {
        let hits = scene.hits(token, TableId::Status);
        hits.into_iter().any(|hit| hit.last <= end && scene.lexicon.row(hit.row).text(column::Status::Class) == "foiled")
    };
    let before = plan.first.saturating_sub(4)..plan.first;
    // "A plot to bomb a bank was uncovered".
    let around = scene.of_noun(noun);
    let verb = around.governor.filter(|_| around.governor_is_subject).and_then(|verb| scene.chunks().get(verb as usize));
    before.into_iter().any(|token| foils(token, plan.first)) || verb.is_some_and(|verb| verb.head > plan.last && foils(verb.head, u32::MAX))
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
        let perfect = is_perfect(scene, chunk);
        // "A plot to kill" says itself what it was.
        let whole = trigger.first < chunk.first && trigger.status.is_some();
        let aims = chunk.form == VerbForm::Infinitive && scene.hash(chunk.first) == const { fold::hash("to") } && !perfect && !whole;
        aims && !is_by_means(scene, trigger) && !is_claim_made(scene, trigger) && !is_of_ranked(scene, trigger)
    })
}

/// Whether the infinitive tells of what is ranked, and so was done: "became the largest city to fall", "was the third editor to be murdered".
fn is_of_ranked(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const RANKS: [u64; 4] = [word!("first"), word!("latest"), word!("last"), word!("only")];
    let Some(own) = scene.chunk_index(trigger.head) else { return false };
    let noun = own.checked_sub(1).and_then(|at| scene.chunks().get(at)).filter(|noun| noun.kind == ChunkKind::Noun);
    let ranks = |token: u32| {
        let tag = scene.reading.phrases.tags.get(token as usize).copied().flatten();
        tag == Some(Tag::Superlative) || RANKS.contains(&scene.hash(token))
    };
    let told = own
        .checked_sub(2)
        .and_then(|at| scene.chunks().get(at))
        .is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite && verb.modal.is_none() && !verb.negated);
    let ordinal = |noun: &Chunk| {
        let from = scene.reading.quantities.partition_point(|quantity| quantity.first < noun.first);
        let mut inside = scene.reading.quantities.get(from..).unwrap_or(&[]).iter().take_while(|quantity| quantity.first < noun.head);
        inside.any(|quantity| quantity.kind == QuantityKind::Ordinal)
    };
    told && noun.is_some_and(|noun| ordinal(noun) || (noun.first..noun.head).any(ranks))
}

/// Whether somebody did something only to claim a deed, and so claimed it: "telephoned a radio station to claim responsibility for".
fn is_claim_made(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const STEPS: usize = 8;
    let Some(own) = scene.chunk_index(trigger.head).filter(|_| trigger.kind == EventKind::Claim && trigger.strong) else { return false };
    let before = scene.chunks().get(own.saturating_sub(STEPS)..own).unwrap_or(&[]);
    let done = |verb: &Chunk| verb.form == VerbForm::Finite && verb.modal.is_none() && !verb.negated && verb.voice == Voice::Active;
    before.iter().rfind(|chunk| chunk.kind == ChunkKind::Verb).is_some_and(done) && !is_of_nobody(scene, trigger)
}

/// Whether a weapon is told to have been used for it: "used tear gas to disperse the crowd", "fired rubber bullets to break up a march".
fn is_by_means(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const STEPS: usize = 8;
    let Some(own) = scene.chunk_index(trigger.head) else { return false };
    let before = scene.chunks().get(own.saturating_sub(STEPS)..own).unwrap_or(&[]);
    let Some(verb) = before.iter().rposition(|chunk| chunk.kind == ChunkKind::Verb) else { return false };
    let (verb, means) = (&before[verb], &before[verb + 1..]);
    let weapon = |chunk: &Chunk| chunk.kind == ChunkKind::Noun && scene.is(scene.noun(chunk), Class::WEAPON);
    scene.has(WordSet::Using, verb.head) && verb.modal.is_none() && !verb.negated && means.first().is_some_and(weapon)
}

/// Whether a headline says with an infinitive what is to come: "Army to send more troops to the border".
fn is_announced(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let range = scene.sentence(trigger.sentence);
    let (Some(verb), Some(first)) = (scene.chunk_index(trigger.head), scene.chunk_index(range.start)) else { return false };
    let chunks = scene.chunks();
    let subject = chunks.get(first..verb).is_some_and(|before| {
        before.iter().all(|chunk| matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Conjunction))
    });
    let actor = Class::PEOPLE.with(Class::ORGANIZATION).with(Class::PLACE);
    let acts = |chunk: &Chunk| chunk.kind == ChunkKind::Noun && scene.is(scene.noun(chunk), actor);
    let behind_actor = verb.checked_sub(1).and_then(|before| chunks.get(before)).is_some_and(acts);
    subject && behind_actor && scene.document.tokens.get(range.end as usize - 1).is_some_and(|last| last.is_word())
}

/// Whether the trigger's group is definite or owned ("the mayor's murder"), so that what is denied is a part in it.
pub(super) fn is_known(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let owned = |first: u32| scene.document.tokens.get(first as usize).is_some_and(|token| token.kind == TokenKind::Possessive);
    scene.chunk_at(trigger.head).is_some_and(|chunk| owned(chunk.first) || is_definite(scene, scene.noun(chunk)))
}
