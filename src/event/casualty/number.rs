//! The number of a casualty cue: where the grammar of the cue, as its row names it, has it.

use super::{DEAD, is_mixed, is_part, sum};
use crate::event::class::Class;
use crate::event::pronoun;
use crate::event::scene::{Noun, Scene};
use crate::event::trigger::kind_of;
use crate::lexicon::{Hit, Row, TableId, WordSet, column};
use crate::phrase::{ChunkKind, VerbForm, Voice};
use crate::record::{EventKind, Range};
use crate::token::fold;
use crate::token::literal::word;

/// Farthest that a number may stand from the cue that it belongs to without grammar between, in tokens.
const NEAR: u32 = 4;

const TO: u64 = fold::hash("to");
const AT: u64 = fold::hash("at");
const FOR: u64 = fold::hash("for");
const THE: [u64; 2] = [word!("the"), word!("their")];

/// The number in a grammatical place of the cue.
pub(super) fn number(scene: &Scene<'_>, hit: &Hit, row: Row<'_>, slot: &str) -> Option<(Range, Noun)> {
    let chunk = scene.chunk_index(hit.last - 1)?;
    let here = scene.chunks().get(chunk)?;
    match slot {
        // The gap of a form holds its object: "drove *300 families* from".
        "object" if hit.head < hit.last => counted(scene, hit.head, hit.last).or_else(|| somebody(scene, hit)),
        "subject" | "object" if here.kind == ChunkKind::Verb => {
            let passive = here.voice == Voice::Passive;
            let intransitive = row.text(column::Casualty::Pos) == "v" && slot == "subject";
            let around = scene.of_verb(chunk);
            match slot {
                "subject" if passive || intransitive => of_people(scene, &around.subject),
                "object" if !passive && burns_things(scene, here.head, &around.object) => None,
                "object" if !passive => of_people(scene, &around.object),
                // "6,000 people had been uprooted".
                "object" if here.form == VerbForm::Finite && row.flags(column::Casualty::Outcome).eq(["displaced"]) => {
                    of_people(scene, &around.subject)
                }
                _ => None,
            }
        }
        "subject" => of_phrase(scene, hit).or_else(|| before(scene, hit)),
        // "16 life sentences".
        "before" if row.text(column::Casualty::Pos) == "n" && here.kind == ChunkKind::Noun && here.head >= hit.last => None,
        // "Three gunmen killed a policeman": those before the verb did it.
        "before" if here.kind == ChunkKind::Verb && here.voice == Voice::Active && !scene.of_verb(chunk).object.is_empty() => None,
        "before" => before(scene, hit),
        "at-object" => counted(scene, hit.last, (hit.last + NEAR).min(sentence_of(scene, hit).end)).or_else(|| behind_word(scene, hit, AT)),
        "to-object" if !is_of_toll(scene, hit) => None,
        "to-object" => behind_word(scene, hit, TO).or_else(|| behind(scene, hit).map(|first| with_others(scene, hit, first))),
        // "The displacement camp" counts nobody.
        "of-object" if !(hit.first..=hit.last).any(|token| scene.hash(token) == const { fold::hash("of") }) => None,
        "of-object" | "object" | "with-object" => behind(scene, hit),
        "inside" => counted(scene, hit.first, hit.last),
        _ => None,
    }
}

/// Whether the verb is one of setting fire to a thing, or to some of the things told before: "burned down the offices of the governor and the mayor",
/// "burning 30 of them".
fn burns_things(scene: &Scene<'_>, verb: u32, object: &[u32]) -> bool {
    let burns = |hit: &Hit| kind_of(hit) == Some(EventKind::Arson);
    let thing = |noun: Noun| {
        let facts = scene.facts(noun);
        let single = scene.count_in(noun.first, noun.last).is_none();
        single && facts.known && facts.class.meets(Class::THING) && !facts.class.meets(Class::PEOPLE)
    };
    let noun = object.first().and_then(|&noun| scene.chunks().get(noun as usize)).map(|noun| scene.noun(noun));
    let things = noun.is_some_and(|noun| thing(noun) || pronoun::things_of_share(scene, noun).is_some());
    things && scene.hits(verb, TableId::Trigger).any(burns)
}

