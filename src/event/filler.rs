//! Fillers: a noun group trimmed to what is quoted, with its entity, its type and its number.

use super::args::{self, without_ending};
use super::class::{Class, Facts};
use super::draft::{Filler, Mention, Role};
use super::office;
use super::pronoun;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger};
use crate::lexicon::{TableId, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, VerbForm};
use crate::record::{Basis, EntityKind, EventKind, FillerType, Range};
use crate::token::{TokenKind, fold};

/// The fillers that a noun group in a role makes: one, or with a group's name before a noun for persons ("ELN guerrillas") the group besides.
pub(super) fn make<'l>(scene: &Scene<'l>, role: Role, noun: Noun, facts: Facts<'l>, out: &mut Vec<Filler<'l>>) {
    // "One went off": the bombs are told before.
    if role == Role::Instrument && pronoun::several(scene, noun).next().is_some() {
        return;
    }
    let (noun, facts) = match called(scene, noun, &facts) {
        Some(name) => (name, scene.facts(name)),
        None if role == Role::Target && facts.part => whole(scene, noun, facts),
        None => (noun, facts),
    };
    let trimmed = trim(scene, noun, &facts, role);
    // A body may stand in the place of who speaks for it.
    let facts = if noun.holds(trimmed.head) { facts } else { scene.facts(trimmed) };
    // "Those arrested": no pronoun that stands for others.
    let described = those_behind(scene, trimmed);
    let noun = described.unwrap_or(trimmed);
    let filler = Filler {
        role,
        noun,
        entity: named(scene, noun).map(|entity| entity as u32),
        class: facts.class,
        people: if facts.people.is_empty() { office::people(scene, noun) } else { facts.people },
        kind: matches!(role, Role::Perpetrator | Role::Target).then(|| kind(scene, noun, &facts)),
        basis: Basis::Stated,
        by: None,
        count: count(scene, noun, &facts),
        plural: facts.plural,
        anaphoric: (facts.pronoun && described.is_none()) || facts.bare || is_told_as_known(scene, noun, facts.plural),
    };
    out.push(filler);
    if role != Role::Perpetrator {
        return;
    }
    let body = |group: Noun| {
        let entity = scene.entity_at(group.head).map(|entity| entity as u32);
        Filler { noun: group, entity, kind: Some(FillerType::Organization), count: None, people: "", anaphoric: false, ..filler }
    };
    let group = if filler.kind == Some(FillerType::Individual) { group_in(scene, noun) } else { None };
    out.extend(group.map(body));
    // "Its gunmen": the group that was told of before.
    let owner = scene.chunk_at(noun.head).filter(|_| group.is_none() && facts.class.meets(Class::ARMED));
    // "Their captors" hold those told of before.
    let owner = owner.and_then(|chunk| told_owner(scene, chunk)).filter(|owner| scene.hash(owner.head) == const { fold::hash("its") });
    out.extend(owner.map(|owner| Filler { anaphoric: true, class: scene.facts(owner).class, ..body(owner) }));
    // "The 22nd Front of the FARC".
    out.extend(
        band_behind(scene, group.unwrap_or(noun)).filter(|_| group.is_some() || filler.kind == Some(FillerType::Organization)).map(body),
    );
}

/// The armed group that a unit belongs to: "the 22nd Front of the FARC".
fn band_behind(scene: &Scene<'_>, unit: Noun) -> Option<Noun> {
    const OF: u64 = fold::hash("of");
    let chunk = scene.chunk_index(unit.head)?;
    let of = scene.chunks().get(chunk + 1).filter(|of| scene.hash(of.first) == OF && of.first == unit.last)?;
    let band = scene.chunks().get(chunk + 2).filter(|band| of.kind == ChunkKind::Preposition && band.kind == ChunkKind::Noun)?;
    let name = scene.reading.names.get(scene.name_at(band.head)?)?;
    (scene.kind_at(band.head) == Some(EntityKind::Group)).then_some(Noun { first: name.first, last: name.last, head: name.last - 1 })
}

/// What the part of a thing is a part of, where that is told: "the windows of the embassy", "the school's gate".
pub(super) fn whole<'l>(scene: &Scene<'l>, part: Noun, facts: Facts<'l>) -> (Noun, Facts<'l>) {
    const THING: Class = Class::THING.with(Class::ORGANIZATION);
    let inner = with_of(scene, part);
    let behind = scene.chunk_at(inner.last.saturating_sub(1)).filter(|_| inner != part);
    let owner = || scene.clauses().of_noun(scene.chunk_index(part.head)?).possessor.and_then(|owner| scene.chunks().get(owner as usize));
    let noun = behind.or_else(owner).map(|chunk| scene.noun(chunk));
    let thing = noun.map(|noun| (noun, scene.facts(noun))).filter(|(_, facts)| facts.known && facts.class.meets(THING));
    thing.unwrap_or((part, facts))
}

