//! Texts in another language: to a translator, back, changed meanwhile, reviewed.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

use crate::staff::{Desk, Ran, copy_of_demonstration};
use crate::terminal::at_terminal;

const TITLE: &str = "Friendship cities";

/// A desk with the demonstration, nothing of it translated.
pub(crate) async fn untranslated() -> Desk {
    let folder = copy_of_demonstration();
    fs::remove_dir_all(folder.path().join("translations")).unwrap();
    let desk = Desk::empty().await;
    let imported = desk.run(&["import", folder.path().to_str().unwrap(), "--actor", "Mei Lin"]);
    assert_eq!(imported.code, 0, "{}", imported.words);
    desk
}

fn translation(desk: &Desk, words: &[&str]) -> Ran {
    desk.run(&[&["translation"], words, &["--actor", "Mei Lin"]].concat())
}

#[track_caller]
fn writes(desk: &Desk, words: &[&str]) -> String {
    let ran = translation(desk, words);
    assert_eq!(ran.code, 0, "{}", ran.words);
    ran.words
}

/// The file for a translator.
#[track_caller]
fn exported(desk: &Desk, language: &str) -> String {
    let ran = desk.run(&["translation", "export", language]);
    assert_eq!(ran.code, 0, "{}", ran.words);
    ran.data
}

/// A file with the translation of the text that has an original.
#[track_caller]
fn translated(file: &str, original: &str, words: &str) -> String {
    let empty = format!("msgid \"{original}\"\nmsgstr \"\"\n");
    assert!(file.contains(&empty), "no {original} in {file}");
    file.replacen(&empty, &format!("msgid \"{original}\"\nmsgstr \"{words}\"\n"), 1)
}

