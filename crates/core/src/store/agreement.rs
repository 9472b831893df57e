//! Agreements and who signed them.

use std::collections::HashMap;

use serde::Serialize;
use sqlx::PgConnection;

use crate::agreement::{Agreement, Side, Signatory, SigningMethod};
use crate::database::{Day, Moment};
use crate::identity::{AgreementId, RelationshipId, SignatoryId, TermId};
use crate::store::StoreError;
use crate::store::row::{Grouped, Record, first, last, position, record};
use crate::text::{Line, Markdown};

#[derive(Debug, Serialize)]
pub(super) struct AgreementRow {
    id: AgreementId,
    relationship: RelationshipId,
    term: Option<TermId>,
    title: Line,
    signed_first: Option<Day>,
    signed_last: Option<Day>,
    place: Option<Line>,
    method: Option<SigningMethod>,
    published_at: Option<Moment>,
    note: Option<Markdown>,
}

record!(
    AgreementRow,
    "agreement",
    "insert into agreement select * from jsonb_populate_recordset(null::agreement, $1)
     on conflict (id) do update set
        (relationship, term, title, signed_first, signed_last, place, method, published_at, note) =
        (excluded.relationship, excluded.term, excluded.title, excluded.signed_first, excluded.signed_last,
         excluded.place, excluded.method, excluded.published_at, excluded.note)
     where (agreement.*) is distinct from (excluded.*)"
);

impl AgreementRow {
    pub(super) fn of(relationship: RelationshipId, agreement: &Agreement) -> Self {
        Self {
            id: agreement.id,
            relationship,
            term: agreement.term,
            title: agreement.title.clone(),
            signed_first: first(agreement.signed),
            signed_last: last(agreement.signed),
            place: agreement.place.clone(),
            method: agreement.method,
            published_at: agreement.published_at.map(Moment),
            note: agreement.note.clone(),
        }
    }

    fn into_agreement(self, signatories: Vec<SignatoryRow>) -> Result<Agreement, StoreError> {
        let signed = self.historic("date", self.signed_first, self.signed_last)?;
        Ok(Agreement {
            id: self.id,
            term: self.term,
            title: self.title,
            signed,
            place: self.place,
            method: self.method,
            signatories: signatories.into_iter().map(Signatory::from).collect(),
            published_at: self.published_at.map(Into::into),
            note: self.note,
        })
    }
}

#[derive(Debug, Serialize)]
pub(super) struct SignatoryRow {
    id: SignatoryId,
    agreement: AgreementId,
    position: i32,
    side: Side,
    name: Option<Line>,
    office: Option<Line>,
    on_behalf_of: Option<Line>,
}

record!(
    SignatoryRow,
    "signatory",
    "insert into signatory select * from jsonb_populate_recordset(null::signatory, $1)
     on conflict (id) do update set
        (agreement, position, side, name, office, on_behalf_of) =
        (excluded.agreement, excluded.position, excluded.side, excluded.name, excluded.office,
         excluded.on_behalf_of)
     where (signatory.*) is distinct from (excluded.*)"
);

impl SignatoryRow {
    pub(super) fn all_of(agreement: &Agreement) -> impl Iterator<Item = Self> {
        agreement.signatories.iter().cloned().enumerate().map(|(index, signatory)| Self {
            id: signatory.id,
            agreement: agreement.id,
            position: position(index),
            side: signatory.side,
            name: signatory.name,
            office: signatory.office,
            on_behalf_of: signatory.on_behalf_of,
        })
    }
}

impl From<SignatoryRow> for Signatory {
    fn from(row: SignatoryRow) -> Self {
        Self {
            id: row.id,
            side: row.side,
            name: row.name,
            office: row.office,
            on_behalf_of: row.on_behalf_of,
        }
    }
}

/// All agreements by their relationships, in the order of their dates.
pub(super) async fn by_relationship(
    connection: &mut PgConnection,
) -> Result<HashMap<RelationshipId, Vec<Agreement>>, StoreError> {
    let rows = sqlx::query_as!(AgreementRow, "select * from agreement order by signed_first nulls first, id")
        .fetch_all(&mut *connection)
        .await?;
    let signatories = sqlx::query_as!(SignatoryRow, "select * from signatory order by position, id")
        .fetch_all(connection)
        .await?;
    let mut signatories = Grouped::by(signatories, |row| row.agreement);
    let mut agreements: HashMap<_, Vec<_>> = HashMap::new();
    for row in rows {
        let (relationship, signatories) = (row.relationship, signatories.take(&row.id));
        agreements.entry(relationship).or_default().push(row.into_agreement(signatories)?);
    }
    Ok(agreements)
}
