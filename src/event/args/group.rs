//! Groups: the noun groups in one grammatical place, with those named, counted or included in them.

use super::{Reader, Slot};
use crate::event::class::Class;
use crate::event::filler::{is_definite, is_those_of, with_of};
use crate::event::scene::Noun;
use crate::lexicon::{TableId, Tag, WordSet, column};
use crate::phrase::{Arguments, Chunk, ChunkKind, Link, List, THEIR};
use crate::quantity::Quantity;
use crate::record::{EntityKind, EventKind};
use crate::token::fold;
use crate::token::literal::word;

const OTHERS: u64 = fold::hash("others");

impl Reader<'_, '_> {
    /// Adds noun groups, and those told as some of them ("six people, including a nun"); "nobody" is none, and what explains the name before it ("X, leader of Y,") is no other.
    pub(super) fn push_chunks(&mut self, slot: Slot, chunks: &[u32]) {
        let (mut before, mut aside) = (None, false);
        // "Two men, a Swede and a Dane": those only tell whence they are.
        let chunks = if self.are_nationals(chunks) { chunks.get(..1).unwrap_or_default() } else { chunks };
        if let Some(things) = self.things_of_nations(chunks) {
            return self.push(slot, things);
        }
        for (place, index) in chunks.iter().map(|&index| index as usize).enumerate() {
            let Some(chunk) = self.scene.chunks().get(index).filter(|chunk| chunk.kind == ChunkKind::Noun) else { continue };
            let bare = self.scene.reading.phrases.tags.get(chunk.first as usize) != Some(&Some(Tag::Determiner));
            aside = before.is_some_and(|before| (!aside || bare) && self.is_apposition(before, index, aside));
            if !aside {
                before = Some(index);
            }
            // "Two nurses, X and Y", "senator and candidate X".
            let others = &chunks[place + 1..];
            let told_closely = self.are_names_of(chunk, others) || self.are_kinds_of(chunk, others);
            let owner = self.is_owner_in_list(chunks.get(place.wrapping_sub(1)).copied(), index);
            if owner || told_closely || self.is_title(index, chunk, others.first()) || self.is_office(index, chunk, others.first()) {
                continue;
            }
            let pair = self.each_of(slot, index, chunk);
            if !pair.is_empty() {
                self.push_chunks(slot, &pair);
                continue;
            }
            // "Drug traffickers X and Y": the names stand for them.
            let named = self.names_of(index, chunk);
            if !named.is_empty() {
                self.push_chunks(slot, &named);
                if let Some(band) = self.band_of(index).filter(|_| matches!(slot, Slot::SUBJECT | Slot::BY)) {
                    self.push(slot, band);
                }
            } else if !self.scene.is_nobody(chunk) && !aside {
                self.push(slot, self.whole(index, chunk));
                self.push_chunks(slot, &self.clauses.included(index));
                self.push_chunks(slot, &self.told_next(chunk));
            }
        }
    }

    /// Both of those who accuse each other, who are so accused, and do what each says the other did: "Armenia and Azerbaijan accused *each other* of
    /// shelling villages".
    fn each_of(&self, slot: Slot, index: usize, chunk: &Chunk) -> List {
        const BACK: usize = 2;
        const PAIRS: [[u64; 2]; 2] = [[word!("each"), word!("other")], [word!("one"), word!("another")]];
        let words = [self.scene.hash(chunk.first), self.scene.hash(chunk.first + 1)];
        let told = matches!(slot, Slot::SUBJECT) || self.trigger.kind == EventKind::Accusation;
        let is_verb = |at: &usize| self.scene.chunks().get(*at).is_some_and(|verb| verb.kind == ChunkKind::Verb);
        let verb = (index.saturating_sub(BACK)..index).rev().find(is_verb).filter(|_| told && PAIRS.contains(&words));
        let pair = verb.map_or(List::default(), |verb| self.scene.of_verb(verb).subject);
        if pair.contains(&(index as u32)) { List::default() } else { pair }
    }

    /// Whether a person in a list is only one more of those whose things stand before it: "attacked the homes of the mayor and *the governor*", "the
    /// offices of the party and *those* of the union".
    fn is_owner_in_list(&self, before: Option<u32>, index: usize) -> bool {
        let Some(things) = before.and_then(|before| self.scene.chunks().get(before as usize)).map(|things| self.scene.noun(things)) else {
            return false;
        };
        let facts = self.scene.facts(things);
        let whole = with_of(self.scene, things);
        if self.is_owner_of_one(things, whole, index) {
            return true;
        }
        let inside = self.scene.chunks().get(index).is_some_and(|owner| whole.holds(owner.head));
        facts.plural && whole != things && (inside || is_those_of(self.scene, index))
    }

