//! Exchanges, day by day.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use signpost_core::store::exchange::{self, DayCount, ExchangeFilter};
use signpost_core::{Exchange, ExchangeId, When};

use crate::sample::sample;
use crate::support::{database_of, id, of};

/// Exchanges of which several begin and end alike, some last for weeks, and one has no days but a month.
fn overlapping() -> Vec<Exchange> {
    let plain = sample(1).exchanges.pop().unwrap();
    let exchange = |number: i32, when| Exchange {
        id: id(&format!("exchange-{number}")),
        slug: of(&format!("exchange-{number}")),
        title: of(&format!("Exchange {number}")),
        when,
        published_at: Some(of("2026-01-01T00:00:00Z")),
        ..plain.clone()
    };
    let dated = (0..60).map(|number| {
        let first = date(2020, 4, 20).saturating_add((number % 20 * 2).days());
        let last = first.saturating_add((number * number % 13).days());
        exchange(number, When::Days { first, last })
    });
    dated.chain([exchange(60, When::Historic(of("2020-05")))]).collect()
}

/// The days of a month as the rule has them: those that begin on a day before those that began earlier.
fn as_the_rule_has_it(exchanges: &[Exchange], from: Date, until: Date, most: usize) -> Vec<DayCount> {
    let days = from.series(1.day()).take_while(|day| *day <= until).map(|day| {
        let mut on: Vec<(bool, Date, ExchangeId)> = exchanges
            .iter()
            .filter_map(|exchange| match exchange.when {
                When::Days { first, last } if first <= day && day <= last => {
                    Some((first < day, first, exchange.id))
                }
                _ => None,
            })
            .collect();
        on.sort();
        let exchanges = i64::try_from(on.len()).unwrap();
        DayCount { day, exchanges, first: on.into_iter().take(most).map(|(_, _, id)| id).collect() }
    });
    days.filter(|day| day.exchanges > 0).collect()
}

#[tokio::test]
async fn a_day_tells_those_that_begin_on_it_before_those_that_began_earlier() {
    let exchanges = overlapping();
    let (_database, pool) = database_of(exchanges.clone(), Vec::new()).await;
    let (from, until) = (date(2020, 5, 1), date(2020, 5, 31));
    let month = ExchangeFilter { from: Some(from), until: Some(until), ..ExchangeFilter::default() };
    let filters =
        [month.clone(), ExchangeFilter { partner: exchanges[0].partners.first().copied(), ..month }];
    for (filter, most) in filters.iter().flat_map(|filter| [(filter, 1), (filter, 4), (filter, 100)]) {
        let days = exchange::by_day(&mut pool.acquire().await.unwrap(), filter, most).await.unwrap();
        let expected = as_the_rule_has_it(&exchanges, from, until, most.into());
        assert_eq!(days, expected, "at most {most} of {filter:?}");
        assert!(expected.iter().any(|day| day.exchanges > 4));
    }
}
