//! Exchanges, from the plan to the record.

use serde_json::json;

use crate::staff::{Desk, Ran};

impl Desk {
    /// Runs a command that writes, as Mei Lin, and that must work.
    #[track_caller]
    fn writes(&self, arguments: &[&str]) -> Ran {
        let ran = self.run(&[arguments, &["--actor", "Mei Lin"]].concat());
        assert_eq!(ran.code, 0, "{}", ran.words);
        ran
    }

    /// Runs a command that would write, and that is refused with these words.
    #[track_caller]
    fn refused(&self, arguments: &[&str], phrases: &[&str]) {
        self.run(&[arguments, &["--actor", "Mei Lin"]].concat()).refuses(1, phrases);
    }
}

const CONCERT: [&str; 11] = [
    "exchange",
    "schedule",
    "Sakura concert",
    "--partner",
    "豊川市",
    "--kind",
    "cultural",
    "--direction",
    "local",
    "--venue",
    "Quinlan Center",
];

fn concert<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&CONCERT[..], more].concat()
}

#[tokio::test]
async fn one_exchange_from_plan_to_record() {
    let desk = Desk::with_demonstration().await;
    desk.writes(&concert(&["--starts", "2026-12-03T14:00", "--ends", "16:00"]));
    let show = || desk.json(&["exchange", "show", "sakura-concert-2026"]);
    let planned = show();
    assert_eq!(planned["published_at"], json!(null));
    assert_eq!(planned["partners"], json!(["toyokawa"]));
    assert_eq!(planned["when"]["zone"], "America/Los_Angeles");
    desk.writes(&["exchange", "publish", "sakura-concert-2026", "--at", "2026-12-01"]);
    assert_eq!(show()["published_at"], "2026-12-01T08:00:00Z");
    let to = ["--to", "2026-11-20T14:00", "--ends", "16:00", "--because", "the hall is taken"];
    desk.writes(&[&["exchange", "postpone", "sakura-concert-2026"][..], &to].concat());
    let postponed = show();
    assert_eq!((&postponed["status"], &postponed["sequence"]), (&json!("postponed"), &json!(1)));
    assert_eq!(postponed["previously"]["starts"], "2026-12-03T14:00:00");
    desk.refused(
        &["exchange", "record", "sakura-concert-2026", "--students", "3", "--people", "2"],
        &["2 people", "--people"],
    );
    let people = ["--students", "16", "--chaperones", "3", "--led-by", "Mayor Moore"];
    desk.writes(&[&["exchange", "record", "sakura-concert-2026"][..], &people].concat());
    let held = show();
    assert_eq!(
        (&held["status"], &held["people"], &held["leader"]),
        (&json!("confirmed"), &json!(19), &json!("Mayor Moore"))
    );
    desk.writes(&["exchange", "unpublish", "sakura-concert-2026"]);
    desk.refused(&["exchange", "unpublish", "sakura-concert-2026"], &["sakura-concert-2026", "not public"]);
    let unasked = desk.run(&["exchange", "remove", "sakura-concert-2026", "--actor", "Mei Lin"]);
    assert!(unasked.code == 1 && unasked.words.contains("--yes"), "{}", unasked.words);
    desk.writes(&["exchange", "remove", "sakura-concert-2026", "--yes"]);
    desk.run(&["exchange", "show", "sakura-concert-2026"]).refuses(1, &["no exchange"]);
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_the_way_out() {
    let desk = Desk::with_demonstration().await;
    let before = desk.changes().await;
    for (more, phrases) in [
        (&["--starts", "2027-03-14T02:30"][..], &["--starts", "2027-03-14T02:30", "set forward"][..]),
        (&["--starts", "2027-11-07T01:30"], &["happens twice", "--fold earlier"]),
        (&["--starts", "2027-05-01T10:00", "--ends", "09:00"], &["--ends", "before it starts"]),
        (&["--starts", "2027-05-01T10:00", "--zone", "Asia/Toyko"], &["Asia/Toyko", "Asia/Tokyo"]),
        (&["--starts", "2027-02-29"], &["--starts", "2027-02-29"]),
        (&["--starts", "2027-05-01", "--partner", "toyokowa"], &["toyokowa", "toyokawa"]),
        (&["--starts", "2027-05-01", "--organizer", "Nobody"], &["--organizer", "Nobody"]),
    ] {
        desk.refused(&concert(more), phrases);
    }
    let title =
        ["exchange", "schedule", "豊川", "--kind", "cultural", "--direction", "local", "--starts", "2027"];
    desk.refused(&title, &["豊川", "--name"]);
    desk.refused(&["exchange", "record", "cherry-blossom-2099", "--people", "1"], &["cherry-blossom-2099"]);
    assert_eq!(desk.changes().await, before);
}

#[tokio::test]
async fn a_doubled_time_says_which_is_meant() {
    let desk = Desk::with_demonstration().await;
    desk.writes(&concert(&["--starts", "2027-11-07T01:30", "--fold", "later"]));
    let times = desk.json(&["exchange", "show", "sakura-concert-2027"])["times"].clone();
    assert_eq!(times, json!(["2027-11-07 18:30 in Toyokawa"]));
}

#[tokio::test]
async fn a_cancelled_exchange_stays_and_is_confirmed_again() {
    let desk = Desk::with_demonstration().await;
    desk.writes(&concert(&["--starts", "2027-04-03"]));
    let name = "sakura-concert-2027";
    desk.writes(&["exchange", "cancel", name, "--because", "no hall"]);
    desk.refused(
        &["exchange", "move", name, "--to", "2027-04-04"],
        &["cancelled", "signpost exchange confirm"],
    );
    desk.refused(&["exchange", "record", name, "--people", "4"], &["cancelled"]);
    desk.writes(&["exchange", "confirm", name]);
    desk.refused(&["exchange", "record", name, "--people", "4"], &["2027-04-03", "not begun"]);
    desk.writes(&["exchange", "move", name, "--to", "2027-04-04"]);
    desk.writes(&["exchange", "correct", name, "--starts", "2027-04-05", "--title", "Spring concert"]);
    let shown = desk.json(&["exchange", "show", name]);
    assert_eq!((&shown["title"], &shown["sequence"]), (&json!("Spring concert"), &json!(4)));
    assert_eq!(shown["previously"]["first"], "2027-04-03");
}

#[tokio::test]
async fn a_series_is_made_ahead_and_none_twice() {
    let desk = Desk::with_demonstration().await;
    desk.writes(&concert(&["--starts", "2027-04-24T14:00", "--ends", "16:00"]));
    let every = ["--every", "year", "--on", "last weekend of April"];
    desk.writes(&[&["exchange", "repeat", "sakura-concert-2027"][..], &every].concat());
    let days = || {
        let list = desk.json(&["exchange", "list", "--partner", "toyokawa", "--from", "2027"]);
        let rows = list.as_array().unwrap().iter().filter(|row| row["title"] == "Sakura concert");
        rows.map(|row| row["when"]["starts"].as_str().unwrap()[..10].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(days(), ["2027-04-24", "2028-04-29"]);
    desk.writes(&["exchange", "move", "sakura-concert-2028", "--to", "2028-05-06T14:00"]);
    let again = desk.writes(&["exchange", "repeat", "sakura-concert-2027"]);
    assert!(again.words.contains("nothing was written"), "{}", again.words);
    let later = desk
        .command(&["exchange", "repeat", "sakura-concert-2027", "--actor", "Mei Lin"])
        .env("SIGNPOST_CLOCK", "2028-01-01T20:00:00Z")
        .output()
        .unwrap();
    assert!(later.status.success());
    assert_eq!(days(), ["2027-04-24", "2028-05-06", "2029-04-28"]);
    desk.refused(
        &["exchange", "repeat", "sakura-concert-2027", "--every", "month", "--on", "first Monday"],
        &["2027-04-24", "no day of the rule"],
    );
}

#[tokio::test]
async fn a_series_follows_a_rule_and_ends_by_day_or_by_number() {
    let desk = &Desk::with_demonstration().await;
    let starts = |name: &'static str, first: &str| {
        desk.writes(&concert(&["--name", name, "--starts", first, "--ends", "20:00"]));
        move || {
            let list = desk.json(&["exchange", "list", "--from", "2027", "--until", "2028"]);
            let rows = list.as_array().unwrap().clone().into_iter();
            let rows = rows.filter(|row| row["slug"].as_str().unwrap().starts_with(name));
            rows.map(|row| row["when"]["starts"].as_str().unwrap()[..10].to_owned()).collect::<Vec<_>>()
        }
    };
    let by_rule = starts("ruled", "2027-01-12T18:00");
    desk.writes(&["exchange", "repeat", "ruled", "--rule", "FREQ=MONTHLY;BYDAY=2TU;COUNT=3"]);
    assert_eq!(by_rule(), ["2027-01-12", "2027-02-09", "2027-03-09"]);
    let by_day = starts("until", "2027-02-01T18:00");
    desk.writes(&["exchange", "repeat", "until", "--every", "2 weeks", "--until", "2027-03-01"]);
    assert_eq!(by_day(), ["2027-02-01", "2027-02-15", "2027-03-01"]);
    let by_number = starts("number", "2027-01-31T18:00");
    desk.writes(&["exchange", "repeat", "number", "--every", "month", "--count", "3"]);
    assert_eq!(by_number(), ["2027-01-31", "2027-03-31", "2027-05-31"]);
    for (more, phrases) in [
        (&["--rule", "FREQ=HOURLY"][..], ["--rule", "FREQ"]),
        (&["--every", "month", "--count", "0"], ["--count", "0"]),
        (&["--every", "month", "--until", "2026-01-01"], ["2026-01-01", "2027-01-12"]),
    ] {
        desk.refused(&[&["exchange", "repeat", "ruled"][..], more].concat(), &phrases);
    }
}

#[tokio::test]
async fn a_series_keeps_its_hour_over_a_change_of_clocks() {
    let desk = Desk::with_demonstration().await;
    desk.writes(&concert(&["--starts", "2027-03-07T18:00", "--ends", "20:00"]));
    desk.writes(&["exchange", "repeat", "sakura-concert-2027", "--every", "week", "--count", "3"]);
    let list = desk.json(&["exchange", "list", "--partner", "toyokawa", "--from", "2027-03"]);
    let rows = list.as_array().unwrap().iter().filter(|row| row["title"] == "Sakura concert");
    let names: Vec<&str> = rows.map(|row| row["slug"].as_str().unwrap()).collect();
    let times = |name: &&str| desk.json(&["exchange", "show", name])["times"][0].as_str().unwrap().to_owned();
    let partner = names.iter().map(times).collect::<Vec<_>>();
    assert_eq!(
        partner,
        ["2027-03-08 11:00 in Toyokawa", "2027-03-15 10:00 in Toyokawa", "2027-03-22 10:00 in Toyokawa"]
    );
    // An hour that one of them would lack, or have twice.
    for (name, first, phrases) in [
        ("skipped", "2027-03-07T02:30", ["2027-03-14T02:30", "set forward"]),
        ("doubled", "2027-10-31T01:30", ["2027-11-07T01:30", "happens twice"]),
    ] {
        desk.writes(&concert(&["--name", name, "--starts", first]));
        let repeat = ["exchange", "repeat", name, "--every", "week", "--count", "3"];
        desk.refused(&repeat, &[&phrases[..], &["--until"]].concat());
        desk.writes(&["exchange", "repeat", name, "--every", "week", "--until", &first[..10]]);
    }
}

#[tokio::test]
async fn likely_duplicates_are_found() {
    let desk = Desk::with_demonstration().await;
    assert_eq!(desk.run(&["exchange", "duplicates"]).code, 0);
    desk.writes(&concert(&["--starts", "2027-04-03"]));
    desk.writes(&[
        "exchange",
        "schedule",
        "Sakura Concert 2027!",
        "--name",
        "again",
        "--partner",
        "toyokawa",
        "--kind",
        "cultural",
        "--direction",
        "local",
        "--starts",
        "2027-04-04",
    ]);
    let found = desk.run(&["exchange", "duplicates", "--format", "csv"]);
    assert_eq!((found.code, found.data.as_str()), (3, "one,other,days_apart\nsakura-concert-2027,again,1\n"));
}

#[tokio::test]
async fn a_preview_is_a_link_that_ends_and_can_be_withdrawn() {
    let desk = Desk::with_demonstration().await;
    desk.writes(&concert(&["--starts", "2027-04-03"]));
    let name = "sakura-concert-2027";
    let made =
        desk.writes(&["exchange", "preview", name, "--for", "3d", "--site", "https://cities.example.org/"]);
    assert!(made.words.contains("Until 2026-11-26"), "{}", made.words);
    let link = made.words.split("https://cities.example.org/preview/").nth(1).unwrap();
    assert_eq!(link.split_whitespace().next().unwrap().len(), 32);
    let owner = desk.database.owner().unwrap();
    let kept: String = sqlx::query_scalar("select token_hash || expires_at::text from preview")
        .fetch_one(&owner)
        .await
        .unwrap();
    assert!(
        kept.contains("2026-11-27 08:00:00+00") && !kept.contains(link.split_whitespace().next().unwrap()),
        "{kept}"
    );
    desk.refused(&["exchange", "preview", name, "--for", "2y"], &["--for", "a year"]);
    desk.writes(&["exchange", "preview", name, "--withdraw"]);
    desk.refused(&["exchange", "preview", name, "--withdraw"], &[name, "no link"]);
}
