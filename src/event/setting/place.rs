//! Where an event took place: what its frame gives, else the place nearest to its trigger that says where something is.

use super::apart::{is_apart, is_behind_relative, is_contrasted};
use super::aside::{is_country_near, is_launch, is_measured, is_of_speaker, is_origin, is_stay};
use super::capital::capital_at;
use super::foreign::{is_home_of_speaker, is_seat_of_body, is_sender};
use super::matter::{self, is_of_occasion};
use super::outer::{is_before_war, is_of_followed};
use super::{NEAR, finite_verbs, window};
use crate::entity::EntityDraft;
use crate::event::class::Class;
use crate::event::draft::{Mention, Role};
use crate::event::index;
use crate::event::merge::are_clauses_of_two;
use crate::event::pronoun;
use crate::event::scene::Scene;
use crate::event::trigger::{Pos, Trigger, kind_of};
use crate::lexicon::column::Region;
use crate::lexicon::{Hit, TableId, WordSet};
use crate::phrase::{ChunkKind, VerbForm, Voice};
use crate::record::{EntityKind, EventKind};
use crate::token::{Gap, TokenKind, fold};

const FROM: u64 = fold::hash("from");
const AND: u64 = fold::hash("and");

/// How many finite verbs between a trigger and the name of a place tell that it belongs to another clause.
const FAR: u32 = 2;

/// Places: those that the frame gives, else the names of places in the sentence, nearest first; each with those that it lies in. Where the law
/// acts, one that may be of the deed counts only if the article tells no other.
pub(super) fn find_places(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize) -> (Vec<u32>, u8) {
    let law = |mention: &Mention<'_>| matches!(mention.trigger.kind, EventKind::Arrest | EventKind::Trial);
    let strict = mentions.get(index).is_some_and(law);
    let found = places_near(scene, mentions, index, strict);
    let filed = scene.document.dateline.is_some_and(|dateline| dateline.place.is_some());
    if strict && !filed && found.0.is_empty() { places_near(scene, mentions, index, false) } else { found }
}

/// The places of a mention, without those of the deed for which the law acts if `strict`.
fn places_near(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, strict: bool) -> (Vec<u32>, u8) {
    let Some(mention) = mentions.get(index) else { return (Vec::new(), u8::MAX) };
    let mut places = Vec::new();
    add_court(scene, mention, &mut places);
    let first = mention.trigger.first;
    let is_apart = |token: u32| token > first && is_apart(scene, first..token);
    let is_other = |token: u32| {
        is_apart(token)
            || is_of_occasion(scene, mentions, token, &mention.trigger)
            || is_of_followed(scene, &mention.trigger, token)
            || is_country_near(scene, token)
            || is_sender(scene, token)
            || is_home_of_speaker(scene, mention, token)
            || is_seat_of_body(scene, token)
            || is_before_war(scene, token, &mention.trigger)
            || matter::is_of_speaker(scene, (token, token + 1), &mention.trigger)
            || is_launch(scene, &mention.trigger, token)
            || is_of_speaker(scene, &mention.trigger, token)
            || token > first && is_of_share(scene, first..token)
            || strict && token > first && is_of_charge(scene, &mention.trigger, token)
    };
    for filler in mention.role(Role::Place).filter(|filler| !is_other(filler.noun.head)) {
        let mut token = filler.noun.first;
        while token < filler.noun.last {
            let owned = owned_at(scene, token).unwrap_or(token);
            token = add_place(scene, owned, &mut places).max(owned + 1);
        }
        add_chain(scene, filler.noun.last, &mut places);
        add_capital(scene, filler.noun.head, &mut places);
    }
    if places.is_empty() {
        add_site(scene, mention, &mut places);
    }
    if !places.is_empty() {
        return (places, 0);
    }
    let trigger = &mention.trigger;
    if trigger.kind.is_speech() {
        return (places, u8::MAX);
    }
    let Some(token) = nearest(scene, mentions, index, is_other) else {
        let site = window(scene, trigger).filter(|&token| is_site(scene, trigger, token)).find_map(|token| town_of(scene, token));
        let site = site.or_else(|| town_before_site(scene, mention));
        places.extend(site);
        return (places, if site.is_some() { 1 } else { u8::MAX });
    };
    add_capital(scene, token, &mut places);
    let next = add_place(scene, token, &mut places);
    add_chain(scene, next, &mut places);
    (places, 1)
}

