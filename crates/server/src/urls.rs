//! The site's URLs. They are values, made here only; handlers and templates print them.
//!
//! The default language has no prefix, every other its tag: `/partners`, `/ja/partners`.

mod address;
mod feed;
mod filter;

pub use address::{NotAnAddress, PublicAddress};
pub use feed::{Download, Feed, NotATagAuthority, TagAuthority};
pub use filter::{ExchangesQuery, NoPeriod, Period};

use std::fmt;

use jiff::civil::Date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use signpost_core::{File, PreviewToken};

use crate::language::Locale;

/// What stands in a path segment or a query value as it is; everything else is percent-encoded.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The same in an electronic address, which may have a sign for what it is at and a tag.
const ADDRESS: &AsciiSet = &ENCODED.remove(b'@').remove(b'+');

/// Where the API's first version is; what it answers keeps its meaning there.
pub const API: &str = "/api/v1";

/// Where the API is described for programs.
pub const API_DOCUMENT: &str = "/api/openapi.json";

/// A link's target, ready to be written: a path of this site with its query, or an outside address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(String);

/// A page of the site that has a URL in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The front page.
    Home,
    /// The partners, as of a day or today.
    Partners {
        /// The day in question; today without one.
        on: Option<Date>,
    },
    /// One partner.
    Partner {
        /// The partner's slug.
        slug: String,
    },
    /// The exchanges that a filter lets through.
    Exchanges(ExchangesQuery),
    /// A month of the exchanges that a filter lets through.
    Month {
        /// The month's first day.
        month: Date,
        /// The filter; period and place in the list say nothing here.
        query: ExchangesQuery,
    },
    /// A day of the exchanges that a filter lets through.
    Day {
        /// The day.
        day: Date,
        /// The filter, and where the list goes on; the period says nothing here.
        query: ExchangesQuery,
    },
    /// The same list for other sites to show in a frame.
    EmbeddedExchanges(ExchangesQuery),
    /// One exchange.
    Exchange {
        /// The exchange's slug.
        slug: String,
    },
    /// The signpost with its table, as of a day or today.
    Signpost {
        /// The day in question; today without one.
        on: Option<Date>,
    },
    /// The boards of the signpost, as a sign maker wants them.
    SignpostBoards {
        /// The day in question; today without one.
        on: Option<Date>,
    },
    /// The map, as of a day or today.
    Map {
        /// The day in question; today without one.
        on: Option<Date>,
    },
    /// The timeline, with a line on a day or today.
    Timeline {
        /// The day in question; today without one.
        on: Option<Date>,
    },
    /// A picture by itself, as an SVG file.
    Picture {
        /// Which one.
        picture: Picture,
        /// The day in question; today without one.
        on: Option<Date>,
    },
    /// What is found by some words; the form alone without any.
    Search {
        /// What is looked for, as typed.
        words: Option<String>,
    },
    /// The programme and its policy.
    About,
    /// Whom to write to, and how a friendship begins.
    TakePart,
    /// What is on record, and where it comes from.
    Data,
    /// What programs can ask for.
    Api,
    /// For whom the site works, and where to tell of a barrier.
    Accessibility,
}

/// A picture that is drawn from the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// The signpost.
    Signpost,
    /// The map.
    Map,
    /// The timeline.
    Timeline,
}

impl Picture {
    /// The name of its file, without the ending.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Signpost => "signpost",
            Self::Map => "map",
            Self::Timeline => "timeline",
        }
    }
}

impl Page {
    /// Where the page is in a language.
    pub fn url(&self, locale: Locale) -> Url {
        let path = match self {
            Self::Home if locale == Locale::default() => "/".to_owned(),
            Self::Home => String::new(),
            Self::Partners { on } => as_of("/partners", *on),
            Self::Partner { slug } => format!("/partners/{}", encoded(slug)),
            Self::Exchanges(filter) => format!("/exchanges{}", filter.query()),
            Self::Month { month, query } => {
                format!("/exchanges/month/{}{}", month.strftime("%Y-%m"), query.filter())
            }
            Self::Day { day, query } => {
                format!("/exchanges/month/{}{}", day.strftime("%Y-%m/%d"), query.filter())
            }
            Self::EmbeddedExchanges(filter) => format!("/embed/exchanges{}", filter.query()),
            Self::Exchange { slug } => format!("/exchanges/{}", encoded(slug)),
            Self::Signpost { on } => as_of("/signpost", *on),
            Self::SignpostBoards { on } => as_of("/signpost/print", *on),
            Self::Map { on } => as_of("/map", *on),
            Self::Timeline { on } => as_of("/timeline", *on),
            Self::Picture { picture, on } => as_of(&format!("/{}.svg", picture.name()), *on),
            Self::Search { words } => format!("/search{}", query(&[("q", words.as_deref())])),
            Self::About => "/about".to_owned(),
            Self::TakePart => "/take-part".to_owned(),
            Self::Data => "/data".to_owned(),
            Self::Api => "/api".to_owned(),
            Self::Accessibility => "/accessibility".to_owned(),
        };
        prefixed(locale, &path)
    }
}

