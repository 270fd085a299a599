//! Fillers: a noun group trimmed to what is quoted, with its entity, its type and its number.

use super::args::without_ending;
use super::class::{Class, Facts};
use super::draft::{Filler, Role};
use super::member;
use super::office;
use super::pronoun;
use super::scene::{Noun, Scene};
use super::setting::NEW;
use super::weapon;
use crate::lexicon::{TableId, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, List, VerbForm};
use crate::record::{Basis, EntityKind, FillerType, Range};
use crate::token::{TokenKind, fold};

/// The fillers that a noun group in a role makes: one, or with a group's name before a noun for persons ("ELN guerrillas") the group besides.
pub(super) fn make<'l>(scene: &Scene<'l>, role: Role, noun: Noun, facts: Facts<'l>, out: &mut Vec<Filler<'l>>) {
    // "One went off": the bombs are told before.
    if role == Role::Instrument && pronoun::several(scene, noun).next().is_some() {
        return;
    }
    let (noun, facts) = match member::called(scene, noun, &facts) {
        Some(name) => (name, scene.facts(name)),
        None if role == Role::Target && facts.part => whole(scene, noun, facts),
        None => (noun, facts),
    };
    let (group, trimmed) = (noun, trim(scene, noun, &facts, role));
    // A body may stand in the place of who speaks for it.
    let facts = if noun.holds(trimmed.head) { facts } else { scene.facts(trimmed) };
    // "Those arrested": no pronoun that stands for others.
    let described = those_behind(scene, trimmed);
    let noun = described.unwrap_or(trimmed);
    let number = count(scene, noun, &facts).or_else(|| count_before(scene, group, noun)).or_else(|| count_of_share(scene, noun, &facts));
    let filler = Filler {
        role,
        noun,
        entity: named(scene, noun).map(|entity| entity as u32),
        class: facts.class,
        people: if facts.people.is_empty() { office::people(scene, noun) } else { facts.people },
        kind: matches!(role, Role::Perpetrator | Role::Target).then(|| kind(scene, noun, &facts, number.is_some() && facts.plural)),
        basis: Basis::Stated,
        by: None,
        count: number,
        plural: facts.plural,
        anaphoric: (facts.pronoun && described.is_none())
            || facts.bare
            || pronoun::is_another(scene, noun)
            || is_told_as_known(scene, noun, facts.plural),
    };
    out.push(filler);
    if role == Role::Target {
        add_seats(scene, noun, filler, out);
    }
    if role != Role::Perpetrator {
        return;
    }
    let body = |group: Noun| {
        let entity = scene.entity_at(group.head).map(|entity| entity as u32);
        Filler { noun: group, entity, kind: Some(FillerType::Organization), count: None, people: "", anaphoric: false, ..filler }
    };
    let body_of = if filler.kind == Some(FillerType::Individual) { member::group_in(scene, noun) } else { None };
    out.extend(body_of.map(body));
    // "Its gunmen": the group that was told of before.
    let owner = scene.chunk_at(noun.head).filter(|_| body_of.is_none() && facts.class.meets(Class::ARMED));
    // "Their captors" hold those told of before.
    let owner =
        owner.and_then(|chunk| weapon::told_owner(scene, chunk)).filter(|owner| scene.hash(owner.head) == const { fold::hash("its") });
    out.extend(owner.map(|owner| Filler { anaphoric: true, class: scene.facts(owner).class, ..body(owner) }));
    // "The 22nd Front of the FARC".
    out.extend(
        member::band_behind(scene, body_of.unwrap_or(noun))
            .filter(|_| body_of.is_some() || filler.kind == Some(FillerType::Organization))
            .map(body),
    );
}

/// Adds the bodies whose seats are told in one plural with that of the first.
fn add_seats<'l>(scene: &Scene<'l>, seats: Noun, filler: Filler<'l>, out: &mut Vec<Filler<'l>>) {
    for seat in further_seats(scene, seats) {
        let facts = scene.facts(seat);
        let seat = trim(scene, seat, &facts, Role::Target);
        let entity = named(scene, seat).map(|entity| entity as u32);
        let kind = Some(kind(scene, seat, &facts, false));
        out.push(Filler { noun: seat, entity, class: facts.class, people: facts.people, kind, count: None, ..filler });
    }
}

