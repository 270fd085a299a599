//! Whose time it is: the day of an act that only speaks of a deed, or answers it, is not the day of the deed.

use super::date::is_dating;
use super::finite_verbs;
use crate::event::draft::Mention;
use crate::event::scene::Scene;
use crate::event::trigger::{Pos, Trigger};
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, VerbForm};
use crate::record::EventKind;
use crate::token::literal::word;

/// Whether a speech act stands between a time and the event told before that it speaks of: "The next day the group claimed the attack".
pub(super) fn is_of_utterance(mentions: &[Mention<'_>], time: u32, trigger: &Trigger<'_>) -> bool {
    let between = |other: &Trigger<'_>| other.sentence == trigger.sentence && time < other.head && other.head < trigger.head;
    mentions.iter().any(|other| other.trigger.kind.is_speech() && between(&other.trigger))
}

/// Whether a time behind a deed that was told before is that of the act that speaks of it: "JNIM claimed the attack on Sunday".
pub(super) fn is_of_claim(scene: &Scene<'_>, mentions: &[Mention<'_>], time: u32, trigger: &Trigger<'_>) -> bool {
    const THE: u64 = word!("the");
    let known = scene.chunk_at(trigger.head).is_some_and(|chunk| scene.hash(chunk.first) == THE);
    // "The assassination of the priests on 16 November" has a day of its own.
    let beside = trigger.last <= time && time - trigger.last <= 1;
    if !beside || trigger.pos != Pos::Noun || !trigger.kind.is_violence() || !known {
        return false;
    }
    let says = |other: &Trigger<'_>| matches!(other.kind, EventKind::Claim | EventKind::Denial | EventKind::Statement);
    let before =
        |other: &Trigger<'_>| says(other) && other.pos == Pos::Verb && other.sentence == trigger.sentence && other.head < trigger.head;
    let told = mentions.iter().any(|other| other.trigger.kind.is_violence() && other.trigger.sentence < trigger.sentence);
    let start = scene.sentence(trigger.sentence).start;
    let from = scene.reading.times.partition_point(|other| other.first < start);
    let mut times = scene.reading.times.get(from..).unwrap_or(&[]).iter().take_while(|other| other.first < trigger.head);
    let other_time = times.any(is_dating);
    told && !other_time && mentions.iter().any(|other| before(&other.trigger))
}

/// Whether a time is that of an act that only speaks of the deed, or answers it, where the deed is told as known or somebody is taken for it.
pub(super) fn is_of_matter(scene: &Scene<'_>, mentions: &[Mention<'_>], time: u32, mention: &Mention<'_>) -> bool {
    const THE: u64 = word!("the");
    let trigger = &mention.trigger;
    let mishap = matches!(trigger.kind, EventKind::Accident | EventKind::Disaster);
    let Some(own) = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Noun && (mishap || trigger.kind.is_violence())) else {
        return false;
    };
    let known = scene.chunks().get(own).is_some_and(|chunk| scene.hash(chunk.first) == THE);
    if time > trigger.head {
        return known && is_of_outer_verb(scene, own, time);
    }
    let between = |other: &&Mention<'_>| time < other.trigger.head && other.trigger.head < trigger.head;
    let other_deed = mentions.iter().filter(between).any(|other| other.trigger.kind.is_violence());
    // "Yesterday she testified on the murder of the priests".
    if known && !other_deed && !is_made(scene, own) && finite_verbs(scene, time, trigger.first, trigger.head) > 0 {
        return true;
    }
    let before = |other: &Trigger<'_>| other.sentence == trigger.sentence && other.head < trigger.head;
    let any_before = |is: fn(EventKind) -> bool| mentions.iter().any(|other| is(other.trigger.kind) && before(&other.trigger));
    // What is claimed is dated by the claim if by nothing else.
    let told = any_before(|kind| matches!(kind, EventKind::Arrest | EventKind::Trial | EventKind::Protest))
        || known && !any_before(EventKind::is_speech);
    told && scene.chunk_index(time) != Some(own) && (is_reason(scene, own) || is_aimed_at(scene, own, time))
}

