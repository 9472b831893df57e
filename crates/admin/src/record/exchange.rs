//! Exchanges.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::Serialize;
use signpost_core::{
    Claim, Direction, Exchange, ExchangeKind, Line, Markdown, Register, Slug, Status, Subject, TimeZoneName,
    WebAddress, When,
};

use super::claim::{About, ClaimRecord, disputes, sources};
use super::{Dated, value};
use crate::phrase;
use crate::printer::{Cell, Column, Record, Row, Section, Sheet};

/// An exchange in a list.
#[derive(Debug, Serialize)]
pub(crate) struct ExchangeRow {
    slug: Slug,
    title: Line,
    when: WhenRecord,
    kind: ExchangeKind,
    direction: Direction,
    status: Status,
    partners: Vec<Slug>,
    people: Option<i32>,
    published_at: Option<Timestamp>,
}

/// How wide the column of partners is: as the longest kind, which stands there too.
const WITH: u16 = 16;

/// When an exchange is.
#[derive(Debug, Serialize)]
#[serde(tag = "way", rename_all = "kebab-case")]
enum WhenRecord {
    Timed { starts: DateTime, ends: Option<DateTime>, zone: TimeZoneName },
    Days { first: Date, last: Date },
    Historic { on: Dated },
}

/// An exchange, whole.
#[derive(Debug, Serialize)]
pub(crate) struct ExchangeRecord {
    #[serde(flatten)]
    row: ExchangeRow,
    times: Vec<String>,
    previously: Option<WhenRecord>,
    status_reason: Option<Line>,
    description: Option<Markdown>,
    venue: Option<Line>,
    website: Option<WebAddress>,
    organizer: Option<Line>,
    leader: Option<Line>,
    students: Option<i32>,
    chaperones: Option<i32>,
    adults: Option<i32>,
    host_families: Option<i32>,
    people_remark: Option<Line>,
    ordinal: Option<i32>,
    sequence: i32,
    note: Option<Markdown>,
    claims: Vec<ClaimRecord>,
}

impl WhenRecord {
    fn new(when: &When) -> Self {
        match when {
            When::Timed(timed) => {
                Self::Timed { starts: timed.starts, ends: timed.ends, zone: timed.zone.clone() }
            }
            When::Days { first, last } => Self::Days { first: *first, last: *last },
            When::Historic(date) => Self::Historic { on: Dated(*date) },
        }
    }

    /// The first day, as precisely as it is known.
    fn start(&self) -> String {
        match self {
            Self::Timed { starts, .. } => starts.date().to_string(),
            Self::Days { first, .. } => first.to_string(),
            Self::Historic { on } => on.0.to_string(),
        }
    }

    /// The last day, where there is another than the first.
    fn end(&self) -> Option<String> {
        match self {
            Self::Timed { starts, ends, .. } => {
                ends.map(DateTime::date).filter(|end| *end != starts.date()).map(|end| end.to_string())
            }
            Self::Days { first, last } => (first != last).then(|| last.to_string()),
            Self::Historic { .. } => None,
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Timed { starts, ends, zone } => {
                let start = starts.strftime("%Y-%m-%d %H:%M");
                match ends {
                    None => format!("{start}, {zone}"),
                    Some(ends) if ends.date() == starts.date() => {
                        format!("{start} to {}, {zone}", ends.strftime("%H:%M"))
                    }
                    Some(ends) => format!("{start} to {}, {zone}", ends.strftime("%Y-%m-%d %H:%M")),
                }
            }
            Self::Days { first, last } if first == last => first.to_string(),
            Self::Days { first, last } => format!("{first} to {last}"),
            Self::Historic { on } => phrase::date(on.0),
        }
    }
}

impl ExchangeRow {
    /// An exchange.
    pub(crate) fn new(register: &Register, exchange: &Exchange) -> Self {
        let partners = exchange.partners.iter().filter_map(|id| register.partner(*id));
        Self {
            slug: exchange.slug.clone(),
            title: exchange.title.clone(),
            when: WhenRecord::new(&exchange.when),
            kind: exchange.kind,
            direction: exchange.direction,
            status: exchange.status,
            partners: partners.map(|partner| partner.slug.clone()).collect(),
            people: exchange.people.total(),
            published_at: exchange.published_at,
        }
    }

    /// The partners, as far as the column is wide.
    fn with(&self) -> String {
        let all = self.partners(", ");
        if all.len() <= usize::from(WITH) { all } else { format!("{} partners", self.partners.len()) }
    }

    fn partners(&self, separator: &str) -> String {
        self.partners.iter().map(Slug::as_str).collect::<Vec<_>>().join(separator)
    }
}

