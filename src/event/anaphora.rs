//! Anaphora: pronouns and definite descriptions among the fillers, and the named ones that they stand for.

use super::args::{self, Slot};
use super::class::{Class, Facts};
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::scene::{Noun, Scene};
use super::settle;
use crate::lexicon::{Hit, TableId, Tag, WordSet};
use crate::phrase::{Chunk, ChunkKind, List, VerbForm, Voice};
use crate::record::{EntityKind, EventKind, FillerType, Status};
use crate::token::fold;
use crate::token::literal::Few;

/// How many noun groups are looked at, backwards.
const GROUPS: usize = 30;
/// How many sentences back one may stand.
const SENTENCES: usize = 3;
/// How many tokens before one a semicolon is looked for.
const TOKENS: u32 = 60;
/// How many chunks may stand between a verb of saying and its "that".
const ASIDE: usize = 6;
const HE: [u64; 3] = [fold::hash("he"), fold::hash("him"), fold::hash("himself")];
const SHE: [u64; 3] = [fold::hash("she"), fold::hash("her"), fold::hash("herself")];
/// Who speaks, in his own words.
const FIRST: [u64; 4] = [fold::hash("we"), fold::hash("us"), fold::hash("i"), fold::hash("me")];
/// Verbs for what somebody does not know of others.
static GUESSES: Few<12> = Few::new([
    "believe", "believes", "believed", "fear", "fears", "feared", "suspect", "suspects", "suspected", "think", "thinks", "thought",
]);

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
            let dead = mention.status == Status::Occurred && filler.role == Role::Victim && mention.trigger.frame == "outcome-kill";
            match open.then(|| stands_for(scene, sentence, &filler, violence, dead)).flatten() {
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
        let chunk = scene.chunk_index(argument.noun.head)?;
        let (chunk, noun) = own_men(scene, chunk).unwrap_or((chunk, argument.noun));
        speaker(scene, chunk, &scene.facts(noun), false)
    });
    if let Some(noun) = himself {
        mention.fillers.retain(|filler| filler.role != Role::Target);
        filler::make(scene, Role::Perpetrator, noun, scene.facts(noun), &mut mention.fillers);
        (mention.trigger.kind, mention.trigger.strong) = (EventKind::Claim, true);
        mention.rules.push("kind:admits");
    }
}

/// "Its fighters", "two of its men": the chunk that they begin with, and the pronoun for who owns them.
fn own_men(scene: &Scene<'_>, chunk: usize) -> Option<(usize, Noun)> {
    const ITS: u64 = fold::hash("its");
    const OF: u64 = fold::hash("of");
    let men = scene.chunks().get(chunk).filter(|men| scene.hash(men.first) == ITS && scene.is(scene.noun(men), Class::PERSON))?;
    let of = chunk.checked_sub(2).filter(|_| scene.chunks().get(chunk - 1).is_some_and(|of| scene.hash(of.first) == OF));
    Some((of.unwrap_or(chunk), Noun { first: men.first, last: men.first + 1, head: men.first }))
}

/// What a pronoun, or "the group" and its like, stands for in an act of violence or another; `dead` if it is killed.
fn stands_for(scene: &Scene<'_>, sentence: usize, filler: &Filler<'_>, violence: bool, dead: bool) -> Option<Noun> {
    // "Both" are two told together, not the nearest of many.
    const BOTH: u64 = fold::hash("both");
    let facts = scene.facts(filler.noun);
    // "Those arrested" are no others told before.
    let described =
        facts.pronoun && (scene.chunk_at(filler.noun.head).is_some_and(|own| filler.noun.last > own.last) || are_told(scene, filler.noun));
    if (!facts.pronoun && facts.people != "group") || scene.hash(filler.noun.head) == BOTH || described {
        return None;
    }
    // "We killed them," said the spokesman: not he.
    if !violence
        && FIRST.contains(&scene.hash(filler.noun.head))
        && let Some(speaker) = quoted_speaker(scene, sentence, filler.noun)
    {
        return Some(speaker);
    }
    let hit = matches!(filler.role, Role::Victim | Role::Target);
    let does = filler.role == Role::Perpetrator && violence;
    antecedent(
        scene,
        sentence,
        filler.noun,
        Deed { violence: does, suffered: filler.role == Role::Victim, dead },
        &Facts { class: if hit { facts.class } else { facts.class.without(Class::THING) }, ..facts },
    )
}

