//! Terms: what the database itself refuses, and the boundary that two terms share.

use signpost_core::store::import::{self, Removal};
use signpost_core::store::{StoreError, change, export};
use signpost_core::{EndCause, Ending, Kind, RelationshipId, Term, TermId};
use sqlx::PgPool;

use crate::sample::sample;
use crate::support::{database, id, import as bring_in, next_change, of};

fn term(name: &str, start: &str, ending: Ending, continues: Option<&str>) -> Term {
    Term {
        id: id(name),
        kind: Kind::Friendship,
        start: Some(of(start)),
        ending,
        continues: continues.map(id),
        approval: None,
        sponsor: None,
        note: None,
    }
}

fn until(end: &str) -> Ending {
    Ending::Recorded { on: of(end), cause: EndCause::Expiry, reason: None }
}

/// Gives Shenzhen these terms, and says which rule that breaks.
async fn with_terms(pool: &PgPool, terms: Vec<Term>) -> Result<(), String> {
    let mut dataset = sample(1);
    dataset.partners[0].relationship.terms = terms;
    let mut transaction = pool.begin().await.unwrap();
    let new = change::NewChange::new(next_change(), "tester", "import");
    change::begin(&mut transaction, &new).await.unwrap();
    let outcome = import::run(&mut transaction, &dataset, Removal::Remove).await;
    match outcome {
        Ok(_) => change::commit(transaction, new.id).await.map(drop),
        Err(error) => Err(error),
    }
    .map_err(|error| match error {
        StoreError::Rule(rule) => rule.constraint,
        other => panic!("{other}"),
    })
}

#[tokio::test]
async fn the_database_refuses_terms_that_cannot_be() {
    let (_database, pool) = database().await;
    let cases = [
        (
            "days overlap",
            vec![
                term("a", "2016-09-20", until("2018-09-20"), None),
                term("b", "2018-09-19", Ending::Open, None),
            ],
            Err("terms_overlap"),
        ),
        (
            "two are open",
            vec![term("a", "1978", Ending::Open, None), term("b", "1990-01", Ending::Open, None)],
            Err("terms_overlap"),
        ),
        (
            "days touch",
            vec![
                term("a", "2016-09-20", until("2018-09-20"), None),
                term("b", "2018-09-20", Ending::Open, None),
            ],
            Ok(()),
        ),
        (
            "a year is shared",
            vec![term("a", "2023", until("2025"), None), term("b", "2025", until("2027"), Some("a"))],
            Ok(()),
        ),
        (
            "starts are unknown",
            vec![
                Term { start: None, ..term("a", "2023", Ending::Open, None) },
                term("b", "1963", Ending::Unrecorded, None),
            ],
            Ok(()),
        ),
        (
            "a gap in a chain",
            vec![
                term("a", "2016", until("2018-09-20"), None),
                term("b", "2018-09-21", Ending::Open, Some("a")),
            ],
            Err("term_start_is_the_end_before"),
        ),
        (
            "it continues what has no end",
            vec![
                term("a", "2016", Ending::Unrecorded, None),
                term("b", "2018-09-21", Ending::Open, Some("a")),
            ],
            Err("term_start_is_the_end_before"),
        ),
        (
            "it continues itself",
            vec![term("a", "2016", until("2016"), Some("a"))],
            Err("term_continues_another"),
        ),
        (
            "twice continued",
            vec![
                term("a", "2016", until("2018"), None),
                term("b", "2018", Ending::Unrecorded, Some("a")),
                term("c", "2018", Ending::Unrecorded, Some("a")),
            ],
            Err("term_continued_once"),
        ),
        (
            "it ends before it starts",
            vec![term("a", "2018", until("2017-12-31"), None)],
            Err("term_in_order"),
        ),
    ];
    for (what, terms, expected) in cases {
        assert_eq!(with_terms(&pool, terms).await, expected.map_err(str::to_owned), "{what}");
    }
}

#[tokio::test]
async fn learning_the_day_of_a_boundary_changes_both_terms() {
    let (_database, pool) = database().await;
    with_terms(
        &pool,
        vec![term("a", "2023", until("2025"), None), term("b", "2025", until("2027"), Some("a"))],
    )
    .await
    .unwrap();
    let mut transaction = pool.begin().await.unwrap();
    change::begin(&mut transaction, &change::NewChange::new(next_change(), "tester", "relationship correct"))
        .await
        .unwrap();
    sqlx::query("update term set end_first = '2025-06-03', end_last = '2025-06-03' where id = $1")
        .bind(id::<TermId>("a"))
        .execute(&mut *transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    let dataset = export::read(&mut pool.acquire().await.unwrap()).await.unwrap();
    let terms = &dataset.partners[0].relationship.terms;
    assert_eq!(terms[0].end(), Some(of("2025-06-03")));
    assert_eq!(terms[1].start, Some(of("2025-06-03")));
    let recorded: i64 = sqlx::query_scalar(
        "select count(*) from audit_entry where noun = 'term' and action = 'update' and row_id = $1",
    )
    .bind(id::<TermId>("b"))
    .fetch_one(&pool)
    .await
    .unwrap();
    assert_eq!(recorded, 1);
}

#[tokio::test]
async fn a_chain_moves_as_a_whole_when_it_is_imported() {
    let (_database, pool) = database().await;
    let chain = |boundary: &str| {
        vec![term("a", "2023", until(boundary), None), term("b", boundary, until("2027"), Some("a"))]
    };
    for boundary in ["2025", "2025-06-03", "2025-06"] {
        with_terms(&pool, chain(boundary)).await.unwrap();
        let dataset = export::read(&mut pool.acquire().await.unwrap()).await.unwrap();
        assert_eq!(dataset.partners[0].relationship.terms, chain(boundary));
    }
}

#[tokio::test]
async fn a_relationship_is_one_per_partner() {
    let (_database, pool) = database().await;
    let mut second = sample(1);
    second.partners[0].relationship.id = id::<RelationshipId>("another");
    // It is the one on record, whatever its id.
    let (summary, _) = bring_in(&pool, &second, Removal::Keep).await;
    assert!(summary.is_unchanged(), "{summary:?}");
}
