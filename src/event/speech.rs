//! Speech acts about violence: what claims, accusations, denials and threats speak of.

use super::args;
use super::draft::{FILLERS, Mention, Role};
use super::index::within;
use super::merge::Story;
use super::scene::Scene;
use super::setting::is_behind_relative;
use super::trigger::{Pos, Trigger};
use crate::lexicon::{Hit, WordSet, column};
use crate::phrase::{ChunkKind, Complement, VerbForm};
use crate::record::{About, Basis, Blame, Claim, Denial, Event, EventKind, Filler, Status};
use crate::token::fold;
use crate::token::literal::{word, words};

/// Farthest that a speech act reaches back for its event, in sentences.
const REACH: usize = 8;

/// Farthest that a denial reaches back for the accusation that it answers.
const ANSWER: usize = 2;

/// How many mentions before and behind a speech act are looked at: no report has more between the two, and time must grow with its length
/// only.
const NEAR: usize = 64;

/// How many deeds of one sentence are denied together.
const CHARGES: usize = 8;

/// How many tokens of a clause behind a denial are looked at.
const CLAUSE: u32 = 12;

/// For each story the stories that it speaks of; empty for all that are no speech acts.
pub(super) fn link(scene: &Scene<'_>, mentions: &[Mention<'_>], stories: &[Story]) -> Vec<Vec<usize>> {
    let mut story_of = vec![None; mentions.len()];
    for (index, story) in stories.iter().enumerate() {
        for &member in &story.members {
            if let Some(own) = story_of.get_mut(member) {
                *own = Some(index);
            }
        }
    }
    let kept = |index: usize| story_of.get(index).copied().flatten();
    let mut all: Vec<Vec<usize>> = Vec::with_capacity(stories.len());
    for story in stories {
        let mut about = Vec::new();
        for &member in &story.members {
            let Some(mention) = mentions.get(member).filter(|mention| mention.trigger.kind.is_speech()) else { continue };
            let told = || before(scene, mentions, member, |index| kept(index).is_some()).filter(|_| !tells_deed(scene, mention));
            let spoken = match direct(scene, mentions, member, mention, false) {
                Some(spoken) => {
                    let other = both_before(scene, mentions, spoken, |index| kept(index).filter(|&own| Some(own) != kept(spoken)));
                    vec![kept(spoken), other]
                }
                None => match accused_before(mentions, member, |index| kept(index).is_some())
                    .filter(|&accused| told().is_none_or(|told| told < accused))
                {
                    // Who denies an accusation denies what it was of, if that is told.
                    Some(accused) => {
                        let own = kept(accused);
                        let matter = own.and_then(|own| all.get(own)).filter(|matter| !matter.is_empty());
                        matter.map_or_else(|| vec![own], |matter| matter.iter().map(|&matter| Some(matter)).collect())
                    }
                    // "Denied responsibility, blaming Israel for the blast", where nothing was told before.
                    None => {
                        let last = told().or_else(|| direct(scene, mentions, member, mention, true));
                        let charged = last.filter(|_| is_of_charges(scene, mention)).into_iter();
                        let charged = charged.flat_map(|last| charged_beside(mentions, last)).map(kept);
                        std::iter::once(last.and_then(kept)).chain(charged).collect()
                    }
                },
            };
            for other in spoken.into_iter().flatten() {
                if !about.contains(&other) {
                    about.push(other);
                }
            }
        }
        all.push(about);
    }
    all
}

/// The other event of "both attacks", which the word at `spoken` was taken to be one of: the last one told before.
fn both_before(scene: &Scene<'_>, mentions: &[Mention<'_>], spoken: usize, other: impl Fn(usize) -> Option<usize>) -> Option<usize> {
    const BOTH: u64 = fold::hash("both");
    let own = mentions.get(spoken)?;
    let both = own.trigger.pos == Pos::Noun && scene.chunk_at(own.trigger.head).is_some_and(|chunk| scene.hash(chunk.first) == BOTH);
    let near = (spoken.saturating_sub(NEAR)..spoken).rev().filter(|_| both);
    let told = |mention: &Mention<'_>| {
        let deed = mention.trigger.kind.is_violence() && mention.status == Status::Occurred && !mention.background;
        deed && own.trigger.sentence - mention.trigger.sentence <= REACH
    };
    near.filter(|&index| mentions.get(index).is_some_and(told)).find_map(other)
}

