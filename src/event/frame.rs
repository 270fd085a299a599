//! Frames: which grammatical place of a trigger fills which role, by the rows of the frame table.

mod blame;
mod relative;
mod role;
mod seat;

use super::actor::is_unknown_name;
use super::args::{self, Argument, Slot};
use super::class::{Class, Facts};
use super::draft::Role;
use super::filler::{is_definite, whole};
use super::party::OUTLAWS;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger, bearer, kind_of};
use crate::lexicon::{Hit, RowRef, TableId, Tag, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::record::{EntityKind, EventKind};
use crate::token::fold;
use crate::token::literal::word;
pub(super) use blame::blames_matter;
use blame::{is_aside, is_in_what_is_blamed, is_medium, is_on_deed};
use role::role_of;

/// Most steps to the left in search of a participle's noun.
const CLIMB: usize = 4;

/// A noun group with the role that a frame row gives it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filled<'l> {
    pub role: Role,
    pub noun: Noun,
    /// Its grammatical place, and the frame row that takes it.
    pub slot: Slot,
    pub row: RowRef,
    pub facts: Facts<'l>,
}

/// What a frame makes of the noun groups about a trigger.
#[derive(Debug, Default)]
pub(super) struct Filling<'l> {
    pub filled: Vec<Filled<'l>>,
    /// The head of an event that did it: "the blast" of "the blast killed".
    pub cause: Option<u32>,
    /// Its subject, or its object, is something that the frame does not take.
    pub misfit: bool,
    /// It only describes a thing, or an army: no event.
    pub aside: bool,
}

/// The roles about `trigger`, in the order of their grammatical places.
pub(super) fn fill<'l>(scene: &Scene<'l>, trigger: &Trigger<'l>) -> Filling<'l> {
    let mut filling = Filling { aside: is_aside(scene, trigger), ..Filling::default() };
    let (mut object, mut subject) = (None, None);
    let mut caused_by_subject = false;
    let frame = scene.lexicon.frame(trigger.frame);
    for &Argument { slot, noun } in args::of(scene, trigger).iter() {
        let noun = relative::deed(scene, trigger, slot, noun).unwrap_or_else(|| named_by_who(scene, trigger, noun));
        let noun = Some(noun.head).filter(|_| slot == Slot::SUBJECT).and_then(|weapon| bearer(scene, weapon)).unwrap_or(noun);
        let found = role_of(scene, trigger, frame, slot, noun)
            .or_else(|| climb(scene, trigger, slot, noun).find_map(|noun| role_of(scene, trigger, frame, slot, noun)))
            .filter(|found| found.role != Role::Place || seat::doer(scene, trigger, frame, slot, noun).is_none())
            .filter(|_| !matches!(slot, Slot::ON | Slot::AT | Slot::AGAINST) || !is_on_deed(scene, trigger, noun))
            .filter(|_| slot != Slot::ON || !is_medium(scene, trigger, noun))
            .filter(|found| found.role != Role::Instrument || !is_struck(scene, trigger, found))
            .filter(|found| found.role != Role::Victim || !is_crime(scene, trigger, slot) && !is_beside_victims(scene, slot, found))
            .filter(|found| found.role != Role::Victim || !is_of_squad(scene, trigger, slot) && !is_with_takers(trigger, found))
            .filter(|found| found.role != Role::Victim || slot != Slot::PREMODIFIER || !is_killer(trigger, found))
            .filter(|found| !is_in_what_is_blamed(trigger, found))
            .or_else(|| seat::doer(scene, trigger, frame, slot, noun));
        // "Shots were fired at the house": what the form names is no object of it.
        let own = (trigger.first..trigger.last).contains(&noun.head) && !args::is_parted_by(scene, trigger, noun);
        match slot {
            _ if own => {}
            Slot::OBJECT | Slot::PASSIVE_SUBJECT => object = Some(object == Some(true) || found.is_some()),
            Slot::SUBJECT => subject = Some(subject == Some(true) || found.is_some()),
            _ => {}
        }
        let Some(mut found) = found.filter(|found| !is_wound(scene, trigger, found)) else { continue };
        if found.role == Role::Perpetrator && seat::is_scene(scene, trigger, slot, noun) {
            found.role = Role::Place;
        }
        found.role = if is_trade(scene, trigger, &found) { Role::Victim } else { settled_role(scene, trigger, &found) };
        let event = found.facts.class.meets(Class::EVENT) && !found.facts.class.meets(Class::WEAPON);
        // "Wounded in clashes" may be of any of them.
        let told = slot != Slot::IN || trigger.frame == "outcome-kill" || is_definite(scene, found.noun);
        let matter = found.role == Role::About && trigger.is_outcome() && told;
        if (found.role == Role::Instrument || matter) && found.facts.class.meets(Class::EVENT) {
            // "An attack on a festival and protest killed 24": not the protest.
            let kept = is_crowd(scene, found.noun) || caused_by_subject;
            filling.cause = filling.cause.filter(|_| kept).or(Some(found.noun.head));
            // "A blast killed six people in a terrorist attack": the blast did.
            caused_by_subject |= found.slot == Slot::SUBJECT;
        }
        if found.role != Role::Instrument || !event {
            filling.filled.push(found);
        }
    }
    // "Threw grenades at a march by a party": a verb whose subject does it has no other doer behind "by".
    let does = |found: &Filled<'_>| found.slot == Slot::SUBJECT && found.role == Role::Perpetrator;
    if trigger.pos == Pos::Verb && filling.filled.iter().any(does) {
        filling.filled.retain(|found| found.slot != Slot::BY || found.role != Role::Perpetrator);
    }
    // "The rebels sentenced the minister to death": who does it to somebody else is not tried.
    let tried = |found: &Filled<'_>| found.slot == Slot::OBJECT && found.role == Role::Victim;
    if trigger.kind == EventKind::Trial && filling.filled.iter().any(tried) {
        let judges = filling.filled.iter_mut().filter(|found| found.slot == Slot::SUBJECT && found.role == Role::Victim);
        judges.for_each(|judge| judge.role = Role::Perpetrator);
    }
    let suffers = filling.filled.iter().any(|found| found.slot == Slot::SUBJECT && found.role == Role::Victim);
    // "Shells had hit the ward": what weapons do needs no object that is known.
    let weapon =
        |found: &Filled<'_>| found.slot == Slot::SUBJECT && found.role == Role::Instrument && found.facts.class.meets(Class::WEAPON);
    let armed = filling.filled.iter().any(|found| weapon(found) && !found.facts.class.meets(Class::VEHICLE));
    filling.misfit = (object == Some(false) && !suffers && !armed) || (subject == Some(false) && object != Some(true));
    filling
}

