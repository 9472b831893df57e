//! Atom: exchanges, and news of relationships (RFC 4287), a page at a time (RFC 5005, section 3).

use std::collections::HashMap;

use atom_syndication::{Category, Entry, Feed as Document, FixedDateTime, Generator, Link, Person, Text};
use jiff::Timestamp;
use signpost_core::{Exchange, Id};
use uuid::Uuid;

use super::NewsItem;
use crate::present::{Presenter, Selection};
use crate::urls::{ExchangesQuery, Feed, Page, PublicAddress, TagAuthority, Url};

/// Where a feed is, and what its identifiers begin with.
#[derive(Clone, Copy)]
pub struct FeedPlace<'a> {
    /// The site.
    pub address: &'a PublicAddress,
    /// What identifiers begin with.
    pub authority: &'a TagAuthority,
}

/// What a feed says of itself.
struct Heading {
    name: String,
    title: String,
    page: Url,
    own: Url,
    first: Url,
    next: Option<Url>,
}

impl Presenter<'_> {
    /// A page of the exchanges that visitors selected, with when each was last changed.
    pub fn exchanges_feed(
        self,
        place: FeedPlace<'_>,
        selection: Selection<'_>,
        page: (&[Exchange], &HashMap<Uuid, Timestamp>),
        (own, next): (Option<String>, Option<String>),
    ) -> String {
        let query = selection.query();
        let at = |after: Option<String>| {
            Feed::Exchanges(ExchangesQuery { after, ..query.clone() }).url(self.locale)
        };
        let heading = Heading {
            name: format!("exchanges{}", query.query()),
            title: self.words_of(selection),
            page: Page::Exchanges(query.clone()).url(self.locale),
            own: at(own),
            first: at(None),
            next: next.map(|next| at(Some(next))),
        };
        let (exchanges, changes) = page;
        let entry = |exchange: &Exchange| {
            self.exchange_entry(place, exchange, changes.get(&exchange.id.uuid()).copied())
        };
        self.feed(place, &heading, exchanges.iter().map(entry).collect())
    }

    fn exchange_entry(
        self,
        place: FeedPlace<'_>,
        exchange: &Exchange,
        changed_at: Option<Timestamp>,
    ) -> Entry {
        let card = self.card(exchange);
        let published = exchange.published_at.unwrap_or(Timestamp::UNIX_EPOCH);
        let title = match &card.status {
            None => card.title.text,
            Some(status) => self.locale.say_with(
                "calendar-summary",
                [("status", status.words.as_str().into()), ("title", card.title.text.into())],
            ),
        };
        let reason = card.status.and_then(|status| status.reason).map(|reason| reason.text);
        let times = card.when.times.iter().map(|time| match &time.day {
            Some(day) => format!("{} ({day})", time.words),
            None => time.words.clone(),
        });
        let when = std::iter::once(card.when.words).chain(times).collect::<Vec<_>>().join(" · ");
        let place_words = card.place.map(|place| place.text);
        let lines =
            [Some(when), reason, self.previously(exchange), place_words, Some(card.kind), card.people];
        let lines: Vec<String> = lines.into_iter().flatten().collect();
        Entry {
            title: words(&title),
            id: place.authority.tag(format_args!("exchange/{}", exchange.id)),
            updated: date(changed_at.unwrap_or(published).max(published)),
            published: Some(date(published)),
            links: vec![link("alternate", card.url.absolute(place.address), "text/html")],
            categories: vec![Category {
                term: exchange.kind.as_str().to_owned(),
                scheme: None,
                label: Some(self.exchange_kind(exchange.kind)),
            }],
            summary: Some(words(&lines.join("\n"))),
            ..Entry::default()
        }
    }

    /// A page of the news of relationships, with when what they rest on was last changed.
    pub fn news_feed(
        self,
        place: FeedPlace<'_>,
        page: (&[NewsItem<'_>], &HashMap<Uuid, Timestamp>),
        (own, next): (Option<String>, Option<String>),
    ) -> String {
        let at = |after: Option<String>| Feed::News { after }.url(self.locale);
        let heading = Heading {
            name: "news".to_owned(),
            title: self.locale.say("feed-news"),
            page: Page::Partners { on: None }.url(self.locale),
            own: at(own),
            first: at(None),
            next: next.map(|next| at(Some(next))),
        };
        let (items, changes) = page;
        let entry = |item: &NewsItem<'_>| {
            let page = Page::Partner { slug: item.partner.slug.to_string() }.url(self.locale);
            let published = self.moment_of_news(item);
            let latest = changes.get(&item.news.basis.id()).copied().unwrap_or(published);
            Entry {
                title: words(&self.news_title(item)),
                id: place.authority.tag(item.name()),
                updated: date(latest.max(published)),
                published: Some(date(published)),
                links: vec![link("alternate", page.absolute(place.address), "text/html")],
                categories: vec![Category {
                    term: item.news.event.as_str().to_owned(),
                    ..Category::default()
                }],
                summary: Some(words(&self.news_text(item))),
                ..Entry::default()
            }
        };
        self.feed(place, &heading, items.iter().map(entry).collect())
    }

    /// The text of a feed: it was changed when the latest of its entries was.
    fn feed(self, place: FeedPlace<'_>, heading: &Heading, entries: Vec<Entry>) -> String {
        let host = self.host().to_owned();
        let site = self.locale.say_with("site-name", [("host", host.as_str().into())]);
        let publisher = self.locale.say_with("site-publisher", [("host", host.into())]);
        let absolute = |url: &Url| url.absolute(place.address);
        let atom = |rel: &str, url: &Url| link(rel, absolute(url), "application/atom+xml");
        let mut links = vec![
            atom("self", &heading.own),
            atom("first", &heading.first),
            link("alternate", absolute(&heading.page), "text/html"),
        ];
        links.extend(heading.next.iter().map(|next| atom("next", next)));
        let updated = entries.iter().map(|entry| entry.updated).max();
        let feed = Document {
            title: words(&heading.title),
            subtitle: Some(words(&site)),
            id: place.authority.tag(format_args!("{}/{}", self.locale.tag(), heading.name)),
            updated: updated.unwrap_or_else(|| date(Timestamp::UNIX_EPOCH)),
            authors: vec![Person { name: publisher, ..Person::default() }],
            generator: Some(Generator { value: "Signpost".to_owned(), ..Generator::default() }),
            links,
            lang: Some(self.locale.tag().to_owned()),
            entries,
            ..Document::default()
        };
        feed.to_string()
    }
}

fn link(rel: &str, href: String, media: &str) -> Link {
    Link { rel: rel.to_owned(), href, mime_type: Some(media.to_owned()), ..Link::default() }
}

/// A moment, to the second. What it is written as is always one.
fn date(moment: Timestamp) -> FixedDateTime {
    moment.strftime("%Y-%m-%dT%H:%M:%S%.fZ").to_string().parse().unwrap_or_default()
}

/// A text without the characters that no XML may have (XML 1.0, section 2.2).
fn words(text: &str) -> Text {
    let allowed = |character: &char| !matches!(character, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    Text::plain(text.chars().filter(allowed).collect::<String>())
}
