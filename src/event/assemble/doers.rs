//! Doers told twice in other words: the same persons under a general word and under a closer one.

use super::people::exact;
use super::{Draft, TELLINGS};
use crate::event::class::Class;
use crate::event::draft::Filler;
use crate::event::member;
use crate::record::{EventKind, FillerType};
use crate::token::fold;

const OTHER: u64 = fold::hash("other");

impl<'r> Draft<'_, 'r> {
    /// Takes out doers who are told again in other words, the vaguer of the two: "unidentified persons seized the mayor ... the armed men fled",
    /// "FARC guerrillas" who are "gunmen" elsewhere.
    pub(super) fn tell_once(&self, kept: &mut Vec<Filler<'r>>) {
        if self.main.trigger.kind == EventKind::ArmedClash {
            return;
        }
        let mut at = 1;
        while at < kept.len().min(TELLINGS) {
            let Some((before, later)) =
                kept.get(at).and_then(|&later| Some(((0..at).find(|&one| self.are_same_men(&kept[one], &later))?, later)))
            else {
                at += 1;
                continue;
            };
            let vaguer = if self.closeness(&later) > self.closeness(&kept[before]) { before } else { at };
            kept.remove(vaguer);
        }
    }

    /// Whether two groups of unnamed persons, each in a sentence of its own, can only be the same. Who is suspected, or was arrested, may be others
    /// than those who were seen.
    fn are_same_men(&self, a: &Filler<'r>, b: &Filler<'r>) -> bool {
        let unnamed = |filler: &Filler<'_>| {
            let many = filler.kind == Some(FillerType::Individual) && filler.entity.is_none() && filler.plural;
            many && filler.class.meets(Class::PEOPLE) && !self.scene.facts(filler.noun).pronoun
        };
        let more = |filler: &Filler<'r>| {
            self.is_another(filler) || (filler.noun.first..filler.noun.head).any(|token| self.scene.hash(token) == OTHER)
        };
        let band = |filler: &Filler<'_>| self.scene.entity_at(member::group_in(self.scene, filler.noun)?.head);
        let apart = |one: Option<usize>, other: Option<usize>| one.is_some() && other.is_some() && one != other;
        let number = |filler: &Filler<'_>| exact(filler).map(|number| number as usize);
        unnamed(a)
            && unnamed(b)
            && !more(a)
            && !more(b)
            && self.sentence(a) != self.sentence(b)
            && a.basis == b.basis
            && are_alike(a.people, b.people)
            && !apart(number(a), number(b))
            && !apart(band(a), band(b))
    }

    /// How closely a group of persons is told: by their band, else by their sort.
    fn closeness(&self, filler: &Filler<'r>) -> (bool, bool) {
        (member::group_in(self.scene, filler.noun).is_some(), !is_any(filler.people))
    }
}

/// Whether people of two sorts may be the same: any persons may be fighters, and rebels are called terrorists.
fn are_alike(one: &str, other: &str) -> bool {
    let outlaws = |people: &str| matches!(people, "rebel" | "militant" | "criminal");
    let any = |people: &str| people == "attacker" || is_any(people);
    one == other || any(one) || any(other) || outlaws(one) && outlaws(other)
}

/// Whether the sort of people leaves open who they are.
fn is_any(people: &str) -> bool {
    matches!(people, "" | "person" | "suspect" | "youth" | "group")
}
