//! Accused: who is charged, sentenced or arrested for a deed is told as its doer: "were charged with the murder of", "were held over the raid".

use super::class::Class;
use super::draft::{Filler, Mention, Role};
use super::filler;
use super::member;
use super::merge::guilty_victim;
use super::scene::{Noun, Scene};
use super::trigger::{Pos, Trigger};
use crate::lexicon::WordSet;
use crate::phrase::{ChunkKind, VerbForm};
use crate::record::{Basis, EventKind, FillerType, Status};
use crate::token::fold;

/// How many mentions before and behind are looked at: no sentence has more, and time must grow with its length only.
const NEAR: usize = 16;

/// Adds the accused to the deeds that their trials and arrests are about, where no clause tells the doer.
pub(super) fn name<'l>(scene: &Scene<'l>, mentions: &mut [Mention<'l>]) {
    mentions.iter_mut().for_each(|mention| add_bands(scene, mention));
    blame_victims(scene, mentions);
    for at in 0..mentions.len() {
        let Some(mention) = mentions.get(at) else { return };
        let Some(basis) = basis(mention) else { continue };
        doubt(scene, mentions, at, basis);
        let Some(mention) = mentions.get(at) else { return };
        let Some(deed) = deed(scene, mentions, at, mention) else { continue };
        let accused: Vec<Filler<'l>> = mention.role(Role::Victim).filter(|filler| is_known(filler)).cloned().collect();
        for deed in joined(scene, mentions, deed) {
            if let Some(other) = mentions.get_mut(deed) {
                add_accused(scene, other, &accused, basis);
            }
        }
    }
}

/// The deed, and those beside it that are told as one ground: "was sentenced for the rape and murder of a student".
fn joined(scene: &Scene<'_>, mentions: &[Mention<'_>], deed: usize) -> Vec<usize> {
    let chunk = |mention: &Mention<'_>| scene.chunk_index(mention.trigger.head).filter(|_| mention.trigger.pos == Pos::Noun);
    let own = mentions.get(deed).and_then(chunk).map(|own| scene.clauses().coordinated(own));
    let told = |mention: &Mention<'_>| own.is_some_and(|own| chunk(mention).is_some_and(|other| own.contains(&(other as u32))));
    let beside =
        |mention: &Mention<'_>| mention.trigger.kind.is_violence() && mention.role(Role::Perpetrator).next().is_none() && told(mention);
    let behind = (deed + 1..mentions.len().min(deed + NEAR)).filter(|&index| mentions.get(index).is_some_and(beside));
    std::iter::once(deed).chain(behind).collect()
}

/// Makes doers of the accused.
fn add_accused<'l>(scene: &Scene<'l>, deed: &mut Mention<'l>, accused: &[Filler<'l>], basis: Basis) {
    for filler in accused {
        // Who is hurt in the deed did not do it.
        let hurt = deed.role(Role::Victim).any(|hurt| hurt.noun.holds(filler.noun.head));
        if !hurt {
            let from = deed.fillers.len();
            filler::make(scene, Role::Perpetrator, filler.noun, scene.facts(filler.noun), &mut deed.fillers);
            deed.fillers.iter_mut().skip(from).for_each(|made| made.basis = basis);
        }
    }
}

/// Adds the groups whose members are accused: "said Red Front guerrillas were responsible for the attack".
fn add_bands<'l>(scene: &Scene<'l>, mention: &mut Mention<'l>) {
    if mention.trigger.kind != EventKind::Accusation {
        return;
    }
    let band = |filler: &Filler<'_>| member::group_in(scene, filler.noun).filter(|_| filler.kind == Some(FillerType::Individual));
    let bands: Vec<_> = mention.role(Role::Target).filter_map(band).collect();
    // "Blamed the Red Front group": no member, the group itself.
    let itself = |filler: &Filler<'_>| filler.people == "group" && band(filler).is_some_and(|name| name.last == filler.noun.head);
    mention.fillers.retain(|filler| filler.role != Role::Target || !itself(filler));
    let told = |mention: &Mention<'_>, noun: Noun| mention.role(Role::Target).any(|filler| filler.noun == noun);
    for noun in bands {
        if !told(mention, noun) {
            filler::make(scene, Role::Target, noun, scene.facts(noun), &mut mention.fillers);
        }
    }
}

/// Makes doers of those who are told to have been killed or taken for an older deed of theirs: "killed Jose Rivas, who was responsible for the murder
/// of two teachers".
fn blame_victims<'l>(scene: &Scene<'l>, mentions: &mut [Mention<'l>]) {
    for at in 0..mentions.len() {
        let near = at.saturating_sub(NEAR)..(at + NEAR).min(mentions.len());
        let Some(ground) = mentions.get(at).filter(|ground| ground.role(Role::Perpetrator).next().is_none()) else { continue };
        let guilty = mentions.get(near).unwrap_or(&[]).iter().find_map(|deed| guilty_victim(scene, deed, ground));
        if let Some((noun, ground)) = guilty.zip(mentions.get_mut(at)) {
            let from = ground.fillers.len();
            filler::make(scene, Role::Perpetrator, noun, scene.facts(noun), &mut ground.fillers);
            ground.fillers.iter_mut().skip(from).for_each(|made| made.basis = Basis::Blamed);
        }
    }
}

