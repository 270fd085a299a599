//! Parts of speech: of the tags that the lexicon allows for a word, the one that its neighbours ask for.
//!
//! One pass from left to right. What is left open here, past tense or participle, the chunks settle.

use super::unit::{Unit, UnitKind};
use super::words::*;
use crate::lexicon::{Lexicon, Tag, WordSet};

/// How many units before a word what governs it may stand.
const REACH: usize = 4;

/// Chooses a tag for every unit of one sentence.
pub(super) fn choose(units: &mut [Unit], lexicon: &Lexicon) {
    let mut seen = Seen::default();
    for at in 0..units.len() {
        let tag = match units[at].kind {
            UnitKind::Mark => None,
            UnitKind::Possessive => Some(possessive(units, at)),
            UnitKind::Name(_) => Some(name(units, at)),
            // Most words leave no choice, and "the toppling of" is the only one that its neighbours overrule.
            UnitKind::Word if !units[at].is_open() && !units[at].can(Tag::VerbIng) => Some(units[at].likeliest()),
            UnitKind::Word => Some(Scene::of(units, lexicon, at, &seen).word()),
            UnitKind::Number | UnitKind::Time | UnitKind::Fixed => units[at].tag,
        };
        units[at].tag = tag;
        seen.note(&units[at], at);
    }
}

/// What stands before a word in its sentence.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// A finite verb.
    verb: bool,
    /// A verb in its base form: after "to" or a modal.
    base: bool,
    /// The last unit that is no adverb, negations passed over.
    governor: Option<usize>,
    /// The last unit that is no adverb, times passed over.
    helper: Option<usize>,
}

impl Seen {
    fn note(&mut self, unit: &Unit, at: usize) {
        self.verb |= unit.is_any(FINITE | HELPERS);
        self.base |= unit.is_any(bit(Tag::VerbBase));
        if unit.is_any(bit(Tag::Adverb)) {
            return;
        }
        if !NEGATIONS.contains(&unit.hash) {
            self.governor = Some(at);
        }
        if unit.kind != UnitKind::Time {
            self.helper = Some(at);
        }
    }
}

/// "it's" has a verb, "rebels' " has none.
fn possessive(units: &[Unit], at: usize) -> Tag {
    let after_pronoun = at.checked_sub(1).is_some_and(|before| units[before].is_any(bit(Tag::Pronoun)));
    if after_pronoun { Tag::Auxiliary } else { Tag::Particle }
}

/// An adjective of nationality alone is a noun: "two French were".
fn name(units: &[Unit], at: usize) -> Tag {
    let adjective = units[at].can(Tag::Adjective) && units.get(at + 1).is_some_and(|next| next.can_any(NOMINAL));
    if adjective {
        Tag::Adjective
    } else if units[at].can(Tag::NounPlural) {
        Tag::NounPlural
    } else {
        Tag::Noun
    }
}

/// A word with its neighbours.
struct Scene<'u> {
    units: &'u [Unit],
    lexicon: &'u Lexicon,
    at: usize,
    unit: &'u Unit,
    next: Option<&'u Unit>,
    after_next: Option<&'u Unit>,
    /// The unit before, adverbs passed over.
    governor: Option<&'u Unit>,
    before: Option<&'u Unit>,
    /// Whether a finite verb stands earlier in the sentence.
    verb_seen: bool,
    /// Whether a verb in its base form does: after "to" or a modal.
    base_seen: bool,
}

impl<'u> Scene<'u> {
    fn of(units: &'u [Unit], lexicon: &'u Lexicon, at: usize, seen: &Seen) -> Self {
        let near = |index: Option<usize>| index.filter(|index| index + REACH >= at).and_then(|index| units.get(index));
        let before = at.checked_sub(1).and_then(|index| units.get(index));
        // "Were later shot".
        let governor = match near(seen.governor) {
            Some(Unit { kind: UnitKind::Time, .. }) => {
                near(seen.helper).filter(|helper| helper.is_any(HELPERS)).or_else(|| near(seen.governor))
            }
            governor => governor,
        };
        let (next, after_next) = (units.get(at + 1), units.get(at + 2));
        Self { units, lexicon, at, unit: &units[at], next, after_next, governor, before, verb_seen: seen.verb, base_seen: seen.base }
    }

    fn word(&self) -> Tag {
        let first = self.unit.likeliest();
        // "The toppling of".
        let bound = bit(Tag::Determiner) | bit(Tag::Preposition) | bit(Tag::Particle) | ADJECTIVES;
        if self.unit.can(Tag::VerbIng) && self.next.is_some_and(|next| next.hash == OF) && self.before_is(bound) {
            return Tag::Noun;
        }
        if !self.unit.is_open() {
            return first;
        }
        if self.unit.can_any(CLOSED)
            && let Some(tag) = self.closed(first)
        {
            return tag;
        }
        self.after_helper().or_else(|| self.in_noun_group()).or_else(|| self.after_noun()).or_else(|| self.elsewhere()).unwrap_or(first)
    }

    fn next_can(&self, set: u32) -> bool {
        self.next.is_some_and(|next| next.can_any(set))
    }

