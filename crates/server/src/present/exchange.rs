//! Exchanges: when they are on both clocks, whether they are on, and who took part.

use jiff::ZonedDateTime;
use jiff::civil::{Date, DateTime};
use signpost_core::{
    Claim, Direction, Document, Exchange, ExchangeKind, HistoricDate, Image, Line, Partner, People,
    Precision, PreviewToken, Series, Status, TimeZoneName, Timed, TranslationSubject, When as Time,
};

use crate::pages::{
    CityTime, ExchangeCard, ExchangeView, Labelled, Leaf, Link, Participant, Prose, StatusTone, StatusView,
    When, Written,
};
use crate::present::blade::partner_page;
use crate::present::{Footnotes, Presenter};
use crate::urls::{ExchangesQuery, Page, Url};

/// An exchange with all that its page shows of it.
#[derive(Clone, Copy)]
pub struct ExchangeRecord<'a> {
    /// The exchange.
    pub exchange: &'a Exchange,
    /// What sources say of it.
    pub claims: &'a [Claim],
    /// Its photographs.
    pub images: &'a [Image],
    /// What opens its photographs, where it is a preview.
    pub preview: Option<&'a PreviewToken>,
    /// Its documents.
    pub documents: &'a [Document],
    /// The series that it belongs to.
    pub series: Option<&'a Series>,
    /// Which one of the series it is.
    pub ordinal: Option<i32>,
}

