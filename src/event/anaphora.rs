//! Anaphora: pronouns and definite descriptions among the fillers, and the named ones that they stand for.

use super::class::{Class, Facts};
use super::draft::{Filler, Mention, Role};
use super::scene::{Noun, Scene};
use crate::phrase::ChunkKind;
use crate::record::FillerType;

/// How many noun groups are looked at, backwards.
const GROUPS: usize = 30;
/// How many sentences back one may stand.
const SENTENCES: usize = 3;

/// Puts in the place of each pronoun, and of "the group" and its like, what it stands for.
pub(super) fn resolve(scene: &Scene<'_>, mentions: &mut [Mention<'_>]) {
    for mention in mentions {
        let sentence = mention.trigger.sentence;
        for filler in &mut mention.fillers {
            if filler.anaphoric && filler.entity.is_none() && !matches!(filler.role, Role::Place | Role::About) {
                stand_in(scene, sentence, filler);
            }
        }
    }
}

fn stand_in(scene: &Scene<'_>, sentence: usize, filler: &mut Filler<'_>) {
    let facts = scene.facts(filler.noun);
    if !facts.pronoun && facts.people != "group" {
        return;
    }
    let Some(noun) = antecedent(scene, sentence, filler.noun, &facts) else { return };
    let found = scene.facts(noun);
    filler.noun = noun;
    filler.entity = scene.entity_at(noun.head).map(|entity| entity as u32);
    filler.anaphoric = false;
    filler.people = "";
    filler.class = found.class;
    if filler.role == Role::Perpetrator {
        let body = found.class.meets(Class::GROUP.with(Class::ORGANIZATION).with(Class::PLACE)) && !found.class.meets(Class::PERSON);
        filler.kind = Some(if body { FillerType::Organization } else { FillerType::Individual });
    }
}

/// The nearest noun group before `noun` that it can stand for; a subject of its sentence before others.
fn antecedent(scene: &Scene<'_>, sentence: usize, noun: Noun, facts: &Facts<'_>) -> Option<Noun> {
    let first = scene.sentence(sentence.saturating_sub(SENTENCES)).start;
    let chunk = scene.chunk_index(noun.head)?;
    let mut seen = 0;
    for at in (0..chunk).rev() {
        let candidate = scene.chunks().get(at)?;
        if candidate.first < first || seen > GROUPS {
            return None;
        }
        if candidate.kind != ChunkKind::Noun {
            continue;
        }
        seen += 1;
        let other = trimmed(scene, scene.noun(candidate));
        let found = scene.facts(other);
        if fits(facts, &found) {
            return Some(other);
        }
    }
    None
}

/// A name without what stands before it.
fn trimmed(scene: &Scene<'_>, noun: Noun) -> Noun {
    let name = scene.name_at(noun.head).and_then(|name| scene.reading.names.get(name));
    name.map_or(noun, |name| Noun { first: name.first, last: name.last, head: noun.head })
}

/// Whether a pronoun or description can stand for what is known of a group.
fn fits(facts: &Facts<'_>, found: &Facts<'_>) -> bool {
    if found.pronoun || !found.known {
        return false;
    }
    if !facts.pronoun {
        return found.class.meets(Class::GROUP) && found.people.is_empty();
    }
    if facts.class.meets(Class::GROUP) && facts.plural {
        return (found.plural && found.class.meets(Class::PEOPLE)) || (found.class.meets(Class::GROUP) && found.people.is_empty());
    }
    if facts.class.meets(Class::PERSON) {
        return found.class.meets(Class::PERSON) && !found.plural;
    }
    found.class.meets(Class::GROUP.with(Class::ORGANIZATION)) && !found.class.meets(Class::PERSON) && !found.class.meets(Class::PLACE)
}
