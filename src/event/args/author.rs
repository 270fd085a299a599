//! Who speaks or suffers where the subject is only a text or a sentence: "a statement signed by the rebels claimed", "a life sentence for killing".

use super::Reader;
use crate::event::class::Class;
use crate::event::trigger::kind_of;
use crate::lexicon::{Hit, TableId};
use crate::phrase::{Arguments, ChunkKind, List, NounArguments, VerbForm};
use crate::record::EventKind;
use crate::token::literal::{word, words};

/// What opens the author of a text.
const AUTHOR: &[u64] = words!["by", "from"];

impl Reader<'_, '_> {
    /// Who speaks in a text that claims, accuses or threatens: "rebels handed out leaflets claiming the attack", "the group's message threatening",
    /// "a statement signed by the rebels claimed".
    pub(super) fn author(&self, chunk: usize, around: &Arguments) -> Option<List> {
        let gerund = self.scene.chunks().get(chunk).is_some_and(|verb| verb.form == VerbForm::Gerund);
        let claims = gerund && self.trigger.kind.is_speech() || self.trigger.kind == EventKind::Claim;
        let text = around.subject.first().map(|&text| text as usize).filter(|_| claims)?;
        let noun = self.scene.noun(self.scene.chunks().get(text)?);
        if self.scene.is(noun, Class::PEOPLE.with(Class::ORGANIZATION)) {
            return None;
        }
        let told = self.scene.of_noun(text);
        let sent = told.complements.iter().find(|complement| AUTHOR.contains(&complement.word));
        let sender = || told.governor.filter(|_| gerund && !told.governor_is_subject).map(|verb| self.scene.of_verb(verb as usize).subject);
        let owner = told.possessor.map(|owner| List::of(owner as usize));
        let sent = owner.or(sent.map(|complement| complement.nouns)).or_else(|| self.signer(text)).or_else(|| self.name_giver(&told));
        sent.or_else(sender).filter(|author| !author.is_empty())
    }

    /// Who signed or sent the text at `text`, by a participle right behind it: "a statement *signed by the rebels*".
    fn signer(&self, text: usize) -> Option<List> {
        let verb = self.scene.chunks().get(text + 1).filter(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Participle)?;
        let around = self.scene.of_verb(self.scene.chunk_index(verb.head)?);
        around.complements.iter().find(|complement| AUTHOR.contains(&complement.word)).map(|complement| complement.nouns)
    }

    /// In whose name the text is: "a statement in the group's name".
    fn name_giver(&self, told: &NounArguments) -> Option<List> {
        let of_name = |&noun: &u32| {
            let name = self.scene.chunks().get(noun as usize).is_some_and(|name| self.scene.hash(name.head) == word!("name"));
            self.scene.of_noun(noun as usize).possessor.filter(|_| name)
        };
        let within = told.complements.iter().filter(|complement| complement.word == word!("in"));
        within.flat_map(|complement| complement.nouns.iter()).find_map(of_name).map(|owner| List::of(owner as usize))
    }

    /// Who bears the sentence that a deed is the ground of: "is serving a life sentence for killing 77 people". No sentence kills.
    pub(super) fn convict(&self, chunk: usize, around: &Arguments) -> Option<List> {
        let gerund = self.scene.chunks().get(chunk).is_some_and(|verb| verb.form == VerbForm::Gerund);
        let term = around.subject.first().map(|&term| term as usize).filter(|_| gerund && self.trigger.kind.is_violence())?;
        let head = self.scene.chunks().get(term)?.head;
        let penalty = |hit: &Hit| kind_of(hit) == Some(EventKind::Trial) && hit.last == head + 1;
        self.scene.hits(head, TableId::Trigger).find(|hit| penalty(hit))?;
        let told = self.clauses.of_noun(term);
        let verb = told.governor.filter(|_| !told.governor_is_subject);
        Some(verb.map_or(List::default(), |verb| self.scene.of_verb(verb as usize).subject))
    }
}
