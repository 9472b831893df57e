//! The change record, held against itself and against what it records.

use sqlx::PgConnection;
use uuid::Uuid;

use crate::identity::ChangeId;
use crate::store::StoreError;

/// What a verification saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// How many changes are on record.
    pub changes: u64,
    /// How many entries they have.
    pub entries: u64,
    /// What is wrong, by table and row.
    pub faults: Vec<Fault>,
}

/// Something on the record that cannot have come about by commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The table.
    pub noun: String,
    /// The row.
    pub row: Uuid,
    /// The change whose entry is at fault, or was the last before it; `None`: the row has no entry.
    pub change: Option<ChangeId>,
}

/// How the change record can be wrong about a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(type_name = "text", rename_all = "kebab-case")]
pub enum FaultKind {
    /// An entry does not begin where the one before it ended.
    BrokenChain,
    /// The row is otherwise than its last entry left it.
    Differs,
    /// The row is gone, and no entry says so.
    Gone,
    /// The row is there, though its last entry removed it.
    Left,
    /// The row is there, and no entry says so.
    Unrecorded,
    /// Something was taken out of an entry, and no redaction says so.
    UnknownMark,
}

/// Holds every entry against the one before it, every row against its last entry, and every mark against its redaction.
pub async fn verify(connection: &mut PgConnection) -> Result<Verification, StoreError> {
    let counts = sqlx::query!(
        r#"select (select count(*) from change) as "changes!", (select count(*) from audit_entry) as "entries!""#
    );
    let counts = counts.fetch_one(&mut *connection).await?;
    let mut faults = broken_chains(connection).await?;
    faults.extend(ends_that_differ(connection).await?);
    faults.extend(unknown_marks(connection).await?);
    faults.sort_by(|one, other| (&one.noun, one.row).cmp(&(&other.noun, other.row)));
    Ok(Verification {
        changes: counts.changes.unsigned_abs(),
        entries: counts.entries.unsigned_abs(),
        faults,
    })
}

async fn broken_chains(connection: &mut PgConnection) -> Result<Vec<Fault>, StoreError> {
    let faults = sqlx::query_as!(
        Fault,
        r#"select 'broken-chain' as "kind!: FaultKind", noun as "noun!", row_id as "row!", change as "change?: ChangeId"
           from (select noun, row_id, change, id, before, after, lag(id) over by_row as former,
                        lag(after) over by_row as former_after
                 from audit_entry
                 window by_row as (partition by noun, row_id order by id)) as entry
           where (before is null) <> (former is null or former_after is null) or not agrees(former_after, before)
           order by id"#
    );
    Ok(faults.fetch_all(connection).await?)
}

async fn ends_that_differ(connection: &mut PgConnection) -> Result<Vec<Fault>, StoreError> {
    let faults = sqlx::query_as!(
        Fault,
        r#"with last as (
               select distinct on (noun, row_id) noun, row_id, change, after from audit_entry
               order by noun, row_id, id desc
           )
           select case
                      when last.row_id is null then 'unrecorded'
                      when recorded.row_id is null then 'gone'
                      when last.after is null then 'left'
                      else 'differs'
                  end as "kind!: FaultKind",
                  coalesce(last.noun, recorded.noun) as "noun!", coalesce(last.row_id, recorded.row_id) as "row!",
                  last.change as "change?: ChangeId"
           from last full join recorded on last.noun = recorded.noun and last.row_id = recorded.row_id
           where (last.after is null) <> (recorded.row_id is null) or not agrees(last.after, recorded.content)"#
    );
    Ok(faults.fetch_all(connection).await?)
}

async fn unknown_marks(connection: &mut PgConnection) -> Result<Vec<Fault>, StoreError> {
    let faults = sqlx::query_as!(
        Fault,
        r#"select distinct 'unknown-mark' as "kind!: FaultKind", noun as "noun!", row_id as "row!",
                  change as "change?: ChangeId"
           from audit_entry
               cross join lateral (select * from jsonb_each(before) union all select * from jsonb_each(after)) as field
           where is_redacted(field.value)
               and not exists (
                   select from redaction
                   where redaction.audit_entry = audit_entry.id and redaction.id::text = field.value ->> 'redacted'
                       and field.key = any (redaction.fields))"#
    );
    Ok(faults.fetch_all(connection).await?)
}
