//! What holds for every command that writes: it rehearses, asks, tells what it did, and overwrites nobody.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Stdio;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::staff::{Desk, Ran};
use crate::terminal::at_terminal;

const POST: [&str; 7] =
    ["notice", "post", "closed", "--title", "City Hall is closed on Monday", "--actor", "Mei Lin"];
const WITHDRAW: [&str; 5] = ["notice", "withdraw", "demonstration", "--actor", "Ana Cruz"];
const EDIT: [&str; 5] = ["notice", "edit", "demonstration", "--actor", "Mei Lin"];

/// An editor that does what a script says; the file is its first argument.
struct Editor {
    folder: TempDir,
}

impl Editor {
    fn new(script: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let editor = Self { folder };
        fs::write(editor.path(), format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(editor.path(), fs::Permissions::from_mode(0o755)).unwrap();
        editor
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("editor")
    }

    fn run(&self, desk: &Desk, arguments: &[&str]) -> Ran {
        desk.command(arguments).env("EDITOR", self.path()).env_remove("VISUAL").output().unwrap().into()
    }
}

/// A notice as it is on record.
fn notice(desk: &Desk, name: &str) -> Value {
    desk.json(&["notice", "show", name])
}

#[tokio::test]
async fn what_is_done_is_said_and_on_record() {
    let desk = Desk::with_demonstration().await;
    let posted = desk.run(&[&POST[..], &["--reason", "A holiday", "--format", "json"]].concat());
    assert_eq!(posted.code, 0, "{}", posted.words);
    let rows: Value = serde_json::from_str(&posted.data).unwrap();
    let title = rows.as_array().unwrap().iter().find(|row| row["field"] == "title").unwrap();
    assert_eq!(title["after"], "City Hall is closed on Monday");
    assert_eq!(title["before"], Value::Null);
    let mut words = posted.words.lines();
    assert!(words.next().unwrap().starts_with("Changing the record of Cupertino, in the database "));
    assert!(words.next().unwrap().starts_with("Done, as Mei Lin. To take it back: signpost undo "));

    let owner = desk.database.owner().unwrap();
    let recorded: (String, Option<String>, Option<String>) =
        sqlx::query_as("select actor, reason, command from change order by at desc, id desc limit 1")
            .fetch_one(&owner)
            .await
            .unwrap();
    assert_eq!(recorded, ("Mei Lin".into(), Some("A holiday".into()), Some("notice post".into())));
}

#[tokio::test]
async fn a_rehearsal_prints_the_same_and_writes_nothing() {
    let desk = Desk::with_demonstration().await;
    let rehearsed = desk.run(&[&WITHDRAW[..], &["--dry-run"]].concat());
    assert_eq!((rehearsed.code, desk.changes().await), (0, 1), "{}", rehearsed.words);
    assert!(rehearsed.words.contains("What would change in the record of Cupertino"), "{}", rehearsed.words);
    assert!(rehearsed.words.ends_with("Nothing was written.\n"), "{}", rehearsed.words);
    let done = desk.run(&WITHDRAW);
    assert_eq!((&done.data, desk.changes().await), (&rehearsed.data, 2), "{}", done.words);
    let nameless = desk.run(&["notice", "withdraw", "covid-19"]);
    nameless.refuses(1, &["--actor"]);
}

#[tokio::test]
async fn what_is_dangerous_is_asked_about() {
    let desk = Desk::with_demonstration().await;
    let remove = ["notice", "remove", "covid-19", "--actor", "Mei Lin"];
    let nobody = desk.run(&remove);
    assert_eq!((nobody.code, desk.changes().await), (1, 1));
    assert!(nobody.words.contains("nobody is at a terminal to agree: add --yes"), "{}", nobody.words);
    let declined = at_terminal(desk.command(&remove), 80, "n\n");
    assert_eq!((declined.code, desk.changes().await), (1, 1), "{}", declined.screen);
    assert!(declined.screen.contains("Remove the notice covid-19? [y/N]"), "{}", declined.screen);
    let agreed = at_terminal(desk.command(&remove), 80, "y\n");
    assert_eq!((agreed.code, desk.changes().await), (0, 2), "{}", agreed.screen);
    desk.run(&["notice", "show", "covid-19"]).refuses(1, &["there is no notice `covid-19`"]);
}

#[tokio::test]
async fn a_record_is_edited_in_ones_own_editor() {
    let desk = Desk::with_demonstration().await;
    let editor = Editor::new("sed -i 's/This is a demonstration/Only a demonstration/' \"$1\"");
    let shown = editor.run(&desk, &EDIT);
    assert_eq!((shown.code, desk.changes().await), (1, 1), "{}", shown.words);
    assert!(shown.data.contains("Only a demonstration"), "{}", shown.data);
    let saved = editor.run(&desk, &[&EDIT[..], &["--yes"]].concat());
    assert_eq!((saved.code, desk.changes().await), (0, 2), "{}", saved.words);
    assert_eq!(notice(&desk, "demonstration")["title"], "Only a demonstration, not the City's site");
    assert_eq!(desk.json(&["notice", "list"]).as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_editor_that_changes_nothing_or_too_much_writes_nothing() {
    let desk = Desk::with_demonstration().await;
    let same = Editor::new("true").run(&desk, &EDIT);
    assert_eq!(same.code, 0, "{}", same.words);
    assert!(same.words.contains("You changed nothing"), "{}", same.words);

    let wrong = Editor::new("sed -i s/information/terrible/ \"$1\"").run(&desk, &EDIT);
    wrong.refuses(1, &["notices.toml:4", "`terrible` is not one of information, warning, emergency"]);
    let (_, kept) = wrong.words.split_once("Your text is in ").unwrap();
    assert!(fs::read_to_string(kept.trim()).unwrap().contains("terrible"));
    fs::remove_file(kept.trim()).unwrap();

    Editor::new("exit 3").run(&desk, &EDIT).refuses(1, &["failed (exit status: 3)"]);
    let missing = desk.command(&EDIT).env("EDITOR", "/nowhere/editor").output().unwrap();
    Ran::from(missing).refuses(1, &["/nowhere/editor", "set EDITOR"]);
    let nobody = desk.command(&EDIT).env_remove("EDITOR").env_remove("VISUAL").output().unwrap();
    Ran::from(nobody).refuses(1, &["nobody is at a terminal"]);
    assert_eq!(desk.changes().await, 1);
}

/// While one edits, another withdraws the same notice: the first is told what was done and by whom.
#[tokio::test]
async fn nobody_overwrites_what_another_changed_meanwhile() {
    let desk = Desk::with_demonstration().await;
    let meanwhile = WITHDRAW.map(|word| format!("'{word}'")).join(" ");
    let editor = Editor::new(&format!(
        "sed -i s/information/warning/ \"$1\"\n{} {meanwhile} 2>/dev/null >&2",
        env!("CARGO_BIN_EXE_signpost")
    ));
    let late = editor.run(&desk, &[&EDIT[..], &["--yes"]].concat());
    late.refuses(1, &["nothing was written", "Ana Cruz at ", "notice withdraw", "signpost audit show "]);
    assert_eq!(desk.changes().await, 2);
    let now = notice(&desk, "demonstration");
    assert_eq!((&now["severity"], &now["state"]), (&json!("information"), &json!("past")));
}

#[tokio::test]
async fn what_another_changed_elsewhere_is_in_nobodys_way() {
    let desk = Desk::with_demonstration().await;
    let editor = Editor::new(&format!(
        "sed -i s/information/warning/ \"$1\"\n{} notice post other --title Other --actor 'Ana Cruz' 2>/dev/null >&2",
        env!("CARGO_BIN_EXE_signpost")
    ));
    let saved = editor.run(&desk, &[&EDIT[..], &["--yes"]].concat());
    assert_eq!((saved.code, desk.changes().await), (0, 3), "{}", saved.words);
}

#[tokio::test]
async fn of_two_that_do_the_same_at_once_one_wins() {
    let desk = Desk::with_demonstration().await;
    let both =
        [0, 1].map(|_| desk.command(&POST).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap());
    let both = both.map(|child| Ran::from(child.wait_with_output().unwrap()));
    let mut codes = both.each_ref().map(|ran| ran.code);
    codes.sort_unstable();
    assert_eq!((codes, desk.changes().await), ([0, 1], 2));
    let loser = both.iter().find(|ran| ran.code == 1).unwrap();
    assert!(loser.words.contains("another notice has this slug"), "{}", loser.words);
}

/// How many commands wait for another to end.
async fn waiting(owner: &sqlx::PgPool) -> i64 {
    let count = "select count(*) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and backend_type = 'client backend'";
    sqlx::query_scalar(count).fetch_one(owner).await.unwrap()
}

/// Both have looked at the record before either of them has changed it.
#[tokio::test]
async fn of_two_that_change_the_same_at_once_one_is_told_what_the_other_did() {
    let desk = Desk::with_demonstration().await;
    let owner = desk.database.owner().unwrap();
    let mut holder = owner.begin().await.unwrap();
    sqlx::query("lock table change in exclusive mode").execute(&mut *holder).await.unwrap();
    let name = "cherry-blossom-festival-2027";
    let wishes = [("Mei Lin", "2027-05-08"), ("Ana Cruz", "2027-06-05")];
    let mut both = wishes.map(|(actor, day)| {
        let mut command = desk.command(&["exchange", "move", name, "--to", day, "--actor", actor]);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    });
    while waiting(&owner).await < 2 {
        for child in &mut both {
            assert!(child.try_wait().unwrap().is_none(), "a command ended before the other began");
        }
    }
    holder.rollback().await.unwrap();
    let both = both.map(|child| Ran::from(child.wait_with_output().unwrap()));
    let winner = both.iter().position(|ran| ran.code == 0).unwrap();
    let loser = &both[1 - winner];
    let (actor, day) = wishes[winner];
    assert_eq!((loser.code, desk.changes().await), (1, 2), "{}", loser.words);
    for words in ["nothing was written", &format!("{actor} at "), "exchange move", "signpost audit show "] {
        assert!(loser.words.contains(words), "no {words} in {}", loser.words);
    }
    assert_eq!(desk.json(&["exchange", "show", name])["when"]["first"], day);
}