/// Whether no victim of others is told: "killed himself and six others", "27 were killed, against 61 in 2011".
fn is_beside_victims(scene: &Scene<'_>, slot: Slot, found: &Filled<'_>) -> bool {
    const SELF: [u64; 4] = [word!("himself"), word!("herself"), word!("themselves"), word!("self")];
    let listed = || {
        let verb = scene.chunk_index(found.noun.head).and_then(|noun| scene.of_noun(noun).governor);
        verb.is_some_and(|verb| scene.of_verb(verb as usize).object.len() > 1)
    };
    slot == Slot::AGAINST && found.facts.bare || SELF.contains(&scene.hash(found.noun.head)) && listed()
}

/// "Fled, taking three women with them": they are those who take, not more who are taken.
fn is_with_takers(trigger: &Trigger<'_>, found: &Filled<'_>) -> bool {
    trigger.kind == EventKind::Kidnapping && found.slot == Slot::WITH && found.facts.pronoun
}

/// "A terrorist murder", "rebel killings": who stands before the killing is not killed.
fn is_killer(trigger: &Trigger<'_>, found: &Filled<'_>) -> bool {
    trigger.frame == "outcome-kill" && (found.facts.doer || OUTLAWS.contains(&found.facts.people))
}

/// Whether those counted are people, though no table knows the word for them: "killed two agronomists", "24 topographers were killed"; not "killed
/// 300 jobs", since words that are so common and mean people are known.
fn is_trade(scene: &Scene<'_>, trigger: &Trigger<'_>, found: &Filled<'_>) -> bool {
    let suffers = trigger.frame == "outcome-kill" && matches!(found.slot, Slot::OBJECT | Slot::PASSIVE_SUBJECT)
        || trigger.frame == "outcome-die" && found.slot == Slot::SUBJECT;
    let plural = scene.reading.phrases.tags.get(found.noun.head as usize) == Some(&Some(Tag::NounPlural));
    let counted = suffers && plural && found.role == Role::Killed && !found.facts.known && !found.facts.bare;
    counted && !scene.is_measure(found.noun) && !scene.is_common(found.noun.head)
}

