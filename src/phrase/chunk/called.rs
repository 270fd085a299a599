//! Who calls a thing so: "struck *what it said was* a command centre", "killed in *what police called* a suicide attack".

use super::*;
use crate::lexicon::WordSet;
use crate::phrase::unit::{Unit, UnitKind};
use crate::token::literal::Few;

/// Most units of who calls it so.
const SUBJECT: usize = 6;
/// Verbs that have "as" before what somebody is called.
static AS_SO: Few<6> = Few::new(["described", "describes", "describe", "characterised", "characterized", "characterizes"]);
static SEEMS: Few<6> = Few::new(["appeared", "appears", "appear", "seemed", "seems", "seem"]);

/// The unit behind such words that begin with "what" at `at` behind a verb or a preposition, where a noun group follows them.
pub(super) fn aside_end(units: &[Unit], lexicon: &Lexicon, at: usize) -> Option<usize> {
    units.get(at).filter(|unit| unit.hash == WHAT)?;
    let end = seeming(units, at + 1).or_else(|| saying(units, lexicon, at + 1))?;
    let quoted = units.get(end).is_some_and(|mark| QUOTES.contains(&mark.hash));
    let next = units.get(end + usize::from(quoted))?;
    let opens = next.kind != UnitKind::Mark && next.is_any(NOMINAL | bit(Tag::Determiner)) || matches!(next.kind, UnitKind::Name(_));
    opens.then_some(end)
}

/// "(What) appeared to be", "is believed to be".
fn seeming(units: &[Unit], at: usize) -> Option<usize> {
    let is = |at: usize, hash: u64| units.get(at).is_some_and(|unit| unit.hash == hash);
    let judged = units.get(at).is_some_and(|unit| is_be(unit.hash));
    let verb = units.get(at + usize::from(judged))?;
    let told = if judged { verb.info.takes_clause() } else { SEEMS.contains(&verb.hash) };
    let be = at + usize::from(judged) + 2;
    (told && is(be - 1, TO) && units.get(be).is_some_and(|unit| is_be(unit.hash))).then_some(be + 1)
}

/// "(What) police called", "it described as", "the army said were".
fn saying(units: &[Unit], lexicon: &Lexicon, at: usize) -> Option<usize> {
    let who = |unit: &&Unit| {
        let noun = unit.is_any(NOMINAL | bit(Tag::Determiner) | bit(Tag::Pronoun)) || matches!(unit.kind, UnitKind::Name(_));
        noun && unit.kind != UnitKind::Mark && unit.hash != WHAT
    };
    let subject = units.get(at..)?.iter().take(SUBJECT).take_while(who).count();
    let helped = at + subject;
    let verb = helped + usize::from(units.get(helped).is_some_and(|unit| HAVE.contains(&unit.hash)));
    let says = units.get(verb).filter(|_| subject > 0)?;
    let next = units.get(verb + 1)?;
    match () {
        () if AS_SO.contains(&says.hash) && next.hash == AS => Some(verb + 2),
        () if says.info.takes_clause() && is_be(next.hash) => Some(verb + 2),
        () if lexicon.has(WordSet::Naming, says.hash) => Some(verb + 1),
        () => None,
    }
}
