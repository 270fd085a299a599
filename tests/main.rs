//! All integration tests, in one binary.

#[cfg(feature = "cli")]
mod cli;
mod codes;
mod datelines;
mod events;
mod examples;
mod golden;
mod known;
mod lexicons;
mod marked;
mod names;
mod phrases;
mod places;
mod properties;
mod quantities;
mod readme;
#[cfg(feature = "schema")]
mod schema;
mod sentences;
mod sets;
mod timeml;
mod times;
mod tokens;
