//! How a form stands in its sentence: as which part of speech, with which object, and whether it only describes a noun.

use super::{Pos, Trigger, kind_of};
use crate::event::class::Class;
use crate::event::party::is_party;
use crate::event::scene::{Noun, Scene};
use crate::lexicon::{Hit, TableId, Tag, column};
use crate::phrase::{Chunk, ChunkKind, Link, VerbForm, Voice};
use crate::record::{EntityKind, EventKind};
use crate::token::fold;

/// The part of speech in which the form stands and its head; `None` if it is not the row's.
pub(in crate::event) fn place(scene: &Scene<'_>, hit: &Hit, pos: &str) -> Option<(Pos, u32)> {
    let tag = |token: u32| scene.reading.phrases.tags.get(token as usize).copied().flatten();
    let is_verb = |token: u32| {
        matches!(tag(token), Some(Tag::VerbBase | Tag::VerbS | Tag::VerbEd | Tag::VerbEn | Tag::VerbIng | Tag::Auxiliary))
            && !matches!(scene.chunk_at(token), Some(chunk) if chunk.kind == ChunkKind::Noun && chunk.head == token)
    };
    let tokens = hit.first..hit.last;
    match pos {
        "v" if is_verb(hit.first) => Some((Pos::Verb, hit.first)),
        // "Were baton-charged": a participle with a noun before its hyphen.
        "v" => {
            let compound = hit.last - hit.first > 2 && scene.document.word(hit.last as usize - 2) == "-";
            let apart = !scene.is_in(hit.last - 1, ChunkKind::Noun);
            let stated = compound && apart && tag(hit.last - 1) == Some(Tag::Adjective) && !has_object(scene, hit.last);
            stated.then_some((Pos::Adjective, hit.last - 1))
        }
        "n" => {
            let head = tokens.clone().find(|&token| matches!(tag(token + 1), Some(Tag::Preposition)) && token + 1 < hit.last);
            let head = head.unwrap_or(hit.last - 1);
            let noun = matches!(tag(head), Some(Tag::Noun | Tag::NounPlural | Tag::VerbIng) | None) && !is_verb(head);
            (noun || scene.is_in(head, ChunkKind::Noun)).then_some((Pos::Noun, head))
        }
        "a" => {
            let head = hit.last - 1;
            // "wounded three people", "shot dead the mayor", "shot dead in Cali the mayor" are verbs.
            let active = |chunk: &Chunk| {
                let finite = chunk.kind == ChunkKind::Verb && chunk.voice == Voice::Active && chunk.form == VerbForm::Finite;
                let object = || scene.chunk_index(head).is_some_and(|verb| !scene.of_verb(verb).object.is_empty());
                finite && (chunk.head == head || object())
            };
            let acts = has_object(scene, hit.last) || scene.chunk_at(head).is_some_and(active);
            let fits = matches!(tag(head), Some(Tag::Adjective | Tag::VerbEn | Tag::VerbEd | Tag::Noun) | None);
            (fits && !acts).then_some((Pos::Adjective, head))
        }
        _ => {
            let main = |&token: &u32| scene.chunk_at(token).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.head == token);
            let head = tokens.clone().find(main).or_else(|| tokens.clone().find(|&token| is_verb(token)));
            Some(head.map_or((Pos::Noun, hit.last - 1), |head| (Pos::Verb, head)))
        }
    }
}

/// Whether a noun group begins right at `token`, so that a participle before it is a verb with its object.
pub(in crate::event) fn has_object(scene: &Scene<'_>, token: u32) -> bool {
    scene.chunk_at(token).is_some_and(|chunk| chunk.kind == ChunkKind::Noun && chunk.first == token)
}

