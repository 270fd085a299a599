//! Times of the record, after TimeML's TIMEX3 (ISO 24617-1).

use super::Term;
use crate::Span;
use serde::{Deserialize, Serialize};

/// TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeType {
    /// A day or a longer calendar unit.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Something that recurs.
    Set,
}

/// TIMEX3 modifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Modifier {
    /// early
    Start,
    /// mid-
    Mid,
    /// late
    End,
    /// about
    Approx,
    /// before
    Before,
    /// after
    After,
    /// not before
    OnOrAfter,
    /// not after
    OnOrBefore,
    /// less than
    LessThan,
    /// more than
    MoreThan,
    /// at most
    EqualOrLess,
    /// at least
    EqualOrMore,
}

impl Modifier {
    /// Its name in TIMEX3 and in the record: `ON_OR_AFTER`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
        }
    }
}

/// How a value was got; in JSON `absolute`, `published`, `dateline`, `none`, or `time:3` for the fourth of the record's times.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(into = "String", from = "String")]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
pub enum Anchor {
    /// Written in full.
    #[default]
    Absolute,
    /// Against the day of publication.
    Published,
    /// Against the date in the dateline.
    Dateline,
    /// Against the time with this index in the record's `times`.
    Time(usize),
    /// It needs a day to count from and there is none.
    None,
}

impl From<Anchor> for String {
    fn from(anchor: Anchor) -> Self {
        match anchor {
            Anchor::Absolute => "absolute".into(),
            Anchor::Published => "published".into(),
            Anchor::Dateline => "dateline".into(),
            Anchor::Time(index) => format!("time:{index}"),
            Anchor::None => "none".into(),
        }
    }
}

impl From<String> for Anchor {
    fn from(text: String) -> Self {
        match text.as_str() {
            "absolute" => Self::Absolute,
            "published" => Self::Published,
            "dateline" => Self::Dateline,
            other => other.strip_prefix("time:").and_then(|index| index.parse().ok()).map_or(Self::None, Self::Time),
        }
    }
}

/// An expression of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Time {
    /// Where it stands.
    #[serde(flatten)]
    pub span: Span,
    /// What it reads.
    pub text: String,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// TIMEX3 value: `2024-01-03`, `2023-SU`, `P2W`, `PRESENT_REF`.
    pub value: String,
    /// TIMEX3 modifier.
    #[serde(rename = "mod")]
    pub modifier: Option<Modifier>,
    /// First day it can mean, ISO.
    pub earliest: Option<String>,
    /// Last day it can mean, ISO.
    pub latest: Option<String>,
    /// How the value was got.
    pub anchor: Anchor,
    /// For sets: `EVERY` or `EACH`.
    pub quant: Option<String>,
    /// For sets: how often (`2X`).
    pub freq: Option<String>,
    /// Which rule made it (for `explain`).
    pub rule: Term,
}
