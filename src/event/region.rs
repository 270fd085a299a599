//! Region: who did it where no clause says so. Inside the sentences of an event, and right beside them, an armed group or armed persons
//! named as such are taken for its doers, if nothing says that they did or suffered something else; outside, only grammar counts.

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::member;
use super::merge::{Story, are_two_sites, days, is_elsewhere, is_remembered};
use super::portion;
use super::pronoun;
use super::scene::{Noun, Scene};
use super::setting::{is_contrasted, is_old};
use super::settle;
use super::trigger::{Pos, kind_of};
use crate::lexicon::{Hit, TableId, WordSet, column};
use crate::phrase::{Chunk, ChunkKind, Voice};
use crate::record::{Basis, EntityKind, EventKind, FillerType, Side, Status};
use crate::token::{TextCase, fold};
use jiff::civil::Date;

/// Forms of "be" with a subject.
const BE: [u64; 4] = [fold::hash("is"), fold::hash("are"), fold::hash("was"), fold::hash("were")];

/// How many sentences behind and before the event's own are looked at.
const AFTER: usize = 2;
const BEFORE: usize = 1;

/// How many tellings of an event are looked at, and how many tokens of a sentence: no report has more, and time must grow with its length
/// only.
const MEMBERS: usize = 32;
const TOKENS: u32 = 400;

/// Adds perpetrators to the stories of violence that have none, and the group to those that only have its members ("the guerrillas").
pub(super) fn complete<'l>(scene: &Scene<'l>, mentions: &mut [Mention<'l>], stories: &[Story]) {
    let parts = Parts::of(scene, mentions);
    for story in stories {
        let members = || story.members.iter().take(MEMBERS).filter_map(|&member| mentions.get(member));
        let violent = members().any(|mention| mention.trigger.kind.is_violence() && mention.trigger.kind != EventKind::ArmedClash);
        // Who is hit is an enemy of the state: the other side did it.
        // Or one of theirs: "two members of the group were arrested, a third was shot".
        let of_rebels = |filler: &Filler<'_>| {
            pronoun::several(scene, filler.noun).any(|many| member::group_in(scene, many).is_some() || scene.facts(many).people == "rebel")
        };
        let hits_rebels =
            members().flat_map(|mention| mention.role(Role::Victim)).any(|filler| settle::is_nonstate(scene, filler) || of_rebels(filler));
        // Armed groups seldom fly, and what a war has cost by now has no doer in the sentence.
        let not_theirs = members().any(|mention| mention.trigger.kind == EventKind::Airstrike || mention.toll);
        // "Seven by death squads and two by the FMLN": each share has its own.
        let shared = members().any(portion::is_one);
        if !violent || hits_rebels || not_theirs || shared {
            continue;
        }
        let known: Vec<&Filler<'l>> =
            members().flat_map(|mention| mention.role(Role::Perpetrator)).filter(|filler| !scene.facts(filler.noun).pronoun).collect();
        let wanted = match known.as_slice() {
            [] => Wanted::Doer,
            all if all.iter().all(|filler| matches!(filler.people, "rebel" | "militant")) => Wanted::Group,
            _ => continue,
        };
        let mut sentences: Vec<usize> = members().map(|mention| mention.trigger.sentence).collect();
        sentences.dedup();
        // "The slain men".
        let hurt = members().filter(|mention| mention.trigger.is_outcome() && mention.trigger.pos == Pos::Adjective);
        let hurt = hurt.map(|mention| Noun { first: mention.trigger.first, last: mention.trigger.last, head: mention.trigger.head });
        let used: Vec<Noun> = members().flat_map(|mention| mention.fillers.iter()).map(|filler| filler.noun).chain(hurt).collect();
        let past = members().all(|mention| is_past(scene, mention));
        let own = members().find_map(|mention| days(scene, mention));
        let place = members().find_map(|mention| mention.places.first().copied());
        // "Six people were killed in Durango, while gunmen killed three in Zacatecas".
        let parted = |noun: Noun| {
            let sentence = scene.document.sentence_of(noun.first as usize);
            members().any(|mention| mention.trigger.sentence == sentence && is_contrasted(scene, mention.trigger.last..noun.first))
        };
        let of_other = |noun| match wanted {
            // "A mob toppled a statue of the president, who was killed in 1975".
            Wanted::Doer => parts.take(scene, noun, own, place) || past && parts.take_now(noun),
            // "A trader seized by the FARC in February was freed. Armed men tried to kidnap another on Monday".
            Wanted::Group => parts.take_elsewhere(scene, noun, own, place) || !past && parts.take_apart(noun),
        };
        let taken = |noun| is_used(&used, noun) || parted(noun) || of_other(noun) || is_of_deed_between(scene, mentions, story, noun);
        let found = doers(scene, &sentences, past, taken, wanted);
        if let Some(mention) = story.members.first().and_then(|&member| mentions.get_mut(member)) {
            mention.fillers.extend(found);
        }
    }
}