impl Row for ExchangeRow {
    const COLUMNS: &'static [Column] =
        &[Column::fixed("when", 12), Column::wrapping("exchange"), Column::fixed("with", WITH)];
    const FIELDS: &'static [&'static str] = &[
        "slug",
        "title",
        "start",
        "end",
        "kind",
        "direction",
        "status",
        "partners",
        "people",
        "published_at",
    ];

    fn cells(&self) -> Vec<Cell> {
        let status = match self.status {
            Status::Confirmed => String::new(),
            other => format!("{}: ", phrase::capitalised(other.as_str())),
        };
        let when = Cell::plain(self.when.start());
        vec![
            self.when.end().map_or_else(|| when.clone(), |end| when.clone().below(format!("– {end}"))),
            Cell::plain(format!("{status}{}", self.title)).below(self.slug.as_str()),
            Cell::plain(self.with()).below(self.kind.as_str()),
        ]
    }

    fn values(&self) -> Vec<String> {
        vec![
            self.slug.to_string(),
            self.title.to_string(),
            self.when.start(),
            value(self.when.end()),
            self.kind.to_string(),
            self.direction.to_string(),
            self.status.to_string(),
            self.partners(" "),
            value(self.people),
            value(self.published_at),
        ]
    }
}

impl ExchangeRecord {
    /// An exchange with the claims about it.
    pub(crate) fn new(register: &Register, exchange: &Exchange, claims: &[Claim]) -> Self {
        let people = &exchange.people;
        let committees = register.partners().iter().flat_map(|partner| &partner.relationship.committees);
        let organizer = committees.into_iter().find(|committee| Some(committee.id) == exchange.organizer);
        let subject = Subject::Exchange(exchange.id);
        let about = About { subject, partner: None, part: "exchange".to_owned() };
        Self {
            row: ExchangeRow::new(register, exchange),
            times: times(register, exchange),
            previously: exchange.previously.as_ref().map(WhenRecord::new),
            status_reason: exchange.status_reason.clone(),
            description: exchange.description.clone(),
            venue: exchange.venue.clone(),
            website: exchange.website.clone(),
            organizer: organizer.map(|committee| committee.name.clone()),
            leader: exchange.leader.clone(),
            students: people.students,
            chaperones: people.chaperones,
            adults: people.adults,
            host_families: people.host_families,
            people_remark: people.remark.clone(),
            ordinal: exchange.ordinal,
            sequence: exchange.sequence,
            note: exchange.note.clone(),
            claims: claims.iter().map(|claim| ClaimRecord::new(register, claim, &about)).collect(),
        }
    }

    fn people(&self) -> Option<String> {
        let kinds = [
            (self.students, "student"),
            (self.chaperones, "chaperone"),
            (self.adults, "adult"),
            (self.host_families, "host family"),
        ];
        let counted = kinds.into_iter().filter_map(|(number, noun)| {
            let number = u64::try_from(number?).ok()?;
            let noun = if noun == "host family" && number != 1 { "host familie" } else { noun };
            Some(phrase::count(number, noun))
        });
        let mut words: Vec<String> = counted.collect();
        if words.is_empty() {
            words.extend(self.row.people.map(|people| format!("{people} in all")));
        }
        words.extend(self.people_remark.as_ref().map(ToString::to_string));
        (!words.is_empty()).then(|| words.join(", "))
    }
}

impl Record for ExchangeRecord {
    type Row = ExchangeRow;

    fn row(&self) -> &ExchangeRow {
        &self.row
    }

    fn sheet(&self) -> Sheet {
        let row = &self.row;
        let line = |line: &Option<Line>| line.as_ref().map(ToString::to_string);
        let status = self.status_reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
        let public = phrase::public(row.published_at);
        let mut when = vec![row.when.words()];
        when.extend(self.times.iter().cloned());
        let facts = Section::new("")
            .entry("short name", row.slug.as_str())
            .entry("when", when.join("\n"))
            .maybe("before that", self.previously.as_ref().map(WhenRecord::words))
            .entry("status", format!("{}{status}", row.status))
            .entry("with", row.partners(", "))
            .known("where", line(&self.venue))
            .known("people", self.people())
            .maybe("led by", line(&self.leader))
            .maybe("organised by", line(&self.organizer))
            .maybe("number", self.ordinal.map(|ordinal| format!("the {} of its series", nth(ordinal))))
            .maybe("website", self.website.as_ref().map(WebAddress::as_str))
            .entry("public", public)
            .maybe("description", self.description.as_ref().map(Markdown::as_str))
            .maybe("remark", self.note.as_ref().map(Markdown::as_str));
        let subtitle =
            format!("{}, {}", phrase::capitalised(&row.kind.as_str().replace('-', " ")), row.direction);
        Sheet::new(row.title.as_str(), subtitle)
            .with(facts)
            .with(disputes(&self.claims))
            .with(sources(&self.claims))
    }
}

/// The start on the clocks of the host and of the partners, for an exchange at a time of day.
fn times(register: &Register, exchange: &Exchange) -> Vec<String> {
    let When::Timed(timed) = &exchange.when else { return Vec::new() };
    let Ok(start) = timed.start() else { return Vec::new() };
    let programme = register.programme();
    let partners = exchange.partners.iter().filter_map(|id| register.partner(*id));
    let places = [(&programme.city, &programme.time_zone)].into_iter();
    let places = places.chain(partners.map(|partner| (&partner.name, &partner.time_zone)));
    let elsewhere = places.filter(|(_, zone)| **zone != timed.zone);
    elsewhere
        .map(|(name, zone)| {
            format!("{} in {name}", start.with_time_zone(zone.zone()).strftime("%Y-%m-%d %H:%M"))
        })
        .collect()
}

/// An ordinal: `1st`, `43rd`.
fn nth(number: i32) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}
