//! What content is, and how long it may be kept, as headers say it.

use axum::http::HeaderValue;

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
    /// Ask again after ten minutes: the address changes with the content, but staff may unpublish it.
    Published,
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

    /// Whether it is text, which packs well; pictures and fonts are packed already.
    pub(super) fn is_text(self) -> bool {
        let name = self.0.split(';').next().unwrap_or_default();
        name.starts_with("text/") || name.ends_with("xml") || name.ends_with("json")
    }
}

impl Caching {
    pub(crate) fn header(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Revalidate => "no-cache",
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Published => "public, max-age=600, must-revalidate",
            Self::Never => "no-store",
        })
    }
}
