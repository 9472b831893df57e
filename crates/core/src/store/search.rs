//! Search: what it looks in, kept beside the record, and what it finds.

mod find;
mod narrow;
mod original;
mod write;

use find::compiled;
pub(super) use find::like_slug;
pub use find::{Found, Hit, HitRecord, find};
pub(super) use narrow::saying;
pub(super) use write::follow;
pub use write::{rebuild, write_missing};
