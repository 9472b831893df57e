//! Exchanges: delegations, student exchanges, festivals, ceremonies.

use jiff::civil::{Date, DateTime};
use jiff::tz::AmbiguousOffset;
use jiff::{Timestamp, ZonedDateTime};

use crate::geo::Place;
use crate::historic::HistoricDate;
use crate::identity::{CommitteeId, ExchangeId, PartnerId, SeriesId};
use crate::text::{Line, Markdown, Slug, TimeZoneName, WebAddress};
use crate::word::words;

/// Something that people of both cities do together.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// Its id. Its calendar identifier derives from it, and so never changes.
    pub id: ExchangeId,
    /// Its name in URLs and commands.
    pub slug: Slug,
    /// What it is called.
    pub title: Line,
    /// What there is to say about it.
    pub description: Option<Markdown>,
    /// The partners it is with.
    pub partners: Vec<PartnerId>,
    /// What kind it is.
    pub kind: ExchangeKind,
    /// Who goes where.
    pub direction: Direction,
    /// Whether it is on.
    pub status: Status,
    /// Why it is cancelled or postponed, in words.
    pub status_reason: Option<Line>,
    /// When it is.
    pub when: When,
    /// When it was to be, before it was postponed.
    pub previously: Option<When>,
    /// Where it is: a place by name.
    pub venue: Option<Line>,
    /// Where that is on the earth.
    pub place: Option<Place>,
    /// A page with more.
    pub website: Option<WebAddress>,
    /// The committee that organises it.
    pub organizer: Option<CommitteeId>,
    /// Who led it.
    pub leader: Option<Line>,
    /// Who took part.
    pub people: People,
    /// The series that it belongs to.
    pub series: Option<SeriesId>,
    /// Which one it is, where a source counts: the 43rd visit.
    pub ordinal: Option<i32>,
    /// How often its calendar entry has changed (SEQUENCE of RFC 5545).
    pub sequence: i32,
    /// Since when it is public; `None`: it is not.
    pub published_at: Option<Timestamp>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// What kind an exchange is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum ExchangeKind {
    /// A visit of officials or citizens.
    Delegation,
    /// Students who visit and host one another.
    StudentExchange,
    /// Art, music, festivals.
    Cultural,
    /// Schools, teaching, libraries.
    Educational,
    /// Trade and companies.
    Business,
    /// Know-how, as of fire brigades or planners.
    Technical,
    /// A signing, an anniversary, an unveiling.
    Ceremony,
}

words!(ExchangeKind {
    Delegation = "delegation",
    StudentExchange = "student-exchange",
    Cultural = "cultural",
    Educational = "educational",
    Business = "business",
    Technical = "technical",
    Ceremony = "ceremony",
});

/// Who goes where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum Direction {
    /// The partner's people come to the host city.
    Inbound,
    /// The host's people go there.
    Outbound,
    /// At home, without a journey.
    Local,
    /// On line.
    Online,
}

words!(Direction { Inbound = "inbound", Outbound = "outbound", Local = "local", Online = "online" });

/// Whether an exchange is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, sqlx::Type)]
#[serde(rename_all = "kebab-case")]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum Status {
    /// Expected, not announced.
    Tentative,
    /// On, or held.
    Confirmed,
    /// Moved to another time.
    Postponed,
    /// Not held.
    Cancelled,
}

words!(Status {
    Tentative = "tentative",
    Confirmed = "confirmed",
    Postponed = "postponed",
    Cancelled = "cancelled",
});

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

/// Who took part: by kind, or in sum, as far as is on record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// Students.
    pub students: Option<i32>,
    /// Those who went with them.
    pub chaperones: Option<i32>,
    /// Other adults.
    pub adults: Option<i32>,
    /// Families who took them in; not people counted.
    pub host_families: Option<i32>,
    /// All, where only the sum is on record.
    pub sum: Option<i32>,
    /// What else is known of them, as their grades.
    pub remark: Option<Line>,
}

impl People {
    /// How many took part, if any number is on record: the stated sum, else that of the kinds.
    pub fn total(&self) -> Option<i32> {
        let kinds = [self.students, self.chaperones, self.adults];
        let counted = kinds
            .iter()
            .flatten()
            .fold(None, |sum: Option<i32>, count| Some(sum.unwrap_or(0).saturating_add(*count)));
        self.sum.or(counted)
    }
}

/// Exchanges that repeat.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its id.
    pub id: SeriesId,
    /// Its name in files and commands.
    pub slug: Slug,
    /// What it is called.
    pub title: Line,
    /// How it repeats (RRULE of RFC 5545); `None`: it does not follow a rule.
    pub rule: Option<Line>,
    /// A remark for staff.
    pub note: Option<Markdown>,
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

    #[test]
    fn people_are_counted_by_kind_or_in_sum() {
        let visit = People { students: Some(16), chaperones: Some(3), ..People::default() };
        assert_eq!(visit.total(), Some(19));
        assert_eq!(People { host_families: Some(4), ..People::default() }.total(), None);
        assert_eq!(People { sum: Some(19), ..People::default() }.total(), Some(19));
    }
}