/// Whether the noun is a word for a protest.
fn is_crowd(scene: &Scene<'_>, noun: Noun) -> bool {
    scene.hits(noun.head, TableId::Trigger).any(|hit| kind_of(hit) == Some(EventKind::Protest))
}

/// "Gunshot wounds to the head", "was beaten on the head": the head is a part of the body here.
fn is_wound(scene: &Scene<'_>, trigger: &Trigger<'_>, found: &Filled<'_>) -> bool {
    let of = || scene.hash(found.noun.last) == word!("of");
    let beaten = trigger.pos == Pos::Verb && matches!(found.slot, Slot::ON | Slot::OVER) && !of();
    let wounded = trigger.pos == Pos::Noun && found.slot == Slot::TO;
    (wounded || beaten) && found.role == Role::Victim && scene.has(WordSet::BodyPart, found.noun.head)
}

/// "A helicopter was shot down by rebels, killing eight": what a passive is told of does not kill.
fn is_struck(scene: &Scene<'_>, trigger: &Trigger<'_>, found: &Filled<'_>) -> bool {
    let gerund = scene.chunk_at(trigger.head).is_some_and(|chunk| chunk.form == VerbForm::Gerund);
    let noun = scene.chunk_index(found.noun.head).filter(|_| gerund && found.slot == Slot::SUBJECT);
    let governor = noun.and_then(|noun| scene.of_noun(noun).governor).and_then(|verb| scene.chunks().get(verb as usize));
    found.facts.class.meets(Class::VEHICLE) && governor.is_some_and(|verb| verb.voice == Voice::Passive)
}

/// "Convicted of plotting the murder of the mayor": what a court's verb has behind "of" is the crime; not "overturned the conviction of".
fn is_crime(scene: &Scene<'_>, trigger: &Trigger<'_>, slot: Slot) -> bool {
    let verb = trigger.pos == Pos::Verb && scene.is_in(trigger.last - 1, ChunkKind::Verb);
    slot == Slot::OF && trigger.kind == EventKind::Trial && verb
}

/// "A hit squad of the New People's Army": those behind the "of" of a body of killers are its own, not "the assassins of the priests".
fn is_of_squad(scene: &Scene<'_>, trigger: &Trigger<'_>, slot: Slot) -> bool {
    let squad = |hit: &Hit| scene.lexicon.row(hit.row).text(column::PersonNoun::Number) == "collective";
    slot == Slot::OF
        && trigger.frame == "agent-noun"
        && scene.hit_ending(trigger.first, trigger.head, TableId::PersonNoun).is_some_and(squad)
}

