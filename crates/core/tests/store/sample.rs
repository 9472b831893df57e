//! A small programme in which every field of every record is filled.

mod exchange;
mod partner;
mod text;

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use signpost_core::dataset::{Dataset, Redirect, RedirectTarget};
use signpost_core::{
    Approval, Contact, HistoricDate, Id, Page, Place, PolicyException, PolicyRule, Programme, Rule, Series,
    Source,
};

use crate::support::of;

/// The sample. All of its fields but the ids, slugs and what they rest on are others in another edition.
pub(crate) fn sample(edition: i16) -> Dataset {
    Sample { edition, scope: "sample" }.dataset()
}

/// The sample as another person would write it down: with other ids.
pub(crate) fn sample_by_hand(edition: i16) -> Dataset {
    Sample { edition, scope: "by hand" }.dataset()
}

struct Sample {
    edition: i16,
    scope: &'static str,
}

impl Sample {
    fn id<I: Id>(&self, name: &str) -> I {
        I::derived(self.scope, name)
    }

    fn line<T: FromStr<Err: std::fmt::Debug>>(&self, text: &str) -> T {
        of(&format!("{text}, edition {}", self.edition))
    }

    #[expect(clippy::unnecessary_wraps, reason = "what may be missing is there in the sample")]
    fn note<T: FromStr<Err: std::fmt::Debug>>(&self, text: &str) -> Option<T> {
        Some(self.line(text))
    }

    fn website<T: FromStr<Err: std::fmt::Debug>>(&self) -> T {
        of(&format!("https://example.org/{}", self.edition))
    }

    fn day(&self, year: i16, month: i8, day: i8) -> Date {
        date(year + self.edition, month, day)
    }

    fn on(&self, year: i16, month: i8, day: i8) -> HistoricDate {
        HistoricDate::of_day(self.day(year, month, day))
    }

    fn moment(&self) -> Timestamp {
        of(&format!("202{}-03-04T05:06:07.123456Z", self.edition))
    }

    fn pick<T: Copy>(&self, choice: [T; 2]) -> T {
        choice[usize::from(self.edition % 2 == 0)]
    }

    fn number<T: TryFrom<i16, Error: std::fmt::Debug>>(&self, number: i16) -> T {
        T::try_from(number + self.edition).unwrap()
    }

    fn place(&self) -> Place {
        Place::new(37.323 + f64::from(self.edition) / 3.0, -122.0322 - f64::from(self.edition) / 7.0).unwrap()
    }

    fn approval(&self) -> Approval {
        Approval {
            on: Some(self.on(1978, 1, 2)),
            resolution: Some(self.line("Resolution 11-138")),
            vote: Some(of(self.pick(["4-1", "3-1-1"]))),
            agenda: Some(self.line("Item 5")),
            record_number: Some(self.line("25-14")),
        }
    }

    fn dataset(&self) -> Dataset {
        Dataset {
            programme: self.programme(),
            policy: vec![PolicyRule {
                id: self.id("policy"),
                rule: Rule::parse("notice-period", self.pick(["P180D", "P6M"])).unwrap(),
                from: Some(self.on(2010, 1, 1)),
                until: Some(self.on(2040, 1, 1)),
                note: self.note("Since the Council said so"),
            }],
            policy_exceptions: vec![PolicyException {
                id: self.id("exception"),
                rule: self.id("policy"),
                relationship: self.id("toyokawa relationship"),
                decided: self.on(2020, 2, 3),
                authority: self.line("The City Manager"),
                reason: self.line("A festival"),
                record_number: self.note("26-1"),
            }],
            sources: vec![self.source()],
            partners: vec![self.plain_partner(), self.partner()],
            series: vec![Series {
                id: self.id("series"),
                slug: of("student-visit"),
                title: self.line("Student visit"),
                rule: Some(of(self.pick(["FREQ=YEARLY;BYMONTH=10;BYDAY=1WE", "FREQ=MONTHLY;BYMONTHDAY=-1"]))),
                starts: Some(self.day(2025, 10, 1)),
                note: self.note("Every October"),
            }],
            exchanges: self.exchanges(),
            redirects: vec![
                self.redirect("toyokawa-city", RedirectTarget::Partner(self.id("toyokawa"))),
                self.redirect("moon-party", RedirectTarget::Exchange(self.id("moon-festival"))),
            ],
            costs: self.costs(),
            notices: vec![self.notice()],
            pages: vec![Page {
                id: self.id("home"),
                slug: of("home"),
                title: self.line("Home"),
                body: self.line("Welcome"),
                published_at: Some(self.moment()),
            }],
            translations: self.translations(),
            documents: self.documents(),
            images: self.images(),
            files: self.files(),
            claims: self.claims(),
        }
    }

    fn programme(&self) -> Programme {
        Programme {
            id: self.id("programme"),
            city: of("Sample City"),
            region: self.note("California"),
            country: of("US"),
            country_label: self.line("United States"),
            place: self.place(),
            reference_point: self.line("City Hall"),
            time_zone: of("America/Los_Angeles"),
            geonames: Some(self.number(5_341)),
            wikidata: Some(of(self.pick(["Q60", "Q65"]))),
            language: of(self.pick(["en", "es"])),
            languages: vec!["ja".parse().unwrap(), "zh-Hant".parse().unwrap()],
            council: self.line("City Council"),
            registered_with: self.note("Sister Cities International"),
            website: Some(self.website()),
            licence: Some(self.website()),
            contacts: vec![self.contact("office"), self.contact("clerk")],
            note: self.note("A remark"),
        }
    }

    fn contact(&self, name: &str) -> Contact {
        Contact {
            id: self.id(name),
            name: self.line(name),
            role: self.note("Coordinator"),
            email: Some(of(&format!("{name}{}@example.org", self.edition))),
            telephone: self.note("+1 408 555 0100"),
            website: Some(self.website()),
            published_at: Some(self.moment()),
        }
    }

    fn source(&self) -> Source {
        Source {
            id: self.id("source"),
            slug: of("minutes"),
            title: self.line("Minutes"),
            publisher: self.note("City Clerk"),
            dated: Some(of(self.pick(["2020/2021-03", "2020-01/2021-03"]))),
            address: Some(self.website()),
            note: self.note("On microfilm"),
        }
    }

    fn redirect(&self, slug: &str, to: RedirectTarget) -> Redirect {
        Redirect { id: self.id(slug), slug: of(slug), to }
    }
}
