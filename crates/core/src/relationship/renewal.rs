//! What becomes of a term at its end: renewed, refused, let lapse, or promoted to a sister relationship.

use jiff::civil::Date;

use crate::historic::HistoricDate;
use crate::identity::{ApplicationId, TermId};
use crate::policy::Policy;
use crate::relationship::application::ApplicationError;
use crate::relationship::beginning::MemorandumError;
use crate::relationship::decision::{Application, Approval, Decision, Outcome};
use crate::relationship::term::{EndCause, Ending, Kind, Term};
use crate::relationship::{OrderFault, Relationship};
use crate::text::Line;

/// Why a term cannot be renewed, refused or promoted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenewalError {
    /// There is no such term.
    #[error("the relationship has no such term")]
    UnknownTerm,
    /// The term does not end, so that there is nothing to renew.
    #[error("the term runs until a party ends it: there is nothing to renew")]
    DoesNotEnd,
    /// When it ends is not on record.
    #[error("when the term ends is not on record, so nothing says where its renewal begins")]
    EndUnrecorded,
    /// Another term continues it already.
    #[error("the term is already continued by the one that starts {}", start.map_or_else(|| "on a day not on record".to_owned(), |start| start.to_string()))]
    AlreadyContinued {
        /// When that one starts.
        start: Option<HistoricDate>,
    },
    /// It did not run out.
    #[error("a party ended the relationship {on}: what was ended is not renewed, it begins anew")]
    Ended {
        /// When.
        on: HistoricDate,
    },
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
    /// The day of the approval is not known.
    #[error("on which day the Council approved the renewal is not on record")]
    ApprovalDayNeeded,
    /// A renewal that was approved before there was anything to renew.
    #[error("the term starts {start}: its renewal cannot have been approved {approved}, before that")]
    ApprovedBeforeStart {
        /// When the term starts.
        start: HistoricDate,
        /// The day of the approval.
        approved: Date,
    },
    /// No rule says how long it lasts.
    #[error("no rule of {start} says how long a friendship lasts")]
    NoTermLength {
        /// When the renewal begins.
        start: HistoricDate,
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
    #[error("only a friendship can become a sister relationship, and this is one already")]
    NotAFriendship,
    /// The friendship was over before the memorandum.
    #[error("the friendship was over {end}, before the memorandum of {on}: there is none left to promote")]
    OverBefore {
        /// When it ended.
        end: HistoricDate,
        /// When the memorandum was signed.
        on: HistoricDate,
    },
    /// The application stands in the way.
    #[error(transparent)]
    Application(#[from] ApplicationError),
    /// The application is not decided.
    #[error("the application of {made} is not decided yet")]
    Undecided {
        /// When it was made.
        made: HistoricDate,
    },
    /// The memorandum is not as the rule asks.
    #[error(transparent)]
    Memorandum(#[from] MemorandumError),
    /// The dates that would result cannot be true together.
    #[error(transparent)]
    Order(#[from] OrderFault),
}

/// A renewal: whether it was in time, and so where its term begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Renewed {
    /// Before the end: the new term starts where the old one ends.
    InTime,
    /// After a lapse: the new term starts on its own approval, and the gap stays visible.
    AfterLapse,
}

/// How a friendship is renewed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Renewal {
    /// The Council's approval, known to the day.
    pub approval: Approval,
    /// When the new term ends, where that was decided; `None`: as the policy says.
    pub ends: Option<HistoricDate>,
    /// The member of the Council who sponsors it; `None`: who sponsored it before.
    pub sponsor: Option<Line>,
}

/// How a friendship becomes a sister relationship.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Promotion {
    /// When the memorandum was signed: the friendship ends and the sister relationship starts. `None`: that of the
    /// latest one.
    pub on: Option<HistoricDate>,
    /// Why the friendship ends, in words.
    pub reason: Option<Line>,
    /// The Council's approval; `None`: that of the application.
    pub approval: Option<Approval>,
}

impl Relationship {
    /// The friendship that a renewal would renew: of those that nothing continues the one that starts last.
    pub fn renewable(&self) -> Option<&Term> {
        let last = self.terms.iter().filter(|term| self.continued_by(term.id).is_none());
        last.max_by_key(|term| (term.start, term.id))
    }

    /// Renews a term, by the period of the policy on the day that the new one starts.
    ///
    /// Before the end the new term starts where the old one ends, so that no day is lost or gained; after a lapse
    /// it starts on the day of its own approval. An open application for it is thereby approved.
    ///
    /// # Errors
    /// There is nothing to renew, a day must be known first, or the dates cannot be true together.
    pub fn renew(
        &mut self,
        old: TermId,
        new: TermId,
        renewal: Renewal,
        policy: &Policy,
    ) -> Result<Renewed, RenewalError> {
        let term = self.running_out(old)?;
        let (kind, sponsor, begun) = (term.kind, term.sponsor.clone(), term.start);
        let end = term.end().ok_or(RenewalError::EndUnrecorded)?;
        let approved =
            renewal.approval.on.and_then(HistoricDate::day).ok_or(RenewalError::ApprovalDayNeeded)?;
        if let Some(start) = begun.filter(|start| approved < start.first()) {
            return Err(RenewalError::ApprovedBeforeStart { start, approved });
        }
        let in_time = match end.day() {
            Some(day) => approved <= day,
            None if approved < end.first() => true,
            None if approved > end.last() => false,
            None => return Err(RenewalError::EndDayNeeded { end, approved }),
        };
        let start = if in_time { end } else { HistoricDate::of_day(approved) };
        let ending = if let Some(on) = renewal.ends {
            Ending::Recorded { on, cause: EndCause::Expiry, reason: None }
        } else {
            let length = policy.friendship_term(start.first());
            let length = length.ok_or(RenewalError::NoTermLength { start })?;
            Ending::after(start, length).ok_or(RenewalError::EndDayNeeded { end, approved })?
        };
        let before = self.clone();
        let outcome = Outcome { decision: Decision::Approved, approval: renewal.approval.clone() };
        if let Some(open) = self.open_application(kind).map(|application| application.id) {
            self.decide(open, outcome)?;
        }
        self.forget_lapse(old);
        let added = self.add(Term {
            id: new,
            kind,
            start: Some(start),
            ending,
            continues: in_time.then_some(old),
            approval: Some(renewal.approval),
            sponsor: renewal.sponsor.or(sponsor),
            note: None,
        });
        added.inspect_err(|_| *self = before)?;
        Ok(if in_time { Renewed::InTime } else { Renewed::AfterLapse })
    }

