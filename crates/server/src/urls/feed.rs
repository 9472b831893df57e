//! The URLs of what programs read: calendars, feeds, downloads, and what search engines ask for.

use std::fmt;
use std::str::FromStr;

use super::{ExchangesQuery, PublicAddress, Url, encoded, prefixed, query};
use crate::language::Locale;

/// What programs subscribe to. It has words, hence a URL in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Feed {
    /// The exchanges that a filter lets through, as a calendar.
    Calendar(ExchangesQuery),
    /// The exchanges with one partner, as a calendar.
    PartnerCalendar {
        /// The partner's slug.
        slug: String,
    },
    /// One exchange, as a calendar.
    ExchangeCalendar {
        /// The exchange's slug.
        slug: String,
    },
    /// The exchanges that a filter lets through, as Atom.
    Exchanges(ExchangesQuery),
    /// What is new about relationships, as Atom.
    News {
        /// Where it goes on after a page.
        after: Option<String>,
    },
}

impl Feed {
    /// The media type of calendars (RFC 5545, section 8.1).
    pub const CALENDAR: &'static str = "text/calendar; charset=utf-8";
    /// The media type of Atom (RFC 4287, section 7).
    pub const ATOM: &'static str = "application/atom+xml; charset=utf-8";

    /// Where it is in a language.
    pub fn url(&self, locale: Locale) -> Url {
        let path = match self {
            Self::Calendar(filter) => format!("/calendar.ics{}", filter.without_place().query()),
            Self::PartnerCalendar { slug } => format!("/partners/{}/calendar.ics", encoded(slug)),
            Self::ExchangeCalendar { slug } => format!("/exchanges/{}/calendar.ics", encoded(slug)),
            Self::Exchanges(filter) => format!("/exchanges.atom{}", filter.query()),
            Self::News { after } => format!("/news.atom{}", query(&[("after", after.as_deref())])),
        };
        prefixed(locale, &path)
    }

    /// Its media type, without the character set.
    pub fn media(&self) -> &'static str {
        let media = match self {
            Self::Calendar(_) | Self::PartnerCalendar { .. } | Self::ExchangeCalendar { .. } => {
                Self::CALENDAR
            }
            Self::Exchanges(_) | Self::News { .. } => Self::ATOM,
        };
        media.split(';').next().unwrap_or(media)
    }
}

/// A file of data. It has no words of the interface, hence one URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Download {
    /// The partners in a table.
    PartnersCsv,
    /// The partners as JSON.
    PartnersJson,
    /// The partners as places (RFC 7946).
    PartnersGeoJson,
    /// The terms of all relationships in a table.
    TermsCsv,
    /// The exchanges in a table.
    ExchangesCsv,
    /// The exchanges as JSON.
    ExchangesJson,
    /// The twinnings in the form that Wikidata's tool takes.
    Wikidata,
    /// The description of all of these (DCAT, as JSON-LD).
    Catalogue,
}

impl Download {
    /// The media type of the description.
    pub const JSON_LD: &'static str = "application/ld+json";

    /// Where it is.
    pub fn path(self) -> &'static str {
        match self {
            Self::PartnersCsv => "/data/partners.csv",
            Self::PartnersJson => "/data/partners.json",
            Self::PartnersGeoJson => "/data/partners.geojson",
            Self::TermsCsv => "/data/terms.csv",
            Self::ExchangesCsv => "/data/exchanges.csv",
            Self::ExchangesJson => "/data/exchanges.json",
            Self::Wikidata => "/data/wikidata",
            Self::Catalogue => "/data/catalogue.jsonld",
        }
    }

    /// Where it is, as a link.
    pub fn url(self) -> Url {
        Url(self.path().to_owned())
    }

    /// Its media type, with the character set where it is text.
    pub fn media(self) -> &'static str {
        match self {
            Self::PartnersCsv | Self::TermsCsv | Self::ExchangesCsv => "text/csv; charset=utf-8",
            Self::PartnersJson | Self::ExchangesJson => "application/json",
            Self::PartnersGeoJson => "application/geo+json",
            Self::Wikidata => "text/plain; charset=utf-8",
            Self::Catalogue => Self::JSON_LD,
        }
    }

    /// The format in capitals, as people call it.
    pub fn format(self) -> &'static str {
        match self {
            Self::PartnersCsv | Self::TermsCsv | Self::ExchangesCsv => "CSV",
            Self::PartnersJson | Self::ExchangesJson => "JSON",
            Self::PartnersGeoJson => "GeoJSON",
            Self::Wikidata => "QuickStatements",
            Self::Catalogue => "JSON-LD",
        }
    }
}

