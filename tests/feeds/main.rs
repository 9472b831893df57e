//! What programs read, read by other programs: calendars by two parsers that are not ours, feeds and data by validators.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod calendars;
mod client;
mod documents;
mod story;
