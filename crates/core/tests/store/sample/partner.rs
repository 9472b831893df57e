//! The sample's partners, and all that hangs on a relationship.

use signpost_core::{
    Agreement, Application, Committee, CommitteeForm, CompleteYear, Decision, Dormancy, EndCause, Ending,
    Gift, Kind, Listing, Milestone, NamePurpose, Outcome, Partner, PartnerName, Relationship, Side,
    Signatory, SigningMethod, Term,
};

use super::Sample;
use crate::support::of;

impl Sample {
    /// A partner of which hardly anything is on record.
    pub(super) fn plain_partner(&self) -> Partner {
        Partner {
            id: self.id("shenzhen"),
            slug: of("shenzhen"),
            name: self.line("Shenzhen"),
            names: Vec::new(),
            country: of("CN"),
            country_label: of("China"),
            region: None,
            place: None,
            time_zone: of("Asia/Shanghai"),
            geonames: None,
            wikidata: None,
            introduction: None,
            published_at: None,
            note: None,
            relationship: Relationship::new(self.id("shenzhen relationship")),
        }
    }

    pub(super) fn partner(&self) -> Partner {
        Partner {
            id: self.id("toyokawa"),
            slug: of("toyokawa"),
            name: self.line("Toyokawa"),
            names: vec![
                self.name("toyokawa-ja", "豊川市", NamePurpose::Preferred),
                self.name("toyokawa-alias", "Toyakawa", NamePurpose::Alias),
            ],
            country: of(self.pick(["JP", "CN"])),
            country_label: self.line("Japan"),
            region: self.note("Aichi"),
            place: Some(self.place()),
            time_zone: of(self.pick(["Asia/Tokyo", "Asia/Seoul"])),
            geonames: Some(self.number(1_849)),
            wikidata: Some(of(self.pick(["Q62", "Q64"]))),
            introduction: self.note("The first."),
            published_at: Some(self.moment()),
            note: self.note("A remark"),
            relationship: self.relationship(),
        }
    }

    pub(super) fn name(&self, name: &str, text: &str, purpose: NamePurpose) -> PartnerName {
        PartnerName {
            id: self.id(name),
            text: self.line(text),
            language: Some(of(self.pick(["ja", "zh-Hant"]))),
            purpose,
            reading: self.note("とよかわし"),
            note: self.note("By the kanji"),
        }
    }

    pub(super) fn relationship(&self) -> Relationship {
        let boundary = self.on(2007, 3, 4);
        let term = |name: &str, kind, start, ending, continues| Term {
            id: self.id(name),
            kind,
            start: Some(start),
            ending,
            continues,
            approval: Some(self.approval()),
            sponsor: self.note("Member of the Council"),
            note: self.note("A term"),
        };
        let recorded = Ending::Recorded {
            on: boundary,
            cause: EndCause::Change,
            reason: self.note("Became a sister city"),
        };
        Relationship {
            id: self.id("toyokawa relationship"),
            terms: vec![
                term(
                    "by policy",
                    Kind::Friendship,
                    self.on(1990, 2, 3),
                    Ending::ByPolicy(self.day(1992, 2, 3)),
                    None,
                ),
                term("friendship", Kind::Friendship, self.on(1998, 2, 3), recorded, None),
                term("sister", Kind::Sister, boundary, Ending::Open, Some(self.id("friendship"))),
            ],
            dormancies: vec![Dormancy {
                id: self.id("dormancy"),
                term: self.id("sister"),
                start: Some(of(self.pick(["2010", "2011"]))),
                end: Some(of(self.pick(["2012-03", "2013-03"]))),
                note: self.note("Asleep"),
            }],
            listings: vec![Listing {
                id: self.id("listing"),
                kind: self.pick([Kind::Sister, Kind::Friendship]),
                seen: of(self.pick(["2020/2021", "2020-05"])),
                note: self.note("On the page"),
            }],
            applications: vec![Application {
                id: self.id("application"),
                kind: self.pick([Kind::Sister, Kind::Friendship]),
                on: self.on(1970, 5, 6),
                missing: self.note("A letter"),
                outcome: Some(Outcome {
                    decision: self.pick([Decision::Approved, Decision::Declined]),
                    approval: self.approval(),
                }),
                published_at: Some(self.moment()),
                note: self.note("By post"),
            }],
            milestones: vec![Milestone {
                id: self.id("milestone"),
                on: Some(self.on(1988, 7, 8)),
                what: self.line("Tenth anniversary"),
            }],
            agreements: vec![self.agreement()],
            committees: vec![self.committee()],
            gifts: vec![Gift {
                id: self.id("gift"),
                what: self.line("A stone lantern"),
                given: Some(self.on(1983, 4, 5)),
                giver: Some(self.pick([Side::Host, Side::Partner])),
                place: self.note("Memorial Park"),
                note: self.note("Heavy"),
            }],
            complete_years: vec![CompleteYear {
                id: self.id("complete"),
                year: 2020 + self.edition,
                note: self.note("All found"),
            }],
            note: self.note("A relationship"),
        }
    }

    pub(super) fn agreement(&self) -> Agreement {
        let signatory = |name: &str, side| Signatory {
            id: self.id(name),
            side,
            name: self.note(name),
            office: self.note("Mayor"),
            on_behalf_of: self.note("The city"),
        };
        Agreement {
            id: self.id("agreement"),
            term: Some(self.id("sister")),
            title: self.line("Memorandum"),
            signed: Some(self.on(1978, 12, 19)),
            place: self.note("Toyokawa"),
            method: Some(self.pick([SigningMethod::InPerson, SigningMethod::Video])),
            signatories: vec![signatory("our mayor", Side::Host), signatory("their mayor", Side::Partner)],
            published_at: Some(self.moment()),
            note: self.note("In two languages"),
        }
    }

    pub(super) fn committee(&self) -> Committee {
        Committee {
            id: self.id("committee"),
            name: self.line("Sample Sister City Inc."),
            side: self.pick([Side::Host, Side::Partner]),
            form: Some(self.pick([CommitteeForm::Nonprofit, CommitteeForm::CityOffice])),
            founded: Some(of(self.pick(["1978", "1979-05"]))),
            websites: vec![self.website(), of("http://sister.example.org")],
            offers: self.note("Picnics"),
            contacts: vec![self.contact("president")],
            published_at: Some(self.moment()),
            note: self.note("Meets on Mondays"),
        }
    }
}
