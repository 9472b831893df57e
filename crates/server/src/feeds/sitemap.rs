//! The list of all pages for search engines (sitemaps.org), in all languages, with when each was last changed.

use std::collections::HashMap;

use askama::Template;
use jiff::Timestamp;
use signpost_core::{Exchange, Id, Partner};
use uuid::Uuid;

use crate::language::Locale;
use crate::present::Presenter;
use crate::urls::{ExchangesQuery, Page, PublicAddress, Url};

/// The most addresses that one list has; the protocol allows five times as many.
const MOST: usize = 10_000;

/// The list of lists.
#[derive(Template)]
#[template(path = "sitemap/index.xml")]
pub struct SitemapIndex {
    addresses: Vec<String>,
}

impl SitemapIndex {
    /// The list of the pages that are always there, and one for each of these years.
    pub fn new(site: &PublicAddress, years: impl IntoIterator<Item = i16>) -> Self {
        let years = years.into_iter().map(Url::sitemap_of_year);
        let lists = std::iter::once(Url::sitemap_of_pages()).chain(years);
        Self { addresses: lists.map(|url| url.absolute(site)).collect() }
    }
}

/// A list of pages.
#[derive(Template)]
#[template(path = "sitemap/pages.xml")]
pub struct Sitemap {
    entries: Vec<SitemapEntry>,
}

/// A page in a language.
struct SitemapEntry {
    address: String,
    changed: Option<String>,
    /// The page in every language, by their tags.
    languages: Vec<(&'static str, String)>,
    /// The page for whoever reads none of these.
    default: String,
}

impl Sitemap {
    /// How many pages a list can have.
    pub fn capacity(languages: &[Locale]) -> u16 {
        u16::try_from(MOST / languages.len().max(1)).unwrap_or(u16::MAX)
    }

    /// Pages, each with when it was last changed, where that is known.
    fn of(
        (site, locales): (&PublicAddress, &[Locale]),
        pages: impl IntoIterator<Item = (Page, Option<Timestamp>)>,
    ) -> Self {
        let entries = pages.into_iter().flat_map(|(page, changed)| {
            let at = |locale| page.url(locale).absolute(site);
            let languages: Vec<_> = locales.iter().map(|locale| (locale.tag(), at(*locale))).collect();
            let changed = changed.map(|changed| changed.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
            let default = at(Locale::default());
            let entries: Vec<_> = languages
                .iter()
                .map(|(_, address)| SitemapEntry {
                    address: address.clone(),
                    changed: changed.clone(),
                    languages: languages.clone(),
                    default: default.clone(),
                })
                .collect();
            entries
        });
        Self { entries: entries.collect() }
    }

    /// Exchanges.
    pub fn of_exchanges(
        place: (&PublicAddress, &[Locale]),
        exchanges: &[Exchange],
        changes: &HashMap<Uuid, Timestamp>,
    ) -> Self {
        let page = |exchange: &Exchange| {
            let page = Page::Exchange { slug: exchange.slug.to_string() };
            (page, changes.get(&exchange.id.uuid()).copied())
        };
        Self::of(place, exchanges.iter().map(page))
    }
}

impl Presenter<'_> {
    /// The pages that are always there, and those of the partners.
    pub fn sitemap(self, site: &PublicAddress, changes: &HashMap<Uuid, Timestamp>) -> Sitemap {
        let always = [
            Page::Home,
            Page::Partners { on: None },
            Page::Exchanges(ExchangesQuery::default()),
            Page::Timeline { on: None },
            Page::Map { on: None },
            Page::Signpost { on: None },
            Page::About,
            Page::TakePart,
            Page::Data,
            Page::Accessibility,
        ];
        let always = always.into_iter().map(|page| (page, None));
        let partners = self.register.partners().iter().map(|partner| {
            let latest = recorded(partner).filter_map(|id| changes.get(&id).copied()).max();
            (Page::Partner { slug: partner.slug.to_string() }, latest)
        });
        Sitemap::of((site, &self.languages()), always.chain(partners))
    }
}

/// What of a partner has a history of its own: it, its terms, applications and agreements.
pub fn recorded(partner: &Partner) -> impl Iterator<Item = Uuid> {
    let relationship = &partner.relationship;
    let terms = relationship.terms.iter().map(|term| term.id.uuid());
    let applications = relationship.applications.iter().map(|application| application.id.uuid());
    let agreements = relationship.agreements.iter().map(|agreement| agreement.id.uuid());
    std::iter::once(partner.id.uuid()).chain(terms).chain(applications).chain(agreements)
}
