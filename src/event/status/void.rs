//! What takes the force of a cue: it stands for something else, or the sentence tells what took place in spite of it.

use super::scope::distance;
use crate::event::class::Class;
use crate::event::filler::is_definite;
use crate::event::scene::Scene;
use crate::event::trigger::{Pos, Trigger};
use crate::lexicon::{Hit, Row, TableId, Tag, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::record::{EventKind, TimeType};
use crate::token::{TextCase, fold};

/// What comes to an end when what it opens takes place: "held the town until rebels attacked it".
const TURNS: [u64; 3] = [fold::hash("until"), fold::hash("till"), fold::hash("once")];

/// Verbs that tell of a bomb that it did not go off, and of other things no more than what they say.
const FOUND: [u64; 5] =
    [fold::hash("found"), fold::hash("discovered"), fold::hash("spotted"), fold::hash("located"), fold::hash("dismantled")];

/// Most days of an expression of time that makes one event of "a wave of bombings".
const DAYS: i32 = 10;

/// Whether the cue says nothing of `trigger`.
pub(super) fn is_void(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit, row: &Row<'_>) -> bool {
    let start = scene.sentence(trigger.sentence).start;
    let class = row.value(column::Status::Class);
    match class {
        // "joint exercises" simulate a war, but states agree on them in earnest.
        // A "remote-controlled" bomb is real.
        "simulated" => trigger.kind.is_pack() || is_trade(scene, cue) || is_compounded(scene, cue),
        // "Killed the next year" looks back on it.
        "future" => {
            cue.first > start && scene.hash(cue.first - 1) == const { fold::hash("the") }
                || row.has(column::Status::Scope, "sentence") && is_before_other_verb(scene, trigger, cue)
        }
        // Bombs that are dropped are no plan that is.
        // "What it called a massive cyberattack" gives a name.
        "planned" => is_naming(scene, cue),
        // An ultimatum that expires was given.
        "ceased" => trigger.frame == "weapon-noun" || trigger.kind.is_utterance(),
        // "Sought a way out of the massacre", "seek the killers": nobody seeks to kill.
        "intended" if row.has(column::Status::Scope, "object") => trigger.kind.is_violence() && trigger.pos == Pos::Noun,
        // "Warned that an outbreak had killed 117 people".
        "threatened" => is_done(scene, trigger),
        // Who rejects a demand says not that nobody made it.
        // But "denies supporting the rebels".
        "denied" => trigger.kind == EventKind::Statement && !is_gerund(scene, trigger) || is_of_charge(scene, trigger, cue),
        // "The trial focuses on the murder of a priest".
        "hypothetical" if row.has(column::Status::Scope, "noun") => {
            trigger.kind.is_violence() && trigger.pos == Pos::Noun && super::is_known(scene, trigger)
        }
        "question" => is_presupposed(scene, trigger),
        // What was "nearly destroyed" was hit.
        "failed-attempt" if row.has(column::Status::Scope, "group") => trigger.kind == EventKind::PropertyDestruction,
        "failed-attempt" => is_beside_escape(scene, trigger, cue),
        "conditional" => is_pluperfect(scene, cue, start) || is_turn(scene, trigger, cue),
        "habitual" => {
            is_repeated_threat(trigger, row)
                || is_length(scene, cue)
                || is_of_rank(scene, cue, start)
                || is_paper(scene, cue)
                || is_of_thing(scene, cue)
                || is_in_subject(scene, trigger, cue)
                || (row.has(column::Status::Scope, "noun") && is_dated(scene, trigger))
        }
        "foiled" => is_found(scene, cue) && !is_bomb_to_be(scene, trigger, cue),
        _ => is_month(scene, cue),
    }
}

/// Whether a threat is told to have been uttered more than once: "had threatened the lawyer on several occasions".
fn is_repeated_threat(trigger: &Trigger<'_>, row: &Row<'_>) -> bool {
    trigger.kind == EventKind::Threat && trigger.pos == Pos::Verb && row.has(column::Status::Scope, "sentence")
}

/// Whether the cue tells that something was found or taken apart.
fn is_found(scene: &Scene<'_>, cue: &Hit) -> bool {
    FOUND.contains(&scene.hash(cue.last - 1))
}

/// Whether the trigger is a bomb that was there to go off: "a bomb was found at a ministry"; not "the bomb was found to contain nails".
fn is_bomb_to_be(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    trigger.kind == EventKind::Bombing && trigger.frame == "weapon-noun" && scene.hash(cue.last) != const { fold::hash("to") }
}

/// Whether a question takes it for granted: "what do you think of the bombs that were detonated on Monday?", "who planted the bomb that killed two?"
fn is_presupposed(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some(own) = scene.chunk_index(trigger.head) else { return false };
    let chunks = scene.chunks();
    let told = |verb: &Chunk| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite && verb.modal.is_none() && !verb.negated;
    let verb = if trigger.pos == Pos::Verb { Some(own) } else { scene.of_noun(own).relative.map(|verb| verb as usize) };
    let Some(verb) = verb.filter(|&verb| chunks.get(verb).is_some_and(told)) else { return false };
    let known = |noun: &Chunk| noun.kind == ChunkKind::Noun && is_definite(scene, scene.noun(noun));
    let subject = scene.of_verb(verb).subject.first().map(|&noun| noun as usize).filter(|&noun| noun < verb);
    subject.is_some_and(|noun| {
        let relative = chunks.get(noun + 1..verb).is_some_and(|between| between.iter().any(|chunk| chunk.kind == ChunkKind::Subordinator));
        relative && chunks.get(noun).is_some_and(known)
    })
}

/// Whether the day to come is that of a verb between the two, and the trigger only tells of whom: "a monument to Luis Ruiz, murdered in 1991, will be
/// unveiled next month".
fn is_before_other_verb(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    let own = scene.chunk_index(trigger.head).filter(|_| trigger.last <= cue.first);
    let participle =
        |at: usize| scene.chunks().get(at).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Participle);
    let to = scene.chunk_index(cue.first);
    own.filter(|&own| participle(own)).zip(to).is_some_and(|(own, to)| own + 1 < to && scene.index.verbs(own + 1..to).finite > 0)
}

