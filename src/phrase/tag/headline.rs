//! The verb of a headline, which may read as a noun: "Rebels blow up bridge", "Clashes in Tripoli kill 16".

use super::Scene;
use crate::lexicon::{Tag, WordSet};
use crate::phrase::unit::{Unit, UnitKind};
use crate::phrase::words::*;
use crate::token::fold::hash;

/// How many units the last noun group before the verb may have.
const GROUP: usize = 4;

impl Scene<'_> {
    /// "Court jails opposition leader", "Rebels free kidnapped soldier": the verb of a headline stands behind a noun group that it agrees with and
    /// before another, or, where that is a plural, before a preposition: "Troops fire on protesters".
    pub(super) fn verb_of_headline(&self) -> Option<Tag> {
        let before = self.before.filter(|before| self.headline && !self.verb_seen && before.is_any(NOUNS))?;
        let many = self.is_behind_many();
        if self.unit.can(if many { Tag::VerbBase } else { Tag::VerbS }) && self.has_object(many) {
            return Some(if many { Tag::VerbBase } else { Tag::VerbS });
        }
        // "Car ploughs into crowd": hardly a noun goes into something.
        if !many && self.unit.can(Tag::VerbS) && self.next.is_some_and(|next| next.hash == const { hash("into") }) {
            return Some(Tag::VerbS);
        }
        // "Army, rebels clash in Aleppo" has its sides by the noun.
        let listed =
            self.at.checked_sub(2).and_then(|index| self.units.get(index)).is_some_and(|mark| mark.hash == COMMA || mark.hash == AND);
        // "Rights march in Lagos".
        let attributive = self.lexicon.has(WordSet::Attributive, before.hash);
        let plural = before.tag == Some(Tag::NounPlural) && !attributive && !listed;
        (plural && self.unit.can(Tag::VerbBase) && self.has_no_object() && !self.has_verb_behind()).then_some(Tag::VerbBase)
    }

    /// Whether a number counts people who do what the word tells, since a noun would be a plural: "Thousands protest in Tbilisi".
    pub(super) fn is_done_by_number(&self) -> bool {
        let number = self.before.is_some_and(|before| before.tag == Some(Tag::Number) && before.hash != ONE);
        number && self.headline && !self.verb_seen && self.unit.can(Tag::VerbBase) && self.has_no_object()
    }

    /// Whether what stands before the word is more than one: "clashes in Tripoli", "Armenia, Azerbaijan"; not "blast at barracks".
    fn is_behind_many(&self) -> bool {
        let unit = |steps: usize| self.at.checked_sub(steps).and_then(|index| self.units.get(index));
        let in_group = |unit: &Unit| unit.is_any(NOMINAL) || unit.kind == UnitKind::Possessive;
        let group = (1..=GROUP).take_while(|&steps| unit(steps).is_some_and(in_group)).count();
        let head = |steps: usize| unit(steps).filter(|head| head.is_any(NOUNS));
        let opener = unit(group + 1);
        if opener.is_some_and(|opener| opener.is_any(bit(Tag::Preposition)))
            && let Some(head) = head(group + 2)
        {
            return head.tag == Some(Tag::NounPlural);
        }
        let joined = opener.is_some_and(|opener| opener.hash == COMMA || opener.hash == AND) && head(group + 2).is_some();
        joined || unit(1).is_some_and(|before| before.tag == Some(Tag::NounPlural))
    }

    /// Whether the object of a verb follows, behind its particle if it has one: "free kidnapped soldier", "blow up bridge".
    fn has_object(&self, many: bool) -> bool {
        let Some(next) = self.next else { return false };
        let nominal = |unit: &Unit| unit.can_any(NOMINAL | bit(Tag::Determiner) | bit(Tag::VerbEn)) && unit.kind != UnitKind::Time;
        if many && PHRASAL.contains(&next.hash) {
            return self.after_next().is_some_and(nominal);
        }
        let group = nominal(next) || next.kind != UnitKind::Time && self.before_object();
        // "Group claims attack on base", "drones strike oil depot", but "peace talks fail".
        let governs =
            next.can_any(NOUNS) && self.after_next().is_some_and(|after| after.can(Tag::Preposition) || many && after.can_any(NOUNS));
        group && (!next.can(Tag::VerbBase) || governs) && !next.can(Tag::Preposition)
    }

    /// Whether a preposition follows, or nothing.
    fn has_no_object(&self) -> bool {
        self.next.is_none_or(|next| next.can(Tag::Preposition) && next.hash != OF || next.kind == UnitKind::Time)
    }
}