/// Whether those told as known did a deed that stands between them and the story: "a bomb killed 12 in Quetta. On Friday gunmen shot dead three
/// teachers in Turbat. *The attackers* fled".
fn is_of_deed_between(scene: &Scene<'_>, mentions: &[Mention<'_>], story: &Story, noun: Noun) -> bool {
    const NEAR: usize = 16;
    if scene.facts(noun).people != "attacker" || !filler::is_definite(scene, noun) {
        return false;
    }
    let sentence = scene.document.sentence_of(noun.first as usize);
    let end = mentions.partition_point(|mention| mention.trigger.sentence < sentence);
    let done = |mention: &Mention<'_>| {
        let by_people = mention.role(Role::Perpetrator).any(|doer| doer.class.meets(Class::PEOPLE));
        mention.trigger.kind.is_violence() && by_people && mention.status == Status::Occurred
    };
    let before = mentions.iter().enumerate().take(end).rev().take(NEAR);
    let mut nearest = before.filter(|(at, mention)| story.members.contains(at) || done(mention));
    nearest.next().is_some_and(|(at, _)| !story.members.contains(&at))
}

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// An armed group or armed persons.
    Doer,
    /// A group with a name.
    Group,
}

/// Whether an event is told as one of long ago, so that those beside it in the news are of another.
fn is_past(scene: &Scene<'_>, mention: &Mention<'_>) -> bool {
    mention.background || is_remembered(scene, mention) || days(scene, mention).is_some_and(|(_, latest)| is_old(scene, latest))
}

fn is_used(used: &[Noun], noun: Noun) -> bool {
    used.iter().any(|used| used.first < noun.last && noun.first < used.last)
}

/// A noun group that does or suffers a deed told somewhere.
struct Part {
    first: u32,
    last: u32,
    suffers: bool,
    /// It is of a deed set apart from the others, or of the past.
    apart: bool,
    days: Option<(Date, Date)>,
    /// The most exact place of the deed.
    place: Option<u32>,
    /// Its clause tells where it was, and whom it hit.
    whole: bool,
}

/// Whether the mention tells a denial or a condemnation.
fn speaks_against(mention: &Mention<'_>) -> bool {
    let condemns = mention.trigger.kind == EventKind::Statement && mention.trigger.method == Some("condemn");
    mention.trigger.kind == EventKind::Denial || condemns
}

/// All of them, in order.
struct Parts(Vec<Part>);

impl Parts {
    /// How many groups before a token are looked at: no group begins before so many others and ends behind them.
    const NEAR: usize = 8;

