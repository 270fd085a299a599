//! Hazards: animals, lightning, poisons, by which people come to harm and nobody attacks them; and what is killed and is nobody.

use super::args::{self, Argument, ArgumentList, Slot};
use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::party::is_party;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger, best_at};
use crate::lexicon::{TableId, WordSet, column};
use crate::phrase::ChunkKind;
use crate::record::EventKind;
use crate::token::TextCase;
use crate::token::literal::word;
use std::ops::Deref;

const VIOLENCE: u64 = word!("violence");

/// What the verb is done to.
const DIRECT: [Slot; 2] = [Slot::OBJECT, Slot::PASSIVE_SUBJECT];

/// Makes an accident of the harm that an animal or the like does, and of one vehicle or ship that runs into another: "a tiger killed a farmer",
/// "mauled by two dogs", "the ferry was rammed by a cargo ship".
pub(super) fn settle(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let trigger = &mention.trigger;
    if trigger.pos == Pos::Noun || mention.role(Role::Perpetrator).next().is_some() {
        return;
    }
    let arguments = args::of(scene, trigger);
    let by = |argument: &Argument| matches!(argument.slot, Slot::SUBJECT | Slot::BY);
    let rule = if arguments.iter().any(|argument| by(argument) && is_hazard(scene, argument.noun)) {
        "kind:hazard"
    } else if is_collision(scene, trigger, &arguments) {
        "kind:collision"
    } else {
        return;
    };
    (mention.trigger.kind, mention.trigger.method) = (EventKind::Accident, None);
    let vehicle = |filler: &Filler<'_>| filler.role == Role::Instrument && filler.class.meets(Class::VEHICLE);
    mention.fillers.retain(|filler| rule == "kind:hazard" || !vehicle(filler));
    mention.rules.push(rule);
}

/// Whether all that is killed or attacked are animals: "poachers have killed 22 rhinos"; not "three herders and 40 cows".
pub(super) fn is_of_animals(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    trigger.kind == EventKind::Attack && trigger.pos == Pos::Verb && are_objects(arguments, |object| is_hazard(scene, object.noun))
}

/// Whether it has direct objects, and all are such.
fn are_objects(arguments: &[Argument], such: impl FnMut(&Argument) -> bool) -> bool {
    let mut objects = arguments.iter().filter(|argument| DIRECT.contains(&argument.slot)).peekable();
    objects.peek().is_some() && objects.all(such)
}

/// Whether what is killed is no living thing but a single word for a notion: "a strike that killed tourism", "democracy is killed"; not "killing one".
pub(super) fn is_of_notion(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let notion = |argument: &Argument| {
        let noun = argument.noun;
        let one = scene.chunk_at(noun.head).is_some_and(|chunk| !chunk.plural && chunk.first + 1 == chunk.last);
        one && scene.count_in(noun.first, noun.last).is_none() && is_notion(scene, noun)
    };
    trigger.frame == "outcome-kill" && trigger.pos == Pos::Verb && scene.document.case == TextCase::Mixed && are_objects(arguments, notion)
}

/// Whether an ordinary word in small letters stands for something that no table knows: "the plan", "tourism".
pub(super) fn is_notion(scene: &Scene<'_>, noun: Noun) -> bool {
    let facts = scene.facts(noun);
    let ordinary = scene.document.words.get(noun.head as usize).is_some_and(|word| word.band() > 0);
    let small = scene.document.tokens.get(noun.head as usize).is_some_and(|head| !head.case.is_capitalised());
    ordinary && small && !facts.known && !facts.pronoun && facts.class == Class::THING
}

/// Whether who was killed tells of it: "I thought I had been killed".
pub(super) fn is_of_teller(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let teller = |argument: &Argument| argument.slot == Slot::PASSIVE_SUBJECT && scene.hash(argument.noun.head) == word!("i");
    trigger.frame == "outcome-kill" && trigger.pos == Pos::Verb && arguments.iter().any(teller)
}

/// Whether somebody is the hostage of a thing: "was held hostage by an expiring contract".
pub(super) fn is_hostage_of_matter(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &[Argument]) -> bool {
    trigger.method == Some("hostage") && trigger.pos == Pos::Verb && are_matter(scene, arguments, Slot::BY)
}

/// Whether no person and no body takes anything, but what happened: "the crisis has robbed children of an education".
pub(super) fn is_by_matter(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &[Argument]) -> bool {
    trigger.pos == Pos::Verb && are_matter(scene, arguments, Slot::SUBJECT)
}

/// Whether all whom somebody makes off with are people, who are no loot: "made off with 31 migrants".
pub(super) fn is_taking_of_people(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let people = |argument: &Argument| {
        scene.facts(argument.noun).known && scene.is(argument.noun, Class::PEOPLE) && !is_hazard(scene, argument.noun)
    };
    trigger.frame == "take-from" && trigger.pos == Pos::Verb && are_objects(arguments, people)
}

/// Whether something stands in that place, and nothing but things and what happened.
fn are_matter(scene: &Scene<'_>, arguments: &[Argument], slot: Slot) -> bool {
    let matter = |argument: &Argument| {
        let facts = scene.facts(argument.noun);
        let things = Class::THING.with(Class::EVENT);
        !facts.pronoun && facts.class.meets(things) && facts.class.without(things) == Class::default()
    };
    let mut doers = arguments.iter().filter(|argument| argument.slot == slot).peekable();
    doers.peek().is_some() && doers.all(matter)
}

