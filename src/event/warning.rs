//! Warnings: who warns of what others may do threatens nobody: "officials warned that militants could attack trains".

use super::attribution;
use super::class::{Class, Facts};
use super::draft::{Mention, Role};
use super::filler;
use super::party::{LAW, OUTLAWS};
use super::scene::Scene;
use super::settle;
use super::trigger::{Pos, Trigger, kind_of};
use crate::lexicon::{ATTRIBUTION_SLOTS, Hit, TableId, column, flags_of};
use crate::phrase::{Chunk, ChunkKind, THEIR, VerbForm, Voice};
use crate::record::{EventKind, Side};
use crate::token::literal::word;

/// How many chunks behind the warning are looked at.
const REACH: usize = 16;
/// Who threatens is the doer of what he threatens; who warns need not be.
const DOER: u64 = flags_of(ATTRIBUTION_SLOTS, &["source"]);

/// Makes a warning of what others may do a statement: "the embassy warned of attacks by gunmen"; not "the rebels warned that they would attack" nor
/// "warned that more hostages would die".
pub(super) fn settle(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let trigger = &mention.trigger;
    if trigger.kind != EventKind::Threat || trigger.pos != Pos::Verb || !warns(scene, trigger) {
        return;
    }
    let law = settle::are_doers(mention, "police");
    let off = warned_off(scene, trigger);
    if law || tells_of_others(scene, trigger) || attack_by_others(scene, trigger) || off.is_some() {
        (mention.trigger.kind, mention.trigger.method) = (EventKind::Statement, Some("warn"));
        mention.fillers.retain(|filler| !matches!(filler.role, Role::Victim | Role::Instrument));
        mention.fillers.retain(|filler| filler.role != Role::Target || off.is_none_or(|against| filler.noun.first < against));
        mention.rules.push("kind:warning");
    }
}

/// Takes who says so for who threatens, where a threat is told in the words of those who fight a state: "the rebels said that all mayors are military
/// targets"; not "police said that the judge had received threats".
pub(super) fn name_speaker<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>) {
    let target = mention.trigger.frame == "speech-target";
    if !target && mention.trigger.frame != "receive-threat" || mention.role(Role::Perpetrator).next().is_some() {
        return;
    }
    let speaker = attribution::speaker_beside(scene, mention).map(|noun| (noun, scene.facts(noun)));
    let body = Class::PEOPLE.with(Class::GROUP).with(Class::ORGANIZATION);
    let speaks = |facts: &Facts<'_>| target && facts.known && facts.class.meets(body) && !facts.pronoun && !LAW.contains(&facts.people);
    let fights = |facts: &Facts<'_>| facts.side == Some(Side::Nonstate) || OUTLAWS.contains(&facts.people);
    if let Some((noun, facts)) = speaker.filter(|(_, facts)| fights(facts) || speaks(facts)) {
        filler::make(scene, Role::Perpetrator, noun, facts, &mut mention.fillers);
    }
}

/// Whether the word is one of warning, by the table of attribution: "warned", not "threatened".
fn warns(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let warning = |hit: &Hit| {
        let row = scene.lexicon.row(hit.row);
        row.text(column::Attribution::Class) == "warn" && row.flag_bits(column::Attribution::Perpetrator) & DOER == 0
    };
    scene.hits(trigger.head, TableId::Attribution).any(warning)
}

