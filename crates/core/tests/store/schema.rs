//! The schema: its migrations, and the views that are shaped like tables.

use signpost_core::database::{TestDatabase, migrate, status};

#[tokio::test]
async fn migrating_twice_changes_nothing() {
    let database = TestDatabase::create().await.unwrap();
    let pool = database.owner().unwrap();
    let mut connection = pool.acquire().await.unwrap();
    let applied = "select jsonb_agg(applied)::text from _sqlx_migrations applied";
    let before: String = sqlx::query_scalar(applied).fetch_one(&mut *connection).await.unwrap();
    migrate(&mut connection).await.unwrap();
    let after: String = sqlx::query_scalar(applied).fetch_one(&mut *connection).await.unwrap();
    assert_eq!(before, after);
    let status = status(&mut connection).await.unwrap();
    assert!(
        status.migrations.pending.is_empty()
            && status.migrations.foreign.is_none()
            && !status.migrations.applied.is_empty(),
        "{status:?}"
    );
}

#[tokio::test]
async fn every_published_view_is_shaped_like_its_table() {
    let database = TestDatabase::create().await.unwrap();
    let pool = database.owner().unwrap();
    let columns = |schema: &'static str| {
        let pool = pool.clone();
        async move {
            let columns: Vec<(String, String, String)> = sqlx::query_as(
                "select table_name::text, column_name::text, udt_name::text from information_schema.columns
                 where table_schema = $1
                    and column_name <> 'wikidata' -- which has a view of its own
                    and table_name in (select table_name from information_schema.views where table_schema = 'published')
                 order by table_name, ordinal_position",
            )
            .bind(schema)
            .fetch_all(&pool)
            .await
            .unwrap();
            columns
        }
    };
    let views = columns("published").await;
    assert!(views.len() > 200);
    assert_eq!(views, columns("public").await);
}

#[tokio::test]
async fn every_table_and_view_for_people_is_described() {
    let database = TestDatabase::create().await.unwrap();
    let undescribed: Vec<String> = sqlx::query_scalar(
        "select relname::text from pg_class
         where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') and relname <> '_sqlx_migrations'
            and obj_description(oid) is null",
    )
    .fetch_all(&database.owner().unwrap())
    .await
    .unwrap();
    assert!(undescribed.is_empty(), "{undescribed:?}");
}