/// Whether the verb whose object the group at `own` is says that it was done then: "in December 2023 he ordered the slaughter of 200 people".
fn is_made(scene: &Scene<'_>, own: usize) -> bool {
    let around = scene.of_noun(own);
    let verb = around.governor.filter(|_| !around.governor_is_subject).and_then(|verb| scene.chunks().get(verb as usize));
    let makes = |hit: &Hit| {
        let row = scene.lexicon.row(hit.row);
        matches!(row.text(column::Status::Class), "implicative" | "ordered") && row.has(column::Status::Scope, "object")
    };
    verb.is_some_and(|verb| scene.hits(verb.head, TableId::Status).any(makes))
}

/// Whether the group at `own` is that for which something is done: "were charged on Tuesday with the murder of a journalist".
fn is_reason(scene: &Scene<'_>, own: usize) -> bool {
    const FOR: [u64; 5] = [word!("with"), word!("for"), word!("over"), word!("about"), word!("against")];
    let before = own.checked_sub(1).and_then(|before| scene.chunks().get(before));
    before.is_some_and(|before| before.kind == ChunkKind::Preposition && FOR.contains(&scene.hash(before.last - 1)))
}

/// Whether the group at `own` is what an infinitive behind the time is about: "will meet on Friday to discuss the killing", but "came on Friday
/// to carry out the killing".
fn is_aimed_at(scene: &Scene<'_>, own: usize, time: u32) -> bool {
    let verb = scene.of_noun(own).governor.and_then(|verb| scene.chunks().get(verb as usize));
    let brings = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Status::Class) == "implicative";
    let commits = |verb: u32| scene.hits(verb, TableId::Status).any(brings);
    verb.is_some_and(|verb| verb.form == VerbForm::Infinitive && verb.first > time && !commits(verb.head))
}

/// Whether a time behind the group at `own` is that of the verb of another subject, of which the group is a part: "two policemen implicated in
/// the murder of a journalist were sacked on Tuesday".
fn is_of_outer_verb(scene: &Scene<'_>, own: usize, time: u32) -> bool {
    const PARTS: [u64; 6] = [word!("in"), word!("with"), word!("for"), word!("over"), word!("of"), word!("about")];
    let (Some(before), Some(at)) = (own.checked_sub(1).and_then(|before| scene.chunks().get(before)), scene.chunk_index(time)) else {
        return false;
    };
    let between = scene.chunks().get(own + 1..at).unwrap_or(&[]);
    let inner = before.kind == ChunkKind::Preposition && PARTS.contains(&scene.hash(before.last - 1));
    let finite = |chunk: &Chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite;
    let parted = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Subordinator | ChunkKind::Mark | ChunkKind::Conjunction);
    inner && between.iter().any(finite) && !between.iter().any(parted)
}

/// Whether a time stands behind another deed told as a noun or gerund, for which the law acts, with nothing but groups between: "death sentences for the
/// killing of a policeman in 2013".
pub(super) fn is_of_deed(scene: &Scene<'_>, mentions: &[Mention<'_>], time: u32, trigger: &Trigger<'_>) -> bool {
    // "Vowed revenge for the incursion last October".
    let law = matches!(trigger.kind, EventKind::Arrest | EventKind::Trial | EventKind::Threat);
    let deed = |other: &Trigger<'_>| {
        let between = trigger.head < other.head && other.head < time && other.sentence == trigger.sentence;
        // "Was jailed for 20 years for stabbing a policeman last year".
        let gerund = || scene.chunk_at(other.head).is_some_and(|verb| verb.form == VerbForm::Gerund);
        between
            && (other.pos == Pos::Noun || gerund())
            && other.kind.is_violence()
            && finite_verbs(scene, other.head, time, other.head) == 0
    };
    law && mentions.iter().any(|other| deed(&other.trigger))
}

