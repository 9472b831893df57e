//! The only place that asks what time it is.

use std::env;

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
    /// The machine's clock, or the moment that `SIGNPOST_CLOCK` names (RFC 3339), for rehearsals.
    ///
    /// # Errors
    /// The variable is set and is no moment.
    pub fn from_environment() -> Result<Self, ClockError> {
        match env::var("SIGNPOST_CLOCK") {
            Err(_) => Ok(Self::Machine),
            Ok(text) => text.parse().map(Self::Still).map_err(|_| ClockError(text)),
        }
    }

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

/// `SIGNPOST_CLOCK` names no moment.
#[derive(Clone, Debug, thiserror::Error)]
#[error("SIGNPOST_CLOCK is `{0}`: write a moment such as 2026-11-23T12:00:00Z, or unset it")]
pub struct ClockError(String);
