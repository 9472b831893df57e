//! `/exchanges` and `/exchanges/{slug}`

use jiff::civil::Date;
use signpost_core::store::exchange::{self, Cursor, ExchangeFilter, Found, Order, Page as Part};
use signpost_core::store::{document, image, preview, series};
use signpost_core::{Exchange, PreviewToken, Relationship, Series, Slug};

use super::filter::{Filter, through};
use super::{PageVisit, page_text, rendered};
use crate::app::{Reading, unavailable};
use crate::cache::Finite;
use crate::http::{Answer, Caching, Content, FromQuery, PageError, Query, Sought, Wanted};
use crate::pages::{ExchangePage, ExchangesPage};
use crate::present::{ExchangeRecord, Listing, Selection};
use crate::urls::{ExchangesQuery, Page, Period, Url};

/// What the query of the list says.
#[derive(Clone, Debug)]
pub struct ListQuery {
    pub(super) filter: Filter,
    pub(super) period: Period,
    pub(super) after: Option<Cursor>,
}

impl FromQuery for ListQuery {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        Ok(Self {
            filter: Filter::beside(query, &["period", "after"])?,
            period: query.one("period", Wanted::Listed)?.unwrap_or_default(),
            after: query.one("after", Wanted::Cursor)?,
        })
    }
}

/// The first page of every selection that the form offers; their further pages are as many as exchanges.
impl Finite for ListQuery {
    fn write_key(&self, key: &mut String) -> bool {
        key.push_str(self.period.word());
        self.filter.write_key(key) && self.after.is_none()
    }
}

/// How many exchanges the list shows at a time.
const SHOWN: u16 = 24;
/// How many of the nearest it shows where there are none.
const NEAREST: u16 = 3;

/// The exchanges that visitors selected.
pub async fn list(visit: PageVisit<(), ListQuery>) -> Result<Answer, PageError> {
    let query = &visit.query;
    let mut reading = match query.after {
        None => query.filter.read(&visit.app).await?,
        Some(_) => visit.app.read().await?,
    };
    let register = reading.register.clone();
    let presenter = visit.app.presenter(&register, visit.locale);
    let selection = query.filter.selection(&register, query.period)?;
    let part = query.after.map_or(Part::First, Part::After);
    let found = find(&mut reading, selection, presenter.today(), part, SHOWN).await?;
    let nearest = if found.exchanges.is_empty() {
        nearest(&mut reading, selection, presenter.today()).await?
    } else {
        Vec::new()
    };
    let after = found.after.map(|cursor| cursor.to_string());
    let listing = Listing { exchanges: &found.exchanges, after: after.as_deref(), nearest: &nearest };
    let view = presenter.exchanges(selection, listing);
    let description = visit.locale.say_with("exchanges-description", [("host", presenter.host().into())]);
    let place = query.after.map(|cursor| cursor.to_string());
    let page = Page::Exchanges(ExchangesQuery { after: place, ..selection.query() });
    let chrome = presenter.chrome(visit.app.address(), &page, &view.heading, &description);
    rendered(&ExchangesPage { chrome, view })
}

pub(super) async fn find(
    reading: &mut Reading,
    selection: Selection<'_>,
    today: Date,
    part: Part,
    limit: u16,
) -> Result<Found, PageError> {
    let filter = through(selection);
    let (filter, order) = match selection.period {
        Period::Upcoming => (ExchangeFilter { from: Some(today), ..filter }, Order::Earliest),
        Period::Past => (ExchangeFilter { until: today.yesterday().ok(), ..filter }, Order::Latest),
    };
    let found = exchange::find(&mut reading.snapshot, &filter, order, part, limit).await;
    found.map_err(|error| unavailable(&error))
}

/// The exchanges nearest to a selection that nothing fits: of the other period, else of any kind.
async fn nearest(
    reading: &mut Reading,
    selection: Selection<'_>,
    today: Date,
) -> Result<Vec<Exchange>, PageError> {
    let other = match selection.period {
        Period::Upcoming => Period::Past,
        Period::Past => Period::Upcoming,
    };
    let wider = Selection { kind: None, direction: None, text: None, ..selection };
    for selection in [
        Selection { period: other, ..selection },
        wider,
        Selection { period: other, ..wider },
        Selection { partner: None, ..wider },
    ] {
        let found = find(reading, selection, today, Part::First, NEAREST).await?;
        if !found.exchanges.is_empty() {
            return Ok(found.exchanges);
        }
    }
    Ok(Vec::new())
}

