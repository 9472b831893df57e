//! The check of a deployment from inside.

use std::path::Path;

use serde_json::Value;

use crate::mailbox::{MailServer, Temper};
use crate::staff::{Desk, Ran};

/// How a part is, and what is said of it.
#[track_caller]
fn part(ran: &Ran, name: &str) -> (String, String) {
    let rows: Value = serde_json::from_str(&ran.data).unwrap();
    let row = rows.as_array().unwrap().iter().find(|row| row["part"] == name);
    assert!(row.is_some(), "no {name} in {rows}");
    let row = row.unwrap();
    let words = format!("{} {}", row["found"].as_str().unwrap(), row["advice"].as_str().unwrap_or_default());
    (row["state"].as_str().unwrap().to_owned(), words)
}

#[track_caller]
fn assert_part(ran: &Ran, name: &str, state: &str, phrase: &str) {
    let (found, words) = part(ran, name);
    assert_eq!(found, state, "{name}: {words}");
    assert!(words.contains(phrase), "no {phrase:?} in {name}: {words}");
}

impl Desk {
    fn doctor(&self, arguments: &[&str]) -> Ran {
        self.run(&[&["doctor", "--format", "json"], arguments].concat())
    }
}

#[tokio::test]
async fn a_sound_deployment_has_nothing_to_mend() {
    let (desk, backups) = (Desk::with_demonstration().await, tempfile::tempdir().unwrap());
    let folder = backups.path().to_str().unwrap();
    let without = desk.doctor(&["--backups", folder]);
    assert_eq!(without.code, 3, "{}", without.words);
    assert_part(&without, "backups", "ill", "signpost nightly --backups");
    let night = desk.run(&["nightly", "--backups", folder]);
    assert_eq!(night.code, 0, "{}", night.words);
    let sound = desk.doctor(&["--backups", folder, "--database-disk", folder]);
    for (name, phrase) in [
        ("database", "PostgreSQL 1"),
        ("tables", "migrations applied"),
        ("roles", "and nothing else"),
        ("record", "Cupertino"),
        ("programs", "pg_dump"),
        ("backups", "2026-11-23"),
    ] {
        assert_part(&sound, name, "well", phrase);
    }
    for name in ["mail", "public address"] {
        assert_part(&sound, name, "unset", "SIGNPOST_");
    }
    for name in ["data disk", "backup disk"] {
        assert!(part(&sound, name).1.contains("are free in"), "{}", sound.data);
    }
}

#[tokio::test]
async fn roles_that_may_too_little_or_too_much_are_found() {
    let desk = Desk::with_demonstration().await;
    let owner = desk.database.owner().unwrap();
    for (statement, phrase) in [
        ("revoke select on published.partner from signpost_web", "may not read partner"),
        ("grant select on partner, change to signpost_web", "more than it needs: change, partner"),
    ] {
        sqlx::query(statement).execute(&owner).await.unwrap();
        assert_part(&desk.doctor(&[]), "roles", "ill", phrase);
        assert_eq!(desk.run(&["database", "grant"]).code, 0);
        assert_part(&desk.doctor(&[]), "roles", "well", "nothing else");
    }
}

#[tokio::test]
async fn a_database_that_is_away_or_older_is_to_be_mended() {
    let desk = Desk::with_demonstration().await;
    let mut away = desk.command(&["doctor", "--format", "json"]);
    let away: Ran =
        away.env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing").output().unwrap().into();
    assert_eq!(away.code, 3, "{}", away.words);
    assert_part(&away, "database", "ill", "start it");
    let latest = "delete from _sqlx_migrations where version = (select max(version) from _sqlx_migrations)";
    sqlx::query(latest).execute(&desk.database.owner().unwrap()).await.unwrap();
    assert_part(&desk.doctor(&[]), "tables", "ill", "signpost database migrate");
}

#[tokio::test]
async fn a_clock_that_is_far_off_is_found_and_nothing_is_done_by_it() {
    let desk = Desk::with_demonstration().await;
    let by_the_machine = |arguments: &[&str]| -> Ran {
        desk.command(arguments).env_remove("SIGNPOST_CLOCK").output().unwrap().into()
    };
    let doctor = ["doctor", "--format", "json"];
    assert_part(&by_the_machine(&doctor), "clock", "well", "apart from the database's");
    let later = "update _sqlx_migrations set installed_on = now() + interval '2 days' where version = 1";
    sqlx::query(later).execute(&desk.database.owner().unwrap()).await.unwrap();
    assert_part(&by_the_machine(&doctor), "clock", "ill", "NTP");
    by_the_machine(&["partner", "list"]).refuses(2, &["clock", "NTP"]);
    by_the_machine(&["nightly", "--backups", "/nowhere"]).refuses(2, &["clock", "NTP"]);
}

#[tokio::test]
async fn the_mail_server_is_greeted_and_nothing_is_sent() {
    let (desk, server) = (Desk::empty().await, MailServer::start(Temper::Takes));
    let mut command = desk.command(&["doctor", "--format", "json"]);
    server.serves(&mut command);
    assert_part(&command.output().unwrap().into(), "mail", "well", "127.0.0.1");
    assert!(server.taken.try_recv().is_err());
    command.env("SIGNPOST_SMTP_PORT", "1");
    assert_part(&command.output().unwrap().into(), "mail", "ill", "SIGNPOST_SMTP_HOST");
    command.env("SIGNPOST_SMTP_PASSWORD_FILE", "/nowhere/password");
    assert_part(&command.output().unwrap().into(), "mail", "ill", "/nowhere/password");
}

#[tokio::test]
async fn the_public_address_and_the_sites_password_are_tried() {
    let desk = Desk::empty().await;
    let address = |address| desk.doctor(&["--site", address]);
    assert_part(&address("http://localhost:8080"), "public address", "unset", "this machine");
    assert_part(&address("http://cities.invalid"), "public address", "ill", "https://");
    assert_part(&address("https://cities.invalid"), "public address", "ill", "its domain");
    let missing = desk.doctor(&["--web-password-file", "/nowhere/password"]);
    assert_part(&missing, "login", "ill", "/nowhere/password");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let trusted = desk.doctor(&["--web-password-file", file.to_str().unwrap()]);
    assert_part(&trusted, "login", "well", "logs in");
}
