//! Anaphora: pronouns and definite descriptions among the fillers, and the named ones that they stand for.

use super::args::{self, Slot};
use super::class::{Class, Facts};
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::scene::{Noun, Scene};
use super::settle;
use crate::lexicon::{TableId, Tag, WordSet};
use crate::phrase::{Chunk, ChunkKind, List};
use crate::record::{EntityKind, EventKind, FillerType, Status};
use crate::token::fold;

/// How many noun groups are looked at, backwards.
const GROUPS: usize = 30;
/// How many sentences back one may stand.
const SENTENCES: usize = 3;
/// How many tokens before one a semicolon is looked for.
const TOKENS: u32 = 60;
/// How many chunks may stand between a verb of saying and its "that".
const ASIDE: usize = 6;

/// Puts in the place of each pronoun, and of "the group" and its like, what it stands for.
pub(super) fn resolve<'l>(scene: &Scene<'l>, mentions: &mut [Mention<'l>]) {
    for mention in mentions {
        let sentence = mention.trigger.sentence;
        admit(scene, mention);
        let violence = mention.trigger.kind.is_violence();
        let told = std::mem::take(&mut mention.fillers);
        let mut found = false;
        for filler in told {
            let open = filler.anaphoric && filler.entity.is_none() && !matches!(filler.role, Role::Place | Role::About);
            match open.then(|| stands_for(scene, sentence, &filler, violence)).flatten() {
                Some(noun) if filler.role == Role::Perpetrator => {
                    found = true;
                    doers(scene, noun, &filler, &mut mention.fillers);
                }
                Some(noun) => mention.fillers.push(in_place(scene, noun, &filler)),
                None => mention.fillers.push(filler),
            }
        }
        if found {
            settle::by_doers(scene, mention);
        }
    }
}

/// Whether the group stands for all who live somewhere.
fn is_populace(scene: &Scene<'_>, noun: Noun) -> bool {
    const PEOPLE: u64 = fold::hash("people");
    const POPULATION: u64 = fold::hash("population");
    let definite = scene.reading.phrases.tags.get(noun.first as usize) == Some(&Some(Tag::Determiner));
    definite && matches!(scene.hash(noun.head), PEOPLE | POPULATION) && scene.count_in(noun.first, noun.last).is_none()
}

/// Makes a claim of what somebody says of himself: "the group said it was behind the attack".
fn admit<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>) {
    let denied = mention.status == Status::Denied;
    if mention.trigger.kind != EventKind::Accusation || mention.trigger.frame != "speech-accused" || denied {
        return;
    }
    let himself = args::of(scene, &mention.trigger).into_iter().filter(|argument| argument.slot == Slot::SUBJECT).find_map(|argument| {
        let facts = scene.facts(argument.noun);
        speaker(scene, scene.chunk_index(argument.noun.head)?, &facts)
    });
    if let Some(noun) = himself {
        mention.fillers.retain(|filler| filler.role != Role::Target);
        filler::make(scene, Role::Perpetrator, noun, scene.facts(noun), &mut mention.fillers);
        (mention.trigger.kind, mention.trigger.strong) = (EventKind::Claim, true);
        mention.rules.push("kind:admits");
    }
}

/// What a pronoun, or "the group" and its like, stands for in an act of violence or another.
fn stands_for(scene: &Scene<'_>, sentence: usize, filler: &Filler<'_>, violence: bool) -> Option<Noun> {
    // "Both" are two told together, not the nearest of many.
    const BOTH: u64 = fold::hash("both");
    let facts = scene.facts(filler.noun);
    // "Those arrested" are no others told before.
    let described =
        facts.pronoun && (scene.chunk_at(filler.noun.head).is_some_and(|own| filler.noun.last > own.last) || are_told(scene, filler.noun));
    if (!facts.pronoun && facts.people != "group") || scene.hash(filler.noun.head) == BOTH || described {
        return None;
    }
    let hit = matches!(filler.role, Role::Victim | Role::Target);
    let does = filler.role == Role::Perpetrator && violence;
    antecedent(
        scene,
        sentence,
        filler.noun,
        does,
        &Facts { class: if hit { facts.class } else { facts.class.without(Class::THING) }, ..facts },
    )
}

/// "Those who carried out this attack": a relative clause tells who they are.
fn are_told(scene: &Scene<'_>, noun: Noun) -> bool {
    const THOSE: u64 = fold::hash("those");
    const WHO: u64 = fold::hash("who");
    scene.hash(noun.head) == THOSE && scene.hash(noun.last) == WHO
}

