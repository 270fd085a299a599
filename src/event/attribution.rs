//! Attribution: who reports an event in the text ("police said", "according to a hospital official").

use super::class::Class;
use super::draft::{Mention, Role};
use super::index::within;
use super::scene::{Noun, Scene};
use super::trigger::kind_of;
use crate::lexicon::{ATTRIBUTION_SLOTS, Hit, Row, TableId, Tag, column, flags_of};
use crate::phrase::{Chunk, ChunkKind, Complement, VerbForm, Voice};
use crate::record::{Basis, EventKind, Side};
use crate::token::{TextCase, fold};

/// Farthest that a word of attribution is looked for from the trigger, in tokens.
const REACH: u32 = 60;
const BY: u64 = fold::hash("by");
const WITH: u64 = fold::hash("with");
/// Where the source may stand, and a source that is the doer.
const ACCORDING: u64 = flags_of(ATTRIBUTION_SLOTS, &["according-to"]);
const SUBJECT: u64 = flags_of(ATTRIBUTION_SLOTS, &["subject"]);
const AGENT: u64 = flags_of(ATTRIBUTION_SLOTS, &["by"]);
const POSSESSOR: u64 = flags_of(ATTRIBUTION_SLOTS, &["possessive"]);
const DOER: u64 = flags_of(ATTRIBUTION_SLOTS, &["source"]);

/// The words of whoever reports an event: the first speaker beside one of its tellings.
pub(super) fn reporter(scene: &Scene<'_>, members: &[&Mention<'_>]) -> Option<String> {
    let speaker = members.iter().find_map(|mention| speaker_beside(scene, mention))?;
    Some(scene.document.slice(speaker.first as usize, speaker.last as usize).to_owned())
}

/// Whether a telling is only the word of those who fight the state, of what they did to it: "the rebels said they had killed 40 soldiers",
/// "Boko Haram put the toll at 92".
pub(super) fn is_boast(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let claimed = || mention.role(Role::Perpetrator).any(|doer| doer.basis == Basis::Claimed);
    let fighters = |noun: Noun| {
        let facts = scene.facts(noun);
        facts.side == Some(Side::Nonstate) || matches!(facts.people, "rebel" | "militant" | "attacker")
    };
    let teller = || {
        let told = scene.of_noun(scene.chunk_index(mention.trigger.head)?);
        let verb = told.governor.filter(|_| !told.governor_is_subject && mention.trigger.frame == "outcome-toll")?;
        let subject = scene.of_verb(verb as usize).subject.first().copied()?;
        scene.chunks().get(subject as usize).map(|chunk| scene.noun(chunk))
    };
    // "The ministry said it had fired two missiles and killed more than 60 servicemen".
    let own = |noun: Noun| {
        let forces = mention.role(Role::Victim).any(|filler| matches!(filler.people, "military" | "police" | "guard"));
        forces && mention.role(Role::Perpetrator).any(|doer| noun.holds(doer.noun.head))
    };
    claimed() || teller().or_else(|| speaker_beside(scene, mention)).is_some_and(|noun| fighters(noun) || own(noun))
}

