//! All integration tests, in one binary.

mod marked;
mod quantities;
mod sentences;
