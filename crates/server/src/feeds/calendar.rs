//! Exchanges as calendars.

use std::collections::{BTreeMap, HashMap};

use jiff::{SignedDuration, Timestamp};
use signpost_core::calendar::{self, Entry, Heading, SeriesHistory};
use signpost_core::{Exchange, ExchangeId, Id, Partner, Series, SeriesId, Status, When};
use uuid::Uuid;

use crate::present::{Presenter, Selection};
use crate::urls::{Feed, Page, PublicAddress};

/// How long a program may keep an edition of a calendar: changes of plans are seldom more urgent.
const REFRESH: SignedDuration = SignedDuration::from_hours(4);

/// What a calendar is of.
#[derive(Clone, Copy)]
pub enum CalendarSubject<'a> {
    /// The exchanges that visitors selected.
    Selection(Selection<'a>),
    /// Those with one partner.
    Partner(&'a Partner),
    /// One exchange.
    Exchange(&'a Exchange),
}

/// What calendars say of exchanges beside what is in them: their history, and that of their series.
#[derive(Clone, Debug, Default)]
pub struct CalendarHistory {
    /// When each was last changed or became public.
    pub changes: HashMap<Uuid, Timestamp>,
    /// The series that they are of.
    pub series: Vec<Series>,
    /// The history of these.
    pub histories: HashMap<SeriesId, SeriesHistory>,
}

impl Presenter<'_> {
    /// Exchanges as a calendar.
    pub fn calendar(
        self,
        address: &PublicAddress,
        subject: CalendarSubject<'_>,
        (exchanges, history): (&[Exchange], &CalendarHistory),
    ) -> String {
        let mut single = Vec::new();
        let mut of_series: BTreeMap<SeriesId, Vec<(ExchangeId, Entry)>> = BTreeMap::new();
        for exchange in exchanges {
            let changed_at = history.changes.get(&exchange.id.uuid()).copied();
            let Some(entry) = self.entry(address, exchange, changed_at) else { continue };
            match exchange.series {
                Some(series) => of_series.entry(series).or_default().push((exchange.id, entry)),
                None => single.push(entry),
            }
        }
        for (id, members) in of_series {
            let series = history.series.iter().find(|series| series.id == id);
            match (series.zip(history.histories.get(&id)), subject) {
                (Some((series, _)), CalendarSubject::Exchange(exchange)) => {
                    single.extend(calendar::one_of(series, members, exchange.id));
                }
                (Some((series, history)), _) => {
                    single.extend(calendar::repeated(series, *history, members));
                }
                (None, _) => single.extend(members.into_iter().map(|(_, entry)| entry)),
            }
        }
        calendar::write(self.heading_of_calendar(address, subject), &single, Timestamp::UNIX_EPOCH)
    }

    fn heading_of_calendar(self, address: &PublicAddress, subject: CalendarSubject<'_>) -> Heading {
        let site = self.locale.say_with("site-name", [("host", self.host().into())]);
        let (what, page, feed) = match subject {
            CalendarSubject::Selection(selection) => {
                let query = selection.query().without_place();
                let is_all = query == crate::urls::ExchangesQuery::default();
                let what = (!is_all).then(|| self.words_of(selection));
                (what, Page::Exchanges(query.clone()), Feed::Calendar(query))
            }
            CalendarSubject::Partner(partner) => {
                let slug = partner.slug.to_string();
                let page = Page::Partner { slug: slug.clone() };
                (Some(self.name(partner).to_owned()), page, Feed::PartnerCalendar { slug })
            }
            CalendarSubject::Exchange(exchange) => {
                let slug = exchange.slug.to_string();
                let page = Page::Exchange { slug: slug.clone() };
                (Some(exchange.title.to_string()), page, Feed::ExchangeCalendar { slug })
            }
        };
        let name = match what {
            Some(what) => {
                self.locale.say_with("calendar-name", [("what", what.into()), ("site", site.into())])
            }
            None => site,
        };
        Heading {
            name,
            description: Some(self.locale.say_with("calendar-description", [("host", self.host().into())])),
            language: self.locale.tag().parse().ok(),
            source: Some(feed.url(self.locale).absolute(address)),
            page: Some(page.url(self.locale).absolute(address)),
            refresh: Some(REFRESH),
        }
    }

    /// An exchange as an entry of a calendar; nothing where no day of it is on record.
    fn entry(
        self,
        address: &PublicAddress,
        exchange: &Exchange,
        changed_at: Option<Timestamp>,
    ) -> Option<Entry> {
        let (when, status) = time_and_status(exchange)?;
        let uid = exchange.calendar_uid.clone().or_else(|| exchange.id.to_string().parse().ok())?;
        let card = self.card(exchange);
        let title = match &card.status {
            None => card.title.text.clone(),
            Some(status) => self.locale.say_with(
                "calendar-summary",
                [("status", status.words.as_str().into()), ("title", card.title.as_str().into())],
            ),
        };
        let partners: Vec<&Partner> =
            exchange.partners.iter().filter_map(|id| self.register.partner(*id)).collect();
        let names = partners.iter().map(|partner| self.name(partner).to_owned());
        Some(Entry {
            status: Some(status),
            description: Some(self.description_in_calendar(address, exchange)),
            venue: exchange.venue.clone(),
            place: exchange.place,
            website: card.url.absolute(address).parse().ok(),
            sequence: exchange.sequence,
            changed_at: changed_at.or(exchange.published_at),
            kind: Some(exchange.kind),
            direction: Some(exchange.direction),
            categories: std::iter::once(self.exchange_kind(exchange.kind)).chain(names).collect(),
            partners: partners.iter().map(|partner| partner.slug.clone()).collect(),
            // The word may make a title longer than any title is: then the status says it alone.
            ..Entry::new(uid, title.parse().unwrap_or_else(|_| exchange.title.clone()), when)
        })
    }

    /// What there is to say of an exchange, a line each: whether it is on, what it was moved from, the other clocks, what
    /// it is, the text about it, and its page.
    fn description_in_calendar(self, address: &PublicAddress, exchange: &Exchange) -> String {
        let card = self.card(exchange);
        let status = card.status.map(|status| match status.reason {
            Some(reason) => format!("{}: {reason}", status.words),
            None => status.words,
        });
        let moved_to = (exchange.status == Status::Postponed).then(|| {
            let when = card.when.words.as_str();
            self.locale.say_with("calendar-new-date", [("when", when.into())])
        });
        let clocks = card.when.times.iter().map(|time| match &time.day {
            Some(day) => format!("{} ({day})", time.words),
            None => time.words.clone(),
        });
        let clocks: Vec<String> = clocks.collect();
        let text = exchange.description.as_ref().map(|text| format!("\n{text}\n"));
        let clocks = (clocks.len() > 1).then(|| clocks.join("\n"));
        [status, moved_to, self.previously(exchange), clocks, Some(card.kind), card.people, text]
            .into_iter()
            .flatten()
            .chain([card.url.absolute(address)])
            .collect::<Vec<_>>()
            .join("\n")
    }
}

/// When an exchange stands in calendars, and whether it is on then; nothing where no day of it is on record.
///
/// One that was postponed to a month or a year stays, as not held, on the day that people know: a new one is not known
/// yet.
fn time_and_status(exchange: &Exchange) -> Option<(When, Status)> {
    match (&exchange.when, &exchange.previously, exchange.status) {
        (When::Historic(_), Some(before), Status::Postponed | Status::Cancelled)
            if before.first_day().is_some() =>
        {
            Some((before.clone(), Status::Cancelled))
        }
        (When::Historic(_), ..) => None,
        (when, _, status) => Some((when.clone(), status)),
    }
}
