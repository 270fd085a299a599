//! A verb in -ed without a helper: what somebody did, or the participle of what befell somebody ("the bomb planted by rebels").

use super::{REACH, Scene};
use crate::lexicon::{Hit, TableId, Tag, WordInfo, WordSet};
use crate::phrase::interposed::Interposed;
use crate::phrase::words::*;
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::record::EventKind;
use crate::token::fold;

/// Farthest that a relative word stands before the verb of its clause that has a subject of its own, in chunks.
const OBJECT_CLAUSE: usize = 7;

/// "Said by radio": the noun behind "by" does nothing.
fn is_said_by_means(scene: &Scene<'_>, verb: &WordInfo) -> bool {
    let means = |chunk: &Chunk| scene.document.has(WordSet::MeansOfSaying, chunk.head as usize);
    verb.takes_clause() && scene.chunk(2).is_some_and(means)
}

/// Form and voice of a verb in -ed without helper, where they are not those of a past tense.
pub(super) fn participle(scene: &Scene<'_>) -> Option<(VerbForm, Voice)> {
    let verb = scene.chunk(0)?;
    let head = scene.document.words.get(verb.head as usize)?;
    let alone = verb.form == VerbForm::Finite && verb.modal.is_none() && verb.voice == Voice::Active;
    let either = head.can_be(Tag::VerbEd) && head.can_be(Tag::VerbEn);
    if !alone || !either || has_helper(scene, verb) {
        return None;
    }
    let passive = Some((VerbForm::Participle, Voice::Passive));
    // "The ministry announced that".
    if head.takes_clause() && scene.hash(1) == THAT && scene.kind(1) == Some(ChunkKind::Subordinator) {
        return None;
    }
    // "Men, claiming to be rebels, said in a video": what is "said to" be is told otherwise.
    let said = scene.hash(0) == SAID && scene.kind(1) == Some(ChunkKind::Preposition) && scene.hash(1) != BY;
    if said || head.takes_clause() && tells_behind_phrase(scene) {
        return None;
    }
    let after_noun = matches!(scene.kind(-1), Some(ChunkKind::Noun | ChunkKind::Mark));
    let object = has_object(scene);
    if scene.hash(1) == BY && scene.kind(2) == Some(ChunkKind::Noun) && after_noun && !is_said_by_means(scene, head) {
        return passive;
    }
    if let Some(before) = scene.coordinate()
        && before.voice == Voice::Passive
        && !object
        // "Was hit by a bullet and died".
        && !head.takes_no_object()
    {
        return Some((before.form, Voice::Passive));
    }
    if is_gapped(scene) || is_existential(scene) {
        return passive;
    }
    // "The bomb that rebels planted".
    let gap = scene.kind(-1) == Some(ChunkKind::Noun) && RELATIVE.contains(&scene.hash(-2)) && scene.kind(-3) == Some(ChunkKind::Noun);
    // "An area where fighters linked to the group are active": the place is no object.
    let gap = gap && !(scene.hash(-2) == const { fold::hash("where") } && head.needs_object() && !object);
    // "The rebels, whose leader the army killed".
    let owned = scene.kind(-1) == Some(ChunkKind::Noun) && scene.kind(-2) == Some(ChunkKind::Noun) && scene.hash(-2) == WHOSE;
    if gap
        || owned
        || has_own_subject(scene)
        || scene.kind(-1) == Some(ChunkKind::Subordinator)
        || SUBJECT_PRONOUNS.contains(&scene.hash(-1))
    {
        return None;
    }
    // "Called up 500 reservists" names nobody.
    let naming = scene.document.has(WordSet::Naming, verb.head as usize) && verb.last == verb.head + 1 && !scene.is_only_verb();
    if object && !(naming && after_noun) {
        return None;
    }
    // "A man believed to have been there": nobody believes to do something.
    let infinitive = |next: &Chunk| next.kind == ChunkKind::Verb && next.form == VerbForm::Infinitive;
    let judged = scene.document.has(WordSet::Guess, verb.head as usize) && scene.chunk(1).is_some_and(infinitive);
    let needs = judged || head.needs_object() && !scene.aims() && !makes_off(scene, verb);
    let participle = naming && object
        || is_of_governed(scene, head)
        || scene.is_suffered_in_headline()
        || is_between_commas(scene, head)
        || needs
        || scene.kind(-1) == Some(ChunkKind::Noun) && !head.takes_no_object() && scene.has_later_verb();
    let opening = scene.at == 0 && scene.kind(1) == Some(ChunkKind::Preposition);
    (participle || opening).then_some((VerbForm::Participle, Voice::Passive))
}

