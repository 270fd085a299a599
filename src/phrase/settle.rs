//! What only the chunks around can tell: past tense or participle, preposition or subordinator.

mod aim;
mod participle;

use super::words::*;
use super::{Chunk, ChunkKind, VerbForm, Voice};
use crate::document::Document;
use crate::lexicon::{Hit, TableId, Tag, WordInfo, WordSet};
use crate::record::EventKind;
use participle::participle;

/// How many chunks ahead a rule looks.
const REACH: usize = 12;

/// Settles the chunks of one sentence.
pub(super) fn settle(document: &Document<'_>, chunks: &mut [Chunk]) {
    for at in 0..chunks.len() {
        match chunks[at].kind {
            ChunkKind::Noun if is_state_of_object(document, chunks, at) => chunks[at].kind = ChunkKind::Adjective,
            ChunkKind::Preposition if is_clause_opener(document, chunks, at) => chunks[at].kind = ChunkKind::Subordinator,
            ChunkKind::Verb => {
                let scene = Scene { document, chunks, at };
                if is_second_infinitive(&scene) && !is_deed_behind_force(&scene) || is_bare_infinitive(&scene) {
                    chunks[at].form = VerbForm::Infinitive;
                } else if let Some((form, voice)) = participle(&Scene { document, chunks, at }) {
                    (chunks[at].form, chunks[at].voice) = (form, voice);
                }
            }
            _ => {}
        }
    }
}

/// "Men holding two nuns hostage threatened": what those held are stands behind them, and does nothing.
fn is_state_of_object(document: &Document<'_>, chunks: &[Chunk], at: usize) -> bool {
    let kind = |back: usize| at.checked_sub(back).and_then(|before| chunks.get(before)).map(|chunk| chunk.kind);
    let alone = chunks[at].last - chunks[at].first == 1 && document.has(WordSet::Held, chunks[at].first as usize);
    alone && kind(1) == Some(ChunkKind::Noun) && kind(2) == Some(ChunkKind::Verb)
}

/// "after gunmen attacked" against "after the attack".
fn is_clause_opener(document: &Document<'_>, chunks: &[Chunk], at: usize) -> bool {
    let opener = document.tokens.get(chunks[at].first as usize).is_some_and(|token| EITHER_WAY.contains(&token.hash));
    if !opener || is_guise(document, chunks, at) {
        return false;
    }
    let (mut noun, mut timed) = (false, false);
    for (index, chunk) in chunks.iter().enumerate().skip(at + 1).take(REACH) {
        match chunk.kind {
            // "After a constable, Tawfiq Wani, was killed".
            ChunkKind::Mark if noun && is_named_aside(document, chunks, index) => return true,
            // "After the raid on Monday police said": another clause begins.
            ChunkKind::Noun if timed => return false,
            ChunkKind::Noun => noun = true,
            ChunkKind::Verb => return noun && chunk.form == VerbForm::Finite,
            ChunkKind::Preposition if document.is(chunk.first as usize, OF) => {}
            ChunkKind::Preposition if noun => {}
            // "After gunmen on Monday attacked".
            ChunkKind::Time if noun => timed = true,
            ChunkKind::Adverb => {}
            _ => return false,
        }
    }
    false
}

/// Whether the comma at `at` and one behind a noun group part an apposition from the finite verb behind it: "X, the mayor of Y, was".
fn is_named_aside(document: &Document<'_>, chunks: &[Chunk], at: usize) -> bool {
    const ASIDE: usize = 4;
    let comma = |at: usize| chunks.get(at).is_some_and(|mark| document.is(mark.first as usize, COMMA));
    let inner = |at: &usize| chunks.get(*at).is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Preposition));
    let Some(end) = (at + 1..chunks.len()).take(ASIDE).find(|at| !inner(at)) else { return false };
    let verb = chunks.get(end + 1).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Finite);
    comma(at) && comma(end) && end > at + 1 && verb
}

/// "A man posing as a policeman shot": what he looked like, no clause.
fn is_guise(document: &Document<'_>, chunks: &[Chunk], at: usize) -> bool {
    // "Suspected of acting as lookouts".
    let alone = |before: &Chunk| before.kind == ChunkKind::Noun && before.last - before.first == 1;
    let before = at.checked_sub(1).and_then(|before| chunks.get(before)).filter(|before| before.kind == ChunkKind::Verb || alone(before));
    document.is(chunks[at].first as usize, AS) && before.is_some_and(|verb| document.has(WordSet::Guise, verb.head as usize))
}

struct Scene<'c> {
    document: &'c Document<'c>,
    chunks: &'c [Chunk],
    at: usize,
}

