//! Sample views: the programme's real facts, for the tests of templates and pictures.

mod api;
mod exchange;
pub(crate) mod nothing;
mod page;
mod partner;
mod pictures;
mod search;
mod standing;

pub(crate) use api::api;
pub(crate) use exchange::{embedded, exchange, exchanges, festival, month, past_exchanges};
pub(crate) use page::{about, error, home, partners};
pub(crate) use partner::partner;
pub(crate) use pictures::{
    boards, lane_groups, map, map_file, signpost, signpost_file, timeline, timeline_file,
};
pub(crate) use search::search;
pub(crate) use standing::{accessibility, data, take_part};

use crate::{
    language::Locale,
    pages::*,
    urls::{Page, Url},
};

pub(crate) fn english() -> Locale {
    Locale::default()
}

pub(crate) fn site() -> Site {
    Site {
        host: "Cupertino".into(),
        publisher: "City of Cupertino".into(),
        address: "https://cities.example.org".parse().unwrap(),
        city_site: Url::outside("https://www.cupertino.gov").map(|url| Link::new("The City’s own site", url)),
        contact: Some(Link::new("Write to the City Manager’s Office", Url::mail("manager@example.org"))),
        language: "en".parse().unwrap(),
        languages: Locale::all().collect(),
    }
}

pub(crate) fn notice(locale: Locale) -> NoticeView {
    let body = Prose::from_markdown("This is not the City’s site. [What it is](/about)");
    let more =
        Url::outside("https://www.example.org/notice").map(|url| Link::new("www.example.org/notice", url));
    NoticeView::new(locale, NoticeLevel::Information, "A demonstration", &body).leading_to(more)
}