impl Url {
    /// The list of all pages, for search engines (sitemaps.org).
    pub fn sitemap() -> Self {
        Self("/sitemap.xml".to_owned())
    }

    /// The part of that list with the pages that are always there.
    pub fn sitemap_of_pages() -> Self {
        Self("/sitemap/pages.xml".to_owned())
    }

    /// The part of that list with the exchanges of a year.
    pub fn sitemap_of_year(year: i16) -> Self {
        Self(format!("/sitemap/exchanges/{year}"))
    }

    /// Where one reads whom to tell of a fault in security (RFC 9116).
    pub fn security() -> Self {
        Self("/.well-known/security.txt".to_owned())
    }

    /// The whole address with the scheme by which programs of calendars subscribe to it.
    #[must_use]
    pub fn subscription(&self, site: &PublicAddress) -> Self {
        let address = self.absolute(site);
        let rest = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
        Self(format!("webcal://{rest}"))
    }
}

/// What the identifiers in feeds begin with, for ever: a domain and a day on which its owner held it (RFC 4151).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagAuthority(String);

/// The text is no such beginning.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("write a domain and a year in which it was yours, such as sister-cities.example.org,2026")]
pub struct NotATagAuthority;

/// A domain in lower case, a comma, a year with perhaps month and day.
impl FromStr for TagAuthority {
    type Err = NotATagAuthority;

    fn from_str(text: &str) -> Result<Self, NotATagAuthority> {
        let (domain, date) = text.split_once(',').ok_or(NotATagAuthority)?;
        let label = |label: &str| {
            let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
            !label.is_empty() && label.bytes().all(allowed)
        };
        let lengths =
            date.split('-').map(|part| (part.len(), part.bytes().all(|byte| byte.is_ascii_digit())));
        let lengths: Vec<_> = lengths.collect();
        let is_date = matches!(
            lengths.as_slice(),
            [(4, true)] | [(4, true), (2, true)] | [(4, true), (2, true), (2, true)]
        );
        if domain.split('.').all(label) && is_date {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotATagAuthority)
        }
    }
}

/// The site's own domain, where nothing else is set.
impl From<&PublicAddress> for TagAuthority {
    fn from(site: &PublicAddress) -> Self {
        let domain = site.host().to_ascii_lowercase();
        format!("{domain},2026").parse().unwrap_or_else(|_| Self("localhost,2026".to_owned()))
    }
}

impl TagAuthority {
    /// The identifier of something, by a name that it keeps.
    pub fn tag(&self, name: impl fmt::Display) -> String {
        format!("tag:{}:{name}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feeds_carry_the_filter_of_the_page() {
        let english = Locale::default();
        let filter = ExchangesQuery {
            partner: Some("toyokawa".into()),
            kind: Some("cultural".into()),
            after: Some("2027-01-01.x".into()),
            ..ExchangesQuery::default()
        };
        for (feed, url) in [
            (Feed::Calendar(ExchangesQuery::default()), "/calendar.ics"),
            (Feed::Calendar(filter.clone()), "/calendar.ics?partner=toyokawa&kind=cultural"),
            (Feed::Exchanges(filter), "/exchanges.atom?partner=toyokawa&kind=cultural&after=2027-01-01.x"),
            (Feed::PartnerCalendar { slug: "new-taipei".into() }, "/partners/new-taipei/calendar.ics"),
            (Feed::ExchangeCalendar { slug: "a?".into() }, "/exchanges/a%3F/calendar.ics"),
            (Feed::News { after: None }, "/news.atom"),
        ] {
            assert_eq!(feed.url(english).to_string(), url);
        }
        let site = "https://cities.example.org".parse().unwrap();
        let calendar = Feed::Calendar(ExchangesQuery::default()).url(english);
        assert_eq!(calendar.subscription(&site).to_string(), "webcal://cities.example.org/calendar.ics");
    }

    #[test]
    fn identifiers_begin_with_a_domain_and_a_year() {
        let site: PublicAddress = "https://Cities.example.org:8443".parse().unwrap();
        assert_eq!(TagAuthority::from(&site).tag("news"), "tag:cities.example.org,2026:news");
        let numbers: PublicAddress = "http://[::1]:8080".parse().unwrap();
        assert_eq!(TagAuthority::from(&numbers).tag("news"), "tag:localhost,2026:news");
        for good in ["example.org,2026", "a-b.example,2026-01", "example,2026-01-31"] {
            assert!(good.parse::<TagAuthority>().is_ok(), "{good}");
        }
        for bad in [
            "",
            "example.org",
            "example.org,26",
            "Example.org,2026",
            "a b,2026",
            "example.org,2026-1",
            ".,2026",
        ] {
            assert!(bad.parse::<TagAuthority>().is_err(), "{bad}");
        }
    }
}
