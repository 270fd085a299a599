//! Verb groups: helpers, negation, adverbs and the main verb.

use super::{LONGEST, chunk};
use crate::lexicon::{Lexicon, Tag, WordSet};
use crate::phrase::unit::{Unit, UnitKind};
use crate::phrase::words::*;
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};

/// A verb group that begins with the unit at `at`, and the unit after it.
pub fn verb_group(units: &[Unit], lexicon: &Lexicon, at: usize) -> Option<(Chunk, usize)> {
    let mut group = VerbGroup::default();
    let mut index = at;
    let (mut main, mut to) = (None, false);
    while let Some(unit) = units.get(index).filter(|_| index < at + LONGEST) {
        let negation = NEGATIONS.contains(&unit.hash) || unit.is_any(bit(Tag::Adverb)) && unit.kind == UnitKind::Fixed && unit.hash == NO;
        // "Were later shot".
        let time = unit.kind == UnitKind::Time && main.is_some() && units.get(index + 1).is_some_and(|next| next.is_any(VERBS | HELPERS));
        // "Has itself been accused".
        let stressed =
            SELVES.contains(&unit.hash) && main.is_some() && units.get(index + 1).is_some_and(|next| next.is_any(VERBS | HELPERS));
        if negation || time || stressed || unit.is_any(bit(Tag::Adverb)) && unit.kind != UnitKind::Time {
            group.negated |= negation;
        } else if unit.is_any(bit(Tag::Particle)) && unit.hash == TO && main.is_none() && !to && group.helper.is_none() {
            to = true;
            group.form = Some(VerbForm::Infinitive);
        } else if unit.is_any(HELPERS) {
            group.helper(unit);
            main = Some(index);
        } else if unit.is_any(VERBS) && unit.kind == UnitKind::Word {
            if !group.takes(unit) {
                break;
            }
            main = Some(index);
            break;
        } else {
            break;
        }
        index += 1;
    }
    let main = main?;
    let mut end = main + 1;
    let particle = |next: &Unit| next.is_any(bit(Tag::Particle)) && next.hash != TO && next.kind == UnitKind::Word;
    if !denies_group(units, main)
        && units.get(end).is_some_and(|next| particle(next) || next.hash == DEAD && lexicon.has(WordSet::Shoot, units[main].hash))
    {
        end += 1;
    }
    // Adverbs between a helper and what is no verb ("was also a") stay outside.
    let first = &units[at];
    let mut chunk = chunk(ChunkKind::Verb, first, &units[end - 1], &units[main]);
    chunk.voice = group.voice;
    chunk.form = group.form.unwrap_or_default();
    chunk.negated = group.negated;
    chunk.modal = group.modal;
    Some((chunk, end))
}

/// Whether "not" behind the verb denies the group behind it: "said not one guard was hurt", "said not a single shot was fired".
fn denies_group(units: &[Unit], verb: usize) -> bool {
    let is = |at: usize, word: u64| units.get(at).is_some_and(|unit| unit.hash == word);
    let one = is(verb + 2, ONE) || is(verb + 2, A) && is(verb + 3, SINGLE);
    one && units.get(verb).is_some_and(|verb| !verb.is_any(HELPERS)) && units.get(verb + 1).is_some_and(|not| NEGATIONS.contains(&not.hash))
}

/// What the helpers of a verb group say.
#[derive(Default)]
struct VerbGroup {
    /// Hash of the last helper.
    helper: Option<u64>,
    form: Option<VerbForm>,
    voice: Voice,
    negated: bool,
    modal: Option<u32>,
}

impl VerbGroup {
    fn helper(&mut self, unit: &Unit) {
        if unit.tag == Some(Tag::Modal) {
            self.modal = Some(unit.first);
        }
        let ing = unit.hash == HAVING || unit.hash == BEING;
        self.form.get_or_insert(if ing { VerbForm::Gerund } else { VerbForm::Finite });
        self.negated |= unit.info.tags().next().is_some() && NEGATED_HELPERS.contains(&unit.hash);
        self.helper = Some(unit.hash);
    }

    /// Takes the main verb; `false` if it begins a group of its own ("was to" aside: "had" + "stolen").
    fn takes(&mut self, unit: &Unit) -> bool {
        let tag = unit.tag.unwrap_or(Tag::VerbBase);
        let passive_helper = self.helper.is_some_and(|helper| is_be(helper) || GET.contains(&helper));
        match tag {
            Tag::VerbEn if passive_helper => self.voice = Voice::Passive,
            Tag::VerbEn if self.helper.is_none() && self.form.is_none() => {
                self.voice = Voice::Passive;
                self.form = Some(VerbForm::Participle);
            }
            Tag::VerbIng if self.form.is_none() => self.form = Some(VerbForm::Gerund),
            Tag::VerbEd | Tag::VerbS if self.helper.is_some() => return false,
            _ => {}
        }
        self.form.get_or_insert(VerbForm::Finite);
        true
    }
}
