//! How often and when things changed: SEQUENCE only grows, whoever writes, and the public sees when.

use signpost_core::store::change::{self, NewChange};
use signpost_core::store::import::Removal;
use signpost_core::store::{exchange, history};
use signpost_core::{ChangeId, Id};
use sqlx::PgPool;

use crate::sample::sample;
use crate::support::{database, import, of};

/// Changes something in a transaction of its own.
async fn write(pool: &PgPool, statement: &'static str) {
    let mut transaction = pool.begin().await.unwrap();
    let change = NewChange::new(ChangeId::derived("change", statement), "tester", "test");
    change::begin(&mut transaction, &change).await.unwrap();
    sqlx::query(statement).execute(&mut *transaction).await.unwrap();
    transaction.commit().await.unwrap();
}

async fn sequence(pool: &PgPool) -> i32 {
    let mut connection = pool.acquire().await.unwrap();
    exchange::by_slug(&mut connection, &of("moon-festival")).await.unwrap().unwrap().sequence
}

#[tokio::test]
async fn a_change_that_calendars_show_counts_and_no_other() {
    let (_database, owner) = database().await;
    let first = sequence(&owner).await;
    for (statement, counted) in [
        ("update exchange set title = 'Moon' where slug = 'moon-festival'", 1),
        ("update exchange set venue = 'Memorial Park' where slug = 'moon-festival'", 2),
        ("update exchange set note = 'x', leader = 'Ann', students = 3 where slug = 'moon-festival'", 2),
        ("update exchange set status = 'cancelled', sequence = 0 where slug = 'moon-festival'", 3),
        ("update exchange set sequence = 0 where slug = 'moon-festival'", 3),
        ("update exchange set title = 'Sun', sequence = sequence + 1 where slug = 'moon-festival'", 4),
    ] {
        write(&owner, statement).await;
        assert_eq!(sequence(&owner).await, first + counted, "{statement}");
    }
}

#[tokio::test]
async fn other_partners_count_and_move_the_last_change() {
    let (_database, owner) = database().await;
    let first = sequence(&owner).await;
    let mut connection = owner.acquire().await.unwrap();
    let festival = exchange::by_slug(&mut connection, &of("moon-festival")).await.unwrap().unwrap().id.uuid();
    let changed = async |connection: &mut sqlx::PgConnection| {
        history::last_changes(connection, &[festival]).await.unwrap()[&festival]
    };
    for (statement, counted) in [
        ("delete from exchange_partner", 1),
        (
            "insert into exchange_partner
             select gen_random_uuid(), exchange.id, partner.id, 9 from exchange, partner
             where exchange.slug = 'moon-festival'",
            2,
        ),
        ("update exchange_partner set position = position + 10", 2),
        (
            "with renamed as (update exchange set title = 'Sun' where slug = 'moon-festival' returning id)
             delete from exchange_partner using renamed where exchange = renamed.id",
            3,
        ),
    ] {
        let before = changed(&mut connection).await;
        write(&owner, statement).await;
        assert_eq!(sequence(&owner).await, first + counted, "{statement}");
        let is_moved = changed(&mut connection).await > before;
        assert_eq!(is_moved, !statement.contains("position + 10"), "{statement}");
    }
}

#[tokio::test]
async fn an_import_of_what_was_before_counts_on_and_then_writes_nothing() {
    let (_database, owner) = database().await;
    let first = sequence(&owner).await;
    write(&owner, "update exchange set title = 'Moon' where slug = 'moon-festival'").await;
    let (summary, _) = import(&owner, &sample(1), Removal::Keep).await;
    assert!(!summary.is_unchanged());
    assert_eq!(sequence(&owner).await, first + 2);
    let (summary, _) = import(&owner, &sample(1), Removal::Keep).await;
    assert!(summary.is_unchanged(), "{summary:?}");
    assert_eq!(sequence(&owner).await, first + 2);
}

#[tokio::test]
async fn the_public_sees_when_something_changed_and_of_nothing_else() {
    let (database, owner) = database().await;
    let web = database.web().unwrap();
    let mut staff = owner.acquire().await.unwrap();
    let festival = exchange::by_slug(&mut staff, &of("moon-festival")).await.unwrap().unwrap();
    let draft = exchange::by_slug(&mut staff, &of("draft")).await.unwrap().unwrap();
    let ids = [festival.id.uuid(), draft.id.uuid()];
    let mut public = web.acquire().await.unwrap();
    let before = history::last_changes(&mut public, &ids).await.unwrap();
    assert_eq!(before.keys().collect::<Vec<_>>(), [&festival.id.uuid()]);
    write(&owner, "update exchange set title = 'Moon' where slug = 'moon-festival'").await;
    let after = history::last_changes(&mut public, &ids).await.unwrap();
    assert!(after[&festival.id.uuid()] > before[&festival.id.uuid()]);
    assert_eq!(history::last_changes(&mut staff, &ids).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_series_counts_every_change_of_what_is_or_was_of_it() {
    let (_database, owner) = database().await;
    let mut connection = owner.acquire().await.unwrap();
    let series = sample(1).series[0].id;
    let changes = async |connection: &mut sqlx::PgConnection| {
        history::of_series(connection, &[series]).await.unwrap()[&series].sequence
    };
    write(
        &owner,
        "update exchange set series = (select id from series order by slug limit 1) where slug = 'draft'",
    )
    .await;
    let before = changes(&mut connection).await;
    for statement in [
        "update exchange set title = 'One' where slug = 'draft'",
        "update exchange set series = null where slug = 'draft'",
    ] {
        let known = changes(&mut connection).await;
        write(&owner, statement).await;
        assert!(changes(&mut connection).await > known, "{statement}");
    }
    let known = changes(&mut connection).await;
    write(&owner, "update exchange set title = 'Two' where slug = 'draft'").await;
    assert_eq!(changes(&mut connection).await, known, "it is of another series now");
    assert!(known > before);
}