/// Whether a time or a place belongs to the deed that another answers, of which one stands on either side of "in revenge for": "said it killed the
/// man in retaliation for a bombing in Belfast on Friday".
pub(super) fn is_of_occasion(scene: &Scene<'_>, mentions: &[Mention<'_>], at: u32, trigger: &Trigger<'_>) -> bool {
    let (first, last) = (at.min(trigger.head), at.max(trigger.head));
    let answers = |word: u32| {
        scene.has(WordSet::Reprisal, word)
            && word.checked_sub(1).is_some_and(|within| scene.hash(within) == word!("in"))
            && matches!(scene.hash(word + 1), hash if hash == word!("for") || hash == word!("to"))
    };
    let Some(answer) = (first..last).find(|&word| answers(word)) else { return false };
    // Behind it stands the other deed, and the time with it, or the place in its group: "in revenge for the Suruc bombing".
    let end = scene.chunk_at(at).map_or(at, |group| group.last.max(at));
    let near = mentions.iter().filter(|other| other.trigger.sentence == trigger.sentence);
    at < trigger.head || near.into_iter().any(|other| (answer..end).contains(&other.trigger.head))
}

/// Whether a time behind a verb of saying is the day on which the deed before it was told: "gunmen killed 18 people, residents said on Wednesday".
pub(super) fn is_told_then(scene: &Scene<'_>, time: u32, trigger: &Trigger<'_>) -> bool {
    saying_before(scene, time).is_some_and(|verb| verb > trigger.last)
}

/// The verb of saying right before a time: "residents *said* on Wednesday".
pub(super) fn saying_before(scene: &Scene<'_>, time: u32) -> Option<u32> {
    let before = time.checked_sub(1)?;
    let verb = before.checked_sub(u32::from(scene.is_in(before, ChunkKind::Preposition)))?;
    (scene.is_in(verb, ChunkKind::Verb) && is_saying(scene, verb)).then_some(verb)
}

/// Whether a verb of saying stands at `token`.
fn is_saying(scene: &Scene<'_>, token: u32) -> bool {
    let says = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Attribution::Class) == "say";
    scene.hits(token, TableId::Attribution).any(says)
}

/// Whether a time stands in the dateline, or beside a verb of saying that is not the trigger: "reported today that".
pub(super) fn is_of_speech(scene: &Scene<'_>, first: u32, last: u32, own: u32) -> bool {
    if scene.document.dateline.is_some_and(|dateline| first < dateline.last) {
        return true;
    }
    let says = |token: u32| {
        let verb = scene.chunk_at(token).filter(|chunk| chunk.kind == ChunkKind::Verb && !(chunk.first..chunk.last).contains(&own));
        verb.is_some_and(|chunk| scene.hits(chunk.head, TableId::Attribution).next().is_some())
    };
    first.checked_sub(1).is_some_and(says) || says(last)
}

/// Whether a time or place stands in a relative clause that tells of who speaks or acts, where no violence is told: "Vega, who was arrested last month, claimed responsibility",
/// "the group, which was formed in the 1990s, pledged allegiance to the emir".
pub(super) fn is_of_speaker(scene: &Scene<'_>, time: (u32, u32), trigger: &Trigger<'_>) -> bool {
    const WHO: [u64; 2] = [word!("who"), word!("which")];
    const REACH: u32 = 16;
    let comma = |token: &u32| scene.document.word(*token as usize) == ",";
    let start = scene.sentence(trigger.sentence).start;
    let opening = (start.max(time.0.saturating_sub(REACH))..time.0).rev().find(comma);
    let relative = opening.is_some_and(|comma| WHO.contains(&scene.hash(comma + 1)));
    // "Condemned the attack": told as known, behind the verb of who speaks; "gunmen, who came on Monday, attacked" are of one day.
    let known = || trigger.pos == Pos::Noun && scene.chunk_at(trigger.head).is_some_and(|deed| scene.hash(deed.first) == word!("the"));
    let deed = trigger.kind.is_violence() || matches!(trigger.kind, EventKind::Crackdown | EventKind::Riot | EventKind::Raid);
    let mishap = matches!(trigger.kind, EventKind::Accident | EventKind::Disaster);
    (!deed && !mishap || known()) && relative && (time.1..trigger.first).take(REACH as usize).any(|token| comma(&token))
}
