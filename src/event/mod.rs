//! Triggers, frames, roles, status, casualties, claims; event mentions merged into events.

mod accused;
mod actor;
mod anaphora;
mod args;
mod assemble;
mod attribution;
mod casualty;
mod class;
mod codes;
mod count;
mod credit;
mod crowd;
mod custody;
mod device;
mod disarm;
mod discourse;
mod draft;
mod dud;
mod escape;
mod filler;
mod frame;
mod gap;
mod hazard;
mod home;
mod identity;
mod index;
mod intervention;
mod key;
mod member;
mod merge;
mod mishap;
mod needs;
mod office;
mod party;
mod pronoun;
mod region;
mod relevance;
mod salient;
mod scene;
mod setting;
mod settle;
mod speech;
mod status;
mod strike;
mod there;
mod toll;
mod trace;
mod trigger;
mod warning;
mod weapon;

use crate::document::Document;
use crate::entity::EntityDraft;
use crate::lexicon::{Hit, TableId, Tag, WordSet};
use crate::mention::NameMention;
use crate::phrase::{Chunk, ChunkKind, Phrases, VerbForm, Voice};
use crate::quantity::Quantity;
use crate::record::{Event, EventKind, Status};
use crate::time::{Reference, TimeMention};
use crate::token::fold;
use class::Class;
use draft::{Mention, Role};
use scene::Scene;
use status::Verdict;
pub use trace::{CueTrace, Outcome, RoleTrace, Telling, Trace, trace};
use trigger::{Pos, Trigger};

/// All that the earlier stages have read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// Text, tokens, sentences, lexicon hits.
    pub document: Document<'a>,
    /// Numbers.
    pub quantities: &'a [Quantity],
    /// Times.
    pub times: &'a [TimeMention],
    /// Names.
    pub names: &'a [NameMention],
    /// Entities; the record's id of `entities[i]` is `E{i + 1}`.
    pub entities: &'a [EntityDraft],
    /// Parts of speech and chunks.
    pub phrases: &'a Phrases,
    /// Days from which relative expressions count.
    pub reference: Reference,
}

/// Reads the events of an article, in the order of first mention.
pub fn find(reading: &Reading<'_>) -> Vec<Event> {
    let scene = Scene::new(reading);
    let (mentions, stories) = stories(&scene);
    let about = speech::link(&scene, &mentions, &stories);
    assemble::records(&scene, &mentions, &stories, &about)
}

/// All tellings of events with what was found out of them, and which of them tell one event.
fn stories<'l>(scene: &Scene<'l>) -> (Vec<Mention<'l>>, Vec<merge::Story>) {
    let mut mentions = mentions(scene);
    settle::spare_victims(scene, &mut mentions);
    anaphora::resolve(scene, &mut mentions);
    mentions.retain(|mention| !settle::is_entry(mention));
    dud::settle(scene, &mut mentions);
    merge::drop_worst(scene, &mut mentions);
    settle::drop_sufferers(scene, &mut mentions);
    mishap::settle(scene, &mut mentions);
    setting::set(scene, &mut mentions);
    casualty::count(scene, &mut mentions);
    discourse::mark(scene, &mut mentions);
    accused::name(scene, &mut mentions);
    escape::name(scene, &mut mentions);
    merge::mark_ends(scene, &mut mentions);
    let mut stories = merge::merge(scene, &mentions);
    speech::drop_empty(scene, &mentions, &mut stories);
    region::complete(scene, &mut mentions, &stories);
    identity::complete(scene, &mut mentions, &stories);
    intervention::settle(&mut mentions, &stories);
    (mentions, stories)
}

/// All tellings of events, in order: triggers with their status and what fills their roles.
fn mentions<'l>(scene: &Scene<'l>) -> Vec<Mention<'l>> {
    let (mut triggers, mut mentions) = (Vec::new(), Vec::with_capacity(scene.index.triggers.len()));
    for sentence in 0..scene.document.sentences.len() {
        triggers.clear();
        trigger::find(scene, sentence, &mut triggers);
        let from = mentions.len();
        mentions.extend(triggers.iter().filter_map(|trigger| mention(scene, trigger)));
        let told = mentions.len();
        mentions.extend(triggers.iter().filter_map(|trigger| mention(scene, &gap::pronoun(scene, trigger)?)));
        let gapped: Vec<Mention<'l>> = mentions.iter().skip(from).filter_map(|mention| gap::second(scene, mention)).collect();
        mentions.extend(gapped);
        if mentions.len() > told {
            mentions.get_mut(from..).unwrap_or(&mut []).sort_by_key(|mention| mention.trigger.first);
        }
    }
    mentions
}

