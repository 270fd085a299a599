//! Pronouns: what they can stand for.

use super::class::Class;
use super::scene::{Noun, Scene};
use crate::phrase::{Chunk, ChunkKind};
use crate::token::fold;

const PERSONAL: [u64; 13] = [
    fold::hash("he"),
    fold::hash("she"),
    fold::hash("him"),
    fold::hash("her"),
    fold::hash("i"),
    fold::hash("me"),
    fold::hash("who"),
    fold::hash("whom"),
    fold::hash("himself"),
    fold::hash("herself"),
    fold::hash("someone"),
    fold::hash("somebody"),
    fold::hash("anyone"),
];
const PLURALS: [u64; 12] = [
    fold::hash("they"),
    fold::hash("their"),
    fold::hash("them"),
    fold::hash("we"),
    fold::hash("us"),
    fold::hash("those"),
    fold::hash("others"),
    fold::hash("themselves"),
    fold::hash("many"),
    fold::hash("several"),
    fold::hash("some"),
    fold::hash("both"),
];
const NEUTRALS: [u64; 8] = [
    fold::hash("it"),
    fold::hash("its"),
    fold::hash("this"),
    fold::hash("that"),
    fold::hash("which"),
    fold::hash("these"),
    fold::hash("itself"),
    fold::hash("what"),
];

/// Words for one of several told before, behind "the" or alone.
const SHARES: [u64; 12] = [
    fold::hash("one"),
    fold::hash("another"),
    fold::hash("other"),
    fold::hash("first"),
    fold::hash("second"),
    fold::hash("third"),
    fold::hash("fourth"),
    fold::hash("fifth"),
    fold::hash("sixth"),
    fold::hash("seventh"),
    fold::hash("eighth"),
    fold::hash("ninth"),
];
const ONE: u64 = fold::hash("one");
/// How many chunks before it the several may stand.
const REACH: usize = 32;

/// The groups of whom it may be one, the nearest first: "two car bombs" of "one" and "the other", "the first bomb" of
/// "the second". A share is never such a group, so that what a share is reads one step and no chain of shares.
pub(super) fn several<'s>(scene: &'s Scene<'_>, noun: Noun) -> impl Iterator<Item = Noun> + 's {
    let is_share = SHARES.contains(&scene.hash(noun.head)) && noun.last - noun.first <= 2;
    let at = scene.chunk_index(noun.head).filter(|_| is_share).unwrap_or(0);
    let counted = |chunk: &&Chunk| {
        let count = scene.count_in(chunk.first, chunk.last).and_then(|count| count.range.min);
        let is_group = chunk.kind == ChunkKind::Noun && !SHARES.contains(&scene.hash(chunk.head));
        // "The first bomb went off at noon, the second" an hour later; "one gunman was killed and another" captured.
        let named = |token: u32| SHARES.contains(&scene.hash(token)) && token < chunk.head;
        let is_first = || named(chunk.first + 1) || scene.hash(chunk.first) == ONE && named(chunk.first);
        is_group && (chunk.plural && count.is_some_and(|count| count > 1) || is_first())
    };
    let before = scene.chunks().get(at.saturating_sub(REACH)..at).unwrap_or(&[]);
    before.iter().rev().filter(counted).map(|several| scene.noun(several))
}

/// The number "of them" behind a comma among the tokens, which opens what befell some: "40 people were killed, *six of them* burned alive in a bus".
pub(super) fn share_behind_comma(scene: &Scene<'_>, tokens: std::ops::Range<u32>) -> Option<u32> {
    const THEM: u64 = fold::hash("them");
    let from = scene.chunk_from(tokens.start);
    let inside = scene.chunks().get(from..).unwrap_or(&[]).iter().take(REACH).take_while(|chunk| chunk.first < tokens.end);
    let share = |chunk: &&Chunk| {
        let comma = chunk.first.checked_sub(1).is_some_and(|comma| scene.document.word(comma as usize) == ",");
        comma && scene.hash(chunk.head) == THEM && chunk.first < chunk.head && scene.count_in(chunk.first, chunk.last).is_some()
    };
    inside.into_iter().find(share).map(|chunk| chunk.first)
}

