//! Places: what the gazetteer knows of a name, and which of its namesakes an article means.

mod candidate;
mod prior;

pub use candidate::{Candidate, PlaceKind, candidates};
pub use prior::{PlacePrior, prior};
