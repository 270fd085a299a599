//! Who did two deeds: forces or groups of two sides, each in a sentence of its own, set them apart.

use crate::entity::EntityDraft;
use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::{Noun, Scene};
use crate::event::settle;
use crate::event::trigger::{Pos, Trigger, kind_of};
use crate::lexicon::{Hit, TableId};
use crate::phrase::{Chunk, ChunkKind, Link};
use crate::record::{Basis, EntityKind, EventKind, Side, Status};
use crate::token::fold;

/// Most doers of a telling that are compared.
const DOERS: usize = 4;

/// Whether two named sides did the two: "Indian troops shelled villages", "Pakistani forces fired mortars at a school".
pub(super) fn are_deeds_of_two(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let clash = |mention: &Mention<'_>| mention.trigger.kind == EventKind::ArmedClash;
    if a.trigger.sentence == b.trigger.sentence || clash(a) || clash(b) || !a.trigger.kind.is_violence() || !b.trigger.kind.is_violence() {
        return false;
    }
    are_of_two_sides(scene, a, b)
}

/// Whether one side did the one, and the other side is only accused of the other in a sentence of its own: "insurgents raided 30 police posts. A report
/// accused the army of genocide".
pub(super) fn is_blamed_on_other_side(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let parted = |crime: &Mention<'_>, deed: &Mention<'_>| {
        let accused = accused_of(scene, crime).map(|accused| scene.facts(accused));
        let state = accused.map(|facts| facts.side == Some(Side::State) || matches!(facts.people, "military" | "police"));
        deed.role(Role::Perpetrator).all(|doer| doer.basis == Basis::Stated)
            && state.zip(settle::doers(scene, deed)).is_some_and(|(one, other)| one != other)
    };
    a.trigger.sentence != b.trigger.sentence && (parted(a, b) || parted(b, a))
}

/// Who is accused of the crime that a bare noun names: "accused *the army* of genocide".
fn accused_of(scene: &Scene<'_>, crime: &Mention<'_>) -> Option<Noun> {
    const OF: u64 = fold::hash("of");
    let at = scene.chunk_index(crime.trigger.head).filter(|_| crime.trigger.pos == Pos::Noun && !crime.definite)?;
    let chunk = |steps: usize| scene.chunks().get(at.checked_sub(steps)?);
    let accuses = |hit: &Hit| kind_of(hit) == Some(EventKind::Accusation);
    chunk(1).filter(|of| scene.hash(of.first) == OF)?;
    let accused = chunk(2).filter(|accused| accused.kind == ChunkKind::Noun)?;
    chunk(3).filter(|verb| verb.kind == ChunkKind::Verb && scene.hits(verb.head, TableId::Trigger).any(accuses))?;
    Some(scene.noun(accused))
}

/// Whether all who are named as doers of the one are apart from all of the other.
pub(super) fn are_of_two_sides(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let (one, other) = (named_doers(scene, a), named_doers(scene, b));
    let apart = |x: &EntityDraft| other.iter().flatten().all(|y| are_apart(x, y));
    one.iter().flatten().next().is_some() && other.iter().flatten().next().is_some() && one.iter().flatten().all(|x| apart(x))
}

/// Whether a clause behind "and" tells what another named side did: "Russia shelled Nikopol, killing two, and Ukraine fired drones at Belgorod".
pub(in crate::event) fn are_clauses_of_two(scene: &Scene<'_>, first: &Mention<'_>, last: &Mention<'_>) -> bool {
    let deed = |mention: &Mention<'_>| {
        let stops = matches!(mention.trigger.frame, "stop-weapon" | "down-craft");
        mention.trigger.pos == Pos::Verb && mention.trigger.kind.is_violence() && mention.trigger.kind != EventKind::ArmedClash && !stops
    };
    if !deed(first) || !deed(last) || !opens_clause(scene, &last.trigger, first.trigger.last) {
        return false;
    }
    let named = |mention: &Mention<'_>| {
        let known = |doer: &Filler<'_>| doer.basis == Basis::Stated && doer.entity.or_else(|| scene.described_at(doer.noun.head)).is_some();
        mention.role(Role::Perpetrator).all(known)
    };
    let group = |entity: &EntityDraft| entity.kind == EntityKind::Group && entity.side == Some(Side::Nonstate);
    let apart = |x: &EntityDraft, y: &EntityDraft| are_apart(x, y) || group(x) != group(y);
    let (one, other) = (named_doers(scene, first), named_doers(scene, last));
    let mut pairs = one.iter().flatten().flat_map(|x| other.iter().flatten().map(move |y| (*x, *y))).peekable();
    named(first) && named(last) && pairs.peek().is_some() && pairs.all(|(x, y)| apart(x, y))
}

