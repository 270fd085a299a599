//! The noun group that a pronoun, or "the group" and its like, stands for: the nearest before it that fits, a subject before others.

use super::telling::{doer_before, is_teller, speaker, teller_of};
use crate::event::class::{Class, Facts};
use crate::event::custody::is_outlaw;
use crate::event::scene::{Noun, Scene};
use crate::event::trigger::kind_of;
use crate::lexicon::{Hit, TableId, Tag, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, List, VerbForm, Voice};
use crate::record::{EntityKind, EventKind, Side};
use crate::token::fold;

/// How many noun groups are looked at, backwards.
const GROUPS: usize = 30;

/// How many sentences back one may stand.
const SENTENCES: usize = 3;

/// How many tokens before one a semicolon is looked for.
const TOKENS: u32 = 60;

const OTHERS: u64 = fold::hash("others");

pub(super) const HE: [u64; 3] = [fold::hash("he"), fold::hash("him"), fold::hash("himself")];

pub(super) const SHE: [u64; 3] = [fold::hash("she"), fold::hash("her"), fold::hash("herself")];

/// What befalls or is done by whom a pronoun stands for.
#[derive(Clone, Copy)]
pub(super) struct Deed {
    /// It does violence.
    pub violence: bool,
    /// Something is done to it.
    pub suffered: bool,
    /// It is killed.
    pub dead: bool,
    /// It is blamed for it.
    pub blamed: bool,
}

/// The nearest noun group before `noun` that it can stand for; a subject of its sentence before others. Who does violence is not the people:
/// "terrorism hurts the people. Last night they blew up a bridge".
pub(super) fn antecedent(scene: &Scene<'_>, sentence: usize, noun: Noun, deed: Deed, facts: &Facts<'_>) -> Option<Noun> {
    let first = scene.sentence(sentence.saturating_sub(SENTENCES)).start;
    let start = clause_start(scene, sentence, noun);
    let chunk = scene.chunk_index(noun.head)?;
    // "Prosecutors say the two planned": others than who speaks.
    let number = scene.count_in(noun.first, noun.last).is_some();
    if let Some(speaker) = speaker(scene, chunk, facts, deed.dead).filter(|_| !number) {
        return Some(speaker);
    }
    if let Some(doer) = doer_before(scene, chunk, facts).filter(|_| deed.violence) {
        return Some(doer);
    }
    let main =
        subject_of_main(scene, chunk, facts).or_else(|| doer_of_main(scene, chunk, facts)).or_else(|| accused_before(scene, chunk, facts));
    if let Some(subject) = main.and_then(|at| scene.chunks().get(at)).map(|subject| trimmed(scene, scene.noun(subject)))
        && fits(facts, &scene.facts(subject))
    {
        return Some(subject);
    }
    let teller = teller_of(scene, chunk, deed);
    let dateline = scene.document.dateline.map_or(0, |dateline| dateline.last);
    let own = others_in_clause(scene, chunk);
    let share = share_of(scene, noun, facts);
    let mut seen = 0;
    for at in (0..main.unwrap_or(chunk)).rev() {
        let candidate = scene.chunks().get(at)?;
        if candidate.first < first.max(dateline) || seen > GROUPS {
            return None;
        }
        let other_one =
            is_hearer(scene, at, chunk) || own.contains(&(at as u32)) || is_owner_in(scene, at, &own) || teller.contains(&(at as u32));
        // "The blast wounded dozens of others. The group": they are no group.
        let others = scene.hash(candidate.head) == OTHERS;
        // To a corpse nothing is done any more.
        // And the dead do nothing: "Two policemen were among the dead. They attacked officers".
        let killed = || candidate.first < start && is_killed(scene, at) && !is_of_before(scene, chunk);
        let dead = deed.suffered && scene.has(WordSet::Corpse, candidate.head) || deed.violence && (is_of_dead(scene, at) || killed());
        if candidate.kind != ChunkKind::Noun || others || dead || scene.is_nobody(candidate) || is_owned(scene, candidate) || other_one {
            continue;
        }
        // "The farmers were seized by soldiers before they were killed": what is done to them is not done to the doers.
        // "Denied the murder of two judges, which the army attributed to them": those killed did not do it.
        if deed.suffered && candidate.first >= start && is_agent(scene, at) || deed.blamed && is_of_killed(scene, at) {
            continue;
        }
        seen += 1;
        let other = trimmed(scene, scene.noun(candidate));
        let found = scene.facts(other);
        let populace = deed.violence && (found.victim_only || is_populace(scene, other));
        let told = candidate.first < start && is_teller(scene, at);
        let may = !populace && !told && !is_body_for_one(scene, other, facts);
        if (fits(facts, &found) || may_be_number(facts, &found, scene, other))
            && suits(scene, noun, other)
            && holds_share(scene, other, share)
            && may
        {
            let counted = share.is_some() && scene.count_in(other.first, other.last).is_some();
            let subject = subject_before(scene, at, start, facts).or_else(|| actor_over(scene, at, start, facts));
            let named = named_beside(scene, at).unwrap_or(other);
            return Some(subject.filter(|&subject| suits(scene, noun, subject) && !counted).unwrap_or(named));
        }
    }
    None
}

