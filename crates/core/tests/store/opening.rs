//! Opening a database, and refusing one that would not do.

use signpost_core::database::{
    Database, DatabaseError, Freshness, Granted, Role, Settings, TestDatabase, grant, migrate, migrations,
};
use signpost_core::store::import::Removal;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, PgPool};

use crate::sample::sample;
use crate::support::{database, import};

async fn open(url: &str, role: Role) -> Result<Database, DatabaseError> {
    Database::open(&Settings::of_url(url), role).await
}

/// What is wrong with a database, in words.
async fn refusal(url: &str, role: Role) -> (DatabaseError, String) {
    let error = open(url, role).await.unwrap_err();
    let words = error.to_string();
    (error, words)
}

/// Another database in the cluster of a test database, made with these options.
struct Another<'a> {
    pool: &'a PgPool,
    name: String,
    url: String,
}

impl<'a> Another<'a> {
    async fn create(database: &TestDatabase, pool: &'a PgPool, options: &str) -> Self {
        let first: String =
            sqlx::query_scalar("select current_database()::text").fetch_one(pool).await.unwrap();
        let name = format!("{first}_another");
        let url = database.url().replace(&first, &name);
        pool.execute(AssertSqlSafe(format!("create database {name} {options}"))).await.unwrap();
        Self { pool, name, url }
    }

    async fn remove(self) {
        self.pool.execute(AssertSqlSafe(format!("drop database {} with (force)", self.name))).await.unwrap();
    }
}

#[tokio::test]
async fn a_database_that_fits_is_opened_by_both_roles() {
    let (database, _pool) = database().await;
    for (url, role) in
        [(database.url(), Role::Owner), (database.web_url(), Role::Web), (database.url(), Role::Web)]
    {
        let opened = open(&url, role).await.unwrap();
        let partners: i64 =
            sqlx::query_scalar("select count(*) from partner").fetch_one(opened.pool()).await.unwrap();
        assert_eq!(partners, if role == Role::Web { 1 } else { 2 });
        assert!(opened.cluster().is_none() && opened.place().contains("test_"), "{}", opened.place());
        opened.close().await.unwrap();
    }
}

#[tokio::test]
async fn a_database_that_is_away_says_how_to_get_it_and_tells_no_password() {
    let (error, words) =
        refusal("postgres:///signpost?host=/nowhere&user=office&password=hunter2", Role::Web).await;
    assert!(matches!(error, DatabaseError::Away { .. }) && words.contains("start it"), "{words}");
    assert!(
        words.contains("signpost on /nowhere") && !format!("{words}{error:?}").contains("hunter2"),
        "{error:?}"
    );
}

#[tokio::test]
async fn who_and_what_is_not_there_is_named() {
    let database = TestDatabase::create().await.unwrap();
    let (error, words) =
        refusal(&database.url().replace("user=signpost", "user=nobody_here"), Role::Web).await;
    assert!(matches!(error, DatabaseError::Refused { .. }) && words.contains("nobody_here"), "{words}");
    let (error, words) = refusal(&database.url().replace("/test_", "/no_test_"), Role::Owner).await;
    assert!(matches!(error, DatabaseError::NoDatabase { .. }) && words.contains("createdb"), "{words}");
}

#[tokio::test]
async fn a_database_that_does_not_know_chinese_is_refused() {
    let database = TestDatabase::create().await.unwrap();
    let pool = database.owner().unwrap();
    for options in [
        "template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'",
        "template template0 encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'",
    ] {
        let plain = Another::create(&database, &pool, options).await;
        let (error, words) = refusal(&plain.url, Role::Owner).await;
        assert!(
            matches!(error, DatabaseError::NotUtf8 { .. }) && words.contains("--lc-ctype=C.UTF-8"),
            "{words}"
        );
        plain.remove().await;
    }
}

