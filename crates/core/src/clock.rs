//! The only place that asks what time it is.

use std::str::FromStr;

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// Tells the time: the machine's, or one that stands still, for tests and rehearsals.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The machine's clock.
    Machine,
    /// A clock that always shows this moment.
    Still(Timestamp),
}

impl Clock {
    /// The moment that it is now.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
    pub fn now(self) -> Timestamp {
        match self {
            Self::Machine => Timestamp::now(),
            Self::Still(moment) => moment,
        }
    }

    /// The day that it is now in a zone.
    pub fn today(self, zone: &TimeZone) -> Date {
        self.now().to_zoned_datetime(zone.clone()).date()
    }
}

/// A clock that stands still at a moment (RFC 3339).
impl FromStr for Clock {
    type Err = ClockError;

    fn from_str(text: &str) -> Result<Self, ClockError> {
        text.parse().map(Self::Still).map_err(|_| ClockError)
    }
}

/// A text names no moment.
#[derive(Clone, Debug, thiserror::Error)]
#[error("write a moment such as 2026-11-23T12:00:00Z")]
pub struct ClockError;
