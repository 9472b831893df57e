//! Series of exchanges.

use serde::Serialize;
use sqlx::PgConnection;
use uuid::Uuid;

use crate::database::Day;
use crate::exchange::Series;
use crate::identity::{Id, SeriesId};
use crate::store::StoreError;
use crate::store::row::{Record, record};
use crate::text::{Line, Markdown, Slug};

#[derive(Debug, Serialize)]
pub(super) struct SeriesRow {
    id: SeriesId,
    slug: Slug,
    title: Line,
    rule: Option<Line>,
    starts: Option<Day>,
    note: Option<Markdown>,
}

record!(
    SeriesRow,
    "series",
    "insert into series select * from jsonb_populate_recordset(null::series, $1)
     on conflict (id) do update set
        (slug, title, rule, starts, note) =
        (excluded.slug, excluded.title, excluded.rule, excluded.starts, excluded.note)
     where (series.*) is distinct from (excluded.*)"
);

impl From<&Series> for SeriesRow {
    fn from(series: &Series) -> Self {
        let series = series.clone();
        Self {
            id: series.id,
            slug: series.slug,
            title: series.title,
            rule: series.rule.and_then(|rule| rule.to_string().parse().ok()),
            starts: series.starts.map(Day),
            note: series.note,
        }
    }
}

impl TryFrom<SeriesRow> for Series {
    type Error = StoreError;

    fn try_from(row: SeriesRow) -> Result<Self, StoreError> {
        let rule = row
            .rule
            .as_ref()
            .map(|rule| rule.as_str().parse())
            .transpose()
            .map_err(|_| row.unreadable("rule"))?;
        Ok(Self {
            rule,
            id: row.id,
            slug: row.slug,
            title: row.title,
            starts: row.starts.map(Into::into),
            note: row.note,
        })
    }
}

/// All series, by slug.
pub async fn all(connection: &mut PgConnection) -> Result<Vec<Series>, StoreError> {
    let rows = sqlx::query_as!(SeriesRow, r#"select * from series order by slug collate "C""#);
    rows.fetch_all(connection).await?.into_iter().map(Series::try_from).collect()
}

/// The series with an id.
pub async fn by_id(connection: &mut PgConnection, id: SeriesId) -> Result<Option<Series>, StoreError> {
    let row = sqlx::query_as!(SeriesRow, "select * from series where id = $1", id as _);
    row.fetch_optional(connection).await?.map(Series::try_from).transpose()
}

/// The series with any of these ids.
pub async fn named(connection: &mut PgConnection, ids: &[SeriesId]) -> Result<Vec<Series>, StoreError> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let rows = sqlx::query_as!(SeriesRow, "select * from series where id = any($1)", &ids);
    rows.fetch_all(connection).await?.into_iter().map(Series::try_from).collect()
}