/// The name of a body that is told right behind a word for it: "a little-known group called Kashmir Resistance".
fn called(scene: &Scene<'_>, noun: Noun, facts: &Facts<'_>) -> Option<Noun> {
    const AS: u64 = fold::hash("as");
    let body = facts.class.meets(Class::GROUP.with(Class::ORGANIZATION)) && scene.name_at(noun.head).is_none();
    let at = scene.chunk_index(noun.head).filter(|_| body)?;
    let verb = scene.chunks().get(at + 1).filter(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Participle)?;
    let known = scene.has(WordSet::Naming, verb.head);
    let skip = 2 + usize::from(scene.chunks().get(at + 2).is_some_and(|word| scene.hash(word.first) == AS));
    let name = scene.chunks().get(at + skip).filter(|name| known && name.kind == ChunkKind::Noun)?;
    let named = matches!(scene.kind_at(name.head), Some(EntityKind::Group | EntityKind::Organization));
    named.then(|| scene.noun(name))
}

/// "Those" with the participle that tells who is meant.
fn those_behind(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    const THOSE: u64 = fold::hash("those");
    let chunk = scene.chunk_index(noun.head).filter(|_| scene.hash(noun.head) == THOSE)?;
    let participle = scene.chunks().get(chunk + 1).filter(|next| next.kind == ChunkKind::Verb && next.form == VerbForm::Participle)?;
    Some(Noun { last: participle.last, ..noun })
}

/// A trigger that is a weapon ("a car bomb killed") fills the role of the instrument itself.
pub(super) fn weapon<'l>(scene: &Scene<'l>, trigger: &Trigger<'l>, out: &mut Vec<Filler<'l>>) {
    if trigger.frame != "weapon-noun" {
        return inner_weapon(scene, trigger, out);
    }
    let Some(chunk) = scene.chunk_at(trigger.head).filter(|_| trigger.pos == Pos::Noun) else { return };
    let noun = Noun { last: trigger.last, head: trigger.last - 1, ..without_ending(scene, scene.noun(chunk)) };
    let facts = scene.facts(noun);
    if facts.class.meets(Class::WEAPON) && noun.first < noun.last {
        make(scene, Role::Instrument, noun, facts, out);
    }
}

/// The weapon that the form itself names: "car bomb explosion", "dynamite attack", "fired rockets".
fn inner_weapon<'l>(scene: &Scene<'l>, trigger: &Trigger<'l>, out: &mut Vec<Filler<'l>>) {
    const FIRE: u64 = fold::hash("fire");
    if !trigger.kind.is_violence() || trigger.kind == EventKind::Crime || trigger.dependent || trigger.last - trigger.first < 2 {
        return;
    }
    let inside = (trigger.first..trigger.last).find_map(|token| {
        // "Opened fire on" names none.
        let hit = scene.hits(token, TableId::Weapon).rev().find(|hit| hit.last <= trigger.last && scene.hash(hit.last - 1) != FIRE)?;
        // "Set the club on fire".
        if args::is_parted_by(scene, trigger, Noun { first: hit.first, last: hit.last, head: hit.last - 1 }) {
            return None;
        }
        // "Were shot dead".
        let is_verb = scene.chunk_at(hit.last - 1).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.head == hit.last - 1);
        if is_verb {
            return None;
        }
        let before = hit.last <= trigger.head && scene.chunk_index(hit.first) == scene.chunk_index(trigger.head);
        let beside = before || (trigger.pos == Pos::Verb && hit.first > trigger.head);
        beside.then_some(hit)
    });
    let Some(hit) = inside else { return };
    let noun = Noun { first: hit.first, last: hit.last, head: hit.last - 1 };
    let facts = scene.facts(noun);
    // A helicopter fires its rockets.
    let other = |known: &Filler<'_>| known.role == Role::Instrument && !known.class.meets(Class::AIRCRAFT);
    if facts.class.meets(Class::WEAPON) && !out.iter().any(other) {
        let made = out.len();
        make(scene, Role::Instrument, noun, facts, out);
        // A weapon told with its own noun group says more.
        out.iter_mut().skip(made).for_each(|filler| filler.anaphoric = true);
    }
}

