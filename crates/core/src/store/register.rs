//! The register, read whole.

use sqlx::PgConnection;

use crate::policy::Policy;
use crate::register::{Register, RegisterParts};
use crate::store::{
    StoreError, claim, document, image, notice, page, partner, policy, programme, redirect, source,
    translation,
};

/// Reads the register: everything but exchanges and what belongs to them, as far as the role may see it.
///
/// Read it from a [`snapshot`](crate::store::snapshot), so that its parts and its version belong together.
///
/// # Errors
/// There is no programme yet, or a row cannot be read.
pub async fn load(connection: &mut PgConnection) -> Result<Register, StoreError> {
    let version = version(connection).await?;
    let programme = programme::get(connection).await?.ok_or(StoreError::NoProgramme)?;
    Ok(Register::new(RegisterParts {
        version,
        programme,
        policy: Policy { rules: policy::all(connection).await? },
        partners: partner::all(connection).await?,
        redirects: redirect::of_partners(connection).await?,
        notices: notice::all(connection).await?,
        pages: page::all(connection).await?,
        sources: source::all(connection).await?,
        claims: claim::of_the_register(connection).await?,
        translations: translation::all(connection).await?,
        documents: document::of_the_register(connection).await?,
        images: image::of_the_register(connection).await?,
    }))
}

/// The content version: the number of changes that are committed.
pub async fn version(connection: &mut PgConnection) -> Result<i64, StoreError> {
    Ok(sqlx::query_scalar!("select version from content_version").fetch_one(connection).await?)
}
