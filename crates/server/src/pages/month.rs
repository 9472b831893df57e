//! A month of exchanges, through the same filter as the list.

use askama::Template;

use crate::{
    pages::{Chrome, FilterView, Link, MenuItem, StatusView, Written},
    urls::Url,
};

/// A day of the week, at the head of its column.
#[derive(Clone, Debug)]
pub struct WeekdayView {
    /// Its name: "Sunday".
    pub name: String,
    /// Its short name: "Sun".
    pub short: String,
}

/// An exchange on a day.
#[derive(Clone, Debug)]
pub struct MonthEntry {
    /// The exchange's page.
    pub url: Url,
    /// Its title.
    pub title: Written,
    /// What it is when it is not simply on.
    pub status: Option<StatusView>,
    /// Whether it begins on the day.
    pub begins: bool,
    /// Whether the day is its first one in the month, where a list names it.
    pub is_first: bool,
    /// Which of its days it is, where it has several: "day 3 of 9".
    pub day: Option<String>,
}

/// A day of the month.
#[derive(Clone, Debug)]
pub struct MonthDay {
    /// Its number.
    pub number: String,
    /// Its date with the day of the week: "Wednesday, November 4, 2026".
    pub words: String,
    /// The date for machines.
    pub machine: String,
    /// Whether it is today.
    pub is_today: bool,
    /// The exchanges on it, as many as there is room for.
    pub entries: Vec<MonthEntry>,
    /// The day's list, where there are more: "and 14 more".
    pub more: Option<Link>,
}

impl MonthDay {
    /// The exchanges of which it is the first day in the month.
    pub fn firsts(&self) -> impl Iterator<Item = &MonthEntry> {
        self.entries.iter().filter(|entry| entry.is_first)
    }

    /// Whether there are any.
    pub fn has_firsts(&self) -> bool {
        self.firsts().next().is_some()
    }

    /// Whether a list that names each exchange once has anything to say of it.
    pub fn is_listed(&self) -> bool {
        self.more.is_some() || self.has_firsts()
    }
}

/// What the month shows.
#[derive(Clone, Debug)]
pub struct MonthView {
    /// The heading: "Exchanges in November 2026".
    pub heading: String,
    /// The month alone: "November 2026".
    pub month: String,
    /// Upcoming, past and month by month, the last one marked current.
    pub periods: Vec<MenuItem>,
    /// The filter.
    pub filter: FilterView,
    /// The months before and after, as far as the record reaches.
    pub previous: Option<Link>,
    /// The month after.
    pub next: Option<Link>,
    /// The month that today is in; nothing on it.
    pub current: Option<Link>,
    /// The days of the week, the first one first.
    pub weekdays: Vec<WeekdayView>,
    /// The weeks: seven days each, nothing for days of other months.
    pub weeks: Vec<Vec<Option<MonthDay>>>,
    /// That there is nothing in the month, and how far the record can be trusted.
    pub nothing: Option<String>,
    /// The nearest months with exchanges, where this one has none.
    pub nearest: Vec<Link>,
}

impl MonthView {
    /// Whether there is a way to another month.
    pub const fn has_ways(&self) -> bool {
        self.previous.is_some() || self.current.is_some() || self.next.is_some()
    }

    /// Whether the list has any day.
    pub fn has_listed(&self) -> bool {
        self.listed().next().is_some()
    }

    /// The days that a list names, for narrow screens.
    pub fn listed(&self) -> impl Iterator<Item = &MonthDay> {
        self.weeks.iter().flatten().flatten().filter(|day| day.is_listed())
    }
}

/// A month of exchanges.
#[derive(Template)]
#[template(path = "exchanges/month.html")]
pub struct MonthPage {
    /// What surrounds it.
    pub chrome: Chrome,
    /// What it shows.
    pub view: MonthView,
}