    fn before_is(&self, set: u32) -> bool {
        self.before.is_some_and(|before| before.is_any(set))
    }

    fn governor_is(&self, set: u32) -> bool {
        self.governor.is_some_and(|governor| governor.is_any(set))
    }

    /// Whether what follows begins a noun group for sure: "the", "her", a number, a name.
    fn before_object(&self) -> bool {
        self.next.is_some_and(|next| {
            let open = next.can(Tag::Determiner) || next.can(Tag::Pronoun) && next.hash != THAT;
            open || matches!(next.kind, UnitKind::Name(_) | UnitKind::Number)
        })
    }

    fn closed(&self, first: Tag) -> Option<Tag> {
        let unit = self.unit;
        match unit.hash {
            TO => return Some(self.to()),
            THAT => return Some(self.that()),
            THERE => return Some(if self.next_can(HELPERS) { Tag::Pronoun } else { Tag::Adverb }),
            NO => return Some(Tag::Determiner),
            OTHER => return Some(if self.next_can(NOMINAL) { Tag::Adjective } else { Tag::Pronoun }),
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
        if unit.can(Tag::Preposition) {
            return Some(self.preposition(first));
        }
        if unit.can(Tag::Auxiliary) || unit.can(Tag::Modal) {
            return self.helper(first);
        }
        unit.can_any(CLOSED & bit(first)).then_some(first)
    }

    /// Before an infinitive or before a noun.
    fn to(&self) -> Tag {
        let next = match (self.next, self.after_next) {
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
        let wounded = next.options & (VERBS | NOMINAL) != 0 && next.options & NOMINAL == 0;
        let participle = wounded && self.after_next.is_some_and(|after| after.can_any(NOMINAL));
        let nominal = next.can_any(NOMINAL) && !next.can_any(CLOSED & !bit(Tag::Number) & !bit(Tag::Determiner));
        let quoted = next.kind == UnitKind::Mark && self.unit.hash == HIS;
        // "More difficult".
        let adjective = next.info.tag() == Some(Tag::Adjective) && !self.after_next.is_some_and(|after| after.can_any(NOMINAL));
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
        if nominal || participle || quoted { Tag::Determiner } else { Tag::Pronoun }
    }

    /// Preposition, particle of a verb, or adverb.
    fn preposition(&self, first: Tag) -> Tag {
        let particle = self.unit.can(Tag::Particle) && PARTICLES.contains(&self.unit.hash);
        if particle && self.before_is(VERBS) {
            return Tag::Particle;
        }
        let ends = self.next.is_none_or(|next| next.kind == UnitKind::Mark);
        if ends && (self.unit.can(Tag::Adverb) || particle) {
            return Tag::Adverb;
        }
        let bound = self.before_is(bit(Tag::Determiner) | ADJECTIVES) && self.unit.can_any(NOMINAL);
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

    /// After "to", "will", "did", "has", "was".
    fn after_helper(&self) -> Option<Tag> {
        let governor = self.governor?;
        let can = |tag: Tag| self.unit.can(tag).then_some(tag);
        if governor.tag == Some(Tag::Modal) || governor.tag == Some(Tag::Particle) && governor.hash == TO || DO.contains(&governor.hash) {
            return can(Tag::VerbBase);
        }
        if governor.tag != Some(Tag::Auxiliary) {
            return None;
        }
        if HAVE.contains(&governor.hash) {
            // "Has wounded soldiers" against "has accused Israel".
            let named = self.next.is_some_and(|next| matches!(next.kind, UnitKind::Name(_)));
            return if self.next_can(NOMINAL) && !named && self.unit.can_any(NOUNS) { None } else { can(Tag::VerbEn) };
        }
        let first = self.unit.info.tag();
        if first == Some(Tag::Adverb) && self.next_can(VERBS | ADJECTIVES) {
            return first;
        }
        if self.unit.can_any(ADJECTIVES) && first == Some(Tag::Adjective) {
            return can(Tag::Adjective);
        }
        can(Tag::VerbEn).or(can(Tag::VerbIng)).or(can(Tag::Adjective)).or(can(Tag::Noun))
    }

    /// After a determiner, a number, an adjective in a noun group, a possessive ending, a preposition.
    fn in_noun_group(&self) -> Option<Tag> {
        let before = self.before?;
        let possessive = before.kind == UnitKind::Possessive && before.tag == Some(Tag::Particle);
        let preposition = before.is_any(bit(Tag::Preposition));
        let bound = possessive || preposition || before.is_any(bit(Tag::Determiner) | bit(Tag::Number)) || self.is_attributive();
        if !bound {
            return None;
        }
        let nominal_next = self.next.is_some_and(|next| {
            let adjective = next.info.tag().is_some_and(|first| ADJECTIVES & bit(first) != 0);
            next.kind != UnitKind::Time && (next.can_any(NOUNS | bit(Tag::Number)) || adjective)
        });
        let first = self.unit.info.tag();
        if preposition && self.unit.can(Tag::VerbIng) && (self.before_object() || first == Some(Tag::VerbIng) && !self.unit.can_any(NOUNS))
        {
            return Some(Tag::VerbIng);
        }
        if preposition && self.unit.can(Tag::VerbIng) && self.is_gerund(first) {
            return Some(Tag::VerbIng);
        }
        if self.unit.can(Tag::Adjective) && nominal_next && (first == Some(Tag::Adjective) || !self.unit.can_any(NOUNS)) {
            return Some(Tag::Adjective);
        }
        if nominal_next && self.unit.can(Tag::VerbEn) && !self.before_object() && (!self.unit.can_any(NOUNS) || first == Some(Tag::VerbEn))
        {
            return Some(if self.unit.can(Tag::Adjective) || preposition { Tag::Adjective } else { Tag::VerbEn });
        }
        if before.tag == Some(Tag::Number) && self.unit.can(Tag::VerbEn) && self.counts_alone() {
            return Some(Tag::VerbEn);
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

    /// "Accused of planning attacks", "without giving details": a gerund with its object rather than one noun.
    fn is_gerund(&self, first: Option<Tag>) -> bool {
        let object = self.next.is_some_and(|next| next.info.tag() == Some(Tag::NounPlural) || next.hash == TO);
        let accused = self.at.checked_sub(2).is_some_and(|index| self.lexicon.has(WordSet::OfThing, self.units[index].hash));
        object && (accused || first == Some(Tag::VerbIng))
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

    /// After a noun or pronoun, where a verb may stand.
    fn after_noun(&self) -> Option<Tag> {
        let subject = self.governor.filter(|governor| governor.is_any(NOUNS | bit(Tag::Pronoun)) || RELATIVE.contains(&governor.hash))?;
        let pronoun = subject.is_any(bit(Tag::Pronoun)) || RELATIVE.contains(&subject.hash);
        let first = self.unit.info.tag()?;
        let noun_first = NOUNS & bit(first) != 0;
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
            let clause_follows = self.next.is_some_and(|next| next.hash == THAT) || self.before_object();
            return Some(if singular && (pronoun || !noun_first || clause_follows) { Tag::VerbS } else { Tag::NounPlural });
        }
        if self.unit.can(Tag::VerbBase) && self.unit.can_any(NOUNS) {
            let plural = subject.tag == Some(Tag::NounPlural) || PLURALS.contains(&subject.hash);
            let to = self.next.is_some_and(|next| next.hash == TO);
            let object = self.before_object() || to || self.next_can(NOUNS) && !self.next_can(VERBS & !bit(Tag::VerbBase));
            return Some(if plural && (object || pronoun || first == Tag::VerbBase) { Tag::VerbBase } else { self.noun() });
        }
        if self.unit.can(Tag::VerbIng) && self.unit.can_any(NOUNS) {
            let plural = subject.tag == Some(Tag::NounPlural) && subject.kind == UnitKind::Word;
            return Some(if self.before_object() || !noun_first || plural { Tag::VerbIng } else { self.noun() });
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

    fn noun(&self) -> Tag {
        self.unit.info.tags().find(|&tag| NOUNS & bit(tag) != 0).unwrap_or(Tag::Noun)
    }

    /// At the start, after a mark, a conjunction or another verb.
    fn elsewhere(&self) -> Option<Tag> {
        let unit = self.unit;
        let first = unit.info.tag()?;
        let after_verb = self.governor_is(VERBS);
        if unit.can(Tag::VerbIng) && (self.before_object() || !unit.can_any(NOUNS) && first != Tag::Adjective) {
            return Some(Tag::VerbIng);
        }
        let after_comma = self.before.is_some_and(|before| before.hash == COMMA);
        if unit.can(Tag::VerbIng) && after_comma && self.verb_seen && NOUNS & bit(first) == 0 {
            return Some(Tag::VerbIng);
        }
        let attributive = after_verb || !self.verb_seen || !unit.can(Tag::VerbEd);
        if unit.can(Tag::Adjective) && self.next_can(NOUNS) && !self.before_object() && attributive {
            return Some(Tag::Adjective);
        }
        let verbal = NOUNS & bit(first) == 0 || self.before_object();
        if unit.can(Tag::VerbEd) && verbal && first != Tag::Adjective {
            let object = self.before_object() || self.next.is_some_and(|next| next.info.tag() == Some(Tag::NounPlural));
            return Some(if after_verb && !object { Tag::VerbEn } else { Tag::VerbEd });
        }
        if unit.can_any(NOUNS) && (unit.can(Tag::VerbBase) || unit.can(Tag::VerbS)) {
            // "To kill a guard and then attack the station".
            let coordinated = self.governor.is_some_and(|governor| [AND, OR, COMMA].contains(&governor.hash));
            let base = unit.can(Tag::VerbBase) && coordinated && self.before_object() && (first == Tag::VerbBase || self.base_seen);
            return Some(if base { Tag::VerbBase } else { self.noun() });
        }
        if unit.can(Tag::Adverb) && unit.can(Tag::Adjective) {
            return Some(if self.next_can(NOUNS) && !self.next_can(CLOSED) { Tag::Adjective } else { Tag::Adverb });
        }
        None
    }
}
