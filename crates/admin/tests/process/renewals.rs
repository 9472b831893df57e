//! Renewals: the Council's packet, the staff's calendar, and the check of the record.

use std::fs;
use std::io::BufReader;

use crate::staff::{Desk, copy_of_demonstration};

#[tokio::test]
async fn a_packet_says_what_is_not_known_and_marks_what_must_be_filled_in() {
    let desk = Desk::with_demonstration().await;
    let packet = desk.run(&["renewal", "packet", "臺中市"]);
    assert_eq!(packet.code, 0, "{}", packet.words);
    for phrase in [
        "# Taichung, Taiwan: renewal of the friendship",
        "in 2025, day not on record",
        "none recorded; the record is incomplete",
        "| Sponsor | not on record |",
        "Its sponsor is not on record, and the policy asks for one.",
        "**\\[ first day of the new term: in 2027, day not on record \\]**",
        "Cupertino-Taichung Friendship Cities Association",
    ] {
        assert!(packet.data.contains(phrase), "no {phrase:?} in:\n{}", packet.data);
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("taichung.html");
    let file = file.to_str().unwrap();
    let written = desk.run(&["renewal", "packet", "taichung", "--format", "html", "--output", file]);
    assert_eq!((written.code, written.data.as_str()), (0, ""), "{}", written.words);
    let page = fs::read_to_string(file).unwrap();
    assert!(page.starts_with("<!doctype html>") && page.contains("<mark>[ number ]</mark>"), "{page}");
    assert!(!page.contains("<script") && !page.contains("src=") && !page.contains("<link"), "{page}");
}

#[tokio::test]
async fn a_sister_city_has_nothing_to_renew() {
    let desk = Desk::with_demonstration().await;
    desk.run(&["renewal", "packet", "hsinchu"])
        .refuses(1, &["Hsinchu", "signpost relationship show hsinchu"]);
}

/// The entries of a calendar, as another reader has them: identifier, day, summary.
fn entries(text: &str) -> Vec<[String; 3]> {
    let mut calendars = ical::IcalParser::new(BufReader::new(text.as_bytes()));
    let calendar = calendars.next().unwrap().unwrap();
    assert!(calendars.next().is_none());
    let value = |event: &ical::parser::ical::component::IcalEvent, name: &str| {
        event.properties.iter().find(|property| property.name == name).unwrap().value.clone().unwrap()
    };
    calendar.events.iter().map(|event| ["UID", "DTSTART", "SUMMARY"].map(|name| value(event, name))).collect()
}

#[tokio::test]
async fn a_calendar_counts_from_the_first_possible_day_and_keeps_its_identifiers() {
    let desk = Desk::with_demonstration().await;
    let calendar = desk.run(&["renewal", "calendar"]);
    assert_eq!(calendar.code, 0, "{}", calendar.words);
    let first = entries(&calendar.data);
    let expiry =
        first.iter().find(|[_, _, summary]| summary.contains("Taichung: friendship may end")).unwrap();
    assert_eq!(expiry[1], "20270101");
    assert!(expiry[2].contains("end day not on record"), "{expiry:?}");
    let mut later = desk.command(&["renewal", "calendar"]);
    later.env("SIGNPOST_CLOCK", "2026-12-24T20:00:00Z");
    let later: crate::staff::Ran = later.output().unwrap().into();
    assert_eq!(entries(&later.data), first);
    assert!(calendar.data.lines().all(|line| line.len() <= 75), "{}", calendar.data);
}

#[tokio::test]
async fn a_renewal_on_record_silences_what_is_due_and_cancels_its_days() {
    let folder = copy_of_demonstration();
    let file = folder.path().join("partners/taichung.toml");
    let more = "\n[[terms]]\nkind = \"friendship\"\nstart = \"2027\"\ncontinues = \"e4970d71-b752-867a-baca-773659d75096\"\nending = \"recorded\"\nend = \"2029\"\nend_cause = \"expiry\"\n";
    fs::write(&file, fs::read_to_string(&file).unwrap() + more).unwrap();
    let desk = Desk::empty().await;
    let imported = desk.run(&["import", folder.path().to_str().unwrap(), "--actor", "Mei Lin"]);
    assert_eq!(imported.code, 0, "{}", imported.words);
    let due = desk.run(&["renewal", "due"]);
    assert!(due.code == 3 && !due.data.contains("taichung"), "{}", due.data);
    let calendar = desk.run(&["renewal", "calendar"]).data.replace("\r\n ", "");
    assert!(calendar.contains("STATUS:CANCELLED") && calendar.contains("Renewed. Taichung"), "{calendar}");
}

#[tokio::test]
async fn the_check_finds_what_needs_a_person_and_says_what_mends_it() {
    let desk = Desk::with_demonstration().await;
    assert_eq!(desk.run(&["check"]).code, 3);
    let found = desk.json(&["check"]);
    for (name, finding, command) in [
        ("jiangmen", "no-dates", "signpost relationship edit jiangmen"),
        ("taichung", "no-end-day", "signpost relationship edit taichung"),
        ("taichung", "no-sponsor", "signpost relationship edit taichung"),
        ("taipei", "listed-later", "signpost relationship edit taipei"),
        ("students-to-hsinchu-2026", "not-counted", "signpost exchange record students-to-hsinchu-2026"),
    ] {
        let row =
            found.as_array().unwrap().iter().find(|row| row["name"] == name && row["finding"] == finding);
        assert_eq!(row.unwrap_or_else(|| panic!("{name} {finding}"))["command"], command);
    }
    assert!(found.as_array().unwrap().iter().any(|row| row["finding"] == "disputed"));
}
