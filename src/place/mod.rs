//! Places: what the gazetteer knows of a name, and which of its namesakes an article means.

mod candidate;
mod choice;
mod class;
mod cue;
mod geo;
mod ground;
mod lookup;
mod prior;
mod prominence;
mod resolve;
mod scene;

pub use candidate::{Candidate, PlaceKind, candidates, of_country};
pub use class::PlaceClass;
pub use geo::km;
pub(crate) use lookup::{country, sends_soldiers, state};
pub use prior::{PlacePrior, prior};
pub use resolve::{PlaceReading, resolve};
