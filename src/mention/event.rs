//! Names of events, prizes and laws, which are none of our kinds and hide the names inside them: "Paris Air Show", "Hong Kong Open".

use super::scene::{Level, Scene};
use super::{Found, Sure};
use crate::lexicon::WordSet;
use crate::record::EntityKind;

/// Most words of such a name.
const WORDS: usize = 6;

/// The name of an event that begins at this token, whose case tells: capitalised words up to a noun for events that ends the run.
pub fn at(scene: &Scene<'_>, at: usize) -> Option<Found> {
    if scene.is_titled(at) || scene.level(at) == Level::No {
        return None;
    }
    let run = (at + 1..=at + WORDS).take_while(|&next| scene.joins(next) && (scene.level(next) == Level::Name || scene.is_hyphen(next)));
    let last = run.last()?;
    let open = scene.has(WordSet::EventName, last) && !scene.is_acronym(last);
    open.then(|| Found { kind: None, ..Found::new(at, last + 1, EntityKind::Organization, Sure::Fair, "name of an event") })
}
