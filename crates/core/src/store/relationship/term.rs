//! Terms.

use serde::Serialize;
use sqlx::PgConnection;

use crate::database::Day;
use crate::identity::{RelationshipId, TermId};
use crate::relationship::{Approval, EndCause, Ending, Kind, Term};
use crate::store::StoreError;
use crate::store::row::{Record, first, last, record};
use crate::text::{Line, Markdown};

#[derive(Debug, Serialize)]
pub(in crate::store) struct TermRow {
    id: TermId,
    pub(super) relationship: RelationshipId,
    kind: Kind,
    start_first: Option<Day>,
    start_last: Option<Day>,
    ending: String,
    end_first: Option<Day>,
    end_last: Option<Day>,
    end_cause: Option<EndCause>,
    end_reason: Option<Line>,
    continues: Option<TermId>,
    approved_first: Option<Day>,
    approved_last: Option<Day>,
    resolution: Option<Line>,
    vote: Option<String>,
    agenda: Option<Line>,
    record_number: Option<Line>,
    sponsor: Option<Line>,
    note: Option<Markdown>,
}

record!(
    TermRow,
    "term",
    "insert into term (
        id, relationship, kind, start_first, start_last, ending, end_first, end_last, end_cause, end_reason,
        continues, approved_first, approved_last, resolution, vote, agenda, record_number, sponsor, note)
     select
        id, relationship, kind, start_first, start_last, ending, end_first, end_last, end_cause, end_reason,
        continues, approved_first, approved_last, resolution, vote, agenda, record_number, sponsor, note
     from jsonb_populate_recordset(null::term, $1)
     on conflict (id) do update set
        (relationship, kind, start_first, start_last, ending, end_first, end_last, end_cause, end_reason,
         continues, approved_first, approved_last, resolution, vote, agenda, record_number, sponsor, note) =
        (excluded.relationship, excluded.kind, excluded.start_first, excluded.start_last, excluded.ending,
         excluded.end_first, excluded.end_last, excluded.end_cause, excluded.end_reason, excluded.continues,
         excluded.approved_first, excluded.approved_last, excluded.resolution, excluded.vote, excluded.agenda,
         excluded.record_number, excluded.sponsor, excluded.note)
     where (term.*) is distinct from (excluded.*)"
);

impl TermRow {
    pub(in crate::store) fn of(relationship: RelationshipId, term: &Term) -> Self {
        let (ending, end_cause, end_reason) = match term.ending.clone() {
            Ending::Open => ("open", None, None),
            Ending::ByPolicy(_) => ("by-policy", None, None),
            Ending::Recorded { cause, reason, .. } => ("recorded", Some(cause), reason),
            Ending::Unrecorded => ("unrecorded", None, None),
        };
        let approval = term.approval.clone().unwrap_or_default();
        Self {
            id: term.id,
            relationship,
            kind: term.kind,
            start_first: first(term.start),
            start_last: last(term.start),
            ending: ending.to_owned(),
            end_first: first(term.end()),
            end_last: last(term.end()),
            end_cause,
            end_reason,
            continues: term.continues,
            approved_first: first(approval.on),
            approved_last: last(approval.on),
            resolution: approval.resolution,
            vote: approval.vote.map(|vote| vote.to_string()),
            agenda: approval.agenda,
            record_number: approval.record_number,
            sponsor: term.sponsor.clone(),
            note: term.note.clone(),
        }
    }

    fn ending(&self) -> Result<Ending, StoreError> {
        let end = self.historic("end", self.end_first, self.end_last)?;
        match (self.ending.as_str(), end, self.end_cause) {
            ("open", None, None) => Ok(Ending::Open),
            ("unrecorded", None, None) => Ok(Ending::Unrecorded),
            ("by-policy", Some(end), None) => {
                end.day().map(Ending::ByPolicy).ok_or_else(|| self.unreadable("end"))
            }
            ("recorded", Some(on), Some(cause)) => {
                Ok(Ending::Recorded { on, cause, reason: self.end_reason.clone() })
            }
            _ => Err(self.unreadable("ending")),
        }
    }
}

impl TryFrom<TermRow> for Term {
    type Error = StoreError;

    fn try_from(row: TermRow) -> Result<Self, StoreError> {
        let vote = row.vote.as_deref().map(str::parse).transpose().map_err(|_| row.unreadable("vote"))?;
        let start = row.historic("start", row.start_first, row.start_last)?;
        let on = row.historic("approval", row.approved_first, row.approved_last)?;
        let ending = row.ending()?;
        let approval = Approval {
            on,
            resolution: row.resolution,
            vote,
            agenda: row.agenda,
            record_number: row.record_number,
        };
        Ok(Self {
            id: row.id,
            kind: row.kind,
            start,
            ending,
            continues: row.continues,
            approval: Some(approval).filter(|approval| *approval != Approval::default()),
            sponsor: row.sponsor,
            note: row.note,
        })
    }
}

pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<TermRow>, StoreError> {
    let rows = sqlx::query_as!(
        TermRow,
        "select id, relationship, kind, start_first, start_last, ending, end_first, end_last, end_cause, end_reason,
                continues, approved_first, approved_last, resolution, vote, agenda, record_number, sponsor, note
         from term order by start_first nulls first, start_last desc, end_first nulls last, id"
    );
    Ok(rows.fetch_all(connection).await?)
}
