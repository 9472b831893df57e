//! Sources.

use std::collections::HashMap;

use serde::Serialize;
use sqlx::PgConnection;

use crate::database::Day;
use crate::historic::HistoricSpan;
use crate::identity::SourceId;
use crate::source::Source;
use crate::store::StoreError;
use crate::store::row::{Record, first, last, record};
use crate::text::{Line, Markdown, Slug, WebAddress};

#[derive(Debug, Serialize)]
pub(super) struct SourceRow {
    id: SourceId,
    slug: Slug,
    title: Line,
    publisher: Option<Line>,
    dated_first: Option<Day>,
    dated_from_last: Option<Day>,
    dated_to_first: Option<Day>,
    dated_last: Option<Day>,
    address: Option<WebAddress>,
    note: Option<Markdown>,
}

record!(
    SourceRow,
    "source",
    "insert into source select * from jsonb_populate_recordset(null::source, $1)
     on conflict (id) do update set
        (slug, title, publisher, dated_first, dated_from_last, dated_to_first, dated_last, address, note) =
        (excluded.slug, excluded.title, excluded.publisher, excluded.dated_first, excluded.dated_from_last,
         excluded.dated_to_first, excluded.dated_last, excluded.address, excluded.note)
     where (source.*) is distinct from (excluded.*)"
);

impl From<&Source> for SourceRow {
    fn from(source: &Source) -> Self {
        let source = source.clone();
        let (from, to) = (source.dated.map(HistoricSpan::from), source.dated.map(HistoricSpan::to));
        Self {
            id: source.id,
            slug: source.slug,
            title: source.title,
            publisher: source.publisher,
            dated_first: first(from),
            dated_from_last: last(from),
            dated_to_first: first(to),
            dated_last: last(to),
            address: source.address,
            note: source.note,
        }
    }
}

impl TryFrom<SourceRow> for Source {
    type Error = StoreError;

    fn try_from(row: SourceRow) -> Result<Self, StoreError> {
        let from = row.historic("date", row.dated_first, row.dated_from_last)?;
        let to = row.historic("date", row.dated_to_first, row.dated_last)?;
        let dated = from.zip(to).map(|(from, to)| HistoricSpan::new(from, to));
        let dated = dated.map(|dated| dated.ok_or_else(|| row.unreadable("date"))).transpose()?;
        Ok(Self {
            id: row.id,
            slug: row.slug,
            title: row.title,
            publisher: row.publisher,
            dated,
            address: row.address,
            note: row.note,
        })
    }
}

/// All sources, by slug.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Source>, StoreError> {
    let rows = sqlx::query_as!(SourceRow, r#"select * from source order by slug collate "C""#);
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// How many claims rest on a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Resting {
    /// All of them.
    pub claims: i64,
    /// Those about exchanges, which the register does not hold.
    pub about_exchanges: i64,
}

/// How many claims rest on each source that has any.
pub async fn resting(connection: &mut PgConnection) -> Result<HashMap<SourceId, Resting>, StoreError> {
    let rows = sqlx::query!(
        r#"select source as "source!: SourceId", count(*) as "claims!", count(exchange) as "about_exchanges!"
           from claim where source is not null group by source"#
    );
    let rows = rows.fetch_all(connection).await?.into_iter();
    Ok(rows
        .map(|row| (row.source, Resting { claims: row.claims, about_exchanges: row.about_exchanges }))
        .collect())
}