/// The token of the nearest place in the sentence that may be that of the event, verbs between counting most; none that `is_other` says is of another.
fn nearest(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, is_other: impl Fn(u32) -> bool) -> Option<u32> {
    let mention = mentions.get(index)?;
    let trigger = &mention.trigger;
    let range = window(scene, trigger);
    let mut best: Option<(u32, u32)> = None;
    for &token in index::inside(&scene.index.places, range) {
        if best.is_some_and(|(least, _)| least <= token.abs_diff(trigger.first))
            || !is_setting(scene, token)
            || is_other(token)
            || is_origin(scene, token)
                && (token < trigger.first
                    || trigger.is_outcome() && is_wide(scene, token)
                    || finite_verbs(scene, trigger.last, token, trigger.head) > 0)
            || is_stay(scene, token)
            || is_of_other(scene, mentions, index, token)
            || is_behind_relative(scene, trigger, token)
            || mention.fillers.iter().any(|filler| filler.role != Role::Place && filler.noun.holds(token))
        {
            continue;
        }
        let (first, last) = (token.min(trigger.first), token.max(trigger.first));
        if token > trigger.first && is_of_next(scene, mentions, index, token) {
            continue;
        }
        if is_contrasted(scene, first..last) {
            continue;
        }
        let verbs = finite_verbs(scene, first, last, trigger.head);
        let cost = last - first + 15 * verbs;
        // The first verb behind a noun is its own.
        let far = FAR + u32::from(trigger.pos == Pos::Noun && token > trigger.first);
        if verbs < far && best.is_none_or(|(other, _)| cost < other) {
            best = Some((cost, token));
        }
    }
    best.map(|(_, token)| token)
}

/// Whether the place behind the tokens is where something befell some of those hurt: "40 people were killed, six of them burned alive in a bus in
/// Godhra"; not "40 people were killed, six of them in Godhra".
fn is_of_share(scene: &Scene<'_>, tokens: std::ops::Range<u32>) -> bool {
    let end = tokens.end;
    let share = pronoun::share_behind_comma(scene, tokens);
    share.is_some_and(|share| scene.index.verbs(scene.chunk_from(share)..scene.chunk_from(end)).all > 0)
}

/// Whether the place is a country or a division of one, from which people come rather than where they are met: "killed two tourists from Germany".
fn is_wide(scene: &Scene<'_>, token: u32) -> bool {
    let entity = scene.entity_at(token).and_then(|entity| scene.reading.entities.get(entity));
    let feature = entity.and_then(|entity| entity.place.as_ref()).and_then(|place| place.feature.as_deref());
    feature.is_some_and(|feature| feature.starts_with("PCL") || feature == "ADM1")
}

/// Whether a name of a place at `token` says where something is: after a preposition of place.
fn is_setting(scene: &Scene<'_>, token: u32) -> bool {
    if scene.document.dateline.is_some_and(|dateline| token < dateline.last) || is_measured(scene, token) {
        return false;
    }
    let Some(chunk) = scene.chunk_index(token) else { return false };
    let Some(before) = chunk.checked_sub(1).and_then(|before| scene.chunks().get(before)) else { return false };
    // Where somebody has a seat is not where something happened: "a group based in Yemen".
    if before.first.checked_sub(1).is_some_and(|seat| scene.has(WordSet::Seat, seat)) || is_journey(scene, before.first) {
        return false;
    }
    before.kind == ChunkKind::Preposition
        && (scene.has(WordSet::Setting, before.first) || scene.has(WordSet::Setting, before.last - 1) || is_on_way(scene, before.first))
}

/// Whether a facility at `token` says where the trigger's deed was done: "killed 130 people at the Bataclan".
fn is_site(scene: &Scene<'_>, trigger: &Trigger<'_>, token: u32) -> bool {
    let behind = token > trigger.first && matches!(scene.kind_at(token), Some(EntityKind::Facility));
    behind && trigger.kind.is_violence() && finite_verbs(scene, trigger.first, token, trigger.head) == 0 && is_setting(scene, token)
}

/// Whether the place at `token` stands behind the word of another event, one of words: "the talks (held) in Cairo after the bombing".
fn is_of_other(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, token: u32) -> bool {
    let back =
        |steps: usize| scene.chunk_index(token).and_then(|chunk| chunk.checked_sub(steps)).and_then(|chunk| scene.chunks().get(chunk));
    let held = back(2).is_some_and(|verb| verb.kind == ChunkKind::Verb && verb.voice == Voice::Passive);
    let Some(before) = back(2 + usize::from(held)) else { return false };
    let near = mentions.get(index.saturating_sub(NEAR)..).unwrap_or(&[]).iter().take(2 * NEAR);
    near.filter(|other| is_of_words(other.trigger.kind)).any(|other| (before.first..before.last).contains(&other.trigger.head))
}