/// Whether it is one more of those told before: "one gunman was killed and *another* captured", "another one".
pub(super) fn is_another(scene: &Scene<'_>, noun: Noun) -> bool {
    const ANOTHER: u64 = fold::hash("another");
    scene.hash(noun.first) == ANOTHER && (noun.head == noun.first || scene.hash(noun.head) == ONE)
}

/// The things of which a number "of them" is a share: the several told nearest before it, if they are no people: "attacked a convoy of *80 trucks*,
/// burning 30 of them".
pub(super) fn things_of_share(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    const THEM: u64 = fold::hash("them");
    let share = scene.hash(noun.head) == THEM && noun.first < noun.head;
    let at = scene.chunk_index(noun.head).filter(|_| share)?;
    let before = scene.chunks().get(at.saturating_sub(REACH)..at).unwrap_or(&[]);
    let counted = |chunk: &&Chunk| chunk.kind == ChunkKind::Noun && chunk.plural && scene.count_in(chunk.first, chunk.last).is_some();
    let several = before.iter().rev().find(counted).map(|several| scene.noun(several))?;
    let class = scene.facts(several).class;
    (class.meets(Class::THING.with(Class::VEHICLE)) && !class.meets(Class::PEOPLE)).then_some(several)
}

/// The thing that "it" stands for in the sentence, or in the one before where it opens its own: the nearest that is neither people nor a place by name:
/// "stopped *a bus*, ordered the passengers out and burned it".
pub(super) fn thing_of_it(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    const IT: u64 = fold::hash("it");
    let at = scene.chunk_index(noun.head).filter(|_| scene.hash(noun.head) == IT)?;
    let sentence = |token: u32| scene.document.sentence_of(token as usize);
    let before = scene.chunks().get(at.saturating_sub(REACH)..at).unwrap_or(&[]);
    let near = |chunk: &&Chunk| chunk.kind == ChunkKind::Noun && sentence(chunk.head) + 1 >= sentence(noun.head);
    let mut nouns = before.iter().rev().filter(near).map(|chunk| scene.noun(chunk));
    let meant = |noun: &Noun| scene.kind_at(noun.head).is_none() && !scene.is(*noun, Class::PEOPLE) && scene.hash(noun.head) != IT;
    nouns.find(meant).filter(|&thing| scene.is(thing, Class::THING.with(Class::VEHICLE)))
}

/// Of whom a bare number behind "and" counts some more: "two of *the gunmen* were killed and three" captured, "four *rebels* were killed, and
/// two others" captured. They are the subject of the verb before it.
pub(super) fn counted_before(scene: &Scene<'_>, number: Noun) -> Option<Noun> {
    const JOINTS: [u64; 3] = [fold::hash("and"), fold::hash("while"), fold::hash("but")];
    const OTHERS: u64 = fold::hash("others");
    let more = scene.facts(number).bare || scene.hash(number.head) == OTHERS;
    let at = scene.chunk_index(number.head).filter(|_| more)?;
    let joint =
        at.checked_sub(1).filter(|&joint| scene.chunks().get(joint).is_some_and(|word| JOINTS.contains(&scene.hash(word.first))))?;
    let from = scene.chunk_from(scene.sentence(scene.document.sentence_of(number.first as usize)).start);
    let verb = (from..joint).rev().find(|&verb| scene.chunks().get(verb).is_some_and(|verb| verb.kind == ChunkKind::Verb))?;
    let subject = *scene.of_verb(verb).subject.first()?;
    scene.chunks().get(subject as usize).map(|chunk| scene.noun(chunk)).filter(|noun| scene.facts(*noun).plural)
}

/// What a pronoun can stand for, and whether it is of several; `None` for other words.
pub(super) fn read(hash: u64) -> Option<(Class, bool)> {
    if PERSONAL.contains(&hash) {
        Some((Class::PERSON, false))
    } else if PLURALS.contains(&hash) {
        Some((Class::PEOPLE, true))
    } else if NEUTRALS.contains(&hash) {
        Some((Class::GROUP.with(Class::ORGANIZATION).with(Class::THING).with(Class::EVENT), false))
    } else {
        None
    }
}
