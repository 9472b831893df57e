//! `/sitemap.xml`, `/robots.txt` and `/.well-known/security.txt`: what programs ask for by themselves

use jiff::ToSpan;
use jiff::civil::{Date, date};
use signpost_core::Id;
use signpost_core::store::exchange::{self, ExchangeFilter, Order, Page as Part};
use signpost_core::store::history;

use super::{PageVisit, page_text};
use crate::app::unavailable;
use crate::feeds::{Sitemap, SitemapIndex, recorded};
use crate::http::{Answer, Content, Media, PageError, Sought};
use crate::language::Locale;
use crate::urls::Url;

/// The media type of the lists.
const XML: Media = Media::named("application/xml; charset=utf-8");

/// The lists of pages: those that are always there, and the exchanges of each year.
pub async fn sitemap(visit: PageVisit) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let years = exchange::per_year(&mut reading.snapshot, &ExchangeFilter::default()).await;
    let years = years.map_err(|error| unavailable(&error))?;
    let index = SitemapIndex::new(visit.app.address(), years.into_iter().map(|count| count.year));
    Ok(Content::new(XML, page_text(&index)?).into())
}

/// The pages that are always there, and those of the partners.
pub async fn sitemap_of_pages(visit: PageVisit) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let ids: Vec<_> = reading.register.partners().iter().flat_map(recorded).collect();
    let changes = history::last_changes(&mut reading.snapshot, &ids).await;
    let changes = changes.map_err(|error| unavailable(&error))?;
    let presenter = visit.app.presenter(&reading.register, visit.locale);
    Ok(Content::new(XML, page_text(&presenter.sitemap(visit.app.address(), &changes))?).into())
}

/// The exchanges that begin in a year; of more than a list can have, the latest.
pub async fn sitemap_of_year(visit: PageVisit<i16>) -> Result<Answer, PageError> {
    let not_found = || PageError::NotFound(Sought::Page);
    let first = Date::new(visit.path, 1, 1).map_err(|_| not_found())?;
    let mut reading = visit.app.read().await?;
    let filter =
        ExchangeFilter { from: Some(first), until: Some(first.last_of_year()), ..ExchangeFilter::default() };
    let languages = visit.app.presenter(&reading.register, visit.locale).languages();
    let most = Sitemap::capacity(&languages);
    let found = exchange::find(&mut reading.snapshot, &filter, Order::Latest, Part::First, most).await;
    let mut exchanges = found.map_err(|error| unavailable(&error))?.exchanges;
    let zone = reading.register.programme().time_zone.clone();
    exchanges.retain(|exchange| exchange.when.days(&zone).is_ok_and(|(day, _)| day >= first));
    if exchanges.is_empty() {
        return Err(not_found());
    }
    let ids: Vec<_> = exchanges.iter().map(|exchange| exchange.id.uuid()).collect();
    let changes = history::last_changes(&mut reading.snapshot, &ids).await;
    let changes = changes.map_err(|error| unavailable(&error))?;
    let list = Sitemap::of_exchanges((visit.app.address(), &languages), &exchanges, &changes);
    Ok(Content::new(XML, page_text(&list)?).into())
}

/// What search engines may read (RFC 9309): all that is meant to be found.
pub async fn robots(visit: PageVisit) -> Result<Answer, PageError> {
    let sitemap = Url::sitemap().absolute(visit.app.address());
    let text = format!("User-agent: *\nDisallow: /preview/\n\nSitemap: {sitemap}\n");
    Ok(Content::new(Media::TEXT, text).into())
}

/// Whom to tell of a fault in security (RFC 9116): the city's own contact, where its address is public.
pub async fn security(visit: PageVisit) -> Result<Answer, PageError> {
    let register = visit.app.register()?;
    let presenter = visit.app.presenter(&register, visit.locale);
    let contact = presenter.contact().ok_or(PageError::NotFound(Sought::Page))?;
    let languages: Vec<&str> = presenter.languages().into_iter().map(Locale::tag).collect();
    let text = format!(
        "Contact: {}\nExpires: {}T00:00:00Z\nPreferred-Languages: {}\nCanonical: {}\n",
        contact.url.absolute(visit.app.address()),
        expiry(presenter.today()),
        languages.join(", "),
        Url::security().absolute(visit.app.address()),
    );
    Ok(Content::new(Media::TEXT, text).into())
}

/// Until when it may be believed: less than a year (RFC 9116, section 2.5.5), and the same for a month.
fn expiry(today: Date) -> Date {
    today.first_of_month().checked_add(6.months()).unwrap_or(date(9999, 12, 31))
}
