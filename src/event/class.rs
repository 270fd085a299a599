//! [`Class`]: what a noun group can stand for; [`Facts`]: what is known of it besides.

mod facts;

use crate::lexicon::FILLERS;
pub(super) use facts::Facts;

/// A set of things that a noun group can stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(pub u16);

impl Class {
    pub const PERSON: Self = Self(1);
    /// An armed group, a crowd, any collective of persons.
    pub const GROUP: Self = Self(2);
    pub const ORGANIZATION: Self = Self(4);
    pub const PLACE: Self = Self(8);
    pub const THING: Self = Self(16);
    pub const WEAPON: Self = Self(32);
    pub const EVENT: Self = Self(64);
    pub const NUMBER: Self = Self(128);
    pub const CLAUSE: Self = Self(256);
    /// Bears arms by profession or deed.
    pub const ARMED: Self = Self(512);
    /// Known as a vehicle.
    pub const VEHICLE: Self = Self(1024);
    /// A crowd or mob.
    pub const CROWD: Self = Self(2048);
    /// Known by its rank or office.
    pub const RANKED: Self = Self(4096);
    pub const AIRCRAFT: Self = Self(8192);
    /// A site or vehicle of armed forces.
    pub const MILITARY: Self = Self(16384);
    /// What a group can be that no name and no noun of a table tells: a pronoun, a number, a word that is guessed.
    pub const GUESSED: Self = Self(1 | 2 | 4 | 16 | 64 | 128);
    /// People in any form.
    pub const PEOPLE: Self = Self(1 | 2);

    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes that may fill a slot, by the bits of the cell that says so.
    pub fn of_fillers(mut bits: u64) -> Self {
        let mut classes = Self::default();
        while bits != 0 {
            classes = classes.with(FILLERS.get(bits.trailing_zeros() as usize).copied().map_or(Self::default(), Self::named));
            bits &= bits - 1;
        }
        classes
    }

    /// The class with this name in the lexicon's lists of fillers and needs.
    pub fn named(name: &str) -> Self {
        match name {
            "person" => Self::PERSON,
            "group" => Self::GROUP,
            "organization" => Self::ORGANIZATION,
            "place" => Self::PLACE,
            "thing" => Self::THING,
            "weapon" => Self::WEAPON,
            "event" => Self::EVENT,
            "number" => Self::NUMBER,
            "clause" => Self::CLAUSE,
            "vehicle" => Self::VEHICLE,
            "armed-actor" => Self::ARMED,
            "aircraft" => Self::AIRCRAFT,
            "crowd" => Self::CROWD,
            "ranked-person" => Self::RANKED,
            "any" => Self(u16::MAX),
            _ => Self(0),
        }
    }
}
