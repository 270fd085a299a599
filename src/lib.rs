//! Reads English news articles and tells who did what to whom, where and when.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(missing_debug_implementations)]

mod article;
pub mod document;
pub mod entity;
pub mod event;
pub mod explain;
mod extractor;
pub mod lexicon;
pub mod mention;
pub mod phrase;
pub mod place;
pub mod quantity;
pub mod record;
mod span;
pub mod time;
pub mod token;

pub use article::Article;
pub use extractor::{Extractor, ExtractorBuilder, Worker};
pub use record::{EventKind, Extraction};
pub use span::Span;