#[tokio::test]
async fn an_empty_database_an_older_and_a_newer_one_say_what_to_do() {
    let database = TestDatabase::create().await.unwrap();
    let pool = database.owner().unwrap();
    let empty = Another::create(&database, &pool, "").await;
    let (error, words) = refusal(&empty.url, Role::Owner).await;
    assert!(matches!(error, DatabaseError::NoSchema { .. }) && words.contains("database migrate"), "{words}");
    empty.remove().await;

    let later = "insert into _sqlx_migrations select 99999, 'later', now(), true, '', 0";
    pool.execute(later).await.unwrap();
    let (error, words) = refusal(&database.url(), Role::Owner).await;
    assert!(matches!(error, DatabaseError::Newer { .. }), "{words}");
    // Nothing is taken away: the servers of the release before go on.
    open(&database.web_url(), Role::Web).await.unwrap().close().await.unwrap();
    let cases = [
        (
            "update _sqlx_migrations set description = 'contract after 99998 names' where version = 99999",
            "newer",
        ),
        ("update _sqlx_migrations set checksum = '' where version = 1", "newer"),
        ("delete from _sqlx_migrations where version = 1 or version > 6", "older"),
    ];
    for (state, expected) in cases {
        pool.execute(state).await.unwrap();
        for (url, role) in [(database.url(), Role::Owner), (database.web_url(), Role::Web)] {
            let (error, words) = refusal(&url, role).await;
            let found = match error {
                DatabaseError::Newer { .. } => "newer",
                DatabaseError::Older { .. } => "older",
                other => panic!("{other}"),
            };
            assert_eq!(found, expected, "{words}");
            assert!(words.contains("install the newer") || words.contains("database migrate"), "{words}");
        }
        if expected == "newer" {
            assert!(migrate(&mut pool.acquire().await.unwrap()).await.is_err());
        }
    }
}

/// An owner who is no superuser, as on a hosted Postgres.
#[tokio::test]
async fn a_plain_owner_migrates_and_grants() {
    let database = TestDatabase::create().await.unwrap();
    let pool = database.owner().unwrap();
    let hosted = Another::create(&database, &pool, "").await;
    let (owner, name) = (format!("{}_owner", hosted.name), hosted.name.clone());
    pool.execute(AssertSqlSafe(format!("create role {owner} login createrole"))).await.unwrap();
    pool.execute(AssertSqlSafe(format!("alter database {name} owner to {owner}"))).await.unwrap();
    let url = hosted.url.replace("user=signpost", &format!("user={owner}"));

    let mut connection = PgConnection::connect(&url).await.unwrap();
    migrate(&mut connection).await.unwrap();
    assert_eq!(grant(&mut connection, None).await.unwrap(), Granted::ButLargeObjects);
    assert!(migrations(&mut connection).await.unwrap().pending.is_empty());
    connection.close().await.unwrap();
    let as_owner = open(&url, Role::Owner).await.unwrap();
    import(as_owner.pool(), &sample(1), Removal::Keep).await;
    let web = open(&hosted.url.replace("user=signpost", "user=signpost_web"), Role::Web).await.unwrap();
    let partners: i64 =
        sqlx::query_scalar("select count(*) from partner").fetch_one(web.pool()).await.unwrap();
    assert_eq!(partners, 1);
    let made = sqlx::query("create temporary table mine (id integer)").execute(web.pool()).await;
    assert!(made.is_err());
    web.close().await.unwrap();
    as_owner.close().await.unwrap();
    hosted.remove().await;
    pool.execute(AssertSqlSafe(format!("drop role {owner}"))).await.unwrap();
}

#[tokio::test]
async fn freshness_survives_a_lost_connection() {
    let (database, owner) = database().await;
    let mut freshness = Freshness::of(database.web().unwrap());
    let first = freshness.changed().await.unwrap();
    let broken = "select pg_terminate_backend(pid) from pg_stat_activity
                  where datname = current_database() and usename = 'signpost_web'";
    assert!(sqlx::query(broken).execute(&owner).await.unwrap().rows_affected() > 0);
    import(&owner, &sample(2), Removal::Keep).await;
    let mut edition = freshness.changed().await;
    while edition.is_err() {
        edition = freshness.changed().await;
    }
    assert_eq!(edition.unwrap().version, first.version + 1);
}

#[tokio::test]
async fn freshness_says_that_the_database_is_away() {
    let pool = PgPool::connect_lazy("postgres:///signpost?host=/nowhere").unwrap();
    let error = Freshness::of(pool).changed().await.unwrap_err();
    assert!(error.is_failure(), "{error}");
}
