//! The public site: from a URL to the bytes of a page.

pub mod assets;
pub mod language;
pub mod pages;
pub mod pictures;
pub mod present;
pub mod urls;
