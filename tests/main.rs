//! All integration tests, in one binary.

mod datelines;
#[cfg(feature = "cli")]
mod cli;
mod examples;
mod golden;
mod known;
mod marked;
mod marks;
mod quantities;
mod sentences;
