//! Where a page stands in the site: the main menu, and the way down to it.

use super::Link;
use crate::{
    language::Locale,
    urls::{ExchangesQuery, Page},
};

/// An entry of the main menu.
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// Its words and target.
    pub link: Link,
    /// Its `aria-current`: `page` on that very page, `true` on a page below it.
    pub current: Option<&'static str>,
}

/// The sections of the site, in the menu's order. A new section is a line here and one below.
fn sections(locale: Locale) -> Vec<(String, Page)> {
    vec![
        (locale.say("menu-partners"), Page::Partners { on: None }),
        (locale.say("menu-exchanges"), Page::Exchanges(ExchangesQuery::default())),
        (locale.say("menu-timeline"), Page::Timeline { on: None }),
        (locale.say("menu-map"), Page::Map { on: None }),
        (locale.say("menu-about"), Page::About),
        (locale.say("menu-take-part"), Page::TakePart),
    ]
}

/// The first page of the section that a page belongs to, where it belongs to one.
fn section_of(page: &Page) -> Option<Page> {
    Some(match page {
        Page::Home
        | Page::Search { .. }
        | Page::Data
        | Page::Api
        | Page::Accessibility
        | Page::Picture { .. } => return None,
        Page::Partners { .. } | Page::Partner { .. } => Page::Partners { on: None },
        Page::Exchanges(_)
        | Page::EmbeddedExchanges(_)
        | Page::Month { .. }
        | Page::Day { .. }
        | Page::Exchange { .. } => Page::Exchanges(ExchangesQuery::default()),
        Page::Map { .. } | Page::Signpost { .. } | Page::SignpostBoards { .. } => Page::Map { on: None },
        Page::Timeline { .. } => Page::Timeline { on: None },
        Page::About => Page::About,
        Page::TakePart => Page::TakePart,
    })
}

/// The main menu; the section of a page is marked in it.
pub(super) fn menu(locale: Locale, page: Option<&Page>) -> Vec<MenuItem> {
    let here = page.and_then(section_of);
    let item = |(words, target): (String, Page)| MenuItem {
        current: (here.as_ref() == Some(&target))
            .then(|| if page == Some(&target) { "page" } else { "true" }),
        link: Link::new(words, target.url(locale)),
    };
    sections(locale).into_iter().map(item).collect()
}

/// The way down to a page, without the page itself.
pub(super) fn breadcrumbs(locale: Locale, page: &Page) -> Vec<Link> {
    let home = Link::new(locale.say("breadcrumb-home"), Page::Home.url(locale));
    let section = || {
        let here = section_of(page)?;
        let (words, target) = sections(locale).into_iter().find(|(_, target)| *target == here)?;
        Some(Link::new(words, target.url(locale)))
    };
    match page {
        Page::Home | Page::EmbeddedExchanges(_) | Page::Picture { .. } => Vec::new(),
        Page::Partners { .. }
        | Page::Exchanges(_)
        | Page::Map { .. }
        | Page::Signpost { .. }
        | Page::Timeline { .. }
        | Page::Search { .. }
        | Page::About
        | Page::TakePart
        | Page::Data
        | Page::Accessibility => vec![home],
        Page::SignpostBoards { .. } => {
            let signpost = Page::Signpost { on: None }.url(locale);
            vec![home, Link::new(locale.say("signpost-heading"), signpost)]
        }
        Page::Api => vec![home, Link::new(locale.say("footer-data"), Page::Data.url(locale))],
        Page::Day { day, query } => {
            let month = Page::Month { month: day.first_of_month(), query: query.clone() };
            let link = Link::new(locale.month_and_year(*day), month.url(locale));
            [Some(home), section(), Some(link)].into_iter().flatten().collect()
        }
        Page::Partner { .. } | Page::Exchange { .. } | Page::Month { .. } => {
            [Some(home), section()].into_iter().flatten().collect()
        }
    }
}
