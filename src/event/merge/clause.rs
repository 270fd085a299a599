//! What the clause and the doer tell: deeds of somebody told of before, of a relative clause, and results behind a comma.

use super::apart::is_blast;
use super::conflict::are_two_sites;
use crate::event::class::Class;
use crate::event::draft::{Filler, Mention, Role};
use crate::event::filler::is_definite;
use crate::event::scene::Scene;
use crate::event::setting::{is_behind_relative, is_contrasted, verb_behind_perfect};
use crate::event::trigger::Pos;
use crate::phrase::{Chunk, THEIR, VerbForm};
use crate::record::{EventKind, Status};
use crate::token::fold;

/// How many mentions before one are looked at: no sentence of news has more.
const NEAR: usize = 8;

/// Whether a noun for a doer ("gunmen") and the deed that it does in its clause are one event: the noun alone is told of no other deed.
pub(super) fn is_doer_of<'m, 'l: 'm, Members: Iterator<Item = &'m Mention<'l>>>(
    scene: &Scene<'_>,
    mention: &Mention<'l>,
    members: impl Fn() -> Members,
) -> bool {
    let is_agent = |mention: &Mention<'_>| {
        mention.trigger.frame == "agent-noun" && matches!(mention.trigger.kind, EventKind::Attack | EventKind::Bombing)
    };
    let does = |deed: &Mention<'_>, agent: &Mention<'_>| {
        deed.trigger.sentence == agent.trigger.sentence
            && deed.trigger.kind.is_violence()
            // "Militants who have battled the army since 2017 killed three": the noun is of the killing.
            && verb_behind_perfect(scene, &deed.trigger).is_none()
            // Those who take people or things have no weapon's manner: "armed men kidnapped".
            && !matches!(deed.trigger.kind, EventKind::Kidnapping | EventKind::Hijacking | EventKind::Robbery)
            && deed.role(Role::Perpetrator).any(|doer| doer.noun.holds(agent.trigger.head))
    };
    if is_agent(mention) {
        return members().any(|deed| does(deed, mention));
    }
    members().all(is_agent) && members().any(|agent| does(mention, agent))
}

/// Whether the deed is one of him who was told of with the story: "a bomber struck a church. The attacker shot at worshippers".
pub(super) fn is_of_known_doer<'m, 'l: 'm, Members: Iterator<Item = &'m Mention<'l>>>(
    mention: &Mention<'l>,
    members: impl Fn() -> Members,
) -> bool {
    let known = |agent: &Mention<'_>| {
        agent.trigger.frame == "agent-noun"
            && agent.definite
            && agent.trigger.kind == EventKind::Attack
            && agent.trigger.sentence == mention.trigger.sentence
            && mention.role(Role::Perpetrator).any(|doer| !doer.plural && doer.noun.holds(agent.trigger.head))
    };
    let hits = matches!(mention.trigger.kind, EventKind::Attack | EventKind::Bombing) && mention.trigger.pos == Pos::Verb;
    let earlier = || members().any(|other| other.trigger.sentence < mention.trigger.sentence);
    hits && members().any(known) && earlier()
}

/// Whether a relative clause tells the deed of a known event: "the attack was launched from a car, from which two men threw grenades".
pub(super) fn is_within(scene: &Scene<'_>, mention: &Mention<'_>, known: &Mention<'_>) -> bool {
    const RELATIVE: [u64; 4] = [fold::hash("which"), fold::hash("who"), fold::hash("when"), fold::hash("where")];
    const APART: [u64; 3] = [fold::hash("after"), fold::hash("before"), fold::hash("since")];
    let holds = |words: &[u64]| (known.trigger.last..mention.trigger.first).any(|token| words.contains(&scene.hash(token)));
    known.definite
        && known.trigger.pos == Pos::Noun
        && known.trigger.sentence == mention.trigger.sentence
        && mention.trigger.pos == Pos::Verb
        && holds(&RELATIVE)
        && !holds(&APART)
}

/// Whether two results in one sentence have what did the second: "two people were killed and nine injured in a knife attack".
pub(super) fn shares_cause(mention: &Mention<'_>, before: &Mention<'_>) -> bool {
    let results = mention.trigger.is_outcome() && before.trigger.is_outcome();
    results && before.cause.is_none() && before.trigger.sentence == mention.trigger.sentence
}

/// Whether it tells a result behind the comma of its clause: "stormed a school, killing 14 in the worst attack of the year".
pub(super) fn is_trailing(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let chunk = scene.chunk_at(mention.trigger.head).filter(|chunk| chunk.form == VerbForm::Gerund);
    let comma = |chunk: &Chunk| chunk.first.checked_sub(1).is_some_and(|mark| scene.document.word(mark as usize) == ",");
    mention.trigger.is_outcome() && chunk.is_some_and(comma)
}

