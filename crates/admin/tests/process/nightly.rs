//! What is done every night.

use std::fs;
use std::path::Path;

use crate::mailbox::{MailServer, Temper};
use crate::staff::{Desk, Ran, files};

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_night_backs_up_copies_thins_and_reminds() {
    let (desk, server) = (Desk::with_demonstration().await, MailServer::start(Temper::Takes));
    let (backups, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    for old in
        ["signpost-2026-11-21.dump", "signpost-2026-11-20.dump", "signpost-2026-10-01.dump", "notes.txt"]
    {
        fs::write(backups.path().join(old), "old").unwrap();
    }
    let copy = format!("cp \"$BACKUP\" {}", elsewhere.path().display());
    let folder = backups.path().to_str().unwrap();
    let keep = ["--keep-days", "2", "--keep-weeks", "0", "--keep-months", "2"];
    let night = || -> Ran {
        let arguments = ["nightly", "--backups", folder, "--copy", &copy];
        let mut command = desk.command(&[&arguments[..], &keep].concat());
        server.serves(&mut command);
        command.output().unwrap().into()
    };
    let first = night();
    assert_eq!(first.code, 0, "{}", first.words);
    assert!(first.words.contains("Thinned out 1 old backup."), "{}", first.words);
    let kept =
        ["notes.txt", "signpost-2026-10-01.dump", "signpost-2026-11-21.dump", "signpost-2026-11-23.dump"];
    assert_eq!(names(backups.path()), kept);
    assert_eq!(names(elsewhere.path()), ["signpost-2026-11-23.dump"]);
    assert!(server.taken.try_recv().unwrap().contains("Taichung"), "reminders are mailed");
    let again = night();
    assert!(again.code == 0 && server.taken.try_recv().is_err(), "{}", again.words);
    let other = Desk::empty().await;
    let backup = backups.path().join("signpost-2026-11-23.dump");
    let restored = other.run(&["database", "restore", backup.to_str().unwrap()]);
    assert_eq!(restored.code, 0, "{}", restored.words);
    let export = |desk: &Desk| {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        assert_eq!(desk.run(&["export", out.to_str().unwrap()]).code, 0);
        files(&out)
    };
    assert_eq!(export(&other), export(&desk));
}

#[tokio::test]
async fn what_fails_is_mailed_and_the_rest_is_done() {
    let (desk, server) = (Desk::with_demonstration().await, MailServer::start(Temper::Takes));
    let backups = tempfile::tempdir().unwrap();
    let run = |folder: &Path, copy: &str| -> Ran {
        let mut command = desk.command(&["nightly", "--backups", folder.to_str().unwrap(), "--copy", copy]);
        server.serves(&mut command);
        command.output().unwrap().into()
    };
    let failed = run(backups.path(), "echo no room there >&2; false");
    assert_eq!(failed.code, 2, "{}", failed.words);
    assert!(failed.words.contains("no room there"), "{}", failed.words);
    assert_eq!(names(backups.path()), ["signpost-2026-11-23.dump"]);
    let mails: Vec<String> = server.taken.try_iter().collect();
    let trouble = mails.iter().find(|mail| mail.contains("the nightly run failed")).unwrap();
    assert!(trouble.contains("no room there") && mails.len() == 2, "{mails:?}");
    let nowhere = run(&backups.path().join("missing"), "true");
    assert_eq!(nowhere.code, 2, "{}", nowhere.words);
    assert!(server.taken.try_recv().unwrap().contains("missing"));
}

#[tokio::test]
async fn a_database_that_is_away_is_mailed_too() {
    let (desk, server) = (Desk::empty().await, MailServer::start(Temper::Takes));
    let mut command = desk.command(&["nightly", "--backups", "/nowhere"]);
    server.serves(&mut command);
    command.env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/signpost");
    let ran: Ran = command.output().unwrap().into();
    assert_eq!(ran.code, 2, "{}", ran.words);
    assert!(server.taken.try_recv().unwrap().contains("127.0.0.1"));
    desk.run(&["nightly", "--backups", "/nowhere", "--at", "25:00"]).refuses(1, &["--at", "03:30"]);
}
