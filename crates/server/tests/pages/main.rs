//! The pages, asked for through the real router, of a real database with the demonstration in it.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod api;
mod errors;
mod feeds;
mod freshness;
mod history;
mod languages;
mod month;
mod pictures;
mod records;
mod search;
mod site;
mod today;
