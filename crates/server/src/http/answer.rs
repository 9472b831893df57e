//! What a handler answers: content, a file, or another address.

use axum::{
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CACHE_CONTROL, LOCATION},
    },
    response::{IntoResponse, Response},
};

use super::content::Content;
use super::file::FileContent;
use super::media::Caching;
use super::protection::share;
use super::{PageError, Streamed};

/// What a visit comes to when nothing went wrong.
#[derive(Debug, Clone)]
pub enum Answer {
    /// This content.
    Content(Content),
    /// This file, whole or in parts.
    File(FileContent),
    /// Content that is sent as it is made.
    Streamed(Streamed),
    /// It is for ever at this path (and query) of the site, percent-encoded, with one leading slash.
    Moved(String),
}

impl Answer {
    /// The response to a request with these headers.
    ///
    /// # Errors
    /// Their conditions do not hold, or a file's part that they ask for is not there.
    pub fn respond(self, asked: &HeaderMap) -> Result<Response, PageError> {
        match self {
            Self::Content(content) => content.respond(asked),
            Self::File(file) => file.respond(asked),
            Self::Streamed(streamed) => streamed.respond(asked),
            Self::Moved(to) => moved(&to),
        }
    }
}

impl From<Content> for Answer {
    fn from(content: Content) -> Self {
        Self::Content(content)
    }
}

impl From<FileContent> for Answer {
    fn from(file: FileContent) -> Self {
        Self::File(file)
    }
}

impl From<Streamed> for Answer {
    fn from(streamed: Streamed) -> Self {
        Self::Streamed(streamed)
    }
}

/// A permanent redirect within the site.
///
/// A second slash at the start would lead to another site, and is refused as a fault of ours.
pub(super) fn moved(to: &str) -> Result<Response, PageError> {
    let within = to.starts_with('/') && !to.starts_with("//");
    match HeaderValue::try_from(to) {
        Ok(location) if within => {
            let headers = [(LOCATION, location), (CACHE_CONTROL, Caching::Revalidate.header())];
            let mut response = (StatusCode::PERMANENT_REDIRECT, headers).into_response();
            // Where it leads says itself who may load it; the way there is no secret.
            share(response.headers_mut());
            Ok(response)
        }
        _ => Err(PageError::Internal { report: format!("no path of this site to redirect to: {to:?}") }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redirect_stays_on_the_site() {
        assert_eq!(
            moved("/partners/shenzhen?on=2017-01-01").unwrap().headers()[LOCATION],
            "/partners/shenzhen?on=2017-01-01"
        );
        for elsewhere in ["//evil.example", "https://evil.example", "", "/a\nb"] {
            assert!(moved(elsewhere).is_err(), "{elsewhere:?}");
        }
    }
}
