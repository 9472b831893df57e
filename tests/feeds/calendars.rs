//! Calendars say the same to two readers that are not ours: one in Rust, and ical.js.

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};
use signpost_core::calendar::{self, Entry, SeriesHistory};
use signpost_core::{ExchangeId, Fold, Id, Series, SeriesId, Status, Timed, When};
use signpost_tests::{Site, calendar_facts};

/// What one event says.
fn entry(name: &str, title: &str, when: When) -> Entry {
    Entry {
        status: Some(Status::Confirmed),
        ..Entry::new(name.parse().unwrap(), title.parse().unwrap(), when)
    }
}

fn timed(starts: &str, ends: &str, zone: &str, fold: Option<Fold>) -> When {
    When::Timed(Timed {
        starts: starts.parse().unwrap(),
        ends: Some(ends.parse().unwrap()),
        zone: zone.parse().unwrap(),
        fold,
    })
}

fn days(first: &str, last: &str) -> When {
    When::Days { first: first.parse().unwrap(), last: last.parse().unwrap() }
}

fn written(entries: &[Entry]) -> String {
    calendar::write("Exchanges", entries, Timestamp::UNIX_EPOCH)
}

/// How many events a reader in Rust finds, and their summaries.
fn in_rust(text: &str) -> Vec<String> {
    let calendars: Vec<_> = ical::IcalParser::new(text.as_bytes()).map(Result::unwrap).collect();
    let [calendar] = calendars.as_slice() else { panic!("{} calendars", calendars.len()) };
    let property = |event: &ical::parser::ical::component::IcalEvent| {
        let summary = event.properties.iter().find(|property| property.name == "SUMMARY").unwrap();
        summary.value.clone().unwrap().replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    };
    calendar.events.iter().map(property).collect()
}

/// When an event is, as ical.js gives it back: instants, or days with the day after the last.
fn instants(when: &When) -> (String, String) {
    let instant = |time: jiff::ZonedDateTime| time.timestamp().strftime("%Y-%m-%dT%H:%M:%S.000Z").to_string();
    match when {
        When::Timed(timed) => (instant(timed.start().unwrap()), instant(timed.end().unwrap().unwrap())),
        When::Days { first, last } => (first.to_string(), last.tomorrow().unwrap().to_string()),
        When::Historic(_) => panic!("no calendar has it"),
    }
}

#[tokio::test]
async fn every_kind_of_time_comes_back() {
    let title = "豊川市と新竹市".repeat(42) + "都市交流会";
    assert_eq!(title.chars().count(), 299);
    let cases = [
        timed("2023-11-21T09:00", "2023-11-21T11:00", "Asia/Tokyo", None),
        timed("2021-10-14T19:30", "2021-10-14T21:00", "America/Los_Angeles", None),
        timed("2027-03-14T01:59", "2027-03-14T03:00", "America/Los_Angeles", None),
        timed("2027-11-07T01:30", "2027-11-07T02:30", "America/Los_Angeles", Some(Fold::Earlier)),
        timed("2027-11-07T01:30", "2027-11-07T02:30", "America/Los_Angeles", Some(Fold::Later)),
        timed("2027-10-31T02:30", "2027-10-31T04:00", "Europe/Rome", Some(Fold::Later)),
        timed("2027-12-31T23:30", "2028-01-01T00:30", "Asia/Kolkata", None),
        timed("1978-12-19T10:00", "1978-12-19T12:00", "Asia/Tokyo", None),
        days("2028-02-29", "2028-02-29"),
        days("2027-12-30", "2028-01-02"),
    ];
    let entries: Vec<Entry> = cases
        .iter()
        .enumerate()
        .map(|(place, when)| entry(&format!("{place}"), &title, when.clone()))
        .collect();
    let text = written(&entries);
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "a line is too long");
    assert_eq!(in_rust(&text), vec![title.clone(); cases.len()]);
    let facts = calendar_facts(&[text]).await.unwrap().remove(0);
    for (when, found) in cases.iter().zip(facts["happenings"].as_array().unwrap()) {
        let (starts, ends) = instants(when);
        assert_eq!((&found["starts"], &found["ends"]), (&json!(starts), &json!(ends)), "{when:?}");
        assert_eq!((&found["summary"], &found["status"]), (&json!(title), &json!("CONFIRMED")));
    }
}

