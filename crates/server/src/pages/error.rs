//! Answers to what cannot be done, with ways on.

use askama::Template;
use jiff::civil::Date;

use crate::{
    language::Locale,
    pages::{Chrome, Link},
    urls::{ExchangesQuery, Page},
};

/// What an error page shows.
#[derive(Clone, Debug)]
pub struct ErrorView {
    /// What is the matter, in a few words.
    pub heading: String,
    /// What happened, and what to do next.
    pub explanation: String,
    /// The nearest pages to the one asked for.
    pub nearest: Vec<Link>,
    /// Ways on that always help.
    pub ways: Vec<Link>,
}

/// An answer to what cannot be done.
#[derive(Template)]
#[template(path = "error.html")]
pub struct ErrorPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: ErrorView,
}

impl ErrorView {
    /// The record of exchanges does not reach a month; with the way to the first and the last that it does.
    pub fn month_out_of_range(locale: Locale, (first, last): (Date, Date)) -> Self {
        let link = |month| {
            let page = Page::Month { month, query: ExchangesQuery::default() };
            Link::new(locale.month_and_year(month), page.url(locale))
        };
        let (nearest, words) = (vec![link(first), link(last)], |month: Date| locale.month_and_year(month));
        Self {
            nearest,
            ..Self::new(
                locale,
                (
                    locale.say("month-out-of-range"),
                    locale.say_with(
                        "month-out-of-range-next",
                        [("first", words(first).into()), ("last", words(last).into())],
                    ),
                ),
            )
        }
    }

    /// There is no such page; the nearest ones may be meant.
    pub fn not_found(locale: Locale, nearest: Vec<Link>) -> Self {
        let words = (locale.say("error-not-found"), locale.say("error-not-found-next"));
        Self { nearest, ..Self::new(locale, words) }
    }

    /// The link of a preview opens nothing any more.
    pub fn preview_gone(locale: Locale) -> Self {
        Self::new(locale, (locale.say("error-preview-gone"), locale.say("error-preview-gone-next")))
    }

    /// The request cannot be understood: what is wrong with it, in a person's words.
    pub fn bad_request(locale: Locale, fault: String) -> Self {
        Self::new(locale, (locale.say("error-bad-request"), fault))
    }

    /// The visitor wanted another state of the content than there is.
    pub fn not_as_wanted(locale: Locale) -> Self {
        Self::new(locale, (locale.say("error-not-as-wanted"), locale.say("error-not-as-wanted-next")))
    }

    /// The page takes no such method.
    pub fn method_not_allowed(locale: Locale) -> Self {
        Self::new(locale, (locale.say("error-method"), locale.say("error-method-next")))
    }

    /// The address is longer than any of the site's.
    pub fn address_too_long(locale: Locale) -> Self {
        Self::new(locale, (locale.say("error-too-long"), locale.say("error-too-long-next")))
    }

    /// The site has a fault of its own.
    pub fn internal(locale: Locale) -> Self {
        Self::new(locale, (locale.say("error-internal"), locale.say("error-internal-next")))
    }

    /// The register cannot be reached.
    pub fn unavailable(locale: Locale) -> Self {
        Self::new(locale, (locale.say("error-unavailable"), locale.say("error-unavailable-next")))
    }

    fn new(locale: Locale, (heading, explanation): (String, String)) -> Self {
        let ways = [
            (locale.say("breadcrumb-home"), Page::Home),
            (locale.say("menu-partners"), Page::Partners { on: None }),
            (locale.say("menu-exchanges"), Page::Exchanges(ExchangesQuery::default())),
        ];
        Self {
            heading,
            explanation,
            nearest: Vec::new(),
            ways: ways.into_iter().map(|(words, page)| Link::new(words, page.url(locale))).collect(),
        }
    }
}
