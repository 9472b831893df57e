//! The sample of a partner's page: Toyokawa, with all that a page can hold.

use super::{disputes, festival, past_exchanges, sisters, site, sources};
use crate::{
    language::Locale,
    pages::*,
    urls::{Page, Url},
};

pub(crate) fn partner(locale: Locale) -> PartnerPage {
    let mut blade = sisters(locale).remove(0);
    blade.standing.words = "Active sister city".into();
    PartnerPage {
        chrome: Chrome::new(&site(), locale, &Page::Partner { slug: "toyokawa".into() }, "Toyokawa"),
        view: PartnerView {
            blade,
            kind_explained: "A lasting tie: both mayors signed a memorandum.".into(),
            introduction: Prose::from_markdown("A city of *roses*.")
                .in_language(&"it".parse().unwrap())
                .noting(&[
                    NotePart::Words("Not reviewed yet.".into()),
                    NotePart::By {
                        before: "Translated by: ".into(),
                        name: "A speaker <b>".into(),
                        after: ", ".into(),
                        on: "2026".into(),
                    },
                    NotePart::Link(Link::new("Report a mistake", Page::Data.url(locale).at("mistake"))),
                ]),
            rests_on: "Certain: the term that began on December 19, 1978 is open.".into(),
            names: vec![
                ForeignName::new(locale, "ja", "豊川市").read(Some("とよかわし")),
                ForeignName::new(locale, "tlh", "ℵ"),
            ],
            spellings: Some("Also listed as Toyakawa".into()),
            clock: Some(ClockView {
                words: "{time} in Toyokawa".into(),
                time: "6:42 AM in Toyokawa".into(),
                date: "Tuesday, November 24, 2026".into(),
                difference: "17 hours ahead of Cupertino".into(),
                machine: "2026-11-24T06:42+09:00".into(),
                zone: "Asia/Tokyo".into(),
            }),
            anniversary: Some("50th anniversary on December 19, 2028".into()),
            photos: vec![super::photo()],
            documents: vec![super::document()],
            terms: terms(),
            agreements: vec![agreement()],
            committees: vec![CommitteeView {
                name: "Cupertino-Toyokawa Sister Cities".into(),
                notes: vec!["Non-profit association of volunteers".into()],
                offers: Prose::below("Home stays for students.", 4),
                links: Url::outside("https://cupertinotoyokawa.org")
                    .map(|url| Link::new("cupertinotoyokawa.org", url))
                    .into_iter()
                    .collect(),
                contacts: vec![super::contact()],
                sources: vec![SourceMark { number: 1 }],
            }],
            upcoming: vec![festival(locale)],
            past: past_exchanges(locale),
            years: years(),
            people: Some("38 people counted on 2 of the exchanges on record".into()),
            exchanges_record: Some("The record of exchanges before 2023 is incomplete.".into()),
            all_exchanges: Some(Page::Exchanges(crate::urls::ExchangesQuery::default()).url(locale)),
            gifts: gifts(),
            disputes: disputes(),
            sources: sources(),
            missing: vec!["How often adults visit is on record only as “every five years”.".into()],
        },
    }
}

fn years() -> YearsView {
    let row = |years: &str, exchanges: Option<f64>, is_complete| YearRow {
        years: years.into(),
        exchanges: exchanges.map(|length| Measure { words: "2".into(), length }),
        people: exchanges.map(|length| Measure { words: "38".into(), length: length / 2.0 }),
        is_complete,
    };
    YearsView {
        latest: vec![row("2025", Some(100.0), true), row("2024", None, true), row("2023", Some(50.0), false)],
        earlier: vec![row("1980 – 2022", None, false)],
    }
}

fn terms() -> Vec<TermView> {
    let term = |dates: &str, what: &str, tone, notes: &[&str]| TermView {
        dates: dates.into(),
        what: what.into(),
        tone,
        notes: notes.iter().map(|note| Written::from(*note)).collect(),
        sources: vec![SourceMark { number: 1 }, SourceMark { number: 2 }],
    };
    vec![
        term(
            "since March 2007",
            "Sister city",
            Tone::Sister,
            &["Continues the friendship; the day is not on record."],
        ),
        term("1998 – March 2007", "Friendship city", Tone::Friendship, &["Became a sister city."]),
        term("until 1998", "Dormant", Tone::Past, &[]),
    ]
}

fn agreement() -> AgreementView {
    let signatory = |name: &str, office: &str, side: &str, behalf: Option<&str>| SignatoryView {
        name: name.into(),
        office: Some(office.into()),
        side: side.into(),
        behalf: behalf.map(Into::into),
    };
    AgreementView {
        title: "Memorandum of understanding".into(),
        facts: vec![Labelled {
            sources: vec![SourceMark { number: 1 }],
            ..Labelled::new("Signed", "December 19, 1978, in Toyokawa")
        }],
        signatories: vec![
            signatory("Dan O’Keefe", "Councilmember", "for Cupertino", Some("Mayor James E. Jackson")),
            signatory("Yoshio Yamamoto", "Mayor", "for Toyokawa", None),
        ],
        documents: vec![super::document()],
        photos: vec![super::photo()],
    }
}

fn gifts() -> Vec<GiftView> {
    let gift = |date: &str, what: &str, place: Option<&str>, giving: Option<&str>| GiftView {
        date: date.into(),
        what: what.into(),
        place: place.map(Into::into),
        giving: giving.map(Into::into),
        photos: vec![super::photo()],
        sources: vec![SourceMark { number: 1 }],
    };
    vec![
        gift("1979", "25 redwood trees", Some("Toyokawa"), None),
        gift(
            "1983",
            "200 cherry trees",
            Some("Memorial Park, Cupertino"),
            Some("From Toyokawa to Cupertino"),
        ),
        gift("2023", "Rabbit statue “Bridges: Symbol of Love”", None, None),
    ]
}
