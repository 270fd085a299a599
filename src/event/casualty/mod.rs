//! Casualties: how many were killed, injured, captured, displaced, from the victims of a trigger and from the casualty cues beside it.

mod elsewhere;
mod first;
mod lone;
mod number;

use super::class::Class;
use super::draft::{Filler, Mention, Role, Standing, Tally};
use super::filler;
use super::grave;
use super::hazard;
use super::index::within;
use super::scene::{Noun, Scene};
use super::status::is_narrow;
use super::trigger::{Pos, Trigger, kind_of};
use crate::lexicon::{CASUALTY_FLAGS, Hit, TableId, WordSet, column, flags_of};
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{EventKind, Range, Status};
use crate::token::fold;
use elsewhere::elsewhere;
use first::is_first;
use number::number;

const DEAD: u64 = fold::hash("dead");

/// Which number of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Killed,
    Injured,
    Captured,
    Displaced,
}

impl Outcome {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "killed" => Self::Killed,
            "injured" => Self::Injured,
            "captured" | "detained" => Self::Captured,
            "displaced" => Self::Displaced,
            _ => return None,
        })
    }

    const fn told(self, mention: &Mention<'_>) -> Option<Tally> {
        match self {
            Self::Killed => mention.killed,
            Self::Injured => mention.injured,
            Self::Captured => mention.captured,
            Self::Displaced => mention.displaced,
        }
    }

    fn of<'m>(self, mention: &'m mut Mention<'_>) -> &'m mut Option<Tally> {
        match self {
            Self::Killed => &mut mention.killed,
            Self::Injured => &mut mention.injured,
            Self::Captured => &mut mention.captured,
            Self::Displaced => &mut mention.displaced,
        }
    }
}

/// Counts the casualties of all mentions.
pub(super) fn count<'l>(scene: &Scene<'l>, mentions: &mut [Mention<'l>]) {
    for mention in mentions.iter_mut() {
        by_victims(scene, mention);
    }
    let mut at = 0;
    while at < mentions.len() {
        let sentence = mentions[at].trigger.sentence;
        let end = at + mentions[at..].iter().take_while(|mention| mention.trigger.sentence == sentence).count();
        by_cues(scene, sentence, &mut mentions[at..end]);
        at = end.max(at + 1);
    }
    lone::read(scene, mentions);
    let told = mentions.iter_mut().flat_map(|mention| [&mut mention.killed, &mut mention.injured]).flatten();
    told.filter(|tally| is_first(scene, tally.first)).for_each(|tally| tally.standing = Standing::First);
}

/// What the trigger itself did to its victims.
fn by_victims(scene: &Scene<'_>, mention: &mut Mention<'_>) {
    let outcome = match (mention.trigger.frame, mention.trigger.kind) {
        ("outcome-kill" | "outcome-die" | "outcome-lose" | "find-dead", _) => Outcome::Killed,
        ("outcome-injure", _) => Outcome::Injured,
        (_, EventKind::Kidnapping | EventKind::Arrest) => Outcome::Captured,
        // "Two men were hanged in Zahedan."
        (_, EventKind::Trial) if mention.trigger.method == Some("execution") && mention.trigger.pos != Pos::Noun => Outcome::Killed,
        _ => return,
    };
    if is_unreached(scene, mention) || names_some(scene, &mention.trigger) {
        return;
    }
    let role = if outcome == Outcome::Injured { Role::Injured } else { Role::Killed };
    let counted = mention.fillers.iter().filter(|filler| filler.role == Role::Victim || filler.role == role);
    let dead = |filler: &Filler<'_>| outcome == Outcome::Injured && scene.hash(filler.noun.head) == DEAD;
    // Those named next were counted here.
    let end = scene.sentence(mention.trigger.sentence).end;
    // "Three herders and 40 cows".
    let animal = |filler: &Filler<'_>| hazard::is_hazard(scene, filler.noun);
    let counted = counted.filter(|filler| filler.noun.first < end && !is_part(scene, filler.noun) && !dead(filler) && !animal(filler));
    let ranges: Vec<(Range, Noun)> = counted.filter_map(|filler| Some((filler.count?, filler.noun))).collect();
    let mut elsewhere = ranges.last().map(|&(_, last)| elsewhere(scene, mention.trigger.last, last)).unwrap_or_default();
    // "Seven people were killed, five at the scene and two in hospital": all of them told again.
    if sum(elsewhere.iter().copied()) == sum(ranges.iter().map(|&(range, _)| range)) {
        elsewhere.clear();
    }
    let kin = mention.fillers.iter().filter(|filler| filler.role == Role::Victim && is_uncounted_beside(scene, filler, &ranges));
    let all = ranges.iter().map(|&(range, _)| range).chain(elsewhere).chain(kin.map(|_| MANY));
    if let (Some(range), Some(&(_, first))) = (sum(all), ranges.first()) {
        *outcome.of(mention) = Some(Tally { range, first: first.first, last: first.last, standing: Standing::Told });
    } else if mention.trigger.frame == "find-dead" {
        mention.killed = bodies(scene, &mention.trigger);
    }
}

