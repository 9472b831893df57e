//! Notices for a time.

use serde_json::json;

use crate::staff::{Desk, Ran};

fn post(desk: &Desk, words: &[&str]) -> Ran {
    let holidays = ["notice", "post", "holidays", "--title", "Closed over the holidays"];
    desk.run(&[&holidays[..], words, &["--actor", "Mei Lin"]].concat())
}

#[tokio::test]
async fn a_notice_is_posted_for_a_time_by_the_clock_of_the_host_city() {
    let desk = Desk::with_demonstration().await;
    let posted = post(&desk, &["--from", "2026-12-21", "--until", "2027-01-02T08:00"]);
    assert_eq!(posted.code, 0, "{}", posted.words);
    let notice = desk.json(&["notice", "show", "holidays"]);
    assert_eq!(
        (&notice["starts_at"], &notice["ends_at"], &notice["state"]),
        (&json!("2026-12-21T08:00:00Z"), &json!("2027-01-02T16:00:00Z"), &json!("coming"))
    );
}

#[tokio::test]
async fn a_time_that_cannot_be_is_refused() {
    let desk = Desk::with_demonstration().await;
    let before = desk.changes().await;
    for (words, phrases) in [
        (&["--from", "2026-11-22"][..], &["--from 2026-11-22 00:00 is past", "leave it out"][..]),
        (&["--until", "2026-11-23T11:00"], &["--until 2026-11-23 11:00 is not after 2026-11-23 12:00"]),
        (
            &["--from", "2026-12-21", "--until", "2026-12-21"],
            &["--until 2026-12-21 00:00", "give a later one"],
        ),
        (&["--from", "tomorrow"], &["--from", "tomorrow", "2026-12-01"]),
        (&["--until", "2027-03-14T02:30"], &["2027-03-14T02:30", "skipped"]),
    ] {
        post(&desk, words).refuses(1, phrases);
    }
    assert_eq!(desk.changes().await, before);
}
