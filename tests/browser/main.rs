//! The site in a real browser.

mod keyboard;
mod languages;
mod media;
mod pages;
mod reading;
mod reflow;
mod rules;
mod scriptless;
mod views;
mod walk;
