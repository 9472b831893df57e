//! The pages where nothing is on record that need not be.

use jiff::civil::date;
use signpost_core::Place;

use super::site;
use crate::{
    language::Locale,
    pages::*,
    pictures::{Map, Signpost, Timeline},
};

/// The pages with nothing, each made of the one with much.
pub(crate) fn home(locale: Locale) -> HomePage {
    let mut page = super::home(locale);
    page.chrome = bare(page.chrome);
    page.view = HomeView {
        introduction: Prose::default(),
        signpost: Signpost::draw(locale, "Cupertino", &[]),
        courtyard: Prose::default(),
        photos: Vec::new(),
        upcoming: Vec::new(),
        sister_definition: Prose::default(),
        sisters: Vec::new(),
        friendship_definition: Prose::default(),
        friendships: Vec::new(),
        past_friendships: Vec::new(),
        map: empty_map(locale),
        contact: None,
        ..page.view
    };
    page
}

pub(crate) fn partners(locale: Locale) -> PartnersPage {
    let mut page = super::partners(locale);
    page.view.groups.clear();
    page
}

pub(crate) fn partner(locale: Locale) -> PartnerPage {
    let mut page = super::partner(locale);
    let blade = BladeView { foreign: None, reach: None, ..page.view.blade };
    page.view = PartnerView {
        blade,
        kind_explained: page.view.kind_explained,
        rests_on: page.view.rests_on,
        introduction: Prose::default(),
        names: Vec::new(),
        spellings: None,
        clock: None,
        anniversary: None,
        photos: Vec::new(),
        documents: Vec::new(),
        terms: Vec::new(),
        agreements: Vec::new(),
        committees: Vec::new(),
        upcoming: Vec::new(),
        past: Vec::new(),
        years: YearsView::default(),
        people: None,
        exchanges_record: None,
        all_exchanges: None,
        gifts: Vec::new(),
        disputes: Vec::new(),
        sources: Vec::new(),
        missing: Vec::new(),
    };
    page
}

/// A partner of whose agreement, committee and gift nothing but the title is on record.
pub(crate) fn partner_in_outline(locale: Locale) -> PartnerPage {
    let mut page = super::partner(locale);
    for agreement in &mut page.view.agreements {
        agreement.signatories.clear();
        agreement.documents.clear();
        agreement.photos.clear();
    }
    for committee in &mut page.view.committees {
        (committee.offers, committee.links, committee.contacts) = (Prose::default(), Vec::new(), Vec::new());
    }
    for gift in &mut page.view.gifts {
        (gift.place, gift.giving, gift.photos) = (None, None, Vec::new());
    }
    page
}

pub(crate) fn exchanges(locale: Locale) -> ExchangesPage {
    let mut page = super::exchanges(locale);
    page.view = ExchangesView {
        exchanges: Vec::new(),
        nothing: Some("No exchange with Jilin is on record.".into()),
        nearest: vec![super::festival(locale)],
        record: None,
        embedded: None,
        more: None,
        ..page.view
    };
    page
}

pub(crate) fn embedded(locale: Locale) -> EmbeddedExchangesPage {
    let mut page = super::embedded(locale);
    (page.view.exchanges, page.view.nothing) = (Vec::new(), Some("No exchange is on record.".into()));
    (page.view.nearest, page.view.more) = (Vec::new(), None);
    page
}

pub(crate) fn exchange(locale: Locale) -> ExchangePage {
    let mut page = super::exchange(locale);
    page.view = ExchangeView {
        status: None,
        when: When { words: "Date not on record".into(), machine: None, leaf: None, times: Vec::new() },
        previously: None,
        facts: Vec::new(),
        people: Vec::new(),
        website: None,
        photos: Vec::new(),
        documents: Vec::new(),
        disputes: Vec::new(),
        people_record: Some("Nobody was counted.".into()),
        text: Prose::default(),
        partners: Vec::new(),
        sources: Vec::new(),
        ..page.view
    };
    page
}

pub(crate) fn month(locale: Locale) -> MonthPage {
    let mut page = super::month(locale);
    for day in page.view.weeks.iter_mut().flatten().flatten() {
        (day.entries, day.more) = (Vec::new(), None);
    }
    (page.view.previous, page.view.next, page.view.current) = (None, None, None);
    page.view.nothing = Some("No exchange in October 2025 is on record.".into());
    page.view.nearest.clear();
    page
}

pub(crate) fn signpost(locale: Locale) -> SignpostPage {
    let mut page = super::signpost(locale);
    page.view.signpost = Signpost::draw(locale, "Cupertino", &[]);
    page.view.selection = None;
    page.view.groups.clear();
    page.view.without_place.clear();
    page
}

pub(crate) fn boards(locale: Locale) -> SignpostBoardsPage {
    let mut page = super::boards(locale);
    (page.view.statement, page.view.boards) = (None, Vec::new());
    page
}

pub(crate) fn map(locale: Locale) -> MapPage {
    let mut page = super::map(locale);
    page.view.map = empty_map(locale);
    page.view.groups.clear();
    page.view.without_place.clear();
    page
}

pub(crate) fn timeline(locale: Locale) -> TimelinePage {
    let mut page = super::timeline(locale);
    let today = date(2026, 11, 23);
    page.view.timeline = Timeline::draw(locale, "Timeline".into(), &[], today, (today, "Today"));
    page.view.groups.clear();
    page
}

pub(crate) fn search(locale: Locale) -> SearchPage {
    let mut page = super::search(locale);
    page.view = SearchView {
        words: String::new(),
        similar: None,
        years: Vec::new(),
        groups: Vec::new(),
        nothing: None,
        ..page.view
    };
    page
}

pub(crate) fn about(locale: Locale) -> AboutPage {
    let mut page = super::about(locale);
    page.view = AboutView {
        text: Prose::default(),
        sections: Vec::new(),
        rules: Vec::new(),
        disputes: Vec::new(),
        sources: Vec::new(),
        reference_point: None,
        contact: None,
        ..page.view
    };
    page
}

pub(crate) fn take_part(locale: Locale) -> TakePartPage {
    let mut page = super::take_part(locale);
    page.view = TakePartView {
        text: Prose::default(),
        cities: Vec::new(),
        without: Vec::new(),
        beginning: None,
        rules: Vec::new(),
        contact: None,
        sources: Vec::new(),
        ..page.view
    };
    page
}

pub(crate) fn data(locale: Locale) -> DataPage {
    let mut page = super::data(locale);
    (page.view.text, page.view.licence, page.view.contact) = (Prose::default(), None, None);
    page
}

pub(crate) fn accessibility(locale: Locale) -> AccessibilityPage {
    let mut page = super::accessibility(locale);
    page.view.contact = None;
    page
}

pub(crate) fn api(locale: Locale) -> ApiPage {
    let mut page = super::api(locale);
    for endpoint in &mut page.view.endpoints {
        (endpoint.parameters, endpoint.example) = (Vec::new(), None);
    }
    page
}

pub(crate) fn error(locale: Locale) -> ErrorPage {
    let view = ErrorView::not_found(locale, Vec::new());
    let site = Site::unknown(locale, &site().address);
    ErrorPage { chrome: Chrome::without_page(&site, locale, view.heading.clone()), view }
}

/// Without notices, and without what the city need not say.
fn bare(mut chrome: Chrome) -> Chrome {
    chrome.notices.clear();
    (chrome.site.city_site, chrome.site.contact) = (None, None);
    chrome
}

fn empty_map(locale: Locale) -> Map {
    Map::draw(locale, "Cupertino", Place::new(37.323, -122.0322).unwrap(), &[])
}
