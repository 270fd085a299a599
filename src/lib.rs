//! Reads English news articles and tells who did what to whom, where and when.
//!
//! ```
//! use dateline::record::Status;
//! use dateline::{Article, EventKind, Extractor};
//!
//! let extractor = Extractor::new();
//! let article = Article::new("Twin suicide bombings killed nearly 100 people in Kerman, Iran, last Wednesday.")
//!     .with_published("2024-01-10".parse()?);
//! let record = extractor.extract(&article);
//!
//! let bombing = &record.events[0];
//! assert_eq!(bombing.kind, EventKind::Bombing);
//! assert_eq!(bombing.method.as_deref(), Some("suicide"));
//! assert_eq!(bombing.status, Status::Occurred);
//! assert_eq!(bombing.date.as_ref().and_then(|date| date.value.as_deref()), Some("2024-01-03"));
//! let killed = bombing.killed.as_ref().unwrap();
//! assert_eq!((killed.min, killed.max), (Some(90), Some(100)));
//! let place = record.entities.iter().find(|entity| entity.id == bombing.places[0]).unwrap();
//! assert_eq!(place.name, "Kerman");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Overview
//!
//! * [`Article`] is what goes in: a text, and what is known about it. The day of publication matters most, since "last Wednesday" is
//!   counted from it.
//! * [`Extractor`] holds the lexicons and is shared by all threads; [`ExtractorBuilder`] adds a user's own lexicons.
//! * [`Worker`] reads article after article with the same buffers; one for each thread.
//! * [`Extraction`] is what comes out: the record, plain data that `serde` can write and read. Its parts are in [`record`]; [`export`] writes it as CSV, and its times as TimeML.
//! * [`explain`] shows how an article was read: which rule and which lexicon row made what.
//!
//! # Examples
//!
//! Many articles, and a record as JSON:
//!
//! ```
//! use dateline::{Article, Extractor};
//!
//! let extractor = Extractor::new();
//! let mut worker = extractor.worker();
//! for text in ["Gunmen kidnapped two teachers near Sibi.", "Police arrested a suspect in Lyon on Monday."] {
//!     let record = worker.extract(&Article::new(text));
//!     println!("{}", serde_json::to_string(&record)?);
//! }
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! A group that the bundled lexicon does not know. A user's file has the columns of the bundled one; see [`lexicon`]:
//!
//! ```
//! use dateline::record::EntityKind;
//! use dateline::{Article, Extractor};
//!
//! let groups = "\
//! ## title:      groups of my own
//! ## source:     my notes
//! ## licence:    mine
//! ## columns:    those of the bundled table
//! ## known gaps: all others
//! id\tname\tkind\taliases\tcareful\tcountries\tparent\tactive_from\tactive_to\tideology\tsources
//! red-dune-front\tRed Dune Front\tinsurgent\tRDF\t\tML\t\t\t\t\t
//! ";
//! let extractor = Extractor::builder().lexicon("groups.tsv", groups).unwrap().build();
//! let record = extractor.extract(&Article::new("The Red Dune Front attacked a base in Mali."));
//! let group = record.entities.iter().find(|entity| entity.kind == EntityKind::Group).unwrap();
//! assert_eq!(group.key.as_deref(), Some("group/red-dune-front"));
//! ```
//!
//! # Odd corners
//!
//! * **Any text gives a record.** Extraction cannot fail and does not panic, whatever the string. Reading a lexicon can fail, and then says
//!   where and what would be right.
//! * **Offsets** are bytes of UTF-8, end-exclusive, on character boundaries: [`Span`]. The title is read as evidence only; all offsets
//!   point into the text.
//! * **Untrusted text** is safe: no unsafe code, and time and memory grow with the length of the text, not faster.
//! * **What is absent is `None`**, in JSON `null`; never an empty string.
//! * **Same input, same record**, byte for byte, on every machine; nothing is fetched, and nothing is read but what is passed in.
//!
//! # The parts
//!
//! An article goes one way, and each stage can be called by itself: [`token`] and [`document`] (tokens, sentences, what the [`lexicon`] says
//! of them), [`quantity`], [`time`], [`mention`] (names), [`entity`] (whom they name) with [`place`] (where it lies), [`phrase`] (parts of speech
//! and clauses), [`event`], and [`record`], the published form. [`Worker::read`] hands over what the stages before [`event`] have read.
//!
//! # Features
//!
//! * `places` (on by default): the towns of the world, from GeoNames (CC BY 4.0). Without it, countries and regions remain.
//! * `cli`: the `dateline` command and what only it needs.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(missing_debug_implementations)]

mod article;
pub mod document;
pub mod entity;
pub mod event;
pub mod explain;
pub mod export;
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

/// The examples in the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
