//! The sample's exchanges, and what they cost.

use signpost_core::{
    Cost, CostSubject, Direction, Exchange, ExchangeKind, Fold, Money, People, Status, Timed, When,
};

use super::Sample;
use crate::support::of;

impl Sample {
    pub(super) fn exchanges(&self) -> Vec<Exchange> {
        let timed = |starts: &str, ends: &str, zone: &str, fold| {
            When::Timed(Timed { starts: of(starts), ends: Some(of(ends)), zone: of(zone), fold })
        };
        let festival = timed("2023-11-21T09:00", "2023-11-21T11:30", "Asia/Tokyo", None);
        let doubled = timed("2026-11-01T01:30", "2026-11-01T05:00", "America/Los_Angeles", Some(Fold::Later));
        let days = When::Days { first: self.day(2024, 9, 17), last: self.day(2024, 9, 18) };
        vec![
            self.exchange(
                "moon-festival",
                self.pick([festival.clone(), doubled.clone()].each_ref()).clone(),
                Some(days),
            ),
            self.exchange("delegation", When::Historic(of(self.pick(["1985", "1986-07"]))), Some(doubled)),
            self.exchange(
                "visit",
                When::Days { first: self.day(2025, 10, 1), last: self.day(2025, 10, 9) },
                Some(When::Historic(of(self.pick(["2025-10", "2025"])))),
            ),
            Exchange {
                description: None,
                status_reason: None,
                previously: None,
                venue: None,
                place: None,
                website: None,
                organizer: None,
                leader: None,
                people: People::default(),
                series: None,
                ordinal: None,
                calendar_uid: None,
                published_at: None,
                note: None,
                partners: Vec::new(),
                ..self.exchange(
                    "draft",
                    When::Days { first: self.day(2025, 1, 1), last: self.day(2025, 1, 1) },
                    None,
                )
            },
        ]
    }

    pub(super) fn exchange(&self, slug: &str, when: When, previously: Option<When>) -> Exchange {
        Exchange {
            id: self.id(slug),
            slug: of(slug),
            title: self.line(slug),
            description: self.note("What there is to say"),
            partners: self
                .pick([vec![self.id("toyokawa"), self.id("shenzhen")], vec![self.id("shenzhen")]].each_ref())
                .clone(),
            kind: self.pick([ExchangeKind::StudentExchange, ExchangeKind::Cultural]),
            direction: self.pick([Direction::Inbound, Direction::Local]),
            status: self.pick([Status::Confirmed, Status::Postponed]),
            status_reason: self.note("Rain"),
            when,
            previously,
            venue: self.note("Memorial Park"),
            place: Some(self.place()),
            website: Some(self.website()),
            organizer: Some(self.id("committee")),
            leader: self.note("The mayor"),
            people: People {
                students: Some(self.number(16)),
                chaperones: Some(self.number(3)),
                adults: Some(self.number(5)),
                host_families: Some(self.number(12)),
                sum: Some(self.number(40)),
                remark: self.note("Grade 8"),
            },
            series: Some(self.id("series")),
            ordinal: Some(self.number(43)),
            calendar_uid: Some(self.line(slug)),
            sequence: self.number(0),
            published_at: Some(self.moment()),
            note: self.note("Bring shoes"),
        }
    }

    pub(super) fn costs(&self) -> Vec<Cost> {
        let cost = |name: &str, spent_on| Cost {
            id: self.id(name),
            spent_on,
            on: self.on(2025, 9, 9),
            what: self.line("Flowers"),
            money: Some(Money { minor: self.number(1999), currency: of(self.pick(["USD", "JPY"])) }),
            staff_minutes: Some(self.number(90)),
            room_uses: Some(self.number(2)),
        };
        vec![
            cost("cost of relationship", CostSubject::Relationship(self.id("toyokawa relationship"))),
            cost("cost of exchange", CostSubject::Exchange(self.id("visit"))),
        ]
    }
}
