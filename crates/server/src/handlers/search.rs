//! `/search`

use jiff::civil::Date;
use signpost_core::search::Terms;
use signpost_core::store::document;
use signpost_core::store::exchange::{self, ExchangeFilter, Order, Page as Part};
use signpost_core::store::search::{self, Found, HitRecord};
use signpost_core::{Document, Exchange, SearchWords};

use super::error::links;
use super::{PageVisit, rendered};
use crate::app::{Reading, unavailable};
use crate::http::{Answer, FromQuery, PageError, Query, Wanted};
use crate::pages::{Link, SearchPage};
use crate::present::{Presenter, Searched, YearRecorded};
use crate::urls::Page;

/// What the query of the search says.
#[derive(Clone, Debug)]
pub struct SearchQuery {
    words: Option<SearchWords>,
}

impl FromQuery for SearchQuery {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        query.only(&["q"])?;
        let words: Option<SearchWords> = query.one("q", Wanted::Words)?;
        Ok(Self { words: words.filter(|words| !words.as_str().trim().is_empty()) })
    }
}

/// How many exchanges, and how many other records, the page shows.
const SHOWN: u16 = 20;
/// How many years it tells of.
const YEARS: usize = 3;

/// What is found, and why.
pub async fn search(visit: PageVisit<(), SearchQuery>) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let register = reading.register.clone();
    let presenter = visit.app.presenter(&register, visit.locale);
    let page = Page::Search { words: visit.query.words.as_ref().map(ToString::to_string) };
    let view = match &visit.query.words {
        None => presenter.search_form(),
        Some(words) => {
            let language = presenter.text_language();
            let found = search::find(&mut reading.snapshot, words, &language, SHOWN).await;
            let found = found.map_err(|error| unavailable(&error))?;
            let exchanges = found_exchanges(&mut reading, &found).await?;
            let documents = found_documents(&mut reading, &found).await?;
            let years = years(&mut reading, &found.terms).await?;
            let nearest = if found.is_empty() { nearest(words.as_str(), presenter) } else { Vec::new() };
            let searched = Searched {
                found: &found,
                exchanges: &exchanges,
                documents: &documents,
                years: &years,
                nearest,
            };
            presenter.search(words, searched)
        }
    };
    let description = visit.locale.say_with("search-description", [("host", presenter.host().into())]);
    let chrome = presenter.chrome(visit.app.address(), &page, &view.heading, &description);
    let chrome = if visit.query.words.is_some() { chrome.unlisted() } else { chrome };
    rendered(&SearchPage { chrome, view })
}

/// The partners whose names are most like one of some words, or like all of them together.
fn nearest(words: &str, presenter: Presenter<'_>) -> Vec<Link> {
    let parts = words.split_whitespace().chain([words]);
    parts.map(|part| links(part, presenter)).find(|links| !links.is_empty()).unwrap_or_default()
}

/// The exchanges that were found.
pub(crate) async fn found_exchanges(
    reading: &mut Reading,
    found: &Found,
) -> Result<Vec<Exchange>, PageError> {
    let ids: Vec<_> = found
        .exchanges
        .iter()
        .filter_map(|hit| match hit.record {
            HitRecord::Exchange(id) => Some(id.0),
            _ => None,
        })
        .collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    exchange::named(&mut reading.snapshot, &[], &ids).await.map_err(|error| unavailable(&error))
}

/// The documents that were found.
pub(crate) async fn found_documents(
    reading: &mut Reading,
    found: &Found,
) -> Result<Vec<Document>, PageError> {
    let ids: Vec<_> = found
        .records
        .iter()
        .filter_map(|hit| match hit.record {
            HitRecord::Document(id) => Some(id),
            _ => None,
        })
        .collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    document::named(&mut reading.snapshot, &ids).await.map_err(|error| unavailable(&error))
}

/// Of the years that are looked for, whether anything is recorded in them.
async fn years(reading: &mut Reading, terms: &Terms) -> Result<Vec<YearRecorded>, PageError> {
    let mut years = Vec::new();
    for year in terms.years().take(YEARS) {
        let filter = ExchangeFilter {
            from: Date::new(year, 1, 1).ok(),
            until: Date::new(year, 12, 31).ok(),
            ..ExchangeFilter::default()
        };
        let found = exchange::find(&mut reading.snapshot, &filter, Order::Earliest, Part::First, 1).await;
        let has_exchanges = !found.map_err(|error| unavailable(&error))?.exchanges.is_empty();
        years.push(YearRecorded { year, has_exchanges });
    }
    Ok(years)
}
