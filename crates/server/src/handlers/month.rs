//! `/exchanges/month/{yyyy-mm}` and `/exchanges/month/{yyyy-mm}/{dd}`

use jiff::civil::Date;
use signpost_core::store::exchange::{self, Cursor, DayCount, ExchangeFilter, Order, Page as Part};
use signpost_core::{Exchange, HistoricDate, Id, Precision, When};

use super::filter::{Filter, through};
use super::{PageVisit, rendered};
use crate::app::{Reading, unavailable};
use crate::http::{Answer, FromQuery, PageError, Query, Sought, Wanted};
use crate::pages::{ExchangesPage, MonthPage};
use crate::present::{Listing, MonthListing};
use crate::urls::{ExchangesQuery, Page, Period};

/// How many exchanges a day shows before it leads to its list.
const SHOWN: u16 = 4;
/// Among how many exchanges the nearest one is looked for whose days are known.
const NEAREST: u16 = 24;

/// A month of the exchanges that visitors selected.
pub async fn month(visit: PageVisit<String, Filter>) -> Result<Answer, PageError> {
    let month = first_day(&visit.path)?;
    let mut reading = visit.query.read(&visit.app).await?;
    let register = reading.register.clone();
    let presenter = visit.app.presenter(&register, visit.locale);
    let recorded = recorded(&mut reading, presenter.today()).await?;
    if month < recorded.0 || recorded.1 < month {
        return Err(PageError::NotFound(Sought::Month { recorded }));
    }
    let selection = visit.query.selection(&register, Period::Upcoming)?;
    let filter = through(selection);
    let within = ExchangeFilter { from: Some(month), until: Some(month.last_of_month()), ..filter.clone() };
    let (days, exchanges) = found(&mut reading, &within).await?;
    let nearest = if days.is_empty() { nearest(&mut reading, &filter, month).await? } else { Vec::new() };
    let listing = MonthListing { month, days: &days, exchanges: &exchanges, recorded, nearest: &nearest };
    let view = presenter.month(selection, listing);
    let description = visit.locale.say_with(
        "month-description",
        [("host", presenter.host().into()), ("month", view.month.as_str().into())],
    );
    let page = Page::Month { month, query: selection.query() };
    let chrome = presenter.chrome(visit.app.address(), &page, &view.heading, &description);
    rendered(&MonthPage { chrome, view })
}

/// What the query of a day says.
#[derive(Clone, Debug)]
pub struct DayQuery {
    filter: Filter,
    after: Option<Cursor>,
}

impl FromQuery for DayQuery {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        Ok(Self { filter: Filter::beside(query, &["after"])?, after: query.one("after", Wanted::Cursor)? })
    }
}

/// How many exchanges the list of a day shows at a time.
const LISTED: u16 = 24;

/// The exchanges of a day that visitors selected, as a list.
pub async fn day(visit: PageVisit<(String, String), DayQuery>) -> Result<Answer, PageError> {
    let (month, day) = &visit.path;
    let text = format!("{month}-{day}");
    let day = text.parse().ok().and_then(HistoricDate::day);
    let day = day.ok_or_else(|| PageError::bad_argument("day", &text, Wanted::Day))?;
    let mut reading = visit.app.read().await?;
    let register = reading.register.clone();
    let presenter = visit.app.presenter(&register, visit.locale);
    let recorded = recorded(&mut reading, presenter.today()).await?;
    if day < recorded.0 || recorded.1.last_of_month() < day {
        return Err(PageError::NotFound(Sought::Month { recorded }));
    }
    let selection = visit.query.filter.selection(&register, Period::Upcoming)?;
    let filter = ExchangeFilter { from: Some(day), until: Some(day), ..through(selection) };
    let part = visit.query.after.map_or(Part::First, Part::After);
    let found = exchange::find(&mut reading.snapshot, &filter, Order::Earliest, part, LISTED).await;
    let mut found = found.map_err(|error| unavailable(&error))?;
    found.exchanges.retain(|exchange| !matches!(exchange.when, When::Historic(_)));
    let after = found.after.map(|cursor| cursor.to_string());
    let listing = Listing { exchanges: &found.exchanges, after: after.as_deref(), nearest: &[] };
    let view = presenter.day(selection, day, listing);
    let description = visit.locale.say_with("exchanges-description", [("host", presenter.host().into())]);
    let place = visit.query.after.map(|cursor| cursor.to_string());
    let page = Page::Day { day, query: ExchangesQuery { after: place, ..selection.query() } };
    let chrome = presenter.chrome(visit.app.address(), &page, &view.heading, &description);
    rendered(&ExchangesPage { chrome, view })
}

/// The first day of a month as the address writes it: `2026-11`.
fn first_day(text: &str) -> Result<Date, PageError> {
    let month = text.parse().ok().filter(|date: &HistoricDate| date.precision() == Precision::Month);
    month.map(HistoricDate::first).ok_or_else(|| PageError::bad_argument("month", text, Wanted::Month))
}

/// The first days of the first and the last month of which anything is on record; this month is always among them.
async fn recorded(reading: &mut Reading, today: Date) -> Result<(Date, Date), PageError> {
    let days = exchange::recorded_days(&mut reading.snapshot).await.map_err(|error| unavailable(&error))?;
    let (first, last) = days.unwrap_or((today, today));
    Ok((first.min(today).first_of_month(), last.max(today).first_of_month()))
}

/// The days of a month, and the exchanges that they name.
async fn found(
    reading: &mut Reading,
    filter: &ExchangeFilter,
) -> Result<(Vec<DayCount>, Vec<Exchange>), PageError> {
    let days = exchange::by_day(&mut reading.snapshot, filter, SHOWN).await;
    let days = days.map_err(|error| unavailable(&error))?;
    let mut ids: Vec<_> = days.iter().flat_map(|day| &day.first).map(|id| id.uuid()).collect();
    ids.sort_unstable();
    ids.dedup();
    let exchanges = exchange::named(&mut reading.snapshot, &[], &ids).await;
    Ok((days, exchanges.map_err(|error| unavailable(&error))?))
}

/// The nearest months, before and after one, with exchanges that a filter lets through.
async fn nearest(
    reading: &mut Reading,
    filter: &ExchangeFilter,
    month: Date,
) -> Result<Vec<Date>, PageError> {
    let before = ExchangeFilter { until: month.yesterday().ok(), ..filter.clone() };
    let after = ExchangeFilter { from: month.last_of_month().tomorrow().ok(), ..filter.clone() };
    let host = reading.register.programme().time_zone.clone();
    let mut months = Vec::new();
    for (filter, order) in [(before, Order::Latest), (after, Order::Earliest)] {
        let found = exchange::find(&mut reading.snapshot, &filter, order, Part::First, NEAREST).await;
        let found = found.map_err(|error| unavailable(&error))?;
        let mut dated = found.exchanges.iter().filter(|exchange| !matches!(exchange.when, When::Historic(_)));
        months.extend(
            dated
                .find_map(|exchange| exchange.when.days(&host).ok())
                .map(|(first, _)| first.first_of_month()),
        );
    }
    Ok(months)
}
