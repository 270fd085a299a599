//! Whose clause it is: the day of an act of law is not that of the deed tried, the day of a count not that of what it counts, and what follows
//! something else has a day and a place of its own.

use super::date::is_dating;
use super::finite_verbs;
use crate::event::draft::{Mention, Role};
use crate::event::scene::Scene;
use crate::event::toll;
use crate::event::trigger::{Pos, Trigger};
use crate::phrase::{Chunk, ChunkKind, VerbForm, Voice};
use crate::record::EventKind;
use crate::time::TimeMention;
use crate::token::TokenKind;
use crate::token::literal::{word, words};

/// Words behind which stands what somebody is tried for, or who he is.
const GROUNDS: [u64; 6] = [word!("for"), word!("over"), word!("with"), word!("of"), word!("to"), word!("in")];

/// Whether a time is that of the act of law, of which the deed is the ground: "four men accused of carrying out a bombing appeared in court on
/// Monday", "were jailed on Monday for a bombing that killed 12", "was charged with murder on Monday"; or that of the deed, where the act is asked
/// for: "the man accused of shooting the mayor last week appeared in court".
pub(super) fn is_of_law(scene: &Scene<'_>, mentions: &[Mention<'_>], time: &TimeMention, mention: &Mention<'_>) -> bool {
    let own = &mention.trigger;
    let near = mentions.iter().filter(|other| other.trigger.sentence == own.sentence);
    if is_law(own) {
        let mut near = near.filter(|deed| deed.trigger.kind.is_violence());
        return near.any(|deed| is_in_subject(scene, own, &deed.trigger, time.first) || is_owned_by(scene, &deed.trigger, time));
    }
    let deed = own.kind.is_violence() || own.is_outcome();
    deed && near.filter(|act| is_law(&act.trigger)).any(|act| is_of_act(scene, &act.trigger, mention, time))
}

const fn is_law(trigger: &Trigger<'_>) -> bool {
    matches!(trigger.kind, EventKind::Arrest | EventKind::Trial)
}

/// The head of the subject of an act, and the token of its verb: "the *trial* of six men *opened*", "four *men appeared*".
fn clause_of(scene: &Scene<'_>, act: &Trigger<'_>) -> Option<(u32, u32)> {
    let own = scene.chunk_index(act.head)?;
    let chunk = |at: u32| scene.chunks().get(at as usize).map(|chunk| chunk.head);
    if act.pos == Pos::Noun {
        let around = scene.of_noun(own);
        return Some((act.head, chunk(around.governor.filter(|_| around.governor_is_subject)?)?));
    }
    Some((chunk(scene.of_verb(own).subject.first().copied()?)?, act.head))
}

/// Whether the time tells of the act, and not of the deed that is its ground.
fn is_of_act(scene: &Scene<'_>, act: &Trigger<'_>, mention: &Mention<'_>, time: &TimeMention) -> bool {
    let deed = &mention.trigger;
    // "A man suspected of killing three was charged on Monday".
    let inside = clause_of(scene, act).is_some_and(|(subject, verb)| subject < deed.head && deed.head < verb && verb < time.first);
    // "Jailed on Monday for a bombing".
    let ground = act.last <= time.first
        && time.last < deed.first
        && GROUNDS.contains(&scene.hash(time.last))
        && finite_verbs(scene, act.head, time.first, act.head) == 0
        && !(time.last..deed.first).any(|token| scene.document.word(token as usize) == ",");
    // "Charged with murder on Monday".
    let bare = deed.pos == Pos::Noun
        && act.last + 1 == deed.first
        && GROUNDS.contains(&scene.hash(act.last))
        && deed.last <= time.first
        && !mention.fillers.iter().any(|filler| matches!(filler.role, Role::Victim | Role::Target));
    inside || ground || bare || is_act_of_day(scene, act, deed, time)
}