/// Whether the group at `at` only hears what others did to those who tell it: "refugees told *reporters* that militiamen had attacked them"; not "told
/// residents that looters would attack them", "told the farmers that they would kill them".
fn is_hearer(scene: &Scene<'_>, at: usize, pronoun: usize) -> bool {
    const CLAUSE: usize = 16;
    let verb = |at: usize| scene.chunks().get(at).filter(|verb| verb.kind == ChunkKind::Verb);
    let tells = scene.clauses().possessor_start(at).checked_sub(1).and_then(verb);
    let told = tells.is_some_and(|verb| verb.voice == Voice::Active && scene.has(WordSet::Tell, verb.head));
    let deed = pronoun.checked_sub(1).filter(|&deed| told && deed > at && pronoun - at < CLAUSE && verb(deed).is_some());
    let done = deed.and_then(verb).is_some_and(|verb| verb.form == VerbForm::Finite && verb.modal.is_none());
    let doer = deed.map(|deed| scene.of_verb(deed).subject).and_then(|subject| scene.chunks().get(*subject.first()? as usize));
    let same = scene.chunks().get(at..pronoun).unwrap_or(&[]).iter().all(|chunk| scene.document.word(chunk.first as usize) != ".");
    done && same && doer.is_some_and(|doer| !scene.facts(scene.noun(doer)).pronoun)
}

/// Whether the group at `at` is the dead, or its clause counts it among them: "two policemen were among the dead".
fn is_of_dead(scene: &Scene<'_>, at: usize) -> bool {
    const AMONG: u64 = fold::hash("among");
    let chunk = |steps: usize| scene.chunks().get(at + steps);
    let dead = |steps: usize| chunk(steps).is_some_and(|noun| scene.has(WordSet::Dead, noun.head));
    let among = chunk(2).is_some_and(|word| scene.hash(word.first) == AMONG);
    dead(0) || among && chunk(1).is_some_and(|verb| verb.kind == ChunkKind::Verb) && dead(3)
}

/// Whether the group, of no outlaws, is told to have been killed: "Six policemen were killed. It was the second time they tried to kill the minister."
fn is_killed(scene: &Scene<'_>, at: usize) -> bool {
    let around = scene.of_noun(at);
    let verb = around.governor.filter(|_| around.governor_is_subject).and_then(|verb| scene.chunks().get(verb as usize));
    let kills = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame) == "outcome-kill";
    let killed = |verb: &Chunk| verb.voice == Voice::Passive && scene.hits(verb.head, TableId::Trigger).any(kills);
    let facts = scene.chunks().get(at).map(|chunk| scene.facts(scene.noun(chunk)));
    verb.is_some_and(killed) && facts.is_some_and(|facts| !facts.doer && !is_outlaw(facts.people) && facts.side != Some(Side::Nonstate))
}

/// Whether the verb of the pronoun at `chunk` tells what had been before: "they had attacked a post".
fn is_of_before(scene: &Scene<'_>, chunk: usize) -> bool {
    let verb = scene.of_noun(chunk).governor.and_then(|verb| scene.chunks().get(verb as usize));
    verb.is_some_and(|verb| scene.hash(verb.first) == const { fold::hash("had") })
}

