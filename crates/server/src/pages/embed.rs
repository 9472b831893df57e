//! The list of exchanges for other sites to show in a frame.

use askama::Template;

use crate::{
    pages::{Chrome, ExchangesView},
    urls::Url,
};

/// The list, without what surrounds the site's own pages; its links open outside of the frame.
#[derive(Template)]
#[template(path = "embed/exchanges.html")]
pub struct EmbeddedExchangesPage {
    /// The language, the site and the stylesheet.
    pub chrome: Chrome,
    /// The list.
    pub view: ExchangesView,
    /// The same list on the site.
    pub whole: Url,
}
