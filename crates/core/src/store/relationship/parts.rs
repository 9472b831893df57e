//! What happened around terms: dormancies, listings, applications, milestones, complete years.

use serde::Serialize;
use sqlx::PgConnection;

use crate::database::{Day, Moment};
use crate::historic::HistoricSpan;
use crate::identity::{
    ApplicationId, CompletenessId, DormancyId, ListingId, MilestoneId, RelationshipId, TermId,
};
use crate::relationship::{
    Application, Approval, CompleteYear, Decision, Dormancy, Kind, Listing, Milestone, Outcome,
};
use crate::store::StoreError;
use crate::store::row::{Record, first, last, record};
use crate::text::{Line, Markdown};

#[derive(Debug, Serialize)]
pub(in crate::store) struct DormancyRow {
    id: DormancyId,
    pub(super) relationship: RelationshipId,
    term: TermId,
    start_first: Option<Day>,
    start_last: Option<Day>,
    end_first: Option<Day>,
    end_last: Option<Day>,
    note: Option<Markdown>,
}

record!(
    DormancyRow,
    "dormancy",
    "insert into dormancy select * from jsonb_populate_recordset(null::dormancy, $1)
     on conflict (id) do update set
        (relationship, term, start_first, start_last, end_first, end_last, note) =
        (excluded.relationship, excluded.term, excluded.start_first, excluded.start_last, excluded.end_first,
         excluded.end_last, excluded.note)
     where (dormancy.*) is distinct from (excluded.*)"
);

impl DormancyRow {
    pub(in crate::store) fn of(relationship: RelationshipId, dormancy: &Dormancy) -> Self {
        Self {
            id: dormancy.id,
            relationship,
            term: dormancy.term,
            start_first: first(dormancy.start),
            start_last: last(dormancy.start),
            end_first: first(dormancy.end),
            end_last: last(dormancy.end),
            note: dormancy.note.clone(),
        }
    }
}

impl TryFrom<DormancyRow> for Dormancy {
    type Error = StoreError;

    fn try_from(row: DormancyRow) -> Result<Self, StoreError> {
        let start = row.historic("start", row.start_first, row.start_last)?;
        let end = row.historic("end", row.end_first, row.end_last)?;
        Ok(Self { id: row.id, term: row.term, start, end, note: row.note })
    }
}

pub(super) async fn dormancies(connection: &mut PgConnection) -> Result<Vec<DormancyRow>, StoreError> {
    let rows = sqlx::query_as!(DormancyRow, "select * from dormancy order by start_first nulls first, id");
    Ok(rows.fetch_all(connection).await?)
}

#[derive(Debug, Serialize)]
pub(in crate::store) struct ListingRow {
    id: ListingId,
    pub(super) relationship: RelationshipId,
    kind: Kind,
    seen_first: Day,
    seen_from_last: Day,
    seen_to_first: Day,
    seen_last: Day,
    note: Option<Markdown>,
}

record!(
    ListingRow,
    "listing",
    "insert into listing select * from jsonb_populate_recordset(null::listing, $1)
     on conflict (id) do update set
        (relationship, kind, seen_first, seen_from_last, seen_to_first, seen_last, note) =
        (excluded.relationship, excluded.kind, excluded.seen_first, excluded.seen_from_last,
         excluded.seen_to_first, excluded.seen_last, excluded.note)
     where (listing.*) is distinct from (excluded.*)"
);

impl ListingRow {
    pub(in crate::store) fn of(relationship: RelationshipId, listing: &Listing) -> Self {
        let (from, to) = (listing.seen.from(), listing.seen.to());
        Self {
            id: listing.id,
            relationship,
            kind: listing.kind,
            seen_first: Day(from.first()),
            seen_from_last: Day(from.last()),
            seen_to_first: Day(to.first()),
            seen_last: Day(to.last()),
            note: listing.note.clone(),
        }
    }
}

impl TryFrom<ListingRow> for Listing {
    type Error = StoreError;

    fn try_from(row: ListingRow) -> Result<Self, StoreError> {
        let from = row.recorded("seen", row.seen_first, row.seen_from_last)?;
        let to = row.recorded("seen", row.seen_to_first, row.seen_last)?;
        let seen = HistoricSpan::new(from, to).ok_or_else(|| row.unreadable("seen"))?;
        Ok(Self { id: row.id, kind: row.kind, seen, note: row.note })
    }
}

pub(super) async fn listings(connection: &mut PgConnection) -> Result<Vec<ListingRow>, StoreError> {
    let rows = sqlx::query_as!(ListingRow, "select * from listing order by seen_first, seen_last, id");
    Ok(rows.fetch_all(connection).await?)
}

#[derive(Debug, Serialize)]
pub(in crate::store) struct ApplicationRow {
    id: ApplicationId,
    pub(super) relationship: RelationshipId,
    kind: Kind,
    applied_first: Day,
    applied_last: Day,
    missing: Option<Line>,
    decision: Option<Decision>,
    decided_first: Option<Day>,
    decided_last: Option<Day>,
    resolution: Option<Line>,
    vote: Option<String>,
    agenda: Option<Line>,
    record_number: Option<Line>,
    published_at: Option<Moment>,
    note: Option<Markdown>,
}

