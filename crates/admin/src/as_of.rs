//! The day that a list or a record is about.

use jiff::civil::Date;
use signpost_core::{Clock, Register};

use crate::cli::Day;

/// The day that is asked about: today in the host city, or another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AsOf {
    /// Today.
    Today(Date),
    /// A day that was named.
    Day(Date),
}

impl AsOf {
    /// The day that was named, else today.
    pub(crate) fn new(named: Option<Day>, register: &Register, clock: Clock) -> Self {
        match named {
            Some(day) => Self::Day(day.0),
            None => Self::Today(clock.today(&register.programme().time_zone.zone())),
        }
    }

    /// The day.
    pub(crate) const fn day(self) -> Date {
        match self {
            Self::Today(day) | Self::Day(day) => day,
        }
    }

    /// What follows a statement about the day: nothing of today, else which day it is and that this is today's
    /// knowledge of it.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Today(_) => String::new(),
            Self::Day(day) => format!(" on {day}, by what is known today"),
        }
    }
}
