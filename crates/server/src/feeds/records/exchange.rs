//! An exchange as data.

use jiff::civil::DateTime;
use serde::Serialize;
use signpost_core::{Exchange, Place, Register, When};

use super::{Column, Row, address, cell, text};
use crate::urls::{Page, PublicAddress};

/// An exchange.
#[derive(Clone, Debug, Serialize)]
pub struct ExchangeRecord {
    id: String,
    slug: String,
    url: String,
    title: String,
    kind: &'static str,
    direction: &'static str,
    status: &'static str,
    status_reason: Option<String>,
    starts: String,
    ends: Option<String>,
    time_zone: Option<String>,
    previously: Option<String>,
    venue: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    website: Option<String>,
    partners: Vec<String>,
    students: Option<i32>,
    chaperones: Option<i32>,
    adults: Option<i32>,
    host_families: Option<i32>,
    people: Option<i32>,
    people_remark: Option<String>,
    ordinal: Option<i32>,
    published_at: Option<String>,
}

impl ExchangeRecord {
    /// An exchange, with the partners that a register knows.
    pub fn of(register: &Register, exchange: &Exchange, site: &PublicAddress) -> Self {
        let partners = exchange.partners.iter().filter_map(|id| register.partner(*id));
        let (starts, ends) = span(&exchange.when);
        let people = &exchange.people;
        Self {
            id: exchange.id.to_string(),
            slug: exchange.slug.to_string(),
            url: address(&Page::Exchange { slug: exchange.slug.to_string() }, site),
            title: exchange.title.to_string(),
            kind: exchange.kind.as_str(),
            direction: exchange.direction.as_str(),
            status: exchange.status.as_str(),
            status_reason: text(exchange.status_reason.as_ref()),
            starts,
            ends,
            time_zone: match &exchange.when {
                When::Timed(timed) => Some(timed.zone.to_string()),
                When::Days { .. } | When::Historic(_) => None,
            },
            previously: exchange.previously.as_ref().map(|when| span(when).0),
            venue: text(exchange.venue.as_ref()),
            latitude: exchange.place.map(Place::latitude),
            longitude: exchange.place.map(Place::longitude),
            website: text(exchange.website.as_ref()),
            partners: partners.map(|partner| partner.slug.to_string()).collect(),
            students: people.students,
            chaperones: people.chaperones,
            adults: people.adults,
            host_families: people.host_families,
            people: people.total(),
            people_remark: text(people.remark.as_ref()),
            ordinal: exchange.ordinal,
            published_at: text(exchange.published_at),
        }
    }
}

/// A start and an end (ISO 8601), as precisely as they are known: `2023-11-21T09:00+09:00`, `2027-04-24`, `1984`.
pub(in crate::feeds) fn span(when: &When) -> (String, Option<String>) {
    match when {
        When::Timed(timed) => {
            let civil = |time: DateTime| time.strftime("%Y-%m-%dT%H:%M").to_string();
            let instant = |time: jiff::ZonedDateTime| crate::present::machine(&time);
            let start = timed.start().map_or_else(|_| civil(timed.starts), instant);
            let end = timed.end().ok().flatten().map(instant).or(timed.ends.map(civil));
            (start, end)
        }
        When::Days { first, last } => (first.to_string(), (first != last).then(|| last.to_string())),
        When::Historic(date) => (date.to_string(), None),
    }
}

impl Row for ExchangeRecord {
    const COLUMNS: &'static [Column<Self>] = &[
        ("id", |row| row.id.clone()),
        ("slug", |row| row.slug.clone()),
        ("url", |row| row.url.clone()),
        ("title", |row| row.title.clone()),
        ("kind", |row| row.kind.to_owned()),
        ("direction", |row| row.direction.to_owned()),
        ("status", |row| row.status.to_owned()),
        ("status_reason", |row| cell(row.status_reason.as_ref())),
        ("starts", |row| row.starts.clone()),
        ("ends", |row| cell(row.ends.as_ref())),
        ("time_zone", |row| cell(row.time_zone.as_ref())),
        ("previously", |row| cell(row.previously.as_ref())),
        ("venue", |row| cell(row.venue.as_ref())),
        ("latitude", |row| cell(row.latitude.as_ref())),
        ("longitude", |row| cell(row.longitude.as_ref())),
        ("website", |row| cell(row.website.as_ref())),
        ("partners", |row| row.partners.join("; ")),
        ("students", |row| cell(row.students.as_ref())),
        ("chaperones", |row| cell(row.chaperones.as_ref())),
        ("adults", |row| cell(row.adults.as_ref())),
        ("host_families", |row| cell(row.host_families.as_ref())),
        ("people", |row| cell(row.people.as_ref())),
        ("people_remark", |row| cell(row.people_remark.as_ref())),
        ("ordinal", |row| cell(row.ordinal.as_ref())),
        ("published_at", |row| cell(row.published_at.as_ref())),
    ];
}
