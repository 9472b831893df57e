//! How a relationship ends or sleeps: a party ends it, it is suspended, it is resumed.

use crate::historic::HistoricDate;
use crate::identity::DormancyId;
use crate::relationship::decision::Dormancy;
use crate::relationship::term::{EndCause, Ending, Kind};
use crate::relationship::{OrderFault, Relationship};
use crate::text::{Line, Markdown};

/// Why a relationship cannot be ended, suspended or resumed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndingError {
    /// It is in no term then.
    #[error("{on} is in no term of the relationship")]
    NotInTerm {
        /// When.
        on: HistoricDate,
    },
    /// The term is continued by another.
    #[error("the term that it is in on {on} is continued by {} from {next}: that one must go first", .kind.with_article())]
    Continued {
        /// When.
        on: HistoricDate,
        /// What continues it.
        kind: Kind,
        /// From when.
        next: HistoricDate,
    },
    /// It sleeps already, or is recorded to sleep later.
    #[error("it is dormant already, {}", match (since, until) {
        (Some(since), Some(until)) => format!("from {since} until {until}"),
        (Some(since), None) => format!("since {since}"),
        (None, Some(until)) => format!("since when is not on record, until {until}"),
        (None, None) => "since when is not on record".to_owned(),
    })]
    AlreadyDormant {
        /// Since when, where that is on record.
        since: Option<HistoricDate>,
        /// Until when, where that is on record.
        until: Option<HistoricDate>,
    },
    /// It does not sleep.
    #[error("it is not dormant, so there is nothing to resume")]
    NotDormant,
    /// It wakes before it sleeps.
    #[error("it is dormant since {since}: it cannot be resumed {on}, before that")]
    ResumedBefore {
        /// Since when.
        since: HistoricDate,
        /// When it is to be resumed.
        on: HistoricDate,
    },
    /// The dates that would result cannot be true together.
    #[error(transparent)]
    Order(#[from] OrderFault),
}

impl Relationship {
    /// Ends the term that it is in on a date: a party ended it, for a reason.
    ///
    /// # Errors
    /// It is in no term then, or in one that another continues.
    pub fn end(&mut self, on: HistoricDate, reason: Line) -> Result<(), EndingError> {
        let term = self.term_on(on.first()).or_else(|| self.term_on(on.last()));
        let term = term.ok_or(EndingError::NotInTerm { on })?;
        if let Some(next) = self.continued_by(term.id) {
            let (kind, next) = (next.kind, next.start.unwrap_or(on));
            return Err(EndingError::Continued { on, kind, next });
        }
        let id = term.id;
        self.or_unchanged(|relationship| {
            let ended = relationship.terms.iter_mut().filter(|term| term.id == id);
            let reason = Some(reason);
            ended.for_each(|term| {
                term.ending = Ending::Recorded { on, cause: EndCause::Party, reason: reason.clone() };
            });
        })
    }

    /// Records that it sleeps from a date on.
    ///
    /// # Errors
    /// It is in no term then, or dormant already.
    pub fn suspend(
        &mut self,
        id: DormancyId,
        on: HistoricDate,
        note: Option<Markdown>,
    ) -> Result<(), EndingError> {
        let term = self.term_on(on.first()).or_else(|| self.term_on(on.last()));
        let term = term.ok_or(EndingError::NotInTerm { on })?.id;
        let overlapping = self
            .dormancies
            .iter()
            .find(|one| one.term == term && one.end.is_none_or(|end| on.first() < end.first()));
        if let Some(other) = overlapping {
            return Err(EndingError::AlreadyDormant { since: other.start, until: other.end });
        }
        self.or_unchanged(|relationship| {
            relationship.dormancies.push(Dormancy { id, term, start: Some(on), end: None, note });
        })
    }

    /// Records that it is awake again from a date on.
    ///
    /// # Errors
    /// It does not sleep, or began to only later.
    pub fn resume(&mut self, on: HistoricDate) -> Result<(), EndingError> {
        let asleep = self.dormancies.iter().find(|dormancy| dormancy.end.is_none());
        let asleep = asleep.ok_or(EndingError::NotDormant)?;
        if let Some(since) = asleep.start.filter(|since| on.last() < since.first()) {
            return Err(EndingError::ResumedBefore { since, on });
        }
        let id = asleep.id;
        self.or_unchanged(|relationship| {
            let awoken = relationship.dormancies.iter_mut().filter(|dormancy| dormancy.id == id);
            awoken.for_each(|dormancy| dormancy.end = Some(on));
        })
    }

    /// Changes it, unless its dates cannot then be true together.
    pub(super) fn or_unchanged<E: From<OrderFault>>(
        &mut self,
        change: impl FnOnce(&mut Self),
    ) -> Result<(), E> {
        let before = self.clone();
        change(self);
        match self.order_faults().into_iter().next() {
            None => Ok(()),
            Some(fault) => {
                *self = before;
                Err(fault.into())
            }
        }
    }
}
