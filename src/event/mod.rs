//! Triggers, frames, roles, status, casualties, claims; event mentions merged into events.

mod accused;
mod actor;
mod anaphora;
mod args;
mod assemble;
mod attribution;
mod casualty;
mod cause;
mod class;
mod codes;
mod context;
mod count;
mod credit;
mod crowd;
mod custody;
mod device;
mod disarm;
mod discourse;
mod draft;
mod dud;
mod empty;
mod escape;
mod filler;
mod frame;
mod gap;
mod grave;
mod hazard;
mod home;
mod identity;
mod index;
mod intervention;
mod key;
mod member;
mod merge;
mod mishap;
mod natural;
mod needs;
mod office;
mod party;
mod portion;
mod pronoun;
mod region;
mod relevance;
mod salient;
mod scene;
mod setting;
mod settle;
mod share;
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
use crate::mention::NameMention;
use crate::phrase::{ChunkKind, Phrases, Voice};
use crate::quantity::Quantity;
use crate::record::{Event, EventKind, Status};
use crate::time::{Reference, TimeMention};
use crate::token::fold;
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
    share::part_wounded(scene, &mut mentions);
    anaphora::resolve(scene, &mut mentions);
    custody::name_raiders(scene, &mut mentions);
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
        let parted: Vec<Mention<'l>> = mentions.iter_mut().skip(from).flat_map(|mention| gap::part(scene, mention)).collect();
        gap::leave_places(mentions.get_mut(from..).unwrap_or(&mut []), &parted);
        mentions.extend(gapped.into_iter().chain(parted));
        portion::split(scene, &mut mentions, from);
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
    if empty::is_general_truth(scene, trigger, mention.status)
        || trigger.frame == "agent-noun" && member::is_told_of_group(scene, trigger.head)
    {
        return None;
    }
    let filling = frame::fill(scene, trigger);
    if filling.aside || filling.misfit && !trigger.strong && trigger.pos == Pos::Verb && trigger.kind.is_violence() {
        return None;
    }
    let result = trigger.is_outcome() || trigger.frame == "weapon-hits";
    if result && filling.cause.is_none() && empty::befell_nobody(scene, trigger)
        || empty::is_aim(scene, trigger)
        || empty::found_nothing(scene, trigger)
        || empty::is_ground_of_violence(scene, trigger)
    {
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
    share::count_whole(scene, &mut mention);
    settle::by_actors(scene, &mut mention);
    warning::settle(scene, &mut mention);
    warning::name_speaker(scene, &mut mention);
    weapon::owner(scene, &mut mention);
    mention.cause = filling
        .cause
        .or_else(|| cause::deed_behind_by(scene, trigger))
        .or_else(|| cause::deed_before_which(scene, trigger))
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
    if trigger.kind == EventKind::Accusation && (empty::asks_who(scene, trigger) || frame::blames_matter(scene, trigger)) {
        return None;
    }
    let told = known || discourse::is_one_more(scene, trigger);
    let bare = trigger.pos == Pos::Noun && if trigger.is_outcome() { empty } else { mention.fillers.is_empty() && !told };
    // "Three bullet-riddled bodies were found": they tell of the dead themselves.
    let counted = trigger.frame == "find-dead"
        && !trigger.dependent
        && (grave::is_grave(scene, trigger) || casualty::bodies(scene, trigger).is_some());
    mention.trigger.dependent |= bare && !counted && !args::is_blamed(scene, trigger);
    Some(mention)
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