/// Whether the verb tells that somebody went with what he has: "stormed the school and made off with 31 girls".
fn makes_off(scene: &Scene<'_>, verb: &Chunk) -> bool {
    const AWAY: [u64; 2] = [fold::hash("off"), fold::hash("away")];
    let hash = |token: u32| scene.document.tokens.get(token as usize).map_or(0, |token| token.hash);
    AWAY.contains(&hash(verb.head + 1)) && hash(verb.head + 2) == fold::hash("with")
}

/// Whether the noun before the verb hangs on a preposition of a verb, so that it can be no subject: "said in a video circulated on social media that",
/// "was killed by bullets fired from a car"; not "the man who lived in Lima attacked".
fn is_of_governed(scene: &Scene<'_>, head: &WordInfo) -> bool {
    let above = scene.chunk(-3).filter(|above| above.kind == ChunkKind::Verb && above.form == VerbForm::Finite);
    let governed = scene.kind(-1) == Some(ChunkKind::Noun) && scene.kind(-2) == Some(ChunkKind::Preposition);
    let phrase = scene.kind(1) == Some(ChunkKind::Preposition) && scene.kind(2) == Some(ChunkKind::Noun);
    let says = |above: &Chunk| scene.document.words.get(above.head as usize).is_some_and(|word| word.takes_clause());
    let agent = |above: &Chunk| above.voice == Voice::Passive && scene.hash(-2) == BY;
    let relative = scene.kind(-4) == Some(ChunkKind::Subordinator);
    above.is_some_and(|above| says(above) || agent(above)) && governed && phrase && !relative && !head.takes_no_object()
}

/// Whether what is told follows behind a phrase: "the front, a rebel group, said in a statement that it", "announced on Monday that", "said in a
/// statement it had".
fn tells_behind_phrase(scene: &Scene<'_>) -> bool {
    let behind = scene.chunks.get(scene.at + 1..).unwrap_or(&[]);
    let phrase = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Preposition | ChunkKind::Time);
    let steps = behind.iter().take(REACH).take_while(phrase).count();
    let opener = |chunk: &Chunk| chunk.kind == ChunkKind::Subordinator && scene.document.is(chunk.first as usize, THAT);
    let opens = scene.kind(1) == Some(ChunkKind::Preposition) && scene.hash(1) != BY && steps > 1;
    let hash = |at: usize| behind.get(at).and_then(|chunk| scene.document.tokens.get(chunk.first as usize)).map_or(0, |token| token.hash);
    let clause = |verb: &Chunk| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite && verb.voice == Voice::Active;
    let told = |next: &Chunk| opener(next) || SUBJECT_PRONOUNS.contains(&hash(steps - 1)) && clause(next);
    opens && behind.get(steps).is_some_and(told)
}

/// Whether an object stands behind the verb, in quotation marks or not, or is shared with another verb.
fn has_object(scene: &Scene<'_>) -> bool {
    let noun = |step: isize| scene.kind(step) == Some(ChunkKind::Noun);
    let quote = |step: isize| QUOTES.contains(&scene.hash(step));
    // "Accused 'anarchists' of a coup".
    let quoted = quote(1) && noun(2) && quote(3);
    // "Held a minute of silence".
    let length = scene.kind(1) == Some(ChunkKind::Time) && scene.hash(2) == OF;
    // "Forces 'neutralised' nine rebels".
    let named = quote(-1) && quote(1) && noun(2);
    // "Struck what it said was a camp".
    let called = scene.kind(1) == Some(ChunkKind::Adverb) && scene.hash(1) == WHAT;
    let called = called && (noun(2) || quote(2) && noun(3));
    quoted || named || length || called || noun(1) || shares_object(scene) || has_interposed_object(scene)
}

/// Whether the verb begins what two commas part from the clause: "the talks, lately slowed by a quarrel, began", "a man, believed to be the guard,
/// was killed".
fn is_between_commas(scene: &Scene<'_>, head: &WordInfo) -> bool {
    let phrase = scene.kind(1) == Some(ChunkKind::Preposition) && !scene.has_earlier_verb();
    let infinitive = |next: &Chunk| next.kind == ChunkKind::Verb && next.form == VerbForm::Infinitive;
    let judged = head.takes_clause() && scene.chunk(1).is_some_and(infinitive) && scene.is_set_off();
    scene.after_comma() && !head.takes_no_object() && (phrase || judged) && scene.is_followed_by_verb()
}

