//! The change record: nothing is written without it, and it is not rewritten.

use signpost_core::ChangeId;
use signpost_core::store::StoreError;
use signpost_core::store::change::{self, NewChange};
use signpost_core::store::import::Removal;
use signpost_core::store::verification::{self, FaultKind};
use sqlx::PgPool;

use crate::sample::sample;
use crate::support::{database, import, next_change, of};

/// The rule that a statement breaks, by its name.
async fn broken_rule(pool: &PgPool, statement: &'static str) -> String {
    let error = sqlx::query(statement).execute(pool).await.unwrap_err();
    match StoreError::from(error) {
        StoreError::Rule(rule) => rule.constraint,
        other => panic!("{statement}: {other}"),
    }
}

#[tokio::test]
async fn a_write_without_a_change_record_is_refused() {
    let (_database, pool) = database().await;
    let nouns: Vec<String> = sqlx::query_scalar(
        "select tablename::text from pg_tables where schemaname = 'public' and tablename not in (
            '_sqlx_migrations', 'content_version', 'change', 'audit_entry', 'redaction', 'reminder_sent',
            'search_document', 'search_word', 'partner_exchange', 'file', 'rendition')",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(nouns.len(), 30);
    for noun in nouns {
        for statement in [format!("update {noun} set id = id"), format!("delete from {noun}")] {
            let error = sqlx::query(sqlx::AssertSqlSafe(statement.clone())).execute(&pool).await.unwrap_err();
            assert!(
                matches!(StoreError::from(error), StoreError::Rule(rule) if rule.constraint == "change_record_first"),
                "{statement}"
            );
        }
        let statement = format!("truncate {noun} cascade");
        let error = sqlx::query(sqlx::AssertSqlSafe(statement.clone())).execute(&pool).await.unwrap_err();
        assert!(
            matches!(StoreError::from(error), StoreError::Rule(rule) if rule.constraint == "append_only"),
            "{statement}"
        );
    }
    let insert = "insert into page values (gen_random_uuid(), 'new', 'New', 'New', null)";
    assert_eq!(broken_rule(&pool, insert).await, "change_record_first");
}

#[tokio::test]
async fn the_record_is_neither_changed_nor_removed_nor_emptied() {
    let (_database, pool) = database().await;
    for statement in [
        "update audit_entry set noun = 'other'",
        "update audit_entry set after = null where id = 1",
        "delete from audit_entry",
        "delete from audit_entry where id = 1",
        "truncate audit_entry cascade",
        "update change set actor = 'somebody else'",
        "delete from change",
        "truncate change cascade",
        "update redaction set reason = 'other'",
        "delete from redaction",
        "truncate redaction",
    ] {
        assert_eq!(broken_rule(&pool, statement).await, "append_only", "{statement}");
    }
}

#[tokio::test]
async fn an_entry_says_what_was_before_and_after() {
    let (_database, pool) = database().await;
    let mut edited = sample(1);
    edited.pages[0].title = of("Home again");
    let mut transaction = pool.begin().await.unwrap();
    let new = NewChange {
        reason: Some("It was time".to_owned()),
        ..NewChange::new(next_change(), "Mei", "page edit")
    };
    change::begin(&mut transaction, &new).await.unwrap();
    signpost_core::store::import::run(&mut transaction, &edited, Removal::Keep).await.unwrap();
    let entries = change::entries(&mut transaction, new.id).await.unwrap();
    change::commit(transaction, new.id).await.unwrap();
    let [entry] = entries.as_slice() else { panic!("{entries:?}") };
    let (before, after) = (entry.before.as_ref().unwrap(), entry.after.as_ref().unwrap());
    assert_eq!(entry.noun, "page");
    assert_eq!((&before["title"], &after["title"]), (&"Home, edition 1".into(), &"Home again".into()));
}

#[tokio::test]
async fn the_bytes_of_files_are_not_in_the_record() {
    let (_database, pool) = database().await;
    let held: i64 = sqlx::query_scalar(
        "select count(*) from audit_entry where noun in ('document', 'image') and (after ? 'bytes' or not after ? 'sha256')",
    )
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(held, 0);
}

