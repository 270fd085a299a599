//! What is gathered of an event before it becomes a record.

use super::class::Class;
use super::scene::Noun;
use super::trigger::Trigger;
use crate::record::{Basis, FillerType, Range, Status};
use crate::time::{TimeMention, Value};
use jiff::civil::Date;

/// Most fillers of one role.
pub(super) const FILLERS: usize = 12;

/// What a noun group does in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Perpetrator,
    Victim,
    Target,
    Instrument,
    Place,
    About,
    Killed,
    Injured,
    Source,
}

impl Role {
    /// The role with this name in the frame table.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "perpetrator" => Self::Perpetrator,
            "victim" => Self::Victim,
            "target" => Self::Target,
            "instrument" => Self::Instrument,
            "place" => Self::Place,
            "about" => Self::About,
            "killed" => Self::Killed,
            "injured" => Self::Injured,
            "source" => Self::Source,
            _ => return None,
        })
    }
}

/// A noun group with the role that it fills.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Filler<'l> {
    pub role: Role,
    /// The tokens of the filler as it is quoted.
    pub noun: Noun,
    /// Index of its entity.
    pub entity: Option<u32>,
    pub class: Class,
    /// Class of people (`police`); empty where none is known.
    pub people: &'l str,
    pub kind: Option<FillerType>,
    pub basis: Basis,
    /// The one who says so.
    pub by: Option<u32>,
    pub count: Option<Range>,
    pub plural: bool,
    /// A pronoun or definite description that stands for something told elsewhere.
    pub anaphoric: bool,
}

/// How a number of people stands to others told of the same event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Given at first, before it was known better.
    First,
    /// Told, and no more.
    Told,
    /// It corrects or brings up to date what was told before.
    Update,
}

/// A number of people, with the tokens that tell it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tally {
    pub range: Range,
    pub first: u32,
    pub last: u32,
    pub standing: Standing,
}

/// When an event took place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dating {
    /// Index of the time mention.
    pub time: u32,
    /// How far from the trigger it was found: 0 same clause, 1 same sentence, 2 the day on which it was told.
    pub distance: u8,
    /// What it means, if the time is a length that was counted from another: "two days after gunmen killed 12".
    pub counted: Option<Value>,
}

impl Dating {
    /// First and last day that it can mean.
    pub fn days(&self, times: &[TimeMention]) -> Option<(Date, Date)> {
        match self.counted {
            Some(value) => value.range(),
            None => times.get(self.time as usize)?.range,
        }
    }
}

/// One telling of an event.
#[derive(Clone, Debug)]
pub(super) struct Mention<'l> {
    pub trigger: Trigger<'l>,
    pub status: Status,
    /// Tokens of the word of doubt.
    pub hedge: Option<(u32, u32)>,
    pub fillers: Vec<Filler<'l>>,
    /// Token of the event that did it, where the clause says so: "the blast killed".
    pub cause: Option<u32>,
    /// Indices of place entities, the most exact first.
    pub places: Vec<u32>,
    /// How far from the trigger the places were found, as in [`Dating`].
    pub place_distance: u8,
    pub date: Option<Dating>,
    pub killed: Option<Tally>,
    pub injured: Option<Tally>,
    pub captured: Option<Tally>,
    pub displaced: Option<Tally>,
    /// Told as known: "the attack", "this bombing".
    pub definite: bool,
    /// Told in general or as a sum over a long time.
    pub general: bool,
    /// Told of many, none of them certain: "they have murdered judges".
    pub indefinite: bool,
    /// Set apart from the events before: "another attack".
    pub separate: bool,
    /// Told in a sentence that is set apart from those before: "meanwhile", "in a separate incident".
    pub fresh: bool,
    /// Told as background: "last year", "the 1989 killing".
    pub background: bool,
    /// Tells what a war or a span of years has cost by now: "the conflict has killed 40,000".
    pub toll: bool,
    /// Tells the end of who did something told beside it: "before he was shot dead by police".
    pub end: bool,
    /// Names of the rules that made it.
    pub rules: Vec<&'static str>,
}

impl<'l> Mention<'l> {
    pub fn new(trigger: Trigger<'l>) -> Self {
        Self {
            status: trigger.status.unwrap_or_default(),
            trigger,
            hedge: None,
            fillers: Vec::new(),
            cause: None,
            places: Vec::new(),
            place_distance: u8::MAX,
            date: None,
            killed: None,
            injured: None,
            captured: None,
            displaced: None,
            definite: false,
            general: false,
            indefinite: false,
            separate: false,
            fresh: false,
            background: false,
            toll: false,
            end: false,
            rules: Vec::new(),
        }
    }

    /// Whether its numbers are only those that were given at first: "officials had earlier said that 14 people died".
    pub fn is_first_toll(&self) -> bool {
        let mut told = [self.killed, self.injured].into_iter().flatten().peekable();
        told.peek().is_some() && told.all(|tally| tally.standing == Standing::First)
    }

    /// The fillers of one role.
    pub fn role(&self, role: Role) -> impl Iterator<Item = &Filler<'l>> {
        self.fillers.iter().filter(move |filler| filler.role == role)
    }
}
