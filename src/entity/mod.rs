//! Mentions to entities: one for all names of a thing, with canonical name and key; places resolved, roles tied.

mod bearer;
mod facts;
mod generic;
mod group;
pub mod home;
mod namesake;
mod office;

use crate::document::Document;
use crate::lexicon::RowRef;
use crate::mention::NameMention;
use crate::place::{self, PlaceReading};
use crate::record::{EntityKind, Place, Side, Term};

/// An entity with the indices of its mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityDraft {
    /// What it is.
    pub kind: EntityKind,
    /// Canonical name.
    pub name: String,
    /// Indices into the document's names, in order.
    pub mentions: Vec<u32>,
    /// Where roles such as "the army" stand for it.
    pub descriptions: Vec<Description>,
    /// Stable key.
    pub key: Option<String>,
    /// The lexicon row behind it.
    pub row: Option<RowRef>,
    /// On whose side.
    pub side: Option<Side>,
    /// Key of the group or organisation it belongs to.
    pub parent: Option<String>,
    /// ISO 3166 alpha-2.
    pub country: Option<Term>,
    /// Role held.
    pub head: Option<String>,
    /// Where it lies.
    pub place: Option<Place>,
    /// How sure, 0 to 1.
    pub score: f32,
    /// Other readings.
    pub alternatives: Vec<String>,
    /// Why this reading.
    pub rule: Term,
}

/// Words that stand for an entity without its name: "the army", "police", "the rebels".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Description {
    /// First token.
    pub first: u32,
    /// Token after the last one.
    pub last: u32,
    /// How it is known whom they stand for.
    pub rule: &'static str,
}

/// What stands outside the text and helps to read its names.
#[derive(Clone, Debug, Default)]
pub struct Context<'a> {
    /// Headline.
    pub title: Option<&'a str>,
    /// ISO 3166 alpha-2 of the country that places are likelier to lie in.
    pub country_bias: Option<&'a str>,
}

/// The readings of the names of places.
struct Places<'d> {
    readings: Vec<PlaceReading<'d>>,
    /// For each mention the number of its reading, plus one; 0 for none.
    numbers: Vec<u32>,
}

impl<'d> Places<'d> {
    fn resolve(document: Document<'d>, names: &[NameMention], context: &Context<'_>) -> Self {
        let readings = place::resolve(document, names, context.title, context.country_bias);
        let mut numbers = vec![0; names.len()];
        for (number, reading) in readings.iter().enumerate() {
            for &mention in &reading.mentions {
                if let Some(of_mention) = numbers.get_mut(mention as usize) {
                    *of_mention = number as u32 + 1;
                }
            }
        }
        Self { readings, numbers }
    }

    /// The reading of the mention with this index.
    fn of(&self, mention: usize) -> Option<&PlaceReading<'d>> {
        let number = self.numbers.get(mention)?.checked_sub(1)?;
        self.readings.get(number as usize)
    }
}

pub(crate) use office::link;

/// Groups `names` into entities, in the order of first mention; behind them those that are only described.
pub fn resolve(document: Document<'_>, names: &[NameMention], context: &Context<'_>) -> Vec<EntityDraft> {
    let places = Places::resolve(document, names, context);
    let groups = group::group(document, names, &places);
    let mut drafts: Vec<EntityDraft> = groups.into_iter().map(|mentions| facts::draft(document, names, mentions, &places)).collect();
    namesake::part(document, names, &mut drafts);
    generic::tie(document, names, &mut drafts);
    home::imply(document, names, &mut drafts);
    drafts
}