/// Whether a verb of violence stands before the mention in its sentence.
pub(super) fn is_verb_before(mention: &Mention<'_>, other: &Mention<'_>) -> bool {
    let before = other.trigger.sentence == mention.trigger.sentence && other.trigger.first < mention.trigger.first;
    before && other.trigger.pos == Pos::Verb && other.trigger.kind.is_violence()
}

/// Whether those who robbed or seized something in the same sentence killed by it, which is a crime beside the one told before: "the rebels had
/// stolen the truck and killed its driver".
pub(super) fn is_side_crime(mentions: &[Mention<'_>], index: usize) -> bool {
    let Some(own) = mentions.get(index).filter(|own| own.trigger.is_outcome()) else { return false };
    let does = |noun| own.role(Role::Perpetrator).any(|doer| doer.noun == noun);
    let takes = |other: &Mention<'_>| {
        matches!(other.trigger.kind, EventKind::Robbery | EventKind::Hijacking)
            && other.trigger.pos == Pos::Verb
            && other.trigger.sentence == own.trigger.sentence
            && other.role(Role::Perpetrator).any(|doer| does(doer.noun))
    };
    mentions[index.saturating_sub(NEAR)..index].iter().any(takes)
}

/// Whether a clause of contrast tells what others did or suffered elsewhere: "six people were killed in Durango, while gunmen killed three
/// in Zacatecas"; not "two were killed, while five others were hurt".
pub(super) fn are_contrasted(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let (first, last) = if a.trigger.first < b.trigger.first { (a, b) } else { (b, a) };
    let does = |doer: &Filler<'_>| first.role(Role::Perpetrator).any(|other| other.noun.head == doer.noun.head);
    let others = || last.role(Role::Perpetrator).next().is_some() && !last.role(Role::Perpetrator).any(does);
    let elsewhere = || !last.places.is_empty() && !last.places.iter().any(|place| first.places.contains(place));
    let caused = || last.cause.is_some() && last.trigger.is_outcome();
    a.trigger.sentence == b.trigger.sentence
        && (others() || elsewhere() || caused())
        && last.fillers.iter().any(|filler| filler.role != Role::Source)
        && is_contrasted(scene, first.trigger.last..last.trigger.first)
}

/// Whether a relative clause tells an old deed of the one whose new deed its sentence tells: "the gang, which has murdered nine judges, shot the
/// governor".
pub(super) fn is_deed_of_old(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let (old, new) = if a.trigger.first < b.trigger.first { (a, b) } else { (b, a) };
    let is_hit = |filler: &&Filler<'_>| matches!(filler.role, Role::Victim | Role::Target);
    let hit_by_both = |filler: &Filler<'_>| new.fillers.iter().filter(is_hit).any(|other| other.noun.head == filler.noun.head);
    let does = |doer: &Filler<'_>| new.role(Role::Perpetrator).any(|other| other.noun == doer.noun);
    // "Militants who have battled the army since 2017 killed three": the noun alone tells of the killing.
    let agent = old.trigger.frame == "agent-noun" && new.role(Role::Perpetrator).any(|doer| doer.noun.holds(old.trigger.head));
    if agent && verb_behind_perfect(scene, &new.trigger).is_some() {
        return a.trigger.sentence == b.trigger.sentence;
    }
    // Who fights does so with others.
    let fights = || old.trigger.kind == EventKind::ArmedClash;
    a.trigger.sentence == b.trigger.sentence
        && old.trigger.pos == Pos::Verb
        && new.trigger.pos == Pos::Verb
        && (old.fillers.iter().any(|filler| is_hit(&filler)) || fights())
        && new.fillers.iter().any(|filler| is_hit(&filler))
        && !old.fillers.iter().filter(is_hit).any(hit_by_both)
        && old.role(Role::Perpetrator).any(does)
        && is_behind_relative(scene, &old.trigger, new.trigger.first)
}

/// Whether one device did its work and another did not: "a bomb exploded at a bank and another failed to explode at a church".
pub(super) fn is_dud_beside(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    const ANOTHER: [u64; 3] = [fold::hash("another"), fold::hash("second"), fold::hash("third")];
    let (first, last) = if a.trigger.first < b.trigger.first { (a, b) } else { (b, a) };
    let tried = |mention: &Mention<'_>| matches!(mention.status, Status::Attempted | Status::Foiled);
    a.trigger.sentence == b.trigger.sentence
        && tried(a) != tried(b)
        && a.trigger.kind == b.trigger.kind
        && (first.trigger.last..last.trigger.first).any(|token| ANOTHER.contains(&scene.hash(token)))
}