/// Whether the gap of a separable form holds its object and nothing else: "set *six lorries and a bus* on fire", "set *part of the hall* alight".
pub(super) fn holds_object(scene: &Scene<'_>, hit: &Hit) -> bool {
    const TAIL: u32 = 5;
    // "The bodies of *four men with signs of torture* were found".
    const PHRASES: usize = 3;
    const JOINS: [u64; 2] = [fold::hash("of"), fold::hash("with")];
    let first = scene.chunk_at(hit.head).filter(|object| object.first == hit.head);
    let list = scene.chunk_index(hit.head).map(|object| scene.clauses().coordinated(object));
    // A list behind the form is another: "drove the rebels out of two towns and a valley".
    let inside = |&member: &u32| scene.chunks().get(member as usize).filter(|member| member.last < hit.last);
    let last = list.and_then(|list| list.iter().filter_map(inside).last());
    // "Took about 250 hostage": the number stands in one group with the end of the form.
    let number = |group: &Chunk| {
        let count = scene.count_in(group.first, hit.last).filter(|count| count.last + 1 == hit.last);
        group.kind == ChunkKind::Noun && group.last == hit.last && count.is_some()
    };
    if first.is_some_and(number) {
        return true;
    }
    first.zip(last).is_some_and(|(first, object)| {
        let word = scene.document.word(object.head as usize);
        let himself = word.ends_with("self") || word.ends_with("selves");
        let behind = |from: u32| {
            let noun = scene.chunk_at(from + 1).filter(|noun| JOINS.contains(&scene.hash(from)) && noun.kind == ChunkKind::Noun);
            noun.map(|noun| noun.last).filter(|&last| last < hit.last)
        };
        let last = std::iter::successors(Some(object.last), |&from| behind(from)).take(PHRASES).last().unwrap_or(object.last);
        let last = past_aside(scene, last, hit.last).unwrap_or(last);
        first.kind == ChunkKind::Noun && !himself && last < hit.last && hit.last - last <= TAIL
    })
}

/// Past what two commas set off behind the object in the gap of a form: "the bodies of two teachers, missing since Friday, were found".
fn past_aside(scene: &Scene<'_>, from: u32, end: u32) -> Option<u32> {
    const LONGEST: u32 = 8;
    let comma = |token: u32| scene.document.word(token as usize) == ",";
    let close = (from + 2..end.min(from + LONGEST)).find(|&token| comma(token)).filter(|_| comma(from))?;
    (!scene.is_in(from + 1, ChunkKind::Conjunction)).then_some(close + 1)
}

/// Whether the "at" of a form only tells where people were hit: "was shot at a checkpoint", "two teachers shot at school"; not "a car was shot at".
pub(super) fn is_where_shot(scene: &Scene<'_>, hit: &Hit) -> bool {
    const AT: u64 = fold::hash("at");
    let at = hit.last - hit.first == 2 && scene.hash(hit.last - 1) == AT;
    let verb = scene.chunk_index(hit.first).filter(|_| at && has_object(scene, hit.last));
    let passive = |&verb: &usize| scene.chunks().get(verb).is_some_and(|verb| verb.voice == Voice::Passive);
    let subject = verb.filter(passive).and_then(|verb| scene.of_verb(verb).subject.first().copied());
    let people = subject.and_then(|subject| scene.chunks().get(subject as usize));
    people.is_some_and(|people| scene.is(scene.noun(people), Class::PEOPLE))
}

/// Whether a score stands behind the object of a verb: "bombed the Red Sox 14-2".
pub(super) fn is_scored(scene: &Scene<'_>, hit: &Hit) -> bool {
    let Some(verb) = scene.chunk_index(hit.last - 1) else { return false };
    let noun = |at: usize| scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Noun);
    let (Some(_), Some(score)) = (noun(verb + 1), noun(verb + 2)) else { return false };
    let is_points = |token: u32| {
        let word = scene.document.word(token as usize);
        word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let dash = matches!(scene.document.word(score.first as usize + 1), "-" | "–");
    score.last - score.first == 3 && dash && is_points(score.first) && is_points(score.last - 1)
}