/// Adds who did it, with the body behind him.
fn doers<'l>(scene: &Scene<'l>, noun: Noun, told: &Filler<'l>, out: &mut Vec<Filler<'l>>) {
    let from = out.len();
    filler::make(scene, told.role, noun, scene.facts(noun), out);
    out.iter_mut().skip(from).for_each(|doer| (doer.basis, doer.by, doer.anaphoric) = (told.basis, told.by, false));
}

/// The filler with what it stands for in its place.
fn in_place<'l>(scene: &Scene<'l>, noun: Noun, told: &Filler<'l>) -> Filler<'l> {
    let entity = scene.entity_at(noun.head).map(|entity| entity as u32);
    let Facts { class, people, plural, .. } = scene.facts(noun);
    // "She" stands for "the judge", who may stand for somebody named.
    let anaphoric = entity.is_none() && filler::is_told_as_known(scene, noun, plural);
    // "The church, which they left after it was bombed".
    let thing = told.role == Role::Victim && class.meets(Class::THING) && !class.meets(Class::PEOPLE);
    let (role, kind) = if thing { (Role::Target, Some(FillerType::Organization)) } else { (told.role, told.kind) };
    Filler { role, kind, noun, entity, anaphoric, people, class, ..*told }
}

/// The nearest noun group before `noun` that it can stand for; a subject of its sentence before others. Who does violence is not the people:
/// "terrorism hurts the people. Last night they blew up a bridge".
fn antecedent(scene: &Scene<'_>, sentence: usize, noun: Noun, violence: bool, facts: &Facts<'_>) -> Option<Noun> {
    let first = scene.sentence(sentence.saturating_sub(SENTENCES)).start;
    let start = clause_start(scene, sentence, noun);
    let chunk = scene.chunk_index(noun.head)?;
    // "Prosecutors say the two planned": others than who speaks.
    let number = scene.count_in(noun.first, noun.last).is_some();
    if let Some(speaker) = speaker(scene, chunk, facts).filter(|_| !number) {
        return Some(speaker);
    }
    let dateline = scene.document.dateline.map_or(0, |dateline| dateline.last);
    let own = subject_of_object(scene, chunk);
    // "Three of them" are of more than three.
    let share = scene.count_in(noun.first, noun.last).and_then(|count| count.range.min).filter(|_| facts.pronoun);
    let holds = |other: Noun| {
        let many = || scene.count_in(other.first, other.last).and_then(|count| count.range.max.or(count.range.min));
        share.is_none_or(|share| many().is_none_or(|many| many > share))
    };
    let mut seen = 0;
    for at in (0..chunk).rev() {
        let candidate = scene.chunks().get(at)?;
        if candidate.first < first.max(dateline) || seen > GROUPS {
            return None;
        }
        if candidate.kind != ChunkKind::Noun || scene.is_nobody(candidate) || is_owned(scene, candidate) || own.contains(&(at as u32)) {
            continue;
        }
        seen += 1;
        let other = trimmed(scene, scene.noun(candidate));
        let found = scene.facts(other);
        // A guard is a person, the Guard is not.
        let person = matches!(scene.kind_at(other.head), None | Some(EntityKind::Person | EntityKind::Nationality));
        let body = facts.pronoun && !facts.plural && facts.class.meets(Class::PERSON) && !person;
        let populace = violence && is_populace(scene, other);
        let told = candidate.first < start && is_teller(scene, at);
        if fits(facts, &found) && suits(scene, noun, other) && holds(other) && !body && !populace && !told {
            let counted = share.is_some() && scene.count_in(other.first, other.last).is_some();
            let subject = subject_before(scene, at, start, facts).filter(|&subject| suits(scene, noun, subject) && !counted);
            return Some(subject.unwrap_or(other));
        }
    }
    None
}

/// The subject of the verb that a pronoun is the object of, for which it cannot stand: "prosecutors charged them".
fn subject_of_object(scene: &Scene<'_>, chunk: usize) -> List {
    const OBJECTS: [u64; 3] = [fold::hash("him"), fold::hash("her"), fold::hash("them")];
    let verb = chunk.checked_sub(1).filter(|&at| scene.chunks().get(at).is_some_and(|verb| verb.kind == ChunkKind::Verb));
    let object = scene.chunks().get(chunk).is_some_and(|pronoun| OBJECTS.contains(&scene.hash(pronoun.head)));
    verb.filter(|_| object).map_or(List::default(), |verb| scene.of_verb(verb).subject)
}

