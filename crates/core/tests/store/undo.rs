//! Undoing: what was before comes back, and nobody's later work is lost.

use proptest::test_runner::{Config, TestRunner};
use signpost_core::dataset::Dataset;
use signpost_core::store::change::{self, Committed, NewChange};
use signpost_core::store::export;
use signpost_core::store::import::{self, Removal};
use signpost_core::store::undo::{self, Obstacle, UndoError};
use signpost_core::{ChangeId, Slug, Source, TranslationSubject};
use sqlx::PgPool;

use crate::sample::sample;
use crate::support::{assert_same, database, id, next_change, of};

/// Makes the record a dataset, by a change; `None`: it was so already.
async fn become_(pool: &PgPool, dataset: &Dataset) -> Option<ChangeId> {
    let mut transaction = pool.begin().await.unwrap();
    let change = NewChange::new(next_change(), "Mei Lin", "import");
    change::begin(&mut transaction, &change).await.unwrap();
    import::run(&mut transaction, dataset, Removal::Remove).await.unwrap();
    let committed = change::commit(transaction, change.id).await.unwrap();
    (committed == Committed::Recorded).then_some(change.id)
}

/// Undoes a change.
async fn undo(pool: &PgPool, undone: ChangeId) -> Result<ChangeId, UndoError> {
    let mut transaction = pool.begin().await.unwrap();
    let change = NewChange { undoes: Some(undone), ..NewChange::new(next_change(), "Ana Cruz", "undo") };
    change::begin(&mut transaction, &change).await.unwrap();
    undo::run(&mut transaction, undone).await?;
    assert_eq!(change::commit(transaction, change.id).await.unwrap(), Committed::Recorded);
    Ok(change.id)
}

/// What stands in the way of undoing a change.
async fn obstacles(pool: &PgPool, undone: ChangeId) -> Vec<Obstacle> {
    match undo(pool, undone).await {
        Err(UndoError::Stopped(obstacles)) => obstacles,
        other => panic!("{other:?}"),
    }
}

/// The record, but for what only ever counts on: how often calendar entries changed.
async fn on_record(pool: &PgPool) -> Dataset {
    let mut dataset = export::read(&mut pool.acquire().await.unwrap()).await.unwrap();
    dataset.exchanges.iter_mut().for_each(|exchange| exchange.sequence = 0);
    dataset
}

fn titled(title: &str) -> Dataset {
    let mut dataset = sample(1);
    dataset.pages[0].title = of(title);
    dataset
}

/// A source with a slug, on which nothing rests.
fn source(slug: &str) -> Source {
    Source { id: id(slug), slug: of::<Slug>(slug), ..sample(1).sources[0].clone() }
}

#[tokio::test]
async fn a_change_is_undone_and_done_again() {
    let (_database, pool) = database().await;
    let before = on_record(&pool).await;
    let change = become_(&pool, &titled("Welcome")).await.unwrap();
    let after = on_record(&pool).await;
    let undone = undo(&pool, change).await.unwrap();
    assert_same(on_record(&pool).await, before);
    let [Obstacle::Undone(by)] = &obstacles(&pool, change).await[..] else { panic!() };
    assert_eq!((by.id, by.actor.as_str()), (undone, "Ana Cruz"));
    undo(&pool, undone).await.unwrap();
    assert_same(on_record(&pool).await, after);
    undo(&pool, change).await.unwrap();
}

#[tokio::test]
async fn later_work_is_named_and_not_overwritten() {
    let (_database, pool) = database().await;
    let first = become_(&pool, &titled("Welcome")).await.unwrap();
    let second = become_(&pool, &titled("Good morning")).await.unwrap();
    let [Obstacle::Touched(entry, by)] = &obstacles(&pool, first).await[..] else { panic!() };
    assert_eq!((entry.noun.as_str(), by.len(), by[0].id), ("page", 1, second));
    assert_eq!(on_record(&pool).await.pages[0].title.as_str(), "Good morning");
    undo(&pool, second).await.unwrap();
    undo(&pool, first).await.unwrap();
    assert_eq!(on_record(&pool).await.pages[0].title, sample(1).pages[0].title);
}