/// A weekly talk over a change of clocks, with one that moved, one that is off, and one that is not there.
fn talks() -> (Series, Vec<(ExchangeId, Entry)>) {
    let series = Series {
        id: SeriesId::derived("series", "talks"),
        slug: "talks".parse().unwrap(),
        title: "Talk".parse().unwrap(),
        rule: Some("FREQ=WEEKLY;BYDAY=SU".parse().unwrap()),
        starts: Some("2027-10-24".parse().unwrap()),
        note: None,
    };
    let talk = |day: &str| {
        let when = timed(&format!("{day}T10:00"), &format!("{day}T11:30"), "America/Los_Angeles", None);
        let id = series.id.instance(day.parse::<Date>().unwrap());
        (id, entry(&id.to_string(), "Talk", when))
    };
    let mut talks: Vec<_> =
        ["2027-10-24", "2027-10-31", "2027-11-07", "2027-11-21", "2027-11-28"].map(talk).into();
    talks[1].1.when = timed("2027-11-02T18:00", "2027-11-02T19:00", "America/Los_Angeles", None);
    talks[3].1.status = Some(Status::Cancelled);
    (series, talks)
}

#[tokio::test]
async fn a_series_over_a_change_of_clocks_comes_back() {
    let (series, talks) = talks();
    let history = SeriesHistory { sequence: 3, changed_at: Timestamp::UNIX_EPOCH };
    let entries = calendar::repeated(&series, history, talks.clone());
    let text = written(&entries);
    assert_eq!(in_rust(&text).len(), 3, "one event, and two in place of its days");
    for part in ["RRULE:FREQ=WEEKLY;BYDAY=SU;COUNT=6", "EXDATE;TZID=America/Los_Angeles:20271114T100000"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let alone = calendar::one_of(&series, talks.clone(), talks[1].0).unwrap();
    let facts = calendar_facts(&[text, written(&[alone])]).await.unwrap();
    let happenings = facts[0]["happenings"].as_array().unwrap();
    let mut found: Vec<(&str, &str)> = happenings
        .iter()
        .map(|one| (one["starts"].as_str().unwrap(), one["status"].as_str().unwrap()))
        .collect();
    found.sort_unstable();
    let mut expected: Vec<(String, &str)> = talks
        .iter()
        .map(|(_, entry)| {
            let status = if entry.status == Some(Status::Cancelled) { "CANCELLED" } else { "CONFIRMED" };
            (instants(&entry.when).0, status)
        })
        .collect();
    expected.sort_unstable();
    let expected: Vec<(&str, &str)> =
        expected.iter().map(|(starts, status)| (starts.as_str(), *status)).collect();
    assert_eq!(found, expected);
    let alone = &facts[1]["events"][0];
    let moved = |fact: &Value| fact["uid"] == alone["uid"] && fact["replaces"] == alone["replaces"];
    assert!(facts[0]["events"].as_array().unwrap().iter().any(moved), "by itself it has the same identity");
}

#[tokio::test]
async fn every_calendar_of_the_site_is_read() {
    let site = Site::start().await.unwrap();
    let data: Value = serde_json::from_str(&site.any_page("/data/exchanges.json").await.unwrap()).unwrap();
    let exchanges = data["exchanges"].as_array().unwrap();
    let slugs = exchanges
        .iter()
        .map(|exchange| format!("/exchanges/{}/calendar.ics", exchange["slug"].as_str().unwrap()));
    let mut paths: Vec<String> = slugs.collect();
    let singles = paths.len();
    paths.extend(
        [
            "/calendar.ics",
            "/calendar.ics?partner=toyokawa&kind=student-exchange",
            "/calendar.ics?direction=online",
            "/partners/copertino/calendar.ics",
            "/partners/nanjing/calendar.ics",
        ]
        .map(str::to_owned),
    );
    let mut calendars = Vec::new();
    for path in &paths {
        calendars.push(site.any_page(path).await.unwrap());
    }
    let facts = calendar_facts(&calendars).await.unwrap();
    for (path, (text, facts)) in paths.iter().zip(calendars.iter().zip(&facts)) {
        let events = facts["events"].as_array().unwrap();
        let summaries: Vec<&str> = events.iter().map(|event| event["summary"].as_str().unwrap()).collect();
        assert_eq!(in_rust(text), summaries, "{path}");
        assert_eq!(facts["refresh"], "PT240M", "{path}");
    }
    for (exchange, facts) in exchanges.iter().zip(&facts[..singles]) {
        let has_day = exchange["starts"].as_str().unwrap().len() >= 10;
        let events = facts["events"].as_array().unwrap();
        assert_eq!(events.len(), usize::from(has_day), "{exchange}");
        if let Some(event) = events.first() {
            assert!(event["summary"].as_str().unwrap().contains(exchange["title"].as_str().unwrap()));
            assert_eq!(event["location"], exchange["venue"], "{exchange}");
            assert_eq!(event["status"] == "CANCELLED", exchange["status"] == "cancelled", "{exchange}");
        }
    }
    let all = facts[singles]["events"].as_array().unwrap().len();
    let with_days: usize =
        facts[..singles].iter().map(|facts| facts["events"].as_array().unwrap().len()).sum();
    assert_eq!(all, with_days, "the calendar of all holds each");
}
