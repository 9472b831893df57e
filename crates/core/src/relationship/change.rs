//! What happens to a relationship: renewal, promotion, and learning a date better.

use jiff::civil::Date;

use crate::historic::HistoricDate;
use crate::identity::TermId;
use crate::period::Period;
use crate::relationship::decision::Approval;
use crate::relationship::term::{EndCause, Ending, Kind, Term};
use crate::relationship::{OrderFault, Relationship};
use crate::text::Line;

/// Why a term cannot be renewed or promoted, or a boundary not be learned.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenewalError {
    /// There is no such term.
    #[error("the relationship has no such term")]
    UnknownTerm,
    /// The term does not end, so that there is nothing to renew.
    #[error("the term runs until a party ends it: there is nothing to renew")]
    DoesNotEnd,
    /// Another term continues it already.
    #[error("the term is already continued by another")]
    AlreadyContinued,
    /// The approval falls within the month or year of an end that is not known to the day.
    #[error(
        "the term ends in {end}, day not on record, and {approved} may be before or after it: record the day of its end first"
    )]
    EndDayNeeded {
        /// The end as known.
        end: HistoricDate,
        /// The day of the approval.
        approved: Date,
    },
    /// The day is none of those that the boundary can be.
    #[error("{day} cannot be the day: the date on record is {recorded}")]
    OutsideRecorded {
        /// The day given.
        day: Date,
        /// The date on record.
        recorded: HistoricDate,
    },
    /// Only a friendship becomes a sister relationship.
    #[error("only a friendship can become a sister relationship")]
    NotAFriendship,
    /// The dates that would result cannot be true together.
    #[error(transparent)]
    Order(#[from] OrderFault),
}

/// A renewal: whether it was in time, and the term that it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewed {
    /// Before the end: the new term starts where the old one ends.
    InTime,
    /// After a lapse: the new term starts on its own approval, and the gap stays visible.
    AfterLapse,
}

/// How a friendship becomes a sister relationship.
#[derive(Clone, Debug, PartialEq)]
pub struct Promotion {
    /// When: the friendship ends and the sister relationship starts.
    pub on: HistoricDate,
    /// Why the friendship ends, in words.
    pub reason: Option<Line>,
    /// The Council's approval.
    pub approval: Option<Approval>,
}

impl Relationship {
    /// Renews a term by the policy's period, approved on a day.
    ///
    /// Before the end the new term starts where the old one ends, so that no day is lost or gained; after a lapse
    /// it starts on the day of its own approval.
    pub fn renew(
        &mut self,
        old: TermId,
        new: TermId,
        approved: Date,
        period: Period,
    ) -> Result<Renewed, RenewalError> {
        let term = self.continuable(old)?;
        let end = term.end().ok_or(RenewalError::DoesNotEnd)?;
        let in_time = match end.day() {
            Some(day) => approved <= day,
            None if approved < end.first() => true,
            None if approved > end.last() => false,
            None => return Err(RenewalError::EndDayNeeded { end, approved }),
        };
        let start = if in_time { end } else { HistoricDate::of_day(approved) };
        let ending = match (start.day(), period.after_historic(start)) {
            (Some(day), _) => Ending::ByPolicy(period.after(day)),
            (None, Some(on)) => Ending::Recorded { on, cause: EndCause::Expiry, reason: None },
            (None, None) => return Err(RenewalError::EndDayNeeded { end, approved }),
        };
        let approval = Some(Approval { on: Some(HistoricDate::of_day(approved)), ..Approval::default() });
        let continues = in_time.then_some(old);
        let (kind, sponsor) = (term.kind, term.sponsor.clone());
        self.add(Term {
            id: new,
            kind,
            start: Some(start),
            ending,
            continues,
            approval,
            sponsor,
            note: None,
        })?;
        Ok(if in_time { Renewed::InTime } else { Renewed::AfterLapse })
    }

    /// Makes a friendship a sister relationship: one term closes, the next continues it.
    pub fn promote(&mut self, old: TermId, new: TermId, promotion: Promotion) -> Result<(), RenewalError> {
        let Promotion { on, reason, approval } = promotion;
        if self.continuable(old)?.kind != Kind::Friendship {
            return Err(RenewalError::NotAFriendship);
        }
        let before = self.clone();
        if let Some(term) = self.terms.iter_mut().find(|term| term.id == old) {
            if let Some(end) = term.end().filter(|end| end.last() < on.first()) {
                return Err(RenewalError::OutsideRecorded { day: on.first(), recorded: end });
            }
            term.ending = Ending::Recorded { on, cause: EndCause::Change, reason };
        }
        let next = Term {
            id: new,
            kind: Kind::Sister,
            start: Some(on),
            ending: Ending::Open,
            continues: Some(old),
            approval,
            sponsor: None,
            note: None,
        };
        self.add(next).inspect_err(|_| *self = before)
    }

    /// Records on which day a term ends whose month or year alone was known. The boundary is one fact: the term
    /// that continues it then starts on that day.
    pub fn learn_end(&mut self, id: TermId, day: Date) -> Result<(), RenewalError> {
        let recorded =
            self.term(id).ok_or(RenewalError::UnknownTerm)?.end().ok_or(RenewalError::DoesNotEnd)?;
        if !recorded.may_be(day) {
            return Err(RenewalError::OutsideRecorded { day, recorded });
        }
        let before = self.clone();
        for term in &mut self.terms {
            if term.id == id
                && let Ending::Recorded { on, .. } = &mut term.ending
            {
                *on = HistoricDate::of_day(day);
            }
            if term.continues == Some(id) {
                term.start = Some(HistoricDate::of_day(day));
            }
        }
        match self.order_faults().into_iter().next() {
            None => Ok(()),
            Some(fault) => {
                *self = before;
                Err(fault.into())
            }
        }
    }

    fn continuable(&self, id: TermId) -> Result<&Term, RenewalError> {
        let term = self.term(id).ok_or(RenewalError::UnknownTerm)?;
        if self.continued_by(id).is_some() { Err(RenewalError::AlreadyContinued) } else { Ok(term) }
    }

    /// Adds a term, unless the dates cannot then be true together.
    fn add(&mut self, term: Term) -> Result<(), RenewalError> {
        self.terms.push(term);
        let fault = self.order_faults().into_iter().next();
        fault.map_or(Ok(()), |fault| {
            self.terms.pop();
            Err(fault.into())
        })
    }
}
