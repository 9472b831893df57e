//! Calendar files: what is written is read again, by this program and by another, and what is wrong is told by line.
#![expect(clippy::unwrap_used, reason = "a test that fails says where")]

use jiff::Timestamp;
use proptest::prelude::*;
use signpost_core::calendar::{Entry, Found, read, write};
use signpost_core::{Fold, Place, RepeatRule, Status, TimeZoneName, Timed, When};

fn host() -> TimeZoneName {
    "America/Los_Angeles".parse().unwrap()
}

fn stamp() -> Timestamp {
    "2026-11-23T20:00:00Z".parse().unwrap()
}

fn entry(uid: &str, title: &str, when: When) -> Entry {
    Entry::new(uid.parse().unwrap(), title.parse().unwrap(), when)
}

fn timed(starts: &str, ends: Option<&str>, zone: &str) -> When {
    let ends = ends.map(|ends| ends.parse().unwrap());
    When::Timed(Timed { starts: starts.parse().unwrap(), ends, zone: zone.parse().unwrap(), fold: None })
}

fn entries(text: &str) -> Vec<Entry> {
    let calendar = read("events.ics", text.as_bytes(), &host()).unwrap();
    calendar.entries.into_iter().map(|found| found.entry).collect()
}

/// A calendar of one event with these lines.
fn calendar(lines: &[&str]) -> String {
    let event =
        [&["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT"], lines, &["END:VEVENT", "END:VCALENDAR", ""]];
    event.concat().join("\r\n")
}

/// The event that these lines make, beside a UID and a summary.
fn event(lines: &[&str]) -> Entry {
    entries(&calendar(&[&["UID:1", "SUMMARY:Visit"], lines].concat())).remove(0)
}