/// Whether somebody new did the second deed in a manner of his own: "rioters rammed a car into a house. A man was shot dead by a policeman"; not
/// "the rioters shot a man".
pub(super) fn are_manners_of_two(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let (first, last) = if a.trigger.first < b.trigger.first { (a, b) } else { (b, a) };
    let known = |head: u64| first.role(Role::Perpetrator).any(|doer| scene.hash(doer.noun.head) == head);
    let new = |doer: &Filler<'_>| {
        let new = !doer.anaphoric && doer.entity.is_none() && !is_definite(scene, doer.noun) && !scene.facts(doer.noun).pronoun;
        new && !doer.plural && !known(scene.hash(doer.noun.head))
    };
    let verb = |mention: &Mention<'_>| mention.trigger.pos != Pos::Noun && mention.trigger.kind == EventKind::Attack;
    first.trigger.sentence != last.trigger.sentence
        && verb(first)
        && verb(last)
        && first.trigger.method.zip(last.trigger.method).is_some_and(|(one, other)| one != other)
        && first.role(Role::Perpetrator).next().is_some()
        && last.role(Role::Perpetrator).next().is_some()
        && last.role(Role::Perpetrator).all(new)
}

/// Whether somebody dies in the clause before the one with "when" that tells the blast, or what hit his own car or convoy: "the murder of the judge,
/// who died when a bomb placed under her car exploded", "died with two of his guards when his car was ambushed".
pub(super) fn is_death_in(scene: &Scene<'_>, blast: &Mention<'_>, death: &Mention<'_>) -> bool {
    const WHEN: u64 = fold::hash("when");
    let own = is_on_own_craft(scene, blast);
    let reach = if own { 14 } else { 6 };
    let between = death.trigger.last..blast.trigger.first;
    (blast.trigger.kind == EventKind::Bombing || own)
        && matches!(death.trigger.frame, "outcome-die" | "outcome-kill" | "outcome-injure")
        && death.trigger.pos != Pos::Noun
        && death.trigger.sentence == blast.trigger.sentence
        && between.len() <= reach
        && between.clone().any(|token| scene.hash(token) == WHEN)
        && !between.into_iter().any(|token| scene.document.word(token as usize) == ",")
}

/// Whether what it hit is told as that of somebody told before: "his car", "their convoy".
fn is_on_own_craft(scene: &Scene<'_>, deed: &Mention<'_>) -> bool {
    let craft = |filler: &Filler<'_>| {
        let hit = matches!(filler.role, Role::Victim | Role::Target);
        let noun = scene.chunk_at(filler.noun.head).filter(|_| hit && filler.class.meets(Class::VEHICLE.with(Class::MILITARY)));
        noun.is_some_and(|noun| THEIR.contains(&scene.hash(noun.first)))
    };
    deed.trigger.pos == Pos::Verb && deed.trigger.kind.is_violence() && deed.fillers.iter().any(craft)
}

/// Whether the clause behind it tells the blast that did it, and the story how others were shot or fell in a fight: "two soldiers were shot dead in
/// Newry. A policeman was wounded when a bomb went off in Lurgan".
pub(super) fn is_of_blast_behind<'m, 'l: 'm, Members: Iterator<Item = &'m Mention<'l>>>(
    scene: &Scene<'_>,
    mentions: &[Mention<'_>],
    index: usize,
    members: impl Fn() -> Members,
) -> bool {
    let Some(own) = mentions.get(index).filter(|own| own.trigger.is_outcome() && !own.definite) else { return false };
    let behind = mentions.get(index + 1..).unwrap_or(&[]).iter().take(NEAR);
    let shot = |told: &Mention<'_>| {
        let manner = matches!(told.trigger.method, Some("shooting" | "stabbing")) || told.trigger.kind == EventKind::ArmedClash;
        manner && told.trigger.sentence < own.trigger.sentence
    };
    let told = |blast: &&Mention<'_>| (blast.trigger.pos == Pos::Verb || !blast.definite) && is_death_in(scene, blast, own);
    behind.into_iter().find(told).is_some_and(|deed| match deed.trigger.kind {
        EventKind::Bombing => members().any(shot) && !members().any(is_blast),
        // "A suicide bomber killed 11. The governor died when his car was ambushed."
        _ => members().all(|told| is_blast(told) || told.trigger.is_outcome()) && members().any(is_blast) && !is_blast(deed),
    })
}

/// Whether he who was hurt died, however late: "a driver hurt in that blast died nine days later".
pub(super) fn is_death_of_hurt(death: &Mention<'_>, deed: &Mention<'_>) -> bool {
    let hurt = |victim: &Filler<'_>| deed.role(Role::Victim).any(|other| other.noun == victim.noun);
    death.trigger.frame == "outcome-die"
        && deed.trigger.frame == "outcome-injure"
        && deed.trigger.sentence == death.trigger.sentence
        && death.role(Role::Victim).any(hurt)
}

