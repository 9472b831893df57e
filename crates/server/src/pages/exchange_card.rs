//! An exchange in a list, and when it is.

use std::fmt;

use crate::{
    pages::{Link, Written},
    urls::Url,
};

/// The leaf of a calendar beside an exchange.
#[derive(Clone, Debug)]
pub struct Leaf {
    /// The day, or nothing where only the month or the year is known.
    pub day: Option<String>,
    /// The month, short, or nothing where only the year is known.
    pub month: Option<String>,
    /// The year.
    pub year: String,
}

/// A time of day in one of the cities.
#[derive(Clone, Debug)]
pub struct CityTime {
    /// The time with its place: "4:00 PM in Cupertino".
    pub words: String,
    /// The day there, where the cities' days differ: "November 21", "November 20, the day before".
    pub day: Option<String>,
    /// The instant for machines, with its offset: `2023-11-20T16:00-08:00`.
    pub machine: String,
}

/// When an exchange is.
#[derive(Clone, Debug)]
pub struct When {
    /// The day, the days, or the historic date, in words.
    pub words: String,
    /// The date for machines, as precise as it is known; nothing when it is not.
    pub machine: Option<String>,
    /// The leaf of a calendar.
    pub leaf: Option<Leaf>,
    /// The times in the cities, the one where it happens first; none for whole days.
    pub times: Vec<CityTime>,
}

/// How an exchange's status looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusTone {
    /// It will not be, or not then: cancelled, postponed.
    Off,
    /// It may be: tentative.
    Open,
}

/// The tone as the stylesheet names it.
impl fmt::Display for StatusTone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Off => "off",
            Self::Open => "open",
        })
    }
}

/// A status that is not simply "on".
#[derive(Clone, Debug)]
pub struct StatusView {
    /// The status: "Cancelled".
    pub words: String,
    /// Why, or since when, where that is on record.
    pub reason: Option<Written>,
    /// How it looks.
    pub tone: StatusTone,
}

/// An exchange in a list.
#[derive(Clone, Debug)]
pub struct ExchangeCard {
    /// The exchange's page.
    pub url: Url,
    /// Its title.
    pub title: Written,
    /// What it is when it is not simply on.
    pub status: Option<StatusView>,
    /// When it is.
    pub when: When,
    /// The partners it is with.
    pub partners: Vec<Link>,
    /// Kind and direction, in words: "Student exchange, from Toyokawa".
    pub kind: String,
    /// Where it is.
    pub place: Option<Written>,
    /// Who took part, counted, once held: "16 students and 3 chaperones".
    pub people: Option<String>,
}
