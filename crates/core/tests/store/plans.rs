//! How much of the database the public's queries read: what an index leads to, and little more, however much there is.

use jiff::civil::{Date, date};
use signpost_core::store::change::{self, NewChange};
use signpost_core::store::exchange::{self, Cursor, ExchangeFilter, Order, Page};
use signpost_core::store::{self, search};
use signpost_core::{Direction, ExchangeKind};
use sqlx::{Executor, PgConnection, PgPool};

use crate::support::{database, id, next_change, of};

/// Exchanges of five kinds in three directions, a day each, one a day from 1971 on; most with Toyokawa; titles in
/// words that all, many or few of them say.
const MANY: &str = "
    insert into exchange (id, slug, title, kind, direction, status, form, first_day, last_day, published_at)
        select md5('exchange ' || number)::uuid, 'made-' || number,
               'Encounter ' || case number % 4 when 0 then 'robotics' when 1 then '交流会' else 'festival' end
                   || case when number = 777 then ' of Zhaoqing porcelain 景德鎮' else '' end,
               (array['delegation', 'cultural', 'business', 'technical', 'educational'])[1 + number % 5],
               (array['inbound', 'outbound', 'online'])[1 + number % 3], 'confirmed', 'days',
               date '1971-01-01' + number, date '1971-01-01' + number, '2026-01-01'
        from generate_series(1, 20000) as number;
    insert into exchange_partner (id, exchange, partner, position)
        select md5('partner of ' || exchange.slug)::uuid, exchange.id, partner.id, 0
        from exchange join partner on partner.slug = 'toyokawa' and exchange.slug ~ '^made-'
        where substr(exchange.slug, 6)::integer % 20 <> 0;
";

/// Words besides those of their titles, as many as a programme of that size has.
const VOCABULARY: &str = "
    insert into search_word
        select translate(md5(number::text), '0123456789', 'ghijklmnop') from generate_series(1, 20000) as number;
";

/// The database with them, looked at as the public.
async fn many() -> (signpost_core::database::TestDatabase, PgPool) {
    let (database, owner) = database().await;
    let mut transaction = owner.begin().await.unwrap();
    let change = NewChange::new(next_change(), "tester", "made up");
    change::begin(&mut transaction, &change).await.unwrap();
    transaction.execute(MANY).await.unwrap();
    search::rebuild(&mut transaction).await.unwrap();
    transaction.execute(VOCABULARY).await.unwrap();
    transaction.commit().await.unwrap();
    owner.execute("vacuum (analyze)").await.unwrap();
    let web = database.web().unwrap();
    (database, web)
}

/// How many rows and index entries this transaction has read, and how often it used an index of a name.
async fn read(connection: &mut PgConnection, index: &str) -> (i64, i64) {
    sqlx::query_as(
        "select sum(pg_stat_get_xact_tuples_returned(oid))::bigint,
                sum(pg_stat_get_xact_numscans(oid)) filter (where relname like $1)::bigint
         from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')",
    )
    .bind(index)
    .fetch_one(connection)
    .await
    .unwrap()
}

const TODAY: Date = date(2020, 6, 15);

#[tokio::test]
async fn lists_read_little_more_than_they_show() {
    let (_database, web) = many().await;
    let all = ExchangeFilter::default();
    let toyokawa = ExchangeFilter { partner: Some(id("toyokawa")), ..all.clone() };
    let cultural = ExchangeFilter { kind: Some(ExchangeKind::Cultural), ..all.clone() };
    let outbound = ExchangeFilter { direction: Some(Direction::Outbound), ..all.clone() };
    let both = ExchangeFilter { direction: Some(Direction::Outbound), ..cultural.clone() };
    // There is none.
    let local = ExchangeFilter { direction: Some(Direction::Local), ..cultural.clone() };
    let with = |filter: &ExchangeFilter| ExchangeFilter { partner: Some(id("toyokawa")), ..filter.clone() };
    let saying = |text: &str| ExchangeFilter { text: Some(of(text)), ..all.clone() };
    for (filter, index, most) in [
        (all.clone(), "exchange_days", 400),
        (toyokawa, "partner_exchange_days", 400),
        (cultural.clone(), "exchange%days", 600),
        (outbound.clone(), "exchange%days", 600),
        (both.clone(), "exchange%days", 600),
        (local, "exchange%direction_days", 100),
        (with(&cultural), "partner_exchange_days", 600),
        (with(&both), "partner_exchange_days", 900),
        (saying("festival"), "exchange_days", 5000),
        (saying("porcelain"), "search_document_words", 5000),
        (saying("景德鎮"), "search_document_words", 5000),
        (saying("robotics porcelain"), "search_document_words", 5000),
    ] {
        let upcoming = ExchangeFilter { from: Some(TODAY), ..filter.clone() };
        let past = ExchangeFilter { until: TODAY.yesterday().ok(), ..filter.clone() };
        let month = ExchangeFilter { from: Some(date(1999, 2, 1)), until: Some(date(1999, 2, 28)), ..filter };
        let far = Page::After(Cursor { day: date(1999, 1, 1), id: id("any") });
        for (filter, order, page) in [
            (&upcoming, Order::Earliest, Page::First),
            (&past, Order::Latest, Page::First),
            (&past, Order::Latest, far),
            (&month, Order::Earliest, Page::First),
        ] {
            let mut snapshot = store::snapshot(&web).await.unwrap();
            let before = read(&mut snapshot, index).await;
            exchange::find(&mut snapshot, filter, order, page, 24).await.unwrap();
            let after = read(&mut snapshot, index).await;
            assert!(after.0 - before.0 <= most, "{} rows read: {filter:?} {page:?}", after.0 - before.0);
            assert!(after.1 > before.1, "{index} is not used: {filter:?} {page:?}");
        }
    }
}