/// Whether a day of the last week behind the known deed that somebody is arrested or charged for is that of the act, which is the news: "arrested two
/// men in the killing of a journalist on Tuesday"; not "over clashes on Tuesday", "over the 2016 killing".
fn is_act_of_day(scene: &Scene<'_>, act: &Trigger<'_>, deed: &Trigger<'_>, time: &TimeMention) -> bool {
    const WEEK: i32 = 8;
    let group = scene.chunk_at(deed.head).filter(|_| deed.pos == Pos::Noun && act.pos == Pos::Verb && act.last <= deed.first);
    let Some(group) = group.filter(|group| scene.hash(group.first) == word!("the")) else { return false };
    let named = group.first.checked_sub(1).is_some_and(|before| GROUNDS.contains(&scene.hash(before)));
    let published = scene.reading.reference.published.or(scene.reading.reference.dateline);
    let late = published.zip(time.range).is_some_and(|(published, (first, last))| first == last && (published - first).get_days() < WEEK);
    let start = scene.sentence(deed.sentence).start;
    let from = scene.reading.times.partition_point(|other| other.first < start);
    let earlier = scene.reading.times.get(from..).unwrap_or(&[]).iter().take_while(|other| other.first < time.first).any(is_dating);
    let parted = |token: u32| scene.document.word(token as usize) == ",";
    let (on, behind) = (time.first.checked_sub(1), scene.document.word(time.last as usize));
    named
        && late
        && !earlier
        && deed.last < time.first
        && on.is_some_and(|on| scene.hash(on) == word!("on"))
        && !behind.starts_with(|first: char| first.is_alphanumeric())
        && !(act.last..time.first).any(parted)
        && finite_verbs(scene, act.last, time.first, act.head) == 0
}

/// Whether the time owns the deed: "suspects in *Friday's* attack were remanded".
fn is_owned_by(scene: &Scene<'_>, deed: &Trigger<'_>, time: &TimeMention) -> bool {
    let mark = scene.document.tokens.get(time.last as usize).is_some_and(|mark| mark.kind == TokenKind::Possessive);
    mark && time.last < deed.head && scene.chunk_index(time.last) == scene.chunk_index(deed.head)
}

/// Whether the time is that of a march, an arrest or a visit, of which the deed behind it in a clause of its own is the occasion: "thousands marched on
/// Sunday after a policeman shot dead a boy", "visited on Friday the town where a lorry killed nine people".
pub(super) fn is_of_occasioned(scene: &Scene<'_>, mentions: &[Mention<'_>], time: &TimeMention, mention: &Mention<'_>) -> bool {
    const OPENINGS: [u64; 2] = [word!("after"), word!("where")];
    let deed = &mention.trigger;
    if !deed.kind.is_violence() || deed.head < time.last {
        return false;
    }
    let opening = (time.last..deed.first).find(|&token| OPENINGS.contains(&scene.hash(token)));
    let Some(opening) = opening.filter(|&opening| finite_verbs(scene, opening, deed.head + 1, u32::MAX) > 0) else { return false };
    // "Arrested a man on Sunday after he stabbed two people" tells of one day.
    let pronoun = scene.chunk_at(opening + 1).is_some_and(|who| who.kind == ChunkKind::Noun && scene.facts(scene.noun(who)).pronoun);
    let acts = |other: &Trigger<'_>| {
        let kind =
            matches!(other.kind, EventKind::Protest | EventKind::Obstruction | EventKind::Arrest | EventKind::Trial | EventKind::Meeting);
        kind && other.sentence == deed.sentence && other.head < opening && other.pos == Pos::Verb
    };
    !pronoun
        && mentions.iter().any(|other| acts(&other.trigger))
        && !(time.last..opening).any(|token| scene.document.word(token as usize) == ",")
}

/// Whether the time stands with a deed in the subject of the act: "those accused of shooting the mayor last week appeared".
fn is_in_subject(scene: &Scene<'_>, act: &Trigger<'_>, deed: &Trigger<'_>, time: u32) -> bool {
    let finite = scene.chunk_at(deed.head).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite);
    let between = || clause_of(scene, act).is_some_and(|(subject, verb)| subject < deed.head && deed.head < time && time < verb);
    !finite && between() && finite_verbs(scene, deed.head, time, deed.head) == 0
}

/// Whether a time is the day on which the dead were counted, not that of the deed: "the death toll from the bombings rose to 321 on Tuesday", "a toll
/// of 78 was given on Tuesday after an explosion".
pub(super) fn is_of_count(scene: &Scene<'_>, mentions: &[Mention<'_>], time: &TimeMention, own: &Trigger<'_>) -> bool {
    let counted = |toll: &Trigger<'_>| {
        let is_toll = toll.frame == "outcome-toll" && toll.sentence == own.sentence && toll.head != own.head && own.frame != toll.frame;
        let verb = || {
            let around = scene.of_noun(scene.chunk_index(toll.head)?);
            scene.chunks().get(around.governor.filter(|_| around.governor_is_subject)? as usize)
        };
        let between = |verb: &Chunk| {
            let of = toll.head < own.head && own.head < verb.head;
            let after = own.head > time.first && words!["after", "from"].contains(&scene.hash(time.last));
            verb.head < time.first && (of || after) && finite_verbs(scene, verb.head, time.first, verb.head) == 0
        };
        is_toll && verb().is_some_and(between)
    };
    mentions.iter().any(|other| counted(&other.trigger))
}

