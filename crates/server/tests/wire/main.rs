//! The wire, by hand: raw bytes to a real port, and whatever comes back.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking, also outside of its own function"
)]

mod connections;
mod kept;
mod log;
mod requests;
mod site;