/// What the part of a thing is a part of, where that is told: "the windows of the embassy", "the school's gate".
pub(super) fn whole<'l>(scene: &Scene<'l>, part: Noun, facts: Facts<'l>) -> (Noun, Facts<'l>) {
    const THING: Class = Class::THING.with(Class::ORGANIZATION);
    let inner = with_of(scene, part);
    let behind = scene.chunk_at(inner.last.saturating_sub(1)).filter(|_| inner != part);
    let owner = || scene.of_noun(scene.chunk_index(part.head)?).possessor.and_then(|owner| scene.chunks().get(owner as usize));
    let noun = behind.or_else(owner).map(|chunk| scene.noun(chunk));
    let thing = noun.map(|noun| (noun, scene.facts(noun))).filter(|(_, facts)| facts.known && facts.class.meets(THING));
    thing.unwrap_or((part, facts))
}

/// "Those" with the participle that tells who is meant.
fn those_behind(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    const THOSE: u64 = fold::hash("those");
    let chunk = scene.chunk_index(noun.head).filter(|_| scene.hash(noun.head) == THOSE)?;
    let participle = scene.chunks().get(chunk + 1).filter(|next| next.kind == ChunkKind::Verb && next.form == VerbForm::Participle)?;
    Some(Noun { last: participle.last, ..noun })
}

/// The filler's tokens: the name where the head is in one, else the group with the "of" phrase that it needs.
fn trim(scene: &Scene<'_>, noun: Noun, facts: &Facts<'_>, role: Role) -> Noun {
    let noun = without_ending(scene, noun);
    if let Some(person) = behind_title(scene, noun) {
        return person;
    }
    if let Some(name) = scene.name_at(noun.head).and_then(|name| scene.reading.names.get(name))
        && name.first >= noun.first
        && !is_end_of_route(scene, noun, name.first)
        && !matches!(scene.kind_at(noun.head), Some(EntityKind::Nationality | EntityKind::Place) if name.first > noun.first)
    {
        return Noun { first: name.first, last: name.last.min(noun.last).max(name.first + 1), head: noun.head };
    }
    let person = scene.hit_ending(noun.first, noun.head, TableId::PersonNoun);
    let flagged = |flag: &str| person.is_some_and(|hit| scene.lexicon.row(hit.row).has(column::PersonNoun::Flags, flag));
    if role == Role::Perpetrator
        && flagged("speaks-for")
        && let Some(body) = member::group_behind(scene, noun).or_else(|| member::group_before(scene, noun))
    {
        return body;
    }
    let needs_of = flagged("head-of-of-phrase");
    let office = facts.class.meets(Class::RANKED) && role == Role::Victim;
    let whole = if needs_of || office { with_of(scene, noun) } else { noun };
    // "President of the Supreme Court Francisco Guerrero": the office stands before the name.
    let person = scene.name_at(whole.last.saturating_sub(1)).and_then(|name| scene.reading.names.get(name));
    // "A son of jailed kingpin X" is not X, nor are "the killers of Judge X".
    let office = office && !facts.doer && facts.people != "relative";
    match person.filter(|person| person.kind == EntityKind::Person && person.first > noun.last && office) {
        Some(person) if scene.chunk_at(person.first).is_some_and(|chunk| chunk.first < person.first) => {
            Noun { first: person.first, last: person.last, head: person.last - 1 }
        }
        _ => whole,
    }
}

/// Whether a hyphen joins the name to another one in its group: "the Marib - Salif pipeline".
fn is_end_of_route(scene: &Scene<'_>, noun: Noun, name: u32) -> bool {
    let apart = scene.document.tokens.get(name as usize).is_some_and(|first| !first.is_glued());
    let joined = name > noun.first && scene.document.word(name as usize - 1) == "-";
    joined && (apart || scene.kind_at(name) == Some(EntityKind::Facility))
}

/// The person whose title runs on behind the group: "Secretary of State Ana Ruiz".
fn behind_title(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    let title = (noun.first..=noun.head).flat_map(|token| scene.hits(token, TableId::Title)).find(|title| title.last > noun.last)?;
    let name = scene.reading.names.get(scene.name_at(title.last)?).filter(|name| name.first == title.last)?;
    (name.kind == EntityKind::Person).then_some(Noun { first: name.first, last: name.last, head: name.last - 1 })
}