/// What a trigger tells; `None` where a cue says that nothing took place.
fn mention<'l>(scene: &Scene<'l>, trigger: &Trigger<'l>) -> Option<Mention<'l>> {
    let Verdict::Event { status, hedge } = status::weigh(scene, trigger) else { return None };
    let mut mention = Mention::new(*trigger);
    // "After an attempt on his life": that it took place is not that it came off.
    let told = status.filter(|&status| status != Status::Occurred || trigger.status.is_none());
    mention.status = told.or(trigger.status).unwrap_or_default();
    mention.hedge = hedge;
    if is_general_truth(scene, trigger, mention.status) || trigger.frame == "agent-noun" && member::is_told_of_group(scene, trigger.head) {
        return None;
    }
    let filling = frame::fill(scene, trigger);
    if filling.aside || filling.misfit && !trigger.strong && trigger.pos == Pos::Verb && trigger.kind.is_violence() {
        return None;
    }
    let result = trigger.is_outcome() || trigger.frame == "weapon-hits";
    if result && filling.cause.is_none() && befell_nobody(scene, trigger) || is_aim(scene, trigger) || found_nothing(scene, trigger) {
        return None;
    }
    for filled in &filling.filled {
        filler::make(scene, filled.role, filled.noun, filled.facts, &mut mention.fillers);
    }
    weapon::fill(scene, trigger, &mut mention.fillers);
    weapon::settle_kind(scene, &mut mention);
    // "A fire at the refinery, which had threatened to explode": nobody threatens.
    let things = mention.status == Status::Threatened && matches!(trigger.frame, "explosion" | "detonate");
    if things && mention.role(Role::Perpetrator).next().is_none() {
        return None;
    }
    if settle::is_contest(&mention) || settle::is_entry(&mention) || crowd::is_going_home(scene, &mention) {
        return None;
    }
    settle::by_actors(scene, &mut mention);
    warning::settle(scene, &mut mention);
    weapon::owner(scene, &mut mention);
    mention.cause = filling
        .cause
        .or_else(|| deed_behind_by(scene, trigger))
        .or_else(|| deed_before_which(scene, trigger))
        .or_else(|| toll::matter(scene, trigger));
    credit::weigh(scene, &mut mention);
    let group = scene.chunk_at(trigger.head).map(|chunk| scene.noun(chunk));
    // "The attack", "among the dead", "the wounded woman".
    let nominal = trigger.pos == Pos::Noun || (trigger.pos == Pos::Adjective && scene.is_in(trigger.head, ChunkKind::Noun));
    mention.definite = nominal && group.is_some_and(|group| filler::is_definite(scene, group))
        || (trigger.pos == Pos::Verb && is_presupposed(scene, trigger.head));

    let empty = !mention.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Killed | Role::Injured));
    let known = trigger.strong || mention.definite;
    // "A suspect set off explosives" charges nobody with anything.
    let matter = |filler: &draft::Filler<'_>| matches!(filler.role, Role::About | Role::Target);
    let bare = trigger.kind == EventKind::Accusation && trigger.weak && !mention.fillers.iter().any(matter);
    mention.trigger.dependent |= bare && trigger.pos == Pos::Noun;
    if trigger.kind == EventKind::Accusation && (asks_who(scene, trigger) || frame::blames_matter(scene, trigger)) {
        return None;
    }
    let bare = trigger.pos == Pos::Noun && if trigger.is_outcome() { empty } else { mention.fillers.is_empty() && !known };
    // "Three bullet-riddled bodies were found": they tell of the dead themselves.
    let counted = trigger.frame == "find-dead" && !trigger.dependent && casualty::bodies(scene, trigger).is_some();
    mention.trigger.dependent |= bare && !counted && !args::is_blamed(scene, trigger);
    Some(mention)
}

