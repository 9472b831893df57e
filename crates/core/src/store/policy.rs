//! The policy's rules, and exceptions to them.

use serde::Serialize;
use sqlx::PgConnection;

use crate::database::Day;
use crate::identity::{PolicyExceptionId, PolicyId, RelationshipId};
use crate::policy::{PolicyException, PolicyRule, Rule};
use crate::store::StoreError;
use crate::store::row::{Record, first, last, record};
use crate::text::{Line, Markdown};

#[derive(Debug, Serialize)]
pub(super) struct PolicyRow {
    id: PolicyId,
    rule: String,
    value: String,
    from_first: Option<Day>,
    from_last: Option<Day>,
    until_first: Option<Day>,
    until_last: Option<Day>,
    note: Option<Markdown>,
}

record!(
    PolicyRow,
    "policy",
    "insert into policy select * from jsonb_populate_recordset(null::policy, $1)
     on conflict (id) do update set
        (rule, value, from_first, from_last, until_first, until_last, note) =
        (excluded.rule, excluded.value, excluded.from_first, excluded.from_last, excluded.until_first,
         excluded.until_last, excluded.note)
     where (policy.*) is distinct from (excluded.*)"
);

impl From<&PolicyRule> for PolicyRow {
    fn from(rule: &PolicyRule) -> Self {
        Self {
            id: rule.id,
            rule: rule.rule.name().to_string(),
            value: rule.rule.value(),
            from_first: first(rule.from),
            from_last: last(rule.from),
            until_first: first(rule.until),
            until_last: last(rule.until),
            note: rule.note.clone(),
        }
    }
}

impl TryFrom<PolicyRow> for PolicyRule {
    type Error = StoreError;

    fn try_from(row: PolicyRow) -> Result<Self, StoreError> {
        Ok(Self {
            rule: Rule::parse(&row.rule, &row.value).map_err(|_| row.unreadable("rule"))?,
            from: row.historic("beginning", row.from_first, row.from_last)?,
            until: row.historic("end", row.until_first, row.until_last)?,
            id: row.id,
            note: row.note,
        })
    }
}

/// All rules, of all times.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<PolicyRule>, StoreError> {
    let rows = sqlx::query_as!(PolicyRow, "select * from policy order by rule, from_first nulls first, id");
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

#[derive(Debug, Serialize)]
pub(super) struct PolicyExceptionRow {
    id: PolicyExceptionId,
    policy: PolicyId,
    relationship: RelationshipId,
    decided_first: Day,
    decided_last: Day,
    authority: Line,
    reason: Line,
    record_number: Option<Line>,
}

record!(
    PolicyExceptionRow,
    "policy_exception",
    "insert into policy_exception select * from jsonb_populate_recordset(null::policy_exception, $1)
     on conflict (id) do update set
        (policy, relationship, decided_first, decided_last, authority, reason, record_number) =
        (excluded.policy, excluded.relationship, excluded.decided_first, excluded.decided_last,
         excluded.authority, excluded.reason, excluded.record_number)
     where (policy_exception.*) is distinct from (excluded.*)"
);

impl From<&PolicyException> for PolicyExceptionRow {
    fn from(exception: &PolicyException) -> Self {
        Self {
            id: exception.id,
            policy: exception.rule,
            relationship: exception.relationship,
            decided_first: Day(exception.decided.first()),
            decided_last: Day(exception.decided.last()),
            authority: exception.authority.clone(),
            reason: exception.reason.clone(),
            record_number: exception.record_number.clone(),
        }
    }
}

impl TryFrom<PolicyExceptionRow> for PolicyException {
    type Error = StoreError;

    fn try_from(row: PolicyExceptionRow) -> Result<Self, StoreError> {
        Ok(Self {
            decided: row.recorded("date", row.decided_first, row.decided_last)?,
            id: row.id,
            rule: row.policy,
            relationship: row.relationship,
            authority: row.authority,
            reason: row.reason,
            record_number: row.record_number,
        })
    }
}

/// All exceptions. The public sees none.
///
/// # Errors
/// A row cannot be read.
pub async fn exceptions(connection: &mut PgConnection) -> Result<Vec<PolicyException>, StoreError> {
    let rows =
        sqlx::query_as!(PolicyExceptionRow, "select * from policy_exception order by decided_first, id");
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}
