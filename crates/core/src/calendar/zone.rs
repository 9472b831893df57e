//! Time zones in calendar files: found by the names that programs give them, and written with their own rules.

use jiff::civil::{Date, DateTime};
use jiff::tz::{Dst, Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

use super::content::Writer;
use crate::text::TimeZoneName;

/// What Windows calls time zones, from `windowsZones.xml` of the Unicode CLDR (each zone's row of territory 001).
/// © Unicode, Inc., under the Unicode License v3.
const WINDOWS_ZONES: &str = include_str!("windows_zones.csv");

/// The zone that a calendar file calls by a `TZID`: a name of the IANA database, also behind a prefix as
/// `/freeassociation.sourceforge.net/Asia/Tokyo`, or a name of Windows, as Outlook writes it.
pub(super) fn named(name: &str) -> Option<TimeZoneName> {
    let tails = name.match_indices('/').filter_map(|(index, _)| name.get(index + 1..));
    let windows = WINDOWS_ZONES.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(','));
    // A single word behind a slash is no zone: `/example.org/UTC` may mean anything.
    [name]
        .into_iter()
        .chain(windows)
        .chain(tails.filter(|tail| tail.contains('/')))
        .find_map(|name| name.parse().ok())
}

/// One kind of observance: from an offset to another, under a name.
struct Observance {
    from: Offset,
    to: Offset,
    name: String,
    is_summer: bool,
    /// When it begins, on the clocks before.
    begins: Vec<DateTime>,
}

/// Writes a zone (`VTIMEZONE`, 3.6.5), with every change of clocks from a year before to a year after two days.
///
/// The changes are written out one by one, and not as a rule: so they are those of the zone's own history.
pub(super) fn write(writer: &mut Writer, zone: &TimeZoneName, (first, last): (Date, Date)) {
    writer.line("BEGIN", "VTIMEZONE");
    writer.line("TZID", zone.as_str());
    for observance in observances(&zone.zone(), first, last) {
        let component = if observance.is_summer { "DAYLIGHT" } else { "STANDARD" };
        writer.line("BEGIN", component);
        let mut begins = observance.begins.iter().map(|time| time.strftime("%Y%m%dT%H%M%S").to_string());
        writer.line("DTSTART", &begins.next().unwrap_or_default());
        for time in begins {
            writer.line("RDATE", &time);
        }
        writer.line("TZOFFSETFROM", &offset(observance.from));
        writer.line("TZOFFSETTO", &offset(observance.to));
        writer.text("TZNAME", &observance.name);
        writer.line("END", component);
    }
    writer.line("END", "VTIMEZONE");
}

fn observances(zone: &TimeZone, first: Date, last: Date) -> Vec<Observance> {
    let moment = |date: Option<Date>| {
        let start = date.and_then(|date| date.to_zoned_datetime(TimeZone::UTC).ok());
        start.map_or(Timestamp::UNIX_EPOCH, |start| start.timestamp())
    };
    let from = moment(first.first_of_year().checked_sub(1.year()).ok());
    let until = moment(last.last_of_year().checked_add(1.year()).ok());
    let before = zone.to_offset_info(from);
    let mut offset = before.offset();
    let mut found = vec![Observance {
        from: offset,
        to: offset,
        name: before.abbreviation().to_owned(),
        is_summer: before.dst() == Dst::Yes,
        begins: vec![offset.to_datetime(from)],
    }];
    for change in zone.following(from).take_while(|change| change.timestamp() <= until) {
        let (to, is_summer) = (change.offset(), change.dst() == Dst::Yes);
        let begins = offset.to_datetime(change.timestamp());
        let same = |other: &&mut Observance| {
            (other.from, other.to, other.is_summer) == (offset, to, is_summer)
                && other.name == change.abbreviation()
        };
        match found.iter_mut().find(same) {
            Some(known) => known.begins.push(begins),
            None => found.push(Observance {
                from: offset,
                to,
                name: change.abbreviation().to_owned(),
                is_summer,
                begins: vec![begins],
            }),
        }
        offset = to;
    }
    found
}

/// An offset from UTC (3.3.14): `+0900`, and with seconds where it has some, as local mean times have.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let rest = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_known_by_all_their_names() {
        for (name, zone) in [
            ("Asia/Tokyo", Some("Asia/Tokyo")),
            ("/freeassociation.sourceforge.net/Asia/Tokyo", Some("Asia/Tokyo")),
            ("/mozilla.org/20050126_1/America/Argentina/Salta", Some("America/Argentina/Salta")),
            ("Pacific Standard Time", Some("America/Los_Angeles")),
            ("Tokyo Standard Time", Some("Asia/Tokyo")),
            ("Mars/Olympus", None),
            ("/example.org/UTC", None),
            ("windows", None),
            ("", None),
        ] {
            assert_eq!(named(name).as_ref().map(TimeZoneName::as_str), zone, "{name}");
        }
    }

    #[test]
    fn every_name_of_windows_is_that_of_a_zone() {
        for name in WINDOWS_ZONES.lines().skip(1).filter_map(|line| line.split(',').next()) {
            assert!(named(name).is_some(), "{name}");
        }
    }

    #[test]
    fn a_zone_is_written_with_its_changes() {
        let mut writer = Writer::default();
        let day: Date = "2027-05-01".parse().unwrap();
        write(&mut writer, &"America/Los_Angeles".parse().unwrap(), (day, day));
        let written = writer.finish();
        assert!(written.contains("RDATE:20270314T020000\r\n"), "{written}");
        assert!(written.contains("TZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700\r\nTZNAME:PDT\r\n"), "{written}");
        assert_eq!(written.matches("BEGIN:DAYLIGHT").count(), 1);
        let mut writer = Writer::default();
        write(&mut writer, &"Asia/Kolkata".parse().unwrap(), (day, day));
        assert!(writer.finish().contains("TZOFFSETTO:+0530"));
    }
}
