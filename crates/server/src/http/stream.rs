//! Content that is sent as it is made, for downloads that are too large to be held.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use axum::{
    body::{Body, Bytes},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{ACCEPT_RANGES, CACHE_CONTROL, CONTENT_TYPE, ETAG},
    },
    response::{IntoResponse, Response},
};
use futures_util::Stream;

use super::conditions::{Decision, decide};
use super::media::{Caching, Media};
use super::{PageError, protection};

/// Content that is sent as it is made, in constant memory, and that any other site may load.
#[derive(Clone)]
pub struct Streamed {
    media: Media,
    tag: HeaderValue,
    /// Begins to make it: for each visitor anew.
    begin: Arc<dyn Fn() -> Body + Send + Sync>,
}

impl Streamed {
    /// Content of a media type in pieces, which `begin` begins to make. `state` names the state of the record that it is
    /// made from: another state has another name, so that a visitor who has the content of this one need not load it
    /// again.
    ///
    /// Its entity tag is weak, as the bytes are not known yet. Parts of it cannot be asked for.
    pub fn new<Pieces, Failure>(
        media: Media,
        state: &str,
        begin: impl Fn() -> Pieces + Send + Sync + 'static,
    ) -> Self
    where
        Pieces: Stream<Item = Result<Bytes, Failure>> + Send + 'static,
        Failure: Into<Box<dyn Error + Send + Sync>> + 'static,
    {
        let tag = HeaderValue::try_from(format!("W/\"{state}\""));
        let tag = tag.unwrap_or_else(|_| HeaderValue::from_static("W/\"\""));
        Self { media, tag, begin: Arc::new(move || Body::from_stream(begin())) }
    }

    /// The content, or word that the visitor has it already.
    pub(super) fn respond(self, asked: &HeaderMap) -> Result<Response, PageError> {
        let mut response = match decide(asked, &self.tag) {
            Decision::Refused => return Err(PageError::NotAsWanted),
            Decision::Held => StatusCode::NOT_MODIFIED.into_response(),
            Decision::Send => {
                let mut response = (self.begin)().into_response();
                response.headers_mut().insert(CONTENT_TYPE, self.media.header());
                response.headers_mut().insert(ACCEPT_RANGES, HeaderValue::from_static("none"));
                response
            }
        };
        let headers = response.headers_mut();
        headers.insert(ETAG, self.tag);
        headers.insert(CACHE_CONTROL, Caching::Revalidate.header());
        protection::share(headers);
        Ok(response)
    }
}

impl fmt::Debug for Streamed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Streamed").field("media", &self.media).finish_non_exhaustive()
    }
}
