//! Words behind a noun or pronoun, where a verb may stand.

use super::Scene;
use crate::lexicon::{Tag, WordSet};
use crate::phrase::unit::{Unit, UnitKind};
use crate::phrase::words::*;
use crate::record::EntityKind;
use crate::token::fold;

impl Scene<'_> {
    /// After a noun or pronoun, where a verb may stand.
    pub(super) fn after_noun(&self) -> Option<Tag> {
        let subject = self.governor.filter(|governor| governor.is_any(NOUNS | bit(Tag::Pronoun)) || RELATIVE.contains(&governor.hash))?;
        if self.opens_content(subject) {
            return None;
        }
        if let Some(verb) = self.verb_of_headline() {
            return Some(verb);
        }
        if self.is_verb_of_group() {
            return Some(Tag::VerbBase);
        }
        // "Squads run by the army".
        if self.unit.can(Tag::VerbEn) && self.unit.can(Tag::VerbBase) && self.next.is_some_and(|next| next.hash == BY) {
            return Some(Tag::VerbEn);
        }
        let pronoun = subject.is_any(bit(Tag::Pronoun)) || RELATIVE.contains(&subject.hash);
        let first = self.unit.info.tag()?;
        let noun_first = NOUNS & bit(first) != 0;
        // "Where rebels have fought": it is no subject itself.
        if subject.hash == const { fold::hash("where") } && noun_first {
            return Some(self.noun());
        }
        if self.unit.can(Tag::VerbEd) && !(noun_first && !self.before_object() && !pronoun) && (pronoun || first != Tag::Adjective) {
            return Some(Tag::VerbEd);
        }
        // "Men armed with rifles".
        if self.unit.can(Tag::VerbEn) && first == Tag::Adjective && self.next_can(bit(Tag::Preposition)) {
            return Some(Tag::VerbEn);
        }
        if self.unit.can(Tag::VerbS) && self.unit.can_any(NOUNS) {
            let singular = pronoun || subject.tag == Some(Tag::Noun);
            // "Television anchors, ...".
            if !pronoun && self.verb_seen && self.next.is_some_and(|next| next.kind == UnitKind::Mark) {
                return Some(self.noun());
            }
            // "The minister claims that rebels", but "the Paris attacks that killed 130".
            let told = self.next.is_some_and(|next| next.hash == THAT) && !self.is_before_relative();
            let clause_follows = told || self.before_object() || self.is_said_by_group(subject);
            return Some(if singular && (pronoun || !noun_first || clause_follows) { Tag::VerbS } else { Tag::NounPlural });
        }
        // "Police bomb experts arrived".
        let verb_behind =
            |after: &Unit| after.can_any(FINITE) && !after.can_any(NOMINAL) && (!after.can(Tag::VerbEn) || after.info.takes_no_object());
        if noun_first && self.unit.can(Tag::VerbBase) && self.next_can(NOUNS) && self.after_next().is_some_and(verb_behind) {
            return Some(self.noun());
        }
        if self.unit.can(Tag::VerbBase) && self.unit.can_any(NOUNS) {
            let plural = subject.tag == Some(Tag::NounPlural) || PLURALS.contains(&subject.hash);
            let to = self.next.is_some_and(|next| next.hash == TO);
            let object = self.before_object() || to || self.next_can(NOUNS) && !self.next_can(VERBS & !bit(Tag::VerbBase));
            // "Reports from Kyiv say".
            let plural = plural
                || self.is_said_by_group(subject)
                || first == Tag::VerbBase && self.unit.info.takes_clause() && self.is_behind_plural();
            return Some(if plural && (object || pronoun || first == Tag::VerbBase) { Tag::VerbBase } else { self.noun() });
        }
        // "Families who live nearby", "many diplomats live in Dili".
        let many = subject.tag == Some(Tag::NounPlural) || PLURALS.contains(&subject.hash) || RELATIVE.contains(&subject.hash);
        if first == Tag::VerbBase && many {
            return Some(first);
        }
        if self.unit.can(Tag::VerbIng) && self.unit.can_any(NOUNS) {
            let plural = subject.tag == Some(Tag::NounPlural) && subject.kind == UnitKind::Word;
            // "A rebel group fighting for independence".
            let sides = self.unit.hash == FIGHTING && self.next.is_some_and(|next| next.hash == FOR || next.hash == AGAINST);
            let verb = self.before_object() || !noun_first || plural || sides;
            return Some(if verb && !self.is_before_relative() { Tag::VerbIng } else { self.noun() });
        }
        // "Marchers demanding this week to know".
        if self.unit.can(Tag::VerbIng) && !self.next_can(NOUNS) {
            return Some(Tag::VerbIng);
        }
        if self.unit.can(Tag::VerbEn) && noun_first {
            return Some(self.noun());
        }
        None
    }

    /// Whether an armed group is the subject of a word for saying something, right before its object: "Houthis claim responsibility"; not "Hamas
    /// claims of victory".
    fn is_said_by_group(&self, subject: &Unit) -> bool {
        let group = subject.kind == UnitKind::Name(EntityKind::Group) && self.before.is_some_and(|before| before.first == subject.first);
        let object = self.next.is_some_and(|next| next.can_any(NOUNS) && !next.can_any(FINITE | HELPERS | bit(Tag::Preposition)));
        group && self.unit.info.takes_clause() && object
    }

    /// Whether the word tells what was done besides, with its object: "attacked the town, burning houses and looting shops", "killing two soldiers
    /// and setting fire to their truck"; not "saw bombings, shooting attacks", "burning tyres blocked the road".
    pub(super) fn is_deed_besides(&self) -> bool {
        const LONGEST: usize = 10;
        if !self.unit.can(Tag::VerbIng) || !DEEDS.contains(&self.unit.hash) {
            return false;
        }
        let listed = || {
            let clause = self.units.get(self.at.saturating_sub(LONGEST)..self.at).unwrap_or_default();
            let gerund = clause.iter().rev().find(|unit| unit.is_any(VERBS | HELPERS) && unit.kind == UnitKind::Word);
            gerund.is_some_and(|gerund| gerund.tag == Some(Tag::VerbIng))
        };
        let joined = self.before.is_some_and(|before| match before.hash {
            COMMA => self.verb_seen || listed(),
            AND | OR => listed(),
            _ => false,
        });
        let is = |unit: &Unit, tags: u32| unit.kind == UnitKind::Word && unit.info.tag().is_some_and(|first| tags & bit(first) != 0);
        let things = |at: usize| self.units.get(at).filter(|unit| is(unit, bit(Tag::NounPlural))).map(|_| at);
        let fire = self.unit.hash == SETTING && self.next.is_some_and(|next| next.hash == FIRE);
        // "Burning government buildings".
        let described = self.next.is_some_and(|next| is(next, NOMINAL) && !self.lexicon.has(WordSet::HeadOfDeed, next.hash));
        let object = things(self.at + 1).or_else(|| things(self.at + 2)).filter(|_| described);
        let clause = |at: usize| self.units.get(at + 1).is_some_and(|verb| verb.can_any(FINITE | HELPERS) && !verb.can_any(NOUNS));
        joined && (fire || self.before_object() || object.is_some_and(|at| !clause(at)))
    }

    /// Whether a clause that tells of the word follows: "the truck bombing that killed 40".
    fn is_before_relative(&self) -> bool {
        let finite = |unit: &Unit| unit.can_any(FINITE | HELPERS) && unit.info.tag().is_none_or(|first| NOUNS & bit(first) == 0);
        self.next.is_some_and(|next| RELATIVE.contains(&next.hash)) && self.after_next().is_some_and(finite)
    }

    /// Whether the noun before stands behind a preposition and a plural: "reports from Kyiv".
    fn is_behind_plural(&self) -> bool {
        let at = |steps: usize| self.at.checked_sub(steps).and_then(|index| self.units.get(index));
        at(2).is_some_and(|unit| unit.is_any(bit(Tag::Preposition))) && at(3).is_some_and(|unit| unit.tag == Some(Tag::NounPlural))
    }

    /// Whether the word is the verb of the armed group whose name opens the clause: "Taliban kill 9 in Kabul", "Maoists attack police camp", "the
    /// Houthis attack a ship"; not "Taliban attack kills 9", "Red Front bomb plot in Cali".
    fn is_verb_of_group(&self) -> bool {
        let at = |steps: usize| self.at.checked_sub(steps).and_then(|index| self.units.get(index));
        let opens = |unit: Option<&Unit>| unit.is_none_or(|unit| unit.kind == UnitKind::Mark && unit.hash != HYPHEN);
        let group = self.before.is_some_and(|name| name.kind == UnitKind::Name(EntityKind::Group));
        let article = at(2).is_some_and(|the| the.is_any(bit(Tag::Determiner))) && opens(at(3));
        let Some(next) = self.next.filter(|_| group && self.unit.can(Tag::VerbBase) && self.unit.can_any(NOUNS)) else { return false };
        if self.verb_seen || !(article || opens(at(2))) {
            return false;
        }
        let determined = next.can(Tag::Determiner) || next.kind == UnitKind::Number;
        let bare = self.headline && !article && next.kind != UnitKind::Time && next.can_any(NOMINAL) && !next.can(Tag::Preposition);
        (determined || bare && !self.lexicon.has(WordSet::HeadOfDeed, next.hash)) && !self.has_verb_behind()
    }

    /// Whether another word in the rest of the clause may be its verb, the next one if it can have an object.
    pub(super) fn has_verb_behind(&self) -> bool {
        let rest = self.units.get(self.at + 1..).unwrap_or(&[]);
        let ends = |unit: &&Unit| unit.kind != UnitKind::Mark && !unit.can(Tag::Conjunction) && !EITHER_WAY.contains(&unit.hash);
        rest.iter().take_while(ends).enumerate().any(|(index, unit)| {
            let object = rest
                .get(index + 1)
                .is_some_and(|next| next.can(Tag::Determiner) || matches!(next.kind, UnitKind::Number | UnitKind::Name(_)));
            let noun = unit.info.tag().is_some_and(|first| NOMINAL & bit(first) != 0);
            unit.can_any(FINITE | HELPERS) && (!noun || object)
        })
    }

    /// Whether the word begins what is said: "said that soldiers opened fire", not "the men that".
    fn opens_content(&self, before: &Unit) -> bool {
        let told = self.at.checked_sub(2).and_then(|index| self.units.get(index)).is_some_and(|earlier| {
            earlier.is_any(VERBS) || earlier.is_any(NOUNS) && self.next_can(bit(Tag::VerbEd) | HELPERS) && self.unit.can_any(NOUNS)
        });
        before.hash == THAT && before.tag == Some(Tag::Conjunction) && told && !self.unit.can(Tag::VerbEd)
    }
}
