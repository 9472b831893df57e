//! Notices.

use serde::Serialize;
use sqlx::PgConnection;

use crate::database::Moment;
use crate::identity::NoticeId;
use crate::notice::{Notice, Severity};
use crate::store::StoreError;
use crate::store::row::record;
use crate::text::{Line, Markdown, Slug, WebAddress};

#[derive(Debug, Serialize)]
pub(super) struct NoticeRow {
    id: NoticeId,
    slug: Slug,
    title: Line,
    body: Option<Markdown>,
    severity: Severity,
    link: Option<WebAddress>,
    starts_at: Moment,
    ends_at: Option<Moment>,
    note: Option<Markdown>,
}

record!(
    NoticeRow,
    "notice",
    "insert into notice select * from jsonb_populate_recordset(null::notice, $1)
     on conflict (id) do update set
        (slug, title, body, severity, link, starts_at, ends_at, note) =
        (excluded.slug, excluded.title, excluded.body, excluded.severity, excluded.link, excluded.starts_at,
         excluded.ends_at, excluded.note)
     where (notice.*) is distinct from (excluded.*)"
);

impl From<&Notice> for NoticeRow {
    fn from(notice: &Notice) -> Self {
        let notice = notice.clone();
        Self {
            id: notice.id,
            slug: notice.slug,
            title: notice.title,
            body: notice.body,
            severity: notice.severity,
            link: notice.link,
            starts_at: Moment(notice.starts_at),
            ends_at: notice.ends_at.map(Moment),
            note: notice.note,
        }
    }
}

impl From<NoticeRow> for Notice {
    fn from(row: NoticeRow) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            title: row.title,
            body: row.body,
            severity: row.severity,
            link: row.link,
            starts_at: row.starts_at.into(),
            ends_at: row.ends_at.map(Into::into),
            note: row.note,
        }
    }
}

/// All notices, in the order in which they appear.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Notice>, StoreError> {
    let rows = sqlx::query_as!(NoticeRow, r#"select * from notice order by starts_at, slug collate "C""#);
    Ok(rows.fetch_all(connection).await?.into_iter().map(Notice::from).collect())
}
