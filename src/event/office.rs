//! What a named person is, by the words beside the name: "journalist Ana Ruiz", "peasants Victor Vega and Rafael Mora", "Luis Mora, a judge".

use super::scene::{Noun, Scene};
use crate::lexicon::{Hit, TableId, column};
use crate::phrase::{Chunk, ChunkKind};
use crate::record::EntityKind;

/// Farthest that names of a list stand behind the noun that tells what they all are, in noun groups with their commas.
const LIST: usize = 12;

/// The class of people that a person with a name is told to be; empty where nothing tells it.
pub(super) fn people<'l>(scene: &Scene<'l>, name: Noun) -> &'l str {
    let Some(at) = scene.chunk_index(name.head).filter(|_| scene.kind_at(name.head) == Some(EntityKind::Person)) else { return "" };
    let within = || scene.chunks().get(at).map_or("", |chunk| before(scene, chunk.first, name.first));
    let beside = || scene.clauses().apposition_of(at).map_or("", |beside| common(scene, beside as usize));
    [within(), beside(), of_list(scene, at)].into_iter().find(|people| !people.is_empty()).unwrap_or_default()
}

/// The class of the noun or title that ends right before the name.
fn before<'l>(scene: &Scene<'l>, first: u32, name: u32) -> &'l str {
    let Some(head) = name.checked_sub(1).filter(|&head| head >= first) else { return "" };
    match scene.hit_ending(first, head, TableId::PersonNoun) {
        Some(hit) if is_of_orders(scene, hit, first) => "clergy",
        Some(hit) => scene.lexicon.row(hit.row).value(column::PersonNoun::Class),
        None => scene.hit_ending(first, head, TableId::Title).map_or("", |hit| {
            match scene.lexicon.row(hit.row).flags(column::Title::Kind).next() {
                Some("military") => "military",
                Some("police") => "police",
                Some("clergy") => "clergy",
                Some("state") => "official",
                _ => "",
            }
        }),
    }
}

/// Whether a word for kin is the title of a priest, monk or nun: it opens the group with a capital. "Sister Ana Bello", "Father Luis Rey", but "his
/// sister Ana Bello".
fn is_of_orders(scene: &Scene<'_>, kin: &Hit, first: u32) -> bool {
    let alone = kin.first == first && scene.lexicon.row(kin.row).value(column::PersonNoun::Class) == "relative";
    let capital = || scene.document.tokens.get(kin.first as usize).is_some_and(|token| token.case.is_capitalised());
    let clergy =
        |title: &Hit| title.last == kin.last && scene.lexicon.row(title.row).flags(column::Title::Kind).any(|kind| kind == "clergy");
    alone && capital() && scene.hits(first, TableId::Title).any(clergy)
}

/// The class of a noun group without a name.
fn common<'l>(scene: &Scene<'l>, at: usize) -> &'l str {
    let noun = scene.chunks().get(at).filter(|chunk| chunk.kind == ChunkKind::Noun && scene.name_at(chunk.head).is_none());
    noun.map_or("", |chunk| scene.facts(scene.noun(chunk)).people)
}

/// The class that a plural before a list of names gives to all of them.
fn of_list<'l>(scene: &Scene<'l>, at: usize) -> &'l str {
    group_of(scene, at).map_or("", |group| common(scene, group))
}

/// The word for the group that a person is named as one of.
pub(super) fn group_word(scene: &Scene<'_>, name: Noun) -> Option<u64> {
    let group = group_of(scene, scene.chunk_index(name.head)?)?;
    scene.chunks().get(group).map(|chunk| scene.hash(chunk.head))
}

/// The plural that tells what the persons of a list of names are: "peasants X and Y", "two of her guards, X and Y".
fn group_of(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let named = |chunk: &Chunk| chunk.kind == ChunkKind::Noun && scene.kind_at(chunk.head) == Some(EntityKind::Person);
    let comma = |chunk: &Chunk| scene.document.word(chunk.first as usize) == ",";
    for back in (at.saturating_sub(LIST)..at).rev() {
        let chunk = scene.chunks().get(back)?;
        if chunk.kind == ChunkKind::Noun && chunk.plural && !named(chunk) {
            let next = scene.chunks().get(back + 1)?;
            // A number tells that those behind the comma are no others: "two guards, X and Y".
            let counted = comma(next) && scene.count_in(chunk.first, chunk.last).is_some();
            return (named(next) || (counted && scene.chunks().get(back + 2).is_some_and(named))).then_some(back);
        }
        if !named(chunk) && chunk.kind != ChunkKind::Conjunction && !comma(chunk) {
            return None;
        }
    }
    None
}