/// Whether the place at `token` is that of a deed told behind a semicolon, or of what another side did: "shelled Kherson, killing two; drones hit a
/// depot in Bryansk", "Russia shelled Kherson, and Ukraine fired drones at Bryansk".
fn is_of_next(scene: &Scene<'_>, mentions: &[Mention<'_>], index: usize, token: u32) -> bool {
    let Some(own) = mentions.get(index) else { return false };
    let mark = (own.trigger.last..token).rev().find(|&mark| scene.document.word(mark as usize) == ";");
    let mut behind = mentions.get(index + 1..).unwrap_or(&[]).iter().take(NEAR).take_while(|other| other.trigger.first < token);
    let next = |other: &Mention<'_>| {
        let parted = mark.is_some_and(|mark| other.trigger.first > mark);
        parted && other.trigger.kind.is_violence() && other.trigger.pos == Pos::Verb || are_clauses_of_two(scene, own, other)
    };
    behind.any(next)
}

/// Whether a place stands behind the deed for which the law took somebody: "jailed for fighting in Syria", "arrested after he wrote about the
/// bombing of Mariupol".
fn is_of_charge(scene: &Scene<'_>, trigger: &Trigger<'_>, token: u32) -> bool {
    let deed = |at: u32| {
        let violence = |hit: &Hit| kind_of(hit).is_some_and(EventKind::is_violence);
        let gerund = scene.chunk_at(at).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Gerund);
        gerund || scene.hash(at) == const { fold::hash("war") } || scene.hits(at, TableId::Trigger).any(violence)
    };
    (trigger.last..token).any(deed)
}

/// The town before the thing that was hit: "a bomb exploded at the party's Medellin headquarters", "a drone hit Odesa port".
fn town_before_site(scene: &Scene<'_>, mention: &Mention<'_>) -> Option<u32> {
    let town = |token: u32| {
        let entity = scene.entity_at(token).filter(|_| is_place(scene, token))?;
        let feature = scene.reading.entities.get(entity)?.place.as_ref()?.feature.as_deref()?;
        let joined = scene.document.tokens.get(token as usize + 1).is_some_and(|next| next.gap == Gap::None);
        (feature.starts_with("PPL") && !joined).then_some(entity as u32)
    };
    let things = mention.role(Role::Target).filter(|filler| filler.class.meets(Class::THING) && filler.entity.is_none());
    things.flat_map(|filler| filler.noun.first..filler.noun.head).find_map(town)
}

/// Whether an event of this kind is said, signed or paid, wherever what it is about took place.
const fn is_of_words(kind: EventKind) -> bool {
    kind.is_speech() || (kind.is_pack() && !matches!(kind, EventKind::Disaster | EventKind::Accident))
}

/// "(ambushed) on the road to Sebha": what happens on the way to a place is placed by it.
fn is_on_way(scene: &Scene<'_>, preposition: u32) -> bool {
    const TO: u64 = fold::hash("to");
    scene.hash(preposition) == TO && preposition.checked_sub(1).is_some_and(|way| scene.has(WordSet::Way, way))
}

/// Whether the preposition stands behind a word for a journey: "was on its way from Karachi to Quetta" is at neither of them.
pub(in crate::event) fn is_journey(scene: &Scene<'_>, preposition: u32) -> bool {
    scene.hash(preposition) == FROM && preposition.checked_sub(1).is_some_and(|word| scene.has(WordSet::Journey, word))
}

pub(in crate::event) fn is_place(scene: &Scene<'_>, token: u32) -> bool {
    matches!(scene.kind_at(token), Some(EntityKind::Place))
}

/// Adds the place in the name of the court that sentenced somebody: "a Paris court".
fn add_court(scene: &Scene<'_>, mention: &Mention<'_>, places: &mut Vec<u32>) {
    let court = mention.role(Role::Perpetrator).filter(|filler| mention.trigger.kind == EventKind::Trial && filler.entity.is_none());
    for noun in court.map(|filler| filler.noun) {
        if let Some(token) = (noun.first..noun.head).find(|&token| is_place(scene, token)) {
            add_place(scene, token, places);
        }
    }
}

/// Adds the town of the building that was hit, if the article names it: "a blast at Quetta railway station".
fn add_site(scene: &Scene<'_>, mention: &Mention<'_>, places: &mut Vec<u32>) {
    let sites = mention.role(Role::Target).flat_map(|filler| filler.noun.first..filler.noun.last);
    places.extend(sites.filter_map(|token| town_of(scene, token)).next());
}