/// Whether "and" joins the verb to one of escape, which others did: "letting prisoners *escape* and leaving a guard dead".
fn is_beside_escape(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    let escapes = scene.has(WordSet::Escape, cue.first) && scene.is_in(cue.first, ChunkKind::Verb);
    let and = trigger.first.checked_sub(1).is_some_and(|and| scene.is_in(and, ChunkKind::Conjunction));
    escapes && and && trigger.pos == Pos::Verb && trigger.first > cue.last
}

/// Whether it is told as done by then: "had killed", "an outbreak that had killed".
fn is_done(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let at = scene.chunk_index(trigger.head);
    let governor = |at: usize| scene.of_noun(at).governor.map(|verb| verb as usize);
    let verb = if trigger.pos == Pos::Verb { at } else { at.and_then(governor) };
    let had =
        |verb: &Chunk| verb.kind == ChunkKind::Verb && verb.last > verb.first + 1 && scene.hash(verb.first) == const { fold::hash("had") };
    verb.and_then(|verb| scene.chunks().get(verb)).is_some_and(had)
}

/// Whether what is denied is the charge right before it, not what is told behind: "the editor, accused of sedition, a charge he denied, was arrested".
fn is_of_charge(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    const REACH: u32 = 5;
    let charge = |token: u32| scene.has(WordSet::Charge, token) && scene.chunk_at(token).is_some_and(|chunk| chunk.kind == ChunkKind::Noun);
    let comma = |token: &u32| scene.document.word(*token as usize) == ",";
    let own = (cue.first.saturating_sub(REACH)..cue.first).rev().take_while(|token| !comma(token)).any(charge);
    own && cue.last <= trigger.first && (cue.last..trigger.first).any(|token| comma(&token))
}

/// Whether "called a" tells how somebody names what took place: "what it called a terrorist attack".
fn is_naming(scene: &Scene<'_>, cue: &Hit) -> bool {
    const CALLED: u64 = fold::hash("called");
    const WHAT: u64 = fold::hash("what");
    let verb = scene.chunk_index(cue.first).filter(|_| scene.hash(cue.first) == CALLED);
    let opens = |at: usize| scene.chunks().get(at).is_some_and(|what| scene.hash(what.first) == WHAT);
    verb.is_some_and(|verb| opens(verb) || verb.checked_sub(2).is_some_and(opens))
}

