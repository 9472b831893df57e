//! An entry of a calendar: what one event says.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::exchange::{Direction, ExchangeKind, RepeatRule, Status, When};
use crate::geo::Place;
use crate::text::{Line, Slug, WebAddress};

/// What one event of a calendar file says (`VEVENT` of RFC 5545, 3.6.1).
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is known by, for ever (`UID`).
    pub uid: Line,
    /// What it is called (`SUMMARY`).
    pub title: Line,
    /// When it is: at a time of day or on whole days. An entry of a historic date is not written.
    pub when: When,
    /// Whether it is on. `STATUS` knows no postponed event: that word is in a property of our own.
    pub status: Option<Status>,
    /// What there is to say about it (`DESCRIPTION`).
    pub description: Option<String>,
    /// Where it is (`LOCATION`).
    pub venue: Option<Line>,
    /// Where that is on the earth (`GEO`).
    pub place: Option<Place>,
    /// A page with more (`URL`).
    pub website: Option<WebAddress>,
    /// How often it has changed (`SEQUENCE`).
    pub sequence: i32,
    /// When it was last changed (`LAST-MODIFIED`).
    pub changed_at: Option<Timestamp>,
    /// How it repeats (`RRULE`, `EXDATE`).
    pub repeats: Option<Repetition>,
    /// The start of a repeated event in whose place it is, as the rule gives it (`RECURRENCE-ID`).
    pub in_place_of: Option<When>,
    /// The partners it is with, in a property of our own.
    pub partners: Vec<Slug>,
    /// Of which kind it is, in a property of our own.
    pub kind: Option<ExchangeKind>,
    /// Who goes where, in a property of our own.
    pub direction: Option<Direction>,
    /// What people sort it by, in words (`CATEGORIES`); where there are none, its kind in English. Not read.
    pub categories: Vec<String>,
}

impl Entry {
    /// An entry of which no more is known than what it is called and when it is.
    pub const fn new(uid: Line, title: Line, when: When) -> Self {
        Self {
            uid,
            title,
            when,
            status: None,
            description: None,
            venue: None,
            place: None,
            website: None,
            sequence: 0,
            changed_at: None,
            repeats: None,
            in_place_of: None,
            partners: Vec::new(),
            kind: None,
            direction: None,
            categories: Vec::new(),
        }
    }
}

/// How an event repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repetition {
    /// The rule.
    pub rule: RepeatRule,
    /// The days of the rule that are left out.
    pub except: Vec<Date>,
}

/// An entry that was found in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The line on which it begins, counted from 1.
    pub line: usize,
    /// What it says.
    pub entry: Entry,
}
