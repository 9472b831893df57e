//! Documents and photos: attached, refused, published, saved, taken back.

use std::fs;

use signpost_core::samples;
use tempfile::TempDir;

use crate::staff::{Desk, Ran};

/// A folder with files that staff might attach.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    put("memorandum.pdf", &samples::pdf(""));
    put("memorandum.md", b"The two cities agree to be sisters.\n");
    put("script.pdf", b"#!/bin/sh\nrm -rf /\n");
    put("active.pdf", &samples::pdf("5 0 obj\n<< /S /JavaScript /JS (x) >>\nendobj"));
    put("page.jpg", b"<!doctype html><script>alert(1)</script>");
    put("short.jpg", samples::jpeg(64, 48).get(..300).unwrap());
    put("sign.jpg", &samples::jpeg(400, 300));
    put("empty.png", b"");
    put("vast.png", &samples::png_claiming(40_000, 40_000));
    folder
}

/// Runs a command in a folder, as Mei Lin.
fn run(desk: &Desk, folder: &TempDir, arguments: &[&str]) -> Ran {
    desk.command(arguments)
        .current_dir(folder.path())
        .env("SIGNPOST_ACTOR", "Mei Lin")
        .output()
        .unwrap()
        .into()
}

#[track_caller]
fn done(ran: Ran) -> Ran {
    assert_eq!(ran.code, 0, "{}", ran.words);
    ran
}

const DOCUMENT: &[&str] = &[
    "document",
    "add",
    "memorandum.pdf",
    "--partner",
    "toyokawa",
    "--agreement",
    "1978-12-19",
    "--title",
    "Memorandum of 1978",
    "--language",
    "en",
];

const PHOTO: &[&str] = &[
    "photo",
    "add",
    "sign.jpg",
    "--home",
    "--alternative",
    "The signpost in the courtyard",
    "--credit",
    "City of Cupertino",
];

#[tokio::test]
async fn a_document_is_attached_and_public_with_its_text() {
    let (desk, folder) = (Desk::with_demonstration().await, folder());
    done(run(&desk, &folder, DOCUMENT));
    let row = &desk.json(&["document", "list"])[0];
    assert_eq!((&row["place"], &row["partner"]), (&"agreement".into(), &"toyokawa".into()));
    assert_eq!(
        (&row["media_type"], &row["published_at"]),
        (&"application/pdf".into(), &serde_json::Value::Null)
    );
    let publish = ["document", "publish", "memorandum.pdf"];
    run(&desk, &folder, &publish).refuses(1, &["Memorandum of 1978", "text alternative", "--text FILE"]);
    done(run(&desk, &folder, &[&publish[..], &["--text", "memorandum.md"]].concat()));
    let shown = desk.json(&["document", "show", "Memorandum of 1978"]);
    assert_eq!(shown["text_alternative"], "The two cities agree to be sisters.");
    done(run(&desk, &folder, &["document", "unpublish", "Memorandum of 1978"]));
    run(&desk, &folder, &["document", "unpublish", "Memorandum of 1978"]).refuses(1, &["is not public"]);
}

#[tokio::test]
async fn agreements_and_exchanges_have_files_attached() {
    let (desk, folder) = (Desk::with_demonstration().await, folder());
    let words = ["--title", "Memorandum of 1978", "--language", "en", "--text", "memorandum.md"];
    let attach = ["agreement", "attach", "toyokawa", "1978-12-19", "memorandum.pdf"];
    done(run(&desk, &folder, &[&attach[..], &words].concat()));
    let exchange = desk.json(&["exchange", "list", "--limit", "1"])[0]["slug"].as_str().unwrap().to_owned();
    let words = ["--title", "Programme", "--language", "en"];
    done(run(&desk, &folder, &[&["exchange", "attach", &exchange, "memorandum.pdf"][..], &words].concat()));
    let places = desk.json(&["document", "list"]);
    let places: Vec<_> =
        places.as_array().unwrap().iter().map(|row| row["place"].as_str().unwrap()).collect();
    assert_eq!(places, ["agreement", "exchange"]);
    let attach = ["exchange", "attach", "nowhere-2026", "memorandum.pdf"];
    run(&desk, &folder, &[&attach[..], &words].concat()).refuses(1, &["no exchange", "nowhere-2026"]);
}