/// Whether somebody was hurt in one way at one place, and others in another way elsewhere: "gunmen hacked to death ten villagers in Lolwa. Three
/// priests were shot in Beni".
pub(super) fn are_manners_at_two_sites(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let hit = |mention: &Mention<'_>| mention.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Target));
    let told = |mention: &Mention<'_>| {
        hit(mention) && mention.trigger.pos != Pos::Noun && mention.trigger.kind == EventKind::Attack && mention.place_distance <= 1
    };
    let last = if a.trigger.first < b.trigger.first { b } else { a };
    let anew = !last.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Target) && filler.anaphoric);
    let craft = |mention: &Mention<'_>| mention.trigger.frame == "down-craft";
    let manners = a.trigger.method.zip(b.trigger.method).is_some_and(|(one, other)| one != other) || craft(a) != craft(b);
    a.trigger.sentence != b.trigger.sentence && told(a) && told(b) && anew && manners && are_sites_apart(scene, a, b)
}

/// Whether the places of the two bear two names, and none is told of both.
fn are_sites_apart(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let sites = a.places.first().zip(b.places.first()).is_some_and(|(&one, &other)| are_two_sites(scene, one, other));
    sites && !a.places.iter().any(|place| b.places.contains(place))
}

/// Whether the same sort of deed was "also" done to something else in another place: "a bomb killed two soldiers in Balad. Insurgents also blew up a
/// pipeline near Baiji".
pub(super) fn is_also_elsewhere(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    const ALSO: u64 = fold::hash("also");
    let last = if a.trigger.first < b.trigger.first { b } else { a };
    let verb = scene.chunk_at(last.trigger.head).filter(|_| last.trigger.pos == Pos::Verb);
    let also = verb.is_some_and(|verb| (verb.first.saturating_sub(2)..verb.head).any(|token| scene.hash(token) == ALSO));
    let hits = |mention: &Mention<'_>| {
        let hit = mention.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Target) && !filler.anaphoric);
        hit && mention.place_distance == 0
    };
    also && a.trigger.sentence != b.trigger.sentence && hits(a) && hits(b) && are_sites_apart(scene, a, b)
}

/// Whether a taking without anybody taken stands beside the killing of the same people: "the kidnapping and subsequent murder of the two".
pub(super) fn is_taking_beside(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize) -> bool {
    let Some(own) = mentions.get(index).filter(|own| own.trigger.kind == EventKind::Kidnapping && own.trigger.pos == Pos::Noun) else {
        return false;
    };
    let Some(next) = mentions.get(index + 1).filter(|next| next.trigger.sentence == own.trigger.sentence) else { return false };
    let start = scene.chunk_at(next.trigger.head).map_or(next.trigger.first, |chunk| chunk.first);
    own.fillers.is_empty()
        && next.trigger.is_outcome()
        && next.trigger.pos == Pos::Noun
        && start == own.trigger.last + 1
        && scene.hash(own.trigger.last) == const { fold::hash("and") }
}

/// Whether nouns for a taking and a death have those whom they befell in common: "the kidnapping and murder of the nun".
pub(super) fn are_of_same_victims(a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let taking = |mention: &Mention<'_>| mention.trigger.kind == EventKind::Kidnapping;
    if taking(a) == taking(b) || !(a.trigger.is_outcome() || b.trigger.is_outcome()) {
        return false;
    }
    let nouns = a.trigger.pos == Pos::Noun && b.trigger.pos == Pos::Noun && a.trigger.sentence == b.trigger.sentence;
    nouns && a.status == b.status && a.role(Role::Victim).any(|victim| b.role(Role::Victim).any(|other| other.noun == victim.noun))
}

/// Whether its sentence goes on to tell that he whose death the noun tells was shot: "charged with the killing of a policeman who was gunned down".
pub(super) fn is_of_shot(mentions: &[Mention<'_>], index: usize) -> bool {
    let Some(own) = mentions.get(index).filter(|own| own.trigger.is_outcome() && own.trigger.pos == Pos::Noun) else { return false };
    let shot = |other: &Mention<'_>| {
        other.trigger.is_outcome()
            && matches!(other.trigger.method, Some("shooting" | "stabbing"))
            && other.role(Role::Victim).any(|whom| own.role(Role::Victim).any(|victim| victim.noun == whom.noun))
    };
    let behind = mentions[index + 1..].iter().take(NEAR).take_while(|other| other.trigger.sentence == own.trigger.sentence);
    behind.into_iter().any(shot)
}

/// Whether another sentence tells a blast.
pub(super) fn is_blast_elsewhere(mention: &Mention<'_>, blast: &Mention<'_>) -> bool {
    blast.trigger.kind == EventKind::Bombing && blast.trigger.sentence != mention.trigger.sentence
}