/// Whether who denies or rejects "the charges" speaks of all that was told of.
fn is_of_charges(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let word = mention.trigger.last - 1;
    let many = scene.chunk_at(word).is_some_and(|chunk| chunk.plural);
    mention.trigger.kind == EventKind::Denial && many && scene.has(WordSet::Charge, word)
}

/// What the same doers did besides in the sentence of the deed at `last`: "soldiers burned 20 houses and killed three men".
fn charged_beside<'m>(mentions: &'m [Mention<'_>], last: usize) -> impl Iterator<Item = usize> + use<'m> {
    let own = mentions.get(last);
    let does = move |other: &Mention<'_>| {
        let doer = |noun| other.role(Role::Perpetrator).any(|doer| doer.noun == noun);
        let beside = own.is_some_and(|own| {
            own.trigger.sentence == other.trigger.sentence && own.role(Role::Perpetrator).any(|filler| doer(filler.noun))
        });
        beside && other.trigger.kind.is_violence() && other.trigger.pos == Pos::Verb
    };
    (last.saturating_sub(CHARGES)..last).filter(move |&index| mentions.get(index).is_some_and(does))
}

/// The accusation before a denial that nothing else is told of.
fn accused_before(mentions: &[Mention<'_>], at: usize, kept: impl Fn(usize) -> bool) -> Option<usize> {
    let mention = mentions.get(at).filter(|mention| mention.trigger.kind == EventKind::Denial)?;
    let near = |other: &Mention<'_>| mention.trigger.sentence - other.trigger.sentence <= ANSWER;
    (at.saturating_sub(NEAR)..at).rev().find(|&index| {
        let other = &mentions[index];
        kept(index) && other.trigger.kind == EventKind::Accusation && near(other)
    })
}

/// Drops claims that speak of no event told here and whose word may be of anything ("he claimed").
pub(super) fn drop_empty(scene: &Scene<'_>, mentions: &[Mention<'_>], stories: &mut Vec<Story>) {
    let speaks = |&member: &usize| {
        let Some(mention) = mentions.get(member) else { return true };
        !is_bare_claim(mention)
            || direct(scene, mentions, member, mention, false).or_else(|| before(scene, mentions, member, |_| true)).is_some()
    };
    stories.retain(|story| story.members.iter().any(speaks));
}

/// The mention in what the act's frame calls its matter, else the first one after it in its sentence; with `beyond` also a known one in what who
/// denies says further.
fn direct(scene: &Scene<'_>, mentions: &[Mention<'_>], at: usize, mention: &Mention<'_>, beyond: bool) -> Option<usize> {
    // What is threatened, or denied in a clause of its own, may be of any kind: "denied that it was negotiating".
    let any = mention.trigger.kind == EventKind::Threat || denies_clause(scene, mention);
    // "Blamed the rebels, who have been fighting the state since 2017": that says who they are.
    let aside = |other: &Mention<'_>| other.general && other.trigger.pos == Pos::Verb;
    let speakable = |other: &Mention<'_>| (other.trigger.kind.is_violence() || any && !other.trigger.kind.is_speech()) && !aside(other);
    let mut near = at.saturating_sub(NEAR)..(at + NEAR).min(mentions.len());
    let held = near.clone().find(|&index| {
        let other = &mentions[index];
        (!other.trigger.kind.is_speech() || speakable(other))
            && (mention.role(Role::About).any(|filler| filler.noun.holds(other.trigger.head)) || is_assumed(scene, mention, other))
    });
    held.or_else(|| {
        near.find(|&index| {
            let other = &mentions[index];
            let (own, other_trigger) = (&mention.trigger, &other.trigger);
            // "Confessed to killing" holds the deed.
            let inside = other_trigger.first > own.first && other_trigger.last <= own.last;
            let behind = other_trigger.sentence == own.sentence && (other_trigger.first >= own.last || inside);
            let own = || !is_told_by_denier(scene, own, other_trigger.first) || beyond && other.definite;
            behind
                && speakable(other)
                && !is_to_come(mention, other)
                && (!is_bare_claim(mention) || is_next_verb(scene, mention, other))
                && own()
        })
    })
}

/// Whether who denies goes on to tell of something else before the deed: "denied the charge and said the rebels had bombed the market", "denied the
/// claim, accusing the rebels of".
fn is_told_by_denier(scene: &Scene<'_>, own: &Trigger<'_>, deed: u32) -> bool {
    if own.kind != EventKind::Denial {
        return false;
    }
    let says = |hit: &&&Hit| {
        let class = scene.lexicon.row(hit.row).text(column::Attribution::Class);
        scene.is_in(hit.first, ChunkKind::Verb) && matches!(class, "accuse" | "admit" | "blame" | "claim" | "say" | "warn")
    };
    let further = within(&scene.index.attributions, own.last..deed).iter().find(says);
    further.is_some_and(|says| (own.last..says.first).any(|token| is_joint(scene, token)))
}

