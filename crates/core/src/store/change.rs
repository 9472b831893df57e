//! Changes: who changed what, when and why.

use jiff::Timestamp;
use sqlx::{PgConnection, Postgres, Transaction};

use crate::database::Moment;
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

/// Which changes had been made at a moment: a state of the database, as it names itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen(String);

/// A change that somebody else made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherChange {
    /// Its id.
    pub id: ChangeId,
    /// When it was made.
    pub at: Timestamp,
    /// By whom.
    pub actor: String,
    /// With which command.
    pub command: Option<String>,
}

/// Notes which changes have been made so far, to ask later what came [`meanwhile`].
pub async fn seen(connection: &mut PgConnection) -> Result<Seen, StoreError> {
    let snapshot = sqlx::query_scalar!(r#"select pg_current_snapshot()::text as "snapshot!""#);
    Ok(Seen(snapshot.fetch_one(connection).await?))
}

/// The changes of others since then that touched what this change touched: the same row, or another part of the
/// same relationship, agreement or exchange.
pub async fn meanwhile(
    connection: &mut PgConnection,
    seen: &Seen,
    change: ChangeId,
) -> Result<Vec<OtherChange>, StoreError> {
    let rows = sqlx::query!(
        r#"with own as (
               select row_id, coalesce(after, before) as content from audit_entry where change = $1
           )
           select change.id as "id!: ChangeId", at as "at!: Moment", actor as "actor!", command
           from change
           where id <> $1 and not pg_visible_in_snapshot(transaction, $2::text::pg_snapshot)
               and exists (
                   select from audit_entry as other join own
                       on own.row_id = other.row_id
                       or own.content ->> 'relationship' = coalesce(other.after, other.before) ->> 'relationship'
                       or own.content ->> 'agreement' = coalesce(other.after, other.before) ->> 'agreement'
                       or own.content ->> 'exchange' = coalesce(other.after, other.before) ->> 'exchange'
                   where other.change = change.id
               )
           order by at"#,
        change as _,
        seen.0
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| OtherChange { id: row.id, at: row.at.into(), actor: row.actor, command: row.command })
        .collect())
}

/// All changes since then, in their order.
pub async fn since(connection: &mut PgConnection, seen: &Seen) -> Result<Vec<OtherChange>, StoreError> {
    let rows = sqlx::query!(
        r#"select id as "id!: ChangeId", at as "at!: Moment", actor as "actor!", command
           from change where not pg_visible_in_snapshot(transaction, $1::text::pg_snapshot) order by at"#,
        seen.0
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| OtherChange { id: row.id, at: row.at.into(), actor: row.actor, command: row.command })
        .collect())
}

/// Records a change: what the transaction of this connection writes from now on belongs to it.
///
/// Changes are made one after the other: this waits until whoever writes at the moment is done, so that what is
/// read afterwards in this transaction stays so until it is committed.
pub async fn begin(connection: &mut PgConnection, change: &NewChange) -> Result<(), StoreError> {
    // An advisory lock, as every role that writes may take it; its key is nothing but a number of our own.
    sqlx::query!("select pg_advisory_xact_lock(7468365)").execute(&mut *connection).await?;
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
        r#"select exists (select from audit_entry where change = $1)
               or exists (select from redaction where change = $1) as "wrote!""#,
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