/// Where the part of the sentence begins that the group stands in: behind its last semicolon.
fn clause_start(scene: &Scene<'_>, sentence: usize, noun: Noun) -> u32 {
    let start = scene.sentence(sentence).start;
    let near = start.max(noun.first.saturating_sub(TOKENS))..noun.first;
    near.rev().find(|&token| scene.document.word(token as usize) == ";").map_or(start, |mark| mark + 1)
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
    if tells && scene.clauses().of_noun(at).governor_is_subject {
        return None;
    }
    let subject = scene.clauses().of_verb(verb).subject;
    let chunk = scene.chunks().get(*subject.first()? as usize).filter(|chunk| chunk.first >= range.start)?;
    let noun = trimmed(scene, scene.noun(chunk));
    // "A second man, Roy Tilden, was": the apposition names him.
    (fits(facts, &scene.facts(noun)) && (inside.is_some() || scene.name_at(noun.head).is_some())).then_some(noun)
}

/// Whether the group only tells what its sentence says, at its end ("..., officials said."), so that the next sentence hardly speaks of it.
fn is_teller(scene: &Scene<'_>, at: usize) -> bool {
    let says = |index: usize| {
        let verb = scene.chunks().get(index).filter(|chunk| chunk.kind == ChunkKind::Verb);
        verb.is_some_and(|verb| scene.hits(verb.head, TableId::Attribution).next().is_some())
    };
    let is_mark = |index: usize, marks: &[&str]| {
        scene.chunks().get(index).is_some_and(|mark| marks.contains(&scene.document.word(mark.first as usize)))
    };
    let ends = says(at + 1) && is_mark(at + 2, &["."]);
    ends && at.checked_sub(1).is_some_and(|before| is_mark(before, &[","]))
}

/// Who speaks, where the pronoun begins what is said: "Russia said (in a statement) that it had withdrawn".
fn speaker(scene: &Scene<'_>, chunk: usize, facts: &Facts<'_>) -> Option<Noun> {
    let that = |at: &usize| scene.chunks().get(*at).is_some_and(|before| before.kind == ChunkKind::Subordinator);
    let before = chunk.checked_sub(1)?;
    let aside = |at: &usize| {
        scene.chunks().get(*at).is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Time | ChunkKind::Preposition))
    };
    let verb = if that(&before) { (0..before).rev().take(ASIDE).find(|at| !aside(at))? } else { before };
    let says = scene.chunks().get(verb).filter(|says| says.kind == ChunkKind::Verb && facts.pronoun)?;
    scene.hits(says.head, TableId::Attribution).next()?;
    let subject = scene.of_verb(verb).subject;
    let noun = trimmed(scene, scene.noun(scene.chunks().get(*subject.first()? as usize)?));
    let found = scene.facts(noun);
    let body = found.class.meets(Class::GROUP.with(Class::ORGANIZATION).with(Class::PLACE));
    let fits = if facts.class.meets(Class::PERSON) { found.class.meets(Class::PERSON) && !found.plural } else { body || found.plural };
    (fits && !found.pronoun && facts.plural == (found.plural && !body)).then_some(noun)
}

/// Whether a pronoun owns the group and no name tells what it is: "its website".
fn is_owned(scene: &Scene<'_>, chunk: &Chunk) -> bool {
    const OWNERS: [u64; 3] = [fold::hash("its"), fold::hash("their"), fold::hash("his")];
    let noun = scene.noun(chunk);
    OWNERS.contains(&scene.hash(chunk.first)) && scene.name_at(chunk.head).is_none() && !scene.is(noun, Class::PEOPLE)
}

/// Whether "he" or "she" may stand for what the group calls by a word for men or women only: not "he" for "his grandmother".
fn suits(scene: &Scene<'_>, pronoun: Noun, other: Noun) -> bool {
    const HE: [u64; 3] = [fold::hash("he"), fold::hash("him"), fold::hash("himself")];
    const SHE: [u64; 3] = [fold::hash("she"), fold::hash("her"), fold::hash("herself")];
    let word = scene.hash(pronoun.head);
    let is = |set: WordSet| scene.has(set, other.head);
    !(HE.contains(&word) && is(WordSet::Female) || SHE.contains(&word) && is(WordSet::Male))
}

/// A name without what stands before it.
fn trimmed(scene: &Scene<'_>, noun: Noun) -> Noun {
    let name = scene.name_at(noun.head).and_then(|name| scene.reading.names.get(name));
    name.map_or(noun, |name| Noun { first: name.first, last: name.last, head: noun.head })
}

/// Whether a pronoun or description can stand for what is known of a group.
fn fits(facts: &Facts<'_>, found: &Facts<'_>) -> bool {
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