/// Whose weapon it is, for one who did it, where nobody else is named: "a Russian drone hit", "Houthi missiles".
pub(super) fn weapon_owner<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>) {
    const MADE: [u64; 3] = [fold::hash("made"), fold::hash("built"), fold::hash("supplied")];
    let told = mention.role(Role::Perpetrator).next().is_some();
    if told || !matches!(mention.trigger.kind, EventKind::Airstrike | EventKind::Shelling) {
        return;
    }
    let owner = mention.role(Role::Instrument).find_map(|filler| {
        let chunk = scene.chunk_at(filler.noun.head).filter(|chunk| chunk.kind == ChunkKind::Noun)?;
        let name = (chunk.first..filler.noun.head).find_map(|token| scene.reading.names.get(scene.name_at(token)?));
        let Some(name) = name else { return force_before(scene, chunk.first, filler.noun.head).or_else(|| told_owner(scene, chunk)) };
        let body = matches!(scene.kind_at(name.first)?, EntityKind::Nationality | EntityKind::Group);
        let made = (name.last..name.last + 2).any(|token| MADE.contains(&scene.hash(token)));
        (body && !made && name.last <= filler.noun.head).then_some(Noun { first: name.first, last: name.last, head: name.last - 1 })
    });
    if let Some(noun) = owner {
        make(scene, Role::Perpetrator, noun, scene.facts(noun), &mut mention.fillers);
    }
}

/// The pronoun for whose weapon it is: "its jets".
fn told_owner(scene: &Scene<'_>, chunk: &Chunk) -> Option<Noun> {
    const OWNERS: [u64; 2] = [fold::hash("its"), fold::hash("their")];
    let owner = Noun { first: chunk.first, last: chunk.first + 1, head: chunk.first };
    (chunk.head > chunk.first && OWNERS.contains(&scene.hash(chunk.first))).then_some(owner)
}

/// The force that a weapon belongs to, by a common noun before it: "army helicopters", "air force jets".
fn force_before(scene: &Scene<'_>, first: u32, head: u32) -> Option<Noun> {
    let hit = |token: u32| scene.hits(token, TableId::PersonNoun).rev().find(|hit| hit.last <= head && hit.last > token);
    let hit = (first..head).find_map(hit)?;
    let force = Noun { first: hit.first, last: hit.last, head: hit.last - 1 };
    let facts = scene.facts(force);
    (facts.body && (facts.class.meets(Class::ARMED) || facts.people == "official")).then_some(force)
}

/// Takes the kind from the weapon where the word itself leaves it open: "an attack with explosives", "fired their guns".
pub(super) fn settle_kind<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>) {
    let trigger = &mention.trigger;
    let hits = trigger.frame == "weapon-hits" && trigger.method.is_none();
    // "Jets killed 30 people".
    let flown = trigger.kind == EventKind::Attack
        && trigger.is_outcome()
        && mention.role(Role::Instrument).any(|filler| filler.class.meets(Class::AIRCRAFT));
    let open = flown
        || hits
        || trigger.frame == "fire-weapon"
        || (trigger.kind == EventKind::Attack && trigger.method.is_none() && !trigger.is_outcome());
    if !open {
        return;
    }
    let weapons =
        mention.role(Role::Instrument).filter_map(|filler| scene.hit_ending(filler.noun.first, filler.noun.head, TableId::Weapon));
    let rows = weapons.map(|hit| scene.lexicon.row(hit.row));
    let found =
        rows.into_iter().find_map(|row| Some((EventKind::named(row.text(column::Weapon::Kind))?, row.value(column::Weapon::Method))));
    // "Struck": by what, tells the manner of the same kind only; an arrow, a bullet, a mine or what is
    // dropped is no shell.
    let small = |kind| {
        let other = matches!(kind, EventKind::Attack | EventKind::Bombing | EventKind::Crackdown | EventKind::Airstrike);
        mention.trigger.kind == EventKind::Shelling && other
    };
    if let Some((kind, method)) = found.filter(|&(kind, _)| !hits || kind == mention.trigger.kind || small(kind)) {
        mention.trigger.kind = kind;
        mention.trigger.method = Some(method).filter(|method| !method.is_empty());
    }
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
        && let Some(body) = group_behind(scene, noun)
    {
        return body;
    }
    let needs_of = flagged("head-of-of-phrase");
    // "Acquitted the mayor of theft".
    let charged = || {
        scene
            .chunk_index(noun.first)
            .and_then(|at| scene.chunks().get(at.checked_sub(1)?))
            .is_some_and(|verb| verb.kind == ChunkKind::Verb && scene.has(WordSet::OfThing, verb.head))
    };
    let office = facts.class.meets(Class::RANKED) && role == Role::Victim && !charged();
    let whole = if needs_of || office { with_of(scene, noun) } else { noun };
    // "President of the Supreme Court Francisco Guerrero": the office stands before the name.
    let person = scene.name_at(whole.last.saturating_sub(1)).and_then(|name| scene.reading.names.get(name));
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
    if of.last - of.first != 1 || scene.hash(of.first) != OF || next.kind != ChunkKind::Noun {
        return noun;
    }
    // "Of Mali's secret police".
    let is_owned = |owned: &&Chunk| {
        let first = scene.document.tokens.get(owned.first as usize);
        owned.kind == ChunkKind::Noun && first.is_some_and(|first| first.kind == TokenKind::Possessive)
    };
    let owned = scene.chunks().get(chunk + 3).filter(is_owned);
    Noun { last: owned.unwrap_or(next).last, ..noun }
}

