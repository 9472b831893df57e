//! What programs can subscribe to instead of a page.

use crate::{
    language::Locale,
    urls::{ExchangesQuery, Feed, Page, PublicAddress, Url},
};

/// A feed beside a page.
#[derive(Clone, Debug)]
pub struct FeedLink {
    /// Its media type.
    pub media: &'static str,
    /// What it is, in words.
    pub title: String,
    /// Where it is.
    pub url: Url,
    /// The same as a whole address, to be copied.
    pub address: String,
    /// The same for programs of calendars, which subscribe when it is followed; nothing where it is no calendar.
    pub subscription: Option<Url>,
}

impl FeedLink {
    /// A feed of the site at an address, by a title.
    pub fn new(site: &PublicAddress, locale: Locale, title: String, feed: &Feed) -> Self {
        let (media, url) = (feed.media(), feed.url(locale));
        let is_calendar = Feed::CALENDAR.starts_with(media);
        Self {
            media,
            title,
            address: url.absolute(site),
            subscription: is_calendar.then(|| url.subscription(site)),
            url,
        }
    }

    /// The feeds of a page: exactly what it shows, where there is such a feed, else those of the whole site.
    pub(super) fn all(site: &PublicAddress, locale: Locale, page: &Page) -> Vec<Self> {
        let link = |title, feed: Feed| Self::new(site, locale, title, &feed);
        let (calendar, exchanges) = match page {
            Page::Partner { slug } => {
                let filter = ExchangesQuery { partner: Some(slug.clone()), ..ExchangesQuery::default() };
                (Feed::PartnerCalendar { slug: slug.clone() }, Some(filter))
            }
            Page::Exchange { slug } => (Feed::ExchangeCalendar { slug: slug.clone() }, None),
            Page::Exchanges(filter) => (Feed::Calendar(filter.clone()), Some(filter.clone())),
            _ => (Feed::Calendar(ExchangesQuery::default()), Some(ExchangesQuery::default())),
        };
        let exchanges = exchanges.map(|filter| {
            let feed = Feed::Exchanges(ExchangesQuery { after: None, ..filter });
            link(locale.say("feed-exchanges"), feed)
        });
        let news = matches!(page, Page::Home | Page::Partners { .. } | Page::Partner { .. } | Page::Data)
            .then(|| link(locale.say("feed-news"), Feed::News { after: None }));
        std::iter::once(link(locale.say("feed-calendar"), calendar)).chain(exchanges).chain(news).collect()
    }
}
