//! Whom two tellings befell: different persons, each with a deed of his own, set them apart.

use crate::event::draft::{Filler, Mention, Role};
use crate::event::office;
use crate::event::scene::Scene;
use crate::event::trigger::Pos;
use crate::phrase::{ChunkKind, VerbForm, Voice};
use crate::record::EventKind;
use crate::token::fold;

const ALSO: u64 = fold::hash("also");

/// Two killings or kidnappings of different persons, each told with its own, are two.
pub(super) fn persons_conflict(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    if a.trigger.sentence == b.trigger.sentence || is_added(scene, a) {
        return false;
    }
    if !a.definite && a.trigger.frame == b.trigger.frame && are_other_sorts(a, b) {
        return true;
    }
    let of_known = || are_known_group(scene, a, b) || are_known_group(scene, b, a);
    (excludes(|| named_victims(a), || named_victims(b)) && !of_known()) || are_nouns_of_others(scene, a, b)
}

/// Whether those whom the one names are the group that the other tells of: "the judge and two guards", then "two of her guards, X and Y".
fn are_known_group(scene: &Scene<'_>, names: &Mention<'_>, group: &Mention<'_>) -> bool {
    let mut named = names.role(Role::Victim).filter(|filler| !filler.plural && filler.entity.is_some());
    let told = |head: u64| group.role(Role::Victim).any(|many| many.plural && many.entity.is_none() && scene.hash(many.noun.head) == head);
    named.next().and_then(|name| office::group_word(scene, name.noun)).is_some_and(told)
}

/// Whether a result is told as one more of what was told before: "two guards were also killed".
pub(super) fn is_added(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    // Most mentions are no results.
    if !mention.trigger.is_outcome() {
        return false;
    }
    let verb = scene.chunk_at(mention.trigger.head).map_or(mention.trigger.first..mention.trigger.last, |verb| verb.first..verb.last);
    let setting = mention.place_distance == 0 || mention.date.is_some_and(|date| date.distance == 0);
    let doer = mention.role(Role::Perpetrator).next().is_some();
    let suffers =
        mention.trigger.frame == "outcome-die" || scene.chunk_at(mention.trigger.head).is_some_and(|verb| verb.voice == Voice::Passive);
    let also = || verb.into_iter().any(|token| scene.hash(token) == ALSO);
    let more = || also() || is_of_theirs(scene, mention) || are_further(scene, mention) || is_joined_to_also(scene, mention);
    suffers && !setting && !doer && more()
}

/// Whether a participle without its own "were" goes on from what is told as one more: "eight guards were also killed and three soldiers wounded".
fn is_joined_to_also(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const REACH: usize = 4;
    let Some(own) = scene.chunk_index(mention.trigger.head) else { return false };
    let chunk = |at: usize| scene.chunks().get(at);
    let reduced = chunk(own).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Participle);
    let mut left = (own.saturating_sub(REACH)..own).rev();
    let verb = left.find(|&at| chunk(at).is_some_and(|left| left.kind == ChunkKind::Verb)).filter(|_| reduced);
    verb.is_some_and(|verb| {
        let joined = chunk(verb + 1).is_some_and(|and| and.kind == ChunkKind::Conjunction);
        joined && chunk(verb).is_some_and(|verb| (verb.first..verb.last).any(|token| scene.hash(token) == ALSO))
    })
}

/// Whether all victims are more of what was told before: "15 other members had died".
fn are_further(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const OTHER: [u64; 2] = [fold::hash("other"), fold::hash("others")];
    let first = mention.role(Role::Victim).next();
    let counted = first.filter(|victim| victim.count.is_some() && victim.plural);
    counted.is_some_and(|victim| (victim.noun.first..victim.noun.head + 1).any(|token| OTHER.contains(&scene.hash(token))))
}

/// Whether a result is told as one more of what another event did in the sentence before: "402 protesters were killed in the unrest. Some 54
/// officers were also killed".
pub(super) fn adds_to_others(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &[usize]) -> bool {
    /// How many mentions before one are looked at.
    const NEAR: usize = 8;
    let Some(own) = mentions.get(index).filter(|own| is_added(scene, own) && !is_of_theirs(scene, own)) else { return false };
    let result = |&other: &usize| {
        mentions.get(other).is_some_and(|other| {
            let before = other.trigger.sentence + 1 == own.trigger.sentence;
            before && !other.end && other.trigger.is_outcome() && other.role(Role::Victim).next().is_some()
        })
    };
    (index.saturating_sub(NEAR)..index).rev().find(result).is_some_and(|result| !story.contains(&result))
}

/// Whether all victims belong to somebody told before: "her driver, Juan Perez, died".
pub(in crate::event) fn is_of_theirs(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const THEIR: [u64; 3] = [fold::hash("his"), fold::hash("her"), fold::hash("their")];
    let opens = |at: usize| scene.chunks().get(at).is_some_and(|chunk| THEIR.contains(&scene.hash(chunk.first)));
    let theirs = |filler: &Filler<'_>| {
        let at = scene.chunk_index(filler.noun.head);
        at.is_some_and(|at| {
            opens(at)
                || at
                    .checked_sub(2)
                    .is_some_and(|before| scene.document.word(scene.chunks()[before + 1].first as usize) == "," && opens(before))
        })
    };
    let mut victims = mention.role(Role::Victim).peekable();
    victims.peek().is_some() && victims.all(theirs)
}

