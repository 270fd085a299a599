//! Actors: source and target of an event as coders of dyads write them, a country's code with that of a role (`RUSMIL`).

use super::draft::{Filler, Mention, Role};
use super::scene::Scene;
use crate::entity::EntityDraft;
use crate::lexicon::{Row, TableId, column};
use crate::place;
use crate::record::EventKind;
use crate::token::TextCase;

/// The row for whoever holds an office and is known by nothing else.
const OFFICE: &str = "office";
/// Most actors of one side.
const ACTORS: usize = 8;

/// Who acts on whom. Of a meeting both sides act.
pub(super) fn dyad(scene: &Scene<'_>, members: &[&Mention<'_>]) -> (Vec<String>, Vec<String>) {
    let (mut source, mut target) = (Vec::new(), Vec::new());
    for mention in members {
        let mutual = mention.trigger.kind == EventKind::Meeting;
        for filler in &mention.fillers {
            let side = match filler.role {
                Role::Perpetrator => &mut source,
                Role::Target | Role::Victim if mutual => &mut source,
                Role::Target | Role::Victim => &mut target,
                _ => continue,
            };
            // "White House officials" are persons of a body: one actor.
            let inside = |other: &Filler<'_>| {
                let (own, whole) = (filler.noun, other.noun);
                other.role == filler.role && own != whole && whole.first <= own.first && own.last <= whole.last
            };
            if mention.fillers.iter().any(inside) {
                continue;
            }
            if let Some(code) = code(scene, filler).filter(|code| side.len() < ACTORS && !side.contains(code)) {
                side.push(code);
            }
        }
    }
    (source, target)
}

/// The code of a filler that names somebody or belongs to somebody named; a name that nobody knows stands for itself.
fn code(scene: &Scene<'_>, filler: &Filler<'_>) -> Option<String> {
    let tokens = || filler.noun.first..filler.noun.last;
    let named = || tokens().find_map(|token| scene.entity_at(token).map(|entity| entity as u32));
    let Some(entity) = filler.entity.or_else(named).and_then(|entity| scene.reading.entities.get(entity as usize)) else {
        let token = tokens().find(|&token| is_unknown_name(scene, token))?;
        return Some(scene.document.word(token as usize).to_owned());
    };
    let Some(country) = country(scene, entity) else { return Some(entity.name.clone()) };
    Some(format!("{country}{}", role(scene, filler, entity)))
}

/// Whether a word is written as a name is and is no word of the language.
pub(super) fn is_unknown_name(scene: &Scene<'_>, token: u32) -> bool {
    let at = token as usize;
    scene.document.case == TextCase::Mixed
        && scene.document.tokens.get(at).is_some_and(|token| token.case.is_capitalised())
        && scene.document.words.get(at).is_some_and(|word| word.band() == 0)
}

/// ISO 3166 alpha-3 of the country that an entity is or belongs to.
fn country<'l>(scene: &Scene<'l>, entity: &EntityDraft) -> Option<&'l str> {
    let code = |row: Row<'l>| Some(row.text(column::Country::Iso3)).filter(|code| !code.is_empty());
    let own = entity.row.filter(|row| row.table == TableId::Country).and_then(|row| code(scene.lexicon.row(row)));
    own.or_else(|| {
        let country = entity.country.as_deref().or_else(|| entity.place.as_ref()?.country.as_deref())?;
        code(scene.lexicon.row(place::country(scene.lexicon, country, |kind| kind != "historic")?))
    })
}

/// CAMEO's code for the part that the filler plays in its country, by the rows of the table of actor codes.
fn role<'l>(scene: &Scene<'l>, filler: &Filler<'_>, entity: &EntityDraft) -> &'l str {
    let kind = entity.row.filter(|row| row.table == TableId::Organization).map(|row| scene.lexicon.row(row));
    let people = if filler.people.is_empty() { kind.map_or("", |row| row.text(column::Organization::Kind)) } else { filler.people };
    let class = people.strip_suffix("-pattern").unwrap_or(people);
    let row = scene.lexicon.find(TableId::ActorCode, class);
    let row = row.or_else(|| scene.lexicon.find(TableId::ActorCode, OFFICE).filter(|_| entity.head.is_some()));
    row.map_or("", |row| scene.lexicon.row(row).text(column::ActorCode::Code))
}