    fn of(scene: &Scene<'_>, mentions: &[Mention<'_>]) -> Self {
        let mut parts = Vec::new();
        for mention in mentions.iter().filter(|mention| mention.trigger.kind.is_violence()) {
            // Who blew himself up does nothing more.
            let gone = mention.trigger.method == Some("suicide");
            let apart = mention.fresh || mention.separate || mention.toll || gone || is_past(scene, mention);
            // Whom the state shoots may well have done it.
            let by_state = settle::doers(scene, mention) == Some(true);
            let fillers = mention.fillers.iter().filter(|filler| matches!(filler.role, Role::Perpetrator | Role::Victim));
            parts.extend(fillers.map(|filler| Part {
                first: filler.noun.first,
                last: filler.noun.last,
                suffers: filler.role == Role::Victim && !by_state,
                apart,
                days: days(scene, mention),
                place: mention.places.first().copied(),
                whole: mention.place_distance == 0 && mention.role(Role::Victim).any(|victim| !victim.anaphoric),
            }));
        }
        // "Also on Monday, bodies were found. Last month three suspects were held": those of another matter, as are those held or claiming a deed
        // elsewhere or on another day.
        let acts = mentions.iter().filter(|mention| matches!(mention.trigger.kind, EventKind::Arrest | EventKind::Claim));
        for mention in acts {
            let arrest = mention.trigger.kind == EventKind::Arrest;
            let role = if arrest { Role::Victim } else { Role::Perpetrator };
            parts.extend(mention.role(role).map(|filler| Part {
                first: filler.noun.first,
                last: filler.noun.last,
                suffers: false,
                apart: arrest && (mention.fresh || mention.separate),
                // What is claimed was done before.
                days: days(scene, mention).filter(|_| !arrest).map(|(_, latest)| (Date::MIN, latest)),
                place: mention.places.first().copied().filter(|_| arrest && mention.place_distance == 0),
                whole: false,
            }));
        }
        // Who denies or condemns a deed did not do it.
        for mention in mentions.iter().filter(|mention| speaks_against(mention)) {
            let speakers = mention.role(Role::Perpetrator);
            parts.extend(speakers.map(|filler| Part {
                first: filler.noun.first,
                last: filler.noun.last,
                suffers: true,
                apart: false,
                days: None,
                place: None,
                whole: false,
            }));
        }
        parts.sort_unstable_by_key(|part| (part.first, part.last));
        Self(parts)
    }

    /// The parts that `noun` has in deeds.
    fn near(&self, noun: Noun) -> impl Iterator<Item = &Part> {
        let end = self.0.partition_point(|part| part.first < noun.last);
        self.0.iter().take(end).rev().take(Self::NEAR).filter(move |part| noun.first < part.last)
    }

    /// Whether `noun` has a part in a deed set apart from the others, or of the past.
    fn take_apart(&self, noun: Noun) -> bool {
        self.near(noun).any(|part| part.apart)
    }

    /// Whether `noun` has a part in a deed of the news.
    fn take_now(&self, noun: Noun) -> bool {
        self.near(noun).any(|part| !part.apart && !part.suffers)
    }

    /// Whether `noun` has a part in a deed of another day or place: "a bombing claimed by the FMLN in April".
    fn take_elsewhere(&self, scene: &Scene<'_>, noun: Noun, own: Option<(Date, Date)>, place: Option<u32>) -> bool {
        let disjoint = |one: (Date, Date), other: (Date, Date)| one.1 < other.0 || other.1 < one.0;
        self.near(noun).any(|part| {
            own.zip(part.days).is_some_and(|(own, other)| disjoint(own, other))
                || place.zip(part.place).is_some_and(|(own, other)| is_elsewhere(scene, own, other))
        })
    }

    /// Whether `noun` suffers a deed, or does one that cannot be that of these days and places.
    fn take(&self, scene: &Scene<'_>, noun: Noun, own: Option<(Date, Date)>, own_place: Option<u32>) -> bool {
        let disjoint = |one: (Date, Date), other: (Date, Date)| one.1 < other.0 || other.1 < one.0;
        let elsewhere = |part: &Part| {
            own_place
                .zip(part.place)
                .is_some_and(|(own, other)| is_elsewhere(scene, own, other) || part.whole && are_two_sites(scene, own, other))
        };
        self.near(noun).any(|part| {
            elsewhere(part) || part.suffers || part.apart || own.zip(part.days).is_some_and(|(own, other)| disjoint(own, other))
        })
    }
}

