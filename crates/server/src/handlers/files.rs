//! `/assets/{hash}/{name}` and `/favicon.svg`

use super::PageVisit;
use crate::assets;
use crate::http::{Answer, Caching, PageError, Sought};

/// A file under the hash of its content, which may be kept for ever.
pub async fn asset(visit: PageVisit<(String, String)>) -> Result<Answer, PageError> {
    let (hash, name) = &visit.path;
    let asset = assets::served(hash, name).ok_or(PageError::NotFound(Sought::Page))?;
    Ok(asset.content.clone().into())
}

/// The icon, where browsers look for it by themselves.
pub async fn favicon(_: PageVisit) -> Result<Answer, PageError> {
    let icon = assets::favicon().ok_or(PageError::NotFound(Sought::Page))?;
    Ok(icon.content.clone().caching(Caching::Revalidate).into())
}
