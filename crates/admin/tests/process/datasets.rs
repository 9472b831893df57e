//! Import and export: all or nothing, and the same again.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use crate::staff::{Desk, demonstration};

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
    let rehearsed = desk.run(&["import", &folder(), "--dry-run", "--actor", "Mei Lin"]);
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
    assert_eq!(files(&out, &out), files(&demonstration(), &demonstration()));
}

/// The files below a folder, by their paths in it, with their content.
fn files(root: &Path, folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(root, &path));
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[tokio::test]
async fn a_fault_is_named_with_file_and_line_and_nothing_is_written() {
    let desk = Desk::empty().await;
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files(&demonstration(), &demonstration()) {
        let path = folder.path().join(&name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = match name.as_str() {
            "partners/taipei.toml" => text.replace("start = \"2016-09-20\"", "start = \"2016-09-31\""),
            "partners/jilin.toml" => text.replace("country = \"CN\"", "country = "),
            _ => text,
        };
        fs::write(path, text).unwrap();
    }
    let refused = desk.run(&["import", folder.path().to_str().unwrap(), "--actor", "Mei Lin"]);
    refused.refuses(1, &["partners/taipei.toml:", "2016-09-31", "partners/jilin.toml:"]);
    assert_eq!(desk.changes().await, 0);
}

#[tokio::test]
async fn a_killed_import_leaves_nothing() {
    let desk = Desk::empty().await;
    let owner = desk.database.owner().unwrap();
    // The import comes as far as the partners, and waits there for a lock until it is killed.
    let mut holder = owner.begin().await.unwrap();
    sqlx::query("lock table claim in access exclusive mode").execute(&mut *holder).await.unwrap();
    let mut import = desk.command(&["import", &folder(), "--actor", "Mei Lin"]);
    let mut import = import.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let waits = "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')";
    while !sqlx::query_scalar::<_, bool>(waits).fetch_one(&owner).await.unwrap() {
        assert!(import.try_wait().unwrap().is_none(), "the import ended before it was killed");
    }
    import.kill().unwrap();
    import.wait().unwrap();
    holder.rollback().await.unwrap();
    // What the dead process began is gone as soon as Postgres notices: ask for a lock that it would hold.
    let mut after = owner.begin().await.unwrap();
    sqlx::query("lock table partner in access exclusive mode").execute(&mut *after).await.unwrap();
    let left: i64 =
        sqlx::query_scalar("select (select count(*) from partner) + (select count(*) from change)")
            .fetch_one(&mut *after)
            .await
            .unwrap();
    assert_eq!(left, 0);
}