fn faults(text: &str) -> Vec<String> {
    let faults = read("events.ics", text.as_bytes(), &host()).unwrap_err();
    faults.first().iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_written_is_read_again() {
    let mut full = entry(
        "a-1@signpost",
        "Visit; of \"新竹\", with, commas",
        timed("2027-10-14T19:30", Some("2027-10-14T21:00"), "Asia/Taipei"),
    );
    full.status = Some(Status::Postponed);
    full.description = Some("First line\nA\\second; line, and 中文".to_owned());
    full.venue = "Quinlan Center, Cupertino".parse().ok();
    full.place = Place::new(37.3, -122.03).ok();
    full.website = "https://example.org/a;b,c".parse().ok();
    full.sequence = 4;
    full.changed_at = "2026-01-02T03:04:05Z".parse().ok();
    full.partners = vec!["hsinchu".parse().unwrap(), "toyokawa".parse().unwrap()];
    full.kind = Some(signpost_core::ExchangeKind::StudentExchange);
    full.direction = Some(signpost_core::Direction::Inbound);
    let mut days = entry(
        "b",
        "Festival",
        When::Days { first: "2027-04-24".parse().unwrap(), last: "2027-04-25".parse().unwrap() },
    );
    days.status = Some(Status::Cancelled);
    let mut open = entry("c", "No end", timed("2027-03-14T09:00", None, "America/Los_Angeles"));
    open.status = Some(Status::Confirmed);
    let written = write("Exchanges, 2027", &[full.clone(), days.clone(), open.clone()], stamp());
    assert_eq!(entries(&written), [full, days, open]);
    assert_eq!(written.matches("BEGIN:VTIMEZONE").count(), 2);
    assert!(!written.replace("\r\n", "").contains(['\r', '\n']), "{written}");
}

#[test]
fn another_program_reads_the_same() {
    let title = "新竹 and Cupertino, ".repeat(9);
    let when = timed("2027-10-14T19:30", None, "Asia/Taipei");
    let written = write("Exchanges", &[entry("a", title.trim_end(), when)], stamp());
    let mut calendars = ical::IcalParser::new(written.as_bytes());
    let calendar = calendars.next().unwrap().unwrap();
    assert!(calendars.next().is_none());
    let properties = &calendar.events[0].properties;
    let value = |name: &str| properties.iter().find(|one| one.name == name).unwrap().value.clone().unwrap();
    assert_eq!(value("SUMMARY").replace("\\,", ","), title.trim_end());
    assert_eq!(
        (value("DTSTART"), value("DTSTAMP")),
        ("20271014T193000".to_owned(), "20261123T200000Z".to_owned())
    );
    let zone = &calendar.timezones[0];
    assert_eq!(zone.properties[0].value.as_deref(), Some("Asia/Taipei"));
    assert_eq!(zone.transitions.len(), 1);
}

#[test]
fn a_later_doubled_time_stays_the_same_moment() {
    let mut when = Timed {
        starts: "2027-11-07T01:30".parse().unwrap(),
        ends: None,
        zone: host(),
        fold: Some(Fold::Later),
    };
    let later = entry("a", "Late", When::Timed(when.clone()));
    assert_eq!(entries(&write("x", &[later], stamp()))[0].when, When::Timed(when.clone()));
    when.fold = Some(Fold::Earlier);
    let earlier = entry("a", "Early", When::Timed(when.clone()));
    assert_eq!(entries(&write("x", &[earlier], stamp()))[0].when, When::Timed(when));
}

#[test]
fn times_are_read_as_programs_write_them() {
    for (lines, expected) in [
        (&["DTSTART:20270501T170000Z"][..], timed("2027-05-01T10:00", None, "America/Los_Angeles")),
        (
            &["DTSTART:20270501T100000", "DURATION:PT1H30M"],
            timed("2027-05-01T10:00", Some("2027-05-01T11:30"), "America/Los_Angeles"),
        ),
        (
            &["DTSTART;TZID=Tokyo Standard Time:20270501T100000"],
            timed("2027-05-01T10:00", None, "Asia/Tokyo"),
        ),
        (
            &[
                "DTSTART;TZID=\"America/Los_Angeles\":20270501T100000",
                "DTEND;TZID=Asia/Tokyo:20270502T190000",
            ],
            timed("2027-05-01T10:00", Some("2027-05-02T03:00"), "America/Los_Angeles"),
        ),
        (
            &["DTSTART;VALUE=DATE:20270501"],
            When::Days { first: "2027-05-01".parse().unwrap(), last: "2027-05-01".parse().unwrap() },
        ),
        (
            &["DTSTART:20270501", "DTEND:20270503"],
            When::Days { first: "2027-05-01".parse().unwrap(), last: "2027-05-02".parse().unwrap() },
        ),
        (
            &["DTSTART:20270501", "DURATION:P1W"],
            When::Days { first: "2027-05-01".parse().unwrap(), last: "2027-05-07".parse().unwrap() },
        ),
    ] {
        assert_eq!(event(lines).when, expected, "{lines:?}");
    }
}

#[test]
fn a_repeated_event_has_its_rule_and_what_is_left_out() {
    let festival = event(&[
        "DTSTART:20270424T100000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SA;BYMONTH=4;WKST=SU",
        "EXDATE:20280429T100000,20290428T100000",
    ]);
    let repeats = festival.repeats.unwrap();
    assert_eq!(repeats.rule, "FREQ=YEARLY;BYMONTH=4;BYDAY=-1SA".parse::<RepeatRule>().unwrap());
    assert_eq!(repeats.except, ["2028-04-29".parse().unwrap(), "2029-04-28".parse().unwrap()]);
    let moved = event(&["DTSTART:20280506T100000", "RECURRENCE-ID:20280429T100000"]);
    assert_eq!(moved.in_place_of, Some(timed("2028-04-29T10:00", None, "America/Los_Angeles")));
}

#[test]
fn what_is_wrong_is_told_by_line() {
    for (lines, line, phrases) in [
        (
            &["UID:1", "SUMMARY:a", "DTSTART;TZID=Mars/Olympus:20270501T100000"][..],
            6,
            &["Mars/Olympus", "no time zone"][..],
        ),
        (&["UID:1", "SUMMARY:a", "DTSTART:tomorrow"], 6, &["tomorrow", "20270501"]),
        (&["UID:1", "SUMMARY:a", "DTSTART:20270229"], 6, &["20270229"]),
        (
            &["UID:1", "SUMMARY:a", "DTSTART:20270501T100000", "DTEND:20270501T090000"],
            7,
            &["before it starts"],
        ),
        (&["UID:1", "SUMMARY:a", "DTSTART:20270501", "DTEND:20270501T090000"], 7, &["both be days"]),
        (&["UID:1", "SUMMARY:a", "DTSTART:20270314T023000"], 6, &["2027-03-14T02:30", "set forward"]),
        (&["UID:1", "SUMMARY:a", "DTSTART:20270501", "RRULE:FREQ=DAILY"], 7, &["FREQ=DAILY"]),
        (&["UID:1", "SUMMARY:a", "DTSTART:20270501", "RDATE:20270502"], 7, &["RDATE", "one by one"]),
        (&["UID:1", "SUMMARY:a", "DTSTART:20270501", "GEO:95;10"], 7, &["95;10"]),
        (&["UID:1", "SUMMARY:a", "DTSTART:20270501", "STATUS:MAYBE"], 7, &["MAYBE", "TENTATIVE"]),
        (&["UID:1", "SUMMARY:a", "SUMMARY:b", "DTSTART:20270501"], 6, &["twice"]),
        (&["SUMMARY:a", "DTSTART:20270501"], 3, &["UID"]),
        (&["UID:1", "DTSTART:20270501"], 3, &["SUMMARY"]),
        (&["UID:1", "SUMMARY:a"], 3, &["DTSTART"]),
        (&["UID:1", "SUMMARY:a", "DTSTART:20270501", "what is this"], 7, &["colon"]),
        (&["UID:1", "SUMMARY:a", "DTSTART:20270501", "X-SIGNPOST-KIND:party"], 7, &["party", "delegation"]),
        (&["UID:1", "SUMMARY:a", "DTSTART:20270501", "DTEND:20270502", "DURATION:P1D"], 8, &["DURATION"]),
        (&["UID:1", "SUMMARY:a", "DTSTART:20270501", "BEGIN:VALARM"], 8, &["VALARM"]),
    ] {
        let told = faults(&calendar(lines));
        let start = format!("events.ics:{line}: ");
        let found = told
            .iter()
            .any(|fault| fault.starts_with(&start) && phrases.iter().all(|phrase| fault.contains(phrase)));
        assert!(found, "{lines:?}: {told:?}");
    }
    assert_eq!(faults("Title,Day\nVisit,2027\n").len(), 3);
    assert!(faults("").iter().any(|fault| fault.contains("BEGIN:VCALENDAR")));
    assert!(faults("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n").iter().any(|fault| fault.contains("cut off")));
}

#[test]
fn every_fault_is_told_at_once_and_what_is_not_ours_is_passed_over() {
    let text = calendar(&["UID:1", "DTSTART:never", "STATUS:MAYBE", "SUMMARY:"]);
    assert_eq!(faults(&text).len(), 2, "{:?}", faults(&text));
    let alarm = event(&[
        "DTSTART:20270501",
        "BEGIN:VALARM",
        "DTSTART:nonsense",
        "END:VALARM",
        "ATTENDEE:mailto:a@example.org",
    ]);
    assert_eq!(alarm.title.as_str(), "Visit");
    let named = "BEGIN:VCALENDAR\nX-WR-CALNAME:Town, hall\nX-WR-TIMEZONE:Asia/Tokyo\nBEGIN:VEVENT\nUID:1\nSUMMARY:a\nDTSTART:20270501T010000Z\nEND:VEVENT\nEND:VCALENDAR\n";
    let calendar = read("events.ics", named.as_bytes(), &host()).unwrap();
    let [Found { line, entry }] = calendar.entries.as_slice() else { panic!("one event") };
    assert_eq!((*line, &entry.when), (4, &timed("2027-05-01T10:00", None, "Asia/Tokyo")));
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(lines in proptest::collection::vec("(BEGIN:|END:|DTSTART|;TZID=|RRULE:|EXDATE:|[^\\n]{0,20})*", 0..20), bytes: Vec<u8>) {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:a\nDTSTART:20270501\n{}", lines.join("\n"));
        drop(read("events.ics", text.as_bytes(), &host()));
        drop(read("events.ics", &bytes, &host()));
    }

    #[test]
    fn every_entry_comes_back(
        title in "[^\\p{Cc}\\s]([^\\p{Cc}]{0,80}[^\\p{Cc}\\s])?",
        description in proptest::option::of("[^\\p{Cc}]{0,60}x(\\n[^\\p{Cc}]{0,60}x){0,3}"),
        minutes in 0_i64..2_000_000,
        length in proptest::option::of(1_i64..100_000),
        zone in proptest::sample::select(vec!["Asia/Tokyo", "Asia/Kolkata", "America/Los_Angeles", "Europe/Rome"]),
    ) {
        let starts = jiff::civil::DateTime::constant(2026, 1, 1, 0, 0, 0, 0) + jiff::SignedDuration::from_mins(minutes);
        let ends = length.map(|length| starts + jiff::SignedDuration::from_mins(length));
        let when = When::Timed(Timed { starts, ends, zone: zone.parse().unwrap(), fold: None });
        prop_assume!(when.check().is_ok());
        prop_assume!(title.split_whitespace().collect::<Vec<_>>().join(" ") == title);
        let mut made = entry("a", &title, when);
        made.description = description;
        made.status = Some(Status::Confirmed);
        prop_assert_eq!(entries(&write("x", std::slice::from_ref(&made), stamp())), vec![made]);
    }
}