/// Whether a token stands with what an attack, raid or protest followed: "the raid followed a shooting last month in Lyon"; arrests follow a deed where
/// it was.
pub(in crate::event) fn is_of_followed(scene: &Scene<'_>, own: &Trigger<'_>, token: u32) -> bool {
    let kind = own.kind.is_violence() || matches!(own.kind, EventKind::Raid | EventKind::Protest);
    let Some(noun) = scene.chunk_index(own.head).filter(|_| kind && own.pos == Pos::Noun && own.last < token) else { return false };
    let around = scene.of_noun(noun);
    let verb = around.governor.filter(|_| around.governor_is_subject);
    verb.and_then(|verb| scene.chunks().get(verb as usize)).is_some_and(|verb| {
        let follows = words!["follow", "follows", "followed"].contains(&scene.hash(verb.head));
        let object = || scene.chunk_at(verb.last).is_some_and(|object| matches!(object.kind, ChunkKind::Noun | ChunkKind::Time));
        verb.voice == Voice::Active && token > verb.head && follows && object()
    })
}

/// Whether the time opens another clause behind the trigger's: "a judge was shot, and in March a lawyer was abducted", "killing 16; the day after, two
/// bombers killed five".
pub(super) fn opens_next(scene: &Scene<'_>, own: &Trigger<'_>, time: &TimeMention) -> bool {
    const REACH: usize = 8;
    const LEAD: usize = 3;
    let Some(at) = scene.chunk_index(time.first).filter(|_| own.last <= time.first) else { return false };
    let back = |steps: usize| at.checked_sub(steps).and_then(|at| scene.chunks().get(at));
    let conjunction = |chunk: Option<&Chunk>| chunk.is_some_and(|chunk| chunk.kind == ChunkKind::Conjunction);
    let semicolon = |chunk: &Chunk| scene.document.word(chunk.first as usize) == ";";
    let parted = |chunk: Option<&Chunk>| conjunction(chunk) || chunk.is_some_and(semicolon);
    let joined = parted(back(1)) || back(1).is_some_and(|chunk| chunk.kind == ChunkKind::Preposition) && parted(back(2));
    let comma = usize::from(scene.document.word(time.last as usize) == ",");
    let behind = scene.chunks().get(at + 1 + comma..).unwrap_or(&[]);
    let clause = || behind.iter().take(REACH).take_while(|chunk| chunk.kind != ChunkKind::Mark);
    // "At least 176 pupils died".
    let lead = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Preposition | ChunkKind::Adverb);
    let opens = behind.iter().take(LEAD).find(|chunk| !lead(chunk)).is_some_and(|chunk| chunk.kind == ChunkKind::Noun);
    joined && opens && clause().any(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite)
}

/// Whether a day or place stands before the war whose dead are counted, which lasted longer and reached farther: "accepted a truce on Friday to end a
/// war that has killed 64,000 people".
pub(super) fn is_before_war(scene: &Scene<'_>, token: u32, own: &Trigger<'_>) -> bool {
    token < own.first && toll::war_of(scene, own).is_some_and(|war| token < war)
}

/// Whether a time is that of the verb whose subject was taken before: "the girls *kidnapped* in Chibok were freed on Saturday",
/// "a man *jailed* for murder was freed on Monday".
pub(super) fn is_of_main_verb(scene: &Scene<'_>, time: u32, own: &Trigger<'_>) -> bool {
    let taking = is_law(own) || matches!(own.kind, EventKind::Kidnapping | EventKind::Hijacking);
    let Some(at) = scene.chunk_index(own.head).filter(|_| taking && own.pos != Pos::Noun && own.last <= time) else { return false };
    let reduced = |verb: &Chunk| verb.kind == ChunkKind::Verb && verb.form == VerbForm::Participle && verb.voice == Voice::Passive;
    let noun = at.checked_sub(1).filter(|_| scene.chunks().get(at).is_some_and(reduced));
    let noun = noun.filter(|&noun| scene.chunks().get(noun).is_some_and(|noun| noun.kind == ChunkKind::Noun));
    let around = noun.map(|noun| scene.of_noun(noun)).filter(|around| around.governor_is_subject);
    let verb = around.and_then(|around| scene.chunks().get(around.governor? as usize));
    verb.is_some_and(|verb| verb.form == VerbForm::Finite && own.head < verb.first && verb.head < time)
}
