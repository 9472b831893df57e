//! Applications: in a list, and one by itself.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::{Application, Decision, Kind, Line, Partner, Slug};

use super::agreement::private;
use super::term::{ApplicationRecord, applications};
use super::{Dated, dated, value};
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// An application in a list.
#[derive(Debug, Serialize)]
pub(crate) struct ApplicationRow {
    partner: Slug,
    kind: Kind,
    on: Dated,
    missing: Option<Line>,
    decision: Option<Decision>,
    decided_on: Option<Dated>,
    published_at: Option<Timestamp>,
}

/// An application, whole.
#[derive(Debug, Serialize)]
pub(crate) struct ShownApplication {
    partner: Slug,
    #[serde(flatten)]
    application: ApplicationRecord,
    #[serde(skip)]
    row: ApplicationRow,
}

impl ShownApplication {
    /// An application of a partner.
    pub(crate) fn new(partner: &Partner, application: &Application) -> Self {
        let row = ApplicationRow::new(partner, application);
        Self { partner: row.partner.clone(), application: ApplicationRecord::new(application), row }
    }
}

impl Record for ShownApplication {
    type Row = ApplicationRow;

    fn row(&self) -> &ApplicationRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let words = applications(std::slice::from_ref(&self.application));
        let public = Section::new("").maybe("public", private(self.row.published_at));
        Sheet::new(format!("Application of {}", self.partner), "").with(words).with(public)
    }
}

impl ApplicationRow {
    /// The applications of a partner, the latest first.
    pub(crate) fn all(partner: &Partner) -> Vec<Self> {
        let mut applications: Vec<&Application> = partner.relationship.applications.iter().collect();
        applications.sort_by_key(|application| std::cmp::Reverse(application.on));
        applications.into_iter().map(|application| Self::new(partner, application)).collect()
    }

    fn new(partner: &Partner, application: &Application) -> Self {
        Self {
            partner: partner.slug.clone(),
            kind: application.kind,
            on: Dated(application.on),
            missing: application.missing.clone(),
            decision: application.outcome.as_ref().map(|outcome| outcome.decision),
            decided_on: application.outcome.as_ref().and_then(|outcome| outcome.approval.on).map(Dated),
            published_at: application.published_at,
        }
    }

    /// Whether nothing is decided.
    pub(crate) const fn is_open(&self) -> bool {
        self.decision.is_none()
    }
}

impl Row for ApplicationRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("partner"),
        Column::whole("for a"),
        Column::whole("on"),
        Column::wrapping("decision"),
        Column::whole("public"),
    ];
    const FIELDS: &'static [&'static str] =
        &["partner", "kind", "on", "missing", "decision", "decided_on", "published_at"];

    fn cells(&self) -> Vec<Cell> {
        let missing = self.missing.as_ref().map(|missing| format!("missing: {missing}")).unwrap_or_default();
        let decision = match (self.decision, self.decided_on) {
            (None, _) => Cell::toned("open", Tone::Soon),
            (Some(decision), Some(on)) => Cell::plain(format!("{decision} {}", on.0)),
            (Some(decision), None) => Cell::plain(decision.as_str()),
        };
        vec![
            Cell::toned(self.partner.as_str(), Tone::Strong),
            Cell::plain(self.kind.as_str()),
            Cell::plain(self.on.0.to_string()),
            decision.below(&missing),
            Cell::plain(phrase::public_briefly(self.published_at)),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.partner.to_string(),
            self.kind.to_string(),
            self.on.0.to_string(),
            value(self.missing.as_ref()),
            value(self.decision),
            dated(self.decided_on),
            value(self.published_at),
        ]
    }
}