/// One exchange; by a former slug, the way there.
pub async fn exchange(visit: PageVisit<String>) -> Result<Answer, PageError> {
    let mut reading = visit.app.read_unfiltered().await?;
    let snapshot = &mut reading.snapshot;
    let slug: Option<Slug> = visit.path.parse().ok();
    let found = match &slug {
        Some(slug) => exchange::by_slug(snapshot, slug).await.map_err(|error| unavailable(&error))?,
        None => None,
    };
    let Some(exchange) = found else {
        let page = |slug: Slug| Page::Exchange { slug: slug.to_string() }.url(visit.locale);
        return moved_exchange(snapshot, &visit.path, page).await;
    };
    let claims = exchange::claims(snapshot, exchange.id).await.map_err(|error| unavailable(&error))?;
    let images = image::of_exchange(snapshot, exchange.id).await.map_err(|error| unavailable(&error))?;
    let documents =
        document::of_exchange(snapshot, exchange.id).await.map_err(|error| unavailable(&error))?;
    let (series, ordinal) = in_series(&mut reading, &exchange).await?;
    let presenter = visit.app.presenter(&reading.register, visit.locale);
    let view = presenter.exchange(ExchangeRecord {
        exchange: &exchange,
        claims: &claims,
        images: &images,
        preview: None,
        documents: &documents,
        series: series.as_ref(),
        ordinal,
    });
    let page = Page::Exchange { slug: exchange.slug.to_string() };
    let description = visit.locale.say_with(
        "exchange-description",
        [("title", view.title.as_str().into()), ("when", view.when.words.as_str().into())],
    );
    let address = visit.app.address();
    let data = presenter.event_data(address, &exchange, &view);
    let chrome = presenter.chrome(address, &page, &view.title, &description).structured([data]);
    rendered(&ExchangePage { chrome, view })
}

/// The series that an exchange belongs to, and which one of it it is.
async fn in_series(
    reading: &mut Reading,
    exchange: &Exchange,
) -> Result<(Option<Series>, Option<i32>), PageError> {
    let Some(id) = exchange.series else { return Ok((None, exchange.ordinal)) };
    let snapshot = &mut reading.snapshot;
    let series = series::by_id(snapshot, id).await.map_err(|error| unavailable(&error))?;
    let all = exchange::of_series(snapshot, id).await.map_err(|error| unavailable(&error))?;
    let partners = exchange.partners.iter().filter_map(|partner| reading.register.partner(*partner));
    let relationships: Vec<_> = partners.map(|partner| &partner.relationship).collect();
    let is_complete = |year| {
        let complete = |relationship: &&Relationship| {
            relationship.complete_years.iter().any(|complete| complete.year == year)
        };
        !relationships.is_empty() && relationships.iter().all(complete)
    };
    Ok((series, exchange.ordinal_among(&all, is_complete)))
}

/// One exchange that is perhaps not public, for who has a link to its preview.
pub async fn preview(visit: PageVisit<String>) -> Result<Answer, PageError> {
    let gone = || PageError::NotFound(Sought::Preview);
    let token: PreviewToken = visit.path.parse().map_err(|_| gone())?;
    let mut reading = visit.app.read().await?;
    let previewed =
        preview::open(&mut reading.snapshot, &token).await.map_err(|error| unavailable(&error))?;
    let previewed = previewed.ok_or_else(gone)?;
    let presenter = visit.app.presenter(&reading.register, visit.locale);
    let view = presenter.exchange(ExchangeRecord {
        exchange: &previewed.exchange,
        claims: &previewed.claims,
        images: &previewed.images,
        preview: Some(&token),
        documents: &[],
        series: None,
        ordinal: previewed.exchange.ordinal,
    });
    let chrome = presenter.chrome_of_preview(visit.app.address(), &view.title, previewed.expires_at);
    Ok(Content::html(page_text(&ExchangePage { chrome, view })?).caching(Caching::Never).into())
}

/// Where a former slug leads, or the slugs that are most like one that leads nowhere.
pub(super) async fn moved_exchange(
    snapshot: &mut sqlx::PgConnection,
    word: &str,
    to: impl Fn(Slug) -> Url,
) -> Result<Answer, PageError> {
    if let Ok(slug) = word.parse() {
        let now = exchange::redirect(snapshot, &slug).await.map_err(|error| unavailable(&error))?;
        if let Some(now) = now {
            return Ok(Answer::Moved(to(now).to_string()));
        }
    }
    let nearest = exchange::nearest(snapshot, word).await.map_err(|error| unavailable(&error))?;
    Err(PageError::NotFound(Sought::Exchange { nearest: nearest.iter().map(ToString::to_string).collect() }))
}
