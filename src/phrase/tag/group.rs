//! Words that a determiner, a number, an adjective or a preposition before them puts into a noun group.

use super::Scene;
use crate::lexicon::{Tag, WordSet};
use crate::phrase::unit::{Unit, UnitKind};
use crate::phrase::words::*;
use crate::record::EntityKind;
use crate::token::fold::hash;

impl Scene<'_> {
    /// After a determiner, a number, an adjective in a noun group, a possessive ending, a preposition.
    pub(super) fn in_noun_group(&self) -> Option<Tag> {
        let before = self.before?;
        let possessive = before.kind == UnitKind::Possessive && before.tag == Some(Tag::Particle);
        let preposition = before.is_any(bit(Tag::Preposition));
        if self.is_modified_participle() {
            return Some(Tag::Adjective);
        }
        // "The US military killed".
        let state = matches!(before.kind, UnitKind::Name(EntityKind::Place | EntityKind::Nationality)) && before.is_any(NOUNS);
        let acts = self.next.is_some_and(|next| next.can_any(HELPERS) || next.can_any(FINITE) && !next.can_any(NOUNS));
        if state && acts && self.unit.can(Tag::Adjective) && self.unit.can_any(NOUNS) {
            return Some(self.noun());
        }
        let bound = possessive || preposition || before.is_any(bit(Tag::Determiner) | bit(Tag::Number)) || self.is_attributive();
        if !bound {
            return None;
        }
        let nominal_next = self.next.is_some_and(|next| {
            let adjective = next.info.tag().is_some_and(|first| ADJECTIVES & bit(first) != 0);
            next.kind != UnitKind::Time && (next.can_any(NOUNS | bit(Tag::Number)) || adjective)
        });
        if self.is_verb_of_share(nominal_next) {
            return Some(Tag::VerbEd);
        }
        // "Ten others sustained injuries".
        if before.hash == const { hash("others") } && self.unit.can(Tag::VerbEd) && (self.before_object() || self.next_can(NOUNS)) {
            return Some(Tag::VerbEd);
        }
        let first = self.unit.info.tag();
        if preposition && self.unit.can(Tag::VerbIng) && (self.before_object() || first == Some(Tag::VerbIng) && !self.unit.can_any(NOUNS))
        {
            return Some(Tag::VerbIng);
        }
        if preposition && self.unit.can(Tag::VerbIng) && self.is_gerund(first) {
            return Some(Tag::VerbIng);
        }
        // "By blowing up the bridge".
        let particle = self.next.is_some_and(|next| PARTICLES.contains(&next.hash))
            && self.after_next().is_some_and(|object| object.can(Tag::Determiner));
        if preposition && particle && self.unit.can(Tag::VerbIng) {
            return Some(Tag::VerbIng);
        }
        // "Arrested for threatening to blow up a clinic".
        let to = self.next.is_some_and(|next| next.hash == TO);
        if preposition && to && self.unit.can(Tag::VerbIng) && first == Some(Tag::Adjective) {
            return Some(Tag::VerbIng);
        }
        // "The two planned to attack".
        if before.tag == Some(Tag::Number) && self.unit.can(Tag::VerbEd) && self.next.is_some_and(|next| next.hash == TO) {
            return Some(Tag::VerbEd);
        }
        if self.unit.can(Tag::Adjective) && nominal_next && (first == Some(Tag::Adjective) || !self.unit.can_any(NOUNS)) {
            return Some(Tag::Adjective);
        }
        if nominal_next && self.unit.can(Tag::VerbEn) && !self.before_object() && (!self.unit.can_any(NOUNS) || first == Some(Tag::VerbEn))
        {
            return Some(if self.unit.can(Tag::Adjective) || preposition { Tag::Adjective } else { Tag::VerbEn });
        }
        if before.tag == Some(Tag::Number) && self.unit.can(Tag::VerbEn) && self.counts_alone() {
            // "Another killed six people" against "12 killed in attack".
            return Some(if (self.before_object() || self.unit.info.takes_no_object()) && self.unit.can(Tag::VerbEd) {
                Tag::VerbEd
            } else {
                Tag::VerbEn
            });
        }
        // "Three die in crash": more than one would be a plural.
        let alone = before.tag == Some(Tag::Number) && !self.unit.can(Tag::NounPlural) && self.counts_alone();
        if alone && (first == Some(Tag::VerbBase) || self.is_done_by_number()) {
            return Some(Tag::VerbBase);
        }
        // "The dead included": the adjective before was the head.
        if before.is_any(ADJECTIVES) && !self.unit.can_any(NOUNS) && self.unit.can(Tag::VerbEd) {
            return None;
        }
        let wanted = [Tag::Noun, Tag::NounPlural, Tag::Adjective, Tag::VerbEn, Tag::VerbIng, Tag::Comparative, Tag::Superlative];
        let firsts = first.filter(|first| NOUNS & bit(*first) != 0 && self.unit.can(*first));
        // "The dead were", "three wounded".
        firsts.or_else(|| wanted.into_iter().find(|&tag| self.unit.can(tag)))
    }

    /// "The second exploded minutes later", "the other killed a guard": one of several is the subject.
    fn is_verb_of_share(&self, nominal_next: bool) -> bool {
        const SHARES: [u64; 5] = [hash("first"), hash("second"), hash("third"), hash("fourth"), hash("other")];
        let share = self.before.is_some_and(|before| SHARES.contains(&before.hash));
        if !share || !self.unit.can(Tag::VerbEd) {
            return false;
        }
        let determined = self.at.checked_sub(2).and_then(|index| self.units.get(index)).is_some_and(|the| the.is_any(bit(Tag::Determiner)));
        let opens = self.at.checked_sub(3).and_then(|index| self.units.get(index));
        let subject = opens.is_none_or(|opens| opens.kind == UnitKind::Mark || opens.is_any(bit(Tag::Conjunction)));
        let verb = self.before_object() || !nominal_next && !self.next_can(HELPERS);
        determined && subject && verb
    }

    /// "A densely populated area", "the heavily guarded compound".
    fn is_modified_participle(&self) -> bool {
        let determined = |index: usize| self.units.get(index).is_some_and(|unit| unit.is_any(bit(Tag::Determiner) | bit(Tag::Number)));
        self.before_is(bit(Tag::Adverb))
            && self.unit.can(Tag::VerbEn)
            && self.at.checked_sub(2).is_some_and(determined)
            && self.next.is_some_and(|next| next.can_any(NOUNS) && !next.can_any(CLOSED))
    }

    /// "Accused of planning attacks", "without giving details": a gerund with its object rather than one noun.
    fn is_gerund(&self, first: Option<Tag>) -> bool {
        const AIMED: [u64; 3] = [hash("at"), hash("on"), hash("into")];
        let object = self.next.is_some_and(|next| next.info.tag() == Some(Tag::NounPlural) || next.hash == TO);
        let charged = self.before.is_some_and(|of| of.hash == OF) && self.is_charge();
        // "On suspicion of plotting to".
        let fixed = self.before.is_some_and(|before| before.kind == UnitKind::Fixed);
        // "Accused Azerbaijan of shelling Stepanakert".
        let name = charged && self.next.is_some_and(|next| matches!(next.kind, UnitKind::Name(_)));
        // "Accused the army of firing at civilians".
        let aimed = charged && self.next.is_some_and(|next| AIMED.contains(&next.hash));
        // "Jailed for threatening to kill a judge", "for setting fire to a bus".
        let to = self.next.is_some_and(|next| next.hash == TO) && self.after_next().is_some_and(|verb| verb.can(Tag::VerbBase));
        let threat = to && first == Some(Tag::Adjective) && !self.unit.can_any(NOUNS);
        let fire = self.unit.hash == SETTING && self.next.is_some_and(|next| next.hash == FIRE);
        name || aimed || object && (charged || fixed || first == Some(Tag::VerbIng)) || threat || fire || self.is_before_titled_name()
    }

    /// "(For) killing General Alba", "killing Liberal presidential candidate Ana Alba"; but "the bombing suspect John Roe".
    pub(super) fn is_before_titled_name(&self) -> bool {
        const SUSPECT: u64 = hash("suspect");
        const TITLE: usize = 4;
        let behind = self.units.get(self.at + 1..).unwrap_or(&[]);
        let nominal = |unit: &&Unit| unit.kind == UnitKind::Word && unit.info.tag().is_some_and(|first| NOMINAL & bit(first) != 0);
        let title = behind.iter().take(TITLE).take_while(nominal).count();
        let noun = title.checked_sub(1).and_then(|last| behind.get(last)).filter(|last| last.info.tag() == Some(Tag::Noun));
        let named = behind.get(title).is_some_and(|after| matches!(after.kind, UnitKind::Name(_)));
        named && noun.is_some_and(|noun| noun.hash != SUSPECT)
    }

    /// Whether the "of" before is that of a charge, with or without the accused between: "accused the army of shelling villages".
    fn is_charge(&self) -> bool {
        const ACCUSED: usize = 6;
        let end = self.at.saturating_sub(1);
        let accuser = (end.saturating_sub(ACCUSED)..end).rev().find(|&index| self.units[index].is_any(VERBS | bit(Tag::Preposition)));
        accuser.is_some_and(|index| self.lexicon.has(WordSet::OfThing, self.units[index].hash))
    }

    /// Whether the number before is a subject by itself: "12 were killed and 30 wounded", "12 killed in attack".
    fn counts_alone(&self) -> bool {
        let earlier = self.at.checked_sub(2).and_then(|index| self.units.get(index));
        earlier.is_none_or(|earlier| earlier.kind == UnitKind::Mark || self.verb_seen && earlier.hash == AND)
    }

    /// Whether the adjective before belongs to a noun group rather than to a verb.
    fn is_attributive(&self) -> bool {
        let Some(before) = self.before else { return false };
        if before.kind == UnitKind::Word && before.is_any(bit(Tag::VerbEn) | bit(Tag::VerbIng)) {
            return self.at >= 2
                && self.units[self.at - 2].is_any(bit(Tag::Determiner) | bit(Tag::Preposition))
                && self.unit.can_any(NOUNS);
        }
        if !before.is_any(ADJECTIVES) {
            return false;
        }
        let earlier = self.at.checked_sub(2).and_then(|index| self.units.get(index));
        !earlier.is_some_and(|earlier| is_be(earlier.hash) || earlier.is_any(bit(Tag::Adverb)))
    }
}
