//! Samples of how to take part, the data, and the accessibility statement.

use super::{sisters, site, sources};
use crate::{
    language::Locale,
    pages::*,
    urls::{Download, Feed, Page, Url},
};

pub(crate) fn take_part(locale: Locale) -> TakePartPage {
    let committee = |name: &str, links: Vec<Link>| CommitteeView {
        name: name.into(),
        notes: vec!["Non-profit association".into()],
        offers: Prose::below("Evenings of conversation, every month.", 4),
        contacts: vec![super::contact()],
        links,
        sources: vec![SourceMark { number: 1 }],
    };
    let website = Url::outside("https://example.org").map(|url| Link::new("example.org", url));
    let blades = sisters(locale);
    let calendar = |blade: &BladeView| {
        let feed = Feed::PartnerCalendar { slug: blade.name.to_lowercase() };
        FeedLink::new(&site().address, locale, format!("Exchanges with {}", blade.name), &feed)
    };
    let city = |blade: &BladeView| CityCommittees {
        partner: Link::new(blade.name.as_str(), blade.url.clone()),
        foreign: blade.foreign.clone(),
        standing: "Sister city".into(),
        here: vec![committee("Sister Cities Association", website.clone().into_iter().collect())],
        there: vec![committee("International Friendship Association", Vec::new())],
    };
    TakePartPage {
        chrome: Chrome::new(&site(), locale, &Page::TakePart, "Take part"),
        view: TakePartView {
            heading: "Take part".into(),
            text: Prose::from_markdown("Volunteers carry the relationships."),
            host: "Cupertino".into(),
            cities: blades.iter().take(2).map(city).collect(),
            without: blades
                .iter()
                .skip(2)
                .map(|blade| Link::new(blade.name.as_str(), blade.url.clone()))
                .collect(),
            calendars: blades.iter().map(calendar).collect(),
            beginning: Some(SectionView {
                id: "how-it-begins",
                title: "How a relationship begins".into(),
                text: Prose::from_markdown("1. A sponsor on the Council\n2. An application\n3. A memorandum"),
            }),
            rules: vec![Labelled::new("A friendship lasts", "two years, unless renewed")],
            policy: Page::About.url(locale),
            contact: site().contact,
            sources: sources(),
        },
    }
}

pub(crate) fn data(locale: Locale) -> DataPage {
    DataPage {
        chrome: Chrome::new(&site(), locale, &Page::Data, "The data"),
        view: DataView {
            heading: "The data".into(),
            text: Prose::from_markdown("What the City says of its data."),
            numbers: vec![Labelled::new("Partner cities", "25")],
            downloads: vec![DownloadView {
                title: "Partners".into(),
                words: "Each city, with its place.".into(),
                files: vec![Link::new("CSV", Download::PartnersCsv.url())],
            }],
            catalogue: Link::new("JSON-LD", Download::Catalogue.url()),
            api: Link::new("The API", Page::Api.url(locale)),
            changed: ("Last changed on November 23, 2026.".into(), "2026-11-23T12:00-08:00".into()),
            licence: Url::outside("https://creativecommons.org/licenses/by/4.0/")
                .map(|url| Link::new("creativecommons.org/licenses/by/4.0", url)),
            about: Page::About.url(locale),
            contact: site().contact,
        },
    }
}

pub(crate) fn accessibility(locale: Locale) -> AccessibilityPage {
    AccessibilityPage {
        chrome: Chrome::new(&site(), locale, &Page::Accessibility, "Accessibility"),
        view: AccessibilityView { heading: "Accessibility".into(), contact: site().contact },
    }
}
