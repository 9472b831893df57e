//! What programs read: calendars, Atom, data, and the lists for search engines.
//!
//! Each says the same as the pages, from the same register and by the same presenter.

mod atom;
mod calendar;
mod catalogue;
mod news;
pub mod records;
mod sitemap;
mod structured;

pub use atom::FeedPlace;
pub use calendar::{CalendarHistory, CalendarSubject};
pub use news::{NewsItem, NewsPlace, NotANewsPlace};
pub use sitemap::{Sitemap, SitemapIndex, recorded};
pub use structured::StructuredData;