/// Whether the verb ends a relative clause with a subject of its own: "the blast, which officials in Gao blamed on rebels, killed"; not "which rebels
/// armed with rifles attacked".
fn has_own_subject(scene: &Scene<'_>) -> bool {
    let phrase = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Preposition);
    let before = scene.chunks.get(scene.at.saturating_sub(OBJECT_CLAUSE)..scene.at).unwrap_or(&[]);
    let opener = before.iter().rposition(|chunk| !phrase(chunk)).filter(|&opener| opener + 1 < before.len());
    let which = opener.and_then(|opener| before.get(opener)).filter(|which| which.kind == ChunkKind::Subordinator);
    let object = which.and_then(|which| scene.document.tokens.get(which.first as usize)).is_some_and(|which| OF_WHOM.contains(&which.hash));
    let noun = opener.is_some_and(|opener| before.get(opener + 1).is_some_and(|subject| subject.kind == ChunkKind::Noun));
    object && noun && scene.kind(-1) == Some(ChunkKind::Noun) && !scene.has_later_verb()
}

/// "There are two people hurt": no second verb.
fn is_existential(scene: &Scene<'_>) -> bool {
    let be = scene.chunk(-2).and_then(|verb| scene.document.tokens.get(verb.head as usize)).is_some_and(|verb| is_be(verb.hash));
    be && scene.kind(-1) == Some(ChunkKind::Noun) && scene.hash(-3) == THERE
}

/// Whether the verb shares the helper of the passive before: "26 people had been detained and 10 officers hurt", "20 people were killed and 50 houses
/// burned in the raid".
fn is_gapped(scene: &Scene<'_>) -> bool {
    let dated = scene.kind(1) == Some(ChunkKind::Preposition) && scene.kind(2) == Some(ChunkKind::Time);
    let befalls = scene.kind(1) == Some(ChunkKind::Preposition) && scene.chunk(0).is_some_and(|verb| is_done_to(scene, verb));
    let ends = dated || befalls || matches!(scene.kind(1), None | Some(ChunkKind::Mark | ChunkKind::Time));
    let second = scene.kind(-1) == Some(ChunkKind::Noun) && scene.kind(-2) == Some(ChunkKind::Conjunction);
    let before = scene.chunks[..scene.at].iter().rev().take(REACH).find(|chunk| chunk.kind == ChunkKind::Verb);
    ends && second && before.is_some_and(|verb| verb.voice == Voice::Passive && verb.form == VerbForm::Finite)
}

/// Whether the verb tells what is done to things or people, so that whom it is told of without an object suffered it.
fn is_done_to(scene: &Scene<'_>, verb: &Chunk) -> bool {
    let kind = |hit: &Hit| usize::from(hit.class).checked_sub(1).and_then(|kind| EventKind::ALL.get(kind));
    let done =
        |kind: &EventKind| matches!(kind, EventKind::Arson | EventKind::PropertyDestruction | EventKind::Arrest | EventKind::Kidnapping);
    scene.document.hits_of(verb.head as usize, TableId::Trigger).any(|hit| kind(hit).is_some_and(done))
}

/// Whether phrases stand between the verb, right behind its subject, and its object: "arrested on Tuesday three suspects".
fn has_interposed_object(scene: &Scene<'_>) -> bool {
    let interposed = Interposed { document: scene.document, chunks: scene.chunks };
    scene.kind(-1) == Some(ChunkKind::Noun) && interposed.object(scene.at).is_some()
}

/// Whether the verb shares the object of the one behind "and": "troops captured and then freed the driver".
fn shares_object(scene: &Scene<'_>) -> bool {
    let Some(next) = scene.chunk(2).filter(|_| scene.kind(1) == Some(ChunkKind::Conjunction)) else { return false };
    let past = |info: &WordInfo| info.can_be(Tag::VerbEd) && !info.can_be(Tag::Noun);
    // "Beat and shot dead a student", "shot and hacked to death 30 peasants".
    let killed = next.last > next.head + 1 && scene.document.is(next.last as usize - 1, DEAD);
    let to_death = scene.hash(3) == TO && scene.hash(4) == DEATH && scene.kind(5) == Some(ChunkKind::Noun);
    next.kind == ChunkKind::Verb
        && next.voice == Voice::Active
        && (killed || scene.document.words.get(next.head as usize).is_some_and(past))
        && !has_helper(scene, next)
        && (scene.kind(3) == Some(ChunkKind::Noun) || to_death)
}

/// Whether an auxiliary or modal stands in the verb group before its head.
fn has_helper(scene: &Scene<'_>, verb: &Chunk) -> bool {
    (verb.first..verb.head).any(|token| {
        let helper = |info: &WordInfo| info.can_be(Tag::Auxiliary) || info.can_be(Tag::Modal);
        scene.document.words.get(token as usize).is_some_and(helper)
    })
}
