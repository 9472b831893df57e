//! Calendar files of renewals (iCalendar, RFC 5545), for staff. The library's own dates stay in this file.

use icalendar::{Calendar, Component, Event, EventStatus, Property};
use jiff::Timestamp;
use jiff::civil::Date;
use signpost_core::{Register, RenewalDay, RenewalStep};

use crate::phrase;

/// The days of renewals as a calendar file, as of a moment.
///
/// An entry is named by its term and step, so that a file that is written again changes entries and adds none; its
/// sequence is the record's version, which only grows. A renewal that came early cancels the entries of its term.
pub(crate) fn renewals(register: &Register, days: &[RenewalDay<'_>], now: Timestamp) -> String {
    let programme = register.programme();
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Signpost//Renewals//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.name(&format!("Renewals: {}", programme.city));
    for day in days {
        let identifier = format!("{}-{}@{}.signpost", day.renewal.term.id, day.step.as_str(), programme.id);
        let mut event = Event::new();
        event.uid(&identifier);
        event.add_property("DTSTAMP", now.strftime("%Y%m%dT%H%M%SZ").to_string());
        event.sequence(u32::try_from(register.version()).unwrap_or(u32::MAX));
        event.append_property(all_day("DTSTART", day.day));
        event.append_property(all_day("DTEND", day.day.tomorrow().unwrap_or(day.day)));
        event.add_property("TRANSP", "TRANSPARENT");
        event.summary(&summary(day)).description(&description(day));
        event.status(match day.renewed_by {
            Some(_) => EventStatus::Cancelled,
            None => EventStatus::Confirmed,
        });
        calendar.push(event.done());
    }
    calendar.to_string()
}

fn all_day(name: &str, day: Date) -> Property {
    let mut property = Property::new(name, day.strftime("%Y%m%d").to_string());
    property.add_parameter("VALUE", "DATE");
    property.done()
}

fn summary(day: &RenewalDay<'_>) -> String {
    let name = &day.renewal.partner.name;
    let is_known = day.renewal.end.day().is_some();
    let what = match (day.step, is_known) {
        (RenewalStep::Notice, _) => format!("{name}: notice period of the friendship begins"),
        (RenewalStep::FormDue, _) => format!("{name}: renewal form due"),
        (RenewalStep::Expiry, true) => format!("{name}: friendship ends unless renewed"),
        (RenewalStep::Expiry, false) => format!("{name}: friendship may end from today"),
    };
    let doubt = if is_known { "" } else { " (end day not on record)" };
    let renewed = if day.renewed_by.is_some() { "Renewed. " } else { "" };
    format!("{renewed}{what}{doubt}")
}

fn description(day: &RenewalDay<'_>) -> String {
    let end = day.renewal.end;
    let mut lines = vec![format!("The term ends {}.", phrase::date(end))];
    if end.day().is_none() {
        lines.push(format!(
            "This entry counts from {}, the first day that it can be, so that nothing is missed.",
            end.first()
        ));
    }
    match day.renewed_by {
        Some(_) => lines.push("The renewal is on record: nothing is left to do.".to_owned()),
        None => lines.push(format!("signpost renewal packet {}", day.renewal.partner.slug)),
    }
    lines.join("\n")
}
