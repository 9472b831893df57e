//! The wire: connections, what a request must be, typed paths and queries, answers and errors.
//!
//! A request passes [`serve`] (connections and their limits), [`guard`] (the one function around
//! every route: checks, time limit, security headers, log and figures) and [`page`] (typed path and
//! query in, an [`Answer`] or a [`PageError`] out). Errors of all three become pages in one way,
//! by [`ErrorPages`].

mod admission;
mod answer;
mod coding;
mod conditions;
mod connections;
mod content;
mod error;
mod file;
mod guard;
mod heads;
mod media;
mod protection;
mod query;
mod stream;
mod tally;
mod visit;

pub use answer::Answer;
pub use connections::{ConnectionLimits, serve};
pub use content::Content;
pub use error::{ErrorPages, HostFault, PageError, Sought, Wanted};
pub use file::FileContent;
pub use guard::{Guard, guard};
pub use media::{Caching, Media};
pub use protection::{Protection, Transport};
pub use query::{FromQuery, Query};
pub use stream::Streamed;
pub use visit::{Visit, page};

pub(crate) use error::error_response;
pub(crate) use heads::Heads;
pub(crate) use visit::read;
