//! `/embed/exchanges`

use signpost_core::store::exchange::Page as Part;

use super::exchanges::{ListQuery, find};
use super::{PageVisit, page_text};
use crate::http::{Answer, Content, PageError, Protection};
use crate::pages::EmbeddedExchangesPage;
use crate::present::Listing;
use crate::urls::Page;

/// How many exchanges other sites show at a time.
const SHOWN: u16 = 12;

/// The exchanges that a site selected to show in a frame.
pub async fn exchanges(visit: PageVisit<(), ListQuery>) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let register = reading.register.clone();
    let presenter = visit.app.presenter(&register, visit.locale);
    let selection = visit.query.filter.selection(&register, visit.query.period)?;
    let found = find(&mut reading, selection, presenter.today(), Part::First, SHOWN).await?;
    let listing = Listing { exchanges: &found.exchanges, after: None, nearest: &[] };
    let view = presenter.exchanges(selection, listing);
    let page = Page::EmbeddedExchanges(selection.query());
    let chrome = presenter.chrome(visit.app.address(), &page, &view.heading, "");
    let whole = Page::Exchanges(selection.query()).url(visit.locale);
    let html = page_text(&EmbeddedExchangesPage { chrome, view, whole })?;
    Ok(Content::html(html).protected(Protection::Framed).into())
}
