//! What of a noun group is quoted as a filler: things by what they are, without what counts them or points back, since `count` tells how
//! many ("three of its buses": "buses") and with what tells whose they are ("the offices of the Water Board").

use crate::event::class::Class;
use crate::event::credit;
use crate::event::draft::{Filler, Role};
use crate::event::filler::with_of;
use crate::event::scene::{Noun, Scene};
use crate::lexicon::{Hit, TableId, Tag, WordSet, column};
use crate::phrase::{ChunkKind, THEIR};
use crate::quantity::Quantity;
use crate::token::fold;
use crate::token::grammar::Grammar;

/// The tokens that are quoted.
pub(super) fn quoted(scene: &Scene<'_>, filler: &Filler<'_>) -> Noun {
    // But for "a little-known group".
    let joined = |token: u32| scene.document.tokens.get(token as usize + 1).is_some_and(|next| next.is_glued());
    let can_determine = |token: u32| scene.document.words.get(token as usize).is_some_and(|word| word.can_be(Tag::Determiner));
    let determiner = |token: u32| can_determine(token) && !joined(token);
    let theirs = |token: u32| THEIR.contains(&scene.hash(token));
    let people = filler.class.meets(Class::PEOPLE) && !filler.class.meets(Class::THING);
    match filler.role {
        Role::Target if !people => whose(scene, bare(scene, filler.noun, |token, count| count.is_some() || determiner(token))),
        Role::Instrument => weapon(scene, bare(scene, filler.noun, |token, count| count.is_some() || determiner(token))),
        // "Two men" and "her captors" tell more of who did it; "at least 100 soldiers" and "those gunmen" do not.
        Role::Perpetrator if filler.class.meets(Class::PERSON) => {
            let doers = bare(scene, filler.noun, |token, count| match count {
                Some(count) => count.range.min != count.range.max,
                // The basis tells that they are suspected.
                None => determiner(token) && !theirs(token) || credit::is_doubt(scene, token),
            });
            if filler.people == "person" { dressed(scene, doers) } else { doers }
        }
        _ => filler.noun,
    }
}

/// `noun` without those tokens before what it is that are dropped, as `drops` tells of a token and the count that begins there. An article
/// alone may stay.
fn bare(scene: &Scene<'_>, noun: Noun, drops: impl Fn(u32, Option<&Quantity>) -> bool) -> Noun {
    const OF: u64 = fold::hash("of");
    let (mut first, mut at) = (noun.first, noun.first);
    while at < noun.head && scene.name_at(at).is_none() {
        let count = scene.count_in(at, at + 1);
        if let Some(last) = collective(scene, at).filter(|&last| last <= noun.head) {
            (at, first) = (last, last);
        } else if count.is_none() && scene.document.grammar(at as usize).any(Grammar::ARTICLE) {
            at += 1;
        } else if drops(at, count) {
            at = count.map_or(at + 1, |count| count.last);
            at += u32::from(scene.hash(at) == OF);
            first = at;
        } else {
            break;
        }
    }
    if first > noun.head { noun } else { Noun { first, ..noun } }
}

/// The end of a word for many together that begins at `at`: "a group of" 10 men.
fn collective(scene: &Scene<'_>, at: u32) -> Option<u32> {
    let many = |hit: &&Hit| scene.lexicon.row(hit.row).has(column::Quantity::Flags, "collective");
    scene.hits(at, TableId::Quantity).filter(many).map(|hit| hit.last).max()
}

/// `noun` with the "of" phrases that tell whose it is: "the homes of leaders of the movement"; not with what it is accused or warned of.
fn whose(scene: &Scene<'_>, noun: Noun) -> Noun {
    let once = with_of(scene, noun);
    let twice = if once == noun { once } else { with_of(scene, Noun { head: once.last - 1, ..once }) };
    Noun { last: twice.last, ..noun }
}

/// `noun` with what the people wear, where that is all that is known of them: "men wearing army uniforms", "men in plain clothes".
fn dressed(scene: &Scene<'_>, noun: Noun) -> Noun {
    const IN: u64 = fold::hash("in");
    let worn = |at: usize| {
        let behind = scene.chunks().get(at).filter(|behind| behind.kind == ChunkKind::Noun);
        behind.or_else(|| scene.chunks().get(at + 1).filter(|behind| behind.kind == ChunkKind::Noun))
    };
    let Some(at) = scene.chunk_index(noun.head).filter(|_| scene.name_at(noun.head).is_none()) else { return noun };
    let Some(next) = scene.chunks().get(at + 1).filter(|next| next.first == noun.last) else { return noun };
    let wear = next.kind == ChunkKind::Verb && scene.has(WordSet::Wearing, next.head);
    let within = scene.hash(next.first) == IN && next.last == next.first + 1;
    let dress = worn(at + 2).filter(|dress| wear || within && scene.has(WordSet::Dress, dress.head));
    dress.map_or(noun, |dress| Noun { last: dress.last, ..noun })
}

/// The weapon alone of what it does: "mortar fire".
fn weapon(scene: &Scene<'_>, noun: Noun) -> Noun {
    const FIRE: u64 = fold::hash("fire");
    let fires = noun.first < noun.head && scene.hash(noun.head) == FIRE;
    let weapon = if fires { scene.hit_ending(noun.first, noun.head - 1, TableId::Weapon) } else { None };
    weapon.map_or(noun, |_| Noun { last: noun.head, head: noun.head - 1, ..noun })
}
