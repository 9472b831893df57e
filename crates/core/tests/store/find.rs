//! Exchanges, found.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use signpost_core::database::TestDatabase;
use signpost_core::store::change::{self, NewChange};
use signpost_core::store::exchange::{self, ExchangeFilter, Found, Order, Page, Tally, YearCount, YearHeld};
use signpost_core::store::import::{self, Removal};
use signpost_core::{Direction, Exchange, ExchangeKind, People, Status, When};
use sqlx::{Connection, PgConnection, PgPool};

use crate::sample::sample;
use crate::support::{database_of, id, import as bring_in, next_change, of, sample_of};

/// Exchanges of one day each, every tenth day from 2020-01-01 on, two on each such day.
fn many(count: i32) -> Vec<Exchange> {
    let plain = sample(1).exchanges.pop().unwrap();
    (0..count)
        .map(|number| {
            let day = date(2020, 1, 1).saturating_add((number / 2 * 10).days());
            let slug = format!("exchange-{number}");
            Exchange {
                id: id(&slug),
                slug: of(&slug),
                title: of(&format!("Exchange {number}")),
                when: When::Days { first: day, last: day },
                partners: if number % 3 == 0 { vec![id("shenzhen")] } else { vec![id("toyokawa")] },
                kind: if number % 2 == 0 { ExchangeKind::Cultural } else { ExchangeKind::Business },
                direction: if number % 5 == 0 { Direction::Outbound } else { Direction::Inbound },
                status: Status::Confirmed,
                published_at: Some(of("2026-01-01T00:00:00Z")),
                ..plain.clone()
            }
        })
        .collect()
}

async fn database(exchanges: Vec<Exchange>) -> (TestDatabase, PgPool) {
    database_of(exchanges, Vec::new()).await
}

async fn find(pool: &PgPool, filter: &ExchangeFilter, order: Order, page: Page, limit: u16) -> Found {
    exchange::find(&mut pool.acquire().await.unwrap(), filter, order, page, limit).await.unwrap()
}

fn slugs(found: &Found) -> Vec<String> {
    found.exchanges.iter().map(|exchange| exchange.slug.to_string()).collect()
}

#[tokio::test]
async fn pages_follow_one_another_in_both_orders_and_both_ways() {
    let (_database, pool) = database(many(23)).await;
    let all = ExchangeFilter::default();
    for order in [Order::Earliest, Order::Latest] {
        let whole = slugs(&find(&pool, &all, order, Page::First, 100).await);
        assert_eq!(whole.len(), 23);
        let mut pages = vec![find(&pool, &all, order, Page::First, 5).await];
        while let Some(cursor) = pages.last().unwrap().after {
            pages.push(find(&pool, &all, order, Page::After(cursor), 5).await);
        }
        assert_eq!(pages.iter().flat_map(slugs).collect::<Vec<_>>(), whole);
        assert_eq!(pages.len(), 5);
        // And back again, page by page.
        let mut back = vec![pages.pop().unwrap()];
        while let Some(cursor) = back.last().unwrap().before {
            let page = find(&pool, &all, order, Page::Before(cursor), 5).await;
            assert_eq!(slugs(&page), slugs(&pages.pop().unwrap()));
            back.push(page);
        }
        assert!(pages.is_empty());
        assert!(back.last().unwrap().after.is_some());
    }
    let earliest = find(&pool, &all, Order::Earliest, Page::First, 100).await;
    let days: Vec<Date> =
        earliest.exchanges.iter().map(|exchange| exchange.when.days(&of("UTC")).unwrap().0).collect();
    assert!(days.is_sorted());
}

#[tokio::test]
async fn a_page_stays_where_it_is_when_others_are_added() {
    let (_database, pool) = database(many(10)).await;
    let all = ExchangeFilter::default();
    let first = find(&pool, &all, Order::Earliest, Page::First, 4).await;
    let second = find(&pool, &all, Order::Earliest, Page::After(first.after.unwrap()), 4).await;
    let earlier = Exchange {
        id: id("earlier"),
        slug: of("earlier"),
        when: When::Days { first: date(2019, 1, 1), last: date(2019, 1, 1) },
        ..many(1).remove(0)
    };
    bring_in(&pool, &sample_of(vec![earlier], Vec::new()), Removal::Keep).await;
    let again = find(&pool, &all, Order::Earliest, Page::After(first.after.unwrap()), 4).await;
    assert_eq!(slugs(&again), slugs(&second));
}