/// The entity that `noun` names: that of its head, or the only one in it.
fn named(scene: &Scene<'_>, noun: Noun) -> Option<usize> {
    scene.entity_at(noun.head)
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

fn group_behind(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    let chunk = scene.chunk_index(noun.head)?;
    let links = |link: &&Chunk| BELONGING.contains(&scene.hash(link.head.max(link.first))) || is_bound(scene, chunk + 1);
    let link = scene.chunks().get(chunk + 1).filter(links)?;
    let skip = if matches!(link.kind, ChunkKind::Verb | ChunkKind::Adjective) { 3 } else { 2 };
    let body = scene.chunks().get(chunk + skip).filter(|body| body.kind == ChunkKind::Noun)?;
    let named = matches!(scene.kind_at(body.head), Some(EntityKind::Group | EntityKind::Organization));
    let body = without_ending(scene, Noun { first: body.first, last: body.last, head: body.head });
    let facts = scene.facts(body);
    let actor = facts.body && facts.class.meets(Class::ARMED);
    match scene.name_at(body.head).and_then(|name| scene.reading.names.get(name)).filter(|_| named) {
        Some(name) => Some(Noun { first: name.first, last: name.last, head: name.last.saturating_sub(1) }),
        None => actor.then_some(body),
    }
}

/// Whether what stands at `at` says in whose pay, under whose command or on whose side somebody is: "assassins paid by the cartel", "a gunman
/// working for the gang", "fighters loyal to the general".
fn is_bound(scene: &Scene<'_>, at: usize) -> bool {
    const BY: [u64; 1] = [fold::hash("by")];
    const FOR: [u64; 1] = [fold::hash("for")];
    const TO: [u64; 2] = [fold::hash("to"), fold::hash("with")];
    const HIRED: [u64; 7] = [
        fold::hash("paid"),
        fold::hash("hired"),
        fold::hash("sent"),
        fold::hash("run"),
        fold::hash("employed"),
        fold::hash("commanded"),
        fold::hash("controlled"),
    ];
    const ALLIED: [u64; 6] = [
        fold::hash("linked"),
        fold::hash("affiliated"),
        fold::hash("allied"),
        fold::hash("aligned"),
        fold::hash("connected"),
        fold::hash("loyal"),
    ];
    let Some(bond) = scene.chunks().get(at) else { return false };
    let open = bond.kind == ChunkKind::Adjective || bond.kind == ChunkKind::Verb && bond.form != VerbForm::Finite;
    let (word, next) = (scene.hash(bond.head), scene.hash(bond.last));
    let bound = HIRED.contains(&word) && BY.contains(&next)
        || ALLIED.contains(&word) && TO.contains(&next)
        || word == const { fold::hash("working") } && FOR.contains(&next);
    open && bound
}

fn group_before(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    let mut token = noun.first;
    while token < noun.last {
        let Some(name) = scene.name_at(token).and_then(|name| scene.reading.names.get(name)) else {
            token += 1;
            continue;
        };
        if matches!(scene.kind_at(token), Some(EntityKind::Group | EntityKind::Organization)) && noun.head != name.last - 1 {
            return Some(Noun { first: name.first, last: name.last, head: name.last - 1 });
        }
        token = name.last.max(token + 1);
    }
    None
}

/// Whether a doer is a body or persons.
fn kind(scene: &Scene<'_>, noun: Noun, facts: &Facts<'_>) -> FillerType {
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
    if let Some(quantity) = scene.count_in(noun.first, noun.last) {
        return Some(quantity.range);
    }
    let one = Range { min: Some(1), max: Some(1) };
    (!facts.plural && facts.class.meets(Class::PERSON)).then_some(one)
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
