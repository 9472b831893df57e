//! What staff do to an exchange, and what the rules say of it.

use jiff::civil::Date;

use super::{Exchange, People, Status, When, WhenError};
use crate::text::{Line, TimeZoneName};

/// Why an exchange cannot be changed so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// The time cannot be.
    #[error(transparent)]
    When(#[from] WhenError),
    /// It is cancelled.
    #[error("it is cancelled: confirm it first, if it is on after all")]
    Cancelled,
    /// It is so already.
    #[error("it is {0} already")]
    Already(&'static str),
    /// It is at that time already.
    #[error("it is at that time already")]
    SameTime,
    /// It has not begun.
    #[error("it has not begun: its first day is {0}")]
    NotBegun(Date),
    /// The sum is less than the kinds.
    #[error("{sum} people in all are fewer than the {kinds} counted by kind")]
    FewerInSum {
        /// The sum.
        sum: i32,
        /// What the kinds make together.
        kinds: i32,
    },
}

impl Exchange {
    /// Moves it to another time; the time that people knew stays on record.
    pub fn move_to(&mut self, when: When) -> Result<(), ExchangeError> {
        when.check()?;
        if self.status == Status::Cancelled {
            return Err(ExchangeError::Cancelled);
        }
        if when == self.when {
            return Err(ExchangeError::SameTime);
        }
        self.previously = Some(std::mem::replace(&mut self.when, when));
        self.changed_for_calendars();
        Ok(())
    }

    /// Postpones it to another time, of which no more than the month or year need be known.
    pub fn postpone(&mut self, when: When, reason: Option<Line>) -> Result<(), ExchangeError> {
        self.move_to(when)?;
        self.status = Status::Postponed;
        self.status_reason = reason;
        Ok(())
    }

    /// Mends a time that was wrong on record: nothing is kept of it here, as it never was to be then.
    pub fn correct_time(&mut self, when: When) -> Result<(), ExchangeError> {
        when.check()?;
        if when != self.when {
            self.when = when;
            self.changed_for_calendars();
        }
        Ok(())
    }

    /// Cancels it.
    pub fn cancel(&mut self, reason: Line) -> Result<(), ExchangeError> {
        if self.status == Status::Cancelled {
            return Err(ExchangeError::Already("cancelled"));
        }
        self.status = Status::Cancelled;
        self.status_reason = Some(reason);
        self.changed_for_calendars();
        Ok(())
    }

    /// Confirms that it is on.
    pub fn confirm(&mut self) -> Result<(), ExchangeError> {
        if self.status == Status::Confirmed {
            return Err(ExchangeError::Already("confirmed"));
        }
        self.status = Status::Confirmed;
        self.status_reason = None;
        self.changed_for_calendars();
        Ok(())
    }

    /// Records what happened: it was held, so it is confirmed. What is left out stays as it is on record.
    pub fn record(&mut self, people: People, today: Date, host: &TimeZoneName) -> Result<(), ExchangeError> {
        if self.status == Status::Cancelled {
            return Err(ExchangeError::Cancelled);
        }
        let (first, _) = self.when.days(host)?;
        if first > today {
            return Err(ExchangeError::NotBegun(first));
        }
        let known = std::mem::take(&mut self.people);
        let people = People {
            students: people.students.or(known.students),
            chaperones: people.chaperones.or(known.chaperones),
            adults: people.adults.or(known.adults),
            host_families: people.host_families.or(known.host_families),
            sum: people.sum.or(known.sum),
            remark: people.remark.or(known.remark),
        };
        let kinds = People { sum: None, ..people.clone() }.total();
        if let (Some(sum), Some(kinds)) = (people.sum, kinds)
            && sum < kinds
        {
            return Err(ExchangeError::FewerInSum { sum, kinds });
        }
        self.people = people;
        if self.status != Status::Confirmed {
            self.confirm()?;
        }
        Ok(())
    }

    /// Counts a change of its time or status: calendars that have it take the later SEQUENCE (RFC 5545, 3.8.7.4).
    const fn changed_for_calendars(&mut self) {
        self.sequence = self.sequence.saturating_add(1);
    }
}
