//! The site in a real browser.

mod keyboard;
mod pages;
mod pictures;
mod rules;
