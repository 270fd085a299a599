//! Who is blamed, and what: not the thing that a link only describes, nor the deed, nor what it struck.

use super::Filled;
use crate::event::args::Slot;
use crate::event::attribution::is_of_thing;
use crate::event::class::{Class, Facts};
use crate::event::draft::Role;
use crate::event::index::within;
use crate::event::scene::{Noun, Scene};
use crate::event::trigger::{Pos, Trigger, best_at};
use crate::lexicon::{Hit, WordSet, column};
use crate::phrase::{ChunkKind, Complement, THEIR, VerbForm, Voice};
use crate::record::EventKind;
use crate::token::fold;
use crate::token::literal::word;

/// Farthest that a word of saying stands before what is spoken of, in tokens.
const REACH: u32 = 24;

/// "The bridge linking Crimea to Russia", "a warehouse linked to Ukraine", "forces supported by the UN mission": nobody is accused or praised.
pub(super) fn is_aside(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    match trigger.frame {
        "speech-blame-on" => trigger.pos == Pos::Verb && is_of_thing(scene, trigger.first),
        "speech-evaluate" => trigger.pos == Pos::Verb && trigger.method == Some("praise") && is_of_force(scene, trigger),
        _ => false,
    }
}

/// Whether a passive participle only says whose side an army is on: "forces supported by the UN mission".
fn is_of_force(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let reduced = |at: &usize| {
        scene.chunks().get(*at).is_some_and(|verb| {
            verb.kind == ChunkKind::Verb && verb.voice == Voice::Passive && matches!(verb.form, VerbForm::Gerund | VerbForm::Participle)
        })
    };
    let subject = scene.chunk_index(trigger.first).filter(reduced).and_then(|verb| scene.of_verb(verb).subject.first().copied());
    let told = subject.and_then(|subject| scene.chunks().get(subject as usize));
    told.is_some_and(|told| scene.is(scene.noun(told), Class::ARMED))
}

/// "Accused of the attack on a school", "blamed for an attack on Karachi airport": what stands behind the "on" of a deed is not accused of it; "blamed
/// the attack on rebels", "put the blame for the attack on rebels".
pub(super) fn is_on_deed(scene: &Scene<'_>, trigger: &Trigger<'_>, noun: Noun) -> bool {
    const BEFORE: [u64; 2] = [word!("of"), word!("over")];
    let behind = scene.chunk_index(noun.head).filter(|_| trigger.kind == EventKind::Accusation);
    let deed = behind.and_then(|at| scene.clauses().possessor_start(at).checked_sub(2));
    let event = deed.and_then(|deed| scene.chunks().get(deed)).filter(|deed| deed.kind == ChunkKind::Noun);
    if !event.is_some_and(|event| scene.facts(scene.noun(event)).class.meets(Class::EVENT)) {
        return false;
    }
    // "The June 28 assault".
    let left = scene.chunks().get(..deed.unwrap_or_default()).unwrap_or(&[]).iter().rev();
    let before = left.into_iter().find(|chunk| chunk.kind != ChunkKind::Time && scene.hash(chunk.first) != word!("the"));
    let for_it = || trigger.pos == Pos::Verb && trigger.last == trigger.first + 1;
    before.is_some_and(|of| BEFORE.contains(&scene.hash(of.first)) || scene.hash(of.first) == word!("for") && for_it())
}

/// "The ambush near Tessit, which officials attributed to rebels", "blamed *it* on rebels": what is blamed on somebody is nobody itself.
pub(super) fn is_in_what_is_blamed(trigger: &Trigger<'_>, found: &Filled<'_>) -> bool {
    let matter = trigger.frame == "speech-blame-on" && found.slot == Slot::OBJECT && found.role == Role::Target;
    let in_gap = found.facts.pronoun && trigger.open <= found.noun.head && found.noun.last < trigger.last;
    matter && (found.noun.last <= trigger.first || in_gap)
}

/// Whether a noun group can be accused: persons, bodies, and states under the name of their capital.
pub(super) fn can_be_blamed(scene: &Scene<'_>, noun: Noun, facts: &Facts<'_>) -> bool {
    let state = facts.class.meets(Class::PLACE) && scene.name_at(noun.head).is_some();
    // A party is no feast here.
    // "Which Bulgaria has attributed to it", "accused it of the attack"; not "blamed it on rebels".
    let behind = noun.first.checked_sub(1).is_some_and(|before| scene.is_in(before, ChunkKind::Preposition));
    let one = facts.pronoun && (behind || scene.hash(noun.last) == word!("of"));
    let thing = facts.class.meets(Class::PLACE.with(Class::THING)) && facts.people.is_empty() && !one;
    let actor = facts.class.meets(Class::PEOPLE.with(Class::ORGANIZATION)) && !thing;
    (facts.known || facts.pronoun) && !facts.victim_only && (state || actor)
}

/// Whether the noun is only the medium by which somebody speaks of the deed: "claimed the attack on Twitter", "announced the attack on its website".
pub(super) fn is_medium(scene: &Scene<'_>, trigger: &Trigger<'_>, noun: Noun) -> bool {
    const SOCIAL: u64 = fold::hash("social");
    let deed =
        trigger.pos == Pos::Noun && trigger.kind.is_violence() && scene.has(WordSet::Medium, noun.head) && noun.first >= trigger.last;
    let own = || scene.name_at(noun.head).is_some() || THEIR.contains(&scene.hash(noun.first)) || scene.hash(noun.first) == SOCIAL;
    let speaks = |hit: &&Hit| {
        let class = scene.lexicon.row(hit.row).text(column::Attribution::Class);
        scene.is_in(hit.first, ChunkKind::Verb) && matches!(class, "admit" | "claim" | "say" | "warn")
    };
    let start = scene.sentence(trigger.sentence).start.max(trigger.first.saturating_sub(REACH));
    deed && own() && within(&scene.index.attributions, start..trigger.first).iter().any(speaks)
}

/// Whether things are blamed for what is no deed: "analysts blamed weak earnings for a fall in shares"; not "blamed a gas leak for the blast".
pub(in crate::event) fn blames_matter(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let verb = scene.chunk_index(trigger.head).filter(|_| trigger.kind == EventKind::Accusation && trigger.pos == Pos::Verb);
    let Some(around) = verb.map(|verb| scene.of_verb(verb)) else { return false };
    let noun = |&index: &u32| scene.chunks().get(index as usize).map(|chunk| scene.noun(chunk));
    let who = Class::PEOPLE.with(Class::ORGANIZATION).with(Class::PLACE).with(Class::EVENT);
    let matter = |noun: Noun| !scene.facts(noun).pronoun && !scene.is(noun, who);
    let deed =
        |noun: Noun| scene.facts(noun).pronoun || scene.is(noun, Class::EVENT) || best_at(scene, trigger.sentence, noun.head).is_some();
    let mut reasons = around.complements.iter().filter(|complement| complement.word == const { fold::hash("for") }).peekable();
    let of_no_deed = |reason: &Complement| reason.verb.is_none() && !reason.nouns.iter().filter_map(noun).any(deed);
    !around.object.is_empty() && around.object.iter().filter_map(noun).all(matter) && reasons.peek().is_some() && reasons.all(of_no_deed)
}