    /// Records that the Council declined to renew a term, which then runs out: its application, or one of the day of
    /// the decision where none is on record, is declined.
    ///
    /// # Errors
    /// There is nothing to renew, or the decision comes before the application.
    pub fn refuse_renewal(
        &mut self,
        old: TermId,
        id: ApplicationId,
        decided: HistoricDate,
        approval: Approval,
    ) -> Result<(), RenewalError> {
        let term = self.running_out(old)?;
        let (kind, start) = (term.kind, term.start);
        if let Some(start) = start.filter(|start| decided.last() < start.first()) {
            return Err(RenewalError::ApprovedBeforeStart { start, approved: decided.first() });
        }
        let outcome =
            Outcome { decision: Decision::Declined, approval: Approval { on: Some(decided), ..approval } };
        if let Some(open) = self.open_application(kind).map(|application| application.id) {
            return Ok(self.decide(open, outcome)?);
        }
        self.applications.push(Application {
            id,
            kind,
            on: decided,
            missing: None,
            outcome: Some(outcome),
            published_at: None,
            note: None,
        });
        Ok(())
    }

    /// Records the decision that a term is to run out, and why. Its end stays what it is.
    ///
    /// # Errors
    /// It does not run out by itself.
    pub fn let_lapse(&mut self, id: TermId, why: Line) -> Result<(), RenewalError> {
        let on = self.running_out(id)?.end().ok_or(RenewalError::EndUnrecorded)?;
        let term = self.terms.iter_mut().find(|term| term.id == id).ok_or(RenewalError::UnknownTerm)?;
        term.ending = Ending::Recorded { on, cause: EndCause::Expiry, reason: Some(why) };
        Ok(())
    }

    /// Whether it is decided that a term is not renewed: by the Council, that declined the last application made
    /// in it, or by a reason on record why it runs out.
    pub fn is_to_lapse(&self, term: &Term) -> bool {
        let asked = self.applications.iter().filter(|application| {
            application.kind == term.kind
                && term.start.is_none_or(|start| start.first() < application.on.first())
        });
        let last = asked.max_by_key(|application| application.on);
        let declined = last.and_then(|application| application.outcome.as_ref());
        declined.is_some_and(|outcome| outcome.decision == Decision::Declined)
            || matches!(term.ending, Ending::Recorded { cause: EndCause::Expiry, reason: Some(_), .. })
    }

    /// Makes a friendship a sister relationship: one term closes with the memorandum, the next continues it.
    ///
    /// # Errors
    /// It is no friendship, it was over before, or there is no memorandum that both sides signed.
    pub fn promote(&mut self, old: TermId, new: TermId, promotion: Promotion) -> Result<(), RenewalError> {
        let Promotion { on, reason, approval } = promotion;
        if self.continuable(old)?.kind != Kind::Friendship {
            return Err(RenewalError::NotAFriendship);
        }
        if let Some(open) = self.open_application(Kind::Sister) {
            return Err(RenewalError::Undecided { made: open.on });
        }
        let (memorandum, on) = self.memorandum(on)?;
        let approval = approval.or_else(|| self.approval_without_term(Kind::Sister).cloned());
        let before = self.clone();
        if let Some(term) = self.terms.iter_mut().find(|term| term.id == old) {
            if let Some(end) = term.end().filter(|end| end.last() < on.first()) {
                return Err(RenewalError::OverBefore { end, on });
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
        self.add(next).inspect_err(|_| *self = before)?;
        self.begin_with(Some(memorandum), new);
        Ok(())
    }

    /// The term with an id, if it runs out by itself.
    fn running_out(&self, id: TermId) -> Result<&Term, RenewalError> {
        let term = self.continuable(id)?;
        match &term.ending {
            Ending::Open => Err(RenewalError::DoesNotEnd),
            Ending::Recorded { on, cause: EndCause::Party | EndCause::Change, .. } => {
                Err(RenewalError::Ended { on: *on })
            }
            Ending::Unrecorded if term.kind == Kind::Sister => Err(RenewalError::DoesNotEnd),
            Ending::Unrecorded | Ending::ByPolicy(_) | Ending::Recorded { .. } => Ok(term),
        }
    }

    fn continuable(&self, id: TermId) -> Result<&Term, RenewalError> {
        let term = self.term(id).ok_or(RenewalError::UnknownTerm)?;
        match self.continued_by(id) {
            Some(next) => Err(RenewalError::AlreadyContinued { start: next.start }),
            None => Ok(term),
        }
    }

    /// A term that is renewed after all was not let lapse.
    fn forget_lapse(&mut self, id: TermId) {
        let ending = self.terms.iter_mut().find(|term| term.id == id).map(|term| &mut term.ending);
        if let Some(Ending::Recorded { cause: EndCause::Expiry, reason, .. }) = ending {
            *reason = None;
        }
    }
}
