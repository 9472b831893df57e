//! Whether this machine and the database agree on the time. Days, deadlines and publications hang on it.

use jiff::{SignedDuration, Timestamp};
use sqlx::PgConnection;

use crate::Clock;
use crate::database::{DatabaseError, Moment};

/// How far apart clocks may be before nothing is done by them.
const FAR: SignedDuration = SignedDuration::from_hours(1);

/// What clocks show, and what the database knows to be past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clocks {
    /// This machine's.
    pub here: Timestamp,
    /// The database's.
    pub there: Timestamp,
    /// The newest moment that the database has on record.
    pub past: Option<Timestamp>,
}

/// Why no work is done by a clock.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClockFault {
    /// Two clocks are far apart.
    #[error(
        "the clock of this machine shows {here:.0}, and that of the database {there:.0}: set both by NTP, then start again"
    )]
    Apart {
        /// This machine's.
        here: Timestamp,
        /// The database's.
        there: Timestamp,
    },
    /// The clock shows a time that is long past.
    #[error(
        "the clock of this machine shows {here:.0}, but the record knows of {past:.0}: set it by NTP, then start again"
    )]
    Behind {
        /// This machine's.
        here: Timestamp,
        /// A moment that is past.
        past: Timestamp,
    },
}

/// Reads the clocks. One that stands still, for rehearsals, is nobody's fault: then there is nothing to compare.
pub async fn clocks(connection: &mut PgConnection, clock: Clock) -> Result<Option<Clocks>, DatabaseError> {
    if let Clock::Still(_) = clock {
        return Ok(None);
    }
    let before = clock.now();
    let there = sqlx::query!(
        r#"select clock_timestamp() as "now!: Moment", max(installed_on) as "past: Moment" from _sqlx_migrations"#
    )
    .fetch_one(connection)
    .await?;
    // Read between two looks at the own clock, which stands for the moment in their middle.
    let here = before + clock.now().duration_since(before) / 2;
    Ok(Some(Clocks { here, there: there.now.into(), past: there.past.map(Into::into) }))
}

impl Clocks {
    /// How far the two are apart.
    pub fn apart(&self) -> SignedDuration {
        self.here.duration_since(self.there).abs()
    }

    /// Refuses clocks that are far off.
    pub fn check(&self) -> Result<(), ClockFault> {
        let Self { here, there, past } = *self;
        if self.apart() > FAR {
            return Err(ClockFault::Apart { here, there });
        }
        match past {
            Some(past) if past.duration_since(here) > FAR => Err(ClockFault::Behind { here, past }),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_that_are_an_hour_apart_or_behind_are_refused() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let there = at("2026-11-23T12:00:00Z");
        for (here, past, fault) in [
            ("2026-11-23T12:00:01Z", None, None),
            ("2026-11-23T12:59:00Z", Some("2026-11-23T13:30:00Z"), None),
            ("2026-11-23T13:00:01Z", None, Some("13:00:01Z, and that of the database 2026-11-23T12:00:00Z")),
            ("2026-11-23T10:59:59Z", None, Some("set both by NTP")),
            ("2026-11-23T12:00:01Z", Some("2026-11-24T00:00:00Z"), Some("knows of 2026-11-24T00:00:00Z")),
        ] {
            let clocks = Clocks { here: at(here), there, past: past.map(at) };
            let found = clocks.check().err().map(|fault| fault.to_string());
            assert_eq!(found.is_some(), fault.is_some(), "{here}");
            assert!(found.unwrap_or_default().contains(fault.unwrap_or_default()), "{here}");
        }
    }
}
