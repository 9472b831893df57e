//! `/calendar.ics`, `/partners/{slug}/calendar.ics` and `/exchanges/{slug}/calendar.ics`

use signpost_core::store::exchange::{self, ExchangeFilter, Order, Page as Part};
use signpost_core::store::{StoreError, history, series};
use signpost_core::{Called, Exchange, Id, SeriesId, Slug};

use super::PageVisit;
use super::exchanges::moved_exchange;
use super::filter::{Filter, through};
use crate::app::{Reading, unavailable};
use crate::feeds::{CalendarHistory, CalendarSubject};
use crate::http::{Answer, Content, FromQuery, Media, PageError, Query, Sought};
use crate::urls::{Feed, Period};

/// How many exchanges a calendar holds, the latest: programs keep a calendar whole, and no more than this.
const HELD: u16 = 2000;

/// The filter of a calendar. Whatever else is asked for is refused: it would be another calendar than was meant.
#[derive(Clone, Debug)]
pub struct CalendarQuery(Filter);

impl FromQuery for CalendarQuery {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        Filter::from_query(query).map(Self)
    }
}

/// Nothing is asked for beside the path.
#[derive(Clone, Copy, Debug)]
pub struct Unfiltered;

impl FromQuery for Unfiltered {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        query.only(&[]).map(|()| Self)
    }
}

/// The exchanges that a filter lets through, past and to come.
pub async fn calendar(visit: PageVisit<(), CalendarQuery>) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let register = reading.register.clone();
    let selection = visit.query.0.selection(&register, Period::default())?;
    answered(&visit, &mut reading, CalendarSubject::Selection(selection), &through(selection)).await
}

/// The exchanges with a partner, past and to come.
pub async fn of_partner(visit: PageVisit<String, Unfiltered>) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let register = reading.register.clone();
    let not_found = || PageError::NotFound(Sought::Partner(visit.path.clone()));
    let partner = match register.called(&visit.path).ok_or_else(not_found)? {
        Called::Slug(partner) => partner,
        Called::OtherName(partner) => {
            let feed = Feed::PartnerCalendar { slug: partner.slug.to_string() };
            return Ok(Answer::Moved(feed.url(visit.locale).to_string()));
        }
    };
    let filter = ExchangeFilter { partner: Some(partner.id), ..ExchangeFilter::default() };
    answered(&visit, &mut reading, CalendarSubject::Partner(partner), &filter).await
}

/// One exchange; by a former slug, the way there.
pub async fn of_exchange(visit: PageVisit<String, Unfiltered>) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let slug: Option<Slug> = visit.path.parse().ok();
    let found = match &slug {
        Some(slug) => {
            exchange::by_slug(&mut reading.snapshot, slug).await.map_err(|error| unavailable(&error))?
        }
        None => None,
    };
    let Some(found) = found else {
        let feed = |slug: Slug| Feed::ExchangeCalendar { slug: slug.to_string() }.url(visit.locale);
        return moved_exchange(&mut reading.snapshot, &visit.path, feed).await;
    };
    let of_series = match found.series {
        Some(series) => exchange::of_series(&mut reading.snapshot, series).await,
        None => Ok(vec![found.clone()]),
    };
    let exchanges = of_series.map_err(|error| unavailable(&error))?;
    told(&visit, &mut reading, CalendarSubject::Exchange(&found), &exchanges).await
}

async fn answered<P, Q>(
    visit: &PageVisit<P, Q>,
    reading: &mut Reading,
    subject: CalendarSubject<'_>,
    filter: &ExchangeFilter,
) -> Result<Answer, PageError> {
    let found = exchange::find(&mut reading.snapshot, filter, Order::Latest, Part::First, HELD).await;
    let mut exchanges = found.map_err(|error| unavailable(&error))?.exchanges;
    exchanges.reverse();
    told(visit, reading, subject, &exchanges).await
}

async fn told<P, Q>(
    visit: &PageVisit<P, Q>,
    reading: &mut Reading,
    subject: CalendarSubject<'_>,
    exchanges: &[Exchange],
) -> Result<Answer, PageError> {
    let history = history_of(reading, exchanges).await.map_err(|error| unavailable(&error))?;
    let presenter = visit.app.presenter(&reading.register, visit.locale);
    let text = presenter.calendar(visit.app.address(), subject, (exchanges, &history));
    let content = Content::new(Media::named(Feed::CALENDAR), text);
    Ok(content.shared().in_language(visit.locale).into())
}

/// What the record says of the history of exchanges.
async fn history_of(reading: &mut Reading, exchanges: &[Exchange]) -> Result<CalendarHistory, StoreError> {
    let ids: Vec<_> = exchanges.iter().map(|exchange| exchange.id.uuid()).collect();
    let mut of_series: Vec<SeriesId> = exchanges.iter().filter_map(|exchange| exchange.series).collect();
    of_series.sort_unstable();
    of_series.dedup();
    Ok(CalendarHistory {
        changes: history::last_changes(&mut reading.snapshot, &ids).await?,
        series: series::named(&mut reading.snapshot, &of_series).await?,
        histories: history::of_series(&mut reading.snapshot, &of_series).await?,
    })
}
