//! People told in general who are told more closely elsewhere: "one person was hurt ... the bomb hurt a passer-by".

use super::{Draft, TELLINGS};
use crate::event::class::Class;
use crate::event::draft::{Filler, Mention, Role};
use crate::event::merge::is_of_theirs;
use crate::lexicon::{TableId, column};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{Count, EntityKind};
use crate::token::fold;
use crate::token::literal::words;

const ALSO: u64 = fold::hash("also");

/// What stands before those who are told besides others.
const OTHERS: &[u64] =
    words!["another", "other", "others", "more", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

impl<'r> Draft<'_, 'r> {
    /// Takes out groups that are only a number of people where the same number is told more closely: as one group, or one by one.
    pub(super) fn specify(&self, kept: &mut Vec<Filler<'r>>) {
        let close: Vec<Filler<'r>> = kept.iter().filter(|filler| !self.is_general(filler)).copied().collect();
        // "Two civilians were killed ... A woman and a girl died": not two soldiers.
        let civil: Vec<Filler<'r>> = close.iter().filter(|filler| is_civil(filler)).copied().collect();
        let civilians = |filler: &Filler<'r>| filler.people == "civilian" && filler.plural && filler.entity.is_none();
        kept.retain(|filler| {
            let told = if civilians(filler) { &civil } else { &close };
            !(self.is_general(filler) || civilians(filler)) || !self.is_told_closely(filler, told)
        });
    }

    /// Takes out a single person told by a description where the event befell one person in all, who is named later: "a former mayor was shot
    /// dead on Monday ... Pedro Paz, 50, was killed on his way to work".
    pub(super) fn introduce(&self, kept: &mut Vec<Filler<'r>>) {
        let is_named = |filler: &&Filler<'r>| filler.entity.is_some() && self.scene.kind_at(filler.noun.head) == Some(EntityKind::Person);
        let mut named = kept.iter().filter(is_named);
        let (Some(&name), None) = (named.next(), named.next()) else { return };
        if self.befell() != Some(1) {
            return;
        }
        let describes = |filler: &Filler<'r>| {
            let before = self.sentence(filler) < self.sentence(&name);
            let alike = self.is_general(filler) || name.people.is_empty() || is_any(name.people) || filler.people == name.people;
            filler.entity.is_none() && exact(filler) == Some(1) && before && alike
        };
        let described = kept.iter().find(|filler| describes(filler)).map(|filler| filler.people);
        kept.retain(|filler| !describes(filler));
        for known in kept.iter_mut().filter(|filler| filler.noun == name.noun && is_any(filler.people)) {
            known.people = described.unwrap_or(known.people);
        }
    }

    /// How many people the event befell in all, if it is told exactly.
    fn befell(&self) -> Option<u64> {
        let told = [self.tally(|mention| mention.killed), self.tally(|mention| mention.injured), self.tally(|mention| mention.captured)];
        let exact = |count: Count| count.min.filter(|_| count.min == count.max);
        told.into_iter().flatten().try_fold(0, |sum: u64, count| Some(sum.saturating_add(exact(count)?)))
    }

    /// Whether those told more closely elsewhere, of the same fate, are as many.
    fn is_told_closely(&self, general: &Filler<'_>, close: &[Filler<'_>]) -> bool {
        let Some(number) = exact(general) else { return false };
        let (sentence, fate) = (self.sentence(general), self.fate(general));
        let elsewhere = |other: &&Filler<'_>| {
            let other_fate = self.fate(other);
            self.sentence(other) != sentence && (fate == other_fate || fate.is_none() || other_fate.is_none())
        };
        let mut others = close.iter().filter(elsewhere);
        let singles = || close.iter().filter(elsewhere).filter(|other| exact(other) == Some(1)).count() as u64;
        others.any(|other| exact(other) == Some(number)) || number > 1 && singles() == number
    }

    /// Whether no more is told than a number of people.
    fn is_general(&self, filler: &Filler<'_>) -> bool {
        filler.entity.is_none() && (filler.people.is_empty() || self.is_any_person(filler))
    }

    /// Whether the word says only that they are people: "persons", "victims".
    fn is_any_person(&self, filler: &Filler<'_>) -> bool {
        let hit = self.scene.hit_ending(filler.noun.first, filler.noun.head, TableId::PersonNoun);
        hit.is_some_and(|hit| self.scene.lexicon.row(hit.row).has(column::PersonNoun::Flags, "general"))
    }

    /// Whether a later telling counts others than `base` does, which tells no total: "his driver also died", "a third officer died in hospital".
    pub(super) fn are_more(&self, base: &Mention<'r>, later: &Mention<'r>) -> bool {
        let verb = self.scene.chunk_at(later.trigger.head).map_or(0..0, |chunk| chunk.first..chunk.last);
        let also = verb.into_iter().any(|token| self.scene.hash(token) == ALSO);
        let victims =
            |mention: &Mention<'r>| mention.role(Role::Victim).filter(|filler| !self.is_doer(filler)).copied().collect::<Vec<_>>();
        // "Two more died": a number.
        let numbers = |mention: &Mention<'r>| mention.role(Role::Killed).copied().collect::<Vec<_>>();
        let (first, mut second) = (victims(base), victims(later));
        if second.is_empty() {
            second = numbers(later);
        }
        let close = !first.is_empty() && !first.iter().any(|filler| self.is_general(filler));
        let apart = later.trigger.sentence > base.trigger.sentence;
        // "Five died in the blast and another died in hospital".
        let beside = later.trigger.sentence == base.trigger.sentence && later.trigger.first > base.trigger.first;
        let more = second.iter().all(|filler| self.is_another(filler));
        (apart && close || beside && more && !first.is_empty())
            && !second.is_empty()
            && !second.iter().any(|filler| self.is_ranked(filler, later))
            && (also || more || is_of_theirs(self.scene, later) || self.are_two_sorts(&first, &second))
            && !second.iter().any(|one| first.iter().any(|other| one.entity.is_some() && one.entity == other.entity))
    }

    /// Whether one person of each sort is told anew, in sentences that follow each other: "killed a policeman. A vendor was hit by a bullet and died".
    fn are_two_sorts(&self, first: &[Filler<'_>], second: &[Filler<'_>]) -> bool {
        let [one, other] = [first, second].map(|told| told.first().filter(|_| told.len() == 1));
        let Some((one, other)) = one.zip(other) else { return false };
        let anew = |filler: &Filler<'_>| exact(filler) == Some(1) && filler.entity.is_none() && self.is_told_anew(filler);
        let next = self.sentence(one) + 1 == self.sentence(other);
        next && anew(one) && anew(other) && one.people != other.people && !is_any(one.people) && !is_any(other.people)
    }

    /// Whether "a" or "an" opens it.
    fn is_told_anew(&self, filler: &Filler<'_>) -> bool {
        const A: [u64; 2] = [fold::hash("a"), fold::hash("an")];
        A.contains(&self.scene.hash(filler.noun.first))
    }

    /// Whether a word before the head says that it is told besides others: "another gunman", "a third officer", "another group of rebels".
    pub(super) fn is_another(&self, filler: &Filler<'_>) -> bool {
        const OF: u64 = fold::hash("of");
        let of = filler.noun.first.checked_sub(1).filter(|&of| self.scene.hash(of) == OF);
        let group = of.and_then(|of| self.scene.chunk_at(of.checked_sub(1)?));
        (group.map_or(filler.noun.first, |group| group.first)..=filler.noun.head).any(|token| OTHERS.contains(&self.scene.hash(token)))
    }

    /// Whether those told are ranked in a row of such deeds as what was told already made them: "he is the third deputy murdered in two weeks",
    /// "becoming the fifth reporter slain this year".
    fn is_ranked(&self, filler: &Filler<'_>, later: &Mention<'_>) -> bool {
        const THE: u64 = fold::hash("the");
        let chunk = self.scene.chunk_index(filler.noun.head).filter(|_| self.scene.hash(filler.noun.first) == THE);
        let predicate = chunk.and_then(|at| self.scene.chunks().get(at.checked_sub(1)?)).is_some_and(|verb| verb.kind == ChunkKind::Verb);
        let participle = self.scene.chunk_at(later.trigger.first).is_some_and(|verb| verb.form == VerbForm::Participle);
        predicate && participle && filler.noun.last <= later.trigger.first && self.is_another(filler)
    }

    pub(super) fn sentence(&self, filler: &Filler<'_>) -> usize {
        self.scene.document.sentence_of(filler.noun.head as usize)
    }

    /// What became of the filler: `true` if death, `false` if an injury.
    fn fate(&self, filler: &Filler<'_>) -> Option<bool> {
        let tells = |mention: &&&Mention<'_>| mention.role(Role::Victim).any(|told| told.noun == filler.noun);
        let fate = |mention: &&Mention<'_>| match mention.trigger.frame {
            "outcome-kill" | "outcome-die" | "outcome-lose" | "find-dead" => Some(true),
            "outcome-injure" => Some(false),
            _ => None,
        };
        self.members.iter().take(TELLINGS).filter(tells).find_map(fate)
    }
}

/// Whether the sort of people says no more than that they are people.
fn is_any(people: &str) -> bool {
    matches!(people, "" | "person")
}

/// Whether people may be among civilians told of: those of another sort, and no others who bear arms.
fn is_civil(filler: &Filler<'_>) -> bool {
    !filler.class.meets(Class::ARMED) && !matches!(filler.people, "civilian" | "official" | "attacker" | "suspect")
}

/// The number of a group, if it is certain.
pub(super) fn exact(filler: &Filler<'_>) -> Option<u64> {
    filler.count.filter(|count| count.min == count.max).and_then(|count| count.min)
}
