//! Files from outside: what is taken in, what is refused and in which words, and that no bytes do harm.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it should be"
)]

mod hostile;
mod pdf;
mod picture;