/// Whether a noun stands before the head of its group, so that the group is not the event ("attack capabilities").
pub(super) fn is_modifier(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    if trigger.pos != Pos::Noun {
        return false;
    }
    let Some(chunk) = scene.chunk_at(trigger.head) else { return false };
    chunk.kind == ChunkKind::Noun && chunk.head > trigger.head && {
        let head = chunk.head;
        let is_event = scene.hits(head, TableId::Trigger).next().is_some();
        let is_cue = scene.hits(head, TableId::Status).next().is_some();
        !is_event && !is_cue
    }
}

/// Whether it stands before a noun that it describes: "suspected militants"; a comma, not a subject, may stand before it.
pub(super) fn is_adjective(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let opens = || {
        let no_subject = || scene.chunk_index(trigger.head).is_some_and(|verb| scene.of_verb(verb).subject.is_empty());
        let start =
            scene.sentence(trigger.sentence).start == trigger.first || (scene.is_in(trigger.first - 1, ChunkKind::Mark) && no_subject());
        trigger.head == trigger.first && start && has_object(scene, trigger.last)
    };
    trigger.pos == Pos::Adjective || (trigger.pos == Pos::Verb && (describes(scene, trigger) || opens()))
}

/// Whether a weapon only says what somebody bears: "rebels armed with rifles and grenades attacked a post".
pub(in crate::event) fn is_borne(scene: &Scene<'_>, weapon: u32) -> bool {
    borne_with(scene, weapon).is_some()
}

/// Who bears a weapon: "guerrillas armed with rifles and bombs", "the men, armed with knives".
pub(in crate::event) fn bearer(scene: &Scene<'_>, weapon: u32) -> Option<Noun> {
    let armed = borne_with(scene, weapon)?.checked_sub(1)?;
    let chunk = |at: usize| scene.chunks().get(at).filter(|chunk| chunk.kind != ChunkKind::Mark);
    let before = armed.checked_sub(1)?;
    let who = chunk(before).or_else(|| chunk(before.checked_sub(1)?))?;
    (who.kind == ChunkKind::Noun).then(|| scene.noun(who)).filter(|&who| scene.is(who, Class::PEOPLE))
}

/// The chunk of "with" in "armed with", before a weapon or a list of them.
fn borne_with(scene: &Scene<'_>, weapon: u32) -> Option<usize> {
    const STEPS: usize = 8;
    let at = scene.chunk_index(weapon)?;
    let listed = |at: &usize| {
        let chunk = scene.chunks().get(*at);
        chunk.is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Conjunction | ChunkKind::Mark))
    };
    let with = (at.saturating_sub(STEPS)..at).rev().find(|at| !listed(at))?;
    let first = scene.chunks().get(with).map(|with| with.first).filter(|&with| scene.hash(with) == const { fold::hash("with") })?;
    first.checked_sub(1).filter(|&armed| scene.hash(armed) == const { fold::hash("armed") }).map(|_| with)
}

/// Whether it only tells whose side somebody is on: "gunmen linked to the Red Front", not "an attack linked to".
pub(super) fn is_allegiance(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some(verb) = scene.chunk_index(trigger.head).filter(|_| trigger.frame == "speech-blame-on") else { return false };
    let participle = scene.chunks().get(verb).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Participle);
    let body = scene
        .chunk_at(trigger.last)
        .is_some_and(|chunk| matches!(scene.kind_at(chunk.head), Some(EntityKind::Group | EntityKind::Organization)));
    let who = || scene.of_verb(verb).subject.first().and_then(|&who| scene.chunks().get(who as usize)).map(|who| scene.noun(who));
    participle && body && who().is_some_and(|who| scene.is(who, Class::PEOPLE))
}

