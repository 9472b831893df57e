//! The site in a real browser.

mod pages;
mod pictures;