#[tokio::test]
async fn filters_narrow_what_is_found() {
    let (_database, pool) = database(many(30)).await;
    let none = ExchangeFilter::default();
    let cases = [
        (none.clone(), 30),
        (ExchangeFilter { partner: Some(id("shenzhen")), ..none.clone() }, 10),
        (ExchangeFilter { kind: Some(ExchangeKind::Business), ..none.clone() }, 15),
        (ExchangeFilter { direction: Some(Direction::Outbound), ..none.clone() }, 6),
        (ExchangeFilter { from: Some(date(2020, 4, 1)), ..none.clone() }, 10),
        (ExchangeFilter { until: Some(date(2020, 1, 11)), ..none.clone() }, 4),
        (ExchangeFilter { from: Some(date(2020, 1, 2)), until: Some(date(2020, 1, 10)), ..none.clone() }, 0),
        (ExchangeFilter { text: Some(of("EXCHANG 2")), ..none.clone() }, 1),
        (ExchangeFilter { text: Some(of("100%")), ..none.clone() }, 0),
        (
            ExchangeFilter {
                partner: Some(id("shenzhen")),
                kind: Some(ExchangeKind::Business),
                ..none.clone()
            },
            5,
        ),
        (ExchangeFilter { partner: Some(id("nobody")), ..none.clone() }, 0),
    ];
    for (filter, expected) in cases {
        let count = exchange::count(&mut pool.acquire().await.unwrap(), &filter).await.unwrap();
        let found = find(&pool, &filter, Order::Latest, Page::First, 100).await;
        let per_year = exchange::per_year(&mut pool.acquire().await.unwrap(), &filter).await.unwrap();
        let in_years: i64 = per_year.iter().map(|year| year.exchanges).sum();
        assert_eq!(
            (count, i64::try_from(found.exchanges.len()).unwrap(), in_years),
            (expected, expected, expected),
            "{filter:?}"
        );
    }
}

#[tokio::test]
async fn exchanges_are_counted_by_year_and_by_partner() {
    let mut exchanges = many(80);
    exchanges[0].people = People { students: Some(16), chaperones: Some(3), ..People::default() };
    exchanges[3].people = People { sum: Some(40), students: Some(16), ..People::default() };
    exchanges[6].people = People { sum: Some(1000), ..People::default() };
    exchanges[6].status = Status::Cancelled;
    let (_database, pool) = database(exchanges).await;
    let mut connection = pool.acquire().await.unwrap();
    let years = exchange::per_year(&mut connection, &ExchangeFilter::default()).await.unwrap();
    assert_eq!(years, [YearCount { year: 2020, exchanges: 74 }, YearCount { year: 2021, exchanges: 6 }]);
    let tallies =
        exchange::tallies(&mut connection, date(2020, 1, 1).saturating_add(200.days())).await.unwrap();
    assert_eq!(tallies[&id("shenzhen")], Tally { held: 13, upcoming: 13, people: 59 });
    let held = exchange::held_by_year(&mut connection, id("shenzhen"), date(2021, 1, 6)).await.unwrap();
    assert_eq!(
        held,
        [
            YearHeld { year: 2020, exchanges: 24, people: 59 },
            YearHeld { year: 2021, exchanges: 1, people: 0 }
        ]
    );
    let days = exchange::recorded_days(&mut connection).await.unwrap();
    assert_eq!(days, Some((date(2020, 1, 1), date(2021, 1, 25))));
}

#[tokio::test]
async fn a_wrong_slug_finds_the_nearest() {
    let (_database, pool) = database(many(30)).await;
    let mut connection = pool.acquire().await.unwrap();
    let nearest = exchange::nearest(&mut connection, "exchnge-17").await.unwrap();
    assert_eq!((nearest.len(), &nearest[0]), (3, &of("exchange-17")));
    assert!(exchange::nearest(&mut connection, "quux").await.unwrap().is_empty());
    assert!(exchange::nearest(&mut connection, &"x".repeat(9000)).await.unwrap().is_empty());
    assert_eq!(exchange::redirect(&mut connection, &of("quux")).await.unwrap(), None);
}

/// How many statements an import of exchanges takes that write recorded tables.
async fn statements(database: &TestDatabase, exchanges: i32) -> i64 {
    let mut dataset = sample(1);
    dataset.exchanges.extend(many(exchanges));
    let mut connection = PgConnection::connect(&database.url()).await.unwrap();
    sqlx::query("set track_functions = 'all'").execute(&mut connection).await.unwrap();
    let mut transaction = connection.begin().await.unwrap();
    change::begin(&mut transaction, &NewChange::new(next_change(), "tester", "import")).await.unwrap();
    import::run(&mut transaction, &dataset, Removal::Remove).await.unwrap();
    let calls = "select calls from pg_stat_xact_user_functions where funcname = 'record_rows'";
    let calls: i64 = sqlx::query_scalar(calls).fetch_one(&mut *transaction).await.unwrap();
    transaction.rollback().await.unwrap();
    calls
}

#[tokio::test]
async fn an_import_writes_a_thousand_rows_a_statement() {
    let database = TestDatabase::create().await.unwrap();
    let few = statements(&database, 900).await;
    // Two tables have more rows, and each statement fires the triggers for added and for changed rows.
    assert_eq!(statements(&database, 90).await, few);
    assert_eq!(statements(&database, 5900).await, few + 2 * 2 * 5);
}

#[tokio::test]
async fn after_a_large_import_postgres_knows_how_much_there_is() {
    let (_database, pool) = database(many(1200)).await;
    let known = "select reltuples::integer from pg_class where oid = 'public.exchange'::regclass";
    let known: i32 = sqlx::query_scalar(known).fetch_one(&pool).await.unwrap();
    assert_eq!(known, 1200);
}
