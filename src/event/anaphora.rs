//! Anaphora: pronouns and definite descriptions among the fillers, and the named ones that they stand for.

mod antecedent;
mod captive;
mod sides;
mod telling;

use super::args::{self, Slot};
use super::attribution;
use super::class::{Class, Facts};
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::member;
use super::pronoun;
use super::scene::{Noun, Scene};
use super::settle;
use super::weapon;
use crate::record::{Basis, EntityKind, EventKind, FillerType, Range, Side, Status};
use crate::token::fold;
use crate::token::literal::word;
use antecedent::{Deed, antecedent};
pub(super) use telling::verb_of_telling;
use telling::{is_own_word, quoted_speaker, speaker, speaker_before};

/// Who speaks, in his own words.
const FIRST: [u64; 4] = [fold::hash("we"), fold::hash("us"), fold::hash("i"), fold::hash("me")];

/// Puts in the place of each pronoun, and of "the group" and its like, what it stands for.
pub(super) fn resolve<'l>(scene: &Scene<'l>, mentions: &mut [Mention<'l>]) {
    for index in 0..mentions.len() {
        let (earlier, later) = mentions.split_at_mut(index);
        let Some(mention) = later.first_mut() else { return };
        let sentence = mention.trigger.sentence;
        admit(scene, mention);
        claim(scene, mention);
        own_forces(scene, mention);
        sides::add(scene, mention);
        let violence = mention.trigger.kind.is_violence();
        let is_open =
            |filler: &Filler<'_>| filler.anaphoric && filler.entity.is_none() && !matches!(filler.role, Role::Place | Role::About);
        if !mention.fillers.iter().any(is_open) {
            continue;
        }
        let told = std::mem::take(&mut mention.fillers);
        let mut found = false;
        for filler in told {
            let dead = mention.status == Status::Occurred && filler.role == Role::Victim && mention.trigger.frame == "outcome-kill";
            let meant = || {
                let other = stands_for(scene, sentence, &filler, violence, dead);
                // "She was released": the one named last.
                let named = |noun: &Noun| scene.kind_at(noun.head) == Some(EntityKind::Person);
                other.filter(named).or_else(|| captive::taken(scene, earlier, mention, &filler)).or(other)
            };
            match is_open(&filler).then(meant).flatten() {
                Some(noun) if filler.role == Role::Perpetrator => {
                    found = true;
                    doers(scene, noun, &filler, &mut mention.fillers);
                }
                Some(noun) if mention.trigger.kind == EventKind::Release => {
                    let told = filler.count.or_else(|| scene.count_in(noun.first, noun.last).map(|count| count.range));
                    mention.fillers.push(Filler { count: told, ..in_place(scene, noun, &filler) });
                }
                Some(noun) => mention.fillers.push(in_place(scene, noun, &filler)),
                None => mention.fillers.push(filler),
            }
        }
        if found {
            settle::by_doers(scene, mention);
        }
    }
}

/// Makes a claim of what somebody says of himself: "the group said it was behind the attack".
fn admit<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>) {
    let denied = mention.status == Status::Denied;
    if mention.trigger.kind != EventKind::Accusation || mention.trigger.frame != "speech-accused" || denied {
        return;
    }
    let himself = args::of(scene, &mention.trigger).iter().filter(|argument| argument.slot == Slot::SUBJECT).find_map(|argument| {
        let chunk = scene.chunk_index(argument.noun.head)?;
        let (chunk, noun) = own_men(scene, chunk).unwrap_or((chunk, argument.noun));
        let facts = scene.facts(noun);
        // "A caller said the FARC was behind the bombing": he speaks for it.
        speaker(scene, chunk, &facts, false).or_else(|| Some(noun).filter(|_| !facts.pronoun && is_own_word(scene, chunk, noun)))
    });
    if let Some(noun) = himself {
        mention.fillers.retain(|filler| filler.role != Role::Target);
        filler::make(scene, Role::Perpetrator, noun, scene.facts(noun), &mut mention.fillers);
        (mention.trigger.kind, mention.trigger.strong) = (EventKind::Claim, true);
        mention.rules.push("kind:admits");
    }
}