/// Whether the verb has a subject of its own right behind an "and" or "while" that stands behind `from`.
fn opens_clause(scene: &Scene<'_>, trigger: &Trigger<'_>, from: u32) -> bool {
    let Some(verb) = scene.chunk_index(trigger.head) else { return false };
    let around = scene.of_verb(verb);
    let subject = around.subject.first().filter(|_| around.link == Link::Direct).map(|&subject| subject as usize);
    let before = subject.and_then(|subject| scene.clauses().possessor_start(subject).checked_sub(1));
    let joint = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Conjunction | ChunkKind::Subordinator) && chunk.first >= from;
    before.and_then(|before| scene.chunks().get(before)).is_some_and(joint)
}

/// Whether two plots that were foiled were those of two, each told in a sentence of its own with what it was aimed at: "a plot by Iran to kill a rabbi",
/// "a plot by IS-K to bomb a concert".
pub(super) fn are_plots_of_two(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let foiled = |mention: &Mention<'_>| {
        let aimed = mention.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Target) && !filler.anaphoric);
        mention.status == Status::Foiled && mention.trigger.kind.is_violence() && aimed
    };
    let mut doers = a.role(Role::Perpetrator).filter_map(|doer| doer.entity).peekable();
    let other = |one: u32| b.role(Role::Perpetrator).all(|doer| doer.entity.is_some_and(|other| other != one));
    a.trigger.sentence != b.trigger.sentence
        && foiled(a)
        && foiled(b)
        && doers.peek().is_some()
        && b.role(Role::Perpetrator).next().is_some()
        && doers.all(other)
}

/// Whether the state did the one and somebody else the other, each to people of its own: "a self-defence group killed a gang leader. Police later
/// killed six gang members".
pub(super) fn are_of_state_and_others(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let killing = |mention: &Mention<'_>| mention.trigger.kind == EventKind::Attack && mention.trigger.is_outcome();
    if a.trigger.sentence == b.trigger.sentence || !killing(a) || !killing(b) {
        return false;
    }
    let told = |mention: &Mention<'_>, role: Role| {
        let mut fillers = mention.role(role).peekable();
        fillers.peek().is_some() && fillers.all(|filler| filler.basis == Basis::Stated && !filler.anaphoric)
    };
    let is_state = |filler: &Filler<'_>| settle::side(scene, filler) == Some(Side::State);
    let state = |mention: &Mention<'_>| mention.role(Role::Perpetrator).all(is_state);
    let others = |mention: &Mention<'_>| !mention.role(Role::Perpetrator).any(is_state);
    let same =
        |x: &Filler<'_>, y: &Filler<'_>| x.entity.is_some() && x.entity == y.entity || scene.hash(x.noun.head) == scene.hash(y.noun.head);
    let shared = || a.role(Role::Victim).any(|x| b.role(Role::Victim).any(|y| same(x, y)));
    let all = [Role::Perpetrator, Role::Victim].into_iter().all(|role| told(a, role) && told(b, role));
    all && (state(a) && others(b) || state(b) && others(a)) && !shared()
}

/// The entities of those who are said outright to have done it.
fn named_doers<'r>(scene: &Scene<'r>, mention: &Mention<'_>) -> [Option<&'r EntityDraft>; DOERS] {
    let stated = |filler: &&Filler<'_>| filler.basis == Basis::Stated;
    // "Indian troops" stand for the army without its name.
    let entity = |filler: &Filler<'_>| filler.entity.or_else(|| scene.described_at(filler.noun.head));
    let mut doers =
        mention.role(Role::Perpetrator).filter(stated).filter_map(|filler| scene.reading.entities.get(entity(filler)? as usize));
    std::array::from_fn(|_| doers.next())
}

/// Whether two cannot be one side: they are of two countries, or groups that are no part of each other.
fn are_apart(x: &EntityDraft, y: &EntityDraft) -> bool {
    if x.key.is_some() && x.key == y.key {
        return false;
    }
    let country = |entity: &EntityDraft| {
        let state = entity.side != Some(Side::Nonstate) && entity.side != Some(Side::International);
        entity.country.clone().or_else(|| entity.place.as_ref()?.country.clone()).filter(|_| state)
    };
    if let (Some(one), Some(other)) = (country(x), country(y)) {
        return one != other;
    }
    let group = |entity: &EntityDraft| entity.kind == EntityKind::Group && entity.key.is_some();
    let part = |x: &EntityDraft, y: &EntityDraft| x.parent.is_some() && (x.parent == y.key || x.parent == y.parent);
    group(x) && group(y) && !part(x, y) && !part(y, x)
}
