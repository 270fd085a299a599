//! Discourse: the cues that a telling is of something known, something new, or something long past.

use super::draft::{Filler, Mention, Role};
use super::index::within;
use super::merge;
use super::scene::Scene;
use super::setting::{NEW, is_behind_where};
use super::toll;
use super::trigger::{Pos, Trigger};
use crate::lexicon::{Hit, Tag, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, Link, VerbForm};
use crate::record::{EventKind, TimeType};
use crate::time::TimeMention;
use crate::token::fold;

/// Cues of this length in tokens from the beginning of the sentence set the whole sentence apart.
const OPENING: u32 = 8;
/// Farthest that a cue is looked for before its trigger, in tokens: no sentence of news is longer.
const REACH: u32 = 400;

/// How many mentions behind one are looked at for its cause.
const NEAR: usize = 8;

/// "The latest in a series".
const LATEST: u64 = fold::hash("latest");

/// Days of a year.
const YEAR: i32 = 360;

/// Whether the noun is one more of its kind that is told to come, by which it is an event even if nothing else is told of it: "a second blast went
/// off", "another explosion followed".
pub(super) fn is_one_more(scene: &Scene<'_>, trigger: &Trigger<'_>) -> bool {
    const MORE: [u64; 3] = [fold::hash("second"), fold::hash("third"), fold::hash("another")];
    let blast = matches!(trigger.kind, EventKind::Bombing | EventKind::Airstrike | EventKind::Shelling);
    let Some(at) = scene.chunk_index(trigger.head).filter(|_| blast && trigger.pos == Pos::Noun) else { return false };
    let more = scene.chunks().get(at).is_some_and(|noun| (noun.first..noun.head).any(|token| MORE.contains(&scene.hash(token))));
    let around = scene.of_noun(at);
    let verb = around.governor.filter(|_| more && around.governor_is_subject).and_then(|verb| scene.chunks().get(verb as usize));
    verb.is_some_and(|verb| verb.form == VerbForm::Finite && verb.modal.is_none() && !verb.negated)
}

/// Marks each mention as known, new or background by the cues about it.
pub(super) fn mark(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    let mut uttered = None;
    for mention in mentions.iter_mut() {
        let range = scene.sentence(mention.trigger.sentence);
        let chunk = scene.chunk_at(mention.trigger.head).map_or(mention.trigger.first, |chunk| chunk.first);
        let window = range.start.max(mention.trigger.first.saturating_sub(REACH))..mention.trigger.last.min(range.end);
        let cues = within(&scene.index.discourse, window);
        for (at, hit) in cues.iter().enumerate() {
            // "Earlier" of "earlier reports".
            if cues.get(at + 1).is_some_and(|longer| longer.first == hit.first && longer.last > hit.last) {
                continue;
            }
            let row = scene.lexicon.row(hit.row);
            let scope = row.text(column::Discourse::Scope);
            let effect = row.text(column::Discourse::Effect);
            // "The junction where a bomb killed": what is new cannot be known.
            let contradicts = scope == "clause" && effect == "same-event" && is_new(scene, mention, chunk);
            // "Admitted it shelled the village but denied a second attack".
            let own = effect == "new-event" && hit.first >= chunk && mention.trigger.pos == Pos::Noun && hit.last == mention.trigger.last;
            // "A second bomb, at a union office" is of another deed, one that "went off minutes later" need not be.
            let aimed = |target: &Filler<'_>| NEW.contains(&scene.hash(target.noun.first));
            let apart = mention.trigger.frame != "weapon-noun" || mention.role(Role::Target).any(aimed);
            mention.separate |= own && NEW.contains(&scene.hash(hit.first)) && hit.first < mention.trigger.first && apart;
            if !contradicts && is_about(scene, mention, hit, scope, chunk, range.start) {
                apply(mention, effect, row.text(column::Discourse::Class), scope);
            }
        }
        let whole = is_whole_of_part(scene, mention);
        if whole || is_likewise(scene, mention) || merge::is_record_of_old(scene, mention) {
            (mention.separate, mention.definite) = (true, false);
        }
        // "The next day the group claimed the attack": what sets the claim apart says nothing of the attack.
        if uttered == Some(mention.trigger.sentence) && mention.definite && mention.trigger.pos == Pos::Noun {
            (mention.separate, mention.fresh) = (false, false);
        }
        // "Ten minutes later the second exploded, when guards had come to help the wounded": those are of what was told before.
        let hurt = mention.trigger.pos == Pos::Noun
            && matches!(mention.trigger.frame, "outcome-injure" | "outcome-die" | "outcome-kill" | "outcome-toll");
        mention.fresh &= !(mention.definite && hurt);
        if mention.trigger.kind.is_speech() {
            uttered = Some(mention.trigger.sentence);
        }
        // "Officials had earlier said that 14 people died": the telling is older, not what it tells.
        if mention.is_first_toll() {
            (mention.separate, mention.fresh, mention.background) = (false, false, false);
        }
        mention.general = whole || is_general(scene, mention) || is_of_war(scene, mention);
        let many = strikes_many(scene, mention);
        // "Has bombed embassies, robbed banks and kidnapped businessmen since 1984".
        let habit = many && toll::is_since_years(scene, &range);
        mention.toll = habit || toll::is_toll(scene, mention) || toll::is_running(scene, mention) || toll::is_career(scene, mention);
        mention.indefinite = mention.general || mention.toll || many || is_sum(scene, mention);
    }
    mark_results(mentions);
    part_from_whole(mentions);
}