/// The doers in the sentences themselves, else in those of their paragraphs beside them, the nearest first; those beside an event of the past are
/// not looked at.
fn doers<'l>(scene: &Scene<'l>, sentences: &[usize], past: bool, taken: impl Fn(Noun) -> bool, wanted: Wanted) -> Vec<Filler<'l>> {
    let own = sentences.iter().copied();
    let after = sentences.iter().flat_map(|&sentence| (1..=AFTER).map(move |step| sentence + step));
    let before = sentences.iter().flat_map(|&sentence| (1..=BEFORE).filter_map(move |step| sentence.checked_sub(step)));
    let paragraph = |sentence: usize| scene.document.sentences.get(sentence).map(|sentence| sentence.paragraph);
    let near = |&sentence: &usize| !past && sentences.iter().any(|&own| paragraph(own) == paragraph(sentence));
    for sentence in own.chain(after.chain(before).filter(near)) {
        let beside = !sentences.contains(&sentence);
        let of_person = |chunk: &Chunk| {
            owner(scene, chunk).is_some_and(|owner| beside || taken(owner) || named_before(scene, owner).is_some_and(&taken))
        };
        let found =
            in_sentence(scene, sentence, |chunk, noun| taken(noun) || of_person(chunk) || named_before(scene, noun).is_some(), wanted);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Whether only whose kin somebody is, is told: "the brother of a gang leader".
fn is_of_kin(scene: &Scene<'_>, chunk: &Chunk) -> bool {
    let of = scene.chunk_index(chunk.head).and_then(|at| at.checked_sub(1)).filter(|&of| {
        let word = scene.chunks().get(of);
        word.is_some_and(|word| scene.hash(word.first) == const { fold::hash("of") })
    });
    let kin = of.and_then(|of| scene.chunks().get(of.checked_sub(1)?)).filter(|kin| kin.kind == ChunkKind::Noun);
    kin.is_some_and(|kin| scene.facts(scene.noun(kin)).people == "relative")
}

/// The person whose group it is told to be: "leader of the movement", "members of the movement", who may be dead or under arrest.
fn owner(scene: &Scene<'_>, chunk: &Chunk) -> Option<Noun> {
    const OF: u64 = fold::hash("of");
    let of =
        scene.chunk_index(chunk.head)?.checked_sub(1).filter(|&of| scene.chunks().get(of).is_some_and(|of| scene.hash(of.first) == OF))?;
    let person = scene.chunks().get(of.checked_sub(1)?).filter(|person| person.kind == ChunkKind::Noun).map(|person| scene.noun(person))?;
    scene.is(person, Class::PERSON).then_some(person)
}

/// The person before the comma whom the group only describes: "General Ruiz, former right-hand man of the ousted leader".
fn named_before(scene: &Scene<'_>, noun: Noun) -> Option<Noun> {
    let comma = scene.chunk_index(noun.head)?.checked_sub(1)?;
    let name =
        comma.checked_sub(1).filter(|_| scene.chunks().get(comma).is_some_and(|mark| scene.document.word(mark.first as usize) == ","))?;
    let person = scene.chunks().get(name).filter(|person| scene.kind_at(person.head) == Some(EntityKind::Person))?;
    (!scene.facts(noun).plural).then(|| scene.noun(person))
}

/// Whether the name is one that the tables know, or capitals tell it; where they tell nothing, a run of words guessed for a group is too little.
fn is_listed(scene: &Scene<'_>, noun: Noun) -> bool {
    let entity = scene.entity_at(noun.head).and_then(|entity| scene.reading.entities.get(entity));
    scene.document.case == TextCase::Mixed || entity.is_some_and(|entity| entity.row.is_some())
}

/// Whether the group stands in a phrase in which doers do not stand ("from", "with"), behind another, in a definition, is only called so, or
/// does what no deed is: "used by".
fn is_aside(scene: &Scene<'_>, chunk: &Chunk, people: &str) -> bool {
    const ASIDE: [u64; 9] = [
        fold::hash("in"),
        fold::hash("from"),
        fold::hash("with"),
        fold::hash("as"),
        fold::hash("and"),
        fold::hash("under"),
        fold::hash("mostly"),
        fold::hash("mainly"),
        fold::hash("including"),
    ];
    const BY: u64 = fold::hash("by");
    let other_act = |by: u32| {
        let verb = by.checked_sub(1).and_then(|verb| scene.chunk_at(verb)).filter(|verb| verb.kind == ChunkKind::Verb);
        // "Leaflets signed by the rebels were found at the scene": who leaves his name there owns up to it.
        verb.is_some_and(|verb| scene.hits(verb.head, TableId::Trigger).next().is_none() && !scene.has(WordSet::Trace, verb.head))
    };
    // Who tells or condemns a deed did not do it, unless he owns up to it: "the group did not claim the attack".
    let tells = scene.chunk_at(chunk.last).filter(|verb| verb.kind == ChunkKind::Verb && verb.voice == Voice::Active);
    let owns = |hit: &Hit| matches!(scene.lexicon.row(hit.row).text(column::Attribution::Class), "claim" | "admit");
    let said = |verb: &Chunk| scene.hits(verb.head, TableId::Attribution).next().is_some();
    if tells.is_some_and(|verb| said(verb) && (verb.negated || !scene.hits(verb.head, TableId::Attribution).any(owns))) {
        return true;
    }
    if member::is_told_of_group(scene, chunk.head) || is_of_kin(scene, chunk) {
        return true;
    }
    let side = people.is_empty() || matches!(people, "rebel" | "militant");
    side && is_described(scene, chunk)
        || chunk.first.checked_sub(1).is_some_and(|before| {
            let word = scene.hash(before);
            ASIDE.contains(&word) || scene.has(WordSet::SpokenOf, before) || BE.contains(&word) || (word == BY && other_act(before))
        })
}

/// Whether the group is only spoken of: the object of a verb that is no accusation ("had been fighting the group", "backs the rebels"), that of
/// which a place is one ("the capital of the group"), or what something is said to be or to have become ("the group is an ally").
fn is_described(scene: &Scene<'_>, chunk: &Chunk) -> bool {
    const OF: u64 = fold::hash("of");
    let before = scene.chunk_index(chunk.head).and_then(|at| at.checked_sub(1)).and_then(|at| scene.chunks().get(at));
    let object = before.is_some_and(|verb| {
        let blames = |hit: &Hit| matches!(scene.lexicon.row(hit.row).text(column::Attribution::Class), "accuse" | "blame");
        let harms = |hit: &Hit| kind_of(hit).is_some_and(|kind| kind.is_violence() || kind == EventKind::Accusation);
        let deed = |token: u32| scene.hits(token, TableId::Trigger).any(harms) || scene.hits(token, TableId::Attribution).any(blames);
        verb.kind == ChunkKind::Verb && verb.voice == Voice::Active && !deed(verb.head)
    });
    let owner =
        before.filter(|of| scene.hash(of.first) == OF && of.last == of.first + 1).and_then(|of| scene.chunk_at(of.first.checked_sub(1)?));
    let place = owner.is_some_and(|owner| {
        owner.kind == ChunkKind::Noun && scene.is(scene.noun(owner), Class::PLACE) && scene.name_at(owner.head).is_none()
    });
    let behind = scene.chunk_at(chunk.last).filter(|verb| verb.kind == ChunkKind::Verb && scene.name_at(chunk.head).is_some());
    object || place || behind.is_some_and(|verb| BE.contains(&scene.hash(verb.head)))
}

fn in_sentence<'l>(scene: &Scene<'l>, sentence: usize, taken: impl Fn(&Chunk, Noun) -> bool, wanted: Wanted) -> Vec<Filler<'l>> {
    let range = scene.sentence(sentence);
    let end = range.end.min(range.start + TOKENS);
    let mut found = Vec::new();
    let mut token = range.start;
    while token < end {
        let Some(chunk) = scene.chunk_at(token) else { return found };
        token = chunk.last.max(token + 1);
        if chunk.kind != ChunkKind::Noun || chunk.negated || !scene.is_told(chunk.head) {
            continue;
        }
        let noun = scene.noun(chunk);
        if taken(chunk, noun) {
            continue;
        }
        let facts = scene.facts(noun);
        let group = is_listed(scene, noun) && facts.class.meets(Class::GROUP) && facts.class.meets(Class::ARMED) && facts.people.is_empty();
        let doer = wanted == Wanted::Doer && (facts.doer || matches!(facts.people, "rebel" | "militant" | "attacker"));
        if (group || doer) && facts.side != Some(Side::State) && !is_aside(scene, chunk, facts.people) {
            filler::make(scene, Role::Perpetrator, noun, facts, &mut found);
            break;
        }
    }
    for filler in &mut found {
        filler.basis = Basis::Suspected;
        filler.kind = filler.kind.or(Some(FillerType::Individual));
    }
    found
}
