//! Relationships, with all that happened around them.

mod parts;
mod term;

pub(super) use parts::{ApplicationRow, CompletenessRow, DormancyRow, ListingRow, MilestoneRow};
pub(super) use term::TermRow;

use std::collections::HashMap;

use serde::Serialize;
use sqlx::PgConnection;

use crate::identity::{PartnerId, RelationshipId};
use crate::partner::Partner;
use crate::relationship::Relationship;
use crate::store::row::{Grouped, record};
use crate::store::{StoreError, agreement, committee, gift};
use crate::text::Markdown;

#[derive(Debug, Serialize)]
pub(super) struct RelationshipRow {
    id: RelationshipId,
    partner: PartnerId,
    note: Option<Markdown>,
}

record!(
    RelationshipRow,
    "relationship",
    "insert into relationship select * from jsonb_populate_recordset(null::relationship, $1)
     on conflict (id) do update set (partner, note) = (excluded.partner, excluded.note)
     where (relationship.*) is distinct from (excluded.*)"
);

impl From<&Partner> for RelationshipRow {
    fn from(partner: &Partner) -> Self {
        let relationship = &partner.relationship;
        Self { id: relationship.id, partner: partner.id, note: relationship.note.clone() }
    }
}

/// All relationships by their partners, each with its parts in the order of their dates.
pub(super) async fn by_partner(
    connection: &mut PgConnection,
) -> Result<HashMap<PartnerId, Relationship>, StoreError> {
    let rows =
        sqlx::query_as!(RelationshipRow, "select * from relationship").fetch_all(&mut *connection).await?;
    let mut terms = Grouped::by(term::all(connection).await?, |row| row.relationship);
    let mut dormancies = Grouped::by(parts::dormancies(connection).await?, |row| row.relationship);
    let mut listings = Grouped::by(parts::listings(connection).await?, |row| row.relationship);
    let mut applications = Grouped::by(parts::applications(connection).await?, |row| row.relationship);
    let mut milestones = Grouped::by(parts::milestones(connection).await?, |row| row.relationship);
    let mut complete_years = Grouped::by(parts::complete_years(connection).await?, |row| row.relationship);
    let mut agreements = agreement::by_relationship(connection).await?;
    let mut committees = committee::by_relationship(connection).await?;
    let mut gifts = Grouped::by(gift::all(connection).await?, |row| row.relationship);
    let relationships = rows.into_iter().map(|row| {
        let id = row.id;
        let relationship = Relationship {
            id,
            terms: read(terms.take(&id))?,
            dormancies: read(dormancies.take(&id))?,
            listings: read(listings.take(&id))?,
            applications: read(applications.take(&id))?,
            milestones: read(milestones.take(&id))?,
            agreements: agreements.remove(&id).unwrap_or_default(),
            committees: committees.remove(&id).unwrap_or_default(),
            gifts: read(gifts.take(&id))?,
            complete_years: complete_years.take(&id).into_iter().map(Into::into).collect(),
            note: row.note,
        };
        Ok((row.partner, relationship))
    });
    relationships.collect()
}

/// What rows are in the domain.
fn read<R, T: TryFrom<R, Error = StoreError>>(rows: Vec<R>) -> Result<Vec<T>, StoreError> {
    rows.into_iter().map(T::try_from).collect()
}
