//! Credit: how far what is told is to be believed, by the word of attribution that it depends on: its doubt, and on what a doer rests.

use super::args;
use super::attribution::{is_of_thing, source};
use super::draft::{Mention, Role};
use super::filler::is_definite;
use super::index::within;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger};
use crate::lexicon::{CONTENT_SLOTS, Hit, Row, TableId, Tag, WordSet, column, flags_of};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::Basis;
use crate::token::literal::{word, words};

/// Farthest that a word of attribution is looked for, in tokens, and that one behind the deed may stand from the end of its sentence.
const REACH: u32 = 40;
const TAIL: u32 = 8;

/// How many tokens before deeds "where" is looked for.
const REGION: u32 = 20;

/// The content is a clause, or a noun or gerund right behind the word.
const CLAUSE: u64 = flags_of(CONTENT_SLOTS, &["clause", "how-clause", "quotation", "that-clause"]);
const CLOSE: u64 = !CLAUSE & !flags_of(CONTENT_SLOTS, &["before", "noun", "place", "sentence", "subject"]);

/// Weighs what a mention tells by the word that it depends on.
pub(super) fn weigh(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    if mention.trigger.kind.is_speech() {
        return;
    }
    for filler in mention.fillers.iter_mut().filter(|filler| filler.role == Role::Perpetrator && is_doubted(scene, filler.noun)) {
        filler.basis = Basis::Suspected;
    }
    let partakes = |trigger: &Trigger<'_>| scene.chunk_index(trigger.head).and_then(|deed| args::involved(scene, trigger, deed)).is_some();
    if is_hedged(scene, &mention.trigger) || is_of_region(scene, &mention.trigger) || partakes(&mention.trigger) {
        let stated = mention.fillers.iter_mut().filter(|filler| filler.role == Role::Perpetrator && filler.basis == Basis::Stated);
        stated.for_each(|filler| filler.basis = Basis::Suspected);
    }
    let Some(hit) = governor(scene, &mention.trigger) else { return };
    let row = scene.lexicon.row(hit.row);
    // Who claims or is charged with "the attack" leaves no doubt of it.
    let definite = || scene.chunk_at(mention.trigger.head).is_some_and(|chunk| is_definite(scene, scene.noun(chunk)));
    let known = mention.trigger.pos == Pos::Noun && (row.flag_bits(column::Attribution::Content) & CLAUSE == 0 || definite());
    if row.text(column::Attribution::Factuality) == "doubtful" && mention.hedge.is_none() && !known {
        mention.hedge = Some((hit.first, hit.head));
    }
    let basis = match row.text(column::Attribution::Basis) {
        "claimed" => Basis::Claimed,
        "blamed" => Basis::Blamed,
        "suspected" => Basis::Suspected,
        _ => return,
    };
    let by = source(scene, hit).filter(|_| accuses(&row)).and_then(|noun| scene.entity_at(noun.head)).map(|entity| entity as u32);
    for filler in mention.fillers.iter_mut().filter(|filler| filler.role == Role::Perpetrator && filler.basis == Basis::Stated) {
        (filler.basis, filler.by) = (basis, by);
    }
}

/// Whether the verb of a deed told by a noun is in doubt: "who allegedly planned the attack".
fn is_hedged(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let noun = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Noun);
    let verb = noun.and_then(|noun| scene.of_noun(noun).governor).and_then(|verb| scene.chunks().get(verb as usize));
    let hedges = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Status::Class) == "hedge";
    verb.is_some_and(|verb| (verb.first..verb.head).any(|token| scene.hits(token, TableId::Status).any(hedges)))
}

/// Whether they are deeds, told without a number, for which the place of the news is known, so that their doers may have done that as well: "in an
/// area where rebels have carried out raids".
fn is_of_region(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let deeds = scene.chunk_at(trigger.head).filter(|deeds| trigger.pos == Pos::Noun && deeds.plural);
    let Some(deeds) = deeds.filter(|deeds| scene.count_in(deeds.first, deeds.last).is_none()) else { return false };
    let start = scene.sentence(trigger.sentence).start;
    let mut before = start.max(deeds.first.saturating_sub(REGION))..deeds.first;
    before.any(|token| token > start && scene.hash(token) == word!("where"))
}

/// Whether a word of suspicion stands before the head: "suspected rebels", "the alleged gunman".
fn is_doubted(scene: &Scene<'_>, noun: Noun) -> bool {
    let Some(chunk) = scene.chunk_at(noun.head).filter(|chunk| chunk.kind == ChunkKind::Noun) else { return false };
    (chunk.first..noun.head).any(|token| is_doubt(scene, token))
}

/// Whether the word is one of suspicion: "suspected", "alleged".
pub(super) fn is_doubt(scene: &Scene<'_>, token: u32) -> bool {
    let word = scene.document.words.get(token as usize);
    let doubts = |row: Row<'_>| matches!(row.text(column::Attribution::Basis), "blamed" | "suspected");
    word.is_some_and(|word| word.can_be(Tag::VerbEn))
        && scene.hits(token, TableId::Attribution).any(|hit| hit.last == token + 1 && doubts(scene.lexicon.row(hit.row)))
}

