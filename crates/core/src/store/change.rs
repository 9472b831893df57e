//! Changes: who changed what, when and why.

use sqlx::{PgConnection, Postgres, Transaction};

use crate::identity::ChangeId;
use crate::store::StoreError;

/// What a transaction that writes says of itself first.
#[derive(Clone, Debug)]
pub struct NewChange {
    /// Its id.
    pub id: ChangeId,
    /// The person, as given with `--actor`.
    pub actor: String,
    /// Why, in the person's words.
    pub reason: Option<String>,
    /// What was run, as `relationship renew`.
    pub command: String,
    /// The change that this one reverses.
    pub undoes: Option<ChangeId>,
}

/// What came of a transaction that meant to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Committed {
    /// It changed something, and the change is on record.
    Recorded,
    /// Everything was as it was to be: nothing was written, nor recorded.
    NothingChanged,
}

/// What a change did to one row.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The table.
    pub noun: String,
    /// The row.
    pub row: uuid::Uuid,
    /// The row before, as JSON; `None`: there was none.
    pub before: Option<serde_json::Value>,
    /// The row after, as JSON; `None`: it was removed.
    pub after: Option<serde_json::Value>,
}

impl NewChange {
    /// A change made by a command at a moment, with an id that sorts by it.
    pub fn new(id: ChangeId, actor: &str, command: &str) -> Self {
        let (actor, command) = (actor.to_owned(), command.to_owned());
        Self { id, actor, command, reason: None, undoes: None }
    }
}

/// Records a change: what the transaction of this connection writes from now on belongs to it.
pub async fn begin(connection: &mut PgConnection, change: &NewChange) -> Result<(), StoreError> {
    sqlx::query!(
        "insert into change (id, actor, reason, command, undoes) values ($1, $2, $3, $4, $5)",
        change.id as _,
        change.actor,
        change.reason,
        change.command,
        change.undoes as _
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What a change did so far, row by row, in the order in which it did it.
pub async fn entries(connection: &mut PgConnection, change: ChangeId) -> Result<Vec<Entry>, StoreError> {
    let entries = sqlx::query_as!(
        Entry,
        "select noun, row_id as row, before, after from audit_entry where change = $1 order by id",
        change as _
    );
    Ok(entries.fetch_all(connection).await?)
}

/// Commits a transaction with its change; one that wrote nothing is rolled back, so that no change is on record
/// that changed nothing.
pub async fn commit(
    mut transaction: Transaction<'_, Postgres>,
    change: ChangeId,
) -> Result<Committed, StoreError> {
    let wrote = sqlx::query_scalar!(
        r#"select exists (select from audit_entry where change = $1) as "wrote!""#,
        change as _
    );
    if wrote.fetch_one(&mut *transaction).await? {
        transaction.commit().await?;
        Ok(Committed::Recorded)
    } else {
        transaction.rollback().await?;
        Ok(Committed::NothingChanged)
    }
}
