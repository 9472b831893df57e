//! Former slugs.

use serde::Serialize;
use sqlx::PgConnection;

use crate::dataset::{Redirect, RedirectTarget};
use crate::identity::{ExchangeId, PartnerId, SlugRedirectId};
use crate::store::StoreError;
use crate::store::row::{Record, record};
use crate::text::Slug;

#[derive(Debug, Serialize)]
pub(super) struct RedirectRow {
    id: SlugRedirectId,
    noun: String,
    slug: Slug,
    partner: Option<PartnerId>,
    exchange: Option<ExchangeId>,
}

record!(
    RedirectRow,
    "slug_redirect",
    "insert into slug_redirect select * from jsonb_populate_recordset(null::slug_redirect, $1)
     on conflict (id) do update set
        (noun, slug, partner, exchange) = (excluded.noun, excluded.slug, excluded.partner, excluded.exchange)
     where (slug_redirect.*) is distinct from (excluded.*)"
);

impl From<&Redirect> for RedirectRow {
    fn from(redirect: &Redirect) -> Self {
        let (noun, partner, exchange) = match redirect.to {
            RedirectTarget::Partner(id) => ("partner", Some(id), None),
            RedirectTarget::Exchange(id) => ("exchange", None, Some(id)),
        };
        Self { id: redirect.id, noun: noun.to_owned(), slug: redirect.slug.clone(), partner, exchange }
    }
}

impl TryFrom<RedirectRow> for Redirect {
    type Error = StoreError;

    fn try_from(row: RedirectRow) -> Result<Self, StoreError> {
        let partner = row.partner.map(RedirectTarget::Partner);
        let to = partner.or(row.exchange.map(RedirectTarget::Exchange));
        Ok(Self { to: to.ok_or_else(|| row.unreadable("target"))?, id: row.id, slug: row.slug })
    }
}

/// All former slugs.
pub(super) async fn all(connection: &mut PgConnection) -> Result<Vec<Redirect>, StoreError> {
    let rows = sqlx::query_as!(RedirectRow, r#"select * from slug_redirect order by noun, slug collate "C""#);
    rows.fetch_all(connection).await?.into_iter().map(TryInto::try_into).collect()
}

/// Former slugs of partners.
pub(super) async fn of_partners(connection: &mut PgConnection) -> Result<Vec<(Slug, PartnerId)>, StoreError> {
    let rows = sqlx::query!(
        r#"select slug, partner as "partner!" from slug_redirect where partner is not null order by slug collate "C""#
    );
    Ok(rows.fetch_all(connection).await?.into_iter().map(|row| (row.slug, row.partner)).collect())
}
