//! Everything, as import would bring it in.

use sqlx::PgConnection;

use crate::dataset::Dataset;
use crate::store::{
    StoreError, claim, cost, document, exchange, file, image, notice, page, partner, policy, programme,
    redirect, series, source, translation,
};

/// Reads everything, as the owner, in an order that depends on nothing but its content.
///
/// Read it from a [`snapshot`](crate::store::snapshot), so that its parts belong together.
///
/// # Errors
/// There is no programme yet, or a row cannot be read.
pub async fn read(connection: &mut PgConnection) -> Result<Dataset, StoreError> {
    Ok(Dataset {
        programme: programme::get(connection).await?.ok_or(StoreError::NoProgramme)?,
        policy: policy::all(connection).await?,
        policy_exceptions: policy::exceptions(connection).await?,
        sources: source::all(connection).await?,
        partners: partner::all(connection).await?,
        series: series::all(connection).await?,
        exchanges: exchange::all(connection).await?,
        redirects: redirect::all(connection).await?,
        costs: cost::all(connection).await?,
        notices: notice::all(connection).await?,
        pages: page::all(connection).await?,
        translations: translation::all(connection).await?,
        documents: document::all(connection).await?,
        images: image::all(connection).await?,
        files: file::all(connection).await?,
        claims: claim::all(connection).await?,
    })
}
