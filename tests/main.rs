//! All integration tests, in one binary.

mod datelines;
mod marked;
mod quantities;
mod sentences;