/// "Shot dead 19 passengers in the deadliest of a string of attacks": the whole series did not do what one of it did.
fn part_from_whole(mentions: &mut [Mention<'_>]) {
    for index in 0..mentions.len() {
        let Some(whole) = mentions.get(index).filter(|whole| whole.separate && whole.general).map(|whole| whole.trigger) else { continue };
        let near = mentions.get_mut(index.saturating_sub(NEAR)..index).unwrap_or(&mut []);
        let of_whole = |part: &&mut Mention<'_>| part.cause.is_some_and(|cause| (whole.first..whole.last).contains(&cause));
        near.iter_mut().filter(of_whole).for_each(|part| part.cause = None);
    }
}

/// "Have killed settlers in previous attacks": what is told as background did it.
fn mark_results(mentions: &mut [Mention<'_>]) {
    for index in 0..mentions.len() {
        let Some(cause) = mentions.get(index).and_then(|mention| mention.cause) else { continue };
        let near = mentions.get(index..).unwrap_or(&[]).iter().take(NEAR);
        let background = near.filter(|other| (other.trigger.first..other.trigger.last).contains(&cause)).any(|other| other.background);
        if let Some(mention) = mentions.get_mut(index) {
            mention.background |= background;
        }
    }
}

/// Whether the cue is about the mention's trigger.
fn is_about(scene: &Scene<'_>, mention: &Mention<'_>, hit: &Hit, scope: &str, chunk: u32, start: u32) -> bool {
    let trigger = &mention.trigger;
    match scope {
        "noun" => trigger.pos == Pos::Noun && hit.first >= chunk.saturating_sub(4) && hit.last > chunk.saturating_sub(1),
        "verb" => trigger.pos == Pos::Verb && hit.first >= chunk.saturating_sub(1),
        "clause" => hit.last <= trigger.first && trigger.first - hit.last <= 6 && !is_parted(scene, hit.last..trigger.first),
        _ => hit.last <= trigger.first && hit.first < start + OPENING,
    }
}

/// Whether the trigger is a noun behind "a": told for the first time.
fn is_new(scene: &Scene<'_>, mention: &Mention<'_>, first: u32) -> bool {
    mention.trigger.pos == Pos::Noun && NEW.contains(&scene.hash(first))
}

/// Whether the events are the whole series of which what was told is one, or others of its sort: "in the deadliest of a string of attacks",
/// "often carries out such attacks".
fn is_whole_of_part(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    /// How many tokens before the noun its series, and before that the superlative, are looked for.
    const BACK: u32 = 5;
    const SUCH: u64 = fold::hash("such");
    let Some(chunk) = scene.chunk_at(mention.trigger.head).filter(|chunk| mention.trigger.pos == Pos::Noun && chunk.plural) else {
        return false;
    };
    if scene.hash(chunk.first) == SUCH {
        return true;
    }
    let start = scene.sentence(mention.trigger.sentence).start;
    let back = |token: u32| start.max(token.saturating_sub(BACK))..token;
    let series = back(mention.trigger.first).find(|&token| scene.has(WordSet::Series, token));
    series.is_some_and(|series| back(series).any(|token| scene.has(WordSet::Worst, token) || scene.hash(token) == LATEST))
}

/// Whether a comma parts the clause.
fn is_parted(scene: &Scene<'_>, mut tokens: std::ops::Range<u32>) -> bool {
    tokens.any(|token| scene.document.word(token as usize) == ",")
}

fn apply(mention: &mut Mention<'_>, effect: &str, class: &str, scope: &str) {
    match effect {
        "new-event" if scope == "sentence" => mention.fresh = true,
        "new-event" => mention.separate = true,
        "same-event" => mention.definite = true,
        "background" => mention.background = true,
        "sum" | "part-of" if class != "sum" => mention.definite = true,
        _ => {}
    }
}

/// Whether all that is said to be hit are bare plurals, and no day is told: "they have murdered judges"; or it is told as a habit: "a regime
/// that bombs its cities".
fn strikes_many(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let hit = || mention.fillers.iter().filter(|filler| matches!(filler.role, Role::Victim | Role::Target));
    let bare = |filler: &Filler<'_>| {
        let one_of_many = filler.plural && !filler.anaphoric && !is_determined(scene, filler.noun.first);
        filler.entity.is_none() && filler.count.is_none() && (one_of_many || is_populace(scene, filler))
    };
    let habit = matches!(scene.reading.phrases.tags.get(mention.trigger.head as usize), Some(Some(Tag::VerbS)));
    hit().next().is_some() && hit().all(bare) && (habit || mention.date.is_none()) && mention.killed.is_none() && mention.injured.is_none()
}

/// Whether the sentence sums up years and tells no day: "in the last three years, 64 mayors have been killed".
fn is_sum(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let mut times = toll::times(scene, &scene.sentence(mention.trigger.sentence));
    let days = |time: &TimeMention| time.range.map_or(0, |(earliest, latest)| (latest - earliest).get_days());
    let dated = mention
        .date
        .is_some_and(|date| date.days(scene.reading.times).map_or(0, |(earliest, latest)| (latest - earliest).get_days()) <= 2 * YEAR);
    !dated
        && times.any(|time| {
            (time.kind == TimeType::Duration && days(time) >= YEAR) || days(time) > 2 * YEAR || toll::is_since_years_back(scene, time)
        })
}

/// Whether all who live somewhere are meant: "the civilian population", "the people".
fn is_populace(scene: &Scene<'_>, filler: &Filler<'_>) -> bool {
    is_folk(scene, filler) && (filler.people == "community" || is_determined(scene, filler.noun.first))
}

/// Whether the word is one for people at large: "population", "people".
pub(super) fn is_folk(scene: &Scene<'_>, filler: &Filler<'_>) -> bool {
    const PEOPLE: u64 = fold::hash("people");
    filler.people == "community" || scene.hash(filler.noun.head) == PEOPLE
}

/// Whether the group begins with a determiner, so that certain ones are meant.
fn is_determined(scene: &Scene<'_>, first: u32) -> bool {
    matches!(scene.reading.phrases.tags.get(first as usize), Some(Some(Tag::Determiner | Tag::Number | Tag::Pronoun)))
}

/// Whether the plural says nothing of many: the word has it by itself ("talks", "sanctions"), or a state's own act of politics is told.
fn is_plural_by_itself(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let term = scene.lexicon.row(mention.trigger.row).text(column::Trigger::Term);
    let word = term.rsplit([' ', '-']).next().map_or(0, fold::hash);
    let crowd = matches!(mention.trigger.kind, EventKind::Protest | EventKind::Obstruction);
    let told = mention.trigger.kind.is_pack() && mention.role(Role::Perpetrator).any(|filler| filler.entity.is_some());
    let plural = word == scene.hash(mention.trigger.head) && !mention.trigger.kind.is_violence();
    plural || told || (crowd && !mention.fillers.is_empty())
}

/// Whether an act that is no violence is told of one who is named or known: "gave life sentences to both men", "troop movements by Belarus".
fn is_of_somebody(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    // "Threats against all the parties" may be of any time.
    let one = |filler: &Filler<'_>| !mention.trigger.kind.is_speech() && is_determined(scene, filler.noun.first);
    let known = |filler: &Filler<'_>| filler.entity.is_some() || filler.count.is_some() || one(filler);
    let roles = |filler: &&Filler<'_>| matches!(filler.role, Role::Perpetrator | Role::Victim | Role::Target);
    !mention.trigger.kind.is_violence() && mention.fillers.iter().filter(roles).any(known)
}

/// Whether a verb says that the deeds hit one certain thing: "air strikes hit a market".
fn hits_one(scene: &Scene<'_>, head: u32) -> bool {
    let around = scene.chunk_index(head).map(|noun| scene.of_noun(noun));
    let verb = around.filter(|around| around.governor_is_subject).and_then(|around| around.governor).map(|verb| verb as usize);
    let Some(verb) = verb.filter(|&verb| scene.chunks().get(verb).is_some_and(|verb| scene.has(WordSet::Impact, verb.head))) else {
        return false;
    };
    let object = scene.of_verb(verb).object.first().and_then(|&noun| scene.chunks().get(noun as usize)).map(|noun| noun.first);
    object.is_some_and(|first| is_determined(scene, first) || scene.name_at(first).is_some())
}

/// Whether the trigger is a bare plural that nothing makes particular: "attacks on civilians".
fn is_general(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let trigger = &mention.trigger;

    let Some(chunk) = scene.chunk_at(trigger.head) else { return false };
    let counted = scene.count_in(chunk.first, chunk.last).is_some();
    trigger.pos == Pos::Noun
        && chunk.plural
        && !is_plural_by_itself(scene, mention)
        && !is_of_somebody(scene, mention)
        && !mention.definite
        && !counted
        && (trigger.dependent || !hits_one(scene, trigger.head))
        && mention.killed.is_none()
        && mention.injured.is_none()
        && mention.displaced.is_none()
        && !(mention.place_distance == 0 && !is_likewise(scene, mention) || mention.date.is_some_and(|date| date.distance == 0))
}

/// Whether a relative clause only says in what war somebody or a place is: "blamed the rebels, who have been fighting the state for two decades",
/// "in Mindanao, where rebels have fought since the 1970s, a bomb killed".
fn is_of_war(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    const LASTING: [u64; 4] = [fold::hash("has"), fold::hash("have"), fold::hash("is"), fold::hash("are")];
    let trigger = &mention.trigger;
    let fights = matches!(trigger.kind, EventKind::ArmedClash | EventKind::Riot);
    let verb = scene.chunk_index(trigger.head).filter(|_| fights && trigger.pos == Pos::Verb);
    let lasting = |chunk: &Chunk| chunk.kind == ChunkKind::Verb && chunk.first < chunk.head && LASTING.contains(&scene.hash(chunk.first));
    let range = scene.sentence(trigger.sentence);
    let of_place = is_behind_where(scene, trigger, range.end) && toll::is_since_years(scene, &range);
    let of_somebody = |verb: usize| scene.of_verb(verb).link == Link::Relative && mention.place_distance > 0;
    verb.is_some_and(|verb| scene.chunks().get(verb).is_some_and(lasting) && (of_place || of_somebody(verb)))
        && mention.killed.is_none()
        && mention.injured.is_none()
        && mention.displaced.is_none()
}

/// Whether the deeds are others of this kind, wherever they were: "which has claimed similar attacks in the province".
fn is_likewise(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    let deeds = scene.chunk_at(mention.trigger.head).filter(|deeds| mention.trigger.pos == Pos::Noun && deeds.plural);
    deeds.is_some_and(|deeds| (deeds.first..deeds.head).any(|token| scene.has(WordSet::Likewise, token)))
}
