//! Noun groups, from the determiner to the head; a part and its whole are one ("two of his bodyguards").

use super::{LONGEST, chunk};
use crate::lexicon::{Lexicon, Tag, WordSet};
use crate::phrase::unit::{Unit, UnitKind};
use crate::phrase::words::*;
use crate::phrase::{Chunk, ChunkKind};
use crate::record::EntityKind;
use crate::token::fold::hash;

/// A noun group that begins with the unit at `at`, and the unit after it.
pub fn noun_group(units: &[Unit], lexicon: &Lexicon, at: usize) -> Option<(Chunk, usize)> {
    let (part, part_last) = simple_group(units, lexicon, at)?;
    let whole = partitive(units, lexicon, part);
    let (head, last) = whole.unwrap_or((part, part_last));
    let first = &units[at];
    let negation = if whole.is_some() { NONE } else { NEITHER };
    let negated = first.hash == NO || first.hash == negation;
    let pronoun = whole.is_none() && first.is_any(bit(Tag::Pronoun));
    let group = chunk(ChunkKind::Noun, first, &units[last], &units[head]);
    Some((Chunk { negated: negated && !pronoun, plural: units[head].is_any(bit(Tag::NounPlural)), ..group }, last + 1))
}

/// A noun group without the whole that its head is a part of: the units of its head and its end.
fn simple_group(units: &[Unit], lexicon: &Lexicon, at: usize) -> Option<(usize, usize)> {
    let first = units.get(at)?;
    if first.kind == UnitKind::Time {
        return None;
    }
    let predicate = || at.checked_sub(1).and_then(|before| units.get(before)).is_some_and(|before| is_be(before.hash));
    if predicate() && lexicon.has(WordSet::BeforeClause, first.hash) {
        return None;
    }
    if first.is_any(bit(Tag::Pronoun)) {
        let relative = RELATIVE.contains(&first.hash) || first.hash == WHAT;
        return (!relative).then_some((at, at));
    }
    let mut group = NounGroup { units, lexicon, determined: false, head: None, last: at, quoted: false };
    let mut index = at;
    while let Some(step) = group.step(index, at).filter(|_| index < at + LONGEST) {
        index += step;
    }
    Some((group.head?, group.last))
}

/// "Two of his bodyguards", "many of them": one group, whose head and end are those of the whole.
fn partitive(units: &[Unit], lexicon: &Lexicon, part: usize) -> Option<(usize, usize)> {
    let unit = units.get(part)?;
    let quantity = unit.is_any(bit(Tag::Number)) || PARTS.contains(&unit.hash);
    if !quantity || units.get(part + 1)?.hash != OF {
        return None;
    }
    let inner = units.get(part + 2)?;
    let whole = inner.is_any(bit(Tag::Determiner) | bit(Tag::Pronoun)) && !RELATIVE.contains(&inner.hash);
    if whole { simple_group(units, lexicon, part + 2) } else { None }
}

/// Whether a quoted name, or behind a preposition a quoted adjective, begins a group with the mark at `at`: `"Red Dawn" guerrillas`,
/// `(by) "Maoist" rebels`.
pub(super) fn is_quoted_attribute(units: &[Unit], at: usize) -> bool {
    let quote = |at: usize| units.get(at).is_some_and(|mark| QUOTES.contains(&mark.hash));
    let governed = || at.checked_sub(1).and_then(|before| units.get(before)).is_some_and(|before| before.is_any(bit(Tag::Preposition)));
    let attribute = |unit: &Unit| matches!(unit.kind, UnitKind::Name(_)) || unit.is_any(ADJECTIVES) && governed();
    let people = |unit: &Unit| unit.kind == UnitKind::Word && unit.is_any(bit(Tag::NounPlural));
    quote(at) && units.get(at + 1).is_some_and(attribute) && quote(at + 2) && units.get(at + 3).is_some_and(people)
}

struct NounGroup<'u> {
    units: &'u [Unit],
    lexicon: &'u Lexicon,
    /// Whether it has a determiner, number or the like, after which participles and adjectives must belong to it.
    determined: bool,
    head: Option<usize>,
    /// Last unit that belongs to it.
    last: usize,
    quoted: bool,
}

