//! Parts of speech: of the tags that the lexicon allows for a word, the one that its neighbours ask for.
//!
//! One pass from left to right. What is left open here, past tense or participle, the chunks settle.

mod closed;
mod group;
mod headline;
mod verb;

use super::unit::{Unit, UnitKind};
use super::words::*;
use crate::lexicon::{Lexicon, Tag, WordSet};
use crate::record::EntityKind;

/// How many units before a word what governs it may stand.
const REACH: usize = 4;
/// How many units an apposition with commas about it may have.
const APPOSITION: usize = 14;

/// Chooses a tag for every unit of one sentence.
pub(super) fn choose(units: &mut [Unit], lexicon: &Lexicon) {
    let mut seen = Seen::default();
    let headline = is_headline(units);
    for at in 0..units.len() {
        let tag = match units[at].kind {
            UnitKind::Mark => None,
            UnitKind::Possessive => Some(possessive(units, at)),
            UnitKind::Name(_) => Some(name(units, at)),
            // Most words leave no choice, and "the toppling of" is the only one that its neighbours overrule.
            UnitKind::Word if !units[at].is_open() && !units[at].can(Tag::VerbIng) => Some(units[at].likeliest()),
            UnitKind::Word => Some(Scene { headline, ..Scene::of(units, lexicon, at, &seen) }.word()),
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

/// Whether no word in a short sentence can only be a verb, as in "Court jails opposition leader", "Jets bomb targets in Gaza.": one that may be a
/// verb is it.
fn is_headline(units: &[Unit]) -> bool {
    const WORDS: std::ops::RangeInclusive<usize> = 3..=16;
    let verb = |unit: &Unit| unit.can_any(FINITE | HELPERS | bit(Tag::VerbBase)) && !unit.can_any(NOMINAL);
    // "Protesters set tyres on fire." tells with a verb of the past.
    let told = |last: &Unit| last.hash == STOP && !units.iter().any(|unit| unit.can(Tag::VerbEd));
    let open = units.last().is_some_and(|last| last.kind != UnitKind::Mark || told(last));
    open && WORDS.contains(&units.len()) && !units.iter().any(verb)
}

/// "it's" has a verb, "rebels' " has none.
fn possessive(units: &[Unit], at: usize) -> Tag {
    // "Struck each other's bases".
    let own = |before: &Unit| before.is_any(bit(Tag::Pronoun)) && before.kind != UnitKind::Fixed;
    let after_pronoun = at.checked_sub(1).and_then(|before| units.get(before)).is_some_and(own);
    if after_pronoun { Tag::Auxiliary } else { Tag::Particle }
}

/// An adjective of nationality alone is a noun: "two French were".
fn name(units: &[Unit], at: usize) -> Tag {
    let next = units.get(at + 1);
    let listed = is_listed(units, at);
    // "A Romanian accused of killing".
    let told = next.is_some_and(|next| next.can(Tag::VerbEn)) && units.get(at + 2).is_some_and(|of| of.hash == OF || of.hash == BY);
    let adjective = units[at].can(Tag::Adjective) && (listed || !told && next.is_some_and(|next| next.can_any(NOMINAL)));
    if adjective {
        Tag::Adjective
    } else if units[at].can(Tag::NounPlural) {
        Tag::NounPlural
    } else {
        Tag::Noun
    }
}

/// "(Honduran) and Salvadoran troops", "(French), British and German embassies": a name among others that all describe the noun behind them.
fn is_listed(units: &[Unit], at: usize) -> bool {
    const MOST: usize = 4;
    let hash = |at: usize| units.get(at).map_or(0, |unit| unit.hash);
    // "The U.S., French, and Chinese embassies": the first describes nothing by itself.
    let state = at.checked_sub(2).and_then(|first| units.get(first)).is_some_and(|first| first.kind == UnitKind::Name(EntityKind::Place));
    if state && hash(at - 1) == COMMA {
        return false;
    }
    let mut last = at;
    let mut joined = false;
    for _ in 0..MOST {
        let joint = last + 1;
        let and = joint + usize::from(hash(joint) == COMMA && [AND, OR].contains(&hash(joint + 1)));
        joined |= [AND, OR].contains(&hash(and));
        let other = units.get(and + 1).filter(|other| matches!(other.kind, UnitKind::Name(_)) && other.can(Tag::Adjective));
        if other.is_none() || !joined && hash(joint) != COMMA {
            return false;
        }
        last = and + 1;
        if joined {
            break;
        }
    }
    let noun = |noun: &Unit| noun.kind == UnitKind::Word && noun.info.tag().is_some_and(|first| NOUNS & bit(first) != 0);
    joined && units.get(last + 1).is_some_and(noun)
}

/// A word with its neighbours.
struct Scene<'u> {
    units: &'u [Unit],
    lexicon: &'u Lexicon,
    at: usize,
    unit: &'u Unit,
    next: Option<&'u Unit>,
    /// The unit before, adverbs passed over.
    governor: Option<&'u Unit>,
    before: Option<&'u Unit>,
    /// Whether a finite verb stands earlier in the sentence.
    verb_seen: bool,
    /// Whether a verb in its base form does: after "to" or a modal.
    base_seen: bool,
    /// Whether the sentence is a headline that has no other verb.
    headline: bool,
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
        let next = units.get(at + 1);
        Self { units, lexicon, at, unit: &units[at], next, governor, before, verb_seen: seen.verb, base_seen: seen.base, headline: false }
    }

    fn after_next(&self) -> Option<&'u Unit> {
        self.units.get(self.at + 2)
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
        if self.is_deed_besides() {
            return Tag::VerbIng;
        }
        if self.is_what_some_are() {
            return Tag::NounPlural;
        }
        if self.unit.can_any(CLOSED)
            && let Some(tag) = self.closed(first)
        {
            return tag;
        }
        // "Police later shot six men", not "a later shot".
        let named = self.before.is_some_and(|before| matches!(before.kind, UnitKind::Name(_)));
        if self.unit.info.tag() == Some(Tag::Adverb)
            && (named || self.before_is(NOUNS))
            && self.next.is_some_and(|next| next.can(Tag::VerbEd))
        {
            return Tag::Adverb;
        }
        // "Family of five shot dead", "Palestinian, 17, shot dead": no adjective before "the dead".
        let dead = self.next.is_some_and(|next| next.hash == DEAD) && self.lexicon.has(WordSet::Shoot, self.unit.hash);
        if dead
            && self.unit.can(Tag::VerbEd)
            && (self.before_is(bit(Tag::Number) | bit(Tag::Adjective)) || self.before.is_some_and(|before| before.hash == COMMA))
        {
            return self.after_helper().unwrap_or(Tag::VerbEd);
        }
        self.after_helper().or_else(|| self.in_noun_group()).or_else(|| self.after_noun()).or_else(|| self.elsewhere()).unwrap_or(first)
    }

    /// "Must answer for the murders of Jose Ruiz and minister Luis Mora": between a person and the next one stands the office of the second.
    fn is_between_persons(&self) -> bool {
        let person = |unit: &Unit| unit.kind == UnitKind::Name(EntityKind::Person);
        let before = self.at.checked_sub(2).and_then(|index| self.units.get(index));
        before.is_some_and(person) && self.next.is_some_and(person)
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

    /// Whether it tells what some of those before are: "30 people, 18 of them *soldiers*", where a verb of one would not do.
    fn is_what_some_are(&self) -> bool {
        let of = || self.at.checked_sub(2).and_then(|of| self.units.get(of)).is_some_and(|of| of.hash == OF);
        let plural = self.unit.can(Tag::VerbS) && self.unit.can(Tag::NounPlural);
        plural && self.before.is_some_and(|before| before.hash == THEM) && of()
    }

    /// Whether what follows begins a noun group for sure: "the", "her", a number, a name.
    fn before_object(&self) -> bool {
        self.next.is_some_and(|next| {
            let open = next.can(Tag::Determiner) || next.can(Tag::Pronoun) && next.hash != THAT;
            open || matches!(next.kind, UnitKind::Name(_) | UnitKind::Number) || next.hash == DEAD && self.is_shot_dead()
        })
    }

    /// Whether it is the "shooting" of "accused of shooting dead two protesters".
    fn is_shot_dead(&self) -> bool {
        let object = |next: &Unit| next.can(Tag::Determiner) || matches!(next.kind, UnitKind::Name(_) | UnitKind::Number);
        self.unit.can(Tag::VerbIng) && self.after_next().is_some_and(object)
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
            // "Has wounded soldiers" against "has accused Israel", "had hit two posts", "had set fire".
            let verb = self.unit.info.tag().is_some_and(|first| VERBS & bit(first) != 0);
            let clear = verb || self.before_object();
            return if self.next_can(NOMINAL) && !clear && self.unit.can_any(NOUNS) { None } else { can(Tag::VerbEn) };
        }
        let first = self.unit.info.tag();
        if first == Some(Tag::Adverb) && self.next_can(VERBS | ADJECTIVES) {
            return first;
        }
        // "Are demanding 30 million pesos".
        let acts = is_be(governor.hash) && self.unit.can(Tag::VerbIng) && self.before_object();
        if self.unit.can_any(ADJECTIVES) && first == Some(Tag::Adjective) && !acts {
            return can(Tag::Adjective);
        }
        can(Tag::VerbEn).or(can(Tag::VerbIng)).or(can(Tag::Adjective)).or(can(Tag::Noun))
    }

    /// Whether the comma before closes an apposition or a phrase: it stands behind a noun, or behind a time and another comma ("the RSF, at
    /// war since April, fired").
    fn is_behind_noun_and_comma(&self) -> bool {
        let Some(end) = self.at.checked_sub(2) else { return false };
        let told = self.units.get(end).is_some_and(|unit| unit.is_any(NOUNS));
        let time = self.units.get(end).is_some_and(|unit| unit.kind == UnitKind::Time);
        let opens = |&comma: &usize| self.units[comma].hash == COMMA && comma > 0 && self.units[comma - 1].is_any(NOUNS);
        let fronted = self.units.first().is_some_and(|first| first.kind == UnitKind::Time || first.is_any(bit(Tag::Preposition)));
        told && (!time || !fronted && (1..end).rev().take(APPOSITION).any(|comma| opens(&comma)))
    }

    pub(super) fn noun(&self) -> Tag {
        self.unit.info.tags().find(|&tag| NOUNS & bit(tag) != 0).unwrap_or(Tag::Noun)
    }

    /// At the start, after a mark, a conjunction or another verb.
    fn elsewhere(&self) -> Option<Tag> {
        let unit = self.unit;
        let first = unit.info.tag()?;
        let after_verb = self.governor_is(VERBS);
        if unit.can(Tag::VerbIng) && self.next_can(bit(Tag::NounPlural)) && self.before.is_some_and(|begin| BEGINNING.contains(&begin.hash))
        {
            return Some(Tag::VerbIng);
        }
        // "The bodies were found hanging from a bridge".
        let seen = self.before.is_some_and(|before| before.tag == Some(Tag::VerbEn) && FOUND.contains(&before.hash));
        if unit.can(Tag::VerbIng) && seen && self.next_can(bit(Tag::Preposition)) {
            return Some(Tag::VerbIng);
        }
        // "Deny shooting down the jet".
        let down = self.next.is_some_and(|next| PARTICLES.contains(&next.hash));
        if unit.can(Tag::VerbIng) && after_verb && down && self.after_next().is_some_and(|object| object.can(Tag::Determiner)) {
            return Some(Tag::VerbIng);
        }
        if unit.can(Tag::VerbIng) && (self.before_object() || !unit.can_any(NOUNS) && first != Tag::Adjective) {
            return Some(Tag::VerbIng);
        }
        let after_comma = self.before.is_some_and(|before| before.hash == COMMA);
        if unit.can(Tag::VerbIng) && after_comma && self.verb_seen && NOUNS & bit(first) == 0 {
            return Some(Tag::VerbIng);
        }
        // "Among them Luis Vega, alleged leader of the cartel": a verb would have an object with an article.
        let bare = self.next.is_some_and(|next| next.info.tag() == Some(Tag::Noun) && next.kind == UnitKind::Word);
        if after_comma && unit.hash == ALLEGED && bare {
            return Some(Tag::Adjective);
        }
        // "Ana Ruiz, director of the office, made official statements".
        let resumes = after_comma && first == Tag::VerbEd && self.is_behind_noun_and_comma();
        // "Captured suspected Peruvian smugglers".
        if after_verb
            && unit.can(Tag::VerbEd)
            && unit.can(Tag::Adjective)
            && self.next.is_some_and(|next| matches!(next.kind, UnitKind::Name(_)))
        {
            return Some(Tag::Adjective);
        }
        // "Sentenced ousted Prime Minister Sheikh Hasina".
        if self.before_is(VERBS) && unit.can(Tag::VerbEn) && !unit.can_any(NOUNS) && self.is_before_titled_name() {
            return Some(Tag::Adjective);
        }
        let attributive = (after_verb || !self.verb_seen || !unit.can(Tag::VerbEd)) && !resumes;
        // "Citing officials, said rebels had".
        let says = unit.hash == SAID;
        if unit.can(Tag::Adjective) && self.next_can(NOUNS) && !self.before_object() && attributive && !says {
            return Some(Tag::Adjective);
        }
        // "A school sheltering displaced families".
        let sheltered = self.before_is(bit(Tag::VerbIng)) && unit.can(Tag::VerbEn) && first != Tag::VerbIng;
        if sheltered && !self.before_object() && self.next.is_some_and(|next| next.info.tag() == Some(Tag::NounPlural)) {
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
            // "To leave the town or die".
            let or = self.governor.is_some_and(|governor| governor.hash == OR);
            let alone = || or && self.base_seen && first == Tag::VerbBase && unit.info.takes_no_object();
            let joined = coordinated && self.before_object() && (first == Tag::VerbBase || self.base_seen && !self.is_between_persons());
            let base = unit.can(Tag::VerbBase) && (joined || alone());
            return Some(if base { Tag::VerbBase } else { self.noun() });
        }
        if unit.can(Tag::Adverb) && unit.can(Tag::Adjective) {
            return Some(if self.next_can(NOUNS) && !self.next_can(CLOSED) { Tag::Adjective } else { Tag::Adverb });
        }
        None
    }
}