fn is_gerund(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    trigger.pos == Pos::Verb && scene.chunk_at(trigger.head).is_some_and(|chunk| chunk.form == VerbForm::Gerund)
}

/// Whether "until" or "once" opens a clause of what took place.
fn is_turn(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    let past = |chunk: &Chunk| {
        let tag = scene.reading.phrases.tags.get(chunk.first as usize).copied().flatten();
        const WAS: [u64; 3] = [fold::hash("was"), fold::hash("were"), fold::hash("had")];
        chunk.kind == ChunkKind::Verb && chunk.modal.is_none() && (tag == Some(Tag::VerbEd) || WAS.contains(&scene.hash(chunk.first)))
    };
    TURNS.contains(&scene.hash(cue.first)) && scene.chunk_at(trigger.head).is_some_and(past)
}

/// Whether the cue is part of a day or a length of time, which does not recur: "a year ago", "a year in prison".
fn is_length(scene: &Scene<'_>, cue: &Hit) -> bool {
    let times = scene.reading.times;
    let next = times.partition_point(|time| time.first <= cue.first);
    let around = next.checked_sub(1).and_then(|at| times.get(at)).filter(|time| time.last >= cue.last);
    around.is_some_and(|time| time.kind != TimeType::Set)
}

/// Whether the cue is the second half of a word with a hyphen.
fn is_compounded(scene: &Scene<'_>, cue: &Hit) -> bool {
    cue.first.checked_sub(1).is_some_and(|hyphen| scene.document.word(hyphen as usize) == "-")
}

/// Whether "daily" stands for a newspaper, behind its name and before what it says: "the Dawn daily reported", "the daily said".
fn is_paper(scene: &Scene<'_>, cue: &Hit) -> bool {
    let verb = scene.chunk_at(cue.last).filter(|verb| verb.kind == ChunkKind::Verb && verb.first == cue.last);
    let says = verb.is_some_and(|verb| scene.hits(verb.head, TableId::Attribution).next().is_some());
    let before = cue.first.checked_sub(1).and_then(|before| scene.chunk_at(before));
    let subject = |noun: &Chunk| noun.kind == ChunkKind::Noun && scene.chunk_index(noun.first) != scene.chunk_index(cue.first);
    let alone = scene.is_in(cue.first, ChunkKind::Noun);
    is_daily(scene, cue) && says && (alone || before.is_some_and(subject))
}

/// Whether "daily" only tells which thing or which paper is meant, and nothing that happens: "attacked the daily bus", "an editor of the daily El
/// Tiempo"; not "daily attacks".
fn is_of_thing(scene: &Scene<'_>, cue: &Hit) -> bool {
    // "The Russian daily Kommersant".
    let capital = |token: u32| scene.document.tokens.get(token as usize).is_some_and(|word| word.case.is_capitalised());
    if is_daily(scene, cue) && scene.is_in(cue.first, ChunkKind::Time) && scene.document.case == TextCase::Mixed && capital(cue.last) {
        return true;
    }
    let group = scene.chunk_at(cue.first).filter(|group| group.kind == ChunkKind::Noun && is_daily(scene, cue));
    group.is_some_and(|group| {
        let noun = scene.noun(group);
        let behind = scene.chunk_at(cue.last).filter(|_| group.head < cue.last).map(|next| next.first);
        let named = scene.name_at(behind.unwrap_or(group.head)).is_some();
        let facts = scene.facts(noun);
        let thing = Class::THING.with(Class::VEHICLE).with(Class::PEOPLE).with(Class::ORGANIZATION);
        named || group.head >= cue.last && facts.known && facts.class.meets(thing) && !facts.class.meets(Class::EVENT)
    })
}

fn is_daily(scene: &Scene<'_>, cue: &Hit) -> bool {
    scene.hash(cue.first) == const { fold::hash("daily") }
}

/// Whether a relative clause holds the cue, and the trigger is what its subject then did: "rebels who have attacked villages *for years* killed ten
/// farmers on Sunday".
fn is_in_subject(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    let Some(own) = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Verb && cue.last <= trigger.first) else { return false };
    let subject = scene.of_verb(own).subject.first().map(|&noun| noun as usize).filter(|&noun| noun < own);
    let relative = |noun: usize| {
        let clause = scene.chunks().get(noun + 1..own).unwrap_or(&[]);
        let opens = clause.first().is_some_and(|chunk| chunk.kind == ChunkKind::Subordinator && chunk.first < cue.first);
        opens && clause.iter().any(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite)
    };
    subject.is_some_and(relative)
}

