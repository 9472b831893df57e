//! When an exchange is: at a time of day in a zone, on whole days, or at a historic date.

use jiff::civil::{Date, DateTime};
use jiff::tz::AmbiguousOffset;
use jiff::{Span, ZonedDateTime};

use crate::historic::HistoricDate;
use crate::text::TimeZoneName;
use crate::word::words;

/// When an exchange is.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// At a time of day in a zone.
    Timed(Timed),
    /// On whole days, both counted.
    Days {
        /// The first day.
        first: Date,
        /// The last day.
        last: Date,
    },
    /// At a historic date: in lists and timelines, not in the month view nor in calendars.
    Historic(HistoricDate),
}

/// A time of day in a zone. The instants are derived from it, and derived again when the zone's rules change.
#[derive(Clone, Debug, PartialEq)]
pub struct Timed {
    /// The start, as a clock there shows it.
    pub starts: DateTime,
    /// The end, as a clock there shows it; `None`: not on record.
    pub ends: Option<DateTime>,
    /// The zone.
    pub zone: TimeZoneName,
    /// Which of the two is meant where a change of clocks doubles the start or the end.
    pub fold: Option<Fold>,
}

/// Which of two equal clock times is meant, when clocks are set back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum Fold {
    /// The first, before clocks are set back.
    Earlier,
    /// The second, after it.
    Later,
}

words!(Fold { Earlier = "earlier", Later = "later" });

/// Why a time cannot be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// Clocks skip it.
    #[error("{time} does not exist in {zone}: clocks are set forward over it")]
    Skipped {
        /// The time.
        time: DateTime,
        /// The zone.
        zone: TimeZoneName,
    },
    /// Clocks show it twice.
    #[error(
        "{time} happens twice in {zone}, as clocks are set back: say whether the earlier or the later is meant"
    )]
    Doubled {
        /// The time.
        time: DateTime,
        /// The zone.
        zone: TimeZoneName,
    },
    /// It ends before it starts.
    #[error("it ends at {ends}, before it starts at {starts}")]
    Backwards {
        /// The start.
        starts: String,
        /// The end.
        ends: String,
    },
}

impl Timed {
    /// The start, as an instant in its zone.
    pub fn start(&self) -> Result<ZonedDateTime, WhenError> {
        self.instant(self.starts)
    }

    /// The end, as an instant in its zone, if it is on record.
    pub fn end(&self) -> Result<Option<ZonedDateTime>, WhenError> {
        self.ends.map(|ends| self.instant(ends)).transpose()
    }

    fn instant(&self, time: DateTime) -> Result<ZonedDateTime, WhenError> {
        let zone = self.zone.zone();
        let ambiguous = zone.to_ambiguous_zoned_datetime(time);
        let refused = |error: fn(DateTime, TimeZoneName) -> WhenError| error(time, self.zone.clone());
        let skipped = |time, zone| WhenError::Skipped { time, zone };
        let doubled = |time, zone| WhenError::Doubled { time, zone };
        match (ambiguous.offset(), self.fold) {
            (AmbiguousOffset::Gap { .. }, _) => Err(refused(skipped)),
            (AmbiguousOffset::Fold { .. }, None) => Err(refused(doubled)),
            (AmbiguousOffset::Fold { .. }, Some(Fold::Later)) => {
                ambiguous.later().map_err(|_| refused(skipped))
            }
            _ => ambiguous.earlier().map_err(|_| refused(skipped)),
        }
    }
}

impl When {
    /// Checks that its times exist and that it does not end before it starts.
    pub fn check(&self) -> Result<(), WhenError> {
        let backwards = |starts: String, ends: String| Err(WhenError::Backwards { starts, ends });
        match self {
            Self::Timed(timed) => {
                let start = timed.start()?;
                match timed.end()? {
                    Some(end) if end < start => {
                        backwards(timed.starts.to_string(), end.datetime().to_string())
                    }
                    _ => Ok(()),
                }
            }
            Self::Days { first, last } if last < first => backwards(first.to_string(), last.to_string()),
            Self::Days { .. } | Self::Historic(_) => Ok(()),
        }
    }

