//! Terms and what surrounds them: approvals, dormancies, listings, applications.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::{
    Application, Approval, Decision, Dormancy, EndCause, Ending, HistoricSpan, Kind, Line, Listing, Markdown,
    Relationship, Term, TermId,
};

use super::Dated;
use crate::phrase;
use crate::printer::Section;

/// A term.
#[derive(Debug, Serialize)]
pub(crate) struct TermRecord {
    id: TermId,
    kind: Kind,
    start: Option<Dated>,
    ending: EndingRecord,
    continues: Option<TermId>,
    approval: Option<ApprovalRecord>,
    sponsor: Option<Line>,
    note: Option<Markdown>,
    #[serde(skip)]
    ending_in_words: String,
}

/// How a term ends.
#[derive(Debug, Serialize)]
#[serde(tag = "way", rename_all = "kebab-case")]
enum EndingRecord {
    Open,
    ByPolicy { on: Dated },
    Recorded { on: Dated, cause: EndCause, reason: Option<Line> },
    Unrecorded,
}

/// The Council's decision.
#[derive(Debug, Serialize)]
pub(crate) struct ApprovalRecord {
    on: Option<Dated>,
    resolution: Option<Line>,
    vote: Option<String>,
    agenda: Option<Line>,
    record_number: Option<Line>,
}

/// A span in which it slept.
#[derive(Debug, Serialize)]
pub(crate) struct DormancyRecord {
    term: TermId,
    start: Option<Dated>,
    end: Option<Dated>,
    note: Option<Markdown>,
}

/// A source that lists it without dates.
#[derive(Debug, Serialize)]
pub(crate) struct ListingRecord {
    kind: Kind,
    seen: HistoricSpan,
    note: Option<Markdown>,
}

/// A request for it.
#[derive(Debug, Serialize)]
pub(crate) struct ApplicationRecord {
    kind: Kind,
    on: Dated,
    missing: Option<Line>,
    decision: Option<Decision>,
    decided: Option<ApprovalRecord>,
    published_at: Option<Timestamp>,
    note: Option<Markdown>,
}

impl TermRecord {
    /// The terms of a relationship, in their order.
    pub(crate) fn all(relationship: &Relationship) -> Vec<Self> {
        relationship.terms.iter().map(Self::new).collect()
    }

    fn new(term: &Term) -> Self {
        let ending = match &term.ending {
            Ending::Open => EndingRecord::Open,
            Ending::ByPolicy(day) => {
                EndingRecord::ByPolicy { on: Dated(signpost_core::HistoricDate::of_day(*day)) }
            }
            Ending::Recorded { on, cause, reason } => {
                EndingRecord::Recorded { on: Dated(*on), cause: *cause, reason: reason.clone() }
            }
            Ending::Unrecorded => EndingRecord::Unrecorded,
        };
        Self {
            id: term.id,
            kind: term.kind,
            start: term.start.map(Dated),
            ending,
            continues: term.continues,
            approval: term.approval.as_ref().map(ApprovalRecord::new),
            sponsor: term.sponsor.clone(),
            note: term.note.clone(),
            ending_in_words: phrase::ending(&term.ending),
        }
    }

    fn words(&self) -> String {
        let continues = self.continues.map(|_| ", continuing the one before").unwrap_or_default();
        let mut lines = vec![format!("{}{continues}, {}", self.kind, self.ending_in_words)];
        lines.extend(self.approval.as_ref().map(|approval| format!("approved {}", approval.words())));
        lines.extend(self.sponsor.as_ref().map(|sponsor| format!("sponsor: {sponsor}")));
        lines.extend(self.note.as_ref().map(ToString::to_string));
        lines.join("\n")
    }
}

impl ApprovalRecord {
    fn new(approval: &Approval) -> Self {
        Self {
            on: approval.on.map(Dated),
            resolution: approval.resolution.clone(),
            vote: approval.vote.map(|vote| vote.to_string()),
            agenda: approval.agenda.clone(),
            record_number: approval.record_number.clone(),
        }
    }

