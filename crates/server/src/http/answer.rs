//! What a handler answers: bytes with a name for their content, or another address.

use std::fmt::Write;

use axum::{
    body::{Body, Bytes},
    http::{
        HeaderMap, HeaderValue, StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH, LOCATION},
    },
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

use super::PageError;

/// What a visit comes to when nothing went wrong.
#[derive(Debug, Clone)]
pub enum Answer {
    /// This content.
    Content(Content),
    /// It is for ever at this path (and query) of the site, percent-encoded, with one leading slash.
    Moved(String),
}

/// Content that is ready to be sent.
#[derive(Debug, Clone)]
pub struct Content {
    media: Media,
    caching: Caching,
    bytes: Bytes,
    tag: HeaderValue,
}

/// A media type, as the Content-Type header names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Media(&'static str);

/// What a browser may do with an answer that it keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caching {
    /// Ask each time whether it changed: pages.
    Revalidate,
    /// Never ask again: the address changes with the content.
    Immutable,
    /// Keep nothing: errors, health.
    Never,
}

impl Media {
    /// A page.
    pub const HTML: Self = Self("text/html; charset=utf-8");
    /// Plain text.
    pub const TEXT: Self = Self("text/plain; charset=utf-8");

    /// Another media type, with the character set where it is text.
    pub const fn named(name: &'static str) -> Self {
        Self(name)
    }

    pub(crate) fn header(self) -> HeaderValue {
        HeaderValue::from_static(self.0)
    }
}

impl Caching {
    pub(crate) fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Revalidate => "no-cache",
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Never => "no-store",
        })
    }
}

impl Content {
    /// Content of a media type, which a browser asks for again each time.
    ///
    /// Its entity tag is strong and made from the bytes alone: the same bytes have the same tag on
    /// every server and after every restart.
    pub fn new(media: Media, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        Self { media, caching: Caching::Revalidate, tag: entity_tag(&bytes), bytes }
    }

    /// A page of the site.
    pub fn html(html: String) -> Self {
        Self::new(Media::HTML, html)
    }

    /// The same content, kept by browsers in another way.
    #[must_use]
    pub fn caching(self, caching: Caching) -> Self {
        Self { caching, ..self }
    }

    /// The content, or word that the visitor has it already.
    fn respond(self, asked: &HeaderMap) -> Response {
        let known = holds(asked, &self.tag);
        let headers =
            [(ETAG, self.tag), (CACHE_CONTROL, self.caching.header()), (CONTENT_TYPE, self.media.header())];
        if known {
            let mut response = (StatusCode::NOT_MODIFIED, headers).into_response();
            response.headers_mut().remove(CONTENT_TYPE);
            response
        } else {
            (headers, Body::from(self.bytes)).into_response()
        }
    }
}

impl Answer {
    /// The response to a request with these headers.
    pub(super) fn respond(self, asked: &HeaderMap) -> Result<Response, PageError> {
        match self {
            Self::Content(content) => Ok(content.respond(asked)),
            Self::Moved(to) => moved(&to),
        }
    }
}

impl From<Content> for Answer {
    fn from(content: Content) -> Self {
        Self::Content(content)
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
            Ok((StatusCode::PERMANENT_REDIRECT, headers).into_response())
        }
        _ => Err(PageError::Internal { report: format!("no path of this site to redirect to: {to:?}") }),
    }
}

/// The first 16 bytes of the SHA-256, quoted (RFC 9110, section 8.8.3).
fn entity_tag(bytes: &[u8]) -> HeaderValue {
    let digest = Sha256::digest(bytes);
    let mut tag = String::from("\"");
    for byte in digest.iter().take(16) {
        // Writing to a string cannot fail.
        let _ = write!(tag, "{byte:02x}");
    }
    tag.push('"');
    HeaderValue::try_from(tag).unwrap_or_else(|_| HeaderValue::from_static("\"\""))
}

/// Whether the visitor holds this content: If-None-Match compares weakly (RFC 9110, section 13.1.2).
fn holds(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    asked
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .any(|held| held == "*" || held.strip_prefix("W/").unwrap_or(held) == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_comes_from_the_bytes() {
        let one = Content::new(Media::TEXT, "Toyokawa");
        assert_eq!(one.tag, Content::new(Media::TEXT, "Toyokawa").tag);
        assert_ne!(one.tag, Content::new(Media::TEXT, "Hsinchu").tag);
        assert_eq!(one.tag.len(), 34);
    }

    #[test]
    fn a_visitor_who_holds_the_content_gets_none() {
        let page = Content::html("<p>Copertino".to_owned());
        let tag = page.tag.to_str().unwrap().to_owned();
        let table = [
            (tag.clone(), true),
            (format!("W/{tag}"), true),
            (format!("\"other\", {tag}"), true),
            ("*".to_owned(), true),
            ("\"other\"".to_owned(), false),
            (tag.replace('"', ""), false),
            (String::new(), false),
        ];
        for (held, known) in table {
            let asked = HeaderMap::from_iter([(IF_NONE_MATCH, held.parse().unwrap())]);
            let response = page.clone().respond(&asked);
            assert_eq!(response.status() == StatusCode::NOT_MODIFIED, known, "{held}");
            assert_eq!(response.headers()[ETAG], tag);
            assert_eq!(response.headers()[CACHE_CONTROL], "no-cache");
        }
    }

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
