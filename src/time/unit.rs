//! Units, seasons and parts of the day.

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Unit {
    Millisecond,
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The unit of a TIMEX3 duration of the lexicon (`P1W`).
    pub(crate) fn of_timex(value: &str) -> Option<Self> {
        Some(match value {
            "PT0.001S" => Self::Millisecond,
            "PT1S" => Self::Second,
            "PT1M" => Self::Minute,
            "PT1H" => Self::Hour,
            "P1D" => Self::Day,
            "P1N" => Self::Night,
            "P1WE" => Self::Weekend,
            "P1W" => Self::Week,
            "P2W" => Self::Fortnight,
            "P1M" => Self::Month,
            "P1Q" => Self::Quarter,
            "P6M" => Self::HalfYear,
            "P1Y" => Self::Year,
            "P1DE" => Self::Decade,
            "P1C" => Self::Century,
            "P1L" => Self::Millennium,
            _ => return None,
        })
    }

    /// The unit in which a part of it is counted, and how many of these it has: months of a year, years of a century.
    pub(crate) const fn parts(self) -> (Self, f64) {
        match self {
            Self::Millennium => (Self::Year, 1000.0),
            Self::Century => (Self::Year, 100.0),
            Self::Decade => (Self::Year, 10.0),
            Self::Year => (Self::Month, 12.0),
            Self::HalfYear => (Self::Month, 6.0),
            Self::Quarter => (Self::Month, 3.0),
            Self::Month => (Self::Day, 30.0),
            Self::Fortnight => (Self::Day, 14.0),
            Self::Week => (Self::Day, 7.0),
            _ => (Self::Day, 1.0),
        }
    }

    /// Whether it is shorter than a day.
    pub(crate) const fn is_of_clock(self) -> bool {
        matches!(self, Self::Millisecond | Self::Second | Self::Minute | Self::Hour)
    }
}

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The season of `XXXX-SU`.
    pub(crate) fn of_timex(value: &str) -> Option<Self> {
        Some(match value.get(value.len().checked_sub(2)?..)? {
            "SP" => Self::Spring,
            "SU" => Self::Summer,
            "FA" => Self::Autumn,
            "WI" => Self::Winter,
            _ => return None,
        })
    }

    /// Its letters in TIMEX3.
    pub(crate) const fn letters(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// Its first month; winter begins in December of its year.
    pub(crate) const fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}

/// A time of day: a part of the day or a time by the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Clock {
    /// `MO`, `MI`, `AF`, `EV`, `NI`, `DT`.
    Part(&'static str),
    /// Hour and minute, 24:00 for midnight at the end of a day.
    At(u8, u8),
}

impl Clock {
    /// The time of day of `TNI` or `T12:00`.
    pub(crate) fn of_timex(value: &str) -> Option<Self> {
        Some(match value {
            "TMO" => Self::Part("MO"),
            "TMI" => Self::Part("MI"),
            "TAF" => Self::Part("AF"),
            "TEV" => Self::Part("EV"),
            "TNI" => Self::Part("NI"),
            "TDT" => Self::Part("DT"),
            _ => {
                let (hour, minute) = value.strip_prefix('T')?.split_once(':')?;
                Self::At(hour.parse().ok()?, minute.parse().ok()?)
            }
        })
    }
}

impl Clock {
    /// Minutes since midnight, if it is a time by the clock.
    pub(crate) fn minutes(self) -> Option<i64> {
        match self {
            Self::At(hour, minute) => Some(i64::from(hour) * 60 + i64::from(minute)),
            Self::Part(_) => None,
        }
    }
}

impl std::fmt::Display for Clock {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Part(letters) => write!(out, "T{letters}"),
            Self::At(hour, minute) => write!(out, "T{hour:02}:{minute:02}"),
        }
    }
}
