//! Whose persons are: the armed group, force or state that a noun group for persons belongs to, and the name that a word for a body has.

use super::args::without_ending;
use super::class::{Class, Facts};
use super::scene::{Noun, Scene};
use crate::lexicon::WordSet;
use crate::phrase::{Chunk, ChunkKind, VerbForm};
use crate::record::EntityKind;
use crate::token::literal::words;
use crate::token::{TokenKind, fold};

/// The name of a body that is told with a word for it: "a little-known group called Kashmir Resistance", `the "Kashmir Resistance" group`.
pub(super) fn called(scene: &Scene<'_>, noun: Noun, facts: &Facts<'_>) -> Option<Noun> {
    const AS: u64 = fold::hash("as");
    let body = facts.class.meets(Class::GROUP.with(Class::ORGANIZATION)) && scene.name_at(noun.head).is_none();
    let at = scene.chunk_index(noun.head).filter(|_| body)?;
    // "Red Dawn" guerrillas are persons of it.
    let persons = facts.plural && facts.people != "group";
    if let Some(name) = quoted_before(scene, noun).filter(|_| !persons) {
        return Some(name).filter(|name| !is_one_of_its(scene, noun, name));
    }
    let verb = scene.chunks().get(at + 1).filter(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Participle)?;
    let known = scene.has(WordSet::Naming, verb.head);
    let skip = 2 + usize::from(scene.chunks().get(at + 2).is_some_and(|word| scene.hash(word.first) == AS));
    let name = scene.chunks().get(at + skip).filter(|name| known && name.kind == ChunkKind::Noun)?;
    let named = matches!(scene.kind_at(name.head), Some(EntityKind::Group | EntityKind::Organization));
    named.then(|| scene.noun(name))
}

/// Whether one of the bands of a known group is told, not the group: `a "Shining Path" column`.
fn is_one_of_its(scene: &Scene<'_>, noun: Noun, name: &Noun) -> bool {
    const ONE: [u64; 3] = [fold::hash("a"), fold::hash("an"), fold::hash("another")];
    let entity = scene.entity_at(name.head).and_then(|entity| scene.reading.entities.get(entity));
    ONE.contains(&scene.hash(noun.first)) && entity.is_some_and(|entity| entity.kind == EntityKind::Group && entity.row.is_some())
}

/// The name of a body in quotation marks before the head of a noun group.
fn quoted_before(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    const CLOSING: [&str; 3] = ["\"", "”", "''"];
    let mark = (noun.first + 1..noun.head).rev().find(|&token| CLOSING.contains(&scene.document.word(token as usize)))?;
    let name = scene.reading.names.get(scene.name_at(mark - 1)?)?;
    let named = matches!(name.kind, EntityKind::Group | EntityKind::Organization) && name.first >= noun.first;
    named.then_some(Noun { first: name.first, last: name.last, head: name.last - 1 })
}

/// The armed group that a unit belongs to: "the 22nd Front of the FARC".
pub(super) fn band_behind(scene: &Scene<'_>, unit: Noun) -> Option<Noun> {
    const OF: u64 = fold::hash("of");
    let chunk = scene.chunk_index(unit.head)?;
    let of = scene.chunks().get(chunk + 1).filter(|of| scene.hash(of.first) == OF && of.first == unit.last)?;
    let band = scene.chunks().get(chunk + 2).filter(|band| of.kind == ChunkKind::Preposition && band.kind == ChunkKind::Noun)?;
    let name = scene.reading.names.get(scene.name_at(band.head)?)?;
    (scene.kind_at(band.head) == Some(EntityKind::Group)).then_some(Noun { first: name.first, last: name.last, head: name.last - 1 })
}

/// The armed group, force or state to which persons belong, by its name before the head or by a phrase behind ("members of the army"), else
/// the group named before that they stand for ("the rebels").
pub(super) fn group_in(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    group_before(scene, noun).or_else(|| group_behind(scene, noun)).or_else(|| group_meant(scene, noun))
}

fn group_meant(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    let entity = scene.reading.entities.get(scene.described_at(noun.head)? as usize).filter(|entity| entity.kind == EntityKind::Group)?;
    let before = entity.mentions.partition_point(|&name| scene.reading.names.get(name as usize).is_some_and(|name| name.first < noun.head));
    let name = scene.reading.names.get(*entity.mentions.get(before.checked_sub(1)?)? as usize)?;
    Some(Noun { first: name.first, last: name.last, head: name.last.saturating_sub(1) })
}

/// Words between persons and the body that they belong to.
const BELONGING: [u64; 4] = [fold::hash("of"), fold::hash("for"), fold::hash("from"), fold::hash("belonging")];

pub(super) fn group_behind(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    let chunk = scene.chunk_index(noun.head)?;
    let paid = is_in_pay(scene, chunk + 1);
    let links = |link: &&Chunk| BELONGING.contains(&scene.hash(link.head.max(link.first))) || paid || is_bound(scene, chunk + 1);
    let link = scene.chunks().get(chunk + 1).filter(links)?;
    let skip = match link.kind {
        ChunkKind::Verb if paid => 5,
        _ if paid => 4,
        ChunkKind::Verb | ChunkKind::Adjective => 3,
        _ => 2,
    };
    let body = scene.chunks().get(chunk + skip).filter(|body| body.kind == ChunkKind::Noun)?;
    let named = matches!(scene.kind_at(body.head), Some(EntityKind::Group | EntityKind::Organization));
    let body = without_ending(scene, Noun { first: body.first, last: body.last, head: body.head });
    let facts = scene.facts(body);
    let actor = facts.body && facts.class.meets(Class::ARMED);
    match scene.name_at(body.head).and_then(|name| scene.reading.names.get(name)).filter(|_| named) {
        Some(name) => Some(Noun { first: name.first, last: name.last, head: name.last.saturating_sub(1) }),
        // "The kidnappers of two Red Cross workers" are not of the Red Cross.
        None if facts.known && facts.class.meets(Class::PERSON) && !facts.class.meets(Class::ARMED.with(Class::GROUP)) => None,
        None => called(scene, body, &facts).or_else(|| group_before(scene, body)).or(actor.then_some(body)),
    }
}

