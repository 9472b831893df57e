//! From the release before to this one, while its servers serve: `tests/previous` has a backup that it wrote, and the
//! queries that it asks.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::{AssertSqlSafe, Column, Connection, Executor, PgPool, SqlSafeStr, Statement};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::staff::Desk;

/// A query that its server asks: what comes back, and the answer where it needs no values.
#[derive(Debug, PartialEq)]
struct Asked {
    query: String,
    columns: Vec<(String, String)>,
    answer: Option<String>,
}

fn previous(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/previous").join(file)
}

/// The queries that the site's role may ask, with what they get.
async fn ask(web: &PgPool) -> Vec<Asked> {
    let text = std::fs::read_to_string(previous("queries.json")).unwrap();
    let queries: Vec<String> = serde_json::from_str(&text).unwrap();
    let mut asked = Vec::new();
    for query in queries {
        if !is_answered(web, &query).await {
            continue;
        }
        let statement = web.prepare(AssertSqlSafe(query.clone()).into_sql_str()).await.unwrap();
        let columns = statement.columns().iter();
        let columns =
            columns.map(|column| (column.name().to_owned(), column.type_info().to_string())).collect();
        let answer = if needs_no_values(&query) { Some(answer(web, &query).await) } else { None };
        asked.push(Asked { query, columns, answer });
    }
    asked
}

/// Whether the server lets the role ask, with no value for anything.
async fn is_answered(web: &PgPool, query: &str) -> bool {
    let values = (1..100).take_while(|number| query.contains(&format!("${number}"))).count();
    let values = vec!["null"; values].join(", ");
    let execute =
        if values.is_empty() { "execute asked".to_owned() } else { format!("execute asked({values})") };
    let both = format!("prepare asked as {query}; {execute}");
    // The connection goes with what it has prepared.
    let mut connection = web.acquire().await.unwrap().detach();
    let answered = sqlx::raw_sql(AssertSqlSafe(both)).execute(&mut connection).await.is_ok();
    connection.close().await.unwrap();
    answered
}

/// Whether it can be asked as it is, and answers the same whenever it is asked.
fn needs_no_values(query: &str) -> bool {
    let is_steady = ["pg_", "clock_timestamp", "_sqlx_migrations"].iter().all(|other| !query.contains(other));
    !query.contains('$') && query.trim_start().starts_with("select") && is_steady
}

/// All rows of an answer, in an order of their own.
async fn answer(web: &PgPool, query: &str) -> String {
    let rows = format!(
        "select coalesce(jsonb_agg(to_jsonb(answer) order by to_jsonb(answer)), '[]')::text from ({query}) answer"
    );
    sqlx::query_scalar(AssertSqlSafe(rows)).fetch_one(web).await.unwrap()
}

/// An old server: asks one thing after another until it is told to stop, as it would to show its pages.
async fn serve(web: PgPool, queries: Vec<String>, rounds: Arc<AtomicU64>, stop: watch::Receiver<()>) {
    while stop.has_changed().is_ok() {
        for query in &queries {
            let answered = sqlx::query(AssertSqlSafe(query.clone())).fetch_all(&web).await;
            assert!(answered.is_ok(), "{query}: {}", answered.unwrap_err());
        }
        rounds.fetch_add(1, Ordering::SeqCst);
    }
}

/// Waits until a server has done so many more rounds.
async fn more_rounds(server: &JoinHandle<()>, rounds: &AtomicU64, more: u64) {
    let goal = rounds.load(Ordering::SeqCst) + more;
    while rounds.load(Ordering::SeqCst) < goal {
        assert!(!server.is_finished(), "the server asks no more");
        tokio::task::yield_now().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_servers_of_the_release_before_serve_while_their_database_is_upgraded() {
    let desk = Arc::new(Desk::empty().await);
    let restored = desk.run(&["database", "restore", previous("backup.dump").to_str().unwrap()]);
    assert_eq!(restored.code, 0, "{}", restored.words);
    let web = desk.database.web().unwrap();
    let before = ask(&web).await;
    assert!(before.len() >= 40, "{} queries are public", before.len());
    let free: Vec<_> = before.iter().filter(|asked| asked.answer.is_some()).collect();
    assert!(free.len() >= 20, "{} queries need no values", free.len());

    let planned = desk.run(&["database", "migrate", "--plan", "--format", "json"]);
    let planned: serde_json::Value = serde_json::from_str(&planned.data).unwrap();
    let pending = desk.json(&["database", "status"])["pending_migrations"].clone();
    let versions = planned.as_array().unwrap().iter().map(|row| row["version"].clone());
    assert_eq!(versions.collect::<Vec<_>>(), *pending.as_array().unwrap());

    let (rounds, (stop, stopped)) = (Arc::new(AtomicU64::new(0)), watch::channel(()));
    let queries: Vec<String> = free.iter().map(|asked| asked.query.clone()).collect();
    let server = tokio::spawn(serve(web.clone(), queries, Arc::clone(&rounds), stopped));
    more_rounds(&server, &rounds, 2).await;
    let upgrading = Arc::clone(&desk);
    let migrated =
        tokio::task::spawn_blocking(move || upgrading.run(&["database", "migrate"])).await.unwrap();
    assert_eq!(migrated.code, 0, "{}", migrated.words);
    more_rounds(&server, &rounds, 2).await;
    drop(stop);
    server.await.unwrap();

    let after = ask(&web).await;
    for asked in &before {
        assert_eq!(after.iter().find(|later| later.query == asked.query), Some(asked));
    }
    assert_eq!(desk.json(&["database", "status"])["state"], "current");
    let verified = desk.run(&["audit", "verify"]);
    assert_eq!(verified.code, 0, "{}{}", verified.data, verified.words);
    let folder = tempfile::tempdir().unwrap();
    let exported = desk.run(&["export", folder.path().join("out").to_str().unwrap()]);
    assert_eq!(exported.code, 0, "{}", exported.words);
}