/// The chunks behind the warning in its sentence.
fn behind<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>) -> impl Iterator<Item = (usize, &'s Chunk)> + use<'s> {
    let end = scene.sentence(trigger.sentence).end;
    let from = scene.chunk_from(trigger.last);
    let chunks = scene.chunks().get(from..).unwrap_or(&[]).iter().take_while(move |chunk| chunk.first < end);
    chunks.enumerate().map(move |(at, chunk)| (from + at, chunk)).take(REACH)
}

/// Whether the first clause behind tells of violence by somebody else: "that bandits may attack schools".
fn tells_of_others(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let finite = |chunk: &Chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite;
    let Some((at, verb)) = behind(scene, trigger).find(|(_, chunk)| finite(chunk)) else { return false };
    let subject = scene.of_verb(at).subject.first().and_then(|&subject| scene.chunks().get(subject as usize));
    // "Warned that an outbreak had killed 117 people": it has happened.
    if scene.hash(verb.first) == word!("had") && verb.last > verb.first + 1 {
        return true;
    }
    verb.voice == Voice::Active
        && tells_violence(scene, verb.head)
        && !scene.hits(verb.head, TableId::Trigger).any(|hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame) == "outcome-die")
        && subject.is_some_and(|subject| subject.first >= trigger.last && is_other(scene, subject))
}

/// Whether the first clause behind tells of a deed that the speaker or his men will do: "warned that it will execute the mayor", "that his fighters
/// would strike again".
pub(super) fn is_of_own_deed(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let finite = |chunk: &Chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite;
    let Some((at, verb)) = behind(scene, trigger).find(|(_, chunk)| finite(chunk)) else { return false };
    let subject = scene.of_verb(at).subject.first().and_then(|&subject| scene.chunks().get(subject as usize));
    let own = |subject: &Chunk| THEIR.contains(&scene.hash(subject.first)) || scene.facts(scene.noun(subject)).pronoun;
    let executes = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Trigger::Method) == "execution";
    let deed = tells_violence(scene, verb.head) || scene.hits(verb.head, TableId::Trigger).any(executes);
    let spared = verb.negated || verb.voice == Voice::Passive;
    verb.modal.is_some() && !spared && deed && subject.is_some_and(|subject| subject.first >= trigger.last && own(subject))
}

/// Whether somebody is warned against what he may do himself, or one's own people of what others may: "warned Iran against attacks on its troops",
/// "warned its citizens of an attack": the token behind whom is told from what.
fn warned_off(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<u32> {
    let mut chunks = behind(scene, trigger).map(|(_, chunk)| chunk).take_while(|chunk| chunk.kind != ChunkKind::Verb);
    let against = |chunk: &Chunk| chunk.kind == ChunkKind::Preposition && scene.hash(chunk.first) == word!("against");
    let own = |chunk: &Chunk| chunk.kind == ChunkKind::Noun && THEIR.contains(&scene.hash(chunk.first));
    let first = chunks.next()?;
    if against(first) || own(first) {
        return Some(first.last);
    }
    chunks.next().filter(|next| first.kind == ChunkKind::Noun && against(next)).map(|next| next.first)
}

/// Whether it is of an attack "by" somebody else: "of possible attacks by gunmen".
fn attack_by_others(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let mut before: Option<&Chunk> = None;
    let mut attack = false;
    for (_, chunk) in behind(scene, trigger).take_while(|(_, chunk)| chunk.kind != ChunkKind::Verb) {
        let by = before.is_some_and(|by| by.kind == ChunkKind::Preposition && scene.hash(by.first) == word!("by"));
        if attack && by {
            return chunk.kind == ChunkKind::Noun && is_other(scene, chunk);
        }
        attack |= chunk.kind == ChunkKind::Noun && tells_violence(scene, chunk.head);
        before = Some(chunk);
    }
    false
}

/// Whether the word tells violence: "attack" in "warned that bandits may attack".
fn tells_violence(scene: &Scene<'_>, token: u32) -> bool {
    scene.hits(token, TableId::Trigger).any(|hit| kind_of(hit).is_some_and(EventKind::is_violence))
}

/// Whether a noun group names doers other than "they" and "their fighters".
fn is_other(scene: &Scene<'_>, chunk: &Chunk) -> bool {
    let noun = scene.noun(chunk);
    let facts = scene.facts(noun);
    let own = THEIR.contains(&scene.hash(noun.first));
    !own && !facts.pronoun && facts.class.meets(Class::PEOPLE.with(Class::ORGANIZATION).with(Class::GROUP))
}
