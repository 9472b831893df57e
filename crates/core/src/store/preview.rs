//! Previews of exchanges that are not public.

use jiff::Timestamp;
use serde::Serialize;
use sqlx::PgConnection;

use crate::database::Moment;
use crate::document::Image;
use crate::exchange::{Exchange, PreviewToken};
use crate::identity::{ExchangeId, PreviewId};
use crate::source::Claim;
use crate::store::row::{Record, record};
use crate::store::{StoreError, exchange, image};
use crate::text::Slug;

#[derive(Debug, Serialize)]
pub(super) struct PreviewRow {
    id: PreviewId,
    exchange: ExchangeId,
    token_hash: String,
    expires_at: Moment,
}

record!(
    PreviewRow,
    "preview",
    "insert into preview select * from jsonb_populate_recordset(null::preview, $1)
     on conflict (id) do update set (exchange, token_hash, expires_at) =
        (excluded.exchange, excluded.token_hash, excluded.expires_at)
     where (preview.*) is distinct from (excluded.*)"
);

/// An exchange as the link of a preview shows it.
#[derive(Clone, Debug)]
pub struct Previewed {
    /// It.
    pub exchange: Exchange,
    /// What sources say of it.
    pub claims: Vec<Claim>,
    /// Its photographs.
    pub images: Vec<Image>,
    /// Until when the link opens it.
    pub expires_at: Timestamp,
}

/// Adds a preview of an exchange, within the caller's transaction, which has begun a
/// [change](crate::store::change).
pub async fn add(
    connection: &mut PgConnection,
    (id, exchange): (PreviewId, ExchangeId),
    token: &PreviewToken,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    let row = PreviewRow { id, exchange, token_hash: token.hash(), expires_at: Moment(expires_at) };
    Ok(PreviewRow::write(connection, sqlx::types::Json(&[row])).await?)
}

/// Withdraws all previews of an exchange, and says how many there were.
pub async fn withdraw(connection: &mut PgConnection, exchange: ExchangeId) -> Result<u64, StoreError> {
    let gone = sqlx::query!("delete from preview where exchange = $1", exchange as _);
    Ok(gone.execute(connection).await?.rows_affected())
}

/// What the link with a token opens; nothing, where it was withdrawn or has expired.
///
/// The transaction reads nothing but what is previewed and what is public from then on.
pub async fn open(
    connection: &mut PgConnection,
    token: &PreviewToken,
) -> Result<Option<Previewed>, StoreError> {
    enter(connection, token).await?;
    let preview = sqlx::query!(
        r#"select slug as "slug: Slug", expires_at from preview join exchange on exchange.id = preview.exchange
           where token_hash = $1"#,
        token.hash()
    );
    let Some(preview) = preview.fetch_optional(&mut *connection).await? else { return Ok(None) };
    let Some(found) = exchange::by_slug(connection, &preview.slug).await? else { return Ok(None) };
    let claims = exchange::claims(connection, found.id).await?;
    let images = image::of_exchange(connection, found.id).await?;
    Ok(Some(Previewed { exchange: found, claims, images, expires_at: preview.expires_at.0 }))
}

/// Shows the transaction, from then on, what the link with a token opens: its exchange, and its photographs as
/// [files](crate::store::file).
pub async fn enter(connection: &mut PgConnection, token: &PreviewToken) -> Result<(), StoreError> {
    let said = sqlx::query!(
        "select set_config('signpost.preview', $1, true) as said,
                set_config('search_path', 'previewed, published, public', true) as path",
        token.hash()
    );
    said.fetch_one(&mut *connection).await?;
    Ok(())
}
