//! The handlers: for each page, from what the URL says to the page's bytes.
//!
//! A handler takes the register, at most a query or two besides, makes the view, and renders its template.

mod about;
mod accessibility;
mod api;
mod as_of;
mod atom;
mod calendar;
mod data;
mod discovery;
mod downloads;
mod embed;
mod error;
mod exchanges;
mod files;
mod filter;
mod home;
mod month;
mod partners;
mod pictures;
mod preview;
mod search;
mod take_part;

pub use about::about;
pub use accessibility::accessibility;
pub use api::{api, document};
pub use as_of::AsOf;
pub use atom::{NewsQuery, exchanges_feed, news_feed};
pub use calendar::{
    CalendarQuery, Unfiltered, calendar, of_exchange as exchange_calendar, of_partner as partner_calendar,
};
pub use data::{catalogue, data};
pub use discovery::{robots, security, sitemap, sitemap_of_pages, sitemap_of_year};
pub use downloads::{
    exchanges_csv, exchanges_json, partners_csv, partners_geojson, partners_json, terms_csv, wikidata,
};
pub use embed::exchanges as embedded_exchanges;
pub(crate) use error::{fault, nearest_partners};
pub use exchanges::{ListQuery, exchange, list as exchanges, preview};
pub use files::{asset, document as document_file, favicon, picture as picture_file, previewed_picture};
pub use filter::Filter;
pub use home::home;
pub use month::{DayQuery, day, month};
pub use partners::{list as partners, partner};
pub use pictures::{map, map_file, signpost, signpost_boards, signpost_file, timeline, timeline_file};
pub use preview::{exchange_preview, partner_preview, site_preview};
pub use search::{SearchQuery, search};
pub(crate) use search::{found_documents, found_exchanges};
pub use take_part::take_part;

use askama::Template;

use crate::app::App;
use crate::http::{Answer, Content, PageError, Visit};

/// A visit to a page of the site.
type PageVisit<P = (), Q = ()> = Visit<App, P, Q>;

/// The bytes of a page.
fn rendered(page: &impl Template) -> Result<Answer, PageError> {
    page_text(page).map(|html| Content::html(html).into())
}

/// The text of a page.
fn page_text(page: &impl Template) -> Result<String, PageError> {
    page.render().map_err(|fault| PageError::internal(&fault))
}
