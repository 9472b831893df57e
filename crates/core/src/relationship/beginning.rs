//! How a relationship begins: a friendship with the Council's approval, a sister relationship with a memorandum.

use crate::agreement::Side;
use crate::historic::HistoricDate;
use crate::identity::{AgreementId, TermId};
use crate::policy::Policy;
use crate::relationship::decision::Approval;
use crate::relationship::term::{EndCause, Ending, Kind, Term};
use crate::relationship::{OrderFault, Relationship};
use crate::text::Line;

/// How a relationship begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Beginning {
    /// Its kind.
    pub kind: Kind,
    /// When; `None`: with the approval of a friendship, with the memorandum of a sister relationship.
    pub start: Option<HistoricDate>,
    /// When a friendship ends, where that was decided; `None`: as the policy says.
    pub ends: Option<HistoricDate>,
    /// The Council's approval; `None`: that of the application.
    pub approval: Option<Approval>,
    /// The member of the Council who sponsors it.
    pub sponsor: Option<Line>,
}

/// Why a relationship cannot begin.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BeginningError {
    /// It is in a term.
    #[error("it is {} since {} already", .kind.with_article(), start.map_or_else(|| "a day not on record".to_owned(), |start| start.to_string()))]
    AlreadyCurrent {
        /// Of which kind.
        kind: Kind,
        /// Since when.
        start: Option<HistoricDate>,
    },
    /// The application is not decided.
    #[error("the application of {made} is not decided yet")]
    Undecided {
        /// When it was made.
        made: HistoricDate,
    },
    /// A friendship without approval.
    #[error("a friendship begins with the Council's approval, and none is on record")]
    NotApproved,
    /// Nothing says when it begins.
    #[error("when the Council approved is not on record, so nothing says when the friendship begins")]
    NoStart,
    /// A friendship that begins before its approval.
    #[error("a friendship begins with the Council's approval of {approved}, not before it, on {start}")]
    BeforeApproval {
        /// Its start.
        start: HistoricDate,
        /// When the Council approved.
        approved: HistoricDate,
    },
    /// No rule says how long it lasts.
    #[error("no rule of {start} says how long a friendship lasts")]
    NoTermLength {
        /// Its start.
        start: HistoricDate,
    },
    /// The end is finer than the start is known.
    #[error("it begins in {start}, day not on record, so that its end cannot be counted: say when it ends")]
    EndNotCounted {
        /// Its start.
        start: HistoricDate,
    },
    /// A sister relationship has no end.
    #[error("a sister relationship runs until a party ends it: it is given no end")]
    SisterHasNoEnd,
    /// The memorandum is not as the rule asks.
    #[error(transparent)]
    Memorandum(#[from] MemorandumError),
    /// The dates that would result cannot be true together.
    #[error(transparent)]
    Order(#[from] OrderFault),
}

/// Why no memorandum begins a sister relationship.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MemorandumError {
    /// None is on record that has begun no term.
    #[error("a sister relationship begins with a memorandum signed by both mayors, and none is on record")]
    NotOnRecord,
    /// None was signed then.
    #[error(
        "a sister relationship begins with a memorandum signed by both mayors, and none of {on} is on record"
    )]
    NotOn {
        /// When.
        on: HistoricDate,
    },
    /// A side did not sign.
    #[error("the memorandum of {signed} names nobody who signed for the {}: it is signed by both mayors", match side { Side::Host => "host", Side::Partner => "partner" })]
    Unsigned {
        /// When it was signed.
        signed: HistoricDate,
        /// Which side is missing.
        side: Side,
    },
}

