//! When an exchange is, for programs.

use serde::Serialize;
use signpost_core as core;
use utoipa::ToSchema;

use crate::api::dates::{Day, HistoricDate, Moment};

/// When an exchange is.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(tag = "way", rename_all = "kebab-case")]
pub(in crate::api) enum When {
    /// At a time of day in a zone.
    Timed {
        /// The start, as a clock there shows it (ISO 8601, without an offset).
        #[schema(pattern = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}")]
        starts: String,
        /// The end, as a clock there shows it; `null`: not on record.
        #[schema(pattern = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}")]
        ends: Option<String>,
        /// The zone (IANA).
        zone: String,
        /// The start as a moment, by the zone's rules as they are known now; `null`: they skip it.
        starts_at: Option<Moment>,
        /// The end as a moment.
        ends_at: Option<Moment>,
    },
    /// On whole days, both counted.
    Days {
        /// The first day.
        first: Day,
        /// The last day.
        last: Day,
    },
    /// At a historic date.
    Historic {
        /// The date.
        on: HistoricDate,
    },
}

impl From<&core::When> for When {
    fn from(when: &core::When) -> Self {
        match when {
            core::When::Timed(timed) => Self::Timed {
                starts: timed.starts.to_string(),
                ends: timed.ends.map(|ends| ends.to_string()),
                zone: timed.zone.to_string(),
                starts_at: timed.start().ok().map(|start| start.timestamp().into()),
                ends_at: timed.end().ok().flatten().map(|end| end.timestamp().into()),
            },
            core::When::Days { first, last } => Self::Days { first: (*first).into(), last: (*last).into() },
            core::When::Historic(on) => Self::Historic { on: (*on).into() },
        }
    }
}

/// The days from one to another, both counted.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub(in crate::api) struct DayRange {
    /// The first day.
    first: Day,
    /// The last day.
    last: Day,
}

impl DayRange {
    /// The days that an exchange is on, or can be, on the host's calendar.
    pub(super) fn of(when: &core::When, host: &core::TimeZoneName) -> Option<Self> {
        let (first, last) = when.days(host).ok()?;
        Some(Self { first: first.into(), last: last.into() })
    }
}