    /// Whether the second of two persons of office is the owner, with the first, of what is burned or torn down: "burned down the house of the mayor and
    /// *the priest*", "the offices of the commission and *the governor*"; not "the house of the mayor and two cars".
    fn is_owner_of_one(&self, things: Noun, whole: Noun, index: usize) -> bool {
        let ruined = matches!(self.trigger.kind, EventKind::Arson | EventKind::PropertyDestruction);
        let building = |noun: Noun| {
            let facts = self.scene.facts(noun);
            facts.class.meets(Class::THING) && !facts.class.meets(Class::PEOPLE)
        };
        let owner = self.scene.chunks().get(index).map(|owner| self.scene.noun(owner));
        let known = owner.is_some_and(|owner| {
            let office = self.scene.facts(owner).class.meets(Class::RANKED) || self.scene.kind_at(owner.head) == Some(EntityKind::Person);
            office && !self.scene.facts(owner).plural && self.scene.count_in(owner.first, owner.last).is_none()
        });
        ruined && whole != things && building(things) && known
    }

    /// Adds those of a list that are weapons.
    pub(super) fn push_weapons(&mut self, chunks: &[u32]) {
        for chunk in chunks.iter().filter_map(|&index| self.scene.chunks().get(index as usize)) {
            let noun = self.scene.noun(chunk);
            if self.scene.is(noun, Class::WEAPON) {
                self.push(Slot::WITH, noun);
            }
        }
    }

    /// "Those who were kidnapped are X and Y".
    pub(super) fn named_behind(&mut self, around: &Arguments) {
        if matches!(around.link, Link::Relative | Link::Modified) {
            around.subject.iter().for_each(|&group| self.named(group as usize));
        }
    }

    /// Adds those whom another clause names for the people hurt or seized in the group at `chunk`: "the wounded are X and Y". One alone tells
    /// more of somebody known ("the dead man was a clerk").
    pub(super) fn named(&mut self, chunk: usize) {
        let taken = matches!(self.trigger.kind, EventKind::Kidnapping | EventKind::Arrest | EventKind::Release);
        if !(self.trigger.is_outcome() || taken) {
            return;
        }
        let named = self.clauses.named_as(chunk);
        let is_new = |&index: &u32| {
            let name = self.scene.chunks().get(index as usize).map(|chunk| self.scene.noun(chunk));
            // "Nine of the dead were under 18": that is an age.
            let age = |noun: Noun| self.scene.facts(noun).bare && [word!("under"), word!("over")].contains(&self.scene.hash(noun.first));
            let counted = |noun: Noun| self.scene.count_in(noun.first, noun.last).is_some() && !age(noun);
            name.is_some_and(|noun| self.scene.name_at(noun.head).is_some() || counted(noun))
        };
        if named.len() > 1 || named.iter().any(is_new) {
            self.push_chunks(Slot::OF, &named);
        }
    }

    /// The persons named for a noun: "drug traffickers X and Y", "two guards -- X and Y --", "his wife, X,", "the gunman, identified as X,".
    fn names_of(&self, index: usize, chunk: &Chunk) -> List {
        let noun = self.scene.noun(chunk);
        if self.scene.name_at(chunk.head).is_some() || !self.scene.is(noun, Class::PEOPLE) || self.scene.facts(noun).pronoun {
            return List::default();
        }
        let ways = [Self::told_behind_colon, Self::described, Self::predicated];
        let called = self.clauses.called(index);
        let called = if called.is_empty() {
            ways.iter().map(|way| way(self, index, chunk)).find(|named| !named.is_empty()).unwrap_or_default()
        } else {
            called
        };
        if called.first().is_some_and(|&name| self.is_person(name as usize)) {
            return called;
        }
        let mark = self.scene.chunks().get(index + 1).filter(|mark| mark.kind == ChunkKind::Mark);
        let named = match mark.map(|mark| self.scene.document.word(mark.first as usize)) {
            None if chunk.plural => index + 1,
            Some("--" | "—" | "–" | ":") if chunk.plural => index + 2,
            // "The head of the gang, X,".
            _ if !chunk.plural => match self.clauses.apposition_of(index) {
                Some(beside) => beside as usize,
                None => return List::default(),
            },
            _ => return List::default(),
        };
        match () {
            () if self.is_person(named) => self.clauses.coordinated(named),
            // "A little-known group, the Resistance Front, said", "its student wing, the Chhatra League, attacked".
            () if (self.scene.facts(noun).people == "group" || self.scene.hash(chunk.head) == word!("wing")) && self.is_group(named) => {
                List::of(named)
            }
            () => List::default(),
        }
    }

