//! Who tells what befell a pronoun: it may stand for him ("the army said it had"), or not ("police believe they were abducted").

use super::antecedent::{Deed, HE, SHE, trimmed};
use crate::event::class::{Class, Facts};
use crate::event::scene::{Noun, Scene};
use crate::lexicon::{Hit, TableId, WordSet};
use crate::phrase::{Chunk, ChunkKind, List, THEIR, VerbForm};
use crate::record::{EntityKind, Side};
use crate::token::fold;
use crate::token::literal::word;

/// How many chunks may stand between a verb of saying and its "that".
const ASIDE: usize = 6;

/// The verb of saying whose content the pronoun begins: "Russia said (in a statement) that it had", "the army said on Thursday it had".
pub(in crate::event) fn verb_of_telling(scene: &Scene<'_>, chunk: usize) -> Option<usize> {
    let kind = |at: usize| scene.chunks().get(at).map(|chunk| chunk.kind);
    let before = chunk.checked_sub(1)?;
    let aside = |at: &usize| matches!(kind(*at), Some(ChunkKind::Noun | ChunkKind::Time | ChunkKind::Preposition));
    let dated = |at: &usize| matches!(kind(*at), Some(ChunkKind::Time | ChunkKind::Preposition));
    let verb = match kind(before)? {
        ChunkKind::Subordinator => (0..before).rev().take(ASIDE).find(|at| !aside(at))?,
        ChunkKind::Time => (0..before).rev().take(2).find(|at| !dated(at))?,
        // "Said in a statement it had".
        ChunkKind::Noun if before > 1 && kind(before - 1) == Some(ChunkKind::Preposition) => before - 2,
        // "Told a radio station it had".
        ChunkKind::Noun if before > 0 && kind(before - 1) == Some(ChunkKind::Verb) => before - 1,
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
pub(super) fn speaker(scene: &Scene<'_>, chunk: usize, facts: &Facts<'_>, dead: bool) -> Option<Noun> {
    let verb = verb_of_telling(scene, chunk).filter(|_| facts.pronoun && !dead)?;
    if is_guess(scene, verb) || is_kin_of(scene, chunk, verb) {
        return None;
    }
    let subject = *scene.of_verb(verb).subject.first()? as usize;
    let noun = trimmed(scene, scene.noun(scene.chunks().get(subject)?));
    // "A little-known group, the Resistance Front, said it had".
    let named = scene.clauses().apposition_of(subject).filter(|_| scene.facts(noun).people == "group");
    let named = named.and_then(|named| scene.chunks().get(named as usize)).filter(|named| scene.name_at(named.head).is_some());
    let noun = named.map_or(noun, |named| trimmed(scene, scene.noun(named)));
    let found = scene.facts(noun);
    let body = found.class.meets(Class::GROUP.with(Class::ORGANIZATION).with(Class::PLACE));
    let fits = if facts.class.meets(Class::PERSON) { found.class.meets(Class::PERSON) && !found.plural } else { body || found.plural };
    (fits && !found.pronoun && facts.plural == (found.plural && !body)).then_some(noun)
}

/// Whether the group at `chunk` begins what is said for it: of itself by an armed group ("the FARC said it had"), or of the group by a caller or who
/// speaks in its name ("a caller said the FARC had", "a man claiming to speak for the FARC said the group had").
pub(super) fn is_own_word(scene: &Scene<'_>, chunk: usize, noun: Noun) -> bool {
    let facts = scene.facts(noun);
    let himself = speaker(scene, chunk, &facts, false);
    if himself.is_some_and(|speaker| scene.facts(speaker).side == Some(Side::Nonstate)) {
        return true;
    }
    let band = facts.side == Some(Side::Nonstate) || facts.people == "group" || scene.kind_at(noun.head) == Some(EntityKind::Group);
    let subject = verb_of_telling(scene, chunk).filter(|_| band).and_then(|verb| Some((*scene.of_verb(verb).subject.first()?, verb)));
    let Some((teller, verb)) = subject.and_then(|(teller, verb)| Some((scene.chunks().get(teller as usize)?, scene.chunks().get(verb)?)))
    else {
        return false;
    };
    scene.hash(teller.head) == word!("caller") || (teller.last..verb.first).take(ASIDE * 2).any(|token| scene.has(WordSet::SpeakFor, token))
}

/// Who says what is quoted, where that is told behind it: "'We appeal for calm,' said the bishop"; nobody that is known if a pronoun tells it.
pub(super) fn quoted_speaker(scene: &Scene<'_>, sentence: usize, noun: Noun) -> Option<Option<Noun>> {
    let from = scene.chunk_index(noun.head)?;
    let end = scene.chunk_from(scene.sentence(sentence).end);
    let chunks = scene.chunks().get(from..end)?;
    let close = from + chunks.iter().position(|mark| is_closing(scene, mark))?;
    let is_verb = |at: &usize| scene.chunks().get(*at).is_some_and(|chunk| chunk.kind == ChunkKind::Verb);
    let says = (close + 1..end.min(close + 1 + BEHIND)).find(is_verb)?;
    told_by(scene, says)
}

/// The armed group named before the colon behind which its own words stand: "communique of the *FMLN*: our forces attacked".
pub(super) fn group_before_colon(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    let start = scene.sentence(scene.document.sentence_of(noun.first as usize)).start;
    let colon = (start..noun.first).rev().find(|&token| scene.document.word(token as usize) == ":")?;
    let at = (start..colon).rev().find(|&token| matches!(scene.kind_at(token), Some(EntityKind::Group | EntityKind::Organization)))?;
    let name = scene.reading.names.get(scene.name_at(at)?)?;
    Some(Noun { first: name.first, last: name.last, head: name.last.saturating_sub(1) })
}

/// Who said what was quoted in the sentence before, where a quotation goes on: "'They knew it,' she told reporters. 'We suspect the gang'".
pub(super) fn speaker_before(scene: &Scene<'_>, sentence: usize) -> Option<Option<Noun>> {
    let opens = scene.document.word(scene.sentence(sentence).start as usize);
    let before = scene.sentence(sentence.checked_sub(1).filter(|_| matches!(opens, "\"" | "“" | "``" | "‘"))?);
    let chunks = scene.chunk_from(before.start)..scene.chunk_from(before.end);
    let close = chunks.clone().rev().find(|&at| scene.chunks().get(at).is_some_and(|mark| is_closing(scene, mark)))?;
    let is_verb = |at: &usize| scene.chunks().get(*at).is_some_and(|chunk| chunk.kind == ChunkKind::Verb);
    let says = (close + 1..chunks.end.min(close + 1 + BEHIND)).find(is_verb)?;
    told_by(scene, says)
}

/// How many chunks behind a quotation its verb is looked for.
const BEHIND: usize = 4;

fn is_closing(scene: &Scene<'_>, mark: &Chunk) -> bool {
    matches!(scene.document.word(mark.first as usize), "\"" | "”" | "''" | "’")
}

/// The subject of a verb of saying, if it is somebody who speaks; a pronoun names nobody.
fn told_by(scene: &Scene<'_>, says: usize) -> Option<Option<Noun>> {
    scene.hits(scene.chunks().get(says)?.head, TableId::Attribution).next()?;
    let speaker = trimmed(scene, scene.noun(scene.chunks().get(*scene.of_verb(says).subject.first()? as usize)?));
    let facts = scene.facts(speaker);
    let speaks = facts.pronoun || facts.class.meets(Class::PEOPLE.with(Class::ORGANIZATION));
    speaks.then_some(Some(speaker).filter(|_| !facts.pronoun))
}

/// Who did what was told before "saying", where "they" did something: "denied that troops shot civilians, saying they fired at rebels".
pub(super) fn doer_before(scene: &Scene<'_>, chunk: usize, facts: &Facts<'_>) -> Option<Noun> {
    let form = |at: usize| scene.chunks().get(at).filter(|verb| verb.kind == ChunkKind::Verb).map(|verb| verb.form);
    let says = verb_of_telling(scene, chunk).filter(|&says| facts.pronoun && facts.plural && form(says) == Some(VerbForm::Gerund))?;
    let sentence = scene.document.sentence_of(scene.chunks().get(says)?.first as usize);
    let first = scene.chunk_from(scene.sentence(sentence).start);
    let deed = (first..says).rev().find(|&at| form(at) == Some(VerbForm::Finite) && !tells(scene, at))?;
    let doer = trimmed(scene, scene.noun(scene.chunks().get(*scene.of_verb(deed).subject.first()? as usize)?));
    let found = scene.facts(doer);
    // "The army denied that its soldiers had killed civilians": whose they are did it.
    if THEIR.contains(&scene.hash(doer.first)) {
        let teller = (first..deed).rev().find(|&at| form(at) == Some(VerbForm::Finite) && tells(scene, at))?;
        let owner = scene.noun(scene.chunks().get(*scene.of_verb(teller).subject.first()? as usize)?);
        return Some(trimmed(scene, owner)).filter(|&owner| !scene.facts(owner).pronoun);
    }
    (found.plural && found.class.meets(Class::PEOPLE) && !found.pronoun).then_some(doer)
}

/// Whether the group only tells what its sentence says, at its end ("..., officials said."), so that the next sentence hardly speaks of it.
pub(super) fn is_teller(scene: &Scene<'_>, at: usize) -> bool {
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

/// Who tells what befell the pronoun, where he can't be meant himself: who believes or fears it ("police believe they were abducted"), and of the
/// dead everybody who tells of it ("the president said troops had killed him").
pub(super) fn teller_of(scene: &Scene<'_>, chunk: usize, deed: Deed) -> List {
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
    let guesses = |hit: &Hit| scene.has(WordSet::Guess, hit.first);
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
