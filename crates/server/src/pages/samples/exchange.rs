//! Samples of exchanges, their list and one page.

use jiff::civil::date;

use super::{sisters, site, sources};
use crate::{
    language::Locale,
    pages::*,
    urls::{ExchangesQuery, Page, Url},
};

pub(super) fn exchange_url(locale: Locale, slug: &str) -> Url {
    Page::Exchange { slug: slug.into() }.url(locale)
}

fn leaf(day: Option<&str>, month: Option<&str>, year: &str) -> Leaf {
    Leaf { day: day.map(Into::into), month: month.map(Into::into), year: year.into() }
}

fn card(locale: Locale, slug: &str, title: &str, kind: &str, words: &str, leaf: Leaf) -> ExchangeCard {
    ExchangeCard {
        url: exchange_url(locale, slug),
        title: title.into(),
        status: None,
        when: When { words: words.into(), machine: None, leaf: Some(leaf), times: Vec::new() },
        partners: vec![Link::new("Toyokawa", sisters(locale)[0].url.clone())],
        kind: kind.into(),
        place: None,
        people: None,
    }
}

pub(crate) fn festival(locale: Locale) -> ExchangeCard {
    let days = locale.days(date(2027, 4, 24), date(2027, 4, 25));
    ExchangeCard {
        status: Some(StatusView {
            words: "Expected".into(),
            reason: Some("not announced yet".into()),
            tone: StatusTone::Open,
        }),
        place: Some("Memorial Park, Cupertino".into()),
        ..card(
            locale,
            "cherry-blossom-2027",
            "Cherry Blossom Festival 2027",
            "Cultural, with Toyokawa",
            &days,
            leaf(Some("24"), Some("Apr"), "2027"),
        )
    }
}

pub(crate) fn past_exchanges(locale: Locale) -> Vec<ExchangeCard> {
    let student = "Student exchange, from Toyokawa";
    let mut visit = card(
        locale,
        "visit-43",
        "Student visit from Toyokawa, the 43rd",
        student,
        "October 2–10, 2025",
        leaf(Some("2"), Some("Oct"), "2025"),
    );
    visit.people = Some("16 students and 3 chaperones".into());
    let mut ceremony = card(
        locale,
        "45th",
        "45th anniversary ceremony",
        "Ceremony, online",
        "November 21, 2023",
        leaf(Some("21"), Some("Nov"), "2023"),
    );
    ceremony.when.times = city_times();
    let mut cancelled = card(
        locale,
        "fourth",
        "Fourth student delegation to Copertino",
        "Student exchange, to Copertino",
        "2020",
        leaf(None, None, "2020"),
    );
    cancelled.status = Some(StatusView {
        words: "Cancelled".into(),
        reason: Some("pandemic".into()),
        tone: StatusTone::Off,
    });
    vec![visit, ceremony, cancelled]
}

pub(crate) fn city_times() -> Vec<CityTime> {
    vec![
        CityTime {
            words: "9:00 AM in Toyokawa".into(),
            day: Some("November 21".into()),
            machine: "2023-11-21T09:00+09:00".into(),
        },
        CityTime {
            words: "4:00 PM in Cupertino".into(),
            day: Some("November 20, the day before".into()),
            machine: "2023-11-20T16:00-08:00".into(),
        },
    ]
}

/// The filter of a page.
fn filter_of(locale: Locale, page: &Page) -> FilterView {
    let choices =
        || vec![Choice::new("", "Any", "toyokawa"), Choice::new("toyokawa", "Toyokawa", "toyokawa")];
    FilterView {
        action: page.url(locale),
        period: Some("upcoming"),
        partners: choices(),
        kinds: choices(),
        directions: choices(),
        text: "\"><script>festival".into(),
        clear: Some(page.url(locale)),
    }
}

