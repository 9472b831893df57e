//! Writing a calendar file.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::content::{Writer, escaped};
use super::entry::{Entry, Repetition};
use super::zone;
use crate::exchange::{Direction, End, ExchangeKind, Status, Timed, When};
use crate::text::{Language, Slug, TimeZoneName};

/// What a calendar says of itself, as a file or as a feed that programs ask for again and again (RFC 7986, 5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What it is called (`NAME`).
    pub name: String,
    /// What it is, in a sentence (`DESCRIPTION`).
    pub description: Option<String>,
    /// The language of these words and of those about the events.
    pub language: Option<Language>,
    /// Where a newer edition of it is (`SOURCE`).
    pub source: Option<String>,
    /// The page that shows the same (`URL`).
    pub page: Option<String>,
    /// How long an edition may be kept until it is asked for again (`REFRESH-INTERVAL`).
    pub refresh: Option<SignedDuration>,
}

/// A calendar of which no more is said than what it is called.
impl From<&str> for Heading {
    fn from(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            description: None,
            language: None,
            source: None,
            page: None,
            refresh: None,
        }
    }
}

/// The text of a calendar file: its heading, and entries as of a moment (`DTSTAMP`), or as of their last change where
/// that is known: so the same entries make the same file.
///
/// Times are written in their zone, whose changes of clocks the file carries; those of which clocks that are set back
/// show two, in UTC: RFC 5545 (3.3.5) has no word for the later one, and programs differ on which is meant. Whole days
/// are dates, and leave people free. Entries of historic dates are passed over: they are not for calendars.
pub fn write(heading: impl Into<Heading>, entries: &[Entry], stamp: Timestamp) -> String {
    let heading = heading.into();
    let mut writer = Writer::default();
    writer.line("BEGIN", "VCALENDAR");
    write_heading(&mut writer, &heading);
    for (zone, days) in zones(entries) {
        zone::write(&mut writer, zone, days);
    }
    for entry in entries {
        write_entry(&mut writer, entry, &heading, stamp);
    }
    writer.line("END", "VCALENDAR");
    writer.finish()
}

fn write_heading(writer: &mut Writer, heading: &Heading) {
    writer.line("VERSION", "2.0");
    writer.line("PRODID", "-//Signpost//Signpost//EN");
    writer.line("CALSCALE", "GREGORIAN");
    writer.line("METHOD", "PUBLISH");
    writer.text(&heading.worded("NAME"), &heading.name);
    writer.text("X-WR-CALNAME", &heading.name);
    if let Some(description) = &heading.description {
        writer.text(&heading.worded("DESCRIPTION"), description);
        writer.text("X-WR-CALDESC", description);
    }
    if let Some(source) = &heading.source {
        writer.line("SOURCE;VALUE=URI", source);
    }
    if let Some(page) = &heading.page {
        writer.line("URL", page);
    }
    if let Some(refresh) = heading.refresh {
        let interval = format!("PT{}M", refresh.as_mins());
        writer.line("REFRESH-INTERVAL;VALUE=DURATION", &interval);
        // What Outlook reads in its place.
        writer.line("X-PUBLISHED-TTL", &interval);
    }
}

impl Heading {
    /// A property of words, with their language where it is said (RFC 5545, 3.2.10).
    fn worded(&self, property: &str) -> String {
        self.language
            .as_ref()
            .map_or_else(|| property.to_owned(), |language| format!("{property};LANGUAGE={language}"))
    }
}

/// The zones of entries, each with the first and the last day on which it is needed.
fn zones(entries: &[Entry]) -> BTreeMap<&TimeZoneName, (Date, Date)> {
    let mut zones = BTreeMap::new();
    for entry in entries {
        for when in [Some(&entry.when), entry.in_place_of.as_ref()].into_iter().flatten() {
            if let When::Timed(timed) = when {
                let first = timed.starts.date();
                let last = timed.ends.unwrap_or(timed.starts).date().max(last_day(entry, first));
                let days = zones.entry(&timed.zone).or_insert((first, last));
                *days = (days.0.min(first), days.1.max(last));
            }
        }
    }
    zones
}

/// For how long the clocks of an event are told that repeats without an end.
const ENDLESS: i32 = 10;

/// The last day of an event that begins on a day: of one that repeats, that of its last time.
fn last_day(entry: &Entry, first: Date) -> Date {
    let Some(Repetition { rule, .. }) = &entry.repeats else { return first };
    match rule.end() {
        End::Never => first.saturating_add(ENDLESS.years()),
        End::After(_) | End::On(_) => rule.days(first).last().unwrap_or(first),
    }
}