/// Where the clause of the act tells a deed of the accused in passing, it rests on no more: "arrested a colonel involved in the murder".
fn doubt(scene: &Scene<'_>, mentions: &mut [Mention<'_>], at: usize, basis: Basis) {
    let Some(act) = mentions.get(at) else { return };
    let sentence = act.trigger.sentence;
    let accused: Vec<u32> = act.role(Role::Victim).map(|filler| filler.noun.head).collect();
    let passing = |deed: &Mention<'_>| {
        !scene.chunk_at(deed.trigger.head).is_some_and(|chunk| chunk.kind == ChunkKind::Verb && chunk.form == VerbForm::Finite)
    };
    let near = at.saturating_sub(NEAR)..(at + NEAR).min(mentions.len());
    for deed in mentions.get_mut(near).into_iter().flatten() {
        if deed.trigger.sentence == sentence && deed.trigger.kind.is_violence() && passing(deed) {
            let doers = deed.fillers.iter_mut().filter(|filler| filler.role == Role::Perpetrator && filler.basis == Basis::Stated);
            doers.filter(|doer| accused.contains(&doer.noun.head)).for_each(|doer| doer.basis = basis);
        }
    }
}

/// On what it rests that the accused did it; `None` if nobody is accused.
fn basis(mention: &Mention<'_>) -> Option<Basis> {
    if mention.status != Status::Occurred {
        return None;
    }
    match (mention.trigger.kind, mention.trigger.method) {
        (EventKind::Arrest, _) => Some(Basis::Suspected),
        (EventKind::Trial, Some("charge")) => Some(Basis::Blamed),
        (EventKind::Trial, Some("sentence")) => Some(Basis::Stated),
        // "Acquitted three officers of killing a student": it was said of them.
        (EventKind::Trial, None) if mention.trigger.frame == "sentence" => Some(Basis::Blamed),
        // "Went on trial over the stabbing", not who testifies.
        (EventKind::Trial, None) if mention.trigger.frame == "stand-trial" && mention.trigger.last - mention.trigger.first > 1 => {
            Some(Basis::Blamed)
        }
        _ => None,
    }
}

/// Whether it names persons or a body, not one told elsewhere.
fn is_known(filler: &Filler<'_>) -> bool {
    filler.class.meets(Class::PEOPLE) && !filler.anaphoric
}

/// The violence without a doer in the same sentence that the act is about.
fn deed(scene: &Scene<'_>, mentions: &[Mention<'_>], at: usize, mention: &Mention<'_>) -> Option<usize> {
    (at.saturating_sub(NEAR)..(at + NEAR).min(mentions.len())).find(|&index| {
        let other = &mentions[index];
        let about = || mention.role(Role::About).any(|matter| matter.noun.holds(other.trigger.head));
        other.trigger.sentence == mention.trigger.sentence
            && other.trigger.kind.is_violence()
            && !matches!(other.trigger.kind, EventKind::ArmedClash | EventKind::Raid)
            && other.role(Role::Perpetrator).next().is_none()
            && ((about() && !follows(scene, &other.trigger)) || is_ground(scene, &mention.trigger, &other.trigger))
    })
}

/// Whether the deed is only told as what came before: "were charged with fraud after the attack".
fn follows(scene: &Scene<'_>, deed: &Trigger<'_>) -> bool {
    before(scene, deed).is_some_and(|word| word == const { fold::hash("after") })
}

/// The word before the noun group of the deed.
fn before(scene: &Scene<'_>, deed: &Trigger<'_>) -> Option<u64> {
    let chunk = scene.chunk_at(deed.head).filter(|chunk| chunk.kind == ChunkKind::Noun)?;
    chunk.first.checked_sub(1).map(|token| scene.hash(token))
}

/// Whether a phrase behind the act names the deed for its ground: "detained in connection with the bombing", "charged in the killing".
fn is_ground(scene: &Scene<'_>, act: &Trigger<'_>, deed: &Trigger<'_>) -> bool {
    const WITH: [u64; 2] = [fold::hash("with"), fold::hash("to")];
    let Some(word) = before(scene, deed).filter(|_| deed.first >= act.last) else { return false };
    let apart = scene.index.verbs(scene.chunk_from(act.last)..scene.chunk_from(deed.first)).all > 0;
    let first = scene.chunk_at(deed.head).map_or(0, |chunk| chunk.first);
    let connected = WITH.contains(&word) && first >= 2 && scene.has(WordSet::Connection, first - 2);
    !apart && (connected || (act.method == Some("charge") && word == const { fold::hash("in") }))
}