/// Where the part of the sentence begins that the group stands in: behind its last semicolon.
fn clause_start(scene: &Scene<'_>, sentence: usize, noun: Noun) -> u32 {
    let start = scene.sentence(sentence).start;
    let near = start.max(noun.first.saturating_sub(TOKENS))..noun.first;
    near.rev().find(|&token| scene.document.word(token as usize) == ";").map_or(start, |mark| mark + 1)
}

/// The subject of the active verb before "before", for which a pronoun behind it stands rather than for whom the verb hits: "the attacker
/// stabbed a soldier before he was shot dead". It may be a pronoun for the same: "where they killed five guests before they were killed".
fn subject_of_main(scene: &Scene<'_>, chunk: usize, facts: &Facts<'_>) -> Option<usize> {
    const BEFORE: [u64; 2] = [fold::hash("before"), fold::hash("until")];
    const CLAUSE: usize = 16;
    // "Stabbed a boy before he died".
    let dies = scene.chunks().get(chunk + 1).is_some_and(|verb| scene.has(WordSet::Die, verb.head));
    let person = facts.pronoun && facts.class.meets(Class::PEOPLE) && !dies;
    let before = chunk.checked_sub(1).filter(|&at| person && BEFORE.contains(&scene.hash(scene.chunks()[at].first)))?;
    let start = before.saturating_sub(CLAUSE);
    let behind = scene.chunks().get(start..before)?.iter().rposition(|chunk| {
        matches!(chunk.kind, ChunkKind::Subordinator) || chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite
    })?;
    let verb = scene.chunks().get(start + behind).filter(|verb| verb.kind == ChunkKind::Verb && verb.voice == Voice::Active)?;
    let subject = scene.of_verb(start + behind).subject.first().map(|&noun| noun as usize)?;
    let noun = trimmed(scene, scene.noun(scene.chunks().get(subject)?));
    let near = scene.document.sentence_of(verb.first as usize) == scene.document.sentence_of(scene.chunks().get(chunk)?.first as usize);
    let found = scene.facts(noun);
    let pronoun = found.pronoun && found.plural == facts.plural && found.class == facts.class;
    (near && subject < chunk && (pronoun || fits(facts, &found))).then_some(subject)
}

/// The subject of the deed before "when" or "as", who does the violence told behind it too, rather than those whom he hit: "gunmen killed 130 people
/// when they opened fire on villagers"; not "troops killed nine militants when they attacked a post", "killed farmers as they slept".
fn doer_of_main(scene: &Scene<'_>, chunk: usize, facts: &Facts<'_>) -> Option<usize> {
    const OPENERS: [u64; 4] = [fold::hash("when"), fold::hash("after"), fold::hash("as"), fold::hash("while")];
    const CLAUSE: usize = 16;
    const DOERS: [&str; 6] = ["attacker", "crowd", "criminal", "militant", "rebel", "suspect"];
    let opener = chunk.checked_sub(1).filter(|&at| OPENERS.contains(&scene.hash(scene.chunks()[at].first)) && facts.pronoun)?;
    let deed = |at: usize| {
        let verb = scene.chunks().get(at).filter(|verb| verb.kind == ChunkKind::Verb && verb.voice == Voice::Active);
        let violent = |hit: &Hit| kind_of(hit).is_some_and(|kind| kind.is_violence() || kind == EventKind::Raid);
        verb.is_some_and(|verb| verb.form == VerbForm::Finite && scene.hits(verb.head, TableId::Trigger).any(violent))
    };
    let start = opener.saturating_sub(CLAUSE);
    let main = start + scene.chunks().get(start..opener)?.iter().rposition(|chunk| chunk.kind == ChunkKind::Verb)?;
    let near = scene.document.sentence_of(scene.chunks().get(main)?.first as usize)
        == scene.document.sentence_of(scene.chunks().get(chunk)?.first as usize);
    if !near || !deed(main) || !deed(chunk + 1) {
        return None;
    }
    let around = scene.of_verb(main);
    let noun = |list: &List| list.first().and_then(|&noun| scene.chunks().get(noun as usize)).map(|noun| trimmed(scene, scene.noun(noun)));
    let (doer, hit) = (scene.facts(noun(&around.subject)?), scene.facts(noun(&around.object)?));
    let fighter = hit.class.meets(Class::ARMED) && hit.side != Some(Side::State) || DOERS.contains(&hit.people);
    let state = doer.side == Some(Side::State) && hit.people == "person";
    (!fighter && !state && fits(facts, &doer)).then(|| around.subject.first().map(|&subject| subject as usize)).flatten()
}

