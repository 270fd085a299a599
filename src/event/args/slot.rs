//! Which grammatical place a preposition opens.

use crate::event::scene::Scene;
use crate::phrase::Complement;
use crate::token::fold;

/// Prepositions and the places that they open.
const PREPOSITIONS: &[(u64, &str)] = &[
    (fold::hash("of"), "of"),
    (fold::hash("by"), "by"),
    (fold::hash("in"), "in"),
    (fold::hash("at"), "at"),
    (fold::hash("on"), "on"),
    (fold::hash("near"), "near"),
    (fold::hash("with"), "with"),
    (fold::hash("using"), "using"),
    (fold::hash("against"), "against"),
    (fold::hash("from"), "from"),
    (fold::hash("to"), "to"),
    (fold::hash("for"), "for"),
    (fold::hash("into"), "into"),
    (fold::hash("between"), "between"),
    (fold::hash("among"), "among"),
    (fold::hash("over"), "over"),
    (fold::hash("about"), "about"),
    (fold::hash("after"), "after"),
    (fold::hash("under"), "under"),
    (fold::hash("upon"), "on"),
    (fold::hash("inside"), "in"),
    (fold::hash("within"), "in"),
    (fold::hash("throughout"), "in"),
    (fold::hash("across"), "in"),
    (fold::hash("outside"), "near"),
    (fold::hash("beside"), "near"),
    (fold::hash("behind"), "near"),
    (fold::hash("around"), "near"),
    (fold::hash("along"), "near"),
    (fold::hash("off"), "near"),
    (fold::hash("toward"), "at"),
    (fold::hash("towards"), "at"),
];

/// The grammatical place that a preposition opens; of a phrase ("in front of") the first word that is known counts, "by" before all.
pub fn slot_of(scene: &Scene<'_>, complement: &Complement, last: u32) -> Option<&'static str> {
    let find = |hash: u64| PREPOSITIONS.iter().find(|&&(word, _)| word == hash).map(|&(_, slot)| slot);
    if scene.hash(last.saturating_sub(1)) == const { fold::hash("by") } {
        return Some("by");
    }
    find(complement.word).or_else(|| find(scene.hash(last.saturating_sub(1))))
}