/// October 2025, with a visit of several days, a day with more than there is room for, and today.
pub(crate) fn month(locale: Locale) -> MonthPage {
    let page = Page::Month { month: date(2025, 10, 1), query: ExchangesQuery::default() };
    let entry = |title: &str, day: Option<&str>| MonthEntry {
        url: exchange_url(locale, "visit-43"),
        title: title.into(),
        status: None,
        begins: day.is_none(),
        is_first: day.is_none(),
        day: day.map(Into::into),
    };
    let day = |number: i8, entries: Vec<MonthEntry>| {
        Some(MonthDay {
            number: number.to_string(),
            words: locale.weekday_and_date(date(2025, 10, number)),
            machine: date(2025, 10, number).to_string(),
            is_today: number == 3,
            entries,
            more: None,
        })
    };
    let visit = "Student visit from Toyokawa, the 43rd";
    let mut full = day(3, vec![entry(visit, Some("day 2 of 9")), entry("45th anniversary ceremony", None)]);
    if let Some(full) = &mut full {
        full.entries[1].status = past_exchanges(locale)[2].status.clone();
        let page = Page::Day { day: date(2025, 10, 3), query: ExchangesQuery::default() };
        full.more = Some(Link::new("and 14 more", page.url(locale)));
    }
    let week = vec![None, None, None, day(1, vec![]), day(2, vec![entry(visit, None)]), full, day(4, vec![])];
    let weekday = |name: &str, short: &str| WeekdayView { name: name.into(), short: short.into() };
    MonthPage {
        chrome: Chrome::new(&site(), locale, &page, "Exchanges in October 2025"),
        view: MonthView {
            heading: "Exchanges in October 2025".into(),
            month: "October 2025".into(),
            periods: exchanges(locale).view.periods,
            filter: FilterView { period: None, ..filter_of(locale, &page) },
            previous: Some(Link::new("September 2025", page.url(locale))),
            next: Some(Link::new("November 2025", page.url(locale))),
            current: Some(Link::new("This month", page.url(locale))),
            weekdays: vec![
                weekday("Sunday", "Sun"),
                weekday("Monday", "Mon"),
                weekday("Tuesday", "Tue"),
                weekday("Wednesday", "Wed"),
                weekday("Thursday", "Thu"),
                weekday("Friday", "Fri"),
                weekday("Saturday", "Sat"),
            ],
            weeks: vec![week],
            nothing: None,
            nearest: vec![Link::new("April 2026", page.url(locale))],
        },
    }
}

pub(crate) fn exchanges(locale: Locale) -> ExchangesPage {
    let filter = ExchangesQuery::default();
    let page = Page::Exchanges(filter);
    let period = |words: &str, current| MenuItem { link: Link::new(words, page.url(locale)), current };
    ExchangesPage {
        chrome: Chrome::new(&site(), locale, &page, "Exchanges"),
        view: ExchangesView {
            heading: "Exchanges".into(),
            periods: vec![period("Coming up", Some("page")), period("Past", None)],
            filter: filter_of(locale, &page),
            exchanges: [vec![festival(locale)], past_exchanges(locale)].concat(),
            nothing: None,
            nearest: Vec::new(),
            record: Some("The record of exchanges before 2013 is incomplete.".into()),
            embedded: Some(Page::EmbeddedExchanges(ExchangesQuery::default()).url(locale)),
            more: Some(Link::new("Earlier exchanges", page.url(locale))),
        },
    }
}

pub(crate) fn exchange(locale: Locale) -> ExchangePage {
    let page = Page::Exchange { slug: "45th".into() };
    let mut when = past_exchanges(locale)[1].when.clone();
    when.machine = Some("2023-11-21".into());
    ExchangePage {
        chrome: Chrome::new(&site(), locale, &page, "45th anniversary ceremony"),
        view: ExchangeView {
            title: "45th anniversary ceremony".into(),
            status: Some(StatusView {
                words: "Postponed".into(),
                reason: Some("typhoon".into()),
                tone: StatusTone::Off,
            }),
            when,
            previously: Some("Was planned for November 14, 2023".into()),
            kind: "Ceremony, online".into(),
            facts: vec![
                Labelled::new("Place", "City Hall, Toyokawa"),
                Labelled::new("Led by", "Mayor Hung Wei"),
            ],
            people: vec![
                Participant { count: "16".into(), kind: "students".into() },
                Participant { count: "3".into(), kind: "chaperones".into() },
            ],
            website: Url::outside("https://example.org/45").map(|url| Link::new("A page with more", url)),
            photos: vec![super::photo()],
            documents: vec![super::document()],
            disputes: super::disputes(),
            people_record: None,
            text: Prose::from_markdown("Both mayors spoke, and *students* sang."),
            partners: sisters(locale).into_iter().take(1).collect(),
            more: Page::Exchanges(ExchangesQuery::default()).url(locale),
            sources: sources(),
        },
    }
}

pub(crate) fn embedded(locale: Locale) -> EmbeddedExchangesPage {
    let ExchangesPage { chrome, view } = exchanges(locale);
    EmbeddedExchangesPage { chrome, view, whole: Page::Exchanges(ExchangesQuery::default()).url(locale) }
}