    fn words(&self) -> String {
        let mut words = phrase::date_if_any(self.on.map(|on| on.0));
        for (label, value) in [
            ("resolution", self.resolution.as_ref().map(Line::as_str)),
            ("vote", self.vote.as_deref()),
            ("agenda", self.agenda.as_ref().map(Line::as_str)),
            ("Clerk's record", self.record_number.as_ref().map(Line::as_str)),
        ] {
            if let Some(value) = value {
                words = format!("{words}; {label} {value}");
            }
        }
        words
    }
}

impl DormancyRecord {
    /// The dormancies of a relationship.
    pub(crate) fn all(relationship: &Relationship) -> Vec<Self> {
        let record = |dormancy: &Dormancy| Self {
            term: dormancy.term,
            start: dormancy.start.map(Dated),
            end: dormancy.end.map(Dated),
            note: dormancy.note.clone(),
        };
        relationship.dormancies.iter().map(record).collect()
    }
}

impl ListingRecord {
    /// The listings of a relationship.
    pub(crate) fn all(relationship: &Relationship) -> Vec<Self> {
        let record =
            |listing: &Listing| Self { kind: listing.kind, seen: listing.seen, note: listing.note.clone() };
        relationship.listings.iter().map(record).collect()
    }
}

impl ApplicationRecord {
    /// The applications for a relationship.
    pub(crate) fn all(relationship: &Relationship) -> Vec<Self> {
        relationship.applications.iter().map(Self::new).collect()
    }

    /// An application, whole.
    pub(super) fn new(application: &Application) -> Self {
        let outcome = application.outcome.as_ref();
        Self {
            kind: application.kind,
            on: Dated(application.on),
            missing: application.missing.clone(),
            decision: outcome.map(|outcome| outcome.decision),
            decided: outcome.map(|outcome| ApprovalRecord::new(&outcome.approval)),
            published_at: application.published_at,
            note: application.note.clone(),
        }
    }

    fn words(&self) -> String {
        let missing =
            self.missing.as_ref().map(|missing| format!(", incomplete: {missing}")).unwrap_or_default();
        let outcome = match (&self.decision, &self.decided) {
            (Some(decision), Some(decided)) => format!("\n{decision} {}", decided.words()),
            _ => "\nnot decided".to_owned(),
        };
        let note = self.note.as_ref().map(|note| format!("\n{note}")).unwrap_or_default();
        format!("{}{missing}{outcome}{note}", self.kind)
    }
}

/// The part of a sheet with terms.
pub(crate) fn terms(terms: &[TermRecord]) -> Section {
    let section = Section::new("Terms");
    terms.iter().fold(section, |section, term| section.entry(label(term.start), term.words()))
}

/// The part of a sheet with dormancies.
pub(crate) fn dormancies(dormancies: &[DormancyRecord]) -> Section {
    dormancies.iter().fold(Section::new("Dormant"), |section, dormancy| {
        let end = dormancy.end.map_or_else(|| "to this day".to_owned(), |end| format!("until {}", end.0));
        let note = dormancy.note.as_ref().map(|note| format!("\n{note}")).unwrap_or_default();
        section.entry(label(dormancy.start), format!("{end}{note}"))
    })
}

/// The part of a sheet with listings.
pub(crate) fn listings(listings: &[ListingRecord]) -> Section {
    listings.iter().fold(Section::new("Listed, without dates"), |section, listing| {
        let note = listing.note.as_ref().map(|note| format!("\n{note}")).unwrap_or_default();
        section.entry(listing.seen.to_string(), format!("as {} city{note}", listing.kind))
    })
}

/// The part of a sheet with applications.
pub(crate) fn applications(applications: &[ApplicationRecord]) -> Section {
    applications.iter().fold(Section::new("Applications"), |section, application| {
        section.entry(label(Some(application.on)), application.words())
    })
}

/// A date before what happened then.
pub(super) fn label(date: Option<Dated>) -> String {
    date.map_or_else(|| "no date".to_owned(), |date| date.0.to_string())
}