/// Slug, name, language and own name, country, kilometres, bearing.
type Place = (&'static str, &'static str, &'static str, &'static str, &'static str, f64, f64);

const SISTERS: [(Place, &str, &str); 4] = [
    (
        ("toyokawa", "Toyokawa", "ja", "豊川市", "Japan", 8552.0, 304.6),
        "since December 19, 1978",
        "Cupertino-Toyokawa Sister Cities",
    ),
    (
        ("copertino", "Copertino", "it", "Copertino", "Puglia, Italy", 10_477.0, 26.9),
        "since 1963, dormant until 2013",
        "Cupertino Copertino Sister Cities Association",
    ),
    (
        ("hsinchu", "Hsinchu", "zh-Hant", "新竹市", "Taiwan", 10_475.0, 305.5),
        "since March 2007, day not on record",
        "Cupertino-Hsinchu Sister City Association",
    ),
    (
        ("bhubaneswar", "Bhubaneswar", "or", "ଭୁବନେଶ୍ୱର", "Odisha, India", 12_978.0, 336.1),
        "since November 24, 2012",
        "Cupertino-BBSR Sister City Initiative",
    ),
];

const FRIENDS: [Place; 4] = [
    ("taichung", "Taichung", "zh-Hant", "臺中市", "Taiwan", 10_547.6, 306.2),
    ("tongxiang", "Tongxiang", "zh-Hans", "桐乡市", "People’s Republic of China", 10_045.0, 310.3),
    ("xianning", "Xianning", "zh-Hans", "咸宁市", "People’s Republic of China", 10_520.0, 314.4),
    ("new-taipei", "New Taipei City", "zh-Hant", "新北市", "Taiwan", 10_420.0, 306.0),
];

const PAST: [(Place, &str, &str); 6] = [
    (
        ("taipei", "Taipei", "zh-Hant", "臺北市", "Taiwan", 10_416.0, 306.0),
        "Lapsed",
        "on September 20, 2018 by policy",
    ),
    (
        ("jiangmen", "Jiangmen", "zh-Hans", "江门市", "People’s Republic of China", 11_206.0, 309.6),
        "Listed",
        "no dates on record",
    ),
    (
        ("jilin", "Jilin", "zh-Hans", "吉林市", "People’s Republic of China", 8655.0, 317.0),
        "Listed",
        "no dates on record",
    ),
    (
        ("luoyang", "Luoyang", "zh-Hans", "洛阳市", "People’s Republic of China", 10_232.0, 318.2),
        "Listed",
        "no dates on record",
    ),
    (
        ("shenzhen", "Shenzhen", "zh-Hans", "深圳市", "People’s Republic of China", 11_141.0, 309.0),
        "Listed",
        "no dates on record",
    ),
    (
        ("nanjing", "Nanjing", "zh-Hans", "南京市", "People’s Republic of China", 10_050.0, 312.0),
        "Lapsed",
        "on September 20, 2018 by policy",
    ),
];

fn blade(locale: Locale, place: Place, words: &str, dates: &str, tone: Tone) -> BladeView {
    let (slug, name, language, own, country, kilometres, bearing) = place;
    BladeView {
        url: Page::Partner { slug: slug.into() }.url(locale),
        name: name.into(),
        reading: None,
        foreign: Some(ForeignName::new(locale, language, own)),
        country: country.into(),
        standing: StandingView { words: words.into(), dates: dates.into(), tone },
        reach: Some(Reach::new(locale, kilometres * 1000.0, bearing)),
        committee: None,
        next_exchange: None,
    }
}

pub(crate) fn sisters(locale: Locale) -> Vec<BladeView> {
    let mut sisters: Vec<_> = SISTERS
        .into_iter()
        .map(|(place, dates, committee)| BladeView {
            committee: Some(committee.into()),
            ..blade(locale, place, "Sister city", dates, Tone::Sister)
        })
        .collect();
    sisters[0].next_exchange = Some(NextExchange {
        link: Link::new("Cherry Blossom Festival", exchange::exchange_url(locale, "cherry-blossom-2027")),
        when: "April 24–25, 2027".into(),
    });
    sisters
}

pub(crate) fn friendships(locale: Locale) -> Vec<BladeView> {
    let dates = "ends in 2027, day not on record";
    FRIENDS
        .into_iter()
        .map(|place| blade(locale, place, "Friendship city", dates, Tone::Friendship))
        .collect()
}

pub(crate) fn past_friendships(locale: Locale) -> Vec<BladeView> {
    PAST.into_iter().map(|(place, words, dates)| blade(locale, place, words, dates, Tone::Past)).collect()
}

pub(crate) fn contact() -> ContactView {
    ContactView {
        name: "The secretary".into(),
        role: Some("Student exchange".into()),
        links: vec![
            Link::new("secretary@example.org", Url::mail("secretary@example.org")),
            Link::new("+1 (408) 555-0100", Url::telephone("+1 (408) 555-0100")),
        ],
    }
}

pub(crate) fn photo() -> PhotoView {
    let width = |width: u32| format!("/media/{}/{width}", "ab".repeat(32));
    PhotoView {
        url: Url::outside("https://cities.example.org/media/ab/960").unwrap(),
        widths: format!("{} 320w, {} 1200w", width(320), width(1200)),
        width: 1200,
        height: 800,
        alternative: "Two mayors hold a paper \"between\" them".into(),
        caption: Some("The signing of 1978".into()),
        credited: "Photo: ".into(),
        credit: "City of Toyokawa".into(),
    }
}

pub(crate) fn document() -> DocumentView {
    DocumentView {
        title: "Sister city agreement".into(),
        url: Url::outside("https://cities.example.org/documents/ab/agreement.pdf").unwrap(),
        facts: "PDF · 240 kB · Japanese".into(),
        language: "ja".into(),
        text: Prose::below("# 協定\n\n二つの市は…", 4),
    }
}

pub(crate) fn sources() -> Vec<SourceView> {
    vec![
        SourceView {
            number: 1,
            title: "Cupertino-Toyokawa Sister Cities, organization history".into(),
            publisher: Some("City of Toyokawa".into()),
            date: None,
            url: Url::outside("https://example.org/history"),
        },
        SourceView {
            number: 2,
            title:
                "Policies and Guidelines on Sister Cities, Friendship Cities, and International Delegations"
                    .into(),
            publisher: Some("City of Cupertino".into()),
            date: Some("October 2023".into()),
            url: None,
        },
    ]
}

pub(crate) fn disputes() -> Vec<DisputeView> {
    let claim = |value: &str, said_by: &str| ClaimView {
        value: value.into(),
        said_by: said_by.into(),
        is_inferred: true,
    };
    vec![DisputeView {
        fact: "First student visit from Cupertino to Toyokawa".into(),
        preferred: Some(claim("1983", "says the association")),
        others: vec![claim("1984", "says the City of Toyokawa")],
        count: "2 values".into(),
    }]
}