fn write_entry(writer: &mut Writer, entry: &Entry, heading: &Heading, stamp: Timestamp) {
    if matches!(entry.when, When::Historic(_)) {
        return;
    }
    writer.line("BEGIN", "VEVENT");
    writer.text("UID", entry.uid.as_str());
    writer.line("DTSTAMP", &moment(entry.changed_at.unwrap_or(stamp)));
    if let Some(changed_at) = entry.changed_at {
        writer.line("LAST-MODIFIED", &moment(changed_at));
    }
    writer.line("SEQUENCE", &entry.sequence.to_string());
    if let Some(regular) = &entry.in_place_of {
        write_start(writer, "RECURRENCE-ID", regular);
    }
    write_when(writer, &entry.when);
    if let Some(repetition) = &entry.repeats {
        write_repetition(writer, &entry.when, repetition);
    }
    writer.text("SUMMARY", entry.title.as_str());
    writer.line("STATUS", status(entry.status));
    write_details(writer, entry, heading);
    write_own(writer, entry);
    writer.line("END", "VEVENT");
}

fn write_when(writer: &mut Writer, when: &When) {
    write_start(writer, "DTSTART", when);
    match when {
        When::Timed(timed) => {
            if let Some(ends) = timed.ends {
                write_time(writer, "DTEND", timed, ends);
            }
        }
        When::Days { last, .. } => {
            write_day(writer, "DTEND", last.tomorrow().unwrap_or(*last));
            writer.line("TRANSP", "TRANSPARENT");
        }
        When::Historic(_) => {}
    }
}

fn write_start(writer: &mut Writer, name: &str, when: &When) {
    match when {
        When::Timed(timed) => write_time(writer, name, timed, timed.starts),
        When::Days { first, .. } => write_day(writer, name, *first),
        When::Historic(_) => {}
    }
}

fn write_day(writer: &mut Writer, name: &str, day: Date) {
    writer.line(&format!("{name};VALUE=DATE"), &day.strftime("%Y%m%d").to_string());
}

fn write_time(writer: &mut Writer, name: &str, timed: &Timed, time: DateTime) {
    let one = Timed { starts: time, ends: None, ..timed.clone() };
    let is_doubled = Timed { fold: None, ..one.clone() }.start().is_err();
    match one.start() {
        Ok(moment_meant) if is_doubled => writer.line(name, &moment(moment_meant.timestamp())),
        _ => {
            let name = format!("{name};TZID={}", timed.zone);
            writer.line(&name, &time.strftime("%Y%m%dT%H%M%S").to_string());
        }
    }
}

/// The rule, and the starts that are left out, each as the start itself is written.
fn write_repetition(writer: &mut Writer, first: &When, repetition: &Repetition) {
    writer.line("RRULE", &repetition.rule.to_string());
    let Some(day) = first.first_day() else { return };
    for except in &repetition.except {
        write_start(writer, "EXDATE", &first.shifted(*except - day));
    }
}

fn write_details(writer: &mut Writer, entry: &Entry, heading: &Heading) {
    if let Some(description) = &entry.description {
        writer.text(&heading.worded("DESCRIPTION"), description);
    }
    if let Some(venue) = &entry.venue {
        writer.text("LOCATION", venue.as_str());
    }
    if let Some(place) = entry.place {
        writer.line("GEO", &format!("{};{}", place.latitude(), place.longitude()));
    }
    if let Some(website) = &entry.website {
        writer.line("URL", website.as_str());
    }
    let kind = entry.kind.map(|kind| kind.as_str().replace('-', " ").to_uppercase());
    let categories = entry.categories.iter().cloned().chain(kind.filter(|_| entry.categories.is_empty()));
    let categories: Vec<String> = categories.map(|category| escaped(&category)).collect();
    if !categories.is_empty() {
        writer.line(&heading.worded("CATEGORIES"), &categories.join(","));
    }
    if let Some(kind) = entry.kind {
        writer.line("COLOR", color(kind));
    }
}

fn write_own(writer: &mut Writer, entry: &Entry) {
    if !entry.partners.is_empty() {
        let partners: Vec<&str> = entry.partners.iter().map(Slug::as_str).collect();
        writer.line("X-SIGNPOST-PARTNERS", &partners.join(","));
    }
    if let Some(kind) = entry.kind {
        writer.line("X-SIGNPOST-KIND", ExchangeKind::as_str(kind));
    }
    if let Some(direction) = entry.direction {
        writer.line("X-SIGNPOST-DIRECTION", Direction::as_str(direction));
    }
    if entry.status == Some(Status::Postponed) {
        writer.line("X-SIGNPOST-STATUS", "postponed");
    }
}

/// What calendars call a status (3.8.1.11): a postponed event is on, at its new time.
const fn status(status: Option<Status>) -> &'static str {
    match status {
        Some(Status::Tentative) => "TENTATIVE",
        Some(Status::Cancelled) => "CANCELLED",
        Some(Status::Confirmed | Status::Postponed) | None => "CONFIRMED",
    }
}

/// The colour of a kind, by its name in CSS (RFC 7986, 5.9).
const fn color(kind: ExchangeKind) -> &'static str {
    match kind {
        ExchangeKind::Delegation => "steelblue",
        ExchangeKind::StudentExchange => "seagreen",
        ExchangeKind::Cultural => "mediumvioletred",
        ExchangeKind::Educational => "teal",
        ExchangeKind::Business => "slategray",
        ExchangeKind::Technical => "sienna",
        ExchangeKind::Ceremony => "goldenrod",
    }
}

fn moment(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}