/// Whether a token joins a further clause: a comma, "and", "but", "while".
fn is_joint(scene: &Scene<'_>, token: u32) -> bool {
    const JOINTS: &[u64] = words![",", "and", "but", "while"];
    JOINTS.contains(&scene.hash(token))
}

/// Whether the act takes or gives the responsibility for the deed: "responsibility for the blast was claimed by".
fn is_assumed(scene: &Scene<'_>, mention: &Mention<'_>, other: &Mention<'_>) -> bool {
    let Some(verb) = scene.chunk_index(mention.trigger.head).filter(|_| mention.trigger.sentence == other.trigger.sentence) else {
        return false;
    };
    let subject = scene.of_verb(verb).subject;
    let taken = subject.first().filter(|&&noun| scene.chunks().get(noun as usize).is_some_and(|noun| scene.has(WordSet::Blame, noun.head)));
    let deed = scene.chunk_index(other.trigger.head).map(|deed| deed as u32);
    taken.is_some_and(|&noun| {
        let complements = &scene.of_noun(noun as usize).complements;
        complements.iter().any(|of| of.word == word!("for") && deed.is_some_and(|deed| of.nouns.contains(&deed)))
    })
}

/// Whether what is spoken of is told behind, no event told before: "denied backing the rebels", "accused Chad of lies".
fn tells_deed(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let part = |head: u32| scene.has(WordSet::Involvement, head) || scene.hash(head) == word!("it");
    let matter = |argument: &args::Argument| argument.slot == args::Slot::OF && !part(argument.noun.head);
    if mention.trigger.kind == EventKind::Accusation && mention.trigger.pos == Pos::Verb {
        let verb = scene.chunk_index(mention.trigger.head).map(|verb| scene.clauses().of_verb(verb));
        // "Accused Chad of backing rebels", "blamed the brotherhood for stoking unrest".
        let opens = |word: u64| word == word!("of") || word == word!("for");
        let told_before = |verb: u32| {
            let object = scene.of_verb(verb as usize).object.first().and_then(|&noun| scene.chunks().get(noun as usize));
            object.is_some_and(|object| scene.hash(object.head) == word!("it"))
        };
        // "Accused the army of planting it".
        let own = |of: &Complement| opens(of.word) && of.verb.is_some_and(|verb| !told_before(verb));
        let deed = verb.is_some_and(|around| around.complements.iter().any(own));
        if deed || args::of(scene, &mention.trigger).iter().any(matter) {
            return true;
        }
    }
    if denies_clause(scene, mention) {
        return true;
    }
    let next = scene.chunk_at(mention.trigger.last).filter(|next| next.first == mention.trigger.last);
    next.is_some_and(|next| next.kind == ChunkKind::Verb && next.form == VerbForm::Gerund)
}

/// Whether a clause tells what is denied, other than a part in what was told before: "denied that officers had used live rounds", not "that it was
/// behind the attack".
fn denies_clause(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let part = |token: u32| scene.has(WordSet::Answerable, token) || scene.hash(token) == word!("behind");
    // "Denied rumours that", "rejects Kabul's charge that".
    let noun = |at: u32| scene.chunk_at(at).filter(|noun| noun.kind == ChunkKind::Noun && noun.first == at).map_or(at, |noun| noun.last);
    let first = noun(noun(mention.trigger.last));
    let end = scene.sentence(mention.trigger.sentence).end.min(first + CLAUSE);
    mention.trigger.kind == EventKind::Denial && scene.hash(first) == word!("that") && !(first..end).any(part)
}

/// Whether a part in something is denied, or the responsibility for it: "denied involvement".
fn denies_part(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const REACH: u32 = 3;
    let part = [WordSet::Answerable, WordSet::Blame, WordSet::Involvement];
    (mention.trigger.first..mention.trigger.last + REACH).any(|token| part.iter().any(|&set| scene.has(set, token)))
}

/// Whether no verb stands between the two: "admitted to setting fire to", "claimed its snipers killed".
fn is_next_verb(scene: &Scene<'_>, mention: &Mention<'_>, other: &Mention<'_>) -> bool {
    let (Some(from), Some(to)) = (scene.chunk_index(mention.trigger.last), scene.chunk_index(other.trigger.first)) else { return false };
    !scene.chunks().get(from..to).unwrap_or(&[]).iter().any(|chunk| chunk.kind == ChunkKind::Verb)
}

