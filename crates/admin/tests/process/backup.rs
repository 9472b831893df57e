//! The database, written to a file and made again from it.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::staff::{Desk, Ran, files};

fn export(desk: &Desk, folder: &Path) -> std::collections::BTreeMap<std::path::PathBuf, String> {
    let exported = desk.run(&["export", folder.to_str().unwrap()]);
    assert_eq!(exported.code, 0, "{}", exported.words);
    files(folder)
}

/// Makes the record as if it came from a server that has seen many more transactions.
async fn as_from_a_busier_server(desk: &Desk) {
    let owner = desk.database.owner().unwrap();
    for statement in [
        "alter table change disable trigger append_only",
        "update change set transaction = '999999999999'",
        "alter table change enable trigger append_only",
    ] {
        sqlx::query(statement).execute(&owner).await.unwrap();
    }
}

#[tokio::test]
async fn what_is_restored_is_what_was_backed_up_and_still_guarded() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("city.dump");
    let file = file.to_str().unwrap();
    let desk = Desk::with_demonstration().await;
    as_from_a_busier_server(&desk).await;
    let saved = desk.run(&["database", "backup", file]);
    assert_eq!((saved.code, saved.data.as_str()), (0, ""), "{}", saved.words);
    assert!(saved.words.contains("1 change, the newest of"), "{}", saved.words);

    let other = Desk::empty().await;
    let restored = other.run(&["database", "restore", file]);
    assert_eq!((restored.code, restored.data.as_str()), (0, ""), "{}", restored.words);
    assert_eq!(export(&desk, &folder.path().join("one")), export(&other, &folder.path().join("two")));
    assert_eq!(desk.json(&["audit", "log"]), other.json(&["audit", "log"]));
    let owner = other.database.owner().unwrap();
    for guarded in
        ["update partner set id = id", "delete from change", "update audit_entry set noun = 'other'"]
    {
        sqlx::query(guarded).execute(&owner).await.unwrap_err();
    }
    let web = other.database.web().unwrap();
    sqlx::query("select from partner").execute(&web).await.unwrap();
    let post = ["notice", "post", "storm", "--title", "Closed", "--actor", "Ana Cruz"];
    let posted = other.run(&post);
    assert_eq!((posted.code, other.changes().await), (0, 2), "{}", posted.words);

    other.run(&["database", "restore", file]).refuses(1, &["has data", "--replace"]);
    other.run(&["database", "restore", file, "--replace"]).refuses(1, &["--yes"]);
    assert_eq!(other.changes().await, 2);
    let again = other.run(&["database", "restore", file, "--replace", "--yes"]);
    assert_eq!((again.code, other.changes().await), (0, 1), "{}", again.words);
}

#[tokio::test]
async fn a_file_is_not_overwritten_unless_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("city.dump");
    fs::write(&file, "a letter").unwrap();
    let desk = Desk::with_demonstration().await;
    let backup = ["database", "backup", file.to_str().unwrap()];
    desk.run(&backup).refuses(1, &["city.dump", "--replace"]);
    assert_eq!(fs::read_to_string(&file).unwrap(), "a letter");
    let replaced = desk.run(&[&backup[..], &["--replace"]].concat());
    assert_eq!(replaced.code, 0, "{}", replaced.words);
    assert!(fs::read(&file).unwrap().starts_with(b"PGDMP"));
}

#[tokio::test]
async fn what_is_no_whole_backup_is_refused_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("city.dump");
    let desk = Desk::with_demonstration().await;
    let restore = ["database", "restore", file.to_str().unwrap(), "--replace", "--yes"];
    desk.run(&restore).refuses(1, &["city.dump"]);
    fs::write(&file, "a letter").unwrap();
    desk.run(&restore).refuses(1, &["city.dump is not a backup of Signpost"]);
    desk.run(&["database", "backup", file.to_str().unwrap(), "--replace"]);
    let whole = fs::read(&file).unwrap();
    fs::write(&file, &whole[..whole.len() / 2]).unwrap();
    desk.run(&restore).refuses(1, &["city.dump is not a backup of Signpost"]);
    assert_eq!(desk.changes().await, 1);
}

#[tokio::test]
async fn a_full_disk_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::with_demonstration().await;
    let mut command = Command::new("sh");
    command.args([
        "-c",
        "ulimit -f 8; exec \"$0\" database backup city.dump",
        env!("CARGO_BIN_EXE_signpost"),
    ]);
    command.current_dir(folder.path()).env("DATABASE_URL", desk.database.url());
    let ran: Ran = command.output().unwrap().into();
    ran.refuses(2, &["cannot write city.dump", "Nothing was kept"]);
    assert!(files(folder.path()).is_empty());
}

#[tokio::test]
async fn without_the_programs_it_says_what_to_install() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::empty().await;
    let file = folder.path().join("city.dump");
    let mut command = desk.command(&["database", "backup", file.to_str().unwrap()]);
    let ran: Ran = command.env("SIGNPOST_POSTGRES_BIN", folder.path()).output().unwrap().into();
    ran.refuses(2, &["no pg_dump of PostgreSQL", "postgresql-client", "SIGNPOST_POSTGRES_BIN"]);
}
