//! Moments as people type them: by the clock of the host city, unless they say otherwise.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::failure::Failure;

/// A moment: a day or a time in the host city, or an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// As a clock in the host city shows it; a day begins at midnight.
    Local(DateTime),
    /// The same everywhere.
    Instant(Timestamp),
}

impl FromStr for Moment {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let day = || text.parse::<Date>().ok().filter(|_| text.len() == 10).map(|day| day.at(0, 0, 0, 0));
        let time =
            || text.parse::<DateTime>().ok().filter(|_| text.len() >= 16 && !text.contains(['[', 'Z']));
        match text.parse::<Timestamp>() {
            Ok(instant) => Ok(Self::Instant(instant)),
            Err(_) => day().or_else(time).map(Self::Local).ok_or_else(|| {
                "write a day, as 2026-12-01, or a time in the host city, as 2026-12-01T08:00".to_owned()
            }),
        }
    }
}

impl Moment {
    /// The instant, by the host city's zone.
    ///
    /// # Errors
    /// A change of clocks skips or doubles the local time.
    pub(crate) fn instant(self, zone: &TimeZone) -> Result<Timestamp, Failure> {
        match self {
            Self::Instant(instant) => Ok(instant),
            Self::Local(time) => {
                let moment = zone.to_ambiguous_zoned_datetime(time).unambiguous();
                moment.map(|moment| moment.timestamp()).map_err(|_| {
                    Failure::input(format!(
                        "{time} is skipped or doubled in the host city by a change of clocks: write another time, or one in UTC as 2026-11-01T08:30:00Z"
                    ))
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_host_citys_unless_it_says_otherwise() {
        let zone = TimeZone::get("America/Los_Angeles").unwrap();
        for (typed, instant) in [
            ("2026-12-01", "2026-12-01T08:00:00Z"),
            ("2026-07-01T08:30", "2026-07-01T15:30:00Z"),
            ("2026-12-01T08:00:00Z", "2026-12-01T08:00:00Z"),
            ("2026-12-01T08:00:00+01:00", "2026-12-01T07:00:00Z"),
        ] {
            let moment: Moment = typed.parse().unwrap();
            assert_eq!(moment.instant(&zone).unwrap(), instant.parse().unwrap(), "{typed}");
        }
        for typed in ["", "tomorrow", "2026-02-30", "2026-12", "2026-12-01T25:00"] {
            assert!(typed.parse::<Moment>().is_err(), "{typed}");
        }
        for typed in ["2026-03-08T02:30", "2026-11-01T01:30"] {
            let moment: Moment = typed.parse().unwrap();
            assert!(
                matches!(moment.instant(&zone), Err(Failure::Input(words)) if words.contains("UTC")),
                "{typed}"
            );
        }
    }
}
