//! Agreements: in a list, and one by itself.

use jiff::Timestamp;
use serde::Serialize;
use signpost_core::{Agreement, AgreementId, Line, Partner, SigningMethod, Slug};

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
        Column::whole("public"),
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
            Cell::plain(phrase::public_briefly(self.published_at)),
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