    /// "The following officers died in the attack: X, Y and two privates", "two men were arrested: X and Y".
    fn told_behind_colon(&self, index: usize, chunk: &Chunk) -> List {
        const REACH: usize = 24;
        let following = (chunk.first..chunk.head).any(|token| self.scene.hash(token) == const { fold::hash("following") });
        if !following && !chunk.plural {
            return List::default();
        }
        let end = self.scene.sentence(self.trigger.sentence).end;
        let mut behind = self.scene.chunks().iter().enumerate().skip(index + 1).take(REACH).take_while(|(_, chunk)| chunk.first < end);
        let colon = behind.find(|(_, chunk)| self.scene.document.word(chunk.first as usize) == ":");
        let named = colon.map_or(List::default(), |(colon, _)| self.clauses.coordinated(colon + 1));
        if following || self.are_names_of(chunk, &named) { named } else { List::default() }
    }

    /// "Two teachers were killed. They were X and Y.": those who are named next, as many as are counted here.
    fn told_next(&self, chunk: &Chunk) -> List {
        const ARE: [u64; 2] = [fold::hash("are"), fold::hash("were")];
        let next = self.scene.chunk_from(self.scene.sentence(self.trigger.sentence).end);
        let word = |at: usize, words: &[u64]| {
            self.scene.chunks().get(at).is_some_and(|told| told.last == told.first + 1 && words.contains(&self.scene.hash(told.head)))
        };
        if !chunk.plural || !word(next, &[const { fold::hash("they") }]) || !word(next + 1, &ARE) {
            return List::default();
        }
        let named = self.clauses.coordinated(next + 2);
        if self.are_names_of(chunk, &named) { named } else { List::default() }
    }

    /// "X, the man who planned the attack".
    fn described(&self, index: usize, _: &Chunk) -> List {
        let name = index.checked_sub(2).filter(|&name| self.clauses.apposition_of(name) == Some(index as u32));
        name.map_or(List::default(), List::of)
    }

    /// "X is the mastermind of the murder", "is said to be the mastermind".
    fn predicated(&self, index: usize, _: &Chunk) -> List {
        let is_verb = |at: &usize| self.scene.chunks().get(*at).is_some_and(|chunk| chunk.kind == ChunkKind::Verb);
        let Some(verb) = index.checked_sub(1).filter(is_verb) else { return List::default() };
        let told = self.scene.of_verb(verb);
        if told.predicate != Some(index as u32) {
            return List::default();
        }
        let before = verb.checked_sub(1).filter(|before| told.subject.is_empty() && is_verb(before));
        before.map_or(told.subject, |before| self.scene.of_verb(before).subject)
    }

    /// The armed group that somebody described belongs to: "a member of the Red Front, X,".
    fn band_of(&self, index: usize) -> Option<Noun> {
        let (of, band) = (self.scene.chunks().get(index + 1)?, self.scene.chunks().get(index + 2)?);
        let group = self.scene.kind_at(band.head) == Some(EntityKind::Group);
        (group && self.scene.hash(of.first) == const { fold::hash("of") }).then(|| self.scene.noun(band))
    }

    /// Whether the chunk at `at` is the name of a group, which an acronym alone need not show: "another group, *the ELN*".
    fn is_group(&self, at: usize) -> bool {
        let kind = self.scene.chunks().get(at).and_then(|name| self.scene.kind_at(name.head));
        matches!(kind, Some(EntityKind::Group | EntityKind::Organization))
    }

