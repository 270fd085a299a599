//! [`Scene`]: the reading of an article, indexed by token for the rules of events.

use super::Reading;
use super::args::{self, ArgumentList};
use super::class::{Class, Facts};
use super::index::Index;
use super::setting::is_capital;
use super::trigger::{Pos, Trigger, is_club, kind_of};
use crate::document::{Document, month_number};
use crate::lexicon::{Hit, Lexicon, TableId, WordSet, column};
use crate::mention::VESSEL;
use crate::phrase::{Arguments, Chunk, ChunkKind, Clauses, NounArguments};
use crate::quantity::{Quantity, QuantityKind};
use crate::record::{EntityKind, EventKind};
use crate::token::fold;
use std::cell::RefCell;
use std::rc::Rc;

/// No name stands here.
const NONE: u32 = u32::MAX;
/// How many noun groups the scene remembers the facts of, at least and at most: those of a few sentences. It must be a power of two.
const REMEMBERED: (usize, usize) = (16, 256);
/// How many triggers the scene remembers the arguments of, and how many verb and noun groups what stands around them: those of a few sentences.
const TRIGGERS: usize = 16;
const VERBS: usize = 64;

/// What the arguments of a trigger hang on: its tokens, its head, its part of speech and its kind ("strikes" of workers or of jets).
type TriggerKey = (u32, u32, u32, Pos, EventKind);

/// The chunk of a verb group, and what stands around it; the same of a noun group.
type Verb = (usize, Rc<Arguments>);
type Around = (usize, Rc<NounArguments>);

/// A run of tokens that stands for somebody or something: a noun group as a filler takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// Token of its head.
    pub head: u32,
}

impl Noun {
    /// Whether `token` stands in it.
    pub const fn holds(&self, token: u32) -> bool {
        self.first <= token && token < self.last
    }
}

/// The longest forms of nouns that end with one head, of each table.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Nouns<'r> {
    pub person: Option<&'r Hit>,
    pub title: Option<&'r Hit>,
    pub weapon: Option<&'r Hit>,
    pub target: Option<&'r Hit>,
    pub organization: Option<&'r Hit>,
    /// Whether the head alone is a form of a trigger.
    pub event: bool,
}

/// The reading of an article, indexed by token.
#[derive(Debug)]
pub(super) struct Scene<'r> {
    pub reading: &'r Reading<'r>,
    pub document: Document<'r>,
    pub lexicon: &'r Lexicon,
    /// For each token the index of the name that holds it.
    names: Vec<u32>,
    /// For each name the index of its entity.
    entities: Vec<u32>,
    /// First token, token behind and entity of each description of one, in order.
    descriptions: Vec<(u32, u32, u32)>,
    /// What rules ask for, in order.
    pub index: Index<'r>,
    /// Whether the article names a sports club.
    pub clubs: bool,
    /// What was last asked of noun groups, by the token of their head.
    facts: RefCell<Vec<Option<(Noun, Facts<'static>)>>>,
    /// What was last asked of the arguments of triggers, by the token of their head.
    arguments: RefCell<[Option<(TriggerKey, ArgumentList)>; TRIGGERS]>,
    /// What stands around the verb groups that were last asked for, by their chunk.
    verbs: RefCell<Vec<Option<Verb>>>,
    /// The same of noun groups.
    nouns: RefCell<Vec<Option<Around>>>,
}

