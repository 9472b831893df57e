//! The change record, read: which changes there are, what each did, and what rows were.

mod log;

pub use log::{LogFilter, LogPage, Logged, NounCount, logged, of_record, page};

use std::collections::HashMap;

use jiff::Timestamp;
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::database::Moment;
use crate::identity::{ChangeId, Id, IdPrefix};
use crate::store::StoreError;

/// A change that is on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its id.
    pub id: ChangeId,
    /// When its transaction began.
    pub at: Timestamp,
    /// The person, as given with `--actor`.
    pub actor: String,
    /// Why, in the person's words.
    pub reason: Option<String>,
    /// What was run, as `relationship renew`.
    pub command: Option<String>,
    /// The change that this one reversed.
    pub undoes: Option<ChangeId>,
}

/// A row as the record has it last: as it is, or as it was before it was removed.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// The table.
    pub noun: String,
    /// The row.
    pub row: Uuid,
    /// The row's content; it lacks what was redacted, and the bytes of files.
    pub content: Value,
    /// The change that touched it last.
    pub change: ChangeId,
    /// Whether it is there.
    pub presence: Presence,
}

/// Whether a row of the record is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is.
    There,
    /// It was removed.
    Removed,
}

/// The changes whose ids begin like this, at most a few.
pub async fn beginning(connection: &mut PgConnection, prefix: &IdPrefix) -> Result<Vec<Change>, StoreError> {
    let (first, last) = prefix.range();
    let rows = sqlx::query!(
        r#"select id, at as "at: Moment", actor, reason, command, undoes
           from change where id between $1 and $2 order by id limit 5"#,
        first,
        last
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| Change {
            id: row.id,
            at: row.at.into(),
            actor: row.actor,
            reason: row.reason,
            command: row.command,
            undoes: row.undoes,
        })
        .collect())
}

/// Changes by their ids.
pub async fn changes(
    connection: &mut PgConnection,
    ids: &[ChangeId],
) -> Result<HashMap<ChangeId, Change>, StoreError> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let rows = sqlx::query!(
        r#"select id, at as "at: Moment", actor, reason, command, undoes from change where id = any($1)"#,
        &ids
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    let changes = rows.map(|row| Change {
        id: row.id,
        at: row.at.into(),
        actor: row.actor,
        reason: row.reason,
        command: row.command,
        undoes: row.undoes,
    });
    Ok(changes.map(|change| (change.id, change)).collect())
}

/// The changes that reverse others and the changes that they reverse, the earliest first; without the one of this
/// transaction.
pub(super) async fn reversals(
    connection: &mut PgConnection,
) -> Result<Vec<(ChangeId, ChangeId)>, StoreError> {
    let rows = sqlx::query!(
        r#"select id, undoes as "undoes!: ChangeId" from change
           where undoes is not null
               and (transaction is null or transaction is distinct from pg_current_xact_id_if_assigned())
           order by at, id"#
    );
    Ok(rows.fetch_all(connection).await?.into_iter().map(|row| (row.id, row.undoes)).collect())
}

/// The change that reversed this one, unless that was reversed in its turn.
pub async fn reversed_by(
    connection: &mut PgConnection,
    change: ChangeId,
) -> Result<Option<ChangeId>, StoreError> {
    let undone = undone(&reversals(connection).await?);
    Ok(undone.get(&change).copied())
}

/// Which changes stay reversed, and by which: a reversal that was itself reversed does not count.
pub(super) fn undone(reversals: &[(ChangeId, ChangeId)]) -> HashMap<ChangeId, ChangeId> {
    let mut undone = HashMap::new();
    for (change, undoes) in reversals.iter().rev() {
        if !undone.contains_key(change) {
            undone.insert(*undoes, *change);
        }
    }
    undone
}

/// Rows by their ids, and the rows that they refer to, and what those refer to: enough to say what each is called.
pub async fn rows(
    connection: &mut PgConnection,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Recorded>, StoreError> {
    let rows = sqlx::query!(
        r#"with recursive wanted (row_id) as (
               select unnest($1::uuid[])
               union
               select field.value::uuid
               from wanted
                   cross join lateral (
                       select coalesce(after, before) as content from audit_entry
                       where audit_entry.row_id = wanted.row_id order by id desc limit 1
                   ) as last
                   cross join lateral jsonb_each_text(content) as field
               where field.key <> 'id'
                   and field.value ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
           )
           select last.noun as "noun!", wanted.row_id as "row!", last.content as "content!",
                  last.change as "change!: ChangeId", last.removed as "removed!"
           from wanted
               cross join lateral (
                   select noun, coalesce(after, before) as content, change, after is null as removed
                   from audit_entry
                   where audit_entry.row_id = wanted.row_id order by id desc limit 1
               ) as last"#,
        ids
    );
    let rows = rows.fetch_all(connection).await?.into_iter().map(|row| Recorded {
        noun: row.noun,
        row: row.row,
        content: row.content,
        change: row.change,
        presence: if row.removed { Presence::Removed } else { Presence::There },
    });
    Ok(rows.map(|row| (row.row, row)).collect())
}

/// The ids in a row, by which it refers to others.
pub(super) fn references(content: &Value) -> impl Iterator<Item = Uuid> {
    let fields = content.as_object().into_iter().flatten();
    fields.filter(|(field, _)| *field != "id").filter_map(|(_, value)| value.as_str()?.parse().ok())
}

/// What a redaction took the place of a value with.
pub fn is_redacted(value: &Value) -> bool {
    value.as_object().is_some_and(|object| object.len() == 1 && object.contains_key("redacted"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reversal_that_was_reversed_does_not_count() {
        let id = |name: &str| ChangeId::derived("change", name);
        let (change, first, second, third) = (id("change"), id("first"), id("second"), id("third"));
        assert_eq!(undone(&[(first, change)]), HashMap::from([(change, first)]));
        assert_eq!(undone(&[(first, change), (second, first)]), HashMap::from([(first, second)]));
        let again = undone(&[(first, change), (second, first), (third, change)]);
        assert_eq!(again, HashMap::from([(first, second), (change, third)]));
    }
}
