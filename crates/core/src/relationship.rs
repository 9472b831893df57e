//! Relationships: the host's tie to one partner over time.

mod application;
mod beginning;
mod completeness;
mod correction;
mod decision;
mod ending;
mod news;
mod order;
mod renewal;
mod standing;
mod term;

pub use application::ApplicationError;
pub use beginning::{Beginning, BeginningError, MemorandumError};
pub use completeness::CompletenessError;
pub use correction::{CorrectionError, TermCorrection};
pub use decision::{Application, Approval, Decision, Dormancy, Listing, Milestone, Outcome, Vote, VoteError};
pub use ending::EndingError;
pub use news::{News, NewsBasis, NewsEvent};
pub use order::OrderFault;
pub use renewal::{Promotion, Renewal, RenewalError, Renewed};
pub use standing::{Basis, Certainty, Standing, State};
pub use term::{DaySpan, EndCause, Ending, Kind, Term};

use jiff::civil::Date;

use crate::agreement::Agreement;
use crate::committee::Committee;
use crate::gift::Gift;
use crate::historic::HistoricDate;
use crate::identity::{CompletenessId, RelationshipId, TermId};
use crate::text::Markdown;

/// The host's tie to one partner over time: a sequence of terms, and what happened around them.
#[derive(Clone, Debug, PartialEq)]
pub struct Relationship {
    /// Its id.
    pub id: RelationshipId,
    /// Its terms, in the order of their starts.
    pub terms: Vec<Term>,
    /// Spans in which it slept.
    pub dormancies: Vec<Dormancy>,
    /// Sources that list it without dates.
    pub listings: Vec<Listing>,
    /// Requests for it.
    pub applications: Vec<Application>,
    /// What else happened to it.
    pub milestones: Vec<Milestone>,
    /// Its agreements.
    pub agreements: Vec<Agreement>,
    /// The associations that nurture it, here and there.
    pub committees: Vec<Committee>,
    /// Tokens given.
    pub gifts: Vec<Gift>,
    /// The years whose exchanges are completely recorded.
    pub complete_years: Vec<CompleteYear>,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

/// A statement that all exchanges of a year are on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompleteYear {
    /// Its id.
    pub id: CompletenessId,
    /// The year, 1 to 9999.
    pub year: i16,
    /// A remark for staff.
    pub note: Option<Markdown>,
}

impl Relationship {
    /// A relationship of which nothing is on record yet.
    pub const fn new(id: RelationshipId) -> Self {
        Self {
            id,
            terms: Vec::new(),
            dormancies: Vec::new(),
            listings: Vec::new(),
            applications: Vec::new(),
            milestones: Vec::new(),
            agreements: Vec::new(),
            committees: Vec::new(),
            gifts: Vec::new(),
            complete_years: Vec::new(),
            note: None,
        }
    }

    /// Whether nothing at all is on record of it.
    pub fn is_blank(&self) -> bool {
        *self == Self { note: self.note.clone(), ..Self::new(self.id) }
    }

    /// The term with an id.
    pub fn term(&self, id: TermId) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }

    /// The term that continues another.
    pub fn continued_by(&self, id: TermId) -> Option<&Term> {
        self.terms.iter().find(|term| term.continues == Some(id))
    }

    /// Whether all exchanges of a year are on record.
    pub fn is_complete_in(&self, year: i16) -> bool {
        self.complete_years.iter().any(|complete| complete.year == year)
    }

    /// The term whose end comes next and that no other continues, with that end: what falls due for renewal,
    /// counted to the first possible day. Sister relationships, ends that were decided, and terms that are to lapse
    /// do not fall due.
    pub fn due_for_renewal(&self, from: Date) -> Option<(&Term, HistoricDate)> {
        let open_ends =
            self.terms.iter().filter(|term| self.continued_by(term.id).is_none()).filter_map(|term| {
                let due = match term.ending {
                    Ending::ByPolicy(day) => HistoricDate::of_day(day),
                    Ending::Recorded { on, cause: EndCause::Expiry, .. } => on,
                    Ending::Recorded { .. } | Ending::Open | Ending::Unrecorded => return None,
                };
                let falls_due =
                    term.kind == Kind::Friendship && from <= due.last() && !self.is_to_lapse(term);
                falls_due.then_some((term, due))
            });
        open_ends.min_by_key(|(_, due)| due.first())
    }
}