#[tokio::test]
async fn plans_that_are_kept_read_as_little() {
    let (_database, web) = many().await;
    let all = ExchangeFilter::default();
    let toyokawa = ExchangeFilter { partner: Some(id("toyokawa")), ..all.clone() };
    for filter in [all, toyokawa] {
        let upcoming = ExchangeFilter { from: Some(TODAY), ..filter.clone() };
        let past = ExchangeFilter { until: TODAY.yesterday().ok(), ..filter.clone() };
        let month = ExchangeFilter { from: Some(date(1999, 2, 1)), until: Some(date(1999, 2, 28)), ..filter };
        for (filter, order) in
            [(&upcoming, Order::Earliest), (&past, Order::Latest), (&month, Order::Earliest)]
        {
            let mut snapshot = store::snapshot_with_kept_plans(&web).await.unwrap();
            let before = read(&mut snapshot, "%").await;
            let found = exchange::find(&mut snapshot, filter, order, Page::First, 24).await.unwrap();
            let after = read(&mut snapshot, "%").await;
            assert!(after.0 - before.0 <= 600, "{} rows read: {filter:?}", after.0 - before.0);
            assert_eq!(found.exchanges.len(), 24, "{filter:?}");
        }
    }
}

#[tokio::test]
async fn a_month_reads_its_exchanges_and_a_partners_years_no_exchange_at_all() {
    let (_database, web) = many().await;
    let (from, until) = (date(1999, 2, 1), date(1999, 2, 28));
    let month = ExchangeFilter { from: Some(from), until: Some(until), ..ExchangeFilter::default() };
    let mut snapshot = store::snapshot_with_kept_plans(&web).await.unwrap();
    let before = read(&mut snapshot, "exchange_during").await;
    let days = exchange::by_day(&mut snapshot, &month, 4).await.unwrap();
    let after = read(&mut snapshot, "exchange_during").await;
    assert!(days.len() == 28 && after.1 > before.1 && after.0 - before.0 <= 100, "{before:?} {after:?}");

    let exchanges = read(&mut snapshot, "exchange%").await.1;
    let before = read(&mut snapshot, "%").await;
    let held = exchange::held_by_year(&mut snapshot, id("toyokawa"), TODAY).await.unwrap();
    let after = read(&mut snapshot, "%").await;
    assert!(held.len() == 50 && after.0 - before.0 <= 20_100, "{} years, {before:?} {after:?}", held.len());
    assert_eq!(read(&mut snapshot, "exchange%").await.1, exchanges);
}

#[tokio::test]
async fn search_reads_what_is_found_and_the_latest() {
    let (_database, web) = many().await;
    for (words, index) in [
        ("festival", "search_document_day"),
        ("porcelain", "search_document_words"),
        ("景德鎮 zhaoqing", "search_document_words"),
        ("景德鎮", "search_document_words"),
        ("porcelian", "search_word_near"),
        ("robotics 交流会", "search_document_words"),
        ("豊川 交流会", "search_document_day"),
    ] {
        let mut snapshot = store::snapshot(&web).await.unwrap();
        let before = read(&mut snapshot, index).await;
        let found = search::find(&mut snapshot, &of(words), &of("en"), 20).await.unwrap();
        let after = read(&mut snapshot, index).await;
        assert!(after.0 - before.0 <= 20_000, "{} rows read for {words}", after.0 - before.0);
        assert!(after.1 > before.1, "{index} is not used for {words}");
        assert_eq!(found.more_exchanges, found.exchanges.len() == 20, "{words}");
        assert!(!found.exchanges.is_empty() || words == "robotics 交流会", "{words}");
    }
}