/// Marks as claimed what an armed group, or who speaks for it, says that it did: "the FARC said it had killed two soldiers".
fn claim(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let done = mention.trigger.kind.is_violence() && mention.status == Status::Occurred;
    let stated = |filler: &&mut Filler<'_>| done && filler.role == Role::Perpetrator && filler.basis == Basis::Stated;
    for doer in mention.fillers.iter_mut().filter(stated) {
        if scene.chunk_index(doer.noun.head).is_some_and(|chunk| is_own_word(scene, chunk, doer.noun)) {
            doer.basis = Basis::Claimed;
        }
    }
}

/// Adds the group that tells what "our forces" did: "the FMLN said in a communique: 'Our forces killed nine soldiers'", "communique of the FMLN: our
/// forces attacked".
fn own_forces<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>) {
    let ours = |filler: &Filler<'_>| {
        let own = scene.chunk_at(filler.noun.head).is_some_and(|chunk| scene.hash(chunk.first) == word!("our"));
        own && filler.role == Role::Perpetrator && filler.entity.is_none() && filler.class.meets(Class::PEOPLE.with(Class::ORGANIZATION))
    };
    let Some(forces) = mention.fillers.iter().copied().find(|filler| mention.trigger.kind.is_violence() && ours(filler)) else { return };
    let fights = |noun: &Noun| scene.facts(*noun).side == Some(Side::Nonstate) || scene.kind_at(noun.head) == Some(EntityKind::Group);
    // "A Taliban spokesman said", "the group said".
    let teller = attribution::speaker_beside(scene, mention);
    let teller = teller.and_then(|teller| Some(teller).filter(fights).or_else(|| member::group_in(scene, teller).filter(fights)));
    if let Some(teller) = teller.or_else(|| telling::group_before_colon(scene, forces.noun)) {
        let from = mention.fillers.len();
        doers(scene, teller, &forces, &mut mention.fillers);
        mention.fillers.iter_mut().skip(from).for_each(|doer| doer.basis = Basis::Claimed);
    }
}

/// "Its fighters", "two of its men": the chunk that they begin with, and the pronoun for who owns them.
fn own_men(scene: &Scene<'_>, chunk: usize) -> Option<(usize, Noun)> {
    const ITS: u64 = fold::hash("its");
    const OF: u64 = fold::hash("of");
    let men = scene.chunks().get(chunk).filter(|men| scene.is(scene.noun(men), Class::PERSON))?;
    let owner = weapon::told_owner(scene, men).filter(|owner| scene.hash(owner.head) == ITS)?;
    let of = chunk.checked_sub(2).filter(|_| scene.chunks().get(chunk - 1).is_some_and(|of| scene.hash(of.first) == OF));
    Some((of.unwrap_or(chunk), owner))
}