/// "The mayor of Quetta, who was wounded", "soldiers in Nablus, who opened fire", "Vega, a leader of the FARC, who is accused": "who" stands for no
/// place and no body, but for those who are told to be of it or there.
fn named_by_who(scene: &Scene<'_>, trigger: &Trigger<'_>, noun: Noun) -> Noun {
    const WHO: u64 = fold::hash("who");
    const OF: [u64; 6] =
        [fold::hash("of"), fold::hash("from"), fold::hash("in"), fold::hash("at"), fold::hash("near"), fold::hash("outside")];
    let back = |at: usize, steps: usize| at.checked_sub(steps).and_then(|at| scene.chunks().get(at));
    // "Who apparently planted".
    let before = scene.chunk_index(trigger.head).map_or(0..0, |verb| verb.saturating_sub(3)..verb);
    let mut before = before.rev().filter_map(|at| scene.chunks().get(at)).skip_while(|chunk| chunk.kind == ChunkKind::Adverb);
    let who = before.next().is_some_and(|who| scene.hash(who.first) == WHO);
    // "A man armed with a knife who set fire to": no thing sets fires.
    let facts = scene.facts(noun);
    if who
        && facts.known
        && facts.class.meets(Class::THING.with(Class::WEAPON))
        && !facts.class.meets(Class::PEOPLE)
        && noun.first < trigger.first
    {
        return person_before(scene, noun).unwrap_or(noun);
    }
    let nobody = matches!(scene.kind_at(noun.head), Some(EntityKind::Place | EntityKind::Group | EntityKind::Organization));
    if !who || !nobody || noun.first > trigger.first {
        return noun;
    }
    let of = scene.chunk_index(noun.head).filter(|&at| back(at, 1).is_some_and(|of| OF.contains(&scene.hash(of.first))));
    let person = |holder: &Chunk| {
        let place = scene.kind_at(noun.head) == Some(EntityKind::Place);
        holder.kind == ChunkKind::Noun && (place || scene.is(scene.noun(holder), Class::PERSON))
    };
    let Some((at, holder)) = of.and_then(|at| Some((at, back(at, 2)?))).filter(|(_, holder)| person(holder)) else { return noun };
    let comma = back(at, 3).is_some_and(|mark| scene.document.word(mark.first as usize) == ",");
    let named = back(at, 4).filter(|name| comma && scene.kind_at(name.head) == Some(EntityKind::Person));
    scene.noun(named.unwrap_or(holder))
}

/// The nearest person or people told before a thing in its clause.
fn person_before(scene: &Scene<'_>, thing: Noun) -> Option<Noun> {
    const REACH: usize = 8;
    let at = scene.chunk_index(thing.head)?;
    let before = scene.chunks().get(at.saturating_sub(REACH)..at)?.iter().rev();
    let clause = before.take_while(|chunk| chunk.kind != ChunkKind::Subordinator && scene.document.word(chunk.first as usize) != ".");
    let mut nouns = clause.filter(|chunk| chunk.kind == ChunkKind::Noun).map(|chunk| scene.noun(chunk));
    nouns.find(|&noun| scene.is(noun, Class::PERSON))
}

/// Whether what is bombed, shelled or besieged has a name that nobody knows: "the shelling of X".
fn is_unknown_town(scene: &Scene<'_>, trigger: &Trigger<'_>, found: &Filled<'_>) -> bool {
    let ground = matches!(trigger.kind, EventKind::Airstrike | EventKind::ArmedClash | EventKind::Bombing | EventKind::Shelling);
    // "Opened fire at Jatrabari".
    let at = trigger.frame == "fire-at" && found.slot == Slot::OBJECT && scene.hash(trigger.last.saturating_sub(1)) == word!("at");
    let struck = at || ground && matches!(found.slot, Slot::OBJECT | Slot::OF | Slot::ON) && !trigger.is_outcome();
    struck && !found.facts.known && scene.entity_at(found.noun.head).is_none() && is_unknown_name(scene, found.noun.head)
}

/// Whether the owner of an attack is the country that has seen no worse one: "Pakistan's deadliest attack".
fn suffers_worst(scene: &Scene<'_>, trigger: &Trigger<'_>, owner: &Facts<'_>) -> bool {
    let group = scene.chunk_at(trigger.head).map_or(0..0, |chunk| chunk.first..trigger.head);
    owner.class.meets(Class::PLACE) && group.into_iter().any(|token| scene.has(WordSet::Worst, token))
}

/// Whether what would be a target only tells where it was: a named town, a street in which a bomb went off; but not a village attacked.
fn is_where(scene: &Scene<'_>, found: &Filled<'_>) -> bool {
    let site = scene.lexicon.row(found.row).has(column::Frame::Flags, "site");
    let beside = site || matches!(found.slot, Slot::IN | Slot::NEAR | Slot::PREMODIFIER);
    let country = found.facts.class.meets(Class::PLACE) && scene.kind_at(found.noun.head) == Some(EntityKind::Place);
    // "Was ambushed on the road to Guachene".
    let way = found.slot == Slot::ON && scene.has(WordSet::Way, found.noun.head);
    if way || country && matches!(found.slot, Slot::IN | Slot::NEAR | Slot::AT) {
        return true;
    }
    // "At the entrance of the embassy": what it leads into is hit.
    let of_thing = found.facts.part && whole(scene, found.noun, found.facts).0 != found.noun;
    found.facts.locality && !of_thing && (beside || scene.name_at(found.noun.head).is_some())
}