/// Whether violence is told in the present of whoever does it: "those who kill civilians", "they kill our children"; or as what people do, in a sentence
/// without a day, a place or a number: "the police kidnap, torture and murder members of the party", "fighters abduct girls and force them to marry".
fn is_general_truth(scene: &Scene<'_>, trigger: &Trigger<'_>, status: Status) -> bool {
    const WHOEVER: [u64; 6] = [
        fold::hash("those"),
        fold::hash("anyone"),
        fold::hash("anybody"),
        fold::hash("whoever"),
        fold::hash("everyone"),
        fold::hash("people"),
    ];
    const THEY: [u64; 4] = [fold::hash("they"), fold::hash("you"), fold::hash("we"), fold::hash("i")];
    let tag = scene.reading.phrases.tags.get(trigger.head as usize).copied().flatten();
    let present = trigger.pos == Pos::Verb && matches!(tag, Some(Tag::VerbBase | Tag::VerbS)) && trigger.kind.is_violence();
    let Some(verb) = scene.chunk_index(trigger.head).filter(|_| present) else { return false };
    let plain = |chunk: &Chunk| chunk.form == VerbForm::Finite && chunk.modal.is_none() && chunk.first == trigger.head;
    if !scene.chunks().get(verb).is_some_and(plain) {
        return false;
    }
    let subject = scene.of_verb(verb).subject;
    let head = |&noun: &u32| scene.chunks().get(noun as usize).map_or(0, |noun| scene.hash(noun.head));
    subject.first().map(head).is_some_and(|head| WHOEVER.contains(&head) || trigger.is_outcome() && THEY.contains(&head))
        || tag == Some(Tag::VerbBase) && status == Status::Occurred && is_custom(scene, trigger)
}

/// Whether the sentence is whole, but tells neither day nor place nor number.
fn is_custom(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let range = scene.sentence(trigger.sentence);
    let whole = range.end.checked_sub(1).is_some_and(|stop| scene.document.word(stop as usize) == ".");
    let timed = scene.reading.times.iter().any(|time| range.contains(&time.first));
    let placed = || !index::inside(&scene.index.places, range.clone()).is_empty();
    let object = || scene.chunk_index(trigger.head).map(|verb| scene.of_verb(verb).object);
    // "Rebels seize a town."
    let many =
        || object().is_some_and(|object| object.iter().all(|&whom| scene.chunks().get(whom as usize).is_some_and(|whom| whom.plural)));
    whole && !timed && !placed() && scene.count_in(range.start, range.end).is_none() && many()
}

/// The deed by which somebody was killed or hurt: "killed the general by detonating a bomb".
fn deed_behind_by(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<u32> {
    const BY: u64 = fold::hash("by");
    let verb = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Verb && trigger.is_outcome())?;
    let around = scene.of_verb(verb);
    let deed = around.complements.iter().filter(|complement| complement.word == BY).find_map(|complement| complement.verb)?;
    scene.chunks().get(deed as usize).map(|deed| deed.head)
}

/// The deed in which somebody was killed or hurt: "a 2022 bombing at a mosque in which 63 worshippers died".
fn deed_before_which(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<u32> {
    const IN: [u64; 2] = [fold::hash("in"), fold::hash("during")];
    const WHICH: u64 = fold::hash("which");
    const WHERE: u64 = fold::hash("where");
    const REACH: usize = 10;
    let told = scene.is_in(trigger.head, ChunkKind::Verb) && trigger.pos != Pos::Noun && trigger.is_outcome();
    let verb = scene.chunk_index(trigger.head).filter(|_| told)?;
    let chunk = |at: usize| scene.chunks().get(at);
    let is_verb = |at: &usize| chunk(*at).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite);
    // "In which three people were killed and 10 wounded".
    let joined = |at: usize| (at + 1..verb).any(|next| chunk(next).is_some_and(|next| next.kind == ChunkKind::Conjunction));
    let mut left = (verb.saturating_sub(REACH)..verb).rev().take_while(|at| !is_verb(at) || joined(*at));
    let opens = |at: usize, word: u64| chunk(at).is_some_and(|chunk| scene.hash(chunk.first) == word);
    if let Some(place) = left.clone().find(|&at| opens(at, WHERE)) {
        return there::deed(scene, trigger, verb, place);
    }
    let which = left.find(|&at| opens(at, WHICH))?;
    let before = which.checked_sub(1).filter(|&at| chunk(at).is_some_and(|chunk| IN.contains(&scene.hash(chunk.first))))?;
    // "The rally during which the senator was killed" is not what killed him.
    let many = scene.of_verb(verb).subject.first().and_then(|&whom| chunk(whom as usize)).is_some_and(|whom| whom.plural);
    let deed = |chunk: &&Chunk| {
        let kills = |kind: EventKind| {
            kind.is_violence() || matches!(kind, EventKind::Accident | EventKind::Disaster) || many && kind == EventKind::Protest
        };
        let told = |hit: &Hit| hit.last == chunk.head + 1 && trigger::kind_of(hit).is_some_and(kills);
        let doer = scene.facts(scene.noun(chunk)).class.meets(Class::PEOPLE.with(Class::VEHICLE));
        chunk.kind == ChunkKind::Noun && !doer && scene.hits(chunk.head, TableId::Trigger).any(told)
    };
    let start = scene.sentence(trigger.sentence).start;
    let left = scene.chunks().get(before.saturating_sub(REACH)..before)?.iter().rev();
    let left = left.take_while(|chunk| chunk.first >= start && !(chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite));
    // "A raid that set off reprisals in which gunmen killed 25".
    let left = left.take_while(|chunk| !scene.has(WordSet::Reprisal, chunk.head));
    left.filter(|chunk| chunk.kind == ChunkKind::Noun).find(deed).map(|deed| deed.head)
}