/// Who says what is quoted, where that is told behind it: "'We appeal for calm,' said the bishop".
fn quoted_speaker(scene: &Scene<'_>, sentence: usize, noun: Noun) -> Option<Noun> {
    const CLOSING: [&str; 4] = ["\"", "”", "''", "’"];
    const BEHIND: usize = 4;
    let from = scene.chunk_index(noun.head)?;
    let end = scene.chunk_from(scene.sentence(sentence).end);
    let chunks = scene.chunks().get(from..end)?;
    let close = from + chunks.iter().position(|mark| CLOSING.contains(&scene.document.word(mark.first as usize)))?;
    let is_verb = |at: &usize| scene.chunks().get(*at).is_some_and(|chunk| chunk.kind == ChunkKind::Verb);
    let says = (close + 1..end.min(close + 1 + BEHIND)).find(is_verb)?;
    scene.hits(scene.chunks().get(says)?.head, TableId::Attribution).next()?;
    let speaker = trimmed(scene, scene.noun(scene.chunks().get(*scene.of_verb(says).subject.first()? as usize)?));
    let facts = scene.facts(speaker);
    (facts.class.meets(Class::PEOPLE.with(Class::ORGANIZATION)) && !facts.pronoun).then_some(speaker)
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

/// What befalls or is done by whom a pronoun stands for.
#[derive(Clone, Copy)]
struct Deed {
    /// It does violence.
    violence: bool,
    /// Something is done to it.
    suffered: bool,
    /// It is killed.
    dead: bool,
}

/// The nearest noun group before `noun` that it can stand for; a subject of its sentence before others. Who does violence is not the people:
/// "terrorism hurts the people. Last night they blew up a bridge".
fn antecedent(scene: &Scene<'_>, sentence: usize, noun: Noun, deed: Deed, facts: &Facts<'_>) -> Option<Noun> {
    let first = scene.sentence(sentence.saturating_sub(SENTENCES)).start;
    let start = clause_start(scene, sentence, noun);
    let chunk = scene.chunk_index(noun.head)?;
    // "Prosecutors say the two planned": others than who speaks.
    let number = scene.count_in(noun.first, noun.last).is_some();
    if let Some(speaker) = speaker(scene, chunk, facts, deed.dead).filter(|_| !number) {
        return Some(speaker);
    }
    let main = subject_of_main(scene, chunk, facts);
    if let Some(subject) = main.and_then(|at| scene.chunks().get(at)).map(|subject| trimmed(scene, scene.noun(subject)))
        && fits(facts, &scene.facts(subject))
    {
        return Some(subject);
    }
    let teller = teller_of(scene, chunk, deed);
    let dateline = scene.document.dateline.map_or(0, |dateline| dateline.last);
    let own = subject_of_object(scene, chunk);
    // "Three of them" are of more than three.
    let share = scene.count_in(noun.first, noun.last).and_then(|count| count.range.min).filter(|_| facts.pronoun);
    let holds = |other: Noun| {
        let many = || scene.count_in(other.first, other.last).and_then(|count| count.range.max.or(count.range.min));
        share.is_none_or(|share| many().is_none_or(|many| many > share))
    };
    let mut seen = 0;
    for at in (0..main.unwrap_or(chunk)).rev() {
        let candidate = scene.chunks().get(at)?;
        if candidate.first < first.max(dateline) || seen > GROUPS {
            return None;
        }
        let other_one = own.contains(&(at as u32)) || is_owner_in(scene, at, &own) || teller.contains(&(at as u32));
        if candidate.kind != ChunkKind::Noun || scene.is_nobody(candidate) || is_owned(scene, candidate) || other_one {
            continue;
        }
        // "The farmers were seized by soldiers before they were killed": what is done to them is not done to the doers.
        if deed.suffered && candidate.first >= start && is_agent(scene, at) {
            continue;
        }
        seen += 1;
        let other = trimmed(scene, scene.noun(candidate));
        let found = scene.facts(other);
        // A guard is a person, the Guard is not.
        let person = matches!(scene.kind_at(other.head), None | Some(EntityKind::Person | EntityKind::Nationality));
        let body = facts.pronoun && !facts.plural && facts.class.meets(Class::PERSON) && !person;
        let populace = deed.violence && is_populace(scene, other);
        let told = candidate.first < start && is_teller(scene, at);
        if fits(facts, &found) && suits(scene, noun, other) && holds(other) && !body && !populace && !told {
            let counted = share.is_some() && scene.count_in(other.first, other.last).is_some();
            let subject = subject_before(scene, at, start, facts).or_else(|| actor_over(scene, at, start, facts));
            let named = named_beside(scene, at).unwrap_or(other);
            return Some(subject.filter(|&subject| suits(scene, noun, subject) && !counted).unwrap_or(named));
        }
    }
    None
}

/// The person whom the group at `at` explains: "questioned Luis Vega, mayor of Durango, and charged him".
fn named_beside(scene: &Scene<'_>, at: usize) -> Option<Noun> {
    let name = at.checked_sub(2).filter(|&name| scene.clauses().of_noun(name).apposition == Some(at as u32))?;
    let person = scene.chunks().get(name).filter(|name| scene.kind_at(name.head) == Some(EntityKind::Person))?;
    Some(trimmed(scene, scene.noun(person)))
}

/// The subject of the verb that a pronoun is the object of, for which it cannot stand: "prosecutors charged them".
fn subject_of_object(scene: &Scene<'_>, chunk: usize) -> List {
    const OBJECTS: [u64; 3] = [fold::hash("him"), fold::hash("her"), fold::hash("them")];
    let verb = chunk.checked_sub(1).filter(|&at| scene.chunks().get(at).is_some_and(|verb| verb.kind == ChunkKind::Verb));
    let object = scene.chunks().get(chunk).is_some_and(|pronoun| OBJECTS.contains(&scene.hash(pronoun.head)));
    verb.filter(|_| object).map_or(List::default(), |verb| scene.of_verb(verb).subject)
}

/// Whether the group at `at` owns one of those in the list: "Noriega's soldiers beat him".
fn is_owner_in(scene: &Scene<'_>, at: usize, owned: &List) -> bool {
    owned.iter().any(|&owned| (scene.clauses().possessor_start(owned as usize)..owned as usize).contains(&at))
}

/// Whether "by" before the group makes it the doer of a passive verb.
fn is_agent(scene: &Scene<'_>, at: usize) -> bool {
    const BY: u64 = fold::hash("by");
    let before = |steps: usize| scene.clauses().possessor_start(at).checked_sub(steps).and_then(|at| scene.chunks().get(at));
    let passive = before(2).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.voice == Voice::Passive);
    passive && before(1).is_some_and(|by| scene.hash(by.first) == BY)
}