/// As many as a bare plural tells of at least.
const MANY: Range = Range { min: Some(2), max: None };

/// Whether it is several people without a number, behind one person and "and": "killing his wife and her parents".
fn is_uncounted_beside(scene: &Scene<'_>, filler: &Filler<'_>, counted: &[(Range, Noun)]) -> bool {
    const AND: u64 = fold::hash("and");
    let and = filler.noun.first.checked_sub(1).filter(|&and| scene.hash(and) == AND);
    let one = |&(range, noun): &(Range, Noun)| range.max == Some(1) && and == Some(noun.last);
    let people = !matches!(filler.people, "" | "person" | "civilian" | "victim" | "crowd" | "group");
    filler.count.is_none() && filler.plural && filler.entity.is_none() && people && !filler.anaphoric && counted.iter().any(one)
}

/// How many bodies the trigger itself tells of: "three bullet-riddled bodies", "his mutilated body", "fourteen bodies were found stuffed in a van".
pub(super) fn bodies(scene: &Scene<'_>, trigger: &Trigger<'_>) -> Option<Tally> {
    if grave::is_grave(scene, trigger) {
        return grave::lying_in(scene, trigger);
    }
    let chunk = scene.chunk_at(trigger.first).filter(|chunk| chunk.kind == ChunkKind::Noun && !chunk.negated)?;
    let counted = scene.count_in(chunk.first, chunk.last).map(|quantity| quantity.range);
    let one = Range { min: Some(1), max: Some(1) };
    let range = counted.or_else(|| (!chunk.plural).then_some(one))?;
    Some(Tally { range, first: chunk.first, last: chunk.last, standing: Standing::Told })
}

/// Whether it names some of those told before: "the dead included 26 foreigners".
pub(super) fn names_some(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    let chunk = scene.chunk_index(trigger.head).filter(|_| trigger.frame == "outcome-die");
    let whole = chunk.filter(|&at| scene.chunks().get(at).is_some_and(|chunk| chunk.head == trigger.head));
    let around = whole.map(|at| scene.of_noun(at)).filter(|around| around.governor_is_subject);
    let verb = around.and_then(|around| around.governor).and_then(|verb| scene.chunks().get(verb as usize));
    verb.is_some_and(|verb| scene.has(WordSet::Include, verb.head))
}

/// Whether it did not come to the deed that its own trigger tells: "tried to kill a judge", "nearly killed him".
fn is_unreached(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    !matches!(mention.status, Status::Occurred | Status::Denied) || is_narrow(scene, &mention.trigger)
}

/// Whether the group is a part of those counted elsewhere: "three of the injured", "two of the victims", "including a nun".
fn is_part(scene: &Scene<'_>, noun: Noun) -> bool {
    if scene.chunk_index(noun.head).is_some_and(|chunk| scene.clauses().is_included(chunk)) {
        return !follows_casualties(scene, noun);
    }
    if is_among_counted(scene, noun) {
        return true;
    }
    const OF: u64 = fold::hash("of");
    const THE: u64 = fold::hash("the");
    let of = (noun.first..=noun.last).find(|&token| scene.hash(token) == OF && scene.hash(token + 1) == THE);
    of.is_some_and(|of| victims_at(scene, of + 1) || victims_at(scene, of + 2))
}

/// Whether those counted are said to be among a greater number told right behind: "*three children* were among nine people killed".
fn is_among_counted(scene: &Scene<'_>, noun: Noun) -> bool {
    const AMONG: u64 = fold::hash("among");
    let chunk = |steps: usize| scene.chunks().get(scene.chunk_index(noun.head)? + steps);
    let among = chunk(1).is_some_and(|be| be.kind == ChunkKind::Verb) && chunk(2).is_some_and(|among| scene.hash(among.first) == AMONG);
    let whole = chunk(3).filter(|_| among).and_then(|whole| scene.count_in(whole.first, whole.last)).and_then(|count| count.range.min);
    let part = scene.count_in(noun.first, noun.last).and_then(|count| count.range.min).unwrap_or(1);
    whole.is_some_and(|whole| whole > part)
}

