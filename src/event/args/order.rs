//! By whose order a deed was done: "was murdered on orders from the cartel", "the colonel ordered his men to kill the priests".

use super::{BY, OF, Reader, Slot};
use crate::lexicon::{Hit, TableId, column};
use crate::phrase::{Chunk, ChunkKind, Complement, List, VerbForm, Voice};
use crate::token::fold;
use crate::token::literal::words;

/// Nouns for what somebody told others to do, and what stands before them and behind.
const ORDERS: &[u64] = words!["behest", "instruction", "instructions", "order", "orders"];
const BEFORE: &[u64] = words!["at", "by", "on", "under", "upon"];
const FROM: u64 = fold::hash("from");

impl Reader<'_, '_> {
    /// Adds who had the deed done, by a phrase behind its verb: "by order of X", "on orders from X", "on X's instructions".
    pub(super) fn order_in(&mut self, complement: &Complement) -> bool {
        let noun = complement.nouns.first().map(|&noun| noun as usize);
        let order = |noun: &usize| self.scene.chunks().get(*noun).is_some_and(|noun| ORDERS.contains(&self.scene.hash(noun.head)));
        let told = BEFORE.contains(&complement.word) && self.trigger.kind.is_violence();
        let Some(order) = noun.filter(|noun| told && order(noun)) else { return false };
        let behind = self.scene.chunks().get(order + 1).filter(|of| [OF, FROM].contains(&self.scene.hash(of.first)));
        let giver = self.scene.chunks().get(order + 2).filter(|giver| behind.is_some() && giver.kind == ChunkKind::Noun);
        let giver = giver.map(|_| self.clauses.coordinated(order + 2));
        let owner = || self.scene.of_noun(order).possessor.map(|owner| List::of(owner as usize));
        if let Some(giver) = giver.or_else(owner) {
            self.push_chunks(Slot::BY, &giver);
        }
        true
    }

    /// Adds who ordered those who are to do the deed that the infinitive at `chunk` tells: "*the colonel* ordered his men to kill the priests", "they
    /// were ordered by *the colonel* to kill".
    pub(super) fn order_over(&mut self, chunk: usize) {
        let chunks = self.scene.chunks();
        // "Told nobody of the plot to murder him": that is no order.
        let own = |verb: &Chunk| verb.form == VerbForm::Infinitive && verb.first <= self.trigger.first;
        let infinitive = chunks.get(chunk).is_some_and(own) && self.trigger.kind.is_violence();
        let Some(above) = self.clauses.above(chunk).filter(|_| infinitive) else { return };
        let orders = |hit: &Hit| self.scene.lexicon.row(hit.row).text(column::Status::Class) == "ordered";
        let Some(verb) = chunks.get(above).filter(|verb| self.scene.hits(verb.head, TableId::Status).any(orders)) else { return };
        let around = self.scene.of_verb(above);
        let agent = || around.complements.iter().find(|complement| complement.word == BY).map(|by| by.nouns);
        self.push_chunks(Slot::SUBJECT, &around.subject);
        if let Some(agent) = agent().filter(|_| verb.voice == Voice::Passive) {
            self.push_chunks(Slot::SUBJECT, &agent);
        }
    }
}