/// Whether it only says who is set free: "rescued 76 kidnapped people".
pub(super) fn is_of_freed(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let noun = scene.chunk_index(trigger.head).filter(|_| trigger.kind == EventKind::Kidnapping && describes(scene, trigger));
    let verb = noun.and_then(|noun| scene.of_noun(noun).governor).and_then(|verb| scene.chunks().get(verb as usize));
    verb.is_some_and(|verb| scene.hits(verb.head, TableId::Trigger).any(|hit| kind_of(hit) == Some(EventKind::Release)))
}

/// Whether it only says how somebody came by a car: "drove a hijacked truck", not "the hijacked jet".
pub(super) fn is_of_car(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let noun = scene.chunk_at(trigger.head).filter(|_| trigger.kind == EventKind::Hijacking && describes(scene, trigger));
    noun.map(|noun| scene.noun(noun))
        .is_some_and(|noun| scene.is(noun, Class::VEHICLE) && !is_party(scene, noun, "plane") && !is_party(scene, noun, "ship"))
}

/// Whether it only says what a car bore with which the deed behind it was done: "a truck laden with explosives rammed the bank"; not "a car packed
/// with explosives was found".
pub(super) fn is_of_bomb_car(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let verb = scene.chunk_index(trigger.head).filter(|_| trigger.frame == "plant-weapon" && trigger.pos == Pos::Verb);
    let participle = |&verb: &usize| scene.chunks().get(verb).is_some_and(|verb| verb.form == VerbForm::Participle);
    let car = verb.filter(participle).and_then(|verb| scene.of_verb(verb).subject.first().copied());
    let around = car.map(|car| scene.of_noun(car as usize)).filter(|around| around.governor_is_subject);
    let deed = around.and_then(|around| around.governor).and_then(|deed| scene.chunks().get(deed as usize));
    let strikes = |hit: &Hit| kind_of(hit).is_some_and(EventKind::is_violence);
    deed.is_some_and(|deed| deed.first > trigger.first && !deed.negated && scene.hits(deed.head, TableId::Trigger).any(strikes))
}

/// Whether it only says where what was found had been put: "seized 200 kg of dynamite hidden in a warehouse".
pub(super) fn is_of_found(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some(verb) = scene.chunk_index(trigger.head).filter(|_| trigger.frame == "plant-weapon" && trigger.pos == Pos::Verb) else {
        return false;
    };
    let participle = scene.chunks().get(verb).is_some_and(|verb| verb.form == VerbForm::Participle);
    let seizes = |verb: u32| {
        let verb = scene.chunks().get(verb as usize);
        let seizure = |hit: &Hit| scene.lexicon.row(hit.row).text(column::Trigger::Frame) == "seize";
        verb.is_some_and(|verb| scene.hits(verb.head, TableId::Trigger).any(seizure))
    };
    let noun = scene.of_verb(verb).subject.first().copied().filter(|_| participle);
    // "200 kg of dynamite": the measure is what was seized.
    let measure = |noun: u32| {
        noun.checked_sub(2)
            .filter(|_| scene.chunks().get(noun as usize - 1).is_some_and(|of| scene.hash(of.first) == const { fold::hash("of") }))
    };
    let governs = |noun: u32| scene.of_noun(noun as usize).governor.is_some_and(seizes);
    noun.is_some_and(|noun| governs(noun) || measure(noun).is_some_and(governs))
}

/// Whether it only says who somebody is: "militants fighting against Indian rule".
pub(super) fn is_calling(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let verb = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Verb);
    let is_gerund = |verb: usize| scene.chunks().get(verb).is_some_and(|chunk| chunk.form == VerbForm::Gerund);
    verb.is_some_and(|verb| is_gerund(verb) && scene.of_verb(verb).link == Link::Modified)
}

/// Whether it stands in a noun group before the head: "a jailed drug lord", "a stolen car".
pub(super) fn describes(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    scene.chunk_at(trigger.head).is_some_and(|chunk| chunk.kind == ChunkKind::Noun && chunk.head > trigger.head)
}