/// The role of a noun group by what it is besides its place in the grammar: a town that is bombed is hit, one in which it happened is not.
fn settled_role(scene: &Scene<'_>, trigger: &Trigger<'_>, found: &Filled<'_>) -> Role {
    let mut role = found.role;
    // "Shot in the head": what the form itself names is nobody hurt.
    if matches!(role, Role::Victim | Role::Target)
        && (trigger.first..trigger.last).contains(&found.noun.head)
        && !args::is_parted_by(scene, trigger, found.noun)
        && !args::holds_hostages(scene, trigger, found.noun)
        && (trigger.kind.is_violence()
            || trigger.kind.is_speech()
            || trigger.kind == EventKind::Release && is_behind_to(scene, found.noun)
            || matches!(trigger.kind, EventKind::Crackdown | EventKind::Trial) && found.facts.people == "military"
            || !found.facts.class.meets(Class::PEOPLE))
    {
        role = Role::About;
    }
    if role == Role::Victim && is_unknown_town(scene, trigger, found) {
        role = Role::Target;
    }
    if trigger.frame == "ram" && found.slot == Slot::OBJECT {
        role = rammed(scene, trigger, found);
    }
    let where_told = role == Role::Target && is_where(scene, found);
    if (where_told && trigger.kind.is_violence()) || (found.slot == Slot::POSSESSIVE && suffers_worst(scene, trigger, &found.facts)) {
        role = Role::Place;
    }
    role
}

/// Whether "to" stands before the noun: "handed over the boy *to his family*".
fn is_behind_to(scene: &Scene<'_>, noun: Noun) -> bool {
    noun.first.checked_sub(1).is_some_and(|to| scene.hash(to) == word!("to"))
}

/// What a verb of ramming does to its object: people are hurt, and what a vehicle rams is hit; what a man rams he drives: "a van rammed a crowd",
/// "the patrol boat rammed the trawler", "rammed his van into a market".
fn rammed(scene: &Scene<'_>, trigger: &Trigger<'_>, found: &Filled<'_>) -> Role {
    if found.facts.class.meets(Class::PEOPLE) {
        return Role::Victim;
    }
    let subject = scene.chunk_index(trigger.head).and_then(|verb| scene.of_verb(verb).subject.first().copied());
    let subject = subject.and_then(|subject| scene.chunks().get(subject as usize)).map(|subject| scene.noun(subject));
    let drives = |noun: Noun| scene.is(noun, Class::VEHICLE) || scene.is_vessel(noun.head);
    if found.role == Role::Instrument && subject.is_some_and(drives) { Role::Target } else { found.role }
}

/// For a participle ("X, the commander of the wing of the corps killed by"): the groups further left that it may belong to, over "of" and commas.
fn climb<'s>(scene: &'s Scene<'_>, trigger: &Trigger<'_>, slot: Slot, noun: Noun) -> impl Iterator<Item = Noun> + use<'s> {
    let participle = scene.chunk_at(trigger.head).is_some_and(|chunk| chunk.form == VerbForm::Participle);
    let start = scene.chunk_index(noun.head).filter(|_| participle && slot == Slot::PASSIVE_SUBJECT);
    // "The bombing of a bank in Quetta, blamed on rebels".
    // But "a strike on a boat accused of carrying drugs".
    let speech = trigger.kind.is_speech() && scene.hash(trigger.last) != const { fold::hash("of") };
    let step = move |&at: &usize| {
        let before = scene.chunks().get(at.checked_sub(1)?)?;
        let word = scene.document.word(before.first as usize);
        let joins = matches!(word, "of" | "OF" | ",") || speech && before.kind == ChunkKind::Preposition;
        at.checked_sub(2).filter(|&at| joins && scene.chunks().get(at).is_some_and(|chunk| chunk.kind == ChunkKind::Noun))
    };
    std::iter::successors(start, step).skip(1).take(CLIMB).filter_map(move |at| scene.chunks().get(at).map(|chunk| scene.noun(chunk)))
}
