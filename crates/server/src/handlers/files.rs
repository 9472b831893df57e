//! `/assets/{hash}/{name}`, `/favicon.svg`, `/documents/{sha}/{name}`, `/media/{sha}/{width}` and
//! `/preview/{token}/{sha}/{width}`

use std::str::FromStr;

use axum::body::Bytes;
use signpost_core::store::StoreError;
use signpost_core::store::file::{self, Served};
use signpost_core::store::preview;
use signpost_core::{Digest, Line, MediaType, PreviewToken};

use super::PageVisit;
use crate::app::unavailable;
use crate::assets;
use crate::http::{Answer, Caching, Content, FileContent, Media, PageError, Sought};

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

/// A document, by the hash of its bytes and its name; only while it is public.
pub async fn document(visit: PageVisit<(String, String)>) -> Result<Answer, PageError> {
    let (digest, name) = &visit.path;
    let (digest, name): (Digest, Line) = (read(digest)?, read(name)?);
    let mut snapshot = visit.app.read().await?.snapshot;
    let offered = file::offered(&mut snapshot, digest, &name).await.map_err(|error| unavailable(&error))?;
    let media_type = offered.ok_or_else(nothing)?;
    let read = async { bytes(file::document(&mut snapshot, digest, &name).await) };
    let bytes = visit.app.files().get(&(digest, None), read).await?;
    Ok(FileContent::shown(media(media_type), bytes, &digest.to_string()).kept_as(name.as_str()).into())
}

/// A picture in one of the widths that it is served in; only while it is public.
pub async fn picture(visit: PageVisit<(String, String)>) -> Result<Answer, PageError> {
    let (digest, width) = &visit.path;
    let (digest, width): (Digest, u32) = (read(digest)?, read(width)?);
    let mut snapshot = visit.app.read().await?.snapshot;
    let shown = file::shown(&mut snapshot, digest).await.map_err(|error| unavailable(&error))?;
    let media_type = shown.ok_or_else(nothing)?;
    let read = async { bytes(file::picture(&mut snapshot, digest, width).await) };
    let bytes = visit.app.files().get(&(digest, Some(width)), read).await?;
    Ok(FileContent::shown(media(media_type), bytes, &format!("{digest}-{width}")).into())
}

/// A picture that the link of a preview shows, in one of the widths that it is served in; for nobody to keep.
pub async fn previewed_picture(visit: PageVisit<(String, String, String)>) -> Result<Answer, PageError> {
    let (token, digest, width) = &visit.path;
    let (token, digest, width): (PreviewToken, Digest, u32) = (read(token)?, read(digest)?, read(width)?);
    let mut snapshot = visit.app.read().await?.snapshot;
    preview::enter(&mut snapshot, &token).await.map_err(|error| unavailable(&error))?;
    let picture = file::picture(&mut snapshot, digest, width).await.map_err(|error| unavailable(&error))?;
    let picture = picture.ok_or_else(nothing)?;
    Ok(Content::new(media(picture.media_type), picture.bytes).caching(Caching::Never).into())
}

fn nothing() -> PageError {
    PageError::NotFound(Sought::Page)
}

fn read<T: FromStr>(part: &str) -> Result<T, PageError> {
    part.parse().map_err(|_| nothing())
}

fn bytes(served: Result<Option<Served>, StoreError>) -> Result<Bytes, PageError> {
    let served = served.map_err(|error| unavailable(&error))?.ok_or_else(nothing)?;
    Ok(served.bytes.into())
}

const fn media(media_type: MediaType) -> Media {
    Media::named(match media_type {
        MediaType::Pdf => "application/pdf",
        MediaType::Jpeg => "image/jpeg",
        MediaType::Png => "image/png",
    })
}