    /// The day on which it starts, by the clocks where it is; `None`: its day is not on record.
    pub fn first_day(&self) -> Option<Date> {
        match self {
            Self::Timed(timed) => Some(timed.starts.date()),
            Self::Days { first, .. } => Some(*first),
            Self::Historic(_) => None,
        }
    }

    /// A time so much later, by the clocks: a change of clocks between moves nothing.
    #[must_use]
    pub fn shifted(&self, later: Span) -> Self {
        match self {
            Self::Timed(timed) => Self::Timed(Timed {
                starts: timed.starts.saturating_add(later),
                ends: timed.ends.map(|ends| ends.saturating_add(later)),
                ..timed.clone()
            }),
            Self::Days { first, last } => {
                Self::Days { first: first.saturating_add(later), last: last.saturating_add(later) }
            }
            Self::Historic(_) => self.clone(),
        }
    }

    /// The first and the last day of it on the host's calendar, or that it can be on, for lists and periods.
    pub fn days(&self, host: &TimeZoneName) -> Result<(Date, Date), WhenError> {
        Ok(match self {
            Self::Timed(timed) => {
                let there = |time: ZonedDateTime| time.with_time_zone(host.zone()).date();
                let first = there(timed.start()?);
                (first, timed.end()?.map_or(first, there))
            }
            Self::Days { first, last } => (*first, *last),
            Self::Historic(date) => (date.first(), date.last()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timed(starts: &str, zone: &str, fold: Option<Fold>) -> Timed {
        Timed { starts: starts.parse().unwrap(), ends: None, zone: zone.parse().unwrap(), fold }
    }

    #[test]
    fn the_same_instant_on_both_clocks() {
        for (starts, zone, elsewhere, there) in [
            ("2023-11-21T09:00", "Asia/Tokyo", "America/Los_Angeles", "2023-11-20T16:00:00"),
            ("2021-10-14T19:30", "America/Los_Angeles", "Asia/Taipei", "2021-10-15T10:30:00"),
        ] {
            let elsewhere: TimeZoneName = elsewhere.parse().unwrap();
            let start = timed(starts, zone, None).start().unwrap();
            assert_eq!(start.with_time_zone(elsewhere.zone()).datetime().to_string(), there);
        }
    }

    #[test]
    fn days_are_the_hosts() {
        let host: TimeZoneName = "America/Los_Angeles".parse().unwrap();
        let when = When::Timed(timed("2023-11-21T09:00", "Asia/Tokyo", None));
        assert_eq!(when.days(&host).unwrap().0.to_string(), "2023-11-20");
    }

    #[test]
    fn clocks_that_are_set_forward_skip_a_time_and_set_back_double_it() {
        let zone = "America/Los_Angeles";
        assert!(matches!(timed("2026-03-08T02:30", zone, None).start(), Err(WhenError::Skipped { .. })));
        assert!(matches!(timed("2026-11-01T01:30", zone, None).start(), Err(WhenError::Doubled { .. })));
        let earlier = timed("2026-11-01T01:30", zone, Some(Fold::Earlier)).start().unwrap();
        let later = timed("2026-11-01T01:30", zone, Some(Fold::Later)).start().unwrap();
        assert_eq!(later.timestamp().as_second() - earlier.timestamp().as_second(), 3600);
    }

    #[test]
    fn an_end_before_the_start_is_refused() {
        let mut backwards = timed("2026-04-25T10:00", "America/Los_Angeles", None);
        backwards.ends = Some("2026-04-25T09:00".parse().unwrap());
        assert!(matches!(When::Timed(backwards).check(), Err(WhenError::Backwards { .. })));
        let days = When::Days { first: "2026-04-25".parse().unwrap(), last: "2026-04-24".parse().unwrap() };
        assert!(days.check().is_err());
    }
}
