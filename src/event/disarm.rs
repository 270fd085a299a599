//! What makes a form of a trigger something else: a name, a figurative phrase, a word beside it.

use super::needs::CLAUSE;
use super::scene::Scene;
use super::trigger::kind_of;
use crate::lexicon::{Hit, Row, TableId, WordSet, column};
use crate::phrase::{ChunkKind, Voice};
use crate::record::EventKind;
use crate::token::literal::word;

/// Words within this distance of the term are looked at for `unless`.
const NEAR: u32 = 3;

/// Whether the form is part of a longer name ("Gulf War Museum").
pub(super) fn is_in_name(scene: &Scene<'_>, hit: &Hit) -> bool {
    let names = scene.reading.names;
    scene
        .name_at(hit.first)
        .and_then(|name| names.get(name))
        .is_some_and(|name| name.first < hit.first || name.last > hit.last || name.row.is_some())
}

/// Whether a figurative phrase, a look-alike or the name of a historical event covers the form.
pub(super) fn is_disarmed(scene: &Scene<'_>, hit: &Hit, sentence: usize) -> bool {
    let range = scene.sentence(sentence);
    let from = hit.first.saturating_sub(6).max(range.start);
    let near = scene.index.disarming.get(scene.index.disarming.partition_point(|other| other.first < from)..).unwrap_or(&[]);
    near.iter().take_while(|other| other.first < hit.last).any(|other| {
        let covers = other.first <= hit.first && other.last >= hit.last;
        let overlaps = other.last > hit.first && other.first < hit.last;
        other.last - other.first > hit.last - hit.first
            && match other.row.table {
                TableId::Figurative => {
                    let row = scene.lexicon.row(other.row);
                    let weak = row.text(column::Figurative::Strength) == "weak";
                    // "An earthquake struck" is no blow, but an earthquake.
                    let nature = row.text(column::Figurative::Class) == "weather" && is_mishap(hit);
                    // "Struck oil", but "struck oil tankers".
                    let whole = !is_of_target(scene, hit, other.last - 1);
                    overlaps && !nature && whole && (!weak || !spans_violence(scene, range.clone(), hit))
                }
                TableId::NamedEvent => covers && !tells_dead(scene, other, range.end),
                _ => covers,
            }
    })
}

/// Whether a relative clause tells the dead or wounded of the historical event, which are none of another: "the Westgate attack in 2013, in which 67
/// people died", "the Brussels attacks that killed 32".
fn tells_dead(scene: &Scene<'_>, event: &Hit, end: u32) -> bool {
    const RELATIVE: [u64; 2] = [word!("which"), word!("that")];
    /// How many tokens behind the name the relative word stands, and how many behind that the word for the dead.
    const REACH: u32 = 8;
    let opener = (event.last..end.min(event.last + REACH)).find(|&token| RELATIVE.contains(&scene.hash(token)));
    opener.is_some_and(|which| {
        let aside = (event.last..which).all(|token| !scene.is_in(token, ChunkKind::Verb));
        let dead = |token: u32| scene.is_in(token, ChunkKind::Verb) && scene.hits(token, TableId::Casualty).next().is_some();
        aside && (which + 1..end.min(which + REACH)).any(dead)
    })
}

/// Whether the form for an attack only tells what a weapon is for: "assault rifles", "attack helicopter".
pub(super) fn is_of_weapon(scene: &Scene<'_>, hit: &Hit) -> bool {
    let attack = kind_of(hit) == Some(EventKind::Attack);
    attack && scene.hits(hit.first, TableId::Weapon).any(|weapon| weapon.last > hit.last)
}

/// Whether the form is one of a disaster or accident.
fn is_mishap(hit: &Hit) -> bool {
    matches!(kind_of(hit), Some(EventKind::Disaster | EventKind::Accident))
}

fn spans_violence(scene: &Scene<'_>, range: std::ops::Range<u32>, hit: &Hit) -> bool {
    let window = hit.first.saturating_sub(CLAUSE).max(range.start)..(hit.last + CLAUSE).min(range.end);
    window.into_iter().any(|token| scene.hits(token, TableId::Weapon).next().is_some())
}

/// Where the group right behind the form ends, over its owner: "entered *the mayor's house*".
fn owned_end(scene: &Scene<'_>, hit: &Hit) -> u32 {
    let group = scene.chunk_index(hit.last).filter(|&at| scene.chunks()[at].kind == ChunkKind::Noun);
    group.map_or(hit.last, |group| scene.chunks()[scene.clauses().possessed_end(group)].last)
}

/// Whether the word at `token` only tells what sort of thing is hit, and is no object itself: "struck an *oil* depot", "a *gold* mine was struck"; not
/// "struck gold".
fn is_of_target(scene: &Scene<'_>, hit: &Hit, token: u32) -> bool {
    let (Some(verb), Some(group)) = (scene.chunk_at(hit.first), scene.chunk_at(token)) else { return false };
    let before = verb.voice == Voice::Passive && group.last == verb.first;
    let object = verb.kind == ChunkKind::Verb && group.kind == ChunkKind::Noun && (before || group.first == hit.last);
    // "Raided a police station" is no robbery.
    object
        && scene.has(WordSet::Impact, verb.head)
        && token < group.head
        && scene.hits(group.head, TableId::Target).any(|thing| thing.last == group.head + 1)
}

/// Whether one of the row's `unless` phrases stands beside the form.
pub(super) fn has_near(scene: &Scene<'_>, hit: &Hit, row: Row<'_>) -> bool {
    let openings = row.openings(column::Trigger::Unless);
    if openings.is_empty() {
        return false;
    }
    let range = scene.sentence(scene.document.sentence_of(hit.first as usize));
    let (from, to) = (hit.first.saturating_sub(NEAR).max(range.start), owned_end(scene, hit).max(hit.last + NEAR).min(range.end));
    // A bit for each word about the form, since there are many phrases and hardly one begins with any of them.
    let bit = |hash: u64| 1_u64 << (hash >> 58);
    let opening = (from..to).map(|at| scene.hash(at)).filter(|&hash| openings.may_have(hash));
    let about = opening.fold(0, |bits, hash| bits | bit(hash));
    if about == 0 {
        return false;
    }
    let likely = row.phrases(column::Trigger::Unless).filter(|phrase| phrase.first().is_some_and(|&first| about & bit(first) != 0));
    likely.into_iter().any(|phrase| {
        (from..to).any(|at| {
            let outside = at < hit.first || at >= hit.last || phrase.len() > 1;
            outside
                && !(phrase.len() == 1 && is_of_target(scene, hit, at))
                && phrase.iter().zip(at..).all(|(&word, token)| scene.hash(token) == word)
        })
    })
}
