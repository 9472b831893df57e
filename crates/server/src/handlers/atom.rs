//! `/exchanges.atom` and `/news.atom`

use signpost_core::Id;
use signpost_core::store::exchange::Page as Part;
use signpost_core::store::history;

use super::PageVisit;
use super::exchanges::{ListQuery, find};
use crate::app::{App, unavailable};
use crate::feeds::{FeedPlace, NewsItem, NewsPlace};
use crate::http::{Answer, Content, FromQuery, Media, PageError, Query, Wanted};
use crate::language::Locale;
use crate::urls::Feed;

/// How many entries a page of a feed has.
const SHOWN: u16 = 50;

/// The exchanges that a filter lets through: those of the list with the same query.
pub async fn exchanges_feed(visit: PageVisit<(), ListQuery>) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let register = reading.register.clone();
    let presenter = visit.app.presenter(&register, visit.locale);
    let selection = visit.query.filter.selection(&register, visit.query.period)?;
    let part = visit.query.after.map_or(Part::First, Part::After);
    let found = find(&mut reading, selection, presenter.today(), part, SHOWN).await?;
    let ids: Vec<_> = found.exchanges.iter().map(|exchange| exchange.id.uuid()).collect();
    let changes = history::last_changes(&mut reading.snapshot, &ids).await;
    let changes = changes.map_err(|error| unavailable(&error))?;
    let own = visit.query.after.map(|place| place.to_string());
    let next = found.after.map(|place| place.to_string());
    let page = (found.exchanges.as_slice(), &changes);
    Ok(fed(presenter.exchanges_feed(place(&visit.app), selection, page, (own, next)), visit.locale))
}

/// Where the news go on.
#[derive(Clone, Debug)]
pub struct NewsQuery {
    after: Option<NewsPlace>,
}

impl FromQuery for NewsQuery {
    fn from_query(query: &Query<'_>) -> Result<Self, PageError> {
        query.only(&["after"])?;
        Ok(Self { after: query.one("after", Wanted::Cursor)? })
    }
}

/// What is new about relationships.
pub async fn news_feed(visit: PageVisit<(), NewsQuery>) -> Result<Answer, PageError> {
    let mut reading = visit.app.read().await?;
    let register = reading.register.clone();
    let presenter = visit.app.presenter(&register, visit.locale);
    let after = visit.query.after.as_ref();
    let mut news: Vec<NewsItem<'_>> = presenter.news();
    news.retain(|item| after.is_none_or(|after| item.place() > *after));
    let more = news.len() > usize::from(SHOWN);
    news.truncate(SHOWN.into());
    let ids: Vec<_> = news.iter().map(|item| item.news.basis.id()).collect();
    let changes = history::last_changes(&mut reading.snapshot, &ids).await;
    let changes = changes.map_err(|error| unavailable(&error))?;
    let next = news.last().filter(|_| more).map(|item| item.place().to_string());
    let text =
        presenter.news_feed(place(&visit.app), (&news, &changes), (after.map(ToString::to_string), next));
    Ok(fed(text, visit.locale))
}

fn place(app: &App) -> FeedPlace<'_> {
    FeedPlace { address: app.address(), authority: app.authority() }
}

fn fed(text: String, locale: Locale) -> Answer {
    Content::new(Media::named(Feed::ATOM), text).shared().in_language(locale).into()
}
