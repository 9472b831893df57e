//! Agreements and applications in lists.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::{
    Agreement, AgreementId, Application, Decision, Kind, Line, Partner, SigningMethod, Slug,
};

use super::agreement::{AgreementRecord, agreements};
use super::{Dated, dated, value};
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet, Tone};

/// An agreement in a list.
#[derive(Debug, Serialize)]
pub(crate) struct AgreementRow {
    partner: Slug,
    id: AgreementId,
    signed: Option<Dated>,
    title: Line,
    place: Option<Line>,
    method: Option<SigningMethod>,
    published_at: Option<Timestamp>,
}

/// An agreement, whole.
#[derive(Debug, Serialize)]
pub(crate) struct ShownAgreement {
    partner: Slug,
    id: AgreementId,
    #[serde(flatten)]
    agreement: AgreementRecord,
    #[serde(skip)]
    row: AgreementRow,
}

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

impl AgreementRow {
    /// The agreements with a partner.
    pub(crate) fn all(partner: &Partner) -> Vec<Self> {
        partner.relationship.agreements.iter().map(|agreement| Self::new(partner, agreement)).collect()
    }

    fn new(partner: &Partner, agreement: &Agreement) -> Self {
        Self {
            partner: partner.slug.clone(),
            id: agreement.id,
            signed: agreement.signed.map(Dated),
            title: agreement.title.clone(),
            place: agreement.place.clone(),
            method: agreement.method,
            published_at: agreement.published_at,
        }
    }
}

impl Row for AgreementRow {
    const COLUMNS: &'static [Column] = &[
        Column::whole("partner"),
        Column::whole("signed"),
        Column::wrapping("agreement"),
        Column::wrapping("public"),
    ];
    const FIELDS: &'static [&'static str] =
        &["partner", "id", "signed", "title", "place", "method", "published_at"];

    fn cells(&self) -> Vec<Cell> {
        let place = self.place.as_ref().map(|place| format!("in {place}")).unwrap_or_default();
        vec![
            Cell::toned(self.partner.as_str(), Tone::Strong),
            Cell::plain(
                self.signed.map_or_else(|| "not on record".to_owned(), |signed| signed.0.to_string()),
            ),
            Cell::plain(self.title.as_str()).below(&place),
            Cell::plain(phrase::public(self.published_at)),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.partner.to_string(),
            self.id.to_string(),
            dated(self.signed),
            self.title.to_string(),
            value(self.place.as_ref()),
            value(self.method),
            value(self.published_at),
        ]
    }
}

impl ShownAgreement {
    /// An agreement with a partner.
    pub(crate) fn new(partner: &Partner, agreement: &Agreement) -> Self {
        let row = AgreementRow::new(partner, agreement);
        Self { partner: row.partner.clone(), id: row.id, agreement: AgreementRecord::new(agreement), row }
    }
}

impl Record for ShownAgreement {
    type Row = AgreementRow;

    fn row(&self) -> &AgreementRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let facts = Section::new("").entry("id", self.id.to_string());
        let words = agreements(std::slice::from_ref(&self.agreement));
        Sheet::new(format!("{} with {}", self.row.title, self.partner), "").with(words).with(facts)
    }
}

impl ApplicationRow {
    /// The applications of a partner, the latest first.
    pub(crate) fn all(partner: &Partner) -> Vec<Self> {
        let mut applications: Vec<&Application> = partner.relationship.applications.iter().collect();
        applications.sort_by_key(|application| std::cmp::Reverse(application.on));
        let row = |application: &Application| Self {
            partner: partner.slug.clone(),
            kind: application.kind,
            on: Dated(application.on),
            missing: application.missing.clone(),
            decision: application.outcome.as_ref().map(|outcome| outcome.decision),
            decided_on: application.outcome.as_ref().and_then(|outcome| outcome.approval.on).map(Dated),
            published_at: application.published_at,
        };
        applications.into_iter().map(row).collect()
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
        Column::wrapping("public"),
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
            Cell::plain(phrase::public(self.published_at)),
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