/// Whether the word speaks for or against somebody; a denial and a kind of source do not.
fn speaks(row: &Row<'_>) -> bool {
    matches!(row.text(column::Attribution::Class), "admit" | "claim" | "say") || accuses(row)
}

/// Whether the clause of `trigger` is what somebody says, in words that leave it open whether he is right: "said it would".
pub(super) fn is_said(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    governor(scene, trigger).is_some_and(|hit| {
        let row = scene.lexicon.row(hit.row);
        row.text(column::Attribution::Class) == "say" && row.text(column::Attribution::Factuality) == "reported"
    })
}

fn accuses(row: &Row<'_>) -> bool {
    matches!(row.text(column::Attribution::Class), "accuse" | "blame")
}

/// The nearest word of attribution whose content tells the deed.
fn governor<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>) -> Option<&'s Hit> {
    let sentence = scene.sentence(trigger.sentence);
    let before = sentence.start.max(trigger.first.saturating_sub(REACH))..trigger.first;
    let mut found: Option<&Hit> = None;
    for &hit in within(&scene.index.attributions, before).iter().filter(|hit| is_verb(scene, hit)) {
        // The longest form of those that begin together, the last of all.
        let later = found.is_none_or(|other| (hit.first, hit.last) > (other.first, other.last));
        if later && speaks(&scene.lexicon.row(hit.row)) {
            found = Some(hit);
        }
    }
    let content = |hit: &&Hit| is_content(scene, trigger, hit) && !is_of_nobody(scene, hit);
    found.filter(content).or_else(|| {
        let behind = within(&scene.index.attributions, trigger.last..sentence.end).iter().copied();
        let mut said = behind.filter(|hit| is_verb(scene, hit) && sentence.end - hit.last <= TAIL && is_added(scene, hit));
        said.find(|hit| speaks(&scene.lexicon.row(hit.row)))
    })
}

/// Whether the word stands in a verb group that says, or begins with one: "claimed", "is accused of".
fn is_verb(scene: &Scene<'_>, hit: &Hit) -> bool {
    scene.is_in(hit.first, ChunkKind::Verb) && !is_of_thing(scene, hit.first)
}

/// "No group has claimed the attack": nobody's word is no ground for doubt.
fn is_of_nobody(scene: &Scene<'_>, hit: &Hit) -> bool {
    let subject = scene.chunk_index(hit.first).and_then(|verb| scene.of_verb(verb).subject.first().copied());
    subject.and_then(|subject| scene.chunks().get(subject as usize)).is_some_and(|subject| scene.is_nobody(subject))
}

/// Whether the word and its subject are added behind a comma: "..., analysts believe".
fn is_added(scene: &Scene<'_>, hit: &Hit) -> bool {
    let row = scene.lexicon.row(hit.row);
    let Some(verb) = scene.chunk_index(hit.first).filter(|_| row.flag_bits(column::Attribution::Content) & CLAUSE != 0) else {
        return false;
    };
    // "..., the front claimed responsibility": what it says is told behind.
    let around = scene.of_verb(verb);
    let subject = around.subject.first().filter(|_| around.object.is_empty()).and_then(|&subject| scene.chunks().get(subject as usize));
    subject.and_then(|subject| subject.first.checked_sub(1)).is_some_and(|mark| scene.document.word(mark as usize) == ",")
}

/// Whether the deed stands in what the word before it has for content.
fn is_content(scene: &Scene<'_>, trigger: &Trigger<'_>, hit: &Hit) -> bool {
    const STOPS: &[u64] = words![";", "after", "although", "because", "but", "though", "when", "while"];
    let row = scene.lexicon.row(hit.row);
    let content = row.flag_bits(column::Attribution::Content);
    if trigger.first < hit.last {
        // "Pinned the bombing on", but not the arrest in "were arrested over".
        return trigger.first >= hit.head && trigger.last < hit.last && content & CLOSE != 0;
    }
    if (hit.last..trigger.first).any(|token| STOPS.contains(&scene.hash(token))) {
        return false;
    }
    let form = scene.chunk_at(trigger.head).filter(|chunk| chunk.kind == ChunkKind::Verb).map(|chunk| chunk.form);
    let between = scene.index.verbs(scene.chunk_from(hit.last)..scene.chunk_from(trigger.first));
    match form {
        Some(VerbForm::Finite | VerbForm::Participle) => content & CLAUSE != 0,
        Some(_) => content & CLOSE != 0 && between.all <= 1 || content & CLAUSE != 0 && between.finite > 0,
        None => content & CLOSE != 0 && (between.all == 0 || only_partakes(scene, hit.last, trigger.first)) || content & CLAUSE != 0,
    }
}

/// Whether the verbs between two tokens only say that somebody had a part in what follows: "accused of participating in the raid".
fn only_partakes(scene: &Scene<'_>, first: u32, last: u32) -> bool {
    let chunks = scene.chunks().get(scene.chunk_from(first)..scene.chunk_from(last)).unwrap_or_default();
    chunks.iter().filter(|chunk| chunk.kind == ChunkKind::Verb).all(|verb| scene.has(WordSet::Partake, verb.head))
}