/// Whether what it is a part of counts dead and wounded alike: "22 casualties, including *nine dead*".
fn follows_casualties(scene: &Scene<'_>, noun: Noun) -> bool {
    const REACH: u32 = 12;
    let from = scene.sentence(scene.document.sentence_of(noun.first as usize)).start.max(noun.first.saturating_sub(REACH));
    (from..noun.first).any(|token| is_mixed(scene, token))
}

/// Whether the word counts dead and wounded alike: "casualties", not "civilian casualties".
pub(super) fn is_mixed(scene: &Scene<'_>, token: u32) -> bool {
    const MIXED: u64 = flags_of(CASUALTY_FLAGS, &["mixed"]);
    let mixed = |hit: &Hit| hit.last == token + 1 && scene.lexicon.row(hit.row).flag_bits(column::Casualty::Flags) & MIXED != 0;
    let longer = || token.checked_sub(1).is_some_and(|before| scene.hits(before, TableId::Casualty).any(|hit| hit.last == token + 1));
    scene.hits(token, TableId::Casualty).any(mixed) && !longer()
}

/// Whether a word for those hurt stands at `token`.
fn victims_at(scene: &Scene<'_>, token: u32) -> bool {
    scene.hits(token, TableId::PersonNoun).any(|hit| scene.lexicon.row(hit.row).text(column::PersonNoun::Class) == "victim")
}

/// The sum of ranges; `None` for none at all.
pub(super) fn sum(ranges: impl Iterator<Item = Range>) -> Option<Range> {
    ranges.fold(None, |total, range| match total {
        None => Some(range),
        Some(total) => {
            let add = |a: Option<u64>, b: Option<u64>| a.zip(b).map(|(a, b)| a.saturating_add(b));
            let min = add(total.min, range.min).or(total.min).or(range.min);
            Some(Range { min, max: add(total.max, range.max) })
        }
    })
}

/// Reads the casualty cues of a sentence; each number goes to the nearest mention of violence.
fn by_cues<'l>(scene: &Scene<'l>, sentence: usize, mentions: &mut [Mention<'l>]) {
    let mut covered = 0;
    let mishap = mentions.iter().all(|mention| matches!(mention.trigger.kind, EventKind::Accident | EventKind::Disaster));
    for here in within(&scene.index.casualties, scene.sentence(sentence)).chunk_by(|one, other| one.first == other.first) {
        let mut single = here.iter().filter(|hit| !is_pair(scene, hit) && !is_summed_up(scene, hit));
        let Some(longest) = single.next_back().filter(|longest| longest.last > covered) else { continue };
        covered = longest.last;
        let token = longest.first;
        let read = here.iter().filter(|hit| hit.last == longest.last).find_map(|hit| read_cue(scene, hit, mishap));
        let Some((outcome, tally)) = read.filter(|(outcome, _)| *outcome != Outcome::Captured || !is_void(scene, token, mentions)) else {
            continue;
        };
        if outcome == Outcome::Displaced && is_flight(&tally, mentions) || is_purpose(scene, token) || is_of_illness(scene, longest) {
            continue;
        }
        let told = mentions
            .iter()
            .flat_map(|mention| &mention.fillers)
            .any(|filler| filler.noun.first < tally.last && tally.first < filler.noun.last);
        // "Two refugees were killed": that they had fled before is told by the way; "three suspects die" are not held.
        let by_the_way = matches!(outcome, Outcome::Displaced | Outcome::Captured) && scene.is_in(token, ChunkKind::Noun);
        let held = |mention: &Mention<'_>| matches!(mention.trigger.kind, EventKind::Arrest | EventKind::Kidnapping | EventKind::Raid);
        if told && by_the_way && (outcome == Outcome::Displaced || !mentions.iter().any(held)) {
            continue;
        }
        // "From *being killed*".
        let own =
            |mention: &Mention<'_>| token < mention.trigger.last && mention.trigger.first < longest.last && is_unreached(scene, mention);
        if mentions.iter().any(own) || outcome == Outcome::Killed && is_beside_taken(scene, token, &tally, mentions) {
            continue;
        }
        // "The death toll rose to 20": two cues may tell of one number.
        let counted = |known: Tally| known.first < tally.last && tally.first < known.last;
        if mentions.iter().any(|mention| tally.standing == Standing::Update && outcome.told(mention).is_some_and(counted)) {
            continue;
        }
        // What brings the number up to date does not give way to that of a single telling: "three died, bringing to 15 the number of dead".
        let free = |mention: &Mention<'_>| tally.standing != Standing::Update || outcome.told(mention).is_none();
        let taking = mentions.iter_mut().filter(|mention| takes(mention, outcome) && free(mention));
        let nearest = taking.min_by_key(|mention| distance(&mention.trigger, token));
        if let Some(mention) = nearest
            && outcome.of(mention).is_none()
        {
            *outcome.of(mention) = Some(tally);
            if !told && matches!(outcome, Outcome::Killed | Outcome::Injured) {
                suffer(scene, mention, &tally);
            }
        }
    }
}

