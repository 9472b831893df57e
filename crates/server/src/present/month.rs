//! The view of a month of exchanges.

use std::collections::BTreeMap;

use jiff::Span;
use jiff::civil::{Date, Weekday};
use signpost_core::store::exchange::DayCount;
use signpost_core::{Exchange, ExchangeId};

use crate::pages::{ExchangesView, Link, MonthDay, MonthEntry, MonthView, WeekdayView};
use crate::present::exchange::exchange_page;
use crate::present::{Listing, Presenter, Selection};
use crate::urls::{ExchangesQuery, Page, Url};

/// What there is in a month.
#[derive(Clone, Copy)]
pub struct MonthListing<'a> {
    /// The month's first day.
    pub month: Date,
    /// The days that have exchanges.
    pub days: &'a [DayCount],
    /// The exchanges that they name.
    pub exchanges: &'a [Exchange],
    /// The first days of the first and the last month that the record reaches.
    pub recorded: (Date, Date),
    /// Where there are none: the first days of the nearest months that have some.
    pub nearest: &'a [Date],
}

impl Presenter<'_> {
    /// The exchanges of a month that visitors selected.
    pub fn month(self, selection: Selection<'_>, listing: MonthListing<'_>) -> MonthView {
        let query = selection.query();
        let month = self.locale.month_and_year(listing.month);
        let today = self.today();
        let way = |month: Date| Link::new(self.locale.month_and_year(month), self.month_page(month, &query));
        let (first, last) = listing.recorded;
        let previous = listing.month.yesterday().map(Date::first_of_month).ok();
        let next = listing.month.last_of_month().tomorrow().ok();
        let here = today.first_of_month();
        MonthView {
            heading: match selection.partner {
                None => self.locale.say_with("month-heading", [("month", month.as_str().into())]),
                Some(partner) => self.locale.say_with(
                    "month-heading-with",
                    [("city", self.name(partner).into()), ("month", month.as_str().into())],
                ),
            },
            month,
            periods: self.periods(&query, None, listing.month),
            filter: self.filter(selection, |query| Page::Month { month: listing.month, query }),
            previous: previous.filter(|previous| first <= *previous).map(way),
            next: next.filter(|next| *next <= last).map(way),
            current: (listing.month != here)
                .then(|| Link::new(self.locale.say("month-this"), self.month_page(here, &query))),
            weekdays: self.weekdays(listing.month),
            weeks: self.weeks(listing, &query),
            nothing: listing.days.is_empty().then(|| {
                if listing.month.last_of_month() < today {
                    self.locale.say("month-nothing-past")
                } else {
                    self.locale.say("month-nothing")
                }
            }),
            nearest: listing.nearest.iter().map(|month| way(*month)).collect(),
        }
    }

    /// The exchanges of a day that visitors selected: a page of the list.
    pub fn day(self, selection: Selection<'_>, day: Date, listing: Listing<'_>) -> ExchangesView {
        let query = selection.query();
        ExchangesView {
            heading: self.locale.say_with("exchanges-on-day", [("day", self.locale.date(day).into())]),
            periods: self.periods(&query, None, day),
            filter: self.filter(selection, |query| Page::Day { day, query }),
            exchanges: listing.exchanges.iter().map(|exchange| self.card(exchange)).collect(),
            nothing: listing.exchanges.is_empty().then(|| self.locale.say("exchanges-none-on-day")),
            nearest: Vec::new(),
            record: (day < self.today()).then(|| self.locale.say("exchanges-record-incomplete")),
            embedded: None,
            more: listing.after.map(|after| {
                let query = ExchangesQuery { after: Some(after.to_owned()), ..query };
                Link::new(self.locale.say("exchanges-more"), Page::Day { day, query }.url(self.locale))
            }),
        }
    }

    fn month_page(self, month: Date, query: &ExchangesQuery) -> Url {
        Page::Month { month, query: query.clone() }.url(self.locale)
    }

    /// The days of the week, as those of the month's first full week are called.
    fn weekdays(self, month: Date) -> Vec<WeekdayView> {
        let first = first_of_week(month, self.locale.first_weekday());
        let days = days_from(first).take(7);
        days.map(|day| WeekdayView { name: self.locale.weekday(day), short: self.locale.short_weekday(day) })
            .collect()
    }

    fn weeks(self, listing: MonthListing<'_>, query: &ExchangesQuery) -> Vec<Vec<Option<MonthDay>>> {
        let counts: BTreeMap<Date, &DayCount> = listing.days.iter().map(|count| (count.day, count)).collect();
        let last = listing.month.last_of_month();
        let first = first_of_week(listing.month, self.locale.first_weekday());
        let days: Vec<Option<MonthDay>> = days_from(first)
            .take(42)
            .map(|day| {
                let inside = (listing.month..=last).contains(&day);
                inside.then(|| self.month_day(day, counts.get(&day).copied(), listing, query))
            })
            .collect();
        days.chunks(7).filter(|week| week.iter().any(Option::is_some)).map(<[_]>::to_vec).collect()
    }

    fn month_day(
        self,
        day: Date,
        count: Option<&DayCount>,
        listing: MonthListing<'_>,
        query: &ExchangesQuery,
    ) -> MonthDay {
        let named = |id: &ExchangeId| listing.exchanges.iter().find(|exchange| exchange.id == *id);
        let entries: Vec<MonthEntry> = count
            .iter()
            .flat_map(|count| &count.first)
            .filter_map(named)
            .map(|exchange| self.month_entry(exchange, day))
            .collect();
        let shown = i64::try_from(entries.len()).unwrap_or(i64::MAX);
        let left = count.map_or(0, |count| count.exchanges.saturating_sub(shown));
        MonthDay {
            number: self.locale.day(day),
            words: self.locale.weekday_and_date(day),
            machine: day.to_string(),
            is_today: day == self.today(),
            entries,
            more: (left > 0).then(|| {
                let number = self.locale.number(left);
                let words =
                    self.locale.say_with("month-more", [("count", left.into()), ("number", number.into())]);
                Link::new(words, Page::Day { day, query: query.clone() }.url(self.locale))
            }),
        }
    }

    fn month_entry(self, exchange: &Exchange, day: Date) -> MonthEntry {
        let days = exchange.when.days(&self.register.programme().time_zone);
        let (first, last) = days.unwrap_or((day, day));
        let count = |last: Date| (last - first).get_days() + 1;
        MonthEntry {
            url: exchange_page(exchange).url(self.locale),
            title: self.title(exchange),
            status: self.status(exchange),
            begins: first == day,
            is_first: first == day || day == day.first_of_month(),
            day: (first < last).then(|| {
                let (day, days) = (count(day), count(last));
                self.locale.say_with("month-goes-on", [("day", day.into()), ("days", days.into())])
            }),
        }
    }
}

/// The first day of the week that a day is in.
fn first_of_week(day: Date, first: Weekday) -> Date {
    day.saturating_sub(Span::new().days(first.until(day.weekday())))
}

/// A day, and those that follow.
fn days_from(first: Date) -> impl Iterator<Item = Date> {
    first.series(Span::new().days(1))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn weeks_begin_with_the_day_that_is_first_there() {
        for (first, begins) in [
            (Weekday::Sunday, date(2026, 11, 1)),
            (Weekday::Monday, date(2026, 10, 26)),
            (Weekday::Saturday, date(2026, 10, 31)),
        ] {
            assert_eq!(first_of_week(date(2026, 11, 1), first), begins, "{first:?}");
        }
    }
}