/// The town of the facility at `token`, by its point or by its row, if the article names it.
fn town_of(scene: &Scene<'_>, token: u32) -> Option<u32> {
    let entities = scene.reading.entities;
    let site = scene.entity_at(token).and_then(|entity| entities.get(entity)).filter(|entity| entity.kind == EntityKind::Facility)?;
    let city = site.row.filter(|row| row.table == TableId::Region).map(|row| scene.lexicon.row(row).text(Region::City)).unwrap_or_default();
    let point = site.place.as_ref().filter(|place| place.feature.as_deref().is_some_and(|feature| feature.starts_with("PPL")));
    let point = point.and_then(|place| place.geonames_id);
    let is_town = |entity: &EntityDraft| {
        let place = entity.place.as_ref().filter(|_| entity.kind == EntityKind::Place);
        place.is_some_and(|place| point.is_some() && place.geonames_id == point || !city.is_empty() && entity.name == city)
    };
    entities.iter().position(is_town).map(|town| town as u32)
}

/// Adds the capital that a description at `token` stands for.
fn add_capital(scene: &Scene<'_>, token: u32, places: &mut Vec<u32>) {
    places.extend(capital_at(scene, token).filter(|capital| !places.contains(capital)));
}

/// Adds the place named at `token`; the token after its name.
fn add_place(scene: &Scene<'_>, token: u32, places: &mut Vec<u32>) -> u32 {
    let Some(name) = scene.name_at(token).and_then(|name| scene.reading.names.get(name)) else { return token + 1 };
    if is_place(scene, token)
        && let Some(entity) = scene.entity_at(token)
        && !places.contains(&(entity as u32))
    {
        places.push(entity as u32);
        add_owner(scene, name.first, places);
    }
    name.last
}

/// The place right behind the possessive of the one at `token`, which it adds itself: "Chhattisgarh's Dantewada".
fn owned_at(scene: &Scene<'_>, token: u32) -> Option<u32> {
    let owner = scene.name_at(token).and_then(|name| scene.reading.names.get(name)).filter(|name| is_place(scene, name.first))?;
    let mark = scene.document.tokens.get(owner.last as usize)?;
    (mark.kind == TokenKind::Possessive && is_place(scene, owner.last + 1)).then_some(owner.last + 1)
}

/// Adds the place before a possessive that a place belongs to: "Syria's Idlib province".
fn add_owner(scene: &Scene<'_>, first: u32, places: &mut Vec<u32>) {
    let owner = first.checked_sub(2).filter(|&owner| is_place(scene, owner));
    let possessive = first
        .checked_sub(1)
        .and_then(|mark| scene.document.tokens.get(mark as usize))
        .is_some_and(|mark| mark.kind == TokenKind::Possessive);
    if let Some(entity) = owner.filter(|_| possessive).and_then(|owner| scene.entity_at(owner))
        && !places.contains(&(entity as u32))
    {
        places.push(entity as u32);
    }
}

/// Adds what a place lies in: "Kerman, Iran", "Achi, in the department of Bolivar"; and what lies in it: "India's state of Manipur".
fn add_chain(scene: &Scene<'_>, from: u32, places: &mut Vec<u32>) {
    let mut token = from;
    if let Some(owned) = owned(scene, from) {
        token = add_place(scene, owned, places);
    }
    let end = token + 8;
    while token < end {
        if is_place(scene, token) {
            token = add_place(scene, token, places);
            continue;
        }
        let listed = || scene.hash(token) == AND && is_of_several(scene, token);
        if scene.document.word(token as usize) != "," && !scene.has(WordSet::Within, token) && !listed() {
            return;
        }
        token += 1;
    }
}

/// Whether the "and" before a place ends a list of places whose kind is told: "the villages of Achi, Bolo and Cami", "Achi and Cami districts".
fn is_of_several(scene: &Scene<'_>, and: u32) -> bool {
    const OF: u64 = fold::hash("of");
    const REACH: u32 = 12;
    let behind = scene.name_at(and + 1).and_then(|name| scene.reading.names.get(name)).filter(|name| is_place(scene, name.first));
    let listed = |token: &u32| is_place(scene, *token) || scene.document.word(*token as usize) == ",";
    let of = (and.saturating_sub(REACH)..and).rev().find(|token| !listed(token)).filter(|&of| scene.hash(of) == OF);
    let kinds = of.and_then(|of| of.checked_sub(1)).is_some_and(|kind| scene.has(WordSet::Divisions, kind));
    behind.is_some_and(|name| kinds || scene.has(WordSet::Divisions, name.last))
}

/// The place behind a possessive, over "of" and in the noun groups of what the owner has.
fn owned(scene: &Scene<'_>, mark: u32) -> Option<u32> {
    const OF: u64 = fold::hash("of");
    scene.document.tokens.get(mark as usize).filter(|token| token.kind == TokenKind::Possessive)?;
    let inside = |&token: &u32| scene.is_in(token, ChunkKind::Noun) || scene.hash(token) == OF;
    (mark + 1..mark + 8).take_while(inside).find(|&token| is_place(scene, token))
}