/// Whether the cue is the verb of what something was meant for: "planted a bomb in the bus to kill two officers"; not "the first attack to kill
/// civilians", "went on to kill two".
fn is_purpose(scene: &Scene<'_>, token: u32) -> bool {
    let Some(at) = scene.chunk_index(token) else { return false };
    let infinitive = scene.chunks().get(at).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Infinitive);
    let before =
        at.checked_sub(1).and_then(|before| scene.chunks().get(before)).filter(|before| infinitive && before.kind == ChunkKind::Noun);
    before.is_some_and(|noun| !scene.is(scene.noun(noun), Class::EVENT.with(Class::PEOPLE)))
}

/// Whether only one or two fled, or those who did it: "both fled to Belarus", "the men suspected of the bombing had fled".
fn is_flight(tally: &Tally, mentions: &[Mention<'_>]) -> bool {
    let doers = || mentions.iter().flat_map(|mention| mention.role(Role::Perpetrator));
    is_few(tally) || doers().any(|doer| doer.noun.first < tally.last && tally.first < doer.noun.last)
}

/// Whether the cue only adds some to those who are taken: "kidnapped a rancher along with his two sons".
fn is_beside_taken(scene: &Scene<'_>, token: u32, tally: &Tally, mentions: &[Mention<'_>]) -> bool {
    let taken = |mention: &Mention<'_>| {
        let held = |filler: &Filler<'_>| filler.noun.first < tally.last && tally.first < filler.noun.last;
        mention.captured.is_some() && mention.role(Role::Victim).any(held)
    };
    !scene.is_in(token, ChunkKind::Verb) && mentions.iter().any(taken)
}

/// Whether they are too few for people who are driven out: "the driver fled", "both fled".
fn is_few(tally: &Tally) -> bool {
    tally.range.max.is_some_and(|most| most <= 2)
}

/// Whether the cue tells of a death that nobody caused: "died of a heart attack while fleeing the shelling".
fn is_of_illness(scene: &Scene<'_>, cue: &Hit) -> bool {
    let medicine = |hit: &Hit| {
        let row = scene.lexicon.row(hit.row);
        hit.last > cue.last && row.text(column::Figurative::Class) == "medicine"
    };
    scene.hits(cue.first, TableId::Figurative).any(medicine)
}

/// Whether the cue is the verb of a taking that is told to be none, of which nothing is counted: "gangs have abducted hundreds over the years".
fn is_void(scene: &Scene<'_>, token: u32, mentions: &[Mention<'_>]) -> bool {
    let deed = |hit: &Hit| matches!(kind_of(hit), Some(EventKind::Kidnapping | EventKind::Arrest));
    let verb = scene.chunk_at(token).is_some_and(|chunk| chunk.kind == ChunkKind::Verb);
    let told = || mentions.iter().any(|mention| (mention.trigger.first..mention.trigger.last).contains(&token));
    verb && scene.hits(token, TableId::Trigger).any(deed) && !told()
}

/// Makes victims of the people whom a cue counts, where the trigger has none: "six dockers were taken to hospital after the brawl".
fn suffer<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>, tally: &Tally) {
    let Some(first) = scene.chunk_index(tally.last.saturating_sub(1)).filter(|_| mention.role(Role::Victim).next().is_none()) else {
        return;
    };
    // "Two policemen and a child are dead": the number is of all that the list tells.
    let list = scene.clauses().coordinated(first);
    let counted = list.len() > 1 && number::of_people(scene, &list).is_some_and(|(range, _)| range == tally.range);
    for &index in list.iter().take(if counted { list.len() } else { 1 }) {
        let Some(chunk) = scene.chunks().get(index as usize).filter(|chunk| chunk.kind == ChunkKind::Noun) else { continue };
        let noun = scene.noun(chunk);
        let facts = scene.facts(noun);
        let people = facts.class.meets(Class::PEOPLE) && !matches!(facts.people, "" | "victim") && !facts.doer;
        // "Five of the dead" are among those told elsewhere.
        let whole = !(noun.first..noun.last).any(|token| scene.hash(token) == const { fold::hash("of") });
        if people && whole {
            filler::make(scene, Role::Victim, noun, facts, &mut mention.fillers);
        }
    }
}

