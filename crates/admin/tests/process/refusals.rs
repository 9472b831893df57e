//! What staff get wrong, and what the system does: what is said, and how it exits.

use std::process::Command;

use crate::staff::{Desk, Ran, demonstration};

#[tokio::test]
async fn what_is_mistyped_is_the_inputs_fault_and_the_way_out_is_named() {
    let desk = Desk::with_demonstration().await;
    desk.run(&["partner", "show", "shnzhen"]).refuses(1, &["shnzhen", "shenzhen"]);
    desk.run(&["exchange", "show", "cherry-blosom"]).refuses(1, &["cherry-blosom", "cherry-blossom"]);
    desk.run(&["partner", "list", "--on", "2024-02-30"]).refuses(1, &["--on", "2024-02-30"]);
    desk.run(&["renewal", "due", "--within", "soon"]).refuses(1, &["--within", "soon"]);
    desk.run(&["partner", "lst"]).refuses(1, &["lst"]);
    desk.run(&["import", "/nowhere", "--actor", "Mei Lin"]).refuses(1, &["programme.toml"]);
}

#[tokio::test]
async fn a_write_needs_a_name() {
    let desk = Desk::empty().await;
    let nameless = desk.run(&["import", demonstration().to_str().unwrap()]);
    nameless.refuses(1, &["--actor", "SIGNPOST_ACTOR"]);
    assert_eq!(desk.changes().await, 0);
}

#[tokio::test]
async fn an_empty_record_says_how_to_fill_it() {
    Desk::empty().await.run(&["partner", "list"]).refuses(1, &["signpost import"]);
}

#[tokio::test]
async fn a_database_that_is_away_is_the_systems_fault() {
    let desk = Desk::empty().await;
    let mut away = desk.command(&["partner", "list"]);
    away.env("DATABASE_URL", "postgres://nobody@127.0.0.1:1/nothing");
    let away: Ran = away.output().unwrap().into();
    away.refuses(2, &["127.0.0.1", "start it"]);
}

#[tokio::test]
async fn a_full_disk_of_the_database_is_said_to_be_full() {
    let desk = Desk::with_demonstration().await;
    let full = "create function full_disk() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$";
    let owner = desk.database.owner().unwrap();
    sqlx::query(full).execute(&owner).await.unwrap();
    let trigger =
        "create trigger full_disk before insert on notice for each row execute function full_disk()";
    sqlx::query(trigger).execute(&owner).await.unwrap();
    let ran = desk.run(&["notice", "post", "storm", "--title", "Closed", "--actor", "Mei Lin"]);
    assert_eq!(ran.code, 2, "{}", ran.words);
    assert!(ran.words.contains("disk is full") && ran.words.contains("make room"), "{}", ran.words);
}

#[tokio::test]
async fn without_any_database_both_ways_to_one_are_said() {
    let folder = tempfile::tempdir().unwrap();
    let mut none = Command::new(env!("CARGO_BIN_EXE_signpost"));
    none.args(["partner", "list"]).env_remove("DATABASE_URL").env("SIGNPOST_DATA_DIR", folder.path());
    let none: Ran = none.output().unwrap().into();
    none.refuses(2, &["signpost database init", "DATABASE_URL"]);
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_refused() {
    let desk = Desk::with_demonstration().await;
    let owner = desk.database.owner().unwrap();
    sqlx::query("insert into _sqlx_migrations (version, description, success, checksum, execution_time) values (9999, 'later', true, '', 0)")
        .execute(&owner)
        .await
        .unwrap();
    desk.run(&["partner", "list"]).refuses(2, &["newer"]);
}

#[tokio::test]
async fn a_database_of_an_older_program_says_how_to_bring_it_up_to_date() {
    let desk = Desk::with_demonstration().await;
    let owner = desk.database.owner().unwrap();
    let latest = "delete from _sqlx_migrations where version = (select max(version) from _sqlx_migrations)";
    sqlx::query(latest).execute(&owner).await.unwrap();
    desk.run(&["partner", "list"]).refuses(2, &["older", "signpost database migrate"]);
    assert_eq!(desk.json(&["database", "status"])["state"], "older");
}

#[tokio::test]
async fn a_clock_that_shows_no_time_is_refused() {
    let desk = Desk::with_demonstration().await;
    let ran: Ran = desk.command(&["partner", "list"]).env("SIGNPOST_CLOCK", "noon").output().unwrap().into();
    ran.refuses(1, &["SIGNPOST_CLOCK", "noon"]);
}

#[tokio::test]
async fn a_database_that_takes_no_changes_is_read_all_the_same() {
    let desk = Desk::with_demonstration().await;
    let owner = desk.database.owner().unwrap();
    let name: String = sqlx::query_scalar("select current_database()::text").fetch_one(&owner).await.unwrap();
    let statement = format!("alter database {name} set default_transaction_read_only = on");
    sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&owner).await.unwrap();
    let post = ["notice", "post", "storm", "--title", "Closed", "--actor", "Mei Lin"];
    desk.run(&post).refuses(1, &["only to be read", "--database-url"]);
    assert_eq!(desk.run(&["notice", "list"]).code, 0);
}
