//! What the tests of the store share.

use std::str::FromStr;

use signpost_core::database::TestDatabase;
use signpost_core::dataset::Dataset;
use signpost_core::store::change::{self, Committed, NewChange};
use signpost_core::store::import::{self, ImportSummary, Removal};
use signpost_core::{ChangeId, Content, Cost, Exchange, Id};
use sqlx::PgPool;

use crate::sample::sample;

/// What a text is in the domain.
#[track_caller]
pub(crate) fn of<T: FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// The id of a record of the sample, by its name.
pub(crate) fn id<I: Id>(name: &str) -> I {
    I::derived("sample", name)
}

/// Records a change and imports a dataset with it.
pub(crate) async fn import(pool: &PgPool, dataset: &Dataset, removal: Removal) -> (ImportSummary, Committed) {
    let mut transaction = pool.begin().await.unwrap();
    let change = NewChange::new(next_change(), "tester", "import");
    change::begin(&mut transaction, &change).await.unwrap();
    let summary = import::run(&mut transaction, dataset, removal).await.unwrap();
    (summary, change::commit(transaction, change.id).await.unwrap())
}

/// A test database that holds the sample.
pub(crate) async fn database() -> (TestDatabase, PgPool) {
    let database = TestDatabase::create().await.unwrap();
    let pool = database.owner().unwrap();
    import(&pool, &sample(1), Removal::Keep).await;
    (database, pool)
}

/// The sample with other exchanges and costs, and without what is about its own.
pub(crate) fn sample_of(exchanges: Vec<Exchange>, costs: Vec<Cost>) -> Dataset {
    Dataset {
        exchanges,
        costs,
        redirects: Vec::new(),
        translations: Vec::new(),
        documents: Vec::new(),
        images: Vec::new(),
        claims: Vec::new(),
        ..sample(1)
    }
}

/// A test database that holds that.
pub(crate) async fn database_of(exchanges: Vec<Exchange>, costs: Vec<Cost>) -> (TestDatabase, PgPool) {
    let database = TestDatabase::create().await.unwrap();
    let pool = database.owner().unwrap();
    import(&pool, &sample_of(exchanges, costs), Removal::Keep).await;
    (database, pool)
}

/// An id for a change, another each time.
pub(crate) fn next_change() -> ChangeId {
    use std::sync::atomic::{AtomicU32, Ordering};
    static COUNT: AtomicU32 = AtomicU32::new(0);
    ChangeId::derived("change", &COUNT.fetch_add(1, Ordering::Relaxed).to_string())
}

/// Asserts that two datasets are the same, and shows where they begin to differ.
#[track_caller]
pub(crate) fn assert_same(found: Dataset, expected: Dataset) {
    let (found, expected) = (by_id(found), by_id(expected));
    if found == expected {
        return;
    }
    let (found, expected) = (format!("{found:#?}"), format!("{expected:#?}"));
    let mut lines = found.lines().zip(expected.lines());
    panic!("they differ (found, expected): {:#?}", lines.find(|(found, expected)| found != expected));
}

/// A dataset in an order of which nothing but its ids decides.
fn by_id(mut dataset: Dataset) -> Dataset {
    dataset.partners.sort_by_key(|partner| partner.id);
    dataset.exchanges.sort_by_key(|exchange| exchange.id);
    dataset.redirects.sort_by_key(|redirect| redirect.id);
    dataset.costs.sort_by_key(|cost| cost.id);
    dataset.translations.sort_by_key(|translation| translation.id);
    dataset.documents.sort_by_key(|document| document.id);
    dataset.images.sort_by_key(|image| image.id);
    dataset.files.sort_by_key(Content::digest);
    dataset.claims.sort_by_key(|claim| claim.id);
    dataset
}