/// Those who are seized for what they are accused of, to whom the next verb does something too: "caught two men suspected of kidnapping children and
/// burned *them*".
fn accused_before(scene: &Scene<'_>, chunk: usize, facts: &Facts<'_>) -> Option<usize> {
    const CLAUSE: usize = 16;
    let verb =
        chunk.checked_sub(1).filter(|&at| facts.pronoun && scene.chunks().get(at).is_some_and(|verb| verb.kind == ChunkKind::Verb))?;
    let start = scene.chunk_from(scene.sentence(scene.document.sentence_of(scene.chunks()[verb].first as usize)).start);
    let accused = |at: &usize| {
        let verb = scene.chunks().get(*at).filter(|verb| verb.kind == ChunkKind::Verb);
        verb.is_some_and(|verb| scene.has(WordSet::Accused, verb.head))
    };
    let accused = (start.max(verb.saturating_sub(CLAUSE))..verb).rev().find(accused)?;
    let noun = |at: usize| scene.chunks().get(at).filter(|noun| noun.kind == ChunkKind::Noun).map(|noun| scene.noun(noun));
    // "A man they accused of abducting a boy".
    let who = accused.checked_sub(1)?;
    let who = if noun(who).is_some_and(|who| scene.facts(who).pronoun) { who.checked_sub(1)? } else { who };
    let joined = (accused..verb).any(|at| scene.chunks().get(at).is_some_and(|and| and.kind == ChunkKind::Conjunction));
    let seized = scene.of_noun(who).governor.is_some_and(|above| (above as usize) < who);
    noun(who).filter(|&noun| joined && seized && fits(facts, &scene.facts(noun))).map(|_| who)
}

/// Whether "he" or "she" would stand for a body: a guard is a person, the Guard is not.
fn is_body_for_one(scene: &Scene<'_>, other: Noun, facts: &Facts<'_>) -> bool {
    let person = matches!(scene.kind_at(other.head), None | Some(EntityKind::Person | EntityKind::Nationality));
    facts.pronoun && !facts.plural && facts.class.meets(Class::PERSON) && !person
}

/// Whether "they" may stand for some who are told by their number alone: "the four had been heading for the border when they were seized".
fn may_be_number(facts: &Facts<'_>, found: &Facts<'_>, scene: &Scene<'_>, other: Noun) -> bool {
    const THE: u64 = fold::hash("the");
    facts.pronoun && facts.plural && found.bare && scene.hash(other.first) == THE && other.last > other.first + 1
}

/// How many of others a pronoun with a number stands for: "three of them".
fn share_of(scene: &Scene<'_>, noun: Noun, facts: &Facts<'_>) -> Option<u64> {
    scene.count_in(noun.first, noun.last).and_then(|count| count.range.min).filter(|_| facts.pronoun)
}

/// Whether the group is of more than the share that a pronoun is: "three of them" are of more than three.
fn holds_share(scene: &Scene<'_>, other: Noun, share: Option<u64>) -> bool {
    let many = || scene.count_in(other.first, other.last).and_then(|count| count.range.max.or(count.range.min));
    share.is_none_or(|share| many().is_none_or(|many| many > share))
}

/// The person whom the group at `at` explains: "questioned Luis Vega, mayor of Durango, and charged him".
fn named_beside(scene: &Scene<'_>, at: usize) -> Option<Noun> {
    let name = at.checked_sub(2).filter(|&name| scene.clauses().apposition_of(name) == Some(at as u32))?;
    let person = scene.chunks().get(name).filter(|name| scene.kind_at(name.head) == Some(EntityKind::Person))?;
    Some(trimmed(scene, scene.noun(person)))
}