/// `noun` with the "of" phrase right after it.
pub(super) fn with_of(scene: &Scene<'_>, noun: Noun) -> Noun {
    const OF: u64 = fold::hash("of");
    let Some(chunk) = scene.chunk_index(noun.head) else { return noun };
    let (of, next) = (scene.chunks().get(chunk + 1), scene.chunks().get(chunk + 2));
    let (Some(of), Some(next)) = (of, next) else { return noun };
    if of.last - of.first != 1 || scene.hash(of.first) != OF || next.kind != ChunkKind::Noun || is_charged(scene, noun) {
        return noun;
    }
    // "Of Mali's secret police".
    let is_owned = |owned: &&Chunk| {
        let first = scene.document.tokens.get(owned.first as usize);
        owned.kind == ChunkKind::Noun && first.is_some_and(|first| first.kind == TokenKind::Possessive)
    };
    let owned = scene.chunks().get(chunk + 3).filter(is_owned);
    let listed = if owned.is_none() { last_owner(scene, noun, chunk + 2) } else { None };
    Noun { last: owned.or(listed).unwrap_or(next).last, ..noun }
}

/// The last of several people or countries whose things are told in one plural: "the homes of Judge Luis Mora and *Senator Juan Diaz*".
fn last_owner<'s>(scene: &'s Scene<'_>, things: Noun, first: usize) -> Option<&'s Chunk> {
    let facts = scene.facts(things);
    let plural = facts.plural && !facts.part && facts.class.meets(Class::THING) && !facts.class.meets(Class::PEOPLE);
    let owners = if plural { scene.clauses().coordinated(first) } else { List::default() };
    let whose = Class::PERSON.with(Class::PLACE);
    let is_owner = |noun: Noun| scene.is(noun, whose) && !is_body(scene, noun);
    let owner = |&owner: &u32| scene.chunks().get(owner as usize).filter(|owner| is_owner(scene.noun(owner)));
    let all = owners.len() > 1 && owners.iter().all(|index| owner(index).is_some());
    let listed = owners.last().filter(|_| all).copied();
    let those = those_of(scene, listed.map_or(first, |last| last as usize)).filter(|_| plural);
    those.as_ref().and_then(owner).or_else(|| listed.as_ref().and_then(owner))
}

/// Whose the others of such things are: "the homes of two ministers and (at) those of *three judges*".
fn those_of(scene: &Scene<'_>, owner: usize) -> Option<u32> {
    let at = |index: usize| scene.chunks().get(index);
    at(owner + 1).filter(|and| and.kind == ChunkKind::Conjunction)?;
    let those = owner + 2 + usize::from(at(owner + 2)?.kind == ChunkKind::Preposition);
    let other = is_those_of(scene, those) && at(those + 2)?.kind == ChunkKind::Noun;
    other.then_some(those as u32 + 2)
}

/// Whether "those of" stands at `those`.
pub(super) fn is_those_of(scene: &Scene<'_>, those: usize) -> bool {
    const THOSE: u64 = fold::hash("those");
    const OF: u64 = fold::hash("of");
    let is =
        |at: usize, word: u64| scene.chunks().get(at).is_some_and(|chunk| chunk.last == chunk.first + 1 && scene.hash(chunk.first) == word);
    is(those, THOSE) && is(those + 1, OF)
}

/// The bodies behind the first of several whose seats are told in one plural: "the offices of the Liberal Party, *the Bank* and *the Chamber*".
fn further_seats<'s>(scene: &'s Scene<'_>, seats: Noun) -> impl Iterator<Item = Noun> + use<'s> {
    let facts = scene.facts(seats);
    let plural = facts.plural && facts.class.meets(Class::THING) && !facts.class.meets(Class::PEOPLE);
    let first = scene.chunk_index(seats.head).filter(|_| plural && with_of(scene, seats) != seats).map(|seats| seats + 2);
    let bodies = first.map_or(List::default(), |first| scene.clauses().coordinated(first));
    let body = |index: &u32| scene.chunks().get(*index as usize).map(|body| scene.noun(body)).filter(|&body| is_body(scene, body));
    let last = bodies.iter().rfind(|&&body| !is_those_of(scene, body as usize)).and_then(|&last| those_of(scene, last as usize));
    let listed = bodies.iter().filter(|&&body| !is_those_of(scene, body as usize));
    let nouns: Vec<Option<Noun>> = listed.chain(&last).map(body).collect();
    let all = nouns.iter().all(Option::is_some);
    nouns.into_iter().skip(1).filter(move |_| all).flatten()
}

/// Whether it is a body with a seat, and no person.
fn is_body(scene: &Scene<'_>, noun: Noun) -> bool {
    let named = matches!(scene.kind_at(noun.head), Some(EntityKind::Person | EntityKind::Place));
    !named && scene.is(noun, Class::ORGANIZATION.with(Class::GROUP))
}

