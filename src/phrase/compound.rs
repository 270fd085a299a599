//! Compounds: words joined by hyphens, which are one unit each ("Iran-backed", "machine-gunned").

use super::unit::{Grouper, Unit, UnitKind};
use super::words::{self, bit};
use crate::lexicon::{Hit, TableId, Tag, WordInfo, column};

impl Grouper<'_> {
    /// Takes in what hangs on `unit` by hyphens.
    pub(super) fn compound(&self, unit: &mut Unit, last: u32) {
        if !matches!(unit.kind, UnitKind::Word | UnitKind::Name(_) | UnitKind::Number | UnitKind::Time) {
            return;
        }
        let first = *unit;
        while unit.last + 1 < last && self.is_glued(unit.last) && self.is_glued(unit.last + 1) && self.is_hyphen(unit.last) {
            let part = self.word(unit.last + 1);
            if !matches!(part.kind, UnitKind::Word | UnitKind::Number) {
                break;
            }
            *unit = Unit { first: first.first, ..part };
        }
        if unit.last == first.last {
            return;
        }
        // "Soldiers machine-gunned the boat".
        let object = self.inputs.document.words.get(unit.last as usize).is_some_and(|next| next.can_be(Tag::Determiner));
        let acts = || object || self.has_bare_object(first.first, unit.last);
        if first.kind == UnitKind::Word && first.can_any(words::NOUNS) && unit.can(Tag::VerbEd) && acts() {
            unit.options = bit(Tag::VerbEd);
            return;
        }
        if first.kind == UnitKind::Word && first.can_any(words::NOUNS) && self.has_people_behind(*unit) {
            unit.options = bit(Tag::VerbBase);
            unit.info = WordInfo::default();
            unit.info.push_tag(Tag::VerbBase);
            return;
        }
        let named = matches!(first.kind, UnitKind::Name(_));
        let counted = matches!(first.kind, UnitKind::Number | UnitKind::Time);
        let prefixed = first.kind == UnitKind::Word && words::VERB_PREFIXES.contains(&first.hash);
        let participle = bit(Tag::VerbEn) | bit(Tag::VerbIng) | bit(Tag::Adjective) | bit(Tag::VerbEd);
        if unit.kind == UnitKind::Word && !prefixed {
            let noun = unit.info.tag() == Some(Tag::Noun) || self.is_act(first.first, unit.last);
            if unit.can_any(participle) && !noun || counted {
                unit.options = bit(Tag::Adjective);
            } else if named || unit.options & words::NOUNS == 0 {
                unit.options = bit(Tag::Adjective) | bit(Tag::Noun);
            } else {
                unit.options &= words::NOMINAL;
            }
            (unit.info, unit.options) = nominal(unit.options & words::NOMINAL);
        }
    }
}

impl Grouper<'_> {
    /// Whether the compound is one that the table of triggers knows as a verb, with its subject or "and" before it and somebody behind it:
    /// "rebels machine-gunned 20 passengers", "and machine-gunned them"; not "the petrol-bombed houses".
    fn has_bare_object(&self, first: u32, last: u32) -> bool {
        let document = self.inputs.document;
        let known = self.is_verb_of_trigger(first, last);
        let before = first.checked_sub(1).filter(|_| first > self.first).and_then(|before| document.words.get(before as usize));
        let subject = before.is_some_and(|before| {
            matches!(before.tag(), None | Some(Tag::Noun | Tag::NounPlural | Tag::Pronoun | Tag::Conjunction | Tag::Adverb))
        });
        let next = document.words.get(last as usize);
        let object = next.is_some_and(|next| matches!(next.tag(), Some(Tag::NounPlural | Tag::Pronoun | Tag::Number)));
        known && subject && (object || self.is_number(last))
    }

    /// Whether the compound is such a verb in the present, right between its subject and people: "police tear-gas protesters".
    fn has_people_behind(&self, compound: Unit) -> bool {
        let document = self.inputs.document;
        let (first, last) = (compound.first, compound.last);
        let people = || document.hits_of(last as usize, TableId::PersonNoun).next().is_some();
        let past = compound.can_any(bit(Tag::VerbEn) | bit(Tag::VerbIng) | bit(Tag::VerbEd));
        let plural = document.words.get(last as usize).is_some_and(|next| next.tag() == Some(Tag::NounPlural));
        let before = first.checked_sub(1).filter(|_| first > self.first).and_then(|before| document.words.get(before as usize));
        let subject = before.is_some_and(|before| matches!(before.tag(), None | Some(Tag::Noun | Tag::NounPlural)));
        subject && plural && !past && self.is_verb_of_trigger(first, last) && people()
    }

    /// Whether the compound names an act, with no noun behind that it could describe: "stone-pelting broke out"; not "stone-pelting youths".
    fn is_act(&self, first: u32, last: u32) -> bool {
        let next = self.inputs.document.words.get(last as usize);
        self.is_trigger(first, last, "n") && !next.is_some_and(|next| next.can_be(Tag::Noun) || next.can_be(Tag::NounPlural))
    }

    /// Whether the table of triggers knows the compound as a verb.
    fn is_verb_of_trigger(&self, first: u32, last: u32) -> bool {
        self.is_trigger(first, last, "v")
    }

    /// Whether the table of triggers knows the compound as this part of speech.
    fn is_trigger(&self, first: u32, last: u32, pos: &str) -> bool {
        let document = self.inputs.document;
        let known = |hit: &Hit| hit.last == last && document.lexicon.row(hit.row).value(column::Trigger::Pos) == pos;
        document.hits_of(first as usize, TableId::Trigger).any(known)
    }
}

/// What is known of a word that has these readings only, all nominal, and they.
pub(super) fn nominal(options: u32) -> (WordInfo, u32) {
    let mut info = WordInfo::default();
    for tag in [Tag::Adjective, Tag::NounPlural, Tag::Noun] {
        if options & bit(tag) != 0 {
            info.push_tag(tag);
        }
    }
    (info, options)
}