impl Scene<'_> {
    fn chunk(&self, offset: isize) -> Option<&Chunk> {
        self.at.checked_add_signed(offset).and_then(|index| self.chunks.get(index))
    }

    fn kind(&self, offset: isize) -> Option<ChunkKind> {
        self.chunk(offset).map(|chunk| chunk.kind)
    }

    fn hash(&self, offset: isize) -> u64 {
        self.chunk(offset).map_or(0, |chunk| self.hash_of(chunk.first))
    }

    fn hash_of(&self, token: u32) -> u64 {
        self.document.tokens.get(token as usize).map_or(0, |token| token.hash)
    }

    /// The verb of the clause goes on behind ("men armed with rifles attacked"), with no new subject of its own.
    fn has_later_verb(&self) -> bool {
        let mut fresh = false;
        let mut last = ChunkKind::Verb;
        for (index, chunk) in self.chunks.iter().enumerate().skip(self.at + 1).take(REACH) {
            let by = self.chunks.get(index + 1).is_some_and(|next| self.document.is(next.first as usize, BY));
            match chunk.kind {
                ChunkKind::Verb if by && chunk.voice == Voice::Active => return false,
                // "Asked for a prison term for a man charged with murder": charged by others.
                ChunkKind::Verb if self.is_reduced(index) => {}
                ChunkKind::Noun => fresh = last != ChunkKind::Preposition && last != ChunkKind::Noun || last == ChunkKind::Verb,
                ChunkKind::Verb if chunk.form == VerbForm::Finite => return !fresh,
                // "Soldiers fired on the crowd as people fled".
                ChunkKind::Preposition if is_clause_opener(self.document, self.chunks, index) => return false,
                ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Time | ChunkKind::Adjective => {}
                _ => return false,
            }
            last = chunk.kind;
        }
        false
    }

    /// Whether the verb at `index`, right behind a noun, needs an object and has none, so that it is no past tense.
    fn is_reduced(&self, index: usize) -> bool {
        let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
        let head = self.chunks.get(index).and_then(|verb| self.document.words.get(verb.head as usize));
        let either = head.is_some_and(|head| head.can_be(Tag::VerbEd) && head.can_be(Tag::VerbEn) && head.needs_object());
        let alone = self.chunks.get(index).is_some_and(|verb| verb.last == verb.first + 1 && verb.voice == Voice::Active);
        let phrase = kind(index + 1) == Some(ChunkKind::Preposition);
        either && alone && phrase && index.checked_sub(1).and_then(kind) == Some(ChunkKind::Noun)
    }

    /// Whether a comma stands before it, adverbs and times passed over.
    fn after_comma(&self) -> bool {
        let before = self.chunks[..self.at].iter().rev().find(|chunk| !matches!(chunk.kind, ChunkKind::Adverb | ChunkKind::Time));
        before.is_some_and(|chunk| self.document.is(chunk.first as usize, COMMA))
    }

    /// Whether a finite verb stands behind it in its sentence: "the talks, slowed by a quarrel, began", not "Vega, in Quito, called for calm".
    fn is_followed_by_verb(&self) -> bool {
        self.chunks.get(self.at + 1..).unwrap_or(&[]).iter().take(3 * REACH).any(|chunk| chunk.kind == ChunkKind::Verb)
    }

    /// Whether it stands behind a noun and a comma, and a comma and a finite verb follow.
    fn is_set_off(&self) -> bool {
        let behind = self.chunks.get(self.at + 1..).unwrap_or(&[]);
        let comma = |chunk: &&Chunk| self.document.is(chunk.first as usize, COMMA);
        let end = behind.iter().take(REACH).position(|chunk| comma(&chunk));
        let goes_on =
            end.and_then(|end| behind.get(end + 1)).is_some_and(|verb| verb.form == VerbForm::Finite && verb.kind == ChunkKind::Verb);
        goes_on && self.hash(-1) == COMMA && self.kind(-2) == Some(ChunkKind::Noun)
    }

    /// Whether it is the only verb of its sentence, and an object with "a" or "an" stands right behind it: "the union called a strike", not "a man
    /// called Vega was shot".
    fn is_only_verb(&self) -> bool {
        let indefinite = self.hash(1) == A || self.hash(1) == AN;
        let others = self.chunks.iter().enumerate().any(|(at, chunk)| at != self.at && chunk.kind == ChunkKind::Verb);
        indefinite && !others
    }

    fn has_earlier_verb(&self) -> bool {
        self.chunks[..self.at].iter().rev().take(3 * REACH).any(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite)
    }

    /// The verb before the object and the comma right before this one: "burn cars, loot".
    fn listed(&self) -> Option<&Chunk> {
        let comma = self.hash(-1) == COMMA && self.kind(-2) == Some(ChunkKind::Noun);
        self.chunk(-3).filter(|verb| comma && verb.kind == ChunkKind::Verb)
    }

    /// The verb before that this one is coordinated with.
    fn coordinate(&self) -> Option<&Chunk> {
        let last = self.chunks[..self.at].iter().rposition(|chunk| chunk.kind != ChunkKind::Adverb)?;
        if self.chunks[last].kind != ChunkKind::Conjunction {
            return None;
        }
        let verbs = || self.chunks[..last].iter().enumerate().rev().take(REACH).filter(|(_, chunk)| chunk.kind == ChunkKind::Verb);
        let (nearest, verb) = verbs().next()?;
        // "Was kidnapped by a group led by Vega and killed": not led and killed.
        let reduced = verb.form == VerbForm::Participle && verb.voice == Voice::Passive;
        let above = verbs().nth(1).filter(|(at, above)| {
            let by =
                self.chunks[at + 1..nearest].iter().any(|by| self.document.tokens.get(by.first as usize).is_some_and(|by| by.hash == BY));
            reduced && above.form == VerbForm::Finite && above.voice == Voice::Passive && by
        });
        Some(above.map_or(verb, |(_, above)| above))
    }
}

