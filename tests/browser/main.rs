//! The site in a real browser.

mod keyboard;
mod languages;
mod pages;
mod pictures;
mod rules;
