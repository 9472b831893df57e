//! Writing a calendar file.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use super::content::Writer;
use super::entry::Entry;
use super::zone;
use crate::exchange::{Direction, ExchangeKind, Fold, Status, Timed, When};
use crate::text::{Slug, TimeZoneName};

/// The text of a calendar file: its name, and entries as of a moment (`DTSTAMP`).
///
/// Times are written in their zone, whose changes of clocks the file carries; where clocks are set back and the later
/// of two equal times is meant, in UTC, as RFC 5545 (3.3.5) has no other word for it. Whole days are dates, and leave
/// people free. Entries of historic dates are passed over: they are not for calendars.
pub fn write(name: &str, entries: &[Entry], stamp: Timestamp) -> String {
    let mut writer = Writer::default();
    writer.line("BEGIN", "VCALENDAR");
    writer.line("VERSION", "2.0");
    writer.line("PRODID", "-//Signpost//Signpost//EN");
    writer.line("CALSCALE", "GREGORIAN");
    writer.line("METHOD", "PUBLISH");
    writer.text("NAME", name);
    writer.text("X-WR-CALNAME", name);
    for (zone, days) in zones(entries) {
        zone::write(&mut writer, zone, days);
    }
    for entry in entries {
        write_entry(&mut writer, entry, stamp);
    }
    writer.line("END", "VCALENDAR");
    writer.finish()
}

/// The zones of entries, each with the first and the last day on which it is needed.
fn zones(entries: &[Entry]) -> BTreeMap<&TimeZoneName, (Date, Date)> {
    let mut zones = BTreeMap::new();
    for entry in entries {
        if let When::Timed(timed) = &entry.when {
            let (first, last) = (timed.starts.date(), timed.ends.unwrap_or(timed.starts).date());
            let days = zones.entry(&timed.zone).or_insert((first, last));
            *days = (days.0.min(first), days.1.max(last));
        }
    }
    zones
}

fn write_entry(writer: &mut Writer, entry: &Entry, stamp: Timestamp) {
    if matches!(entry.when, When::Historic(_)) {
        return;
    }
    writer.line("BEGIN", "VEVENT");
    writer.text("UID", entry.uid.as_str());
    writer.line("DTSTAMP", &moment(stamp));
    if let Some(changed_at) = entry.changed_at {
        writer.line("LAST-MODIFIED", &moment(changed_at));
    }
    writer.line("SEQUENCE", &entry.sequence.to_string());
    write_when(writer, &entry.when);
    writer.text("SUMMARY", entry.title.as_str());
    writer.line("STATUS", status(entry.status));
    write_details(writer, entry);
    write_own(writer, entry);
    writer.line("END", "VEVENT");
}

fn write_when(writer: &mut Writer, when: &When) {
    match when {
        When::Timed(timed) => {
            write_time(writer, "DTSTART", timed, timed.starts);
            if let Some(ends) = timed.ends {
                write_time(writer, "DTEND", timed, ends);
            }
        }
        When::Days { first, last } => {
            let after = last.tomorrow().unwrap_or(*last);
            writer.line("DTSTART;VALUE=DATE", &first.strftime("%Y%m%d").to_string());
            writer.line("DTEND;VALUE=DATE", &after.strftime("%Y%m%d").to_string());
            writer.line("TRANSP", "TRANSPARENT");
        }
        When::Historic(_) => {}
    }
}

fn write_time(writer: &mut Writer, name: &str, timed: &Timed, time: DateTime) {
    let later = if timed.fold == Some(Fold::Later) {
        let one = Timed { starts: time, ends: None, ..timed.clone() };
        let doubled = Timed { fold: None, ..one.clone() }.start().is_err();
        one.start().ok().filter(|_| doubled)
    } else {
        None
    };
    if let Some(later) = later {
        writer.line(name, &moment(later.timestamp()));
    } else {
        let name = format!("{name};TZID={}", timed.zone);
        writer.line(&name, &time.strftime("%Y%m%dT%H%M%S").to_string());
    }
}

fn write_details(writer: &mut Writer, entry: &Entry) {
    if let Some(description) = &entry.description {
        writer.text("DESCRIPTION", description);
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
}

fn write_own(writer: &mut Writer, entry: &Entry) {
    if !entry.partners.is_empty() {
        let partners: Vec<&str> = entry.partners.iter().map(Slug::as_str).collect();
        writer.line("X-SIGNPOST-PARTNERS", &partners.join(","));
    }
    if let Some(kind) = entry.kind {
        writer.line("CATEGORIES", &kind.as_str().replace('-', " ").to_uppercase());
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

fn moment(moment: Timestamp) -> String {
    moment.strftime("%Y%m%dT%H%M%SZ").to_string()
}
