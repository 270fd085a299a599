//! Shares: some of those to whom a deed was done, and the whole of them; those of a list who died, and those who were hurt.

use super::draft::{Filler, Mention, Role};
use super::scene::{Noun, Scene};
use super::trigger::Pos;
use crate::phrase::{ChunkKind, VerbForm, Voice};
use crate::record::Range;
use crate::token::literal::word;

/// Counts the whole, where a participle tells what was done to all and the sentence goes on with some: "nine of *the 20 miners* abducted last
/// week were freed".
pub(super) fn count_whole(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let Some(at) = scene.chunk_index(mention.trigger.head).filter(|_| mention.trigger.pos != Pos::Noun) else { return };
    let reduced = scene
        .chunks()
        .get(at)
        .is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.voice == Voice::Passive && verb.form == VerbForm::Participle);
    let Some(before) = at.checked_sub(1).filter(|_| reduced).and_then(|before| scene.chunks().get(before)) else { return };
    let group = scene.noun(before);
    let sufferers = mention.fillers.iter_mut().filter(|filler| filler.role == Role::Victim && group.holds(filler.noun.head));
    for filler in sufferers {
        filler.count = whole_of(scene, group).or(filler.count);
    }
}

/// The number of those of whom a group tells a share: 20 in "nine of the 20 miners", at least nine in "nine of the miners".
fn whole_of(scene: &Scene<'_>, noun: Noun) -> Option<Range> {
    const KNOWN: [u64; 3] = [word!("the"), word!("those"), word!("these")];
    let of = (noun.first + 1..noun.head).find(|&token| scene.hash(token) == word!("of") && KNOWN.contains(&scene.hash(token + 1)))?;
    let behind = scene.count_in(of, noun.head).map(|quantity| quantity.range);
    let share = scene.count_in(noun.first, of)?;
    // "Half of the 300 boys" is read as one number.
    let inner = (of + 2 < share.last).then(|| scene.document.word(share.last as usize - 1).replace(',', "").parse().ok()).flatten();
    let at_least = Range { max: None, ..share.range };
    behind.or(inner.map(|number| Range { min: Some(number), max: Some(number) })).or(Some(at_least))
}

/// Parts a list behind "deaths of", whose end tells who was hurt: "the deaths of nine people and *30 wounded*".
pub(super) fn part_wounded(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    const NEAR: usize = 4;
    for index in 1..mentions.len() {
        let (before, rest) = mentions.split_at_mut(index);
        let Some(hurt) = rest.first_mut().filter(|hurt| hurt.trigger.frame == "outcome-injure") else { continue };
        let Some(last) = wounded_before(scene, hurt) else { continue };
        let sentence = hurt.trigger.sentence;
        let deaths = before.iter_mut().rev().take(NEAR).take_while(|death| death.trigger.sentence == sentence);
        let shares = |death: &Mention<'_>| {
            death.role(Role::Victim).count() > 1 && death.role(Role::Victim).any(|filler| last.holds(filler.noun.head))
        };
        let mut deaths = deaths.filter(|death| death.trigger.frame == "outcome-die" && death.trigger.pos == Pos::Noun);
        if let Some(death) = deaths.find(|death| shares(death)) {
            let of_last = |filler: &Filler<'_>| last.holds(filler.noun.head);
            hurt.fillers.retain(|filler| filler.role != Role::Victim || of_last(filler));
            death.fillers.retain(|filler| filler.role != Role::Victim || !of_last(filler));
        }
    }
}

/// The group right before the participle that tells who was hurt.
fn wounded_before(scene: &Scene<'_>, hurt: &Mention<'_>) -> Option<Noun> {
    let at = scene.chunk_index(hurt.trigger.head).filter(|_| hurt.trigger.pos != Pos::Noun)?;
    let participle = scene.chunks().get(at).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Participle);
    let before = scene.chunks().get(at.checked_sub(1).filter(|_| participle)?)?;
    (before.kind == ChunkKind::Noun).then(|| scene.noun(before))
}