/// Whether what the verb tells befell nobody: "nobody was hurt".
fn befell_nobody(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some(verb) = scene.chunk_index(trigger.head).filter(|_| trigger.pos != Pos::Noun) else { return false };
    let around = scene.of_verb(verb);
    let passive = scene.chunks().get(verb).is_some_and(|verb| verb.voice == Voice::Passive);
    let whom = if passive { &around.subject } else { &around.object };
    // "No one was killed when the cylinder hit a house": the clause tells what did not kill.
    let when = scene.chunks().get(verb + 1).is_some_and(|next| next.kind == ChunkKind::Subordinator);
    !when && !whom.is_empty() && whom.iter().all(|&who| scene.chunks().get(who as usize).is_some_and(|who| scene.is_nobody(who)))
}

/// Whether the word only says what the deed behind its "of" was aimed at: "was the target of a bomb attack".
fn is_aim(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const BEHIND: usize = 2;
    let deed = scene.chunk_index(trigger.head).filter(|_| trigger.frame == "receive-attack" && trigger.pos == Pos::Noun);
    let deed = deed.map(|target| target + BEHIND).filter(|&deed| args::target_before(scene, deed).is_some());
    let violent = |hit: &Hit| trigger::kind_of(hit).is_some_and(EventKind::is_violence);
    deed.and_then(|deed| scene.chunks().get(deed)).is_some_and(|deed| scene.hits(deed.head, TableId::Trigger).any(violent))
}

/// Whether a search found nothing: "no weapons or explosives were found".
fn found_nothing(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let Some(verb) = scene.chunk_index(trigger.head).filter(|_| trigger.kind == EventKind::Raid && trigger.pos == Pos::Verb) else {
        return false;
    };
    let around = scene.of_verb(verb);
    let passive = scene.chunks().get(verb).is_some_and(|verb| verb.voice == Voice::Passive);
    let what = if passive { &around.subject } else { &around.object };
    what.first().and_then(|&noun| scene.chunks().get(noun as usize)).is_some_and(|noun| scene.is_nobody(noun))
}

/// Whether the verb only asks for somebody: "it was not clear who was behind the blast".
fn asks_who(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const WHO: [u64; 3] = [fold::hash("who"), fold::hash("which"), fold::hash("what")];
    let Some(at) = scene.chunk_index(trigger.head).filter(|_| trigger.pos == Pos::Verb) else { return false };
    let back = |steps: usize| at.checked_sub(steps).and_then(|at| scene.chunks().get(at));
    let asks = back(1).is_some_and(|chunk| WHO.contains(&scene.hash(chunk.first)));
    asks && !back(2).is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Noun | ChunkKind::Mark))
}

/// Whether a verb only says which ones are meant: "the students who were detained".
fn is_presupposed(scene: &Scene<'_>, verb: u32) -> bool {
    const THE: [u64; 2] = [fold::hash("the"), fold::hash("those")];
    let Some(at) = scene.chunk_index(verb) else { return false };
    let back = |steps: usize| at.checked_sub(steps).and_then(|at| scene.chunks().get(at));
    let relative = back(1).is_some_and(|chunk| chunk.kind == ChunkKind::Subordinator);
    let passive = back(0).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.voice == Voice::Passive);
    passive
        && relative
        && back(2)
            .is_some_and(|chunk| chunk.kind == ChunkKind::Noun && (chunk.first..chunk.head).any(|token| THE.contains(&scene.hash(token))))
}
