//! Mending what is wrong on record, and learning a date better.

use jiff::civil::Date;

use crate::historic::HistoricDate;
use crate::identity::TermId;
use crate::policy::Policy;
use crate::relationship::decision::Approval;
use crate::relationship::renewal::RenewalError;
use crate::relationship::term::{EndCause, Ending, Kind, Term};
use crate::relationship::{OrderFault, Relationship};
use crate::text::Line;

/// What is right about a term; what is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TermCorrection {
    /// When it starts.
    pub start: Option<HistoricDate>,
    /// When it ends.
    pub end: Option<HistoricDate>,
    /// The member of the Council who sponsors it.
    pub sponsor: Option<Line>,
    /// The Council's approval: what is `None` in it stays as it is.
    pub approval: Approval,
}

/// Why a term cannot be corrected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CorrectionError {
    /// There is no such term.
    #[error("the relationship has no such term")]
    UnknownTerm,
    /// It has no end that could be wrong.
    #[error("the term runs until a party ends it: there is no end to correct")]
    DoesNotEnd,
    /// The start is known less well than the policy's count of its end needs.
    #[error("from {start} the end of the term cannot be counted: say its end too")]
    EndNotCounted {
        /// The start.
        start: HistoricDate,
    },
    /// The dates that would result cannot be true together.
    #[error(transparent)]
    Order(#[from] OrderFault),
}

impl Relationship {
    /// Corrects a term. The boundary of terms that continue each other is one fact, and moves for both; an end that
    /// the policy gave is counted again from the start.
    ///
    /// # Errors
    /// The dates cannot be true together, or the term has no end.
    pub fn correct(
        &mut self,
        id: TermId,
        correction: TermCorrection,
        policy: &Policy,
    ) -> Result<(), CorrectionError> {
        if let Some(fault) = self.order_faults().into_iter().next() {
            return Err(fault.into());
        }
        let before = self.clone();
        let corrected = self
            .try_correct(id, correction, policy)
            .and_then(|()| self.order_faults().into_iter().next().map_or(Ok(()), |fault| Err(fault.into())));
        corrected.inspect_err(|_| *self = before)
    }

    fn try_correct(
        &mut self,
        id: TermId,
        correction: TermCorrection,
        policy: &Policy,
    ) -> Result<(), CorrectionError> {
        let TermCorrection { start, end, sponsor, approval } = correction;
        let term = self.term_mut(id)?;
        term.sponsor = sponsor.or(term.sponsor.take());
        if approval != Approval::default() {
            term.approval = Some(approval.or(term.approval.take().unwrap_or_default()));
        }
        if let Some(end) = end {
            term.ending = term.corrected_ending(end)?;
        }
        if let Some(start) = start {
            if let Some(former) = term.continues {
                let former = self.term_mut(former)?;
                former.ending = former.corrected_ending(start)?;
            }
            self.move_start(id, start, policy)?;
        }
        if let (Some(end), Some(next)) = (end, self.continued_by(id).map(|next| next.id)) {
            self.move_start(next, end, policy)?;
        }
        Ok(())
    }

    /// Moves the start of a term; the end that the policy gave it moves too, and what continues it.
    fn move_start(
        &mut self,
        id: TermId,
        start: HistoricDate,
        policy: &Policy,
    ) -> Result<(), CorrectionError> {
        let term = self.term_mut(id)?;
        term.start = Some(start);
        let length = policy.friendship_term(start.first());
        if let (Ending::ByPolicy(_), Some(length)) = (&term.ending, length) {
            term.ending = Ending::after(start, length).ok_or(CorrectionError::EndNotCounted { start })?;
            let end = term.end();
            if let (Some(end), Some(next)) = (end, self.continued_by(id).map(|next| next.id)) {
                self.move_start(next, end, policy)?;
            }
        }
        Ok(())
    }

    fn term_mut(&mut self, id: TermId) -> Result<&mut Term, CorrectionError> {
        self.terms.iter_mut().find(|term| term.id == id).ok_or(CorrectionError::UnknownTerm)
    }

    /// Whether a correction only says more than is on record, and contradicts nothing of it.
    pub fn is_only_learned(&self, id: TermId, correction: &TermCorrection) -> bool {
        let date = |known: Option<HistoricDate>, said: Option<HistoricDate>| match (known, said) {
            (Some(known), Some(said)) => known.first() <= said.first() && said.last() <= known.last(),
            (None, _) | (_, None) => true,
        };
        let Some(term) = self.term(id) else { return false };
        let known = term.approval.clone().unwrap_or_default();
        let said = &correction.approval;
        date(term.start, correction.start)
            && date(term.end(), correction.end)
            && date(known.on, said.on)
            && adds(term.sponsor.as_ref(), correction.sponsor.as_ref())
            && adds(known.resolution.as_ref(), said.resolution.as_ref())
            && adds(known.vote.as_ref(), said.vote.as_ref())
            && adds(known.agenda.as_ref(), said.agenda.as_ref())
            && adds(known.record_number.as_ref(), said.record_number.as_ref())
    }

    /// Records on which day a term ends whose month or year alone was known. The boundary is one fact: the term
    /// that continues it then starts on that day.
    ///
    /// # Errors
    /// The day is none of those that the end can be.
    pub fn learn_end(&mut self, id: TermId, day: Date) -> Result<(), RenewalError> {
        let recorded =
            self.term(id).ok_or(RenewalError::UnknownTerm)?.end().ok_or(RenewalError::DoesNotEnd)?;
        if !recorded.may_be(day) {
            return Err(RenewalError::OutsideRecorded { day, recorded });
        }
        self.or_unchanged(|relationship| {
            for term in &mut relationship.terms {
                if term.id == id
                    && let Ending::Recorded { on, .. } = &mut term.ending
                {
                    *on = HistoricDate::of_day(day);
                }
                if term.continues == Some(id) {
                    term.start = Some(HistoricDate::of_day(day));
                }
            }
        })
    }
}

/// Whether what is said is new or the same.
fn adds<T: PartialEq>(known: Option<&T>, said: Option<&T>) -> bool {
    known.is_none() || said.is_none() || known == said
}

impl Term {
    /// How it ends when its end is another date than was on record.
    fn corrected_ending(&self, on: HistoricDate) -> Result<Ending, CorrectionError> {
        Ok(match &self.ending {
            Ending::ByPolicy(day) if HistoricDate::of_day(*day) == on => Ending::ByPolicy(*day),
            Ending::Recorded { cause, reason, .. } => {
                Ending::Recorded { on, cause: *cause, reason: reason.clone() }
            }
            Ending::Open => return Err(CorrectionError::DoesNotEnd),
            Ending::Unrecorded if self.kind == Kind::Sister => return Err(CorrectionError::DoesNotEnd),
            Ending::ByPolicy(_) | Ending::Unrecorded => {
                Ending::Recorded { on, cause: EndCause::Expiry, reason: None }
            }
        })
    }
}

impl Approval {
    /// This, and where it is silent, the other.
    fn or(self, other: Self) -> Self {
        Self {
            on: self.on.or(other.on),
            resolution: self.resolution.or(other.resolution),
            vote: self.vote.or(other.vote),
            agenda: self.agenda.or(other.agenda),
            record_number: self.record_number.or(other.record_number),
        }
    }
}
