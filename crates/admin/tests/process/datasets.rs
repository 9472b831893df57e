//! Import and export: all or nothing, and the same again.

use std::fs;

use serde_json::json;
use tempfile::TempDir;

use crate::staff::{Desk, copy_of_demonstration, demonstration, files};
use crate::terminal::at_terminal;
use crate::translations::untranslated;

fn folder() -> String {
    demonstration().to_str().unwrap().to_owned()
}

#[tokio::test]
async fn importing_again_writes_nothing() {
    let desk = Desk::with_demonstration().await;
    assert_eq!(desk.changes().await, 1);
    let again = desk.run(&["import", &folder(), "--actor", "Mei Lin"]);
    assert_eq!(again.code, 0, "{}", again.words);
    assert_eq!(desk.changes().await, 1);
}

#[tokio::test]
async fn a_rehearsal_writes_nothing() {
    let desk = Desk::empty().await;
    let rehearsed = desk.run(&["import", &folder(), "--dry-run"]);
    assert_eq!(rehearsed.code, 0, "{}", rehearsed.words);
    assert!(rehearsed.data.contains("partner") && rehearsed.data.contains("25"), "{}", rehearsed.data);
    assert_eq!(desk.changes().await, 0);
}

#[tokio::test]
async fn every_write_says_first_where_it_goes() {
    let desk = Desk::empty().await;
    let imported = desk.run(&["import", &folder(), "--actor", "Mei Lin"]);
    assert!(imported.words.lines().next().unwrap().contains("empty"), "{}", imported.words);
    let again = desk.run(&["import", &folder(), "--actor", "Mei Lin"]);
    assert!(again.words.lines().next().unwrap().contains("Cupertino"), "{}", again.words);
}

#[tokio::test]
async fn what_was_imported_is_exported_byte_for_byte() {
    let desk = Desk::with_demonstration().await;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let exported = desk.run(&["export", out.to_str().unwrap()]);
    assert_eq!(exported.code, 0, "{}", exported.words);
    assert_eq!(files(&out), files(&demonstration()));
}

#[tokio::test]
async fn a_fault_is_named_with_file_and_line_and_nothing_is_written() {
    let desk = Desk::empty().await;
    let folder = copy_of_demonstration();
    for (name, right, wrong) in [
        ("partners/taipei.toml", "start = \"2016-09-20\"", "start = \"2016-09-31\""),
        ("partners/jilin.toml", "country = \"CN\"", "country = "),
    ] {
        let path = folder.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(right), "{name}");
        fs::write(path, text.replace(right, wrong)).unwrap();
    }
    let refused = desk.run(&["import", folder.path().to_str().unwrap(), "--actor", "Mei Lin"]);
    refused.refuses(1, &["partners/taipei.toml:", "2016-09-31", "partners/jilin.toml:"]);
    assert_eq!(desk.changes().await, 0);
}

/// The demonstration without one of its pages, nothing of it translated.
fn without_a_page() -> TempDir {
    let folder = copy_of_demonstration();
    fs::remove_dir_all(folder.path().join("translations")).unwrap();
    fs::remove_file(folder.path().join("pages/courtyard.md")).unwrap();
    folder
}

#[tokio::test]
async fn what_a_folder_lacks_stays_unless_removal_is_asked_for_and_agreed_to() {
    let desk = untranslated().await;
    let folder = without_a_page();
    let import = ["import", folder.path().to_str().unwrap(), "--actor", "Mei Lin"];
    let kept = desk.run(&import);
    assert_eq!((kept.code, desk.changes().await), (0, 1), "{}", kept.words);

    let refused = desk.run(&[&import[..], &["--remove"]].concat());
    assert_eq!((refused.code, desk.changes().await), (1, 1), "{}", refused.words);
    assert!(refused.words.contains("1 record would be removed") && refused.words.contains("--yes"));

    let rehearsed = desk.json(&[&import[..], &["--remove", "--dry-run"]].concat());
    let pages = rehearsed.as_array().unwrap().iter().find(|row| row["noun"] == "page").unwrap().clone();
    assert_eq!((&pages["removed"], &pages["unchanged"]), (&json!(1), &json!(6)));
    assert_eq!(desk.changes().await, 1);

    let removed = desk.run(&[&import[..], &["--remove", "--yes", "--reason", "It is gone"]].concat());
    assert_eq!((removed.code, desk.changes().await), (0, 2), "{}", removed.words);
}

#[tokio::test]
async fn at_a_terminal_removal_is_asked_about() {
    let desk = untranslated().await;
    let folder = without_a_page();
    let import = ["import", folder.path().to_str().unwrap(), "--actor", "Mei Lin", "--remove"];
    let declined = at_terminal(desk.command(&import), 80, "no\n");
    assert_eq!((declined.code, desk.changes().await), (1, 1), "{}", declined.screen);
    assert!(declined.screen.contains("Remove 1 record? [y/N]"), "{}", declined.screen);
    let agreed = at_terminal(desk.command(&import), 80, "y\n");
    assert_eq!((agreed.code, desk.changes().await), (0, 2), "{}", agreed.screen);
}