/// What a pronoun, or "the group" and its like, stands for in an act of violence or another; `dead` if it is killed.
fn stands_for(scene: &Scene<'_>, sentence: usize, filler: &Filler<'_>, violence: bool, dead: bool) -> Option<Noun> {
    // "Both" are two told together, not the nearest of many.
    const BOTH: u64 = fold::hash("both");
    let facts = scene.facts(filler.noun);
    // "Those arrested" are no others told before.
    let described =
        facts.pronoun && (scene.chunk_at(filler.noun.head).is_some_and(|own| filler.noun.last > own.last) || are_told(scene, filler.noun));
    // "The Islamic State group" is no other.
    let named = |token: u32| matches!(scene.kind_at(token), Some(EntityKind::Group | EntityKind::Organization));
    let is_named = !facts.pronoun && (filler.noun.first..filler.noun.head).any(named);
    // "Burning 30 of them": some of the things told before.
    let of_things = facts.pronoun && filler.role == Role::Target && facts.plural && !filler.class.meets(Class::PEOPLE);
    if of_things && let Some(things) = pronoun::things_of_share(scene, filler.noun) {
        return Some(things);
    }
    if (!facts.pronoun && facts.people != "group") || scene.hash(filler.noun.head) == BOTH || described || is_named {
        return None;
    }
    // "We killed them," said the spokesman: not he.
    // But "'we killed them,' said the FMLN".
    let group = |noun: Option<Noun>| noun.filter(|noun| scene.kind_at(noun.head) == Some(EntityKind::Group));
    if violence && filler.role == Role::Perpetrator && FIRST.contains(&scene.hash(filler.noun.head)) {
        let told = quoted_speaker(scene, sentence, filler.noun).or_else(|| speaker_before(scene, sentence)).and_then(group);
        if told.is_some() {
            return told;
        }
    }
    if !violence
        && FIRST.contains(&scene.hash(filler.noun.head))
        && let Some(speaker) = quoted_speaker(scene, sentence, filler.noun).or_else(|| speaker_before(scene, sentence))
    {
        return speaker;
    }
    // "We hold the president responsible" in a text that names no speaker: none of those it tells of.
    if !violence && FIRST.contains(&scene.hash(filler.noun.head)) {
        return None;
    }
    let blamed = filler.role == Role::Target && !violence;
    let hit = matches!(filler.role, Role::Victim | Role::Target) && !blamed;
    let does = filler.role == Role::Perpetrator && violence;
    antecedent(
        scene,
        sentence,
        filler.noun,
        Deed { violence: does, suffered: filler.role == Role::Victim, dead, blamed },
        &Facts { class: if hit { facts.class } else { facts.class.without(Class::THING) }, ..facts },
    )
}

/// "Those who did this": a relative clause tells who they are.
fn are_told(scene: &Scene<'_>, noun: Noun) -> bool {
    const THOSE: u64 = fold::hash("those");
    const WHO: u64 = fold::hash("who");
    scene.hash(noun.head) == THOSE && scene.hash(noun.last) == WHO
}

/// Adds who did it, with the body behind him.
fn doers<'l>(scene: &Scene<'l>, noun: Noun, told: &Filler<'l>, out: &mut Vec<Filler<'l>>) {
    let from = out.len();
    filler::make(scene, told.role, noun, scene.facts(noun), out);
    out.iter_mut().skip(from).for_each(|doer| (doer.basis, doer.by, doer.anaphoric) = (told.basis, told.by, false));
}

/// The number of a group told before in the sentence of the pronoun that stands for all of it: "took 12 men from their homes and shot them dead"; not
/// "most of them".
fn count_of_all(scene: &Scene<'_>, group: Noun, pronoun: Noun) -> Option<Range> {
    const OF: u64 = fold::hash("of");
    let sentence = |noun: Noun| scene.document.sentence_of(noun.head as usize);
    let part = pronoun.last > pronoun.first + 1 || pronoun.first.checked_sub(1).is_some_and(|of| scene.hash(of) == OF);
    let all = !part && pronoun.first >= group.last && sentence(group) == sentence(pronoun);
    scene.count_in(group.first, group.last).filter(|_| all).map(|quantity| quantity.range)
}

/// The filler with what it stands for in its place.
fn in_place<'l>(scene: &Scene<'l>, noun: Noun, told: &Filler<'l>) -> Filler<'l> {
    let entity = scene.entity_at(noun.head).map(|entity| entity as u32);
    let Facts { class, people, plural, .. } = scene.facts(noun);
    // "She" stands for "the judge", who may stand for somebody named.
    let anaphoric = entity.is_none() && filler::is_told_as_known(scene, noun, plural);
    // "The church, which they left after it was bombed".
    let thing = told.role == Role::Victim && class.meets(Class::THING) && !class.meets(Class::PEOPLE);
    let (role, kind) = if thing { (Role::Target, Some(FillerType::Organization)) } else { (told.role, told.kind) };
    let count = told.count.or_else(|| count_of_all(scene, noun, told.noun).filter(|_| plural));
    Filler { role, kind, noun, entity, anaphoric, people, class, count, ..*told }
}
