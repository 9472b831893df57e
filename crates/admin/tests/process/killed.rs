//! An import that is killed, at one moment or another, leaves nothing.

use std::process::{Child, Stdio};

use sqlx::{AssertSqlSafe, PgConnection, PgExecutor, PgPool};

use crate::staff::{Desk, demonstration, files};

/// Starts an import.
fn begin(desk: &Desk) -> Child {
    let demonstration = demonstration();
    let mut import = desk.command(&["import", demonstration.to_str().unwrap(), "--actor", "Mei Lin"]);
    import.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

/// Starts an import, kills it while it waits to write a table, and waits until the database has noticed.
async fn kill_while_it_writes(table: &str, desk: &Desk, owner: &PgPool) {
    let mut holder = owner.begin().await.unwrap();
    let lock = AssertSqlSafe(format!("lock table {table} in exclusive mode"));
    sqlx::query(lock).execute(&mut *holder).await.unwrap();
    let mut import = begin(desk);
    let waiting = "select pid from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and backend_type = 'client backend'";
    let backend: i32 = loop {
        if let Some(pid) = sqlx::query_scalar(waiting).fetch_optional(owner).await.unwrap() {
            break pid;
        }
        assert!(import.try_wait().unwrap().is_none(), "the import ended before it wrote {table}");
    };
    import.kill().unwrap();
    import.wait().unwrap();
    holder.rollback().await.unwrap();
    let is_there = "select exists (select from pg_stat_activity where pid = $1)";
    while sqlx::query_scalar::<_, bool>(is_there).bind(backend).fetch_one(owner).await.unwrap() {}
}

/// How many changes and partners are on record.
async fn left(owner: impl PgExecutor<'_>) -> (i64, i64) {
    let counts = "select (select count(*) from change), (select count(*) from partner)";
    sqlx::query_as(counts).fetch_one(owner).await.unwrap()
}

#[tokio::test]
async fn killed_while_it_writes_it_leaves_nothing() {
    let desk = Desk::empty().await;
    let owner = desk.database.owner().unwrap();
    for table in ["change", "programme", "partner", "term", "exchange", "claim"] {
        kill_while_it_writes(table, &desk, &owner).await;
        assert_eq!(left(&owner).await, (0, 0), "killed while it wrote {table}");
    }
    let demonstration = demonstration();
    let again = desk.run(&["import", demonstration.to_str().unwrap(), "--actor", "Mei Lin"]);
    assert_eq!((again.code, left(&owner).await), (0, (1, 25)), "{}", again.words);
}

/// The commit itself is the server's: it finishes what it was asked for, though nobody waits for the answer.
#[tokio::test]
async fn killed_while_it_commits_it_leaves_all_or_nothing() {
    let desk = Desk::empty().await;
    let owner = desk.database.owner().unwrap();
    kill_while_it_writes("content_version", &desk, &owner).await;
    match left(&owner).await {
        (0, 0) => {}
        (1, 25) => {
            let folder = tempfile::tempdir().unwrap();
            let out = folder.path().join("out");
            desk.run(&["export", out.to_str().unwrap()]);
            assert_eq!(files(&out), files(&demonstration()));
        }
        half => panic!("half an import is on record: {half:?}"),
    }
}

/// Asks the database how many others are connected to it: what a moment is measured by here.
async fn others(connection: &mut PgConnection) -> i64 {
    let others = "select count(*) from pg_stat_activity
         where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()";
    sqlx::query_scalar(others).fetch_one(connection).await.unwrap()
}

/// How many looks at the database an import takes when nobody kills it.
async fn looks_of_an_import() -> u64 {
    let desk = Desk::empty().await;
    let mut owner = desk.database.owner().unwrap().acquire().await.unwrap();
    let (mut import, mut looks) = (begin(&desk), 0);
    while import.try_wait().unwrap().is_none() {
        others(&mut owner).await;
        looks += 1;
    }
    looks
}

#[tokio::test]
async fn killed_at_a_hundred_moments_it_leaves_all_or_nothing() {
    let most = looks_of_an_import().await;
    let mut desk = Desk::empty().await;
    let mut owner = desk.database.owner().unwrap().acquire().await.unwrap();
    let (mut nothing, mut whole, mut seed) = (0, 0, 2026_u64);
    while nothing + whole < 100 {
        // A linear congruential generator (Knuth, MMIX): the same moments in every run, as far as machines are alike.
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let mut import = begin(&desk);
        for _ in 0..(seed >> 33) % (most + most / 8) {
            others(&mut owner).await;
        }
        import.kill().unwrap();
        import.wait().unwrap();
        while others(&mut owner).await > 0 {}
        match left(&mut *owner).await {
            (0, 0) => nothing += 1,
            (1, 25) => {
                whole += 1;
                desk = Desk::empty().await;
                owner = desk.database.owner().unwrap().acquire().await.unwrap();
            }
            half => panic!("half an import is on record: {half:?}"),
        }
    }
    assert!(nothing > 0, "it was never killed before it was done");
}