/// Whether what stands at `at` says in whose pay, under whose command or on whose side somebody is: "assassins paid by the cartel", "a gunman
/// working for the gang", "fighters loyal to the general".
fn is_bound(scene: &Scene<'_>, at: usize) -> bool {
    const BY: u64 = fold::hash("by");
    const FOR: u64 = fold::hash("for");
    const TO: [u64; 2] = [fold::hash("to"), fold::hash("with")];
    let Some(bond) = scene.chunks().get(at) else { return false };
    let open = bond.kind == ChunkKind::Adjective || bond.kind == ChunkKind::Verb && bond.form != VerbForm::Finite;
    let next = scene.hash(bond.last);
    let is = |set: WordSet| scene.has(set, bond.head);
    let bound = is(WordSet::Hired) && next == BY
        || is(WordSet::Allied) && TO.contains(&next)
        || scene.hash(bond.head) == const { fold::hash("working") } && next == FOR;
    open && bound
}

/// Whether the phrase at `at` says for whom somebody works: "assassins in the pay of the cartel", "men acting on orders from the gang".
fn is_in_pay(scene: &Scene<'_>, at: usize) -> bool {
    const BONDS: &[u64] = words!["command", "employ", "instructions", "orders", "pay", "payroll", "service"];
    const BEFORE: &[u64] = words!["at", "in", "on", "under"];
    const FROM: u64 = fold::hash("from");
    let acts = |verb: &Chunk| verb.kind == ChunkKind::Verb && verb.form != VerbForm::Finite && scene.has(WordSet::Guise, verb.head);
    let at = at + usize::from(scene.chunks().get(at).is_some_and(acts));
    let chunk = |steps: usize| scene.chunks().get(at + steps);
    let within = chunk(0).is_some_and(|word| word.kind == ChunkKind::Preposition && BEFORE.contains(&scene.hash(word.first)));
    within
        && chunk(1).is_some_and(|bond| bond.kind == ChunkKind::Noun && BONDS.contains(&scene.hash(bond.head)))
        && chunk(2).is_some_and(|of| [BELONGING[0], FROM].contains(&scene.hash(of.first)))
}

/// Whether a name that ends before `mark` only stands behind those who act: "the Islamic State-linked Maute group".
fn is_ally(scene: &Scene<'_>, mark: u32) -> bool {
    let hyphen = scene.document.tokens.get(mark as usize).is_some_and(|token| token.kind == TokenKind::Punct && token.is_glued());
    hyphen && scene.has(WordSet::Allied, mark + 1)
}

pub(super) fn group_before(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    let mut token = noun.first;
    while token < noun.last {
        let Some(name) = scene.name_at(token).and_then(|name| scene.reading.names.get(name)) else {
            token += 1;
            continue;
        };
        let body = matches!(scene.kind_at(token), Some(EntityKind::Group | EntityKind::Organization));
        if body && noun.head != name.last - 1 && !is_ally(scene, name.last) {
            return Some(Noun { first: name.first, last: name.last, head: name.last - 1 });
        }
        token = name.last.max(token + 1);
    }
    before_quoted(scene, noun)
}

/// The group before a noun in quotation marks that tells of whom it is: "an Islamic State 'soldier' carried out the attack".
fn before_quoted(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    const MARKS: [&str; 6] = ["\"", "“", "”", "'", "‘", "’"];
    let quote = |token: u32| MARKS.contains(&scene.document.word(token as usize));
    let last = noun.first.checked_sub(2).filter(|_| quote(noun.first - 1) && quote(noun.last))?;
    let name = scene.name_at(last).and_then(|name| scene.reading.names.get(name)).filter(|name| name.last == last + 1)?;
    let group = scene.kind_at(last) == Some(EntityKind::Group);
    group.then_some(Noun { first: name.first, last: name.last, head: last })
}

/// Whether the noun at `head` only says what the group named before it is, or whose: "the Alex Boncayao Brigade, a hit squad of the communists".
pub(super) fn is_told_of_group(scene: &Scene<'_>, head: u32) -> bool {
    const OF: u64 = fold::hash("of");
    let apposed = |at: usize| {
        let name = at.checked_sub(2).filter(|&name| scene.clauses().apposition_of(name) == Some(at as u32));
        let kind = name.and_then(|name| scene.kind_at(scene.chunks().get(name)?.head));
        matches!(kind, Some(EntityKind::Group | EntityKind::Organization))
    };
    let Some(at) = scene.chunk_index(head) else { return false };
    // "The Army of National Liberation, the ELN": a name beside the name.
    let named = matches!(scene.kind_at(head), Some(EntityKind::Group | EntityKind::Organization));
    let of = || at.checked_sub(2).filter(|_| scene.chunks().get(at - 1).is_some_and(|of| scene.hash(of.first) == OF));
    !named && apposed(at) || of().is_some_and(apposed)
}
