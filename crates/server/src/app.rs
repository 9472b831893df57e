//! The site as its pages see it: what they are made from, shared by all visits.

use crate::{
    http::{ErrorPages, PageError, bare_page},
    operator::{NotReady, Readiness},
    urls::PublicAddress,
};

/// What all visits share.
#[derive(Debug)]
pub struct App {
    /// Where visitors find the site.
    pub public_address: PublicAddress,
}

impl ErrorPages for App {
    fn error_page(&self, error: &PageError, _path: &str) -> Result<String, PageError> {
        Ok(bare_page(error.status()))
    }
}

impl Readiness for App {
    async fn ready(&self) -> Result<(), NotReady> {
        Err(NotReady::Register)
    }
}