impl<'r> Scene<'r> {
    pub fn new(reading: &'r Reading<'r>) -> Self {
        let mut names = vec![NONE; reading.document.tokens.len()];
        for (index, name) in reading.names.iter().enumerate() {
            for slot in names.get_mut(name.first as usize..name.last as usize).into_iter().flatten() {
                *slot = index as u32;
            }
        }
        let (mut entities, mut descriptions) = (vec![NONE; reading.names.len()], Vec::new());
        for (index, entity) in reading.entities.iter().enumerate() {
            descriptions.extend(entity.descriptions.iter().map(|words| (words.first, words.last, index as u32)));
            for &name in &entity.mentions {
                if let Some(slot) = entities.get_mut(name as usize) {
                    *slot = index as u32;
                }
            }
        }
        descriptions.sort_unstable();
        let document = reading.document;
        let mut scene = Self {
            reading,
            document,
            lexicon: document.lexicon,
            names,
            entities,
            descriptions,
            index: Index::new(document, reading.phrases),
            clubs: reading.entities.iter().any(|entity| is_club(document.lexicon, entity)),
            facts: RefCell::new(vec![None; (document.tokens.len() / 4).next_power_of_two().clamp(REMEMBERED.0, REMEMBERED.1)]),
            arguments: RefCell::default(),
            verbs: RefCell::new(vec![None; VERBS]),
            nouns: RefCell::new(vec![None; VERBS]),
        };
        for name in reading.names {
            if scene.kind_at(name.first) == Some(EntityKind::Place) {
                scene.index.places.extend(name.first..name.last);
            }
            // "The Colombian capital".
            scene.index.places.extend(scene.chunk_at(name.last).map(|chunk| chunk.head).filter(|&head| is_capital(&scene, head)));
        }
        scene
    }

    /// The arguments of `trigger`.
    pub fn arguments(&self, trigger: &Trigger<'_>) -> ArgumentList {
        let key = (trigger.first, trigger.last, trigger.head, trigger.pos, trigger.kind);
        let place = trigger.head as usize % TRIGGERS;
        if let Some(Some((known, arguments))) = self.arguments.borrow().get(place)
            && *known == key
        {
            return Rc::clone(arguments);
        }
        let arguments = args::read(self, trigger);
        if let Some(slot) = self.arguments.borrow_mut().get_mut(place) {
            *slot = Some((key, Rc::clone(&arguments)));
        }
        arguments
    }

    /// The index of the name that holds `token`.
    pub fn name_at(&self, token: u32) -> Option<usize> {
        self.names.get(token as usize).copied().filter(|&name| name != NONE).map(|name| name as usize)
    }

    /// Whether the name at `token` is that of a ship.
    pub fn is_vessel(&self, token: u32) -> bool {
        self.name_at(token).and_then(|name| self.reading.names.get(name)).is_some_and(|name| name.rule == VESSEL)
    }

    /// The index of the entity of the name that holds `token`.
    pub fn entity_at(&self, token: u32) -> Option<usize> {
        let entity = self.entities.get(self.name_at(token)?).copied()?;
        (entity != NONE).then_some(entity as usize)
    }

    /// The index of the entity that the description at `token` stands for.
    pub fn described_at(&self, token: u32) -> Option<u32> {
        let before = self.descriptions.partition_point(|&(first, _, _)| first <= token).checked_sub(1)?;
        self.descriptions.get(before).filter(|&&(_, last, _)| token < last).map(|&(_, _, entity)| entity)
    }

    /// The kind of the name that holds `token`; the entity's where it has one.
    pub fn kind_at(&self, token: u32) -> Option<EntityKind> {
        let entity = self.entity_at(token).and_then(|entity| self.reading.entities.get(entity));
        entity.map(|entity| entity.kind).or_else(|| self.reading.names.get(self.name_at(token)?).map(|name| name.kind))
    }

