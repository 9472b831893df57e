//! `/assets/{hash}/{name}` and `/favicon.svg`

use super::PageVisit;
use crate::assets::{self, Asset};
use crate::http::{Answer, Caching, Content, Media, PageError, Sought};

/// A file under the hash of its content, which may be kept for ever.
pub async fn asset(visit: PageVisit<(String, String)>) -> Result<Answer, PageError> {
    let (hash, name) = &visit.path;
    let asset = assets::served(hash, name).ok_or(PageError::NotFound(Sought::Page))?;
    Ok(content(asset).caching(Caching::Immutable).into())
}

/// The icon, where browsers look for it by themselves.
pub async fn favicon(_: PageVisit) -> Result<Answer, PageError> {
    let icon = assets::favicon().ok_or(PageError::NotFound(Sought::Page))?;
    Ok(content(icon).into())
}

fn content(asset: &'static Asset) -> Content {
    Content::new(Media::named(asset.media_type), asset.bytes.as_ref())
}