/// Who else has a part in the clause of a pronoun, for whom it cannot stand: its subject where the pronoun is an object ("prosecutors charged them",
/// "which the army attributed to it"), and whom a relative clause tells of where the pronoun is its subject ("two youths (whom) they accused").
fn others_in_clause(scene: &Scene<'_>, chunk: usize) -> List {
    const OBJECTS: [u64; 3] = [fold::hash("him"), fold::hash("her"), fold::hash("them")];
    const IT: u64 = fold::hash("it");
    let is = |steps: usize, kind: ChunkKind| {
        chunk.checked_sub(steps).filter(|&at| scene.chunks().get(at).is_some_and(|chunk| chunk.kind == kind))
    };
    let word = scene.chunks().get(chunk).map_or(0, |pronoun| scene.hash(pronoun.head));
    let behind = is(1, ChunkKind::Preposition).filter(|_| word == IT || OBJECTS.contains(&word)).and_then(|_| is(2, ChunkKind::Verb));
    if let Some(verb) = behind.or_else(|| is(1, ChunkKind::Verb).filter(|_| OBJECTS.contains(&word))) {
        return scene.of_verb(verb).subject;
    }
    let around = scene.of_noun(chunk);
    let verb = around.governor.filter(|_| around.governor_is_subject);
    let object = verb.map(|verb| scene.of_verb(verb as usize).object).unwrap_or_default();
    if object.iter().all(|&whom| (whom as usize) < chunk) { object } else { List::default() }
}

/// Whether the group at `at` owns one of those in the list: "Noriega's soldiers beat him".
fn is_owner_in(scene: &Scene<'_>, at: usize, owned: &List) -> bool {
    owned.iter().any(|&owned| (scene.clauses().possessor_start(owned as usize)..owned as usize).contains(&at))
}

/// Whether the group, or a list with it, is of those whom the deed before its "of" befell: "the murder of *two judges*".
fn is_of_killed(scene: &Scene<'_>, at: usize) -> bool {
    const OF: u64 = fold::hash("of");
    const LIST: usize = 6;
    let chunk = |at: usize| scene.chunks().get(at);
    let listed = |at: &usize| chunk(*at).is_some_and(|word| matches!(word.kind, ChunkKind::Noun | ChunkKind::Conjunction));
    let of =
        (at.saturating_sub(LIST)..at).rev().find(|at| !listed(at)).filter(|&of| chunk(of).is_some_and(|of| scene.hash(of.first) == OF));
    let deed = of.and_then(|of| chunk(of.checked_sub(1)?)).filter(|deed| deed.kind == ChunkKind::Noun);
    let kills = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame).starts_with("outcome-");
    deed.is_some_and(|deed| scene.hits(deed.head, TableId::Trigger).any(kills))
}

/// Whether "by" before the group makes it the doer of a passive verb.
fn is_agent(scene: &Scene<'_>, at: usize) -> bool {
    const BY: u64 = fold::hash("by");
    let before = |steps: usize| scene.clauses().possessor_start(at).checked_sub(steps).and_then(|at| scene.chunks().get(at));
    let passive = before(2).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.voice == Voice::Passive);
    passive && before(1).is_some_and(|by| scene.hash(by.first) == BY)
}

/// The subject that opens the sentence of the group at `at`, one before that at `start`, if the pronoun may stand for it: it is more likely meant
/// than what stands nearer.
fn subject_before(scene: &Scene<'_>, at: usize, start: u32, facts: &Facts<'_>) -> Option<Noun> {
    let candidate = scene.chunks().get(at).filter(|candidate| candidate.first < start)?;
    let range = scene.sentence(scene.document.sentence_of(candidate.first as usize));
    let first = scene.chunk_index(range.start)?;
    let is_verb = |verb: &usize| scene.chunks().get(*verb).is_some_and(|chunk| chunk.kind == ChunkKind::Verb);
    // "Santos, a critic of President Vega, was arrested": the verb comes behind the apposition.
    let end = (at + GROUPS).min(scene.chunk_from(range.end));
    let inside = (first..at).find(is_verb);
    let verb = inside.or_else(|| (at + 1..end).find(is_verb))?;
    // "The judge said that Vega had fled. A jury convicted him": not who tells it.
    let tells = scene.hits(scene.chunks().get(verb)?.head, TableId::Attribution).next().is_some();
    if tells && scene.of_noun(at).governor_is_subject {
        return None;
    }
    let subject = scene.clauses().of_verb(verb).subject;
    let chunk = scene.chunks().get(*subject.first()? as usize).filter(|chunk| chunk.first >= range.start)?;
    let noun = trimmed(scene, scene.noun(chunk));
    // "A second man, Roy Tilden, was": the apposition names him.
    (fits(facts, &scene.facts(noun)) && (inside.is_some() || scene.name_at(noun.head).is_some())).then_some(noun)
}