/// The one person in the gap of a form: "left *a policeman* fighting for his life".
fn somebody(scene: &Scene<'_>, hit: &Hit) -> Option<(Range, Noun)> {
    const A: [u64; 3] = [word!("a"), word!("an"), word!("another")];
    let chunk = scene.chunk_at(hit.head).filter(|chunk| chunk.kind == ChunkKind::Noun && !chunk.plural && chunk.last <= hit.last)?;
    let noun = scene.noun(chunk);
    let facts = scene.facts(noun);
    let person = A.contains(&scene.hash(noun.first)) && facts.known && facts.class.meets(Class::PERSON) && !facts.doer;
    person.then_some((Range { min: Some(1), max: Some(1) }, noun))
}

/// The number of the subject of a verb with more behind it: "some 100,000 people have been *driven from their homes*".
fn of_phrase(scene: &Scene<'_>, hit: &Hit) -> Option<(Range, Noun)> {
    let verb = scene.chunk_index(hit.first)?;
    let chunk = scene.chunks().get(verb).filter(|chunk| chunk.kind == ChunkKind::Verb && chunk.last < hit.last)?;
    of_people(scene, &scene.of_verb(verb).subject).filter(|_| chunk.form == VerbForm::Finite)
}

/// Whether what rises, or is revised, are the dead, as far as is told: "the toll rose to 52", "they revised it to 99"; not "burglaries rose to 412",
/// "the number of casualties has risen to 19".
fn is_of_toll(scene: &Scene<'_>, hit: &Hit) -> bool {
    let Some(verb) = scene.chunk_index(hit.first) else { return true };
    let named = (hit.first..hit.last).any(|token| scene.is_in(token, ChunkKind::Noun));
    if named || !scene.chunks().get(verb).is_some_and(|chunk| chunk.kind == ChunkKind::Verb) {
        return true;
    }
    let around = scene.of_verb(verb);
    // "Reached 11": the object of such a verb is the number.
    let chunk_of = |group: &u32| scene.chunks().get(*group as usize);
    let revised =
        around.object.first().filter(|&group| chunk_of(group).is_some_and(|chunk| scene.count_in(chunk.first, chunk.last).is_none()));
    let group = revised.or(around.subject.first()).map(|&group| group as usize);
    let Some((at, chunk)) = group.and_then(|at| Some((at, scene.chunks().get(at)?))) else { return true };
    let kills = |token: u32| {
        let outcome = |hit: &Hit| scene.lexicon.row(hit.row).flags(column::Casualty::Outcome).eq(["killed"]);
        scene.hits(token, TableId::Casualty).any(outcome)
    };
    let of = scene.chunks().get(at + 1).filter(|of| scene.hash(of.first) == word!("of"));
    let whom = of.and_then(|_| scene.chunks().get(at + 2)).filter(|whom| whom.kind == ChunkKind::Noun);
    let counts = scene.has(WordSet::Figure, chunk.head) || scene.hash(chunk.head) == word!("it");
    match whom.filter(|_| counts) {
        Some(whom) => kills(whom.head) || !is_of_others(scene, whom.head),
        None => counts || (chunk.first..chunk.last).any(kills),
    }
}

/// Whether the word counts others than the dead, dead and wounded alike, or deeds: "casualties", "burglaries".
fn is_of_others(scene: &Scene<'_>, token: u32) -> bool {
    [TableId::Casualty, TableId::Trigger].into_iter().any(|table| scene.hits(token, table).next().is_some())
}

/// The tokens of the sentence that the cue stands in.
fn sentence_of(scene: &Scene<'_>, hit: &Hit) -> std::ops::Range<u32> {
    scene.sentence(scene.document.sentence_of(hit.first as usize))
}

/// The number nearest before the cue: the second of "13 dead and 40 injured"; none where "to" or "for" parts them: "sentenced 12 men to death".
fn before(scene: &Scene<'_>, hit: &Hit) -> Option<(Range, Noun)> {
    let first = hit.first.saturating_sub(NEAR).max(sentence_of(scene, hit).start);
    let parted =
        (first..hit.first).rev().find(|&token| scene.is_in(token, ChunkKind::Preposition) && [TO, FOR].contains(&scene.hash(token)));
    let first = parted.map_or(first, |word| word + 1);
    // "Hundreds of mourners buried the dead".
    let dead = scene.chunk_at(hit.first).filter(|group| group.kind == ChunkKind::Noun && scene.hash(group.head) == DEAD);
    let known = dead.filter(|group| THE.contains(&scene.hash(group.first)));
    let first = known.map_or(first, |group| group.first.max(first));
    (first..hit.first).rev().find_map(|from| counted(scene, from, hit.first))
}

