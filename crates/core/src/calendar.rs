//! Calendar files (iCalendar, RFC 5545): written from the record, and read into drafts.

mod content;
mod entry;
mod read;
mod series;
mod write;
mod zone;

pub use entry::{Entry, Found, Repetition};
pub use read::{Calendar, read};
pub use series::{SeriesHistory, one_of, repeated};
pub use write::{Heading, write};