    /// Whether the chunk at `at` is the name of a person.
    fn is_person(&self, at: usize) -> bool {
        let noun = self.scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Noun);
        noun.is_some_and(|noun| self.scene.kind_at(noun.head) == Some(EntityKind::Person))
    }

    /// Whether the other members of a list are the names of those whom its first only counts.
    fn are_names_of(&self, first: &Chunk, others: &[u32]) -> bool {
        others.len() > 1
            && self.scene.name_at(first.head).is_none()
            && others.iter().all(|&other| self.is_person(other as usize))
            && self.exact(first) == Some(others.len() as u64)
    }

    /// Whether all but the first of a list only tell of which nations or creeds those are whom it counts: "two reporters, a Spaniard and an Italian",
    /// "four nuns, three French and one Belgian".
    fn are_nationals(&self, chunks: &[u32]) -> bool {
        let nation =
            |at: usize| self.scene.chunks().get(at).and_then(|chunk| self.scene.kind_at(chunk.head)) == Some(EntityKind::Nationality);
        let number = |&other: &u32| {
            let chunk = self.scene.chunks().get(other as usize).filter(|chunk| chunk.kind == ChunkKind::Noun && nation(other as usize))?;
            self.exact(chunk).or((!chunk.plural).then_some(1))
        };
        let Some((&first, others)) = chunks.split_first().filter(|(_, others)| others.len() > 1) else { return false };
        let total = others.iter().map(number).try_fold(0_u64, |total, number| total.checked_add(number?));
        let counted = self.scene.chunks().get(first as usize).and_then(|first| self.exact(first));
        !nation(first as usize) && counted.is_some() && counted == total
    }

    /// Whether the other members of a list tell who those people are whom its first only counts: "three people, two guards and a clerk".
    fn are_kinds_of(&self, first: &Chunk, others: &[u32]) -> bool {
        let hit = self.scene.hit_ending(first.first, first.head, TableId::PersonNoun);
        let general = hit.is_some_and(|hit| self.scene.lexicon.row(hit.row).has(column::PersonNoun::Flags, "general"));
        let number = |&other: &u32| {
            let chunk = self.scene.chunks().get(other as usize).filter(|chunk| chunk.kind == ChunkKind::Noun)?;
            let people = self.scene.is(self.scene.noun(chunk), Class::PEOPLE) && self.scene.hash(chunk.head) != OTHERS;
            let number = if chunk.plural { self.exact(chunk) } else { Some(1) };
            number.filter(|_| people)
        };
        let total = || others.iter().map(number).try_fold(0_u64, |total, number| total.checked_add(number?));
        others.len() > 1 && general && self.exact(first).is_some_and(|count| Some(count) == total())
    }

    /// The things of several nations, which a list names before the last: "the Soviet, Chinese and U.S. embassies"; not "a Dane and two French nuns".
    fn things_of_nations(&self, chunks: &[u32]) -> Option<Noun> {
        let noun = |&index: &u32| self.scene.chunks().get(index as usize).map(|chunk| self.scene.noun(chunk));
        // An adjective, or the letters of a country: "U.S.".
        let nation = |token: u32| {
            let word = self.scene.document.word(token as usize);
            let letters = word.contains('.') || word.len() <= 2;
            let kind = self.scene.kind_at(token);
            kind == Some(EntityKind::Nationality) || kind == Some(EntityKind::Place) && letters
        };
        let start = |noun: Noun| noun.first + u32::from(self.scene.hash(noun.first) == word!("the"));
        let alone = |other: &u32| noun(other).is_some_and(|other| start(other) == other.head && nation(other.head));
        let (last, others) = chunks.split_last().filter(|(_, others)| !others.is_empty())?;
        let (last, first) = (noun(last)?, others.first().and_then(noun)?);
        let facts = self.scene.facts(last);
        // An embassy may speak, but is nobody.
        let people = self.scene.hit_ending(last.first, last.head, TableId::PersonNoun).is_some();
        let things = facts.plural && facts.class.meets(Class::THING) && !people;
        let owned = start(last) < last.head && nation(start(last)) && self.scene.name_at(last.head).is_none();
        (things && owned && first.first < last.first && others.iter().all(alone)).then_some(Noun { first: first.first, ..last })
    }

    /// The number in a group, if it is certain.
    fn exact(&self, chunk: &Chunk) -> Option<u64> {
        let count = self.scene.count_in(chunk.first, chunk.last)?;
        count.range.min.filter(|_| count.range.min == count.range.max)
    }

    /// Whether the group tells the office of the person named behind the comma: "the governor, Luis Soto, his wife and two guards".
    fn is_office(&self, index: usize, chunk: &Chunk, next: Option<&u32>) -> bool {
        let noun = self.scene.noun(chunk);
        let behind = next.map(|&next| next as usize).filter(|&next| self.is_person(next) && next > index);
        let comma = |next: usize| next.checked_sub(1).and_then(|mark| self.scene.chunks().get(mark)).map(|mark| mark.first);
        let aside = behind.and_then(comma).is_some_and(|mark| self.scene.document.word(mark as usize) == ",");
        let bare = |next: usize| {
            let name = self.scene.chunks().get(next).map(|person| self.scene.hash(person.first));
            name.is_some_and(|first| !THEIR.contains(&first))
        };
        aside
            && behind.is_some_and(bare)
            && !chunk.plural
            && is_definite(self.scene, noun)
            && self.scene.name_at(chunk.head).is_none()
            && self.scene.is(noun, Class::PERSON)
    }

    /// Whether the chunk is the first of two titles of the person named right behind: "senator and presidential candidate Luis Vega".
    fn is_title(&self, index: usize, chunk: &Chunk, next: Option<&u32>) -> bool {
        let bare = self
            .scene
            .reading
            .phrases
            .tags
            .get(chunk.first as usize)
            .is_some_and(|tag| tag.is_some_and(|tag| !matches!(tag, Tag::Determiner | Tag::Number | Tag::Pronoun)));
        let behind = next.map(|&next| next as usize).filter(|&next| next == index + 2 && self.is_person(next));
        let titled = behind.and_then(|next| self.scene.chunks().get(next)).is_some_and(|person| {
            self.scene
                .name_at(person.head)
                .and_then(|name| self.scene.reading.names.get(name))
                .is_some_and(|name| name.first > person.first)
        });
        bare && titled && !chunk.plural && self.scene.name_at(chunk.head).is_none() && self.scene.is(self.scene.noun(chunk), Class::PERSON)
    }

    /// The noun group of a chunk; "one of his guards" is a group of the guards.
    fn whole(&self, index: usize, chunk: &Chunk) -> Noun {
        let noun = self.scene.noun(chunk);
        let counts = |token: u32| {
            matches!(self.scene.reading.phrases.tags.get(token as usize), Some(Some(Tag::Number | Tag::Determiner | Tag::Pronoun)))
        };
        let partitive = (chunk.first..chunk.last).all(counts) || self.scene.has(WordSet::Part, chunk.head);
        // "5 kg of dynamite".
        let quantities = self.scene.reading.quantities;
        let first = quantities.partition_point(|quantity| quantity.first < chunk.first);
        let unit = |quantity: &Quantity| quantity.last <= chunk.last && chunk.last - quantity.last <= 1;
        let measured = self.scene.is_measure(noun) && quantities.get(first).is_some_and(unit);
        if (chunk.last - chunk.first > 2 || !partitive) && !measured {
            return noun;
        }
        // "Five of the general's guards".
        let owned = self.clauses.possessed_end(index + 2);
        match (self.scene.chunks().get(index + 1), self.scene.chunks().get(owned)) {
            (Some(of), Some(inner)) if self.scene.hash(of.first) == const { fold::hash("of") } && inner.kind == ChunkKind::Noun => {
                Noun { first: noun.first, last: inner.last, head: inner.head }
            }
            _ => noun,
        }
    }

    /// Whether the group at `at` follows the person named at `name` with nothing but a comma between, or more of its kind (`more`), and is a
    /// common noun for one.
    fn is_apposition(&self, name: usize, at: usize, more: bool) -> bool {
        let chunks = self.scene.chunks();
        let (Some(name), Some(chunk)) = (chunks.get(name), chunks.get(at)) else { return false };
        let comma =
            at.checked_sub(1).and_then(|mark| chunks.get(mark)).is_some_and(|mark| self.scene.document.word(mark.first as usize) == ",");
        let named = self.scene.kind_at(name.head) == Some(EntityKind::Person);
        // "X, his son and two others".
        let theirs = THEIR.contains(&self.scene.hash(chunk.first));
        let unnamed = matches!(self.scene.kind_at(chunk.head), None | Some(EntityKind::Nationality));
        let common = !theirs && unnamed && !chunk.plural && self.scene.count_in(chunk.first, chunk.last).is_none();
        (comma || more) && named && common && self.scene.is(self.scene.noun(chunk), Class::PERSON)
    }
}