/// Whether the word may be of anything ("he claimed"), so that only grammar tells its matter.
fn is_bare_claim(mention: &Mention<'_>) -> bool {
    mention.trigger.kind == EventKind::Claim && !mention.trigger.strong
}

/// Whether a claim would be of what is still to come: "claimed responsibility and vowed to kill more policemen".
fn is_to_come(claim: &Mention<'_>, other: &Mention<'_>) -> bool {
    claim.trigger.kind == EventKind::Claim && matches!(other.status, Status::Planned | Status::Threatened)
}

/// The last violence told before the act; a threat speaks of what is to come, not of what was, and what its speaker is told to have done
/// long ago is not what he speaks of: "the IRA, which killed two soldiers last month, claimed responsibility".
fn before(scene: &Scene<'_>, mentions: &[Mention<'_>], at: usize, kept: impl Fn(usize) -> bool) -> Option<usize> {
    let mention = mentions.get(at).filter(|mention| mention.trigger.kind != EventKind::Threat && !is_bare_claim(mention))?;
    // "The army claimed control of the town, a claim that Kyiv denied".
    let answers = mention.trigger.kind == EventKind::Denial && !denies_part(scene, mention);
    let ground = |other: &Mention<'_>| {
        answers && other.trigger.kind == EventKind::TerritoryCapture && mention.trigger.sentence - other.trigger.sentence <= 1
    };
    let aside = |other: &Mention<'_>| {
        other.trigger.sentence == mention.trigger.sentence && is_behind_relative(scene, &other.trigger, mention.trigger.first)
    };
    (at.saturating_sub(NEAR)..at).rev().find(|&index| {
        let other = &mentions[index];
        let near = mention.trigger.sentence - other.trigger.sentence <= REACH && !other.background;
        kept(index) && (other.trigger.kind.is_violence() || ground(other)) && near && !is_to_come(mention, other) && !aside(other)
    })
}

/// Writes what the speech act at `act` says into the event at `other`.
pub(super) fn speak(events: &mut [Event], act: usize, other: usize) {
    let Some(speech) = events.get(act).cloned() else { return };
    let Some(event) = events.get_mut(other) else { return };
    let about: About = event.id.clone();
    let speaker = speech.perpetrators.first();
    let by = speaker.map(|speaker| speaker.entity.clone().unwrap_or_else(|| speaker.text.clone()));
    match speech.kind {
        EventKind::Claim => {
            event.claims.push(Claim { by, date: speech.date.as_ref().and_then(|date| date.value.clone()), event: Some(speech.id) });
            for filler in &speech.perpetrators {
                add_perpetrator(event, filler, Basis::Claimed, None);
            }
        }
        EventKind::Accusation => {
            let by_entity = speaker.and_then(|speaker| speaker.entity.clone());
            // "Implicated officers in the murder of two women": who was hurt is not who is blamed.
            let hurt = event.victims.clone();
            for filler in speech.targets.iter().filter(|filler| !hurt.iter().any(|victim| victim.span == filler.span)) {
                let who = Some(filler.entity.clone().unwrap_or_else(|| filler.text.clone()));
                event.blamed.push(Blame { who, by: by.clone(), event: Some(speech.id.clone()) });
                add_perpetrator(event, filler, Basis::Blamed, by_entity.clone());
            }
        }
        EventKind::Denial => event.denials.push(Denial { by, event: Some(speech.id) }),
        _ => {}
    }
    if let Some(speech) = events.get_mut(act) {
        speech.about.push(about);
    }
}

/// Adds a perpetrator that a speech act names; one that was only guessed from its place in the text is now named by somebody.
fn add_perpetrator(event: &mut Event, filler: &Filler, basis: Basis, by: Option<String>) {
    let same = |other: &Filler| (other.entity.is_some() && other.entity == filler.entity) || other.text == filler.text;
    if let Some(known) = event.perpetrators.iter_mut().find(|other| same(other)) {
        if known.basis == Some(Basis::Suspected) && (by.is_some() || basis == Basis::Claimed) {
            (known.basis, known.by) = (Some(basis), by);
        }
    } else if event.perpetrators.len() < FILLERS {
        event.perpetrators.push(Filler { basis: Some(basis), by, ..filler.clone() });
    }
}
