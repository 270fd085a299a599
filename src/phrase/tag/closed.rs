//! Words of closed classes: "to", "that", determiner or pronoun, preposition or particle, helper or noun.

use super::Scene;
use crate::lexicon::{Tag, WordSet};
use crate::phrase::unit::{Unit, UnitKind};
use crate::phrase::words::*;

impl Scene<'_> {
    pub(super) fn closed(&self, first: Tag) -> Option<Tag> {
        let unit = self.unit;
        match unit.hash {
            TO => return Some(self.to()),
            THAT => return Some(self.that()),
            THERE => return Some(if self.next_can(HELPERS) { Tag::Pronoun } else { Tag::Adverb }),
            NO => return Some(Tag::Determiner),
            OTHER if self.next_can(NOMINAL) && !self.before_phrase() => return Some(Tag::Adjective),
            // "The other outside a bank".
            OTHER => return Some(if self.before_is(bit(Tag::Determiner)) { Tag::Noun } else { Tag::Pronoun }),
            ONE => return Some(if self.next_can(NOMINAL) { Tag::Number } else { Tag::Pronoun }),
            _ => {}
        }
        if unit.can(Tag::Determiner) && unit.can(Tag::Pronoun) {
            return Some(self.determiner());
        }
        // "Were given".
        if unit.can(Tag::VerbEn) && self.governor_is(bit(Tag::Auxiliary)) {
            return Some(Tag::VerbEn);
        }
        // "Has since killed".
        let between = unit.hash == SINCE && self.before.is_some_and(|have| HAVE.contains(&have.hash));
        if between && self.next_can(bit(Tag::VerbEn) | bit(Tag::Auxiliary)) {
            return Some(Tag::Adverb);
        }
        if unit.can(Tag::Preposition) {
            return Some(self.preposition(first));
        }
        if unit.can(Tag::Auxiliary) || unit.can(Tag::Modal) {
            return self.helper(first);
        }
        unit.can_any(CLOSED & bit(first)).then_some(first)
    }

    /// Before a preposition and its noun group.
    fn before_phrase(&self) -> bool {
        self.next_can(bit(Tag::Preposition)) && self.after_next().is_some_and(|after| after.can(Tag::Determiner))
    }

    /// Before an infinitive or before a noun.
    fn to(&self) -> Tag {
        let next = match (self.next, self.after_next()) {
            (Some(next), Some(after)) if next.info.tag() == Some(Tag::Adverb) => Some(after),
            (next, _) => next,
        };
        // "Admitted to having".
        let gerund = next.is_some_and(|next| next.hash == HAVING || next.hash == BEING);
        let infinitive =
            !gerund && next.is_some_and(|next| next.kind == UnitKind::Word && next.can_any(bit(Tag::VerbBase) | bit(Tag::Auxiliary)));
        if infinitive { Tag::Particle } else { Tag::Preposition }
    }

    /// "that attack", "the men that", "said that".
    fn that(&self) -> Tag {
        let demonstrative = self.next.is_some_and(|next| next.can(Tag::Noun) && !matches!(next.kind, UnitKind::Name(_)));
        // "On that very day", "in that same month".
        let modified = self.before_is(bit(Tag::Preposition))
            && self.next_can(bit(Tag::Adverb) | ADJECTIVES)
            && self.after_next().is_some_and(|noun| noun.info.tag() == Some(Tag::Noun));
        // "The murder of a judge and that of a priest", "compared to that of"; not "said that of the dead".
        let joint = self.before.is_none_or(|before| {
            before.is_any(bit(Tag::Preposition) | bit(Tag::Conjunction) | bit(Tag::Adverb)) || before.kind == UnitKind::Mark
        });
        let for_noun = joint && self.next.is_some_and(|next| next.hash == OF);
        if modified || for_noun {
            return Tag::Determiner;
        }
        let bare = self.before.is_none_or(|before| before.is_any(bit(Tag::Preposition)) || before.kind == UnitKind::Mark);
        if bare && demonstrative {
            Tag::Determiner
        } else if self.before_is(bit(Tag::Preposition)) || self.before.is_none() && self.next_can(HELPERS) {
            Tag::Pronoun
        } else {
            Tag::Conjunction
        }
    }

    /// "her car" or "killed her", "those men" or "those who".
    fn determiner(&self) -> Tag {
        let Some(next) = self.next else { return Tag::Pronoun };
        // "Another struck a bus".
        if PARTS.contains(&self.unit.hash) && next.can(Tag::VerbEd) && self.after_next().is_some_and(|after| after.can(Tag::Determiner)) {
            return Tag::Pronoun;
        }
        let wounded = next.options & (VERBS | NOMINAL) != 0 && next.options & NOMINAL == 0;
        let participle = wounded && self.after_next().is_some_and(|after| after.can_any(NOMINAL));
        let nominal = next.can_any(NOMINAL) && !next.can_any(CLOSED & !bit(Tag::Number) & !bit(Tag::Determiner));
        let quoted = next.kind == UnitKind::Mark && self.unit.hash == HIS;
        // "More difficult".
        let adjective = next.info.tag() == Some(Tag::Adjective) && !self.after_next().is_some_and(|after| after.can_any(NOMINAL));
        if DEGREES.contains(&self.unit.hash) && adjective {
            return Tag::Adverb;
        }
        if PREDETERMINERS.contains(&self.unit.hash) && next.can(Tag::Determiner) {
            return Tag::Determiner;
        }
        // "Which failed", "this means".
        let relative = RELATIVE.contains(&self.unit.hash)
            && self.before.is_some_and(|before| before.is_any(NOUNS | bit(Tag::Preposition)) || before.kind == UnitKind::Mark);
        if relative && self.unit.hash != WHOSE || self.unit.hash == THIS && next.can(Tag::VerbS) && next.info.tag() != Some(Tag::Noun) {
            return Tag::Pronoun;
        }
        // "This densely populated area".
        let modified = next.info.tag() == Some(Tag::Adverb)
            && self.after_next().is_some_and(|after| after.can_any(bit(Tag::VerbEn) | ADJECTIVES))
            && self.units.get(self.at + 3).is_some_and(|noun| noun.can_any(NOUNS) && !noun.can_any(CLOSED));
        let group = (nominal || participle || quoted || modified) && !self.is_what_somebody_calls();
        if group { Tag::Determiner } else { Tag::Pronoun }
    }

    /// Whether "what" behind a preposition opens what somebody says of the deed: "in what President Bola Tinubu called a barbaric attack", "in what
    /// police called"; not "in what year he died".
    fn is_what_somebody_calls(&self) -> bool {
        const LONGEST: usize = 7;
        if self.unit.hash != WHAT || !self.before_is(bit(Tag::Preposition)) {
            return false;
        }
        let behind = self.units.get(self.at + 1..).unwrap_or(&[]);
        let group = |unit: &&Unit| unit.hash == OF || unit.can_any(NOMINAL) && !unit.can_any(CLOSED) && !unit.can(Tag::VerbEd);
        let length = behind.iter().take(LONGEST).take_while(group).count();
        length > 0 && behind.get(length).is_some_and(|verb| verb.can(Tag::VerbEd))
    }

    /// Preposition, particle of a verb, or adverb.
    fn preposition(&self, first: Tag) -> Tag {
        let particle = self.unit.can(Tag::Particle) && PARTICLES.contains(&self.unit.hash);
        if particle && self.before_is(VERBS) {
            return Tag::Particle;
        }
        let ends = self.next.is_none_or(|next| next.kind == UnitKind::Mark);
        let ends = ends && !self.before_quoted_group();
        if ends && (self.unit.can(Tag::Adverb) || particle) {
            return Tag::Adverb;
        }
        let alone = || self.before.is_some_and(|before| self.lexicon.has(WordSet::Predicative, before.hash));
        // "Shot dead outside home".
        let result = || self.before_is(ADJECTIVES) && self.at.checked_sub(2).is_some_and(|verb| self.units[verb].is_any(VERBS));
        let bound = self.before_is(bit(Tag::Determiner) | ADJECTIVES)
            && self.unit.can_any(NOMINAL)
            && !self.before_object()
            && !alone()
            && !result();
        match first {
            _ if bound => {
                if self.unit.can(Tag::Adjective) {
                    Tag::Adjective
                } else {
                    Tag::Noun
                }
            }
            Tag::Adverb | Tag::Adjective if self.before_object() || particle => Tag::Preposition,
            Tag::Conjunction | Tag::Adverb => first,
            _ => Tag::Preposition,
        }
    }

    /// Before words in quotation marks: `killed by "bandits"`; not where the marks close behind it: `"we walked by" the bridge`.
    fn before_quoted_group(&self) -> bool {
        let quote = |unit: &&Unit| QUOTES.contains(&unit.hash);
        let opens = || self.units.get(..self.at).is_some_and(|before| before.iter().filter(quote).count().is_multiple_of(2));
        let group = |unit: &Unit| unit.kind != UnitKind::Mark && unit.can_any(NOMINAL) || matches!(unit.kind, UnitKind::Name(_));
        self.next.as_ref().is_some_and(quote) && self.after_next().is_some_and(group) && opens()
    }

    fn helper(&self, first: Tag) -> Option<Tag> {
        if self.governor_is(bit(Tag::Determiner)) && self.unit.can(Tag::Noun) {
            return Some(Tag::Noun);
        }
        if self.unit.can(Tag::Auxiliary) && (is_be(self.unit.hash) || HAVE.contains(&self.unit.hash) || DO.contains(&self.unit.hash)) {
            return Some(Tag::Auxiliary);
        }
        if self.unit.can(Tag::Auxiliary) && self.next_can(bit(Tag::VerbEn)) {
            return Some(Tag::Auxiliary);
        }
        (first == Tag::Modal).then_some(first)
    }
}
