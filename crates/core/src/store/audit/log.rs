//! Changes, the latest first, a page at a time.

use jiff::Timestamp;
use sqlx::PgConnection;
use uuid::Uuid;

use super::Change;
use crate::database::Moment;
use crate::identity::ChangeId;
use crate::store::StoreError;

/// Which changes are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// From this moment on.
    pub since: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
    /// By people whose names hold these letters, whatever their case.
    pub actor: Option<String>,
    /// Those that touched this table.
    pub noun: Option<String>,
    /// Those that touched one of these rows.
    pub rows: Option<Vec<Uuid>>,
}

/// A change as the log lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// The change.
    pub change: Change,
    /// The beginning of its id that no other change has, of at least thirteen characters.
    pub handle: String,
    /// How many rows of which tables it touched, in alphabetical order.
    pub nouns: Vec<NounCount>,
}

/// How many rows of a table a change touched.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
pub struct NounCount {
    /// The table.
    pub noun: String,
    /// How many rows.
    pub rows: u64,
}

/// A part of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPage {
    /// Its changes.
    pub changes: Vec<Logged>,
    /// After which change the next part begins; `None`: this is the last.
    pub after: Option<ChangeId>,
}

/// A part of the log: the changes after one, or the latest.
pub async fn page(
    connection: &mut PgConnection,
    filter: &LogFilter,
    after: Option<ChangeId>,
    limit: u16,
) -> Result<LogPage, StoreError> {
    let rows = sqlx::query!(
        r#"select change.id, at as "at: Moment", actor, reason, command, undoes,
                  (select id from change as near where near.id < change.id order by id desc limit 1) as "id_before?: Uuid",
                  (select id from change as near where near.id > change.id order by id limit 1) as "id_after?: Uuid",
                  (select jsonb_agg(jsonb_build_object('noun', noun, 'rows', rows) order by noun collate "C")
                   from (select noun, count(distinct row_id) as rows from audit_entry
                         where audit_entry.change = change.id group by noun) as touched) as nouns
           from change
           where ($1::timestamptz is null or at >= $1)
               and ($2::timestamptz is null or at < $2)
               and ($3::text is null or strpos(lower(actor), lower($3)) > 0)
               and ($4::text is null or exists (
                   select from audit_entry where audit_entry.change = change.id and noun = $4))
               and ($5::uuid[] is null or change.id in (
                   select audit_entry.change from audit_entry where row_id = any($5)))
               and ($6::uuid is null or (at, id) < (select last.at, last.id from change as last where last.id = $6))
           order by at desc, id desc
           limit $7"#,
        filter.since.map(Moment) as _,
        filter.until.map(Moment) as _,
        filter.actor,
        filter.noun,
        filter.rows.as_deref(),
        after as _,
        i64::from(limit)
    );
    let rows = rows.fetch_all(connection).await?;
    let is_full = rows.len() == usize::from(limit);
    let changes = rows.into_iter().map(|row| Logged {
        handle: handle(row.id, [row.id_before, row.id_after]),
        nouns: row.nouns.and_then(|nouns| serde_json::from_value(nouns).ok()).unwrap_or_default(),
        change: Change {
            id: row.id,
            at: row.at.into(),
            actor: row.actor,
            reason: row.reason,
            command: row.command,
            undoes: row.undoes,
        },
    });
    let changes: Vec<Logged> = changes.collect();
    let after = changes.last().filter(|_| is_full).map(|last| last.change.id);
    Ok(LogPage { changes, after })
}

/// A change with what it touched.
pub async fn logged(connection: &mut PgConnection, change: Change) -> Result<Logged, StoreError> {
    let nouns = sqlx::query!(
        r#"select noun as "noun!", count(distinct row_id) as "rows!" from audit_entry
           where change = $1 group by noun order by noun collate "C""#,
        change.id as _
    );
    let nouns = nouns.fetch_all(connection).await?.into_iter();
    let nouns = nouns.map(|row| NounCount { noun: row.noun, rows: row.rows.unsigned_abs() }).collect();
    Ok(Logged { handle: change.id.to_string(), change, nouns })
}

/// The rows that are called this, by slug, name, title or id, and all that belongs to them: a partner's relationship,
/// its terms, what sources say of them.
pub async fn of_record(connection: &mut PgConnection, name: &str) -> Result<Vec<Uuid>, StoreError> {
    let rows = sqlx::query_scalar!(
        r#"with recursive states as materialized (
               select row_id, coalesce(after, before) as content from audit_entry
           ), parts as materialized (
               select distinct row_id, field.value as whole
               from states cross join lateral (values
                   (content ->> 'programme'), (content ->> 'policy'), (content ->> 'partner'),
                   (content ->> 'relationship'), (content ->> 'term'), (content ->> 'agreement'),
                   (content ->> 'committee'), (content ->> 'exchange'), (content ->> 'notice'), (content ->> 'page'),
                   (content ->> 'gift'), (content ->> 'listing'), (content ->> 'application'),
                   (content ->> 'milestone')) as field (value)
               where field.value is not null
           ), things (row_id) as (
               select row_id from states
               where lower($1) in (lower(content ->> 'slug'), lower(content ->> 'name'), lower(content ->> 'title'),
                                   row_id::text)
               union
               select parts.row_id from things join parts on parts.whole = things.row_id::text
           )
           select row_id as "row_id!" from things"#,
        name
    );
    Ok(rows.fetch_all(connection).await?)
}

/// The beginning of an id that its neighbours do not have.
fn handle(id: ChangeId, neighbours: [Option<Uuid>; 2]) -> String {
    const LEAST: usize = 13;
    let id = id.to_string();
    let shared = neighbours.into_iter().flatten().map(|near| {
        let near = near.to_string();
        id.chars().zip(near.chars()).take_while(|(one, other)| one == other).count()
    });
    let needed = shared.max().map_or(LEAST, |shared| LEAST.max(shared + 1));
    id.chars().take(needed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_as_long_as_it_must_be() {
        let id = |text: &str| ChangeId(text.parse().unwrap());
        let near = |text: &str| Some(text.parse().unwrap());
        let own = id("0193f2a1-77c0-7123-8456-0123456789ab");
        assert_eq!(handle(own, [None, None]), "0193f2a1-77c0");
        assert_eq!(handle(own, [near("0193f2a1-77bf-7123-8456-0123456789ab"), None]), "0193f2a1-77c0");
        let twin = near("0193f2a1-77c0-7124-8456-0123456789ab");
        assert_eq!(handle(own, [None, twin]), "0193f2a1-77c0-7123");
    }
}