/// Who does what a gerund tells of the group at `at`, in a sentence before that at `start`: "detained a man on suspicion of helping an offender. He".
fn actor_over(scene: &Scene<'_>, at: usize, start: u32, facts: &Facts<'_>) -> Option<Noun> {
    scene.chunks().get(at).filter(|candidate| candidate.first < start)?;
    let gerund = scene.clauses().possessor_start(at).checked_sub(1)?;
    scene.chunks().get(gerund).filter(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Gerund)?;
    let subject = scene.of_verb(gerund).subject;
    let noun = trimmed(scene, scene.noun(scene.chunks().get(*subject.first()? as usize)?));
    fits(facts, &scene.facts(noun)).then_some(noun)
}

/// Whether a pronoun owns the group and no name tells what it is: "its website".
fn is_owned(scene: &Scene<'_>, chunk: &Chunk) -> bool {
    const OWNERS: [u64; 3] = [fold::hash("its"), fold::hash("their"), fold::hash("his")];
    let noun = scene.noun(chunk);
    OWNERS.contains(&scene.hash(chunk.first)) && scene.name_at(chunk.head).is_none() && !scene.is(noun, Class::PEOPLE)
}

/// Whether the group stands for all who live somewhere.
fn is_populace(scene: &Scene<'_>, noun: Noun) -> bool {
    const PEOPLE: u64 = fold::hash("people");
    const POPULATION: u64 = fold::hash("population");
    let definite = scene.reading.phrases.tags.get(noun.first as usize) == Some(&Some(Tag::Determiner));
    definite && matches!(scene.hash(noun.head), PEOPLE | POPULATION) && scene.count_in(noun.first, noun.last).is_none()
}

/// Whether "he" or "she" may stand for what the group calls by a word for men or women only, and for one of somebody's own: not "he" for "his
/// grandmother", nor for the lawyer of "a statement read out by his lawyer".
fn suits(scene: &Scene<'_>, pronoun: Noun, other: Noun) -> bool {
    const HIS: u64 = fold::hash("his");
    const HER: u64 = fold::hash("her");
    let (word, own) = (scene.hash(pronoun.head), scene.hash(other.first));
    let is = |set: WordSet| scene.has(set, other.head);
    let subject = || scene.chunk_index(other.head).is_some_and(|at| scene.of_noun(at).governor_is_subject);
    match () {
        () if HE.contains(&word) => !is(WordSet::Female) && (own != HIS || subject()),
        () if SHE.contains(&word) => !is(WordSet::Male) && (own != HER || subject()),
        () => true,
    }
}

/// Whether a pronoun or description can stand for what is known of a group.
pub(super) fn fits(facts: &Facts<'_>, found: &Facts<'_>) -> bool {
    if found.pronoun || !found.known {
        return false;
    }
    if !facts.pronoun {
        return found.class.meets(Class::GROUP) && found.people.is_empty();
    }
    if facts.class.meets(Class::GROUP) && facts.plural {
        return (found.plural && found.class.meets(Class::PEOPLE)) || (found.class.meets(Class::GROUP) && found.people.is_empty());
    }
    if facts.class.meets(Class::PERSON) {
        return found.class.meets(Class::PERSON) && !found.plural;
    }
    let thing = facts.class.meets(Class::THING) && found.class.meets(Class::THING) && !found.locality;
    let body = found.class.meets(Class::GROUP.with(Class::ORGANIZATION)) && !found.class.meets(Class::PLACE);
    (thing || body) && !found.class.meets(Class::PERSON)
}

/// A name without what stands before it.
pub(super) fn trimmed(scene: &Scene<'_>, noun: Noun) -> Noun {
    let name = scene.name_at(noun.head).and_then(|name| scene.reading.names.get(name));
    name.map_or(noun, |name| Noun { first: name.first, last: name.last, head: noun.head })
}