/// Whether the noun group is an animal or the like, under no name and in nobody's service: not "police dogs", "the Tigers", "a lone wolf".
pub(super) fn is_hazard(scene: &Scene<'_>, noun: Noun) -> bool {
    let person = |token: u32| scene.hits(token, TableId::PersonNoun).next().is_some();
    scene.has(WordSet::Hazard, noun.head) && scene.name_at(noun.head).is_none() && !(noun.first..=noun.head).any(person)
}

/// Whether one vehicle that bears no arms runs into another: "the bus was struck by a tanker"; not "a car bomb", not "an army jeep".
fn is_collision(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &[Argument]) -> bool {
    let runs = trigger.frame == "ram" && trigger.last == trigger.first + 1 || scene.has(WordSet::Impact, trigger.head);
    let served = |noun: Noun| (noun.first..noun.head).any(|token| scene.hits(token, TableId::PersonNoun).next().is_some());
    let plain = |noun: Noun| is_plain_vehicle(scene, noun) && !scene.is(noun, Class::WEAPON) && !served(noun);
    let meets = |slots: &[Slot]| arguments.iter().any(|argument| slots.contains(&argument.slot) && plain(argument.noun));
    // "It was struck by the tanker": whatever it is.
    let struck = || meets(&[Slot::BY]) && scene.has(WordSet::Impact, trigger.head);
    runs && (struck() || meets(&[Slot::SUBJECT, Slot::BY]) && meets(&DIRECT))
}

/// Whether it is a vehicle or ship that bears no arms.
fn is_plain_vehicle(scene: &Scene<'_>, noun: Noun) -> bool {
    let class = scene.facts(noun).class;
    class.meets(Class::VEHICLE) && !class.meets(Class::AIRCRAFT.with(Class::MILITARY)) && !is_party(scene, noun, "bomb")
}

/// Whether such a vehicle hits another, what stands in its way, or people: "a bus hit a truck", "a car struck a tree", "a van hit pedestrians"; not "a
/// drone hit a truck", nor a crowd, into which somebody drives.
pub(super) fn runs_into(scene: &Scene<'_>, arguments: &[Argument]) -> bool {
    let any = |slots: &[Slot], test: &dyn Fn(Noun) -> bool| {
        arguments.iter().any(|argument| slots.contains(&argument.slot) && test(argument.noun))
    };
    let people = |noun: Noun| {
        let facts = scene.facts(noun);
        matches!(facts.people, "civilian" | "person" | "child" | "worker" | "student") && facts.class.meets(Class::PERSON)
    };
    let obstacle = |noun: Noun| is_plain_vehicle(scene, noun) || scene.has(WordSet::Obstacle, noun.head) || people(noun);
    any(&[Slot::SUBJECT], &|noun| is_plain_vehicle(scene, noun)) && any(&[Slot::OBJECT], &obstacle)
}

/// Whether what breaks out is a protest or riot, which is no fight: "protests erupted in Tehran", "stone-pelting broke out"; or violence told by
/// name of what the clause behind tells: "violence erupted when police fired at mourners".
pub(super) fn is_outbreak_of_other(scene: &Scene<'_>, trigger: &Trigger<'_>, arguments: &impl Deref<Target = ArgumentList>) -> bool {
    let crowd = |kind: EventKind| matches!(kind, EventKind::Protest | EventKind::Riot | EventKind::MobViolence);
    let other = |argument: &Argument| {
        let noun = argument.noun;
        // "Clashes broke out" is a form of its own.
        let own = |told: &Trigger<'_>| told.last <= noun.last;
        let crowds = || {
            [noun.head, noun.first]
                .iter()
                .filter_map(|&token| best_at(scene, trigger.sentence, token))
                .any(|told| own(&told) && crowd(told.kind))
        };
        argument.slot == Slot::SUBJECT && (crowds() || scene.hash(noun.head) == VIOLENCE && tells_deed_behind(scene, trigger.last))
    };
    trigger.frame == "erupt" && trigger.pos == Pos::Verb && arguments.iter().any(other)
}

/// Whether "violence" only announces what the clause behind tells: "*violence* broke out when a mob attacked a mosque".
pub(super) fn is_announcement(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let noun = scene.chunk_index(trigger.head).filter(|_| scene.hash(trigger.head) == VIOLENCE);
    let around = noun.map(|noun| scene.of_noun(noun)).filter(|around| around.governor_is_subject);
    let verb = around.and_then(|around| scene.chunks().get(around.governor? as usize));
    verb.is_some_and(|verb| erupts(scene, verb.first) && tells_deed_behind(scene, verb.last))
}

/// Whether a form of a verb of breaking out begins with the token.
fn erupts(scene: &Scene<'_>, token: u32) -> bool {
    scene.hits(token, TableId::Trigger).any(|hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame) == "erupt")
}

/// Whether a clause behind tells of a deed of violence: "*when* a mob attacked a mosque", "*after* police shot a trader".
fn tells_deed_behind(scene: &Scene<'_>, from: u32) -> bool {
    const OPENERS: [u64; 3] = [word!("when"), word!("after"), word!("as")];
    let sentence = scene.document.sentence_of(from as usize);
    let end = scene.sentence(sentence).end;
    let clause = (from..end).find(|&token| OPENERS.contains(&scene.hash(token)) && scene.is_in(token, ChunkKind::Subordinator));
    let verb = clause.and_then(|clause| (clause..end).find(|&token| scene.is_in(token, ChunkKind::Verb)));
    let verb = verb.and_then(|verb| scene.chunk_at(verb)).filter(|verb| !erupts(scene, verb.head));
    let deed = verb.and_then(|verb| best_at(scene, sentence, verb.head));
    deed.is_some_and(|deed| deed.kind.is_violence() || matches!(deed.kind, EventKind::Crackdown | EventKind::Riot))
}