/// Who tells what befell the pronoun, where he can't be meant himself: who believes or fears it ("police believe they were abducted"), and of the
/// dead everybody who tells of it ("the president said troops had killed him").
fn teller_of(scene: &Scene<'_>, chunk: usize, deed: Deed) -> List {
    let Some(verb) =
        verb_of_telling(scene, chunk).or_else(|| scene.clauses().above(verb_about(scene, chunk)?).filter(|&verb| tells(scene, verb)))
    else {
        return List::default();
    };
    let excluded = deed.dead || deed.suffered && is_guess(scene, verb) || is_kin_of(scene, chunk, verb);
    if excluded { scene.of_verb(verb).subject } else { List::default() }
}

/// The verb whose subject or object the pronoun is.
fn verb_about(scene: &Scene<'_>, chunk: usize) -> Option<usize> {
    let is_verb = |at: &usize| scene.chunks().get(*at).is_some_and(|verb| verb.kind == ChunkKind::Verb);
    chunk.checked_sub(1).filter(is_verb).or_else(|| Some(chunk + 1).filter(is_verb))
}

/// Whether the verb tells what somebody does not know: "believe", "fear", "suspect".
fn is_guess(scene: &Scene<'_>, verb: usize) -> bool {
    let guesses = |hit: &Hit| GUESSES.contains(&scene.hash(hit.first));
    scene.chunks().get(verb).is_some_and(|verb| scene.hits(verb.head, TableId::Attribution).any(guesses))
}

