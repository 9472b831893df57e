//! The heads of answers, for content that is sent again and again.

use std::sync::OnceLock;

use axum::http::HeaderMap;

use super::coding::Coding;

/// The heads of the answers with some content, one for each coding: to copy one takes less than to make it.
#[derive(Debug, Default)]
pub(crate) struct Heads {
    plain: OnceLock<HeaderMap>,
    brotli: OnceLock<HeaderMap>,
    zstd: OnceLock<HeaderMap>,
    gzip: OnceLock<HeaderMap>,
}

impl Heads {
    /// That of a coding, made when it is first asked for.
    pub(super) fn of(&self, coding: Coding) -> &OnceLock<HeaderMap> {
        match coding {
            Coding::Identity => &self.plain,
            Coding::Brotli => &self.brotli,
            Coding::Zstd => &self.zstd,
            Coding::Gzip => &self.gzip,
        }
    }
}