/// "Made the passengers get off and burned the bus": what somebody is made to do stands without "to".
fn is_bare_infinitive(scene: &Scene<'_>) -> bool {
    let Some(verb) = scene.chunk(0).filter(|verb| verb.form == VerbForm::Finite && verb.voice == Voice::Active) else { return false };
    let base = |word: &WordInfo| word.can_be(Tag::VerbBase) && !word.can_be(Tag::VerbEd) && !word.can_be(Tag::VerbS);
    let bare = verb.modal.is_none() && verb.first == verb.head && scene.document.words.get(verb.head as usize).is_some_and(base);
    let made = |above: &Chunk| above.voice == Voice::Active && MAKE.contains(&scene.hash_of(above.head));
    bare && scene.kind(-1) == Some(ChunkKind::Noun) && scene.chunk(-2).is_some_and(|above| above.kind == ChunkKind::Verb && made(above))
}

/// "Forced the driver to get out and set the bus on fire": those who forced him do what nobody was forced to; not "forced the men to shoot a dog and
/// set fire", "ordered his men to surround the village and set it on fire".
fn is_deed_behind_force(scene: &Scene<'_>) -> bool {
    let past = |verb: &Chunk| scene.document.words.get(verb.head as usize).is_some_and(|word| word.can_be(Tag::VerbEd));
    let Some(forced) = scene.coordinate().filter(|_| scene.chunk(0).is_some_and(past)) else { return false };
    let at = scene.chunks[..scene.at].iter().rposition(|chunk| chunk.first == forced.first);
    let above = at.and_then(|at| scene.chunks[..at].iter().rev().find(|chunk| chunk.kind == ChunkKind::Verb));
    let forces = above
        .is_some_and(|above| above.form == VerbForm::Finite && above.voice == Voice::Active && FORCE.contains(&scene.hash_of(above.head)));
    let violent =
        |hit: &Hit| usize::from(hit.class).checked_sub(1).and_then(|kind| EventKind::ALL.get(kind)).is_some_and(|kind| kind.is_violence());
    forces && !scene.document.hits_of(forced.head as usize, TableId::Trigger).any(violent)
}

/// "To kill a guard and attack the station", "to burn cars, loot shops": the second verb goes with the first one's "to".
fn is_second_infinitive(scene: &Scene<'_>) -> bool {
    let Some(verb) = scene.chunk(0).filter(|verb| verb.form == VerbForm::Finite && verb.modal.is_none()) else { return false };
    let head = scene.document.words.get(verb.head as usize);
    // "To leave the country or be killed".
    let bare = scene.hash_of(verb.first) == BARE_BE && verb.voice == Voice::Passive;
    let base = bare || head.is_some_and(|head| head.can_be(Tag::VerbBase) && !head.can_be(Tag::VerbS) && !head.can_be(Tag::Auxiliary));
    // "Foil plot to bomb stadium, detain six": what only a comma joins goes on with the first verb.
    let is_joined = |_: &&Chunk| scene.chunks.iter().skip(scene.at).take(REACH).any(|chunk| chunk.kind == ChunkKind::Conjunction);
    base && scene.coordinate().or_else(|| scene.listed().filter(is_joined)).is_some_and(|before| before.form == VerbForm::Infinitive)
}