#[tokio::test]
async fn what_others_refer_to_stays() {
    let (_database, pool) = database().await;
    let mut dataset = sample(1);
    dataset.sources.push(source("letters"));
    let added = become_(&pool, &dataset).await.unwrap();
    dataset.claims[0].source = Some(id("letters"));
    let referred = become_(&pool, &dataset).await.unwrap();
    let [Obstacle::Depended(row, by)] = &obstacles(&pool, added).await[..] else { panic!() };
    assert_eq!((row.noun.as_str(), by.id), ("claim", referred));
}

#[tokio::test]
async fn a_part_does_not_come_back_without_its_whole() {
    let (_database, pool) = database().await;
    let mut dataset = sample(1);
    dataset.exchanges[0].partners.clear();
    let cleared = become_(&pool, &dataset).await.unwrap();
    let gone = dataset.exchanges.remove(0).id;
    dataset.redirects.clear();
    dataset.costs.clear();
    dataset.translations.clear();
    dataset.documents.clear();
    dataset.images.clear();
    dataset.claims.clear();
    let removed = become_(&pool, &dataset).await.unwrap();
    let found = obstacles(&pool, cleared).await;
    assert!(
        found.iter().all(|obstacle| matches!(obstacle, Obstacle::Missing(_, row, by) if row.row == gone.0 && by.id == removed)
            || matches!(obstacle, Obstacle::Touched(..))),
        "{found:?}"
    );
    assert!(!found.is_empty());
}

#[tokio::test]
async fn a_file_that_went_comes_back_with_its_bytes() {
    let (_database, pool) = database().await;
    let before = on_record(&pool).await;
    let mut dataset = sample(1);
    dataset.documents.clear();
    dataset.images.clear();
    let removed = become_(&pool, &dataset).await.unwrap();
    undo(&pool, removed).await.unwrap();
    assert_same(on_record(&pool).await, before);
}

#[tokio::test]
async fn a_calendar_entry_counts_on_when_its_change_is_undone() {
    let (_database, pool) = database().await;
    let mut dataset = sample(1);
    dataset.exchanges[0].sequence += 1;
    let change = become_(&pool, &dataset).await.unwrap();
    undo(&pool, change).await.unwrap();
    let now = export::read(&mut pool.acquire().await.unwrap()).await.unwrap();
    let sequence = |found: &Dataset| {
        found.exchanges.iter().find(|exchange| exchange.id == dataset.exchanges[0].id).unwrap().sequence
    };
    assert_eq!(sequence(&now), sequence(&dataset) + 1);
}

/// One of a few ways in which staff change the record.
fn changed(mut dataset: Dataset, way: u8) -> Dataset {
    let other = sample(2);
    match way {
        0 => dataset.pages.clone_from(&other.pages),
        1 => {
            dataset.notices.clear();
            dataset
                .translations
                .retain(|translation| !matches!(translation.of, TranslationSubject::Notice(_)));
        }
        2 => dataset.partners[1].relationship.terms.clone_from(&other.partners[1].relationship.terms),
        3 => dataset.partners[1].relationship.agreements[0].signatories.clear(),
        4 => dataset.exchanges.clone_from(&other.exchanges),
        5 => dataset.claims.clear(),
        6 => dataset.sources.push(source("letters")),
        7 => dataset.partners[1].names.truncate(1),
        8 => dataset.programme.contacts.reverse(),
        9 => dataset.images.clear(),
        _ => dataset.translations.clear(),
    }
    dataset
}

#[test]
fn whatever_was_done_undone_in_reverse_leaves_what_was() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let (_database, pool) = runtime.block_on(database());
    let before = runtime.block_on(on_record(&pool));
    let ways = proptest::collection::vec(0u8..11, 1..8);
    let outcome = runner.run(&ways, |ways| {
        runtime.block_on(async {
            let mut dataset = export::read(&mut pool.acquire().await.unwrap()).await.unwrap();
            let mut made = Vec::new();
            for way in ways {
                let next = changed(dataset.clone(), way);
                if next.sources.len() > 2 {
                    continue;
                }
                made.extend(become_(&pool, &next).await);
                dataset = next;
            }
            for change in made.into_iter().rev() {
                undo(&pool, change).await.unwrap();
            }
            assert_same(on_record(&pool).await, before.clone());
            Ok(())
        })
    });
    outcome.unwrap();
}
