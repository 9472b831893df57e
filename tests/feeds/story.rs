//! Somebody subscribes to the calendar, staff move, rename and cancel: after each poll the calendar program shows what
//! the page shows.

use std::process::Command;

use signpost_core::database::TestDatabase;
use signpost_tests::{Server, calendar_facts, checkout, program};

use crate::client::Client;

const NOW: &str = "2026-11-23T20:00:00Z";

/// Runs a command of the staff that must work.
#[track_caller]
fn staff(database: &TestDatabase, arguments: &[&str]) {
    let ran = Command::new(program("signpost").unwrap())
        .args(arguments)
        .env("DATABASE_URL", database.url())
        .env("SIGNPOST_CLOCK", NOW)
        .env("SIGNPOST_ACTOR", "Mei Lin")
        .output()
        .unwrap();
    assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
}

/// What staff do, and what the calendar then shows of the talks: start, whether it is on, what it is called.
type Step<'a> = (&'a [&'a [&'a str]], &'a [[&'a str; 3]]);

const STORY: [Step<'static>; 6] = [
    (
        &[
            &["exchange", "publish", "talk-2027-03-05"],
            &["exchange", "repeat", "talk-2027-03-05", "--every", "week", "--count", "4", "--series", "talk"],
            &["exchange", "publish", "talk-2027-03-12"],
            &["exchange", "publish", "talk-2027-03-19"],
            &["exchange", "publish", "talk-2027-03-26"],
        ],
        &[
            ["2027-03-06T02:00", "CONFIRMED", "Talk"],
            ["2027-03-13T02:00", "CONFIRMED", "Talk"],
            ["2027-03-20T01:00", "CONFIRMED", "Talk"],
            ["2027-03-27T01:00", "CONFIRMED", "Talk"],
        ],
    ),
    (
        &[&["exchange", "move", "talk-2027-03-12", "--to", "2027-03-15T19:00"]],
        &[
            ["2027-03-06T02:00", "CONFIRMED", "Talk"],
            ["2027-03-16T02:00", "CONFIRMED", "Talk"],
            ["2027-03-20T01:00", "CONFIRMED", "Talk"],
            ["2027-03-27T01:00", "CONFIRMED", "Talk"],
        ],
    ),
    (
        &[&["exchange", "cancel", "talk-2027-03-19", "--because", "The hall is closed"]],
        &[
            ["2027-03-06T02:00", "CONFIRMED", "Talk"],
            ["2027-03-16T02:00", "CONFIRMED", "Talk"],
            ["2027-03-20T01:00", "CANCELLED", "Cancelled: Talk"],
            ["2027-03-27T01:00", "CONFIRMED", "Talk"],
        ],
    ),
    (
        &[&["exchange", "correct", "talk-2027-03-26", "--title", "Farewell"]],
        &[
            ["2027-03-06T02:00", "CONFIRMED", "Talk"],
            ["2027-03-16T02:00", "CONFIRMED", "Talk"],
            ["2027-03-20T01:00", "CANCELLED", "Cancelled: Talk"],
            ["2027-03-27T01:00", "CONFIRMED", "Farewell"],
        ],
    ),
    (
        &[
            &["exchange", "cancel", "talk-2027-03-05", "--because", "No speaker"],
            &["exchange", "cancel", "talk-2027-03-12", "--because", "No speaker"],
            &["exchange", "cancel", "talk-2027-03-26", "--because", "No speaker"],
        ],
        &[
            ["2027-03-06T02:00", "CANCELLED", "Cancelled: Talk"],
            ["2027-03-16T02:00", "CANCELLED", "Cancelled: Talk"],
            ["2027-03-20T01:00", "CANCELLED", "Cancelled: Talk"],
            ["2027-03-27T01:00", "CANCELLED", "Cancelled: Farewell"],
        ],
    ),
    (
        &[&["exchange", "unpublish", "talk-2027-03-19"]],
        &[
            ["2027-03-06T02:00", "CANCELLED", "Cancelled: Talk"],
            ["2027-03-16T02:00", "CANCELLED", "Cancelled: Talk"],
            ["2027-03-27T01:00", "CANCELLED", "Cancelled: Farewell"],
        ],
    ),
];

#[tokio::test]
async fn a_calendar_program_shows_what_the_page_shows() {
    let database = TestDatabase::create().await.unwrap();
    staff(&database, &["import", checkout().join("demo/cupertino").to_str().unwrap()]);
    staff(
        &database,
        &[
            "exchange",
            "schedule",
            "Talk",
            "--name",
            "talk-2027-03-05",
            "--kind",
            "educational",
            "--direction",
            "local",
            "--starts",
            "2027-03-05T18:00",
            "--ends",
            "2027-03-05T19:00",
            "--partner",
            "hsinchu",
        ],
    );
    let server = Server::start(&database, NOW).await.unwrap();
    let mut client = Client::default();
    for (place, (commands, shown)) in STORY.iter().enumerate() {
        for command in *commands {
            staff(&database, command);
        }
        let text = server.page("/calendar.ics?kind=educational").await.unwrap();
        let facts = calendar_facts(&[text]).await.unwrap().remove(0);
        client.poll(&facts);
        let happenings = facts["happenings"].as_array().unwrap();
        let mut seen: Vec<[String; 3]> = happenings
            .iter()
            .map(|one| ["starts", "status", "summary"].map(|name| one[name].as_str().unwrap().to_owned()))
            .filter(|[starts, ..]| starts.starts_with("2027-03"))
            .map(|[starts, status, summary]| [starts[..16].to_owned(), status, summary])
            .collect();
        seen.sort();
        assert_eq!(seen, *shown, "step {place}");
        assert!(client.shows().len() >= shown.len() - 1, "step {place}");
        same_as_the_page(&server, shown).await;
    }
}

/// Asserts that the list of the site names the same exchanges, and says of the same ones that they are off.
async fn same_as_the_page(server: &Server, shown: &[[&str; 3]]) {
    let page = server.page("/exchanges?kind=educational").await.unwrap();
    let off = page.matches("status-off").count();
    let cancelled = shown.iter().filter(|[_, status, _]| *status == "CANCELLED").count();
    assert_eq!(off, cancelled, "cancelled on the page");
    for [starts, _, summary] in shown {
        let title = summary.trim_start_matches("Cancelled: ");
        assert!(page.contains(title), "{title} at {starts} is not on the page");
    }
    assert_eq!(page.matches("href=\"/exchanges/talk-").count(), shown.len(), "exchanges on the page");
}
