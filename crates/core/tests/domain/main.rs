//! The domain's rules: tables of cases, and properties that hold for any dates.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod lifecycle;
mod made;
mod news;
mod policy;
mod properties;
mod register;
mod relationship;
mod repeat;
mod translation;
mod wikidata;
