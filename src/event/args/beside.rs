//! Acts beside a deed: "by" behind one of them names whose act that was, not who did the deed.

use super::{BY, OF, Reader};
use crate::event::class::Class;
use crate::event::filler::is_definite;
use crate::event::trigger::kind_of;
use crate::lexicon::{Hit, TableId, WordSet};
use crate::phrase::{Chunk, ChunkKind, Complement, List, NounArguments};
use crate::record::EventKind;
use crate::token::fold;
use crate::token::literal::Few;

/// Prepositions that put a deed beside another act.
static BESIDE_ACTS: Few<9> = Few::new(["after", "following", "before", "during", "since", "amid", "despite", "ahead", "eve"]);
/// "According to a tally by AFP": who counted.
const ACCORDING: u64 = fold::hash("according");
/// How many phrases before "by" the act may stand: "following an address to parliament by".
const REACH: usize = 3;

impl Reader<'_, '_> {
    /// Whether "by" names who did what a phrase before it tells, beside which this deed is placed: "was attacked after a speech by the president",
    /// "according to a report by experts, the bomb was"; not "was shot during the night by gunmen".
    pub(super) fn is_of_other_act(&self, complement: &Complement) -> bool {
        let by = complement.preposition as usize;
        if complement.word != BY {
            return false;
        }
        let ahead = self.chunk(by).is_some_and(|by| by.last <= self.trigger.first);
        let mut at = by;
        for _ in 0..REACH {
            let Some((act, before)) = self.phrase_before(at) else { return false };
            if self.holds(act.head) {
                return false;
            }
            // "Was carried out in revenge for the killing of a chief by soldiers".
            if self.answers(before) {
                return true;
            }
            // "Were killed after the assassination of the senator by his guards": they did that one.
            if self.is_violence(act) {
                let befell = self.chunk(at).is_some_and(|of| self.scene.hash(of.first) == OF);
                return befell && self.comes_after(before);
            }
            if ahead {
                return true;
            }
            if self.chunk(before).is_some_and(|words| self.scene.hash(words.first) == ACCORDING) {
                return true;
            }
            if self.is_beside(act, before) {
                return complement.nouns.iter().filter_map(|&doer| self.chunk(doer as usize)).all(|doer| self.has_acts(doer));
            }
            at = before;
        }
        false
    }

    /// Whom several deeds befell, which the last of them has behind it: "the kidnapping and murder of the nun".
    pub(super) fn befallen(&self, chunk: usize, around: &NounArguments) -> Option<List> {
        if !matches!(self.trigger.kind, EventKind::Kidnapping | EventKind::Attack | EventKind::SexualViolence)
            || !around.complements.is_empty()
            || around.possessor.is_some()
        {
            return None;
        }
        let deeds = self.clauses.coordinated(chunk);
        let last = deeds.last().filter(|&&last| last as usize > chunk)?;
        if !deeds.iter().filter_map(|&deed| self.chunk(deed as usize)).all(|deed| self.is_violence(deed)) {
            return None;
        }
        let complements = &self.scene.of_noun(*last as usize).complements;
        complements.iter().find(|complement| complement.word == OF).map(|of| of.nouns)
    }

    /// The noun of the prepositional phrase that ends right before the chunk at `at`, and where its preposition stands.
    fn phrase_before(&self, at: usize) -> Option<(&Chunk, usize)> {
        let noun = at.checked_sub(1).filter(|&noun| self.kind(noun) == Some(ChunkKind::Noun))?;
        let preposition = self.clauses.possessor_start(noun).checked_sub(1)?;
        (self.kind(preposition) == Some(ChunkKind::Preposition)).then_some((self.chunk(noun)?, preposition))
    }

    /// Whether the preposition puts the deed beside the act: "after", "on the eve of", or "of" behind another noun than the deed.
    fn is_beside(&self, act: &Chunk, preposition: usize) -> bool {
        let Some(words) = self.chunk(preposition) else { return false };
        let own = preposition.checked_sub(1).and_then(|noun| self.chunk(noun)).is_some_and(|noun| self.holds(noun.head));
        let of = self.scene.hash(words.first) == OF && self.scene.is(self.scene.noun(act), Class::EVENT) && !own;
        of || (words.first..words.last).any(|token| BESIDE_ACTS.contains(&self.scene.hash(token)))
    }

    /// Whether the preposition says that the deed came after.
    fn comes_after(&self, preposition: usize) -> bool {
        const AFTER: [u64; 2] = [fold::hash("after"), fold::hash("following")];
        self.chunk(preposition).is_some_and(|words| AFTER.contains(&self.scene.hash(words.first)))
    }

    /// Whether the preposition opens what the deed answers: "in revenge for".
    fn answers(&self, preposition: usize) -> bool {
        let words = self.chunk(preposition).map_or(0..0, |words| words.first..words.last);
        words.into_iter().any(|token| self.scene.has(WordSet::Reprisal, token))
    }

    /// Whether the group does other things than violence, and is told as known: "the president", "teachers"; not "gunmen", "two men".
    fn has_acts(&self, doer: &Chunk) -> bool {
        let noun = self.scene.noun(doer);
        let known = is_definite(self.scene, noun) || self.scene.name_at(noun.head).is_some() || !self.scene.facts(noun).people.is_empty();
        known && !self.scene.is(noun, Class::ARMED) && self.scene.facts(noun).people != "person"
    }

    /// "Was killed during an attack by unidentified men".
    fn is_violence(&self, act: &Chunk) -> bool {
        let violent = |hit: &Hit| kind_of(hit).is_some_and(|kind| kind.is_violence());
        self.scene.hits(act.head, TableId::Trigger).any(violent)
    }

    /// The chunk at an index, if there is one.
    fn chunk(&self, at: usize) -> Option<&Chunk> {
        self.scene.chunks().get(at)
    }
}
