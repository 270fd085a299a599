//! How well a telling fits an event: what links the two, what sets them apart, how near they stand and what they share.

use super::answer::is_answer;
use super::apart::is_blast;
use super::clause::{
    are_of_same_victims, is_blast_elsewhere, is_death_in, is_death_of_hurt, is_doer_of, is_dud_beside, is_of_blast_behind,
    is_of_known_doer, is_of_shot, is_side_crime, is_taking_beside, is_trailing, is_verb_before, is_within, shares_cause,
};
use super::conflict::conflicts;
use super::history::{is_before_news, is_history};
use super::kinship::{self, kinship};
use super::resume::{are_in_paragraph, is_aside, is_paid_back, is_pointed, is_reaction, is_told_apart};
use super::shared::{hits_same, is_same_telling, shares, shares_filler};
use super::{NEAR, Story, charge, end, is_cause, join, persons, toll};
use crate::event::draft::{Filler, Mention, Role};
use crate::event::scene::Scene;
use crate::event::trigger::Pos;
use crate::record::EventKind;

/// Farthest that an indefinite telling reaches back to its event, in sentences.
pub(super) const REACH: usize = 3;

/// Farthest that a result, or a general word, is taken to the event of another kind before it when nobody and nothing is told of both:
/// a murder told paragraphs after a bombing is another matter.
const ASIDE: usize = 2;

/// How well the mention at `index` fits the story; `None` if it is another event.
pub(super) fn affinity(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &Story) -> Option<u32> {
    let mention = mentions.get(index)?;
    let members = || story.latest(mentions);
    if let Some(score) = grammar_links(scene, mention, story, mentions).or_else(|| toll::fits(scene, mention, members)) {
        return Some(score);
    }
    let of_known_doer = is_of_known_doer(mention, members);
    let same_fate = |other: &Mention<'_>| join::is_same_fate(scene, mention, other) && !are_two(scene, mention, other);
    let fated = join::has_fate(mention) && members().any(same_fate);
    let linked = of_known_doer || fated;
    // Most stories are too far above or of other kinds, and cost no more than that.
    if !linked && is_too_far(scene, mentions, mention, story) {
        return None;
    }
    let others = || members().filter(|other| !kinship::is_toll_of_mishap(mention, other, members()));
    let score = others().try_fold(0, |score, other| kinship(scene, mention, other).map(|kin| score.max(kin)));
    if score.is_none() && !linked || is_of_other_death(scene, mentions, index, story) {
        return None;
    }
    if of_known_doer && !members().any(|other| conflicts(scene, mention, other)) {
        return Some(800);
    }
    if is_of_one_day(mentions, index, story) || is_of_other_court(scene, mentions, index, story) {
        return None;
    }
    if fated {
        return Some(900);
    }
    let score = score?;
    if is_told_anew(scene, mentions, index, story) || others().any(|other| conflicts(scene, mention, other)) {
        return None;
    }
    let history = is_history(scene, mention, members()) && !members().any(|deed| is_result_next(scene, mention, deed));
    if history || is_before_news(scene, mention, members) {
        return None;
    }
    // "A judge was shot. A bomb went off at a court. Rebels claimed the attack": the nearest that the word may name.
    let named = score > 0 && is_spoken_of(mentions, index) && members().any(is_blast);
    fit(scene, mentions, index, story, if named { score.max(3) } else { score })
}

/// Whether the sentence right behind a deed, in its paragraph, tells what came of it, with no day or place of its own, however long ago it was: "in July,
/// gunmen attacked a church in Jos. Ten worshippers died".
fn is_result_next(scene: &Scene<'_>, result: &Mention<'_>, deed: &Mention<'_>) -> bool {
    let own = &result.trigger;
    let bare = own.is_outcome() && own.pos == Pos::Verb && result.date.is_none() && result.place_distance > 1;
    let told = &deed.trigger;
    let whole = told.pos == Pos::Verb && !told.is_outcome() && told.kind.is_violence() && deed.date.is_some_and(|date| date.distance == 0);
    bare && whole && told.sentence + 1 == own.sentence && are_in_paragraph(scene, result, deed)
}

