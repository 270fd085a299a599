//! Countries named beside a deed that say whose somebody or something is abroad, not where it was.

use crate::entity::home;
use crate::event::draft::Mention;
use crate::event::scene::Scene;
use crate::lexicon::{TableId, WordSet, column};
use crate::phrase::{Chunk, ChunkKind};
use crate::record::EntityKind;
use crate::token::{TokenKind, fold};

const OF: u64 = fold::hash("of");
const IN: u64 = fold::hash("in");
/// Before whom somebody speaks for.
const FOR: [u64; 2] = [fold::hash("for"), OF];

/// Whether the place at `token` only tells who sent those abroad: "outside the embassy of Israel", "the daughter of Israel's ambassador".
pub(super) fn is_sender(scene: &Scene<'_>, token: u32) -> bool {
    let Some(at) = scene.chunk_index(token) else { return false };
    let chunk = |at: usize| scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Noun);
    let abroad = |noun: &Chunk| scene.has(WordSet::Abroad, noun.head);
    let owns = |noun: &&Chunk| scene.document.tokens.get(noun.first as usize).is_some_and(|mark| mark.kind == TokenKind::Possessive);
    let owned = chunk(at + 1).filter(owns).is_some_and(abroad);
    let of = at.checked_sub(1).and_then(|of| scene.chunks().get(of)).filter(|of| of.last == of.first + 1 && scene.hash(of.first) == OF);
    owned || of.and_then(|_| at.checked_sub(2)).and_then(chunk).is_some_and(abroad)
}

/// Whether the place at `token` is the seat of a speaker, at home in the country of those who suffered, who are called by it because they were
/// elsewhere: "two Italians were taken hostage, the foreign ministry in Rome said".
pub(super) fn is_home_of_speaker(scene: &Scene<'_>, mention: &Mention<'_>, token: u32) -> bool {
    let entity = |token: u32| scene.entity_at(token).and_then(|entity| scene.reading.entities.get(entity));
    let Some(country) = entity(token).and_then(home::country) else { return false };
    let national =
        |token: u32| entity(token).is_some_and(|entity| entity.kind == EntityKind::Nationality && home::country(entity) == Some(country));
    let named = mention.fillers.iter().any(|filler| {
        let group = scene.chunk_at(filler.noun.head).map_or(filler.noun.first..filler.noun.last, |chunk| chunk.first..chunk.last);
        group.into_iter().any(national)
    });
    named && is_seat_of_speaker(scene, token)
}

/// Whether the place at `token` is the seat of the body that speaks of the deed, wherever that was: "the defence ministry in Paris said", "a
/// spokeswoman for the UN rights office in Geneva", "the Red Cross said in Geneva"; not "police in Goma said", "the UN mission in Bunia said".
pub(super) fn is_seat_of_body(scene: &Scene<'_>, token: u32) -> bool {
    let Some(at) = scene.chunk_index(token) else { return false };
    let within = at.checked_sub(1).and_then(|within| scene.chunks().get(within)).is_some_and(|within| scene.hash(within.first) == IN);
    let Some(before) = at.checked_sub(2).filter(|_| within) else { return false };
    match scene.chunks().get(before).map(|chunk| chunk.kind) {
        Some(ChunkKind::Noun) => sits_at(scene, before, token) && speaks(scene, before),
        Some(ChunkKind::Verb) => {
            let speaker = scene.of_verb(before).subject.first().map(|&noun| noun as usize);
            is_cue(scene, before) && speaker.is_some_and(|noun| sits_at(scene, noun, token))
        }
        _ => false,
    }
}

/// Whether the body in the group at `at` sits at the place: a ministry in its capital, a body of the world or its office, the office of a party.
fn sits_at(scene: &Scene<'_>, at: usize, token: u32) -> bool {
    const RULERS: [u64; 4] = [fold::hash("presidency"), fold::hash("government"), fold::hash("parliament"), fold::hash("cabinet")];
    let Some(noun) = scene.chunks().get(at) else { return false };
    /// Where the bodies of the world sit, and none of their missions serves.
    const SEATS: [&str; 8] = ["AT", "BE", "CH", "FR", "GB", "IT", "NL", "US"];
    let entity = |token: u32| scene.entity_at(token).and_then(|entity| scene.reading.entities.get(entity));
    if scene.has(WordSet::Ministry, noun.head) || RULERS.contains(&scene.hash(noun.head)) {
        let feature = entity(token).and_then(|entity| entity.place.as_ref()).and_then(|place| place.feature.as_deref());
        return feature == Some("PPLC");
    }
    let kind = |token: u32| {
        let row = entity(token).and_then(|entity| entity.row).filter(|row| row.table == TableId::Organization);
        row.map_or("", |row| scene.lexicon.row(row).text(column::Organization::Kind))
    };
    let world = |token: u32| matches!(kind(token), "un" | "igo" | "ngo");
    let seat = || entity(token).and_then(home::country).is_some_and(|country| SEATS.contains(&&**country));
    let owner = || at.checked_sub(1).and_then(|owner| scene.chunks().get(owner)).filter(|_| scene.clauses().possessor_start(at) < at);
    let office = || scene.hash(noun.head) == const { fold::hash("office") };
    let owned = || {
        owner().is_some_and(|owner| world(owner.head) || kind(owner.head) == "party" || scene.facts(scene.noun(owner)).people == "group")
    };
    (noun.first..noun.last).any(world) && seat() || office() && owned()
}

/// Whether the noun, or whoever stands for it, is a source of what is told: "the ministry said", "said Ana Ruiz, a spokeswoman for the agency".
fn speaks(scene: &Scene<'_>, noun: usize) -> bool {
    let chunk = |at: usize| scene.chunks().get(at);
    let is_noun = |at: usize| chunk(at).is_some_and(|noun| noun.kind == ChunkKind::Noun);
    let spokesman = noun.checked_sub(2).filter(|&at| is_noun(at) && chunk(at + 1).is_some_and(|of| FOR.contains(&scene.hash(of.first))));
    let noun = spokesman.unwrap_or_else(|| scene.clauses().possessor_start(noun));
    let named = noun
        .checked_sub(2)
        .filter(|&name| is_noun(name) && scene.document.word(chunk(name + 1).map_or(0, |mark| mark.first as usize)) == ",");
    is_source(scene, noun) || named.is_some_and(|name| is_source(scene, name))
}

/// Whether the noun before the phrase with the place at `token` is a source of what is told: "officials in Rome said".
fn is_seat_of_speaker(scene: &Scene<'_>, token: u32) -> bool {
    let noun = scene.chunk_index(token).and_then(|at| at.checked_sub(2));
    noun.is_some_and(|noun| scene.chunks().get(noun).is_some_and(|noun| noun.kind == ChunkKind::Noun) && is_source(scene, noun))
}

/// Whether a verb of telling has the noun for its subject, or stands right before it.
fn is_source(scene: &Scene<'_>, noun: usize) -> bool {
    let end = scene.clauses().possessed_end(noun);
    let verb = scene.of_noun(end).governor.map(|verb| verb as usize);
    verb.is_some_and(|verb| is_cue(scene, verb)) || noun.checked_sub(1).is_some_and(|before| is_cue(scene, before))
}

/// Whether a word of telling stands in the chunk.
fn is_cue(scene: &Scene<'_>, at: usize) -> bool {
    let tokens = scene.chunks().get(at).map_or(0..0, |chunk| chunk.first..chunk.last);
    tokens.into_iter().any(|token| scene.hits(token, TableId::Attribution).next().is_some())
}
