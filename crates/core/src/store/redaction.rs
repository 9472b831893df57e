//! Redaction: personal data taken out of the change record, by a named authority, with a reason; a mark is left.
//!
//! What a row holds now is never touched: it is changed or removed like anything else, and then redacted.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;
use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use super::audit::is_redacted;
use crate::database::Moment;
use crate::identity::{ChangeId, RedactionId};
use crate::store::StoreError;
use crate::text::Line;

/// What the change record holds under a name, in some fields.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sought {
    /// All fields that rows of that name have, as the record writes them.
    pub fields: BTreeSet<String>,
    /// The entries with former values in the fields that were asked for.
    pub passages: Vec<Passage>,
    /// Of the fields that were asked for, those that the rows still hold a value in.
    pub standing: BTreeSet<String>,
}

/// An entry of the change record with values that can be taken out.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// The entry's number.
    pub entry: i64,
    /// Whose entry it is.
    pub change: ChangeId,
    /// When that change was made.
    pub at: Timestamp,
    /// The table.
    pub noun: String,
    /// The row.
    pub row: Uuid,
    /// The row before, as JSON.
    pub before: Option<Value>,
    /// The row after, as JSON.
    pub after: Option<Value>,
    /// The fields to take out.
    pub fields: Vec<String>,
}

/// What a redaction left on record of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The change that it took something out of.
    pub change: ChangeId,
    /// The table.
    pub noun: String,
    /// The row.
    pub row: Uuid,
    /// The fields whose values it took out.
    pub fields: Vec<String>,
    /// By whose authority.
    pub authority: String,
}

/// Who had something taken out, and why.
#[derive(Clone, Copy, Debug)]
pub struct Warrant<'a> {
    /// By whose authority.
    pub authority: &'a Line,
    /// Why.
    pub reason: &'a Line,
}

/// What is kept in pairs of days is one date to people: `signed` is `signed_first` and `signed_last`.
const ENDS: [&str; 4] = ["_from_last", "_to_first", "_first", "_last"];

/// Finds what rows that are or were called so held in these fields, and hold no more.
pub async fn seek(
    connection: &mut PgConnection,
    name: &str,
    fields: &[String],
) -> Result<Sought, StoreError> {
    let rows = sqlx::query_scalar!(
        r#"select distinct row_id from audit_entry cross join lateral (values (before), (after)) as state (content)
           where lower($1) in (
               row_id::text, lower(content ->> 'slug'), lower(content ->> 'name'), lower(content ->> 'title'),
               lower(content ->> 'what'), lower(content ->> 'file_name'))"#,
        name
    );
    let rows = rows.fetch_all(&mut *connection).await?;
    let present = sqlx::query!(
        r#"select row_id as "row!", content as "content!" from recorded where row_id = any($1)"#,
        &rows
    );
    let present = present.fetch_all(&mut *connection).await?.into_iter();
    let present: HashMap<Uuid, Value> = present.map(|row| (row.row, row.content)).collect();
    let mut sought = Sought::default();
    for mut passage in passages(connection, &rows).await? {
        let present = present.get(&passage.row);
        let states = [&passage.before, &passage.after].into_iter().flatten();
        let held: Vec<(String, Value)> = states.flat_map(values).collect();
        sought.fields.extend(held.iter().map(|(column, _)| field_of(column).to_owned()));
        let asked = |column: &str| fields.iter().any(|field| field == column || field == field_of(column));
        for (column, value) in held.into_iter().filter(|(column, _)| asked(column)) {
            let is_present = present.and_then(|content| content.get(&column)) == Some(&value);
            if is_present {
                sought.standing.insert(field_of(&column).to_owned());
            } else if !passage.fields.contains(&column) {
                passage.fields.push(column);
            }
        }
        if !passage.fields.is_empty() {
            sought.passages.push(passage);
        }
    }
    Ok(sought)
}

async fn passages(connection: &mut PgConnection, rows: &[Uuid]) -> Result<Vec<Passage>, StoreError> {
    let entries = sqlx::query!(
        r#"select audit_entry.id, change as "change: ChangeId", at as "at: Moment", noun, row_id, before, after
           from audit_entry join change on change.id = audit_entry.change
           where row_id = any($1) order by audit_entry.id"#,
        rows
    );
    let entries = entries.fetch_all(connection).await?.into_iter();
    Ok(entries
        .map(|entry| Passage {
            entry: entry.id,
            change: entry.change,
            at: entry.at.into(),
            noun: entry.noun,
            row: entry.row_id,
            before: entry.before,
            after: entry.after,
            fields: Vec::new(),
        })
        .collect())
}

/// The values in a state of a row that could be somebody's: neither empty, nor ids, nor taken out already.
fn values(state: &Value) -> impl Iterator<Item = (String, Value)> {
    let fields = state.as_object().into_iter().flatten();
    let is_id = |value: &Value| value.as_str().is_some_and(|text| text.parse::<Uuid>().is_ok());
    let fields = fields.filter(move |(_, value)| !value.is_null() && !is_redacted(value) && !is_id(value));
    fields.map(|(column, value)| (column.clone(), value.clone()))
}

/// The field that a column belongs to, as people see it.
fn field_of(column: &str) -> &str {
    ENDS.iter().find_map(|end| column.strip_suffix(end)).unwrap_or(column)
}

/// Takes values out of an entry, and leaves the redaction's mark in their place.
pub async fn redact(
    connection: &mut PgConnection,
    (change, id): (ChangeId, RedactionId),
    passage: &Passage,
    warrant: Warrant<'_>,
) -> Result<(), StoreError> {
    sqlx::query!(
        "insert into redaction (id, change, audit_entry, fields, authority, reason) values ($1, $2, $3, $4, $5, $6)",
        id as _,
        change as _,
        passage.entry,
        &passage.fields,
        warrant.authority as _,
        warrant.reason as _
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!(
        "update audit_entry set before = redacted(before, $2, $3), after = redacted(after, $2, $3) where id = $1",
        passage.entry,
        &passage.fields,
        id as _
    )
    .execute(connection)
    .await?;
    Ok(())
}

/// What a change took out of the record.
pub async fn of_change(connection: &mut PgConnection, change: ChangeId) -> Result<Vec<Mark>, StoreError> {
    let marks = sqlx::query_as!(
        Mark,
        r#"select audit_entry.change as "change: ChangeId", noun, row_id as row, fields, authority
           from redaction join audit_entry on audit_entry.id = redaction.audit_entry
           where redaction.change = $1 order by audit_entry.id"#,
        change as _
    );
    Ok(marks.fetch_all(connection).await?)
}
