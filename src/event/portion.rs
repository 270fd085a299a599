//! Portions: a number of people told once, and then by whom how many of them: "twelve persons were murdered: seven by death squads, three by the army and
//! two by the FMLN".

use super::class::{Class, Facts};
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::scene::{Noun, Scene};
use super::trigger::Pos;
use crate::phrase::{Chunk, ChunkKind, Voice};
use crate::record::EventKind;
use crate::token::literal::word;

/// How many shares are read, and how far from the verb the first one stands, in chunks.
const MOST: usize = 8;
const REACH: usize = 12;

/// The name of the rule, by which a share is known.
const RULE: &str = "share";

/// Puts a telling of each share, with its own doer, in the place of the one that has no doer but all of them, and takes out what tells only their sum.
pub(super) fn split<'l>(scene: &Scene<'l>, mentions: &mut Vec<Mention<'l>>, from: usize) {
    let mut at = from;
    let mut told = None;
    while let Some(mention) = mentions.get(at) {
        let shares = each(scene, mention);
        if shares.len() < 2 {
            at += 1;
            continue;
        }
        told = Some((mention.trigger.kind, sum(&shares)));
        let next = at + shares.len();
        mentions.splice(at..=at, shares);
        at = next;
    }
    // "Of the nine people killed, four were killed by the army and five by guerrillas".
    if let Some((kind, sum)) = told {
        let whole = |mention: &Mention<'_>| {
            let open = !is_one(mention) && mention.trigger.kind == kind && mention.role(Role::Perpetrator).next().is_none();
            open && mention.role(Role::Victim).any(|all| all.count.and_then(|count| count.min) == Some(sum))
        };
        let mut index = 0;
        mentions.retain(|mention| {
            index += 1;
            index <= from || !whole(mention)
        });
    }
}

/// How many the shares are together, at the least.
fn sum(shares: &[Mention<'_>]) -> u64 {
    let counts = shares
        .iter()
        .flat_map(|share| share.fillers.iter())
        .filter(|filler| filler.role != Role::Perpetrator)
        .filter_map(|filler| filler.count);
    counts.filter_map(|count| count.min).fold(0, u64::saturating_add)
}

/// Whether it tells such a share, so that no other deed of its sentence is the same.
pub(super) fn is_one(mention: &Mention<'_>) -> bool {
    mention.rules.contains(&RULE)
}

/// A telling of each share of those whom the verb befell.
fn each<'l>(scene: &Scene<'l>, whole: &Mention<'l>) -> Vec<Mention<'l>> {
    let trigger = &whole.trigger;
    let befell = trigger.kind.is_violence() || matches!(trigger.kind, EventKind::Arrest | EventKind::Kidnapping | EventKind::Release);
    let passive = |verb: &Chunk| verb.kind == ChunkKind::Verb && verb.voice == Voice::Passive;
    let verb = scene.chunk_index(trigger.head).filter(|_| befell && trigger.pos != Pos::Noun);
    let Some(verb) = verb.filter(|&verb| scene.chunks().get(verb).is_some_and(passive)) else { return Vec::new() };
    let hit = |filler: &&Filler<'_>| matches!(filler.role, Role::Victim | Role::Target) && filler.count.is_some();
    let Some(all) = whole.fillers.iter().find(hit) else { return Vec::new() };
    let end = scene.chunk_from(scene.sentence(trigger.sentence).end);
    let behind = verb + 1..end.min(verb + REACH);
    // "Four were killed by the army and five by guerrillas": the first share has the verb.
    let own = whole.role(Role::Perpetrator).next().is_some();
    let opens = |&at: &usize| {
        let mark = scene.chunks().get(at).is_some_and(|mark| match own {
            true => mark.kind == ChunkKind::Conjunction,
            false => matches!(scene.document.word(mark.first as usize), "," | ":" | "--" | "-"),
        });
        mark && scene.chunks().get(at + 1).is_some_and(|number| is_share(scene, number))
    };
    let Some(mut at) = behind.into_iter().find(opens).map(|mark| mark + 1) else { return Vec::new() };
    let mut shares: Vec<Mention<'l>> = Vec::new();
    if own {
        let mut first = whole.clone();
        let share = scene.chunks().get(at).map_or(0, |share| share.first);
        let listed = |filler: &Filler<'_>| filler.role == Role::Perpetrator && filler.noun.first >= share;
        first.fillers.retain(|filler| !listed(filler));
        first.rules.push(RULE);
        shares.push(first);
    }
    while let Some(number) = scene.chunks().get(at).filter(|number| at < end && shares.len() < MOST && is_share(scene, number)) {
        let doers = scene.clauses().coordinated(at + 2);
        let doer = scene.chunks().get(at + 2).map(|doer| scene.noun(doer));
        shares.extend(doer.map(|doer| share(scene, whole, all, scene.noun(number), doer)));
        at = past_joints(scene, doers.first().map_or(at + 2, |&doer| doer as usize) + 1);
    }
    shares
}

/// Whether a number of them stands right before "by" and somebody: "*seven* by death squads", "*four of them* by the army".
fn is_share(scene: &Scene<'_>, number: &Chunk) -> bool {
    const OF: [u64; 2] = [word!("them"), word!("whom")];
    let counted = number.kind == ChunkKind::Noun && scene.count_in(number.first, number.last).is_some();
    let bare = scene.facts(scene.noun(number)).bare || OF.contains(&scene.hash(number.last.saturating_sub(1)));
    let by = scene.chunk_at(number.last).filter(|by| by.first == number.last && scene.hash(by.first) == word!("by"));
    let whom =
        by.and_then(|by| scene.chunk_at(by.last)).filter(|whom| whom.kind == ChunkKind::Noun).map(|whom| scene.facts(scene.noun(whom)));
    // "Two by a bomb and five by gunfire": no doers.
    let body = Class::PEOPLE.with(Class::ORGANIZATION);
    let does = |facts: &Facts<'_>| facts.known && facts.class.meets(body) && !facts.class.meets(Class::WEAPON.with(Class::EVENT));
    counted && bare && whom.as_ref().is_some_and(does)
}

/// The chunk behind the commas and "and" at `at`.
fn past_joints(scene: &Scene<'_>, mut at: usize) -> usize {
    let joint = |chunk: &Chunk| chunk.kind == ChunkKind::Conjunction || matches!(scene.document.word(chunk.first as usize), "," | ";");
    while scene.chunks().get(at).is_some_and(joint) {
        at += 1;
    }
    at
}

/// What the verb tells of the share.
fn share<'l>(scene: &Scene<'l>, whole: &Mention<'l>, all: &Filler<'l>, number: Noun, doer: Noun) -> Mention<'l> {
    let mut share = Mention::new(whole.trigger);
    (share.status, share.hedge) = (whole.status, whole.hedge);
    let count = scene.count_in(number.first, number.last).map(|quantity| quantity.range);
    share.fillers.push(Filler { noun: number, count, entity: None, anaphoric: false, ..*all });
    filler::make(scene, Role::Perpetrator, doer, scene.facts(doer), &mut share.fillers);
    share.rules.push(RULE);
    share
}