impl Relationship {
    /// Begins a term of a relationship that is in none.
    ///
    /// A friendship begins with the Council's approval or later, and ends after the policy's term; a sister
    /// relationship begins with its memorandum, and runs until a party ends it.
    ///
    /// # Errors
    /// What the rule asks for is not on record, or the dates cannot be true together.
    pub fn establish(
        &mut self,
        id: TermId,
        beginning: Beginning,
        policy: &Policy,
    ) -> Result<(), BeginningError> {
        let kind = beginning.kind;
        if let Some(open) = self.open_application(kind) {
            return Err(BeginningError::Undecided { made: open.on });
        }
        let approval = beginning.approval.clone().or_else(|| self.approval_without_term(kind).cloned());
        let (start, ending, memorandum) = match kind {
            Kind::Friendship => self.friendship_begins(&beginning, approval.as_ref(), policy)?,
            Kind::Sister => {
                let (memorandum, signed) = self.memorandum(beginning.start)?;
                if beginning.ends.is_some() {
                    return Err(BeginningError::SisterHasNoEnd);
                }
                (signed, Ending::Open, Some(memorandum))
            }
        };
        if let Some(term) = self.holding_in(start) {
            return Err(BeginningError::AlreadyCurrent { kind: term.kind, start: term.start });
        }
        let sponsor = beginning.sponsor;
        self.add(Term {
            id,
            kind,
            start: Some(start),
            ending,
            continues: None,
            approval,
            sponsor,
            note: None,
        })?;
        self.begin_with(memorandum, id);
        Ok(())
    }

    /// When a friendship starts and how it ends, and the agreement that was signed on that day, if one was.
    fn friendship_begins(
        &self,
        beginning: &Beginning,
        approval: Option<&Approval>,
        policy: &Policy,
    ) -> Result<(HistoricDate, Ending, Option<AgreementId>), BeginningError> {
        let approval = approval.ok_or(BeginningError::NotApproved)?;
        let start = beginning.start.or(approval.on).ok_or(BeginningError::NoStart)?;
        if let Some(approved) = approval.on.filter(|approved| start.last() < approved.first()) {
            return Err(BeginningError::BeforeApproval { start, approved });
        }
        let ending = if let Some(on) = beginning.ends {
            Ending::Recorded { on, cause: EndCause::Expiry, reason: None }
        } else {
            let length = policy.friendship_term(start.first());
            let length = length.ok_or(BeginningError::NoTermLength { start })?;
            Ending::after(start, length).ok_or(BeginningError::EndNotCounted { start })?
        };
        let signed_then = self.agreements.iter().find(|one| one.term.is_none() && one.signed == Some(start));
        Ok((start, ending, signed_then.map(|agreement| agreement.id)))
    }

    /// The memorandum with which a sister relationship begins: the one of a date, or the latest, that has begun no
    /// term and that both sides signed.
    pub(super) fn memorandum(
        &self,
        on: Option<HistoricDate>,
    ) -> Result<(AgreementId, HistoricDate), MemorandumError> {
        let unused = self.agreements.iter().filter(|agreement| agreement.term.is_none());
        let signed = unused.filter_map(|agreement| Some((agreement, agreement.signed?)));
        let wanted = signed.filter(|(_, signed)| on.is_none_or(|on| on == *signed));
        let missing = on.map_or(MemorandumError::NotOnRecord, |on| MemorandumError::NotOn { on });
        let (agreement, signed) = wanted.max_by_key(|(_, signed)| *signed).ok_or(missing)?;
        let unsigned = |side: &Side| agreement.signatories.iter().all(|signatory| signatory.side != *side);
        match [Side::Host, Side::Partner].into_iter().find(unsigned) {
            Some(side) => Err(MemorandumError::Unsigned { signed, side }),
            None => Ok((agreement.id, signed)),
        }
    }

    /// Records that an agreement begins a term.
    pub(super) fn begin_with(&mut self, agreement: Option<AgreementId>, term: TermId) {
        let begun = self.agreements.iter_mut().find(|one| Some(one.id) == agreement);
        if let Some(agreement) = begun {
            agreement.term = Some(term);
        }
    }

    /// The term that certainly holds on some day that a date can be.
    fn holding_in(&self, date: HistoricDate) -> Option<&Term> {
        let holds = |term: &&Term| {
            term.certain().is_some_and(|span| span.contains(date.first()) || span.contains(date.last()))
        };
        self.terms.iter().find(holds)
    }

    /// Adds a term, unless the dates cannot then be true together.
    pub(super) fn add(&mut self, term: Term) -> Result<(), OrderFault> {
        self.terms.push(term);
        let fault = self.order_faults().into_iter().next();
        fault.map_or(Ok(()), |fault| {
            self.terms.pop();
            Err(fault)
        })
    }
}