/// Whether numbers of that outcome can belong to such an event.
fn takes(mention: &Mention<'_>, outcome: Outcome) -> bool {
    let kind = mention.trigger.kind;
    match outcome {
        Outcome::Captured => {
            matches!(kind, EventKind::Kidnapping | EventKind::Arrest | EventKind::Hijacking | EventKind::Raid | EventKind::ArmedClash)
        }
        // Who flees does so from the war in which women are raped.
        Outcome::Displaced if kind == EventKind::SexualViolence => false,
        _ => {
            kind.is_violence()
                // "Took the town, sending 4,000 people fleeing".
                || outcome == Outcome::Displaced && kind == EventKind::TerritoryCapture
                || (outcome == Outcome::Killed && mention.trigger.method == Some("execution"))
                || matches!(
                    kind,
                    EventKind::Crackdown
                        | EventKind::Riot
                        | EventKind::MobViolence
                        | EventKind::Disaster
                        | EventKind::Accident
                        | EventKind::Raid
                )
        }
    }
}

const fn distance(trigger: &Trigger<'_>, token: u32) -> u32 {
    trigger.head.abs_diff(token)
}

/// Whether the cue spans two numbers, each of which stands beside a word of its own: "17 dead and 40 wounded".
fn is_pair(scene: &Scene<'_>, hit: &Hit) -> bool {
    let row = scene.lexicon.row(hit.row);
    let counts = row.flag_bits(column::Casualty::Flags) & const { flags_of(CASUALTY_FLAGS, &["zero"]) } == 0;
    hit.len() > 2 && counts && row.flags(column::Casualty::Outcome).count() > 1
}

/// Whether the number of a cue is that of casualties, some of whom its word tells: "left *30 casualties: nine dead*", "left *15 casualties,
/// including four dead*".
fn is_summed_up(scene: &Scene<'_>, hit: &Hit) -> bool {
    (hit.head..hit.last).any(|token| scene.document.word(token as usize) == ":" || hit.head < hit.last && is_mixed(scene, token))
}

/// The outcome and number of a cue; `None` if it gives no number for this event. After a mishap the bodies found are those of its dead: "the boat
/// sank and 60 bodies have been recovered".
fn read_cue(scene: &Scene<'_>, hit: &Hit, mishap: bool) -> Option<(Outcome, Tally)> {
    let row = scene.lexicon.row(hit.row);
    let mut outcomes = row.flags(column::Casualty::Outcome);
    let outcome = Outcome::named(outcomes.next()?)?;
    const SKIPPED: u64 = flags_of(
        CASUALTY_FLAGS,
        &["not-this-event", "comparison", "cumulative", "perpetrators", "not-counted", "mixed", "vague", "exclusion", "zero"],
    );
    const PART: u64 = flags_of(CASUALTY_FLAGS, &["part"]);
    let flags = row.flag_bits(column::Casualty::Flags);
    let bodies = mishap && outcome == Outcome::Killed && row.text(column::Casualty::Pos) == "n";
    // "Fifteen are in serious condition": that many at least, where no more are told.
    let part = flags & PART != 0 && !bodies;
    let ill = part && outcome == Outcome::Injured && row.text(column::Casualty::Pos) == "p";
    if outcomes.next().is_some() || flags & SKIPPED != 0 || part && !ill {
        return None;
    }
    // "The air force airlifted 40 soldiers from Jos": nobody is forced from there.
    if outcome == Outcome::Displaced && hit.head < hit.last && scene.is_in(hit.first, ChunkKind::Noun) {
        return None;
    }
    let (range, noun) = row.flags(column::Casualty::Number).find_map(|slot| number(scene, hit, row, slot))?;
    let update = flags & const { flags_of(CASUALTY_FLAGS, &["update", "correction"]) } != 0;
    let standing = match () {
        () if update => Standing::Update,
        () if ill => Standing::First,
        () => Standing::Told,
    };
    Some((outcome, Tally { range, first: noun.first, last: noun.last, standing }))
}
