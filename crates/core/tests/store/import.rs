//! Import and export.

use signpost_core::dataset::Dataset;
use signpost_core::store::change::{self, Committed, NewChange};
use signpost_core::store::import::{self, Removal};
use signpost_core::store::{StoreError, export, register};
use signpost_core::{
    CostSubject, DocumentSubject, ExchangeId, ImageSubject, Kind, NamePurpose, Relationship, Subject,
    TranslationSubject,
};
use sqlx::{Connection, PgPool};

use crate::sample::{sample, sample_by_hand};
use crate::support::{assert_same, database, id, import as bring_in, next_change};

async fn exported(pool: &PgPool) -> Dataset {
    export::read(&mut pool.acquire().await.unwrap()).await.unwrap()
}

async fn version(pool: &PgPool) -> i64 {
    register::version(&mut pool.acquire().await.unwrap()).await.unwrap()
}

#[tokio::test]
async fn what_was_imported_is_exported_in_every_field() {
    let (_database, pool) = database().await;
    assert_same(exported(&pool).await, sample(1));
    let (summary, committed) = bring_in(&pool, &sample(2), Removal::Keep).await;
    assert_same(exported(&pool).await, sample(2));
    assert_eq!(committed, Committed::Recorded);
    for noun in &summary.nouns {
        assert!((noun.added, noun.left) == (0, 0) || noun.noun == "exchange_partner", "{noun:?}");
        let alike = ["relationship", "slug_redirect", "exchange_partner"].contains(&noun.noun);
        assert!(noun.unchanged == 0 || alike, "{noun:?}");
    }
}

#[tokio::test]
async fn importing_again_writes_nothing() {
    let (_database, pool) = database().await;
    let before = version(&pool).await;
    let (summary, committed) = bring_in(&pool, &sample(1), Removal::Remove).await;
    assert_eq!(committed, Committed::NothingChanged);
    assert!(summary.is_unchanged() && summary.nouns.iter().all(|noun| noun.unchanged > 0), "{summary:?}");
    assert_eq!(version(&pool).await, before);
    let changes: i64 = sqlx::query_scalar("select count(*) from change").fetch_one(&pool).await.unwrap();
    assert_eq!(changes, 1);
}

#[tokio::test]
async fn the_content_version_moves_once_for_each_change() {
    let (_database, pool) = database().await;
    let before = version(&pool).await;
    bring_in(&pool, &sample(2), Removal::Keep).await;
    assert_eq!(version(&pool).await, before + 1);
}

#[tokio::test]
async fn what_the_dataset_lacks_stays_unless_told() {
    let (_database, pool) = database().await;
    let mut less = sample(1);
    less.exchanges.retain(|exchange| exchange.slug.as_str() != "visit");
    let visit: ExchangeId = id("visit");
    less.costs.retain(|cost| cost.spent_on != CostSubject::Exchange(visit));
    less.translations.retain(|translation| translation.of != TranslationSubject::Exchange(visit));
    less.documents.retain(|document| document.attached_to != DocumentSubject::Exchange(visit));
    less.images.retain(|image| image.shown_at != ImageSubject::Exchange(visit));
    less.claims.retain(|claim| claim.subject != Subject::Exchange(visit));
    less.partners[1].names.truncate(1);
    let (summary, committed) = bring_in(&pool, &less, Removal::Keep).await;
    assert_eq!(committed, Committed::NothingChanged);
    let left: Vec<_> =
        summary.nouns.iter().filter(|noun| noun.left > 0).map(|noun| (noun.noun, noun.left)).collect();
    let hangs_on_it = ["cost", "translation", "document", "image", "claim"].map(|noun| (noun, 1));
    let lacking =
        [&[("partner_name", 1), ("exchange", 1), ("exchange_partner", 2)], &hangs_on_it[..]].concat();
    assert_eq!(left, lacking);
    assert_same(exported(&pool).await, sample(1));

    let (summary, _) = bring_in(&pool, &less, Removal::Remove).await;
    let removed: Vec<_> =
        summary.nouns.iter().filter(|noun| noun.removed > 0).map(|noun| (noun.noun, noun.removed)).collect();
    assert_eq!(removed, lacking);
}

#[tokio::test]
async fn an_import_that_breaks_a_rule_or_is_killed_leaves_nothing() {
    let (database, pool) = database().await;
    let before = version(&pool).await;
    let mut broken = sample(2);
    broken.partners[1].relationship.terms[1].kind = Kind::Sister;
    broken.partners[1].relationship.terms[0].ending = signpost_core::Ending::Open;
    let mut connection = sqlx::PgConnection::connect(&database.url()).await.unwrap();
    let mut transaction = connection.begin().await.unwrap();
    change::begin(&mut transaction, &NewChange::new(next_change(), "tester", "import")).await.unwrap();
    let refused = import::run(&mut transaction, &broken, Removal::Keep).await.unwrap_err();
    assert!(
        matches!(refused, StoreError::Rule(_)) && refused.to_string().contains("never overlap"),
        "{refused}"
    );
    drop(transaction);
    drop(connection);

    let mut connection = sqlx::PgConnection::connect(&database.url()).await.unwrap();
    let mut transaction = connection.begin().await.unwrap();
    change::begin(&mut transaction, &NewChange::new(next_change(), "tester", "import")).await.unwrap();
    import::run(&mut transaction, &sample(2), Removal::Keep).await.unwrap();
    let server: i32 =
        sqlx::query_scalar("select pg_backend_pid()").fetch_one(&mut *transaction).await.unwrap();
    sqlx::query("select pg_terminate_backend($1)").bind(server).execute(&pool).await.unwrap();
    assert!(transaction.commit().await.is_err());
    assert_same(exported(&pool).await, sample(1));
    assert_eq!(version(&pool).await, before);
}

#[tokio::test]
async fn a_record_under_another_id_is_known_by_what_it_may_be_only_once() {
    let (_database, pool) = database().await;
    let mut by_hand = sample_by_hand(1);
    for partner in &mut by_hand.partners {
        partner.names.retain(|name| name.purpose == NamePurpose::Preferred);
        let relationship = Relationship::new(partner.relationship.id);
        let complete_years = std::mem::take(&mut partner.relationship.complete_years);
        partner.relationship = Relationship { complete_years, ..relationship };
    }
    by_hand.exchanges.iter_mut().for_each(|exchange| exchange.organizer = None);
    let alone = Dataset {
        policy: Vec::new(),
        policy_exceptions: Vec::new(),
        costs: Vec::new(),
        documents: Vec::new(),
        images: Vec::new(),
        claims: Vec::new(),
        ..by_hand
    };
    let (summary, _) = bring_in(&pool, &alone, Removal::Keep).await;
    let added: Vec<_> = summary.nouns.iter().filter(|noun| noun.added > 0).map(|noun| noun.noun).collect();
    assert_eq!(added, ["contact"]);
}
