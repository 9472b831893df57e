//! Pages: the programme's own texts.

use serde::Serialize;
use sqlx::PgConnection;

use crate::database::Moment;
use crate::identity::PageId;
use crate::page::Page;
use crate::store::StoreError;
use crate::store::row::record;
use crate::text::{Line, Markdown, Slug};

#[derive(Debug, Serialize)]
pub(super) struct PageRow {
    id: PageId,
    slug: Slug,
    title: Line,
    body: Markdown,
    published_at: Option<Moment>,
}

record!(
    PageRow,
    "page",
    "insert into page select * from jsonb_populate_recordset(null::page, $1)
     on conflict (id) do update set
        (slug, title, body, published_at) =
        (excluded.slug, excluded.title, excluded.body, excluded.published_at)
     where (page.*) is distinct from (excluded.*)"
);

impl From<&Page> for PageRow {
    fn from(page: &Page) -> Self {
        let page = page.clone();
        Self {
            id: page.id,
            slug: page.slug,
            title: page.title,
            body: page.body,
            published_at: page.published_at.map(Moment),
        }
    }
}

impl From<PageRow> for Page {
    fn from(row: PageRow) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            title: row.title,
            body: row.body,
            published_at: row.published_at.map(Into::into),
        }
    }
}

/// All pages, by slug.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Page>, StoreError> {
    let rows = sqlx::query_as!(PageRow, r#"select * from page order by slug collate "C""#);
    Ok(rows.fetch_all(connection).await?.into_iter().map(Page::from).collect())
}