impl NounGroup<'_> {
    /// Takes in the unit at `index`; how many units it took, none if the group is over.
    fn step(&mut self, index: usize, start: usize) -> Option<usize> {
        let unit = self.units.get(index)?;
        let begun = index > start;
        match unit.kind {
            UnitKind::Possessive => {
                if begun || unit.tag != Some(Tag::Particle) {
                    return None;
                }
                self.determined = true;
                return Some(1);
            }
            UnitKind::Mark => return self.mark(index, begun),
            // "The Monday attack".
            UnitKind::Time => {
                let inside = begun && self.head.is_none() && self.nominal(index + 1);
                return inside.then_some(1);
            }
            _ => {}
        }
        let tag = unit.tag?;
        if unit.hash == DEAD && self.head.is_none() && self.is_left(index) {
            return if begun { self.take(index - 1).and(None) } else { None };
        }
        match tag {
            Tag::Noun | Tag::NounPlural => {
                if self.head.is_some_and(|head| self.parts(head, index)) {
                    return None;
                }
                self.take(index)
            }
            Tag::Number => self.number(index),
            Tag::Determiner => {
                let predeterminer = !begun || self.head.is_none();
                self.determined = true;
                // "Scores of others", "most of them".
                if unit.kind == UnitKind::Fixed
                    && self.units.get(index + 1).is_some_and(|next| next.is_any(bit(Tag::Pronoun)) && !RELATIVE.contains(&next.hash))
                {
                    self.take(index + 1)?;
                    return Some(2);
                }
                predeterminer.then_some(1)
            }
            Tag::Adjective | Tag::Comparative | Tag::Superlative => self.adjective(index),
            Tag::VerbEn | Tag::VerbIng => {
                let inside = self.head.is_none() && (self.determined || begun);
                if inside && self.goes_on(index + 1) {
                    return Some(1);
                }
                // "The wounded were".
                let counted = index.checked_sub(1).is_some_and(|before| self.units[before].is_any(bit(Tag::Number)));
                if inside && self.determined && tag == Tag::VerbEn && !counted { self.take(index) } else { None }
            }
            Tag::Adverb => (begun && self.head.is_none() && self.nominal(index + 1)).then_some(1),
            Tag::Conjunction => {
                let joined = begun && self.head.is_none() && unit.hash == AND && self.nominal(index + 1);
                if joined || unit.hash == AND && self.shares_head(start, index) {
                    self.head = None;
                    return Some(1);
                }
                None
            }
            _ => None,
        }
    }

    /// "A security and prevention measure", "state and private banks": what stands before "and" belongs to the head behind it.
    fn shares_head(&self, start: usize, index: usize) -> bool {
        let (Some(first), Some(head)) = (self.units.get(start), self.head.and_then(|head| self.units.get(head))) else { return false };
        let (Some(second), Some(last)) = (self.units.get(index + 1), self.units.get(index + 2)) else { return false };
        let common =
            head.kind == UnitKind::Word && head.tag == Some(Tag::Noun) && !PLURALS.contains(&head.hash) && second.kind == UnitKind::Word;
        let article = (first.hash == A || first.hash == AN) && second.is_any(NOMINAL) && last.tag == Some(Tag::Noun);
        let bare = self.head == Some(start) && second.tag == Some(Tag::Adjective) && last.tag == Some(Tag::NounPlural);
        common && (article || bare)
    }

    fn take(&mut self, index: usize) -> Option<usize> {
        self.head = Some(index);
        self.last = index;
        Some(1)
    }

    /// Takes in a number.
    fn number(&mut self, index: usize) -> Option<usize> {
        if self.head.is_some() {
            return None;
        }
        self.determined = true;
        // "56 more", "three others", but "56 more soldiers".
        if let Some(more) = self.units.get(index + 1).filter(|next| MORE.contains(&next.hash)) {
            let determines = self.nominal(index + 2);
            if !determines {
                self.take(index + 1)?;
            }
            if !determines || more.is_any(bit(Tag::Determiner)) {
                return Some(2);
            }
        }
        // "At least 30 'terrorists'".
        if !self.goes_on(index + 1) {
            self.take(index)?;
        }
        Some(1)
    }

    fn adjective(&mut self, index: usize) -> Option<usize> {
        // "Shot dead six men": it tells what became of them.
        let counted = self.units.get(index + 1).is_some_and(|next| next.is_any(bit(Tag::Number) | bit(Tag::Determiner)));
        if self.head.is_none() && !self.determined && self.units[index].hash == DEAD && counted {
            return None;
        }
        if self.head.is_some() && self.lexicon.has(WordSet::Predicative, self.units[index].hash) {
            return None;
        }
        if self.goes_on(index + 1) || self.listed(index + 1) {
            return Some(1);
        }
        // "The dead were": an adjective is the head if there is no noun.
        if self.head.is_none() && self.determined { self.take(index) } else { None }
    }

    /// "12" of "left at least 12 dead": a number of those whom the verb left so.
    fn is_left(&self, dead: usize) -> bool {
        const REACH: usize = 5;
        let counted = dead.checked_sub(1).is_some_and(|before| self.units[before].is_any(bit(Tag::Number)));
        let verb = |unit: &Unit| unit.is_any(VERBS) && self.lexicon.has(WordSet::Leave, unit.hash);
        counted && self.units[dead.saturating_sub(REACH)..dead].iter().any(verb)
    }

    /// Whether a verb of taking stands before the noun group that ends before `index`: "took a Japanese engineer hostage", not "a hostage
    /// negotiator".
    fn is_taken(&self, index: usize) -> bool {
        const REACH: usize = 8;
        let ends = self.units.get(index + 1).is_none_or(|next| !next.is_any(NOUNS) && next.kind != UnitKind::Number);
        let mut before = self.units[index.saturating_sub(REACH)..index].iter().rev();
        // "Took the mayor and his deputy hostage".
        let joins = |unit: &Unit| unit.hash == AND || unit.hash == COMMA;
        let inside = |unit: &Unit| unit.is_any(NOMINAL | bit(Tag::Determiner) | bit(Tag::Pronoun) | bit(Tag::VerbEn)) || joins(unit);
        let verb = before.find(|unit| !inside(unit));
        ends && verb.is_some_and(|verb| self.lexicon.has(WordSet::Take, verb.hash))
    }

    /// Whether two nouns in a row are two groups: a name after a plain plural, a person after a place.
    fn parts(&self, head: usize, index: usize) -> bool {
        let (head, next) = (&self.units[head], &self.units[index]);
        // "Took a tourist hostage".
        if self.lexicon.has(WordSet::Held, next.hash) && (head.tag == Some(Tag::NounPlural) || self.is_taken(index)) {
            return true;
        }
        // "A charge Kabul denies".
        let denied = |verb: &Unit| verb.is_any(FINITE) || verb.can_any(FINITE) && !verb.can_any(NOUNS);
        if matches!(next.kind, UnitKind::Name(_))
            && self.units.get(index + 1).is_some_and(denied)
            && self.lexicon.has(WordSet::Charge, head.hash)
        {
            return true;
        }
        let acts = matches!(next.kind, UnitKind::Name(EntityKind::Group | EntityKind::Person));
        if (acts || next.is_any(bit(Tag::NounPlural)) || PLURALS.contains(&next.hash)) && self.is_place_of_clause(index) {
            return true;
        }
        if self.is_person_behind_place(index) {
            return true;
        }
        let pronoun_like = head.tag == Some(Tag::NounPlural) && matches!(next.kind, UnitKind::Name(_));
        pronoun_like && head.kind == UnitKind::Word && !self.determined
    }

    /// Whether the plural or name at `index` is in the subject of a clause that the place before it opens: "In Kaduna gunmen abducted", "and in
    /// Zamfara troops killed", "in Nairobi police and marchers clashed", "in Kabul Taliban fighters held"; not "in Kaduna gunmen had".
    fn is_place_of_clause(&self, index: usize) -> bool {
        const OPENING: [u64; 4] = [AND, BUT, COMMA, hash("while")];
        const IN: u64 = hash("in");
        const SUBJECT: usize = 4;
        let unit = |at: usize| self.units.get(at);
        let before = |steps: usize| index.checked_sub(steps).and_then(unit);
        let named = before(1).is_some_and(|place| matches!(place.kind, UnitKind::Name(EntityKind::Place)));
        let inside = named && before(2).is_some_and(|word| word.hash == IN);
        let opens = index == 2 || before(3).is_some_and(|word| OPENING.contains(&word.hash));
        let of_subject = |unit: &&Unit| unit.is_any(NOUNS) || unit.hash == AND;
        let rest = self.units.get(index + 1..).unwrap_or(&[]).iter().take(SUBJECT).find(|unit| !of_subject(unit));
        inside && opens && rest.is_some_and(|verb| verb.is_any(FINITE))
    }

    /// Whether a person with or without a title stands at `index`, behind the place where a verb before says something was done to him: "killed
    /// yesterday in Medellin *Judge Maria Diaz*"; not "in New York Mayor Ann Roe said".
    fn is_person_behind_place(&self, index: usize) -> bool {
        const TITLE: usize = 4;
        let before = |steps: usize| index.checked_sub(steps).and_then(|at| self.units.get(at));
        let named = before(1).is_some_and(|place| matches!(place.kind, UnitKind::Name(EntityKind::Place)));
        let inside = named && before(2).is_some_and(|word| WHERE.contains(&word.hash));
        let timed = before(3).is_some_and(|time| time.kind == UnitKind::Time);
        let verb = before(3 + usize::from(timed)).is_some_and(|verb| verb.is_any(bit(Tag::VerbEd) | bit(Tag::VerbEn)));
        let title = |unit: &&Unit| unit.kind == UnitKind::Word && unit.is_any(NOUNS);
        let person = self.units.get(index..).unwrap_or(&[]).iter().take(TITLE).find(|unit| !title(unit));
        inside && verb && person.is_some_and(|person| matches!(person.kind, UnitKind::Name(EntityKind::Person)))
    }

    /// Whether the unit at `index` goes on with the group towards a noun.
    fn nominal(&self, index: usize) -> bool {
        self.units.get(index).is_some_and(|unit| {
            // "10 wounded soldiers", but "10 wounded last year".
            let noun = |next: &Unit| next.is_any(NOMINAL) && next.kind != UnitKind::Time;
            let participle = unit.is_any(bit(Tag::VerbEn) | bit(Tag::VerbIng)) && self.units.get(index + 1).is_some_and(noun);
            let adverb = unit.is_any(bit(Tag::Adverb))
                && self.units.get(index + 1).is_some_and(|next| next.is_any(ADJECTIVES | bit(Tag::VerbEn) | bit(Tag::Number)));
            unit.kind != UnitKind::Time && (unit.is_any(NOMINAL) || self.head.is_none() && self.determined && (participle || adverb))
        })
    }

    /// Whether the unit at `index`, or one behind a quotation mark there, goes on with the group: `a self-styled "Vanguard" group`.
    fn goes_on(&self, index: usize) -> bool {
        let quote = || self.units.get(index).is_some_and(|mark| QUOTES.contains(&mark.hash)) && self.determined;
        self.nominal(index) || self.head.is_none() && quote() && self.nominal(index + 1)
    }

    /// "Tall, armed men", "Sunni and Shiite mosques", "French, British and German embassies": a comma or "and" and more adjectives before a noun.
    fn listed(&self, index: usize) -> bool {
        const MOST: usize = 4;
        let hash = |at: usize| self.units.get(at).map_or(0, |unit| unit.hash);
        let adjective = |at: usize| self.units.get(at).is_some_and(|unit| unit.is_any(ADJECTIVES | bit(Tag::VerbEn)));
        let mut at = index;
        for _ in 0..MOST {
            let and = at + usize::from(hash(at) == COMMA && [AND, OR].contains(&hash(at + 1)));
            if self.head.is_some() || ![COMMA, AND, OR].contains(&hash(and)) || !adjective(and + 1) {
                return false;
            }
            if self.units.get(and + 2).is_some_and(|unit| unit.is_any(NOMINAL)) {
                return true;
            }
            at = and + 2;
        }
        false
    }

    /// "FMLN [Farabundo Marti National Liberation Front] guerrillas": a name in brackets between a name and the noun that it serves.
    fn explains(&self, index: usize) -> bool {
        let named = |at: usize| self.units.get(at).is_some_and(|unit| matches!(unit.kind, UnitKind::Name(_)));
        let hash = |at: usize| self.units.get(at).map_or(0, |unit| unit.hash);
        self.head.is_some_and(|head| head + 1 == index && named(head))
            && OPENING.contains(&hash(index))
            && named(index + 1)
            && CLOSING.contains(&hash(index + 2))
            && self.units.get(index + 3).is_some_and(|noun| noun.kind == UnitKind::Word && noun.is_any(NOUNS))
    }

    /// Quotation marks inside a group, and commas between adjectives.
    fn mark(&mut self, index: usize, begun: bool) -> Option<usize> {
        let unit = &self.units[index];
        if !begun {
            self.quoted = is_quoted_attribute(self.units, index);
            return self.quoted.then_some(1);
        }
        if unit.hash == COMMA && self.head.is_none() && index > 0 && self.listed(index) {
            return Some(1);
        }
        if self.explains(index) {
            return Some(3);
        }
        let quote = QUOTES.contains(&unit.hash);
        if quote && self.head.is_none() && self.nominal(index + 1) {
            self.quoted = true;
            return Some(1);
        }
        if quote && self.quoted && self.head.is_some() {
            self.quoted = false;
            self.last = index;
            return Some(1);
        }
        None
    }
}