record!(
    ApplicationRow,
    "application",
    "insert into application select * from jsonb_populate_recordset(null::application, $1)
     on conflict (id) do update set
        (relationship, kind, applied_first, applied_last, missing, decision, decided_first, decided_last,
         resolution, vote, agenda, record_number, published_at, note) =
        (excluded.relationship, excluded.kind, excluded.applied_first, excluded.applied_last, excluded.missing,
         excluded.decision, excluded.decided_first, excluded.decided_last, excluded.resolution, excluded.vote,
         excluded.agenda, excluded.record_number, excluded.published_at, excluded.note)
     where (application.*) is distinct from (excluded.*)"
);

impl ApplicationRow {
    pub(in crate::store) fn of(relationship: RelationshipId, application: &Application) -> Self {
        let outcome = application.outcome.clone();
        let decision = outcome.as_ref().map(|outcome| outcome.decision);
        let approval = outcome.map(|outcome| outcome.approval).unwrap_or_default();
        Self {
            id: application.id,
            relationship,
            kind: application.kind,
            applied_first: Day(application.on.first()),
            applied_last: Day(application.on.last()),
            missing: application.missing.clone(),
            decision,
            decided_first: first(approval.on),
            decided_last: last(approval.on),
            resolution: approval.resolution,
            vote: approval.vote.map(|vote| vote.to_string()),
            agenda: approval.agenda,
            record_number: approval.record_number,
            published_at: application.published_at.map(Moment),
            note: application.note.clone(),
        }
    }
}

impl TryFrom<ApplicationRow> for Application {
    type Error = StoreError;

    fn try_from(row: ApplicationRow) -> Result<Self, StoreError> {
        let vote = row.vote.as_deref().map(str::parse).transpose().map_err(|_| row.unreadable("vote"))?;
        let applied = row.recorded("date", row.applied_first, row.applied_last)?;
        let decided = row.historic("decision", row.decided_first, row.decided_last)?;
        let approval = Approval {
            on: decided,
            resolution: row.resolution,
            vote,
            agenda: row.agenda,
            record_number: row.record_number,
        };
        Ok(Self {
            id: row.id,
            kind: row.kind,
            on: applied,
            missing: row.missing,
            outcome: row.decision.map(|decision| Outcome { decision, approval }),
            published_at: row.published_at.map(Into::into),
            note: row.note,
        })
    }
}

pub(super) async fn applications(connection: &mut PgConnection) -> Result<Vec<ApplicationRow>, StoreError> {
    let rows = sqlx::query_as!(ApplicationRow, "select * from application order by applied_first, id");
    Ok(rows.fetch_all(connection).await?)
}

#[derive(Debug, Serialize)]
pub(in crate::store) struct MilestoneRow {
    id: MilestoneId,
    pub(super) relationship: RelationshipId,
    on_first: Option<Day>,
    on_last: Option<Day>,
    what: Line,
}

record!(
    MilestoneRow,
    "milestone",
    "insert into milestone select * from jsonb_populate_recordset(null::milestone, $1)
     on conflict (id) do update set
        (relationship, on_first, on_last, what) =
        (excluded.relationship, excluded.on_first, excluded.on_last, excluded.what)
     where (milestone.*) is distinct from (excluded.*)"
);

impl MilestoneRow {
    pub(in crate::store) fn of(relationship: RelationshipId, milestone: &Milestone) -> Self {
        Self {
            id: milestone.id,
            relationship,
            on_first: first(milestone.on),
            on_last: last(milestone.on),
            what: milestone.what.clone(),
        }
    }
}

impl TryFrom<MilestoneRow> for Milestone {
    type Error = StoreError;

    fn try_from(row: MilestoneRow) -> Result<Self, StoreError> {
        let on = row.historic("date", row.on_first, row.on_last)?;
        Ok(Self { id: row.id, on, what: row.what })
    }
}

pub(super) async fn milestones(connection: &mut PgConnection) -> Result<Vec<MilestoneRow>, StoreError> {
    let rows = sqlx::query_as!(MilestoneRow, "select * from milestone order by on_first nulls first, id");
    Ok(rows.fetch_all(connection).await?)
}

#[derive(Debug, Serialize)]
pub(in crate::store) struct CompletenessRow {
    id: CompletenessId,
    pub(super) relationship: RelationshipId,
    year: i16,
    note: Option<Markdown>,
}

record!(
    CompletenessRow,
    "completeness",
    "insert into completeness select * from jsonb_populate_recordset(null::completeness, $1)
     on conflict (id) do update set (relationship, year, note) =
        (excluded.relationship, excluded.year, excluded.note)
     where (completeness.*) is distinct from (excluded.*)"
);

impl CompletenessRow {
    pub(in crate::store) fn of(relationship: RelationshipId, complete: &CompleteYear) -> Self {
        Self { id: complete.id, relationship, year: complete.year, note: complete.note.clone() }
    }
}

impl From<CompletenessRow> for CompleteYear {
    fn from(row: CompletenessRow) -> Self {
        Self { id: row.id, year: row.year, note: row.note }
    }
}

pub(super) async fn complete_years(
    connection: &mut PgConnection,
) -> Result<Vec<CompletenessRow>, StoreError> {
    let rows = sqlx::query_as!(CompletenessRow, "select * from completeness order by year");
    Ok(rows.fetch_all(connection).await?)
}