/// Whether the span of time is that in which nothing was as bad: "killed six in one of the deadliest attacks in recent years".
fn is_of_rank(scene: &Scene<'_>, cue: &Hit, start: u32) -> bool {
    const REACH: u32 = 14;
    const RANKS: [u64; 3] = [fold::hash("first"), fold::hash("second"), fold::hash("third")];
    let ranks = |token: u32| {
        let tag = scene.reading.phrases.tags.get(token as usize).copied().flatten();
        tag == Some(Tag::Superlative) || scene.has(WordSet::Worst, token) || RANKS.contains(&scene.hash(token))
    };
    let before = (start.max(cue.first.saturating_sub(REACH))..cue.first).rev();
    before.take_while(|&token| !scene.is_in(token, ChunkKind::Verb)).any(ranks)
}

/// Whether the sentence tells the day, so that many deeds are told as one: "a wave of bombings killed 40 people on Monday".
fn is_dated(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let range = scene.sentence(trigger.sentence);
    let from = scene.reading.times.partition_point(|time| time.first < range.start);
    let times = scene.reading.times.iter().skip(from).take_while(|time| time.first < range.end);
    times.filter_map(|time| time.range).any(|(earliest, latest)| (latest - earliest).get_days() <= DAYS)
}

/// Whether a word for a play or an exercise is not what the sentence tells of: "attacked a theatre showing a play". It is if it comes first in
/// its clause, or behind "in".
pub(super) fn is_no_fiction(scene: &Scene<'_>, trigger: &Trigger<'_>, cue: &Hit) -> bool {
    const IN: [u64; 3] = [fold::hash("in"), fold::hash("during"), fold::hash("of")];
    let row = scene.lexicon.row(cue.row);
    if row.value(column::Status::Class) != "simulated" {
        return false;
    }
    let Some(at) = scene.chunk_index(cue.first) else { return false };
    // "A thriller about a man who kidnaps": what a form that goes on behind its noun opens is fiction, not "the maker of a film about war was shot".
    if scene.chunks().get(at).is_some_and(|chunk| chunk.last < cue.last) {
        let outside = |verb: usize| scene.of_verb(verb).subject.iter().any(|&noun| (noun as usize) < at);
        return trigger.first < cue.last || scene.chunk_index(trigger.head).is_some_and(outside);
    }
    let Some(chunk) = scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Noun) else { return true };
    if chunk.head >= cue.last && scene.name_at(chunk.head).is_none() {
        return true;
    }
    let inside =
        at.checked_sub(1).and_then(|before| scene.chunks().get(before)).is_some_and(|before| IN.contains(&scene.hash(before.first)));
    let governor = scene.of_noun(at).governor_is_subject.then(|| scene.of_noun(at).governor).flatten();
    let tells = governor.and_then(|verb| scene.chunks().get(verb as usize)).is_some_and(|verb| verb.voice == Voice::Active);
    let near = distance(trigger, cue) <= 2;
    !inside && !tells && !near
}

/// Whether the cue is a "had" behind its subject ("Gunmen had killed"), not one that opens a condition ("Had the shell hit").
fn is_pluperfect(scene: &Scene<'_>, cue: &Hit, start: u32) -> bool {
    let opens = cue.first == start || scene.reading.document.tokens.get(cue.first as usize - 1).is_none_or(|token| !token.is_word());
    // "The mayor, Ana Ruiz, had been abducted".
    let helper = scene.chunk_at(cue.first).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.head > cue.first);
    (!opens || helper) && cue.last == cue.first + 1 && scene.hash(cue.first) == const { fold::hash("had") }
}

/// Whether the cue is the helper of a passive ("were charged with a plot to"), not one that opens a condition ("Were the rebels to").
pub(super) fn is_plain_passive(scene: &Scene<'_>, cue: &Hit, start: u32) -> bool {
    const WERE: u64 = fold::hash("were");
    let verb = scene.chunk_at(cue.first).filter(|chunk| chunk.kind == ChunkKind::Verb);
    cue.first > start && scene.hash(cue.first) == WERE && cue.last > cue.first + 2 && verb.is_some_and(|verb| verb.head > cue.first)
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