fn put(folder: &TempDir, text: &str) -> String {
    let path = folder.path().join("back.po");
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn state(desk: &Desk, text: &str) -> Value {
    let rows = desk.json(&["translation", "status", "ja"]);
    rows.as_array().unwrap().iter().find(|row| row["text"] == text).unwrap()["state"].clone()
}

/// Imports the title of a page, translated.
#[track_caller]
fn take_title(desk: &Desk, folder: &TempDir, words: &str) -> Ran {
    let file = put(folder, &translated(&exported(desk, "ja"), TITLE, words));
    translation(desk, &["import", &file, "--translator", "Yuki Tanaka"])
}

/// Has a page's title changed in the editor.
#[track_caller]
fn retitle(desk: &Desk, from: &str, to: &str) {
    let mut command = desk.command(&["page", "edit", "friendship", "--yes", "--actor", "Mei Lin"]);
    let edited = command.env("EDITOR", format!("sed -i s/{from}/{to}/")).output().unwrap();
    assert!(edited.status.success(), "{}", String::from_utf8_lossy(&edited.stderr));
}

#[tokio::test]
async fn a_text_goes_to_a_translator_and_comes_back_and_is_reviewed() {
    let desk = untranslated().await;
    let folder = tempfile::tempdir().unwrap();
    let text = "page/friendship/title";
    assert_eq!(state(&desk, text), "missing");

    let taken = take_title(&desk, &folder, "友好都市");
    assert_eq!(taken.code, 0, "{}", taken.words);
    assert!(taken.words.contains("1 new") && !taken.words.contains("glossary"), "{}", taken.words);
    assert_eq!(state(&desk, text), "unreviewed");
    let shown = desk.json(&["translation", "show", "ja", text]);
    assert_eq!(
        (&shown["original"], &shown["translation"], &shown["translator"], &shown["translated_on"]),
        (&json!(TITLE), &json!("友好都市"), &json!("Yuki Tanaka"), &json!("2026-11-23"))
    );

    let review = |reviewer| translation(&desk, &["review", "ja", "page/friendship", "--reviewer", reviewer]);
    review("yuki tanaka").refuses(1, &[text, "Yuki Tanaka translated it", "second person"]);
    assert_eq!(review("Kenji Sato").code, 0);
    assert_eq!(state(&desk, text), "reviewed");

    retitle(&desk, "Friendship.cities", "Friendships");
    assert_eq!(state(&desk, text), "outdated");
    assert_eq!(desk.json(&["translation", "show", "ja", text])["former"], TITLE);
    review("Kenji Sato").refuses(1, &[text, "older than the original", "translated anew"]);
    let file = exported(&desk, "ja");
    let message = "#, fuzzy\n#| msgid \"Friendship cities\"\nmsgctxt \"page/friendship/title\"\n\
                   msgid \"Friendships\"\nmsgstr \"友好都市\"\n";
    assert!(file.contains(message), "{file}");

    let renewed = put(&folder, &file.replace("#, fuzzy\n", ""));
    let again = ["import", &renewed, "--translator", "Yuki Tanaka"];
    let before = desk.changes().await;
    writes(&desk, &[&again[..], &["--dry-run"]].concat());
    assert_eq!((desk.changes().await, state(&desk, text)), (before, json!("outdated")));
    assert!(writes(&desk, &again).contains("1 changed"));
    assert_eq!(state(&desk, text), "unreviewed");
    assert_eq!(review("Kenji Sato").code, 0);
    assert_eq!(state(&desk, text), "reviewed");

    writes(&desk, &["remove", "ja", text, "--yes"]);
    assert_eq!(desk.json(&["translation", "list"]), json!([]));
}

#[tokio::test]
async fn what_check_finds_of_translations_is_mended_by_the_command_that_it_names() {
    let desk = untranslated().await;
    let folder = tempfile::tempdir().unwrap();
    let found = |finding: &str| {
        let rows = desk.json(&["check"]);
        let row = rows.as_array().unwrap().iter().find(|row| row["finding"] == finding);
        row.map(|row| row["command"].as_str().unwrap().to_owned())
    };
    take_title(&desk, &folder, "友好都市");
    retitle(&desk, "Friendship.cities", "Friendships");
    assert_eq!(found("translation-outdated").unwrap(), "signpost translation export ja ja.po");
    writes(&desk, &["remove", "ja", "page/friendship", "--yes"]);

    let post =
        ["notice", "post", "storm", "--title", "A storm", "--body", "Stay at home.", "--actor", "Mei Lin"];
    assert_eq!(desk.run(&post).code, 0);
    let file = put(&folder, &translated(&exported(&desk, "ja"), "Stay at home.", "自宅にいてください。"));
    writes(&desk, &["import", &file, "--translator", "Yuki Tanaka"]);
    let mut edit = desk.command(&["notice", "edit", "storm", "--yes", "--actor", "Mei Lin"]);
    let edited = edit.env("EDITOR", "sed -i /^body/d").output().unwrap();
    assert!(edited.status.success(), "{}", String::from_utf8_lossy(&edited.stderr));
    assert_eq!(state(&desk, "notice/storm/body"), "orphaned");
    let command = found("translation-of-nothing").unwrap();
    assert_eq!(command, "signpost translation remove ja notice/storm/body");
    writes(&desk, &["remove", "ja", "notice/storm/body", "--yes"]);
    assert_eq!(found("translation-of-nothing"), None);
}

#[tokio::test]
async fn an_exchange_is_translated_too() {
    let desk = untranslated().await;
    let folder = tempfile::tempdir().unwrap();
    let all = desk.run(&["translation", "export", "ja", "--all"]).data;
    let (_, message) = all.split_once("msgctxt \"exchange/students-from-toyokawa-2025/title\"").unwrap();
    let original = message.split_once("msgid \"").unwrap().1.split_once('"').unwrap().0;
    let file = put(&folder, &translated(&all, original, "豊川市からの学生"));
    writes(&desk, &["import", &file, "--translator", "Yuki Tanaka"]);
    let exchange = "exchange/students-from-toyokawa-2025";
    assert_eq!(desk.json(&["translation", "list", "ja"])[0]["text"], format!("{exchange}/title"));
    writes(&desk, &["review", "ja", exchange, "--reviewer", "Kenji Sato"]);
    assert_eq!(desk.json(&["translation", "list", "ja"])[0]["state"], "reviewed");
    writes(&desk, &["remove", "ja", exchange, "--yes"]);
    assert_eq!(desk.json(&["translation", "list", "ja"]), json!([]));
}

#[tokio::test]
async fn a_word_that_misleads_is_warned_of_and_taken() {
    let desk = untranslated().await;
    let folder = tempfile::tempdir().unwrap();
    let taken = take_title(&desk, &folder, "姉妹都市");
    assert_eq!(taken.code, 0, "{}", taken.words);
    assert!(taken.words.contains("friendship cities is 友好都市 in the glossary"), "{}", taken.words);
    let glossary = desk.json(&["translation", "glossary", "ja"]);
    assert_eq!(
        (&glossary[0]["word"], &glossary[0]["translations"]),
        (&json!("sister city"), &json!(["姉妹都市"]))
    );
}

#[tokio::test]
async fn a_file_at_fault_is_refused_whole_with_every_fault_by_its_line() {
    let desk = untranslated().await;
    let folder = tempfile::tempdir().unwrap();
    let sound = translated(&exported(&desk, "ja"), TITLE, "友好都市");
    let before = desk.changes().await;
    for (from, to, faults) in [
        ("\"友好都市\"", "\"<b>友好</b>\"", &["page/friendship/title: take out `<b>`"][..]),
        ("\"友好都市\"", "\"{n}[友好](https://a.example)\"", &["`{n}`", "https://a.example"]),
        ("page/friendship/title", "page/frendship/title", &["page/frendship"]),
        ("page/friendship/title", "page/home/title", &["page/home/title", "that of line"]),
        ("Language: ja", "Language: Japanisch!", &["Japanisch!"]),
        ("Language: ja", "Language: en", &["the originals are in en"]),
        ("msgstr \"友好都市\"", "msgstr \"友好都市\nmsgstr", &["the quote at the end", "one already"]),
    ] {
        let spoilt = sound.replacen(from, to, 1);
        assert_ne!(spoilt, sound, "{from}");
        let file = put(&folder, &spoilt);
        let ran = translation(&desk, &["import", &file, "--translator", "Yuki Tanaka"]);
        ran.refuses(1, &[&["back.po:"], faults].concat());
    }
    assert_eq!(desk.changes().await, before);
}

#[tokio::test]
async fn what_cannot_be_is_refused() {
    let desk = untranslated().await;
    let folder = tempfile::tempdir().unwrap();
    take_title(&desk, &folder, "友好都市");
    let by = ["--reviewer", "Kenji Sato"];
    for (words, phrases) in [
        (&["status", "not a language"][..], &["LANGUAGE", "not a language"][..]),
        (&["status", "en"], &["en themselves", "page edit"]),
        (&["export", "en"], &["en themselves"]),
        (&["show", "ja", "page/frendship/title"], &["page/frendship/title", "page/friendship/title"]),
        (&["show", "ja", "nothing"], &["`nothing`", "signpost translation list"]),
        (&["import", "/nowhere.po", "--translator", "Yuki"], &["/nowhere.po cannot be read"]),
        (&["import", "/nowhere.po"], &["--translator"]),
        (
            &["review", "ja", "page/home", by[0], by[1]],
            &["page/home is not translated to ja", "translation list ja"],
        ),
        (&["review", "zh-Hant", "page/friendship", by[0], by[1]], &["not translated to zh-Hant"]),
        (&["review", "ja", "page/friendship"], &["--reviewer"]),
        (&["review", "ja", by[0], by[1]], &["TEXT"]),
        (&["remove", "ja", "page/friendship"], &["--yes"]),
    ] {
        let writes = matches!(words[0], "import" | "review" | "remove");
        let actor: &[&str] = if writes { &["--actor", "Mei Lin"] } else { &[] };
        let ran = desk.run(&[&["translation"], words, actor].concat());
        assert_eq!(ran.code, 1, "{words:?}: {}", ran.words);
        for phrase in phrases {
            assert!(ran.words.contains(phrase), "{words:?}: no {phrase:?} in {}", ran.words);
        }
    }
}

#[tokio::test]
async fn tables_fit_the_window_with_names_in_every_script() {
    let desk = untranslated().await;
    let folder = tempfile::tempdir().unwrap();
    let file = put(&folder, &translated(&exported(&desk, "zh-Hant"), TITLE, "友好城市"));
    writes(&desk, &["import", &file, "--translator", "陳怡君 of ଭୁବନେଶ୍ୱର"]);
    for width in [40, 80] {
        for arguments in [
            &["status", "zh-Hant"][..],
            &["list"],
            &["show", "zh-Hant", "page/friendship/title"],
            &["glossary", "zh-Hant"],
        ] {
            let mut command = desk.command(&[&["translation"], arguments].concat());
            command.env("NO_COLOR", "1");
            let seen = at_terminal(command, width, "");
            let widest = seen.screen.lines().map(UnicodeWidthStr::width).max().unwrap();
            assert!(widest <= usize::from(width), "{arguments:?} is {widest} wide:\n{}", seen.screen);
            assert_eq!(seen.code, 0);
        }
    }
    let lines = desk.run(&["translation", "list"]).data;
    let column = |needle: &str| {
        let line = lines.lines().find(|line| line.contains(needle)).unwrap();
        UnicodeWidthStr::width(line.split_once(needle).unwrap().0)
    };
    assert_eq!(column("TRANSLATED BY"), column("陳怡君"), "{lines}");
}

#[tokio::test]
async fn another_reader_reads_the_file() {
    let desk = untranslated().await;
    let folder = tempfile::tempdir().unwrap();
    take_title(&desk, &folder, "友好都市");
    retitle(&desk, "Friendship.cities", "Friendships");
    let path = put(&folder, &exported(&desk, "ja"));
    let catalog = polib::po_file::parse(Path::new(&path)).unwrap();
    assert_eq!(catalog.metadata.language, "ja");
    assert_eq!(catalog.metadata.last_translator, "Yuki Tanaka");
    let rows = desk.json(&["translation", "status", "ja"]);
    assert_eq!(catalog.messages().count(), rows.as_array().unwrap().len());
    let title =
        catalog.messages().find(|message| message.msgctxt() == Some("page/friendship/title")).unwrap();
    assert!(title.is_fuzzy());
    assert_eq!(title.msgid(), "Friendships");
    assert_eq!(title.msgstr().unwrap(), "友好都市");
    let body = catalog.messages().find(|message| message.msgctxt() == Some("page/friendship/body")).unwrap();
    let shown = desk.json(&["translation", "show", "ja", "page/friendship/body"]);
    assert_eq!(body.msgid(), shown["original"]);
}