/// Whether two nouns for a killing or kidnapping each have victims of their own: "the murder of six priests", "the murder of the minister".
fn are_nouns_of_others(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let whole = |mention: &Mention<'_>| {
        let mut victims = mention.role(Role::Victim).peekable();
        let told = |filler: &Filler<'_>| !filler.anaphoric && (filler.entity.is_some() || !filler.people.is_empty());
        mention.trigger.pos == Pos::Noun && victims.peek().is_some() && victims.all(told)
    };
    let heads = |mention: &Mention<'_>| -> Vec<u64> { mention.role(Role::Victim).map(|filler| scene.hash(filler.noun.head)).collect() };
    let entity = |mention: &Mention<'_>| mention.role(Role::Victim).any(|filler| filler.entity.is_some() && !filler.plural);
    // One of them has a name and the others are many: neither is a part of the other.
    whole(a) && whole(b) && entity(a) != entity(b) && !heads(a).iter().any(|head| heads(b).contains(head))
}

/// The entities of single victims.
fn named_victims(mention: &Mention<'_>) -> impl Iterator<Item = u32> {
    mention.role(Role::Victim).filter(|filler| !filler.plural).filter_map(|filler| filler.entity)
}

/// Whether each befell one unnamed person and the persons are of different sorts: "a policeman was killed", "a judge was killed".
fn are_other_sorts(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    excludes(|| sorts(a), || sorts(b))
}

/// Whether both have some and none in common.
fn excludes<Item: PartialEq, A: Iterator<Item = Item>, B: Iterator<Item = Item>>(a: impl Fn() -> A, b: impl Fn() -> B) -> bool {
    a().next().is_some() && b().next().is_some() && !a().any(|one| b().any(|other| one == other))
}

/// The sorts of single victims without a name.
fn sorts<'l>(mention: &Mention<'l>) -> impl Iterator<Item = &'l str> {
    let single = |filler: &&Filler<'_>| !filler.plural && !filler.anaphoric && filler.entity.is_none() && !filler.people.is_empty();
    mention.role(Role::Victim).filter(single).map(|filler| filler.people)
}

/// Whether two clauses of a sentence tell what two did, each to others: "Hamas released three hostages and Israel freed 90 prisoners".
pub(super) fn are_acts_of_two(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let finite = |mention: &Mention<'_>| {
        let verb = scene.chunk_at(mention.trigger.head).filter(|_| mention.trigger.pos == Pos::Verb);
        verb.is_some_and(|verb| verb.form == VerbForm::Finite && verb.voice == Voice::Active)
    };
    let apart = |role: Role| {
        let nouns = |mention: &Mention<'_>| mention.role(role).map(|filler| filler.noun.head).collect::<Vec<_>>();
        let (one, other) = (nouns(a), nouns(b));
        !one.is_empty() && !other.is_empty() && !one.iter().any(|head| other.contains(head))
    };
    let kind = a.trigger.kind == b.trigger.kind && matches!(a.trigger.kind, EventKind::Release | EventKind::Arrest | EventKind::Kidnapping);
    kind && a.trigger.sentence == b.trigger.sentence && finite(a) && finite(b) && apart(Role::Perpetrator) && apart(Role::Victim)
}

/// Whether a clause tells the fate of somebody and names the fate of others that he had to do with: "a prosecutor who was investigating the
/// murder of two students was shot dead".
pub(super) fn are_deeds_apart(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let (noun, verb) = if a.trigger.pos == Pos::Noun { (a, b) } else { (b, a) };
    let own = |mention: &Mention<'_>| {
        let mut victims = mention.role(Role::Victim).peekable();
        victims.peek().is_some() && victims.all(|victim| !victim.anaphoric)
    };
    let shared = || noun.role(Role::Victim).any(|one| verb.role(Role::Victim).any(|other| one.noun.holds(other.noun.head)));
    // Another verb stands between whom the clause is about and the noun.
    let inside = || {
        let whom = verb.role(Role::Victim).filter_map(|victim| scene.chunk_index(victim.noun.head)).min();
        let at = scene.chunk_index(noun.trigger.head);
        whom.zip(at).is_some_and(|(whom, at)| whom < at && scene.index.verbs(whom..at).all > 0)
    };
    a.trigger.sentence == b.trigger.sentence
        && noun.trigger.is_outcome()
        && noun.trigger.pos == Pos::Noun
        && verb.trigger.pos != Pos::Noun
        && noun.trigger.first < verb.trigger.first
        && own(noun)
        && own(verb)
        && !shared()
        && inside()
}

/// Whether the one tells the murder of somebody named, and the other of several of a trade who are counted anew: "the mayor was murdered", "six
/// candidates were killed".
pub(super) fn is_count_of_others(one: &Mention<'_>, many: &Mention<'_>) -> bool {
    let mut victims = one.role(Role::Victim).peekable();
    let single = victims.peek().is_some() && victims.all(|victim| victim.entity.is_some() && !victim.plural);
    let general = |people: &str| matches!(people, "" | "person" | "civilian" | "victim" | "crowd" | "group");
    let trade = |victim: &Filler<'_>| victim.plural && victim.entity.is_none() && !general(victim.people) && victim.count.is_some();
    let mut several = many.role(Role::Victim).peekable();
    one.trigger.sentence + 1 < many.trigger.sentence && single && several.peek().is_some() && several.all(trade) && !many.definite
}