#[tokio::test]
async fn a_redaction_is_possible_only_with_its_mark() {
    let (_database, pool) = database().await;
    let entry: i64 =
        sqlx::query_scalar("select id from audit_entry where noun = 'contact' order by id limit 1")
            .fetch_one(&pool)
            .await
            .unwrap();
    let redact = |fields: &'static str, content: &'static str| {
        let pool = pool.clone();
        async move {
            let mut transaction = pool.begin().await.unwrap();
            change::begin(&mut transaction, &NewChange::new(next_change(), "tester", "audit redact"))
                .await
                .unwrap();
            let mark: uuid::Uuid = sqlx::query_scalar(
                "insert into redaction select gen_random_uuid(), id, $1, $2::text[], 'The City Clerk', 'Asked for'
                 from change where transaction = pg_current_xact_id() returning id",
            )
            .bind(entry)
            .bind(fields)
            .fetch_one(&mut *transaction)
            .await
            .unwrap();
            let update = sqlx::query(content).bind(entry).bind(mark).execute(&mut *transaction).await;
            match update {
                Ok(_) => transaction.commit().await.map_err(StoreError::from),
                Err(error) => Err(error.into()),
            }
        }
    };
    let whole = "update audit_entry set after = redacted(after, '{name,email}', $2) where id = $1";
    // More than the redaction says, something else than the mark, or another column: refused.
    assert!(redact("{name}", whole).await.is_err());
    assert!(
        redact(
            "{name,email}",
            "update audit_entry set after = jsonb_set(after, '{name}', to_jsonb($2)) where id = $1"
        )
        .await
        .is_err()
    );
    assert!(
        redact(
            "{name,email}",
            "update audit_entry set after = redacted(after, '{name,email}', $2), noun = 'x' where id = $1"
        )
        .await
        .is_err()
    );
    redact("{name,email}", whole).await.unwrap();
    let after: serde_json::Value = sqlx::query_scalar("select after from audit_entry where id = $1")
        .bind(entry)
        .fetch_one(&pool)
        .await
        .unwrap();
    assert!(after["name"]["redacted"].is_string() && after["email"]["redacted"].is_string());
    assert!(after["role"].is_string());
}

#[tokio::test]
async fn two_changes_in_one_transaction_are_refused() {
    let (_database, pool) = database().await;
    import(&pool, &sample(2), Removal::Keep).await;
    let mut transaction = pool.begin().await.unwrap();
    let begin = |id: ChangeId| NewChange::new(id, "tester", "twice");
    change::begin(&mut transaction, &begin(next_change())).await.unwrap();
    assert!(change::begin(&mut transaction, &begin(next_change())).await.is_err());
}

#[tokio::test]
async fn everything_that_is_recorded_can_be_held_against_the_record() {
    let (_database, pool) = database().await;
    let forgotten: Vec<String> = sqlx::query_scalar(
        "select tgrelid::regclass::text from pg_trigger where tgname = 'record_insert'
         except select table_name from information_schema.view_table_usage where view_name = 'recorded'",
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    assert_eq!(forgotten, Vec::<String>::new());
}

/// What a verification finds after statements that go past the record.
async fn found_after(statements: &[&'static str]) -> Vec<(FaultKind, String)> {
    let (_database, pool) = database().await;
    import(&pool, &sample(2), Removal::Keep).await;
    let mut connection = pool.acquire().await.unwrap();
    assert_eq!(verification::verify(&mut connection).await.unwrap().faults, []);
    for statement in statements {
        sqlx::query(*statement).execute(&mut *connection).await.unwrap();
    }
    let verification = verification::verify(&mut connection).await.unwrap();
    verification.faults.into_iter().map(|fault| (fault.kind, fault.noun)).collect()
}

#[tokio::test]
async fn what_was_written_past_the_record_is_found() {
    let page = |kind| vec![(kind, "page".to_owned())];
    let quiet = "alter table page disable trigger user";
    let open = "alter table audit_entry disable trigger user";
    let change = "update page set title = 'Past it' where id = (select row_id from audit_entry
        where noun = 'page' order by id desc limit 1)";
    assert_eq!(found_after(&[quiet, change]).await, page(FaultKind::Differs));
    let add = "insert into page (id, slug, title, body) values (gen_random_uuid(), 'past', 'Past', 'Past')";
    assert_eq!(found_after(&[quiet, add]).await, page(FaultKind::Unrecorded));
    let forget = "delete from cost where id = (select id from cost order by id limit 1)";
    let quiet_cost = "alter table cost disable trigger user";
    assert_eq!(found_after(&[quiet_cost, forget]).await, [(FaultKind::Gone, "cost".to_owned())]);
    let bend = "update audit_entry set before = jsonb_set(before, '{title}', '\"Bent\"')
        where id = (select max(id) from audit_entry where noun = 'page' and action = 'update')";
    assert_eq!(found_after(&[open, bend]).await, page(FaultKind::BrokenChain));
    let blacken = "update audit_entry set before = jsonb_set(before, '{title}', '{\"redacted\": \"nobody\"}')
        where id = (select max(id) from audit_entry where noun = 'page' and action = 'update')";
    assert_eq!(found_after(&[open, blacken]).await, page(FaultKind::UnknownMark));
}
