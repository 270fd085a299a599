//! "Shot at" and "attacked at" without a helper: what somebody did, or what befell him there.

use super::Scene;
use crate::lexicon::{Hit, TableId, Tag, WordSet, column};
use crate::phrase::words::*;
use crate::phrase::{Chunk, ChunkKind};
use crate::record::EventKind;

/// Flags of people who do violence rather than suffer it.
const DOERS: &[&str] = &["armed", "role-perpetrator"];
/// How many chunks may stand before the verb of a headline.
const OPENING: usize = 3;

impl Scene<'_> {
    /// Whether what stands behind the "at" of the verb is aimed at: "entered the church, shot at worshippers and fled", "police shot at protesters",
    /// "gunmen shot at a bus", "strikers charged at policemen"; not "two teachers shot at school", "two men charged at a court".
    pub(super) fn aims(&self) -> bool {
        let Some(verb) = self.chunk(0).filter(|verb| self.document.has(WordSet::Aiming, verb.head as usize) && self.hash(1) == AT) else {
            return false;
        };
        if self.after_comma() && self.has_earlier_verb() {
            return true;
        }
        let Some(aim) = self.chunk(2).filter(|aim| aim.kind == ChunkKind::Noun) else { return false };
        let determined = self.document.words.get(aim.first as usize).is_some_and(|word| word.can_be(Tag::Determiner));
        let determined = determined && self.hash(0) != CHARGED;
        let doer = || self.chunk(-1).is_some_and(|subject| self.is_person(subject, DOERS));
        self.kind(-1) == Some(ChunkKind::Noun)
            && !self.has_later_verb()
            && (determined || self.is_person(aim, &[]) || doer())
            && verb.head == verb.first
    }

    /// Whether the verb tells what befell its subject, since headlines tell what somebody did in the present tense: "refugees attacked at hostel in
    /// Rostock"; not "gunmen attacked at dawn", "rebels attacked in Gao".
    pub(super) fn is_suffered_in_headline(&self) -> bool {
        let open = self.chunks.last().is_some_and(|last| last.kind != ChunkKind::Mark);
        let placed = self.kind(1) == Some(ChunkKind::Preposition) && self.kind(2) != Some(ChunkKind::Time);
        let Some(subject) = self.chunk(-1).filter(|subject| open && placed && subject.kind == ChunkKind::Noun) else { return false };
        self.at <= OPENING
            && self.is_person(subject, &[])
            && !self.is_person(subject, DOERS)
            && !self.has_earlier_verb()
            && !self.aims()
            && self.is_attack()
    }

    /// Whether the verb is one for hurting people.
    fn is_attack(&self) -> bool {
        let attack = |hit: &Hit| {
            let kind = usize::from(hit.class).checked_sub(1).and_then(|kind| EventKind::ALL.get(kind));
            let row = self.document.lexicon.row(hit.row);
            let frame = matches!(row.text(column::Trigger::Frame), "attack-any" | "attack-person");
            kind == Some(&EventKind::Attack) && frame && row.value(column::Trigger::Pos) == "v"
        };
        self.chunk(0).is_some_and(|verb| self.document.hits_of(verb.head as usize, TableId::Trigger).any(attack))
    }

    /// Whether the noun group is one of people, with one of the flags if there are any.
    fn is_person(&self, noun: &Chunk, flags: &[&str]) -> bool {
        let ends = |hit: &&Hit| hit.last == noun.head + 1;
        let mut hits = (noun.first..=noun.head).flat_map(|token| self.document.hits_of(token as usize, TableId::PersonNoun)).filter(ends);
        hits.any(|hit| {
            let row = self.document.lexicon.row(hit.row);
            flags.is_empty() || flags.iter().any(|flag| row.has(column::PersonNoun::Flags, flag))
        })
    }
}
