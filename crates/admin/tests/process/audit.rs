//! The change record: listed, shown, and taken back.

use std::io::pipe;

use serde_json::Value;

use crate::staff::{Desk, Ran};

/// Posts a notice, and says which change that was.
fn post(desk: &Desk, name: &str) -> String {
    let mut post = desk.command(&["notice", "post", name, "--title", "Closed"]);
    post.args(["--actor", "Ana Cruz", "--reason", "A storm"]).env("SIGNPOST_CLOCK", "2026-11-24T08:00:00Z");
    let posted: Ran = post.output().unwrap().into();
    assert_eq!(posted.code, 0, "{}", posted.words);
    let log = desk.json(&["audit", "log", "--limit", "1"]);
    log.pointer("/0/id").unwrap().as_str().unwrap().to_owned()
}

fn notices(desk: &Desk) -> Vec<String> {
    let rows = desk.json(&["notice", "list"]);
    rows.as_array().unwrap().iter().map(|row| row["slug"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_log_has_the_latest_first_and_is_filtered() {
    let desk = Desk::with_demonstration().await;
    let change = post(&desk, "storm");
    let actors = |filter: &[&str]| -> Vec<Value> {
        let rows = desk.json(&[&["audit", "log"], filter].concat());
        rows.as_array().unwrap().iter().map(|row| row["actor"].clone()).collect()
    };
    assert_eq!(actors(&[]), ["Ana Cruz", "Mei Lin"]);
    assert_eq!(actors(&["--actor", "ana"]), ["Ana Cruz"]);
    assert_eq!(actors(&["--noun", "term"]), ["Mei Lin"]);
    assert_eq!(actors(&["--record", "taichung"]), ["Mei Lin"]);
    assert_eq!(actors(&["--record", "storm"]), ["Ana Cruz"]);
    assert!(actors(&["--until", "2001-01-01"]).is_empty());
    assert_eq!(actors(&["--since", "2001-01-01", "--limit", "1"]), ["Ana Cruz"]);
    desk.run(&["audit", "log", "--record", "atlantis"]).refuses(1, &["atlantis"]);
    desk.run(&["audit", "log", "--since", "2026-02-01", "--until", "2026-01-01"]).refuses(1, &["--since"]);
    assert!(desk.run(&["audit", "log"]).data.contains("A storm"));
    assert!(change.len() == 36);
}

#[tokio::test]
async fn a_change_is_shown_in_words() {
    let desk = Desk::with_demonstration().await;
    let change = post(&desk, "storm");
    let shown = desk.run(&["audit", "show", &change[..13]]).data;
    for words in ["Notice post", "Ana Cruz", "A storm", "notice storm, added", "title: Closed"] {
        assert!(shown.contains(words), "no {words:?} in: {shown}");
    }
    let import = desk.run(&["audit", "log", "--actor", "Mei", "--format", "csv"]).data;
    let import = import.lines().nth(1).unwrap().split(',').next().unwrap().to_owned();
    let shown = desk.run(&["audit", "show", &import]).data;
    for words in
        ["friendship term of taichung from 2023", "relationship with taichung", "programme of Cupertino"]
    {
        assert!(shown.contains(words), "no {words:?}");
    }
    desk.run(&["audit", "show", "ffffffff"]).refuses(1, &["ffffffff", "signpost audit log"]);
    desk.run(&["audit", "show", "yesterday"]).refuses(1, &["yesterday", "audit log"]);
}

#[tokio::test]
async fn undoing_is_a_change_and_can_be_undone() {
    let desk = Desk::with_demonstration().await;
    let before = notices(&desk);
    let change = post(&desk, "storm");
    let rehearsed = desk.run(&["undo", &change, "--dry-run"]);
    assert_eq!((rehearsed.code, desk.changes().await), (0, 2), "{}", rehearsed.words);
    assert!(rehearsed.data.contains("removed"), "{}", rehearsed.data);
    desk.run(&["undo", &change]).refuses(1, &["--actor"]);
    let undone = desk.run(&["undo", &change, "--actor", "Mei Lin", "--reason", "It passed"]);
    assert_eq!((undone.code, desk.changes().await), (0, 3), "{}", undone.words);
    assert_eq!(notices(&desk), before);
    assert_eq!(desk.json(&["audit", "show", &change])["undone_by"], desk.json(&["audit", "log"])[0]["id"]);
    desk.run(&["undo", &change, "--actor", "Mei Lin"]).refuses(1, &["Mei Lin", "undid it already"]);
    let undoing = desk.json(&["audit", "log"])[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(desk.run(&["undo", &undoing, "--actor", "Mei Lin"]).code, 0);
    assert!(notices(&desk).contains(&"storm".to_owned()));
}

#[tokio::test]
async fn what_stands_in_the_way_of_undoing_is_named() {
    let desk = Desk::with_demonstration().await;
    let change = post(&desk, "storm");
    let mut withdraw = desk.command(&["notice", "withdraw", "storm", "--actor", "Mei Lin"]);
    let withdrawn: Ran = withdraw.env("SIGNPOST_CLOCK", "2026-11-24T20:00:00Z").output().unwrap().into();
    assert_eq!(withdrawn.code, 0, "{}", withdrawn.words);
    let later = desk.json(&["audit", "log"])[0]["id"].as_str().unwrap().to_owned();
    let refused = desk.run(&["undo", &change, "--actor", "Ana Cruz"]);
    refused.refuses(1, &["notice storm", "Mei Lin", "notice withdraw", &format!("signpost undo {later}")]);
}

#[tokio::test]
async fn a_closed_pipe_ends_the_log_quietly() {
    let desk = Desk::with_demonstration().await;
    let (reader, writer) = pipe().unwrap();
    drop(reader);
    let ran: Ran = desk.command(&["audit", "log"]).stdout(writer).output().unwrap().into();
    assert_eq!((ran.code, ran.words.contains("error")), (0, false), "{}", ran.words);
}

/// How often a text is in the change record.
async fn held(desk: &Desk, text: &str) -> i64 {
    let owner = desk.database.owner().unwrap();
    let held = "select count(*) from audit_entry where strpos(coalesce(before, '{}')::text || coalesce(after, '{}')::text, $1) > 0";
    sqlx::query_scalar(held).bind(text).fetch_one(&owner).await.unwrap()
}

const REDACT: &[&str] = &["audit", "redact", "letter", "--field", "publisher", "--authority", "City Clerk"];

#[tokio::test]
async fn what_is_redacted_leaves_a_mark_and_is_gone() {
    let desk = Desk::with_demonstration().await;
    let mei = ["--actor", "Mei Lin"];
    let act = |arguments: &[&str]| desk.run(&[arguments, &mei].concat());
    let redact = |more: &[&str]| act(&[REDACT, more].concat());
    let why = ["--reason", "She asked", "--yes"];
    assert_eq!(act(&["source", "add", "letter", "--title", "A letter", "--publisher", "Jane Doe"]).code, 0);
    redact(&["--yes"]).refuses(1, &["--reason"]);
    redact(&why).refuses(1, &["still holds the publisher of `letter`"]);
    assert_eq!(act(&["source", "remove", "letter", "--yes"]).code, 0);
    let removal = desk.json(&["audit", "log"])[0]["id"].as_str().unwrap().to_owned();
    redact(&[&why[..], &["--field", "emial"]].concat()).refuses(1, &["emial", "publisher, slug, title"]);
    act(&[&["audit", "redact", "nobody"], &REDACT[3..], &why].concat()).refuses(1, &["nobody", "audit show"]);
    let before = desk.changes().await;
    let rehearsed = redact(&["--reason", "She asked", "--dry-run", "--format", "csv"]);
    assert_eq!((rehearsed.code, rehearsed.data.lines().count()), (0, 3), "{}", rehearsed.words);
    let unasked = redact(&why[..2]);
    assert!(unasked.code == 1 && unasked.words.contains("nobody is at a terminal"), "{}", unasked.words);
    assert_eq!((held(&desk, "Jane Doe").await, desk.changes().await), (2, before));
    let redacted = redact(&why);
    assert_eq!(redacted.code, 0, "{}", redacted.words);
    assert!(redacted.words.contains("2 entries"), "{}", redacted.words);
    assert_eq!((held(&desk, "Jane Doe").await, held(&desk, "A letter").await), (0, 2));
    let mark = desk.json(&["audit", "log"])[0]["id"].as_str().unwrap().to_owned();
    let shown = desk.run(&["audit", "show", &mark]).data;
    for words in ["She asked", "source letter", "publisher, by authority: City Clerk"] {
        assert!(shown.contains(words), "no {words:?} in {shown}");
    }
    assert!(desk.run(&["audit", "show", &removal]).data.contains("publisher: (redacted)"));
    act(&["undo", &removal]).refuses(1, &["redacted"]);
    redact(&why).refuses(1, &["publisher"]);
    let verified = desk.run(&["audit", "verify"]);
    assert_eq!((verified.code, verified.data.as_str()), (0, ""), "{}", verified.words);
}

#[tokio::test]
async fn what_was_written_past_the_record_is_reported() {
    let desk = Desk::with_demonstration().await;
    let owner = desk.database.owner().unwrap();
    for statement in
        ["alter table page disable trigger user", "update page set title = 'Past it' where slug = 'home'"]
    {
        sqlx::query(statement).execute(&owner).await.unwrap();
    }
    let verified = desk.run(&["audit", "verify"]);
    assert_eq!(verified.code, 3, "{}", verified.words);
    assert!(
        verified.data.contains("page home") && verified.data.contains("not as its last"),
        "{}",
        verified.data
    );
    let rows = desk.json(&["audit", "verify"]);
    assert_eq!((&rows[0]["finding"], &rows[0]["noun"]), (&"differs".into(), &"page".into()));
}