impl Url {
    /// Where an address leads whose language is spelt otherwise than here: `/JA/map` to `/ja/map`, `/en/map` to `/map`.
    pub fn respelt(path: &str, query: Option<&str>) -> Option<Self> {
        let rest = path.strip_prefix('/')?;
        let (tag, below) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
        let locale = Locale::meant_by(tag)?;
        let path = match (locale == Locale::default(), below) {
            (true, "") => "/".to_owned(),
            (true, below) => below.to_owned(),
            (false, below) => format!("/{}{below}", locale.tag()),
        };
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        (locale == Locale::default() || tag != locale.tag()).then(|| Self(path + &query))
    }

    /// A place on the page that this leads to, by its `id`.
    #[must_use]
    pub fn at(&self, id: &str) -> Self {
        Self(format!("{}#{}", self.0, encoded(id)))
    }

    /// An asset under the hash of its content: it may be cached for ever.
    pub fn asset(hash: &str, name: &str) -> Self {
        Self(format!("/assets/{hash}/{name}"))
    }

    /// What programs ask for, by its path below the API's version, with the arguments that are there.
    pub fn api(path: &[&str], arguments: &[(&str, Option<&str>)]) -> Self {
        let below = |whole: String, segment: &&str| format!("{whole}/{}", encoded(segment));
        let path = path.iter().fold(API.to_owned(), below);
        Self(format!("{path}{}", query(arguments)))
    }

    /// A question to the API: a path of its document with values for the names in braces, and arguments.
    pub fn question(path: &str, values: &[(&str, &str)], arguments: &[(&str, Option<&str>)]) -> Self {
        let filled = values.iter().fold(path.to_owned(), |path, (name, value)| {
            path.replace(&format!("{{{name}}}"), &encoded(value).to_string())
        });
        Self(format!("{filled}{}", query(arguments)))
    }

    /// The document that describes the API (OpenAPI).
    pub fn api_document() -> Self {
        Self(API_DOCUMENT.to_owned())
    }

    /// The icon that browsers show beside the title.
    pub fn favicon() -> Self {
        Self("/favicon.svg".to_owned())
    }

    /// A document, by the hash of its bytes and the name that it is offered under.
    pub fn document(file: &File) -> Self {
        Self(format!("/documents/{}/{}", file.digest, encoded(file.name.as_str())))
    }

    /// A picture in a width in pixels.
    pub fn picture(file: &File, width: u32) -> Self {
        Self(format!("/media/{}/{width}", file.digest))
    }

    /// A picture that the link of a preview shows, in a width in pixels.
    pub fn previewed_picture(token: &PreviewToken, file: &File, width: u32) -> Self {
        Self(format!("/preview/{token}/{}/{width}", file.digest))
    }

    /// The preview of a partner's page, as a picture.
    pub fn partner_preview(slug: &str) -> Self {
        Self(format!("/partners/{}/social.png", encoded(slug)))
    }

    /// The preview of an exchange's page, as a picture.
    pub fn exchange_preview(slug: &str) -> Self {
        Self(format!("/exchanges/{}/social.png", encoded(slug)))
    }

    /// The preview of every other page, as a picture.
    pub fn site_preview() -> Self {
        Self("/social.png".to_owned())
    }

    /// An address outside of the site; only the web's own schemes are let through.
    pub fn outside(address: &str) -> Option<Self> {
        let web = address.starts_with("https://") || address.starts_with("http://");
        let clean = !address.contains(|letter: char| letter.is_control() || letter.is_whitespace());
        (web && clean).then(|| Self(address.to_owned()))
    }

    /// A letter to an address.
    pub fn mail(address: &str) -> Self {
        Self(format!("mailto:{}", utf8_percent_encode(address, ADDRESS)))
    }