/// The number right behind the cue.
fn behind(scene: &Scene<'_>, hit: &Hit) -> Option<(Range, Noun)> {
    let end = sentence_of(scene, hit).end.min(hit.last + NEAR);
    // "Most of gunshot wounds, and that 61 had been held": another clause counts others.
    let clause = (hit.last..end)
        .find(|&token| matches!(scene.document.word(token as usize), "," | ";") || scene.is_in(token, ChunkKind::Subordinator));
    counted(scene, hit.last, clause.unwrap_or(end)).filter(|&(_, noun)| !is_hour(scene, noun))
}

/// The number with those of others in a list behind a colon: "the toll: two policemen and a child dead".
fn with_others(scene: &Scene<'_>, hit: &Hit, first: (Range, Noun)) -> (Range, Noun) {
    let colon = (hit.last..first.1.first).any(|token| scene.document.word(token as usize) == ":");
    let list = scene.chunk_index(first.1.head).filter(|_| colon).map(|chunk| scene.clauses().coordinated(chunk));
    list.filter(|list| list.len() > 1).and_then(|list| of_people(scene, &list)).unwrap_or(first)
}

/// "58" in "the toll from the Mogadishu bombing rose by 12 to 58": the number right behind a preposition.
fn behind_word(scene: &Scene<'_>, hit: &Hit, word: u64) -> Option<(Range, Noun)> {
    const REACH: u32 = 12;
    let last = (hit.last + REACH).min(sentence_of(scene, hit).end);
    (hit.last..last).filter(|&token| scene.hash(token) == word).find_map(|before| counted(scene, before + 1, before + NEAR))
}

/// The numbers of people in noun groups, added up; perpetrators who died are not counted.
pub(super) fn of_people(scene: &Scene<'_>, chunks: &[u32]) -> Option<(Range, Noun)> {
    let somebody = chunks.iter().filter_map(|&index| scene.chunks().get(index as usize)).filter(|chunk| !scene.is_nobody(chunk));
    let nouns = somebody.map(|chunk| scene.noun(chunk));
    let counted: Vec<(Range, Noun)> = nouns
        .filter_map(|noun| {
            let facts = scene.facts(noun);
            let one = Range { min: Some(1), max: Some(1) };
            let named = facts.known && facts.class.meets(Class::PERSON) && !facts.plural && !facts.doer;
            let range = scene.count_in(noun.first, noun.last).map(|quantity| quantity.range).or(named.then_some(one))?;
            let things =
                facts.known && !facts.class.meets(Class::PEOPLE) && facts.class.meets(Class::THING.with(Class::PLACE).with(Class::WEAPON));
            (facts.class.meets(Class::PEOPLE.with(Class::NUMBER)) && !things && !facts.doer && !is_part(scene, noun))
                .then_some((range, noun))
        })
        .collect();
    Some((sum(counted.iter().map(|&(range, _)| range))?, counted.first()?.1))
}

/// Whether a number is a time of day: "the murder took place at 2145".
fn is_hour(scene: &Scene<'_>, noun: Noun) -> bool {
    noun.first.checked_sub(1).is_some_and(|before| scene.hash(before) == AT)
}

/// The first number of people among the tokens: "40" in "injuring 40 people", none in "hitting three hotels".
fn counted(scene: &Scene<'_>, first: u32, last: u32) -> Option<(Range, Noun)> {
    let quantity = scene.count_in(first, last)?;
    let noun = Noun { first: quantity.first, last: quantity.last, head: quantity.first };
    (!is_part(scene, noun) && !counts_things(scene, noun)).then_some((quantity.range, noun))
}

/// Whether what is counted is no people: "explosions hit three hotels", "two counts of murder".
fn counts_things(scene: &Scene<'_>, number: Noun) -> bool {
    let group = scene.chunk_at(number.first).filter(|chunk| chunk.kind == ChunkKind::Noun && chunk.head >= number.last);
    // "22 casualties between dead and wounded": neither of the two.
    if group.is_some_and(|chunk| scene.has(WordSet::Count, chunk.head) || is_mixed(scene, chunk.head)) {
        return true;
    }
    let facts = group.map(|chunk| scene.facts(scene.noun(chunk)));
    facts.is_some_and(|facts| {
        let things = Class::THING.with(Class::PLACE).with(Class::WEAPON).with(Class::VEHICLE);
        facts.known && facts.class.meets(things) && !facts.class.meets(Class::PEOPLE)
    })
}