impl Presenter<'_> {
    /// An exchange in a list.
    pub fn card(self, exchange: &Exchange) -> ExchangeCard {
        let partners = self.partners_of(exchange);
        ExchangeCard {
            url: exchange_page(exchange).url(self.locale),
            title: self.title(exchange),
            status: self.status(exchange),
            when: self.when(exchange),
            kind: self.kind_and_direction(exchange, &partners),
            place: self.line_of(exchange, "venue", exchange.venue.as_ref()),
            people: self.people_words(&exchange.people),
            partners: partners
                .iter()
                .map(|partner| Link::new(self.named(partner), partner_page(partner).url(self.locale)))
                .collect(),
        }
    }

    /// An exchange's page.
    pub fn exchange(self, record: ExchangeRecord<'_>) -> ExchangeView {
        let ExchangeRecord { exchange, claims, .. } = record;
        let partners = self.partners_of(exchange);
        let mut footnotes = Footnotes::default();
        let sources = footnotes.marks_of(claims);
        let people = self.participants(&exchange.people);
        let over = exchange
            .when
            .days(&self.register.programme().time_zone)
            .is_ok_and(|(_, last)| last < self.today());
        let held = over && exchange.status == Status::Confirmed;
        let mut facts = self.particulars(record);
        if let Some(first) = facts.first_mut() {
            first.sources = sources;
        }
        ExchangeView {
            title: self.title(exchange),
            status: self.status(exchange),
            when: self.when(exchange),
            previously: self.previously(exchange),
            kind: self.kind_and_direction(exchange, &partners),
            facts,
            website: exchange.website.as_ref().and_then(|website| {
                Some(Link::new(self.locale.say("exchange-website"), Url::outside(website.as_str())?))
            }),
            photos: self.photos_at(record.images, |file, width| match record.preview {
                None => Url::picture(file, width),
                Some(token) => Url::previewed_picture(token, file, width),
            }),
            documents: self.documents(record.documents),
            disputes: self.disputes_among(&claims.iter().collect::<Vec<_>>()),
            people_record: (held && people.is_empty()).then(|| self.locale.say("exchange-nobody-counted")),
            people,
            text: exchange.description.as_ref().map_or_else(Prose::default, |text| {
                self.prose_of(TranslationSubject::Exchange(exchange.id), "description", text.as_str())
            }),
            partners: partners.iter().filter_map(|partner| self.blade(partner, self.today())).collect(),
            more: Page::Exchanges(ExchangesQuery {
                partner: partners.first().map(|partner| partner.slug.to_string()),
                ..ExchangesQuery::default()
            })
            .url(self.locale),
            sources: footnotes.sources(self),
        }
    }

    /// Its title, in the page's language as far as somebody translated it.
    pub(super) fn title(self, exchange: &Exchange) -> Written {
        self.line(TranslationSubject::Exchange(exchange.id), "title", exchange.title.as_str())
    }

    /// Another line of it.
    fn line_of(self, exchange: &Exchange, field: &str, line: Option<&Line>) -> Option<Written> {
        let of = TranslationSubject::Exchange(exchange.id);
        line.map(|line| self.line(of, field, line.as_str()))
    }

    /// The date that it was moved from, in words.
    pub(crate) fn previously(self, exchange: &Exchange) -> Option<String> {
        let when = exchange.previously.as_ref()?;
        Some(self.locale.say_with("exchange-previously", [("when", self.when_words(when).into())]))
    }

    fn partners_of(&self, exchange: &Exchange) -> Vec<&Partner> {
        exchange.partners.iter().filter_map(|id| self.register.partner(*id)).collect()
    }

    /// What it is when it is not simply on.
    pub(super) fn status(self, exchange: &Exchange) -> Option<StatusView> {
        let (words, tone) = match exchange.status {
            Status::Confirmed => return None,
            Status::Tentative => (self.locale.say("status-tentative"), StatusTone::Open),
            Status::Postponed => (self.locale.say("status-postponed"), StatusTone::Off),
            Status::Cancelled => (self.locale.say("status-cancelled"), StatusTone::Off),
        };
        let reason = self.line_of(exchange, "status_reason", exchange.status_reason.as_ref());
        Some(StatusView { words, reason, tone })
    }

    /// "Student exchange, from Toyokawa".
    fn kind_and_direction(self, exchange: &Exchange, partners: &[&Partner]) -> String {
        let kind = self.exchange_kind(exchange.kind);
        let cities: Vec<String> = partners.iter().map(|partner| self.name(partner).to_owned()).collect();
        let (cities, host) = (self.locale.list(&cities), self.host());
        let direction = match exchange.direction {
            Direction::Inbound => self.locale.say_with("direction-inbound", [("cities", cities.into())]),
            Direction::Outbound => self.locale.say_with("direction-outbound", [("cities", cities.into())]),
            Direction::Local => self.locale.say_with("direction-local", [("host", host.into())]),
            Direction::Online => self.locale.say("direction-online"),
        };
        self.locale.say_with("kind-and-direction", [("kind", kind.into()), ("direction", direction.into())])
    }

    /// The kind of an exchange, in words.
    pub(crate) fn exchange_kind(self, kind: ExchangeKind) -> String {
        match kind {
            ExchangeKind::Delegation => self.locale.say("exchange-kind-delegation"),
            ExchangeKind::StudentExchange => self.locale.say("exchange-kind-student-exchange"),
            ExchangeKind::Cultural => self.locale.say("exchange-kind-cultural"),
            ExchangeKind::Educational => self.locale.say("exchange-kind-educational"),
            ExchangeKind::Business => self.locale.say("exchange-kind-business"),
            ExchangeKind::Technical => self.locale.say("exchange-kind-technical"),
            ExchangeKind::Ceremony => self.locale.say("exchange-kind-ceremony"),
        }
    }

    /// Place, leader, and which one it is: the facts with their labels.
    fn particulars(self, record: ExchangeRecord<'_>) -> Vec<Labelled> {
        let exchange = record.exchange;
        let number = |number: i32| Written::from(self.locale.number(number.into()));
        let venue = self.line_of(exchange, "venue", exchange.venue.as_ref());
        let leader = exchange.leader.as_ref().map(|leader| self.original(leader.as_str()));
        let remark = self.line_of(exchange, "people_remark", exchange.people.remark.as_ref());
        let series = record.series.map_or_else(
            || self.locale.say("exchange-ordinal").into(),
            |series| self.original(series.title.as_str()),
        );
        let label = |message: String| Written::from(message);
        let ordinal = record.ordinal.map(|ordinal| {
            let ordinal = self.locale.ordinal(ordinal.into());
            Written::from(self.locale.say_with("series-ordinal", [("ordinal", ordinal.into())]))
        });
        [
            (label(self.locale.say("exchange-venue")), venue),
            (label(self.locale.say("exchange-leader")), leader),
            (label(self.locale.say("exchange-organizer")), self.organizer(exchange)),
            (series, ordinal),
            (label(self.locale.say("exchange-people-sum")), exchange.people.sum.map(number)),
            (label(self.locale.say("exchange-people-remark")), remark),
        ]
        .into_iter()
        .filter_map(|(label, value)| Some(Labelled::new(label, value?)))
        .collect()
    }

    /// The committee that organises it.
    fn organizer(self, exchange: &Exchange) -> Option<Written> {
        let id = exchange.organizer?;
        let partners = self.register.partners().iter();
        let mut committees = partners.flat_map(|partner| &partner.relationship.committees);
        committees
            .find(|committee| committee.id == id)
            .map(|committee| self.original(committee.name.as_str()))
    }

    /// People counted by kind.
    fn participants(self, people: &People) -> Vec<Participant> {
        let kind = |count: Option<i32>, words: fn(Self, i32) -> String| {
            count.map(|count| Participant {
                count: self.locale.number(count.into()),
                kind: words(self, count),
            })
        };
        [
            kind(people.students, |this, count| {
                this.locale.say_with("people-students", [("count", count.into())])
            }),
            kind(people.chaperones, |this, count| {
                this.locale.say_with("people-chaperones", [("count", count.into())])
            }),
            kind(people.adults, |this, count| {
                this.locale.say_with("people-adults", [("count", count.into())])
            }),
            kind(people.host_families, |this, count| {
                this.locale.say_with("people-families", [("count", count.into())])
            }),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// "16 students and 3 chaperones", "19 people".
    fn people_words(self, people: &People) -> Option<String> {
        let kinds: Vec<String> = self
            .participants(people)
            .into_iter()
            .map(|kind| {
                self.locale
                    .say_with("people-counted", [("count", kind.count.into()), ("kind", kind.kind.into())])
            })
            .collect();
        match people.sum {
            _ if !kinds.is_empty() => Some(self.locale.list(&kinds)),
            Some(sum) => Some(self.people(sum.into())),
            None => None,
        }
    }

    /// "19 people".
    pub(super) fn people(self, count: i64) -> String {
        let number = self.locale.number(count);
        self.locale.say_with("people-in-sum", [("count", count.into()), ("number", number.into())])
    }

    /// When an exchange is, with both cities' clocks.
    fn when(self, exchange: &Exchange) -> When {
        let words = self.when_words(&exchange.when);
        match &exchange.when {
            Time::Timed(timed) => When {
                words,
                machine: timed.start().ok().map(|start| machine(&start)),
                leaf: Some(self.leaf(HistoricDate::of_day(timed.starts.date()))),
                times: self.city_times(exchange, timed),
            },
            Time::Days { first, .. } => {
                let day = HistoricDate::of_day(*first);
                When { words, machine: Some(day.to_string()), leaf: Some(self.leaf(day)), times: Vec::new() }
            }
            Time::Historic(date) => When {
                words,
                machine: Some(date.to_string()),
                leaf: Some(self.leaf(*date)),
                times: Vec::new(),
            },
        }
    }

    /// The day, the days, or the historic date, in words.
    pub(crate) fn when_words(self, when: &Time) -> String {
        match when {
            Time::Timed(timed) => match timed.ends.map(DateTime::date) {
                Some(last) if last != timed.starts.date() => self.locale.days(timed.starts.date(), last),
                _ => self.locale.weekday_and_date(timed.starts.date()),
            },
            Time::Days { first, last } if first == last => self.locale.weekday_and_date(*first),
            Time::Days { first, last } => self.locale.days(*first, *last),
            Time::Historic(date) => self.known(Some(*date)),
        }
    }

    fn leaf(self, date: HistoricDate) -> Leaf {
        let first: Date = date.first();
        Leaf {
            day: date.day().map(|day| self.locale.number(day.day().into())),
            month: (date.precision() != Precision::Year).then(|| self.locale.short_month(first)),
            year: self.locale.year(first),
        }
    }

    /// The start on each city's clock, the one where it happens first.
    fn city_times(self, exchange: &Exchange, timed: &Timed) -> Vec<CityTime> {
        let Ok(start) = timed.start() else { return Vec::new() };
        let host = self.register.programme();
        let mut cities = vec![(self.host(), &host.time_zone)];
        for partner in self.partners_of(exchange) {
            if cities.iter().all(|(_, zone)| *zone != &partner.time_zone) {
                cities.push((self.name(partner), &partner.time_zone));
            }
        }
        cities.sort_by_key(|(_, zone)| **zone != timed.zone);
        let end = timed.end().ok().flatten();
        let there = |zone: &TimeZoneName| start.with_time_zone(zone.zone());
        let day = timed.starts.date();
        let shifts = cities.iter().any(|(_, zone)| there(zone).date() != day);
        cities
            .into_iter()
            .map(|(city, zone)| {
                let there = there(zone);
                let until = end.as_ref().map(|end| end.with_time_zone(zone.zone()));
                CityTime {
                    words: match until {
                        Some(until) if until.date() == there.date() => {
                            self.locale.times_in(there.time(), until.time(), city)
                        }
                        _ => self.locale.time_in(there.time(), city),
                    },
                    day: shifts.then(|| self.day_there(day, there.date())),
                    machine: machine(&there),
                }
            })
            .collect()
    }

    /// The day there, and how it differs: "November 21", "November 20, the day before".
    fn day_there(self, here: Date, there: Date) -> String {
        let date = self.locale.month_and_day(there);
        match there.cmp(&here) {
            std::cmp::Ordering::Less => self.locale.say_with("shift-before", [("date", date.into())]),
            std::cmp::Ordering::Equal => date,
            std::cmp::Ordering::Greater => self.locale.say_with("shift-after", [("date", date.into())]),
        }
    }
}

/// An instant with its offset, to the minute: `2023-11-20T16:00-08:00` (HTML's global date and time).
pub(crate) fn machine(time: &ZonedDateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M%:z").to_string()
}

/// An exchange's own page.
pub(super) fn exchange_page(exchange: &Exchange) -> Page {
    Page::Exchange { slug: exchange.slug.to_string() }
}
