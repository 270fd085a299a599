//! [`Slot`]: grammatical places, and which of them a preposition opens.

use crate::event::scene::Scene;
use crate::lexicon::{SLOTS, choice_of};
use crate::phrase::Complement;
use crate::token::fold;

/// A grammatical place about a trigger: its number among the values of the frame table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::event) struct Slot(usize);

impl Slot {
    pub const ABOUT: Self = Self::named("about");
    pub const AFTER: Self = Self::named("after");
    pub const AGAINST: Self = Self::named("against");
    pub const AMONG: Self = Self::named("among");
    pub const AT: Self = Self::named("at");
    pub const BETWEEN: Self = Self::named("between");
    pub const BY: Self = Self::named("by");
    pub const FOR: Self = Self::named("for");
    pub const FROM: Self = Self::named("from");
    pub const IN: Self = Self::named("in");
    pub const INDIRECT: Self = Self::named("indirect");
    pub const INTO: Self = Self::named("into");
    pub const NEAR: Self = Self::named("near");
    pub const OBJECT: Self = Self::named("object");
    pub const OF: Self = Self::named("of");
    pub const ON: Self = Self::named("on");
    pub const OVER: Self = Self::named("over");
    pub const PASSIVE_SUBJECT: Self = Self::named("passive-subject");
    pub const POSSESSIVE: Self = Self::named("possessive");
    pub const PREMODIFIER: Self = Self::named("premodifier");
    pub const SUBJECT: Self = Self::named("subject");
    pub const TO: Self = Self::named("to");
    pub const UNDER: Self = Self::named("under");
    pub const USING: Self = Self::named("using");
    pub const WITH: Self = Self::named("with");

    const fn named(name: &str) -> Self {
        Self(choice_of(SLOTS, name))
    }

    /// Its number in the column of the frame table.
    pub const fn number(self) -> usize {
        self.0
    }

    /// As the frame table names it.
    pub fn name(self) -> &'static str {
        SLOTS[self.0 - 1]
    }
}

/// Prepositions and the places that they open.
const PREPOSITIONS: &[(u64, Slot)] = &[
    (fold::hash("of"), Slot::OF),
    (fold::hash("by"), Slot::BY),
    (fold::hash("in"), Slot::IN),
    (fold::hash("at"), Slot::AT),
    (fold::hash("on"), Slot::ON),
    (fold::hash("near"), Slot::NEAR),
    (fold::hash("with"), Slot::WITH),
    (fold::hash("using"), Slot::USING),
    (fold::hash("against"), Slot::AGAINST),
    (fold::hash("from"), Slot::FROM),
    (fold::hash("to"), Slot::TO),
    (fold::hash("for"), Slot::FOR),
    (fold::hash("into"), Slot::INTO),
    (fold::hash("between"), Slot::BETWEEN),
    (fold::hash("among"), Slot::AMONG),
    (fold::hash("over"), Slot::OVER),
    (fold::hash("about"), Slot::ABOUT),
    (fold::hash("after"), Slot::AFTER),
    (fold::hash("under"), Slot::UNDER),
    (fold::hash("beneath"), Slot::UNDER),
    (fold::hash("underneath"), Slot::UNDER),
    (fold::hash("upon"), Slot::ON),
    (fold::hash("inside"), Slot::IN),
    (fold::hash("within"), Slot::IN),
    (fold::hash("throughout"), Slot::IN),
    (fold::hash("across"), Slot::IN),
    (fold::hash("outside"), Slot::NEAR),
    (fold::hash("beside"), Slot::NEAR),
    (fold::hash("behind"), Slot::NEAR),
    (fold::hash("opposite"), Slot::NEAR),
    (fold::hash("alongside"), Slot::NEAR),
    (fold::hash("next"), Slot::NEAR),
    (fold::hash("close"), Slot::NEAR),
    (fold::hash("around"), Slot::NEAR),
    (fold::hash("along"), Slot::NEAR),
    (fold::hash("off"), Slot::NEAR),
    (fold::hash("toward"), Slot::AT),
    (fold::hash("towards"), Slot::AT),
];

/// The grammatical place that a preposition opens; of a phrase ("along with") the first word counts, "by" before all, and "in front of" and "on the
/// outskirts of" are near.
/// The last alone tells little: "because of", "according to".
pub fn slot_of(scene: &Scene<'_>, complement: &Complement, last: u32) -> Option<Slot> {
    if scene.hash(last.saturating_sub(1)) == const { fold::hash("by") } {
        return Some(Slot::BY);
    }
    const NEAR: [u64; 3] = [fold::hash("front"), fold::hash("outskirts"), fold::hash("vicinity")];
    if NEAR.contains(&scene.hash(last.saturating_sub(2))) {
        return Some(Slot::NEAR);
    }
    // "In exchange for 30 prisoners".
    const TRADED: [u64; 2] = [fold::hash("exchange"), fold::hash("return")];
    let traded = TRADED.contains(&scene.hash(last.saturating_sub(2)));
    if traded && scene.hash(last.saturating_sub(1)) == const { fold::hash("for") } {
        return Some(Slot::FOR);
    }
    PREPOSITIONS.iter().find(|&&(word, _)| word == complement.word).map(|&(_, slot)| slot)
}