    /// What belongs to what.
    pub fn clauses(&self) -> Clauses<'r> {
        self.reading.phrases.clauses(&self.reading.document)
    }

    /// What stands around the verb group at `chunk`: several triggers and cues of its sentence ask for it.
    pub fn of_verb(&self, chunk: usize) -> Rc<Arguments> {
        let place = chunk % VERBS;
        if let Some(Some((known, around))) = self.verbs.borrow().get(place)
            && *known == chunk
        {
            return Rc::clone(around);
        }
        let around = Rc::new(self.clauses().of_verb(chunk));
        if let Some(slot) = self.verbs.borrow_mut().get_mut(place) {
            *slot = Some((chunk, Rc::clone(&around)));
        }
        around
    }

    /// What stands around the noun group at `chunk`, which the cues and the arguments of its trigger ask for.
    pub fn of_noun(&self, chunk: usize) -> Rc<NounArguments> {
        let place = chunk % VERBS;
        if let Some(Some((known, around))) = self.nouns.borrow().get(place)
            && *known == chunk
        {
            return Rc::clone(around);
        }
        let around = Rc::new(self.clauses().of_noun(chunk));
        if let Some(slot) = self.nouns.borrow_mut().get_mut(place) {
            *slot = Some((chunk, Rc::clone(&around)));
        }
        around
    }

    /// All chunks.
    pub fn chunks(&self) -> &'r [Chunk] {
        &self.reading.phrases.chunks
    }

    /// The index of the chunk that holds `token`.
    pub fn chunk_index(&self, token: u32) -> Option<usize> {
        self.reading.phrases.chunk_of.get(token as usize).map(|&index| index as usize)
    }

    /// The index of the first chunk that begins with `token` or behind it.
    pub fn chunk_from(&self, token: u32) -> usize {
        let Some(at) = self.chunk_index(token) else { return self.chunks().len() };
        at + usize::from(self.chunks().get(at).is_some_and(|chunk| chunk.first < token))
    }

    /// The chunk that holds `token`.
    pub fn chunk_at(&self, token: u32) -> Option<&'r Chunk> {
        self.chunks().get(self.chunk_index(token)?)
    }

    /// Whether `token` stands in a chunk of `kind`.
    pub fn is_in(&self, token: u32, kind: ChunkKind) -> bool {
        self.chunk_at(token).is_some_and(|chunk| chunk.kind == kind)
    }

    /// The noun group of a chunk, with its possessor ("the ministry's car park").
    pub fn noun(&self, chunk: &Chunk) -> Noun {
        let whole = self.chunk_index(chunk.head).map_or(chunk.first..chunk.last, |index| self.clauses().tokens(index));
        Noun { first: whole.start, last: whole.end, head: chunk.head }
    }

    /// The forms of `table` that begin at `token`, shorter ones first.
    pub fn hits(&self, token: u32, table: TableId) -> impl DoubleEndedIterator<Item = &'r Hit> + use<'r> {
        self.document.hits_of(token as usize, table)
    }

    /// The longest form of `table` in `noun` that ends with its head.
    pub fn hit_ending(&self, first: u32, head: u32, table: TableId) -> Option<&'r Hit> {
        let from = first.max(head.saturating_sub(5));
        (from..=head).find_map(|token| self.hits(token, table).find(|hit| hit.last == head + 1))
    }

    /// Whether a trigger is a word for those who attack, which is no event: "gunmen".
    fn is_attacker(&self, hit: &Hit) -> bool {
        kind_of(hit) == Some(EventKind::Attack) && self.lexicon.row(hit.row).text(column::Trigger::Frame) == "agent-noun"
    }

    /// What [`hit_ending`](Self::hit_ending) finds in each table of nouns, in one pass.
    pub fn nouns_ending(&self, first: u32, head: u32) -> Nouns<'r> {
        let mut nouns = Nouns::default();
        if !self.index.ends_noun(head) {
            return nouns;
        }
        for token in first.max(head.saturating_sub(5))..=head {
            for hit in self.document.hits_at(token as usize).iter().filter(|hit| hit.last == head + 1) {
                let noun = match hit.row.table {
                    TableId::PersonNoun => &mut nouns.person,
                    TableId::Title => &mut nouns.title,
                    TableId::Weapon => &mut nouns.weapon,
                    TableId::Target => &mut nouns.target,
                    TableId::OrganizationHead => &mut nouns.organization,
                    table => {
                        // "The Karrada quarter" is no event, though who quarters somebody hurts him.
                        let place = || self.has(WordSet::KindOfPlace, head);
                        nouns.event |= table == TableId::Trigger && token == head && !self.is_attacker(hit) && !place();
                        continue;
                    }
                };
                noun.get_or_insert(hit);
            }
        }
        nouns
    }

    /// The first quantity that counts in `first..last`.
    pub fn count_in(&self, first: u32, last: u32) -> Option<&'r Quantity> {
        let from = self.reading.quantities.partition_point(|quantity| quantity.first < first);
        let inside = self.reading.quantities.get(from..)?.iter().take_while(|quantity| quantity.first < last);
        inside.into_iter().find(|quantity| quantity.kind == QuantityKind::Count)
    }

    /// Whether an amount of money or another measure begins `noun`.
    pub fn is_measure(&self, noun: Noun) -> bool {
        self.amount(noun).is_some_and(|kind| matches!(kind, QuantityKind::Money | QuantityKind::Measure | QuantityKind::Percent))
    }

    /// Whether an amount of money begins `noun`.
    pub fn is_sum(&self, noun: Noun) -> bool {
        self.amount(noun) == Some(QuantityKind::Money)
    }

    /// What the number in `noun` that stands first counts.
    fn amount(&self, noun: Noun) -> Option<QuantityKind> {
        let at = self.reading.quantities.partition_point(|quantity| quantity.first < noun.first);
        let quantity = self.reading.quantities.get(at).filter(|quantity| quantity.first < noun.last)?;
        Some(quantity.kind)
    }

    /// Whether it is one of the most common words, so that the tables would know it if it meant people.
    pub fn is_common(&self, token: u32) -> bool {
        self.document.words.get(token as usize).is_some_and(|word| (1..=2).contains(&word.band()))
    }

    /// What `noun` can be.
    pub fn facts(&self, noun: Noun) -> Facts<'r> {
        let remembered = self.facts.borrow();
        let place = noun.head as usize & (remembered.len() - 1);
        if let Some(&Some((known, facts))) = remembered.get(place)
            && known == noun
        {
            return facts;
        }
        drop(remembered);
        let facts = Facts::of(self, noun);
        if let Some(slot) = self.facts.borrow_mut().get_mut(place) {
            *slot = Some((noun, facts));
        }
        facts
    }

    /// Whether a noun group with this head can be more than some thing, somebody, something unknown or a number of people: no if neither
    /// a name nor a table of nouns tells it.
    pub fn is_told(&self, head: u32) -> bool {
        self.index.ends_noun(head) || self.name_at(head).is_some()
    }

    /// Whether `noun` can be one of `class`.
    pub fn is(&self, noun: Noun, class: Class) -> bool {
        self.facts(noun).class.meets(class)
    }

    /// The token range of the sentence at `index`.
    pub fn sentence(&self, index: usize) -> std::ops::Range<u32> {
        self.document.sentences.get(index).map_or(0..0, |sentence| sentence.first..sentence.last)
    }

    /// Whether "not" stands before the group, which is of one: "not one guard", "not a single guard"; not "not a few".
    fn is_not_one(&self, chunk: &Chunk) -> bool {
        let not = chunk.first.checked_sub(1).is_some_and(|not| self.hash(not) == const { fold::hash("not") });
        let single = self.hash(chunk.first) == const { fold::hash("a") } && self.hash(chunk.first + 1) == const { fold::hash("single") };
        not && (single || self.hash(chunk.first) == const { fold::hash("one") })
    }

    /// Whether the noun group stands for nobody: "nobody", "no group", "none of the rebels".
    pub fn is_nobody(&self, chunk: &Chunk) -> bool {
        const NOBODY: [u64; 3] = [fold::hash("nobody"), fold::hash("none"), fold::hash("no")];
        // "No fewer than ten soldiers".
        const BOUNDS: [u64; 3] = [fold::hash("more"), fold::hash("fewer"), fold::hash("less")];
        let bounded = BOUNDS.contains(&self.hash(chunk.first + 1)) && self.count_in(chunk.first, chunk.last).is_some();
        !bounded && (chunk.negated || NOBODY.contains(&self.hash(chunk.first)) || self.is_not_one(chunk))
    }

    /// Whether `token` is the name of a month in a time: "the March 2019 attack".
    pub fn is_month(&self, token: u32) -> bool {
        let times = self.reading.times;
        let before = times.partition_point(|time| time.first <= token).checked_sub(1).and_then(|before| times.get(before));
        month_number(self.hash(token)).is_some() && before.is_some_and(|time| token < time.last)
    }

    /// The folded hash of `token`; 0 past the end.
    pub fn hash(&self, token: u32) -> u64 {
        self.document.tokens.get(token as usize).map_or(0, |token| token.hash)
    }

    /// Whether the token at `token` belongs to a set of words.
    pub fn has(&self, set: WordSet, token: u32) -> bool {
        self.document.has(set, token as usize)
    }
}