/// The speaker nearest to a telling in its sentence.
pub(super) fn speaker_beside(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<Noun> {
    let (sentence, trigger) = (scene.sentence(mention.trigger.sentence), &mention.trigger);
    let near = sentence.start.max(trigger.head.saturating_sub(REACH))..sentence.end.min(trigger.head + REACH);
    let mut nearest: Option<(u32, Noun)> = None;
    for hit in within(&scene.index.attributions, near).iter().filter(|hit| hit.last <= trigger.first || hit.first >= trigger.last) {
        let distance = hit.first.abs_diff(trigger.head);
        if nearest.is_some_and(|(least, _)| least <= distance) {
            continue;
        }
        // "The mayor, who was wounded in the blast, said": what stands inside is not what is said.
        let outside = |noun: &Noun| trigger.head < noun.first.min(hit.first) || trigger.head >= noun.last.max(hit.last);
        nearest = speaker(scene, hit).filter(outside).map(|noun| (distance, noun)).or(nearest);
    }
    nearest.map(|(_, noun)| noun)
}

/// Who speaks by a word of attribution, in the slot that its row names. Who denies an event does not report it, who claims or admits it
/// is its doer, who answers "with" something does not speak, and a pronoun names nobody.
fn speaker(scene: &Scene<'_>, hit: &Hit) -> Option<Noun> {
    let row = scene.lexicon.row(hit.row);
    let class = row.text(column::Attribution::Class);
    // "Who responded with live ammunition": that is no word.
    let deed = scene.hash(hit.last) == WITH && scene.is_in(hit.first, ChunkKind::Verb);
    if class == "deny" || deed || class != "say" && row.flag_bits(column::Attribution::Perpetrator) & DOER != 0 {
        return None;
    }
    source(scene, hit)
}

/// Who stands in the slot of the source; a pronoun and "nobody" name nobody.
pub(super) fn source(scene: &Scene<'_>, hit: &Hit) -> Option<Noun> {
    let chunk = scene.chunks().get(slot(scene, hit, scene.lexicon.row(hit.row))?).filter(|chunk| chunk.kind == ChunkKind::Noun)?;
    let pronoun = matches!(scene.reading.phrases.tags.get(chunk.head as usize), Some(Some(Tag::Pronoun)));
    Some(scene.noun(chunk)).filter(|&noun| !pronoun && !scene.is_nobody(chunk) && can_speak(scene, noun))
}

/// Whether the verb at a token is a gerund or participle that tells of a thing, and accuses nobody: "the bridge linking Crimea to Russia", "a
/// warehouse linked to Ukraine".
pub(super) fn is_of_thing(scene: &Scene<'_>, token: u32) -> bool {
    let gerund = |at: &usize| scene.chunks().get(*at).is_some_and(|verb| matches!(verb.form, VerbForm::Gerund | VerbForm::Participle));
    let subject = scene.chunk_index(token).filter(gerund).and_then(|verb| scene.of_verb(verb).subject.first().copied());
    let thing = |chunk: &Chunk| {
        let facts = scene.facts(scene.noun(chunk));
        let ground = Class::PEOPLE.with(Class::ORGANIZATION).with(Class::EVENT);
        facts.known && facts.class.meets(Class::THING) && !facts.class.meets(ground)
    };
    subject.and_then(|subject| scene.chunks().get(subject as usize)).is_some_and(thing)
}

/// Whether it is somebody or the word for a report, or a name that nobody knows; not a measure, a thing ("his body"), an event ("the blast"), nor
/// what somebody claims ("claimed responsibility").
fn can_speak(scene: &Scene<'_>, noun: Noun) -> bool {
    let verb = scene.chunk_index(noun.head).and_then(|at| scene.chunks().get(at.checked_sub(1)?));
    let claims = |hit: &Hit| kind_of(hit).is_some_and(EventKind::is_speech);
    if verb.is_some_and(|verb| verb.kind == ChunkKind::Verb && scene.hits(verb.head, TableId::Trigger).any(claims)) {
        return false;
    }
    let body = Class::PEOPLE.with(Class::GROUP).with(Class::ORGANIZATION).with(Class::PLACE);
    let report = |hit: &Hit| hit.last == noun.head + 1 && scene.lexicon.row(hit.row).text(column::Attribution::Class) == "source";
    let reports = || (noun.first..=noun.head).any(|token| scene.hits(token, TableId::Attribution).any(report));
    let mixed = scene.document.case == TextCase::Mixed;
    let capital = mixed && scene.document.tokens.get(noun.head as usize).is_some_and(|head| head.case.is_capitalised());
    let named = capital || scene.name_at(noun.head).is_some();
    named || scene.facts(noun).class.meets(body) || reports()
}

/// "According to a tally by AFP": who counted or wrote what is told.
fn author(scene: &Scene<'_>, told: usize) -> Option<usize> {
    let by = scene.chunks().get(told + 1).filter(|by| by.last == by.first + 1 && scene.hash(by.first) == BY)?;
    let author = scene.clauses().possessed_end(scene.chunk_index(by.last)?);
    let body = Class::PEOPLE.with(Class::ORGANIZATION);
    scene.chunks().get(author).filter(|author| author.kind == ChunkKind::Noun && scene.is(scene.noun(author), body)).map(|_| author)
}

/// The chunk in the slot of the source.
fn slot(scene: &Scene<'_>, hit: &Hit, row: Row<'_>) -> Option<usize> {
    let sources = row.flag_bits(column::Attribution::Source);
    let may_be = |slot: u64| sources & slot != 0;
    if may_be(ACCORDING) {
        return scene.chunk_index(hit.last).map(|told| author(scene, told).unwrap_or(told));
    }
    if is_of_thing(scene, hit.first) {
        return None;
    }
    let (clauses, at) = (scene.clauses(), scene.chunk_index(hit.first)?);
    let agent = |complements: &[Complement]| complements.iter().find(|other| other.word == BY)?.nouns.first().copied();
    let chunk = match scene.chunks().get(at)?.kind {
        ChunkKind::Verb if may_be(AGENT | SUBJECT) => {
            let around = scene.of_verb(at);
            // "Suspected of bombing a bank", "its origin was determined": who is accused, named or judged says nothing, unless he "is quoted".
            let passive = scene.chunks().get(at).filter(|verb| verb.voice == Voice::Passive);
            let spoken_of = passive.is_some_and(|verb| verb.form == VerbForm::Participle || hit.first == verb.head);
            let subject = || around.subject.first().copied().filter(|_| may_be(SUBJECT) && !spoken_of);
            agent(&around.complements).filter(|_| may_be(AGENT)).or_else(subject)
        }
        ChunkKind::Noun if may_be(AGENT | POSSESSOR) => {
            let around = clauses.of_noun(at);
            let possessor = around.possessor.filter(|_| may_be(POSSESSOR));
            possessor.or_else(|| agent(&around.complements).filter(|_| may_be(AGENT)))
        }
        _ => None,
    };
    chunk.map(|chunk| chunk as usize)
}