/// Whether the mention is "the attack", which any violence may be called, in a sentence that tells who claims it or is blamed for it.
fn is_spoken_of(mentions: &[Mention<'_>], index: usize) -> bool {
    let own = &mentions[index];
    let general = own.trigger.kind == EventKind::Attack && own.trigger.method.is_none() && !own.trigger.is_outcome();
    let near = mentions.iter().skip(index.saturating_sub(NEAR)).take(2 * NEAR);
    let speaks = |other: &Mention<'_>| other.trigger.kind.is_speech() && other.trigger.sentence == own.trigger.sentence;
    own.definite && own.trigger.pos == Pos::Noun && general && near.into_iter().any(speaks)
}

/// Whether a mention that tells nothing anew stands so far behind the story that only what they share could make them one, and they share nothing.
fn is_too_far(scene: &Scene<'_>, mentions: &[Mention<'_>], mention: &Mention<'_>, story: &Story) -> bool {
    let gap = gap(mentions, mention, story);
    if gap == 0 || is_told_again(mention) {
        return false;
    }
    gap > REACH && !shares_filler(scene, mentions, mention, story)
        || !mention.trigger.kind.is_violence() && !shares(scene, mentions, mention, story)
}

/// Whether it may be a word for what was told before: "the attack", "killings".
fn is_told_again(mention: &Mention<'_>) -> bool {
    mention.definite || (mention.trigger.pos == Pos::Noun && mention.fillers.is_empty())
}

