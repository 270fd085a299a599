//! What the words and sentences around a trigger tell, where it needs them: violence told before, who claims or denounces it.

use super::args::{Argument, ArgumentList, Slot};
use super::index::within;
use super::needs::{CLAUSE, is_passive, window};
use super::scene::Scene;
use super::trigger::{Pos, Trigger, fit, kind_of};
use crate::lexicon::{CASUALTY_FLAGS, Hit, TableId, column, flags_of};
use crate::phrase::{Chunk, ChunkKind};
use crate::record::{EntityKind, EventKind};
use crate::token::fold;
use crate::token::literal::words;
use std::ops::Deref;

/// Whether it is what somebody claims, admits or denies in the words right before it: "took credit for the crime", "claimed the action".
pub(super) fn is_claimed(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const REACH: u32 = 8;
    let Some(noun) = scene.chunk_at(trigger.head).filter(|chunk| chunk.kind == ChunkKind::Noun) else { return false };
    let claims = |hit: &Hit| matches!(scene.lexicon.row(hit.row).text(column::Attribution::Class), "admit" | "claim" | "deny");
    within(&scene.index.attributions, noun.first.saturating_sub(REACH)..noun.first).iter().any(|hit| hit.last == noun.first && claims(hit))
}

/// Whether the sentence tells that something was found: "the bodies of three peasants appeared in Sonsonate".
pub(super) fn is_found(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const FOUND: &[u64] = words![
        "found", "discovered", "recovered", "located", "dumped", "left", "thrown", "abandoned", "appeared", "appear", "surfaced", "turned",
        "exhumed", "unearthed"
    ];
    let range = scene.sentence(trigger.sentence);
    let chunks = scene.chunks().get(scene.chunk_from(range.start)..scene.chunk_from(range.end)).unwrap_or(&[]);
    chunks.iter().any(|chunk| chunk.kind == ChunkKind::Verb && FOUND.contains(&scene.hash(chunk.head)))
}

/// Whether the sentence tells marks of violence on a body, or where it was left: "with their hands tied", "in a shallow grave".
pub(super) fn is_marked(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const MARK: u64 = flags_of(CASUALTY_FLAGS, &["mark"]);
    let mark = |hit: &&Hit| scene.lexicon.row(hit.row).flag_bits(column::Casualty::Flags) & MARK != 0;
    within(&scene.index.casualties, scene.sentence(trigger.sentence)).iter().any(mark)
}

/// Whether somebody reports, condemns or denounces what the noun tells: "the Church denounced the disappearance of three students".
pub(super) fn is_denounced(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let verb = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Noun).and_then(|noun| scene.of_noun(noun).governor);
    let reports = |hit: &Hit| !matches!(scene.lexicon.row(hit.row).text(column::Attribution::Class), "deny" | "source");
    let condemns = |hit: &Hit| kind_of(hit).is_some_and(|kind| kind == EventKind::Statement || kind == EventKind::Accusation);
    verb.and_then(|verb| scene.chunks().get(verb as usize)).is_some_and(|verb| {
        scene.hits(verb.head, TableId::Attribution).any(reports) || scene.hits(verb.head, TableId::Trigger).any(condemns)
    })
}

/// Whether it tells a result, and the sentences right before tell what may have led to it: "A bomb went off. Two shops were damaged."
pub(super) fn is_aftermath(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    // "Gunmen attacked a village. Dozens of homes were burned"; not by the fire of "a bomb exploded. Two homes were burned".
    let burned = trigger.frame == "burn-thing" && is_passive(scene, trigger);
    if !trigger.is_outcome() && !burned {
        return false;
    }
    let blast = |hit: &Hit| matches!(kind_of(hit), Some(EventKind::Bombing | EventKind::Airstrike | EventKind::Shelling));
    let violent = is_violence_before(scene, trigger.sentence, |hit| !(burned && blast(hit)));
    violent || is_after_riot(scene, trigger)
}

/// Whether the sentences right before one tell violence, by a form that counts.
pub(super) fn is_violence_before(scene: &Scene<'_>, sentence: usize, counts: impl Fn(&Hit) -> bool) -> bool {
    const BEFORE: usize = 2;
    let here = scene.sentence(sentence);
    let from = scene.sentence(sentence.saturating_sub(BEFORE)).start.max(here.start.saturating_sub(4 * CLAUSE));
    let first = scene.index.violence.partition_point(|known| known.hit.first < from);
    let mut before = scene.index.violence.iter().skip(first).take_while(|known| known.hit.first < here.start);
    before.any(|known| known.holds(scene) && counts(known.hit))
}

/// Whether the sentence right before one tells violence, by a form that has what it needs: "a bomb injured seven soldiers. It was the ELN".
pub(super) fn is_deed_before(scene: &Scene<'_>, sentence: usize) -> bool {
    let Some(before) = sentence.checked_sub(1) else { return false };
    let range = scene.sentence(before);
    let near = range.start.max(range.end.saturating_sub(4 * CLAUSE))..range.end;
    let deed = |hit: &Hit| kind_of(hit).is_some_and(EventKind::is_violence) && fit(scene, before, hit).is_ok();
    near.into_iter().any(|token| scene.hits(token, TableId::Trigger).any(deed))
}

/// Whether a group by its name, and no more, stands behind: "it was the ELN, the minister said"; not "it was the ELN that", "the ELN's first attack".
pub(super) fn is_identified(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const ENDS: [&str; 6] = [".", ",", "\"", "”", "''", "!"];
    let name = scene.chunk_at(trigger.last).filter(|name| name.kind == ChunkKind::Noun && name.first == trigger.last);
    let group = |name: &Chunk| scene.kind_at(name.head) == Some(EntityKind::Group) && name.head + 1 == name.last;
    name.is_some_and(|name| group(name) && ENDS.contains(&scene.document.word(name.last as usize)))
}

/// Whether people are told to be hurt right behind a riot: "demonstrators stormed the president's house. At least 39 people were hurt."
fn is_after_riot(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some(before) = trigger.sentence.checked_sub(1) else { return false };
    let riot = |hit: &Hit| {
        let verb = kind_of(hit) == Some(EventKind::Riot) && scene.lexicon.row(hit.row).value(column::Trigger::Pos) != "n";
        verb && fit(scene, before, hit).is_ok()
    };
    let range = scene.sentence(before);
    let near = range.start.max(range.end.saturating_sub(4 * CLAUSE))..range.end;
    trigger.frame == "outcome-injure" && near.into_iter().any(|token| scene.hits(token, TableId::Trigger).any(riot))
}

/// Whether people are told to be hurt where others were arrested: "120 people had been arrested and 35 officers injured".
pub(super) fn is_beside_arrests(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    const AND: u64 = fold::hash("and");
    let arrest = |hit: &Hit| kind_of(hit) == Some(EventKind::Arrest) && scene.lexicon.row(hit.row).value(column::Trigger::Pos) != "n";
    let counted = |argument: &&Argument| {
        let noun = argument.noun;
        let listed = noun.first.checked_sub(1).is_some_and(|and| scene.hash(and) == AND);
        argument.slot == Slot::PASSIVE_SUBJECT && listed && scene.count_in(noun.first, noun.last).is_some()
    };
    let hurt = trigger.frame == "outcome-injure" && arguments.iter().any(|argument| counted(&argument));
    hurt && (window(scene, trigger).start..trigger.first).any(|token| scene.hits(token, TableId::Trigger).any(arrest))
}