/// "His father said that he had been lynched": he is the son.
fn is_kin_of(scene: &Scene<'_>, chunk: usize, verb: usize) -> bool {
    const HIS: u64 = fold::hash("his");
    const HER: u64 = fold::hash("her");
    let subject = scene.of_verb(verb).subject.first().and_then(|&kin| scene.chunks().get(kin as usize));
    let Some((kin, own)) = subject.zip(scene.chunks().get(chunk)) else { return false };
    let owner = scene.hash(kin.first);
    scene.facts(scene.noun(kin)).people == "relative"
        && (owner == HIS && HE.contains(&scene.hash(own.head)) || owner == HER && SHE.contains(&scene.hash(own.head)))
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

/// Who does what a gerund tells of the group at `at`, in a sentence before that at `start`: "detained a man on suspicion of helping an offender. He".
fn actor_over(scene: &Scene<'_>, at: usize, start: u32, facts: &Facts<'_>) -> Option<Noun> {
    scene.chunks().get(at).filter(|candidate| candidate.first < start)?;
    let gerund = scene.clauses().possessor_start(at).checked_sub(1)?;
    scene.chunks().get(gerund).filter(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Gerund)?;
    let subject = scene.of_verb(gerund).subject;
    let noun = trimmed(scene, scene.noun(scene.chunks().get(*subject.first()? as usize)?));
    fits(facts, &scene.facts(noun)).then_some(noun)
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

/// The verb of saying whose content the pronoun begins: "Russia said (in a statement) that it had", "the army said on Thursday it had".
fn verb_of_telling(scene: &Scene<'_>, chunk: usize) -> Option<usize> {
    let kind = |at: usize| scene.chunks().get(at).map(|chunk| chunk.kind);
    let before = chunk.checked_sub(1)?;
    let aside = |at: &usize| matches!(kind(*at), Some(ChunkKind::Noun | ChunkKind::Time | ChunkKind::Preposition));
    let dated = |at: &usize| matches!(kind(*at), Some(ChunkKind::Time | ChunkKind::Preposition));
    let verb = match kind(before)? {
        ChunkKind::Subordinator => (0..before).rev().take(ASIDE).find(|at| !aside(at))?,
        ChunkKind::Time => (0..before).rev().take(2).find(|at| !dated(at))?,
        _ => before,
    };
    tells(scene, verb).then_some(verb)
}

/// Whether the chunk at `verb` is a verb of saying or believing.
fn tells(scene: &Scene<'_>, verb: usize) -> bool {
    let says = scene.chunks().get(verb).filter(|says| says.kind == ChunkKind::Verb);
    says.is_some_and(|says| scene.hits(says.head, TableId::Attribution).next().is_some())
}

/// Who speaks, where the pronoun begins what is said; `dead` if it is told to be killed.
fn speaker(scene: &Scene<'_>, chunk: usize, facts: &Facts<'_>, dead: bool) -> Option<Noun> {
    let verb = verb_of_telling(scene, chunk).filter(|_| facts.pronoun && !dead)?;
    if is_guess(scene, verb) || is_kin_of(scene, chunk, verb) {
        return None;
    }
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

/// Whether "he" or "she" may stand for what the group calls by a word for men or women only, and for one of somebody's own: not "he" for "his
/// grandmother", nor for the lawyer of "a statement read out by his lawyer".
fn suits(scene: &Scene<'_>, pronoun: Noun, other: Noun) -> bool {
    const HIS: u64 = fold::hash("his");
    const HER: u64 = fold::hash("her");
    let (word, own) = (scene.hash(pronoun.head), scene.hash(other.first));
    let is = |set: WordSet| scene.has(set, other.head);
    let subject = || scene.chunk_index(other.head).is_some_and(|at| scene.clauses().of_noun(at).governor_is_subject);
    match () {
        () if HE.contains(&word) => !is(WordSet::Female) && (own != HIS || subject()),
        () if SHE.contains(&word) => !is(WordSet::Male) && (own != HER || subject()),
        () => true,
    }
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
