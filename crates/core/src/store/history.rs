//! When things were last changed, and how often, as the change record tells.

use std::collections::HashMap;

use jiff::Timestamp;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::calendar::SeriesHistory;
use crate::database::Moment;
use crate::identity::{Id, SeriesId};
use crate::store::StoreError;

/// When partners, terms, applications, agreements and exchanges were last changed, or became public, by their ids.
pub async fn last_changes(
    connection: &mut PgConnection,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Timestamp>, StoreError> {
    let rows = sqlx::query!(
        r#"select id as "id!: Uuid", at as "at!: Moment" from last_change where id = any($1) and at is not null"#,
        ids
    );
    Ok(rows.fetch_all(connection).await?.into_iter().map(|row| (row.id, row.at.into())).collect())
}

/// A state of the record, as the public sees it: another one after each change, and each time that the moment comes
/// from which something is public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordState {
    /// The content version.
    pub version: i64,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// When the next thing becomes public by itself.
    pub next_publication: Option<Timestamp>,
}

/// The state that the record is in.
pub async fn state(connection: &mut PgConnection) -> Result<RecordState, StoreError> {
    let row = sqlx::query!(
        r#"select version, changed_at as "changed_at: Moment",
                  (select at from next_publication) as "next_publication: Moment"
           from content_version"#
    );
    let row = row.fetch_one(connection).await?;
    Ok(RecordState {
        version: row.version,
        changed_at: row.changed_at.into(),
        next_publication: row.next_publication.map(Into::into),
    })
}

/// Every change has its own.
impl std::fmt::Display for RecordState {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let next = self.next_publication.map_or(0, Timestamp::as_second);
        write!(formatter, "{}-{}-{next}", self.version, self.changed_at.as_microsecond())
    }
}

/// The history of series, by their ids.
pub async fn of_series(
    connection: &mut PgConnection,
    series: &[SeriesId],
) -> Result<HashMap<SeriesId, SeriesHistory>, StoreError> {
    let ids: Vec<Uuid> = series.iter().map(|id| id.uuid()).collect();
    let rows = sqlx::query!(
        r#"select id as "id!: SeriesId", changes as "changes!", at as "at!: Moment"
           from series_history where id = any($1) and at is not null"#,
        &ids
    );
    let history = |changes, at: Moment| SeriesHistory {
        sequence: i32::try_from(changes).unwrap_or(i32::MAX),
        changed_at: at.into(),
    };
    Ok(rows
        .fetch_all(connection)
        .await?
        .into_iter()
        .map(|row| (row.id, history(row.changes, row.at)))
        .collect())
}