    /// A call to a telephone (RFC 3966): its digits, and the sign of an international number.
    pub fn telephone(number: &str) -> Self {
        Self(format!(
            "tel:{}",
            number.chars().filter(|sign| sign.is_ascii_digit() || *sign == '+').collect::<String>()
        ))
    }

    /// A place on the page itself, by its `id`.
    pub fn place(id: &str) -> Self {
        Self(format!("#{}", encoded(id)))
    }

    /// The whole address, for calendars, feeds and canonical links.
    pub fn absolute(&self, site: &PublicAddress) -> String {
        if self.0.starts_with('/') { format!("{site}{}", self.0) } else { self.0.clone() }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A path in a language.
fn prefixed(locale: Locale, path: &str) -> Url {
    if locale == Locale::default() { Url(path.to_owned()) } else { Url(format!("/{}{path}", locale.tag())) }
}

fn encoded(text: &str) -> impl fmt::Display {
    utf8_percent_encode(text, ENCODED)
}

/// A path as of a day, or of today.
fn as_of(path: &str, on: Option<Date>) -> String {
    let on = on.map(|date| date.to_string());
    format!("{path}{}", query(&[("on", on.as_deref())]))
}

/// A query of the values that are there, with its question mark; nothing when none is.
fn query(values: &[(&str, Option<&str>)]) -> String {
    let pairs: Vec<String> = values
        .iter()
        .filter_map(|(name, value)| value.map(|value| format!("{name}={}", encoded(value))))
        .collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn filter() -> ExchangesQuery {
        ExchangesQuery { partner: Some("toyokawa".into()), period: Period::Past, ..ExchangesQuery::default() }
    }

    #[test]
    fn pages_in_the_default_language_have_no_prefix() {
        for (page, url) in [
            (Page::Home, "/"),
            (Page::Partners { on: None }, "/partners"),
            (Page::Partners { on: Some(date(2017, 1, 1)) }, "/partners?on=2017-01-01"),
            (Page::Partner { slug: "new-taipei".into() }, "/partners/new-taipei"),
            (Page::Partner { slug: "../ä?".into() }, "/partners/..%2F%C3%A4%3F"),
            (Page::Exchanges(ExchangesQuery::default()), "/exchanges"),
            (Page::Exchanges(filter()), "/exchanges?partner=toyokawa&period=past"),
            (
                Page::Exchanges(ExchangesQuery { text: Some("豊川 & b".into()), ..Default::default() }),
                "/exchanges?q=%E8%B1%8A%E5%B7%9D%20%26%20b",
            ),
            (
                Page::Month { month: date(2026, 3, 1), query: filter() },
                "/exchanges/month/2026-03?partner=toyokawa",
            ),
            (
                Page::Day { day: date(2026, 3, 4), query: filter() },
                "/exchanges/month/2026-03/04?partner=toyokawa",
            ),
            (Page::Signpost { on: None }, "/signpost"),
            (Page::SignpostBoards { on: Some(date(2017, 1, 1)) }, "/signpost/print?on=2017-01-01"),
            (Page::Picture { picture: Picture::Map, on: None }, "/map.svg"),
            (Page::EmbeddedExchanges(filter()), "/embed/exchanges?partner=toyokawa&period=past"),
            (Page::Search { words: None }, "/search"),
            (Page::Search { words: Some("a&b".into()) }, "/search?q=a%26b"),
            (Page::About, "/about"),
            (Page::TakePart, "/take-part"),
        ] {
            assert_eq!(page.url(Locale::default()).to_string(), url);
        }
    }

    #[test]
    fn a_language_in_another_spelling_leads_to_the_one_meant() {
        for (path, query, url) in [
            ("/en", None, Some("/")),
            ("/EN/partners", Some("on=2017-01-01"), Some("/partners?on=2017-01-01")),
            ("/en-us/%E8%B1%8A", None, Some("/%E8%B1%8A")),
            ("/de/partners", None, None),
            ("/partners", None, None),
            ("/", None, None),
        ] {
            let respelt = Url::respelt(path, query).map(|url| url.to_string());
            assert_eq!(respelt.as_deref(), url, "{path}");
        }
    }

    #[test]
    fn outside_addresses_are_of_the_web() {
        assert!(Url::outside("https://example.org/a?b").is_some());
        for address in
            ["javascript:alert(1)", "data:text/html,x", "//example.org", "/partners", "https://a b"]
        {
            assert_eq!(Url::outside(address), None, "{address}");
        }
        assert_eq!(Url::mail("a&b@example.org").to_string(), "mailto:a%26b@example.org");
    }
}