#[tokio::test]
async fn its_bytes_are_saved_into_a_new_file_only() {
    let (desk, folder) = (Desk::with_demonstration().await, folder());
    done(run(&desk, &folder, DOCUMENT));
    let show = ["document", "show", "memorandum.pdf", "--save", "copy.pdf"];
    done(run(&desk, &folder, &show));
    assert_eq!(fs::read(folder.path().join("copy.pdf")).unwrap(), samples::pdf(""));
    run(&desk, &folder, &show).refuses(1, &["--save copy.pdf", "not there yet"]);
}

#[tokio::test]
async fn a_removed_file_comes_back_whole() {
    let (desk, folder) = (Desk::with_demonstration().await, folder());
    done(run(&desk, &folder, DOCUMENT));
    let removed = done(run(&desk, &folder, &["document", "remove", "memorandum.pdf", "--yes"]));
    assert_eq!(desk.json(&["document", "list"]), serde_json::json!([]));
    let change = removed.words.rsplit("signpost undo ").next().unwrap().trim().to_owned();
    done(run(&desk, &folder, &["undo", &change]));
    done(run(&desk, &folder, &["document", "show", "memorandum.pdf", "--save", "again.pdf"]));
    assert_eq!(fs::read(folder.path().join("again.pdf")).unwrap(), samples::pdf(""));
}

#[tokio::test]
async fn a_photo_of_minors_is_public_only_with_their_consent() {
    let (desk, folder) = (Desk::with_demonstration().await, folder());
    done(run(&desk, &folder, &[PHOTO, &["--minors", "shown"]].concat()));
    let publish = ["photo", "publish", "sign.jpg"];
    run(&desk, &folder, &publish).refuses(1, &["sign.jpg", "consent", "--consent WORDS"]);
    done(run(&desk, &folder, &[&publish[..], &["--consent", "By their parents, 2026-11-20"]].concat()));
    let shown = desk.json(&["photo", "show", "The signpost in the courtyard"]);
    assert_eq!((&shown["consent"], &shown["width"]), (&"By their parents, 2026-11-20".into(), &400.into()));
}

#[tokio::test]
async fn what_is_wrong_with_a_file_is_said_and_nothing_written() {
    let (desk, folder) = (Desk::with_demonstration().await, folder());
    let before = desk.changes().await;
    let document = |file: &str| run(&desk, &folder, &[&["document", "add", file], &DOCUMENT[3..]].concat());
    document("script.pdf")
        .refuses(1, &["FILE script.pdf", "a script, whatever its name says", "save it as a PDF"]);
    document("active.pdf").refuses(1, &["holds JavaScript", "print it into a new PDF"]);
    document("nowhere.pdf").refuses(1, &["FILE nowhere.pdf", "cannot be read"]);
    let photo = |file: &str| {
        run(&desk, &folder, &[&["photo", "add", file], &PHOTO[3..], &["--minors", "none"]].concat())
    };
    photo("page.jpg").refuses(1, &["FILE page.jpg", "a web page (HTML)"]);
    photo("short.jpg").refuses(1, &["the JPEG is broken or cut short"]);
    photo("empty.png").refuses(1, &["it is empty"]);
    photo("vast.png").refuses(1, &["FILE vast.png", "40000 × 40000 pixels", "scale it down"]);
    photo("memorandum.pdf").refuses(1, &["it is a PDF, not a picture"]);
    let bare = ["photo", "add", "sign.jpg", "--home", "--credit", "X", "--minors", "none"];
    run(&desk, &folder, &bare).refuses(1, &["--alternative"]);
    let consent = [PHOTO, &["--minors", "none", "--consent", "all"]].concat();
    run(&desk, &folder, &consent).refuses(1, &["--consent all", "needs none"]);
    let agreement = [&DOCUMENT[..6], &["1979"], &DOCUMENT[7..]].concat();
    run(&desk, &folder, &agreement).refuses(1, &["no agreement is called `1979`", "On record: 1978-12-19"]);
    assert_eq!(desk.changes().await, before);
}
