//! Partners and pages, added, renamed, published and removed.

use std::fs;

use serde_json::{Value, json};

use crate::staff::{Desk, Ran};

const MEI: [&str; 2] = ["--actor", "Mei Lin"];

/// Runs a command that must work.
#[track_caller]
fn done(desk: &Desk, arguments: &[&str]) -> Ran {
    let ran = desk.run(&[arguments, &MEI].concat());
    assert_eq!(ran.code, 0, "{}", ran.words);
    ran
}

fn kyoto(desk: &Desk) -> Value {
    desk.json(&["partner", "show", "kyoto"])
}

const ADD: [&str; 15] = [
    "partner",
    "add",
    "kyoto",
    "--name",
    "Kyoto",
    "--country",
    "JP",
    "--country-label",
    "Japan",
    "--time-zone",
    "Asia/Tokyo",
    "--latitude",
    "35.0116",
    "--longitude",
    "135.7681",
];

#[tokio::test]
async fn a_partner_is_private_until_published_and_goes_as_it_came() {
    let desk = Desk::with_demonstration().await;
    done(&desk, &ADD);
    assert_eq!(kyoto(&desk)["published_at"], Value::Null);
    done(&desk, &["partner", "publish", "kyoto", "--at", "2026-12-01"]);
    assert_eq!(kyoto(&desk)["published_at"], "2026-12-01T08:00:00Z");
    done(&desk, &["partner", "publish", "kyoto"]);
    assert_eq!(kyoto(&desk)["published_at"], "2026-11-23T20:00:00Z");
    let again = desk.run(&[&["partner", "publish", "kyoto"][..], &MEI].concat());
    again.refuses(1, &["Kyoto is public already, since 2026-11-23T20:00:00Z"]);
    done(&desk, &["partner", "unpublish", "kyoto"]);
    done(&desk, &["partner", "remove", "kyoto", "--yes"]);
    desk.run(&["partner", "show", "kyoto"]).refuses(1, &["there is no partner `kyoto`"]);
}

#[tokio::test]
async fn a_partner_with_a_history_keeps_its_page() {
    let desk = Desk::with_demonstration().await;
    let remove = desk.run(&[&["partner", "remove", "taipei", "--yes"][..], &MEI].concat());
    remove.refuses(1, &["Taipei has a history", "signpost partner unpublish taipei"]);
}

#[tokio::test]
async fn a_renamed_partner_is_found_by_its_former_name() {
    let desk = Desk::with_demonstration().await;
    done(&desk, &["partner", "rename", "new-taipei", "xinbei"]);
    assert_eq!(desk.json(&["partner", "show", "new-taipei"])["slug"], "xinbei");
    done(&desk, &["partner", "rename", "new-taipei", "new-taipei"]);
    assert_eq!(desk.json(&["partner", "show", "xinbei"])["slug"], "new-taipei");
    let taken = desk.run(&[&["partner", "rename", "taipei", "taichung"][..], &MEI].concat());
    taken.refuses(1, &["another partner has this slug"]);
}

#[tokio::test]
async fn what_is_no_place_zone_or_country_is_refused_with_a_way_out() {
    let desk = Desk::with_demonstration().await;
    for (right, wrong, phrases) in [
        ("Asia/Tokyo", "Asia/Toyko", ["--time-zone", "Asia/Toyko"]),
        ("35.0116", "135.0", ["--latitude", "135"]),
        ("JP", "Japan", ["--country", "two letters"]),
        ("kyoto", "Kyōto", ["NAME", "a to z"]),
    ] {
        let arguments = ADD.map(|word| if word == right { wrong } else { word });
        desk.run(&[&arguments[..], &MEI].concat()).refuses(1, &phrases);
    }
    assert_eq!(desk.changes().await, 1);
}

#[tokio::test]
async fn a_name_that_people_search_for_finds_the_partner() {
    let desk = Desk::with_demonstration().await;
    done(&desk, &["alias", "add", "toyokawa", "Toyogawa"]);
    assert_eq!(desk.json(&["partner", "show", "Toyogawa"])["slug"], "toyokawa");
    done(&desk, &["alias", "remove", "toyokawa", "Toyogawa", "--yes"]);
    desk.run(&["partner", "show", "Toyogawa"]).refuses(1, &["toyokawa"]);
    let twice = desk.run(&[&["alias", "add", "toyokawa", "豊川", "--language", "ja"][..], &MEI].concat());
    twice.refuses(1, &["one preferred name in a language"]);
}

#[tokio::test]
async fn a_page_is_added_edited_and_taken_off() {
    let desk = Desk::with_demonstration().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("text.md");
    fs::write(&file, "\u{feff}Write to us.\r\n").unwrap();
    let file = file.to_str().unwrap();
    done(&desk, &["page", "add", "writing", "--title", "Write to us", "--file", file]);
    let shown = desk.json(&["page", "show", "writing"]);
    assert_eq!((&shown["body"], &shown["published_at"]), (&json!("Write to us."), &Value::Null));
    done(&desk, &["page", "publish", "writing"]);
    let edit = ["page", "edit", "writing", "--yes", "--actor", "Mei Lin"];
    let edited = desk.command(&edit).env("EDITOR", "sed -i s/us/them/").output().unwrap();
    assert_eq!(Ran::from(edited).code, 0);
    assert_eq!(desk.json(&["page", "show", "writing"])["body"], "Write to them.");
    done(&desk, &["page", "unpublish", "writing"]);
    done(&desk, &["page", "remove", "writing", "--yes"]);
    desk.run(&["page", "show", "writing"]).refuses(1, &["there is no page `writing`"]);
    let missing = ["page", "add", "x", "--title", "X", "--file", "/nowhere/x.md"];
    desk.run(&[&missing[..], &MEI].concat()).refuses(1, &["--file /nowhere/x.md"]);
}

#[tokio::test]
async fn the_programme_is_edited_as_a_file() {
    let desk = Desk::with_demonstration().await;
    let edit = ["programme", "edit", "--yes", "--actor", "Mei Lin"];
    let edited = desk.command(&edit).env("EDITOR", "sed -i s/City.Council/Council/").output().unwrap();
    let edited = Ran::from(edited);
    assert_eq!(edited.code, 0, "{}", edited.words);
    assert_eq!(desk.json(&["programme", "show"])["council"], "Council");
}