/// Whether the "of" behind a noun is that of its verb, not its own: "acquitted the mayor of theft", "accused the patrol of the murder"; but "accused
/// members of the army of theft".
fn is_charged(scene: &Scene<'_>, noun: Noun) -> bool {
    let Some(at) = scene.chunk_index(noun.head) else { return false };
    let before = scene.chunk_index(noun.first).and_then(|at| scene.chunks().get(at.checked_sub(1)?));
    let deed = |chunk: &Chunk| scene.hits(chunk.first, TableId::Trigger).next().is_some();
    let body = |chunk: &Chunk| !deed(chunk) && scene.is(scene.noun(chunk), Class::PEOPLE.with(Class::ORGANIZATION).with(Class::PLACE));
    let owner = scene.chunks().get(at + 2).is_some_and(|of| of.kind == ChunkKind::Noun && body(of));
    !owner && before.is_some_and(|verb| verb.kind == ChunkKind::Verb && scene.has(WordSet::OfThing, verb.head))
}

/// The entity that `noun` names: that of its head, or the only one in it.
fn named(scene: &Scene<'_>, noun: Noun) -> Option<usize> {
    scene.entity_at(noun.head)
}

/// Whether a doer is a body or persons; those counted by their nation are persons ("a group of Chechens").
fn kind(scene: &Scene<'_>, noun: Noun, facts: &Facts<'_>, counted: bool) -> FillerType {
    // "A Tunisian".
    let one = || NEW.contains(&scene.hash(noun.first)) && noun.head == noun.first + 1;
    if scene.kind_at(noun.head) == Some(EntityKind::Nationality) && (counted || one()) {
        return FillerType::Individual;
    }
    let named = matches!(
        scene.kind_at(noun.head),
        Some(EntityKind::Group | EntityKind::Organization | EntityKind::Place | EntityKind::Nationality | EntityKind::Facility)
    );
    let entity = scene.entity_at(noun.head).and_then(|entity| scene.reading.entities.get(entity));
    let listed = entity.is_some_and(|entity| entity.kind == EntityKind::Group && entity.row.is_some());
    let impersonal = facts.class.meets(Class::ORGANIZATION) && !facts.class.meets(Class::PERSON);
    let body = facts.body || listed || (facts.people.is_empty() && (named || impersonal));
    if body { FillerType::Organization } else { FillerType::Individual }
}

/// How many: the number in the group, or one for a singular.
fn count(scene: &Scene<'_>, noun: Noun, facts: &Facts<'_>) -> Option<Range> {
    let person = !facts.plural && facts.class.meets(Class::PERSON);
    // "Father of two" is one, "the killers of two patrolmen" are some, "family of five" are five.
    let each = person || facts.known && !facts.bare && facts.class.meets(Class::PERSON) && !facts.class.meets(Class::GROUP);
    if let Some(quantity) = scene.count_in(noun.first, noun.last).filter(|quantity| !each || quantity.first < noun.head) {
        return Some(quantity.range);
    }
    person.then_some(Range { min: Some(1), max: Some(1) })
}

/// The number before a name that tells who those counted are: "three Tamil Tigers", "17 Maoists".
fn count_before(scene: &Scene<'_>, group: Noun, name: Noun) -> Option<Range> {
    let counted = scene.count_in(group.first, name.first).filter(|quantity| quantity.last == name.first);
    counted.filter(|_| group.holds(name.first)).map(|quantity| quantity.range)
}

/// The number of the share that the noun right behind it tells more of: "13 of them *policemen*".
fn count_of_share(scene: &Scene<'_>, noun: Noun, facts: &Facts<'_>) -> Option<Range> {
    const THEM: u64 = fold::hash("them");
    let share = scene.chunk_at(noun.first.checked_sub(1)?).filter(|share| share.kind == ChunkKind::Noun && share.last == noun.first)?;
    let them = facts.plural && facts.class.meets(Class::PEOPLE) && scene.hash(share.head) == THEM;
    scene.count_in(share.first, share.head).filter(|_| them).map(|quantity| quantity.range)
}

/// Whether a noun group is told as known, and nothing behind it says which: "the soldiers", "the judge".
pub(super) fn is_told_as_known(scene: &Scene<'_>, noun: Noun, plural: bool) -> bool {
    is_definite(scene, noun) && (plural || with_of(scene, noun) == noun)
}

/// Whether the group begins with a word that says it is known: "the", "this", "these", "that".
pub(super) fn is_definite(scene: &Scene<'_>, noun: Noun) -> bool {
    const DEFINITE: [u64; 6] =
        [fold::hash("the"), fold::hash("this"), fold::hash("these"), fold::hash("that"), fold::hash("those"), fold::hash("such")];
    DEFINITE.contains(&scene.hash(noun.first))
}