/// How many sentences behind the last telling of the story a mention stands: 0 in "the blast killed two", whose words are in one.
fn gap(mentions: &[Mention<'_>], mention: &Mention<'_>, story: &Story) -> usize {
    let last = story.latest(mentions).next();
    last.map_or(0, |last| mention.trigger.sentence.saturating_sub(last.trigger.sentence))
}

/// Whether the two are a deed and what it answers, or a device and another that failed: two though the grammar links them, as in "jets struck in
/// response to the attack".
fn are_two(scene: &Scene<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    is_answer(scene, a, b) || is_answer(scene, b, a) || is_dud_beside(scene, a, b)
}

/// How well the mention fits if its clause or its doer links it to the story: "the blast killed two", "gunmen shot".
fn grammar_links(scene: &Scene<'_>, mention: &Mention<'_>, story: &Story, mentions: &[Mention<'_>]) -> Option<u32> {
    let members = || story.latest(mentions);
    let linked = |other: &Mention<'_>| (is_cause(mention, other) || is_cause(other, mention)) && !are_two(scene, mention, other);
    if members().any(linked) || is_doer_of(scene, mention, members) {
        return Some(1000);
    }
    if members().any(|other| is_death_in(scene, mention, other) || is_death_of_hurt(mention, other)) {
        return Some(900);
    }
    members().any(|other| are_of_same_victims(mention, other)).then_some(850)
}

/// Whether its sentence tells how those died whom it names, and the story how others did: "charged with the killing of a policeman who was gunned
/// down" after a bomb.
fn is_of_other_death(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &Story) -> bool {
    let Some(mention) = mentions.get(index) else { return false };
    let members = || story.latest(mentions);
    let shot = is_of_shot(mentions, index) && members().any(|other| is_blast_elsewhere(mention, other));
    // "The kidnapping and subsequent murder of the two": of the deaths told before, it is a part.
    shot || is_of_blast_behind(scene, mentions, index, members)
        || is_taking_beside(scene, mentions, index) && !members().any(|other| other.trigger.kind == EventKind::Kidnapping)
}

/// Whether it tells what took place on one day, and the story what is done on many: "they have attacked police posts. A bomb killed four people on
/// Thursday".
fn is_of_one_day(mentions: &[Mention<'_>], index: usize, story: &Story) -> bool {
    let Some(mention) = mentions.get(index) else { return false };
    let many = |known: &Mention<'_>| known.general || known.indefinite && known.date.is_none_or(|date| date.distance > 0);
    let particular = !mention.indefinite && !mention.definite && mention.date.is_some();
    let parted = gap(mentions, mention, story) > 0 || story.latest(mentions).all(|known| known.general);
    parted && particular && story.latest(mentions).all(many)
}

/// Whether the story is a crime that somebody is charged with or was convicted of, and the mention another, or the other way round: "convicted of
/// murder and rape. The rebels are blamed for the killing of 500 people".
fn is_of_other_court(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &Story) -> bool {
    let Some(mention) = mentions.get(index) else { return false };
    let members = || story.latest(mentions);
    let gap = gap(mentions, mention, story);
    // "Wanted on charges of genocide. Rebels killed 12 soldiers": a crime by its name alone takes nothing in.
    let bare = |known: &Mention<'_>| known.hedge.is_some() && known.fillers.is_empty() && !known.definite && known.trigger.pos == Pos::Noun;
    let accused = |filler: &Filler<'_>| members().any(|crime| crime.role(Role::Perpetrator).any(|doer| doer.noun == filler.noun));
    let convicted = || {
        story.members.iter().all(|&crime| charge::is_bare_crime(mentions, crime))
            && (!mention.definite || mention.role(Role::Victim).next().is_some())
            && !mention.role(Role::Perpetrator).any(accused)
    };
    gap > 0 && (members().all(bare) || convicted()) || members().any(|known| charge::is_of_other_case(scene, mentions, index, known))
}

/// Whether a word of discourse, what caused it, or whom it befell says that the mention is no telling of the story: "in another attack".
fn is_told_anew(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &Story) -> bool {
    let Some(mention) = mentions.get(index) else { return false };
    let members = || story.latest(mentions);
    let gap = gap(mentions, mention, story);
    mention.separate
        || mention.fresh && gap > 0
        || members().any(|other| is_of_other_speech(mentions, index, other))
        || is_of_other_cause(scene, mentions, index, story)
        || members().all(|end| end::is_of_others(mention, end))
        || gap > 0 && is_side_crime(mentions, index)
        || persons::adds_to_others(scene, mentions, index, &story.members)
        || charge::is_list_apart(scene, mentions, index, &story.members)
}

/// How well a mention that nothing sets apart from the story fits it, by how near it stands and what they share; `None` if they share too little
/// for standing so far away.
fn fit(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &Story, score: u32) -> Option<u32> {
    let mention = mentions.get(index)?;
    let members = || story.latest(mentions);
    let last = story.members.iter().filter_map(|&member| mentions.get(member)).next_back()?;
    let gap = mention.trigger.sentence - last.trigger.sentence;
    let known = mention.definite && mention.trigger.pos == Pos::Noun;
    let told_again = is_told_again(mention);
    let shares = shares(scene, mentions, mention, story);
    // "Following the assassination of Senator Vega" tells of somebody else than an arrest far above.
    let own = |filler: &Filler<'_>| filler.entity.is_some() && !filler.anaphoric;
    let resumes = told_again && !(mention.trigger.is_outcome() && mention.role(Role::Victim).any(own));
    if score < 3 && gap > ASIDE && !resumes && !shares_filler(scene, mentions, mention, story) {
        return None;
    }
    let again = told_again || (score >= 3 && is_same_telling(scene, mentions, mention, story));
    if gap > REACH && !again {
        return None;
    }
    // "The massacre" is the one that was told as such.
    let manner = |other: &Mention<'_>| mention.trigger.method.is_some() && other.trigger.method == mention.trigger.method;
    let sufferers = known && mention.trigger.is_outcome() && mention.date.is_none() && !members().any(manner);
    let resumed = sufferers && !(gap == 1 && is_pointed(scene, mention)) || (known && is_reaction(scene, mentions, index, last));
    // "In May 2018 a priest was murdered. Two men were jailed for the killing": for that one.
    let of_it = gap == 1 && charge::is_charged(mentions, index) && are_in_paragraph(scene, mention, last);
    let apart = gap > 0 && members().all(|told| is_told_apart(scene, told));
    // "..., three days after a candidate was shot.¶ Two men were arrested after a shoot-out": a new fight, not the one told by the way.
    if apart && !mention.definite && mention.trigger.pos == Pos::Noun && !mention.trigger.is_outcome() && !shares {
        return None;
    }
    // "Two weeks after an attack in Herat killed six. The dead included two children": of the news; so with what the news pays back.
    let result = gap > 0 && mention.trigger.is_outcome() && !shares;
    let paid_back = result && members().all(|told| is_paid_back(scene, told));
    let aside = gap > 0 && resumed && !of_it && is_aside(scene, members()) || (known || result) && apart || paid_back;
    // "The rebels ambushed a patrol. Three soldiers were killed": by the deed just told, not by a bomb before it.
    let just = gap == 1 && mention.trigger.is_outcome() && mention.role(Role::Perpetrator).next().is_none() && is_whole_deed(last);
    // "Gunmen killed 133 people. They then set the hall ablaze. Some 140 were injured": with those killed.
    let things = gap > 0 && mention.trigger.is_outcome() && members().all(hits_things);
    let asides = u32::from(aside) + u32::from(things && !shares);
    Some(100 + 10 * score - (gap as u32).min(30) + 20 * u32::from(shares) - 20 * asides + 15 * u32::from(just))
}

/// Whether a deed told beside the mention brought it about, and not the story: "stormed a school on Monday" is no event of "killing 14 in an air
/// strike".
fn is_of_other_cause(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, story: &Story) -> bool {
    let Some(mention) = mentions.get(index).filter(|mention| mention.cause.is_some()) else { return false };
    let members = || story.latest(mentions);
    // "Died when rebels attacked the post with grenades": a deed's weapon is no other event.
    let armed = !mention.trigger.is_outcome() && mention.trigger.pos == Pos::Verb;
    let elsewhere = |other: &Mention<'_>| {
        is_cause(mention, other) && other.trigger.first != mention.trigger.first && !(armed && other.trigger.frame == "weapon-noun")
    };
    let known = mention.definite && mention.trigger.pos == Pos::Noun;
    let follows = || is_trailing(scene, mention) && members().any(|other| is_verb_before(mention, other));
    // "Stormed a school, killing 14 in the worst attack of the year" against "in an air strike", which is another event.
    let other_cause = |other: &Mention<'_>| elsewhere(other) && !(other.trigger.kind == EventKind::Attack && follows());
    // "The guerrillas attacked the post with mortars" of an attack on the post told before.
    let later =
        story.members.last().and_then(|&last| mentions.get(last)).is_some_and(|last| last.trigger.sentence < mention.trigger.sentence);
    let same = |other: &Mention<'_>| {
        is_within(scene, mention, other) || shares_cause(mention, other) || (later && hits_same(scene, mention, other))
    };
    !known && mentions.iter().skip(index.saturating_sub(NEAR)).take(2 * NEAR).any(other_cause) && !members().any(same)
}

/// Whether a telling is of things alone that were burnt or wrecked.
fn hits_things(mention: &Mention<'_>) -> bool {
    let told = |role: Role| mention.role(role).next().is_some();
    matches!(mention.trigger.kind, EventKind::Arson | EventKind::PropertyDestruction) && told(Role::Target) && !told(Role::Victim)
}

/// Whether a verb tells who did something to whom, and nothing of what came of it.
fn is_whole_deed(mention: &Mention<'_>) -> bool {
    let told = |roles: &[Role]| mention.fillers.iter().any(|filler| roles.contains(&filler.role));
    mention.trigger.pos == Pos::Verb
        && !mention.trigger.is_outcome()
        && mention.trigger.kind.is_violence()
        && told(&[Role::Perpetrator])
        && told(&[Role::Victim, Role::Target])
}

/// Whether another speech act speaks of the mention than of `other`, before it in its sentence: "which claimed the murder, claimed the bombing".
fn is_of_other_speech(mentions: &[Mention<'_>], index: usize, other: &Mention<'_>) -> bool {
    let own = &mentions[index].trigger;
    let speaks = |mention: &&Mention<'_>| mention.trigger.kind.is_speech() && mention.trigger.sentence == own.sentence;
    let own_words = own.pos == Pos::Verb && other.trigger.kind.is_violence() && own.kind.is_violence();
    if !own_words || other.trigger.sentence != own.sentence {
        return false;
    }
    let mut speeches = mentions[index.saturating_sub(NEAR)..index].iter().rev().filter(speaks);
    let (last, before) = (speeches.next(), speeches.next());
    let parted =
        |last: &Mention<'_>, before: &Mention<'_>| before.trigger.first < other.trigger.first && other.trigger.first < last.trigger.first;
    last.zip(before).is_some_and(|(last, before)| parted(last, before))
}
