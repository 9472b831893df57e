//! Requests to become a partner, or to stay one: made, completed and decided.

use crate::historic::HistoricDate;
use crate::identity::ApplicationId;
use crate::relationship::Relationship;
use crate::relationship::decision::{Application, Approval, Decision, Outcome};
use crate::relationship::term::{Ending, Kind, Term};
use crate::text::Line;

/// Why an application cannot be made, completed or decided.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApplicationError {
    /// Another of the kind is open.
    #[error("an application of {made} for {} is open: it is decided or withdrawn before another is made", .kind.with_article())]
    OpenAlready {
        /// When that one was made.
        made: HistoricDate,
        /// What it asks for.
        kind: Kind,
    },
    /// It is a sister city, and nothing more can be asked for.
    #[error(
        "it is a sister city already, and that runs until a party ends it: there is nothing to apply for"
    )]
    SisterAlready,
    /// There is no such application.
    #[error("the relationship has no such application")]
    Unknown,
    /// Nothing is missing.
    #[error("the application of {made} is complete already")]
    CompleteAlready {
        /// When it was made.
        made: HistoricDate,
    },
    /// It is decided.
    #[error("the application of {made} was {decision} already")]
    DecidedAlready {
        /// When it was made.
        made: HistoricDate,
        /// How it was decided.
        decision: Decision,
    },
    /// An incomplete one cannot be approved.
    #[error("the application of {made} is incomplete ({missing}): only a complete one is approved")]
    Incomplete {
        /// When it was made.
        made: HistoricDate,
        /// What is missing.
        missing: Line,
    },
    /// A decision comes after what it decides.
    #[error("the application was made {made}: it cannot have been {decision} {decided}, before that")]
    DecidedBeforeMade {
        /// When it was made.
        made: HistoricDate,
        /// How it was decided.
        decision: Decision,
        /// When it was decided.
        decided: HistoricDate,
    },
}

impl Relationship {
    /// Puts an application on record. One for a friendship, while it is a friendship city, asks for the renewal; one
    /// for a sister relationship asks to become a sister city.
    ///
    /// # Errors
    /// One of the kind is open, or it is a sister city already.
    pub fn apply(&mut self, application: Application) -> Result<(), ApplicationError> {
        if let Some(open) = self.open_application(application.kind) {
            return Err(ApplicationError::OpenAlready { made: open.on, kind: open.kind });
        }
        let term = self.term_on(application.on.last());
        if term.is_some_and(|term| term.kind == Kind::Sister && term.ending == Ending::Open) {
            return Err(ApplicationError::SisterAlready);
        }
        self.applications.push(application);
        Ok(())
    }

    /// Records that nothing is missing from an application any more.
    ///
    /// # Errors
    /// It is complete or decided already.
    pub fn complete_application(&mut self, id: ApplicationId) -> Result<(), ApplicationError> {
        let application = self.undecided(id)?;
        match application.missing.take() {
            Some(_) => Ok(()),
            None => Err(ApplicationError::CompleteAlready { made: application.on }),
        }
    }

    /// Records how an application was decided.
    ///
    /// # Errors
    /// It is decided already, was made later, or is incomplete and cannot be approved.
    pub fn decide(&mut self, id: ApplicationId, outcome: Outcome) -> Result<(), ApplicationError> {
        let application = self.undecided(id)?;
        let (made, decision) = (application.on, outcome.decision);
        if let Some(decided) = outcome.approval.on.filter(|decided| decided.last() < made.first()) {
            return Err(ApplicationError::DecidedBeforeMade { made, decision, decided });
        }
        if decision == Decision::Approved
            && let Some(missing) = application.missing.clone()
        {
            return Err(ApplicationError::Incomplete { made, missing });
        }
        application.outcome = Some(outcome);
        Ok(())
    }

    /// The application for a kind that nobody has decided.
    pub fn open_application(&self, kind: Kind) -> Option<&Application> {
        self.applications.iter().find(|application| application.kind == kind && application.outcome.is_none())
    }

    /// The Council's approval of an application for a kind, of which no term has come yet.
    pub fn approval_without_term(&self, kind: Kind) -> Option<&Approval> {
        let approved = self.applications.iter().filter(|application| {
            let outcome = application.outcome.as_ref();
            let used = self.terms.iter().filter(|term| term.kind == kind).any(|term| {
                let approved = term.approval.as_ref().and_then(|approval| approval.on);
                [term.start, approved].into_iter().flatten().any(|day| application.on.first() <= day.first())
            });
            application.kind == kind
                && !used
                && outcome.is_some_and(|outcome| outcome.decision == Decision::Approved)
        });
        let latest = approved.max_by_key(|application| application.on);
        latest.and_then(|application| application.outcome.as_ref()).map(|outcome| &outcome.approval)
    }

    /// When the form for the renewal of a term was handed in: the last application for its kind that was made in it
    /// and was not withdrawn.
    pub fn renewal_form(&self, term: &Term) -> Option<HistoricDate> {
        let made = self.applications.iter().filter(|application| {
            let withdrawn =
                application.outcome.as_ref().is_some_and(|outcome| outcome.decision == Decision::Withdrawn);
            let begun = term.start.is_none_or(|start| start.first() < application.on.first());
            let ended = term.end().is_some_and(|end| end.last() < application.on.first());
            application.kind == term.kind && begun && !ended && !withdrawn
        });
        made.map(|application| application.on).max()
    }

    fn undecided(&mut self, id: ApplicationId) -> Result<&mut Application, ApplicationError> {
        let application = self.applications.iter_mut().find(|application| application.id == id);
        let application = application.ok_or(ApplicationError::Unknown)?;
        match &application.outcome {
            None => Ok(application),
            Some(outcome) => {
                Err(ApplicationError::DecidedAlready { made: application.on, decision: outcome.decision })
            }
        }
    }
}
